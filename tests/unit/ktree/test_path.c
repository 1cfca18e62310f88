/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include "alloc_fault.h"

static bool path_ok(const char *path)
{
	return lw_kt_path_ok(path, strlen(path));
}

static void plain_paths_are_legal(void **state)
{
	(void)state;
	assert_true(path_ok(""));
	assert_true(path_ok("a"));
	assert_true(path_ok(
		"targets/iscsi/iqn.2026-01.example:t1/ini_groups/g/initiators/!iqn.*#10.0.0.1"));
	assert_true(path_ok(".hidden/..b/..."));
	assert_true(path_ok("bytes \xff\x01 and blanks"));
}

static void paths_that_could_leave_the_root_are_refused(void **state)
{
	static const char *const bad[] = {
		"/",	"/etc/passwd", "a/",	 "a//b", ".",	  "..", "./a",
		"../a", "a/..",	       "a/../b", "a/.",	 "a/./b", "//", "a/b/..",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (path_ok(bad[i]))
			fail_msg("accepted: %s", bad[i]);
	}
	assert_false(lw_kt_path_ok("a\0b", 3));
	assert_false(lw_kt_path_ok("a\0", 2));
}

static void lengths_are_bounded(void **state)
{
	char name[LW_KT_NAME_MAX + 2], *path = calloc(1, LW_KT_PATH_MAX + 2);
	struct lw_str deep = LW_STR_INIT;

	(void)state;
	memset(name, 'n', sizeof(name));
	assert_true(lw_kt_name_ok(name, LW_KT_NAME_MAX));
	assert_false(lw_kt_name_ok(name, LW_KT_NAME_MAX + 1));
	assert_false(lw_kt_name_ok(name, 0));

	for (size_t i = 0; i <= LW_KT_PATH_MAX; i++)
		path[i] = i % 200 == 199 ? '/' : 'p';
	assert_true(lw_kt_path_ok(path, LW_KT_PATH_MAX));
	assert_false(lw_kt_path_ok(path, LW_KT_PATH_MAX + 1));

	for (unsigned i = 0; i < LW_KT_DEPTH_MAX; i++)
		assert_int_equal(lw_kt_join(&deep, "d", 1), 0);
	assert_true(path_ok(lw_str_text(&deep)));
	assert_int_equal(lw_kt_join(&deep, "d", 1), 0);
	assert_false(path_ok(lw_str_text(&deep)));
	lw_str_done(&deep);
	free(path);
}

static void join_takes_names_only(void **state)
{
	struct lw_str path = LW_STR_INIT;

	(void)state;
	assert_int_equal(lw_kt_join(&path, "devices", 7), 0);
	assert_string_equal(lw_str_text(&path), "devices");
	assert_int_equal(lw_kt_join(&path, "disk1 and more", 5), 0);
	assert_string_equal(lw_str_text(&path), "devices/disk1");
	assert_int_equal(lw_kt_join(&path, "..", 2), -EINVAL);
	assert_int_equal(lw_kt_join(&path, "a/b", 3), -EINVAL);
	assert_int_equal(lw_kt_join(&path, "", 0), -EINVAL);
	assert_int_equal(lw_kt_join(&path, "a\0b", 3), -EINVAL);
	assert_string_equal(lw_str_text(&path), "devices/disk1");

	lw_kt_cut(&path, 7);
	assert_string_equal(lw_str_text(&path), "devices");
	lw_kt_cut(&path, 99);
	assert_string_equal(lw_str_text(&path), "devices");
	lw_kt_cut(&path, 0);
	assert_string_equal(lw_str_text(&path), "");
	lw_str_done(&path);
}

static void join_tells_when_memory_is_short(void **state)
{
	struct lw_str path = LW_STR_INIT;

	(void)state;
	alloc_fault_arm(1);
	assert_int_equal(lw_kt_join(&path, "devices", 7), -ENOMEM);
	alloc_fault_disarm();
	lw_str_done(&path);
}

static void a_list_finds_its_names(void **state)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;

	(void)state;
	assert_null(lw_kt_list_find(&list, "a"));
	assert_int_equal(lw_kt_list_add(&list, "a", 1, LW_KT_FILE, 7), 0);
	assert_int_equal(lw_kt_list_add(&list, "bcd", 2, LW_KT_DIR, 0), 0);
	assert_int_equal(lw_kt_list_find(&list, "a")->ino, 7);
	assert_int_equal(lw_kt_list_find(&list, "bc")->type, LW_KT_DIR);
	assert_null(lw_kt_list_find(&list, "bcd"));
	lw_kt_list_done(&list);
	lw_kt_list_done(&list);
	assert_int_equal(list.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_paths_are_legal),
		cmocka_unit_test(paths_that_could_leave_the_root_are_refused),
		cmocka_unit_test(lengths_are_bounded),
		cmocka_unit_test(join_takes_names_only),
		cmocka_unit_test(join_tells_when_memory_is_short),
		cmocka_unit_test(a_list_finds_its_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
