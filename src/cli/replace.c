/* SPDX-License-Identifier: Apache-2.0 */
/* A file put in place of an older one: whole, or not at all; readable by its owner only. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/output.h"

static int write_all(int fd, const char *text)
{
	size_t len = strlen(text);

	while (len) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -errno;
		text += n;
		len -= (size_t)n;
	}
	return fsync(fd) < 0 ? -errno : 0;
}

int cli_file_replace(const char *path, const char *text)
{
	LW_AUTO_STR struct lw_str beside = LW_STR_INIT;
	int fd, r;

	lw_str_addf(&beside, "%s.%d.new", path, (int)getpid());
	if (lw_str_bad(&beside))
		return cli_memory();
	fd = open(lw_str_text(&beside), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	r = fd < 0 ? -errno : write_all(fd, text);
	if (fd >= 0)
		close(fd);
	if (r >= 0 && rename(lw_str_text(&beside), path) < 0)
		r = -errno;
	if (r >= 0)
		return CLI_DONE;
	if (fd >= 0)
		(void)unlink(lw_str_text(&beside));
	cli_say("%s cannot be written: %s", path, strerror(-r));
	return CLI_FAILED;
}
