/* SPDX-License-Identifier: Apache-2.0 */
/* The graph over the operations, and where an operation belongs: what whoever makes a plan and whoever runs it share. */
#include "model/plan/plan.h"

#include <errno.h>

#include "base/mem.h"

int lw_plan_edge(struct lw_plan *plan, uint32_t from, uint32_t to, enum lw_strength strength)
{
	struct edge *edge;
	int r;

	if (from == to)
		return 0;
	if (plan->nedge > LW_EDGE_LAST)
		return -EOVERFLOW;
	r = lw_grow(&plan->edges, &plan->edge_cap, (uint64_t)plan->nedge + 1, sizeof(*plan->edges));
	if (r < 0)
		return r;
	edge = &plan->edges[plan->nedge];
	edge->to = to;
	edge->next = plan->ops[from].edges & LW_EDGE_LAST; /* never more: see above */
	edge->strength = (unsigned)strength & 7;
	plan->ops[from].edges = plan->nedge++;
	return 0;
}

uint32_t lw_op_export(const struct lw_plan *plan, const struct op *op)
{
	lw_node x;

	if (op->goal)
		return lw_tree_export(plan->goal, op->goal);
	x = op->have ? lw_tree_export(plan->have, op->have) : 0;
	if (!x)
		return 0;
	return plan->counterpart[x] ? plan->counterpart[x] : x | LW_GONE_EXPORT;
}
