/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/scstadmin/attrs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"

#define LEVELS_A_LINE 5

/* ---- reading */

struct reading {
	struct front_attrs *attrs;
	enum front_object object;
};

/* Links that are values, not other objects. */
static bool is_fact(enum front_object object, const char *name)
{
	switch (object) {
	case FRONT_OBJECT_DEVICE:
		return !strcmp(name, "handler") || !strcmp(name, "scsi_device");
	case FRONT_OBJECT_LUN:
	case FRONT_OBJECT_GROUP_LUN:
		return !strcmp(name, "device");
	case FRONT_OBJECT_TARGET:
		return !strcmp(name, "host");
	case FRONT_OBJECT_HANDLER:
		return strcmp(name, "module") != 0; /* its devices */
	default:
		return false;
	}
}

/* Shown as writable whatever their modes say. */
static bool is_always_writable(enum front_object object, const char *name)
{
	static const char *const device[] = { "cpu_mask", "filename", "threads_num",
					      "threads_pool_type", NULL };
	static const char *const target[] = { "enabled", "cpu_mask", NULL };
	const char *const *names = object == FRONT_OBJECT_DEVICE   ? device
				   : object == FRONT_OBJECT_TARGET ? target
								   : NULL;

	for (; names && *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static struct front_attr *add(struct front_attrs *attrs, const char *name, size_t name_len,
			      const char *value, size_t len)
{
	struct front_attr *row;

	if (lw_grow(&attrs->rows, &attrs->cap, (uint64_t)attrs->count + 1, sizeof(*row)) < 0)
		return NULL;
	row = &attrs->rows[attrs->count];
	*row = (struct front_attr){ .name = strndup(name, name_len),
				    .value = value ? strndup(value, len) : NULL };
	if (!row->name || (value && !row->value)) {
		free(row->name);
		free(row->value);
		return NULL;
	}
	attrs->count++;
	return row;
}

/* "IncomingUser1" is the instance 1 of IncomingUser: no attribute's own name ends in a digit. */
static size_t name_length(const char *name, unsigned *ret_instance)
{
	size_t len = strcspn(name, "0123456789");

	*ret_instance = 0;
	if (!len || !name[len] || strspn(name + len, "0123456789") != strlen(name + len))
		return strlen(name);
	*ret_instance = (unsigned)strtoul(name + len, NULL, 10);
	return len;
}

/* Whether a line below the first is the kernel's mark. */
static bool is_key(const struct lw_file_view *file)
{
	const char *newline = file->text ? memchr(file->text, '\n', file->len) : NULL;

	return newline && strstr(newline, "[key]");
}

/* "1 - disk" is a number and words. */
static struct front_attr *add_type(struct front_attrs *attrs, const char *value, size_t len)
{
	const char *dash = memmem(value, len, " - ", 3);
	size_t number = dash ? (size_t)(dash - value) : len;

	if (dash && !add(attrs, "type_string", 11, dash + 3, len - number - 3))
		return NULL;
	return add(attrs, "type", 4, value, number);
}

/* The words in brackets, behind the lines that hold what is traced now. */
static void add_levels(struct front_attrs *attrs, const struct lw_file_view *file)
{
	const char *at = file->text, *end;

	for (unsigned i = 0; at && i < 2; i++) {
		at = strchr(at, '\n');
		at = at ? at + 1 : NULL;
	}
	at = at ? strchr(at, '[') : NULL;
	end = at ? strrchr(at, ']') : NULL;
	free(attrs->levels);
	attrs->levels = end ? strndup(at + 1, (size_t)(end - at - 1)) : strdup("");
}

static struct front_attr *add_file(const struct reading *r, const struct lw_file_view *file)
{
	const char *text = file->text ? file->text : file->readable ? "" : NULL;
	bool key = !file->link && is_key(file);
	bool device = file->link && r->object == FRONT_OBJECT_HANDLER;
	size_t len = text && !device ? strcspn(text, "\n") : 0, name_len = strlen(file->name);
	struct front_attr *row;
	unsigned instance = 0;

	if (!strcmp(file->name, "type"))
		return add_type(r->attrs, text ? text : "", len);
	if (!strcmp(file->name, "trace_level"))
		add_levels(r->attrs, file);
	if (key)
		name_len = name_length(file->name, &instance);
	row = add(r->attrs, file->name, name_len, text, len);
	if (row) {
		row->key = key;
		row->instance = instance;
		row->writable =
			device || file->writable || is_always_writable(r->object, file->name);
	}
	return row;
}

static int take(void *arg, const struct lw_file_view *file)
{
	const struct reading *r = arg;

	if (!strcmp(file->name, "mgmt") || !strcmp(file->name, "uevent") ||
	    (file->link && !is_fact(r->object, file->name)))
		return 0;
	return add_file(r, file) ? 0 : -ENOMEM;
}

/* A local target's session is what it was given as a name. */
static int add_session_names(const struct lw_tree *tree, lw_node target, struct front_attrs *attrs)
{
	unsigned instance = 0;

	if (strcmp(lw_node_name(tree, lw_node_parent(tree, target)), "scst_local") != 0)
		return 0;
	for (lw_node c = lw_node_first(tree, target); c; c = lw_node_next(tree, c)) {
		const char *name = lw_node_name(tree, c);
		struct front_attr *row;

		if (!front_is_session(tree, c))
			continue;
		row = add(attrs, "session_name", 12, name, strlen(name));
		if (!row)
			return -ENOMEM;
		row->key = row->writable = true;
		row->instance = instance++;
	}
	return 0;
}

/* A device that nothing but copy_manager uses shows so; who uses it otherwise is no value. */
static int add_exported(const struct lw_tree *tree, lw_node device, struct front_attrs *attrs)
{
	struct front_attr *row = front_is_exported(tree, device)
					 ? NULL
					 : add(attrs, "exported", strlen("exported"), NULL, 0);

	if (row)
		row->writable = true;
	return 0;
}

/* The units that a session sees, where they are those of a group; nothing of a session is marked as not writable. */
static int add_session_luns(const struct lw_tree *tree, lw_node session, struct front_attrs *attrs)
{
	lw_node set = lw_node_ref(tree, session);

	for (lw_node c = set && front_is(tree, set, "GROUP") ? lw_node_first(tree, set) : 0; c;
	     c = lw_node_next(tree, c)) {
		LW_AUTO_STR struct lw_str name = LW_STR_INIT;
		const char *device = front_device_of(tree, c);

		if (!front_is(tree, c, "LUN"))
			continue;
		lw_str_addf(&name, "LUN %s", lw_node_name(tree, c));
		if (lw_str_bad(&name) || !add(attrs, name.data, name.len, device, strlen(device)))
			return -ENOMEM;
	}
	for (uint32_t i = 0; i < attrs->count; i++) {
		attrs->rows[i].key = false;
		attrs->rows[i].writable = true;
	}
	return 0;
}

static int compare(const void *left, const void *right)
{
	const struct front_attr *a = left, *b = right;
	char x[16], y[16];
	int r = strcmp(a->name, b->name);

	if (r)
		return r;
	/* As texts: 10 before 2. */
	snprintf(x, sizeof(x), "%u", a->instance);
	snprintf(y, sizeof(y), "%u", b->instance);
	return strcmp(x, y);
}

int front_attrs_read(const struct front *front, lw_node n, enum front_object object,
		     struct front_attrs *ret)
{
	struct reading reading = { .attrs = ret, .object = object };
	const struct lw_file_query query = {
		.size = sizeof(query), .tree = front->tree, .node = n, .give = take, .arg = &reading
	};
	struct lw_error error = LW_ERROR_INIT;
	int r = lw_system_files(front->system, &query, &error);

	if (r >= 0 && object == FRONT_OBJECT_TARGET)
		r = add_session_names(front->tree, n, ret);
	if (r >= 0 && object == FRONT_OBJECT_DEVICE)
		r = add_exported(front->tree, n, ret);
	if (r >= 0 && object == FRONT_OBJECT_COUNT_)
		r = add_session_luns(front->tree, n, ret);
	if (ret->count)
		qsort(ret->rows, ret->count, sizeof(*ret->rows), compare);
	if (r == -ENOMEM)
		(void)cli_memory();
	else if (r < 0)
		(void)cli_fail(&front->args, &error, 0);
	return r;
}

void front_attrs_done(struct front_attrs *attrs)
{
	for (uint32_t i = 0; i < attrs->count; i++) {
		free(attrs->rows[i].name);
		free(attrs->rows[i].value);
	}
	free(attrs->rows);
	free(attrs->levels);
}

/* ---- the table */

struct table {
	size_t name, value; /* widths */
	const char *before; /* the attribute of the row above */
	bool any;
};

static bool is_traced(const struct front_attr *row)
{
	return !row->key && row->value && *row->value && !strcmp(row->name, "trace_level");
}

/* The next of "a | b | c" without the blanks around it; NULL past the last. */
static const char *next_level(const char **at, size_t *ret_len)
{
	const char *start = *at + strspn(*at, " \t|");
	size_t len = strcspn(start, "|");

	*at = start + len;
	while (len && (start[len - 1] == ' ' || start[len - 1] == '\t'))
		len--;
	*ret_len = len;
	return len ? start : NULL;
}

static void widen(struct table *t, const struct front_attr *row)
{
	const char *at = row->value;
	size_t len;

	if (strlen(row->name) > t->name)
		t->name = strlen(row->name);
	if (!is_traced(row)) {
		if (row->value && strlen(row->value) > t->value)
			t->value = strlen(row->value);
		return;
	}
	while (next_level(&at, &len))
		if (len > t->value)
			t->value = len;
}

static void print_row(struct table *t, const struct front_attr *row, const char *value, size_t len)
{
	bool again = t->before && !strcmp(t->before, row->name);

	front_print("\t%-*s     %-*.*s     %-9s     %-3s\n", (int)t->name, again ? "" : row->name,
		    (int)t->value, (int)len, value, row->writable ? "Yes" : "No",
		    row->key ? "Yes" : "No");
	t->before = row->name;
	t->any = true;
}

static void print_attr(struct table *t, const struct front_attr *row)
{
	const char *at = row->value, *value = row->value ? row->value : "<n/a>", *level;
	size_t len;

	if (!is_traced(row)) {
		value = *value ? value : "<not set>";
		print_row(t, row, value, strlen(value));
		return;
	}
	while ((level = next_level(&at, &len)))
		print_row(t, row, level, len);
}

static void print_rule(size_t width)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_add_char(&line, '\t');
	while (width--)
		lw_str_add_char(&line, '-');
	lw_str_add_char(&line, '\n');
	(void)cli_out(&line);
}

static void print_levels(const char *levels)
{
	const char *at = levels;
	unsigned count = 0;

	front_print("\n\tPossible trace levels:\n\t  (use trace_level=\"add <level>\", none, all "
		    "or default to set):\n");
	while (*at) {
		const char *word = at + strspn(at, ", \n");
		size_t len = strcspn(word, ",\n");

		if (len)
			front_print("%s%.*s, %s", count % LEVELS_A_LINE ? "" : "\t\t", (int)len,
				    word, count % LEVELS_A_LINE == LEVELS_A_LINE - 1 ? "\n" : "");
		count += len > 0;
		at = word + len;
	}
	front_print("\n");
}

void front_print_attrs(const struct front_attrs *attrs, bool all)
{
	struct table t = { .name = 9, .value = 5 };

	for (uint32_t i = 0; i < attrs->count; i++)
		if (all || attrs->rows[i].key)
			widen(&t, &attrs->rows[i]);
	front_print("\t%-*s     %-*s     %-9s     %-3s\n", (int)t.name, "Attribute", (int)t.value,
		    "Value", "Writable", "KEY");
	print_rule(t.name + t.value + 27);
	for (uint32_t i = 0; i < attrs->count; i++)
		if (all || attrs->rows[i].key)
			print_attr(&t, &attrs->rows[i]);
	if (!t.any)
		front_print("\t(none)\n");
	if (all && attrs->levels)
		print_levels(attrs->levels);
}
