/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/guardian.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/mem.h"

enum { PAUSE = '+', RESUME = '-', ADRIFT = '?' };

/* How long it is waited for; it lifts what is to be lifted and ends. */
#define REAP_MS 5000
#define REAP_IDLE_MS 500
#define FDS_MAX 65536

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
static void lift(const struct lw_guarded *what, int fd, unsigned ours, bool adrift)
{
	while (ours && lw_guardian_count(fd) > what->before) {
		if (pwrite(fd, what->lift, strlen(what->lift), 0) < 0)
			return;
		ours--;
	}
	if (!ours || !adrift)
		(void)unlinkat(what->dir, what->mark, 0);
}

static void close_from_to(unsigned first, unsigned last)
{
	if (syscall(SYS_close_range, first, last, 0) == 0)
		return;
	/* A kernel that has no such call; the limit can be a billion, which would take longer than there is. */
	for (unsigned fd = first; fd <= last && fd < FDS_MAX; fd++)
		close((int)fd);
}

static void close_others(const int *keep, unsigned count)
{
	unsigned from = 0;

	for (unsigned i = 0; i < count; i++) {
		if (keep[i] < 0)
			continue;
		if ((unsigned)keep[i] > from)
			close_from_to(from, (unsigned)keep[i] - 1);
		from = (unsigned)keep[i] + 1;
	}
	close_from_to(from, UINT_MAX);
}

static _Noreturn void stand_by(int pipe, const struct lw_guarded *what, int fd)
{
	bool adrift = false;
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
		else if (word == RESUME && ours)
			ours--;
		adrift = word == ADRIFT;
	}
	lift(what, fd, ours, adrift);
	_exit(0);
}

static int up(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

static pid_t fork_quietly(const int ends[2], const struct lw_guarded *what, int fd)
{
	int keep[] = { ends[0], fd, what->dir, what->lock };
	sigset_t all, old;
	pid_t pid;

	qsort(keep, LW_ARRAY_LEN(keep), sizeof(*keep), up);

	/* A Ctrl-C is meant for us; the child must outlive it. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	pid = fork();
	if (pid == 0) {
		close_others(keep, LW_ARRAY_LEN(keep));
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
	/* A pipe would kill us where the child is gone. */
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) {
		r = -errno;
		close(fd);
		return lw_error_errno(error, r, "no pair of sockets");
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
	guardian->owes = 0;
	guardian->pipe = ends[1];
	return 0;
}

/* Should it be gone, that is no reason for us to go. */
static bool tell(const struct lw_guardian *guardian, char word)
{
	return send(guardian->pipe, &word, 1, MSG_NOSIGNAL) == 1;
}

int lw_guardian_tell(struct lw_guardian *guardian, int change, struct lw_error *error)
{
	if (!guardian->pid)
		return 0;
	if (!tell(guardian, change > 0 ? PAUSE : RESUME))
		return lw_error_errno(error, -EPIPE,
				      "the child that lifts the pause if we die is gone");
	guardian->owes += change > 0 ? 1 : -!!guardian->owes;
	return 0;
}

void lw_guardian_stop(struct lw_guardian *guardian, bool adrift)
{
	bool owes = adrift || guardian->owes;
	unsigned ms = owes ? REAP_MS : REAP_IDLE_MS;
	struct timespec pause = { 0, 1000000 };

	if (!guardian->pid)
		return;
	if (adrift)
		(void)tell(guardian, ADRIFT);
	close(guardian->pipe);
	/* It may wait for the kernel as we did. One that has nothing to do and does not go, stopped by somebody, is ended. */
	while (ms && waitpid(guardian->pid, NULL, WNOHANG) == 0) {
		nanosleep(&pause, NULL);
		if (!--ms && !owes && kill(guardian->pid, SIGKILL) == 0)
			(void)waitpid(guardian->pid, NULL, 0);
	}
	*guardian = (struct lw_guardian){ .pid = 0 };
}
