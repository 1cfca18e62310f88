/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths that a group of exports shares: an attribute of the group opens and closes them to all units that stand beside it
 * (column drops). What opens a path, or leaves one free, comes first; what closes one waits for it, so that whoever has both
 * always has one.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

bool diff_path_closed(struct lw_tree *tree, lw_node group)
{
	const struct lw_kind_spec *kind = node_kind(tree, group);
	int def = lw_kind_path_attr(kind);
	uint32_t value = 0;
	bool known = false;

	lw_tree_effective(tree, group, (uint16_t)def, &value, &known);
	return known && lw_value_drops(&kind->attrs[def], tree_text(tree, value));
}

uint32_t diff_path_op(const struct diff *d, lw_node goal_group)
{
	int def = lw_kind_path_attr(node_kind(d->goal, goal_group));

	for (uint32_t i = d->first_op[goal_group]; i < d->last_op[goal_group]; i++)
		if (d->plan->ops[i].attr == def)
			return i;
	return NO_OP;
}

bool diff_path_closed_after(struct diff *d, lw_node goal_group)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, goal_group);
	uint32_t i = diff_path_op(d, goal_group);

	if (i != NO_OP)
		return d->plan->ops[i].new_value != NO_VALUE &&
		       lw_value_drops(&kind->attrs[lw_kind_path_attr(kind)],
				      tree_text(d->goal, d->plan->ops[i].new_value));
	/* Not written: it stays as it is, whatever the goal is silent about. */
	if (d->to_have[goal_group] && !diff_makes(d, goal_group))
		return diff_path_closed(d->have, d->to_have[goal_group]);
	return diff_path_closed(d->goal, goal_group);
}

bool diff_path_closed_before(struct diff *d, lw_node goal_group)
{
	lw_node h = d->to_have[goal_group];

	return h && diff_path_closed(d->have, h);
}

/* What opens, or leaves, and what closes, in one family of groups and units. */
struct ties {
	struct {
		uint32_t *at, len, cap;
	} early, late;
};

static int add_early(struct ties *ties, uint32_t op)
{
	if (lw_grow(&ties->early.at, &ties->early.cap, (uint64_t)ties->early.len + 1,
		    sizeof(uint32_t)) < 0)
		return -ENOMEM;
	ties->early.at[ties->early.len++] = op;
	return 0;
}

static int add_late(struct ties *ties, uint32_t op)
{
	if (lw_grow(&ties->late.at, &ties->late.cap, (uint64_t)ties->late.len + 1,
		    sizeof(uint32_t)) < 0)
		return -ENOMEM;
	ties->late.at[ties->late.len++] = op;
	return 0;
}

/* Who goes along with what it refers to leaves nothing behind that could be missed. */
static bool leaves(const struct diff *d, lw_node h)
{
	const struct node *node = node_at(d->have, h);

	if (!diff_takes(d, h) || node->flags & LW_NODE_UNRESOLVED || !node->ref)
		return false;
	return diff_effective(d, d->del_op[h]) != d->del_op[node->ref];
}

static int gather_leavers(struct diff *d, struct ties *ties, lw_node parent)
{
	int r = 0;

	for (lw_node h = node_at(d->have, parent)->first; h && r == 0;
	     h = node_at(d->have, h)->next) {
		if (lw_kind_path_attr(node_kind(d->have, h)) >= 0)
			r = gather_leavers(d, ties, h);
		else if (leaves(d, h))
			r = add_early(ties, d->del_op[h]);
	}
	return r;
}

static int gather_group(struct diff *d, struct ties *ties, lw_node group)
{
	bool after = diff_path_closed_after(d, group);
	uint32_t op = diff_path_op(d, group);
	int r = 0;

	if (op != NO_OP && after != diff_path_closed_before(d, group))
		r = after ? add_late(ties, op) : add_early(ties, op);
	for (lw_node g = node_at(d->goal, group)->first; g && r == 0;
	     g = node_at(d->goal, g)->next) {
		if (!diff_makes(d, g))
			continue;
		if (after)
			r = add_late(ties, d->make_op[g]);
		else if (!(node_at(d->goal, g)->flags & LW_NODE_UNRESOLVED)) /* edges_bound.c */
			r = diff_edge(d, op, d->make_op[g], LW_EDGE_SOFT);
	}
	return r;
}

static int gather(struct diff *d, struct ties *ties, lw_node parent)
{
	int r = d->to_have[parent] ? gather_leavers(d, ties, d->to_have[parent]) : 0;

	for (lw_node g = node_at(d->goal, parent)->first; g && r == 0;
	     g = node_at(d->goal, g)->next) {
		if (lw_kind_path_attr(node_kind(d->goal, g)) >= 0)
			r = gather_group(d, ties, g);
		else if (diff_makes(d, g))
			r = add_late(ties, d->make_op[g]);
	}
	return r;
}

static int tie(struct diff *d, const struct ties *ties, lw_node parent)
{
	uint32_t fence;
	int r = 0;

	if (!ties->early.len || !ties->late.len)
		return 0;
	fence = diff_fence(d, parent);
	if (fence == NO_OP)
		return -ENOMEM;
	for (uint32_t i = 0; i < ties->early.len && r == 0; i++)
		r = diff_edge(d, ties->early.at[i], fence, LW_EDGE_SOFT);
	for (uint32_t i = 0; i < ties->late.len && r == 0; i++)
		r = diff_edge(d, fence, ties->late.at[i], LW_EDGE_SOFT);
	return r;
}

int diff_edges_paths(struct diff *d)
{
	uint64_t parents = lw_schema_path_parents(d->goal->schema);
	struct ties ties = { { NULL, 0, 0 }, { NULL, 0, 0 } };
	int r = 0;

	for (lw_node g = 1; g < d->ngoal && parents && r == 0; g++) {
		if (node_at(d->goal, g)->flags & LW_NODE_DEAD ||
		    !lw_kind_in(parents, node_at(d->goal, g)->kind))
			continue;
		ties.early.len = ties.late.len = 0;
		r = gather(d, &ties, g);
		if (r == 0)
			r = tie(d, &ties, g);
	}
	free(ties.early.at);
	free(ties.late.at);
	return r;
}
