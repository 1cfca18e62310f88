/* SPDX-License-Identifier: Apache-2.0 */
#include "schema_test.h"

char *canon_of(const struct lw_attr_spec *spec, const char *text, struct lw_error *why)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	if (lw_value_canon(spec, text, strlen(text), &out, why) < 0)
		return NULL;
	return strdup(lw_str_text(&out));
}

static void check_value(const struct lw_attr_spec *spec, const struct value_row *row)
{
	struct lw_error why = LW_ERROR_INIT;
	char *value = canon_of(spec, row->text, &why), *again;

	if (!row->want) {
		if (value)
			fail_msg("\"%s\" is accepted as \"%s\"", row->text, value);
		assert_true(why.message[0]);
		/* A short text may be part of a sentence by chance. */
		if (strlen(row->text) > 12)
			assert_null(strstr(why.message, row->text));
		return;
	}
	if (!value)
		fail_msg("\"%s\" is refused: %s", row->text, why.message);
	assert_string_equal(value, row->want);
	again = canon_of(spec, value, NULL);
	assert_non_null(again);
	assert_string_equal(again, value);
	free(again);
	free(value);
}

void check_values(const struct lw_attr_spec *spec, const struct value_row *rows, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		check_value(spec, &rows[i]);
}

unsigned kind_of(const struct lw_schema *schema, const char *kind)
{
	for (unsigned i = 0; i < schema->nkind; i++)
		if (!strcmp(schema->kinds[i].name, kind))
			return i;
	fail_msg("no kind %s", kind);
	return 0;
}

const struct lw_attr_spec *row_of(const struct lw_schema *schema, const char *kind,
				  const char *attr)
{
	const struct lw_kind_spec *spec = &schema->kinds[kind_of(schema, kind)];
	int at = lw_kind_attr(spec, attr, strlen(attr));

	if (at < 0)
		fail_msg("%s has no %s", kind, attr);
	return &spec->attrs[at];
}

lw_node add_node(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name)
{
	lw_node node = lw_tree_add(tree, parent, kind, name, strlen(name));

	if (!node)
		fail_msg("%s cannot be added", name);
	return node;
}

void set_value(struct lw_tree *tree, lw_node node, const char *attr, const char *value)
{
	lw_tree_set(tree, node, attr, value, strlen(value), LW_NO_OFFSET);
}

void check_says(const struct lw_tree *tree, lw_node node, const char *want)
{
	static const char *const words[] = { "note", "warning", "error" };
	const struct lw_schema *schema = lw_tree_schema(tree);
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	const struct lw_problem *problem;

	assert_non_null(report);
	assert_non_null(schema->kinds[lw_node_kind(tree, node)].hooks.check);
	schema->kinds[lw_node_kind(tree, node)].hooks.check(tree, node, report);
	for (size_t i = 0; (problem = lw_report_get(report, i)); i++)
		lw_str_addf(&got, "%s: %s\n", words[problem->severity], problem->message);
	assert_string_equal(lw_str_text(&got), want);
	lw_report_free(report);
}

char *fresh_of(const struct lw_tree *tree, lw_node node, const char *attr)
{
	const struct lw_kind_spec *kind = lw_kind(lw_tree_schema(tree), lw_node_kind(tree, node));
	int at = lw_kind_attr(kind, attr, strlen(attr));
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	assert_true(at >= 0);
	if (kind->attrs[at].fresh)
		return strdup(kind->attrs[at].fresh);
	if (kind->hooks.fresh && kind->hooks.fresh(tree, node, (unsigned)at, &out))
		return strdup(lw_str_text(&out));
	return strdup("?");
}
