/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "apply/confirm.h"
#include "base/fail.h"

#define NAME "lock"
#define POLL_MS 50

static int busy(const struct lw_state *state, int fd, struct lw_error *error)
{
	char holder[64] = "";
	struct lw_pending pending;
	ssize_t n = pread(fd, holder, sizeof(holder) - 1, 0);

	holder[n > 0 ? strcspn(holder, "\n") : 0] = '\0';
	lw_error_set(error, -EBUSY, LW_CODE_BUSY, "another apply is at work%s%s",
		     *holder ? ": process " : "", holder);
	lw_error_object(error, state->path);
	(void)lw_pending_read(state, &pending);
	if (pending.waiting)
		lw_error_hint(error,
			      "apply %llu waits to be confirmed, %u s more: lunward confirm keeps "
			      "what it did",
			      (unsigned long long)pending.id, pending.left);
	else
		lw_error_hint(error, "wait for it, or let --wait do that");
	return -EBUSY;
}

static int try(int fd, unsigned seconds)
{
	struct timespec pause = { 0, POLL_MS * 1000000L };

	for (uint64_t left = (uint64_t)seconds * 1000 / POLL_MS;; left--) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return 0;
		if (errno != EWOULDBLOCK && errno != EINTR)
			return -errno;
		if (!left)
			return -EBUSY;
		nanosleep(&pause, NULL);
	}
}

int lw_lock_take(const struct lw_state *state, unsigned seconds, int *ret, struct lw_error *error)
{
	int fd = openat(state->dir, NAME, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	int r = fd < 0 ? -errno : try(fd, seconds);

	if (r == -EBUSY)
		busy(state, fd, error);
	else if (r < 0)
		lw_error_errno(error, r, "cannot lock %s/" NAME, state->path);
	if (r < 0) {
		if (fd >= 0)
			close(fd);
		return r;
	}
	/* Only for people to read: the lock is the file's, not the text's. */
	if (ftruncate(fd, 0) == 0)
		(void)dprintf(fd, "%d\n", (int)getpid());
	*ret = fd;
	return 0;
}

/* A line of /proc/locks: "1: FLOCK  ADVISORY  WRITE 4711 08:01:1234 0 EOF". Devices are told in other numbers than stat(). */
static pid_t holder_in(const char *line, uint64_t inode)
{
	uint64_t locked;
	int pid;

	/* NOLINTNEXTLINE(cert-err34-c): a line that reads otherwise is none of ours */
	if (sscanf(line, "%*d: FLOCK ADVISORY WRITE %d %*x:%*x:%" SCNu64, &pid, &locked) != 2)
		return 0;
	return locked == inode && pid > 0 ? (pid_t)pid : 0;
}

pid_t lw_lock_holder(const struct lw_state *state)
{
	FILE *locks = NULL;
	char line[256];
	struct stat st;
	pid_t pid = 0;

	if (fstatat(state->dir, NAME, &st, AT_SYMLINK_NOFOLLOW) == 0)
		locks = fopen("/proc/locks", "re");
	while (locks && !pid && fgets(line, sizeof(line), locks))
		pid = holder_in(line, st.st_ino);
	if (locks)
		(void)fclose(locks);
	return pid;
}
