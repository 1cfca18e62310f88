/* SPDX-License-Identifier: Apache-2.0 */
/*
 * -write_config: what is there, byte for byte as the tool of this name has always laid it out, because such files are kept
 * under version control and compared. That layout is its own: where an empty line stands depends on what came before. A
 * block is written with all its empty lines and then cut back (end_with()).
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/scstadmin.h"
#include "model/tree/tree.h"

struct writer {
	const struct lw_tree *tree;
	struct lw_str out;
	bool nonkey;
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

struct line {
	const char *name, *value;
};

static int compare_lines(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	int r = strcmp(a->name, b->name);

	return r ? r : strcmp(a->value, b->value);
}

/* What nobody can declare is not written, whatever the kernel marks: the old tool cannot write such a file either. */
static bool belongs(const struct writer *w, lw_node n, const struct attr *attr, enum part part)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(w->tree, node_at(w->tree, n)->kind, attr->def);
	bool is_switch = spec && spec->flags & LW_A_ENABLE;

	if (attr->state != LW_SET || (spec && spec->when == LW_WHEN_NEVER))
		return false;
	if (part == KEYS)
		return is_switch || attr->flags & LW_ATTR_KEYED;
	return !is_switch && !(attr->flags & LW_ATTR_KEYED) &&
	       !(spec && spec->reading != LW_READ_EXACT && spec->reading != LW_READ_DAEMON);
}

static void add_part(struct writer *w, lw_node n, unsigned depth, enum part part)
{
	const struct node *node = node_at(w->tree, n);
	LW_AUTO_FREE struct line *lines = lw_calloc(node->nattr + 1u, sizeof(*lines));
	unsigned count = 0;

	if (!lines) {
		w->out.bad = true;
		return;
	}
	for (unsigned i = 0; i < node->nattr; i++) {
		const struct attr *attr = &w->tree->attrs[node->attrs + i];

		if (belongs(w, n, attr, part))
			lines[count++] = (struct line){
				lw_tree_attr_name(w->tree, node->kind, attr->def),
				tree_text(w->tree, attr->value),
			};
	}
	qsort(lines, count, sizeof(*lines), compare_lines);
	if (count && part == NON_KEYS) {
		indent(w, depth);
		lw_str_add(&w->out, "# Non-key attributes\n");
	}
	for (unsigned i = 0; i < count; i++) {
		indent(w, depth);
		lw_str_addf(&w->out, "%s ", lines[i].name);
		add_word(w, lines[i].value);
		lw_str_add_char(&w->out, '\n');
	}
}

/* True when something was written. */
static bool add_keys(struct writer *w, lw_node n, unsigned depth)
{
	size_t before = w->out.len;

	add_part(w, n, depth, KEYS);
	return w->out.len > before;
}

static bool add_nonkeys(struct writer *w, lw_node n, unsigned depth)
{
	size_t before = w->out.len;

	if (w->nonkey)
		add_part(w, n, depth, NON_KEYS);
	return w->out.len > before;
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
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, n, depth + 1))
		lw_str_add_char(&w->out, '\n');
	add_nonkeys(w, n, depth + 1);
	end_with(w, block.content, 1);
	close_block(w, block, depth, "\n");
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
	size_t before = w->out.len;
	struct block block;
	size_t devices;

	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, n, 1);
	devices = w->out.len;
	add_all(w, n, "DEVICE", 1, add_device);
	end_with(w, devices, 1);
	add_nonkeys(w, n, 1);
	close_top(w, block, before);
}

/* ---- targets */

static void add_lun_with(struct writer *w, lw_node n, unsigned depth, const char *behind)
{
	lw_node device = lw_node_ref(w->tree, n);
	struct block block;

	add_header(w, n, depth);
	lw_str_add_char(&w->out, ' ');
	add_word(w, device ? lw_node_name(w->tree, device) : lw_node_ref_name(w->tree, n));
	block = open_block(w);
	add_keys(w, n, depth + 1);
	add_nonkeys(w, n, depth + 1);
	close_block(w, block, depth, behind);
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
	struct block block;

	lw_str_add_char(&w->out, '\n');
	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, n, depth + 1);
	add_nonkeys(w, n, depth + 1);
	close_block(w, block, depth, "");
}

static void add_group(struct writer *w, lw_node n, unsigned depth)
{
	struct block block;
	size_t keys;

	add_header(w, n, depth);
	block = open_block(w);
	add_all(w, n, "LUN", depth + 1, add_group_lun);
	add_all(w, n, "INITIATOR", depth + 1, add_initiator);
	keys = w->out.len;
	lw_str_add_char(&w->out, '\n');
	if (add_keys(w, n, depth + 1) && w->nonkey)
		lw_str_add_char(&w->out, '\n');
	if (!add_nonkeys(w, n, depth + 1))
		end_with(w, keys + 1, 1);
	if (w->out.len == keys + 1)
		cut(w, keys);
	close_block(w, block, depth, "\n");
}

static void add_target(struct writer *w, lw_node n, unsigned depth)
{
	const char *port = lw_node_value(w->tree, n, "hw_target");
	struct block block;
	size_t luns;

	add_header(w, n, depth);
	block = open_block(w);
	if (port && !strcmp(port, "1"))
		lw_str_add(&w->out, "\t\tHW_TARGET\n\n");
	if (add_keys(w, n, depth + 1) || !is_empty(w, block))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, n, depth + 1))
		lw_str_add_char(&w->out, '\n');
	luns = w->out.len;
	add_all(w, n, "LUN", depth + 1, add_target_lun);
	if (w->out.len > luns)
		lw_str_add(&w->out, "\n");
	end_with(w, luns, 2);
	add_all(w, n, "GROUP", depth + 1, add_group);
	drop_empty_line(w, block.content);
	close_block(w, block, depth, "\n");
}

static void add_driver(struct writer *w, lw_node n, unsigned depth)
{
	size_t before = w->out.len;
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, n, 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, n, 1))
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET", 1, add_target);
	drop_empty_line(w, block.content);
	close_top(w, block, before);
}

/* ---- device groups */

static void add_member(struct writer *w, lw_node n, unsigned depth)
{
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	add_keys(w, n, depth + 1);
	add_nonkeys(w, n, depth + 1);
	close_block(w, block, depth, "");
}

static void add_target_group(struct writer *w, lw_node n, unsigned depth)
{
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, n, depth + 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, n, depth + 1))
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET", depth + 1, add_member);
	drop_empty_line(w, block.content);
	close_block(w, block, depth, "\n");
}

static void add_device_group(struct writer *w, lw_node n, unsigned depth)
{
	size_t before = w->out.len, devices;
	struct block block;

	add_header(w, n, depth);
	block = open_block(w);
	if (add_keys(w, n, 1))
		lw_str_add_char(&w->out, '\n');
	if (add_nonkeys(w, n, 1))
		lw_str_add_char(&w->out, '\n');
	devices = w->out.len;
	add_all(w, n, "DEVICE", 1, add_member);
	if (w->out.len > devices)
		lw_str_add_char(&w->out, '\n');
	add_all(w, n, "TARGET_GROUP", 1, add_target_group);
	drop_empty_line(w, block.content);
	close_top(w, block, before);
}

/* ---- the whole */

static void add_everything(struct writer *w)
{
	lw_node root = lw_tree_root(w->tree);

	lw_str_add(&w->out, "# Automatically generated by SCST Configurator v" LUNWARD_VERSION
			    " (lunward).\n\n");
	add_keys(w, root, 0);
	add_nonkeys(w, root, 0);
	lw_str_add_char(&w->out, '\n');
	add_all(w, root, "HANDLER", 0, add_handler);
	add_all(w, root, "TARGET_DRIVER", 0, add_driver);
	add_all(w, root, "DEVICE_GROUP", 0, add_device_group);
}

int front_write_config(struct front *front, const char *file)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = NULL;
	struct writer w = { .nonkey = front_has(front, FRONT_NONKEY) };
	int r = report ? lw_system_read(front->system, NULL, 0, &tree, report) : -ENOMEM;

	if (r < 0) {
		(void)cli_problems_say(&front->args, report);
		lw_report_free(report);
		return front_fatal("The running configuration cannot be read.");
	}
	w.tree = tree;
	add_everything(&w);
	front_print("Writing current configuration to file '%s'.. ", file);
	r = lw_str_bad(&w.out) ? cli_memory() : cli_file_replace(file, lw_str_text(&w.out));
	if (r)
		front_print("failed.\n");
	lw_str_done(&w.out);
	lw_tree_free(tree);
	lw_report_free(report);
	return r ? 1 : 0;
}
