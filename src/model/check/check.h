/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the rules of lw_tree_check() share. A rule looks at one node and reports what is wrong with it; what concerns several
 * nodes goes through claims: each node claims its names and values in their scopes, and who comes second is the mistake.
 */
#ifndef LW_MODEL_CHECK_H
#define LW_MODEL_CHECK_H

#include "model/schema/picked.h"
#include "model/tree/claims.h"
#include "model/tree/resolve.h"
#include "model/tree/tree_internal.h"

/* With a claim of a value: number of the instance in the node's run; CLAIM_NAME: the node itself. */
#define CLAIM_NAME UINT32_MAX

struct check_spaces;

struct check {
	const struct lw_tree *tree;
	struct lw_report *report;
	size_t errors;
	struct claims claims;
	struct check_spaces *spaces;
	struct lw_picked required;
	struct lw_resolver *resolver; /* made when the first unresolved reference is met */
};

/* Reports an error of a node, or of one of its attributes. */
LW_PRINTF(6, 7)
void check_error(struct check *check, lw_node node, const struct attr *attr, enum lw_code code,
		 const char *hint, const char *format, ...);

/* All of these return 0 or -ENOMEM. */
int check_names(struct check *check, lw_node node);    /* check_names.c */
int check_refs(struct check *check, lw_node node);     /* check_refs.c */
int check_attrs(struct check *check, lw_node node);    /* check_attrs.c */
int check_required(struct check *check, lw_node node); /* check_attrs.c */

/* Uniqueness, of kept nodes too; check_unique.c. */
int check_unique_init(struct check *check);
int check_unique(struct check *check, lw_node node);
void check_unique_done(struct check *check);

/* What nobody says and the kernel makes, against what is said; behind all others; check_generated.c. */
int check_generated(struct check *check);

#endif
