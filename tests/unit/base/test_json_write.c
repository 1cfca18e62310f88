/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "alloc_fault.h"
#include "base/json.h"
#include "base/utf8.h"

/* One of everything, in the order that shows each kind of neighbour. */
static void put_everything(struct lw_json_writer *w)
{
	lw_json_put_object_begin(w);
	lw_json_put_key(w, "null");
	lw_json_put_null(w);
	lw_json_put_key(w, "list");
	lw_json_put_array_begin(w);
	lw_json_put_bool(w, true);
	lw_json_put_bool(w, false);
	lw_json_put_array_begin(w);
	lw_json_put_array_end(w);
	lw_json_put_object_begin(w);
	lw_json_put_object_end(w);
	lw_json_put_u64(w, UINT64_MAX);
	lw_json_put_array_end(w);
	lw_json_put_key_len(w, "key\0", 4);
	lw_json_put_i64(w, INT64_MIN);
	lw_json_put_key(w, "object");
	lw_json_put_object_begin(w);
	lw_json_put_key(w, "");
	lw_json_put_string(w, "text");
	lw_json_put_key(w, "n");
	lw_json_put_number(w, "1.50e3 and more", 6);
	lw_json_put_object_end(w);
	lw_json_put_object_end(w);
}

static void compact_has_no_space(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	(void)state;
	lw_json_writer_init(&w, &out, LW_JSON_COMPACT);
	put_everything(&w);
	assert_string_equal(
		lw_str_text(&out),
		"{\"null\":null,\"list\":[true,false,[],{},18446744073709551615],"
		"\"key\\u0000\":-9223372036854775808,\"object\":{\"\":\"text\",\"n\":1.50e3}}");
}

static void indented_is_two_blanks_a_level(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	(void)state;
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	put_everything(&w);
	assert_string_equal(lw_str_text(&out), "{\n"
					       "  \"null\": null,\n"
					       "  \"list\": [\n"
					       "    true,\n"
					       "    false,\n"
					       "    [],\n"
					       "    {},\n"
					       "    18446744073709551615\n"
					       "  ],\n"
					       "  \"key\\u0000\": -9223372036854775808,\n"
					       "  \"object\": {\n"
					       "    \"\": \"text\",\n"
					       "    \"n\": 1.50e3\n"
					       "  }\n"
					       "}");
}

static void the_writer_goes_on_behind_what_is_there(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	(void)state;
	lw_str_add(&out, "data: ");
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_u64(&w, 0);
	assert_string_equal(lw_str_text(&out), "data: 0");
}

static void quoted(const char *bytes, size_t len, const char *want)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	lw_json_writer_init(&w, &out, LW_JSON_COMPACT);
	lw_json_put_string_len(&w, bytes, len);
	assert_string_equal(lw_str_text(&out), want);
	assert_true(lw_utf8_valid(out.data, out.len));
}

static void strings_are_escaped(void **state)
{
	(void)state;
	quoted("", 0, "\"\"");
	quoted("lun 0", 5, "\"lun 0\"");
	quoted("\"\\/", 3, "\"\\\"\\\\/\"");
	quoted("\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\"");
	quoted("\0\x01\x1f\x7f", 4, "\"\\u0000\\u0001\\u001f\x7f\"");
	quoted("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x92\xbe", 14,
	       "\"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x92\xbe\"");
	quoted("\xc2\x80\xe2\x80\xa8", 5, "\"\xc2\x80\xe2\x80\xa8\"");
}

static void bytes_become_lone_surrogates(void **state)
{
	(void)state;
	quoted("\x80\xff", 2, "\"\\udc80\\udcff\"");
	quoted("a\xc3z", 3, "\"a\\udcc3z\"");
	quoted("\xe2\x82", 2, "\"\\udce2\\udc82\"");
	quoted("\xed\xa0\x80", 3, "\"\\udced\\udca0\\udc80\"");
	quoted("\xc0\xaf\xc3\xa9", 4, "\"\\udcc0\\udcaf\xc3\xa9\"");
}

static void null_strings_are_null(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	(void)state;
	lw_json_writer_init(&w, &out, LW_JSON_COMPACT);
	lw_json_put_array_begin(&w);
	lw_json_put_string(&w, NULL);
	lw_json_put_string_len(&w, NULL, 0);
	lw_json_put_string(&w, "");
	lw_json_put_array_end(&w);
	assert_string_equal(lw_str_text(&out), "[null,null,\"\"]");
}

/* The law: any bytes whatever, written and read again, are the same bytes. */
static void any_bytes_come_back(void **state)
{
	struct lw_json_options options = { .flags = LW_JSON_BYTES | LW_JSON_NUL };
	/* Random bytes are hardly ever valid UTF-8; pieces of it make the interesting neighbours. */
	/* clang-format off */
	static const char *const pieces[] = { "a", "\xc3", "\xa9", "\xe2", "\x82", "\xac", "\xf0", "\x9f", "\x92", "\xbe",
					      "\xed", "\xa0", "\xff", "\"", "\\", "\n", "\\udc80", "\xc3\xa9" };
	/* clang-format on */
	uint64_t random = 17;

	(void)state;
	for (unsigned round = 0; round < 20000; round++) {
		LW_AUTO_STR struct lw_str bytes = LW_STR_INIT;
		LW_AUTO_STR struct lw_str out = LW_STR_INIT;
		LW_AUTO_JSON struct lw_json *json = NULL;
		struct lw_json_writer w;
		const char *got;
		size_t len;

		for (unsigned i = next_random(&random) % 12; i; i--) {
			if (next_random(&random) % 4)
				lw_str_add(&bytes, pieces[next_random(&random) % 18]);
			else
				lw_str_add_char(&bytes, (char)next_random(&random));
		}
		lw_json_writer_init(&w, &out, LW_JSON_COMPACT);
		lw_json_put_object_begin(&w);
		lw_json_put_key_len(&w, lw_str_text(&bytes), bytes.len);
		lw_json_put_string_len(&w, lw_str_text(&bytes), bytes.len);
		lw_json_put_object_end(&w);

		assert_int_equal(lw_json_parse(out.data, out.len, &options, NULL, NULL, &json), 0);
		got = lw_json_text(json, lw_json_first(json, 0), &len);
		assert_int_equal(len, bytes.len);
		assert_memory_equal(got, lw_str_text(&bytes), len);
		got = lw_json_key(json, lw_json_first(json, 0), &len);
		assert_int_equal(len, bytes.len);
		assert_memory_equal(got, lw_str_text(&bytes), len);
	}
}

static void rewritten(const char *text, const char *want)
{
	struct lw_json_options options = { .flags = LW_JSON_BYTES | LW_JSON_NUL };
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	LW_AUTO_JSON struct lw_json *json = NULL;
	struct lw_json_writer w;

	assert_int_equal(lw_json_parse(text, strlen(text), &options, NULL, NULL, &json), 0);
	lw_json_writer_init(&w, &out, LW_JSON_COMPACT);
	lw_json_put_value(&w, json, LW_JSON_ROOT);
	assert_string_equal(lw_str_text(&out), want);
}

static void parsed_values_are_written_whole(void **state)
{
	/* clang-format off */
	static const char *const same[] = {
		"null", "true", "false", "-0.0e+00", "\"\"", "[]", "{}", "[[]]", "[{}]", "{\"a\":{}}",
		"[1,2,3]", "[[1],[2,[3,[4]]],5]", "{\"a\":[{\"b\":[{\"c\":null}]},1],\"d\":\"\\u0000\\udcff\"}",
		"[[[]],[[],[]],{\"x\":[]}]",
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		rewritten(same[i], same[i]);
	rewritten(" { \"a\" : [ 1 , \"\\u0041\\/\" ] } ", "{\"a\":[1,\"A/\"]}");
}

static void a_part_is_written_without_its_neighbours(void **state)
{
	static const char text[] = "{\"a\":1,\"b\":{\"c\":[2,{\"d\":3}]},\"e\":4}";
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	LW_AUTO_JSON struct lw_json *json = NULL;
	struct lw_json_writer w;

	(void)state;
	assert_int_equal(lw_json_parse(text, strlen(text), NULL, NULL, NULL, &json), 0);
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_array_begin(&w);
	lw_json_put_value(&w, json, lw_json_find(json, 0, "b"));
	lw_json_put_value(&w, json, lw_json_find(json, 0, "e"));
	lw_json_put_value(&w, json, LW_JSON_NONE);
	lw_json_put_array_end(&w);
	assert_string_equal(
		lw_str_text(&out),
		"[\n  {\n    \"c\": [\n      2,\n      {\n        \"d\": 3\n      }\n    ]\n  },\n"
		"  4,\n  null\n]");
}

/* Memory that ran out is told by the string; the writer itself goes on without harm. */
static void every_allocation_may_fail(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		LW_AUTO_STR struct lw_str out = LW_STR_INIT;
		struct lw_json_writer w;

		alloc_fault_arm(n);
		lw_json_writer_init(&w, &out, LW_JSON_INDENT);
		lw_json_put_array_begin(&w);
		for (int i = 0; i < 20; i++)
			put_everything(&w);
		lw_json_put_array_end(&w);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(lw_str_bad(&out), fired);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compact_has_no_space),
		cmocka_unit_test(indented_is_two_blanks_a_level),
		cmocka_unit_test(the_writer_goes_on_behind_what_is_there),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(bytes_become_lone_surrogates),
		cmocka_unit_test(null_strings_are_null),
		cmocka_unit_test(any_bytes_come_back),
		cmocka_unit_test(parsed_values_are_written_whole),
		cmocka_unit_test(a_part_is_written_without_its_neighbours),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
