/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include "alloc_fault.h"

struct fixture {
	char *root;
	struct lw_ktree *real, *kt;
	struct lw_str told;
};

static void take(void *arg, const struct lw_kt_access *access)
{
	struct fixture *f = arg;

	lw_str_addf(&f->told, "%s %s", access->what, access->path);
	if (access->text)
		lw_str_addf(&f->told, " \"%.*s\"", (int)access->len, access->text);
	lw_str_addf(&f->told, " %u %s\n", access->names,
		    access->result ? strerrorname_np(-access->result) : "ok");
	assert_true(access->us < 60000000);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	const struct lw_kt_sink sink = { take, f };

	f->root = tree_make();
	f->real = tree_open(f->root);
	assert_int_equal(lw_kt_log_open(tree_open(f->root), &sink, &f->kt, NULL), 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	lw_kt_close(f->real);
	tree_remove(f->root);
	lw_str_done(&f->told);
	free(f);
	return 0;
}

static void what_is_told_of_answers_as_before(void **state)
{
	LW_AUTO_STR struct lw_str want = LW_STR_INIT, got = LW_STR_INIT;
	struct fixture *f = *state;

	walk(f->real, "", &want);
	walk(f->kt, "", &got);
	assert_string_equal(lw_str_text(&got), lw_str_text(&want));
}

static void each_access_is_told_once(void **state)
{
	struct fixture *f = *state;

	tree_dir(f->root, "d");
	tree_file(f->root, "d/f", "value", 0644);
	tree_link(f->root, "d/l", "../d");
	EXPECT_LIST(f->kt, "d", "f:f l:l");
	EXPECT_READ(f->kt, "d/f", "value");
	EXPECT_READ(f->kt, "d/none", "<ENOENT>");
	EXPECT_LINK(f->kt, "d/l", "../d");
	EXPECT_STAT(f->kt, "d/f", "0644 f");
	assert_int_equal(lw_kt_write(f->kt, "d/f", "new", 3, NULL), 0);
	assert_int_equal(lw_kt_write(f->kt, "d", "new", 3, NULL), -EISDIR);
	assert_string_equal(lw_str_text(&f->told), "list d 2 ok\n"
						   "read d/f \"value\" 0 ok\n"
						   "read d/none 0 ENOENT\n"
						   "readlink d/l \"../d\" 0 ok\n"
						   "stat d/f 0 ok\n"
						   "write d/f \"new\" 0 ok\n"
						   "write d \"new\" 0 EISDIR\n");
}

/* Where it fails, the view within is still the caller's. */
static void memory_may_be_short(void **state)
{
	struct fixture *f = *state;
	const struct lw_kt_sink sink = { take, f };
	struct lw_ktree *kt = NULL;

	alloc_fault_arm(1);
	assert_int_equal(lw_kt_log_open(f->real, &sink, &kt, NULL), -ENOMEM);
	alloc_fault_disarm();
	assert_null(kt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_told_of_answers_as_before, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(each_access_is_told_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(memory_may_be_short, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
