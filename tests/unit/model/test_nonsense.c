/* SPDX-License-Identifier: Apache-2.0 */
/* What public functions say to nonsense: -EINVAL, NULL or 0, and nothing leaks or is freed twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <string.h>

#include "lunward/plan.h"
#include "model/tree/tree.h"
#include "model/tree/tree_json.h"
#include "test_schema.h"

static struct lw_tree *tree_of(const struct lw_schema *schema)
{
	struct lw_tree *tree = lw_tree_new(schema);

	assert_non_null(tree);
	return tree;
}

static void a_text_that_is_none_sets_nothing(void **state)
{
	struct lw_tree *tree = tree_of(&test_schema);

	(void)state;
	lw_tree_set(tree, 1, NULL, "1", 1, LW_NO_OFFSET);
	assert_int_equal(lw_tree_status(tree), -EINVAL);
	lw_tree_set(tree, 1, "a", NULL, 0, LW_NO_OFFSET);
	lw_tree_set(tree, 1, "a", NULL, 7, LW_NO_OFFSET);
	lw_tree_add_value(tree, 1, NULL, "1", 1, LW_NO_OFFSET);
	lw_tree_add_value(tree, 1, "a", NULL, 1, LW_NO_OFFSET);
	lw_tree_set_state(tree, 1, NULL, LW_DEFAULT);
	lw_tree_set(NULL, 1, "a", "1", 1, LW_NO_OFFSET);
	lw_tree_add_value(NULL, 1, "a", "1", 1, LW_NO_OFFSET);
	assert_int_equal(lw_node_attr_count(tree, 1), 0);
	assert_null(lw_node_value(tree, 1, NULL));
	assert_int_equal(lw_node_state(tree, 1, NULL), LW_UNKNOWN);
	assert_int_equal(lw_node_attr(tree, 1, 0, NULL), -EINVAL);
	lw_tree_free(tree);
}

static void a_tree_needs_a_vocabulary_and_a_path(void **state)
{
	struct lw_tree *tree = tree_of(&test_schema), *read = NULL;
	char *text = NULL;

	(void)state;
	assert_null(lw_tree_new(NULL));
	assert_null(lw_tree_new_sharing(NULL, tree));
	assert_null(lw_tree_new_sharing(&test_schema, NULL));
	assert_int_equal(lw_tree_find_path(tree, NULL), 0);
	assert_int_equal(lw_tree_find_path(NULL, "/"), 0);
	assert_int_equal(lw_tree_write_json(NULL, 0, &text), -EINVAL);
	assert_int_equal(lw_tree_write_json(tree, 0, NULL), -EINVAL);
	assert_int_equal(lw_tree_parse_json(NULL, NULL, "{}", 2, NULL, &read, NULL), -EINVAL);
	assert_int_equal(lw_tree_parse_json(NULL, "t", NULL, 2, NULL, &read, NULL), -EINVAL);
	assert_int_equal(lw_tree_parse_json(NULL, "t", "{}", 2, NULL, NULL, NULL), -EINVAL);
	assert_null(read);
	assert_null(text);
	lw_tree_free(tree);
}

static void diff_takes_both_trees_whatever_it_says(void **state)
{
	struct lw_schema other = test_schema;
	struct lw_plan *plan = NULL;
	struct lw_tree *tree = tree_of(&test_schema);

	(void)state;
	assert_int_equal(lw_diff(tree, tree, &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(tree_of(&test_schema), NULL, &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(NULL, tree_of(&test_schema), &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(NULL, NULL, &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(tree_of(&test_schema), tree_of(&other), &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(tree_of(&test_schema), tree_of(&test_schema), NULL, NULL),
			 -EINVAL);
	assert_null(plan);
}

static void merge_needs_two_trees_of_one_vocabulary(void **state)
{
	struct lw_schema other = test_schema;
	struct lw_tree *a = tree_of(&test_schema), *b = tree_of(&test_schema),
		       *alien = tree_of(&other), *goal = NULL;
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	(void)state;
	assert_int_equal(lw_merge(NULL, a, NULL, &goal, NULL), -EINVAL);
	assert_int_equal(lw_merge(a, NULL, NULL, &goal, NULL), -EINVAL);
	assert_int_equal(lw_merge(a, b, NULL, NULL, NULL), -EINVAL);
	assert_int_equal(lw_merge(a, alien, NULL, &goal, NULL), -EINVAL);
	options.last = alien;
	assert_int_equal(lw_merge(a, b, &options, &goal, NULL), -EINVAL);
	options.last = NULL;
	options.journal = alien;
	assert_int_equal(lw_merge(a, b, &options, &goal, NULL), -EINVAL);
	options.journal = NULL;
	options.size = 0;
	assert_int_equal(lw_merge(a, b, &options, &goal, NULL), -EINVAL);
	assert_null(goal);
	options.size = sizeof(options);
	assert_int_equal(lw_merge(a, b, &options, &goal, NULL), 0);
	lw_tree_free(goal);
	lw_tree_free(a);
	lw_tree_free(b);
	lw_tree_free(alien);
}

static int give(void *arg, const char *text, size_t len)
{
	(void)arg;
	(void)text;
	(void)len;
	return 0;
}

static void no_plan_has_no_operations(void **state)
{
	struct lw_op_view view = { .size = sizeof(view) };
	struct lw_plan *plan = NULL;
	char *text = NULL;

	(void)state;
	assert_int_equal(lw_plan_count(NULL), 0);
	assert_int_equal(lw_plan_changes(NULL), 0);
	assert_int_equal(lw_plan_at(NULL, 0), LW_NO_OP);
	assert_int_equal(lw_plan_op(NULL, 0, &view), -EINVAL);
	assert_null(lw_plan_session(NULL, 0, 0));
	assert_null(lw_plan_have(NULL));
	assert_null(lw_plan_goal(NULL));
	assert_int_equal(lw_plan_write(NULL, 0, give, NULL), -EINVAL);
	assert_int_equal(lw_plan_print(NULL, 0, &text), -EINVAL);
	assert_int_equal(lw_plan_json(NULL, 0, &text), -EINVAL);
	assert_null(text);
	lw_plan_free(NULL);

	assert_int_equal(lw_diff(tree_of(&test_schema), tree_of(&test_schema), &plan, NULL), 0);
	assert_int_equal(lw_plan_op(plan, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_write(plan, 0, NULL, NULL), -EINVAL);
	assert_int_equal(lw_plan_print(plan, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_json(plan, 0, NULL), -EINVAL);
	lw_plan_free(plan);
}

static void no_scheduler_has_nothing_to_do(void **state)
{
	(void)state;
	assert_null(lw_sched_new(NULL));
	assert_int_equal(lw_sched_next(NULL), LW_NO_OP);
	assert_true(lw_sched_finished(NULL));
	assert_int_equal(lw_sched_blame(NULL, 0), LW_NO_OP);
	lw_sched_done(NULL, 0);
	lw_sched_failed(NULL, 0);
	lw_sched_free(NULL);
}

static void no_vocabulary_names_nothing(void **state)
{
	struct lw_attr_info info = { .size = sizeof(info) };

	(void)state;
	assert_null(lw_schema_name(NULL));
	assert_int_equal(lw_schema_kind_count(NULL), 0);
	assert_null(lw_schema_kind_name(NULL, 0));
	assert_int_equal(lw_schema_kind_find(NULL, "lun"), -1);
	assert_int_equal(lw_schema_kind_find(&test_schema, NULL), -1);
	assert_null(lw_schema_kind_help(NULL, 0));
	assert_false(lw_schema_may_hold(NULL, 0, 1));
	assert_int_equal(lw_schema_attr_count(NULL, 0), 0);
	assert_int_equal(lw_schema_attr(NULL, 0, 0, &info), -EINVAL);
	assert_int_equal(lw_schema_attr(&test_schema, T_TARGET, 0, NULL), -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_that_is_none_sets_nothing),
		cmocka_unit_test(a_tree_needs_a_vocabulary_and_a_path),
		cmocka_unit_test(diff_takes_both_trees_whatever_it_says),
		cmocka_unit_test(merge_needs_two_trees_of_one_vocabulary),
		cmocka_unit_test(no_plan_has_no_operations),
		cmocka_unit_test(no_scheduler_has_nothing_to_do),
		cmocka_unit_test(no_vocabulary_names_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
