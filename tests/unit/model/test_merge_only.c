/* SPDX-License-Identifier: Apache-2.0 */
/* The option `only`: what is not selected stays as it is, and stays declared as it was. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "merge_case.h"
#include "model/merge/merge.h"
#include "model/tree/tree.h"
#include "test_schema.h"
#include "tree_text.h"

#define ONLY(...) \
	{ \
		.only = (const char *const[]) \
		{ \
			__VA_ARGS__, NULL \
		} \
	}

static const char two_devices[] = "boxes/b/a blocksize=512 file=/a\nboxes/b/x file=/x\n";

static void what_is_not_selected_stays_as_it_is(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a blocksize=4096 file=/new\ntargets/t alias=new\n"
			"targets/t/luns/0 -> a read_only=1\ntargets/t/groups/g\ntargets/u\n",
		.have = "boxes/b/a blocksize=512 file=/a\nboxes/b/x file=/x\n"
			"targets/t alias=old enabled=1\ntargets/t/luns/0 -> x\n"
			"targets/t/luns/7 -> x\n",
		.options = ONLY("targets/t/luns/0"),
		.goal = "boxes/b (kept)\nboxes/b/a blocksize=512 file=/a (kept)\n"
			"boxes/b/x file=/x (kept)\ntargets/t alias=old enabled=1 (kept)\n"
			"targets/t/luns/0 read_only=1 -> boxes/b/a\n"
			"targets/t/luns/7 -> boxes/b/x (kept)\n",
		.report = "" });
}

static void a_kind_is_selected_by_its_name_or_its_word(void **state)
{
	static const char *const words[] = { "lun", "LUN", "Lun" };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		merge_case((struct merge_case){
			.want = "targets/t alias=new\ntargets/t/luns/0 -> a\n",
			.have = "boxes/b/a\ntargets/t alias=old\ntargets/t/luns/7 -> a\n",
			.options = ONLY(words[i]),
			.goal = "targets/t alias=old (kept)\n"
				"targets/t/luns/0 read_only~ -> boxes/b/a\n"
				"boxes/b (kept)\nboxes/b/a (kept)\n" });
}

static void a_path_means_all_below(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t alias=new\ntargets/t/groups/g\n"
			"targets/t/groups/g/initiators/i\ntargets/u alias=new\n",
		.have = "targets/t alias=old\ntargets/t/portals/p\ntargets/u alias=old\n"
			"targets/v\n",
		.options = ONLY("targets/t"),
		.goal = "targets/t alias=new enabled=0 portal~ user~\ntargets/t/groups/g\n"
			"targets/t/groups/g/initiators/i\ntargets/u alias=old (kept)\n"
			"targets/v (kept)\n",
		.report = "" });
}

static void what_a_new_object_refers_to_comes_along(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a\nboxes/b/x file=/x\ntargets/t\ntargets/t/luns/0 -> a\n",
		.have = "boxes/b\ntargets/t\n",
		.options = ONLY("targets/t/luns/0"),
		.goal = "boxes/b (kept)\nboxes/b/a file=/a\ntargets/t (kept)\n"
			"targets/t/luns/0 read_only~ -> boxes/b/a\n",
		.report = "note: boxes/b/a: device a is not selected; it comes along, because "
			  "targets/t/luns/0 refers to it\n" });
}

static void what_a_new_object_lies_in_comes_along(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t alias=x\ntargets/t/luns/0 -> a\n"
			"targets/t/groups/g\ntargets/t/groups/g/initiators/i\n"
			"targets/t/groups/g/luns/0 -> a\n",
		.have = "boxes/b/a\n",
		.options = ONLY("targets/t/groups/g/luns/0"),
		.goal = "boxes/b (kept)\nboxes/b/a (kept)\n"
			"targets/t alias=x enabled=0 portal~ user~\ntargets/t/groups/g\n"
			"targets/t/groups/g/luns/0 read_only~ -> boxes/b/a\n",
		.report = "note: targets/t/groups/g: group g is not selected; it comes along, "
			  "because "
			  "targets/t/groups/g/luns/0 lies in it\n"
			  "note: targets/t: target t is not selected; it comes along, because "
			  "targets/t/groups/g lies in it\n" });
}

/* Who is sorted into an empty group sees nothing at all. */
static void a_group_that_is_made_for_an_initiator_has_its_units(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t\ntargets/t/groups/g\n"
			"targets/t/groups/g/luns/0 -> a\ntargets/t/groups/g/initiators/i\n"
			"targets/t/groups/g/initiators/j\n",
		.have = "boxes/b/a\ntargets/t\n",
		.options = ONLY("targets/t/groups/g/initiators/i"),
		.goal = "boxes/b (kept)\nboxes/b/a (kept)\ntargets/t (kept)\ntargets/t/groups/g\n"
			"targets/t/groups/g/luns/0 read_only~ -> boxes/b/a\n"
			"targets/t/groups/g/initiators/i\n" });
}

/* Else it would be on with fewer restrictions than the file demands. */
static void what_is_switched_on_comes_with_all_below(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t enabled=1\ntargets/t/luns/0 -> a\n"
			"targets/t/groups/g\ntargets/t/groups/g/initiators/i\n"
			"targets/u enabled=1\ntargets/u/groups/g\n",
		.have = "boxes/b/a\ntargets/t enabled=0\ntargets/t/groups/h\n"
			"targets/u enabled=1\ntargets/u/groups/h\n",
		.options = ONLY("TARGET"),
		.goal = "boxes/b (kept)\nboxes/b/a (kept)\n"
			"targets/t enabled=1 portal~ user~\ntargets/t/luns/0 read_only~ -> "
			"boxes/b/a\n"
			"targets/t/groups/g\ntargets/t/groups/g/initiators/i\n"
			"targets/u enabled=1 portal~ user~\ntargets/u/groups/h (kept)\n",
		.report = "note: targets/t: target t is switched on: all below comes along\n" });
}

static void what_is_selected_and_not_declared_goes(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/x\ntargets/t\n",
		.have = "boxes/b/x\nboxes/b/a\ntargets/t\ntargets/t/luns/0 -> x\n"
			"targets/t/groups/g\ntargets/u\ntargets/u/luns/1 -> x\n",
		.options = ONLY("LUN"),
		.goal = "boxes/b (kept)\nboxes/b/x (kept)\nboxes/b/a (kept)\ntargets/t (kept)\n"
			"targets/t/groups/g (kept)\ntargets/u (kept)\n"
			"targets/u/luns/1 -> boxes/b/x (kept)\n",
		.report = "" });
}

static void prune_goes_no_further_than_the_selection(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/x\n",
		.have = "boxes/b/x\nboxes/c/a\ntargets/u enabled=1\ntargets/u/luns/1 -> x\n"
			"targets/u/groups/g\ntargets/u/groups/g/luns/0 -> a\n",
		.options = { .only = (const char *const[]){ "LUN", NULL }, .prune_all = true },
		.goal = "boxes/b (kept)\nboxes/b/x (kept)\nboxes/c (kept)\nboxes/c/a (kept)\n"
			"targets/u enabled=1 (kept)\ntargets/u/groups/g (kept)\n" });
}

/* M10 */
static void what_an_unselected_object_refers_to_is_kept(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/x\ntargets/t\ntargets/t/luns/0 -> x\n",
		.have = "boxes/b/x\nboxes/b/a\ntargets/t\ntargets/t/luns/0 -> a\n",
		.options = ONLY("disk_device"),
		.goal = "boxes/b (kept)\nboxes/b/x\nboxes/b/a (reference)\ntargets/t (kept)\n"
			"targets/t/luns/0 -> boxes/b/a (kept)\n",
		.report = "note: boxes/b/a: device a is not declared; it is kept, because "
			  "targets/t/luns/0 "
			  "refers to it\n" });
}

/* A port that is not selected need not be there. */
static void a_missing_port_is_no_mistake_elsewhere(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "boxes/b/a\ntargets/hw0 alias=x\n",
					.have = "boxes/b\n",
					.options = ONLY("boxes/b"),
					.goal = "boxes/b\nboxes/b/a\n",
					.report = "" });
}

static void attributes_go_back_where_they_are_selected(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a\ntargets/t\n",
		.have = "boxes/b/a comment=c file=/a\ntargets/t alias=x\n",
		.last = "boxes/b/a comment=c\ntargets/t alias=x\n",
		.options = ONLY("disk_device"),
		.goal = "boxes/b (kept)\nboxes/b/a comment~ file=/a\ntargets/t alias=x (kept)\n" });
}

/* ---- what counts as declared afterwards */

static void what_was_declared_of_the_rest_stays_declared(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a blocksize=4096 file=/a\ntargets/t user=you\n"
			"targets/t/luns/0 -> a\n",
		.have = two_devices,
		.last = "boxes/b/a comment=c file=/a\ntargets/t alias=x\n"
			"targets/u alias=y\nboxes/b/gone file=/g\n",
		.options = ONLY("disk_device"),
		.goal = "boxes/b (kept)\nboxes/b/a blocksize=4096 comment~ file=/a\n",
		.declared = "boxes/b\nboxes/b/a blocksize=4096 file=/a\n"
			    "targets/t alias=x\ntargets/t/luns/0\ntargets/u alias=y\n" });
}

/* Nobody declared it before: a later file that does not name it must not give it back. */
static void what_nobody_selected_is_not_declared_now(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "boxes/b/a file=/a\ntargets/t alias=x\n",
					.have = "boxes/b/a\ntargets/t\n",
					.options = ONLY("disk_device"),
					.goal = "boxes/b (kept)\nboxes/b/a file=/a\n"
						"targets/t (kept)\n",
					.declared = "boxes/b\nboxes/b/a file=/a\ntargets/t\n" });
}

static void without_a_selection_all_is_declared(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "boxes/b/a file=/a\ntargets/t alias=x\n",
					.have = "boxes/b/a\n",
					.last = "boxes/b/a comment=c\ntargets/u\n",
					.goal = "boxes/b\nboxes/b/a comment~ file=/a\n"
						"targets/t alias=x enabled=0 portal~ user~\n",
					.declared = "boxes/b\nboxes/b/a file=/a\n"
						    "targets/t alias=x\n" });
}

/* ---- words that select nothing */

static void a_word_that_selects_nothing_is_an_error(void **state)
{
	static const struct {
		const char *word, *report;
	} rows[] = {
		{ "DEVISE",
		  "error: -: nothing is selected by DEVISE: it is no kind of object, and no "
		  "path in the configuration or in what is there\n" },
		{ "targets/tt",
		  "error: -: nothing is selected by targets/tt: it is no kind of object, "
		  "and no path in the configuration or in what is there\n" },
		{ "MAP",
		  "error: -: nothing is selected by MAP: neither the configuration nor what is "
		  "there has one\n" },
		{ "session",
		  "error: -: nothing is selected by session: it is no kind of object, and no "
		  "path in the configuration or in what is there\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		merge_case((struct merge_case){ .want = "boxes/b/a\ntargets/t\n",
						.have = "targets/t\ntargets/t/sessions/s -> t\n",
						.options = ONLY("disk_device", rows[i].word),
						.expect = -EINVAL,
						.report = rows[i].report });
}

static void what_may_have_been_meant_is_said(void **state)
{
	static const struct {
		const char *word, *hint;
	} rows[] = {
		{ "DEVISE", "did you mean DEVICE?" },
		{ "targets/store1", "did you mean targets/store2?" },
		{ "targets/store2/luns/x", "lunward schema test lists the kinds; a path is what "
					   "plans print" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_tree *want = tree_text_make(&test_schema, NULL, "boxes/b/a\n");
		struct lw_tree *have = tree_text_make(&test_schema, want, "targets/store2\n");
		const char *const only[] = { rows[i].word, NULL };
		struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
		struct lw_report *report = lw_report_new();
		struct lw_tree *goal = NULL;

		options.only = only;
		assert_int_equal(lw_merge(want, have, &options, &goal, report), -EINVAL);
		assert_string_equal(lw_report_get(report, 0)->hint, rows[i].hint);
		lw_report_free(report);
		lw_tree_free(have);
		lw_tree_free(want);
	}
}

/* ---- what could be needed, before anybody has looked at what is there */

static void what_could_be_needed_is_found_without_looking(void **state)
{
	struct lw_tree *want = tree_text_make(&test_schema, NULL,
					      "boxes/b/a\nboxes/c/x\ntargets/t\n"
					      "targets/t/luns/0 -> a\ntargets/u\n");
	const char *const only[] = { "lun", NULL };
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *needed = NULL;

	(void)state;
	assert_int_equal(lw_merge_needed(want, &options, &needed), 0);
	assert_int_equal(lw_tree_size(needed), lw_tree_size(want));
	lw_tree_free(needed);

	options.only = only;
	assert_int_equal(lw_merge_needed(want, &options, &needed), 0);
	tree_text_expect(needed, "boxes/b\nboxes/b/a\ntargets/t\ntargets/t/luns/0 -> boxes/b/a\n");
	lw_tree_free(needed);
	lw_tree_free(want);
}

static void each_allocation_may_fail(void **state)
{
	struct lw_tree *want = tree_text_make(
		&test_schema, NULL,
		"boxes/b/a file=/a\ntargets/t enabled=1\ntargets/t/luns/0 -> a\n"
		"targets/u\ntargets/u/groups/g/initiators/i\ntargets/u/groups/g/luns/0 -> a\n");
	struct lw_tree *have = tree_text_make(
		&test_schema, NULL, "boxes/b/x\ntargets/t\ntargets/t/luns/1 -> x\ntargets/u\n");
	struct lw_tree *last =
		tree_text_make(&test_schema, NULL, "targets/t alias=x\ntargets/w alias=y\n");
	const char *const only[] = { "INITIATOR", "targets/t/luns/0", NULL };
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	(void)state;
	options.last = last;
	options.only = only;
	for (unsigned n = 1;; n++) {
		struct lw_tree *goal = NULL, *declared = NULL;
		struct lw_report *report = lw_report_new();
		int r;

		alloc_fault_arm(n);
		r = lw_merge_declared(want, have, &options, &goal, &declared, report);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		assert_true(r == 0 || r == -ENOMEM);
		assert_true((r == 0) == (goal != NULL));
		lw_tree_free(goal);
		lw_tree_free(declared);
		lw_report_free(report);
		if (!fired)
			break;
	}
	lw_tree_free(last);
	lw_tree_free(have);
	lw_tree_free(want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_selected_stays_as_it_is),
		cmocka_unit_test(a_kind_is_selected_by_its_name_or_its_word),
		cmocka_unit_test(a_path_means_all_below),
		cmocka_unit_test(what_a_new_object_refers_to_comes_along),
		cmocka_unit_test(what_a_new_object_lies_in_comes_along),
		cmocka_unit_test(a_group_that_is_made_for_an_initiator_has_its_units),
		cmocka_unit_test(what_is_switched_on_comes_with_all_below),
		cmocka_unit_test(what_is_selected_and_not_declared_goes),
		cmocka_unit_test(prune_goes_no_further_than_the_selection),
		cmocka_unit_test(what_an_unselected_object_refers_to_is_kept),
		cmocka_unit_test(a_missing_port_is_no_mistake_elsewhere),
		cmocka_unit_test(attributes_go_back_where_they_are_selected),
		cmocka_unit_test(what_was_declared_of_the_rest_stays_declared),
		cmocka_unit_test(what_nobody_selected_is_not_declared_now),
		cmocka_unit_test(without_a_selection_all_is_declared),
		cmocka_unit_test(a_word_that_selects_nothing_is_an_error),
		cmocka_unit_test(what_may_have_been_meant_is_said),
		cmocka_unit_test(what_could_be_needed_is_found_without_looking),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
