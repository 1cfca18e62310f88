/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What apply should lead to, worked out on worlds instead of trees: what is there, plus what the configuration says. A second
 * opinion on merge, carry-over and what silence means.
 */
#ifndef PROPERTY_EXPECT_H
#define PROPERTY_EXPECT_H

#include "model.h"

/* As struct lw_merge_options, in worlds. */
struct policy {
	bool prune_all, full;
	bool partial; /* and a port is declared that is not there */
	const struct world *last;
	const char *keep; /* an attribute that others own */
};

/* What apply of @want to @have should end in. */
void expect(struct world *result, const struct world *have, const struct world *want,
	    const struct policy *policy);
/*
 * Takes from @kernel what it alone decides where nobody says anything: numbers and names that it
 * makes up, attributes that the writing of others sets.
 */
void expect_generated(struct world *expected, const struct world *have, const struct world *want,
		      const struct world *kernel);
/* Whether @want, or silence in a node that it lists, says what the attribute shall be. */
bool expect_says(const struct policy *policy, const struct world *want, obj_id id,
		 const char *attr);

/* A configuration: parts of a state, some objects and attributes left out. */
void some_configuration(struct world *want, const struct world *goal, struct rng *rng);
/* Whether pruning alone changes the attribute, of a node that stays though nobody lists it. */
bool expect_empties(const struct policy *policy, const struct lw_tree *goal, lw_node n,
		    const char *attr);

#endif
