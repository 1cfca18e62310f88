/* SPDX-License-Identifier: Apache-2.0 */
/* Problems of nodes: place and path are added here, so that who finds a mistake only says what it is. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "model/tree/secret.h"
#include "model/tree/tree_internal.h"

static struct lw_place place_of(const struct lw_tree *tree, lw_node n, const struct attr *attr)
{
	struct lw_place place = { NULL, 0, 0 };

	if (attr)
		place = lw_tree_place(tree, node_at(tree, n)->file, attr->src);
	if (!place.line)
		place = lw_node_where(tree, n);
	return place;
}

void tree_where(const struct lw_tree *tree, lw_node n, const struct attr *attr, struct lw_str *out)
{
	struct lw_place place = place_of(tree, n, attr);

	lw_tree_path(tree, n, out);
	if (place.line)
		lw_str_addf(out, " (%s:%u:%u)", place.file, place.line, place.column);
}

#define QUOTE_MAX 120

void tree_quote(struct lw_str *out, const char *text)
{
	size_t len = strlen(text), shown = lw_utf8_cut(text, len, QUOTE_MAX);

	lw_str_add_char(out, '"');
	lw_str_add_shown(out, text, shown);
	lw_str_add(out, shown < len ? "...\"" : "\"");
}

void tree_mask(const struct lw_tree *tree, lw_node n, const struct attr *attr, struct lw_str *out)
{
	lw_secret_mask(lw_tree_attr_spec(tree, node_at(tree, n)->kind, attr->def),
		       tree_text(tree, attr->value), out);
}

void tree_quote_value(const struct lw_tree *tree, lw_node n, const struct attr *attr,
		      struct lw_str *out)
{
	LW_AUTO_STR struct lw_str masked = LW_STR_INIT;

	if (!(attr->flags & LW_ATTR_SECRET)) {
		tree_quote(out, tree_text(tree, attr->value));
		return;
	}
	tree_mask(tree, n, attr, &masked);
	if (masked.len > QUOTE_MAX)
		lw_str_add(out, "***");
	else
		lw_str_add_shown(out, lw_str_text(&masked), masked.len);
	out->bad |= masked.bad;
}

/* Eight parameters: what every caller knows, and none of it goes together. */
/* NOLINTNEXTLINE(readability-function-size) */
void lw_tree_report(const struct lw_tree *tree, lw_node n, const struct attr *attr,
		    struct lw_report *report, enum lw_severity severity, enum lw_code code,
		    const char *hint, const char *format, ...)
{
	struct lw_problem problem = {
		.size = sizeof(problem), .severity = severity, .code = code, .hint = hint
	};
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_place place;
	va_list args;

	if (!report)
		return;

	/* A report keeps so many and only counts the rest: then no words need to be made. */
	if (lw_report_count(report, severity) < LW_REPORT_MAX) {
		place = place_of(tree, n, attr);
		problem.file = place.file;
		problem.line = place.line;
		problem.column = place.column;
		lw_tree_path(tree, n, &path);
		problem.object = lw_str_text(&path);
		va_start(args, format);
		lw_str_vaddf(&text, format, args);
		va_end(args);
		problem.message = lw_str_text(&text);
	}
	lw_report_add(report, &problem);
}

void lw_tree_report_stays(const struct lw_tree *tree, lw_node n, const struct attr *attr,
			  const char *name, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	lw_secret_name(name, &shown);
	lw_tree_report(tree, n, attr, report, LW_WARNING, LW_CODE_UNKNOWN,
		       "declare the value that it shall have",
		       "%s is no longer declared, and its default is not known: it stays as it is",
		       lw_str_text(&shown));
}

/* A node may be full and complete: only where something was refused it is the reason. */
void lw_tree_report_full(const struct lw_tree *tree, struct lw_report *report)
{
	const struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = LW_CODE_LIMIT,
		.message = "the tree is too large",
	};
	lw_node n = 1;

	if (tree->status != -E2BIG)
		return;
	while (n < tree->nnode && node_at(tree, n)->nattr < UINT16_MAX)
		n++;
	if (n < tree->nnode)
		lw_tree_report(tree, n, NULL, report, LW_ERROR, LW_CODE_LIMIT, NULL,
			       "more than %u values of attributes in one object", UINT16_MAX);
	else
		lw_report_add(report, &problem);
}
