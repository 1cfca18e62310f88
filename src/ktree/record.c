/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A view that remembers what was seen through it. What is seen twice is told once, as seen last: a recording is a state, not
 * a film. Only writes keep their order, as comments.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "ktree/record.h"
#include "ktree/trace.h"

static struct record *record_of(struct lw_ktree *kt)
{
	return (struct record *)kt;
}

/* NULL, and the recording is lost, when memory is short. */
static struct seen *see(struct record *record, const char *path, size_t len)
{
	struct seen *seen;

	if (lw_grow(&record->seen, &record->cap, (uint64_t)record->count + 1, sizeof(*seen)) < 0) {
		record->lost = true;
		return NULL;
	}
	seen = &record->seen[record->count];
	*seen = (struct seen){ .path = lw_arena_strdup(&record->texts, path, len),
			       .path_len = (uint32_t)len };
	if (!seen->path) {
		record->lost = true;
		return NULL;
	}
	seen->order = record->count++;
	return seen;
}

/* Asked for a value or a listing, and got it (@value may be NULL for a listing) or an error. */
static void see_answer(struct record *record, const char *path, char type, int err,
		       const struct lw_str *value)
{
	LW_AUTO_STR struct lw_str escaped = LW_STR_INIT;
	struct seen *seen = see(record, path, strlen(path));

	if (!seen)
		return;
	seen->asked = true;
	seen->as = type;
	seen->err = err;
	seen->type = err ? 0 : type;
	if (err || !value)
		return;
	trace_escape(&escaped, lw_str_text(value), value->len);
	if (!lw_str_bad(&escaped))
		seen->content = lw_arena_strdup(&record->texts, lw_str_text(&escaped), escaped.len);
	record->lost |= !seen->content;
}

static void see_stat(struct record *record, const char *path, const struct lw_kt_stat *st)
{
	struct seen *seen = see(record, path, strlen(path));

	if (!seen)
		return;
	seen->type = (char)st->type;
	seen->ino = st->ino;
	seen->mode = st->mode;
	seen->has_mode = true;
}

/* The listing itself tells no modes, so each name is looked at. One that vanishes meanwhile keeps the usual mode. */
static void see_entries(struct record *record, const char *path, const struct lw_kt_list *list)
{
	LW_AUTO_STR struct lw_str child = LW_STR_INIT;
	struct lw_kt_stat st;

	for (uint32_t i = 0; i < list->count && !record->lost; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];
		struct seen *seen;

		lw_str_clear(&child);
		lw_str_add(&child, path);
		if (lw_kt_join(&child, entry->name, entry->len) < 0) {
			record->lost |= lw_str_bad(&child);
			continue;
		}
		seen = see(record, lw_str_text(&child), child.len);
		if (!seen)
			break;
		seen->type = (char)entry->type;
		seen->ino = entry->ino;
		if (lw_kt_stat(record->inner, lw_str_text(&child), &st, NULL) >= 0)
			see_stat(record, lw_str_text(&child), &st);
	}
}

static int record_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		       struct lw_error *error)
{
	struct record *record = record_of(kt);
	int r = lw_kt_list(record->inner, path, ret, error);

	see_answer(record, path, LW_KT_DIR, r, NULL);
	if (r >= 0)
		see_entries(record, path, ret);
	return r;
}

static int record_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		       struct lw_error *error)
{
	int r = lw_kt_read(record_of(kt)->inner, path, ret, error);

	see_answer(record_of(kt), path, LW_KT_FILE, r, ret);
	return r;
}

static int record_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			   struct lw_error *error)
{
	int r = lw_kt_readlink(record_of(kt)->inner, path, ret, error);

	see_answer(record_of(kt), path, LW_KT_LINK, r, ret);
	return r;
}

static int record_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		       struct lw_error *error)
{
	int r = lw_kt_stat(record_of(kt)->inner, path, ret, error);

	if (r >= 0)
		see_stat(record_of(kt), path, ret);
	return r;
}

static int record_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
			struct lw_error *error)
{
	struct record *record = record_of(kt);
	int r = lw_kt_write(record->inner, path, data, len, error);

	lw_str_add(&record->writes, "#   write ");
	trace_escape(&record->writes, path, strlen(path));
	lw_str_add(&record->writes, " <- \"");
	trace_escape(&record->writes, data, len);
	lw_str_add(&record->writes, "\" => ");
	if (r < 0)
		trace_add_errno(&record->writes, r);
	else
		lw_str_add(&record->writes, "ok");
	lw_str_add_char(&record->writes, '\n');
	return r;
}

static void record_close(struct lw_ktree *kt)
{
	struct record *record = record_of(kt);

	free(record->root);
	free(record->seen);
	lw_arena_done(&record->texts);
	lw_str_done(&record->writes);
	free(record);
}

static const struct lw_ktree_ops record_ops = {
	.size = sizeof(record_ops),
	.list = record_list,
	.read = record_read,
	.write = record_write,
	.readlink = record_readlink,
	.stat = record_stat,
	.close = record_close,
};

int lw_kt_record_open(struct lw_ktree *inner, const char *root, struct lw_ktree **ret,
		      struct lw_error *error)
{
	struct record *record = lw_calloc(1, sizeof(*record));

	if (!record)
		return lw_error_memory(error);
	record->kt.ops = &record_ops;
	record->inner = inner;
	record->root = strdup(root);
	lw_arena_init(&record->texts);
	if (!record->root) {
		record_close(&record->kt);
		return lw_error_memory(error);
	}
	*ret = &record->kt;
	return 0;
}
