/* SPDX-License-Identifier: Apache-2.0 */
/* The child that stands by while all I/O is paused. A plain file stands in for the kernel's. */
#include "apply_test.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "apply/guardian.h"
#include "apply/lock.h"

#define MARK "paused"

struct place {
	const struct folder *folder;
	struct lw_str path;
	struct lw_guarded what;
	struct lw_guardian guardian;
	int lock;
};

static struct place begin(void **state, const char *pauses, unsigned before)
{
	struct place p = { .folder = *state, .path = LW_STR_INIT };
	int fd;

	lw_str_addf(&p.path, "%s/suspend", p.folder->top);
	fd = open(lw_str_text(&p.path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, pauses, strlen(pauses)), strlen(pauses));
	close(fd);
	assert_int_equal(lw_lock_take(&p.folder->state, 0, &p.lock, NULL), 0);
	assert_int_equal(lw_state_note(&p.folder->state, MARK, "1\n", NULL), 0);
	p.what = (struct lw_guarded){ .path = lw_str_text(&p.path),
				      .lift = "-1",
				      .before = before,
				      .dir = p.folder->state.dir,
				      .mark = MARK,
				      .lock = p.lock };
	assert_int_equal(lw_guardian_start(&p.guardian, &p.what, NULL), 0);
	assert_int_equal(lw_guardian_tell(&p.guardian, 1, NULL), 0);
	return p;
}

static bool was_lifted(const struct place *p)
{
	char text[8] = "";
	int fd = open(p->what.path, O_RDONLY | O_CLOEXEC);

	assert_true(read(fd, text, sizeof(text) - 1) > 0);
	close(fd);
	return !strncmp(text, "-1", 2);
}

static bool is_marked(const struct place *p)
{
	return faccessat(p->what.dir, MARK, F_OK, 0) == 0;
}

static void end(struct place *p)
{
	lw_str_done(&p->path);
	close(p->lock);
}

static void what_is_ours_is_lifted(void **state)
{
	struct place p = begin(state, "1\n", 0);

	lw_guardian_stop(&p.guardian, false);
	assert_true(was_lifted(&p));
	assert_false(is_marked(&p));
	end(&p);
}

static void what_is_not_ours_stays(void **state)
{
	struct place p = begin(state, "1\n", 1);

	lw_guardian_stop(&p.guardian, false);
	assert_false(was_lifted(&p));
	assert_false(is_marked(&p));
	end(&p);
}

static void what_may_come_yet_stays_marked(void **state)
{
	struct place p = begin(state, "0\n", 0);

	lw_guardian_stop(&p.guardian, true);
	assert_true(is_marked(&p));
	end(&p);
}

/* A pipe that others read, as that of a shell, ends with us; the lock does not. */
static void it_keeps_nothing_open_but_the_lock(void **state)
{
	struct pollfd end_of_file = { .events = POLLIN };
	struct place p;
	int ends[2], lock;

	assert_int_equal(pipe2(ends, 0), 0);
	p = begin(state, "1\n", 0);
	close(ends[1]);
	end_of_file.fd = ends[0];
	assert_int_equal(poll(&end_of_file, 1, 5000), 1);
	assert_true(end_of_file.revents & POLLHUP);
	close(ends[0]);

	end(&p);
	assert_int_equal(lw_lock_take(&p.folder->state, 0, &lock, NULL), -EBUSY);
	lw_guardian_stop(&p.guardian, false);
	assert_int_equal(lw_lock_take(&p.folder->state, 0, &p.lock, NULL), 0);
	close(p.lock);
}

static void one_that_is_gone_takes_nobody_along(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct place p = begin(state, "1\n", 0);

	assert_int_equal(kill(p.guardian.pid, SIGKILL), 0);
	assert_int_equal(waitpid(p.guardian.pid, NULL, 0), p.guardian.pid);
	assert_int_equal(lw_guardian_tell(&p.guardian, -1, &error), -EPIPE);
	assert_non_null(strstr(error.message, "is gone"));
	lw_guardian_stop(&p.guardian, true);
	end(&p);
}

/* Whoever stopped it would keep our lock from everybody. */
static void one_that_is_stopped_and_owes_nothing_is_ended(void **state)
{
	struct place p = begin(state, "1\n", 0);
	pid_t pid = p.guardian.pid;

	assert_int_equal(lw_guardian_tell(&p.guardian, -1, NULL), 0);
	assert_int_equal(kill(pid, SIGSTOP), 0);
	lw_guardian_stop(&p.guardian, false);
	assert_int_equal(kill(pid, 0), -1);
	end(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(what_is_ours_is_lifted),
		FOLDER_TEST(what_is_not_ours_stays),
		FOLDER_TEST(what_may_come_yet_stays_marked),
		FOLDER_TEST(it_keeps_nothing_open_but_the_lock),
		FOLDER_TEST(one_that_is_gone_takes_nobody_along),
		FOLDER_TEST(one_that_is_stopped_and_owes_nothing_is_ended),
	};

	return cmocka_run_group_tests_name("apply-guardian", tests, NULL, NULL);
}
