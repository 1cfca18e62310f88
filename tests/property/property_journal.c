/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M4 From the state after any prefix of operations, re-plan to goal succeeds, under M3: here as an
 *    administrator sees it. An apply of a configuration is killed; the same configuration is applied
 *    again, with the goal of the first attempt at hand (the journal), and ends where the first one
 *    would have ended.
 * M7 M8 hold over both attempts: what was deleted and not yet made again comes back as it was, and
 *    nobody declares it any more, but the journal's goal.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "expect.h"
#include "run.h"

/* The plan for a configuration into t->plan; false when it is refused. */
static bool plan_configuration(struct trial *t, const struct world *kernel,
			       const struct world *want, const struct lw_tree *journal)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_tree *have = world_tree(kernel, NULL), *goal = NULL;
	struct tree_how how = { .share = have, .declared = true };
	struct lw_tree *asked = world_tree(want, &how);
	int r;

	options.journal = journal;
	lw_plan_free(t->plan);
	t->plan = NULL;
	t->plan_have = kernel;
	t->plan_goal = want;
	r = lw_merge(asked, have, &options, &goal, report);
	if (r == 0)
		r = lw_tree_check(goal, report);
	if (r == 0) {
		r = lw_diff(have, goal, &t->plan, report);
	} else {
		lw_tree_free(have);
		lw_tree_free(goal);
	}
	if (r < 0)
		t->plan = NULL;
	if (r < 0 && (journal || r != -EINVAL)) {
		trial_fail(t, "M4", LW_NO_OP, "refused in the second attempt");
		print_report(report);
	}
	lw_tree_free(asked);
	lw_report_free(report);
	return r == 0;
}

/* Executes @n operations and looks at nothing but refusals. */
static bool run(struct trial *t, struct world *kernel, size_t n)
{
	const char *why = "";

	for (size_t i = 0; i < n; i++) {
		uint32_t op = lw_plan_at(t->plan, i);

		if (op_runs(t->plan, op) && t->model->exec(kernel, t->plan, op, &why) < 0) {
			trial_fail(t, "M2", op, "refused: %s", why);
			return false;
		}
	}
	return true;
}

/* The first attempt, killed somewhere. The journal, or NULL when there is nothing to resume. */
static struct lw_tree *begin(struct trial *t, struct world *kernel, struct world *end,
			     const struct world *want)
{
	struct lw_tree *journal;
	size_t n, count;
	uint32_t next;

	if (!plan_configuration(t, kernel, want, NULL))
		return NULL;
	count = lw_plan_count(t->plan);
	if (!count || !run(t, end, count))
		return NULL;
	n = rng_below(&t->rng, (unsigned)count);
	journal = trial_stored(t, lw_plan_goal(t->plan));
	run(t, kernel, n);
	next = lw_plan_at(t->plan, n);
	if (t->model->half && op_runs(t->plan, next) && rng_chance(&t->rng, 50))
		t->model->half(kernel, t->plan, next);
	if (getenv("LW_TEST_SHOW"))
		trial_note("the first attempt was killed before", t->plan, next);
	t->model->killed(kernel);
	return journal;
}

static void same_end(struct trial *t, const struct world *kernel, struct world *end,
		     const struct world *want)
{
	const char *why;

	expect_generated(end, &t->have, want, kernel);
	why = world_difference(kernel, end);
	if (why)
		trial_fail(t, "M4 M7 M8", LW_NO_OP,
			   "the kernel (first) is not where the first attempt led (second): %s",
			   why);
}

static void body(struct trial *t)
{
	static struct world want, kernel, end, left;
	static struct reach bound, now;
	struct lw_tree *journal;

	some_configuration(&want, &t->goal, &t->rng);
	kernel = end = t->have;
	journal = begin(t, &kernel, &end, &want);
	if (!journal)
		return;
	t->model->reach(&t->have, &bound);
	t->model->reach(&end, &now);
	reach_join(&bound, &now);
	t->model->reach(&kernel, &now);
	reach_join(&bound, &now);

	left = kernel;
	if (plan_configuration(t, &left, &want, journal)) {
		t->plan_goal = &end;
		if (walk(t, &kernel, &bound, t->plan->order, lw_plan_count(t->plan)))
			same_end(t, &kernel, &end, &want);
	}
	lw_tree_free(journal);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M4 M7 M8", &scst_model, 3000, body);

	r |= trials(argc, argv, "M4 M7 M8", &lio_model, 3000, body);
	world_forget_texts();
	return r;
}
