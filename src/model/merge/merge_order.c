/* SPDX-License-Identifier: Apache-2.0 */
/*
 * With the option `only`: siblings whose order counts and which are not all selected stand as they do there, and what is new
 * comes last, as a kernel puts it. Handles rise with the order in a goal, which diff relies on: so a goal in which something
 * has moved is copied.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"

/* Those whose order does not count come first. */
struct place {
	uint32_t rank;
	lw_node node;
};

static int compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static uint32_t rank_of(const struct merge *m, lw_node n)
{
	lw_node there = lw_merge_there(m, n);

	if (node_kind(m->goal, n)->order != LW_ORDER_SIGNIFICANT)
		return 0;
	return there ? there : UINT32_MAX;
}

static uint32_t count_children(const struct lw_tree *tree, lw_node parent)
{
	uint32_t count = 0;

	for (lw_node c = node_at(tree, parent)->first; c; c = node_at(tree, c)->next)
		count++;
	return count;
}

/* *@ret_moved is set when they stood otherwise. */
static int order_as_there(struct merge *m, lw_node parent, bool *ret_moved)
{
	struct lw_tree *goal = m->goal;
	uint32_t count = count_children(goal, parent), i = 0;
	LW_AUTO_FREE struct place *places = lw_calloc(count + 1, sizeof(*places));

	if (!places)
		return -ENOMEM;
	for (lw_node c = node_at(goal, parent)->first; c; c = node_at(goal, c)->next)
		places[i++] = (struct place){ rank_of(m, c), c };
	qsort(places, count, sizeof(*places), compare_places);
	for (i = 0; i < count; i++) {
		lw_node next = i + 1 < count ? places[i + 1].node : 0;

		*ret_moved |= node_at(goal, places[i].node)->next != next;
		node_at(goal, places[i].node)->next = next;
	}
	if (count) {
		node_at(goal, parent)->first = places[0].node;
		node_at(goal, parent)->last = places[count - 1].node;
	}
	return 0;
}

static int refer(struct lw_tree *into, const struct lw_tree *from, const uint32_t *to)
{
	for (lw_node n = 1; n < from->nnode; n++)
		if (to[n] && lw_node_ref(from, n))
			lw_tree_refer(into, to[n], to[node_at(from, n)->ref]);
	return lw_tree_status(into);
}

/* The same tree with handles that rise in its order. */
static int copy_in_order(const struct lw_tree *from, struct lw_tree **ret)
{
	LW_AUTO_FREE uint32_t *to = lw_calloc(from->nnode, sizeof(*to));
	struct lw_tree *into = lw_tree_new_sharing(from->schema, from);
	bool whole = to && into && lw_tree_copy_content(into, 1, from, 1);
	int r;

	if (whole)
		to[1] = 1;
	for (lw_node n = whole ? lw_tree_walk(from, 1, 1) : 0; n && whole;
	     n = lw_tree_walk(from, 1, n)) {
		to[n] = lw_tree_copy_node(into, to[node_at(from, n)->parent], from, n);
		whole = to[n];
	}
	r = whole ? refer(into, from, to) : -ENOMEM;
	if (r < 0) {
		lw_tree_free(into);
		return r;
	}
	into->sessions_known = from->sessions_known;
	*ret = into;
	return 0;
}

int lw_merge_keep_orders(struct merge *m)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	struct lw_tree *ordered = NULL;
	bool moved = false;
	lw_node last = 0;
	int r = 0;

	for (lw_node n = 2; n < have->nnode && !r; n++) {
		lw_node into = m->to_goal[MERGE_HAVE][node_at(have, n)->parent];

		if (!into || into == last || m->picked[MERGE_HAVE][n] || merge_dead(have, n) ||
		    node_kind(have, n)->order != LW_ORDER_SIGNIFICANT)
			continue;
		r = order_as_there(m, into, &moved);
		last = into; /* siblings stand together, or nearly */
	}
	if (!r && moved)
		r = copy_in_order(m->goal, &ordered);
	if (ordered) {
		lw_tree_free(m->goal);
		m->goal = ordered;
	}
	return r;
}
