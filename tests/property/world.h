/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small world of objects: what an abstract kernel holds. Deliberately unlike the tree under test: objects stand in one
 * array, so that a whole world is copied by assignment and thrown away for free, and everything is found by scanning.
 *
 * An object has a kind (a number of the vocabulary), a name, attributes that differ from nothing in particular (what is not
 * there has its fresh value), at most one reference, and a place in the order of creation. Texts are interned once for the
 * whole program: equal texts are equal pointers.
 */
#ifndef PROPERTY_WORLD_H
#define PROPERTY_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lunward/tree.h"
#include "rng.h"

enum { WORLD_OBJECTS = 320, WORLD_ATTRS = 14 };

typedef unsigned obj_id; /* index; 0 is the root, and "none" as a reference or a search result */

struct attribute {
	const char *name, *value;
};

struct object {
	const char *name;
	const char *ref_name; /* a reference to something that is not here (a remote target) */
	uint32_t made;	      /* order of creation */
	uint16_t parent, ref;
	uint8_t kind;
	bool live, half; /* half: begun, never completed */
	bool closed;	 /* an export in a bracket */
	uint8_t nattr;
	struct attribute attr[WORLD_ATTRS];
};

struct world {
	const struct lw_schema *schema;
	uint32_t clock;	  /* next order of creation */
	uint32_t rolling; /* next number the kernel invents */
	unsigned used;	  /* objects 0 .. used - 1 may be live */
	struct object obj[WORLD_OBJECTS];
};

/* Texts: interned until world_forget_texts(). NULL stays NULL. */
const char *text_of(const char *text);
const char *text_format(const char *format, ...) LW_PRINTF(1, 2);
void world_forget_texts(void);

void world_init(struct world *w, const struct lw_schema *schema);
unsigned world_kind(const struct world *w,
		    const char *kind); /* stops the program if there is none */

obj_id world_add(struct world *w, obj_id parent, unsigned kind, const char *name);
obj_id world_find(const struct world *w, obj_id parent, unsigned kind, const char *name);
/* With everything below it. References to it stay: see world_drop_referrers(). */
void world_remove(struct world *w, obj_id id);
void world_remove_children(struct world *w, obj_id id, unsigned kind);
/* Objects of @kind that refer to @id go. */
void world_drop_referrers(struct world *w, obj_id id, unsigned kind);
/* What refers to an object that is gone goes, too. */
void world_drop_dangling(struct world *w);
/* Every object in turn: kind -1 is any, parent WORLD_ANY is any; 0 at the end. Start with @after = 0. */
obj_id world_next(const struct world *w, obj_id after, obj_id parent, int kind);
unsigned world_count(const struct world *w, obj_id parent, int kind);
#define WORLD_ANY UINT32_MAX
bool world_below(const struct world *w, obj_id id, obj_id top);

const char *world_get(const struct world *w, obj_id id, const char *attr); /* NULL if not there */
bool world_is(const struct world *w, obj_id id, const char *attr, const char *value);
void world_set(struct world *w, obj_id id, const char *attr, const char *value);
void world_unset(struct world *w, obj_id id, const char *attr);
/* One more instance of a multi-valued attribute. */
void world_add_value(struct world *w, obj_id id, const char *attr, const char *value);
/* The instance whose first word is that of @value; NULL. */
struct attribute *world_word(struct world *w, obj_id id, const char *attr, const char *value);
void world_drop_value(struct world *w, obj_id id, struct attribute *instance);

/* How a world becomes a tree; all zero is fine. */
struct tree_how {
	const struct lw_tree *share; /* a tree whose texts to share */
	/* Children of kinds whose order does not count, and attributes, come in random order; else as they were made. */
	struct rng *shuffle;
	bool declared; /* a configuration: what is not said is unknown, not fresh */
	/* What says no more than the fresh value is left out, if that is a constant, or always. */
	enum { TERSE_NOT, TERSE_CONSTANT, TERSE_ALL } terse;
	bool spelled; /* what is not there is said to be so, attribute by attribute */
	struct lw_report
		*report; /* takes what canon complains of; without it that stops the program */
};
/* The world as a canonical, resolved tree. @how: NULL is all zero. */
struct lw_tree *world_tree(const struct world *w, const struct tree_how *how);
/* The world that a tree describes (of full depth, resolved). */
void world_load(struct world *w, const struct lw_tree *tree);
/* The object that stands for a node: the same kinds and names up to the root. -1 if there is none. */
int world_locate(const struct world *w, const struct lw_tree *tree, lw_node node);
/* The object of @w with the same kinds and names up to the root as @id of @other; -1 if there is none. */
int world_peer(const struct world *w, const struct world *other, obj_id id);
/* The same below an object that is known already. */
int world_child(const struct world *w, obj_id parent, const struct world *other, obj_id id);
/* How the two differ, but for the order of creation: the first difference in words; NULL if they do not. */
const char *world_difference(const struct world *a, const struct world *b);
/* "targets/iscsi/iqn..." without directories: names from the root, with slashes. */
const char *world_path(const struct world *w, obj_id id);
/* Whether lw_tree_check() finds no error. */
bool world_valid(const struct world *w);

#endif
