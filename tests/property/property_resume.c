/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M4 From the state after any prefix of operations, re-plan to goal and to snapshot both succeed, under M3.
 *
 * The program that carries a plan out is killed after an operation: what it held back (suspended I/O) is released, what it
 * began may be half made. What clients reach then is part of the bound, as nobody can undo what was there already.
 */
#include <stdlib.h>

#include "run.h"

static bool go_to(struct trial *t, const struct world *from, const struct world *to)
{
	static struct world kernel;
	static struct reach bound, now;

	kernel = *from;
	bound = t->bound;
	t->model->reach(from, &now);
	reach_join(&bound, &now);
	return trial_plan(t, from, to) &&
	       walk(t, &kernel, &bound, t->plan->order, lw_plan_count(t->plan)) &&
	       arrived(t, "M4", &kernel, to);
}

/* Both ways from where the plan was left after @n operations. */
static bool killed_after(struct trial *t, const struct world *kernel, const struct lw_plan *plan,
			 uint32_t begun)
{
	static struct world left;

	left = *kernel;
	if (begun != LW_NO_OP && t->model->half && op_runs(plan, begun) && rng_chance(&t->rng, 50))
		t->model->half(&left, plan, begun);
	t->model->killed(&left);
	return go_to(t, &left, &t->goal) && go_to(t, &left, &t->have);
}

static void body(struct trial *t)
{
	static struct world kernel;
	struct lw_plan *plan;
	unsigned every, n;

	if (!trial_plan(t, &t->have, &t->goal))
		return;
	plan = t->plan;
	n = (unsigned)lw_plan_count(plan);
	every = n < 4 ? 1 : n / (trial_long() ? 8 : 4) + 1;
	kernel = t->have;
	for (unsigned i = 0, next = rng_below(&t->rng, every); i < n && !t->failed; i++) {
		uint32_t op = plan->order[i];

		t->plan = plan;
		t->plan_have = &t->have;
		t->plan_goal = &t->goal;
		if (!walk_step(t, &kernel, &t->bound, op))
			break;
		if (i != next || !op_runs(plan, op)) {
			next += i == next;
			continue;
		}
		next = i + 1 + rng_below(&t->rng, every);
		t->plan = NULL;
		killed_after(t, &kernel, plan, i + 1 < n ? plan->order[i + 1] : LW_NO_OP);
		if (t->failed)
			trial_note("the plan above was made where this one was killed after", plan,
				   op);
		lw_plan_free(t->plan);
	}
	t->plan = plan;
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M4", &scst_model, 1200, body);

	r |= trials(argc, argv, "M4", &lio_model, 1200, body);

	world_forget_texts();
	return r;
}
