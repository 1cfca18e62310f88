/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who must wait for whom. Each part adds the edges of one reason; together they are all that makes an order safe: any order
 * that respects them is accepted by the kernel and lets nobody reach more than the old or the new state allows.
 */
#include "model/diff/diff.h"

int diff_edge(struct diff *d, uint32_t from, uint32_t to, enum lw_strength strength)
{
	if (from == NO_OP || to == NO_OP)
		return 0;
	return lw_plan_edge(d->plan, diff_effective(d, from), to, strength);
}

bool diff_makes(const struct diff *d, lw_node goal)
{
	return goal && d->make_op[goal] != NO_OP &&
	       d->plan->ops[d->make_op[goal]].verb == LW_CREATE;
}

bool diff_takes(const struct diff *d, lw_node have)
{
	return have && d->del_op[have] != NO_OP && d->plan->ops[d->del_op[have]].verb == LW_DELETE;
}

/* The nearest switch above (or at) the node of an operation, that goes off before it (or on after it). */
static uint32_t switch_above(const struct diff *d, lw_node have, lw_node goal, bool off)
{
	for (lw_node g = goal; g; g = node_at(d->goal, g)->parent)
		if ((off ? d->off_op : d->on_op)[g] != NO_OP)
			return (off ? d->off_op : d->on_op)[g];
	for (lw_node h = goal ? 0 : have; h; h = node_at(d->have, h)->parent) {
		lw_node g = d->to_goal[h];

		if (off && d->gone_off_op[h] != NO_OP)
			return d->gone_off_op[h];
		if (g)
			return switch_above(d, 0, g, off);
	}
	return NO_OP;
}

static int edges_of_switch(struct diff *d, uint32_t i)
{
	const struct op *op = &d->plan->ops[i];
	lw_node goal = op->goal, have = op->have, above;
	int r;

	if (op->verb == LW_FENCE)
		return 0;
	if (op->phase == LW_PHASE_ENABLE) {
		above = node_at(d->goal, goal)->parent;
		return diff_edge(d, i, above ? switch_above(d, 0, above, false) : NO_OP,
				 LW_EDGE_SAFE);
	}
	if (op->phase == LW_PHASE_DISABLE) {
		above = goal ? node_at(d->goal, goal)->parent : node_at(d->have, have)->parent;
		r = goal ? diff_edge(d, i, d->on_op[goal], LW_EDGE_HARD) : 0;
		if (r < 0 || !above)
			return r;
		return diff_edge(d, switch_above(d, goal ? 0 : above, goal ? above : 0, true), i,
				 LW_EDGE_SAFE);
	}
	r = diff_edge(d, switch_above(d, have, goal, true), i, LW_EDGE_SAFE);
	return r < 0 ? r : diff_edge(d, i, switch_above(d, have, goal, false), LW_EDGE_SAFE);
}

/* Fences are passed by themselves; they have switches only through what they tie together. */
int diff_edges(struct diff *d)
{
	int r = diff_edges_ready(d);

	if (r == 0)
		r = diff_edges_structure(d);
	if (r == 0)
		r = diff_edges_settle(d);
	if (r == 0)
		r = diff_edges_attrs(d);
	if (r == 0)
		r = diff_edges_names(d);
	if (r == 0)
		r = diff_edges_values(d);
	if (r == 0)
		r = diff_edges_born(d);
	if (r == 0)
		r = diff_edges_safe(d);
	if (r == 0)
		r = diff_edges_paths(d);
	if (r == 0)
		r = diff_edges_bound(d);
	if (r == 0)
		r = diff_edges_matchers(d);
	for (uint32_t i = 0; i < d->ndir && r == 0; i++)
		r = edges_of_switch(d, i);
	return r;
}
