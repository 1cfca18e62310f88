/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/guardian.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fail.h"

enum { PAUSE = '+', RESUME = '-' };

/* How long it is waited for; it lifts what is to be lifted and ends. */
#define REAP_MS 5000

/* Of a child of a program with threads: calls that are safe in a signal handler, and no other. */

unsigned lw_guardian_count(int fd)
{
	char text[32];
	ssize_t n = pread(fd, text, sizeof(text), 0);
	unsigned count = 0;

	for (ssize_t i = 0; i < n && text[i] >= '0' && text[i] <= '9' && count < 1000; i++)
		count = count * 10 + (unsigned)(text[i] - '0');
	return count;
}

/* When all is lifted, nobody shall lift it again: what is paused from then on is somebody else's. */
static void lift(const struct lw_guarded *what, int fd, unsigned ours)
{
	while (ours && lw_guardian_count(fd) > what->before) {
		if (pwrite(fd, what->lift, strlen(what->lift), 0) < 0)
			return;
		ours--;
	}
	(void)unlinkat(what->dir, what->mark, 0);
}

static _Noreturn void stand_by(int pipe, const struct lw_guarded *what, int fd)
{
	unsigned ours = 0;
	char word;

	for (;;) {
		ssize_t n = read(pipe, &word, 1);

		if (n < 0 && errno == EINTR)
			continue;
		if (n != 1)
			break;
		if (word == PAUSE)
			ours++;
		else if (ours)
			ours--;
	}
	lift(what, fd, ours);
	_exit(0);
}

static pid_t fork_quietly(const int ends[2], const struct lw_guarded *what, int fd)
{
	sigset_t all, old;
	pid_t pid;

	/* A Ctrl-C is meant for us; the child must outlive it. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	pid = fork();
	if (pid == 0) {
		close(ends[1]);
		stand_by(ends[0], what, fd);
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	return pid;
}

int lw_guardian_start(struct lw_guardian *guardian, const struct lw_guarded *what,
		      struct lw_error *error)
{
	int fd = open(what->path, O_RDWR | O_CLOEXEC), ends[2];
	pid_t pid;
	int r;

	if (fd < 0)
		return lw_error_errno(error, -errno, "cannot open %s", what->path);
	if (pipe2(ends, O_CLOEXEC) < 0) {
		r = -errno;
		close(fd);
		return lw_error_errno(error, r, "no pipe");
	}
	pid = fork_quietly(ends, what, fd);
	r = pid < 0 ? -errno : 0;
	close(fd);
	close(ends[0]);
	if (pid < 0) {
		close(ends[1]);
		return lw_error_errno(error, r,
				      "cannot start a child that lifts the pause if we die");
	}
	guardian->pid = pid;
	guardian->pipe = ends[1];
	return 0;
}

int lw_guardian_tell(struct lw_guardian *guardian, int change, struct lw_error *error)
{
	char word = change > 0 ? PAUSE : RESUME;

	if (guardian->pid && write(guardian->pipe, &word, 1) != 1)
		return lw_error_errno(error, -EPIPE,
				      "the child that lifts the pause if we die is gone");
	return 0;
}

void lw_guardian_stop(struct lw_guardian *guardian)
{
	struct timespec pause = { 0, 1000000 };

	if (!guardian->pid)
		return;
	close(guardian->pipe);
	/* It may wait for the kernel as we did. */
	for (unsigned ms = 0; ms < REAP_MS && waitpid(guardian->pid, NULL, WNOHANG) == 0; ms++)
		nanosleep(&pause, NULL);
	guardian->pid = 0;
}
