/* SPDX-License-Identifier: Apache-2.0 */
/* Failures into a report. */
#ifndef LW_APPLY_TELL_H
#define LW_APPLY_TELL_H

#include "lunward/error.h"
#include "lunward/plan.h"

void lw_tell(struct lw_report *report, const struct lw_error *error);

/* All that another report holds. */
void lw_tell_all(struct lw_report *report, const struct lw_report *from);

/* Of an operation: at the line that asked for it. */
void lw_tell_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		const struct lw_error *error);

#endif
