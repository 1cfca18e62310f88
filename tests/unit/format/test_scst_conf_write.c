/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical form: order, layout, quoting, secrets, and what cannot be written. */
#include "format_test.h"

#include "format/scst_conf_internal.h"
#include "model/tree/tree.h"
#include "schema/schema.h"

#define IN_T(content) "TARGET_DRIVER iscsi {\n\tTARGET t {\n" content "\t}\n}\n"

static unsigned kind_of(const char *name)
{
	int kind = lw_schema_kind_find(&lw_schema_scst, name);

	if (kind < 0)
		fail_msg("no kind %s", name);
	return (unsigned)kind;
}

static lw_node add(struct lw_tree *tree, lw_node parent, const char *kind, const char *name)
{
	lw_node node = lw_tree_add(tree, parent, kind_of(kind), name, strlen(name));

	if (!node)
		fail_msg("%s %s was not added", kind, name);
	return node;
}

static void set(struct lw_tree *tree, lw_node node, const char *attr, const char *value)
{
	lw_tree_set(tree, node, attr, value, strlen(value), LW_NO_OFFSET);
}

static void expect_refused(struct lw_tree *tree, const char *object, const char *message)
{
	struct lw_error err = LW_ERROR_INIT;
	char *text = NULL;

	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, tree, 0, &text, &err), -EINVAL);
	assert_string_equal(err.message, message);
	assert_string_equal(err.object, object);
	assert_null(text);
	lw_tree_free(tree);
}

/* ---- order and layout */

static void the_order_is_that_of_reading(void **state)
{
	(void)state;
	EXPECT_WRITTEN(
		"DEVICE_GROUP g {\n}\nTARGET_DRIVER b {\n}\nTARGET_DRIVER a {\n}\nHANDLER z {\n}\n"
		"HANDLER vdisk_fileio {\n}\nHANDLER dev_disk {\n}\nALUA {\n\tx 1\n}\nthreads 2\na "
		"1\n",
		"a 1\nthreads 2\n\nALUA {\n\tx 1\n}\n\nHANDLER dev_disk {\n}\n\n"
		"HANDLER vdisk_fileio {\n}\n\nHANDLER z {\n}\n\nTARGET_DRIVER a {\n}\n\n"
		"TARGET_DRIVER b {\n}\n\nDEVICE_GROUP g\n");
}

static void luns_go_by_number_groups_as_they_came_the_rest_by_name(void **state)
{
	(void)state;
	EXPECT_WRITTEN(
		IN_T("GROUP zz {\nINITIATOR b\nINITIATOR a\nLUN 0 d\n}\nGROUP aa\nLUN 100 d\nLUN "
		     "20 c\nLUN 3 e\n"
		     "HW_TARGET\nb 1\na 2\n"),
		IN_T("\t\tHW_TARGET\n\t\ta 2\n\t\tb 1\n\t\tLUN 3 e\n\t\tLUN 20 c\n\t\tLUN 100 d\n"
		     "\t\tGROUP zz {\n\t\t\tLUN 0 d\n\t\t\tINITIATOR a\n\t\t\tINITIATOR "
		     "b\n\t\t}\n\t\tGROUP aa\n"));
}

static void instances_go_by_value(void **state)
{
	(void)state;
	EXPECT_WRITTEN(
		IN_T("allowed_portal b\nallowed_portal a\nallowed_portal c\nallowed_portal a\n"),
		IN_T("\t\tallowed_portal a\n\t\tallowed_portal b\n\t\tallowed_portal c\n"));
}

static void an_empty_block_is_written_only_where_it_says_something(void **state)
{
	(void)state;
	EXPECT_WRITTEN("HANDLER h {\n\tDEVICE a {\n\t}\n}\nTARGET_DRIVER d {\n\tTARGET t "
		       "{\n\t\tLUN 0 a {\n\t\t}\n"
		       "\t\tGROUP g {\n\t\t}\n\t}\n\tTARGET u {\n\t}\n}\nHANDLER i\n",
		       "HANDLER h {\n\tDEVICE a\n}\n\nHANDLER i {\n}\n\nTARGET_DRIVER d "
		       "{\n\tTARGET t {\n\t\tLUN 0 a\n"
		       "\t\tGROUP g\n\t}\n\tTARGET u\n}\n");
	EXPECT_WRITTEN("", "");
	EXPECT_WRITTEN("# nothing\n", "");
}

/* ---- quoting */

static void words_are_quoted_and_escaped_where_the_reader_needs_it(void **state)
{
	static const struct {
		const char *bytes, *want;
	} rows[] = {
		{ "plain", "plain" },
		{ "", "\"\"" },
		{ "a b", "\"a b\"" },
		{ " a", "\" a\"" },
		{ "a\tb", "\"a\tb\"" },
		{ "a\rb", "\"a\rb\"" },
		{ "a;b", "\"a;b\"" },
		{ "a\001b", "\"a\001b\"" },
		{ "a\177", "\"a\177\"" },
		{ "=a", "\"=a\"" },
		{ "a=b", "a=b" },
		{ "a#b", "a\\#b" },
		{ "#", "\\#" },
		{ "a # b", "\"a \\# b\"" },
		{ "a\\b", "a\\\\b" },
		{ "\\", "\\\\" },
		{ "{a}", "\\{a\\}" },
		{ "a\"b", "a\\\"b" },
		{ "\"a b\"", "\"\\\"a b\\\"\"" },
		{ "iqn.x:*?!", "iqn.x:*?!" },
		{ "\xc3\xa4\xff", "\xc3\xa4\xff" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LW_AUTO_STR struct lw_str out = LW_STR_INIT;

		assert_int_equal(lw_conf_quote(rows[i].bytes, strlen(rows[i].bytes), false, &out),
				 0);
		assert_string_equal(lw_str_text(&out), rows[i].want);
	}
}

static void what_no_quoting_expresses_is_refused(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	(void)state;
	assert_int_equal(lw_conf_quote("a\nb", 3, false, &out), -EINVAL);
	assert_int_equal(lw_conf_quote("a\0b", 3, false, &out), -EINVAL);
	assert_int_equal(out.len, 0);
}

static void names_that_would_be_misread_are_quoted(void **state)
{
	static const char text[] =
		"\"HW_TARGET\" 1\n\"[GROUP\" 2\n\"a=b\" 3\n\"target\" 4\nIncomingUser1 5\n"
		"\"x y\" 6\n";
	static const char in_target[] =
		IN_T("\t\t\"IncomingUser1\" x\n\t\t\"allowed_portal77\" x\n\t\tfoo1 x\n");

	(void)state;
	EXPECT_WRITTEN("\xef\xbb\xbf\xef\xbb\xbf 1\n", "\"\xef\xbb\xbf\" 1\n");
	EXPECT_CLEAN(text);
	EXPECT_CLEAN(in_target);
	EXPECT_WRITTEN(text, "\"HW_TARGET\" 1\nIncomingUser1 5\n\"[GROUP\" 2\n\"a=b\" "
			     "3\n\"target\" 4\n\"x y\" 6\n");
	EXPECT_WRITTEN(in_target, in_target);
}

/* ---- secrets */

static void secrets_are_masked_unless_asked_for(void **state)
{
	static const char text[] = IN_T(
		"\t\tIncomingUser \"joe secret-of-joe\"\n\t\tIncomingUser \"secret-of-nobody\"\n"
		"\t\tIncomingUser \"jim=secret-of-jim\"\n\t\tOutgoingUser \"me my secret\"\n");
	struct lw_tree *tree = must_read(text, strlen(text));
	struct lw_error err = LW_ERROR_INIT;
	char *masked = NULL;

	(void)state;
	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, tree, 0, &masked, &err), 0);
	assert_string_equal(masked, IN_T("\t\tIncomingUser ***\n\t\tIncomingUser \"joe ***\"\n"
					 "\t\tIncomingUser ***\n\t\tOutgoingUser ***\n"));
	free(masked);
	lw_tree_free(tree);
}

/* A secret alone may end in '=', which is no end of a user's name. */
static void a_secret_alone_is_masked_whole(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node driver = add(tree, lw_tree_root(tree), "iscsi_driver", "iscsi");
	struct lw_error err = LW_ERROR_INIT;
	char *text = NULL;

	(void)state;
	set(tree, driver, "IncomingUser", "c2VjcmV0cGFzcw==");
	set(tree, driver, "incominguser", "joe c2VjcmV0cGFzcw==");
	set(tree, driver, "IncomingUser joe c2VjcmV0cGFzcw==", "");
	assert_int_equal(lw_format_write(LW_FORMAT_SCST_CONF, tree, 0, &text, &err), 0);
	assert_string_equal(text, "TARGET_DRIVER iscsi {\n\tIncomingUser ***\n"
				  "\tIncomingUser... ***\n\tincominguser ***\n}\n");
	free(text);
	lw_tree_free(tree);
}

/* ---- states */

static void only_what_is_set_is_written(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node root = lw_tree_root(tree);
	char *text;

	(void)state;
	lw_tree_set_state(tree, root, "threads", LW_DEFAULT);
	lw_tree_set_state(tree, root, "poll_us", LW_ABSENT);
	lw_tree_set_state(tree, root, "trace_level", LW_UNREADABLE);
	set(tree, root, "setup_id", "0x5");
	text = must_write(tree);
	assert_string_equal(text, "setup_id 0x5\n");
	free(text);
	lw_tree_free(tree);
}

static void facts_that_were_observed_are_no_configuration(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node root = lw_tree_root(tree), driver, target;
	char *text;

	(void)state;
	driver = add(tree, root, "qla_driver", "qla2x00t");
	target = add(tree, driver, "qla_target", "21:00:00:24:ff:00:00:01");
	add(tree, target, "session", "21:00:00:24:ff:00:00:02");
	set(tree, root, "suspend", "0");
	set(tree, root, "setup_id", "0x5");
	set(tree, target, "hw_target", "1");

	text = must_write(tree);
	assert_string_equal(text, "setup_id 0x5\nsuspend 0\n\nTARGET_DRIVER qla2x00t {\n"
				  "\tTARGET 21:00:00:24:ff:00:00:01 {\n\t\tHW_TARGET\n\t}\n}\n");
	free(text);

	for (lw_node n = root; n; n = lw_tree_walk(tree, root, n))
		node_at(tree, n)->origin = LW_FROM_OBSERVED;
	text = must_write(tree);
	assert_string_equal(text, "setup_id 0x5\n\nTARGET_DRIVER qla2x00t {\n"
				  "\tTARGET 21:00:00:24:ff:00:00:01 {\n\t\tHW_TARGET\n\t}\n}\n");
	free(text);
	lw_tree_free(tree);
}

static void hardware_is_said_by_a_bare_word_only_where_that_may_stand(void **state)
{
	static const char text[] =
		"hw_target 1\n\n"
		"TARGET_DRIVER x {\n\tTARGET t {\n\t\thw_target 0\n\t\ta 1\n\t}\n"
		"\tTARGET u {\n\t\tHW_TARGET\n\t\ta 1\n\t}\n}\n";

	(void)state;
	EXPECT_CLEAN(text);
	EXPECT_WRITTEN(text, text);
}

/* ---- what cannot be written */

static void a_newline_in_a_value_is_refused(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node handler = add(tree, lw_tree_root(tree), "fileio_handler", "vdisk_fileio");

	(void)state;
	set(tree, add(tree, handler, "fileio_device", "a"), "prod_id", "x\ny");
	expect_refused(tree, "handlers/vdisk_fileio/a",
		       "scst.conf cannot hold handlers/vdisk_fileio/a, attribute prod_id: a "
		       "newline, or more than "
		       "65536 bytes, cannot be written");
}

static void a_newline_in_a_name_is_refused(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node handler = add(tree, lw_tree_root(tree), "fileio_handler", "vdisk_fileio");

	(void)state;
	add(tree, handler, "fileio_device", "a\nb");
	expect_refused(tree, "handlers/vdisk_fileio/a\\x0ab",
		       "scst.conf cannot hold handlers/vdisk_fileio/a\\x0ab: a newline, or more "
		       "than 65536 bytes, "
		       "cannot be written");
}

static void a_lun_needs_a_number_and_a_device(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node driver = add(tree, lw_tree_root(tree), "iscsi_driver", "iscsi");

	(void)state;
	add(tree, add(tree, driver, "iscsi_target", "t"), "lun", "0");
	expect_refused(tree, "targets/iscsi/t/luns/0",
		       "scst.conf cannot hold targets/iscsi/t/luns/0: it refers to nothing");

	tree = lw_tree_new(&lw_schema_scst);
	driver = add(tree, lw_tree_root(tree), "iscsi_driver", "iscsi");
	add(tree, add(tree, driver, "iscsi_target", "t"), "lun", "one");
	expect_refused(tree, "targets/iscsi/t/luns/one",
		       "scst.conf cannot hold targets/iscsi/t/luns/one: its name is not a number");
}

static void two_values_of_a_plain_attribute_are_refused(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	lw_node root = lw_tree_root(tree);

	(void)state;
	lw_tree_add_value(tree, root, "threads", "1", 1, LW_NO_OFFSET);
	lw_tree_add_value(tree, root, "threads", "2", 1, LW_NO_OFFSET);
	expect_refused(
		tree, "/",
		"scst.conf cannot hold /, attribute threads: two values where only one can be");
}

static void a_name_that_means_another_kind_is_refused(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);

	(void)state;
	add(tree, lw_tree_root(tree), "other_handler", "vdisk_fileio");
	expect_refused(tree, "handlers/vdisk_fileio",
		       "scst.conf cannot hold handlers/vdisk_fileio: under this name it would be "
		       "read as another "
		       "kind of object");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_order_is_that_of_reading),
		cmocka_unit_test(luns_go_by_number_groups_as_they_came_the_rest_by_name),
		cmocka_unit_test(instances_go_by_value),
		cmocka_unit_test(an_empty_block_is_written_only_where_it_says_something),
		cmocka_unit_test(words_are_quoted_and_escaped_where_the_reader_needs_it),
		cmocka_unit_test(what_no_quoting_expresses_is_refused),
		cmocka_unit_test(names_that_would_be_misread_are_quoted),
		cmocka_unit_test(secrets_are_masked_unless_asked_for),
		cmocka_unit_test(a_secret_alone_is_masked_whole),
		cmocka_unit_test(only_what_is_set_is_written),
		cmocka_unit_test(facts_that_were_observed_are_no_configuration),
		cmocka_unit_test(hardware_is_said_by_a_bare_word_only_where_that_may_stand),
		cmocka_unit_test(a_newline_in_a_value_is_refused),
		cmocka_unit_test(a_newline_in_a_name_is_refused),
		cmocka_unit_test(a_lun_needs_a_number_and_a_device),
		cmocka_unit_test(two_values_of_a_plain_attribute_are_refused),
		cmocka_unit_test(a_name_that_means_another_kind_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
