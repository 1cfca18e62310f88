/* SPDX-License-Identifier: Apache-2.0 */
/* A plan as data: all that an executor or a picture of it needs, without its text or its JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <errno.h>

#include "alloc_fault.h"
#include "plan_text.h"
#include "test_schema.h"
#include "tree_text.h"

static struct lw_plan *diff(const char *have_text, const char *goal_text)
{
	struct lw_tree *have = tree_text_make(&test_schema, NULL, have_text);
	struct lw_tree *goal = tree_text_make(&test_schema, have, goal_text);
	struct lw_plan *plan = NULL;

	assert_int_equal(lw_diff(have, goal, &plan, NULL), 0);
	return plan;
}

/* The operation on the node of this path with this verb. */
static uint32_t find(struct lw_plan *plan, enum lw_verb verb, const char *path,
		     struct lw_op_view *ret)
{
	for (uint32_t n = 0; n < lw_plan_count(plan); n++) {
		*ret = (struct lw_op_view)LW_OP_VIEW_INIT;
		assert_int_equal(lw_plan_op(plan, n, ret), 0);
		if (ret->verb == verb && !strcmp(ret->path, path))
			return n;
	}
	fail_msg("no %s of %s", lw_verb_name(verb), path);
	return LW_NO_OP;
}

static void an_operation_names_its_nodes(void **state)
{
	struct lw_plan *plan = diff("boxes/b/a\nboxes/b/gone\n"
				    "targets/t enabled=1\ntargets/t/luns/0 -> a\n",
				    "boxes/b/new\nboxes/b/a\n"
				    "targets/t enabled=1\ntargets/t/luns/0 -> new\n");
	struct lw_op_view op;

	(void)state;
	find(plan, LW_CREATE, "boxes/b/new", &op);
	assert_int_equal(op.have, 0);
	assert_int_equal(op.goal, lw_tree_find_path(lw_plan_goal(plan), "boxes/b/new"));
	assert_int_equal(op.kind_number, T_DEVICE);
	assert_string_equal(op.kind, "disk_device");
	assert_int_equal(op.effect_level, LW_EFFECT_NONE);
	assert_int_equal(op.phase, LW_PHASE_PREPARE);
	assert_int_equal(op.lock, LW_LOCK_NODE);
	assert_null(op.reason_word);

	find(plan, LW_DELETE, "boxes/b/gone", &op);
	assert_int_equal(op.have, lw_tree_find_path(lw_plan_have(plan), "boxes/b/gone"));
	assert_int_equal(op.goal, 0);
	assert_int_equal(op.phase, LW_PHASE_CLEAN);
	assert_string_equal(op.reason_word, "unlisted");

	find(plan, LW_REPLACE, "targets/t/luns/0", &op);
	assert_int_equal(op.have, lw_tree_find_path(lw_plan_have(plan), "targets/t/luns/0"));
	assert_int_equal(op.goal, lw_tree_find_path(lw_plan_goal(plan), "targets/t/luns/0"));
	assert_int_equal(op.kind_number, T_LUN);
	assert_int_equal(op.effect_level, LW_EFFECT_DISTURBS);
	assert_int_equal(op.scope_level, LW_SCOPE_NODE);
	assert_string_equal(op.effect, "disturbs");
	assert_string_equal(op.scope, "node");
	lw_plan_free(plan);
}

static void the_rest_of_an_operation(void **state)
{
	struct lw_plan *plan = plan_text_new(&test_schema, "targets/t alias=x user='al old'\n",
					     "targets/t alias~ user='al new'\n");
	struct lw_op_view op = LW_OP_VIEW_INIT;

	(void)state;
	plan_text_value(plan, LW_SETATTR, "targets/t", "alias", NULL, "")->reason = LW_WHY_RESET;
	plan->ops[0].deadline = 30;
	plan->ops[0].lock = LW_LOCK_ENGINE;
	plan_text_value(plan, LW_CHVAL, "targets/t", "user", "al old", "al new");
	plan_text_op(plan, LW_FENCE, NULL, NULL);

	assert_int_equal(lw_plan_op(plan, 0, &op), 0);
	assert_true(op.is_default);
	assert_true(op.is_unknown);
	assert_false(op.is_secret);
	assert_int_equal(op.deadline, 30);
	assert_int_equal(op.lock, LW_LOCK_ENGINE);
	assert_string_equal(op.reason_word, "reset");
	assert_int_equal(lw_plan_op(plan, 1, &op), 0);
	assert_false(op.is_default);
	assert_false(op.is_unknown);
	assert_true(op.is_secret);
	assert_string_equal(op.old, "al old");
	assert_int_equal(lw_plan_op(plan, 2, &op), 0);
	assert_int_equal(op.have, 0);
	assert_int_equal(op.goal, 0);
	assert_string_equal(op.kind, "");
	assert_int_equal(op.size, sizeof(op));
	lw_plan_free(plan);
}

/* What was compiled against an older header is not written beyond its end. */
static void a_shorter_struct_gets_its_part(void **state)
{
	struct lw_plan *plan = diff("boxes/b\n", "boxes/b/new\n");
	struct lw_op_view op;
	const char *untouched = "untouched";

	(void)state;
	memset(&op, 0, sizeof(op));
	op.size = offsetof(struct lw_op_view, reason_word);
	op.reason_word = untouched;
	assert_int_equal(lw_plan_op(plan, 0, &op), 0);
	assert_int_equal(op.size, offsetof(struct lw_op_view, reason_word));
	assert_string_equal(op.path, "boxes/b/new");
	assert_ptr_equal(op.reason_word, untouched);
	lw_plan_free(plan);
}

static void who_waits_for_whom(void **state)
{
	struct lw_plan *plan = plan_text_new(&test_schema, "boxes/b/a\n", "boxes/b/d\n");
	uint32_t op = 99;

	(void)state;
	plan_text_op(plan, LW_DELETE, "boxes/b/a", NULL);
	plan_text_op(plan, LW_FENCE, NULL, NULL);
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d");
	memcpy(plan->order, (const uint32_t[]){ 2, 1, 0 }, 3 * sizeof(uint32_t));
	assert_int_equal(lw_plan_after(plan, 0, 0, &op), -ENOENT);
	assert_int_equal(lw_plan_edge(plan, 1, 0, LW_EDGE_SAFE), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 0, LW_EDGE_HARD), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 0, LW_EDGE_SOFT), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 1, LW_EDGE_DEAD), 0);

	/* In serial order, and each once; an edge that was dropped is none. */
	assert_int_equal(lw_plan_after(plan, 0, 0, &op), 0);
	assert_int_equal(op, 2);
	assert_int_equal(lw_plan_after(plan, 0, 1, &op), 0);
	assert_int_equal(op, 1);
	assert_int_equal(lw_plan_after(plan, 0, 2, &op), -ENOENT);
	assert_int_equal(lw_plan_after(plan, 1, 0, &op), -ENOENT);
	assert_int_equal(lw_plan_after(plan, 2, 0, &op), -ENOENT);
	assert_int_equal(lw_plan_after(plan, 3, 0, &op), -ENOENT);
	assert_int_equal(op, 1);
	lw_plan_free(plan);
}

/* One by one, each when those before it are over: the serial order is one such order. */
static void the_serial_order_waits_for_all(void **state)
{
	struct lw_plan *plan = diff("boxes/b/a\ntargets/t enabled=1\ntargets/t/luns/0 -> a\n",
				    "boxes/b/new\ntargets/t enabled=1 user='u secretsecret'\n"
				    "targets/t/luns/0 -> new\n");
	bool over[64] = { false };
	size_t waits = 0;
	uint32_t before;

	(void)state;
	assert_true(lw_plan_count(plan) <= 64);
	for (size_t i = 0; i < lw_plan_count(plan); i++) {
		uint32_t op = lw_plan_at(plan, i);

		for (size_t n = 0; lw_plan_after(plan, op, n, &before) == 0; n++, waits++)
			assert_true(over[before]);
		over[op] = true;
	}
	assert_true(waits > 0);
	lw_plan_free(plan);
}

static void what_is_given_at_creation(void **state)
{
	struct lw_plan *plan = diff("boxes/b\ntargets/t\n", "boxes/b/d file=/d comment=none\n"
							    "targets/t/luns/0 -> d read_only=1\n"
							    "targets/t/luns/0 read_only=1\n");
	struct lw_attr_view with = LW_ATTR_VIEW_INIT;
	struct lw_op_view op;
	uint32_t number = find(plan, LW_CREATE, "boxes/b/d", &op);

	(void)state;
	assert_int_equal(lw_plan_with(plan, number, 0, &with), 0);
	assert_string_equal(with.name, "file");
	assert_string_equal(with.value, "/d");
	assert_int_equal(with.state, LW_SET);
	assert_true(with.known);
	assert_false(with.secret);
	assert_int_equal(with.size, sizeof(with));
	assert_int_equal(lw_plan_with(plan, number, 1, &with), -ENOENT);

	/* What it refers to is no attribute. */
	number = find(plan, LW_CREATE, "targets/t/luns/0", &op);
	assert_string_equal(op.new_, "d");
	assert_int_equal(lw_plan_with(plan, number, 0, &with), 0);
	assert_string_equal(with.name, "read_only");
	assert_int_equal(lw_plan_with(plan, number, 1, &with), -ENOENT);
	assert_int_equal(lw_plan_with(plan, 99, 0, &with), -ENOENT);
	lw_plan_free(plan);

	/* The value of a SET is its own. */
	plan = diff("targets/t alias=x\n", "targets/t alias=y\n");
	assert_int_equal(lw_plan_with(plan, 0, 0, &with), -ENOENT);
	lw_plan_free(plan);
}

static void counts_and_notes(void **state)
{
	struct lw_plan *plan = diff("boxes/b/a\nboxes/b/gone\n"
				    "targets/t enabled=1 user='al oldsecretsecret'\n"
				    "targets/t/luns/0 -> a\n",
				    "boxes/b/a\nboxes/b/new\n"
				    "targets/t enabled=1 user='bo newsecretsecret'\n"
				    "targets/t/luns/0 -> new\n");
	struct lw_summary summary = LW_SUMMARY_INIT;
	struct lw_note_view note = LW_NOTE_VIEW_INIT;

	(void)state;
	assert_int_equal(lw_plan_summary(plan, &summary), 0);
	assert_int_equal(summary.size, sizeof(summary));
	assert_int_equal(summary.create, 1);
	assert_int_equal(summary.remove, 1);
	assert_int_equal(summary.change, 2);
	assert_int_equal(summary.recreate, 1);
	assert_int_equal(summary.disturbs, 1);
	assert_int_equal(summary.drops, 1);
	assert_int_equal(summary.loses, 0);

	assert_int_equal(lw_plan_note(plan, 0, &note), 0);
	assert_string_equal(note.path, "targets/t");
	assert_int_equal(note.have, lw_tree_find_path(lw_plan_have(plan), "targets/t"));
	assert_string_equal(note.text, "live sessions keep their access until they log in again");
	assert_int_equal(lw_plan_note(plan, 1, &note), -ENOENT);
	assert_int_equal(lw_plan_note(plan, SIZE_MAX, &note), -ENOENT);
	lw_plan_free(plan);

	plan = diff("boxes/b\n", "boxes/b\n");
	assert_int_equal(lw_plan_summary(plan, &summary), 0);
	assert_int_equal(summary.create + summary.change + summary.remove, 0);
	assert_int_equal(lw_plan_note(plan, 0, &note), -ENOENT);
	lw_plan_free(plan);
}

static int look_at_all(struct lw_plan *plan)
{
	struct lw_summary summary = LW_SUMMARY_INIT;
	struct lw_note_view note = LW_NOTE_VIEW_INIT;
	struct lw_op_view op = LW_OP_VIEW_INIT;
	uint32_t before;
	int r = lw_plan_op(plan, 0, &op);

	if (r == 0)
		r = lw_plan_summary(plan, &summary);
	if (r == 0)
		r = lw_plan_note(plan, 0, &note);
	if (r == 0)
		r = lw_plan_after(plan, 1, 0, &before);
	return r;
}

static void each_allocation_may_fail(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_plan *plan = plan_text_new(&test_schema, "targets/t enabled=1 user=al\n",
						     "targets/t enabled=1\n");
		int r;

		plan_text_value(plan, LW_DELVAL, "targets/t", "user", "al", NULL);
		plan_text_op(plan, LW_FENCE, NULL, NULL);
		assert_int_equal(lw_plan_edge(plan, 0, 1, LW_EDGE_HARD), 0);
		alloc_fault_arm(n);
		r = look_at_all(plan);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_plan_free(plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_operation_names_its_nodes),
		cmocka_unit_test(the_rest_of_an_operation),
		cmocka_unit_test(a_shorter_struct_gets_its_part),
		cmocka_unit_test(who_waits_for_whom),
		cmocka_unit_test(the_serial_order_waits_for_all),
		cmocka_unit_test(what_is_given_at_creation),
		cmocka_unit_test(counts_and_notes),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
