/* SPDX-License-Identifier: Apache-2.0 */
/* Where a plan's text goes, piece by piece: a plan of a million lines is never whole in memory. Private to plan_*.c. */
#ifndef LW_MODEL_PLAN_WRITE_H
#define LW_MODEL_PLAN_WRITE_H

#include "base/str.h"
#include "lunward/plan.h"

struct plan_sink {
	struct lw_str text; /* not given away yet */
	int (*give)(void *arg, const char *text, size_t len);
	void *arg;
};

/* To be called between lines: gives the text away when enough of it has come together. Returns what give() does, or -ENOMEM. */
int plan_sink_line(struct plan_sink *sink);

int lw_plan_write_text(struct lw_plan *plan, unsigned flags, struct plan_sink *sink);
int lw_plan_write_json(struct lw_plan *plan, unsigned flags, struct plan_sink *sink);

#endif
