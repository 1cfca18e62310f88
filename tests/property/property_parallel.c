/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M16 One worker and sixteen end in equal trees, under M2 and M3.
 * M5  After any failed operation the rest obeys M3: here while others are out.
 *
 * Up to sixteen operations are out at a time. When each takes effect is left to chance; the kernel sees them one after the
 * other, in that order.
 */
#include "run.h"

enum { WORKERS = 16 };

struct pool {
	uint32_t op[WORKERS];
	unsigned count;
};

/* Two operations that are out together must not need the same lock. */
static bool conflict(const struct lw_plan *plan, uint32_t a, uint32_t b)
{
	const struct op *x = &plan->ops[a], *y = &plan->ops[b];

	if (x->lock == LW_LOCK_NONE || x->lock != y->lock)
		return false;
	switch (x->lock) {
	case LW_LOCK_ENGINE:
		return true;
	case LW_LOCK_EXPORT:
		return lw_op_export(plan, x) == lw_op_export(plan, y);
	default:
		return (x->goal && x->goal == y->goal) || (x->have && x->have == y->have);
	}
}

static bool take(struct trial *t, struct lw_sched *sched, struct pool *pool)
{
	uint32_t op;

	while (pool->count < WORKERS && (op = lw_sched_next(sched)) != LW_NO_OP) {
		for (unsigned i = 0; i < pool->count; i++) {
			if (conflict(t->plan, pool->op[i], op)) {
				trial_fail(t, "M16", op, "handed out beside %u, with the same lock",
					   pool->op[i]);
				return false;
			}
		}
		pool->op[pool->count++] = op;
	}
	return true;
}

/* @failing: the operation that fails; LW_NO_OP: none */
static bool run_parallel(struct trial *t, struct world *kernel, uint32_t failing)
{
	struct lw_sched *sched = lw_sched_new(t->plan);
	struct pool pool = { .count = 0 };
	bool ok = sched;

	while (ok && take(t, sched, &pool) && pool.count) {
		unsigned pick = rng_below(&t->rng, pool.count);
		uint32_t op = pool.op[pick];

		pool.op[pick] = pool.op[--pool.count];
		if (op == failing) {
			lw_sched_failed(sched, op);
			continue;
		}
		ok = walk_step(t, kernel, &t->bound, op);
		lw_sched_done(sched, op);
	}
	if (ok && !t->failed && !lw_sched_finished(sched))
		trial_fail(t, "M16", LW_NO_OP, "not finished, but nothing is ready");
	lw_sched_free(sched);
	return ok && !t->failed;
}

static uint32_t some_operation(struct trial *t)
{
	uint32_t op;

	if (!lw_plan_changes(t->plan))
		return LW_NO_OP;
	do
		op = rng_below(&t->rng, t->plan->nop);
	while (!op_runs(t->plan, op));
	return op;
}

/* M5: one fails while others are out. */
static void one_fails(struct trial *t)
{
	static struct world kernel;
	uint32_t failing = some_operation(t);

	for (uint32_t op = 0; op < t->plan->nop; op++)
		t->plan->ops[op].state = LW_OP_PENDING;
	kernel = t->have;
	if (!run_parallel(t, &kernel, failing) && failing != LW_NO_OP)
		trial_note("when this one failed:", t->plan, failing);
}

static void body(struct trial *t)
{
	static struct world serial, parallel;
	const char *why;

	if (!trial_plan(t, &t->have, &t->goal))
		return;
	serial = parallel = t->have;
	if (!walk(t, &serial, &t->bound, t->plan->order, lw_plan_count(t->plan)) ||
	    !run_parallel(t, &parallel, LW_NO_OP))
		return;
	why = world_difference(&serial, &parallel);
	if (why)
		trial_fail(t, "M16", LW_NO_OP, "one worker (first) and sixteen (second) differ: %s",
			   why);
	else if (arrived(t, "M16", &parallel, &t->goal))
		one_fails(t);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M5 M16", &scst_model, 2000, body);

	r |= trials(argc, argv, "M5 M16", &lio_model, 2000, body);

	world_forget_texts();
	return r;
}
