/* SPDX-License-Identifier: Apache-2.0 */
/* A file put in place of an older one: whole, or not at all; readable by its owner only. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/output.h"

/* Of a pipe there is nothing to sync. */
static int write_synced(int fd, const char *text)
{
	int r = lw_write_all(fd, text, strlen(text));

	if (r < 0)
		return r;
	return fsync(fd) < 0 && errno != EINVAL && errno != EROFS ? -errno : 0;
}

static int replace(const char *path, const char *text)
{
	LW_AUTO_STR struct lw_str beside = LW_STR_INIT;
	int fd, r;

	lw_str_addf(&beside, "%s.%d.new", path, (int)getpid());
	if (lw_str_bad(&beside))
		return -ENOMEM;
	fd = open(lw_str_text(&beside), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return -errno;
	r = write_synced(fd, text);
	close(fd);
	if (r >= 0 && rename(lw_str_text(&beside), path) < 0)
		r = -errno;
	if (r < 0)
		(void)unlink(lw_str_text(&beside));
	return r;
}

static int write_through(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), r;

	if (fd < 0)
		return -errno;
	r = write_synced(fd, text);
	close(fd);
	return r;
}

int cli_file_replace(const char *path, const char *text)
{
	LW_AUTO_FREE char *real = realpath(path, NULL);
	struct stat st;
	int r;

	/* A terminal or a pipe is written to; of a link, what it leads to is replaced. */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		r = write_through(path, text);
	else
		r = replace(real ? real : path, text);
	if (r >= 0)
		return CLI_DONE;
	if (r == -ENOMEM)
		return cli_memory();
	cli_say("%s cannot be written: %s", path, strerror(-r));
	return CLI_FAILED;
}
