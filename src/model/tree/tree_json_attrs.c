/* SPDX-License-Identifier: Apache-2.0 */
/* The attributes of a tree in JSON, and the simple values that all of it is made of. */
#include "model/tree/tree_json_reader.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

/* ---- mistakes */

void reader_fail(struct reader *r, uint32_t value, lw_node n, enum lw_code code, const char *hint,
		 const char *format, ...)
{
	struct lw_problem problem = {
		.size = sizeof(problem), .severity = LW_ERROR, .code = code, .file = r->file
	};
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	va_list args;

	r->errors++;
	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	if (n)
		lw_tree_path(r->tree, n, &path);
	lw_json_key_place(r->json, value, &problem.line, &problem.column);
	problem.object = n ? lw_str_text(&path) : NULL;
	problem.message = lw_str_text(&text);
	problem.hint = hint;
	lw_report_add(r->report, &problem);
}

const char *reader_type(const struct reader *r, uint32_t value)
{
	return lw_json_type_name(lw_json_type(r->json, value));
}

/* The bytes of a member's key are the file's: they are shown, not trusted. */
void reader_fail_key(struct reader *r, uint32_t value, lw_node n, const char *expected)
{
	LW_AUTO_STR struct lw_str key = LW_STR_INIT;

	tree_quote(&key, lw_json_key(r->json, value, NULL));
	reader_fail(r, value, n, LW_CODE_UNKNOWN, NULL, "%s means nothing here: expected %s",
		    lw_str_text(&key), expected);
}

bool reader_is(struct reader *r, uint32_t value, lw_node n, enum lw_json_type type,
	       const char *what)
{
	if (value == LW_JSON_NONE)
		return false;
	if (lw_json_type(r->json, value) == type)
		return true;
	reader_fail(r, value, n, LW_CODE_INVALID, NULL, "%s must be %s, not %s", what,
		    lw_json_type_name(type), reader_type(r, value));
	return false;
}

/* ---- simple values */

/* The text of a string, number or truth value; NULL for anything else. */
const char *reader_text(const struct reader *r, uint32_t value, size_t *ret_len)
{
	bool truth;

	if (lw_json_bool(r->json, value, &truth)) {
		*ret_len = 1;
		return truth ? "1" : "0";
	}
	if (lw_json_type(r->json, value) == LW_JSON_NUMBER)
		return lw_json_number(r->json, value, ret_len);
	return lw_json_text(r->json, value, ret_len);
}

/* The number of a word in a table (NULL entries are no words); -1, reported, if it is none. */
int reader_word(struct reader *r, uint32_t value, lw_node n, const char *what,
		const char *const *words, unsigned count)
{
	const char *text = lw_json_text(r->json, value, NULL);
	LW_AUTO_STR struct lw_str list = LW_STR_INIT;

	for (unsigned i = 0; text && i < count; i++) {
		if (words[i] && !strcmp(words[i], text))
			return (int)i;
	}
	for (unsigned i = 0; i < count; i++) {
		if (words[i])
			lw_str_addf(&list, "%s%s", list.len ? ", " : "", words[i]);
	}
	reader_fail(r, value, n, LW_CODE_INVALID, NULL, "%s must be one of %s", what,
		    lw_str_text(&list));
	return -1;
}

uint8_t reader_flags(struct reader *r, uint32_t list, lw_node n, const struct tree_json_flag *table)
{
	uint8_t flags = 0;

	if (!reader_is(r, list, n, LW_JSON_ARRAY, "flags"))
		return 0;
	for (uint32_t value = lw_json_first(r->json, list); value != LW_JSON_NONE;
	     value = lw_json_next(r->json, value)) {
		const char *text = lw_json_text(r->json, value, NULL);
		const struct tree_json_flag *row = table;

		while (row->word && (!text || strcmp(row->word, text) != 0))
			row++;
		if (!row->word)
			reader_fail(r, value, n, LW_CODE_UNKNOWN, NULL,
				    "no flag that is known here");
		flags |= row->flag;
	}
	return flags;
}

/* ---- places */

uint32_t reader_offset(const struct reader *r, uint32_t value)
{
	const struct lw_lines *lines;
	uint32_t line, column;

	lw_json_key_place(r->json, value, &line, &column);
	if (!r->source)
		return LW_NO_OFFSET;
	lines = r->tree->sources[r->source].lines;
	if (!line || line > lines->count)
		return LW_NO_OFFSET;
	return lines->start[line - 1] + column - 1;
}

/* ---- attributes */

static struct attr *last_of(const struct reader *r, lw_node n, const char *name)
{
	uint16_t def =
		lw_tree_attr_def_find(r->tree, node_at(r->tree, n)->kind, name, strlen(name));
	unsigned count;
	struct attr *run = def == UINT16_MAX ? NULL : lw_tree_attr_run(r->tree, n, def, &count);

	return run ? run + count - 1 : NULL;
}

static bool read_value(struct reader *r, lw_node n, const char *name, uint32_t value,
		       uint32_t object)
{
	size_t len;
	const char *text = reader_text(r, value, &len);

	if (text)
		lw_tree_add_value(r->tree, n, name, text, len, reader_offset(r, object));
	else
		reader_fail(r, value, n, LW_CODE_INVALID, NULL,
			    "a value must be a string, a number, true or false, not %s",
			    reader_type(r, value));
	return text;
}

/* A state and the value that goes with it: one of both, but what is fixed has both. */
static void read_state(struct reader *r, lw_node n, const char *name, uint32_t object, bool single)
{
	uint32_t value = lw_json_find(r->json, object, "value"),
		 state = lw_json_find(r->json, object, "state");
	int word = reader_word(r, state, n, "state", tree_json_states, LW_FIXED + 1);
	struct attr *attr;

	if (word < 0)
		return;
	if (!single)
		reader_fail(r, state, n, LW_CODE_INVALID, NULL,
			    "one of several values cannot be without one");
	else if ((word == LW_FIXED) != (value != LW_JSON_NONE))
		reader_fail(r, object, n, LW_CODE_INVALID, NULL,
			    "an attribute has either a value or a state, and both if it is fixed");
	else if (word != LW_FIXED)
		lw_tree_set_state(r->tree, n, name, (enum lw_attr_state)word);
	else if (read_value(r, n, name, value, object) && (attr = last_of(r, n, name)))
		attr->state = LW_FIXED;
}

/* {"value": ..., "flags": [...]} or {"state": ..., "flags": [...]}; @single: the only instance, so it may be a state. */
static void read_attr_object(struct reader *r, lw_node n, const char *name, uint32_t object,
			     bool single)
{
	uint32_t value = lw_json_find(r->json, object, "value"),
		 state = lw_json_find(r->json, object, "state");
	uint32_t flags = lw_json_find(r->json, object, "flags");
	uint8_t bits = flags == LW_JSON_NONE ? 0 : reader_flags(r, flags, n, tree_json_attr_flags);
	struct attr *attr;

	for (uint32_t m = lw_json_first(r->json, object); m != LW_JSON_NONE;
	     m = lw_json_next(r->json, m)) {
		if (m != value && m != state && m != flags)
			reader_fail_key(r, m, n, "value, state or flags");
	}
	if (state != LW_JSON_NONE)
		read_state(r, n, name, object, single);
	else if (value != LW_JSON_NONE)
		read_value(r, n, name, value, object);
	else
		reader_fail(r, object, n, LW_CODE_INVALID, NULL,
			    "an attribute has a value or a state");
	attr = last_of(r, n, name);
	if (attr)
		attr->flags |= bits;
}

static void read_instance(struct reader *r, lw_node n, const char *name, uint32_t value,
			  bool single)
{
	size_t len;
	const char *text = reader_text(r, value, &len);

	if (text)
		lw_tree_add_value(r->tree, n, name, text, len, reader_offset(r, value));
	else if (lw_json_type(r->json, value) == LW_JSON_OBJECT)
		read_attr_object(r, n, name, value, single);
	else
		reader_fail(r, value, n, LW_CODE_INVALID, NULL,
			    "a value must be a string, a number, true, false or an object, not %s",
			    reader_type(r, value));
}

static bool is_multi(const struct reader *r, lw_node n, const char *name)
{
	const struct lw_kind_spec *kind = node_kind(r->tree, n);
	int at = lw_kind_attr(kind, name, strlen(name));

	return at < 0 || kind->attrs[at].flags & LW_A_MULTI;
}

static void read_attr(struct reader *r, lw_node n, uint32_t value)
{
	const char *name = lw_json_key(r->json, value, NULL);
	uint32_t first = lw_json_first(r->json, value);

	if (lw_json_type(r->json, value) != LW_JSON_ARRAY) {
		read_instance(r, n, name, value, true);
		return;
	}
	/* None of several: as a new object has it. */
	if (first == LW_JSON_NONE && is_multi(r, n, name))
		lw_tree_set_state(r->tree, n, name, LW_DEFAULT);
	else if (first == LW_JSON_NONE)
		reader_fail(r, value, n, LW_CODE_INVALID,
			    "{\"state\": \"default\"} stands for the default",
			    "an attribute needs a value");
	for (uint32_t each = first; each != LW_JSON_NONE; each = lw_json_next(r->json, each))
		read_instance(r, n, name, each, false);
}

void reader_attrs(struct reader *r, lw_node n, uint32_t attrs)
{
	if (!reader_is(r, attrs, n, LW_JSON_OBJECT, "attributes"))
		return;
	for (uint32_t value = lw_json_first(r->json, attrs); value != LW_JSON_NONE;
	     value = lw_json_next(r->json, value))
		read_attr(r, n, value);
}
