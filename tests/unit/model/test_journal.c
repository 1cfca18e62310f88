/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "base/str.h"
#include "model/journal/journal.h"
#include "plan_text.h"
#include "test_schema.h"
#include "tree_text.h"

static const char have_text[] = "boxes/b/a file=/a\n"
				"targets/t enabled=1 user+='u secret'\n"
				"targets/t/luns/0 -> a\n"
				"targets/t/groups/g1/initiators/i\n"
				"targets/kept/luns/0 -> a\n";
static const char goal_text[] = "boxes/b/a file=/a blocksize=4096\n"
				"targets/t enabled=1 user+='u other'\n"
				"targets/t/luns/0 -> a\n"
				"targets/t/groups/g2/initiators/i\n"
				"targets/kept/luns/0 -> a\n";

static const struct lw_schema *find_schema(const char *name)
{
	return strcmp(name, "test") ? NULL : &test_schema;
}

static struct lw_plan *make_plan(void)
{
	struct lw_plan *plan = plan_text_new(&test_schema, have_text, goal_text);
	struct op *op;

	plan_text_op(plan, LW_MOVE, "targets/t/groups/g1/initiators/i",
		     "targets/t/groups/g2/initiators/i");
	plan_text_value(plan, LW_CHVAL, "targets/t", "user", "u secret", "u other")->flags =
		LW_OP_SECRET;
	op = plan_text_value(plan, LW_SETATTR, "targets/t", "id", "1", "65535");
	op->flags = LW_OP_TEMPORARY;
	op->cause = 3;
	plan_text_value(plan, LW_SETATTR, "targets/t", "id", "65535", "2");
	plan_text_op(plan, LW_FENCE, NULL, NULL);
	plan_text_op(plan, LW_CLOSE, "targets/t", "targets/t")->flags = LW_OP_TEMPORARY;
	plan_text_op(plan, LW_OPEN, "targets/t", "targets/t")->flags = LW_OP_TEMPORARY;
	plan_text_op(plan, LW_DELETE, "targets/t/luns/0", "targets/t/luns/0")->flags =
		LW_OP_IMPLIED | LW_OP_DEGRADED | LW_OP_GRANT | LW_OP_CARRIED | LW_OP_LATE;
	plan->ops[1].state = LW_OP_FAILED;
	memcpy(plan->order, (const uint32_t[]){ 7, 6, 5, 4, 3, 2, 1, 0 }, 8 * sizeof(uint32_t));
	node_at(plan->goal, lw_tree_find_path(plan->goal, "targets/kept"))->origin = LW_FROM_KEPT;
	node_at(plan->goal, lw_tree_find_path(plan->goal, "targets/kept/luns/0"))->origin =
		LW_FROM_KEPT;
	return plan;
}

static struct lw_journal *make(struct lw_plan *plan)
{
	struct lw_tree *want = tree_text_make(&test_schema, plan->have, "targets/t enabled=1\n");
	struct lw_journal *journal = lw_journal_new(want, plan);

	assert_non_null(journal);
	lw_tree_free(want);
	return journal;
}

static char *write_text(const struct lw_journal *journal)
{
	char *text;

	assert_int_equal(lw_journal_write(journal, &text), 0);
	return text;
}

static int read_text(const char *text, struct lw_journal **ret, struct lw_report *report)
{
	return lw_journal_read(find_schema, "journal", text, strlen(text), NULL, ret, report);
}

static void operations_stand_in_serial_order(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan);

	(void)state;
	assert_int_equal(journal->nop, 8);
	assert_int_equal(journal->ops[0].verb, LW_DELETE);
	assert_string_equal(journal->ops[0].old, "a");
	assert_int_equal(journal->ops[3].verb, LW_FENCE);
	assert_null(journal->ops[3].path);
	assert_int_equal(journal->ops[5].cause, 4);
	assert_int_equal(journal->ops[4].cause, LW_NO_OP);
	assert_int_equal(journal->ops[6].state, LW_OP_FAILED);
	assert_string_equal(journal->ops[6].attr, "user");
	assert_string_equal(journal->ops[6].old, "u secret");
	assert_string_equal(journal->ops[6].now, "u other");
	assert_string_equal(journal->ops[7].path, "targets/t/groups/g1/initiators/i");
	assert_string_equal(journal->ops[7].to, "targets/t/groups/g2");
	lw_journal_free(journal);
	lw_plan_free(plan);
	lw_journal_free(NULL);
}

/* M17: temporaries are in it: the spare value with what it replaced, the closed export; opening it is the undoing. */
static void temporaries_of_the_plan_are_listed(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan);

	(void)state;
	assert_int_equal(journal->ntemporary, 2);
	assert_string_equal(journal->temporaries[0].what, "close");
	assert_string_equal(journal->temporaries[0].path, "targets/t");
	assert_null(journal->temporaries[0].attr);
	assert_string_equal(journal->temporaries[1].what, "set");
	assert_string_equal(journal->temporaries[1].attr, "id");
	assert_string_equal(journal->temporaries[1].old, "1");
	assert_int_equal(lw_journal_temporary(journal, "suspend", "/", "suspend", "4711 b0071d"),
			 0);
	assert_int_equal(journal->ntemporary, 3);
	assert_string_equal(journal->temporaries[2].old, "4711 b0071d");
	lw_journal_free(journal);
	lw_plan_free(plan);
}

static void states_follow_the_plan(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan);

	(void)state;
	plan->ops[7].state = LW_OP_DONE;
	plan->ops[1].state = LW_OP_SKIPPED;
	lw_journal_states(journal, plan);
	assert_int_equal(journal->ops[0].state, LW_OP_DONE);
	assert_int_equal(journal->ops[6].state, LW_OP_SKIPPED);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

static void expect_tree(const struct lw_tree *got, const struct lw_tree *want)
{
	char *text = tree_text_dump(want);

	tree_text_expect(got, text);
	free(text);
}

static void same_text(const char *a, const char *b)
{
	assert_true(!a == !b);
	if (a)
		assert_string_equal(a, b);
}

static void what_is_written_is_read_back(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan), *again;
	char *once, *twice;

	(void)state;
	assert_int_equal(lw_journal_temporary(journal, "park", "targets/\xff", NULL, "a\nb"), 0);
	once = write_text(journal);
	assert_int_equal(read_text(once, &again, NULL), 0);
	twice = write_text(again);
	assert_string_equal(once, twice);

	expect_tree(again->want, journal->want);
	expect_tree(again->goal, journal->goal);
	expect_tree(again->snapshot, journal->snapshot);
	assert_ptr_equal(again->goal->strings, again->snapshot->strings);
	assert_ptr_equal(again->goal->strings, again->want->strings);
	assert_int_equal(again->nop, journal->nop);
	for (uint32_t i = 0; i < again->nop; i++) {
		const struct lw_journal_op *a = &again->ops[i], *b = &journal->ops[i];

		assert_int_equal(a->verb, b->verb);
		assert_int_equal(a->state, b->state);
		assert_int_equal(a->flags, b->flags);
		assert_int_equal(a->cause, b->cause);
		same_text(a->path, b->path);
		same_text(a->to, b->to);
		same_text(a->attr, b->attr);
		same_text(a->old, b->old);
		same_text(a->now, b->now);
	}
	assert_int_equal(again->ntemporary, 3);
	assert_string_equal(again->temporaries[2].path, "targets/\xff");
	assert_string_equal(again->temporaries[2].old, "a\nb");
	free(once);
	free(twice);
	lw_journal_free(again);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

/* A rollback has no configuration. */
static void want_may_be_missing(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = lw_journal_new(NULL, plan), *again;
	char *text;

	(void)state;
	assert_non_null(journal);
	text = write_text(journal);
	assert_int_equal(read_text(text, &again, NULL), 0);
	assert_null(again->want);
	free(text);
	lw_journal_free(again);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

/* Killed after the device and the LUN of the kept target were deleted: the journal's goal brings the LUN back. */
static void an_interrupted_apply_is_healed_by_merge(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan), *again;
	struct lw_tree *want, *have, *goal;
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	char *text = write_text(journal);

	(void)state;
	assert_int_equal(read_text(text, &again, NULL), 0);
	want = tree_text_make(&test_schema, NULL, "boxes/b/a file=/a blocksize=4096\n");
	have = tree_text_make(&test_schema, NULL, "boxes/b\ntargets/kept\n");
	options.journal = again->goal;
	assert_int_equal(lw_merge(want, have, &options, &goal, NULL), 0);
	tree_text_expect(goal, "boxes/b\nboxes/b/a blocksize=4096 file=/a\ntargets/kept (kept)\n"
			       "targets/kept/luns/0 -> boxes/b/a (kept)\n");
	free(text);
	lw_tree_free(goal);
	lw_tree_free(have);
	lw_tree_free(want);
	lw_journal_free(again);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

#define TREE "{\"lunward\":\"tree\",\"version\":1,\"schema\":\"test\"}"
#define HEAD "{\"lunward\":\"journal\",\"version\":1,"
#define TREES "\"want\":null,\"goal\":" TREE ",\"snapshot\":" TREE ","

static void mistakes_are_told(void **state)
{
	static const struct {
		const char *text, *words;
	} cases[] = {
		{ "{", NULL },
		{ "[]", "error: -: this is no journal\n" },
		{ "{\"lunward\":\"tree\"}", "error: -: this is no journal\n" },
		{ "{\"lunward\":\"journal\",\"version\":2}",
		  "error: -: only version 1 of the journal is known\n" },
		{ "{\"lunward\":\"journal\"}",
		  "error: -: only version 1 of the journal is known\n" },
		{ HEAD "\"operations\":[],\"temporaries\":[]}",
		  "error: -: \"goal\" is missing\nerror: -: \"want\" is missing\nerror: -: "
		  "\"snapshot\" is missing\n" },
		{ HEAD TREES "\"operations\":{},\"temporaries\":[7]}",
		  "error: -: \"operations\" must be a list\nerror: -: \"temporaries\" must be a "
		  "list of objects\n" },
		{ HEAD TREES "\"temporaries\":[]}", "error: -: \"operations\" must be a list\n" },
		{ HEAD TREES "\"operations\":[{\"verb\":\"jump\",\"state\":1}],\"temporaries\":[{"
			     "\"what\":\"x\"}]}",
		  "error: -: \"jump\" is no verb that is known here\nerror: -: \"state\" must be a "
		  "string\n"
		  "error: -: \"path\" must be a string\n" },
		{ HEAD TREES "\"operations\":[{\"verb\":\"set\",\"state\":\"done\",\"flags\":["
			     "\"x\",1],\"cause\":-1}],"
			     "\"temporaries\":[]}",
		  "error: -: no flag that is known here\nerror: -: no flag that is known here\n"
		  "error: -: \"cause\" must be the number of an operation\n" },
		{ HEAD TREES
		  "\"operations\":[{\"verb\":\"set\",\"state\":\"done\",\"flags\":1,\"cause\":4}],"
		  "\"temporaries\":[]}",
		  "error: -: \"flags\" must be a list\nerror: -: operation 0 is caused by one that "
		  "is not there\n" },
		{ HEAD "\"want\":null,\"goal\":7,\"snapshot\":" TREE
		       ",\"operations\":[],\"temporaries\":[]}",
		  NULL },
		{ HEAD "\"want\":null,\"goal\":" TREE
		       ",\"snapshot\":{\"lunward\":\"tree\",\"version\":1,\"schema\":\"none\"},"
		       "\"operations\":[],\"temporaries\":[]}",
		  NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct lw_report *report = lw_report_new();
		struct lw_journal *journal = NULL;
		char *text;

		assert_int_equal(read_text(cases[i].text, &journal, report), -EINVAL);
		assert_null(journal);
		assert_true(lw_report_count(report, LW_ERROR) > 0);
		text = tree_text_report(report);
		if (cases[i].words)
			assert_string_equal(text, cases[i].words);
		free(text);
		lw_report_free(report);
	}
}

static struct lw_schema other_schema;

static const struct lw_schema *find_other(const char *name)
{
	return strcmp(name, "other") ? find_schema(name) : &other_schema;
}

static void trees_are_of_one_vocabulary(void **state)
{
	static const char text[] =
		HEAD "\"want\":null,\"goal\":" TREE
		     ",\"snapshot\":{\"lunward\":\"tree\",\"version\":1,\"schema\":\"other\"},"
		     "\"operations\":[],\"temporaries\":[]}";
	struct lw_journal *journal = NULL;

	(void)state;
	other_schema = test_schema;
	other_schema.name = "other";
	assert_int_equal(
		lw_journal_read(find_other, NULL, text, strlen(text), NULL, &journal, NULL),
		-EINVAL);
	assert_null(journal);
}

/* Cut anywhere, it is refused, not half believed. */
static void a_cut_journal_is_refused(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan), *again = NULL;
	char *text = write_text(journal);
	size_t len = strlen(text) - 2; /* the last brace and newline */

	(void)state;
	for (size_t cut = 0; cut <= len; cut += 1 + cut / 64) {
		assert_int_equal(lw_journal_read(find_schema, "j", text, cut, NULL, &again, NULL),
				 -EINVAL);
		assert_null(again);
	}
	free(text);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

static int read_want(const char *text, size_t len, struct lw_journal **ret)
{
	return lw_journal_read_want(find_schema, "j", text, len, NULL, ret, NULL);
}

/* Whatever stands behind it, and wherever it stands. */
static void what_was_wanted_is_read_alone(void **state)
{
	static const char last[] =
		HEAD "\"goal\":" TREE ",\"snapshot\":" TREE ",\"want\":" TREE "}";
	struct lw_plan *plan = make_plan();
	struct lw_journal *journal = make(plan), *again = NULL;
	char *text = write_text(journal);
	size_t before = 0;

	(void)state;
	while (strncmp(text + before, "\"goal\":", strlen("\"goal\":")) != 0)
		before++;
	for (size_t cut = 0; cut < before; cut += 1 + cut / 64)
		assert_int_equal(read_want(text, cut, &again), -EINVAL);
	assert_int_equal(read_want(text, before + strlen("\"goal\":"), &again), 0);
	assert_true(lw_tree_find_path(again->want, "targets/t"));
	assert_null(again->goal);
	assert_int_equal(again->nop, 0);
	lw_journal_free(again);
	assert_int_equal(lw_journal_read_about(find_schema, "j", text, before, NULL, &again, NULL),
			 0);
	assert_null(again->want);
	lw_journal_free(again);
	assert_int_equal(read_want(last, strlen(last), &again), 0);
	assert_non_null(again->want);
	lw_journal_free(again);
	assert_int_equal(read_want(last, strlen(last) - 1, &again), -EINVAL);
	free(text);
	lw_journal_free(journal);
	lw_plan_free(plan);
}

static void each_allocation_may_fail(void **state)
{
	struct lw_plan *plan = make_plan();
	struct lw_tree *want = tree_text_make(&test_schema, plan->have, "targets/t enabled=1\n");

	(void)state;
	for (unsigned n = 1;; n++) {
		struct lw_journal *journal, *again = NULL;
		char *text = NULL;
		int r = -ENOMEM;

		alloc_fault_arm(n);
		journal = lw_journal_new(want, plan);
		if (journal)
			r = lw_journal_write(journal, &text);
		if (!r)
			r = read_text(text, &again, NULL);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		lw_journal_free(journal);
		lw_journal_free(again);
		free(text);
		if (!fired) {
			assert_int_equal(r, 0);
			break;
		}
		assert_int_equal(r, -ENOMEM);
	}
	lw_tree_free(want);
	lw_plan_free(plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(operations_stand_in_serial_order),
		cmocka_unit_test(temporaries_of_the_plan_are_listed),
		cmocka_unit_test(states_follow_the_plan),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(want_may_be_missing),
		cmocka_unit_test(an_interrupted_apply_is_healed_by_merge),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(trees_are_of_one_vocabulary),
		cmocka_unit_test(a_cut_journal_is_refused),
		cmocka_unit_test(what_was_wanted_is_read_alone),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
