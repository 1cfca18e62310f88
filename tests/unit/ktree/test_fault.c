/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include "alloc_fault.h"

static const char text[] = "0644\tf\ta\tv\n0644\tf\td/b\tw\n0777\tl\tl\td\n";

struct fixture {
	struct lw_ktree *inner, *kt;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	assert_int_equal(lw_kt_replay_open("t", text, strlen(text), "", &f->inner, NULL), 0);
	assert_int_equal(lw_kt_fault_open(f->inner, &f->kt, NULL), 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	lw_kt_close(f->inner);
	free(f);
	return 0;
}

static void unarmed_it_passes_everything_on(void **state)
{
	struct fixture *f = *state;
	LW_AUTO_STR struct lw_str want = LW_STR_INIT, got = LW_STR_INIT;

	walk(f->inner, "", &want);
	walk(f->kt, "", &got);
	assert_string_equal(lw_str_text(&got), lw_str_text(&want));
	assert_int_equal(lw_kt_write(f->kt, "a", "1", 1, NULL), -EROFS);
	assert_false(lw_kt_fault_fired(f->kt));
	assert_string_equal(lw_kt_fault_path(f->kt), "");
	assert_true(lw_kt_fault_count(f->kt) > 10);
}

/* One access of each sort, in a fixed order. Returns the first failure. */
static int five_accesses(struct lw_ktree *kt, struct lw_error *error)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	struct lw_kt_stat st;
	int r;

	r = lw_kt_list(kt, "d", &list, error);
	if (r >= 0)
		r = lw_kt_read(kt, "a", &value, error);
	if (r >= 0)
		r = lw_kt_readlink(kt, "l", &value, error);
	if (r >= 0)
		r = lw_kt_stat(kt, "d/b", &st, error);
	if (r >= 0)
		r = lw_kt_write(kt, "a", "1", 1, error);
	return r;
}

static void each_access_fails_once_and_names_its_path(void **state)
{
	static const char *const paths[] = { "d", "a", "l", "d/b", "a" };
	struct fixture *f = *state;

	for (unsigned long n = 0; n < 5; n++) {
		struct lw_error error = LW_ERROR_INIT;

		lw_kt_fault_arm(f->kt, n, -EBUSY);
		assert_int_equal(five_accesses(f->kt, &error), -EBUSY);
		assert_true(lw_kt_fault_fired(f->kt));
		assert_int_equal(lw_kt_fault_count(f->kt), n + 1);
		assert_string_equal(lw_kt_fault_path(f->kt), paths[n]);
		assert_string_equal(error.object, paths[n]);
		assert_int_equal(error.code, LW_CODE_BUSY);
		assert_int_equal(five_accesses(f->kt, &error), -EROFS);
	}
	lw_kt_fault_arm(f->kt, 5, -EBUSY);
	assert_int_equal(five_accesses(f->kt, NULL), -EROFS);
	assert_false(lw_kt_fault_fired(f->kt));
}

static void refused_paths_do_not_count(void **state)
{
	struct fixture *f = *state;

	lw_kt_fault_arm(f->kt, 0, -EBUSY);
	EXPECT_READ(f->kt, "../a", "<EINVAL>");
	assert_int_equal(lw_kt_fault_count(f->kt), 0);
	EXPECT_READ(f->kt, "a", "<EBUSY>");
}

static void a_failed_write_is_not_passed_on(void **state)
{
	struct lw_ktree *real, *kt = NULL;
	char *root = tree_make();

	(void)state;
	real = tree_open(root);
	assert_int_equal(lw_kt_fault_open(real, &kt, NULL), 0);
	lw_kt_fault_arm(kt, 0, -EIO);
	assert_int_equal(lw_kt_write(kt, "empty", "1", 1, NULL), -EIO);
	EXPECT_READ(kt, "empty", "");
	assert_int_equal(lw_kt_write(kt, "empty", "1", 1, NULL), 0);
	EXPECT_READ(kt, "empty", "1");
	lw_kt_close(kt);
	lw_kt_close(real);
	tree_remove(root);
}

static void opening_may_run_out_of_memory(void **state)
{
	struct fixture *f = *state;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_ktree *kt = NULL;

	alloc_fault_arm(1);
	assert_int_equal(lw_kt_fault_open(f->inner, &kt, &error), -ENOMEM);
	alloc_fault_disarm();
	assert_null(kt);
	assert_int_equal(error.code, LW_CODE_MEMORY);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(unarmed_it_passes_everything_on),
		CASE(each_access_fails_once_and_names_its_path),
		CASE(refused_paths_do_not_count),
		CASE(a_failed_write_is_not_passed_on),
		CASE(opening_may_run_out_of_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
