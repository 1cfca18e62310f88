/* SPDX-License-Identifier: Apache-2.0 */
/* What is done, told to who asked for it. */
#ifndef LW_APPLY_LOG_H
#define LW_APPLY_LOG_H

#include <stdbool.h>

#include "ktree/ktree.h"
#include "lunward/apply.h"
#include "lunward/plan.h"

struct lw_log {
	void (*take)(void *arg, enum lw_log_level level, const char *text); /* NULL: nobody asked */
	void *arg;
	enum lw_log_level level;
	const struct lw_schema *schema;
};

static inline bool lw_log_wants(const struct lw_log *log, enum lw_log_level level)
{
	return log->take && log->level >= level;
}

void lw_log(const struct lw_log *log, enum lw_log_level level, const char *format, ...)
	LW_PRINTF(3, 4);

/* An operation that is over. @us: microseconds that it took; @error: why it failed, NULL when it did not. */
void lw_log_op(const struct lw_log *log, const struct lw_plan *plan, uint32_t op, uint64_t us,
	       const struct lw_error *error);

/*
 * Where accesses are asked for, a view around @inner that tells of them, and takes it over unless this fails; otherwise @inner
 * itself.
 */
int lw_log_view(const struct lw_log *log, struct lw_ktree *inner, struct lw_ktree **ret,
		struct lw_error *error);

#endif
