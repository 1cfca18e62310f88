/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What property tests share: a trial is one pair of states and the plan between them, a walk carries a plan out on an abstract
 * kernel and looks at every step. A trial that fails prints its seed, both states, the plan and the step.
 */
#ifndef PROPERTY_RUN_H
#define PROPERTY_RUN_H

#include "model.h"

struct trial {
	const struct model *model;
	uint64_t seed;
	struct rng rng;
	bool failed;
	const char *broken; /* the law that it broke first */
	struct world have, goal;
	struct lw_plan *plan; /* of the two, or of what a test plans from there */
	const struct world *plan_have, *plan_goal;
	struct reach bound; /* M3: reach(have) and reach(goal) */
};

/* Seeds the trial and makes both states; no plan yet. */
void trial_begin(struct trial *t, const struct model *model, uint64_t seed);
/* Plans from one world to another (freeing the plan before); false, and the trial has failed, if there is none. */
bool trial_plan(struct trial *t, const struct world *have, const struct world *goal);
void trial_end(struct trial *t);
/* A tree as it comes back from the disk. */
struct lw_tree *trial_stored(struct trial *t, const struct lw_tree *tree);
/* Fails the trial: says why, at which operation (LW_NO_OP: none), and prints what is needed to see it again. */
void trial_fail(struct trial *t, const char *law, uint32_t op, const char *format, ...)
	LW_PRINTF(4, 5);

/* Adds to what a failed trial said: which operation of another plan led there. */
void trial_note(const char *text, struct lw_plan *plan, uint32_t op);

/* Prints a report below what a trial said. */
void print_report(const struct lw_report *report);

/* Whether somebody executes the operation: no fence, nothing implied or only looked up. */
bool op_runs(const struct lw_plan *plan, uint32_t op);
/* "delete targets/iscsi/...": for messages; valid until the next call. */
const char *op_words(struct lw_plan *plan, uint32_t op);

/*
 * Executes one operation on @kernel and looks at M2 (nothing is refused), M3 (nobody reaches more than @bound) and M11.
 * False when the trial failed.
 */
bool walk_step(struct trial *t, struct world *kernel, const struct reach *bound, uint32_t op);
/* Executes the first @n operations of an order. */
bool walk(struct trial *t, struct world *kernel, const struct reach *bound, const uint32_t *order,
	  size_t n);
/* The kernel is where the plan should lead: same objects, same reach, and the next plan is empty (M1). */
bool arrived(struct trial *t, const char *law, const struct world *kernel,
	     const struct world *goal);

/* A random order that the edges allow; returns its length, less than lw_plan_count() when there is a cycle. */
size_t random_extension(struct trial *t, uint32_t *order);

/* How many trials: @few in an ordinary run, much more in a long one. */
unsigned trial_count(unsigned few);
/* Whether to sweep further: LW_TEST_LONG or LUNWARD_LONG is set. */
bool trial_long(void);
/*
 * Runs @body over @few random trials of a model (more in a long run), or over one when the program was given a seed.
 * Returns 0, or 1 when one failed.
 */
int trials(int argc, char **argv, const char *laws, const struct model *model, unsigned few,
	   void (*body)(struct trial *));

#endif
