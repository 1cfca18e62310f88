/* SPDX-License-Identifier: Apache-2.0 */
/* Answers from a recorded tree the way the kernel would have answered then. */
#include "ktree/replay.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "ktree/trace.h"

static struct replay *replay_of(struct lw_ktree *kt)
{
	return (struct replay *)kt;
}

static int rank(char c)
{
	return c == '/' ? 0 : (unsigned char)c + 1;
}

int replay_compare(const char *a, size_t alen, const char *b, size_t blen)
{
	size_t n = alen < blen ? alen : blen;

	/* The root is above everything; otherwise a path sorts right before what is below it. */
	for (size_t i = 0; i < n; i++) {
		if (a[i] != b[i])
			return rank(a[i]) - rank(b[i]);
	}
	return (alen > blen) - (alen < blen);
}

static const struct replay_object *search(const struct replay *replay, const char *path, size_t len)
{
	uint32_t low = 0, high = replay->count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const struct replay_object *object = &replay->objects[mid];
		int c = replay_compare(path, len, object->path, object->path_len);

		if (!c)
			return object;
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

/* What is missing below a file is ENOTDIR, as in any file system; below a link too: links are not followed. */
static int find(const struct replay *replay, const char *path, const struct replay_object **ret,
		struct lw_error *error)
{
	size_t len = strlen(path);
	int err = -ENOENT;

	*ret = search(replay, path, len);
	if (*ret)
		return 0;

	while (len && err == -ENOENT) {
		const char *slash = memrchr(path, '/', len);
		const struct replay_object *above;

		len = slash ? (size_t)(slash - path) : 0;
		above = search(replay, path, len);
		if (above && above->type != LW_KT_DIR)
			err = above->type == LW_KT_LINK ? -ELOOP : -ENOTDIR;
		else if (above)
			break;
	}
	return lw_kt_fail(error, err, path);
}

/* A file that may be opened: @mode holds the permission bits of which one must be there. */
static int find_file(const struct replay *replay, const char *path, unsigned mode,
		     const struct replay_object **ret, struct lw_error *error)
{
	int r = find(replay, path, ret, error);

	if (r < 0)
		return r;
	if ((*ret)->type == LW_KT_DIR)
		return lw_kt_fail(error, -EISDIR, path);
	if ((*ret)->type == LW_KT_LINK)
		return lw_kt_fail(error, -ELOOP, path);
	if ((*ret)->type != LW_KT_FILE)
		return lw_kt_fail(error, -EINVAL, path);
	return (*ret)->mode & mode ? 0 : lw_kt_fail(error, -EACCES, path);
}

static int replay_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		       struct lw_error *error)
{
	const struct replay *replay = replay_of(kt);
	const struct replay_object *dir, *child;
	size_t skip;
	int r;

	r = find(replay, path, &dir, error);
	if (r < 0)
		return r;
	if (dir->type != LW_KT_DIR)
		return lw_kt_fail(error, -ENOTDIR, path);
	if (dir->err)
		return lw_kt_fail(error, dir->err, path);

	skip = dir->path_len ? dir->path_len + 1 : 0;
	for (uint32_t i = (uint32_t)(dir - replay->objects) + 1; i < dir->end; i = child->end) {
		child = &replay->objects[i];
		r = lw_kt_list_add(ret, child->path + skip, child->path_len - skip,
				   (enum lw_kt_type)child->type, child->ino);
		if (r < 0)
			return lw_error_memory(error);
	}
	return 0;
}

static void add_content(const struct replay_object *object, struct lw_str *ret)
{
	if (object->raw)
		lw_str_add_bytes(ret, object->content, object->content_len);
	else
		(void)trace_unescape(ret, object->content, object->content_len);
}

static int replay_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		       struct lw_error *error)
{
	const struct replay_object *object;
	int r;

	r = find_file(replay_of(kt), path, 0444, &object, error);
	if (r < 0)
		return r;
	if (object->err)
		return lw_kt_fail(error, object->err, path);
	add_content(object, ret);
	if (ret->len > LW_KT_READ_MAX)
		return lw_kt_fail(error, -EFBIG, path);
	return 0;
}

static int replay_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
			struct lw_error *error)
{
	const struct replay_object *object;
	int r;

	(void)data;
	(void)len;
	r = find_file(replay_of(kt), path, 0222, &object, error);
	if (r < 0)
		return r;
	lw_kt_fail(error, -EROFS, path);
	lw_error_hint(error, "this is a recorded tree: it can be read, not changed");
	return -EROFS;
}

static int replay_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			   struct lw_error *error)
{
	const struct replay_object *object;
	int r;

	r = find(replay_of(kt), path, &object, error);
	if (r < 0)
		return r;
	if (object->type != LW_KT_LINK)
		return lw_kt_fail(error, -EINVAL, path);
	if (object->err)
		return lw_kt_fail(error, object->err, path);
	add_content(object, ret);
	return 0;
}

static int replay_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		       struct lw_error *error)
{
	const struct replay_object *object;
	int r;

	r = find(replay_of(kt), path, &object, error);
	if (r < 0)
		return r;
	ret->type = (enum lw_kt_type)object->type;
	ret->mode = object->mode;
	ret->ino = object->ino;
	return 0;
}

static void replay_close(struct lw_ktree *kt)
{
	struct replay *replay = replay_of(kt);

	free(replay->objects);
	lw_arena_done(&replay->paths);
	free(replay);
}

static const struct lw_ktree_ops replay_ops = {
	.size = sizeof(replay_ops),
	.list = replay_list,
	.read = replay_read,
	.write = replay_write,
	.readlink = replay_readlink,
	.stat = replay_stat,
	.close = replay_close,
};

int lw_kt_replay_open(const char *name, const char *text, size_t len, const char *root,
		      struct lw_ktree **ret, struct lw_report *report)
{
	struct replay *replay = lw_calloc(1, sizeof(*replay));
	int r;

	if (!replay)
		return -ENOMEM;
	replay->kt.ops = &replay_ops;
	lw_arena_init(&replay->paths);
	r = replay_parse(replay, name, text, len, root, report);
	if (r < 0) {
		replay_close(&replay->kt);
		return r;
	}
	*ret = &replay->kt;
	return 0;
}
