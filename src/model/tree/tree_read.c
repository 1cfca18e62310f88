/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The typed getters. Node 0, and any handle that is none, reads as empty: slot 0 of the pool holds zeros. So does every node
 * of no tree at all.
 */
#include <errno.h>
#include <string.h>

#include "model/tree/tree_internal.h"

static const struct node *get(const struct lw_tree *tree, lw_node n)
{
	static const struct node nothing;

	return tree ? node_at(tree, node_valid(tree, n)) : &nothing;
}

unsigned lw_node_kind(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->kind;
}

const char *lw_node_name(const struct lw_tree *tree, lw_node node)
{
	return tree ? tree_text(tree, get(tree, node)->name) : "";
}

lw_node lw_node_parent(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->parent;
}

lw_node lw_node_first(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->first;
}

lw_node lw_node_next(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->next;
}

lw_node lw_node_ref(const struct lw_tree *tree, lw_node node)
{
	const struct node *n = get(tree, node);

	if (n->flags & LW_NODE_UNRESOLVED)
		return 0;
	return get(tree, n->ref)->flags & LW_NODE_DEAD ? 0 : n->ref;
}

const char *lw_node_ref_name(const struct lw_tree *tree, lw_node node)
{
	const struct node *n = get(tree, node);

	return n->flags & LW_NODE_UNRESOLVED ? tree_text(tree, n->ref) : NULL;
}

enum lw_depth lw_node_depth(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->depth;
}

static const struct attr *first_of(const struct lw_tree *tree, lw_node node, const char *attr)
{
	return tree && attr ? lw_tree_attr_named(tree, node, attr) : NULL;
}

enum lw_attr_state lw_node_state(const struct lw_tree *tree, lw_node node, const char *attr)
{
	const struct attr *instance = first_of(tree, node, attr);

	if (instance)
		return instance->state;
	return get(tree, node)->depth == LW_DEPTH_FULL ? LW_DEFAULT : LW_UNKNOWN;
}

const char *lw_node_value(const struct lw_tree *tree, lw_node node, const char *attr)
{
	const struct attr *instance = first_of(tree, node, attr);

	return instance && instance->state == LW_SET ? tree_text(tree, instance->value) : NULL;
}

unsigned lw_node_attr_count(const struct lw_tree *tree, lw_node node)
{
	return get(tree, node)->nattr;
}

int lw_node_attr(const struct lw_tree *tree, lw_node node, unsigned n, struct lw_attr_view *ret)
{
	const struct node *own = get(tree, node);
	const struct lw_attr_spec *spec;
	const struct attr *attr;
	struct lw_attr_view view;
	size_t size = ret ? ret->size : 0;

	if (!tree || !ret)
		return -EINVAL;
	if (n >= own->nattr)
		return -ENOENT;
	attr = &tree->attrs[own->attrs + n];
	spec = lw_tree_attr_spec(tree, own->kind, attr->def);
	view = (struct lw_attr_view){
		.size = size,
		.name = lw_tree_attr_name(tree, own->kind, attr->def),
		.value = attr->state == LW_SET || attr->state == LW_FIXED
				 ? tree_text(tree, attr->value)
				 : NULL,
		.state = attr->state,
		.known = spec,
		.multi = (spec && spec->flags & LW_A_MULTI) || attr->flags & LW_ATTR_REPEATED,
		.secret = attr->flags & LW_ATTR_SECRET,
	};
	/* A caller that was compiled against a shorter struct gets the part that it knows. */
	memcpy(ret, &view, size < sizeof(view) ? size : sizeof(view));
	return 0;
}

static struct lw_place nowhere(void)
{
	return (struct lw_place){ NULL, 0, 0 };
}

struct lw_place lw_node_where(const struct lw_tree *tree, lw_node n)
{
	const struct node *node = get(tree, n);

	if (!tree)
		return nowhere();
	return lw_tree_place(tree, node->file, node->src);
}

struct lw_place lw_node_attr_where(const struct lw_tree *tree, lw_node node, unsigned n)
{
	const struct node *own = get(tree, node);

	if (n >= own->nattr)
		return nowhere();
	return lw_tree_place(tree, own->file, tree->attrs[own->attrs + n].src);
}
