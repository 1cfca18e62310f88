/* SPDX-License-Identifier: Apache-2.0 */
/* Recorded trees, and comparing the simulator's tree with one. */
#include "recorded.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"

#define ROOT "/sys/kernel/scst_tgt"

struct row {
	char *path; /* relative to the root */
	char *content;
	size_t len;
	unsigned mode;
	char type;
	bool seen;
};

struct recorded {
	struct row *rows; /* sorted by path between loads */
	uint32_t count, cap;
};

/*
 * Whole subtrees that are not compared: the recordings leave out what counts traffic and memory. That the files are there
 * is another test's business.
 */
static const char *const left_out[] = {
	"sgv",
	"*/latency",
	"*_cmd_count",
	"*_io_count_kb",
};

/* Files of which only type and mode are compared, and why. */
static const char *const volatile_content[] = {
	"version",		       /* of the build that was recorded */
	"*/thread_pid",		       /* processes of that machine */
	"*/thread_index",	       /* which of them it was */
	"*/sid",		       /* chosen by the initiator and the target's boot */
	"devices/1:0:0:0/scsi_device", /* where an iSCSI disk hangs, not a local one */
};

static bool matches(const char *path, const char *const *patterns, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!fnmatch(patterns[i], path, 0))
			return true;
	return false;
}

char *recorded_file(const char *name, const char *suffix, bool must)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT, text = LW_STR_INIT;
	const char *slash = strrchr(__FILE__, '/');

	lw_str_addf(&path, "%.*s/../traces/scst/%s.%s", slash ? (int)(slash - __FILE__) : 1,
		    slash ? __FILE__ : ".", name, suffix);
	if (lw_file_read_all(lw_str_text(&path), 1 << 20, &text, NULL)) {
		if (must)
			fail_msg("cannot read %s", lw_str_text(&path));
		return NULL;
	}
	lw_str_add(&text, "");
	return text.len ? lw_str_take(&text) : strdup("");
}

static int hex(char c)
{
	return c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
}

size_t recorded_unescape(char *text)
{
	char *out = text;

	for (const char *in = text; *in; in++) {
		if (in[0] != '\\' || !in[1]) {
			*out++ = *in;
		} else if (in[1] == 'x' && in[2] && in[3]) {
			*out++ = (char)(hex(in[2]) * 16 + hex(in[3]));
			in += 3;
		} else {
			*out++ = in[1] == 'n' ? '\n' : in[1] == 't' ? '\t' : in[1];
			in++;
		}
	}
	*out = '\0';
	return (size_t)(out - text);
}

struct recorded *recorded_new(void)
{
	struct recorded *tree = calloc(1, sizeof(*tree));

	assert_non_null(tree);
	return tree;
}

static void row_done(struct row *row)
{
	free(row->path);
	free(row->content);
}

static void recorded_clear(struct recorded *tree)
{
	for (uint32_t i = 0; i < tree->count; i++)
		row_done(&tree->rows[i]);
	tree->count = 0;
}

void recorded_free(struct recorded *tree)
{
	recorded_clear(tree);
	free(tree->rows);
	free(tree);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct row *)a)->path, ((const struct row *)b)->path);
}

static struct row *row_find(struct recorded *tree, const char *path)
{
	struct row key = { .path = (char *)path };

	return tree->count ? bsearch(&key, tree->rows, tree->count, sizeof(key), by_path) : NULL;
}

static void row_fill(struct row *row, unsigned mode, char type, const char *path,
		     const char *content)
{
	row->mode = mode;
	row->type = type;
	row->path = strdup(path);
	row->content = strdup(content);
	assert_true(row->path && row->content);
	row->len = recorded_unescape(row->content);
}

/* @known: how many rows are sorted. New ones go behind them. */
static void line_apply(struct recorded *tree, uint32_t known, char *line)
{
	char *mode = strsep(&line, "\t"), *type = strsep(&line, "\t"), *path = strsep(&line, "\t");
	struct recorded old = { tree->rows, known, 0 };
	struct row *row;

	assert_true(path && !strncmp(path, ROOT, strlen(ROOT)));
	path += strlen(ROOT);
	path += *path == '/';
	row = row_find(&old, path);
	if (*mode == '-') {
		assert_non_null(row);
		row->type = '-';
		return;
	}
	if (row) {
		row_done(row);
	} else {
		assert_int_equal(lw_grow(&tree->rows, &tree->cap, tree->count + 1ULL, sizeof(*row)),
				 0);
		row = &tree->rows[tree->count++];
	}
	*row = (struct row){ 0 };
	row_fill(row, (unsigned)strtoul(mode, NULL, 8), *type, path, line ? line : "");
}

static void drop_removed(struct recorded *tree)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < tree->count; i++) {
		if (tree->rows[i].type == '-')
			row_done(&tree->rows[i]);
		else
			tree->rows[kept++] = tree->rows[i];
	}
	tree->count = kept;
}

void recorded_load(struct recorded *tree, const char *name)
{
	char *text = recorded_file(name, "txt", false), *at;
	uint32_t known;

	if (text)
		recorded_clear(tree);
	else
		text = recorded_file(name, "changes", true);
	at = text;
	known = tree->count;
	for (char *line; (line = strsep(&at, "\n"));)
		if (*line && *line != '#')
			line_apply(tree, known, line);
	drop_removed(tree);
	if (tree->count)
		qsort(tree->rows, tree->count, sizeof(*tree->rows), by_path);
	free(text);
}

/* ---- comparing */

struct walk {
	struct recorded *tree;
	struct sim *sim;
	struct lw_str path;
	unsigned wrong;
	bool quiet;
};

static void differs(struct walk *walk, const char *path, const char *what, const char *seen,
		    const char *wanted)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	walk->wrong++;
	if (walk->quiet)
		return;
	lw_str_addf(&text, "%s: %s: simulated \"", path, what);
	lw_str_add_shown(&text, seen, strlen(seen));
	lw_str_add(&text, "\", recorded \"");
	lw_str_add_shown(&text, wanted, strlen(wanted));
	print_error("%s\"\n", lw_str_text(&text));
}

static void compare_content(struct walk *walk, const struct row *row)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = row->type == 'l' ? sim_readlink(walk->sim, row->path, &text)
				   : sim_read(walk->sim, row->path, &text);

	if (matches(row->path, volatile_content, LW_ARRAY_LEN(volatile_content)))
		return;
	if (!strcmp(row->content, "!WO:EACCES")) {
		if (err != -EACCES)
			differs(walk, row->path, "reading", lw_str_text(&text), row->content);
	} else if (err) {
		differs(walk, row->path, "reading", strerror(-err), row->content);
	} else if (text.len != row->len || memcmp(lw_str_text(&text), row->content, row->len)) {
		differs(walk, row->path, "content", lw_str_text(&text), row->content);
	}
}

static int visit(void *ctx, const char *name, const struct sim_stat *stat);

static void compare_node(struct walk *walk, const struct sim_stat *stat)
{
	const char *path = lw_str_text(&walk->path);
	struct row *row = row_find(walk->tree, path);
	char seen[16], wanted[16];

	if (matches(path, left_out, LW_ARRAY_LEN(left_out)))
		return;
	if (!row) {
		differs(walk, path, "node", "there", "not there");
		return;
	}
	row->seen = true;
	snprintf(seen, sizeof(seen), "%o %c", stat->mode, stat->type);
	snprintf(wanted, sizeof(wanted), "%o %c", row->mode, row->type);
	if (strcmp(seen, wanted))
		differs(walk, path, "mode and type", seen, wanted);
	else if (stat->type == 'd')
		sim_list(walk->sim, path, visit, walk);
	else
		compare_content(walk, row);
}

static int visit(void *ctx, const char *name, const struct sim_stat *stat)
{
	struct walk *walk = ctx;
	size_t len = walk->path.len;

	if (len)
		lw_str_add_char(&walk->path, '/');
	lw_str_add(&walk->path, name);
	compare_node(walk, stat);
	walk->path.len = len;
	walk->path.data[len] = '\0';
	return 0;
}

unsigned recorded_compare(struct recorded *tree, struct sim *sim, bool quiet)
{
	struct walk walk = { tree, sim, LW_STR_INIT, 0, quiet };
	struct sim_stat root;

	for (uint32_t i = 0; i < tree->count; i++)
		tree->rows[i].seen = false;
	assert_int_equal(sim_stat(sim, "", &root), 0);
	lw_str_add(&walk.path, "");
	compare_node(&walk, &root);
	for (uint32_t i = 0; i < tree->count; i++)
		if (!tree->rows[i].seen)
			differs(&walk, tree->rows[i].path, "node", "not there", "there");
	lw_str_done(&walk.path);
	return walk.wrong;
}
