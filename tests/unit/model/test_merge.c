/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <errno.h>
#include <time.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "merge_case.h"
#include "model/tree/tree.h"
#include "test_schema.h"
#include "tree_text.h"

/* The test vocabulary, and a copier that makes a unit for each device by itself: its units are matched by device. */
enum { T_COPIER = T_NKIND, T_COPY, T_WITH_COPIER };
static struct lw_kind_spec copier_kinds[T_WITH_COPIER];
static const struct lw_schema copier_schema = { "copier", "for tests", copier_kinds,
						T_WITH_COPIER };

static int make_copier_schema(void **state)
{
	(void)state;
	memcpy(copier_kinds, test_schema.kinds, T_NKIND * sizeof(copier_kinds[0]));
	copier_kinds[T_COPIER] = copier_kinds[T_BOX];
	copier_kinds[T_COPIER].name = "copier";
	copier_kinds[T_COPIER].word = "COPIER";
	copier_kinds[T_COPIER].dir = "copiers";
	copier_kinds[T_COPY] = copier_kinds[T_LUN];
	copier_kinds[T_COPY].name = "copy";
	copier_kinds[T_COPY].parents = LW_KIND(T_COPIER);
	copier_kinds[T_COPY].match = LW_MATCH_REF;
	copier_kinds[T_COPY].unlisted = LW_UNLISTED_KEEP;
	return 0;
}

static void what_is_wanted_is_the_goal(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "boxes/b/a file=/a\n",
					.have = "",
					.goal = "boxes/b\nboxes/b/a file=/a\n",
					.report = "" });
}

/* M8: the file names no targets at all; the groups above them are not its business. */
static void an_unnamed_group_is_left_alone(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a\n",
		.have = "boxes/b/a file=/a\ntargets/t enabled=1\ntargets/t/luns/0 -> "
			"a\ndgroups/g\n",
		.goal = "boxes/b\nboxes/b/a file=/a\n"
			"targets/t enabled=1 (kept)\ntargets/t/luns/0 -> boxes/b/a "
			"(kept)\ndgroups/g (kept)\n",
		.report = "" });
}

static void an_unlisted_node_of_a_listed_group_goes(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t enabled=1\n",
		.have = "targets/t enabled=1\ntargets/u enabled=1\ntargets/t/luns/0 -> "
			"a\nboxes/b/a\n",
		.goal = "targets/t enabled=1 portal~ user~\nboxes/b (kept)\nboxes/b/a (kept)\n" });
}

/* Two kinds with one word are one group: naming a port lists the targets, too. */
static void kinds_of_one_word_are_one_group(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "targets/hw0 enabled=1\n",
					.have = "targets/t\ntargets/hw0 enabled=1\n",
					.goal = "targets/hw0 enabled=1 portal~ user~\n" });
}

static void an_unlisted_port_stays_and_is_reported(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t\n",
		.have = "targets/hw0 enabled=1\ntargets/hw0/luns/0 -> a\nboxes/b/a\n",
		.goal = "targets/t enabled=0 portal~ user~\ntargets/hw0 enabled=1 (hardware)\n"
			"targets/hw0/luns/0 -> boxes/b/a (kept)\nboxes/b (kept)\nboxes/b/a "
			"(kept)\n",
		.report = "note: targets/hw0: target hw0 is not declared: it stays as it is\n" });
}

static void an_unlisted_module_stays_whole(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\n",
		.have = "boxes/b/a\nboxes/b/x\nboxes/c threads=2\nboxes/c/d\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/c threads=2 (kept)\nboxes/c/d (kept)\n" });
}

static void prune_takes_what_is_not_declared_everywhere(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\n",
		.options = { .prune_all = true },
		.have = "boxes/b/a\nboxes/c threads=2\nboxes/c/d\ntargets/t\ndgroups/g\n"
			"targets/hw0 enabled=1\ntargets/hw0/luns/0 -> a\ntargets/hw0/sessions/s -> "
			"hw0\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/c threads=2 (kept)\n"
			"targets/hw0 enabled=0 (hardware)\n"
			"targets/hw0/sessions/s -> targets/hw0 (observed)\n",
		.report = "note: targets/hw0: target hw0 is not declared: it is disabled\n" });
}

/* M10: the device group is kept, so is the device that it means, though its box is listed. */
static void what_a_kept_node_refers_to_is_kept(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\n",
		.have = "boxes/b/a\nboxes/b/x file=/x\nboxes/b/y\ntargets/t\ntargets/t/luns/3 -> "
			"x\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x file=/x (reference)\n"
			"targets/t (kept)\ntargets/t/luns/3 -> boxes/b/x (kept)\n",
		.report = "note: boxes/b/x: device x is not declared; it is kept, because "
			  "targets/t/luns/3 refers to it\n" });
}

/* A chain: device group -> target (with its LUNs: what is kept is kept whole) -> device. */
static void references_are_followed_transitively(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t enabled=1\n",
		.have = "boxes/b/a\nboxes/b/x\ntargets/t enabled=1\ntargets/u enabled=1\n"
			"targets/u/luns/0 -> x\ndgroups/g/targets/u -> u\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x (reference)\ntargets/t enabled=1 portal~ "
			"user~\n"
			"dgroups/g (kept)\ndgroups/g/targets/u -> targets/u (kept)\n"
			"targets/u enabled=1 (reference)\n"
			"targets/u/luns/0 -> boxes/b/x (reference)\n" });
}

static void a_declared_node_may_refer_to_what_is_only_there(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t\ntargets/t/luns/0 -> x\ntargets/t/luns/1 "
			"-> nowhere\n",
		.have = "boxes/b/a\nboxes/b/x\nboxes/b/y\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x (reference)\ntargets/t "
			"enabled=0 portal~ user~\n"
			"targets/t/luns/0 read_only~ -> boxes/b/x\n"
			"targets/t/luns/1 read_only~ -> ?nowhere\n" });
}

/* The handlers are not in the file at all; references of the file reach them. */
static void a_reference_into_a_kept_group_is_found(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "targets/t\ntargets/t/luns/0 -> a\n",
					.have = "boxes/b/a\n",
					.goal = "targets/t enabled=0 portal~ user~\n"
						"targets/t/luns/0 read_only~ -> boxes/b/a\nboxes/b "
						"(kept)\nboxes/b/a (kept)\n" });
}

/* A session does not hold the group that it was sorted into. */
static void sessions_are_copied_and_hold_nothing(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t enabled=1\n",
		.have = "targets/t\ntargets/t/groups/g\ntargets/t/sessions/s -> "
			"targets/t/groups/g\n"
			"targets/t/sessions/r -> t\n",
		.goal = "targets/t enabled=1 portal~ user~\ntargets/t/sessions/s (observed)\n"
			"targets/t/sessions/r -> targets/t (observed)\n" });
}

static void what_was_declared_before_goes_back_to_its_default(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a\ntargets/t enabled=1\n",
		.have = "boxes/b/a file=/a mode=fast active=0 vendor=X\ntargets/t enabled=1\n",
		.last = "boxes/b threads=4\nboxes/b/a file=/a mode=fast active=0 "
			"weird=1\ntargets/t alias=x\n",
		.goal = "boxes/b threads~\nboxes/b/a file=/a mode~\n"
			"targets/t alias~ enabled=1 portal~ user~\n",
		.report = "warning: boxes/b/a: weird is no longer declared, and its default is not "
			  "known: it stays as it is\n" });
}

static void several_values_are_exactly_those_declared(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t enabled=1 user+='a 1'\n",
		.have = "targets/t enabled=1 user+='a 1' user+='b 2'\n",
		.last = "targets/t outuser+='x y'\n",
		.goal = "targets/t enabled=1 outuser~ portal~ user+='a 1'\n" });
}

static void off_where_the_attribute_is_absent_is_nothing(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "targets/t\n",
					.have = "targets/t enabled!\n",
					.goal = "targets/t portal~ user~\n" });
}

static void full_resets_all_that_knows_a_way_back(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a\n/ level=3\n",
		.have = "boxes/b/a\n",
		.options = { .full = true },
		.goal = "/ level=3\nboxes/b threads~\n"
			"boxes/b/a blocksize~ comment~ file=/a mode~ naa~ read_only~ "
			"serial~ size~ vendor~\n" });
}

static void attributes_of_others_are_left_alone(void **state)
{
	static const char *const keep[] = { "vendor", "mode", "odd", NULL };

	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a vendor=X odd=1\nboxes/b/n file=/n vendor=X odd=1\n",
		.have = "boxes/b/a file=/a vendor=Y\n",
		.last = "boxes/b/a mode=fast\n",
		.options = { .keep_attrs = keep },
		.goal = "boxes/b\nboxes/b/a file=/a vendor=Y\n"
			"boxes/b/n file=/n vendor=X odd=1\n" });
}

static void a_missing_port_is_an_error(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/hw0\ntargets/hw0/luns/0 -> a\ntargets/hw1\nboxes/b/a\n",
		.have = "",
		.expect = -EINVAL,
		.report = "error: targets/hw0: target hw0 is declared, but is not "
			  "there\n"
			  "error: targets/hw1: target hw1 is declared, but is not "
			  "there\n" });
}

static void a_missing_port_leaves_a_partial_goal_with_all_its_own(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/hw0\ntargets/hw0/luns/0 -> "
			"a\nboxes/b/a\ndgroups/g/targets/hw0 -> hw0\n",
		.have = "",
		.options = { .partial = true },
		.goal = "boxes/b\nboxes/b/a\ndgroups/g\n",
		.report = "warning: targets/hw0: target hw0 is declared, but is "
			  "not there\n"
			  "warning: dgroups/g/targets/hw0: target hw0 refers to hw0, "
			  "which is missing: "
			  "it is left out\n" });
}

/* Case 15: the disk of device x is missing, so x was taken out of want: x and its LUN stay as they are. */
static void partial_leaves_what_is_there_untouched(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\nboxes/b/x file=/new\ntargets/t "
			"enabled=1\ntargets/t/luns/0 -> a\n"
			"targets/t/luns/1 read_only=1 -> x\ntargets/t/luns/2 -> x\n"
			"#ended boxes/b/x\n",
		.have = "boxes/b/a\nboxes/b/x file=/old\ntargets/t "
			"enabled=1\ntargets/t/luns/1 -> x\n",
		.options = { .partial = true },
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x file=/old (kept)\ntargets/t "
			"enabled=1 portal~ user~\n"
			"targets/t/luns/0 read_only~ -> boxes/b/a\n"
			"targets/t/luns/1 -> boxes/b/x (kept)\n" });
}

static void partial_drops_in_chains(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t enabled=1\ntargets/t/luns/0 -> gone\n"
			"targets/t/groups/g/maps/0 -> targets/t/luns/0\n",
		.have = "targets/t enabled=1\n",
		.options = { .partial = true },
		.goal = "targets/t enabled=1 portal~ user~\ntargets/t/groups/g\n",
		.report = "warning: targets/t/luns/0: LUN 0 refers to gone, which is "
			  "missing: it is left out\n"
			  "warning: targets/t/groups/g/maps/0: mapped LUN 0 refers to "
			  "0, which is missing: "
			  "it is left out\n" });
}

static void partial_keeps_the_old_referrer_and_its_referent(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a\ntargets/t enabled=1\ntargets/t/luns/0 -> gone\n",
		.have = "boxes/b/old\ntargets/t enabled=1\ntargets/t/luns/0 -> old\n",
		.options = { .partial = true },
		.goal = "boxes/b\nboxes/b/a\nboxes/b/old (reference)\ntargets/t enabled=1 portal~ "
			"user~\n"
			"targets/t/luns/0 -> boxes/b/old (kept)\n",
		.report = "warning: targets/t/luns/0: LUN 0 refers to gone, which is missing: it "
			  "is left out, "
			  "and what is there in its place stays as it is\n"
			  "note: boxes/b/old: device old is not declared; it is kept, because "
			  "targets/t/luns/0 refers to it\n" });
}

/* Killed after the device and its LUN in a kept target were deleted: neither file nor kernel knows the LUN any more. */
static void kept_nodes_come_from_the_journal_first(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/a blocksize=4096\n",
		.have = "boxes/b\ntargets/t enabled=0\ntargets/t/luns/5 -> c\nboxes/c/c\n",
		.journal = "boxes/b/a file=/a blocksize=4096\ntargets/t enabled=1 kept=1\n"
			   "targets/t/luns/0 kept=1 -> a\n",
		.goal = "boxes/b\nboxes/b/a blocksize=4096 file=/a\ntargets/t enabled=1 (kept)\n"
			"targets/t/luns/0 -> boxes/b/a (kept)\ntargets/t/luns/5 -> boxes/c/c "
			"(kept)\n"
			"boxes/c (kept)\nboxes/c/c (kept)\n" });
}

static void what_the_journal_had_declared_is_not_kept(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "targets/t\n",
					.have = "targets/t\n",
					.journal = "targets/t\ntargets/u\ndgroups/d\n",
					.goal = "targets/t enabled=0 portal~ user~\n" });
}

static void a_journal_keeps_the_referent_that_is_gone(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/z\n",
		.have = "boxes/b/z\n",
		.journal = "boxes/b/a file=/a\ntargets/t kept=1\ntargets/t/luns/0 kept=1 -> a\n",
		.goal = "boxes/b\nboxes/b/z\nboxes/b/a file=/a (reference)\ntargets/t (kept)\n"
			"targets/t/luns/0 -> boxes/b/a (kept)\n" });
}

/* An unlisted copier refers to every device; that must not keep those that shall go. */
static void shadows_do_not_keep_their_device(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.schema = &copier_schema,
		.want = "boxes/b/a\n",
		.have = "boxes/b/a\nboxes/b/x\ncopiers/c/luns/0 -> x\ncopiers/c/luns/1 -> a\n",
		.goal = "boxes/b\nboxes/b/a\ncopiers/c (kept)\ncopiers/c/luns/1 -> boxes/b/a "
			"(kept)\n",
		.report = "" });
}

static const char matched_want[] = "boxes/b/a\nboxes/b/x\nboxes/b/n\n"
				   "copiers/c/luns/0 -> a\ncopiers/c/luns/1 -> x\n"
				   "copiers/c/luns/2 -> n\n";
static const char matched_have[] = "boxes/b/a\nboxes/b/x\nboxes/b/k\n"
				   "copiers/c/luns/0 -> x\ncopiers/c/luns/1 -> a\n"
				   "copiers/c/luns/9 -> a\n";

static void matched_nodes_have_the_number_that_is_declared(void **state)
{
	(void)state;
	merge_case(
		(struct merge_case){ .schema = &copier_schema,
				     .want = matched_want,
				     .have = matched_have,
				     .goal = "boxes/b\nboxes/b/a\nboxes/b/x\nboxes/b/n\ncopiers/c\n"
					     "copiers/c/luns/0 read_only~ -> boxes/b/a\n"
					     "copiers/c/luns/1 read_only~ -> boxes/b/x\n"
					     "copiers/c/luns/2 read_only~ -> boxes/b/n\n" });
}

static void with_no_remove_matched_nodes_take_the_number_that_is_there(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.schema = &copier_schema,
		.want = matched_want,
		.have = matched_have,
		.options = { .no_remove = true },
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x\nboxes/b/n\nboxes/b/k (kept)\ncopiers/c\n"
			"copiers/c/luns/1 -> boxes/b/a\ncopiers/c/luns/0 -> boxes/b/x\n"
			"copiers/c/luns/2 -> boxes/b/n\n",
		.report = "note: boxes/b/k: device k is not declared: it stays as it is\n"
			  "note: copiers/c/luns/1: LUN 0: what it refers to has number "
			  "1 there, and keeps it\n"
			  "note: copiers/c/luns/0: LUN 1: what it refers to has number "
			  "0 there, and keeps it\n" });
}

/* Who is not listed stands directly behind the others. */
static void unlisted_matched_nodes_make_room(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.schema = &copier_schema,
		.want = "boxes/b/x\nboxes/b/z\nboxes/b/n\nboxes/b/v\nboxes/b/w\n"
			"copiers/c/luns/0 -> z\ncopiers/c/luns/1 -> x\ncopiers/c/luns/2 -> n\n",
		.have = "boxes/b/x\nboxes/b/z\nboxes/b/v\nboxes/b/w\n"
			"copiers/c/luns/0 -> x\ncopiers/c/luns/1 -> w\ncopiers/c/luns/2 -> v\n"
			"copiers/c/luns/3 -> z\n",
		.goal = "boxes/b\nboxes/b/x\nboxes/b/z\nboxes/b/n\nboxes/b/v\nboxes/b/w\n"
			"copiers/c\ncopiers/c/luns/0 read_only~ -> boxes/b/z\n"
			"copiers/c/luns/1 read_only~ -> boxes/b/x\n"
			"copiers/c/luns/2 read_only~ -> boxes/b/n\n"
			"copiers/c/luns/4 -> boxes/b/w (kept)\n"
			"copiers/c/luns/5 -> boxes/b/v (kept)\n" });
}

static void unlisted_matched_nodes_keep_a_number_that_nobody_declares(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.schema = &copier_schema,
		.want = "boxes/b/a\nboxes/b/x\ncopiers/c/luns/0 -> a\n",
		.have = "boxes/b/x\ncopiers/c/luns/3 -> x\n",
		.goal = "boxes/b\nboxes/b/a\nboxes/b/x\ncopiers/c\ncopiers/c/luns/0 "
			"read_only~ -> boxes/b/a\n"
			"copiers/c/luns/3 -> boxes/b/x (kept)\n" });
}

/* Trees with pools of their own give the same goal. */
static void trees_need_not_share_texts(void **state)
{
	struct lw_tree *want = tree_text_make(&test_schema, NULL, "boxes/b/a file=/a\n");
	struct lw_tree *have =
		tree_text_make(&test_schema, NULL, "boxes/b/x\ntargets/t/luns/0 -> x\n");
	struct lw_tree *goal = NULL;

	(void)state;
	assert_int_equal(lw_merge(want, have, NULL, &goal, NULL), 0);
	lw_tree_free(have);
	tree_text_expect(goal,
			 "boxes/b\nboxes/b/a file=/a\nboxes/b/x (reference)\ntargets/t (kept)\n"
			 "targets/t/luns/0 -> boxes/b/x (kept)\n");
	lw_tree_free(goal);
	lw_tree_free(want);
}

static void declared_nodes_are_marked_as_listed(void **state)
{
	struct lw_tree *want = tree_text_make(&test_schema, NULL, "boxes/b/a\n");
	struct lw_tree *have = tree_text_make(&test_schema, NULL, "boxes/c/d\n");
	struct lw_tree *goal = NULL;

	(void)state;
	assert_int_equal(lw_merge(want, have, NULL, &goal, NULL), 0);
	assert_true(node_at(goal, lw_tree_find_path(goal, "boxes/b/a"))->flags & LW_NODE_LISTED);
	assert_false(node_at(goal, lw_tree_find_path(goal, "boxes/c/d"))->flags & LW_NODE_LISTED);
	lw_tree_free(goal);
	lw_tree_free(have);
	lw_tree_free(want);
}

/* A target that is full: there is no room for the switch that the file does not name. */
static struct lw_tree *full_target(const struct lw_tree *share, unsigned values)
{
	struct lw_tree *tree = tree_text_make(&test_schema, share, "targets/t\n");
	lw_node target = lw_tree_find_path(tree, "targets/t");
	char value[16];

	for (unsigned i = 0; i < values; i++)
		lw_tree_add_value(tree, target, "user", value,
				  (size_t)snprintf(value, sizeof(value), "u%u", i), LW_NO_OFFSET);
	assert_int_equal(lw_tree_status(tree), 0);
	return tree;
}

static void an_object_with_too_many_values_is_named(void **state)
{
	struct lw_tree *want = full_target(NULL, UINT16_MAX), *goal = NULL;
	struct lw_tree *have = tree_text_make(&test_schema, want, "targets/t enabled=1\n");
	struct lw_report *report = lw_report_new();
	struct lw_plan *plan = NULL;

	(void)state;
	assert_int_equal(lw_merge(want, have, NULL, &goal, report), -E2BIG);
	assert_null(goal);
	assert_int_equal(lw_report_size(report), 1);
	assert_string_equal(lw_report_get(report, 0)->object, "targets/t");
	assert_string_equal(lw_report_get(report, 0)->message,
			    "more than 65535 values of attributes in one object");
	assert_int_equal(lw_report_get(report, 0)->code, LW_CODE_LIMIT);
	lw_report_free(report);

	/* The same in diff, where a goal that is known in full says what it does not name. */
	report = lw_report_new();
	lw_tree_set_depth_all(want, LW_DEPTH_FULL);
	assert_int_equal(lw_diff(have, want, &plan, report), -E2BIG);
	assert_null(plan);
	assert_int_equal(lw_report_size(report), 1);
	assert_string_equal(lw_report_get(report, 0)->object, "targets/t");
	lw_report_free(report);
}

/* ---- nothing is taken away */

static void what_is_not_declared_stays_when_nothing_may_go(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "targets/t user=bob portal=p2\n",
		.have = "targets/t enabled=1 alias=x user=al portal=p1\n"
			"targets/u enabled=1\ntargets/t/luns/0 -> a\nboxes/b/a\n",
		.last = "targets/t alias=x\n",
		.options = { .no_remove = true },
		.goal = "targets/t portal+=p2 portal+=p1 user+=bob user+=al\n"
			"targets/t/luns/0 -> boxes/b/a (kept)\ntargets/u enabled=1 (kept)\n"
			"boxes/b (kept)\nboxes/b/a (kept)\n" });
}

static void what_is_declared_gives_in_when_nothing_may_go(void **state)
{
	(void)state;
	merge_case((struct merge_case){
		.want = "boxes/b/a file=/other blocksize=512 comment=c\nboxes/b/z file=/z\n"
			"boxes/c/x file=/x\ntargets/t outuser=you\n"
			"targets/t/luns/0 -> z\ntargets/t/groups/g/initiators/i\n"
			"targets/t/groups/h/initiators/j\ntargets/r\n",
		.have = "boxes/b/a file=/a\nboxes/b/x file=/y\nboxes/c\n"
			"targets/t outuser=me\n"
			"targets/t/luns/0 -> a\ntargets/t/groups/h/initiators/i\n"
			"dgroups/d/targets/r -> r\n",
		.options = { .no_remove = true },
		.goal = "boxes/b\nboxes/b/a blocksize=512 comment=c file=/a\nboxes/b/z file=/z\n"
			"boxes/b/x file=/y (kept)\nboxes/c\ntargets/t outuser+=me\n"
			"targets/t/luns/0 -> boxes/b/a\ntargets/t/groups/g\ntargets/t/groups/h\n"
			"targets/t/groups/h/initiators/j\n"
			"targets/t/groups/h/initiators/i (kept)\ntargets/r\n"
			"dgroups/d (kept)\ndgroups/d/targets/r -> ?r (kept)\n" });
}

static void to_keep_all_and_to_prune_is_nonsense(void **state)
{
	(void)state;
	merge_case((struct merge_case){ .want = "",
					.have = "",
					.options = { .no_remove = true, .prune_all = true },
					.expect = -EINVAL,
					.report = "" });
}

static void fail_each_allocation(bool no_remove)
{
	struct lw_tree *want = tree_text_make(
		&copier_schema, NULL,
		"boxes/b/a\ntargets/t\ntargets/t/luns/0 -> x\ntargets/t/luns/1 -> gone\n"
		"copiers/c/luns/0 -> a\n");
	struct lw_tree *have =
		tree_text_make(&copier_schema, NULL,
			       "boxes/b/x\nboxes/b/a\ndgroups/g/devices/y -> y\nboxes/b/y\n"
			       "targets/t/luns/1 -> y\ncopiers/c/luns/0 -> x\n");
	struct lw_tree *last = tree_text_make(&copier_schema, NULL, "targets/t alias=x\n");
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	options.last = options.journal = last;
	options.partial = true;
	options.no_remove = no_remove;
	for (unsigned n = 1;; n++) {
		struct lw_tree *goal = NULL;
		struct lw_report *report = lw_report_new();
		int r;

		alloc_fault_arm(n);
		r = lw_merge(want, have, &options, &goal, report);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		/* A report that could not keep a note still counts it, and the goal is good. */
		if (r == 0)
			assert_int_equal(lw_tree_status(goal), 0);
		else
			assert_int_equal(r, -ENOMEM);
		lw_tree_free(goal);
		lw_report_free(report);
		if (!fired)
			break;
	}
	lw_tree_free(last);
	lw_tree_free(have);
	lw_tree_free(want);
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	fail_each_allocation(false);
	fail_each_allocation(true);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* @listed devices are wanted, all are there, each with a LUN in a target that is not declared. */
static double merge_many(unsigned listed, unsigned all)
{
	struct lw_tree *want = tree_text_make(&test_schema, NULL, "boxes/b\n");
	struct lw_tree *have = tree_text_make(&test_schema, want, "boxes/b\ntargets/t\n");
	lw_node wb = lw_tree_find_path(want, "boxes/b"), hb = lw_tree_find_path(have, "boxes/b");
	lw_node t = lw_tree_find_path(have, "targets/t"), device, lun;
	struct lw_tree *goal = NULL;
	char name[32];
	double start;

	for (unsigned i = 0; i < all; i++) {
		int len = snprintf(name, sizeof(name), "device%u", i);

		if (i < listed)
			lw_tree_add(want, wb, T_DEVICE, name, (size_t)len);
		device = lw_tree_add(have, hb, T_DEVICE, name, (size_t)len);
		len = snprintf(name, sizeof(name), "%u", i);
		lun = lw_tree_add(have, t, T_LUN, name, (size_t)len);
		lw_tree_refer(have, lun, device);
		lw_tree_set(have, lun, "read_only", "0", 1, LW_NO_OFFSET);
	}
	start = now();
	assert_int_equal(lw_merge(want, have, NULL, &goal, NULL), 0);
	start = now() - start;
	assert_int_equal(lw_tree_size(goal), lw_tree_size(have));
	lw_tree_free(goal);
	lw_tree_free(have);
	lw_tree_free(want);
	return start;
}

/* Ten times as much takes ten times as long, give or take caches; quadratic would be a hundred. */
static void time_is_linear(void **state)
{
	double few, many;

	(void)state;
	merge_many(100, 200);
	few = merge_many(5000, 10000);
	many = merge_many(50000, 100000);
	print_message("# 200,000 nodes: %.0f ms\n", many * 1e3);
	assert_true(many < few * 40 + 0.1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wanted_is_the_goal),
		cmocka_unit_test(an_unnamed_group_is_left_alone),
		cmocka_unit_test(an_unlisted_node_of_a_listed_group_goes),
		cmocka_unit_test(kinds_of_one_word_are_one_group),
		cmocka_unit_test(an_unlisted_port_stays_and_is_reported),
		cmocka_unit_test(an_unlisted_module_stays_whole),
		cmocka_unit_test(prune_takes_what_is_not_declared_everywhere),
		cmocka_unit_test(what_a_kept_node_refers_to_is_kept),
		cmocka_unit_test(references_are_followed_transitively),
		cmocka_unit_test(a_declared_node_may_refer_to_what_is_only_there),
		cmocka_unit_test(a_reference_into_a_kept_group_is_found),
		cmocka_unit_test(sessions_are_copied_and_hold_nothing),
		cmocka_unit_test(what_was_declared_before_goes_back_to_its_default),
		cmocka_unit_test(several_values_are_exactly_those_declared),
		cmocka_unit_test(off_where_the_attribute_is_absent_is_nothing),
		cmocka_unit_test(full_resets_all_that_knows_a_way_back),
		cmocka_unit_test(attributes_of_others_are_left_alone),
		cmocka_unit_test(a_missing_port_is_an_error),
		cmocka_unit_test(a_missing_port_leaves_a_partial_goal_with_all_its_own),
		cmocka_unit_test(partial_leaves_what_is_there_untouched),
		cmocka_unit_test(partial_drops_in_chains),
		cmocka_unit_test(partial_keeps_the_old_referrer_and_its_referent),
		cmocka_unit_test(kept_nodes_come_from_the_journal_first),
		cmocka_unit_test(what_the_journal_had_declared_is_not_kept),
		cmocka_unit_test(a_journal_keeps_the_referent_that_is_gone),
		cmocka_unit_test(shadows_do_not_keep_their_device),
		cmocka_unit_test(matched_nodes_have_the_number_that_is_declared),
		cmocka_unit_test(with_no_remove_matched_nodes_take_the_number_that_is_there),
		cmocka_unit_test(unlisted_matched_nodes_make_room),
		cmocka_unit_test(unlisted_matched_nodes_keep_a_number_that_nobody_declares),
		cmocka_unit_test(trees_need_not_share_texts),
		cmocka_unit_test(declared_nodes_are_marked_as_listed),
		cmocka_unit_test(an_object_with_too_many_values_is_named),
		cmocka_unit_test(what_is_not_declared_stays_when_nothing_may_go),
		cmocka_unit_test(what_is_declared_gives_in_when_nothing_may_go),
		cmocka_unit_test(to_keep_all_and_to_prune_is_nonsense),
		cmocka_unit_test(each_allocation_may_fail),
		cmocka_unit_test(time_is_linear),
	};

	return cmocka_run_group_tests(tests, make_copier_schema, NULL);
}
