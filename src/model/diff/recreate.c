/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which nodes cannot be changed in place, and whom that pulls along: seeds first, then the closure over children and
 * referrers. Each node enters the work list once, with the node that pulled it in as its cause.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

struct worklist {
	lw_node *list;
	uint32_t len, cap;
};

static int pull(struct diff *d, struct worklist *work, lw_node g, uint8_t why, uint16_t attr,
		lw_node by)
{
	if (!g || d->mark[g] & (GOAL_NEW | GOAL_RECREATE))
		return 0;
	/* What exists by hardware cannot be made anew, on whichever side it does (emit_attr.c says so). */
	if (!diff_ours(d->goal, g) || !diff_ours(d->have, d->to_have[g]))
		return 0;
	if (lw_grow(&work->list, &work->cap, (uint64_t)work->len + 1, sizeof(*work->list)) < 0)
		return -ENOMEM;
	d->mark[g] |= GOAL_RECREATE;
	d->mark[g] &= (uint8_t)~GOAL_REPLACE;
	d->recreation[g] = (struct recreation){ .why = why, .attr = attr, .by = by };
	work->list[work->len++] = g;
	return 0;
}

/* Belonging to a group of the name is no use of the node. */
static bool is_membership(const struct diff *d, lw_node referrer)
{
	return node_kind(d->goal, referrer)->flags & LW_K_REF_IS_NAME;
}

/* Referrers that stay with this node go down with it; those that are re-pointed have their own operation. */
static int pull_referrers(struct diff *d, struct worklist *work, lw_node g, uint8_t why,
			  uint16_t attr)
{
	lw_node h = d->to_have[g];

	for (uint32_t i = d->have_refs.start[h]; i < d->have_refs.start[h + 1]; i++) {
		lw_node referrer = d->to_goal[d->have_refs.list[i]];

		if (!referrer || node_at(d->goal, referrer)->ref != g ||
		    node_at(d->goal, referrer)->flags & LW_NODE_UNRESOLVED)
			continue;
		if (why == LW_WHY_UNREFERENCED && is_membership(d, referrer))
			continue;
		if (pull(d, work, referrer, why, attr, g) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int close_over(struct diff *d, struct worklist *work)
{
	for (uint32_t i = 0; i < work->len; i++) {
		lw_node g = work->list[i];

		for (lw_node c = node_at(d->goal, g)->first; c; c = node_at(d->goal, c)->next)
			if (pull(d, work, c, LW_WHY_PARENT, NO_ATTR, g) < 0)
				return -ENOMEM;
		if (pull_referrers(d, work, g, LW_WHY_REFERENT, NO_ATTR) < 0)
			return -ENOMEM;
	}
	return 0;
}

/* A view attribute (read_only) that only the creation sets: where the reference can be swapped, the swap carries it. */
static bool swaps_view(const struct lw_kind_spec *kind, const struct lw_attr_spec *spec)
{
	return kind->on_ref_change == LW_REF_REPLACE && kind->ref_kinds && spec->flags & LW_A_VIEW;
}

static int seed_attr(struct diff *d, struct worklist *work, lw_node g, uint16_t def,
		     const struct lw_attr_spec *spec)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node export_node = lw_tree_export(d->goal, g);
	uint32_t old_value, new_value;
	enum change change;
	int r = diff_compare(d, g, def, &change, &old_value, &new_value);

	if (r < 0 || change != CHANGE_SET)
		return r;
	switch (spec->when) {
	case LW_WHEN_CREATE:
		if (!swaps_view(kind, spec))
			return pull(d, work, g, LW_WHY_ATTR, def, 0);
		if (d->decide[g] & DECIDE_DEGRADE)
			return pull(d, work, g, LW_WHY_UNSAFE, NO_ATTR, 0);
		d->mark[g] |= GOAL_REPLACE;
		return 0;
	case LW_WHEN_DISABLED:
		if (export_node && d->to_have[export_node] &&
		    diff_have_on(d, d->to_have[export_node]))
			d->decide[export_node] |= DECIDE_BRACKET;
		return 0;
	default:
		return 0;
	}
}

/* What only a node without referrers takes: they go down and up. A node that is made anew loses them anyway. */
static int seed_unreferenced(struct diff *d, struct worklist *work, lw_node g, uint16_t def)
{
	uint32_t old_value, new_value;
	enum change change = CHANGE_NO;
	int r = d->mark[g] & GOAL_RECREATE
			? 0
			: diff_compare(d, g, def, &change, &old_value, &new_value);

	if (d->mark[g] & GOAL_RECREATE || r < 0 || change != CHANGE_SET)
		return r;
	return pull_referrers(d, work, g, LW_WHY_UNREFERENCED, def);
}

static int seed_attrs(struct diff *d, struct worklist *work, lw_node g, bool unreferenced)
{
	const unsigned kind = node_at(d->goal, g)->kind;
	uint16_t seen = NO_ATTR;

	if (diff_holds_all(d, g))
		return 0;
	for (unsigned i = 0; i < node_at(d->goal, g)->nattr; i++) {
		uint16_t def = d->goal->attrs[node_at(d->goal, g)->attrs + i].def;
		const struct lw_attr_spec *spec = lw_tree_attr_spec(d->goal, kind, def);
		int r;

		if (def == seen || !spec || spec->flags & LW_A_MULTI || spec->when == LW_WHEN_ANY)
			continue;
		if ((spec->when == LW_WHEN_UNREFERENCED) != unreferenced)
			continue;
		seen = def;
		r = unreferenced ? seed_unreferenced(d, work, g, def)
				 : seed_attr(d, work, g, def, spec);
		if (r < 0)
			return r;
	}
	return 0;
}

static int seed_ref(struct diff *d, struct worklist *work, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node h = d->to_have[g];
	bool class_differs =
		(node_at(d->have, h)->flags ^ node_at(d->goal, g)->flags) & LW_NODE_UNRESOLVED;

	if (!kind->ref_kinds || diff_ref_same(d, h, g))
		return 0;
	if (d->decide[g] & DECIDE_DEGRADE)
		return pull(d, work, g, LW_WHY_UNSAFE, NO_ATTR, 0);
	if (kind->on_ref_change == LW_REF_REPLACE && !class_differs) {
		if (!(d->mark[g] & GOAL_RECREATE))
			d->mark[g] |= GOAL_REPLACE;
		return 0;
	}
	return pull(d, work, g, LW_WHY_REF, NO_ATTR, 0);
}

/*
 * How many pairs of matchers are compared for each of them, on average. Beyond that two containers are taken to concern the
 * same clients: comparing all pairs would take too long, and to make one anew too often is only slower.
 */
#define PAIRS_COMPARED 256

struct ordered {
	lw_node node;
	uint32_t place;	   /* in have; UINT32_MAX: made by this plan, hence last */
	uint32_t matchers; /* how many */
	uint32_t above;	   /* the nearest before it that has a pattern, counted from 1; 0: none */
	bool pattern;	   /* one of its matchers is */
};

/* The children of one parent whose order counts, as the goal has them. */
struct ordering {
	struct ordered *list;
	uint32_t n;
	uint32_t above;		   /* the last one with a pattern so far, counted from 1 */
	uint32_t last, last_match; /* the highest place so far: of all, of those with a pattern */
	uint64_t left;		   /* pairs that may still be compared */
};

static struct ordered look_at(const struct lw_tree *tree, lw_node container)
{
	struct ordered o = { .node = container };

	for (lw_node c = node_at(tree, container)->first; c; c = node_at(tree, c)->next) {
		if (!(node_kind(tree, c)->access & LW_ROLE_MATCHER))
			continue;
		o.matchers++;
		o.pattern |= diff_is_wild(tree, c);
	}
	return o;
}

/* Whether the two concern the same clients; what is not compared any more does. */
static bool overlap(const struct diff *d, struct ordering *all, const struct ordered *a,
		    const struct ordered *b)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, a->node);
	uint64_t pairs = (uint64_t)a->matchers * b->matchers;

	if (!kind->hooks.overlaps || pairs > all->left)
		return true;
	all->left -= pairs;
	return kind->hooks.overlaps(d->goal, a->node, d->goal, b->node);
}

/*
 * Whether an earlier sibling that would end up behind this one concerns the same clients. Exact names cannot concern the same
 * client twice (check sees to that), so one of the two must have a pattern.
 */
static bool order_violated(const struct diff *d, struct ordering *all, const struct ordered *o)
{
	const struct ordered *earlier;

	if ((o->pattern ? all->last : all->last_match) < o->place)
		return false;
	for (uint32_t i = o->pattern ? all->n : all->above; i;
	     i = o->pattern ? i - 1 : earlier->above) {
		earlier = &all->list[i - 1];
		if (!all->left)
			return true;
		all->left--;
		if (earlier->place > o->place && overlap(d, all, earlier, o))
			return true;
	}
	return false;
}

static void put_ordered(struct ordering *all, struct ordered o)
{
	o.above = all->above;
	all->list[all->n++] = o;
	if (o.place > all->last)
		all->last = o.place;
	if (!o.pattern)
		return;
	all->above = all->n;
	if (o.place > all->last_match)
		all->last_match = o.place;
}

/*
 * Children whose order counts: kept are the first wanted ones that stand in the wanted order already. Siblings lie in the
 * order of their handles, so that a node of have is its own place.
 */
static int seed_order_of(struct diff *d, struct worklist *work, lw_node parent, unsigned kind,
			 struct ordering *all)
{
	for (lw_node c = node_at(d->goal, parent)->first; c; c = node_at(d->goal, c)->next) {
		struct ordered o;

		if (node_at(d->goal, c)->kind != kind)
			continue;
		o = look_at(d->goal, c);
		o.place = d->mark[c] & (GOAL_NEW | GOAL_RECREATE) ? UINT32_MAX : d->to_have[c];
		if (o.place != UINT32_MAX && order_violated(d, all, &o)) {
			if (pull(d, work, c, LW_WHY_ORDER, NO_ATTR, 0) < 0)
				return -ENOMEM;
			o.place = UINT32_MAX;
		}
		put_ordered(all, o);
	}
	return 0;
}

static int seed_order(struct diff *d, struct worklist *work, lw_node parent)
{
	lw_node h = d->to_have[parent];
	uint64_t count = 0, matchers = 0;
	struct ordering all = { .n = 0 };
	bool pattern = false;
	unsigned kind = 0;
	int r;

	if (!h || d->mark[parent] & GOAL_RECREATE)
		return 0;
	if ((node_at(d->have, h)->flags | node_at(d->goal, parent)->flags) & LW_NODE_ORDER_UNKNOWN)
		return 0;
	for (lw_node c = node_at(d->goal, parent)->first; c; c = node_at(d->goal, c)->next) {
		struct ordered o;

		if (node_kind(d->goal, c)->order != LW_ORDER_SIGNIFICANT)
			continue;
		o = look_at(d->goal, c);
		kind = node_at(d->goal, c)->kind;
		count++;
		matchers += o.matchers;
		pattern |= o.pattern;
	}
	if (count < 2 || !pattern)
		return 0;
	all.left = (count + matchers) * PAIRS_COMPARED;
	all.list = lw_calloc(count, sizeof(*all.list));
	r = all.list ? seed_order_of(d, work, parent, kind, &all) : -ENOMEM;
	free(all.list);
	return r;
}

int diff_recreate(struct diff *d)
{
	struct worklist work = { NULL, 0, 0 };
	int r = 0;

	for (lw_node g = 1; g < d->ngoal; g++)
		d->mark[g] &= GOAL_NEW;
	for (lw_node g = 2; g < d->ngoal && r == 0; g++) {
		lw_node h = d->to_have[g];

		if (!h || node_at(d->goal, g)->flags & LW_NODE_DEAD)
			continue;
		if (node_at(d->have, h)->flags & LW_NODE_HALF)
			r = pull(d, &work, g, LW_WHY_HALF, NO_ATTR, 0);
		if (r == 0)
			r = seed_attrs(d, &work, g, false);
		if (r == 0)
			r = seed_ref(d, &work, g);
	}
	if (r == 0)
		r = close_over(d, &work);
	for (lw_node g = 2; g < d->ngoal && r == 0; g++)
		if (d->to_have[g] && !(node_at(d->goal, g)->flags & LW_NODE_DEAD))
			r = seed_attrs(d, &work, g, true);
	if (r == 0)
		r = close_over(d, &work);
	/* Order last: a group that is made anew for another reason comes last anyway. */
	uint32_t done = work.len;

	for (lw_node g = 2; g < d->ngoal && r == 0; g++)
		if (!(node_at(d->goal, g)->flags & LW_NODE_DEAD))
			r = seed_order(d, &work, g);
	if (r == 0 && work.len > done)
		r = close_over(d, &work);
	free(work.list);
	return r;
}
