/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which nodes of two trees are the same thing, and who refers to whom.
 *
 * Both trees share their texts, so names are equal when their offsets are. A parent always has a lower handle than its
 * children, so one pass in order of handles pairs top down.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

static bool node_live(const struct lw_tree *tree, lw_node n)
{
	return !(node_at(tree, n)->flags & LW_NODE_DEAD);
}

static lw_node resolved_ref(const struct lw_tree *tree, lw_node n)
{
	const struct node *node = node_at(tree, n);

	return node->flags & LW_NODE_UNRESOLVED ? 0 : node->ref;
}

/* A counting sort by referent: two passes, no list per node. */
static int index_referrers(const struct lw_tree *tree, struct referrers *refs)
{
	uint32_t total = 0;

	refs->start = lw_calloc((size_t)tree->nnode + 2, sizeof(*refs->start));
	if (!refs->start)
		return -ENOMEM;
	for (lw_node n = 1; n < tree->nnode; n++) {
		if (node_live(tree, n) && resolved_ref(tree, n)) {
			refs->start[resolved_ref(tree, n) + 1]++;
			total++;
		}
	}
	refs->list = lw_calloc((size_t)total + 1, sizeof(*refs->list));
	if (!refs->list)
		return -ENOMEM;
	for (lw_node n = 1; n <= tree->nnode; n++)
		refs->start[n] += refs->start[n - 1];
	/* Filling from the back leaves start[] where it belongs and the lists in order of handles. */
	for (lw_node n = tree->nnode - 1; n > 0; n--) {
		lw_node to = node_live(tree, n) ? resolved_ref(tree, n) : 0;

		if (to)
			refs->list[--refs->start[to + 1]] = n;
	}
	memmove(refs->start, refs->start + 1, tree->nnode * sizeof(*refs->start));
	refs->start[tree->nnode] = total;
	return 0;
}

static void pair_nodes(struct diff *d)
{
	d->to_have[1] = 1;
	d->to_goal[1] = 1;
	for (lw_node g = 2; g < d->ngoal; g++) {
		const struct node *node = node_at(d->goal, g);
		lw_node parent = d->to_have[node->parent];
		lw_node h = 0;

		if (!node_live(d->goal, g))
			continue;
		if (parent)
			h = lw_tree_find_near(d->have, d->to_have[g - 1] + 1, parent, node->kind,
					      node->name);
		d->to_have[g] = h;
		if (h)
			d->to_goal[h] = g;
		else
			d->mark[g] |= GOAL_NEW;
	}
}

bool diff_ref_same(const struct diff *d, lw_node have, lw_node goal)
{
	const struct node *h = node_at(d->have, have), *g = node_at(d->goal, goal);
	bool h_open = h->flags & LW_NODE_UNRESOLVED, g_open = g->flags & LW_NODE_UNRESOLVED;

	if (h_open || g_open)
		return h_open && g_open && h->ref == g->ref;
	if (!h->ref || !g->ref)
		return h->ref == g->ref;
	return d->to_have[g->ref] == h->ref;
}

int diff_pair(struct diff *d)
{
	size_t nh = d->have->nnode, ng = d->goal->nnode;
	int r;

	d->nhave = d->have->nnode;
	d->ngoal = d->goal->nnode;
	d->to_goal = lw_calloc(nh, sizeof(uint32_t));
	d->to_have = lw_calloc(ng, sizeof(uint32_t));
	d->mark = lw_calloc(ng, 1);
	d->decide = lw_calloc(ng, 1);
	d->recreation = lw_calloc(ng, sizeof(*d->recreation));
	if (!d->to_goal || !d->to_have || !d->mark || !d->decide || !d->recreation)
		return -ENOMEM;
	pair_nodes(d);
	diff_leave_to_kernel(d);
	r = index_referrers(d->have, &d->have_refs);
	return r < 0 ? r : index_referrers(d->goal, &d->goal_refs);
}

void diff_pair_done(struct diff *d)
{
	free(d->to_goal);
	free(d->to_have);
	free(d->mark);
	free(d->decide);
	free(d->recreation);
	free(d->have_refs.start);
	free(d->have_refs.list);
	free(d->goal_refs.start);
	free(d->goal_refs.list);
}
