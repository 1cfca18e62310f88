/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree/closing.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

void lw_closing_init(struct lw_closing *closing)
{
	pthread_mutex_init(&closing->mutex, NULL);
	closing->count = 0;
}

void lw_closing_done(struct lw_closing *closing)
{
	lw_closing_flush(closing);
	pthread_mutex_destroy(&closing->mutex);
}

static int up(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

static void close_run(int first, int last)
{
	if (first < last && syscall(SYS_close_range, first, last, 0) == 0)
		return;
	/* One only, or a kernel that has no such call. */
	for (int fd = first; fd <= last; fd++)
		close(fd);
}

static void close_all(struct lw_closing *closing)
{
	unsigned from = 0;

	qsort(closing->fds, closing->count, sizeof(*closing->fds), up);
	for (unsigned i = 1; i <= closing->count; i++) {
		if (i < closing->count && closing->fds[i] == closing->fds[i - 1] + 1)
			continue;
		close_run(closing->fds[from], closing->fds[i - 1]);
		from = i;
	}
	closing->count = 0;
}

void lw_closing_add(struct lw_closing *closing, int fd)
{
	if (fd < 0)
		return;
	pthread_mutex_lock(&closing->mutex);
	closing->fds[closing->count++] = fd;
	if (closing->count == LW_CLOSING_MAX)
		close_all(closing);
	pthread_mutex_unlock(&closing->mutex);
}

void lw_closing_flush(struct lw_closing *closing)
{
	pthread_mutex_lock(&closing->mutex);
	close_all(closing);
	pthread_mutex_unlock(&closing->mutex);
}
