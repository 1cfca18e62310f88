/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's tree as a system sees it: no signal meets a command, whichever thread writes it. */
#include "apply_test.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "apply/system.h"

static bool blocked[2]; /* SIGTERM, SIGPIPE; when it was written last */

/* In place of the system's own. */
ssize_t write(int fd, const void *data, size_t len)
{
	sigset_t now;

	pthread_sigmask(SIG_SETMASK, NULL, &now);
	blocked[0] = sigismember(&now, SIGTERM);
	blocked[1] = sigismember(&now, SIGPIPE);
	return syscall(SYS_write, fd, data, len);
}

static void make(const struct folder *folder, const char *name)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int fd;

	lw_str_addf(&path, "%s/%s", folder->top, name);
	fd = open(lw_str_text(&path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	close(fd);
}

static void commands_are_written_with_signals_blocked(void **state)
{
	const struct lw_engine *engine = lw_engine_named("scst", NULL);
	const struct folder *folder = *state;
	struct lw_ktree *kt = NULL;
	sigset_t after;

	make(folder, engine->witness);
	make(folder, "suspend");
	assert_int_equal(lw_system_view(engine, folder->top, &kt, NULL), 0);
	assert_int_equal(lw_kt_write(kt, "suspend", "-1", 2, NULL), 0);
	assert_true(blocked[0] && blocked[1]);
	pthread_sigmask(SIG_SETMASK, NULL, &after);
	assert_false(sigismember(&after, SIGTERM));
	lw_kt_close(kt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(commands_are_written_with_signals_blocked),
	};

	return cmocka_run_group_tests_name("apply-view", tests, NULL, NULL);
}
