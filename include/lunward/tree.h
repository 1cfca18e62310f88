/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one tree that holds a configuration, whether it was read from a file, from a kernel or built by a program.
 *
 * A node has a kind (a row of the vocabulary), a name, attributes, at most one reference to another node, and an ordered list
 * of children. Nodes are handles (small numbers, 0 = none) that stay valid for the life of the tree; everything is freed with
 * the tree. A tree that ran out of memory keeps what it has and remembers it: build first, ask lw_tree_status() once.
 *
 * NULL is no tree, as 0 is no node: it reads as empty, is never changed, and a function that can fail says -EINVAL. A text that
 * is NULL adds nothing, and the tree's status remembers it.
 *
 * Trees made with lw_tree_new_sharing() keep their texts in one pool; such trees belong to one thread at a time.
 */
#ifndef LUNWARD_TREE_H
#define LUNWARD_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lunward/error.h"
#include "lunward/schema.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lw_tree;
typedef uint32_t lw_node; /* handle of a node; 0 is none */

/** The six states of an attribute. */
enum lw_attr_state {
	LW_UNKNOWN,    /* not read, or not said: leave it as it is */
	LW_DEFAULT,    /* has, or shall have, the value of a fresh object */
	LW_SET,	       /* has, or shall have, this value */
	LW_ABSENT,     /* the file does not exist in this kernel */
	LW_UNREADABLE, /* there, but cannot be read */
	LW_FIXED /* has this value, and nobody can write it: a fact, to compare with what is declared */
};

/** How much of a node is known: its name only, the attributes somebody asked for, or all of it. */
enum lw_depth { LW_DEPTH_NAME, LW_DEPTH_ASKED, LW_DEPTH_FULL };

/** lw_tree_new() - an empty tree (its root node exists); NULL when memory is short. Freed by lw_tree_free(). Since 0.1. */
LW_PUBLIC struct lw_tree *lw_tree_new(const struct lw_schema *schema);

/** lw_tree_new_sharing() - the same, its texts in the pool of @with: comparing and merging the two is cheap. Since 0.1. */
LW_PUBLIC struct lw_tree *lw_tree_new_sharing(const struct lw_schema *schema,
					      const struct lw_tree *with);

/** lw_tree_free() - free a tree and all that is in it; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_tree_free(struct lw_tree *tree);

/**
 * lw_tree_status() - 0, or why something could not be added since the tree was made: -ENOMEM, -E2BIG, -EINVAL for a text
 * with a NUL in it, or NULL for one; -EINVAL for no tree. The first failure stays. Since 0.1.
 */
LW_PUBLIC int lw_tree_status(const struct lw_tree *tree);

/** lw_tree_schema() - the vocabulary. Since 0.1. */
LW_PUBLIC const struct lw_schema *lw_tree_schema(const struct lw_tree *tree);
/** lw_tree_root() - always 1. Since 0.1. */
LW_PUBLIC lw_node lw_tree_root(const struct lw_tree *tree);
/** lw_tree_size() - number of nodes. Since 0.1. */
LW_PUBLIC size_t lw_tree_size(const struct lw_tree *tree);

/**
 * lw_tree_add_source() - name a text that nodes come from, so that their places can be told as line and column.
 * The text itself is not kept. Returns the source's number, 0 when it could not be added. Since 0.1.
 */
LW_PUBLIC uint16_t lw_tree_add_source(struct lw_tree *tree, const char *name, const char *text,
				      size_t len);

/**
 * lw_tree_add() - append a child.
 * @name: @len bytes, not NUL-terminated necessarily; kept as given (see lw_tree_canon())
 *
 * Returns the new node; 0 when @parent already has a child of this kind and name, when the vocabulary allows no such child,
 * or when memory is short (lw_tree_status() tells the last). Since 0.1.
 */
LW_PUBLIC lw_node lw_tree_add(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name,
			      size_t len);

/**
 * lw_tree_delete() - take out a node with all below it, and what the engine takes away along with that by itself (the LUNs of
 * a device). Handles of the others stay valid. Nothing for the root and for node 0. Since 0.1.
 */
LW_PUBLIC void lw_tree_delete(struct lw_tree *tree, lw_node node);

/** lw_tree_find() - child of @parent by kind and name; 0 if there is none. Since 0.1. */
LW_PUBLIC lw_node lw_tree_find(const struct lw_tree *tree, lw_node parent, unsigned kind,
			       const char *name, size_t len);

/** lw_tree_place_node() - say where a node comes from: a source and a byte offset in it. Since 0.1. */
LW_PUBLIC void lw_tree_place_node(struct lw_tree *tree, lw_node node, uint16_t source,
				  uint32_t offset);

/**
 * lw_tree_set() - give an attribute a value; a value it had is replaced. @len bytes of @value are copied.
 * @offset: place in the node's source, LW_NO_OFFSET for none
 * An attribute that the vocabulary does not name is legal. Since 0.1.
 */
LW_PUBLIC void lw_tree_set(struct lw_tree *tree, lw_node node, const char *attr, const char *value,
			   size_t len, uint32_t offset);
#define LW_NO_OFFSET UINT32_MAX

/** lw_tree_add_value() - add one more instance of a multi-valued attribute. Since 0.1. */
LW_PUBLIC void lw_tree_add_value(struct lw_tree *tree, lw_node node, const char *attr,
				 const char *value, size_t len, uint32_t offset);

/**
 * lw_tree_remove_value() - take away the instance of a multi-valued attribute that has this value; nothing when none has. What
 * is left when the last one goes is an attribute that is known to have none (DEFAULT). Since 0.1.
 */
LW_PUBLIC void lw_tree_remove_value(struct lw_tree *tree, lw_node node, const char *attr,
				    const char *value, size_t len);

/** lw_tree_set_state() - an attribute without a value: DEFAULT, ABSENT, UNREADABLE; UNKNOWN forgets it. Since 0.1. */
LW_PUBLIC void lw_tree_set_state(struct lw_tree *tree, lw_node node, const char *attr,
				 enum lw_attr_state state);

/** lw_tree_refer() - refer to a node of the same tree. Since 0.1. */
LW_PUBLIC void lw_tree_refer(struct lw_tree *tree, lw_node node, lw_node to);

/** lw_tree_refer_name() - refer by name or path; lw_tree_resolve() finds the node. Since 0.1. */
LW_PUBLIC void lw_tree_refer_name(struct lw_tree *tree, lw_node node, const char *name, size_t len);

/**
 * lw_tree_resolve() - turn references by name into references to nodes. What is not found stays a name. Linear in the size of
 * the tree. Returns 0 or -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_tree_resolve(struct lw_tree *tree);

/** lw_tree_set_depth() - how much of a node is known; FULL: what it does not name has its fresh value. Since 0.1. */
LW_PUBLIC void lw_tree_set_depth(struct lw_tree *tree, lw_node node, enum lw_depth depth);

/** lw_tree_set_depth_all() - the same for every node: FULL says that nothing is but what the tree names. Since 0.1. */
LW_PUBLIC void lw_tree_set_depth_all(struct lw_tree *tree, enum lw_depth depth);

/**
 * lw_tree_know_sessions() - say that all live sessions were read: effects of a plan from here are lowered where nobody is
 * logged in, and name those who are. Since 0.1.
 */
LW_PUBLIC void lw_tree_know_sessions(struct lw_tree *tree);

/* Reading. Texts are borrowed until the tree (or one sharing its texts) is changed. Node 0 reads as empty. */

/** lw_node_kind() - kind number. Since 0.1. */
LW_PUBLIC unsigned lw_node_kind(const struct lw_tree *tree, lw_node node);
/** lw_node_name() - name; "" for the root. Since 0.1. */
LW_PUBLIC const char *lw_node_name(const struct lw_tree *tree, lw_node node);
/** lw_node_parent() - 0 for the root. Since 0.1. */
LW_PUBLIC lw_node lw_node_parent(const struct lw_tree *tree, lw_node node);
/** lw_node_first() - first child. Since 0.1. */
LW_PUBLIC lw_node lw_node_first(const struct lw_tree *tree, lw_node node);
/** lw_node_next() - next sibling. Since 0.1. */
LW_PUBLIC lw_node lw_node_next(const struct lw_tree *tree, lw_node node);
/** lw_node_ref() - referent; 0: none, or not found. Since 0.1. */
LW_PUBLIC lw_node lw_node_ref(const struct lw_tree *tree, lw_node node);
/** lw_node_ref_name() - unresolved reference, or NULL. Since 0.1. */
LW_PUBLIC const char *lw_node_ref_name(const struct lw_tree *tree, lw_node node);
/** lw_node_depth() - what is known. Since 0.1. */
LW_PUBLIC enum lw_depth lw_node_depth(const struct lw_tree *tree, lw_node node);

/** lw_node_state() - state of an attribute; what is not there is UNKNOWN, in a FULL node DEFAULT. Since 0.1. */
LW_PUBLIC enum lw_attr_state lw_node_state(const struct lw_tree *tree, lw_node node,
					   const char *attr);

/** lw_node_value() - value of an attribute that is SET (the first instance of several); NULL otherwise. Since 0.1. */
LW_PUBLIC const char *lw_node_value(const struct lw_tree *tree, lw_node node, const char *attr);

/**
 * struct lw_attr_view - one attribute instance of a node; start with LW_ATTR_VIEW_INIT.
 * @value:  NULL unless @state is LW_SET or LW_FIXED
 * @known:  whether the vocabulary names the attribute
 */
struct lw_attr_view {
	size_t size;
	const char *name;
	const char *value;
	enum lw_attr_state state;
	bool known, multi, secret;
};
#define LW_ATTR_VIEW_INIT \
	{ \
		sizeof(struct lw_attr_view), NULL, NULL, LW_UNKNOWN, false, false, false \
	}

/** lw_node_attr_count() - number of attribute instances that the node holds. Since 0.1. */
LW_PUBLIC unsigned lw_node_attr_count(const struct lw_tree *tree, lw_node node);

/** lw_node_attr() - the n-th instance (set @ret->size first); -ENOENT past the end. Since 0.1. */
LW_PUBLIC int lw_node_attr(const struct lw_tree *tree, lw_node node, unsigned n,
			   struct lw_attr_view *ret);

/**
 * struct lw_place - a place in a text. It is returned and held by value, so it stays as it is for ever: what else a place may
 * have one day gets a function of its own.
 */
struct lw_place {
	const char *file;
	uint32_t line, column;
};

/**
 * lw_node_where() - source, line and column of a node; line 0 when it has no place.
 * lw_node_attr_where() - the same for the n-th attribute instance. Since 0.1.
 */
LW_PUBLIC struct lw_place lw_node_where(const struct lw_tree *tree, lw_node node);
LW_PUBLIC struct lw_place lw_node_attr_where(const struct lw_tree *tree, lw_node node, unsigned n);

/**
 * lw_node_path() - the node's path as shown everywhere ("targets/iscsi/iqn.../luns/0"), bytes that would break a line or the
 * path escaped as \xNN. A new string, to be freed; NULL when memory is short. The root's path is "/". Since 0.1.
 */
LW_PUBLIC char *lw_node_path(const struct lw_tree *tree, lw_node node);

/** lw_tree_find_path() - the node of this path; 0 if there is none. Since 0.1. */
LW_PUBLIC lw_node lw_tree_find_path(const struct lw_tree *tree, const char *path);

/**
 * lw_tree_canon() - bring names and values into their canonical spelling (LUN 0x10 becomes 16), fold aliases, so that what is
 * equal looks equal. A value that its type refuses stays as it is and is added to @report. Idempotent.
 * Returns 0, -EINVAL when an error was reported, -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_tree_canon(struct lw_tree *tree, struct lw_report *report);

/** lw_tree_check() - all mistakes that can be seen in one tree: values, names, references, uniqueness, limits. After canon
 * and resolve. Returns 0, -EINVAL when an error was reported, -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_tree_check(const struct lw_tree *tree, struct lw_report *report);

/**
 * lw_tree_write_json() - the tree as JSON (docs/TREE.md), lossless: lw_tree_read_json() makes an equal tree of it.
 * @flags: enum lw_tree_json_flags
 * @ret:   a new string, to be freed
 * Secrets are masked unless LW_JSON_SECRETS. For who keeps trees as JSON and nothing else; who lets the user choose a language
 * calls lw_format_write(), which gives the same text. Returns 0 or -ENOMEM. Since 0.1.
 */
enum lw_tree_json_flags { LW_JSON_SECRETS = 1 };
LW_PUBLIC int lw_tree_write_json(const struct lw_tree *tree, unsigned flags, char **ret);

/**
 * lw_tree_read_json() - the tree that a JSON text describes, references resolved: the same as lw_format_read() of
 * LW_FORMAT_TREE_JSON.
 * @name:   of the text, for messages
 * @share:  a tree whose texts to share, or NULL
 * Returns 0; -EINVAL with every mistake in @report; -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_tree_read_json(const char *name, const char *text, size_t len,
				const struct lw_tree *share, struct lw_tree **ret,
				struct lw_report *report);

#ifdef __cplusplus
}
#endif
#endif
