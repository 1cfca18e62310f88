/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The structure of a JSON text, by recursive descent; how deep is bounded by the options. Values are appended to one array
 * in the order of the text, and refer to each other by number, as the array moves while it grows.
 */
#include "base/json.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/json_internal.h"
#include "base/mem.h"
#include "base/utf8.h"

#define DEFAULT_DEPTH 64
#define DEFAULT_VALUES (4u << 20)
#define DEFAULT_BYTES (64u << 20)
#define BYTES_MAX (1u << 30)

/* How much of a key a message shows. */
#define SHOWN_KEY_MAX 64

static int read_value(struct lw_json_reader *r, uint32_t parent, uint32_t *ret);

static void skip_space(struct lw_json_reader *r)
{
	while (r->at < r->len) {
		char c = r->text[r->at];

		if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
			return;
		r->at++;
	}
}

static bool is_char(const struct lw_json_reader *r, char c)
{
	return r->at < r->len && r->text[r->at] == c;
}

static int new_value(struct lw_json_reader *r, enum lw_json_type type, uint32_t parent,
		     uint32_t *ret)
{
	struct lw_json *json = r->json;

	if (json->count >= r->options.max_values)
		return lw_json_fail(r, r->at, LW_CODE_LIMIT, NULL,
				    "more than the %" PRIu32 " values allowed",
				    r->options.max_values);
	if (lw_grow(&json->values, &json->cap, (uint64_t)json->count + 1, sizeof(*json->values)) <
	    0)
		return -ENOMEM;
	json->values[json->count] = (struct lw_json_value){
		.type = (uint8_t)type,
		.place = r->at,
		.data = LW_JSON_NONE,
		.next = LW_JSON_NONE,
		.parent = parent,
	};
	*ret = json->count++;
	return 0;
}

/* Hangs a value behind @last, the last child so far, or makes it the first child. */
static void link_value(struct lw_json *json, uint32_t parent, uint32_t last, uint32_t value)
{
	if (last == LW_JSON_NONE)
		json->values[parent].data = value;
	else
		json->values[last].next = value;
}

static int enter(struct lw_json_reader *r)
{
	if (r->depth >= r->options.max_depth)
		return lw_json_fail(r, r->at, LW_CODE_LIMIT, NULL,
				    "arrays and objects deeper than the %" PRIu32 " levels allowed",
				    r->options.max_depth);
	r->depth++;
	r->at++;
	skip_space(r);
	return 0;
}

/* After an item: past the comma (1), or past the closing bracket (0). */
static int next_item(struct lw_json_reader *r, char close, const char *expected)
{
	skip_space(r);
	if (is_char(r, close)) {
		r->at++;
		return 0;
	}
	if (!is_char(r, ','))
		return lw_json_fail_expected(r, expected);

	r->at++;
	skip_space(r);
	if (is_char(r, close))
		return lw_json_fail(r, r->at, LW_CODE_SYNTAX, "remove the comma before it",
				    "expected another item after ',', found '%c'", close);
	return 1;
}

static int read_array(struct lw_json_reader *r, uint32_t array)
{
	uint32_t last = LW_JSON_NONE;
	int more;

	more = enter(r);
	if (more < 0)
		return more;
	if (is_char(r, ']')) {
		r->at++;
		more = 0;
	} else {
		more = 1;
	}

	while (more > 0) {
		uint32_t value;
		int err = read_value(r, array, &value);

		if (err)
			return err;
		link_value(r->json, array, last, value);
		last = value;
		more = next_item(r, ']', "',' or ']' after an array element");
	}
	r->depth--;
	return more;
}

static int fail_duplicate(struct lw_json_reader *r, uint32_t place, const char *key, size_t len)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	size_t kept = lw_utf8_cut(key, len, SHOWN_KEY_MAX);

	lw_str_add_shown(&shown, key, kept);
	if (kept < len)
		lw_str_add(&shown, "...");
	if (lw_str_bad(&shown))
		return -ENOMEM;
	return lw_json_fail(r, place, LW_CODE_CONFLICT, "keep one of the two",
			    "the key \"%s\" was given already in this object", lw_str_text(&shown));
}

/* Reads a key. *@ret_is_new is false if the object has it already: that is reported, and reading goes on. */
static int read_key(struct lw_json_reader *r, uint32_t object, uint32_t *ret, bool *ret_is_new)
{
	uint32_t place = r->at;
	const char *key;
	size_t len;
	int err;

	if (!is_char(r, '"'))
		return lw_json_fail_expected(r, "a key in double quotes");
	err = lw_json_read_string(r, ret);
	if (err)
		return err;

	key = lw_json_pool_text(r->json, *ret, &len);
	*ret_is_new = lw_json_find_len(r->json, object, key, len) == LW_JSON_NONE;
	if (!*ret_is_new) {
		r->failed = true;
		err = fail_duplicate(r, place, key, len);
		if (err == -ENOMEM)
			return err;
	}

	skip_space(r);
	if (!is_char(r, ':'))
		return lw_json_fail_expected(r, "':' after a key");
	r->at++;
	return 0;
}

/* Large objects move into the index, all members so far at once. */
static int index_member(struct lw_json *json, uint32_t object, uint32_t member, uint32_t members)
{
	uint32_t m = member;

	if (members < LW_JSON_INDEXED_FROM)
		return 0;
	if (members == LW_JSON_INDEXED_FROM)
		m = json->values[object].data;

	for (; m != LW_JSON_NONE; m = json->values[m].next) {
		int err = lw_json_index_add(json, m);

		if (err)
			return err;
	}
	json->values[object].is_indexed = true;
	return 0;
}

static bool ends_at(const struct lw_json_reader *r, uint32_t key)
{
	const char *until = r->options.until;

	return until && !strcmp(lw_json_pool_text(r->json, key, NULL), until);
}

/* One member; *@last and *@members go on if it was kept. */
static int read_member(struct lw_json_reader *r, uint32_t object, uint32_t *last, uint32_t *members)
{
	struct lw_json *json = r->json;
	uint32_t place = r->at;
	uint32_t key, value;
	bool is_new = true;
	int err;

	err = read_key(r, object, &key, &is_new);
	if (!err && object == LW_JSON_ROOT && ends_at(r, key)) {
		r->ended = true;
		return 0;
	}
	if (!err)
		err = read_value(r, object, &value);
	if (err || !is_new)
		return err;

	json->values[value].key = key;
	json->values[value].key_place = place;
	link_value(json, object, *last, value);
	*last = value;
	return index_member(json, object, value, ++*members);
}

static int read_object(struct lw_json_reader *r, uint32_t object)
{
	uint32_t last = LW_JSON_NONE;
	uint32_t members = 0;
	int more;

	more = enter(r);
	if (more < 0)
		return more;
	if (is_char(r, '}')) {
		r->at++;
		more = 0;
	} else {
		more = 1;
	}

	while (more > 0) {
		int err = read_member(r, object, &last, &members);

		if (err || r->ended)
			return err;
		more = next_item(r, '}', "',' or '}' after a member");
	}
	r->depth--;
	return more;
}

static int read_word(struct lw_json_reader *r, uint32_t parent, uint32_t *ret)
{
	/* clang-format off */
	static const struct {
		const char *word;
		enum lw_json_type type;
		bool truth;
	} words[] = {
		{ "true", LW_JSON_BOOL, true },
		{ "false", LW_JSON_BOOL, false },
		{ "null", LW_JSON_NULL, false },
	};
	/* clang-format on */

	for (size_t i = 0; i < LW_ARRAY_LEN(words); i++) {
		size_t n = strlen(words[i].word);
		int err;

		if (r->len - r->at < n || memcmp(r->text + r->at, words[i].word, n))
			continue;
		err = new_value(r, words[i].type, parent, ret);
		if (err)
			return err;
		/* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): new_value() sets it */
		r->json->values[*ret].truth = words[i].truth;
		r->at += (uint32_t)n;
		return 0;
	}
	return lw_json_fail_expected(r, "a value");
}

static bool begins_number(const struct lw_json_reader *r)
{
	char c = r->text[r->at];

	return (c >= '0' && c <= '9') || c == '-';
}

/* A string or number: its text goes to the pool. */
static int read_scalar(struct lw_json_reader *r, enum lw_json_type type, uint32_t parent,
		       uint32_t *ret)
{
	uint32_t data;
	int err;

	err = new_value(r, type, parent, ret);
	if (err)
		return err;
	err = type == LW_JSON_STRING ? lw_json_read_string(r, &data)
				     : lw_json_read_number(r, &data);
	if (!err) /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): new_value() sets it */
		r->json->values[*ret].data = data;
	return err;
}

static int read_value(struct lw_json_reader *r, uint32_t parent, uint32_t *ret)
{
	int err;

	skip_space(r);
	if (is_char(r, '"'))
		return read_scalar(r, LW_JSON_STRING, parent, ret);
	if (is_char(r, '{')) {
		err = new_value(r, LW_JSON_OBJECT, parent, ret);
		/* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): new_value() sets it */
		return err ? err : read_object(r, *ret);
	}
	if (is_char(r, '[')) {
		err = new_value(r, LW_JSON_ARRAY, parent, ret);
		/* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): new_value() sets it */
		return err ? err : read_array(r, *ret);
	}
	if (r->at < r->len && begins_number(r))
		return read_scalar(r, LW_JSON_NUMBER, parent, ret);
	return read_word(r, parent, ret);
}

static int read_text(struct lw_json_reader *r)
{
	uint32_t root;
	int err;

	skip_space(r);
	if (r->at == r->len)
		return lw_json_fail(r, r->at, LW_CODE_SYNTAX, NULL,
				    "the text is empty: expected a value");
	err = read_value(r, LW_JSON_NONE, &root);
	if (err)
		return err;
	skip_space(r);
	if (r->at < r->len && !r->ended)
		return lw_json_fail_expected(r, "the end of the text after the value");
	return r->failed ? -EINVAL : 0;
}

static int find_lines(struct lw_json *json, const char *text, uint32_t len)
{
	uint32_t at = 0;
	const char *newline;

	do {
		if (lw_grow(&json->lines, &json->lines_cap, (uint64_t)json->lines_count + 1,
			    sizeof(*json->lines)) < 0)
			return -ENOMEM;
		json->lines[json->lines_count++] = at;
		newline = memchr(text + at, '\n', len - at);
		if (newline)
			at = (uint32_t)(newline - text) + 1;
	} while (newline);
	return 0;
}

static uint32_t limit(uint32_t given, uint32_t by_default, uint32_t most)
{
	uint32_t value = given ? given : by_default;

	return value < most ? value : most;
}

static void set_options(struct lw_json_options *ret, const struct lw_json_options *given)
{
	static const struct lw_json_options none = { 0 };

	if (!given)
		given = &none;
	ret->flags = given->flags;
	ret->until = given->until;
	ret->max_depth = limit(given->max_depth, DEFAULT_DEPTH, LW_JSON_DEPTH_MAX);
	ret->max_values = limit(given->max_values, DEFAULT_VALUES, UINT32_MAX);
	ret->max_bytes = limit(given->max_bytes, DEFAULT_BYTES, BYTES_MAX);
}

int lw_json_parse(const char *text, size_t len, const struct lw_json_options *options,
		  const char *file, struct lw_report *report, struct lw_json **ret)
{
	struct lw_json_reader r = { .text = text, .file = file, .report = report };
	LW_AUTO_JSON struct lw_json *json = NULL;
	int err;

	set_options(&r.options, options);
	if (len > r.options.max_bytes)
		return lw_json_fail(&r, 0, LW_CODE_LIMIT, NULL,
				    "longer than the %" PRIu32 " bytes allowed",
				    r.options.max_bytes);
	r.len = (uint32_t)len;

	json = lw_calloc(1, sizeof(*json));
	if (!json)
		return -ENOMEM;
	r.json = json;
	err = read_text(&r);
	if (!err)
		err = find_lines(json, text, r.ended ? r.at : r.len);
	if (err)
		return err;
	*ret = LW_TAKE(json);
	return 0;
}
