/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree/kept.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void lw_kept_init(struct lw_kept *kept)
{
	pthread_mutex_init(&kept->mutex, NULL);
	kept->path[0] = '\0';
	kept->fd = -1;
}

void lw_kept_done(struct lw_kept *kept)
{
	if (kept->fd >= 0)
		close(kept->fd);
	pthread_mutex_destroy(&kept->mutex);
}

int lw_kept_take(struct lw_kept *kept, const char *path)
{
	int fd = -1;

	pthread_mutex_lock(&kept->mutex);
	if (kept->fd >= 0 && !strcmp(kept->path, path)) {
		fd = kept->fd;
		kept->fd = -1;
	}
	pthread_mutex_unlock(&kept->mutex);
	return fd;
}

void lw_kept_put(struct lw_kept *kept, const char *path, int fd)
{
	int before;

	pthread_mutex_lock(&kept->mutex);
	before = kept->fd;
	kept->fd = fd;
	snprintf(kept->path, sizeof(kept->path), "%s", path);
	pthread_mutex_unlock(&kept->mutex);
	if (before >= 0)
		close(before);
}
