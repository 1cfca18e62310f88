/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diff on the small vocabulary: two short texts in, the operations in their serial order out. An operation is shown as
 *
 *	verb PATH [ATTR OLD>NEW] [marks]
 *
 * with the marks (implied), (temporary), (degraded), (carried), (late) and the effect where there is one. Fences and settles
 * are left out. What the texts do not say of a node is at its default (every node is known in full), unless the goal's text
 * ends in a line "#asked PATH".
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <errno.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "model/plan/plan.h"
#include "test_schema.h"
#include "tree_text.h"

struct diff_case {
	const char *name, *have, *goal, *plan;
};

static struct lw_tree *full(const struct lw_tree *share, const char *text)
{
	const char *asked = strstr(text, "#asked ");
	size_t len = asked ? (size_t)(asked - text) : strlen(text);
	char plain[1024], path[128];
	struct lw_tree *tree;

	assert_true(len < sizeof(plain));
	memcpy(plain, text, len);
	plain[len] = '\0';
	tree = tree_text_make(&test_schema, share, plain);
	for (lw_node n = 1; n < tree->nnode; n++)
		lw_tree_set_depth(tree, n, LW_DEPTH_FULL);
	if (asked) {
		assert_int_equal(sscanf(asked, "#asked %127s", path), 1);
		assert_int_not_equal(lw_tree_find_path(tree, path), 0);
		lw_tree_set_depth(tree, lw_tree_find_path(tree, path), LW_DEPTH_ASKED);
	}
	return tree;
}

static void show_op(struct lw_str *out, const struct lw_op_view *op)
{
	lw_str_addf(out, "%s %s", lw_verb_name(op->verb), op->path);
	if (op->to)
		lw_str_addf(out, " to %s", op->to);
	if (op->attr)
		lw_str_addf(out, " %s", op->attr);
	if (op->attr || op->verb == LW_REPLACE)
		lw_str_addf(out, " %s>%s", op->old ? op->old : "", op->new_ ? op->new_ : "");
	lw_str_add(out, op->flags & LW_OP_IMPLIED ? " (implied)" : "");
	lw_str_add(out, op->flags & LW_OP_TEMPORARY ? " (temporary)" : "");
	lw_str_add(out, op->flags & LW_OP_DEGRADED ? " (degraded)" : "");
	lw_str_add(out, op->flags & LW_OP_LATE ? " (late)" : "");
	if (strcmp(op->effect, "none") != 0)
		lw_str_addf(out, " [%s %s]", op->effect, op->scope);
	lw_str_add_char(out, '\n');
}

static char *show_plan(struct lw_plan *plan)
{
	struct lw_str out = LW_STR_INIT;

	for (size_t i = 0; i < lw_plan_count(plan); i++) {
		struct lw_op_view op = { .size = sizeof(op) };

		assert_int_equal(lw_plan_op(plan, lw_plan_at(plan, i), &op), 0);
		if (op.verb != LW_FENCE && op.verb != LW_SETTLE)
			show_op(&out, &op);
	}
	lw_str_add(&out, "");
	return lw_str_take(&out);
}

static char *diff_text(const char *have_text, const char *goal_text)
{
	struct lw_tree *have = full(NULL, have_text), *goal = full(have, goal_text);
	struct lw_report *report = lw_report_new();
	struct lw_plan *plan = NULL;
	char *shown;

	if (lw_diff(have, goal, &plan, report) == 0) {
		shown = show_plan(plan);
		lw_plan_free(plan);
	} else {
		shown = tree_text_report(report);
	}
	lw_report_free(report);
	return shown;
}

#define DEVICES "boxes/x/a file=/a\nboxes/x/b file=/b\n"
#define ON "targets/t enabled=1\n"

static const struct diff_case cases[] = {
#include "diff_cases.inc"
};

static void same_trees_need_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *shown = diff_text(cases[i].have, cases[i].have);

		if (shown[0])
			print_error("%s: diff of a tree with itself:\n%s", cases[i].name, shown);
		assert_string_equal(shown, "");
		free(shown);
	}
}

static void plans_are_as_written(void **state)
{
	bool failed = false;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *shown = diff_text(cases[i].have, cases[i].goal);

		if (strcmp(shown, cases[i].plan) != 0) {
			print_error("%s\n--- want\n%s--- got\n%s", cases[i].name, cases[i].plan,
				    shown);
			failed = true;
		}
		free(shown);
	}
	assert_false(failed);
}

/* Other vocabularies cannot be compared; both trees are freed all the same (the sanitizers see to that). */
static void other_vocabularies_are_refused(void **state)
{
	static const struct lw_schema other = { .name = "other", .kinds = NULL, .nkind = 0 };
	struct lw_tree *have = full(NULL, ON), *goal = full(NULL, ON);
	struct lw_plan *plan = NULL;

	(void)state;
	goal->schema = &other;
	assert_int_equal(lw_diff(have, goal, &plan, NULL), -EINVAL);
	assert_null(plan);
}

/* Trees that do not share their texts are compared all the same. */
static void texts_need_not_be_shared(void **state)
{
	struct lw_tree *have = full(NULL, DEVICES ON "targets/t/luns/0 -> boxes/x/a\n");
	struct lw_tree *goal = full(NULL, "boxes/x/b file=/b\nboxes/x/a file=/a\n" ON
					  "targets/t/luns/0 -> boxes/x/a\n");
	struct lw_plan *plan = NULL;

	(void)state;
	assert_int_equal(lw_diff(have, goal, &plan, NULL), 0);
	assert_int_equal(lw_plan_count(plan), 0);
	lw_plan_free(plan);
}

static char *session_names(const struct lw_plan *plan, uint32_t op)
{
	struct lw_str names = LW_STR_INIT;
	const char *name;

	for (unsigned n = 0; (name = lw_plan_session(plan, op, n)); n++)
		lw_str_addf(&names, "%s ", name);
	lw_str_add(&names, "");
	return lw_str_take(&names);
}

/* Of three sessions only those that see the changed set are concerned, and what nobody sees disturbs nobody. */
static void sessions_are_named(void **state)
{
	static const char have_text[] =
		DEVICES ON "targets/t/luns/0 -> boxes/x/a\ntargets/t/groups/g\n"
			   "targets/t/groups/g/luns/0 -> boxes/x/a\ntargets/t/groups/h\n"
			   "targets/t/groups/h/luns/0 -> boxes/x/a\n"
			   "targets/t/sessions/one -> targets/t\ntargets/t/sessions/two -> "
			   "targets/t/groups/g\n"
			   "targets/t/sessions/three -> targets/t/groups/g\n";
	static const char goal_text[] =
		DEVICES ON "targets/t/luns/0 -> boxes/x/b\ntargets/t/groups/g\n"
			   "targets/t/groups/g/luns/0 -> boxes/x/b\ntargets/t/groups/h\n"
			   "targets/t/groups/h/luns/0 -> boxes/x/b\n"
			   "targets/t/sessions/one -> targets/t\ntargets/t/sessions/two -> "
			   "targets/t/groups/g\n"
			   "targets/t/sessions/three -> targets/t/groups/g\n";
	static const char *const want[][3] = {
		{ "targets/t/luns/0", "one ", "disturbs" },
		{ "targets/t/groups/g/luns/0", "two three ", "disturbs" },
		{ "targets/t/groups/h/luns/0", "", "none" },
	};
	struct lw_tree *have = full(NULL, have_text), *goal = full(have, goal_text);
	struct lw_plan *plan = NULL;

	(void)state;
	lw_tree_know_sessions(have);
	assert_int_equal(lw_diff(have, goal, &plan, NULL), 0);
	assert_int_equal(lw_plan_count(plan), 3);
	for (size_t i = 0; i < 3; i++) {
		struct lw_op_view op = { .size = sizeof(op) };
		char *names = session_names(plan, lw_plan_at(plan, i));

		assert_int_equal(lw_plan_op(plan, lw_plan_at(plan, i), &op), 0);
		assert_string_equal(op.path, want[i][0]);
		assert_string_equal(names, want[i][1]);
		assert_string_equal(op.effect, want[i][2]);
		free(names);
	}
	lw_plan_free(plan);
}

/* Every allocation fails once, each time with -ENOMEM and nothing leaked. */
static void memory_may_run_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (unsigned n = 0;; n++) {
			struct lw_tree *have = full(NULL, cases[i].have),
				       *goal = full(have, cases[i].goal);
			struct lw_plan *plan = NULL;
			bool fired;
			int r;

			alloc_fault_arm(n);
			r = lw_diff(have, goal, &plan, NULL);
			fired = alloc_fault_fired();
			alloc_fault_disarm();
			if (fired)
				assert_true(r == -ENOMEM || r == 0 || r == -EINVAL);
			if (r == 0)
				lw_plan_free(plan);
			if (!fired)
				break;
		}
	}
}

/* Every edge points forward in the serial order, and there are few of them. */
static void order_respects_the_edges(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct lw_tree *have = full(NULL, cases[i].have), *goal = full(have, cases[i].goal);
		struct lw_plan *plan = NULL;
		uint32_t place[512] = { 0 };

		if (lw_diff(have, goal, &plan, NULL) < 0)
			continue;
		assert_in_range(plan->nop, 0, 511);
		for (uint32_t k = 0; k < plan->nop; k++)
			place[plan->order[k]] = k;
		for (uint32_t k = 0; k < plan->nop; k++)
			for (uint32_t e = plan->ops[k].edges; e; e = plan->edges[e].next)
				if (plan->edges[e].strength != LW_EDGE_DEAD)
					assert_true(place[k] < place[plan->edges[e].to]);
		lw_plan_free(plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_trees_need_nothing),
		cmocka_unit_test(plans_are_as_written),
		cmocka_unit_test(other_vocabularies_are_refused),
		cmocka_unit_test(texts_need_not_be_shared),
		cmocka_unit_test(sessions_are_named),
		cmocka_unit_test(memory_may_run_out),
		cmocka_unit_test(order_respects_the_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
