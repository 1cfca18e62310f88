/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who holds what only one may hold: a table of (scope, space, value) -> holder, for diff. Filled first, then indexed, then
 * looked up.
 */
#ifndef LW_MODEL_CLAIMS_H
#define LW_MODEL_CLAIMS_H

#include "model/tree/tree.h"

struct claim {
	uint32_t scope; /* goal node within which it is unique */
	uint32_t space; /* what kind of name, or which attribute */
	uint32_t value; /* string offset */
	lw_node holder;
	uint32_t op;   /* operation that gives it up or takes it; LW_NO_OP: none does */
	uint32_t next; /* of the same hash; 0 ends */
};

struct claims {
	struct claim *list; /* [0] is unused */
	uint32_t len, cap;
	uint32_t *bucket;
	uint32_t mask;
};

/* Returns 0 or -ENOMEM. */
int claims_add(struct claims *t, const struct claim *claim);
int claims_index(struct claims *t);
void claims_done(struct claims *t);

/* The first claim of this key after @after (NULL: from the start); NULL when there is no more. */
const struct claim *claims_next(const struct claims *t, const struct claim *key,
				const struct claim *after);

/* The node of the tree within which a name or value of this node is unique; 0 if there is none. */
lw_node claims_scope(const struct lw_tree *tree, lw_node n, enum lw_unique unique);

/* A number that stands for a text, to tell spaces apart. */
uint32_t claims_space(const char *text);

#endif
