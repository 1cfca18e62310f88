/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may run, and who is skipped. Small cases by name; then random graphs with random failures in random interleavings,
 * held against the rules as they are written down, evaluated the slow way.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "cost.h"
#include "base/mem.h"
#include "plan_text.h"
#include "test_schema.h"

static const char tree[] = "boxes/b/d0\nboxes/b/d1\nboxes/b/d2\n"
			   "targets/t enabled=1\ntargets/t/luns/0 -> d0\ntargets/t/luns/1 -> d1\n"
			   "targets/t/groups/g/luns/0 -> d2\n"
			   "targets/u enabled=1\ntargets/u/luns/0 -> d0\ntargets/u/luns/1 -> d1\n";

static struct lw_plan *make(void)
{
	return plan_text_new(&test_schema, tree, tree);
}

/* An operation of little meaning that holds up whoever waits for it. */
static uint32_t plain(struct lw_plan *plan, const char *path)
{
	plan_text_op(plan, LW_REPLACE, path, path);
	return plan_text_last(plan);
}

static uint32_t locked(struct lw_plan *plan, const char *path, enum lw_lock lock)
{
	plan_text_op(plan, LW_REPLACE, path, path)->lock = (uint8_t)lock;
	return plan_text_last(plan);
}

static uint32_t grant(struct lw_plan *plan, const char *path)
{
	plan_text_op(plan, LW_CREATE, NULL, path)->flags = LW_OP_GRANT;
	return plan_text_last(plan);
}

static uint32_t switch_on(struct lw_plan *plan, const char *path)
{
	plan_text_value(plan, LW_SETATTR, path, "enabled", "0", "1")->phase = LW_PHASE_ENABLE;
	return plan_text_last(plan);
}

static uint32_t value(struct lw_plan *plan, const char *path, const char *attr)
{
	plan_text_value(plan, LW_SETATTR, path, attr, "a", "b");
	return plan_text_last(plan);
}

static void edge(struct lw_plan *plan, uint32_t from, uint32_t to, enum lw_strength strength)
{
	assert_int_equal(lw_plan_edge(plan, from, to, strength), 0);
}

/* Where the next edge is named there is no room for more than 29 bits. */
static void more_edges_than_can_be_named_are_refused(void **state)
{
	struct op ops[2] = { { 0 } };
	struct lw_plan plan = { .ops = ops, .nop = 2, .nedge = LW_EDGE_LAST + 1 };

	(void)state;
	assert_int_equal(lw_plan_edge(&plan, 0, 1, LW_EDGE_HARD), -EOVERFLOW);
	assert_null(plan.edges);
	assert_int_equal(ops[0].edges, 0);
}

static enum lw_op_state state_of(struct lw_plan *plan, uint32_t op)
{
	struct lw_op_view view = { .size = sizeof(view) };

	assert_int_equal(lw_plan_op(plan, op, &view), 0);
	return view.state;
}

static struct lw_sched *start(struct lw_plan *plan)
{
	struct lw_sched *s = lw_sched_new(plan);

	assert_non_null(s);
	return s;
}

static void end(struct lw_sched *s, struct lw_plan *plan)
{
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	assert_true(lw_sched_finished(s));
	lw_sched_free(s);
	lw_plan_free(plan);
}

static void an_empty_plan_is_finished(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	end(start(plan), plan);
	lw_sched_free(NULL);
}

static void one_by_one_is_the_serial_order(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "targets/t"), b = plain(plan, "targets/u"),
		 c = plain(plan, "boxes/b");
	struct lw_sched *s;

	(void)state;
	memcpy(plan->order, (const uint32_t[]){ b, c, a }, 3 * sizeof(uint32_t));
	edge(plan, b, a, LW_EDGE_HARD);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), b);
	lw_sched_done(s, b);
	assert_int_equal(lw_sched_next(s), c);
	lw_sched_done(s, c);
	assert_false(lw_sched_finished(s));
	assert_int_equal(lw_sched_next(s), a);
	lw_sched_done(s, a);
	assert_int_equal(state_of(plan, a), LW_OP_DONE);
	end(s, plan);
}

static void a_successor_waits_for_all(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "targets/t"), b = plain(plan, "targets/u"),
		 c = plain(plan, "boxes/b");
	struct lw_sched *s;

	(void)state;
	edge(plan, a, c, LW_EDGE_SOFT);
	edge(plan, b, c, LW_EDGE_SAFE);
	edge(plan, c, a, LW_EDGE_DEAD);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), a);
	assert_int_equal(lw_sched_next(s), b);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_done(s, b);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_done(s, a);
	assert_int_equal(lw_sched_next(s), c);
	lw_sched_done(s, c);
	end(s, plan);
}

static void at_most_sixteen_at_once(void **state)
{
	struct lw_plan *plan = make();
	struct lw_sched *s;

	(void)state;
	for (int i = 0; i < 20; i++)
		plain(plan, "targets/t");
	s = start(plan);
	for (uint32_t i = 0; i < 16; i++)
		assert_int_equal(lw_sched_next(s), i);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_done(s, 3);
	assert_int_equal(lw_sched_next(s), 16);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	for (uint32_t i = 0; i < 17; i++)
		lw_sched_done(s, i);
	for (uint32_t i = 17; i < 20; i++) {
		assert_int_equal(lw_sched_next(s), i);
		lw_sched_done(s, i);
	}
	end(s, plan);
}

/* Whether two operations with these locks run side by side. */
static bool together(const char *one, enum lw_lock lock_one, const char *two, enum lw_lock lock_two)
{
	struct lw_plan *plan = make();
	uint32_t a = locked(plan, one, lock_one), b = locked(plan, two, lock_two);
	struct lw_sched *s;
	bool both;

	s = start(plan);
	assert_int_equal(lw_sched_next(s), a);
	both = lw_sched_next(s) == b;
	lw_sched_done(s, a);
	if (!both)
		assert_int_equal(lw_sched_next(s), b);
	lw_sched_done(s, b);
	end(s, plan);
	return both;
}

static void locks(void **state)
{
	const char *const lun0 = "targets/t/luns/0", *const lun1 = "targets/t/luns/1",
			  *const other = "targets/u/luns/0";

	(void)state;
	assert_true(together(lun0, LW_LOCK_NONE, lun0, LW_LOCK_NONE));
	assert_false(together(lun0, LW_LOCK_NODE, lun0, LW_LOCK_NODE));
	assert_true(together(lun0, LW_LOCK_NODE, lun1, LW_LOCK_NODE));
	assert_false(together(lun0, LW_LOCK_EXPORT, lun1, LW_LOCK_EXPORT));
	assert_false(together(lun0, LW_LOCK_EXPORT, "targets/t/groups/g", LW_LOCK_EXPORT));
	assert_true(together(lun0, LW_LOCK_EXPORT, other, LW_LOCK_EXPORT));
	assert_true(together("boxes/b/d0", LW_LOCK_EXPORT, "boxes/b/d1", LW_LOCK_EXPORT));
	assert_false(together(lun0, LW_LOCK_ENGINE, other, LW_LOCK_ENGINE));
	/* Classes do not exclude each other: edges do, where it matters. */
	assert_true(together(lun0, LW_LOCK_ENGINE, lun0, LW_LOCK_NODE));
	assert_true(together(lun0, LW_LOCK_ENGINE, lun0, LW_LOCK_EXPORT));
	assert_true(together(lun0, LW_LOCK_NODE, lun0, LW_LOCK_EXPORT));
}

/* A blocked operation does not hold up those behind it. */
static void a_blocked_one_is_passed_over(void **state)
{
	struct lw_plan *plan = make();
	struct lw_sched *s;

	(void)state;
	for (int i = 0; i < 4; i++)
		locked(plan, "targets/t", i < 3 ? LW_LOCK_ENGINE : LW_LOCK_NODE);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), 0);
	assert_int_equal(lw_sched_next(s), 3);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_done(s, 0);
	assert_int_equal(lw_sched_next(s), 1);
	lw_sched_done(s, 3);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_failed(s, 1);
	assert_int_equal(lw_sched_next(s), 2);
	lw_sched_done(s, 2);
	end(s, plan);
}

/* What becomes of an operation whose predecessor fails, over an edge of this strength. */
static enum lw_op_state after_failure(struct lw_plan *plan, uint32_t from, uint32_t to,
				      enum lw_strength strength)
{
	enum lw_op_state result;
	struct lw_sched *s;
	uint32_t op;

	edge(plan, from, to, strength);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), from);
	lw_sched_failed(s, from);
	while ((op = lw_sched_next(s)) != LW_NO_OP)
		lw_sched_done(s, op);
	assert_int_equal(state_of(plan, from), LW_OP_FAILED);
	assert_int_equal(lw_sched_blame(s, from), LW_NO_OP);
	result = state_of(plan, to);
	assert_int_equal(lw_sched_blame(s, to), result == LW_OP_SKIPPED ? from : LW_NO_OP);
	end(s, plan);
	return result;
}

static void failure_skips_over_every_strength_but_a_turn(void **state)
{
	(void)state;
	for (unsigned strength = LW_EDGE_TURN; strength <= LW_EDGE_DEAD; strength++) {
		struct lw_plan *plan = make();
		uint32_t a = plain(plan, "targets/t"), b = plain(plan, "targets/u");

		assert_int_equal(after_failure(plan, a, b, (enum lw_strength)strength),
				 strength == LW_EDGE_DEAD || strength == LW_EDGE_TURN
					 ? LW_OP_DONE
					 : LW_OP_SKIPPED);
	}
}

/* M18: a unit that could not be made disables nothing. */
static void a_failed_grant_holds_up_nothing_that_protects(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = grant(plan, "targets/t/luns/0"), b = switch_on(plan, "targets/t");

	(void)state;
	assert_int_equal(after_failure(plan, a, b, LW_EDGE_SAFE), LW_OP_DONE);
	plan = make();
	a = grant(plan, "targets/t/luns/0");
	b = switch_on(plan, "targets/t");
	assert_int_equal(after_failure(plan, a, b, LW_EDGE_SOFT), LW_OP_DONE);
}

static void but_no_matcher_enters_a_group_without_its_unit(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = grant(plan, "targets/t/groups/g/luns/0"),
		 b = plain(plan, "targets/t/groups/g");

	(void)state;
	assert_int_equal(after_failure(plan, a, b, LW_EDGE_SOFT), LW_OP_SKIPPED);
	plan = make();
	a = grant(plan, "targets/t/luns/0");
	b = switch_on(plan, "targets/t");
	assert_int_equal(after_failure(plan, a, b, LW_EDGE_HARD), LW_OP_SKIPPED);
	/* Off is not on. */
	plan = make();
	a = grant(plan, "targets/t/luns/0");
	plan_text_value(plan, LW_SETATTR, "targets/t", "enabled", "1", "0")->phase =
		LW_PHASE_DISABLE;
	assert_int_equal(after_failure(plan, a, plan_text_last(plan), LW_EDGE_SOFT), LW_OP_SKIPPED);
}

static void an_attribute_without_access_holds_up_nothing_that_protects(void **state)
{
	static const struct {
		const char *attr;
		enum lw_op_state safe;
	} cases[] = { { "alias", LW_OP_DONE },
		      { "of_no_table", LW_OP_DONE },
		      { "portal", LW_OP_SKIPPED },
		      { "enabled", LW_OP_SKIPPED } };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct lw_plan *plan = make();
		uint32_t a = value(plan, "targets/t", cases[i].attr),
			 b = plain(plan, "targets/t/luns/0");

		assert_int_equal(after_failure(plan, a, b, LW_EDGE_SAFE), cases[i].safe);
		plan = make();
		a = value(plan, "targets/t", cases[i].attr);
		b = plain(plan, "targets/t/luns/0");
		assert_int_equal(after_failure(plan, a, b, LW_EDGE_EXCL), LW_OP_SKIPPED);
	}
}

/* read_only of a unit narrows though its column `access` says nothing. */
static void a_view_attribute_protects(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = value(plan, "targets/t/luns/0", "read_only"), b = switch_on(plan, "targets/t");

	(void)state;
	assert_int_equal(after_failure(plan, a, b, LW_EDGE_SAFE), LW_OP_SKIPPED);
}

/* grant -> fence -> widen: the fence waits for the grant to be over, not for it to succeed. */
static void fences_pass_when_all_before_are_over(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = grant(plan, "targets/t/luns/0"), b = plain(plan, "targets/t/luns/1"), fence, c;
	struct lw_sched *s;

	(void)state;
	plan_text_op(plan, LW_FENCE, NULL, "targets/t");
	fence = plan_text_last(plan);
	c = plain(plan, "targets/t");
	edge(plan, a, fence, LW_EDGE_SAFE);
	edge(plan, b, fence, LW_EDGE_SAFE);
	edge(plan, fence, c, LW_EDGE_SAFE);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), a);
	assert_int_equal(lw_sched_next(s), b);
	lw_sched_failed(s, a);
	assert_int_equal(lw_sched_next(s), LW_NO_OP);
	lw_sched_done(s, b);
	assert_int_equal(state_of(plan, fence), LW_OP_DONE);
	assert_int_equal(lw_sched_next(s), c);
	lw_sched_done(s, c);
	end(s, plan);
}

static void a_skipped_fence_skips_all_behind_it(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "targets/t/luns/0"), fence, c;
	struct lw_sched *s;

	(void)state;
	plan_text_op(plan, LW_FENCE, NULL, "targets/t");
	fence = plan_text_last(plan);
	c = switch_on(plan, "targets/t");
	edge(plan, a, fence, LW_EDGE_SAFE);
	edge(plan, fence, c, LW_EDGE_SAFE);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), a);
	lw_sched_failed(s, a);
	assert_int_equal(state_of(plan, fence), LW_OP_SKIPPED);
	assert_int_equal(state_of(plan, c), LW_OP_SKIPPED);
	assert_int_equal(lw_sched_blame(s, fence), a);
	assert_int_equal(lw_sched_blame(s, c), a);
	end(s, plan);
}

/* Skipped, a grant holds up no more than failed: the chain behind it goes on. */
static void a_skipped_grant_is_as_harmless_as_a_failed_one(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "boxes/b/d0"), b = grant(plan, "targets/t/luns/0"),
		 c = switch_on(plan, "targets/t");
	struct lw_sched *s;

	(void)state;
	edge(plan, a, b, LW_EDGE_HARD);
	edge(plan, b, c, LW_EDGE_SAFE);
	s = start(plan);
	assert_int_equal(lw_sched_next(s), a);
	lw_sched_failed(s, a);
	assert_int_equal(state_of(plan, b), LW_OP_SKIPPED);
	assert_int_equal(lw_sched_next(s), c);
	lw_sched_done(s, c);
	end(s, plan);
}

/* The kernel takes the unit away with the device: whether that happened is known when the device is gone. */
static void implied_operations_share_the_fate_of_their_cause(void **state)
{
	(void)state;
	for (int works = 0; works < 2; works++) {
		struct lw_plan *plan = make();
		uint32_t unit, device, shown;
		struct lw_sched *s;

		plan_text_op(plan, LW_DELETE, "targets/t/luns/0", NULL)->flags = LW_OP_IMPLIED;
		unit = plan_text_last(plan);
		plan_text_op(plan, LW_DELETE, "boxes/b/d0", NULL);
		device = plan_text_last(plan);
		plan->ops[unit].cause = device;
		plan_text_op(plan, LW_DELETE, "targets/u/luns/0", NULL)->flags = LW_OP_IMPLIED;
		shown = plan_text_last(plan);
		plan->ops[shown].cause = unit;
		edge(plan, shown, unit, LW_EDGE_HARD);
		edge(plan, unit, device, LW_EDGE_HARD);
		s = start(plan);
		assert_int_equal(lw_sched_next(s), device);
		assert_int_equal(state_of(plan, unit), LW_OP_PENDING);
		(works ? lw_sched_done : lw_sched_failed)(s, device);
		assert_int_equal(state_of(plan, unit), works ? LW_OP_DONE : LW_OP_SKIPPED);
		assert_int_equal(state_of(plan, shown), works ? LW_OP_DONE : LW_OP_SKIPPED);
		assert_int_equal(lw_sched_blame(s, shown), works ? LW_NO_OP : device);
		end(s, plan);
	}
}

static void nonsense_is_ignored(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "targets/t");
	struct lw_sched *s = start(plan);

	(void)state;
	lw_sched_done(s, a); /* not out yet */
	lw_sched_done(s, 77);
	lw_sched_failed(s, LW_NO_OP);
	assert_int_equal(lw_sched_blame(s, 77), LW_NO_OP);
	assert_int_equal(lw_sched_next(s), a);
	lw_sched_done(s, a);
	lw_sched_failed(s, a); /* over already */
	assert_int_equal(state_of(plan, a), LW_OP_DONE);
	end(s, plan);
}

/* A plan may be run again: everything is pending then. */
static void a_new_scheduler_starts_over(void **state)
{
	struct lw_plan *plan = make();
	uint32_t a = plain(plan, "targets/t");
	struct lw_sched *s = start(plan);

	(void)state;
	lw_sched_failed(s, lw_sched_next(s));
	lw_sched_free(s);
	s = start(plan);
	assert_int_equal(state_of(plan, a), LW_OP_PENDING);
	lw_sched_done(s, lw_sched_next(s));
	end(s, plan);
}

static void each_allocation_may_fail(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	locked(plan, "targets/t", LW_LOCK_NODE);
	for (unsigned n = 1;; n++) {
		alloc_fault_arm(n);
		struct lw_sched *s = lw_sched_new(plan);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		assert_true(fired == !s);
		lw_sched_free(s);
		if (!fired)
			break;
	}
	lw_plan_free(plan);
}

/* ---- random graphs against the rules, evaluated the slow way */

enum role { ROLE_PLAIN, ROLE_GRANT, ROLE_COSMETIC, ROLE_ON, ROLE_FENCE, ROLE_IMPLIED, ROLE_COUNT };

#define MOST 48
struct world {
	struct lw_plan *plan;
	uint32_t n;
	enum role role[MOST];
	bool fails[MOST];	      /* what it would do if it ran */
	uint8_t strength[MOST][MOST]; /* of the edge, plus one; 0: none */
	bool out[MOST], ran[MOST], over[MOST];
	uint64_t seed;
};

static uint32_t draw(struct world *w, uint32_t below)
{
	w->seed = w->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(w->seed >> 33) % below;
}

static const char *const places[] = { "targets/t/luns/0", "targets/t/luns/1", "targets/u/luns/0",
				      "targets/u/luns/1" };

static void add_op(struct world *w, uint32_t i)
{
	const char *where = places[draw(w, 4)];

	w->role[i] = (enum role)draw(w, ROLE_COUNT);
	switch (w->role[i]) {
	case ROLE_GRANT:
		grant(w->plan, where);
		break;
	case ROLE_COSMETIC:
		value(w->plan, draw(w, 2) ? "targets/t" : "targets/u", "alias");
		break;
	case ROLE_ON:
		switch_on(w->plan, draw(w, 2) ? "targets/t" : "targets/u");
		break;
	case ROLE_FENCE:
		plan_text_op(w->plan, LW_FENCE, NULL, NULL);
		break;
	default:
		plain(w->plan, where);
		break;
	}
	w->plan->ops[i].lock = (uint8_t)draw(w, LW_LOCK_ENGINE + 1);
	w->fails[i] = draw(w, 5) == 0;
}

static bool lives(const struct world *w, uint32_t from, uint32_t to)
{
	return w->strength[from][to] && w->strength[from][to] != LW_EDGE_DEAD + 1;
}

static bool rule_carries(const struct world *w, uint32_t from, uint32_t to)
{
	enum lw_strength strength = (enum lw_strength)(w->strength[from][to] - 1);

	if (strength == LW_EDGE_TURN)
		return false;
	if (strength == LW_EDGE_SAFE)
		return w->role[from] != ROLE_GRANT && w->role[from] != ROLE_COSMETIC;
	if (strength == LW_EDGE_SOFT)
		return !(w->role[from] == ROLE_GRANT && w->role[to] == ROLE_ON);
	return true;
}

/* Operation i may only wait for those of lower number; an implied one is implied by a later one that waits for it. */
static void add_edges(struct world *w)
{
	for (uint32_t i = 0; i < w->n; i++) {
		for (uint32_t k = draw(w, 3); k && i; k--) {
			uint32_t from = draw(w, i), strength = draw(w, LW_EDGE_DEAD + 1);

			if (w->strength[from][i])
				continue;
			w->strength[from][i] = (uint8_t)(strength + 1);
			edge(w->plan, from, i, (enum lw_strength)strength);
		}
	}
	for (uint32_t i = 0; i < w->n; i++) {
		uint32_t cause = i + 1 < w->n ? i + 1 + draw(w, w->n - i - 1) : i;

		if (w->role[i] != ROLE_IMPLIED)
			continue;
		if (cause == i || w->role[cause] == ROLE_FENCE) {
			w->role[i] = ROLE_PLAIN;
			continue;
		}
		w->plan->ops[i].flags = LW_OP_IMPLIED;
		w->plan->ops[i].cause = cause;
		if (!lives(w, i, cause) || !rule_carries(w, i, cause)) {
			w->strength[i][cause] = LW_EDGE_HARD + 1;
			edge(w->plan, i, cause, LW_EDGE_HARD);
		}
	}
}

/* Any order that respects the edges may be the serial one: shuffle by swaps of neighbours that do not depend. */
static void shuffle(struct world *w)
{
	for (uint32_t k = 0; k < w->n * 4 && w->n > 1; k++) {
		uint32_t i = draw(w, w->n - 1), a = w->plan->order[i], b = w->plan->order[i + 1];

		if (w->strength[a][b])
			continue;
		w->plan->order[i] = b;
		w->plan->order[i + 1] = a;
	}
}

static uint32_t root_cause(const struct world *w, uint32_t i)
{
	while (w->role[i] == ROLE_IMPLIED)
		i = w->plan->ops[i].cause;
	return i;
}

/* The states after everything: numbers are a topological order. */
static void rule_states(const struct world *w, enum lw_op_state *want)
{
	for (uint32_t i = 0; i < w->n; i++) {
		bool silent = w->role[i] == ROLE_FENCE || w->role[i] == ROLE_IMPLIED;

		want[i] = w->fails[i] && !silent ? LW_OP_FAILED : LW_OP_DONE;
		for (uint32_t p = 0; p < i; p++)
			if (lives(w, p, i) && want[p] != LW_OP_DONE && rule_carries(w, p, i))
				want[i] = LW_OP_SKIPPED;
	}
	for (uint32_t i = 0; i < w->n; i++)
		if (w->role[i] == ROLE_IMPLIED && want[root_cause(w, i)] != LW_OP_DONE)
			want[i] = LW_OP_SKIPPED;
}

/* What is over now: what ran, what is skipped for it, and fences and implied ones with nothing before them. */
static void rule_over(struct world *w)
{
	bool bad[MOST] = { false };

	for (uint32_t i = 0; i < w->n; i++) {
		bool silent = w->role[i] == ROLE_FENCE || w->role[i] == ROLE_IMPLIED,
		     free_to_go = true;

		bad[i] = w->ran[i] && w->fails[i];
		w->over[i] = w->ran[i];
		for (uint32_t p = 0; p < i; p++) {
			if (!lives(w, p, i))
				continue;
			free_to_go &= w->over[p];
			if (bad[p] && rule_carries(w, p, i))
				bad[i] = w->over[i] = true;
		}
		if (silent && free_to_go)
			w->over[i] = true;
	}
}

static bool rule_conflict(const struct world *w, uint32_t a, uint32_t b)
{
	const struct op *x = &w->plan->ops[a], *y = &w->plan->ops[b];

	if (x->lock != y->lock)
		return false;
	switch (x->lock) {
	case LW_LOCK_NODE:
		return x->goal == y->goal;
	case LW_LOCK_EXPORT:
		return lw_tree_export(w->plan->goal, x->goal) ==
		       lw_tree_export(w->plan->goal, y->goal);
	default:
		return x->lock == LW_LOCK_ENGINE;
	}
}

static uint32_t rule_next(struct world *w)
{
	uint32_t running = 0;

	rule_over(w);
	for (uint32_t i = 0; i < w->n; i++)
		running += w->out[i];
	for (uint32_t k = 0; k < w->n && running < 16; k++) {
		uint32_t i = w->plan->order[k];
		bool may = !w->over[i] && !w->out[i] && w->role[i] != ROLE_FENCE &&
			   w->role[i] != ROLE_IMPLIED;

		for (uint32_t p = 0; p < w->n && may; p++)
			may = (!lives(w, p, i) || w->over[p]) &&
			      !(w->out[p] && rule_conflict(w, p, i));
		if (may)
			return i;
	}
	return LW_NO_OP;
}

static void finish_one(struct world *w, struct lw_sched *s)
{
	uint32_t i = draw(w, w->n);

	while (!w->out[i])
		i = (i + 1) % w->n;
	w->out[i] = false;
	w->ran[i] = true;
	(w->fails[i] ? lw_sched_failed : lw_sched_done)(s, i);
}

/* Whether the failure that is blamed leads there over edges that carry it. */
static bool rule_blamed(const struct world *w, const enum lw_op_state *want, uint32_t failed,
			uint32_t op)
{
	bool hit[MOST] = { false }, again = true;

	hit[failed] = true;
	while (again) {
		again = false;
		for (uint32_t i = 0; i < w->n; i++) {
			bool now = w->role[i] == ROLE_IMPLIED && hit[root_cause(w, i)];

			for (uint32_t p = 0; p < i && !now; p++)
				now = hit[p] && lives(w, p, i) && rule_carries(w, p, i);
			if (now && !hit[i] && want[i] == LW_OP_SKIPPED)
				hit[i] = again = true;
		}
	}
	return hit[op];
}

static void check_end(struct world *w, struct lw_sched *s)
{
	enum lw_op_state want[MOST];

	rule_states(w, want);
	assert_true(lw_sched_finished(s));
	for (uint32_t i = 0; i < w->n; i++) {
		uint32_t blame = lw_sched_blame(s, i);

		assert_int_equal(w->plan->ops[i].state, want[i]);
		if (want[i] != LW_OP_SKIPPED) {
			assert_int_equal(blame, LW_NO_OP);
			continue;
		}
		assert_true(blame < w->n && want[blame] == LW_OP_FAILED);
		assert_true(rule_blamed(w, want, blame, i));
	}
}

/* M16: whatever runs at the same time and finishes in whatever order, it ends alike. */
static void run_world(struct world *w, uint32_t most)
{
	struct lw_sched *s = start(w->plan);
	uint32_t running = 0, op;

	memset(w->out, 0, sizeof(w->out));
	memset(w->ran, 0, sizeof(w->ran));
	while (true) {
		while (running < most) {
			op = rule_next(w);
			assert_int_equal(lw_sched_next(s), op);
			if (op == LW_NO_OP)
				break;
			w->out[op] = true;
			running++;
		}
		if (!running)
			break;
		finish_one(w, s);
		running--;
	}
	check_end(w, s);
	lw_sched_free(s);
}

static void any_interleaving_obeys_the_rules(void **state)
{
	unsigned rounds = getenv("LW_TEST_LONG") ? 20000 : 1500;

	(void)state;
	for (unsigned round = 0; round < rounds; round++) {
		struct world w = { .plan = make(),
				   .seed = round * UINT64_C(0x9e3779b97f4a7c15) + 1 };

		w.n = 1 + draw(&w, MOST);
		for (uint32_t i = 0; i < w.n; i++)
			add_op(&w, i);
		add_edges(&w);
		shuffle(&w);
		run_world(&w, 1);
		run_world(&w, 16);
		run_world(&w, 1 + draw(&w, 20));
		lw_plan_free(w.plan);
	}
}

/* ---- cost */

/* All ready at once, all under one lock, sixteen wanted each time: the worst for a queue that looks past the blocked. */
static double run_many(uint32_t n, enum lw_lock lock)
{
	struct lw_plan *plan = make();
	double began;
	struct lw_sched *s;
	uint32_t out[16], nout, ran = 0;

	assert_int_equal(lw_grow(&plan->ops, &plan->op_cap, n, sizeof(*plan->ops)), 0);
	free(plan->order);
	plan->order = lw_calloc(n, sizeof(*plan->order));
	for (uint32_t i = 0; i < n; i++) {
		plan->ops[i] = (struct op){
			.goal = 2, .attr = NO_ATTR, .cause = LW_NO_OP, .lock = (uint8_t)lock
		};
		plan->order[i] = n - 1 - i;
	}
	plan->nop = n;
	began = cost_now();
	s = start(plan);
	do {
		for (nout = 0; nout < 16 && (out[nout] = lw_sched_next(s)) != LW_NO_OP; nout++)
			ran++;
		for (uint32_t i = 0; i < nout; i++)
			lw_sched_done(s, out[i]);
	} while (nout);
	began = cost_now() - began;
	assert_int_equal(ran, n);
	end(s, plan);
	return began;
}

static void cost_is_n_log_n(void **state)
{
	double few, many;

	(void)state;
	for (unsigned lock = LW_LOCK_NONE; lock <= LW_LOCK_ENGINE; lock++) {
		few = run_many(20000, (enum lw_lock)lock);
		many = run_many(200000, (enum lw_lock)lock);
		print_message("# lock %u: 200,000 operations in %.0f ms\n", lock, many);
		assert_true(many < few * 40 + 100);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_plan_is_finished),
		cmocka_unit_test(one_by_one_is_the_serial_order),
		cmocka_unit_test(a_successor_waits_for_all),
		cmocka_unit_test(at_most_sixteen_at_once),
		cmocka_unit_test(locks),
		cmocka_unit_test(a_blocked_one_is_passed_over),
		cmocka_unit_test(failure_skips_over_every_strength_but_a_turn),
		cmocka_unit_test(a_failed_grant_holds_up_nothing_that_protects),
		cmocka_unit_test(but_no_matcher_enters_a_group_without_its_unit),
		cmocka_unit_test(an_attribute_without_access_holds_up_nothing_that_protects),
		cmocka_unit_test(a_view_attribute_protects),
		cmocka_unit_test(fences_pass_when_all_before_are_over),
		cmocka_unit_test(a_skipped_fence_skips_all_behind_it),
		cmocka_unit_test(a_skipped_grant_is_as_harmless_as_a_failed_one),
		cmocka_unit_test(implied_operations_share_the_fate_of_their_cause),
		cmocka_unit_test(nonsense_is_ignored),
		cmocka_unit_test(a_new_scheduler_starts_over),
		cmocka_unit_test(more_edges_than_can_be_named_are_refused),
		cmocka_unit_test(each_allocation_may_fail),
		cmocka_unit_test(any_interleaving_obeys_the_rules),
		cmocka_unit_test(cost_is_n_log_n),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
