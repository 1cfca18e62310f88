/* SPDX-License-Identifier: Apache-2.0 */
/* What devices stand on: an explicit table of files that "exist", then, if a root is set, the real ones below it. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

static struct sim_backing *backing_find(const struct sim *sim, const char *path)
{
	for (struct sim_backing *backing = sim->backings; backing; backing = backing->next)
		if (!strcmp(backing->path, path))
			return backing;
	return NULL;
}

int sim_backing_set(struct sim *sim, const char *path, char kind, uint64_t size, bool thin, int err)
{
	struct sim_backing *backing = backing_find(sim, path);

	if (!backing) {
		backing = calloc(1, sizeof(*backing) + strlen(path) + 1);
		if (!backing)
			return -ENOMEM;
		strcpy(backing->path, path);
		backing->next = sim->backings;
		sim->backings = backing;
	}
	backing->kind = kind;
	backing->size = size;
	backing->thin = thin;
	backing->err = err;
	return 0;
}

/* stat(2) does not tell it. */
static int device_size(const char *path, uint64_t *ret)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	off_t end = fd < 0 ? -1 : lseek(fd, 0, SEEK_END);
	int err = end < 0 ? -errno : 0;

	if (fd >= 0)
		close(fd);
	if (!err)
		*ret = (uint64_t)end;
	return err;
}

static int look_real(const char *root, const char *path, struct sim_backing *ret)
{
	LW_AUTO_STR struct lw_str full = LW_STR_INIT;
	struct stat st;

	if (!root)
		return -ENOENT;
	lw_str_add(&full, root);
	lw_str_add(&full, path);
	if (lw_str_bad(&full))
		return -ENOMEM;
	if (stat(lw_str_text(&full), &st))
		return -errno;
	ret->kind = S_ISREG(st.st_mode)	  ? 'f'
		    : S_ISDIR(st.st_mode) ? 'd'
		    : S_ISBLK(st.st_mode) ? 'b'
					  : 'c';
	ret->size = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
	return S_ISBLK(st.st_mode) ? device_size(lw_str_text(&full), &ret->size) : 0;
}

int sim_backing_open(const struct sim *sim, const char *path, bool block, uint64_t *ret_size,
		     bool *ret_thin)
{
	const struct sim_backing *known = backing_find(sim, path);
	struct sim_backing seen = { 0 };
	int err = known ? known->err : look_real(sim->files_root, path, &seen);

	if (err)
		return err;
	if (known)
		seen = (struct sim_backing){ .kind = known->kind,
					     .size = known->size,
					     .thin = known->thin };
	/* A file serves only fileio; a block device serves both. */
	if (block && seen.kind == 'f')
		return -ENOTBLK;
	if (seen.kind != 'f' && seen.kind != 'b')
		return -EINVAL;
	*ret_size = seen.size;
	if (ret_thin)
		*ret_thin = seen.thin;
	return 0;
}
