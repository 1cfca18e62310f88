/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/state.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"

#define HISTORY "history"
/* As much as a journal may have. */
#define FILE_MAX ((size_t)1 << 30)

static void close_fd(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}
#define AUTO_CLOSE __attribute__((cleanup(close_fd)))

static int fail(const struct lw_state *state, int err, const char *name, const char *what,
		struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s%s%s", state->path, *name ? "/" : "", name);
	lw_error_errno(error, err, "%s %s", what, lw_str_text(&path));
	lw_error_object(error, lw_str_text(&path));
	return err;
}

/* ---- folders */

/* A new name is on the disk once its folder is. @len: of the path up to the name */
static int sync_parent(const char *path, size_t len)
{
	LW_AUTO_STR struct lw_str parent = LW_STR_INIT;
	AUTO_CLOSE int fd = -1;

	lw_str_add_bytes(&parent, path, len);
	if (lw_str_bad(&parent))
		return -ENOMEM;
	fd = open(len		 ? lw_str_text(&parent)
		  : *path == '/' ? "/"
				 : ".",
		  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd < 0 || fsync(fd) < 0 ? -errno : 0;
}

/* Makes a folder and those above it. */
static int make_path(const char *path)
{
	LW_AUTO_STR struct lw_str part = LW_STR_INIT;
	const char *at = path;

	while (*at) {
		size_t len = strspn(at, "/") + strcspn(at + strspn(at, "/"), "/");
		size_t above = part.len;
		int r;

		lw_str_add_bytes(&part, at, len);
		at += len;
		if (lw_str_bad(&part))
			return -ENOMEM;
		if (mkdir(lw_str_text(&part), 0700) == 0)
			r = sync_parent(path, above);
		else /* of those above it only counts that they are there */
			r = errno != EEXIST && *at == '\0' ? -errno : 0;
		if (r < 0)
			return r;
	}
	return 0;
}

static int distrust(const struct lw_state *state, const char *name, const char *why,
		    struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s%s%s", state->path, *name ? "/" : "", name);
	lw_error_set(error, -EPERM, LW_CODE_DANGEROUS, "%s %s: what it remembers is not trusted",
		     lw_str_text(&path), why);
	lw_error_object(error, lw_str_text(&path));
	lw_error_hint(error,
		      "give it to yourself alone (chmod 700), or name another one with --state");
	return -EPERM;
}

/* Who could put a journal there could have us do anything. */
static int check_owner(const struct lw_state *state, const char *name, struct lw_error *error)
{
	struct stat st;

	if (fstatat(state->dir, name, &st, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH) < 0)
		return errno == ENOENT ? 0 : fail(state, -errno, name, "cannot use", error);
	if (!S_ISDIR(st.st_mode))
		return distrust(state, name, "is no folder", error);
	if (st.st_uid != geteuid() && st.st_uid != 0)
		return distrust(state, name, "belongs to somebody else", error);
	return st.st_mode & 0022 ? distrust(state, name, "can be written by others", error) : 0;
}

static int check_owners(const struct lw_state *state, struct lw_error *error)
{
	int r = check_owner(state, "", error);

	return r < 0 ? r : check_owner(state, HISTORY, error);
}

static int start(const char *state, const char *engine, struct lw_state *ret,
		 struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	*ret = (struct lw_state){ .dir = -1 };
	lw_str_addf(&path, "%s/%s", state ? state : LW_STATE_DIR, engine);
	ret->path = lw_str_take(&path);
	return ret->path ? 0 : lw_error_memory(error);
}

static int open_dir(struct lw_state *ret)
{
	ret->dir = open(ret->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return ret->dir < 0 ? -errno : 0;
}

static int make_history(const struct lw_state *state)
{
	if (mkdirat(state->dir, HISTORY, 0700) < 0)
		return errno == EEXIST ? 0 : -errno;
	return fsync(state->dir) < 0 ? -errno : 0;
}

static int cannot_use(struct lw_state *ret, int r, struct lw_error *error)
{
	fail(ret, r, "", "cannot use the state folder", error);
	lw_error_hint(error, r == -EACCES ? "run it as root" : "--state names another one");
	lw_state_close(ret);
	return r;
}

int lw_state_open(const char *state, const char *engine, struct lw_state *ret,
		  struct lw_error *error)
{
	int r = start(state, engine, ret, error);

	if (r < 0)
		return r;
	r = make_path(ret->path);
	if (r >= 0)
		r = open_dir(ret);
	if (r >= 0)
		r = make_history(ret);
	if (r < 0)
		return cannot_use(ret, r, error);
	r = check_owners(ret, error);
	if (r < 0)
		lw_state_close(ret);
	return r;
}

int lw_state_look(const char *state, const char *engine, struct lw_state *ret,
		  struct lw_error *error)
{
	int r = start(state, engine, ret, error);

	if (r < 0)
		return r;
	r = open_dir(ret);
	if (r < 0)
		return r == -ENOENT ? r : cannot_use(ret, r, error);
	r = check_owners(ret, error);
	if (r < 0)
		lw_state_close(ret);
	return r;
}

void lw_state_close(struct lw_state *state)
{
	close_fd(&state->dir);
	free(state->path);
	*state = (struct lw_state){ .dir = -1 };
}

/* ---- files */

int lw_state_read(const struct lw_state *state, const char *name, struct lw_str *ret,
		  struct lw_error *error)
{
	/* What is no file would be waited for. */
	AUTO_CLOSE int fd =
		openat(state->dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	char buf[65536];
	struct stat st;
	ssize_t n;

	lw_str_clear(ret);
	if (fd < 0 || fstat(fd, &st) < 0)
		return fail(state, -errno, name, "cannot read", error);
	if (!S_ISREG(st.st_mode))
		return fail(state, -EINVAL, name, "this is no file:", error);
	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail(state, -errno, name, "cannot read", error);
		if (ret->len + (size_t)n > FILE_MAX)
			return fail(state, -EFBIG, name, "cannot read", error);
		lw_str_add_bytes(ret, buf, (size_t)n);
		if (lw_str_bad(ret))
			return lw_error_memory(error);
	}
	return 0;
}

static int write_out(int fd, const char *text, size_t len, bool sync)
{
	int r = lw_write_all(fd, text, len);

	return r < 0 ? r : sync && fsync(fd) < 0 ? -errno : 0;
}

/* A rename or link is on the disk once its folder is. */
static int sync_dir(const struct lw_state *state, const char *name)
{
	AUTO_CLOSE int dir = -1;
	bool below = !strncmp(name, HISTORY "/", sizeof(HISTORY));

	if (below)
		dir = openat(state->dir, HISTORY, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (below && dir < 0)
		return -errno;
	return fsync(below ? dir : state->dir) < 0 ? -errno : 0;
}

/* NOLINTNEXTLINE(readability-function-size): where, which, what, and how well */
static int put(const struct lw_state *state, const char *name, const char *text, size_t len,
	       bool sync, struct lw_error *error)
{
	LW_AUTO_STR struct lw_str beside = LW_STR_INIT;
	AUTO_CLOSE int fd = -1;
	int r;

	lw_str_addf(&beside, "%s.new", name);
	if (lw_str_bad(&beside))
		return lw_error_memory(error);
	/* What a dead one left half-written is nobody's. */
	(void)unlinkat(state->dir, lw_str_text(&beside), 0);
	fd = openat(state->dir, lw_str_text(&beside), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0600);
	r = fd < 0 ? -errno : write_out(fd, text, len, sync);
	if (r >= 0 && renameat(state->dir, lw_str_text(&beside), state->dir, name) < 0)
		r = -errno;
	if (r >= 0 && sync)
		r = sync_dir(state, name);
	if (r >= 0)
		return 0;
	(void)unlinkat(state->dir, lw_str_text(&beside), 0);
	return fail(state, r, name, "cannot write", error);
}

int lw_state_write(const struct lw_state *state, const char *name, const char *text, size_t len,
		   struct lw_error *error)
{
	return put(state, name, text, len, true, error);
}

int lw_state_note(const struct lw_state *state, const char *name, const char *text,
		  struct lw_error *error)
{
	if (text)
		return put(state, name, text, strlen(text), false, error);
	if (unlinkat(state->dir, name, 0) < 0 && errno != ENOENT)
		return fail(state, -errno, name, "cannot remove", error);
	return 0;
}

int lw_state_link(const struct lw_state *state, const char *from, const char *to,
		  struct lw_error *error)
{
	int r = linkat(state->dir, from, state->dir, to, 0) < 0 && errno != EEXIST ? -errno : 0;

	if (r >= 0)
		r = sync_dir(state, to);
	return r < 0 ? fail(state, r, to, "cannot write", error) : 0;
}

int lw_state_remove(const struct lw_state *state, const char *name, struct lw_error *error)
{
	int r = unlinkat(state->dir, name, 0) < 0 && errno != ENOENT ? -errno : 0;

	if (r >= 0)
		r = sync_dir(state, name);
	return r < 0 ? fail(state, r, name, "cannot remove", error) : 0;
}

int lw_state_take(const struct lw_state *state, const char *name, struct lw_error *error)
{
	if (unlinkat(state->dir, name, 0) == 0)
		return 1;
	return errno == ENOENT ? 0 : fail(state, -errno, name, "cannot remove", error);
}

bool lw_state_is_there(const struct lw_state *state)
{
	struct stat st;

	return fstat(state->dir, &st) == 0 && st.st_nlink > 0;
}

/* ---- history/ */

void lw_state_entry_name(uint64_t id, struct lw_str *out)
{
	lw_str_addf(out, HISTORY "/%06llu.json", (unsigned long long)id);
}

/* "000007.json" */
static uint64_t entry_id(const char *name)
{
	const char *dot = strchr(name, '.');
	uint64_t id;

	if (!dot || strcmp(dot, ".json") != 0 ||
	    !lw_parse_u64(name, (size_t)(dot - name), LW_NUM_DEC, &id) || id >= UINT64_MAX / 2)
		return 0;
	return id;
}

static int down(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? 1 : x > y ? -1 : 0;
}

static int collect(DIR *dir, uint64_t **list, uint32_t *count)
{
	const struct dirent *de;
	uint32_t cap = 0;

	while ((de = readdir(dir))) {
		uint64_t id = entry_id(de->d_name);

		if (!id)
			continue;
		if (lw_grow(list, &cap, (uint64_t)*count + 2, sizeof(**list)) < 0)
			return -ENOMEM;
		(*list)[(*count)++] = id;
	}
	if (!*list && lw_grow(list, &cap, 1, sizeof(**list)) < 0)
		return -ENOMEM;
	return 0;
}

int lw_state_entries(const struct lw_state *state, uint64_t **ret, struct lw_error *error)
{
	int fd = openat(state->dir, HISTORY, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	uint64_t *list = NULL;
	uint32_t count = 0;
	int r;

	if (state->dir < 0 || (!dir && errno == ENOENT)) {
		*ret = lw_calloc(1, sizeof(**ret));
		return *ret ? 0 : lw_error_memory(error);
	}
	if (!dir) {
		r = -errno;
		close_fd(&fd);
		return fail(state, r, HISTORY, "cannot read", error);
	}
	r = collect(dir, &list, &count);
	closedir(dir);
	if (r < 0) {
		free(list);
		return lw_error_memory(error);
	}
	qsort(list, count, sizeof(*list), down);
	list[count] = 0;
	*ret = list;
	return 0;
}
