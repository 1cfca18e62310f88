/* SPDX-License-Identifier: Apache-2.0 */
/* Problems of nodes: place and path are added here, so that who finds a mistake only says what it is. */
#include <stdarg.h>

#include "model/tree_internal.h"

static struct lw_place place_of(const struct lw_tree *tree, lw_node n, const struct attr *attr)
{
	struct lw_place place = { NULL, 0, 0 };

	if (attr)
		place = lw_tree_place(tree, node_at(tree, n)->file, attr->src);
	if (!place.line)
		place = lw_node_where(tree, n);
	return place;
}

void lw_tree_report(const struct lw_tree *tree, lw_node n, const struct attr *attr, struct lw_report *report,
		    enum lw_severity severity, enum lw_code code, const char *hint, const char *format, ...)
{
	struct lw_problem problem = { .size = sizeof(problem), .severity = severity, .code = code, .hint = hint };
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
