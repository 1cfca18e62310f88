/* SPDX-License-Identifier: Apache-2.0 */
/* What one can ask of a parsed JSON text. */
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_internal.h"
#include "base/mem.h"
#include "base/num.h"

/* clang-format off */
static const char *const type_names[] = {
	[LW_JSON_ABSENT] = "nothing",
	[LW_JSON_NULL] = "null",
	[LW_JSON_BOOL] = "true or false",
	[LW_JSON_NUMBER] = "a number",
	[LW_JSON_STRING] = "a string",
	[LW_JSON_ARRAY] = "an array",
	[LW_JSON_OBJECT] = "an object",
};
/* clang-format on */
_Static_assert(LW_ARRAY_LEN(type_names) == LW_JSON_TYPE_COUNT_, "every type has a name");

const char *lw_json_type_name(enum lw_json_type type)
{
	return type_names[(unsigned)type < LW_JSON_TYPE_COUNT_ ? type : LW_JSON_ABSENT];
}

void lw_json_free(struct lw_json *json)
{
	if (!json)
		return;
	free(json->values);
	free(json->pool);
	free(json->lines);
	free(json->index.slots);
	free(json);
}

void lw_json_freep(struct lw_json **json)
{
	lw_json_free(*json);
}

static const struct lw_json_value *get(const struct lw_json *json, uint32_t value)
{
	static const struct lw_json_value absent = {
		.type = LW_JSON_ABSENT,
		.data = LW_JSON_NONE,
		.next = LW_JSON_NONE,
		.parent = LW_JSON_NONE,
	};

	return value < json->count ? &json->values[value] : &absent;
}

const char *lw_json_pool_text(const struct lw_json *json, uint32_t offset, size_t *ret_len)
{
	uint32_t len;

	memcpy(&len, json->pool + offset - sizeof(len), sizeof(len));
	if (ret_len)
		*ret_len = len;
	return json->pool + offset;
}

enum lw_json_type lw_json_type(const struct lw_json *json, uint32_t value)
{
	return (enum lw_json_type)get(json, value)->type;
}

uint32_t lw_json_find_len(const struct lw_json *json, uint32_t object, const char *key, size_t len)
{
	const struct lw_json_value *v = get(json, object);

	if (v->type != LW_JSON_OBJECT)
		return LW_JSON_NONE;
	if (v->is_indexed)
		return lw_json_index_find(json, object, key, len);

	for (uint32_t m = v->data; m != LW_JSON_NONE; m = json->values[m].next) {
		size_t have_len;
		const char *have = lw_json_pool_text(json, json->values[m].key, &have_len);

		if (have_len == len && !memcmp(have, key, len))
			return m;
	}
	return LW_JSON_NONE;
}

uint32_t lw_json_find(const struct lw_json *json, uint32_t value, const char *key)
{
	return lw_json_find_len(json, value, key, strlen(key));
}

uint32_t lw_json_first(const struct lw_json *json, uint32_t value)
{
	const struct lw_json_value *v = get(json, value);

	return v->type == LW_JSON_ARRAY || v->type == LW_JSON_OBJECT ? v->data : LW_JSON_NONE;
}

uint32_t lw_json_next(const struct lw_json *json, uint32_t value)
{
	return get(json, value)->next;
}

uint32_t lw_json_parent(const struct lw_json *json, uint32_t value)
{
	return get(json, value)->parent;
}

const char *lw_json_key(const struct lw_json *json, uint32_t value, size_t *ret_len)
{
	const struct lw_json_value *v = get(json, value);

	return v->key ? lw_json_pool_text(json, v->key, ret_len) : NULL;
}

static const char *text_of(const struct lw_json *json, uint32_t value, enum lw_json_type type,
			   size_t *ret_len)
{
	const struct lw_json_value *v = get(json, value);

	return v->type == type ? lw_json_pool_text(json, v->data, ret_len) : NULL;
}

const char *lw_json_text(const struct lw_json *json, uint32_t value, size_t *ret_len)
{
	return text_of(json, value, LW_JSON_STRING, ret_len);
}

const char *lw_json_number(const struct lw_json *json, uint32_t value, size_t *ret_len)
{
	return text_of(json, value, LW_JSON_NUMBER, ret_len);
}

bool lw_json_bool(const struct lw_json *json, uint32_t value, bool *ret)
{
	const struct lw_json_value *v = get(json, value);

	if (v->type != LW_JSON_BOOL)
		return false;
	*ret = v->truth;
	return true;
}

bool lw_json_u64(const struct lw_json *json, uint32_t value, uint64_t *ret)
{
	size_t len;
	const char *text = lw_json_number(json, value, &len);

	return text && lw_parse_u64(text, len, LW_NUM_DEC, ret);
}

/* The last line that begins at or before the offset. */
static void place(const struct lw_json *json, uint32_t offset, uint32_t *ret_line,
		  uint32_t *ret_column)
{
	uint32_t low = 0, high = json->lines_count;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (json->lines[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	*ret_line = low + 1;
	*ret_column = offset - json->lines[low] + 1;
}

void lw_json_place(const struct lw_json *json, uint32_t value, uint32_t *ret_line,
		   uint32_t *ret_column)
{
	*ret_line = 0;
	*ret_column = 0;
	if (value < json->count)
		place(json, json->values[value].place, ret_line, ret_column);
}

void lw_json_key_place(const struct lw_json *json, uint32_t value, uint32_t *ret_line,
		       uint32_t *ret_column)
{
	if (!get(json, value)->key)
		lw_json_place(json, value, ret_line, ret_column);
	else
		place(json, json->values[value].key_place, ret_line, ret_column);
}
