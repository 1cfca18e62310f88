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

static bool has_pattern(const struct lw_tree *tree, lw_node container)
{
	for (lw_node c = node_at(tree, container)->first; c; c = node_at(tree, c)->next) {
		if (node_kind(tree, c)->access & LW_ROLE_MATCHER && diff_is_wild(tree, c))
			return true;
	}
	return false;
}

/* Place of a node among its siblings of the kind, as have has them; counts from 0. */
static uint32_t place_of(const struct lw_tree *tree, lw_node n)
{
	const struct node *node = node_at(tree, n);
	uint32_t place = 0;

	for (lw_node s = node_at(tree, node->parent)->first; s && s != n;
	     s = node_at(tree, s)->next)
		place += node_at(tree, s)->kind == node->kind;
	return place;
}

/* Above this many containers with patterns, each is taken to concern the clients of each: comparing all pairs would take too
 * long, and to make one anew too often is only slower. */
#define PATTERNS_COMPARED 256

struct ordered {
	lw_node node;
	uint32_t place; /* in have; UINT32_MAX: made by this plan, hence last */
	bool pattern;
};

/* Whether an earlier sibling that would end up behind this one concerns the same clients. */
static bool order_violated(const struct diff *d, const struct ordered *list, uint32_t n, bool many)
{
	bool (*overlaps)(const struct lw_tree *, uint32_t, const struct lw_tree *, uint32_t) =
		node_kind(d->goal, list[n].node)->hooks.overlaps;

	for (uint32_t i = 0; i < n; i++) {
		if (list[i].place < list[n].place || (!list[i].pattern && !list[n].pattern))
			continue;
		if (!overlaps || many || overlaps(d->goal, list[i].node, d->goal, list[n].node))
			return true;
	}
	return false;
}

/*
 * Children whose order counts: kept are the first wanted ones that stand in the wanted order already. Exact names cannot
 * concern the same client twice (check sees to that), so without patterns nothing needs looking at.
 */
static int seed_order_of(struct diff *d, struct worklist *work, lw_node parent, unsigned kind,
			 uint32_t count, bool many)
{
	struct ordered *list = lw_calloc(count, sizeof(*list));
	uint32_t n = 0;
	int r = 0;

	if (!list)
		return -ENOMEM;
	for (lw_node c = node_at(d->goal, parent)->first; c && r == 0;
	     c = node_at(d->goal, c)->next) {
		if (node_at(d->goal, c)->kind != kind)
			continue;
		bool made = d->mark[c] & (GOAL_NEW | GOAL_RECREATE);

		list[n] = (struct ordered){ c, made ? UINT32_MAX : place_of(d->have, d->to_have[c]),
					    has_pattern(d->goal, c) };
		if (!made && order_violated(d, list, n, many)) {
			r = pull(d, work, c, LW_WHY_ORDER, NO_ATTR, 0);
			list[n].place = UINT32_MAX;
		}
		n++;
	}
	free(list);
	return r;
}

static int seed_order(struct diff *d, struct worklist *work, lw_node parent)
{
	lw_node h = d->to_have[parent];
	uint32_t count = 0, patterns = 0;
	unsigned kind = 0;

	if (!h || d->mark[parent] & GOAL_RECREATE)
		return 0;
	if ((node_at(d->have, h)->flags | node_at(d->goal, parent)->flags) & LW_NODE_ORDER_UNKNOWN)
		return 0;
	for (lw_node c = node_at(d->goal, parent)->first; c; c = node_at(d->goal, c)->next) {
		if (node_kind(d->goal, c)->order != LW_ORDER_SIGNIFICANT)
			continue;
		kind = node_at(d->goal, c)->kind;
		count++;
		patterns += has_pattern(d->goal, c);
	}
	if (count < 2 || patterns == 0)
		return 0;
	return seed_order_of(d, work, parent, kind, count, patterns > PATTERNS_COMPARED);
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
