/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What both shapes of a plan share (docs/PLAN.md): the words, the values with their secrets hidden, the counts. Private
 * to plan_*.c and journal*.c.
 */
#ifndef LW_MODEL_PLAN_SHOW_H
#define LW_MODEL_PLAN_SHOW_H

#include "model/plan/plan.h"

/* Words, stable; "" for a number that is none. */
const char *lw_plan_effect_name(unsigned effect);
const char *lw_plan_scope_name(unsigned scope);
const char *lw_plan_phase_name(unsigned phase);
const char *lw_plan_state_name(unsigned state);
const char *lw_plan_reason_name(unsigned reason); /* NULL for LW_WHY_ASKED */

/* The number behind a word; -1 if it is none. */
int lw_plan_verb_find(const char *name);
int lw_plan_state_find(const char *name);

/* Why an operation is there, as a clause ("handlers/h/a is re-created (blocksize)"); nothing if the file asked. */
void lw_plan_because(const struct lw_plan *plan, const struct op *op, struct lw_str *out);

/* The tree and node that an operation is shown by: the goal's, or have's when there is none there. */
struct plan_spot {
	const struct lw_tree *tree;
	lw_node node;
};
struct plan_spot lw_plan_spot(const struct lw_plan *plan, const struct op *op);

/* Whether a person may skip it: fence or settle. */
static inline bool lw_plan_silent(const struct op *op)
{
	return op->verb == LW_FENCE || op->verb == LW_SETTLE;
}

/* Name of what a node refers to, found or not; NULL when it refers to nothing, or is named like it. */
const char *lw_plan_referent(const struct lw_tree *tree, lw_node node);

/* One value that an operation brings along or takes away. */
struct plan_value {
	const struct lw_attr_spec *spec; /* NULL: not known, or no attribute */
	const char *name;		 /* attribute, or label of the referent */
	const char *old, *now;		 /* NULL: none, or not known */
	bool secret;			 /* hidden unless LW_PLAN_SECRETS */
	bool is_default;		 /* @now is what a fresh object has */
	bool unknown;			 /* @old was never read */
	bool is_ref;
	bool another; /* a referent of another place, whatever its name */
};

/*
 * The values of an operation, one after the other: start with *@at = 0; false at the end. The value of a SET, the
 * referents of a REPLACE, the attributes that a CREATE is given.
 */
bool lw_plan_value_next(const struct lw_plan *plan, const struct op *op, unsigned *at,
			struct plan_value *ret);

/* The value of an operation on a value, or the referents of one on a node, also when they are the same; else all NULL. */
void lw_plan_value_own(const struct lw_plan *plan, const struct op *op, struct plan_value *ret);

/* The name as shown, in *@buf where not all of it may be seen. */
const char *lw_plan_value_name(const struct plan_value *value, unsigned flags, struct lw_str *buf);
/* The text as shown, in *@buf where something had to be hidden. */
const char *lw_plan_masked(const struct plan_value *value, const char *text, unsigned flags,
			   struct lw_str *buf);

/* Place in the serial order, from 0, by operation; NULL when memory is short. */
uint32_t *lw_plan_places(const struct lw_plan *plan);

struct plan_counts {
	uint32_t create, recreate, change, remove;
	uint32_t effect[LW_EFFECT_LOSES + 1];
};
int lw_plan_counts(const struct lw_plan *plan, struct plan_counts *ret); /* 0, -ENOMEM */

/*
 * Exports that stay on while somebody's way in is taken away: their live sessions keep it. A list of nodes of have,
 * ended by 0; NULL when memory is short.
 */
lw_node *lw_plan_narrowed(const struct lw_plan *plan);
#define LW_PLAN_NARROWED_TEXT "live sessions keep their access until they log in again"

/* The line that asked for an operation; line 0 if none did. */
struct lw_place lw_plan_where(struct lw_plan *plan, const struct op *op);

#endif
