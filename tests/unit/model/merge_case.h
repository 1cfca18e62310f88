/* SPDX-License-Identifier: Apache-2.0 */
/* A merge as texts: what is wanted, what is there, and what shall come of it. */
#ifndef MERGE_CASE_H
#define MERGE_CASE_H

#include "lunward/plan.h"

struct merge_case {
	const struct lw_schema *schema; /* NULL: test_schema */
	const char *want, *have, *last, *journal;
	struct lw_merge_options options;
	int expect;
	const char *goal, *report, *declared; /* NULL: not looked at */
};

/* Fails the test, showing both, where something else comes of it. */
void merge_case(struct merge_case run);

#endif
