/* SPDX-License-Identifier: Apache-2.0 */
/* -dumpAttrs: attributes as nested tables, in the notation that Perl prints its own with, which is what people grep in. */
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/attrs.h"

static void add_quoted(struct lw_str *out, const char *text)
{
	if (!text) {
		lw_str_add(out, "undef");
		return;
	}
	lw_str_add_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			lw_str_add_char(out, '\\');
		lw_str_add_char(out, *text);
	}
	lw_str_add_char(out, '\'');
}

static void indent(struct lw_str *out, size_t columns)
{
	while (columns--)
		lw_str_add_char(out, ' ');
}

/* Opens a table behind a key; returns the column in which its members stand. */
static size_t open_table(struct lw_str *out, size_t column, const char *key)
{
	indent(out, column);
	add_quoted(out, key);
	lw_str_add(out, " => {\n");
	return column + strlen(key) + 2 + strlen(" => ") + 2;
}

static void close_table(struct lw_str *out, size_t column, bool last)
{
	indent(out, column - 2);
	lw_str_add(out, last ? "}\n" : "},\n");
}

static void add_value(struct lw_str *out, size_t column, const struct front_attr *row)
{
	indent(out, column);
	lw_str_add(out, "'value' => ");
	add_quoted(out, row->value);
}

/* The instances of an attribute that is to be restored, by their numbers. Returns how many rows they were. */
static uint32_t add_keys(struct lw_str *out, size_t column, const struct front_attrs *attrs,
			 uint32_t first)
{
	const struct front_attr *rows = attrs->rows;
	size_t keys = open_table(out, column, "keys");
	uint32_t n = first;

	for (bool more = true; more; n++) {
		LW_AUTO_STR struct lw_str number = LW_STR_INIT;
		size_t inner;

		more = n + 1 < attrs->count && !strcmp(rows[n + 1].name, rows[first].name);
		lw_str_addf(&number, "%u", rows[n].instance);
		inner = open_table(out, keys, lw_str_text(&number));
		add_value(out, inner, &rows[n]);
		lw_str_add_char(out, '\n');
		close_table(out, inner, !more);
	}
	close_table(out, keys, false);
	return n - first;
}

static uint32_t add_attr(struct lw_str *out, const struct front_attrs *attrs, uint32_t n)
{
	const struct front_attr *row = &attrs->rows[n];
	size_t column = open_table(out, strlen("$VAR1 = {") + 1, row->name);
	uint32_t used = 1;

	if (row->key) {
		used = add_keys(out, column, attrs, n);
	} else {
		add_value(out, column, row);
		lw_str_add(out, ",\n");
	}
	indent(out, column);
	lw_str_addf(out, "'static' => %d\n", !row->writable);
	close_table(out, column, n + used == attrs->count);
	return used;
}

static int dump_node(const struct front *front, lw_node n, enum front_object object)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct front_attrs attrs = { 0 };
	int r = front_attrs_read(front, n, object, &attrs);

	lw_str_add(&out, "$VAR1 = {\n");
	for (uint32_t i = 0; r >= 0 && i < attrs.count;)
		i += add_attr(&out, &attrs, i);
	lw_str_add(&out, "        };\n$VAR2 = undef;\n");
	front_attrs_done(&attrs);
	return r < 0 || cli_out(&out) ? 1 : 0;
}

static int dump_devices(const struct front *front, lw_node handler)
{
	LW_AUTO_FREE lw_node *all = front_children(front->tree, handler, "DEVICE", FRONT_BY_NAME);
	int r = all ? 0 : cli_memory();

	for (const lw_node *n = all; n && *n && !r; n++) {
		front_print("Device %s attributes:\n", lw_node_name(front->tree, *n));
		r = dump_node(front, *n, FRONT_OBJECT_DEVICE);
	}
	return r;
}

int front_dump(struct front *front, const char *argument)
{
	const struct lw_tree *tree = front_tree(front);
	LW_AUTO_FREE lw_node *handlers = NULL;
	int r;

	(void)argument;
	if (!tree)
		return FRONT_FATAL;
	front_print("SCST attributes:\n");
	r = dump_node(front, lw_tree_root(tree), FRONT_SCST);
	handlers = front_children(tree, lw_tree_root(tree), "HANDLER", FRONT_BY_NAME);
	for (const lw_node *h = handlers; h && *h && !r; h++)
		r = dump_devices(front, *h);
	return handlers ? r : cli_memory();
}
