/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "model/tree/tree.h"
#include "tree_text.h"

struct words {
	const char *at;
	const char *text; /* the whole, for places */
	uint32_t start;	  /* of the last word */
};

/* The next word of the line into @buf; false at its end. */
static bool next_word(struct words *w, char *buf, size_t size)
{
	size_t n = 0;
	bool quoted = false;

	while (*w->at == ' ')
		w->at++;
	if (!*w->at || *w->at == '\n')
		return false;
	w->start = (uint32_t)(w->at - w->text);
	for (; *w->at && *w->at != '\n' && (quoted || *w->at != ' '); w->at++) {
		if (*w->at == '\'') {
			quoted = !quoted;
			continue;
		}
		assert_true(n + 1 < size);
		buf[n++] = *w->at;
	}
	buf[n] = '\0';
	return true;
}

static bool in_only(const struct lw_kind_spec *kind, const char *name)
{
	for (const char *const *o = kind->only; o && *o; o++)
		if (!strcmp(*o, name))
			return true;
	return false;
}

static int child_kind(const struct lw_schema *schema, unsigned parent, const char *dir,
		      const char *name)
{
	int found = -1;

	for (unsigned k = 1; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (!lw_kind_in(kind->parents, parent) || !kind->dir != !dir ||
		    (dir && strcmp(dir, kind->dir)))
			continue;
		if (name && in_only(kind, name))
			return (int)k;
		if (!kind->only && !(name && kind->flags & LW_K_SINGLETON))
			found = (int)k;
	}
	return found;
}

/* The node of a path, made with its parents where it is missing. */
static lw_node need(struct lw_tree *tree, const char *path)
{
	const struct lw_schema *schema = tree->schema;
	char copy[256], *save = NULL, *word;
	lw_node at = lw_tree_root(tree);

	if (!strcmp(path, "/"))
		return at;
	assert_true(strlen(path) < sizeof(copy));
	strcpy(copy, path);
	for (word = strtok_r(copy, "/", &save); word; word = strtok_r(NULL, "/", &save)) {
		unsigned parent = lw_node_kind(tree, at);
		const char *name = word;
		int kind = child_kind(schema, parent, NULL, word);
		lw_node child;

		if (kind < 0) {
			kind = child_kind(schema, parent, word, NULL);
			assert_true(kind >= 0);
			name = "";
			if (!(lw_kind(schema, (unsigned)kind)->flags & LW_K_SINGLETON)) {
				name = strtok_r(NULL, "/", &save);
				kind = child_kind(schema, parent, word, name);
			}
		}
		assert_true(kind >= 0 && name);
		child = lw_tree_find(tree, at, (unsigned)kind, name, strlen(name));
		if (!child)
			child = lw_tree_add(tree, at, (unsigned)kind, name, strlen(name));
		assert_true(child);
		at = child;
	}
	return at;
}

static void add_attr(struct lw_tree *tree, lw_node node, char *word, uint32_t place)
{
	size_t len = strlen(word);
	char *value = strchr(word, '=');

	if (value && value > word && value[-1] == '+') {
		value[-1] = '\0';
		lw_tree_add_value(tree, node, word, value + 1, strlen(value + 1), place);
	} else if (value) {
		*value++ = '\0';
		lw_tree_set(tree, node, word, value, strlen(value), place);
	} else {
		assert_true(word[len - 1] == '~' || word[len - 1] == '!');
		bool absent = word[len - 1] == '!';

		word[len - 1] = '\0';
		lw_tree_set_state(tree, node, word, absent ? LW_ABSENT : LW_DEFAULT);
	}
}

static void add_line(struct lw_tree *tree, uint16_t source, const char *text, const char *line)
{
	struct words w = { line, text, 0 };
	char word[256];
	lw_node node;

	if (!next_word(&w, word, sizeof(word)))
		return;
	if (word[0] == '#')
		return;
	node = need(tree, word);
	lw_tree_place_node(tree, node, source, w.start);
	while (next_word(&w, word, sizeof(word))) {
		if (strcmp(word, "->") != 0) {
			add_attr(tree, node, word, w.start);
			continue;
		}
		assert_true(next_word(&w, word, sizeof(word)));
		lw_tree_refer_name(tree, node, word, strlen(word));
	}
}

/* What is said about nodes of the finished tree. */
static void say_line(struct lw_tree *tree, const char *line)
{
	struct words w = { line, line, 0 };
	char word[256], path[256];
	lw_node node;

	if (!next_word(&w, word, sizeof(word)) || word[0] != '#')
		return;
	assert_true(next_word(&w, path, sizeof(path)));
	node = lw_tree_find_path(tree, path);
	assert_true(node);
	if (!strcmp(word, "#full"))
		lw_tree_set_depth(tree, node, LW_DEPTH_FULL);
	else
		lw_tree_remove(tree, node);
}

struct lw_tree *tree_text_make(const struct lw_schema *schema, const struct lw_tree *share,
			       const char *text)
{
	uint16_t source;
	struct lw_tree *tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);

	assert_non_null(tree);
	source = lw_tree_add_source(tree, "conf", text, strlen(text));
	for (const char *line = text; line && *line;
	     line = strchr(line, '\n'), line += line ? 1 : 0)
		add_line(tree, source, text, line);
	assert_int_equal(lw_tree_resolve(tree), 0);
	for (const char *line = text; line && *line;
	     line = strchr(line, '\n'), line += line ? 1 : 0)
		say_line(tree, line);
	assert_int_equal(lw_tree_status(tree), 0);
	return tree;
}

static void dump_attr(const struct lw_tree *tree, lw_node node, unsigned i, struct lw_str *out)
{
	struct lw_attr_view view = { .size = sizeof(view) };

	assert_int_equal(lw_node_attr(tree, node, i, &view), 0);
	lw_str_addf(out, " %s", view.name);
	if (view.state == LW_SET && strchr(view.value, ' '))
		lw_str_addf(out, "%s='%s'", view.multi ? "+" : "", view.value);
	else if (view.state == LW_SET)
		lw_str_addf(out, "%s=%s", view.multi ? "+" : "", view.value);
	else
		lw_str_add(out, view.state == LW_DEFAULT  ? "~"
				: view.state == LW_ABSENT ? "!"
							  : "?");
}

static void dump_node(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	static const char *const origins[] = { "", " (kept)", " (reference)", " (hardware)",
					       " (observed)" };

	lw_tree_path(tree, node, out);
	for (unsigned i = 0; i < lw_node_attr_count(tree, node); i++)
		dump_attr(tree, node, i, out);
	if (lw_node_ref(tree, node)) {
		lw_str_add(out, " -> ");
		lw_tree_path(tree, lw_node_ref(tree, node), out);
	} else if (lw_node_ref_name(tree, node)) {
		lw_str_addf(out, " -> ?%s", lw_node_ref_name(tree, node));
	}
	lw_str_add(out, origins[node_at(tree, node)->origin]);
	lw_str_add_char(out, '\n');
}

char *tree_text_dump(const struct lw_tree *tree)
{
	struct lw_str out = LW_STR_INIT;
	lw_node root = lw_tree_root(tree);

	for (lw_node n = root; n; n = lw_tree_walk(tree, root, n))
		if (n != root || lw_node_attr_count(tree, n))
			dump_node(tree, n, &out);
	return lw_str_take(&out);
}

void tree_text_expect(const struct lw_tree *tree, const char *text)
{
	char *got = tree_text_dump(tree);

	if (strcmp(got, text) != 0)
		print_error("--- want\n%s--- got\n%s---\n", text, got);
	assert_string_equal(got, text);
	free(got);
}

char *tree_text_report(const struct lw_report *report)
{
	static const char *const severities[] = { "note", "warning", "error" };
	struct lw_str out = LW_STR_INIT;

	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		lw_str_addf(&out, "%s: %s: %s\n", severities[p->severity],
			    p->object ? p->object : "-", p->message);
	}
	return lw_str_take(&out);
}
