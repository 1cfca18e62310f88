/* SPDX-License-Identifier: Apache-2.0 */
/* Finding the node that a name means: one index for all references of a tree, so that many look-ups stay linear. */
#ifndef LW_MODEL_RESOLVE_H
#define LW_MODEL_RESOLVE_H

#include "model/tree/tree.h"

struct resolve_slot;

struct resolve_set {
	uint64_t kinds; /* the kinds that may be meant */
	bool local;	/* only below the referrer's own export */
};

struct lw_resolver {
	const struct lw_tree *tree;
	struct resolve_set sets[LW_KIND_MAX];
	uint8_t set_of[LW_KIND_MAX]; /* by the referrer's kind */
	unsigned nset;
	struct resolve_slot *slots;
	uint32_t mask;
	bool bad; /* memory was short in a look-up: what was not found may be there */
};

/* For the references of the kinds in the set @kinds. Returns 0 or -ENOMEM. The tree may not change meanwhile. */
int lw_resolver_init(struct lw_resolver *resolver, const struct lw_tree *tree, uint64_t kinds);
void lw_resolver_done(struct lw_resolver *resolver);

/*
 * The node that @text means for referrer @node; 0 when there is none, or when it could be several: then *@ret_other is one
 * of them and *@ret_one another.
 */
lw_node lw_resolver_find(struct lw_resolver *resolver, lw_node node, const char *text,
			 lw_node *ret_one, lw_node *ret_other);

#endif
