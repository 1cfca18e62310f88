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
	uint32_t until; /* the operation before which nobody looks; NO_OP: @op itself counts */
};

/* Closed for a moment: what counts is what is there when it is opened again. */
static bool is_closed(const struct diff *d, lw_node x)
{
	return d->off_op[x] != NO_OP && d->plan->ops[d->off_op[x]].verb == LW_CLOSE;
}

/* Deleted, or made, to be there again when the export is opened. */
static bool comes_back(const struct diff *d, const struct op *op, lw_node x)
{
	if (!is_closed(d, x))
		return false;
	return op->verb == LW_CREATE ? d->to_have[op->goal] : op->verb == LW_DELETE && op->goal;
}

static bool crosses(const struct diff *d, uint32_t i, struct crossing *ret)
{
	const struct op *op = &d->plan->ops[i];
	bool comes = op->verb == LW_CREATE, goes = op->verb == LW_DELETE;
	lw_node x, old = comes ? d->to_have[op->goal] : op->have;

	if (op->flags & LW_OP_IMPLIED || !(op_kind(d->plan, op)->access & LW_ROLE_MATCHER) ||
	    op_of_value(op))
		return false;
	x = diff_export(d, op->have, op->goal);
	if (!x || !d->to_have[x] || d->dir[i] == DIR_WIDEN)
		return false;
	*ret = (struct crossing){ .op = i, .until = NO_OP };
	if (is_closed(d, x)) {
		/* Who goes and comes again does not notice; what he comes back to may be less. */
		comes = comes && !comes_back(d, op, x);
		ret->until = d->on_op[x];
	} else if (!diff_visible(d, x)) {
		return false;
	}
	ret->from = comes ? d->to_have[x] : set_of(d->have, old);
	ret->stays = comes ? x : 0;
	ret->to = goes ? x : set_of(d->goal, op->goal);
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
		if (complete > rank[c->until == NO_OP ? c->op : c->until] &&
		    op->effect < LW_EFFECT_DROPS) {
			op->effect = LW_EFFECT_DROPS;
			op->scope = LW_SCOPE_NODE;
		}
	}
	free(units.at);
	return r;
}

struct crossings {
	struct crossing *list;
	uint32_t len, cap;
	uint32_t looks; /* pairs of containers that were compared */
	uint32_t *have_place,
		*goal_place; /* by node: its place among its siblings; NULL until asked for */
};

static int add_crossing(struct crossings *all, const struct crossing *crossing)
{
	if (lw_grow(&all->list, &all->cap, (uint64_t)all->len + 1, sizeof(*all->list)) < 0)
		return -ENOMEM;
	all->list[all->len++] = *crossing;
	return 0;
}

/*
 * Nobody writes more groups than these by hand, nor changes so many clients of groups with patterns at once; of generated ones
 * the first say enough.
 */
#define RIVALS_SEEN 64
#define RIVALS_MAX 16
#define RIVALS_IN_ALL 65536
#define CHILDREN_MAX 16

/* Whether some client can be in both; true of large ones, without a look. */
static bool may_share(const struct lw_tree *a, lw_node one, const struct lw_tree *b, lw_node two)
{
	unsigned children = 0;

	for (lw_node c = node_at(a, one)->first; c; c = node_at(a, c)->next)
		if (++children > CHILDREN_MAX)
			return true;
	children = 0;
	for (lw_node c = node_at(b, two)->first; c; c = node_at(b, c)->next)
		if (++children > CHILDREN_MAX)
			return true;
	return node_kind(a, one)->hooks.overlaps(a, one, b, two);
}

static uint32_t *places(const struct lw_tree *tree, uint32_t n)
{
	uint32_t *place = lw_calloc(n, sizeof(*place));

	for (lw_node parent = 1; place && parent < n; parent++) {
		uint32_t at = 0;

		for (lw_node c = node_at(tree, parent)->first; c; c = node_at(tree, c)->next)
			place[c] = at++;
	}
	return place;
}

static int find_places(const struct diff *d, struct crossings *all)
{
	if (all->goal_place)
		return 0;
	all->have_place = places(d->have, d->nhave);
	all->goal_place = all->have_place ? places(d->goal, d->ngoal) : NULL;
	return all->goal_place ? 0 : -ENOMEM;
}

/* Where the matcher of an operation was and will be; 0: not there. */
struct sides {
	lw_node have_set, goal_set;
	bool comes; /* asked for those that come to the one, not for those that leave the other */
};

static struct sides sides_of(const struct diff *d, const struct op *op, lw_node x)
{
	bool back = comes_back(d, op, x);
	lw_node was = op->verb != LW_CREATE ? op->have : back ? d->to_have[op->goal] : 0;
	lw_node will = op->verb != LW_DELETE || back ? op->goal : 0;

	return (struct sides){ .have_set = was ? set_of(d->have, was) : 0,
			       .goal_set = will ? set_of(d->goal, will) : 0 };
}

/*
 * The first container that matches a client is his. So who comes has been in one that stood before the matcher's old place and
 * does not stand before the new one, and who leaves goes to one for which it is the other way round. @c is of have, where the
 * client was, or of the goal, where he will be.
 */
static bool is_rival(const struct diff *d, const struct crossings *all, const struct sides *sides,
		     lw_node c)
{
	lw_node was = sides->comes ? c : d->to_have[c], will = sides->comes ? d->to_goal[c] : c;
	lw_node have_set = sides->have_set, goal_set = sides->goal_set;
	bool before = was && (!have_set || all->have_place[was] < all->have_place[have_set]);
	bool after = will && (!goal_set || all->goal_place[will] < all->goal_place[goal_set]);

	if ((was && was == have_set) || (will && will == goal_set))
		return false;
	/* Of a place that is kept only others that are kept count: what is new, or goes, is asked itself. */
	if ((!was || !will) && have_set && goal_set && d->to_goal[have_set] == goal_set)
		return false;
	return sides->comes ? before && !after : !before && after;
}

/*
 * With patterns a client may have been in another set than the export's own before its name came, or fall into one when it
 * goes: every container that can concern the same client.
 */
static int add_rivals(const struct diff *d, struct crossings *all, const struct crossing *crossing,
		      const struct sides *sides, lw_node x)
{
	bool comes = sides->comes;
	const struct lw_tree *tree = comes ? d->have : d->goal, *other = comes ? d->goal : d->have;
	lw_node set = comes ? sides->goal_set : sides->have_set;
	struct crossing rival = *crossing;
	unsigned seen = 0, found = 0;

	for (lw_node c = node_at(tree, comes ? d->to_have[x] : x)->first;
	     c && seen < RIVALS_SEEN && found < RIVALS_MAX; c = node_at(tree, c)->next) {
		const struct lw_kind_spec *kind = node_kind(tree, c);

		if (!diff_plain_container(kind) || !kind->hooks.overlaps)
			continue;
		seen++;
		all->looks++;
		if (!is_rival(d, all, sides, c) || !may_share(tree, c, other, set))
			continue;
		found++;
		rival.from = comes ? c : set;
		rival.stays = comes ? d->to_goal[c] : 0;
		rival.to = comes ? set : c;
		if (add_crossing(all, &rival) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int add_all_rivals(const struct diff *d, struct crossings *all,
			  const struct crossing *crossing, lw_node x)
{
	const struct op *op = &d->plan->ops[crossing->op];
	struct sides sides = sides_of(d, op, x);
	int r = find_places(d, all);

	sides.comes = true;
	if (r == 0 && op->verb != LW_DELETE)
		r = add_rivals(d, all, crossing, &sides, x);
	sides.comes = false;
	if (r == 0 && op->verb != LW_CREATE)
		r = add_rivals(d, all, crossing, &sides, x);
	return r;
}

/* The export's own set counts for who comes from it or falls into it; so does every other set of the same client. */
static int find_crossings(const struct diff *d, struct crossings *all)
{
	struct crossing crossing;
	int r = 0;

	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op *op = &d->plan->ops[i];
		lw_node x;

		if (!crosses(d, i, &crossing))
			continue;
		x = diff_export(d, op->have, op->goal);
		if (op->verb != LW_DELETE || !comes_back(d, op, x))
			r = add_crossing(all, &crossing);
		if (r == 0 && d->mark[x] & GOAL_PATTERNS && all->looks < RIVALS_IN_ALL)
			r = add_all_rivals(d, all, &crossing, x);
	}
	return r;
}

int diff_effects_of_crossing(struct diff *d, const uint32_t *rank)
{
	struct crossings all = { .list = NULL };
	int r = find_crossings(d, &all);

	if (r == 0 && all.len) {
		qsort(all.list, all.len, sizeof(*all.list), by_sets);
		r = raise_sorted(d, all.list, all.len, rank);
	}
	free(all.list);
	free(all.have_place);
	free(all.goal_place);
	return r;
}
