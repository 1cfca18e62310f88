/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <errno.h>
#include <time.h>

#include "alloc_fault.h"
#include "base/json.h"

/* Parses what must be right. */
static struct lw_json *parse_with(const char *text, unsigned flags)
{
	struct lw_json_options options = { .flags = flags };
	struct lw_report *report = lw_report_new();
	struct lw_json *json = NULL;
	int r = lw_json_parse(text, strlen(text), &options, "test", report, &json);

	if (r)
		fail_msg("%s: %d, %s", text, r,
			 lw_report_size(report) ? lw_report_get(report, 0)->message : "-");
	assert_int_equal(lw_report_size(report), 0);
	lw_report_free(report);
	return json;
}

static struct lw_json *parse(const char *text)
{
	return parse_with(text, 0);
}

/* Parses what must be wrong; all problems as "line:column: message [hint]" lines. */
static void refuse_len(const char *text, size_t len, const struct lw_json_options *options,
		       const char *want)
{
	struct lw_report *report = lw_report_new();
	struct lw_json *json = NULL;
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	int r = lw_json_parse(text, len, options, "file.json", report, &json);

	assert_int_equal(r, -EINVAL);
	assert_null(json);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_string_equal(p->file, "file.json");
		assert_int_equal(p->severity, LW_ERROR);
		lw_str_addf(&got, "%s%u:%u: %s", i ? "\n" : "", p->line, p->column, p->message);
		if (p->hint)
			lw_str_addf(&got, " [%s]", p->hint);
	}
	assert_string_equal(lw_str_text(&got), want);
	lw_report_free(report);
}

static void refuse(const char *text, const char *want)
{
	refuse_len(text, strlen(text), NULL, want);
}

static void scalars(void **state)
{
	/* clang-format off */
	static const struct {
		const char *text;
		enum lw_json_type type;
	} rows[] = {
		{ "null", LW_JSON_NULL }, { "true", LW_JSON_BOOL }, { "false", LW_JSON_BOOL },
		{ "0", LW_JSON_NUMBER }, { "\"\"", LW_JSON_STRING }, { "[]", LW_JSON_ARRAY },
		{ "{}", LW_JSON_OBJECT }, { " \t\r\n null \n", LW_JSON_NULL },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_json *json = parse(rows[i].text);

		assert_int_equal(lw_json_type(json, LW_JSON_ROOT), rows[i].type);
		assert_int_equal(lw_json_first(json, LW_JSON_ROOT), LW_JSON_NONE);
		assert_int_equal(lw_json_next(json, LW_JSON_ROOT), LW_JSON_NONE);
		assert_int_equal(lw_json_parent(json, LW_JSON_ROOT), LW_JSON_NONE);
		assert_null(lw_json_key(json, LW_JSON_ROOT, NULL));
		lw_json_free(json);
	}
}

static void booleans(void **state)
{
	struct lw_json *json = parse("[true,false,null,1]");
	uint32_t v = lw_json_first(json, LW_JSON_ROOT);
	bool truth = false;

	(void)state;
	assert_true(lw_json_bool(json, v, &truth) && truth);
	v = lw_json_next(json, v);
	assert_true(lw_json_bool(json, v, &truth) && !truth);
	truth = true;
	v = lw_json_next(json, v);
	assert_false(lw_json_bool(json, v, &truth));
	assert_false(lw_json_bool(json, lw_json_next(json, v), &truth));
	assert_true(truth);
	lw_json_free(json);
}

static void numbers_keep_their_text(void **state)
{
	/* clang-format off */
	static const struct {
		const char *text;
		bool is_u64;
		uint64_t u64;
	} rows[] = {
		{ "0", true, 0 },
		{ "-0", false, 0 },
		{ "42", true, 42 },
		{ "-42", false, 0 },
		{ "18446744073709551615", true, UINT64_MAX },
		{ "18446744073709551616", false, 0 },
		{ "9223372036854775807", true, INT64_MAX },
		{ "-9223372036854775808", false, 0 },
		{ "-9223372036854775809", false, 0 },
		{ "1.0", false, 0 },
		{ "1e2", false, 0 },
		{ "-1.25E+007", false, 0 },
		{ "0.1e-5", false, 0 },
		{ "123456789012345678901234567890.123456789e99999", false, 0 },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_json *json = parse(rows[i].text);
		uint64_t u64 = 77;
		size_t len;

		assert_string_equal(lw_json_number(json, LW_JSON_ROOT, &len), rows[i].text);
		assert_int_equal(len, strlen(rows[i].text));
		assert_int_equal(lw_json_u64(json, LW_JSON_ROOT, &u64), rows[i].is_u64);
		assert_true(u64 == (rows[i].is_u64 ? rows[i].u64 : 77));
		assert_null(lw_json_text(json, LW_JSON_ROOT, NULL));
		lw_json_free(json);
	}
}

static void strings_are_decoded(void **state)
{
	/* clang-format off */
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "\"\"", "" },
		{ "\"lun 0\"", "lun 0" },
		{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
		{ "\"a\\u0041\\u00e9\\u20AC\"", "aA\xc3\xa9\xe2\x82\xac" },
		{ "\"\\ud83d\\udcbe\"", "\xf0\x9f\x92\xbe" },
		{ "\"\\uD800\\uDC00\\uDBFF\\uDFFF\"", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf" },
		{ "\"caf\xc3\xa9 \xf0\x9f\x92\xbe\"", "caf\xc3\xa9 \xf0\x9f\x92\xbe" },
		{ "\"\x7f\"", "\x7f" },
		{ "\"\\u0001\\u001f\"", "\x01\x1f" },
		{ "\"\\uffff\\ud7ff\\ue000\"", "\xef\xbf\xbf\xed\x9f\xbf\xee\x80\x80" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_json *json = parse(rows[i].text);
		size_t len;

		assert_string_equal(lw_json_text(json, LW_JSON_ROOT, &len), rows[i].want);
		assert_int_equal(len, strlen(rows[i].want));
		assert_null(lw_json_number(json, LW_JSON_ROOT, NULL));
		lw_json_free(json);
	}
}

static void nul_only_for_who_asked(void **state)
{
	struct lw_json *json = parse_with("[\"a\\u0000b\",{\"\\u0000\":1,\"\":2}]", LW_JSON_NUL);
	uint32_t v = lw_json_first(json, LW_JSON_ROOT);
	size_t len;

	(void)state;
	assert_memory_equal(lw_json_text(json, v, &len), "a\0b", 4);
	assert_int_equal(len, 3);
	v = lw_json_first(json, lw_json_next(json, v));
	assert_memory_equal(lw_json_key(json, v, &len), "\0", 2);
	assert_int_equal(len, 1);
	lw_json_key(json, lw_json_next(json, v), &len);
	assert_int_equal(len, 0);
	lw_json_free(json);

	refuse("[\"ab\\u0000\"]", "1:5: \\u0000 is not allowed in a string here");
}

static void bytes_only_for_who_asked(void **state)
{
	const struct lw_json_options bytes = { .flags = LW_JSON_BYTES };
	struct lw_json *json = parse_with("\"x\\udc80\\udcff\\uDCC3\\udcA9\"", LW_JSON_BYTES);
	size_t len;

	(void)state;
	assert_memory_equal(lw_json_text(json, LW_JSON_ROOT, &len), "x\x80\xff\xc3\xa9", 6);
	assert_int_equal(len, 5);
	lw_json_free(json);

	/* A pair stays a pair, and nothing but these 128 is let in. */
	json = parse_with("\"\\ud83d\\udcbe\"", LW_JSON_BYTES);
	assert_string_equal(lw_json_text(json, LW_JSON_ROOT, NULL), "\xf0\x9f\x92\xbe");
	lw_json_free(json);
	refuse_len("\"\\udc7f\"", 8, &bytes, "1:2: a surrogate without its other half: \\udc7f");
	refuse_len("\"\\udd00\"", 8, &bytes, "1:2: a surrogate without its other half: \\udd00");
	refuse_len("\"\\ud800\"", 8, &bytes, "1:2: a surrogate without its other half: \\ud800");
	refuse("\"\\udc80\"", "1:2: a surrogate without its other half: \\udc80");
	/* Equal once decoded is equal. */
	refuse_len("{\"\\udcc3\\udca9\":1,\"\xc3\xa9\":2}", 25, &bytes,
		   "1:19: the key \"\xc3\xa9\" was given already in this object [keep one of the "
		   "two]");
}

static void containers_can_be_walked(void **state)
{
	struct lw_json *json = parse("{\"a\":[1,[2,3],{}],\"b\":{\"c\":4}}");
	uint32_t a = lw_json_find(json, LW_JSON_ROOT, "a"),
		 b = lw_json_find(json, LW_JSON_ROOT, "b");
	uint32_t v = lw_json_first(json, a), inner;
	uint64_t number;

	(void)state;
	assert_int_equal(lw_json_first(json, LW_JSON_ROOT), a);
	assert_int_equal(lw_json_next(json, a), b);
	assert_int_equal(lw_json_next(json, b), LW_JSON_NONE);
	assert_string_equal(lw_json_key(json, b, NULL), "b");
	assert_int_equal(lw_json_parent(json, a), LW_JSON_ROOT);

	assert_true(lw_json_u64(json, v, &number) && number == 1);
	assert_null(lw_json_key(json, v, NULL));
	v = lw_json_next(json, v);
	inner = lw_json_first(json, v);
	assert_int_equal(lw_json_parent(json, inner), v);
	assert_true(lw_json_u64(json, lw_json_next(json, inner), &number) && number == 3);
	assert_int_equal(lw_json_next(json, lw_json_next(json, inner)), LW_JSON_NONE);
	v = lw_json_next(json, v);
	assert_int_equal(lw_json_type(json, v), LW_JSON_OBJECT);
	assert_int_equal(lw_json_next(json, v), LW_JSON_NONE);

	assert_true(lw_json_u64(json, lw_json_find(json, b, "c"), &number) && number == 4);
	assert_int_equal(lw_json_find(json, b, "d"), LW_JSON_NONE);
	assert_int_equal(lw_json_find(json, a, "c"), LW_JSON_NONE);
	lw_json_free(json);
}

static void nothing_can_be_asked_anything(void **state)
{
	struct lw_json *json = parse("[]");
	uint32_t line, column;
	uint64_t u64;
	bool truth;

	(void)state;
	assert_int_equal(lw_json_type(json, LW_JSON_NONE), LW_JSON_ABSENT);
	assert_int_equal(lw_json_type(json, 1), LW_JSON_ABSENT);
	assert_int_equal(lw_json_find(json, LW_JSON_NONE, "x"), LW_JSON_NONE);
	assert_int_equal(lw_json_first(json, LW_JSON_NONE), LW_JSON_NONE);
	assert_int_equal(lw_json_next(json, LW_JSON_NONE), LW_JSON_NONE);
	assert_int_equal(lw_json_parent(json, LW_JSON_NONE), LW_JSON_NONE);
	assert_null(lw_json_key(json, LW_JSON_NONE, NULL));
	assert_null(lw_json_text(json, LW_JSON_NONE, NULL));
	assert_null(lw_json_number(json, LW_JSON_NONE, NULL));
	assert_false(lw_json_bool(json, LW_JSON_NONE, &truth));
	assert_false(lw_json_u64(json, LW_JSON_NONE, &u64));
	lw_json_place(json, LW_JSON_NONE, &line, &column);
	assert_int_equal(line, 0);
	assert_int_equal(column, 0);
	lw_json_free(json);
	lw_json_free(NULL);
}

static void assert_place(const struct lw_json *json, uint32_t value, uint32_t line, uint32_t column)
{
	uint32_t got_line, got_column;

	lw_json_place(json, value, &got_line, &got_column);
	assert_int_equal(got_line, line);
	assert_int_equal(got_column, column);
}

static void every_value_knows_its_place(void **state)
{
	struct lw_json *json = parse("\n {\n\t\"a\" :  1,\r\n\n\"b\":[true,\n\"x\",\n  null]}");
	uint32_t a = lw_json_find(json, LW_JSON_ROOT, "a"),
		 b = lw_json_find(json, LW_JSON_ROOT, "b");
	uint32_t line, column;

	(void)state;
	assert_place(json, LW_JSON_ROOT, 2, 2);
	assert_place(json, a, 3, 9);
	assert_place(json, b, 5, 5);
	assert_place(json, lw_json_first(json, b), 5, 6);
	assert_place(json, lw_json_next(json, lw_json_first(json, b)), 6, 1);
	assert_place(json, lw_json_next(json, lw_json_next(json, lw_json_first(json, b))), 7, 3);
	lw_json_key_place(json, a, &line, &column);
	assert_int_equal(line, 3);
	assert_int_equal(column, 2);
	lw_json_key_place(json, b, &line, &column);
	assert_int_equal(line, 5);
	assert_int_equal(column, 1);
	lw_json_key_place(json, lw_json_first(json, b), &line, &column);
	assert_int_equal(column, 6);
	lw_json_free(json);
}

static void the_document_outlives_its_text(void **state)
{
	char *text = strdup("{\"key\":\"value\"}");
	struct lw_json *json = parse(text);

	(void)state;
	memset(text, 'x', strlen(text));
	free(text);
	assert_string_equal(lw_json_text(json, lw_json_find(json, 0, "key"), NULL), "value");
	assert_place(json, lw_json_find(json, 0, "key"), 1, 8);
	lw_json_free(json);
}

static void what_is_wrong_is_told(void **state)
{
	/* clang-format off */
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "", "1:1: the text is empty: expected a value" },
		{ " \n ", "2:2: the text is empty: expected a value" },
		{ "x", "1:1: expected a value, found 'x'" },
		{ "nul", "1:1: expected a value, found 'n'" },
		{ "[tru]", "1:2: expected a value, found 't'" },
		{ "truex", "1:5: expected the end of the text after the value, found 'x'" },
		{ "1 2", "1:3: expected the end of the text after the value, found '2'" },
		{ "{} // end", "1:4: expected the end of the text after the value, found '/' [JSON has no comments]" },
		{ "[1,\n# two\n2]", "2:1: expected a value, found '#' [JSON has no comments]" },
		{ "/* */ 1", "1:1: expected a value, found '/' [JSON has no comments]" },
		{ "[", "1:2: expected a value, found the end of the text" },
		{ "[1", "1:3: expected ',' or ']' after an array element, found the end of the text" },
		{ "[1,", "1:4: expected a value, found the end of the text" },
		{ "[1,]", "1:4: expected another item after ',', found ']' [remove the comma before it]" },
		{ "[,1]", "1:2: expected a value, found ','" },
		{ "[1,,2]", "1:4: expected a value, found ','" },
		{ "[1}", "1:3: expected ',' or ']' after an array element, found '}'" },
		{ "]", "1:1: expected a value, found ']'" },
		{ "{", "1:2: expected a key in double quotes, found the end of the text" },
		{ "{\"a\"}", "1:5: expected ':' after a key, found '}'" },
		{ "{\"a\":}", "1:6: expected a value, found '}'" },
		{ "{\"a\":1,}", "1:8: expected another item after ',', found '}' [remove the comma before it]" },
		{ "{\"a\":1;\"b\":2}", "1:7: expected ',' or '}' after a member, found ';'" },
		{ "{\"a\":1]", "1:7: expected ',' or '}' after a member, found ']'" },
		{ "{a:1}", "1:2: expected a key in double quotes, found 'a'" },
		{ "{'a':1}", "1:2: expected a key in double quotes, found ''' [strings and keys take double quotes]" },
		{ "{1:2}", "1:2: expected a key in double quotes, found '1'" },
		{ "{,}", "1:2: expected a key in double quotes, found ','" },
		{ "NaN", "1:1: expected a value, found 'N' [JSON has no NaN]" },
		{ "Infinity", "1:1: expected a value, found 'I' [JSON has no infinity]" },
		{ "-Infinity", "1:2: expected a digit after '-', found 'I' [JSON has no infinity]" },
		{ "True", "1:1: expected a value, found 'T' [true, false and null are written in lower case]" },
		{ "None", "1:1: expected a value, found 'N' [the empty value is written null]" },
		{ "01", "1:1: a number has no leading zeros" },
		{ "[-007]", "1:3: a number has no leading zeros" },
		{ "+1", "1:1: expected a value, found '+' [a number takes no '+' in front]" },
		{ ".5", "1:1: expected a value, found '.' [a number begins with a digit: 0.5]" },
		{ "-", "1:2: expected a digit after '-', found the end of the text" },
		{ "-a", "1:2: expected a digit after '-', found 'a'" },
		{ "1.", "1:3: expected a digit after '.', found the end of the text" },
		{ "1.e5", "1:3: expected a digit after '.', found 'e'" },
		{ "1e", "1:3: expected a digit in the exponent, found the end of the text" },
		{ "1e+", "1:4: expected a digit in the exponent, found the end of the text" },
		{ "0x10", "1:2: expected the end of the text after the value, found 'x'" },
		{ "1.2.3", "1:4: expected the end of the text after the value, found '.' "
			   "[a number begins with a digit: 0.5]" },
		{ "\"abc", "1:1: this string has no closing quote" },
		{ "\"abc\\\"", "1:1: this string has no closing quote" },
		{ "\"a\nb\"", "1:3: a string must end on its line [a closing quote is missing, or \\n was meant]" },
		{ "\"a\tb\"", "1:3: a control character in a string must be written \\u0009" },
		{ "\"\x01\"", "1:2: a control character in a string must be written \\u0001" },
		{ "\"\\x\"", "1:3: expected one of \" \\ / b f n r t u after a backslash, found 'x'" },
		{ "\"\\", "1:3: expected one of \" \\ / b f n r t u after a backslash, found the end of the text" },
		{ "\"\\u12\"", "1:2: expected four hexadecimal digits after \\u" },
		{ "\"\\u12g4\"", "1:2: expected four hexadecimal digits after \\u" },
		{ "\"\\u", "1:2: expected four hexadecimal digits after \\u" },
		{ "\"\\ud800\"", "1:2: a surrogate without its other half: \\ud800" },
		{ "\"\\ud800\\n\"", "1:2: a surrogate without its other half: \\ud800" },
		{ "\"\\ud800\\u0041\"", "1:2: a surrogate without its other half: \\ud800" },
		{ "\"\\ud800\\ud800\"", "1:2: a surrogate without its other half: \\ud800" },
		{ "\"\\udc00\"", "1:2: a surrogate without its other half: \\udc00" },
		{ "\"a\xff\"", "1:3: the byte 0xff is no part of valid UTF-8 [a text in JSON is UTF-8]" },
		{ "\"\xed\xa0\x80\"", "1:2: the byte 0xed is no part of valid UTF-8 [a text in JSON is UTF-8]" },
		{ "\"\xc0\x80\"", "1:2: the byte 0xc0 is no part of valid UTF-8 [a text in JSON is UTF-8]" },
		{ "[\x01]", "1:2: expected a value, found '\\x01'" },
		{ "[\xff]", "1:2: expected a value, found '\\xff'" },
		{ "[\xc3\xa9]", "1:2: expected a value, found '\xc3\xa9'" },
		{ "[\xc2\xa0" "1]", "1:2: expected a value, found '\xc2\xa0'" },
		{ "\xef\xbb\xbf{}", "1:1: expected a value, found a byte order mark "
				    "[save the text as UTF-8 without a byte order mark]" },
		{ "\xff\xfe{", "1:1: expected a value, found '\\xff' [this looks like UTF-16: save the text as UTF-8]" },
		{ "\n\n  [1,\n   2,\n x]", "5:2: expected a value, found 'x'" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		refuse(rows[i].text, rows[i].want);
}

static void nul_bytes_are_no_end(void **state)
{
	(void)state;
	refuse_len("{}\0", 3, NULL,
		   "1:3: expected the end of the text after the value, found '\\x00'");
	refuse_len("\0{}", 3, NULL, "1:1: expected a value, found '\\x00'");
	refuse_len("\"a\0b\"", 5, NULL,
		   "1:3: a control character in a string must be written \\u0000");
	refuse_len("\"\\\0\"", 4, NULL,
		   "1:3: expected one of \" \\ / b f n r t u after a backslash, found '\\x00'");
	refuse_len(NULL, 0, NULL, "1:1: the text is empty: expected a value");
}

/* A word that is no value may be a password without quotes. */
static void secrets_are_not_quoted_in_messages(void **state)
{
	struct lw_report *report = lw_report_new();
	struct lw_json *json = NULL;
	const char *text = "{\"password\": hunter2}";

	(void)state;
	assert_int_equal(lw_json_parse(text, strlen(text), NULL, NULL, report, &json), -EINVAL);
	assert_string_equal(lw_report_get(report, 0)->message, "expected a value, found 'h'");
	assert_null(lw_report_get(report, 0)->file);
	lw_report_free(report);
	assert_int_equal(lw_json_parse(text, strlen(text), NULL, NULL, NULL, &json), -EINVAL);
}

static void duplicate_keys_are_all_reported(void **state)
{
	(void)state;
	refuse("{\"a\":1,\n \"a\":2,\"b\":{\"a\":1,\"a\":[{}]},\"b\" : 3}",
	       "2:2: the key \"a\" was given already in this object [keep one of the two]\n"
	       "2:19: the key \"a\" was given already in this object [keep one of the two]\n"
	       "2:29: the key \"b\" was given already in this object [keep one of the two]");
	refuse("{\"a\":1,\"\\u0061\":2}",
	       "1:8: the key \"a\" was given already in this object [keep one of the two]");
	refuse("{\"\":1,\"\":2,x",
	       "1:7: the key \"\" was given already in this object [keep one of the two]\n"
	       "1:12: expected a key in double quotes, found 'x'");
	refuse("{\"k\\n0123456789012345678901234567890123456789012345678901234567890123456789\":1,"
	       "\"k\\n0123456789012345678901234567890123456789012345678901234567890123456789\":1}",
	       "1:80: the key "
	       "\"k\\x0a01234567890123456789012345678901234567890123456789012345678901...\" "
	       "was given already in this object [keep one of the two]");
}

/* The same key in many objects is no duplicate, also where the table of large objects holds it. */
static void large_objects_find_their_own_keys(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_json *json;

	(void)state;
	lw_str_add_char(&text, '[');
	for (unsigned size = 0; size < 60; size++) {
		lw_str_add(&text, size ? ",{" : "{");
		for (unsigned i = 0; i < size; i++)
			lw_str_addf(&text, "%s\"key%u\":%u", i ? "," : "", i, size * 100 + i);
		lw_str_add_char(&text, '}');
	}
	lw_str_add_char(&text, ']');
	json = parse(lw_str_text(&text));

	for (uint32_t size = 0, object = lw_json_first(json, 0); size < 60;
	     size++, object = lw_json_next(json, object)) {
		uint64_t number;
		char key[16];

		for (unsigned i = 0; i < size; i++) {
			snprintf(key, sizeof(key), "key%u", i);
			assert_true(lw_json_u64(json, lw_json_find(json, object, key), &number));
			assert_int_equal(number, size * 100 + i);
		}
		snprintf(key, sizeof(key), "key%u", (unsigned)size);
		assert_int_equal(lw_json_find(json, object, key), LW_JSON_NONE);
	}
	lw_json_free(json);
}

/* The repeated key stands at each place of objects around the size from which there is a table. */
static void duplicates_are_seen_at_any_size(void **state)
{
	(void)state;
	for (unsigned size = 1; size < 40; size++) {
		for (unsigned twice = 0; twice < size; twice++) {
			LW_AUTO_STR struct lw_str text = LW_STR_INIT;
			LW_AUTO_STR struct lw_str want = LW_STR_INIT;

			lw_str_add(&text, "{");
			for (unsigned i = 0; i < size; i++)
				lw_str_addf(&text, "\"k%u\":0,", i);
			lw_str_addf(&want,
				    "1:%zu: the key \"k%u\" was given already in this object "
				    "[keep one of the two]",
				    text.len + 1, twice);
			lw_str_addf(&text, "\"k%u\":0}", twice);
			refuse(lw_str_text(&text), lw_str_text(&want));
		}
	}
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A hundred thousand members, all different or all the same: quadratic work would take minutes, not moments. */
static void large_objects_are_not_quadratic(void **state)
{
	double begin = seconds();

	(void)state;
	for (int same = 0; same < 2; same++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_report *report = lw_report_new();
		struct lw_json *json = NULL;
		int r;

		lw_str_add_char(&text, '{');
		for (unsigned i = 0; i < 100000; i++)
			lw_str_addf(&text, "%s\n\"member number %u\":%u", i ? "," : "",
				    same ? 1 : i, i);
		lw_str_add_char(&text, '}');
		r = lw_json_parse(text.data, text.len, NULL, "big", report, &json);
		assert_int_equal(r, same ? -EINVAL : 0);
		assert_int_equal(lw_report_count(report, LW_ERROR), same ? 99999 : 0);
		if (!same)
			assert_int_equal(
				lw_json_type(json, lw_json_find(json, 0, "member number 99999")),
				LW_JSON_NUMBER);
		lw_json_free(json);
		lw_report_free(report);
	}
	assert_true(seconds() - begin < 20);
}

static void nested(struct lw_str *text, unsigned depth, bool objects)
{
	for (unsigned i = 0; i < depth; i++)
		lw_str_add(text, objects ? "{\"a\":" : "[");
	lw_str_add(text, "1");
	for (unsigned i = 0; i < depth; i++)
		lw_str_add(text, objects ? "}" : "]");
}

static void depth_has_a_limit(void **state)
{
	/* clang-format off */
	static const struct {
		uint32_t given, limit;
	} rows[] = { { 0, 64 }, { 1, 1 }, { 10, 10 }, { LW_JSON_DEPTH_MAX, LW_JSON_DEPTH_MAX },
		     { UINT32_MAX, LW_JSON_DEPTH_MAX } };
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_json_options options = { .max_depth = rows[i].given };

		for (int objects = 0; objects < 2; objects++) {
			LW_AUTO_STR struct lw_str text = LW_STR_INIT;
			LW_AUTO_STR struct lw_str want = LW_STR_INIT;
			struct lw_json *json = NULL;

			nested(&text, rows[i].limit, objects);
			assert_int_equal(
				lw_json_parse(text.data, text.len, &options, NULL, NULL, &json), 0);
			lw_json_free(json);

			lw_str_clear(&text);
			nested(&text, rows[i].limit + 1, objects);
			lw_str_addf(&want,
				    "1:%u: arrays and objects deeper than the %u levels allowed",
				    rows[i].limit * (objects ? 5 : 1) + 1, rows[i].limit);
			refuse_len(text.data, text.len, &options, lw_str_text(&want));
		}
	}
}

static void siblings_are_not_depth(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	(void)state;
	lw_str_add(&text, "[0");
	for (int i = 0; i < 1000; i++)
		lw_str_add(&text, ",[],{},[[]],{\"a\":{}}");
	lw_str_add(&text, "]");
	lw_json_free(parse(lw_str_text(&text)));
}

static void values_and_bytes_have_limits(void **state)
{
	struct lw_json_options values = { .max_values = 4 }, bytes = { .max_bytes = 7 };
	struct lw_json *json = NULL;

	(void)state;
	assert_int_equal(lw_json_parse("[1,2,3]", 7, &values, NULL, NULL, &json), 0);
	lw_json_free(json);
	refuse_len("[1,2,3,4]", 9, &values, "1:8: more than the 4 values allowed");
	assert_int_equal(lw_json_parse("[1,2,3]", 7, &bytes, NULL, NULL, &json), 0);
	lw_json_free(json);
	refuse_len("[1,2,3] ", 8, &bytes, "1:1: longer than the 7 bytes allowed");
	refuse_len("x", SIZE_MAX, NULL, "1:1: longer than the 67108864 bytes allowed");
}

static void limits_have_their_own_code(void **state)
{
	struct lw_json_options options = { .max_bytes = 1 };
	struct lw_report *report = lw_report_new();
	struct lw_json *json;

	(void)state;
	lw_json_parse("[]", 2, &options, "f", report, &json);
	lw_json_parse("x", 1, NULL, "f", report, &json);
	lw_json_parse("{\"a\":1,\"a\":1}", 13, NULL, "f", report, &json);
	assert_int_equal(lw_report_get(report, 0)->code, LW_CODE_LIMIT);
	assert_int_equal(lw_report_get(report, 1)->code, LW_CODE_SYNTAX);
	assert_int_equal(lw_report_get(report, 2)->code, LW_CODE_CONFLICT);
	lw_report_free(report);
}

static void reading_may_end_at_a_member(void **state)
{
	struct lw_json_options options = { .until = "b" };
	static const char text[] = "{\"a\": {\"b\": 1},\n\"b\": nothing of this is JSON";
	struct lw_json *json = NULL;

	(void)state;
	assert_int_equal(lw_json_parse(text, sizeof(text) - 1, &options, NULL, NULL, &json), 0);
	assert_int_not_equal(lw_json_find(json, lw_json_find(json, LW_JSON_ROOT, "a"), "b"),
			     LW_JSON_NONE);
	assert_int_equal(lw_json_find(json, LW_JSON_ROOT, "b"), LW_JSON_NONE);
	lw_json_free(json);
	refuse_len("{\"a\": x, \"b\": 1}", 17, &options, "1:7: expected a value, found 'x'");
	refuse_len("{\"a\": 1}}", 9, &options,
		   "1:9: expected the end of the text after the value, found '}'");
}

static void types_have_names(void **state)
{
	(void)state;
	assert_string_equal(lw_json_type_name(LW_JSON_OBJECT), "an object");
	assert_string_equal(lw_json_type_name(LW_JSON_ABSENT), "nothing");
	assert_string_equal(lw_json_type_name((enum lw_json_type)99), "nothing");
}

/* Cutting a right text anywhere makes it wrong, and never crashes; so does changing a byte, or it stays right. */
static void any_damage_is_survived(void **state)
{
	static const char text[] =
		"{\"a\":[1,-2.5e+3,\"x\\ud83d\\udcbe\\n\xc3\xa9\"],\"b\":{\"c\":null,\"d\":true}}";
	size_t len = sizeof(text) - 1;

	(void)state;
	for (size_t cut = 0; cut < len; cut++) {
		char *exact = malloc(cut ? cut : 1);
		struct lw_json *json = NULL;

		assert_non_null(exact);
		memcpy(exact, text, cut);
		assert_int_equal(lw_json_parse(exact, cut, NULL, NULL, NULL, &json), -EINVAL);
		assert_null(json);
		free(exact);
	}
	for (size_t at = 0; at < len; at++) {
		for (int c = 0; c < 256; c++) {
			char damaged[sizeof(text)];
			struct lw_json *json = NULL;
			int r;

			memcpy(damaged, text, sizeof(text));
			damaged[at] = (char)c;
			r = lw_json_parse(damaged, len, NULL, NULL, NULL, &json);
			assert_true(r == 0 || r == -EINVAL);
			lw_json_free(json);
		}
	}
}

static void every_allocation_may_fail(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	bool fired = true;

	(void)state;
	lw_str_add(&text, "{");
	for (unsigned i = 0; i < 200; i++)
		lw_str_addf(&text, "\"key%u\":[%u,\"a\\u0041 string\"],\n", i, i);
	lw_str_add(&text, "\"last\":{}}");

	for (unsigned n = 1; fired; n++) {
		struct lw_json *json = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_json_parse(text.data, text.len, NULL, "f", NULL, &json);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		assert_true(fired == !json);
		lw_json_free(json);
	}
}

/* Making a message allocates too: then the answer is -ENOMEM, or the problem is counted as lost; never success. */
static void failing_may_fail(void **state)
{
	/* clang-format off */
	static const char *const wrong[] = { "{\"a\":1,\"a\":2}", "[1,x]", "\"abc", "{\"a\":1,\"a\":2,]" };
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		bool fired = true;

		for (unsigned n = 1; fired; n++) {
			struct lw_report *report = lw_report_new();
			struct lw_json *json = NULL;
			int r;

			alloc_fault_arm(n);
			r = lw_json_parse(wrong[i], strlen(wrong[i]), NULL, "f", report, &json);
			fired = alloc_fault_fired();
			alloc_fault_disarm();
			assert_null(json);
			assert_true(r == -EINVAL || (fired && r == -ENOMEM));
			assert_true(r == -ENOMEM || lw_report_count(report, LW_ERROR) > 0);
			lw_report_free(report);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scalars),
		cmocka_unit_test(booleans),
		cmocka_unit_test(numbers_keep_their_text),
		cmocka_unit_test(strings_are_decoded),
		cmocka_unit_test(nul_only_for_who_asked),
		cmocka_unit_test(bytes_only_for_who_asked),
		cmocka_unit_test(containers_can_be_walked),
		cmocka_unit_test(nothing_can_be_asked_anything),
		cmocka_unit_test(every_value_knows_its_place),
		cmocka_unit_test(the_document_outlives_its_text),
		cmocka_unit_test(what_is_wrong_is_told),
		cmocka_unit_test(nul_bytes_are_no_end),
		cmocka_unit_test(secrets_are_not_quoted_in_messages),
		cmocka_unit_test(duplicate_keys_are_all_reported),
		cmocka_unit_test(large_objects_find_their_own_keys),
		cmocka_unit_test(duplicates_are_seen_at_any_size),
		cmocka_unit_test(large_objects_are_not_quadratic),
		cmocka_unit_test(depth_has_a_limit),
		cmocka_unit_test(siblings_are_not_depth),
		cmocka_unit_test(values_and_bytes_have_limits),
		cmocka_unit_test(limits_have_their_own_code),
		cmocka_unit_test(reading_may_end_at_a_member),
		cmocka_unit_test(types_have_names),
		cmocka_unit_test(any_damage_is_survived),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(failing_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
