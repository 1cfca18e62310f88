/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/mem.h"

#define READ_FIRST 4096

/* Grows without lw_str's sticky failure and NUL: here every byte is counted against a limit. */
struct input {
	int fd;
	size_t max;
	char *data;
	size_t len, cap;
};

static int open_input(const char *path)
{
	int fd;

	do {
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	} while (fd < 0 && errno == EINTR);
	return fd < 0 ? -errno : fd;
}

/* Two bytes more than are allowed are enough: one whose coming proves that the file is too long, and the NUL. */
static int make_room(struct input *in, size_t first)
{
	size_t most = in->max < (size_t)PTRDIFF_MAX - 2 ? in->max + 2 : PTRDIFF_MAX;
	size_t cap = in->cap ? in->cap * 2 : first;
	char *data;

	if (in->len + 1 < in->cap)
		return 0;
	if (cap > most)
		cap = most;
	if (cap <= in->cap)
		return -EFBIG;
	data = realloc(in->data, cap);
	if (!data)
		return -ENOMEM;
	in->data = data;
	in->cap = cap;
	return 0;
}

/* One read that made progress: the bytes read, 0 at the end, or a negative errno. */
static ssize_t read_some(int fd, char *buf, size_t size)
{
	for (;;) {
		ssize_t n = read(fd, buf, size);
		struct pollfd wait = { .fd = fd, .events = POLLIN };

		if (n >= 0)
			return n;
		/* Standard input may have been made non-blocking by somebody we share it with. */
		if (errno == EAGAIN)
			(void)poll(&wait, 1, -1);
		else if (errno != EINTR)
			return -errno;
	}
}

static int read_input(struct input *in, size_t first)
{
	for (;;) {
		ssize_t n;
		int r = make_room(in, first);

		if (r < 0)
			return r;
		n = read_some(in->fd, in->data + in->len, in->cap - in->len - 1);
		if (n < 0)
			return (int)n;
		if (!n)
			return 0;
		in->len += (size_t)n;
		if (in->len > in->max)
			return -EFBIG;
	}
}

static int check_input(const struct input *in, size_t *first)
{
	struct stat st;

	if (fstat(in->fd, &st) < 0)
		return -errno;
	if (S_ISDIR(st.st_mode))
		return -EISDIR;
	if (!S_ISREG(st.st_mode))
		return 0;
	if ((uintmax_t)st.st_size > in->max)
		return -EFBIG;
	/* The byte after the size is there to see the end of the file without growing. */
	if (st.st_size > 0)
		*first = (size_t)st.st_size + 2;
	return 0;
}

static int fail(struct lw_error *error, int err, const char *path, size_t max)
{
	const char *shown = strcmp(path, "-") ? path : "standard input";
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_str_add_shown(&name, shown, strlen(shown));
	if (err == -EFBIG)
		lw_error_set(error, err, LW_CODE_LIMIT,
			     "cannot read %s: it is longer than %zu bytes", lw_str_text(&name),
			     max);
	else
		lw_error_errno(error, err, "cannot read %s", lw_str_text(&name));
	lw_error_object(error, shown);
	return err;
}

int lw_file_read_all(const char *path, size_t max_bytes, struct lw_str *ret, struct lw_error *error)
{
	struct input in = { .max = max_bytes };
	bool standard = !strcmp(path, "-");
	size_t first = READ_FIRST;
	int r;

	in.fd = standard ? STDIN_FILENO : open_input(path);
	if (in.fd < 0)
		return fail(error, in.fd, path, max_bytes);

	r = check_input(&in, &first);
	if (!r)
		r = read_input(&in, first);
	if (!standard)
		(void)close(in.fd);
	if (r < 0) {
		free(in.data);
		return fail(error, r, path, max_bytes);
	}

	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): read_input() left room for it */
	in.data[in.len] = '\0';
	lw_str_done(ret);
	ret->data = in.data;
	ret->len = in.len;
	ret->cap = in.cap;
	return 0;
}

int lw_write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(fd, bytes, len);
		struct pollfd wait = { .fd = fd, .events = POLLOUT };

		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (n < 0 && errno == EAGAIN) {
			/* Somebody we share the descriptor with made it non-blocking. */
			(void)poll(&wait, 1, -1);
		} else if (n < 0 && errno != EINTR) {
			return -errno;
		}
	}
	return 0;
}
