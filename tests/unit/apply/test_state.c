/* SPDX-License-Identifier: Apache-2.0 */
/* The folder in which lunward remembers: what must be on the disk is. */
#include "apply_test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ino_t synced[16];
static unsigned nsynced;

/* In place of the system's own. */
int fsync(int fd)
{
	struct stat st;

	assert_int_equal(fstat(fd, &st), 0);
	assert_true(nsynced < 16);
	synced[nsynced++] = st.st_ino;
	return 0;
}

static bool was_synced(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	for (unsigned i = 0; i < nsynced; i++)
		if (synced[i] == st.st_ino)
			return true;
	return false;
}

static void open_below(const char *state)
{
	struct lw_state opened;

	nsynced = 0;
	assert_int_equal(lw_state_open(state, "scst", &opened, NULL), 0);
	lw_state_close(&opened);
}

static void a_new_folder_is_on_the_disk_with_its_name(void **state)
{
	const struct folder *folder = *state;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s/a//b", folder->top);
	open_below(lw_str_text(&path));
	assert_true(was_synced(folder->top));	     /* for a */
	assert_true(was_synced(lw_str_text(&path))); /* for scst */
	lw_str_add(&path, "/scst");
	assert_true(was_synced(lw_str_text(&path))); /* for history */
	lw_str_clear(&path);
	lw_str_addf(&path, "%s/a", folder->top);
	assert_true(was_synced(lw_str_text(&path))); /* for b */
}

static void a_folder_that_was_there_needs_nothing(void **state)
{
	const struct folder *folder = *state;

	open_below(folder->top);
	assert_int_equal(nsynced, 0);
}

static void a_relative_one_is_made_here(void **state)
{
	const struct folder *folder = *state;

	assert_int_equal(chdir(folder->top), 0);
	open_below("here");
	assert_true(was_synced("."));
	assert_true(was_synced("here"));
	assert_int_equal(chdir("/"), 0);
}

/* Entries decide what rollback does: who can write there is asked of that folder, too. */
static void a_history_of_others_is_not_trusted(void **state)
{
	const struct folder *folder = *state;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_state opened;

	lw_str_addf(&path, "%s/scst/history", folder->top);
	assert_int_equal(chmod(lw_str_text(&path), 0777), 0);
	assert_int_equal(lw_state_open(folder->top, "scst", &opened, &error), -EPERM);
	assert_non_null(strstr(error.message, "/history can be written by others"));
	assert_int_equal(lw_state_look(folder->top, "scst", &opened, NULL), -EPERM);
	assert_int_equal(rmdir(lw_str_text(&path)), 0);
	assert_int_equal(symlink("/", lw_str_text(&path)), 0);
	assert_int_equal(lw_state_look(folder->top, "scst", &opened, &error), -EPERM);
	assert_non_null(strstr(error.message, "is no folder"));
	assert_int_equal(unlink(lw_str_text(&path)), 0);
	assert_int_equal(lw_state_look(folder->top, "scst", &opened, NULL), 0);
	lw_state_close(&opened);
}

static void what_is_no_file_is_not_waited_for(void **state)
{
	const struct folder *folder = *state;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT, text = LW_STR_INIT;

	lw_str_addf(&path, "%s/scst/pending", folder->top);
	assert_int_equal(mkfifo(lw_str_text(&path), 0600), 0);
	assert_int_equal(lw_state_read(&folder->state, "pending", &text, NULL), -EINVAL);
	assert_int_equal(lw_state_take(&folder->state, "pending", NULL), 1);
	assert_int_equal(lw_state_take(&folder->state, "pending", NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(a_new_folder_is_on_the_disk_with_its_name),
		FOLDER_TEST(a_folder_that_was_there_needs_nothing),
		FOLDER_TEST(a_history_of_others_is_not_trusted),
		FOLDER_TEST(what_is_no_file_is_not_waited_for),
		FOLDER_TEST(a_relative_one_is_made_here),
	};

	return cmocka_run_group_tests_name("apply-state", tests, NULL, NULL);
}
