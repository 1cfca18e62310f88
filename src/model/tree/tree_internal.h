/* SPDX-License-Identifier: Apache-2.0 */
/* What the tree's own files share and nobody else needs. */
#ifndef LW_MODEL_TREE_INTERNAL_H
#define LW_MODEL_TREE_INTERNAL_H

#include <assert.h>

#include "model/tree/tree.h"

static_assert(sizeof(struct node) == 48, "a node takes 48 bytes");
static_assert(sizeof(struct attr) == 12, "an attribute takes 12 bytes");

/*
 * A slot of the attribute pool that no run uses has this def, which is no attribute's. Whose run ends before such a slot may
 * take it: so runs that move leave their room to their neighbours, and a moved run gets some slack to grow into.
 */
#define ATTR_FREE UINT16_MAX

/* The handle, or 0 when there is no such node. */
static inline lw_node node_valid(const struct lw_tree *tree, lw_node n)
{
	return n < tree->nnode ? n : 0;
}

/* A node that can be changed: there, and not removed. No tree has none. */
static inline bool node_usable(const struct lw_tree *tree, lw_node n)
{
	return tree && n && n < tree->nnode && !(tree->nodes[n].flags & LW_NODE_DEAD);
}

/* Remembers the first failure; returns @err. */
int tree_fail(struct lw_tree *tree, int err);

/* As lw_strings_intern(), the failure kept in the tree's status. */
uint32_t tree_intern(struct lw_tree *tree, const char *text, size_t len);

/* The index over (parent, kind, name); tree_index.c. */
int tree_index_init(struct lw_tree *tree);
int tree_index_room(struct lw_tree *tree);
/* Makes it anew of all nodes that are not removed, with @size slots: a power of two. */
int tree_index_rebuild(struct lw_tree *tree, uint64_t size);
int tree_index_copy(struct lw_tree *into, const struct lw_tree *from);
void tree_index_add(struct lw_tree *tree, lw_node node);
void tree_index_del(struct lw_tree *tree, lw_node node);
uint32_t tree_index_hash(const struct lw_tree *tree, lw_node parent, unsigned kind, uint32_t name);
lw_node tree_index_find(const struct lw_tree *tree, uint32_t hash, lw_node parent, unsigned kind,
			uint32_t name);

/* The first of a node's attributes and the end; tree_attr.c. */
static inline struct attr *node_attrs(const struct lw_tree *tree, lw_node n)
{
	return tree->attrs + tree->nodes[n].attrs;
}

/* Makes the index over the unknown names anew, with room for as many again. 0 or -ENOMEM. */
int tree_extra_index(struct lw_tree *tree);

/* Takes @count instances out of the node's run, from the one at @at on. */
void tree_attr_cut(struct lw_tree *tree, lw_node node, unsigned at, unsigned count);

/* Sources; source.c. */
void tree_sources_done(struct lw_tree *tree);
int tree_sources_copy(struct lw_tree *into, const struct lw_tree *from);
/* The number in @into of @from's source @file, added if it is not there yet; 0 for none. */
uint16_t tree_source_import(struct lw_tree *into, const struct lw_tree *from, uint16_t file);

/* Appends where a node is: its path and, when it has one, its place: "boxes/file/a (x.conf:3:1)"; tree_report.c. */
void tree_where(const struct lw_tree *tree, lw_node node, const struct attr *attr,
		struct lw_str *out);
/* Appends a text in quotes as it may stand in a message: on one line, and not too long. */
void tree_quote(struct lw_str *out, const char *text);
/* The same for the value of an attribute; "***" when it is secret, the first word being shown where it is a name. */
void tree_quote_value(const struct lw_tree *tree, lw_node node, const struct attr *attr,
		      struct lw_str *out);

/* Appends a secret value as it may be seen: "***", behind the first word where that is a name. */
void tree_mask(const struct lw_tree *tree, lw_node node, const struct attr *attr,
	       struct lw_str *out);

/* What a file or a program asked for, not what is there anyway. */
static inline bool node_declared(const struct lw_tree *tree, lw_node n)
{
	return tree->nodes[n].origin == LW_FROM_DECLARED;
}

/* lw_tree_find_path() that tells -ENOMEM from "there is none" (0 and *@ret 0). */
int tree_find_path(const struct lw_tree *tree, const char *path, lw_node *ret);

#endif
