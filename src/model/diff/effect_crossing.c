/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A matcher that comes, goes or moves gives its client another set of units at once: it crosses from one to the other. What it
 * had and does not find there, or not yet, is lost to it.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/diff/diff.h"

static lw_node unit_in(const struct lw_tree *tree, lw_node set, const struct node *unit)
{
	return set ? lw_tree_find_interned(tree, set, unit->kind, unit->name) : 0;
}

/* The set that a matcher's client sees: its container, which may be the matcher itself. */
static lw_node set_of(const struct lw_tree *tree, lw_node matcher)
{
	return node_kind(tree, matcher)->access & LW_ROLE_CONTAINER
		       ? matcher
		       : node_at(tree, matcher)->parent;
}

/* An operation on a matcher gives its client another set of units at once. */
struct crossing {
	lw_node from, to; /* sets, in have and in the goal */
	lw_node stays; /* what goes from the set anyway, because it is not in this one, has its own operation; 0: all */
	uint32_t op;
};

static bool crosses(const struct diff *d, uint32_t i, struct crossing *ret)
{
	const struct op *op = &d->plan->ops[i];
	lw_node x;

	if (op->flags & LW_OP_IMPLIED || !(op_kind(d->plan, op)->access & LW_ROLE_MATCHER) ||
	    op_of_value(op))
		return false;
	x = diff_export(d, op->have, op->goal);
	if (!diff_visible(d, x) || !d->to_have[x] || d->dir[i] == DIR_WIDEN)
		return false;
	*ret = (struct crossing){ .op = i };
	ret->from = op->verb == LW_CREATE ? d->to_have[x] : set_of(d->have, op->have);
	ret->stays = op->verb == LW_CREATE ? x : 0;
	ret->to = op->verb == LW_DELETE ? x : set_of(d->goal, op->goal);
	return true;
}

static int by_sets(const void *left, const void *right)
{
	const struct crossing *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->stays != b->stays)
		return a->stays < b->stays ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

struct list {
	uint32_t *at;
	uint32_t len, cap;
};

/* A loss that the unit's own deletion tells of. */
static bool told(const struct diff *d, lw_node unit)
{
	return diff_takes(d, unit) && d->plan->ops[d->del_op[unit]].effect >= LW_EFFECT_DROPS;
}

/* The units that a client has before it crosses. */
static int gather_units(const struct diff *d, const struct crossing *crossing, struct list *units)
{
	const struct lw_tree *have = d->have;

	units->len = 0;
	for (lw_node c = node_at(have, crossing->from)->first; c; c = node_at(have, c)->next) {
		if (!diff_is_own_grant(node_kind(have, c)) || told(d, c) ||
		    (crossing->stays && !unit_in(d->goal, crossing->stays, node_at(have, c))))
			continue;
		if (lw_grow(&units->at, &units->cap, (uint64_t)units->len + 1, sizeof(*units->at)) <
		    0)
			return -ENOMEM;
		units->at[units->len++] = c;
	}
	return 0;
}

/*
 * From which place in the order on a client that had @units finds all of them in @to; UINT32_MAX: never. Another device at the
 * number is as a swap; a unit that is yet to be made is missed until then.
 */
static uint32_t complete_from(const struct diff *d, const struct list *units, lw_node to,
			      const uint32_t *rank)
{
	uint32_t from = 0;

	for (uint32_t i = 0; i < units->len; i++) {
		lw_node unit = unit_in(d->goal, to, node_at(d->have, units->at[i]));

		if (!unit)
			return UINT32_MAX;
		if (diff_makes(d, unit) && rank[d->make_op[unit]] > from)
			from = rank[d->make_op[unit]];
	}
	return from;
}

/* Many clients cross between the same two sets: sorted, so that each pair is compared once. */
static int raise_sorted(struct diff *d, const struct crossing *list, uint32_t n,
			const uint32_t *rank)
{
	struct list units = { NULL, 0, 0 };
	uint32_t complete = 0;
	int r = 0;

	for (uint32_t i = 0; i < n && r == 0; i++) {
		const struct crossing *c = &list[i];
		struct op *op = &d->plan->ops[c->op];

		if (!i || c->from != c[-1].from || c->stays != c[-1].stays)
			r = gather_units(d, c, &units);
		if (!i || by_sets(c, c - 1) != 0)
			complete = complete_from(d, &units, c->to, rank);
		if (complete > rank[c->op] && op->effect < LW_EFFECT_DROPS) {
			op->effect = LW_EFFECT_DROPS;
			op->scope = LW_SCOPE_NODE;
		}
	}
	free(units.at);
	return r;
}

int diff_effects_of_crossing(struct diff *d, const uint32_t *rank)
{
	struct crossing *list = NULL, crossing;
	uint32_t n = 0, cap = 0;
	int r = 0;

	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		if (!crosses(d, i, &crossing))
			continue;
		r = lw_grow(&list, &cap, (uint64_t)n + 1, sizeof(*list));
		if (r == 0)
			list[n++] = crossing;
	}
	if (r == 0 && n) {
		qsort(list, n, sizeof(*list), by_sets);
		r = raise_sorted(d, list, n, rank);
	}
	free(list);
	return r;
}
