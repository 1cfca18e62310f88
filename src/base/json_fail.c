/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the JSON reader: where, what was expected, what was found, and what people usually meant by it. */
#include "base/json_internal.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* What other languages allow and JSON does not, by how it begins. */
/* clang-format off */
static const struct {
	const char *begin;
	const char *hint;
} foreign[] = {
	{ "//", "JSON has no comments" },
	{ "/*", "JSON has no comments" },
	{ "#", "JSON has no comments" },
	{ "'", "strings and keys take double quotes" },
	{ "+", "a number takes no '+' in front" },
	{ ".", "a number begins with a digit: 0.5" },
	{ "NaN", "JSON has no NaN" },
	{ "nan", "JSON has no NaN" },
	{ "Inf", "JSON has no infinity" },
	{ "inf", "JSON has no infinity" },
	{ "-Inf", "JSON has no infinity" },
	{ "-inf", "JSON has no infinity" },
	{ "True", "true, false and null are written in lower case" },
	{ "TRUE", "true, false and null are written in lower case" },
	{ "False", "true, false and null are written in lower case" },
	{ "FALSE", "true, false and null are written in lower case" },
	{ "None", "the empty value is written null" },
	{ "NULL", "true, false and null are written in lower case" },
	{ "undefined", "the empty value is written null" },
	{ "\xef\xbb\xbf", "save the text as UTF-8 without a byte order mark" },
	{ "\xff\xfe", "this looks like UTF-16: save the text as UTF-8" },
	{ "\xfe\xff", "this looks like UTF-16: save the text as UTF-8" },
};
/* clang-format on */

/* Goes on from the last place asked for: a text full of duplicate keys is not read from its beginning for each of them. */
static void place_of(struct lw_json_reader *r, uint32_t place, uint32_t *ret_line,
		     uint32_t *ret_column)
{
	if (place < r->told.at)
		r->told = (struct lw_json_told){ 0 };
	for (; r->told.at < place; r->told.at++) {
		if (r->text[r->told.at] == '\n') {
			r->told.line++;
			r->told.start = r->told.at + 1;
		}
	}
	*ret_line = r->told.line + 1;
	*ret_column = place - r->told.start + 1;
}

int lw_json_fail(struct lw_json_reader *r, uint32_t place, enum lw_code code, const char *hint,
		 const char *format, ...)
{
	LW_AUTO_STR struct lw_str message = LW_STR_INIT;
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = code,
		.file = r->file,
		.hint = hint,
	};
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&message, format, args);
	va_end(args);
	if (lw_str_bad(&message))
		return -ENOMEM;

	place_of(r, place, &problem.line, &problem.column);
	problem.message = lw_str_text(&message);
	lw_report_add(r->report, &problem);
	return -EINVAL;
}

static const char *hint_for(const char *text, uint32_t len)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(foreign); i++) {
		size_t n = strlen(foreign[i].begin);

		if (n <= len && !memcmp(text, foreign[i].begin, n))
			return foreign[i].hint;
	}
	return NULL;
}

int lw_json_fail_expected(struct lw_json_reader *r, const char *expected)
{
	const char *found = r->text + r->at;
	uint32_t left = r->len - r->at;
	size_t n = lw_utf8_sequence(found, left);
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	if (!left)
		return lw_json_fail(r, r->at, LW_CODE_SYNTAX, NULL,
				    "expected %s, found the end of the text", expected);
	if (left >= 3 && !memcmp(found, "\xef\xbb\xbf", 3)) {
		lw_str_add(&shown, "a byte order mark");
	} else {
		lw_str_add_char(&shown, '\'');
		lw_str_add_shown(&shown, found, n ? n : 1);
		lw_str_add_char(&shown, '\'');
	}
	if (lw_str_bad(&shown))
		return -ENOMEM;
	return lw_json_fail(r, r->at, LW_CODE_SYNTAX, hint_for(found, left),
			    "expected %s, found %s", expected, lw_str_text(&shown));
}
