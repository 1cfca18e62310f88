/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Taking nodes out. The slot stays, marked DEAD, so that handles keep their meaning; its `next` stays, too, so that a loop
 * over siblings may remove the one it stands on.
 *
 * Siblings are linked forwards only. The one before is found by two facts: siblings lie in the order of their handles, so it
 * is near below; and a removed node keeps in `last` the sibling that was before it, so that removing a long row one by one
 * does not walk the row again each time.
 */
#include "model/tree/tree_internal.h"

/* The child of @parent that holds @n or is it; 0 if @n is not below @parent. */
static lw_node child_above(const struct lw_tree *tree, lw_node parent, lw_node n)
{
	while (n && node_at(tree, n)->parent != parent)
		n = node_at(tree, n)->parent;
	return n;
}

/* A living sibling before @n, as near as can be told cheaply; 0 if none was found. */
static lw_node sibling_before(const struct lw_tree *tree, lw_node n)
{
	lw_node near = child_above(tree, node_at(tree, n)->parent, n - 1);

	while (near && (node_at(tree, near)->flags & LW_NODE_DEAD))
		near = node_at(tree, near)->last;
	return near;
}

static void unlink_child(struct lw_tree *tree, lw_node n)
{
	struct node *node = node_at(tree, n);
	struct node *parent = node_at(tree, node->parent);
	lw_node before = 0;

	if (parent->first == n) {
		parent->first = node->next;
	} else {
		before = sibling_before(tree, n);
		if (!before)
			before = parent->first;
		while (node_at(tree, before)->next != n)
			before = node_at(tree, before)->next;
		node_at(tree, before)->next = node->next;
	}
	if (parent->last == n)
		parent->last = before;
	node->last = before;
}

void lw_tree_remove(struct lw_tree *tree, lw_node top)
{
	if (!node_usable(tree, top) || top == 1)
		return;

	for (lw_node n = top; n; n = lw_tree_walk(tree, top, n)) {
		tree_index_del(tree, n);
		node_at(tree, n)->flags |= LW_NODE_DEAD;
		tree->live--;
	}
	unlink_child(tree, top);
}

/* What refers to a node that is no longer there: it goes as well, or forgets it. True when something was done. */
static bool let_go(struct lw_tree *tree)
{
	bool any = false;

	for (lw_node n = 2; n < tree->nnode; n++) {
		struct node *node = node_at(tree, n);

		if (node->flags & (LW_NODE_DEAD | LW_NODE_UNRESOLVED) || !node->ref ||
		    !(node_at(tree, node->ref)->flags & LW_NODE_DEAD))
			continue;
		if (node_kind(tree, n)->on_ref_delete == LW_CASCADE &&
		    node_kind(tree, n)->origin != LW_KIND_OBSERVED)
			lw_tree_remove(tree, n);
		else
			node->ref = 0;
		any = true;
	}
	return any;
}

void lw_tree_delete(struct lw_tree *tree, lw_node node)
{
	if (!tree || !node_usable(tree, node) || node == 1)
		return;
	lw_tree_remove(tree, node);
	while (let_go(tree))
		;
}

lw_node lw_tree_walk(const struct lw_tree *tree, lw_node top, lw_node n)
{
	if (node_at(tree, n)->first)
		return node_at(tree, n)->first;
	while (n != top) {
		if (node_at(tree, n)->next)
			return node_at(tree, n)->next;
		n = node_at(tree, n)->parent;
	}
	return 0;
}
