/* SPDX-License-Identifier: Apache-2.0 */
/* What is noted of our pauses of all I/O: beside the journal, and by the guardian. */
#include "apply_test.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "apply/system.h"

#define MARK "paused"

static void make(const struct folder *folder, const char *name, const char *text)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int fd;

	lw_str_addf(&path, "%s/%s", folder->top, name);
	fd = open(lw_str_text(&path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

/* Plain files stand in for the kernel's. */
static struct lw_system *begin(const struct folder *folder)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct lw_system *system = NULL;

	make(folder, lw_engine_named("scst", NULL)->witness, "");
	make(folder, "suspend", "0\n");
	options.engine = "scst";
	options.root = folder->top;
	options.state = folder->top;
	assert_int_equal(lw_system_open(&options, &system, NULL), 0);
	assert_int_equal(lw_system_lock(system, 0, NULL), 0);
	return system;
}

static void see_mark(const struct folder *folder, const char *want)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int r = lw_state_read(&folder->state, MARK, &text, NULL);

	assert_int_equal(r, want ? 0 : -ENOENT);
	if (want)
		assert_string_equal(lw_str_text(&text), want);
}

static void pauses_are_counted(void **state)
{
	const struct folder *folder = *state;
	struct lw_system *system = begin(folder);

	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	see_mark(folder, "2\n");
	assert_int_equal(lw_pause_hold(system, -1, NULL), 0);
	see_mark(folder, "1\n");
	assert_int_equal(lw_pause_hold(system, -1, NULL), 0);
	see_mark(folder, NULL);
	lw_system_close(system);
}

static void without_a_guardian_there_is_no_pause(void **state)
{
	const struct folder *folder = *state;
	struct lw_system *system = begin(folder);

	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	assert_int_equal(kill(system->guardian.pid, SIGKILL), 0);
	assert_int_equal(waitpid(system->guardian.pid, NULL, 0), system->guardian.pid);
	assert_int_equal(lw_pause_hold(system, 1, NULL), -EPIPE);
	assert_int_equal(system->paused, 1);
	see_mark(folder, "1\n");
	lw_system_close(system);
}

static void a_mark_that_cannot_be_made_or_taken_away_is_told(void **state)
{
	const struct folder *folder = *state;
	struct lw_system *system = begin(folder);
	struct lw_error error = LW_ERROR_INIT, gone = LW_ERROR_INIT;

	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	assert_int_equal(unlinkat(folder->state.dir, MARK, 0), 0);
	assert_int_equal(mkdirat(folder->state.dir, MARK, 0700), 0);
	assert_int_equal(lw_pause_hold(system, 1, &error), -EISDIR);
	assert_non_null(strstr(error.message, "/" MARK));
	assert_int_equal(system->paused, 1);
	assert_int_equal(lw_pause_hold(system, -1, &gone), -EISDIR);
	assert_non_null(strstr(gone.message, "/" MARK));
	assert_int_equal(system->paused, 0);
	lw_system_close(system);
}

/* Who reads it meanwhile sees the old number or the new one. */
static void a_mark_is_never_half_written(void **state)
{
	const struct folder *folder = *state;
	struct lw_system *system = begin(folder);
	char text[8] = "";
	int fd;

	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	fd = openat(folder->state.dir, MARK, O_RDONLY | O_CLOEXEC);
	assert_int_equal(lw_pause_hold(system, 1, NULL), 0);
	assert_int_equal(read(fd, text, sizeof(text) - 1), 2);
	assert_string_equal(text, "1\n");
	close(fd);
	lw_system_close(system);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(pauses_are_counted),
		FOLDER_TEST(without_a_guardian_there_is_no_pause),
		FOLDER_TEST(a_mark_that_cannot_be_made_or_taken_away_is_told),
		FOLDER_TEST(a_mark_is_never_half_written),
	};

	return cmocka_run_group_tests_name("apply-pause", tests, NULL, NULL);
}
