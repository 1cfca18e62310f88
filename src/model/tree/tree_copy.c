/* SPDX-License-Identifier: Apache-2.0 */
/* Copies: of a whole tree by memcpy, with other texts, and node by node into another tree. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

/* A copy of @count elements with room for no more; NULL stays NULL. */
static int dup_array(void *ret_ptr, uint32_t *ret_cap, const void *from, size_t count, size_t elem)
{
	void *copy = lw_calloc(count, elem);

	if (!copy)
		return -ENOMEM;
	if (count)
		memcpy(copy, from, count * elem);
	memcpy(ret_ptr, &copy, sizeof(copy));
	*ret_cap = (uint32_t)count;
	return 0;
}

static int copy_pools(struct lw_tree *into, const struct lw_tree *from)
{
	free(into->nodes);
	free(into->attrs);
	into->nodes = NULL;
	into->attrs = NULL;
	into->nnode = 0;
	if (dup_array(&into->nodes, &into->node_cap, from->nodes, from->nnode,
		      sizeof(*from->nodes)) < 0 ||
	    dup_array(&into->attrs, &into->attr_cap, from->attrs, from->nattr,
		      sizeof(*from->attrs)) < 0 ||
	    dup_array(&into->extra, &into->extra_cap, from->extra, from->nextra,
		      sizeof(*from->extra)) < 0 ||
	    tree_index_copy(into, from) < 0)
		return -ENOMEM;

	into->seed = from->seed;
	into->nnode = from->nnode;
	into->nattr = from->nattr;
	into->nextra = from->nextra;
	if (into->nextra && tree_extra_index(into) < 0)
		return -ENOMEM;
	into->live = from->live;
	into->status = from->status;
	into->sessions_known = from->sessions_known;
	return 0;
}

struct lw_tree *lw_tree_copy(const struct lw_tree *tree)
{
	struct lw_tree *copy = lw_tree_new_sharing(tree->schema, tree);

	if (copy && (copy_pools(copy, tree) < 0 || tree_sources_copy(copy, tree) < 0)) {
		lw_tree_free(copy);
		return NULL;
	}
	return copy;
}

/* The same text in the other pool; what failed is seen in the status. */
static void move_text(struct lw_tree *into, const struct lw_tree *from, uint32_t *off)
{
	*off = lw_tree_intern(into, tree_text(from, *off), lw_strings_len(from->strings, *off));
}

/* Names have other offsets now, and with them other hashes: the index is filled anew, in the size it has. */
static int reindex(struct lw_tree *tree)
{
	for (lw_node n = 2; n < tree->nnode; n++) {
		struct node *node = node_at(tree, n);

		node->hash = tree_index_hash(tree, node->parent, node->kind, node->name);
	}
	return tree_index_rebuild(tree, (uint64_t)tree->index_mask + 1);
}

static void move_texts(struct lw_tree *into, const struct lw_tree *from)
{
	for (lw_node n = 1; n < into->nnode; n++) {
		struct node *node = node_at(into, n);

		move_text(into, from, &node->name);
		move_text(into, from, &node->loc);
		if (node->flags & LW_NODE_UNRESOLVED)
			move_text(into, from, &node->ref);
	}
	for (uint32_t i = 0; i < into->nattr; i++) {
		if (into->attrs[i].def != ATTR_FREE)
			move_text(into, from, &into->attrs[i].value);
	}
	for (uint32_t i = 0; i < into->nextra; i++)
		move_text(into, from, &into->extra[i]);
}

struct lw_tree *lw_tree_adopt(const struct lw_tree *tree, const struct lw_tree *with)
{
	struct lw_tree *copy;

	if (tree->strings == with->strings)
		return lw_tree_copy(tree);
	copy = lw_tree_new_sharing(tree->schema, with);
	if (!copy)
		return NULL;
	if (copy_pools(copy, tree) >= 0 && tree_sources_copy(copy, tree) >= 0)
		move_texts(copy, tree);
	else
		tree_fail(copy, -ENOMEM);
	if (copy->nextra && tree_extra_index(copy) < 0)
		tree_fail(copy, -ENOMEM);
	if (copy->status != tree->status || reindex(copy) < 0) {
		lw_tree_free(copy);
		return NULL;
	}
	return copy;
}

/* The def in @into of @from's @def: the same for what the vocabulary knows. */
static uint16_t map_def(struct lw_tree *into, const struct lw_tree *from, unsigned kind,
			uint16_t def)
{
	const char *name;

	if (def < lw_kind(from->schema, kind)->nattr)
		return def;
	name = lw_tree_attr_name(from, kind, def);
	return lw_tree_attr_def(into, kind, name, strlen(name));
}

static bool copy_attrs(struct lw_tree *into, lw_node to, const struct lw_tree *from, lw_node n)
{
	unsigned count = node_at(from, n)->nattr, kind = node_at(from, n)->kind;

	for (unsigned i = 0; i < count; i++) {
		struct attr source = node_attrs(from, n)[i];
		uint16_t def = map_def(into, from, kind, source.def);
		struct attr *attr = def == UINT16_MAX ? NULL : lw_tree_put(into, to, def);

		if (!attr)
			return false;
		source.def = def;
		*attr = source;
	}
	return true;
}

static bool copy_ref(struct lw_tree *into, lw_node to, const struct lw_tree *from, lw_node n)
{
	const struct node *source = node_at(from, n);
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (source->flags & LW_NODE_UNRESOLVED) {
		node_at(into, to)->ref = source->ref;
		node_at(into, to)->flags |= LW_NODE_UNRESOLVED;
		return true;
	}
	if (!lw_node_ref(from, n))
		return true;
	lw_tree_path(from, source->ref, &path);
	if (lw_str_bad(&path)) {
		tree_fail(into, -ENOMEM);
		return false;
	}
	lw_tree_refer_name(into, to, path.data, path.len);
	return node_at(into, to)->flags & LW_NODE_UNRESOLVED;
}

bool lw_tree_copy_content(struct lw_tree *into, lw_node to, const struct lw_tree *from, lw_node n)
{
	const struct node *source;
	struct node *node;

	if (!copy_attrs(into, to, from, n) || !copy_ref(into, to, from, n))
		return false;
	source = node_at(from, n);
	node = node_at(into, to);
	node->file = tree_source_import(into, from, source->file);
	node->src = source->file && !node->file ? 0 : source->src;
	node->loc = source->loc;
	node->depth = source->depth;
	node->origin = source->origin;
	node->flags |= source->flags & (uint8_t)~LW_NODE_UNRESOLVED;
	return true;
}

lw_node lw_tree_copy_node(struct lw_tree *into, lw_node parent, const struct lw_tree *from,
			  lw_node n)
{
	lw_node to;

	if (into->strings != from->strings || into->schema != from->schema ||
	    !node_usable(from, n)) {
		tree_fail(into, -EINVAL);
		return 0;
	}
	to = lw_tree_add_interned(into, parent, node_at(from, n)->kind, node_at(from, n)->name);
	if (!to)
		return 0;
	if (!lw_tree_copy_content(into, to, from, n)) {
		lw_tree_remove(into, to);
		return 0;
	}
	return to;
}
