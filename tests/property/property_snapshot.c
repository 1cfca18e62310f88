/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M20 Snapshot and plan hold each value that the plan overwrites or deletes.
 * M4  From the state after any prefix of operations, going back to the snapshot succeeds, under M3.
 *
 * What counts is the snapshot alone, as a file keeps it: the states that were there before are
 * thrown away, and the way back leads to them all the same. One plan is carried out and undone, or
 * two and both are undone, and either may have been killed on the way.
 */
#include <stdlib.h>
#include <string.h>

#include "model/journal/snapshot.h"
#include "run.h"

enum { PLANS = 2 };

static struct lw_tree *snapshot(struct trial *t)
{
	struct lw_tree *tree = NULL, *back;

	if (lw_snapshot_make(t->plan, &tree) < 0)
		abort();
	back = trial_stored(t, tree);
	lw_tree_free(tree);
	return back;
}

/* Carries the plan out, to the end or up to where the program is killed. */
static bool carry_out(struct trial *t, struct world *kernel, const struct reach *bound)
{
	unsigned n = (unsigned)lw_plan_count(t->plan);
	bool killed = n && rng_chance(&t->rng, 40);

	if (killed)
		n = rng_below(&t->rng, n);
	if (!walk(t, kernel, bound, t->plan->order, n))
		return false;
	if (killed)
		t->model->killed(kernel);
	return true;
}

/* Replaces the trial's plan by the one that leads back; false when there is none. */
static bool plan_back(struct trial *t, const struct world *kernel, const struct world *expected,
		      struct lw_tree **snapshots, size_t count)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *now = world_tree(kernel, NULL), *goal = NULL;
	int r = lw_snapshot_goal(now, (const struct lw_tree *const *)snapshots, count, &goal,
				 report);

	lw_plan_free(t->plan);
	t->plan = NULL;
	t->plan_have = kernel;
	t->plan_goal = expected;
	if (r < 0)
		abort();
	r = lw_diff(now, goal, &t->plan, report);
	if (r < 0) {
		t->plan = NULL;
		trial_fail(t, "M20", LW_NO_OP, "no plan leads back");
		print_report(report);
	}
	lw_report_free(report);
	return r == 0;
}

/*
 * In some trials somebody else has made things meanwhile: they stay. @expected: where the way back
 * should end.
 */
static bool go_back(struct trial *t, struct world *kernel, struct reach *bound,
		    struct lw_tree **snapshots, size_t count)
{
	static struct world from, expected;
	static struct reach now;

	expected = t->have;
	if (rng_chance(&t->rng, 25)) {
		t->model->foreign(kernel);
		t->model->foreign(&expected);
	}
	from = *kernel;
	t->model->reach(kernel, &now);
	reach_join(bound, &now);
	t->model->reach(&expected, &now);
	reach_join(bound, &now);
	return plan_back(t, &from, &expected, snapshots, count) &&
	       walk(t, kernel, bound, t->plan->order, lw_plan_count(t->plan)) &&
	       arrived(t, "M20", kernel, &expected);
}

static void body(struct trial *t)
{
	static struct world kernel, from, goal;
	static struct reach bound, now;
	struct lw_tree *snapshots[PLANS] = { NULL, NULL };
	unsigned plans = rng_range(&t->rng, 1, PLANS), made = 0;
	bool ok = true;

	kernel = t->have;
	bound = t->bound;
	goal = t->goal;
	for (unsigned i = 0; ok && i < plans; i++) {
		from = kernel;
		if (i > 0)
			t->model->mutate(&goal, &t->rng);
		t->model->reach(&goal, &now);
		reach_join(&bound, &now);
		t->model->reach(&from, &now);
		reach_join(&bound, &now);
		ok = trial_plan(t, &from, &goal);
		if (!ok)
			break;
		/* The newest comes first. */
		memmove(snapshots + 1, snapshots, (PLANS - 1) * sizeof(*snapshots));
		snapshots[0] = snapshot(t);
		made++;
		ok = !t->failed && carry_out(t, &kernel, &bound);
	}
	if (ok)
		go_back(t, &kernel, &bound, snapshots, made);
	for (unsigned i = 0; i < made; i++)
		lw_tree_free(snapshots[i]);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M4 M20", &scst_model, 2000, body);

	r |= trials(argc, argv, "M4 M20", &lio_model, 2000, body);
	world_forget_texts();
	return r;
}
