/* SPDX-License-Identifier: Apache-2.0 */
/* Names of languages, and how a text tells its own. */
#include "format_test.h"

static void names_and_numbers_fit(void **state)
{
	(void)state;
	for (int f = LW_FORMAT_SCST_CONF; f < LW_FORMAT_COUNT_; f++)
		assert_int_equal(lw_format_find(lw_format_name((enum lw_format)f)), f);
	assert_string_equal(lw_format_name(LW_FORMAT_SCST_CONF), "scst.conf");
	assert_string_equal(lw_format_name(LW_FORMAT_UNKNOWN), "unknown");
	assert_string_equal(lw_format_name((enum lw_format)77), "unknown");
	assert_int_equal(lw_format_find("unknown"), LW_FORMAT_UNKNOWN);
	assert_int_equal(lw_format_find("xml"), LW_FORMAT_UNKNOWN);
}

static void a_text_tells_its_language(void **state)
{
	static const struct {
		const char *text;
		enum lw_format want;
	} rows[] = {
		{ "", LW_FORMAT_SCST_CONF },
		{ "\n\n", LW_FORMAT_SCST_CONF },
		{ "# c\nHANDLER x {\n}\n", LW_FORMAT_SCST_CONF },
		{ "0755 d /sys\n", LW_FORMAT_SCST_CONF },
		{ "0755\td\t", LW_FORMAT_SCST_CONF },
		{ "0755\td\t/sys/kernel/scst_tgt\t\n", LW_FORMAT_RECORDED },
		{ "# a trace\n#\n\n0755\td\t/sys\t\n", LW_FORMAT_RECORDED },
		{ "0855\td\t/sys\t\n", LW_FORMAT_SCST_CONF },
		{ "{\"lunward\": 1}", LW_FORMAT_TREE_JSON },
		{ " \r\n\t{", LW_FORMAT_TREE_JSON },
		{ "\xef\xbb\xbf{}", LW_FORMAT_TREE_JSON },
		{ "# {\n", LW_FORMAT_SCST_CONF },
		{ "#", LW_FORMAT_SCST_CONF },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (lw_format_guess(rows[i].text, strlen(rows[i].text)) != rows[i].want)
			fail_msg("guessed wrongly: %s", rows[i].text);
	assert_int_equal(lw_format_guess("\0\0", 2), LW_FORMAT_SCST_CONF);
	assert_int_equal(lw_format_guess(NULL, 0), LW_FORMAT_SCST_CONF);
}

static void a_recorded_tree_is_no_configuration(void **state)
{
	static const char text[] = "0755\td\t/sys/kernel/scst_tgt\t\n";
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree = NULL;

	(void)state;
	assert_int_equal(
		lw_format_read(LW_FORMAT_UNKNOWN, "c", text, strlen(text), NULL, &tree, report),
		-ENOTSUP);
	add_messages(report, &got);
	assert_string_equal(
		lw_str_text(&got),
		"c:0:0: error: this is a recorded kernel tree, not a configuration (give it to an "
		"engine as what it finds instead of a kernel)\n");
	lw_report_free(report);
}

static void nonsense_is_refused(void **state)
{
	struct lw_error err = LW_ERROR_INIT;
	struct lw_tree *tree = NULL;
	char *text = NULL;

	(void)state;
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, NULL, "", 0, NULL, &tree, NULL),
			 -EINVAL);
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "c", NULL, 1, NULL, &tree, NULL),
			 -EINVAL);
	assert_int_equal(lw_format_read((enum lw_format)77, "c", "", 0, NULL, &tree, NULL),
			 -EINVAL);
	assert_int_equal(
		lw_format_read(LW_FORMAT_SCST_CONF, "c", "", LW_FORMAT_MAX + 1, NULL, &tree, NULL),
		-E2BIG);
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "c", "", 0, NULL, NULL, NULL),
			 -EINVAL);
	assert_null(tree);
	assert_int_equal(lw_format_find(NULL), LW_FORMAT_UNKNOWN);
	assert_int_equal(lw_format_guess(NULL, 7), LW_FORMAT_SCST_CONF);

	assert_int_equal(lw_format_read(LW_FORMAT_UNKNOWN, "c", NULL, 0, NULL, &tree, NULL), 0);
	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, NULL, 0, &text, &err), -EINVAL);
	assert_int_equal(lw_format_write(LW_FORMAT_TREE_JSON, NULL, 0, &text, NULL), -EINVAL);
	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, tree, 0, NULL, &err), -EINVAL);
	assert_null(text);
	assert_int_equal(lw_format_write(LW_FORMAT_RECORDED, tree, 0, &text, &err), -ENOTSUP);
	assert_string_equal(err.message, "nothing can be written as recorded");
	lw_tree_free(tree);
}

/* Through the other language and back, nothing is lost either. */
static void json_and_scst_conf_say_the_same(void **state)
{
	(void)state;
	for (unsigned i = 0; examples[i]; i++) {
		size_t len;
		char *text = read_example(examples[i], &len), *json = NULL, *there, *back;
		struct lw_tree *tree = must_read(text, len), *again = NULL;
		struct lw_error err = LW_ERROR_INIT;

		assert_int_equal(
			lw_format_write(LW_FORMAT_TREE_JSON, tree, LW_WRITE_SECRETS, &json, &err),
			0);
		assert_int_equal(lw_format_guess(json, strlen(json)), LW_FORMAT_TREE_JSON);
		assert_int_equal(lw_format_read(LW_FORMAT_UNKNOWN, "j", json, strlen(json), NULL,
						&again, NULL),
				 0);
		there = must_write(tree);
		back = must_write(again);
		assert_string_equal(there, back);
		lw_tree_free(tree);
		lw_tree_free(again);
		free(text);
		free(json);
		free(there);
		free(back);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_numbers_fit),
		cmocka_unit_test(a_text_tells_its_language),
		cmocka_unit_test(a_recorded_tree_is_no_configuration),
		cmocka_unit_test(nonsense_is_refused),
		cmocka_unit_test(json_and_scst_conf_say_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
