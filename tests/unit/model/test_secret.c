/* SPDX-License-Identifier: Apache-2.0 */
/* What is secret, and what of it may be seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "model/tree/secret.h"
#include "test_schema.h"

static const struct lw_attr_spec *row(const char *name)
{
	const struct lw_kind_spec *kind = lw_kind(&test_schema, T_TARGET);
	int at = lw_kind_attr(kind, name, strlen(name));

	assert_true(at >= 0);
	return &kind->attrs[at];
}

static bool unknown_is_secret(const char *name)
{
	return lw_attr_is_secret(&test_schema, NULL, name);
}

static void the_row_decides_then_the_name(void **state)
{
	(void)state;
	assert_true(lw_attr_is_secret(&test_schema, row("user"), "user"));
	assert_false(lw_attr_is_secret(&test_schema, row("portal"), "portal"));
	assert_false(lw_attr_is_secret(NULL, row("portal"), "secret"));

	assert_true(unknown_is_secret("User"));
	assert_true(unknown_is_secret("OUTUSER12"));
	assert_true(unknown_is_secret("my_password_2"));
	assert_true(unknown_is_secret("PassPhrase"));
	assert_true(unknown_is_secret("x_secret"));
	assert_true(unknown_is_secret("ChapKey"));
	assert_true(unknown_is_secret("incominguser"));
	assert_true(unknown_is_secret("OutgoingUser1"));
	assert_true(unknown_is_secret("user joe secret-of-joe"));
	assert_false(unknown_is_secret("use"));
	assert_false(unknown_is_secret("novelty"));
	assert_false(unknown_is_secret(""));
	assert_false(lw_attr_is_secret(NULL, NULL, "user"));
	assert_true(lw_attr_is_secret(NULL, NULL, "passwd"));
}

static void assert_masked(const char *attr, const char *value, const char *want)
{
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;

	lw_secret_mask(attr ? row(attr) : NULL, value, &got);
	assert_string_equal(lw_str_text(&got), want);
}

static void only_a_user_before_one_secret_is_seen(void **state)
{
	(void)state;
	assert_masked("user", "joe secret-of-joe", "joe ***");
	assert_masked("user", "joe \t secret=of=joe", "joe ***");
	assert_masked("user", "c2VjcmV0cGFzcw==", "***");
	assert_masked("user", "secret=of joe", "***");
	assert_masked("user", "joe=secret", "***");
	assert_masked("user", "joe secret of", "***");
	assert_masked("user", "secret ", "***");
	assert_masked("user", " joe secret", "***");
	assert_masked("user", "", "***");
	assert_masked("password", "joe secret-of-joe", "***");
	assert_masked(NULL, "joe secret-of-joe", "***");
}

static void assert_name(const char *name, const char *want)
{
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;

	lw_secret_name(name, &got);
	assert_string_equal(lw_str_text(&got), want);
}

static void of_a_name_with_a_blank_the_first_word_is_seen(void **state)
{
	(void)state;
	assert_name("user", "user");
	assert_name("user joe secret", "user...");
	assert_name("user\tjoe", "user...");
	assert_name("user=joe", "user...");
	assert_name(" secret", "...");
	assert_name("", "");
}

static void every_way_to_build_marks_it(void **state)
{
	struct lw_tree *tree = lw_tree_new(&test_schema);
	struct lw_attr_view view = { .size = sizeof(view) };
	lw_node t = lw_tree_add(tree, 1, T_TARGET, "t", 1);

	(void)state;
	lw_tree_set(tree, t, "Password1", "geheim", 6, LW_NO_OFFSET);
	lw_tree_add_value(tree, t, "USER", "joe geheim", 10, LW_NO_OFFSET);
	lw_tree_set(tree, t, "novelty", "1", 1, LW_NO_OFFSET);
	assert_int_equal(lw_tree_status(tree), 0);
	assert_int_equal(lw_node_attr_count(tree, t), 3);
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(lw_node_attr(tree, t, i, &view), 0);
		assert_false(view.known);
		assert_int_equal(view.secret, i < 2);
	}
	lw_tree_free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_row_decides_then_the_name),
		cmocka_unit_test(only_a_user_before_one_secret_is_seen),
		cmocka_unit_test(of_a_name_with_a_blank_the_first_word_is_seen),
		cmocka_unit_test(every_way_to_build_marks_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
