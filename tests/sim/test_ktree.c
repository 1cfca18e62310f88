/* SPDX-License-Identifier: Apache-2.0 */
/* The simulator as a view of ktree answers as the other views do. */
#include <string.h>

#include "ktree_sim.h"
#include "sim_test.h"

struct both {
	struct sim *sim;
	struct lw_ktree *kt;
};

static int start(void **state)
{
	static struct both both;
	void *sim;

	sim_start(&sim);
	both.sim = sim;
	assert_int_equal(lw_kt_sim_open(both.sim, &both.kt), 0);
	*state = &both;
	return 0;
}

static int stop(void **state)
{
	struct both *both = *state;

	lw_kt_close(both->kt);
	sim_free(both->sim);
	return 0;
}

static int put_kt(struct lw_ktree *kt, const char *path, const char *data)
{
	return lw_kt_write(kt, path, data, strlen(data), NULL);
}

static void test_read_and_write(void **state)
{
	const struct both *both = *state;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;

	assert_int_equal(put_kt(both->kt, "handlers/vdisk_nullio/mgmt", "add_device n"), 0);
	assert_int_equal(lw_kt_read(both->kt, "devices/n/size_mb", &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "2621440\n");
	assert_int_equal(lw_kt_readlink(both->kt, "devices/n/handler", &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "../../handlers/vdisk_nullio");
	assert_int_equal(lw_kt_write(both->kt, "devices/n/size", "1000", 4, &error), -EINVAL);
	assert_non_null(strstr(error.message, "devices/n/size"));
}

static void test_list_and_stat(void **state)
{
	const struct both *both = *state;
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	const struct lw_kt_entry *entry;
	struct lw_kt_stat stat;

	assert_int_equal(put_kt(both->kt, "handlers/vdisk_nullio/mgmt", "add_device b"), 0);
	assert_int_equal(put_kt(both->kt, "handlers/vdisk_nullio/mgmt", "add_device a"), 0);
	assert_int_equal(lw_kt_list(both->kt, "devices", &list, NULL), 0);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.entries[0].name, "a");
	assert_true(list.entries[0].ino > list.entries[1].ino);
	assert_int_equal(lw_kt_list(both->kt, "devices/a", &list, NULL), 0);
	entry = lw_kt_list_find(&list, "usn");
	assert_true(entry && entry->type == LW_KT_FILE);
	assert_int_equal(lw_kt_stat(both->kt, "devices/a/usn", &stat, NULL), 0);
	assert_int_equal(stat.mode, 0644);
	assert_int_equal(stat.ino, entry->ino);
	assert_int_equal(lw_kt_stat(both->kt, "", &stat, NULL), 0);
	assert_int_equal(stat.type, LW_KT_DIR);
}

/* The same answers as from the kernel's tree opened without following links. */
static void test_refusals(void **state)
{
	const struct both *both = *state;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct lw_ktree *kt = both->kt;

	assert_int_equal(put_kt(kt, "handlers/vdisk_fileio/mgmt", "add_device f"), -EINVAL);
	assert_int_equal(put_kt(kt, "handlers/vdisk_nullio/mgmt", "add_device n"), 0);
	assert_int_equal(lw_kt_read(kt, "nosuch", &text, NULL), -ENOENT);
	assert_int_equal(lw_kt_read(kt, "devices", &text, NULL), -EISDIR);
	assert_int_equal(lw_kt_read(kt, "devices/n/handler", &text, NULL), -ELOOP);
	assert_int_equal(lw_kt_read(kt, "devices/n/handler/type", &text, NULL), -ELOOP);
	assert_int_equal(lw_kt_read(kt, "devices/n/usn/x", &text, NULL), -ENOENT);
	assert_int_equal(lw_kt_read(kt, "devices/n/dump_prs", &text, NULL), -EACCES);
	assert_int_equal(put_kt(kt, "version", "1"), -EACCES);
	assert_int_equal(put_kt(kt, "devices/n", "1"), -EISDIR);
	assert_int_equal(lw_kt_readlink(kt, "version", &text, NULL), -EINVAL);
	assert_int_equal(lw_kt_list(kt, "version", &list, NULL), -ENOTDIR);
}

static void test_eagain(void **state)
{
	const struct both *both = *state;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	control(both->sim, "eagain all 1");
	assert_int_equal(put_kt(both->kt, "handlers/vdisk_nullio/mgmt", "add_device n"), -EAGAIN);
	assert_int_equal(lw_kt_read(both->kt, "last_sysfs_mgmt_res", &text, NULL), -EAGAIN);
	assert_int_equal(lw_kt_read(both->kt, "last_sysfs_mgmt_res", &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "0\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_read_and_write),
		TEST(test_list_and_stat),
		TEST(test_refusals),
		TEST(test_eagain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
