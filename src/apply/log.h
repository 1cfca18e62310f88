/* SPDX-License-Identifier: Apache-2.0 */
/* What is done, told to who asked for it. */
#ifndef LW_APPLY_LOG_H
#define LW_APPLY_LOG_H

#include <stdbool.h>

#include "ktree/ktree.h"
#include "lunward/apply.h"
#include "lunward/plan.h"

/* A command that does not come back keeps it, and tells nothing any more. */
struct lw_log {
	_Atomic bool over;
	void (*take)(void *arg, enum lw_log_level level, const char *text); /* NULL: nobody asked */
	void *arg;
	enum lw_log_level level;
	const struct lw_schema *schema;
};

static inline bool lw_log_wants(const struct lw_log *log, enum lw_log_level level)
{
	return log->take && log->level >= level && !log->over;
}

void lw_log(const struct lw_log *log, enum lw_log_level level, const char *format, ...)
	LW_PRINTF(3, 4);

/* An operation that is over. @us: microseconds that it took; @error: why it failed, NULL when it did not. */
void lw_log_op(const struct lw_log *log, const struct lw_plan *plan, uint32_t op, uint64_t us,
	       const struct lw_error *error);

/* As lw_kt_sink.take. @arg: the log. */
void lw_log_access(void *arg, const struct lw_kt_access *access);

#endif
