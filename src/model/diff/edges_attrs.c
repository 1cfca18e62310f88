/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes among each other, and with the making of nodes. */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

static const struct lw_attr_spec *spec_of(const struct diff *d, const struct op *op)
{
	return lw_tree_attr_spec(d->goal, node_at(d->goal, op->goal)->kind, op->attr);
}

/* An operation of the same node on the attribute of this name, other than @except: the last one. */
static uint32_t op_on(const struct diff *d, lw_node g, const char *name, uint32_t except)
{
	int def = lw_kind_attr(node_kind(d->goal, g), name, strlen(name));

	for (uint32_t i = d->last_op[g]; def >= 0 && i > d->first_op[g]; i--)
		if (i - 1 != except && d->plan->ops[i - 1].attr == def)
			return i - 1;
	return NO_OP;
}

/* A change that needs another attribute at 0 goes between the writes that make it so and end it, whoever asked for these. */
static int edges_of_shutter(struct diff *d, uint32_t i, lw_node g, int shutter)
{
	int r = 0;

	for (uint32_t k = d->first_op[g]; k < d->last_op[g] && r == 0; k++) {
		const struct op *op = &d->plan->ops[k];

		if (op->attr != shutter || op->verb != LW_SETATTR)
			continue;
		bool closes = strcmp(tree_text(d->goal, op->new_value), "0") == 0;

		r = closes ? diff_edge(d, k, i, LW_EDGE_HARD) : diff_edge(d, i, k, LW_EDGE_HARD);
	}
	return r;
}

static bool re_pointed(const struct diff *d, lw_node g)
{
	return d->swap_op[g] != NO_OP && !diff_ref_same(d, d->to_have[g], g);
}

/* What refers to a node stops doing so by going, or by being swapped for something else; and the other way round. */
static int edge_from_leaver(struct diff *d, uint32_t i, lw_node have_referrer)
{
	lw_node after = d->to_goal[have_referrer];
	int r = diff_edge(d, d->del_op[have_referrer], i, LW_EDGE_HARD);

	if (r == 0 && after && re_pointed(d, after))
		r = diff_edge(d, d->swap_op[after], i, LW_EDGE_HARD);
	return r;
}

static int edge_to_comer(struct diff *d, uint32_t i, lw_node goal_referrer)
{
	int r = diff_edge(d, i, d->make_op[goal_referrer], LW_EDGE_HARD);

	if (r == 0 && re_pointed(d, goal_referrer))
		r = diff_edge(d, i, d->swap_op[goal_referrer], LW_EDGE_HARD);
	return r;
}

/* Before the contents change: who stops referring to the node, or is switched off while it does. */
static int edges_from_leavers(struct diff *d, uint32_t i, lw_node h)
{
	int r = 0;

	for (uint32_t k = d->have_refs.start[h]; k < d->have_refs.start[h + 1] && r == 0; k++) {
		lw_node referrer = d->have_refs.list[k];
		lw_node x = diff_export(d, referrer, 0);

		r = edge_from_leaver(d, i, referrer);
		if (r == 0 && x)
			r = diff_edge(d, d->off_op[x], i, LW_EDGE_HARD);
	}
	return r;
}

/* After it: who starts to refer to the node, or is switched on and does. */
static int edges_to_comers(struct diff *d, uint32_t i, lw_node g)
{
	int r = 0;

	for (uint32_t k = d->goal_refs.start[g]; k < d->goal_refs.start[g + 1] && r == 0; k++) {
		lw_node referrer = d->goal_refs.list[k], x = diff_export(d, 0, referrer);

		r = edge_to_comer(d, i, referrer);
		if (r == 0 && x)
			r = diff_edge(d, i, d->on_op[x], LW_EDGE_HARD);
	}
	return r;
}

/*
 * What needs the node closed changes what is behind it (another backing file), and so does opening or closing it for good:
 * nobody may see the contents of a time at which he does not refer to it.
 */
static int edges_of_contents(struct diff *d, uint32_t i, const struct op *op)
{
	bool opens = diff_opens(d, op), closes = diff_closes(d, op);
	lw_node g = op->goal;
	int r = 0;

	if (d->mark[g] & (GOAL_NEW | GOAL_RECREATE) ||
	    (op->flags & LW_OP_TEMPORARY && op->reason != LW_WHY_UNSAFE))
		return 0;
	if (!closes)
		r = edges_from_leavers(d, i, d->to_have[g]);
	return r < 0 || opens ? r : edges_to_comers(d, i, g);
}

/* Nobody may refer to the node while the attribute is written: neither the old referrers nor any new one. */
static int edges_of_unreferenced(struct diff *d, uint32_t i, lw_node g)
{
	lw_node h = d->to_have[g];
	int r = 0;

	if (d->mark[g] & (GOAL_NEW | GOAL_RECREATE))
		h = 0;
	for (uint32_t k = h ? d->have_refs.start[h] : 0;
	     h && k < d->have_refs.start[h + 1] && r == 0; k++)
		r = edge_from_leaver(d, i, d->have_refs.list[k]);
	for (uint32_t k = d->goal_refs.start[g]; k < d->goal_refs.start[g + 1] && r == 0; k++)
		r = edge_to_comer(d, i, d->goal_refs.list[k]);
	return r;
}

/* What must be written before this attribute is 1 is written while it is 0: edges_of_shutter() knows both sides. */
static bool shuts(const struct diff *d, const struct op *op, const struct lw_attr_spec *spec)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, op->goal);
	int before = lw_kind_attr(kind, spec->after, strlen(spec->after));

	return before >= 0 && diff_shutter(kind, &kind->attrs[before]) == op->attr;
}

static int edges_of_attr(struct diff *d, uint32_t i)
{
	const struct op op = d->plan->ops[i];
	const struct lw_attr_spec *spec = spec_of(d, &op);
	int r = 0, shutter;

	if (diff_makes(d, op.goal))
		r = diff_edge(d, d->make_op[op.goal], i, LW_EDGE_HARD);
	if (!spec || r < 0)
		return r;
	if (spec->after && !shuts(d, &op, spec))
		r = diff_edge(d, op_on(d, op.goal, spec->after, i), i, LW_EDGE_HARD);
	for (const char *const *also = spec->after_also; also && *also && r == 0; also++)
		r = diff_edge(d, op_on(d, op.goal, *also, i), i, LW_EDGE_HARD);
	for (const struct lw_rewrite *rule = spec->rewrites; rule && rule->attr && r == 0; rule++)
		r = diff_edge(d, i, op_on(d, op.goal, rule->attr, i), LW_EDGE_HARD);
	shutter = diff_shutter(node_kind(d->goal, op.goal), spec);
	if (r == 0 && shutter >= 0)
		r = edges_of_shutter(d, i, op.goal, shutter);
	if (r == 0 && (spec->when == LW_WHEN_INACTIVE || spec->flags & (LW_A_ACTIVE | LW_A_MEDIUM)))
		r = edges_of_contents(d, i, &op);
	if (r == 0 && spec->when == LW_WHEN_UNREFERENCED)
		r = edges_of_unreferenced(d, i, op.goal);
	/* Switched on with the old value, the node would claim what somebody else may have by now. */
	if (r == 0 && spec->unique && spec->unique_while == LW_WHILE_ENABLED)
		r = diff_edge(d, i, d->on_op[op.goal], LW_EDGE_HARD);
	if (r == 0 && (op.reason == LW_WHY_SPARE || op.reason == LW_WHY_UNSAFE))
		r = diff_edge(d, i, op.cause, LW_EDGE_HARD);
	return r;
}

/*
 * Adds and deletes of one set of values. Where every old value goes and new ones come, all the new ones come first, or the set
 * would be empty for a moment: [from, to) are its operations, adds first as emitted. */
static int edges_of_set(struct diff *d, uint32_t from, uint32_t to)
{
	const struct op *first = &d->plan->ops[from];
	const struct lw_attr_spec *spec = spec_of(d, first);
	lw_node g = first->goal;
	uint32_t fence, adds = 0, dels = 0;
	bool dels_first = spec->flags & LW_A_SINGLE;
	enum lw_strength strength = dels_first ? LW_EDGE_HARD : LW_EDGE_SAFE;
	int r = 0;

	for (uint32_t i = from; i < to; i++) {
		adds += d->plan->ops[i].verb == LW_ADDVAL;
		dels += d->plan->ops[i].verb == LW_DELVAL;
	}
	if (!adds || !dels)
		return 0;
	if (!dels_first &&
	    (spec->access != LW_ACC_OPEN_WHEN_EMPTY || diff_survives(d, first, spec)))
		return 0;
	fence = diff_fence(d, g);
	if (fence == NO_OP)
		return -ENOMEM;
	for (uint32_t i = from; i < to && r == 0; i++) {
		bool early = (d->plan->ops[i].verb == LW_ADDVAL) != dels_first;

		if (d->plan->ops[i].verb == LW_CHVAL)
			continue;
		r = early ? diff_edge(d, i, fence, strength) : diff_edge(d, fence, i, strength);
	}
	return r;
}

static int edges_of_sets(struct diff *d, lw_node g)
{
	int r = 0;

	for (uint32_t i = d->first_op[g], end; i < d->last_op[g] && r == 0; i = end) {
		const struct op *op = &d->plan->ops[i];
		const struct lw_attr_spec *spec = spec_of(d, op);

		for (end = i + 1; end < d->last_op[g] && d->plan->ops[end].attr == op->attr; end++)
			;
		if (spec && spec->flags & LW_A_MULTI)
			r = edges_of_set(d, i, end);
	}
	return r;
}

/* Whether somebody waits for the new node to be finished: a unit that refers to it, or one that it holds for its client. */
static bool awaited(const struct diff *d, lw_node g)
{
	uint32_t first = d->goal_refs.start[g];

	if (node_kind(d->goal, g)->access & LW_ROLE_MATCHER)
		return node_at(d->goal, g)->first;
	if (first == d->goal_refs.start[g + 1])
		return false;
	return node_kind(d->goal, d->goal_refs.list[first])->access & LW_ROLE_GRANT;
}

/* Whoever waits for a new node waits until its attributes are written: clients see it finished. */
static int make_ready(struct diff *d, lw_node g)
{
	uint32_t first = d->first_op[g], last = d->last_op[g], fence;
	int r;

	if (!diff_makes(d, g) || first == last || !awaited(d, g))
		return 0;
	fence = diff_fence(d, g);
	if (fence == NO_OP)
		return -ENOMEM;
	r = diff_edge(d, d->ready_op[g], fence, LW_EDGE_HARD);
	for (uint32_t i = first; i < last && r == 0; i++)
		r = diff_edge(d, i, fence, LW_EDGE_SAFE);
	d->ready_op[g] = fence;
	return r;
}

/* What must be written before nodes of certain kinds are made, anywhere (setup_id before devices). */
static int edges_of_before(struct diff *d, uint32_t i, uint64_t kinds, uint32_t *fence)
{
	if (*fence == NO_OP) {
		*fence = diff_fence(d, d->plan->ops[i].goal);
		if (*fence == NO_OP)
			return -ENOMEM;
		for (lw_node g = 2; g < d->ngoal; g++)
			if (diff_makes(d, g) && lw_kind_in(kinds, node_at(d->goal, g)->kind) &&
			    diff_edge(d, *fence, d->make_op[g], LW_EDGE_SAFE) < 0)
				return -ENOMEM;
	}
	return diff_edge(d, i, *fence, LW_EDGE_SAFE);
}

int diff_edges_ready(struct diff *d)
{
	int r = 0;

	for (lw_node g = 2; g < d->ngoal && r == 0; g++)
		r = make_ready(d, g);
	return r;
}

int diff_edges_attrs(struct diff *d)
{
	uint32_t fence = NO_OP;
	int r = 0;

	for (lw_node g = 1; g < d->ngoal && r == 0; g++)
		if (d->first_op[g] < d->last_op[g])
			r = edges_of_sets(d, g);
	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op *op = &d->plan->ops[i];
		const struct lw_attr_spec *spec;

		/* Switching off concerns the node that is there, not the one that is made in its place. */
		if (op->attr == NO_ATTR || !op->goal || op->phase == LW_PHASE_DISABLE ||
		    op->verb == LW_CREATE || op->verb == LW_DELETE)
			continue;
		spec = spec_of(d, op);
		if (spec && spec->before)
			r = edges_of_before(d, i, spec->before, &fence);
		if (r == 0)
			r = edges_of_attr(d, i);
	}
	return r;
}
