/* SPDX-License-Identifier: Apache-2.0 */
/* Parents and children, referents and referrers, siblings whose order counts. */
#include "model/diff/diff.h"

static lw_node referent(const struct lw_tree *tree, lw_node n)
{
	return node_at(tree, n)->flags & LW_NODE_UNRESOLVED ? 0 : node_at(tree, n)->ref;
}

/* The sibling of the same kind that stands before this one. */
static int edges_of_order(struct diff *d, lw_node parent)
{
	uint32_t before = NO_OP;
	int r = 0;

	for (lw_node c = node_at(d->goal, parent)->first; c && r == 0;
	     c = node_at(d->goal, c)->next) {
		if (node_kind(d->goal, c)->order != LW_ORDER_SIGNIFICANT || !diff_makes(d, c))
			continue;
		r = diff_edge(d, before, d->make_op[c], LW_EDGE_HARD);
		before = d->make_op[c];
	}
	return r;
}

/* What the kernel makes by itself for a referent exists once: the old one goes before a declared one takes its place. */
static int edges_of_settled(struct diff *d, uint32_t i, lw_node ref)
{
	lw_node h = d->to_have[ref];
	int r = 0;

	for (uint32_t k = h ? d->have_refs.start[h] : 0;
	     h && k < d->have_refs.start[h + 1] && r == 0; k++) {
		lw_node other = d->have_refs.list[k];

		if (node_kind(d->have, other)->settle && diff_takes(d, other))
			r = diff_edge(d, d->del_op[other], i, LW_EDGE_EXCL);
	}
	return r;
}

/* What holds the units of its own client is finished, credentials and all, before it gets any; other parents just are there. */
static uint32_t waits_for(const struct diff *d, lw_node parent)
{
	bool finished = node_kind(d->goal, parent)->access & LW_ROLE_MATCHER;

	return finished ? d->ready_op[parent] : d->make_op[parent];
}

/* The sibling that the node stands on (an NPIV port on its physical one); 0 if there is none in this tree. */
static lw_node host_of(const struct lw_tree *tree, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	int def = kind->access & LW_ROLE_EXPORT ? lw_kind_attr_flag(kind, LW_A_HOST) : -1;
	unsigned count = 0;
	const struct attr *run = def < 0 ? NULL : lw_tree_attr_run(tree, n, (uint16_t)def, &count);

	if (!run || run->state != LW_SET)
		return 0;
	return lw_tree_find_interned(tree, node_at(tree, n)->parent, node_at(tree, n)->kind,
				     run->value);
}

static uint32_t switched_off(const struct diff *d, lw_node h)
{
	return d->to_goal[h] ? d->off_op[d->to_goal[h]] : d->gone_off_op[h];
}

static int edges_of_create(struct diff *d, uint32_t i, const struct op *op)
{
	lw_node g = op->goal, h = d->to_have[g], ref = referent(d->goal, g);
	lw_node parent = node_at(d->goal, g)->parent;
	int r = 0;

	if (diff_makes(d, parent))
		r = diff_edge(d, waits_for(d, parent), i, LW_EDGE_HARD);
	if (r == 0 && ref)
		r = diff_edge(d, d->ready_op[ref], i, LW_EDGE_HARD);
	if (r == 0 && d->mark[g] & GOAL_RECREATE)
		r = diff_edge(d, d->del_op[h], i, LW_EDGE_HARD);
	if (r == 0 && ref && node_kind(d->goal, g)->settle)
		r = edges_of_settled(d, i, ref);
	/* Once a local reference, now remote: made too early, it would still be the local one. */
	if (r == 0 && h && !ref && referent(d->have, h))
		r = diff_edge(d, d->del_op[referent(d->have, h)], i, LW_EDGE_HARD);
	if (r == 0 && host_of(d->goal, g))
		r = diff_edge(d, d->on_op[host_of(d->goal, g)], i, LW_EDGE_HARD);
	return r;
}

static int edges_of_replace(struct diff *d, uint32_t i, const struct op *op)
{
	lw_node ref = referent(d->goal, op->goal), old = referent(d->have, op->have);
	int r = ref ? diff_edge(d, d->ready_op[ref], i, LW_EDGE_HARD) : 0;

	if (r == 0 && old && diff_takes(d, old))
		r = diff_edge(d, i, d->del_op[old],
			      diff_goes_with_ref(d, op->have) ? LW_EDGE_SOFT : LW_EDGE_HARD);
	return r;
}

static int edges_of_move(struct diff *d, uint32_t i, const struct op *op)
{
	lw_node to = node_at(d->goal, op->goal)->parent, from = node_at(d->have, op->have)->parent;
	int r = diff_makes(d, to) ? diff_edge(d, d->make_op[to], i, LW_EDGE_HARD) : 0;

	if (r == 0 && diff_takes(d, from))
		r = diff_edge(d, i, d->del_op[from], LW_EDGE_HARD);
	return r;
}

static int edges_of_delete(struct diff *d, uint32_t i, const struct op *op)
{
	lw_node h = op->have, parent = node_at(d->have, h)->parent, ref = referent(d->have, h);
	bool implied = op->flags & LW_OP_IMPLIED;
	uint32_t cause = op->cause;
	bool blocked = ref && !diff_goes_with_ref(d, h);
	int r = 0;

	if (host_of(d->have, h))
		r = diff_edge(d, i, switched_off(d, host_of(d->have, h)), LW_EDGE_HARD);
	if (r == 0 && diff_takes(d, parent))
		r = lw_plan_edge(d->plan, i, d->del_op[parent], LW_EDGE_HARD);
	if (r == 0 && diff_takes(d, parent) &&
	    diff_effective(d, i) != diff_effective(d, d->del_op[parent]))
		r = diff_edge(d, i, d->del_op[parent], LW_EDGE_HARD);
	if (r == 0 && implied && cause != NO_OP)
		r = lw_plan_edge(d->plan, i, cause, LW_EDGE_HARD);
	/* Implied by the referent's own delete: that edge is there already. */
	if (r == 0 && ref && diff_takes(d, ref) && !(implied && cause == d->del_op[ref]))
		r = diff_edge(d, i, d->del_op[ref], blocked ? LW_EDGE_HARD : LW_EDGE_SOFT);
	return r;
}

static int edges_of_op(struct diff *d, uint32_t i)
{
	const struct op op = d->plan->ops[i];

	switch (op.verb) {
	case LW_CREATE:
		return edges_of_create(d, i, &op);
	case LW_REPLACE:
		return edges_of_replace(d, i, &op);
	case LW_MOVE:
		return edges_of_move(d, i, &op);
	case LW_DELETE:
		return edges_of_delete(d, i, &op);
	case LW_SETTLE:
		return diff_edge(d, d->make_op[op.goal], i, LW_EDGE_HARD);
	default:
		return 0;
	}
}

int diff_edges_structure(struct diff *d)
{
	int r = 0;

	for (uint32_t i = 0; i < d->ndir && r == 0; i++)
		r = edges_of_op(d, i);
	for (lw_node g = 1; g < d->ngoal && r == 0; g++)
		r = edges_of_order(d, g);
	return r;
}
