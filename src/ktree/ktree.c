/* SPDX-License-Identifier: Apache-2.0 */
/* What holds for every backend: checked paths, checked lengths, sorted lists, nothing half-filled after a failure. */
#include "ktree/ktree.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"

static int by_name(const void *a, const void *b)
{
	const struct lw_kt_entry *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* A string may hold no NUL, so a path that is given as one has none either. */
static int check(const char *path, struct lw_error *error)
{
	if (lw_kt_path_ok(path, strlen(path)))
		return 0;
	lw_kt_fail(error, -EINVAL, path);
	lw_error_hint(error,
		      "a path in a kernel tree is relative, and has no empty, '.' or '..' element");
	return -EINVAL;
}

static void list_clear(struct lw_kt_list *list)
{
	lw_arena_done(&list->names);
	list->count = 0;
}

int lw_kt_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
	       struct lw_error *error)
{
	int r = check(path, error);

	list_clear(ret);
	if (r >= 0)
		r = kt->ops->list(kt, path, ret, error);
	if (r < 0) {
		list_clear(ret);
		return r;
	}
	if (ret->count)
		qsort(ret->entries, ret->count, sizeof(*ret->entries), by_name);
	return 0;
}

int lw_kt_list_add(struct lw_kt_list *list, const char *name, size_t len, enum lw_kt_type type,
		   uint64_t ino)
{
	struct lw_kt_entry *entry;
	char *copy;

	if (lw_grow(&list->entries, &list->cap, (uint64_t)list->count + 1, sizeof(*list->entries)) <
	    0)
		return -ENOMEM;
	copy = lw_arena_strdup(&list->names, name, len);
	if (!copy)
		return -ENOMEM;

	entry = &list->entries[list->count++];
	entry->name = copy;
	entry->len = (uint32_t)len;
	entry->type = type;
	entry->ino = ino;
	return 0;
}

const struct lw_kt_entry *lw_kt_list_find(const struct lw_kt_list *list, const char *name)
{
	const struct lw_kt_entry key = { .name = name };

	if (!list->count)
		return NULL;
	return bsearch(&key, list->entries, list->count, sizeof(key), by_name);
}

void lw_kt_list_done(struct lw_kt_list *list)
{
	lw_arena_done(&list->names);
	free(list->entries);
	*list = (struct lw_kt_list)LW_KT_LIST_INIT;
}

/* A string that could not grow fails an access that went well otherwise; a failed one leaves nothing behind. */
static int finish_text(int r, struct lw_str *ret, struct lw_error *error)
{
	if (r >= 0 && lw_str_bad(ret))
		r = lw_error_memory(error);
	if (r < 0)
		lw_str_clear(ret);
	return r;
}

int lw_kt_read(struct lw_ktree *kt, const char *path, struct lw_str *ret, struct lw_error *error)
{
	int r = check(path, error);

	lw_str_clear(ret);
	if (r >= 0)
		r = kt->ops->read(kt, path, ret, error);
	return finish_text(r, ret, error);
}

int lw_kt_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		   struct lw_error *error)
{
	int r = check(path, error);

	lw_str_clear(ret);
	if (r >= 0)
		r = kt->ops->readlink(kt, path, ret, error);
	return finish_text(r, ret, error);
}

int lw_kt_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		struct lw_error *error)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	int r = check(path, error);

	if (r < 0)
		return r;
	if (len && len <= LW_KT_WRITE_MAX)
		return kt->ops->write(kt, path, data, len, error);

	lw_str_add_shown(&shown, path, strlen(path));
	if (!len)
		r = lw_error_set(error, -EINVAL, LW_CODE_INVALID,
				 "%s: an empty command is never seen by the kernel",
				 lw_str_text(&shown));
	else
		r = lw_error_set(
			error, -E2BIG, LW_CODE_LIMIT,
			"%s: a command of %zu bytes is more than the %d that the kernel takes",
			lw_str_text(&shown), len, LW_KT_WRITE_MAX);
	lw_error_object(error, path);
	return r;
}

int lw_kt_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
	       struct lw_error *error)
{
	struct lw_kt_stat st = { 0, 0, LW_KT_OTHER };
	int r = check(path, error);

	if (r >= 0)
		r = kt->ops->stat(kt, path, &st, error);
	if (r >= 0)
		*ret = st;
	return r;
}

void lw_kt_close(struct lw_ktree *kt)
{
	if (kt)
		kt->ops->close(kt);
}

int lw_kt_fail(struct lw_error *error, int err, const char *path)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	if (err == -ENOMEM)
		return lw_error_memory(error);
	lw_str_add_shown(&shown, path, strlen(path));
	lw_error_errno(error, err, "%s", *path ? lw_str_text(&shown) : "/");
	lw_error_object(error, *path ? path : "/");
	return err;
}
