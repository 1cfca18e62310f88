/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernel's own tree, below a root descriptor. No link is followed on the way or at the end, so nothing in the tree,
 * and no name that somebody gave to an object in it, leads out of it. Only the way to a link is the kernel's to find:
 * what comes back is text, and opening it is up to nobody here.
 *
 * A tree of ten thousand objects is a hundred thousand accesses, so each costs what it must and no more: a value is open and
 * read; a command one write when its file took the last one, too, else open, write, close; a directory open and two getdents; a
 * link one call. What was read is closed many at once.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/mem.h"
#include "ktree/closing.h"
#include "ktree/kept.h"
#include "ktree/ktree.h"

struct real {
	struct lw_ktree kt;
	int root;
	struct lw_kept kept;	   /* what took the last command */
	struct lw_closing closing; /* what was read */
	bool records; /* values come record by record, as those of /proc; else a page, or what there is, at once */
	bool walk; /* no openat2 here: go element by element */
};

static struct real *real_of(struct lw_ktree *kt)
{
	return (struct real *)kt;
}

static void close_fd(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}
#define AUTO_CLOSE __attribute__((cleanup(close_fd)))

static int open_beneath(int root, const char *path, int flags)
{
	struct open_how how = {
		.flags = (uint64_t)(unsigned)flags,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
	};
	long fd;

	do {
		fd = syscall(SYS_openat2, root, path, &how, sizeof(how));
	} while (fd < 0 && errno == EINTR);
	return fd < 0 ? -errno : (int)fd;
}

static int open_one(int dir, const char *name, int flags)
{
	int fd;

	do {
		fd = openat(dir, name, flags);
	} while (fd < 0 && errno == EINTR);
	return fd < 0 ? -errno : fd;
}

/* The same without openat2. Every element but the last must be a directory, so a link in its place is refused. */
static int open_walk(int root, const char *path, int flags)
{
	char name[LW_KT_NAME_MAX + 1];
	int dir = root, fd;

	for (;;) {
		size_t len = strcspn(path, "/");
		bool last = !path[len];

		memcpy(name, path, len);
		name[len] = '\0';
		fd = open_one(dir, name,
			      last ? flags : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (dir != root)
			close(dir);
		if (fd < 0 || last)
			return fd;
		dir = fd;
		path += len + 1;
	}
}

static int real_open(struct real *real, const char *path, int flags)
{
	int (*open)(int root, const char *path, int flags) = real->walk ? open_walk : open_beneath;
	int fd;

	flags |= O_NOFOLLOW | O_CLOEXEC;
	if (!*path)
		path = ".";
	fd = open(real->root, path, flags);
	if (fd != -EMFILE && fd != -ENFILE)
		return fd;
	/* Those that only wait to be closed make room. */
	lw_closing_flush(&real->closing);
	return open(real->root, path, flags);
}

static enum lw_kt_type type_of_mode(mode_t mode)
{
	if (S_ISREG(mode))
		return LW_KT_FILE;
	if (S_ISDIR(mode))
		return LW_KT_DIR;
	return S_ISLNK(mode) ? LW_KT_LINK : LW_KT_OTHER;
}

/* d_type may be missing, and the type of a vanished name is nobody's business: it is left out. */
static int add_entry(int dir, const struct dirent64 *de, struct lw_kt_list *ret)
{
	enum lw_kt_type type = LW_KT_OTHER;
	size_t len = strlen(de->d_name);
	struct stat st;

	if (!lw_kt_name_ok(de->d_name, len))
		return 0;
	if (de->d_type == DT_REG)
		type = LW_KT_FILE;
	else if (de->d_type == DT_DIR)
		type = LW_KT_DIR;
	else if (de->d_type == DT_LNK)
		type = LW_KT_LINK;
	else if (de->d_type == DT_UNKNOWN) {
		if (fstatat(dir, de->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
			return errno == ENOENT ? 0 : -errno;
		type = type_of_mode(st.st_mode);
	}
	return lw_kt_list_add(ret, de->d_name, len, type, de->d_ino);
}

/* Not readdir(), which asks for more than the names. */
static int list_all(int fd, struct lw_kt_list *ret)
{
	alignas(struct dirent64) char names[16384];
	ssize_t n;
	int r = 0;

	while (r >= 0 && (n = getdents64(fd, names, sizeof(names))) != 0) {
		if (n < 0)
			return -errno;
		for (ssize_t at = 0; at < n && r >= 0;) {
			const struct dirent64 *de = (const struct dirent64 *)(names + at);

			r = add_entry(fd, de, ret);
			at += de->d_reclen;
		}
	}
	return r;
}

static int real_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	int fd = real_open(real_of(kt), path, O_RDONLY | O_DIRECTORY);
	int r = fd < 0 ? fd : list_all(fd, ret);

	lw_closing_add(&real_of(kt)->closing, fd);
	return r < 0 ? lw_kt_fail(error, r, path) : 0;
}

/* O_NONBLOCK: else a FIFO would block the open itself. */
static int open_file(struct real *real, const char *path, int flags)
{
	return real_open(real, path, flags | O_NONBLOCK | O_NOCTTY);
}

/* Of what may be no file at all. */
static int file_error(int fd, int err)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return -errno;
	if (S_ISDIR(st.st_mode))
		return -EISDIR;
	return S_ISREG(st.st_mode) ? err : -EINVAL;
}

/* How much came; 0 at the end; or a negative errno. */
static ssize_t read_piece(int fd, char *buf, size_t size)
{
	ssize_t n;
	int r;

	do {
		n = read(fd, buf, size);
	} while (n < 0 && errno == EINTR);
	if (n > 0 && (size_t)n < size)
		return n;
	/* What says nothing, fails or never ends is asked what it is; a value is not. */
	r = file_error(fd, n < 0 ? -errno : 0);
	return r < 0 ? r : n;
}

static int read_all(struct real *real, int fd, struct lw_str *ret)
{
	char buf[8192];
	ssize_t n;

	do {
		n = read_piece(fd, buf, sizeof(buf));
		if (n < 0)
			return (int)n;
		if (ret->len + (size_t)n > LW_KT_READ_MAX)
			return -EFBIG;
		lw_str_add_bytes(ret, buf, (size_t)n);
		if (lw_str_bad(ret))
			return -ENOMEM;
	} while (n == (ssize_t)sizeof(buf) || (n && real->records));
	return 0;
}

static int real_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	int fd = open_file(real_of(kt), path, O_RDONLY);
	int r = fd < 0 ? fd : read_all(real_of(kt), fd, ret);

	lw_closing_add(&real_of(kt)->closing, fd);
	return r < 0 ? lw_kt_fail(error, r, path) : 0;
}

/*
 * One write(2), whatever happens. A signal whose handler restarts system calls would make the kernel run the command a
 * second time, so signals of this thread wait. An interrupted write (a debugger, a stop) is not repeated for the same reason.
 */
static ssize_t write_once(int fd, const char *data, size_t len)
{
	sigset_t all, before;
	ssize_t n;
	int err;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	n = write(fd, data, len);
	err = errno;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return n < 0 ? -err : n;
}

static int short_write(const char *path, size_t took, size_t len, struct lw_error *error)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	lw_str_add_shown(&shown, path, strlen(path));
	lw_error_set(error, -EIO, LW_CODE_PARTIAL,
		     "%s: the kernel took only %zu of the command's %zu bytes", lw_str_text(&shown),
		     took, len);
	lw_error_object(error, path);
	return -EIO;
}

static int real_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		      struct lw_error *error)
{
	struct real *real = real_of(kt);
	int fd = lw_kept_take(&real->kept, path);
	ssize_t n;

	lw_closing_flush(&real->closing);
	if (fd < 0)
		fd = open_file(real, path, O_WRONLY);
	if (fd < 0)
		return lw_kt_fail(error, fd, path);
	n = write_once(fd, data, len);
	if (n == (ssize_t)len) {
		lw_kept_put(&real->kept, path, fd);
		return 0;
	}
	close(fd);
	return n < 0 ? lw_kt_fail(error, (int)n, path) : short_write(path, (size_t)n, len, error);
}

static int real_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	char buf[LW_KT_PATH_MAX + 1];
	ssize_t n;

	/* Of the root, which is none, readlinkat("") would say ENOENT: "vanished". */
	n = readlinkat(real_of(kt)->root, *path ? path : ".", buf, sizeof(buf));
	if (n < 0)
		return lw_kt_fail(error, -errno, path);
	if ((size_t)n == sizeof(buf))
		return lw_kt_fail(error, -ENAMETOOLONG, path);
	lw_str_add_bytes(ret, buf, (size_t)n);
	return 0;
}

static int real_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	AUTO_CLOSE int fd = real_open(real_of(kt), path, O_PATH);
	struct stat st;

	if (fd < 0)
		return lw_kt_fail(error, fd, path);
	if (fstat(fd, &st) < 0)
		return lw_kt_fail(error, -errno, path);
	ret->type = type_of_mode(st.st_mode);
	ret->mode = st.st_mode & 07777;
	ret->ino = st.st_ino;
	return 0;
}

static void real_close(struct lw_ktree *kt)
{
	lw_closing_done(&real_of(kt)->closing);
	lw_kept_done(&real_of(kt)->kept);
	close_fd(&real_of(kt)->root);
	free(kt);
}

static const struct lw_ktree_ops real_ops = {
	.size = sizeof(real_ops),
	.list = real_list,
	.read = real_read,
	.write = real_write,
	.readlink = real_readlink,
	.stat = real_stat,
	.close = real_close,
};

/* What the root is like. */
static void look_at_root(struct real *real)
{
	struct statfs fs;
	int fd;

	/* Old kernels do not have openat2; some sandboxes refuse it, in words of their own. */
	fd = open_beneath(real->root, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	real->walk = fd < 0;
	close_fd(&fd);
	real->records = fstatfs(real->root, &fs) < 0 || fs.f_type == PROC_SUPER_MAGIC;
}

int lw_kt_real_open(const char *root, struct lw_ktree **ret, struct lw_error *error)
{
	struct real *real = lw_calloc(1, sizeof(*real));

	if (!real)
		return lw_error_memory(error);
	real->kt.ops = &real_ops;
	real->root = open_one(AT_FDCWD, root, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (real->root < 0) {
		int r = lw_kt_fail(error, real->root, root);

		free(real);
		return r;
	}
	lw_closing_init(&real->closing);
	lw_kept_init(&real->kept);
	look_at_root(real);
	*ret = &real->kt;
	return 0;
}
