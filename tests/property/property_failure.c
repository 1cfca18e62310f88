/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M5  After any failed operation the rest obeys M3, and is not refused.
 * M18 A failed pure grant disables nothing: no export stays off because a LUN could not be made.
 *
 * Whatever is left then can be planned again.
 */
#include <string.h>

#include "run.h"

static bool switches_on(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_kind_spec *kind = op_kind(plan, op);

	if (op->verb == LW_OPEN)
		return true;
	return op->verb == LW_SETATTR && kind->access & LW_ROLE_EXPORT && op->attr < kind->nattr &&
	       kind->attrs[op->attr].flags & LW_A_ENABLE && op->new_value != NO_VALUE &&
	       !strcmp(tree_text(plan->goal, op->new_value), "1");
}

/* Whether a client is to enter the set that lacks the failed grant now: it may not, and then nothing may be opened. */
static bool awaited_by_matcher(const struct lw_plan *plan, const struct op *failed)
{
	lw_node set = lw_node_parent(plan->goal, failed->goal);

	if (!(node_kind(plan->goal, set)->access & LW_ROLE_CONTAINER))
		return false;
	for (uint32_t n = 0; n < plan->nop; n++) {
		const struct op *op = &plan->ops[n];

		if ((op->verb == LW_CREATE || op->verb == LW_MOVE) && op->goal &&
		    op_kind(plan, op)->access & LW_ROLE_MATCHER &&
		    lw_node_parent(plan->goal, op->goal) == set)
			return true;
	}
	return false;
}

static void m18_still_on(struct trial *t, uint32_t failed)
{
	const struct lw_plan *plan = t->plan;
	const struct op *op = &plan->ops[failed];

	if (!(op->flags & LW_OP_GRANT) || op->verb != LW_CREATE ||
	    op_kind(plan, op)->access & LW_ROLE_MATCHER || awaited_by_matcher(plan, op))
		return;
	for (uint32_t n = 0; n < plan->nop; n++)
		if (switches_on(plan, &plan->ops[n]) && plan->ops[n].state == LW_OP_SKIPPED)
			trial_fail(t, "M18", n, "skipped because of %u, which only grants", failed);
}

/* Runs the plan with one operation failing. */
static bool run_without(struct trial *t, uint32_t failing, struct world *kernel)
{
	struct lw_sched *sched = lw_sched_new(t->plan);
	bool ok = sched;
	uint32_t op;

	while (ok && (op = lw_sched_next(sched)) != LW_NO_OP) {
		if (op == failing) {
			lw_sched_failed(sched, op);
			continue;
		}
		ok = walk_step(t, kernel, &t->bound, op);
		lw_sched_done(sched, op);
	}
	if (ok && !lw_sched_finished(sched)) {
		trial_fail(t, "M5", failing, "not finished, but nothing is ready");
		ok = false;
	}
	for (uint32_t n = 0; ok && n < t->plan->nop; n++) {
		if (t->plan->ops[n].state == LW_OP_SKIPPED && lw_sched_blame(sched, n) != failing) {
			trial_fail(t, "M5", n, "skipped, but not blamed on what failed");
			ok = false;
		}
	}
	lw_sched_free(sched);
	return ok;
}

static void reset_states(struct lw_plan *plan)
{
	for (uint32_t n = 0; n < plan->nop; n++)
		plan->ops[n].state = LW_OP_PENDING;
}

/* Whoever ran the plan lets go of what it held back; then another plan leads to the goal. */
static bool again(struct trial *t, const struct world *left)
{
	static struct world begin, kernel;
	static struct reach bound, now;
	struct lw_plan *plan = t->plan;
	bool ok;

	begin = *left;
	t->model->killed(&begin);
	kernel = begin;
	bound = t->bound;
	t->model->reach(&begin, &now);
	reach_join(&bound, &now);
	t->plan = NULL;
	ok = trial_plan(t, &begin, &t->goal) &&
	     walk(t, &kernel, &bound, t->plan->order, lw_plan_count(t->plan)) &&
	     arrived(t, "M5", &kernel, &t->goal);
	lw_plan_free(t->plan);
	t->plan = plan;
	t->plan_have = &t->have;
	t->plan_goal = &t->goal;
	return ok;
}

static void body(struct trial *t)
{
	static struct world kernel;

	if (!trial_plan(t, &t->have, &t->goal))
		return;
	for (uint32_t failing = 0; failing < t->plan->nop && !t->failed; failing++) {
		if (!op_runs(t->plan, failing))
			continue;
		reset_states(t->plan);
		kernel = t->have;
		if (!run_without(t, failing, &kernel)) {
			trial_note("when this one failed:", t->plan, failing);
			return;
		}
		m18_still_on(t, failing);
		if (!t->failed && rng_chance(&t->rng, 10) && !again(t, &kernel))
			trial_note("the plan above was made after a failure of", t->plan, failing);
	}
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M5 M18", &scst_model, 600, body);

	r |= trials(argc, argv, "M5 M18", &lio_model, 600, body);

	world_forget_texts();
	return r;
}
