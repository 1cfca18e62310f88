/* SPDX-License-Identifier: Apache-2.0 */
/* The graph over the operations, and where an operation belongs: what whoever makes a plan and whoever runs it share. */
#include "model/plan/plan.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

int lw_plan_edge(struct lw_plan *plan, uint32_t from, uint32_t to, enum lw_strength strength)
{
	struct edge *edge;
	int r;

	if (from == to)
		return 0;
	lw_plan_forget_after(plan);
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

void lw_plan_forget_after(struct lw_plan *plan)
{
	free(plan->after.start);
	free(plan->after.count);
	free(plan->after.list);
	plan->after = (struct plan_after){ NULL, NULL, NULL };
}

/* Operations are visited in serial order, so each list comes out sorted, and two edges that say the same lie together. */
static void fill_after(struct lw_plan *plan, struct plan_after *after)
{
	for (uint32_t i = 0; i < plan->nop; i++) {
		uint32_t op = plan->order[i];

		for (uint32_t e = plan->ops[op].edges; e; e = plan->edges[e].next) {
			uint32_t to = plan->edges[e].to, end = after->start[to] + after->count[to];

			if (plan->edges[e].strength == LW_EDGE_DEAD ||
			    (after->count[to] && after->list[end - 1] == op))
				continue;
			after->list[end] = op;
			after->count[to]++;
		}
	}
}

int lw_plan_index_after(struct lw_plan *plan)
{
	struct plan_after *after = &plan->after;
	uint32_t sum = 0;

	if (after->list)
		return 0;
	after->start = lw_calloc((size_t)plan->nop + 1, sizeof(*after->start));
	after->count = lw_calloc((size_t)plan->nop + 1, sizeof(*after->count));
	after->list = lw_calloc((size_t)plan->nedge + 1, sizeof(*after->list));
	if (!after->start || !after->count || !after->list) {
		lw_plan_forget_after(plan);
		return -ENOMEM;
	}
	for (uint32_t op = 0; op < plan->nop; op++)
		for (uint32_t e = plan->ops[op].edges; e; e = plan->edges[e].next)
			after->start[plan->edges[e].to + 1]++;
	for (uint32_t op = 0; op <= plan->nop; op++)
		after->start[op] = sum += after->start[op];
	fill_after(plan, after);
	return 0;
}

int lw_plan_after(struct lw_plan *plan, uint32_t op, size_t n, uint32_t *ret)
{
	int r;

	if (!plan || !ret)
		return -EINVAL;
	if (op >= plan->nop)
		return -ENOENT;
	r = lw_plan_index_after(plan);
	if (r < 0)
		return r;
	if (n >= plan->after.count[op])
		return -ENOENT;
	*ret = plan->after.list[plan->after.start[op] + n];
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
