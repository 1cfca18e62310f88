/* SPDX-License-Identifier: Apache-2.0 */
/* The sightings of a recording view as the text of a recorded tree. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "ktree/record.h"
#include "ktree/replay.h"
#include "ktree/trace.h"

static int by_path_and_order(const void *a, const void *b)
{
	const struct seen *x = *(const struct seen *const *)a, *y = *(const struct seen *const *)b;
	int c = replay_compare(x->path, x->path_len, y->path, y->path_len);

	return c ? c : (x->order > y->order) - (x->order < y->order);
}

static bool is_gone(int err)
{
	return err == -ENOENT || err == -ENOTDIR || err == -ELOOP || err == -ENODEV;
}

/*
 * Lays the sightings of one path over each other, later ones on top. An answer counts only if it was asked of what the
 * object is: that a directory cannot be read as a file needs no record.
 */
static struct seen lay_over(struct seen *const *seen, size_t n)
{
	struct seen sum = { .path = seen[0]->path, .path_len = seen[0]->path_len };

	for (size_t i = 0; i < n; i++) {
		if (seen[i]->type)
			sum.type = seen[i]->type;
		if (seen[i]->ino)
			sum.ino = seen[i]->ino;
		if (seen[i]->has_mode)
			sum.mode = seen[i]->mode;
		sum.has_mode |= seen[i]->has_mode;
	}
	for (size_t i = 0; i < n; i++) {
		if (!seen[i]->asked || (sum.type && seen[i]->as != sum.type))
			continue;
		sum.asked = true;
		sum.as = seen[i]->as;
		sum.err = seen[i]->err;
		sum.content = seen[i]->content;
	}
	/* Nobody ever saw it, but asking for it failed in a way that says it is there. */
	if (!sum.type && sum.asked && !is_gone(sum.err))
		sum.type = sum.as;
	if (!sum.has_mode)
		sum.mode = sum.type == LW_KT_DIR ? 0755 : sum.type == LW_KT_LINK ? 0777 : 0644;
	return sum;
}

static void add_content(const struct seen *sum, struct lw_str *out)
{
	int err = sum->asked ? sum->err : -ENODATA;

	if (sum->type == LW_KT_OTHER || (!err && !sum->content))
		return;
	if (!err) {
		lw_str_add(out, sum->content);
	} else if (sum->type == LW_KT_FILE && !(sum->mode & 0444)) {
		lw_str_add(out, TRACE_WRITE_ONLY);
	} else {
		lw_str_add(out, TRACE_ERR_HEAD);
		trace_add_errno(out, err);
		lw_str_add_char(out, '>');
	}
}

static void add_line(const char *root, const struct seen *sum, bool inodes, struct lw_str *out)
{
	lw_str_addf(out, "%04o\t%c\t", sum->mode, sum->type);
	trace_escape(out, root, strlen(root));
	if (*root && sum->path_len)
		lw_str_add_char(out, '/');
	if (!*root && !sum->path_len)
		lw_str_add_char(out, '.');
	trace_escape(out, sum->path, sum->path_len);
	lw_str_add_char(out, '\t');
	add_content(sum, out);
	if (inodes)
		lw_str_addf(out, "\t%llu", (unsigned long long)sum->ino);
	lw_str_add_char(out, '\n');
}

int lw_kt_record_text(const struct lw_ktree *kt, struct lw_str *out, struct lw_error *error)
{
	const struct record *record = (const struct record *)kt;
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): it is an array of pointers */
	LW_AUTO_FREE struct seen **order = lw_calloc(record->count, sizeof(*order));
	bool inodes = false;
	size_t n = 1;

	if (!order || record->lost || lw_str_bad(&record->writes))
		return lw_error_memory(error);
	for (uint32_t i = 0; i < record->count; i++) {
		order[i] = &record->seen[i];
		inodes |= record->seen[i].ino != 0;
	}
	if (record->count)
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): the same array */
		qsort(order, record->count, sizeof(*order), by_path_and_order);

	lw_str_add_bytes(out, lw_str_text(&record->writes), record->writes.len);
	if (inodes)
		lw_str_add(out, TRACE_INODES "\n");
	for (size_t i = 0; i < record->count; i += n) {
		struct seen sum;

		for (n = 1; i + n < record->count && !strcmp(order[i + n]->path, order[i]->path);
		     n++)
			;
		sum = lay_over(order + i, n);
		if (sum.type)
			add_line(record->root, &sum, inodes, out);
	}
	return lw_str_bad(out) ? lw_error_memory(error) : 0;
}
