/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who holds what only one may hold: a table of (scope, space, value) -> holders, filled and asked in any order. Check asks it
 * for mistakes, diff for who must make room before whom.
 */
#ifndef LW_MODEL_CLAIMS_H
#define LW_MODEL_CLAIMS_H

#include "model/tree/tree.h"

struct claim {
	uint32_t scope; /* node within which it is unique */
	/* What is claimed, so that a device's name and a target's number never meet. */
	uint32_t space;
	uint32_t value; /* string offset */
	lw_node holder;
	/* Whatever the user of the table notes with it: an attribute, an operation. */
	uint32_t with;
	uint32_t next; /* the table's own: next of the same hash; 0 ends */
};

#define CLAIMS_KNOWN 32

/* All zero is an empty table. */
struct claims {
	struct claim *list; /* [0] is unused; in the order in which they were added */
	uint32_t len, cap;
	uint32_t *bucket;
	uint32_t nbucket; /* a power of two, or 0 */
	uint32_t seed;
	/* Spaces of attributes that were asked for, by their rows: few have one, and nodes of a kind come one by one. */
	struct claims_space {
		const struct lw_attr_spec *spec;
		uint32_t space;
	} known[CLAIMS_KNOWN];
};

/* Spaces from here on are free for the user of a table. */
#define CLAIMS_SPACE_FREE (UINT32_C(1) << 31)

/* Adds a claim, whether or not it is held already. Moves the list. Returns 0 or -ENOMEM. */
int claims_add(struct claims *t, const struct claim *claim);
/* The same unless somebody holds the key: then 1, and *@ret is the latest claim of it. */
int claims_add_first(struct claims *t, const struct claim *claim, struct claim *ret);
void claims_done(struct claims *t);

/* The latest claim of this key added before @after (NULL: the latest of all); NULL when there is none. */
const struct claim *claims_next(const struct claims *t, const struct claim *key,
				const struct claim *after);

/* The node within which a name or value of @n is unique, as @unique says; 0 if there is none. An export's own name is unique
 * among others, its values within itself. */
lw_node claims_scope_of_name(const struct lw_tree *tree, lw_node n, enum lw_unique unique);
lw_node claims_scope_of_value(const struct lw_tree *tree, lw_node n, enum lw_unique unique);

/* The space of a node's name: kinds that share names (devices of all handlers) count as the first of them. */
uint32_t claims_space_of_name(const struct lw_tree *tree, lw_node n);

/* The space of an attribute: attributes of one name and scope share it, of whatever kind (targets of all drivers). */
uint32_t claims_space_of_attr(struct claims *t, const struct lw_schema *schema,
			      const struct lw_attr_spec *spec);

#endif
