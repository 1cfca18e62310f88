/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of a recorded tree -> sorted array of objects. Every mistake is reported with its place; the tree is given out
 * only if there was none. Values stay where they are in the text: a recording of 200,000 lines costs an array and a sort.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "ktree/replay.h"
#include "ktree/trace.h"

#define COLUMNS 5 /* mode, type, path, content, inode */

struct field {
	const char *at;
	size_t len;
};

struct parse {
	struct replay *replay;
	const char *name, *root;
	size_t root_len;
	struct lw_report *report;
	const char *start; /* of the line */
	uint32_t line;
	bool inodes; /* the fifth column is legal */
	bool bad;    /* a mistake was found */
};

/* A mistake in the present line: remembered, so that the whole is refused at the end. */
#define mistake(p, column, ...) \
	((p)->bad = true, replay_mistake((p)->report, (p)->name, (p)->line, column, __VA_ARGS__))

static uint32_t column_of(const struct parse *p, const char *at)
{
	return (uint32_t)(at - p->start) + 1;
}

static bool parse_mode(struct parse *p, const struct field *f, struct replay_object *object)
{
	uint64_t mode;

	if (!f->len || f->at[0] != '0' || !lw_parse_u64(f->at, f->len, LW_NUM_OCT, &mode) ||
	    mode > 07777) {
		mistake(p, column_of(p, f->at),
			"not a mode: expected four octal digits such as 0644");
		return false;
	}
	object->mode = (uint16_t)mode;
	return true;
}

static bool parse_type(struct parse *p, const struct field *f, struct replay_object *object)
{
	/* NOLINTNEXTLINE(bugprone-not-null-terminated-result): the NUL is none of the letters */
	if (f->len != 1 || !memchr("dfl?", f->at[0], 4)) {
		mistake(p, column_of(p, f->at), "not a type: expected d, f or l");
		return false;
	}
	object->type = f->at[0];
	return true;
}

/* Takes the root off an absolute path. NULL: not at or below it. */
static const char *below_root(const struct parse *p, const char *path, size_t *len)
{
	if (!p->root_len && *len == 1 && path[0] == '.') {
		*len = 0;
		return "";
	}
	if (!p->root_len)
		return path;
	if (*len < p->root_len || memcmp(path, p->root, p->root_len))
		return NULL;
	if (*len == p->root_len) {
		*len = 0;
		return "";
	}
	if (path[p->root_len] != '/' || *len == p->root_len + 1)
		return NULL;
	*len -= p->root_len + 1;
	return path + p->root_len + 1;
}

/* 1: the path is good; 0: a mistake; -ENOMEM. */
static int parse_path(struct parse *p, const struct field *f, struct replay_object *object)
{
	LW_AUTO_STR struct lw_str plain = LW_STR_INIT;
	const char *path = f->at;
	size_t len = f->len, bad;

	object->line = p->line;
	object->column = column_of(p, f->at);
	if (memchr(path, '\\', len)) {
		bad = trace_unescape(&plain, path, len);
		if (bad) {
			mistake(p, column_of(p, path + bad - 1),
				"not an escape: \\n, \\t, \\\\ and \\xNN are");
			return 0;
		}
		if (lw_str_bad(&plain))
			return -ENOMEM;
		len = plain.len;
		path = lw_arena_strdup(&p->replay->paths, lw_str_text(&plain), len);
		if (!path)
			return -ENOMEM;
	}

	if (f->len)
		path = below_root(p, path, &len);
	if (!f->len || !path || !lw_kt_path_ok(path, len)) {
		mistake(p, object->column, path ? "not a path of a kernel tree" : "outside of %s",
			p->root);
		return 0;
	}
	object->path = path;
	object->path_len = (uint32_t)len;
	return 1;
}

static bool parse_content(struct parse *p, const struct field *f, struct replay_object *object)
{
	uint32_t column = column_of(p, f->at);
	size_t bad;
	int err;

	object->content = f->at;
	object->content_len = (uint32_t)f->len;
	object->raw = !f->len || !memchr(f->at, '\\', f->len);
	err = trace_failure(f->at, f->len);
	if (err > 0) {
		mistake(p, column, "no such errno");
		return false;
	}
	object->err = err;
	bad = trace_unescape(NULL, f->at, f->len);
	if (bad) {
		mistake(p, column_of(p, f->at + bad - 1),
			"not an escape: \\n, \\t, \\\\ and \\xNN are");
		return false;
	}
	if (object->type == LW_KT_DIR && f->len && !err) {
		mistake(p, column, "a directory has no content");
		return false;
	}
	if (object->type == LW_KT_LINK && !f->len) {
		mistake(p, column, "a link without a target");
		return false;
	}
	return true;
}

static bool parse_inode(struct parse *p, const struct field *f, struct replay_object *object)
{
	if (!p->inodes) {
		mistake(p, column_of(p, f->at), "a fifth column without a line \"%s\" before",
			TRACE_INODES);
		return false;
	}
	if (!lw_parse_u64(f->at, f->len, LW_NUM_DEC, &object->ino)) {
		mistake(p, column_of(p, f->at), "not an inode number");
		return false;
	}
	return true;
}

/* All columns are looked at, so that one line's mistakes are told together. */
static int parse_line(struct parse *p, const char *line, size_t len)
{
	struct replay_object object = { 0 };
	struct field fields[COLUMNS] = { { 0 } };
	const char *at = line, *end = line + len;
	unsigned n = 0;
	bool ok = true;
	int r;

	while (n < COLUMNS) {
		const char *tab = memchr(at, '\t', (size_t)(end - at));

		fields[n].at = at;
		fields[n++].len = (size_t)((tab ? tab : end) - at);
		at = tab ? tab + 1 : end;
		if (!tab)
			break;
		if (n == COLUMNS) {
			mistake(p, column_of(p, at), "more than %d columns", COLUMNS);
			ok = false;
		}
	}
	if (n < COLUMNS - 1) {
		mistake(p, (uint32_t)len + 1,
			"expected mode, type, path and content, tabs between");
		return 0;
	}

	ok &= parse_mode(p, &fields[0], &object);
	ok &= parse_type(p, &fields[1], &object);
	r = parse_path(p, &fields[2], &object);
	if (r < 0)
		return r;
	ok &= r;
	ok &= parse_content(p, &fields[3], &object);
	if (n == COLUMNS)
		ok &= parse_inode(p, &fields[4], &object);
	return ok ? replay_add(p->replay, &object) : 0;
}

static int parse_lines(struct parse *p, const char *text, size_t len)
{
	const char *end = text + len;
	int r = 0;

	for (const char *next; text < end && r >= 0; text = next) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		size_t n = (size_t)((newline ? newline : end) - text);

		next = newline ? newline + 1 : end;
		p->start = text;
		p->line++;
		if (n == strlen(TRACE_INODES) && !memcmp(text, TRACE_INODES, n))
			p->inodes = true;
		if (n && *text != '#')
			r = parse_line(p, text, n);
	}
	return r;
}

int replay_parse(struct replay *replay, const char *name, const char *text, size_t len,
		 const char *root, struct lw_report *report)
{
	struct parse p = { .replay = replay,
			   .name = name,
			   .root = root,
			   .root_len = strlen(root),
			   .report = report };
	int r;

	if (len > UINT32_MAX) {
		replay_mistake(report, name, 0, 0, "a recording of more than 4 GiB");
		return -EINVAL;
	}
	while (p.root_len && root[p.root_len - 1] == '/')
		p.root_len--;

	r = parse_lines(&p, text, len);
	if (r < 0)
		return r;
	r = replay_link(replay, name, report);
	return p.bad ? -EINVAL : r;
}
