/* SPDX-License-Identifier: Apache-2.0 */
/* Plans built by hand over two short texts (tree_text.h): operation after operation, in serial order. */
#ifndef PLAN_TEXT_H
#define PLAN_TEXT_H

#include "model/plan/plan.h"

/* A plan without operations; nodes of the same path are counterparts. Freed by lw_plan_free(). */
struct lw_plan *plan_text_new(const struct lw_schema *schema, const char *have, const char *goal);

/* Appends an operation on the node of this path in each tree (NULL: none). The pointer is valid until the next one. */
struct op *plan_text_op(struct lw_plan *plan, enum lw_verb verb, const char *have,
			const char *goal);

/* The same on a value: @attr of the node; @old and @now may be NULL. */
struct op *plan_text_value(struct lw_plan *plan, enum lw_verb verb, const char *path,
			   const char *attr, const char *old, const char *now);

/* Number of the operation appended last. */
static inline uint32_t plan_text_last(const struct lw_plan *plan)
{
	return plan->nop - 1;
}

#endif
