/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M1  diff(x, x) is empty; after apply, diff(read, goal) is empty.
 * M2  Every linear extension of the edges is accepted by the kernel and reaches the goal.
 * M3  At every step each client reaches at most old and new.
 * M6  diff(a, b) and diff(b, a) both reach their goal.
 * M11 `enabled` 1 comes after every restriction of its export.
 */
#include <stdlib.h>

#include "run.h"

enum { EXTENSIONS = 3 };

static void m1_nothing_to_do(struct trial *t)
{
	if (trial_plan(t, &t->have, &t->have) && lw_plan_count(t->plan))
		trial_fail(t, "M1", lw_plan_at(t->plan, 0), "diff(x, x) is not empty");
}

static bool serially(struct trial *t, struct world *kernel)
{
	uint32_t *order = t->plan->order;

	return walk(t, kernel, &t->bound, order, lw_plan_count(t->plan));
}

static bool m2_any_order(struct trial *t, struct world *kernel)
{
	size_t count = lw_plan_count(t->plan), n;
	uint32_t *order = calloc(count + 1, sizeof(*order));
	bool ok = true;

	if (!order)
		abort();
	n = random_extension(t, order);
	if (n < count) {
		trial_fail(t, "M2", LW_NO_OP, "%zu of %zu operations stand in a cycle", count - n,
			   count);
		ok = false;
	}
	ok = ok && walk(t, kernel, &t->bound, order, n);
	free(order);
	return ok;
}

static void body(struct trial *t)
{
	static struct world kernel, back;

	m1_nothing_to_do(t);
	if (t->failed || !trial_plan(t, &t->have, &t->goal))
		return;
	kernel = t->have;
	if (!serially(t, &kernel) || !arrived(t, "M1", &kernel, &t->goal))
		return;
	for (unsigned i = 0; i < EXTENSIONS; i++) {
		back = t->have;
		if (!m2_any_order(t, &back) || !arrived(t, "M2", &back, &t->goal))
			return;
	}
	/* M6: and back again, from where the kernel is now. */
	back = kernel;
	if (trial_plan(t, &kernel, &t->have) && serially(t, &back))
		arrived(t, "M6", &back, &t->have);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M1 M2 M3 M6 M11", &scst_model, 3000, body);

	r |= trials(argc, argv, "M1 M2 M3 M6 M11", &lio_model, 3000, body);

	world_forget_texts();
	return r;
}
