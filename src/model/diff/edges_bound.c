/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes that follow paths: who is beside a path when it is written is what the goal says, and what somebody asked for is
 * written behind it. One family of groups and units at a time, and a fence for each side, so that the cost is linear.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

/* What a family's writes wait for: who leaves, who joins, who becomes free; and what waits for them. */
struct rims {
	uint32_t leave, join, behind;
	uint32_t first; /* of the writes */
};

/* The write of a group by which units may be moved; NO_OP if there is none. */
static uint32_t mover(const struct diff *d, lw_node group)
{
	if (lw_kind_path_attr(node_kind(d->goal, group)) < 0 ||
	    diff_members(d->goal, group) == MEMBERS_ELSEWHERE)
		return NO_OP;
	return diff_path_op(d, group);
}

/* Whether a group is one of another node is settled before it is written. */
static int edges_of_members(struct diff *d, lw_node group)
{
	uint32_t write = diff_path_op(d, group);
	lw_node old = d->to_have[group];
	int r = 0;

	for (lw_node g = node_at(d->goal, group)->first; g && r == 0; g = node_at(d->goal, g)->next)
		if (diff_makes(d, g) && node_at(d->goal, g)->flags & LW_NODE_UNRESOLVED)
			r = diff_edge(d, d->make_op[g], write, LW_EDGE_SOFT);
	for (lw_node h = old ? node_at(d->have, old)->first : 0; h && r == 0;
	     h = node_at(d->have, h)->next)
		if (diff_takes(d, h) && node_at(d->have, h)->flags & LW_NODE_UNRESOLVED)
			r = diff_edge(d, d->del_op[h], write, LW_EDGE_SOFT);
	return r;
}

static int edges_of_group(struct diff *d, lw_node group, const struct rims *rims)
{
	uint32_t write = mover(d, group);
	bool opens = diff_path_closed_before(d, group) && !diff_path_closed_after(d, group);
	int r = diff_edge(d, rims->leave, write, LW_EDGE_SOFT);

	if (r == 0 && !opens)
		r = diff_edge(d, rims->join, write, LW_EDGE_SOFT);
	return r < 0 ? r : diff_edge(d, write, rims->behind, LW_EDGE_HARD);
}

/* What can only be changed while the unit is closed, and it is so already, comes before it is opened. */
static int edges_of_closed(struct diff *d, lw_node unit, uint32_t write)
{
	int r = 0;

	for (uint32_t i = d->first_op[unit]; i < d->last_op[unit] && r == 0; i++) {
		const struct lw_attr_spec *spec = lw_tree_attr_spec(
			d->goal, node_at(d->goal, unit)->kind, d->plan->ops[i].attr);

		if (spec && spec->when == LW_WHEN_INACTIVE)
			r = diff_edge(d, i, write, LW_EDGE_SOFT);
	}
	return r;
}

/* @write: who waits for the write of the path; @cause: that write. */
static int edges_behind(struct diff *d, lw_node unit, uint32_t write, uint32_t cause)
{
	uint16_t def = (uint16_t)lw_kind_bound_attr(node_kind(d->goal, unit));
	struct bound bound = diff_bound(d, unit);
	uint32_t last = NO_OP;
	unsigned count = 0;
	int r = 0;

	for (uint32_t i = d->first_op[unit]; i < d->last_op[unit]; i++)
		if (d->plan->ops[i].attr == def) {
			last = i;
			count++;
		}
	if (!bound.any || last == NO_OP)
		return bound.any ? edges_of_closed(d, unit, cause) : 0;
	if (count == 1 && d->plan->ops[last].new_value == bound.left)
		return 0;
	if (d->plan->ops[last].reason == LW_WHY_REWRITTEN)
		d->plan->ops[last].cause = cause;
	for (uint32_t i = d->first_op[unit]; i <= last && r == 0; i++)
		if (d->plan->ops[i].attr == def)
			r = diff_edge(d, write, i, i == last ? LW_EDGE_HARD : LW_EDGE_SOFT);
	return r;
}

/* Whether the unit follows at all is settled before. */
static int edges_of_binding(struct diff *d, lw_node unit, uint32_t write)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, unit);
	const char *name = kind->attrs[lw_kind_bound_attr(kind)].bound_by;
	int def = lw_kind_attr(kind, name, strlen(name)), r = 0;

	for (uint32_t i = d->first_op[unit]; i < d->last_op[unit] && r == 0; i++)
		if (d->plan->ops[i].attr == def)
			r = diff_edge(d, i, write, LW_EDGE_SOFT);
	return r;
}

static lw_node bound_unit(const struct diff *d, const struct lw_tree *tree, lw_node n)
{
	lw_node unit = lw_node_ref(tree, n);

	if (!unit || !lw_kind_in(d->bound_kinds, node_at(tree, unit)->kind))
		return 0;
	return tree == d->goal ? unit : d->to_goal[unit];
}

static int edges_of_unit(struct diff *d, lw_node referrer, const struct rims *rims)
{
	lw_node unit = bound_unit(d, d->goal, referrer);
	int r = diff_makes(d, referrer)
			? diff_edge(d, d->make_op[referrer], rims->join, LW_EDGE_SOFT)
			: 0;

	if (r == 0 && unit)
		r = edges_of_binding(d, unit, rims->leave);
	return r < 0 || !unit ? r : edges_behind(d, unit, rims->behind, rims->first);
}

static int edges_of_leavers(struct diff *d, lw_node old, uint32_t leave)
{
	int r = 0;

	for (lw_node h = old ? node_at(d->have, old)->first : 0; h && r == 0;
	     h = node_at(d->have, h)->next)
		if (diff_takes(d, h) && lw_kind_path_attr(node_kind(d->have, h)) < 0)
			r = diff_edge(d, d->del_op[h], leave, LW_EDGE_SOFT);
	return r;
}

static int make_rims(struct diff *d, lw_node parent, struct rims *rims)
{
	rims->leave = diff_fence(d, parent);
	rims->join = diff_fence(d, parent);
	rims->behind = diff_fence(d, parent);
	return rims->leave == NO_OP || rims->join == NO_OP || rims->behind == NO_OP ? -ENOMEM : 0;
}

static int edges_of_family(struct diff *d, lw_node parent)
{
	struct rims rims = { NO_OP, NO_OP, NO_OP, NO_OP };
	int r = 0;

	for (lw_node g = node_at(d->goal, parent)->first; g && r == 0;
	     g = node_at(d->goal, g)->next) {
		if (lw_kind_path_attr(node_kind(d->goal, g)) < 0)
			continue;
		if (rims.first == NO_OP)
			rims.first = mover(d, g);
		r = edges_of_members(d, g);
	}
	if (r < 0 || rims.first == NO_OP)
		return r;
	r = make_rims(d, parent, &rims);
	if (r == 0)
		r = edges_of_leavers(d, d->to_have[parent], rims.leave);
	for (lw_node g = node_at(d->goal, parent)->first; g && r == 0;
	     g = node_at(d->goal, g)->next)
		r = lw_kind_path_attr(node_kind(d->goal, g)) < 0 ? edges_of_unit(d, g, &rims)
								 : edges_of_group(d, g, &rims);
	return r;
}

/* Groups that go with their parent open their units on the way. */
static int edges_of_gone(struct diff *d, lw_node parent)
{
	uint32_t del = d->del_op[parent];
	int r = 0;

	for (lw_node h = node_at(d->have, parent)->first; h && r == 0;
	     h = node_at(d->have, h)->next) {
		lw_node unit = bound_unit(d, d->have, h);

		if (!unit || diff_made(d, unit))
			continue;
		r = edges_of_binding(d, unit, del);
		if (r == 0)
			r = edges_behind(d, unit, del, del);
	}
	return r;
}

int diff_edges_bound(struct diff *d)
{
	int r = 0;

	if (!d->bound_kinds)
		return 0;
	for (lw_node g = 1; g < d->ngoal && r == 0; g++)
		if (lw_kind_in(d->path_parents, node_at(d->goal, g)->kind) &&
		    !(node_at(d->goal, g)->flags & LW_NODE_DEAD))
			r = edges_of_family(d, g);
	for (lw_node h = 1; h < d->nhave && r == 0; h++)
		if (lw_kind_in(d->path_parents, node_at(d->have, h)->kind) && diff_takes(d, h))
			r = edges_of_gone(d, h);
	return r;
}
