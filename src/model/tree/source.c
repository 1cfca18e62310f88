/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that nodes come from. Of a text only the starts of its lines are kept: enough to turn a byte offset into line and
 * column (in bytes, from 1) when somebody asks, which is rarely.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

static void lines_unref(struct lw_lines *lines)
{
	if (lines && !--lines->refs)
		free(lines);
}

void tree_sources_done(struct lw_tree *tree)
{
	for (uint32_t i = 0; i < tree->nsource; i++)
		lines_unref(tree->sources[i].lines);
	free(tree->sources);
}

/* A new, empty source at the end of the list, made visible by the caller once it is filled; NULL on failure. */
static struct lw_source *room(struct lw_tree *tree)
{
	uint32_t count = tree->nsource ? tree->nsource : 1;
	int r = count > UINT16_MAX ? -E2BIG
				   : lw_grow(&tree->sources, &tree->source_cap, (uint64_t)count + 1,
					     sizeof(*tree->sources));

	if (r < 0) {
		tree_fail(tree, r);
		return NULL;
	}
	if (!tree->nsource)
		tree->sources[0] = (struct lw_source){ 0 };
	tree->nsource = count;
	tree->sources[count] = (struct lw_source){ 0 };
	return &tree->sources[count];
}

static uint32_t count_lines(const char *text, size_t len)
{
	const char *end = text + len, *at = text;
	uint32_t lines = 1;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		lines++;
		at++;
	}
	return lines;
}

static void fill_lines(struct lw_lines *lines, const char *text, size_t len)
{
	const char *end = text + len, *at = text;
	uint32_t n = 0;

	lines->start[n++] = 0;
	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))))
		lines->start[n++] = (uint32_t)(++at - text);
	lines->count = n;
}

static struct lw_lines *lines_new(const char *text, size_t len)
{
	size_t head = sizeof(struct lw_lines) / sizeof(uint32_t);
	struct lw_lines *lines = lw_calloc(head + count_lines(text, len), sizeof(uint32_t));

	if (!lines)
		return NULL;
	lines->refs = 1;
	fill_lines(lines, text, len);
	return lines;
}

uint16_t lw_tree_add_source(struct lw_tree *tree, const char *name, const char *text, size_t len)
{
	struct lw_source *source;
	uint32_t off;

	if (!tree)
		return 0;
	if (!name || (!text && len)) {
		tree_fail(tree, -EINVAL);
		return 0;
	}
	off = tree_intern(tree, name, strlen(name));
	if (off == LW_STRINGS_NONE)
		return 0;
	if (len >= UINT32_MAX) {
		tree_fail(tree, -E2BIG);
		return 0;
	}
	source = room(tree);
	if (!source)
		return 0;
	source->name = off;
	source->lines = lines_new(text, len);
	if (!source->lines) {
		tree_fail(tree, -ENOMEM);
		return 0;
	}
	return (uint16_t)tree->nsource++;
}

static int copy_source(struct lw_tree *into, const struct lw_source *from, uint32_t name)
{
	struct lw_source *source = room(into);

	if (!source)
		return -ENOMEM;
	source->lines = from->lines;
	source->lines->refs++;
	source->name = name;
	into->nsource++;
	return 0;
}

/* All sources, with the same numbers; @into has none yet. */
int tree_sources_copy(struct lw_tree *into, const struct lw_tree *from)
{
	for (uint32_t i = 1; i < from->nsource; i++) {
		const char *name = tree_text(from, from->sources[i].name);
		uint32_t off = tree_intern(into, name, strlen(name));

		if (off == LW_STRINGS_NONE || copy_source(into, &from->sources[i], off) < 0)
			return -ENOMEM;
	}
	return 0;
}

/* Asked once a node that is copied, so not every line is compared: two versions of a file differ in one of these. */
static bool same_source(const struct lw_source *a, const struct lw_source *b)
{
	const struct lw_lines *x = a->lines, *y = b->lines;

	return a->name == b->name && x->count == y->count &&
	       x->start[x->count - 1] == y->start[x->count - 1] &&
	       x->start[x->count / 2] == y->start[x->count / 2];
}

uint16_t tree_source_import(struct lw_tree *into, const struct lw_tree *from, uint16_t file)
{
	const struct lw_source *source;

	if (!file || file >= from->nsource)
		return 0;
	source = &from->sources[file];

	/* Usually the two trees number their sources alike, or @into took this one a moment ago. */
	if (file < into->nsource && same_source(&into->sources[file], source))
		return file;
	for (uint32_t i = into->nsource; i-- > 1;) {
		if (same_source(&into->sources[i], source))
			return (uint16_t)i;
	}
	return copy_source(into, source, source->name) < 0 ? 0 : (uint16_t)(into->nsource - 1);
}

struct lw_place lw_tree_place(const struct lw_tree *tree, uint16_t file, uint32_t src)
{
	struct lw_place place = { NULL, 0, 0 };
	const struct lw_lines *lines;
	uint32_t low = 0, high, offset = src - 1;

	if (!file || file >= tree->nsource)
		return place;
	lines = tree->sources[file].lines;
	place.file = tree_text(tree, tree->sources[file].name);
	if (!src)
		return place;

	/* The last line that starts at or before the offset. */
	high = lines->count;
	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (lines->start[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	place.line = low + 1;
	place.column = offset - lines->start[low] + 1;
	return place;
}
