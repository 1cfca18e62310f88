/* SPDX-License-Identifier: Apache-2.0 */
/*
 * -write_config: what is there, byte for byte as the tool of this name has always laid it out, because such files are kept
 * under version control and compared. That layout is its own: where an empty line stands depends on what came before. A
 * block is written with all its empty lines and then cut back (end_with()).
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/attrs.h"
#include "model/tree/tree.h"

struct writer {
	const struct front *front;
	const struct lw_tree *tree;
	struct lw_str out;
	bool nonkey;
	bool failed; /* something could not be read */
};

/* ---- pieces */

static void indent(struct writer *w, unsigned depth)
{
	while (depth--)
		lw_str_add_char(&w->out, '\t');
}

/* Backslash and # are escaped; what holds a blank is quoted. */
static void add_word(struct writer *w, const char *text)
{
	bool quoted = strchr(text, ' ');

	if (quoted)
		lw_str_add_char(&w->out, '"');
	for (; *text; text++) {
		if (*text == '\\' || *text == '#')
			lw_str_add_char(&w->out, '\\');
		lw_str_add_char(&w->out, *text);
	}
	if (quoted)
		lw_str_add_char(&w->out, '"');
}

static void cut(struct writer *w, size_t len)
{
	if (lw_str_bad(&w->out))
		return;
	w->out.len = len;
	lw_str_add(&w->out, ""); /* ends it */
}

/* Cuts the newlines at the end, if there are any behind @from, to so many. */
static void end_with(struct writer *w, size_t from, unsigned newlines)
{
	size_t end = w->out.len;

	if (lw_str_bad(&w->out))
		return;
	while (end > from && lw_str_text(&w->out)[end - 1] == '\n')
		end--;
	if (w->out.len - end > newlines)
		cut(w, end + newlines);
}

/* One empty line at the end is taken away. */
static void drop_empty_line(struct writer *w, size_t from)
{
	size_t len = w->out.len;

	if (!lw_str_bad(&w->out) && len >= from + 2 &&
	    !memcmp(lw_str_text(&w->out) + len - 2, "\n\n", 2))
		cut(w, len - 1);
}

/* ---- attributes */

enum part { KEYS, NON_KEYS };

/* An object's attributes, and those that could be given to it when it is made: only these are written though they are fixed. */
struct content {
	struct front_attrs attrs;
	char **given;
};

/* Where the mgmt file stands that says what can be given. */
static char **read_given(const struct front *front, lw_node n, enum front_object object)
{
	lw_node parent = lw_node_parent(front->tree, n);

	switch (object) {
	case FRONT_OBJECT_DEVICE:
	case FRONT_OBJECT_TARGET:
		return front_offers(front, parent, NULL, FRONT_CREATE);
	case FRONT_OBJECT_LUN:
	case FRONT_OBJECT_GROUP_LUN:
		return front_offers(front, parent, "luns", FRONT_CREATE);
	default:
		return NULL;
	}
}

/* What has files of its own; a member of a target group that is a target of this node has not. */
static bool has_files(const struct lw_tree *tree, lw_node n, enum front_object object)
{
	return object != FRONT_OBJECT_INITIATOR && object != FRONT_OBJECT_DGRP_DEVICE &&
	       object != FRONT_OBJECT_COUNT_ &&
	       !(object == FRONT_OBJECT_TGRP_TARGET && lw_node_ref(tree, n));
}

static struct content read_content(struct writer *w, lw_node n)
{
	enum front_object object = front_object_of(w->tree, n);
	struct content content = { .given = NULL };

	if (!has_files(w->tree, n, object))
		return content;
	if (front_attrs_read(w->front, n, object, &content.attrs) < 0)
		w->failed = true;
	content.given = read_given(w->front, n, object);
	return content;
}

static void content_done(struct content *content)
{
	front_attrs_done(&content->attrs);
	free(content->given);
}

static bool belongs(const struct content *c, const struct front_attr *row, enum part part)
{
	bool is_switch = !strcmp(row->name, "enabled"), is_port = !strcmp(row->name, "hw_target");

	if (!row->value || !strcmp(row->name, "trace_level") ||
	    (!row->writable && !front_offered(c->given, row->name)))
		return false;
	if (part == KEYS)
		return row->key || is_switch || is_port;
	return !row->key && !is_switch && !is_port && strcmp(row->name, "dif_checks_failed") != 0;
}

static int compare_lines(const void *left, const void *right)
{
	const struct front_attr *a = left, *b = right;
	int r = strcmp(a->name, b->name);

	return r ? r : strcmp(a->value, b->value);
}

/* True when something was written. */
static bool add_part(struct writer *w, const struct content *c, unsigned depth, enum part part)
{
	LW_AUTO_FREE struct front_attr *rows = lw_calloc(c->attrs.count + 1u, sizeof(*rows));
	unsigned count = 0;

	if (!rows) {
		w->out.bad = true;
		return false;
	}
	for (unsigned i = 0; i < c->attrs.count; i++)
		if (belongs(c, &c->attrs.rows[i], part))
			rows[count++] = c->attrs.rows[i]; /* its texts are borrowed */
	qsort(rows, count, sizeof(*rows), compare_lines);
	if (count && part == NON_KEYS) {
		indent(w, depth);
		lw_str_add(&w->out, "# Non-key attributes\n");
	}
	for (unsigned i = 0; i < count; i++) {
		indent(w, depth);
		lw_str_addf(&w->out, "%s ", rows[i].name);
		add_word(w, rows[i].value);
		lw_str_add_char(&w->out, '\n');
	}
	return count;
}

static bool add_keys(struct writer *w, const struct content *c, unsigned depth)
{
	return add_part(w, c, depth, KEYS);
}

static bool add_nonkeys(struct writer *w, const struct content *c, unsigned depth)
{
	return w->nonkey && add_part(w, c, depth, NON_KEYS);
}

/* ---- children */

/* Writes each of them. */
static void add_all(struct writer *w, lw_node n, const char *word, unsigned depth,
		    void (*add)(struct writer *w, lw_node child, unsigned depth))
{
	LW_AUTO_FREE lw_node *all = front_children(w->tree, n, word, FRONT_BY_NUMBER);

	if (!all)
		w->out.bad = true;
	for (unsigned i = 0; all && all[i]; i++)
		add(w, all[i], depth);
}

static void add_header(struct writer *w, lw_node n, unsigned depth)
{
	indent(w, depth);
	lw_str_addf(&w->out, "%s ", node_kind(w->tree, n)->word);
	add_word(w, lw_node_name(w->tree, n));
}

/* Opens a block whose content may turn out to be empty; what close_block() needs to know. */
struct block {
	size_t header, content;
};

static struct block open_block(struct writer *w)
{
	struct block block = { .header = w->out.len };

	lw_str_add(&w->out, " {\n");
	block.content = w->out.len;
	return block;
}

static bool is_empty(const struct writer *w, struct block block)
{
	return w->out.len == block.content;
}

static void close_block(struct writer *w, struct block block, unsigned depth, const char *behind)
{
	if (is_empty(w, block) && !lw_str_bad(&w->out)) {
		cut(w, block.header);
		lw_str_add_char(&w->out, '\n');
		return;
	}
	indent(w, depth);
	lw_str_add(&w->out, "}\n");
	lw_str_add(&w->out, behind);
}

/* ---- handlers */

static void add_device(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, &c, depth + 1))
		lw_str_add_char(&w->out, '\n');
	add_nonkeys(w, &c, depth + 1);
	end_with(w, block.content, 1);
	close_block(w, block, depth, "\n");
	content_done(&c);
}

/* The blocks at the top that hold nothing are not written at all. */
static void close_top(struct writer *w, struct block block, size_t before)
{
	if (is_empty(w, block))
		cut(w, before);
	else
		close_block(w, block, 0, "\n");
}

static void add_handler(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	size_t before = w->out.len;
	struct block block;
	size_t devices;

	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, &c, 1);
	devices = w->out.len;
	add_all(w, n, "DEVICE", 1, add_device);
	end_with(w, devices, 1);
	add_nonkeys(w, &c, 1);
	close_top(w, block, before);
	content_done(&c);
}

/* ---- targets */

static void add_lun_with(struct writer *w, lw_node n, unsigned depth, const char *behind)
{
	struct content c = read_content(w, n);
	lw_node device = lw_node_ref(w->tree, n);
	struct block block;

	add_header(w, n, depth);
	lw_str_add_char(&w->out, ' ');
	add_word(w, device ? lw_node_name(w->tree, device) : lw_node_ref_name(w->tree, n));
	block = open_block(w);
	add_keys(w, &c, depth + 1);
	add_nonkeys(w, &c, depth + 1);
	close_block(w, block, depth, behind);
	content_done(&c);
}

static void add_target_lun(struct writer *w, lw_node n, unsigned depth)
{
	add_lun_with(w, n, depth, "\n");
}

static void add_group_lun(struct writer *w, lw_node n, unsigned depth)
{
	add_lun_with(w, n, depth, "");
}

static void add_initiator(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;

	lw_str_add_char(&w->out, '\n');
	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, &c, depth + 1);
	add_nonkeys(w, &c, depth + 1);
	close_block(w, block, depth, "");
	content_done(&c);
}

static void add_group(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;
	size_t keys;

	add_header(w, n, depth);
	block = open_block(w);
	add_all(w, n, "LUN", depth + 1, add_group_lun);
	add_all(w, n, "INITIATOR", depth + 1, add_initiator);
	keys = w->out.len;
	lw_str_add_char(&w->out, '\n');
	if (add_keys(w, &c, depth + 1) && w->nonkey)
		lw_str_add_char(&w->out, '\n');
	if (!add_nonkeys(w, &c, depth + 1))
		end_with(w, keys + 1, 1);
	if (w->out.len == keys + 1)
		cut(w, keys);
	close_block(w, block, depth, "\n");
	content_done(&c);
}

static bool is_port(const struct content *c)
{
	for (unsigned i = 0; i < c->attrs.count; i++)
		if (!strcmp(c->attrs.rows[i].name, "hw_target"))
			return c->attrs.rows[i].value && !strcmp(c->attrs.rows[i].value, "1");
	return false;
}

static void add_target(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;
	size_t luns;

	add_header(w, n, depth);
	block = open_block(w);
	if (is_port(&c))
		lw_str_add(&w->out, "\t\tHW_TARGET\n\n");
	if (add_keys(w, &c, depth + 1) || !is_empty(w, block))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, &c, depth + 1))
		lw_str_add_char(&w->out, '\n');
	luns = w->out.len;
	add_all(w, n, "LUN", depth + 1, add_target_lun);
	if (w->out.len > luns)
		lw_str_add(&w->out, "\n");
	end_with(w, luns, 2);
	add_all(w, n, "GROUP", depth + 1, add_group);
	drop_empty_line(w, block.content);
	close_block(w, block, depth, "\n");
	content_done(&c);
}

static void add_driver(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	size_t before = w->out.len;
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, &c, 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, &c, 1))
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET", 1, add_target);
	drop_empty_line(w, block.content);
	close_top(w, block, before);
	content_done(&c);
}

/* ---- device groups */

static void add_member(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, &c, depth + 1);
	add_nonkeys(w, &c, depth + 1);
	close_block(w, block, depth, "");
	content_done(&c);
}

static void add_target_group(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, &c, depth + 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, &c, depth + 1))
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET", depth + 1, add_member);
	drop_empty_line(w, block.content);
	close_block(w, block, depth, "\n");
	content_done(&c);
}

static void add_device_group(struct writer *w, lw_node n, unsigned depth)
{
	struct content c = read_content(w, n);
	size_t before = w->out.len, devices;
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, &c, 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, &c, 1))
		lw_str_add_char(&w->out, '\n');
	devices = w->out.len;
	add_all(w, n, "DEVICE", 1, add_member);
	if (w->out.len > devices)
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET_GROUP", 1, add_target_group);
	drop_empty_line(w, block.content);
	close_top(w, block, before);
	content_done(&c);
}

/* ---- the whole */

static void add_everything(struct writer *w)
{
	lw_node root = lw_tree_root(w->tree);
	struct content c = read_content(w, root);

	lw_str_add(&w->out, "# Automatically generated by SCST Configurator v" LUNWARD_VERSION
			    " (lunward).\n\n");
	add_keys(w, &c, 0);
	add_nonkeys(w, &c, 0);
	lw_str_add_char(&w->out, '\n');
	add_all(w, root, "HANDLER", 0, add_handler);
	add_all(w, root, "TARGET_DRIVER", 0, add_driver);
	add_all(w, root, "DEVICE_GROUP", 0, add_device_group);
	content_done(&c);
}

int front_write_config(struct front *front, const char *file)
{
	struct writer w = { .front = front,
			    .tree = front_tree(front),
			    .nonkey = front_has(front, FRONT_NONKEY) };
	int r;

	if (!w.tree)
		return FRONT_FATAL;
	add_everything(&w);
	front_print("Writing current configuration to file '%s'.. ", file);
	r = w.failed		 ? CLI_FAILED
	    : lw_str_bad(&w.out) ? cli_memory()
				 : cli_file_replace(file, lw_str_text(&w.out));
	if (r)
		front_print("failed.\n");
	lw_str_done(&w.out);
	return r ? 1 : 0;
}
