/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M16 One worker and sixteen end in equal trees, under M2 and M3.
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

static bool run_parallel(struct trial *t, struct world *kernel)
{
	struct lw_sched *sched = lw_sched_new(t->plan);
	struct pool pool = { .count = 0 };
	bool ok = sched;

	while (ok && take(t, sched, &pool) && pool.count) {
		unsigned pick = rng_below(&t->rng, pool.count);
		uint32_t op = pool.op[pick];

		pool.op[pick] = pool.op[--pool.count];
		ok = walk_step(t, kernel, &t->bound, op);
		lw_sched_done(sched, op);
	}
	if (ok && !t->failed && !lw_sched_finished(sched))
		trial_fail(t, "M16", LW_NO_OP, "not finished, but nothing is ready");
	lw_sched_free(sched);
	return ok && !t->failed;
}

static void body(struct trial *t)
{
	static struct world serial, parallel;
	const char *why;

	if (!trial_plan(t, &t->have, &t->goal))
		return;
	serial = parallel = t->have;
	if (!walk(t, &serial, &t->bound, t->plan->order, lw_plan_count(t->plan)) ||
	    !run_parallel(t, &parallel))
		return;
	why = world_difference(&serial, &parallel);
	if (why)
		trial_fail(t, "M16", LW_NO_OP, "one worker (first) and sixteen (second) differ: %s",
			   why);
	else
		arrived(t, "M16", &parallel, &t->goal);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M16", &scst_model, 2000, body);

	r |= trials(argc, argv, "M16", &lio_model, 2000, body);

	world_forget_texts();
	return r;
}
