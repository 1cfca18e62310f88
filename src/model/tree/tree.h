/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree from inside: pools of nodes and attributes addressed by handle, so that pools may move while they grow and a tree
 * is copied by memcpy. For src/model, and for who builds or writes trees in bulk: format and engine intern texts once and
 * reach the pools through the functions below; they set an attribute's value, place and flags, and a node's origin and flags,
 * and leave how it all hangs together to the model. Everybody else uses lunward/tree.h.
 *
 * Cost: 48 bytes a node, 12 an attribute, texts once each, 7 to 14 bytes a node for the index.
 */
#ifndef LW_MODEL_TREE_H
#define LW_MODEL_TREE_H

#include "base/strings.h"
#include "base/str.h"
#include "model/schema/schema.h"
#include "lunward/tree.h"

enum lw_attr_flag {
	LW_ATTR_SECRET = 1 << 0,
	LW_ATTR_KEYED = 1 << 1, /* the kernel marks it as "to be restored" */
	LW_ATTR_GENERATED =
		1
		<< 2, /* goals of a way back: a kernel had it, and nobody is known to have set it */
	LW_ATTR_CARRIED = 1 << 3,  /* taken over from the node that is re-created */
	LW_ATTR_REPEATED = 1 << 4, /* one of several instances */
	/* DEFAULT because it was asked for, not because it is no longer named. */
	LW_ATTR_FIRM = 1 << 5
};

struct attr { /* 12 bytes; sorted by def within a node; a multi-valued attribute has several entries */
	uint32_t
		value; /* string offset; 0 when the state has no value (SET and FIXED do), or it is empty */
	/* Byte offset in the node's source plus one, 0: none; observed trees: the instance's number. */
	uint32_t src;
	uint16_t def;  /* < kind's nattr: schema index; else nattr + index into tree->extra */
	uint8_t state; /* enum lw_attr_state */
	uint8_t flags; /* enum lw_attr_flag */
};

enum lw_node_origin {
	LW_FROM_DECLARED,
	LW_FROM_KEPT,
	LW_FROM_REFERENCE,
	LW_FROM_HARDWARE,
	LW_FROM_OBSERVED
};
enum lw_node_flag {
	LW_NODE_HALF = 1 << 0, /* made, but not completed: to be re-created */
	LW_NODE_TEMPORARY = 1 << 1,
	LW_NODE_UNRESOLVED = 1 << 2, /* ref is a string offset, not a handle */
	/* The order of this node's order-sensitive children is not known. */
	LW_NODE_ORDER_UNKNOWN = 1 << 3,
	LW_NODE_DEAD = 1 << 4, /* removed from its parent's list; never seen by iteration */
	/* Observed: its name means something elsewhere, whatever here is called the same. */
	LW_NODE_APART = 1 << 6,
	/* Snapshots: the attributes are what a kernel showed; those that it did not mark came by themselves. */
	LW_NODE_SHOWN = 1 << 7,
	/* Goal trees: the file names it (a container's unlisted children follow `unlisted`). */
	LW_NODE_LISTED = 1 << 5
};

struct node { /* 48 bytes */
	uint32_t parent, next, first, last;
	uint32_t name;	/* string offset */
	uint32_t attrs; /* first of nattr in the attribute pool */
	uint32_t ref;	/* handle, or string offset when UNRESOLVED */
	uint32_t loc;	/* string offset: the engine's own locator; never compared, never saved */
	uint32_t src;	/* byte offset plus one, 0: none */
	uint32_t hash;	/* of (parent, kind, name) */
	uint16_t nattr, file; /* file: source number, 0: none */
	uint8_t kind, depth, origin, flags;
};

/* Where the lines of a text start, as byte offsets; never changed, and shared by the trees that were made of one another. */
struct lw_lines {
	uint32_t refs, count;
	uint32_t start[];
};

struct lw_source {
	uint32_t name; /* string offset */
	struct lw_lines *lines;
};

struct lw_tree {
	const struct lw_schema *schema;
	struct lw_strings *strings; /* shared by trees that belong together */
	struct node *nodes;	    /* [0] is unused */
	uint32_t nnode, node_cap;   /* nnode counts slot 0 */
	struct attr *attrs;
	uint32_t nattr, attr_cap;
	uint32_t *index;     /* open addressing over node handles; size a power of two */
	uint8_t *index_tags; /* a byte of each one's hash; in the same allocation */
	uint32_t index_mask, index_used;
	uint32_t seed;	 /* of the index's hash */
	uint32_t *extra; /* names (string offsets) of attributes unknown to the schema */
	uint32_t nextra, extra_cap;
	uint16_t *extra_slots; /* open addressing over them: place plus one; size a power of two */
	uint32_t extra_mask;
	struct lw_source *sources; /* [0] is unused */
	uint32_t nsource, source_cap;
	uint32_t live; /* nodes not DEAD */
	bool sessions_known;
	int status;
};

static inline struct node *node_at(const struct lw_tree *tree, lw_node n)
{
	return &tree->nodes[n];
}

static inline const struct lw_kind_spec *node_kind(const struct lw_tree *tree, lw_node n)
{
	return &tree->schema->kinds[tree->nodes[n].kind];
}

static inline const char *tree_text(const struct lw_tree *tree, uint32_t off)
{
	return lw_strings_text(tree->strings, off);
}

/* Pool-level building, for model and for readers that already hold interned names (any room: format, engine). */
uint32_t lw_tree_intern(struct lw_tree *tree, const char *text,
			size_t len); /* 0 and a bad status on failure */
lw_node lw_tree_add_interned(struct lw_tree *tree, lw_node parent, unsigned kind, uint32_t name);
lw_node lw_tree_find_interned(const struct lw_tree *tree, lw_node parent, unsigned kind,
			      uint32_t name);

/*
 * The same, where it may well be @guess (any handle, or none): then nothing is looked up. Trees of one origin are alike in
 * order, so behind the counterpart of one node stands that of the next.
 */
lw_node lw_tree_find_near(const struct lw_tree *tree, lw_node guess, lw_node parent, unsigned kind,
			  uint32_t name);

/* def of an attribute name for a kind, registering an unknown name; UINT16_MAX when there are too many of them (status). */
uint16_t lw_tree_attr_def(struct lw_tree *tree, unsigned kind, const char *name, size_t len);
/* The same without registering; UINT16_MAX if the tree has never seen the name. */
uint16_t lw_tree_attr_def_find(const struct lw_tree *tree, unsigned kind, const char *name,
			       size_t len);
const char *lw_tree_attr_name(const struct lw_tree *tree, unsigned kind, uint16_t def);
/* NULL for an attribute unknown to the schema. */
const struct lw_attr_spec *lw_tree_attr_spec(const struct lw_tree *tree, unsigned kind,
					     uint16_t def);

/*
 * Puts an instance into the node's run, which stays sorted by def (equal defs in order of arrival). The run moves to the end
 * of the pool when it cannot grow in place. NULL when it cannot be kept (lw_tree_refused()). The pointer is valid until the
 * next put.
 */
struct attr *lw_tree_put(struct lw_tree *tree, lw_node node, uint16_t def);
/* Why lw_tree_put() or lw_tree_attr_def() gave nothing: the tree's status, never 0. */
int lw_tree_refused(const struct lw_tree *tree);
/* Says of a tree that could not keep everything (-E2BIG) which node is too large. */
void lw_tree_report_full(const struct lw_tree *tree, struct lw_report *report);
/* First instance with this def, and how many there are; NULL and 0 if none. */
struct attr *lw_tree_attr_run(const struct lw_tree *tree, lw_node node, uint16_t def,
			      unsigned *count);
/*
 * First instance of the attribute with this name, NULL if the node has none. What few attributes the node has are searched,
 * not all that it could have.
 */
struct attr *lw_tree_attr_named(const struct lw_tree *tree, lw_node node, const char *name);
/* Removes all instances with this def. */
void lw_tree_drop(struct lw_tree *tree, lw_node node, uint16_t def);

/* Takes a node and all below it out of the tree (flag DEAD, out of the index). Its `next` stays, so that a loop may go on. */
void lw_tree_remove(struct lw_tree *tree, lw_node node);
/* Changes a name; 0, -EEXIST when a sibling of this kind has it, -ENOMEM. */
int lw_tree_rename(struct lw_tree *tree, lw_node node, uint32_t name);

/* A copy that shares the texts; NULL when memory is short. */
struct lw_tree *lw_tree_copy(const struct lw_tree *tree);
/* A copy whose texts are in the pool of @with (for trees that do not share yet). */
struct lw_tree *lw_tree_adopt(const struct lw_tree *tree, const struct lw_tree *with);
/*
 * Copies one node with its attributes, source and flags below @parent of @into (same schema, shared texts), without children.
 * What it refers to is kept as a path, to be resolved or set by the caller. 0 on failure.
 */
lw_node lw_tree_copy_node(struct lw_tree *into, lw_node parent, const struct lw_tree *from,
			  lw_node node);
/* The same into a node that is there, of the same kind and without attributes. */
bool lw_tree_copy_content(struct lw_tree *into, lw_node to, const struct lw_tree *from,
			  lw_node node);
/* Takes all attributes away, and what the node refers to. */
void lw_tree_strip(struct lw_tree *tree, lw_node node);

/* Next node in depth-first order below @top (0 at the end). Start with @top itself. */
lw_node lw_tree_walk(const struct lw_tree *tree, lw_node top, lw_node node);

/*
 * The value that counts: SET -> its text; DEFAULT, or missing in a FULL node -> the fresh value (constant or hook), with
 * *ret_known false when nobody knows it; otherwise UNKNOWN, ABSENT, UNREADABLE. Interns computed values.
 * The result is a string offset in tree->strings.
 */
enum lw_attr_state lw_tree_effective(struct lw_tree *tree, lw_node node, uint16_t def,
				     uint32_t *ret_value, bool *ret_known);

/* Fresh value of an attribute as a string offset: constant or hook. False when it is not known. */
bool lw_tree_fresh(struct lw_tree *tree, lw_node node, uint16_t def, uint32_t *ret_value);

/* Whether an export is switched on: its LW_A_ENABLE attribute is effectively "1", or it has no switch. */
bool lw_tree_enabled(const struct lw_tree *tree, lw_node export_node);
/* Ours to create and delete: all of the kind, or (a port made on top of hardware) those of which an attribute tells. */
bool lw_tree_ours(const struct lw_tree *tree, lw_node node);
/* Nearest ancestor-or-self with LW_ROLE_EXPORT; 0 if none. */
lw_node lw_tree_export(const struct lw_tree *tree, lw_node node);

/* The node of the same path in another tree of the vocabulary; 0 if there is none. */
lw_node lw_tree_counterpart(const struct lw_tree *tree, lw_node node, const struct lw_tree *other);

/* Appends the path (see lw_node_path()). */
void lw_tree_path(const struct lw_tree *tree, lw_node node, struct lw_str *out);

/* Line and column of an offset (plus one, as stored) in a source; line 0 for none. */
struct lw_place lw_tree_place(const struct lw_tree *tree, uint16_t file, uint32_t src);

/* Reports a problem about a node (or one of its attributes when @attr is not NULL), with place and path. */
void lw_tree_report(const struct lw_tree *tree, lw_node node, const struct attr *attr,
		    struct lw_report *report, enum lw_severity severity, enum lw_code code,
		    const char *hint, const char *format, ...) LW_PRINTF(8, 9);
/* Warns that the attribute @name is no longer declared and that there is no default to set it to; @attr may be NULL. */
void lw_tree_report_stays(const struct lw_tree *tree, lw_node node, const struct attr *attr,
			  const char *name, struct lw_report *report);

#endif
