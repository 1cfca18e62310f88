/* SPDX-License-Identifier: Apache-2.0 */
/* Failures into a report. */
#ifndef LW_APPLY_TELL_H
#define LW_APPLY_TELL_H

#include "lunward/error.h"
#include "lunward/plan.h"

void lw_tell(struct lw_report *report, const struct lw_error *error);

/* All that another report holds. */
void lw_tell_all(struct lw_report *report, const struct lw_report *from);

/*
 * No public call fails without a word: memory that was short is told where nothing was, since there were @before errors.
 * Returns @r.
 */
int lw_tell_memory(struct lw_report *report, size_t before, int r);

/* Of an operation: at the line that asked for it. */
void lw_tell_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		const struct lw_error *error);

/* The same, of one that did not fail. */
void lw_warn_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		const struct lw_error *error);

#endif
