/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and numbers of the JSON reader: checked, decoded, and kept in the document's pool. */
#include "base/json_internal.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/*
 * The pool cannot pass 4 GiB, which lw_grow() would refuse as too large: a text has at most 1 GiB, and no token of n bytes
 * and the comma or colon that must follow it needs more than 3 (n + 1) bytes here.
 */
static int pool_add(struct lw_json *json, const char *bytes, uint32_t len)
{
	if (lw_grow(&json->pool, &json->pool_cap, (uint64_t)json->pool_len + len, 1) < 0)
		return -ENOMEM;
	if (len)
		memcpy(json->pool + json->pool_len, bytes, len);
	json->pool_len += len;
	return 0;
}

/* pool_begin(), _add(), _end() make one string; its offset is known from the beginning. 0 or -ENOMEM. */
static int pool_begin(struct lw_json *json, uint32_t *ret_start)
{
	uint32_t length_later = 0;
	int r = pool_add(json, (const char *)&length_later, sizeof(length_later));

	if (!r)
		*ret_start = json->pool_len;
	return r;
}

static int pool_end(struct lw_json *json, uint32_t start)
{
	uint32_t len = json->pool_len - start;
	int r = pool_add(json, "", 1);

	if (!r)
		memcpy(json->pool + start - sizeof(len), &len, sizeof(len));
	return r;
}

static bool is_digit(const struct lw_json_reader *r)
{
	return r->at < r->len && r->text[r->at] >= '0' && r->text[r->at] <= '9';
}

static bool is_char(const struct lw_json_reader *r, char c)
{
	return r->at < r->len && r->text[r->at] == c;
}

static int skip_digits(struct lw_json_reader *r, const char *expected)
{
	if (!is_digit(r))
		return lw_json_fail_expected(r, expected);
	while (is_digit(r))
		r->at++;
	return 0;
}

static int skip_whole_part(struct lw_json_reader *r)
{
	if (is_char(r, '-'))
		r->at++;
	if (!is_char(r, '0'))
		return skip_digits(r, "a digit after '-'");
	r->at++;
	if (is_digit(r))
		return lw_json_fail(r, r->at - 1, LW_CODE_SYNTAX, NULL,
				    "a number has no leading zeros");
	return 0;
}

static int skip_number(struct lw_json_reader *r)
{
	int ret = skip_whole_part(r);

	if (!ret && is_char(r, '.')) {
		r->at++;
		ret = skip_digits(r, "a digit after '.'");
	}
	if (!ret && (is_char(r, 'e') || is_char(r, 'E'))) {
		r->at++;
		if (is_char(r, '+') || is_char(r, '-'))
			r->at++;
		ret = skip_digits(r, "a digit in the exponent");
	}
	return ret;
}

int lw_json_read_number(struct lw_json_reader *r, uint32_t *ret)
{
	uint32_t begin = r->at;
	uint32_t start;
	int err;

	err = skip_number(r);
	if (!err)
		err = pool_begin(r->json, &start);
	if (!err)
		err = pool_add(r->json, r->text + begin, r->at - begin);
	if (!err)
		err = pool_end(r->json, start);
	if (!err)
		*ret = start;
	return err;
}

/* The four digits behind "\u" at @at; -1 if they are not all there. */
static int32_t hex4(const struct lw_json_reader *r, uint32_t at)
{
	int32_t value = 0;

	if (r->len - at < 4)
		return -1;
	for (unsigned i = 0; i < 4; i++) {
		char c = r->text[at + i];

		if (c >= '0' && c <= '9')
			value = value << 4 | (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value << 4 | (c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			value = value << 4 | (c - 'A' + 10);
		else
			return -1;
	}
	return value;
}

static bool is_high(int32_t unit)
{
	return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(int32_t unit)
{
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/* The cursor is behind "\u". Surrogates come in pairs, or stand for one byte each if the caller knows of such. */
static int read_unicode(struct lw_json_reader *r)
{
	uint32_t place = r->at - 2;
	int32_t unit = hex4(r, r->at);
	uint32_t code = (uint32_t)unit;
	char bytes[4];

	if (unit < 0)
		return lw_json_fail(r, place, LW_CODE_SYNTAX, NULL,
				    "expected four hexadecimal digits after \\u");
	r->at += 4;
	if (!unit && !(r->options.flags & LW_JSON_NUL))
		return lw_json_fail(r, place, LW_CODE_INVALID, NULL,
				    "\\u0000 is not allowed in a string here");

	if (unit >= 0xdc80 && unit <= 0xdcff && (r->options.flags & LW_JSON_BYTES)) {
		bytes[0] = (char)(unit - 0xdc00);
		return pool_add(r->json, bytes, 1);
	}
	if (is_high(unit) && r->len - r->at >= 6 && r->text[r->at] == '\\' &&
	    r->text[r->at + 1] == 'u' && is_low(hex4(r, r->at + 2))) {
		code = 0x10000 + ((code - 0xd800) << 10) + ((uint32_t)hex4(r, r->at + 2) - 0xdc00);
		r->at += 6;
	} else if (is_high(unit) || is_low(unit)) {
		return lw_json_fail(r, place, LW_CODE_SYNTAX, NULL,
				    "a surrogate without its other half: \\u%04x", (unsigned)unit);
	}
	return pool_add(r->json, bytes, (uint32_t)lw_utf8_encode(code, bytes));
}

/* The cursor is on a backslash. */
static int read_escape(struct lw_json_reader *r)
{
	static const char from[] = "\"\\/bfnrt";
	static const char to[] = "\"\\/\b\f\n\r\t";
	const char *which;

	r->at++;
	if (is_char(r, 'u')) {
		r->at++;
		return read_unicode(r);
	}
	which = r->at < r->len && r->text[r->at] ? strchr(from, r->text[r->at]) : NULL;
	if (!which)
		return lw_json_fail_expected(r, "one of \" \\ / b f n r t u after a backslash");
	r->at++;
	return pool_add(r->json, &to[which - from], 1);
}

/* Moves the cursor over bytes that stand for themselves. */
static void skip_plain(struct lw_json_reader *r)
{
	while (r->at < r->len) {
		unsigned char c = (unsigned char)r->text[r->at];

		if (c < 0x80) {
			if (c < 0x20 || c == '"' || c == '\\')
				return;
			r->at++;
		} else {
			size_t n = lw_utf8_sequence(r->text + r->at, r->len - r->at);

			if (!n)
				return;
			r->at += (uint32_t)n;
		}
	}
}

static int fail_in_string(struct lw_json_reader *r, uint32_t quote)
{
	unsigned char c;

	if (r->at == r->len)
		return lw_json_fail(r, quote, LW_CODE_SYNTAX, NULL,
				    "this string has no closing quote");

	c = (unsigned char)r->text[r->at];
	if (c == '\n' || c == '\r')
		return lw_json_fail(r, r->at, LW_CODE_SYNTAX,
				    "a closing quote is missing, or \\n was meant",
				    "a string must end on its line");
	if (c < 0x20)
		return lw_json_fail(r, r->at, LW_CODE_SYNTAX, NULL,
				    "a control character in a string must be written \\u%04x", c);
	return lw_json_fail(r, r->at, LW_CODE_SYNTAX, "a text in JSON is UTF-8",
			    "the byte 0x%02x is no part of valid UTF-8", c);
}

int lw_json_read_string(struct lw_json_reader *r, uint32_t *ret)
{
	uint32_t quote = r->at++;
	uint32_t start;
	int err;

	err = pool_begin(r->json, &start);
	while (!err) {
		uint32_t plain = r->at;

		skip_plain(r);
		err = pool_add(r->json, r->text + plain, r->at - plain);
		if (err || is_char(r, '"'))
			break;
		err = is_char(r, '\\') ? read_escape(r) : fail_in_string(r, quote);
	}
	if (err)
		return err;

	r->at++;
	err = pool_end(r->json, start);
	if (!err)
		*ret = start;
	return err;
}
