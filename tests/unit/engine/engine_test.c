/* SPDX-License-Identifier: Apache-2.0 */
#include "engine_test.h"

#include "base/file.h"
#include "model/tree/tree.h"

static const char *const states[] = {
	"UNKNOWN", "DEFAULT", "SET", "ABSENT", "UNREADABLE", "FIXED"
};

/* The traces lie beside the tests; the compiler knows where that is. */
void trace_load(const char *name, struct lw_str *ret)
{
	const char *slash = strrchr(__FILE__, '/');
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;

	lw_str_addf(&path, "%.*s/../../traces/scst/%s.txt", slash ? (int)(slash - __FILE__) : 1,
		    slash ? __FILE__ : ".", name);
	if (lw_file_read_all(lw_str_text(&path), 1 << 24, ret, &error) < 0)
		fail_msg("%s (run from the build folder, as meson does)", error.message);
}

struct lw_ktree *trace_open(const struct lw_str *text)
{
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt = NULL;

	if (lw_kt_replay_open("trace", lw_str_text(text), text->len, TRACE_ROOT, &kt, report) < 0)
		fail_msg("line %u: %s", lw_report_get(report, 0)->line,
			 lw_report_get(report, 0)->message);
	lw_report_free(report);
	return kt;
}

void trace_without(const struct lw_str *text, const char *path, struct lw_str *ret)
{
	LW_AUTO_STR struct lw_str key = LW_STR_INIT;
	const char *line = lw_str_text(text);

	lw_str_clear(ret);
	lw_str_addf(&key, "\t%s/%s", TRACE_ROOT, path);
	while (*line) {
		size_t len = strcspn(line, "\n") + 1;
		const char *found = memmem(line, len, lw_str_text(&key), key.len);

		if (!found || !strchr("/\t", found[key.len]))
			lw_str_add_bytes(ret, line, len);
		line += len;
	}
	assert_true(ret->len < text->len);
}

void trace_replace(const struct lw_str *text, const char *from, const char *to, struct lw_str *ret)
{
	const char *at = lw_str_text(text), *found;

	lw_str_clear(ret);
	assert_non_null(strstr(at, from));
	while ((found = strstr(at, from))) {
		lw_str_add_bytes(ret, at, (size_t)(found - at));
		lw_str_add(ret, to);
		at = found + strlen(from);
	}
	lw_str_add(ret, at);
}

struct lw_tree *tree_read(struct lw_ktree *kt, const struct lw_engine_read_options *options,
			  struct lw_report *report)
{
	const struct lw_engine *engine = &lw_engine_scst;
	struct lw_tree *tree = lw_tree_new(engine->schema);
	struct lw_error error = LW_ERROR_INIT;

	if (engine->read(kt, options, tree, report, &error) < 0)
		fail_msg("%s", error.message);
	assert_int_equal(lw_tree_status(tree), 0);
	return tree;
}

struct lw_tree *tree_of(const char *name)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = NULL;

	trace_load(name, &text);
	assert_int_equal(
		lw_recorded_read(name, lw_str_text(&text), text.len, 0, NULL, &tree, report), 0);
	assert_int_equal(lw_report_size(report), 0);
	lw_report_free(report);
	return tree;
}

static void add_attr(const struct attr *attr, const struct lw_attr_view *view, unsigned indent,
		     struct lw_str *out)
{
	if (view->state == LW_ABSENT)
		return;
	lw_str_addf(out, "%*s%s=", (int)indent, "", view->name);
	if (view->state == LW_SET)
		lw_str_add(out, view->value);
	else
		lw_str_addf(out, "<%s>", states[view->state]);
	if (attr->flags & LW_ATTR_KEYED)
		lw_str_add(out, " [key]");
	lw_str_add(out, view->known ? "\n" : " (unknown)\n");
}

static void add_node(const struct lw_tree *tree, lw_node node, unsigned indent, uint64_t but,
		     struct lw_str *out)
{
	struct lw_attr_view view = { .size = sizeof(view) };
	char *ref = lw_node_ref(tree, node) ? lw_node_path(tree, lw_node_ref(tree, node)) : NULL;

	lw_str_addf(out, "%*s%s %s", (int)indent, "",
		    lw_schema_kind_name(lw_tree_schema(tree), lw_node_kind(tree, node)),
		    lw_node_name(tree, node));
	if (ref)
		lw_str_addf(out, " -> %s", ref);
	else if (lw_node_ref_name(tree, node))
		lw_str_addf(out, " -> name %s", lw_node_ref_name(tree, node));
	lw_str_add_char(out, '\n');
	free(ref);
	for (unsigned i = 0; !lw_node_attr(tree, node, i, &view); i++)
		add_attr(&tree->attrs[node_at(tree, node)->attrs + i], &view, indent + 2, out);
	for (lw_node child = lw_node_first(tree, node); child; child = lw_node_next(tree, child)) {
		if (!(but >> lw_node_kind(tree, child) & 1))
			add_node(tree, child, indent + 2, but, out);
	}
}

char *tree_text_of(const struct lw_tree *tree, const char *path, uint64_t but)
{
	struct lw_str text = LW_STR_INIT;
	lw_node node = lw_tree_find_path(tree, path);

	if (!node)
		fail_msg("no such object: %s", path);
	add_node(tree, node, 0, but, &text);
	return lw_str_take(&text);
}

void expect_tree(const struct lw_tree *tree, const char *path, const char *want, const char *file,
		 int line)
{
	char *got = tree_text_of(tree, path, 0);

	_assert_string_equal(got, want, file, line);
	free(got);
}

void expect_attr(const struct lw_tree *tree, const char *path, const char *attr, const char *want,
		 const char *file, int line)
{
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_attr_view view = { .size = sizeof(view) };
	lw_node node = lw_tree_find_path(tree, path);

	if (!node)
		fail_msg("no such object: %s", path);
	for (unsigned i = 0; !lw_node_attr(tree, node, i, &view); i++) {
		if (strcmp(view.name, attr) != 0)
			continue;
		if (got.len)
			lw_str_add(&got, " | ");
		if (view.state == LW_SET)
			lw_str_add(&got, view.value);
		else
			lw_str_addf(&got, "<%s>", states[view.state]);
	}
	_assert_string_equal(lw_str_text(&got), want, file, line);
}

void expect_report(const struct lw_report *report, const char *want, const char *file, int line)
{
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;

	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		lw_str_addf(&got, "%s: %s\n", p->object ? p->object : "-", p->message);
	}
	_assert_string_equal(lw_str_text(&got), want, file, line);
}
