/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A client changes the set of units it sees when a matcher comes, goes or moves; the set itself changes when its units are
 * swapped. Leaving comes before the old set is swapped, entering after the new one is. A client that leaves a container enters
 * the export's own set, the fallback, and the other way round.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/diff/diff.h"

struct sets {
	struct diff *d;
	uint8_t *swapped;  /* by goal container or export: some unit in it is swapped */
	uint32_t *left;	   /* fence: whoever leaves has left */
	uint32_t *swaps;   /* fence: the units are swapped */
	uint32_t *filled;  /* new container: its units are made */
	uint32_t *closed;  /* export: its own set is as small as it gets */
	uint32_t *entered; /* export: whoever enters a container has entered */
};

static bool changes_set(const struct diff *d, const struct op *op)
{
	return (op->verb == LW_CREATE || op->verb == LW_DELETE || op->verb == LW_MOVE) &&
	       op_kind(d->plan, op)->access & LW_ROLE_MATCHER;
}

static bool own_container(const struct lw_kind_spec *kind)
{
	return kind->access & LW_ROLE_CONTAINER; /* an ACL is matcher and container in one */
}

/* The set (as a goal node) that a matcher's client sees through it: its container, or the matcher itself. 0: it goes. */
static lw_node set_in_have(const struct diff *d, lw_node h)
{
	return own_container(node_kind(d->have, h)) ? d->to_goal[h]
						    : d->to_goal[node_at(d->have, h)->parent];
}

static lw_node set_in_goal(const struct diff *d, lw_node g)
{
	return own_container(node_kind(d->goal, g)) ? g : node_at(d->goal, g)->parent;
}

static lw_node leaves(const struct diff *d, const struct op *op, lw_node x)
{
	return op->verb == LW_CREATE ? x : set_in_have(d, op->have);
}

static lw_node enters(const struct diff *d, const struct op *op, lw_node x)
{
	return op->verb == LW_DELETE ? x : set_in_goal(d, op->goal);
}

static uint32_t fence_of(struct diff *d, uint32_t *fences, lw_node at)
{
	if (fences[at] == NO_OP)
		fences[at] = diff_fence(d, at);
	return fences[at];
}

static int before_fence(struct diff *d, uint32_t i, uint32_t *fences, lw_node at,
			enum lw_strength strength)
{
	uint32_t fence = fence_of(d, fences, at);

	return fence == NO_OP ? -ENOMEM : diff_edge(d, i, fence, strength);
}

static int after_fence(struct diff *d, uint32_t *fences, lw_node at, uint32_t i,
		       enum lw_strength strength)
{
	uint32_t fence = fence_of(d, fences, at);

	return fence == NO_OP ? -ENOMEM : diff_edge(d, fence, i, strength);
}

/* Operations on units of the export's own set, and on the gate in front of it. */

static bool is_gate(const struct diff *d, const struct op *op, lw_node x)
{
	const struct lw_attr_spec *spec;

	if (op->verb != LW_SETATTR || op->goal != x)
		return false;
	spec = lw_tree_attr_spec(d->goal, node_at(d->goal, x)->kind, op->attr);
	return spec && spec->access == LW_ACC_NARROWER;
}

static int tie_unit(struct sets *s, uint32_t i, lw_node x)
{
	struct diff *d = s->d;
	const struct op op = d->plan->ops[i];
	enum direction dir = d->dir[i];
	lw_node set;

	if (op.verb == LW_REPLACE && dir == DIR_PIVOT) {
		set = node_at(d->goal, op.goal)->parent;
		if (s->left[set] != NO_OP && diff_edge(d, s->left[set], i, LW_EDGE_SAFE) < 0)
			return -ENOMEM;
		return s->swaps[set] != NO_OP ? diff_edge(d, i, s->swaps[set], LW_EDGE_SAFE) : 0;
	}
	if (!diff_in_own_set(d, &op) && !is_gate(d, &op, x))
		return 0;
	if (dir == DIR_NARROW && s->closed[x] != NO_OP)
		return diff_edge(d, i, s->closed[x], LW_EDGE_SAFE);
	if (dir == DIR_WIDEN && s->entered[x] != NO_OP)
		return diff_edge(d, s->entered[x], i, LW_EDGE_SAFE);
	return 0;
}

static int tie_matcher(struct sets *s, uint32_t i, lw_node x)
{
	struct diff *d = s->d;
	const struct op op = d->plan->ops[i];
	lw_node from = leaves(d, &op, x), to = enters(d, &op, x);
	int r = 0;

	if (from && s->swapped[from])
		r = before_fence(d, i, s->left, from, LW_EDGE_SAFE);
	if (r == 0 && to && s->swapped[to])
		r = after_fence(d, s->swaps, to, i, LW_EDGE_SAFE);
	if (r == 0 && op.verb == LW_DELETE && d->dir[i] == DIR_NARROW)
		r = after_fence(d, s->closed, x, i, LW_EDGE_SAFE);
	if (r == 0 && op.verb == LW_CREATE && d->dir[i] == DIR_WIDEN)
		r = before_fence(d, i, s->entered, x, LW_EDGE_SAFE);
	return r;
}

/* A new container is filled before anybody enters it: they would see nothing in between, or the rest of an unfinished set. */
static int tie_new_container(struct sets *s, uint32_t i, bool matcher)
{
	struct diff *d = s->d;
	const struct op op = d->plan->ops[i];
	lw_node parent = op.goal ? node_at(d->goal, op.goal)->parent : 0;

	if (!parent || !diff_plain_container(node_kind(d->goal, parent)) || !diff_makes(d, parent))
		return 0;
	if (matcher && (op.verb == LW_CREATE || op.verb == LW_MOVE))
		return s->filled[parent] != NO_OP ? diff_edge(d, s->filled[parent], i, LW_EDGE_SOFT)
						  : 0;
	if (!matcher && op.verb == LW_CREATE)
		return before_fence(d, i, s->filled, parent, LW_EDGE_SOFT);
	return 0;
}

/* Patterns: entering in the order in which containers are searched, leaving in the reverse one, and entering first. */

struct step {
	lw_node export_node;
	uint32_t rank, op;
};

static int by_rank(const void *a, const void *b)
{
	const struct step *x = a, *y = b;

	if (x->export_node != y->export_node)
		return x->export_node < y->export_node ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->op < y->op ? -1 : x->op > y->op;
}

static uint32_t rank_of(const struct diff *d, const struct op *op)
{
	if (op->verb == LW_DELETE)
		return UINT32_MAX - node_at(d->have, op->have)->parent;
	return node_at(d->goal, op->goal)->parent;
}

static int chain_patterns(struct diff *d)
{
	struct step *steps = NULL;
	uint32_t n = 0, cap = 0;
	int r = 0;

	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op *op = &d->plan->ops[i];
		lw_node x = diff_export(d, op->have, op->goal);

		if (!changes_set(d, op) || !diff_visible(d, x) || !(d->mark[x] & GOAL_PATTERNS))
			continue;
		r = lw_grow(&steps, &cap, (uint64_t)n + 1, sizeof(*steps));
		if (r == 0)
			steps[n++] = (struct step){ x, rank_of(d, op), i };
	}
	if (r == 0 && n > 1)
		qsort(steps, n, sizeof(*steps), by_rank);
	for (uint32_t i = 1; i < n && r == 0; i++)
		if (steps[i].export_node == steps[i - 1].export_node)
			r = diff_edge(d, steps[i - 1].op, steps[i].op, LW_EDGE_SAFE);
	free(steps);
	return r;
}

static void mark_swapped(struct sets *s)
{
	struct diff *d = s->d;

	for (uint32_t i = 0; i < d->ndir; i++) {
		const struct op *op = &d->plan->ops[i];

		if (op->verb == LW_REPLACE && d->dir[i] == DIR_PIVOT)
			s->swapped[node_at(d->goal, op->goal)->parent] = 1;
	}
}

static int tie_all(struct sets *s)
{
	struct diff *d = s->d;
	int r = 0;

	mark_swapped(s);
	/* Units of new containers first, then matchers (they make the fences), then units that wait for these fences. */
	for (uint32_t i = 0; i < d->ndir && r == 0; i++)
		if (op_kind(d->plan, &d->plan->ops[i])->access & LW_ROLE_GRANT)
			r = tie_new_container(s, i, false);
	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op op = d->plan->ops[i];
		lw_node x = diff_export(d, op.have, op.goal);

		if (!changes_set(d, &op))
			continue;
		r = tie_new_container(s, i, true);
		if (r == 0 && diff_visible(d, x))
			r = tie_matcher(s, i, x);
	}
	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		lw_node x = diff_export(d, d->plan->ops[i].have, d->plan->ops[i].goal);

		if (diff_visible(d, x))
			r = tie_unit(s, i, x);
	}
	return r < 0 ? r : chain_patterns(d);
}

static uint32_t *no_ops(uint32_t count)
{
	uint32_t *list = lw_calloc(count, sizeof(*list));

	for (uint32_t i = 0; list && i < count; i++)
		list[i] = NO_OP;
	return list;
}

static bool any_matcher(const struct diff *d)
{
	for (uint32_t i = 0; i < d->ndir; i++)
		if (changes_set(d, &d->plan->ops[i]))
			return true;
	return false;
}

int diff_edges_matchers(struct diff *d)
{
	struct sets s = { .d = d };
	int r = -ENOMEM;

	if (!any_matcher(d))
		return 0;
	s.swapped = lw_calloc(d->ngoal, 1);
	s.left = no_ops(d->ngoal);
	s.swaps = no_ops(d->ngoal);
	s.filled = no_ops(d->ngoal);
	s.closed = no_ops(d->ngoal);
	s.entered = no_ops(d->ngoal);
	if (s.swapped && s.left && s.swaps && s.filled && s.closed && s.entered)
		r = tie_all(&s);
	free(s.swapped);
	free(s.left);
	free(s.swaps);
	free(s.filled);
	free(s.closed);
	free(s.entered);
	return r;
}
