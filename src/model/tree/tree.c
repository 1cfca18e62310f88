/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Building a tree: nodes go to the end of one pool, so siblings lie in the order of their handles, and a handle never changes
 * its meaning. Out of memory is sticky in the tree's status; whatever cannot be added leaves the tree as it was.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "model/tree/tree_internal.h"

int tree_fail(struct lw_tree *tree, int err)
{
	if (!tree->status)
		tree->status = err == -EOVERFLOW ? -E2BIG : err;
	return err;
}

static struct lw_tree *tree_new(const struct lw_schema *schema, struct lw_strings *strings)
{
	struct lw_tree *tree = lw_calloc(1, sizeof(*tree));

	if (!tree || !strings) {
		lw_strings_unref(strings);
		free(tree);
		return NULL;
	}
	tree->schema = schema;
	tree->strings = strings;
	tree->seed = lw_hash_seed(tree);
	if (lw_grow(&tree->nodes, &tree->node_cap, 8, sizeof(*tree->nodes)) < 0 ||
	    lw_grow(&tree->attrs, &tree->attr_cap, 8, sizeof(*tree->attrs)) < 0 ||
	    tree_index_init(tree) < 0) {
		lw_tree_free(tree);
		return NULL;
	}

	/* Slot 0 stands for "none" and reads as empty; 1 is the root. */
	memset(tree->nodes, 0, 2 * sizeof(*tree->nodes));
	node_at(tree, 1)->depth = LW_DEPTH_ASKED;
	tree->nnode = 2;
	tree->live = 1;
	return tree;
}

struct lw_tree *lw_tree_new(const struct lw_schema *schema)
{
	return schema ? tree_new(schema, lw_strings_new()) : NULL;
}

struct lw_tree *lw_tree_new_sharing(const struct lw_schema *schema, const struct lw_tree *with)
{
	return schema && with ? tree_new(schema, lw_strings_ref(with->strings)) : NULL;
}

void lw_tree_free(struct lw_tree *tree)
{
	if (!tree)
		return;
	tree_sources_done(tree);
	lw_strings_unref(tree->strings);
	free(tree->nodes);
	free(tree->attrs);
	free(tree->index);
	free(tree->extra);
	free(tree->extra_slots);
	free(tree);
}

int lw_tree_status(const struct lw_tree *tree)
{
	return tree ? tree->status : -EINVAL;
}

const struct lw_schema *lw_tree_schema(const struct lw_tree *tree)
{
	return tree ? tree->schema : NULL;
}

lw_node lw_tree_root(const struct lw_tree *tree)
{
	return tree ? 1 : 0;
}

size_t lw_tree_size(const struct lw_tree *tree)
{
	return tree ? tree->live : 0;
}

uint32_t tree_intern(struct lw_tree *tree, const char *text, size_t len)
{
	uint32_t off = lw_strings_intern(tree->strings, text, len);

	if (off != LW_STRINGS_NONE)
		return off;
	if (len >= UINT32_MAX)
		tree_fail(tree, -E2BIG);
	else
		tree_fail(tree, memchr(text, '\0', len) ? -EINVAL : -ENOMEM);
	return off;
}

uint32_t lw_tree_intern(struct lw_tree *tree, const char *text, size_t len)
{
	uint32_t off = tree_intern(tree, text, len);

	return off == LW_STRINGS_NONE ? 0 : off;
}

static bool may_add(const struct lw_tree *tree, lw_node parent, unsigned kind, uint32_t name)
{
	if (!node_usable(tree, parent) ||
	    !lw_schema_may_hold(tree->schema, node_at(tree, parent)->kind, kind))
		return false;
	return !name || !(lw_kind(tree->schema, kind)->flags & LW_K_SINGLETON);
}

static void link_last(struct lw_tree *tree, lw_node parent, lw_node child)
{
	struct node *p = node_at(tree, parent);

	if (p->last)
		node_at(tree, p->last)->next = child;
	else
		p->first = child;
	p->last = child;
}

lw_node lw_tree_add_interned(struct lw_tree *tree, lw_node parent, unsigned kind, uint32_t name)
{
	uint32_t hash;
	lw_node child;
	int r;

	if (name == LW_STRINGS_NONE || !may_add(tree, parent, kind, name))
		return 0;
	hash = tree_index_hash(tree, parent, kind, name);
	if (tree_index_find(tree, hash, parent, kind, name))
		return 0;

	r = tree_index_room(tree);
	if (r >= 0)
		r = lw_grow(&tree->nodes, &tree->node_cap, (uint64_t)tree->nnode + 1,
			    sizeof(*tree->nodes));
	if (r < 0) {
		tree_fail(tree, r);
		return 0;
	}

	child = tree->nnode++;
	*node_at(tree, child) = (struct node){
		.parent = parent,
		.name = name,
		.hash = hash,
		.kind = (uint8_t)kind,
		.depth = LW_DEPTH_ASKED,
	};
	link_last(tree, parent, child);
	tree_index_add(tree, child);
	tree->live++;
	return child;
}

lw_node lw_tree_add(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name,
		    size_t len)
{
	/* The vocabulary is asked first: a name that is refused need not be in the pool. */
	if (!may_add(tree, parent, kind, len ? 1 : 0))
		return 0;
	if (!name && len) {
		tree_fail(tree, -EINVAL);
		return 0;
	}
	return lw_tree_add_interned(tree, parent, kind, tree_intern(tree, len ? name : "", len));
}

lw_node lw_tree_find_interned(const struct lw_tree *tree, lw_node parent, unsigned kind,
			      uint32_t name)
{
	if (name == LW_STRINGS_NONE)
		return 0;
	return tree_index_find(tree, tree_index_hash(tree, parent, kind, name), parent, kind, name);
}

lw_node lw_tree_find_near(const struct lw_tree *tree, lw_node guess, lw_node parent, unsigned kind,
			  uint32_t name)
{
	const struct node *node = node_at(tree, node_valid(tree, guess));

	if (parent && node->parent == parent && node->kind == kind && node->name == name &&
	    !(node->flags & LW_NODE_DEAD))
		return guess;
	return lw_tree_find_interned(tree, parent, kind, name);
}

lw_node lw_tree_find(const struct lw_tree *tree, lw_node parent, unsigned kind, const char *name,
		     size_t len)
{
	if (!tree || (!name && len))
		return 0;
	return lw_tree_find_interned(tree, parent, kind,
				     lw_strings_find(tree->strings, len ? name : "", len));
}

int lw_tree_rename(struct lw_tree *tree, lw_node n, uint32_t name)
{
	struct node *node;
	uint32_t hash;

	if (!node_usable(tree, n) || n == 1 || name == LW_STRINGS_NONE)
		return -EINVAL;
	node = node_at(tree, n);
	if (node->name == name)
		return 0;
	hash = tree_index_hash(tree, node->parent, node->kind, name);
	if (tree_index_find(tree, hash, node->parent, node->kind, name))
		return -EEXIST;

	tree_index_del(tree, n);
	node->name = name;
	node->hash = hash;
	tree_index_add(tree, n);
	return 0;
}

void lw_tree_place_node(struct lw_tree *tree, lw_node node, uint16_t source, uint32_t offset)
{
	if (!node_usable(tree, node) || source >= tree->nsource)
		return;
	node_at(tree, node)->file = source;
	node_at(tree, node)->src = source ? offset + 1 : 0; /* LW_NO_OFFSET becomes 0 */
}

void lw_tree_set_depth(struct lw_tree *tree, lw_node node, enum lw_depth depth)
{
	if (node_usable(tree, node))
		node_at(tree, node)->depth = (uint8_t)depth;
}

void lw_tree_set_depth_all(struct lw_tree *tree, enum lw_depth depth)
{
	for (lw_node n = 1; tree && n < tree->nnode; n++)
		node_at(tree, n)->depth = (uint8_t)depth;
}

void lw_tree_refer(struct lw_tree *tree, lw_node n, lw_node to)
{
	if (!node_usable(tree, n) || to >= tree->nnode)
		return;
	node_at(tree, n)->ref = to;
	node_at(tree, n)->flags &= (uint8_t)~LW_NODE_UNRESOLVED;
}

void lw_tree_refer_name(struct lw_tree *tree, lw_node n, const char *name, size_t len)
{
	uint32_t off;

	if (!node_usable(tree, n))
		return;
	if (!name) {
		tree_fail(tree, -EINVAL);
		return;
	}
	off = tree_intern(tree, name, len);
	if (off == LW_STRINGS_NONE)
		return;
	node_at(tree, n)->ref = off;
	node_at(tree, n)->flags |= LW_NODE_UNRESOLVED;
}

void lw_tree_know_sessions(struct lw_tree *tree)
{
	if (tree)
		tree->sessions_known = true;
}
