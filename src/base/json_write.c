/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

void lw_json_writer_init(struct lw_json_writer *w, struct lw_str *out, enum lw_json_style style)
{
	*w = (struct lw_json_writer){ .out = out, .style = style };
}

static void new_line(struct lw_json_writer *w)
{
	if (w->style != LW_JSON_INDENT)
		return;
	lw_str_add_char(w->out, '\n');
	for (uint32_t i = 0; i < w->depth; i++)
		lw_str_add_bytes(w->out, "  ", 2);
}

/* What stands between the last thing and a new value or key: nothing behind a key or at the top, else comma and line. */
static void separate(struct lw_json_writer *w)
{
	if (w->keyed) {
		w->keyed = false;
		return;
	}
	if (w->more)
		lw_str_add_char(w->out, ',');
	if (w->depth)
		new_line(w);
	w->more = true;
}

static void begin(struct lw_json_writer *w, char bracket)
{
	separate(w);
	lw_str_add_char(w->out, bracket);
	w->depth++;
	w->more = false;
}

static void end(struct lw_json_writer *w, char bracket)
{
	w->depth--;
	if (w->more)
		new_line(w);
	lw_str_add_char(w->out, bracket);
	w->more = true;
}

void lw_json_put_object_begin(struct lw_json_writer *w)
{
	begin(w, '{');
}

void lw_json_put_object_end(struct lw_json_writer *w)
{
	end(w, '}');
}

void lw_json_put_array_begin(struct lw_json_writer *w)
{
	begin(w, '[');
}

void lw_json_put_array_end(struct lw_json_writer *w)
{
	end(w, ']');
}

/* One byte that cannot stand for itself. */
static void add_escaped(struct lw_str *out, unsigned char c)
{
	static const char from[] = "\"\\\b\f\n\r\t";
	static const char to[] = "\"\\bfnrt";
	const char *which = c ? strchr(from, c) : NULL;

	if (which) {
		lw_str_add_char(out, '\\');
		lw_str_add_char(out, to[which - from]);
	} else {
		lw_str_addf(out, "\\u%04x", c < 0x80 ? c : 0xdc00u + c);
	}
}

/* Bytes of the sequence at @text that may stand as it is; 0 if its first byte must be escaped. */
static size_t plain(const char *text, size_t len)
{
	unsigned char c = (unsigned char)text[0];

	if (c < 0x80)
		return c >= 0x20 && c != '"' && c != '\\';
	return lw_utf8_sequence(text, len);
}

static void add_quoted(struct lw_str *out, const char *text, size_t len)
{
	size_t run = 0; /* where the bytes that go out as they are began */
	size_t at = 0;

	lw_str_add_char(out, '"');
	while (at < len) {
		size_t n = plain(text + at, len - at);

		if (n) {
			at += n;
			continue;
		}
		lw_str_add_bytes(out, text + run, at - run);
		add_escaped(out, (unsigned char)text[at]);
		run = ++at;
	}
	if (len)
		lw_str_add_bytes(out, text + run, len - run);
	lw_str_add_char(out, '"');
}

void lw_json_put_key_len(struct lw_json_writer *w, const char *key, size_t len)
{
	separate(w);
	add_quoted(w->out, key, len);
	lw_str_add(w->out, w->style == LW_JSON_INDENT ? ": " : ":");
	w->keyed = true;
}

void lw_json_put_key(struct lw_json_writer *w, const char *key)
{
	lw_json_put_key_len(w, key, strlen(key));
}

void lw_json_put_string_len(struct lw_json_writer *w, const char *text, size_t len)
{
	if (!text) {
		lw_json_put_null(w);
		return;
	}
	separate(w);
	add_quoted(w->out, text, len);
}

void lw_json_put_string(struct lw_json_writer *w, const char *text)
{
	lw_json_put_string_len(w, text, text ? strlen(text) : 0);
}

void lw_json_put_number(struct lw_json_writer *w, const char *text, size_t len)
{
	separate(w);
	lw_str_add_bytes(w->out, text, len);
}

void lw_json_put_u64(struct lw_json_writer *w, uint64_t number)
{
	separate(w);
	lw_str_addf(w->out, "%" PRIu64, number);
}

void lw_json_put_i64(struct lw_json_writer *w, int64_t number)
{
	separate(w);
	lw_str_addf(w->out, "%" PRId64, number);
}

void lw_json_put_bool(struct lw_json_writer *w, bool value)
{
	separate(w);
	lw_str_add(w->out, value ? "true" : "false");
}

void lw_json_put_null(struct lw_json_writer *w)
{
	separate(w);
	lw_str_add(w->out, "null");
}

/* Opens arrays and objects, writes the others whole. */
static void put_one(struct lw_json_writer *w, const struct lw_json *json, uint32_t value)
{
	const char *text;
	bool truth;
	size_t len;

	switch (lw_json_type(json, value)) {
	case LW_JSON_OBJECT:
		lw_json_put_object_begin(w);
		break;
	case LW_JSON_ARRAY:
		lw_json_put_array_begin(w);
		break;
	case LW_JSON_STRING:
		text = lw_json_text(json, value, &len);
		lw_json_put_string_len(w, text, len);
		break;
	case LW_JSON_NUMBER:
		text = lw_json_number(json, value, &len);
		lw_json_put_number(w, text, len);
		break;
	case LW_JSON_BOOL:
		lw_json_put_bool(w, lw_json_bool(json, value, &truth) && truth);
		break;
	default:
		lw_json_put_null(w);
		break;
	}
}

static void put_end(struct lw_json_writer *w, const struct lw_json *json, uint32_t value)
{
	if (lw_json_type(json, value) == LW_JSON_OBJECT)
		lw_json_put_object_end(w);
	else if (lw_json_type(json, value) == LW_JSON_ARRAY)
		lw_json_put_array_end(w);
}

/* A walk without recursion: down to the first child, on to the next, up when there is none. */
void lw_json_put_value(struct lw_json_writer *w, const struct lw_json *json, uint32_t value)
{
	uint32_t at = value;

	for (;;) {
		const char *key;
		size_t len;

		key = at == value ? NULL : lw_json_key(json, at, &len);
		if (key)
			lw_json_put_key_len(w, key, len);
		put_one(w, json, at);
		if (lw_json_first(json, at) != LW_JSON_NONE) {
			at = lw_json_first(json, at);
			continue;
		}
		put_end(w, json, at);
		while (at != value && lw_json_next(json, at) == LW_JSON_NONE) {
			at = lw_json_parent(json, at);
			put_end(w, json, at);
		}
		if (at == value)
			return;
		at = lw_json_next(json, at);
	}
}
