/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The second half of reading a recorded tree: the objects are sorted, directories that no line names are added, and each
 * object learns where its part of the array ends. What needs two lines to be seen as a mistake is found here.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ktree/replay.h"

struct where {
	const char *name;
	struct lw_report *report;
	bool bad;
};

void replay_mistake(struct lw_report *report, const char *name, uint32_t line, uint32_t column,
		    const char *format, ...)
{
	LW_AUTO_STR struct lw_str message = LW_STR_INIT;
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = LW_CODE_SYNTAX,
		.file = name,
		.line = line,
		.column = column,
	};
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&message, format, args);
	va_end(args);
	problem.message = lw_str_text(&message);
	lw_report_add(report, &problem);
}

int replay_add(struct replay *replay, const struct replay_object *object)
{
	int r = lw_grow(&replay->objects, &replay->cap, (uint64_t)replay->count + 1,
			sizeof(*object));

	if (r < 0)
		return -ENOMEM;
	replay->objects[replay->count++] = *object;
	return 0;
}

static int by_path(const void *a, const void *b)
{
	const struct replay_object *x = a, *y = b;
	int c = replay_compare(x->path, x->path_len, y->path, y->path_len);

	return c ? c : (x->line > y->line) - (x->line < y->line);
}

static void sort(struct replay *replay)
{
	if (replay->count)
		qsort(replay->objects, replay->count, sizeof(*replay->objects), by_path);
}

/* Whether @above is @path or one of the directories above it. */
static bool is_at_or_above(const struct replay_object *above, const char *path, size_t len)
{
	size_t n = above->path_len;

	return n <= len && !memcmp(above->path, path, n) && (!n || n == len || path[n] == '/');
}

/*
 * A recording may leave directories out that are only on the way. In the sorted array whatever is above an object stands
 * somewhere between the previous object's line of ancestors and the object itself: only those not on it are missing.
 */
static int imply_directories(struct replay *replay)
{
	uint32_t named = replay->count;
	struct replay_object dir = { .content = "", .mode = 0755, .type = LW_KT_DIR, .raw = true };
	int r = 0;

	for (uint32_t i = 0; i < named && r >= 0; i++) {
		const char *path = replay->objects[i].path;
		size_t len = replay->objects[i].path_len;

		while (len && r >= 0) {
			const char *slash = memrchr(path, '/', len);

			len = slash ? (size_t)(slash - path) : 0;
			if (i &&
			    is_at_or_above(&(struct replay_object){ .path = path,
								    .path_len = (uint32_t)len },
					   replay->objects[i - 1].path,
					   replay->objects[i - 1].path_len))
				break;
			dir.line = replay->objects[i].line;
			dir.column = replay->objects[i].column;
			dir.path = path;
			dir.path_len = (uint32_t)len;
			r = replay_add(replay, &dir);
		}
	}
	if (r >= 0 && !named) {
		dir.path = "";
		r = replay_add(replay, &dir);
	}
	if (r >= 0 && replay->count > named)
		sort(replay);
	return r;
}

/* A mistake in an object's line, seen from elsewhere. */
#define mistake(w, object, ...) \
	((w)->bad = true, \
	 replay_mistake((w)->report, (w)->name, (object)->line, (object)->column, __VA_ARGS__))

static void check_parent(struct where *w, const struct replay_object *parent,
			 const struct replay_object *object)
{
	if (parent->type != LW_KT_DIR)
		mistake(w, object, "below line %u, which is no directory", parent->line);
}

/* Sets the end of each object's own part of the array; finds what stands twice, or below a file. */
static void link_objects(struct replay *replay, struct where *w)
{
	struct replay_object *objects = replay->objects;
	uint32_t open[LW_KT_DEPTH_MAX + 2] = { 0 }, depth = 0, count = replay->count;

	for (uint32_t i = 0; i < count; i++) {
		struct replay_object *object = &objects[i];

		while (depth &&
		       !is_at_or_above(&objects[open[depth - 1]], object->path, object->path_len))
			objects[open[--depth]].end = i;
		if (depth && objects[open[depth - 1]].path_len == object->path_len) {
			mistake(w, object, "again: it stands in line %u already",
				objects[open[depth - 1]].line);
			objects[open[--depth]].end = i;
		} else if (depth) {
			check_parent(w, &objects[open[depth - 1]], object);
		}
		open[depth++] = i;
	}
	while (depth)
		objects[open[--depth]].end = count;
}

int replay_link(struct replay *replay, const char *name, struct lw_report *report)
{
	struct where w = { .name = name, .report = report };
	int r;

	sort(replay);
	r = imply_directories(replay);
	if (r < 0)
		return r;
	link_objects(replay, &w);
	return w.bad ? -EINVAL : 0;
}
