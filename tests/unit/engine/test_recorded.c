/* SPDX-License-Identifier: Apache-2.0 */
/* Engines by name, and recorded trees given as text. */
#include "engine_test.h"

#include "alloc_fault.h"

static const char small[] = "0755\td\t" TRACE_ROOT "\t\n"
			    "0644\tf\t" TRACE_ROOT "/setup_id\t0x21\\n[key]\\n\n"
			    "0755\td\t" TRACE_ROOT "/handlers\t\n"
			    "0755\td\t" TRACE_ROOT "/targets\t\n"
			    "0755\td\t" TRACE_ROOT "/device_groups\t\n";

/* Reads a text that is refused; all that was said as "object: message" or "line:column message". */
static void expect_refused(const char *text, size_t len, int want, const char *said)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_engine_read_recorded("s.txt", text, len, NULL, &tree, report), want);
	assert_null(tree);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_string_equal(p->file, "s.txt");
		lw_str_addf(&got, "%s ", lw_code_name(p->code));
		if (p->line)
			lw_str_addf(&got, "%u:%u ", p->line, p->column);
		lw_str_addf(&got, "%s\n", p->message);
	}
	assert_string_equal(lw_str_text(&got), said);
	lw_report_free(report);
	assert_int_equal(lw_engine_read_recorded("s.txt", text, len, NULL, &tree, NULL), want);
}
#define REFUSED(text, want, said) expect_refused(text, sizeof(text) - 1, want, said)

static void engines_are_known_by_name(void **state)
{
	(void)state;
	assert_string_equal(lw_engine_find("scst")->name, "scst");
	assert_ptr_equal(lw_engine_find("scst")->schema, lw_schema_find("scst"));
	assert_null(lw_engine_find("SCST"));
	assert_null(lw_engine_find(""));
	assert_null(lw_engine_find(NULL));
}

static void a_recorded_tree_is_read(void **state)
{
	struct lw_tree *tree = NULL, *again = NULL;

	(void)state;
	assert_int_equal(lw_engine_read_recorded("s.txt", small, strlen(small), NULL, &tree, NULL),
			 0);
	EXPECT_ATTR(tree, "/", "setup_id", "0x21");
	assert_int_equal(lw_tree_size(tree), 1);
	assert_int_equal(lw_engine_read_recorded("s.txt", small, strlen(small), tree, &again, NULL),
			 0);
	assert_string_equal(lw_node_value(again, 1, "setup_id"), "0x21");
	assert_ptr_equal(lw_node_value(again, 1, "setup_id"), lw_node_value(tree, 1, "setup_id"));
	lw_tree_free(tree);
	EXPECT_ATTR(again, "/", "setup_id", "0x21");
	lw_tree_free(again);
}

static void the_paths_tell_whose_tree_it_is(void **state)
{
	(void)state;
	REFUSED("# state: a target\n0755\td\ttarget/iscsi\t\n", -EOPNOTSUPP,
		"UNSUPPORTED not yet supported: recorded LIO trees\n");
	REFUSED("0755\td\t/sys/kernel/config/target\t\n", -EOPNOTSUPP,
		"UNSUPPORTED not yet supported: recorded LIO trees\n");
	REFUSED("0755\td\ttargets/iscsi\t\n", -EINVAL,
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n");
	REFUSED("0755\td\t" TRACE_ROOT "x/a\t\n", -EINVAL,
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n");
}

static void what_is_no_recording_is_refused(void **state)
{
	static const char nothing[] =
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n";

	(void)state;
	REFUSED("", -EINVAL, nothing);
	REFUSED("\n\n#\t\t" TRACE_ROOT "\t\n", -EINVAL, nothing);
	REFUSED("HANDLER vdisk_fileio {\n\tDEVICE a\n}\n", -EINVAL, nothing);
	REFUSED("\t\t", -EINVAL, nothing);
}

static void mistakes_in_the_text_are_told_with_their_place(void **state)
{
	(void)state;
	REFUSED("0755\td\t" TRACE_ROOT "\t\n8\td\t" TRACE_ROOT "/a\t\nwords\n", -EINVAL,
		"SYNTAX 2:1 not a mode: expected four octal digits such as 0644\n"
		"SYNTAX 3:6 expected mode, type, path and content, tabs between\n");
}

static void a_failed_access_fails_the_whole(void **state)
{
	(void)state;
	REFUSED("0755\td\t" TRACE_ROOT "/handlers\t<ERR:EIO>\n", -EIO,
		"IO cannot read SCST: handlers: Input/output error\n");
	REFUSED("0755\td\t" TRACE_ROOT "/handlers\t\n", -ENOENT,
		"MISSING cannot read SCST: targets: No such file or directory\n");
	REFUSED("0644\tf\t" TRACE_ROOT "/poll_us\t<ERR:ENODATA>\n", -ENODATA,
		"IO cannot read SCST: poll_us: No data available\n");
	REFUSED("0644\tf\t" TRACE_ROOT "\tv\n", -ENOTDIR,
		"MISSING cannot read SCST: /: Not a directory\n");
}

static void every_allocation_may_fail(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_tree *tree = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_engine_read_recorded("s.txt", small, strlen(small), NULL, &tree, NULL);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_tree_free(tree);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engines_are_known_by_name),
		cmocka_unit_test(a_recorded_tree_is_read),
		cmocka_unit_test(the_paths_tell_whose_tree_it_is),
		cmocka_unit_test(what_is_no_recording_is_refused),
		cmocka_unit_test(mistakes_in_the_text_are_told_with_their_place),
		cmocka_unit_test(a_failed_access_fails_the_whole),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
