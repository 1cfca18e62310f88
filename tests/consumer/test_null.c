/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every function that the library exports says to NULL: -EINVAL, NULL or 0, and it does not crash. The last test reads
 * the list of exported names (src/lunward.map) and finds those that nobody tried here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <errno.h>

#include <lunward/apply.h>
#include <lunward/engine.h>
#include <lunward/format.h>
#include <lunward/plan.h>

static const char *map_path;
static const char *tried[512];
static size_t ntried;

static void note(const char *name)
{
	assert_true(ntried < sizeof(tried) / sizeof(tried[0]));
	tried[ntried++] = name;
}

#define TRY(function) (note(#function), function)

static struct lw_tree *a_tree(void)
{
	struct lw_tree *tree = lw_tree_new(lw_schema_find("scst"));

	assert_non_null(tree);
	return tree;
}

/* A format that is none is no literal. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void errors(void **state)
{
	static const char *const no_format;
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	assert_string_equal(TRY(lw_code_name)(LW_CODE_COUNT_), "INTERNAL");
	assert_int_equal(TRY(lw_error_set)(NULL, -EIO, LW_CODE_IO, "%d", 1), -EIO);
	assert_int_equal(lw_error_set(&error, -EIO, LW_CODE_IO, no_format, 1), -EIO);
	assert_int_equal(TRY(lw_error_prefix)(NULL, -EIO, "%d", 1), -EIO);
	assert_int_equal(lw_error_prefix(&error, -EIO, no_format, 1), -EIO);
	TRY(lw_error_object)(NULL, "a");
	lw_error_object(&error, NULL);
	TRY(lw_error_hint)(NULL, "%d", 1);
	lw_error_hint(&error, no_format, 1);
}

static void reports(void **state)
{
	struct lw_report *report = TRY(lw_report_new)();

	(void)state;
	assert_non_null(report);
	TRY(lw_report_add)(report, NULL);
	lw_report_add(NULL, NULL);
	assert_int_equal(lw_report_size(report), 0);
	assert_int_equal(TRY(lw_report_count)(NULL, LW_ERROR), 0);
	assert_int_equal(TRY(lw_report_lost)(NULL), 0);
	assert_int_equal(TRY(lw_report_size)(NULL), 0);
	assert_null(TRY(lw_report_get)(NULL, 0));
	TRY(lw_report_sort)(NULL);
	TRY(lw_report_free)(NULL);
	lw_report_free(report);
}

static void vocabularies(void **state)
{
	const struct lw_schema *schema = lw_schema_find("scst");
	struct lw_attr_info info = LW_ATTR_INFO_INIT;

	(void)state;
	assert_null(TRY(lw_schema_find)(NULL));
	assert_null(TRY(lw_schema_at)(1000));
	assert_null(TRY(lw_schema_name)(NULL));
	assert_null(TRY(lw_schema_title)(NULL));
	assert_null(TRY(lw_schema_kind_word)(NULL, 0));
	assert_int_equal(TRY(lw_schema_kind_count)(NULL), 0);
	assert_null(TRY(lw_schema_kind_name)(NULL, 0));
	assert_null(TRY(lw_schema_kind_help)(NULL, 0));
	assert_int_equal(TRY(lw_schema_kind_find)(NULL, "lun"), -1);
	assert_int_equal(lw_schema_kind_find(schema, NULL), -1);
	assert_false(TRY(lw_schema_may_hold)(NULL, 0, 1));
	assert_int_equal(TRY(lw_schema_attr_count)(NULL, 0), 0);
	assert_int_equal(TRY(lw_schema_attr)(NULL, 0, 0, &info), -EINVAL);
	assert_int_equal(lw_schema_attr(schema, 0, 0, NULL), -EINVAL);
}

static void trees(void **state)
{
	struct lw_tree *tree = a_tree();

	(void)state;
	assert_null(TRY(lw_tree_new)(NULL));
	assert_null(TRY(lw_tree_new_sharing)(NULL, tree));
	assert_null(lw_tree_new_sharing(lw_schema_find("scst"), NULL));
	TRY(lw_tree_free)(NULL);
	assert_int_equal(TRY(lw_tree_status)(NULL), -EINVAL);
	assert_null(TRY(lw_tree_schema)(NULL));
	assert_int_equal(TRY(lw_tree_root)(NULL), 0);
	assert_int_equal(TRY(lw_tree_size)(NULL), 0);
	assert_int_equal(TRY(lw_tree_resolve)(NULL), -EINVAL);
	assert_int_equal(TRY(lw_tree_canon)(NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_tree_check)(NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_tree_find)(NULL, 1, 1, "a", 1), 0);
	assert_int_equal(lw_tree_find(tree, 1, 1, NULL, 1), 0);
	assert_int_equal(lw_tree_find(tree, 1, 1, NULL, 0), 0);
	assert_int_equal(TRY(lw_tree_find_path)(NULL, "/"), 0);
	assert_int_equal(lw_tree_find_path(tree, NULL), 0);
	assert_int_equal(lw_tree_status(tree), 0);
	lw_tree_free(tree);
}

/* What is no text is remembered like what could not be kept. */
static void building(void **state)
{
	const struct lw_schema *schema = lw_schema_find("scst");
	unsigned handler = (unsigned)lw_schema_kind_find(schema, "fileio_handler");
	struct lw_tree *tree = a_tree();

	(void)state;
	TRY(lw_tree_set_depth)(NULL, 1, LW_DEPTH_FULL);
	TRY(lw_tree_set_depth_all)(NULL, LW_DEPTH_FULL);
	TRY(lw_tree_know_sessions)(NULL);
	TRY(lw_tree_place_node)(NULL, 1, 0, 0);
	TRY(lw_tree_refer)(NULL, 1, 1);
	TRY(lw_tree_refer_name)(NULL, 1, "a", 1);
	TRY(lw_tree_set)(NULL, 1, "a", "1", 1, LW_NO_OFFSET);
	TRY(lw_tree_add_value)(NULL, 1, "a", "1", 1, LW_NO_OFFSET);
	TRY(lw_tree_remove_value)(NULL, 1, "a", "1", 1);
	TRY(lw_tree_delete)(NULL, 1);
	TRY(lw_tree_set_state)(NULL, 1, "a", LW_DEFAULT);
	assert_int_equal(TRY(lw_tree_add)(NULL, 1, handler, "a", 1), 0);
	assert_int_equal(TRY(lw_tree_add_source)(NULL, "a", "", 0), 0);

	assert_int_equal(lw_tree_add(tree, 1, handler, NULL, 3), 0);
	assert_int_equal(lw_tree_status(tree), -EINVAL);
	lw_tree_free(tree);

	tree = a_tree();
	assert_int_equal(lw_tree_add_source(tree, NULL, "", 0), 0);
	assert_int_equal(lw_tree_status(tree), -EINVAL);
	lw_tree_free(tree);

	tree = a_tree();
	assert_int_equal(lw_tree_add_source(tree, "a", NULL, 1), 0);
	assert_int_equal(lw_tree_status(tree), -EINVAL);
	lw_tree_free(tree);

	tree = a_tree();
	lw_tree_refer_name(tree, 1, NULL, 0);
	assert_int_equal(lw_tree_status(tree), -EINVAL);
	assert_null(lw_node_ref_name(tree, 1));
	lw_tree_free(tree);
}

static void nodes(void **state)
{
	struct lw_attr_view view = LW_ATTR_VIEW_INIT;

	(void)state;
	assert_int_equal(TRY(lw_node_kind)(NULL, 1), 0);
	assert_string_equal(TRY(lw_node_name)(NULL, 1), "");
	assert_int_equal(TRY(lw_node_parent)(NULL, 1), 0);
	assert_int_equal(TRY(lw_node_first)(NULL, 1), 0);
	assert_int_equal(TRY(lw_node_next)(NULL, 1), 0);
	assert_int_equal(TRY(lw_node_ref)(NULL, 1), 0);
	assert_null(TRY(lw_node_ref_name)(NULL, 1));
	assert_int_equal(TRY(lw_node_depth)(NULL, 1), LW_DEPTH_NAME);
	assert_int_equal(TRY(lw_node_state)(NULL, 1, "a"), LW_UNKNOWN);
	assert_null(TRY(lw_node_value)(NULL, 1, "a"));
	assert_int_equal(TRY(lw_node_attr_count)(NULL, 1), 0);
	assert_int_equal(TRY(lw_node_attr)(NULL, 1, 0, &view), -EINVAL);
	assert_int_equal(TRY(lw_node_where)(NULL, 1).line, 0);
	assert_int_equal(TRY(lw_node_attr_where)(NULL, 1, 0).line, 0);
	assert_null(TRY(lw_node_path)(NULL, 1));
}

static void formats(void **state)
{
	struct lw_tree *tree = a_tree(), *read = NULL;
	char *text = NULL;

	(void)state;
	assert_string_equal(TRY(lw_format_name)(LW_FORMAT_COUNT_), "unknown");
	assert_int_equal(TRY(lw_format_find)(NULL), LW_FORMAT_UNKNOWN);
	assert_int_equal(TRY(lw_format_guess)(NULL, 5), LW_FORMAT_SCST_CONF);
	assert_int_equal(TRY(lw_format_read)(LW_FORMAT_SCST_CONF, NULL, "", 0, NULL, &read, NULL),
			 -EINVAL);
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "a", NULL, 1, NULL, &read, NULL),
			 -EINVAL);
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "a", "", 0, NULL, NULL, NULL),
			 -EINVAL);
	assert_int_equal(TRY(lw_format_write)(LW_FORMAT_SCST_CONF, NULL, 0, &text, NULL), -EINVAL);
	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, tree, 0, NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_tree_write_json)(NULL, 0, &text), -EINVAL);
	assert_int_equal(lw_tree_write_json(tree, 0, NULL), -EINVAL);
	assert_int_equal(TRY(lw_tree_read_json)(NULL, "{}", 2, NULL, &read, NULL), -EINVAL);
	assert_int_equal(lw_tree_read_json("a", NULL, 2, NULL, &read, NULL), -EINVAL);
	assert_int_equal(lw_tree_read_json("a", "{}", 2, NULL, NULL, NULL), -EINVAL);
	assert_null(read);
	assert_null(text);
	lw_tree_free(tree);
}

static void recordings(void **state)
{
	struct lw_tree *tree = NULL;

	(void)state;
	assert_int_equal(TRY(lw_recorded_read)(NULL, "", 0, 0, NULL, &tree, NULL), -EINVAL);
	assert_int_equal(lw_recorded_read("a", NULL, 1, 0, NULL, &tree, NULL), -EINVAL);
	assert_int_equal(lw_recorded_read("a", NULL, 0, 0, NULL, &tree, NULL), -EINVAL);
	assert_int_equal(lw_recorded_read("a", "", 0, 0, NULL, NULL, NULL), -EINVAL);
	assert_null(tree);
}

static void merging(void **state)
{
	struct lw_tree *tree = a_tree(), *goal = NULL;
	struct lw_plan *plan = NULL;

	(void)state;
	assert_int_equal(TRY(lw_assume_hardware)(NULL, tree), -EINVAL);
	assert_int_equal(lw_assume_hardware(tree, NULL), -EINVAL);
	assert_int_equal(TRY(lw_merge)(NULL, tree, NULL, &goal, NULL), -EINVAL);
	assert_int_equal(lw_merge(tree, NULL, NULL, &goal, NULL), -EINVAL);
	assert_int_equal(lw_merge(tree, tree, NULL, NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_diff)(tree, NULL, &plan, NULL), -EINVAL); /* takes the tree */
	assert_int_equal(lw_diff(NULL, a_tree(), &plan, NULL), -EINVAL);
	assert_int_equal(lw_diff(a_tree(), a_tree(), NULL, NULL), -EINVAL);
	assert_null(goal);
	assert_null(plan);
}

static int give(void *arg, const char *text, size_t len)
{
	(void)arg;
	(void)text;
	(void)len;
	return 0;
}

static void plans(void **state)
{
	struct lw_summary summary = LW_SUMMARY_INIT;
	struct lw_attr_view with = LW_ATTR_VIEW_INIT;
	struct lw_note_view note_view = LW_NOTE_VIEW_INIT;
	struct lw_op_view op = LW_OP_VIEW_INIT;
	struct lw_plan *plan = NULL;
	char *text = NULL;
	uint32_t number = 0;

	(void)state;
	assert_string_equal(TRY(lw_verb_name)(LW_VERB_COUNT_), "");
	assert_int_equal(TRY(lw_plan_count)(NULL), 0);
	assert_int_equal(TRY(lw_plan_changes)(NULL), 0);
	assert_int_equal(TRY(lw_plan_at)(NULL, 0), LW_NO_OP);
	assert_int_equal(TRY(lw_plan_op)(NULL, 0, &op), -EINVAL);
	assert_int_equal(TRY(lw_plan_after)(NULL, 0, 0, &number), -EINVAL);
	assert_int_equal(TRY(lw_plan_with)(NULL, 0, 0, &with), -EINVAL);
	assert_int_equal(TRY(lw_plan_summary)(NULL, &summary), -EINVAL);
	assert_int_equal(TRY(lw_plan_note)(NULL, 0, &note_view), -EINVAL);
	assert_null(TRY(lw_plan_session)(NULL, 0, 0));
	assert_null(TRY(lw_plan_have)(NULL));
	assert_null(TRY(lw_plan_goal)(NULL));
	assert_int_equal(TRY(lw_plan_write)(NULL, 0, give, NULL), -EINVAL);
	assert_int_equal(TRY(lw_plan_print)(NULL, 0, &text), -EINVAL);
	assert_int_equal(TRY(lw_plan_json)(NULL, 0, &text), -EINVAL);
	TRY(lw_plan_free)(NULL);

	assert_int_equal(lw_diff(a_tree(), a_tree(), &plan, NULL), 0);
	assert_int_equal(lw_plan_op(plan, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_after(plan, 0, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_with(plan, 0, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_summary(plan, NULL), -EINVAL);
	assert_int_equal(lw_plan_note(plan, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_write(plan, 0, NULL, NULL), -EINVAL);
	assert_int_equal(lw_plan_print(plan, 0, NULL), -EINVAL);
	assert_int_equal(lw_plan_json(plan, 0, NULL), -EINVAL);
	assert_null(text);
	lw_plan_free(plan);
}

static void schedulers(void **state)
{
	(void)state;
	assert_null(TRY(lw_sched_new)(NULL));
	assert_int_equal(TRY(lw_sched_next)(NULL), LW_NO_OP);
	assert_true(TRY(lw_sched_finished)(NULL));
	assert_int_equal(TRY(lw_sched_blame)(NULL, 0), LW_NO_OP);
	TRY(lw_sched_done)(NULL, 0);
	TRY(lw_sched_failed)(NULL, 0);
	TRY(lw_sched_free)(NULL);
}

static void systems(void **state)
{
	struct lw_merge_options merge = LW_MERGE_OPTIONS_INIT;
	struct lw_history *history = NULL;
	struct lw_system *system = NULL;
	struct lw_tree *tree = NULL;
	struct lw_plan *plan = NULL;

	(void)state;
	assert_int_equal(TRY(lw_system_open)(NULL, &system, NULL), -EINVAL);
	assert_null(TRY(lw_system_schema)(NULL));
	assert_int_equal(TRY(lw_system_lock)(NULL, 0, NULL), -EINVAL);
	TRY(lw_system_unlock)(NULL);
	assert_int_equal(TRY(lw_system_read)(NULL, NULL, 0, &tree, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_saved)(NULL, 0, &tree, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_plan)(NULL, NULL, &merge, &plan, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_plan_back)(NULL, 0, &plan, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_plan_edit)(NULL, NULL, &plan, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_files)(NULL, NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_act)(NULL, NULL, 1, "a", "1", NULL), -EINVAL);
	assert_int_equal(TRY(lw_apply)(NULL, NULL, NULL, NULL, NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_confirm)(NULL, NULL), -EINVAL);
	assert_int_equal(TRY(lw_system_pending)(NULL, NULL), 0);
	assert_int_equal(TRY(lw_status_read)(NULL, NULL, NULL), -EINVAL);
	TRY(lw_status_free)(NULL);
	assert_int_equal(TRY(lw_facts_read)(NULL, 0, NULL, NULL), -EINVAL);
	assert_null(TRY(lw_facts_get)(NULL, 0));
	TRY(lw_facts_free)(NULL);
	assert_int_equal(TRY(lw_history_read)(NULL, &history, NULL), -EINVAL);
	assert_null(TRY(lw_history_get)(NULL, 0));
	TRY(lw_history_free)(NULL);
	assert_string_equal(TRY(lw_entry_state_name)((enum lw_entry_state)99), "");
	TRY(lw_system_close)(NULL);
	assert_true(!system && !tree && !plan && !history);
}

static int was_tried(const char *name)
{
	for (size_t i = 0; i < ntried; i++)
		if (!strcmp(tried[i], name))
			return 1;
	return 0;
}

static void all_that_is_exported(void **state)
{
	FILE *map = fopen(map_path, "re");
	unsigned names = 0, missing = 0;
	char line[256], name[128];

	(void)state;
	assert_non_null(map);
	while (fgets(line, sizeof(line), map)) {
		if (sscanf(line, " lw_%100[a-z0-9_];", name + 3) != 1)
			continue;
		memcpy(name, "lw_", 3);
		names++;
		if (was_tried(name))
			continue;
		print_error("%s() is exported, but nobody tried it with NULL\n", name);
		missing++;
	}
	(void)fclose(map);
	assert_true(names > 0);
	assert_int_equal(missing, 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(errors),
		cmocka_unit_test(reports),
		cmocka_unit_test(vocabularies),
		cmocka_unit_test(trees),
		cmocka_unit_test(building),
		cmocka_unit_test(nodes),
		cmocka_unit_test(formats),
		cmocka_unit_test(merging),
		cmocka_unit_test(plans),
		cmocka_unit_test(schedulers),
		cmocka_unit_test(recordings),
		cmocka_unit_test(systems),
		cmocka_unit_test(all_that_is_exported),
	};

	if (argc != 2) {
		(void)fprintf(stderr, "usage: test_null LUNWARD.MAP\n");
		return 2;
	}
	map_path = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
