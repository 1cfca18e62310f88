/* SPDX-License-Identifier: Apache-2.0 */
#include "format/scst_conf_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "model/tree/tree.h"

struct lw_place lw_conf_place(const struct conf_say *say, uint32_t at)
{
	return lw_tree_place(say->tree, say->source, at + 1);
}

const char *lw_conf_shown(struct conf_say *say, const char *text, size_t len)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	char *slot = say->shown[say->nshown++ % 4];
	size_t room = sizeof(say->shown[0]) - sizeof("...");
	size_t cut = lw_utf8_cut(text, len, room);

	lw_str_add_shown(&out, text, cut);
	snprintf(slot, sizeof(say->shown[0]), "%.*s%s",
		 (int)lw_utf8_cut(lw_str_text(&out), out.len, room), lw_str_text(&out),
		 cut < len || out.len > room ? "..." : "");
	return slot;
}

void lw_conf_say(struct conf_say *say, struct conf_problem problem, const char *format, ...)
{
	LW_AUTO_STR struct lw_str message = LW_STR_INIT;
	struct lw_place place;
	struct lw_problem entry;
	va_list args;

	if (problem.severity == LW_ERROR)
		say->errors++;
	if (!say->report)
		return;

	va_start(args, format);
	lw_str_vaddf(&message, format, args);
	va_end(args);
	place = lw_conf_place(say, problem.at);
	entry = (struct lw_problem){
		.size = sizeof(entry),
		.severity = problem.severity,
		.code = problem.code,
		.file = say->name,
		.line = place.line,
		.column = place.column,
		.message = lw_str_text(&message),
		.hint = problem.hint,
	};
	lw_report_add(say->report, &entry);
}
