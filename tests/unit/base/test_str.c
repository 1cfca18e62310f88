/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "alloc_fault.h"
#include "base/str.h"
#include "base/utf8.h"

static void an_empty_string_is_text(void **state)
{
	struct lw_str s = LW_STR_INIT;

	(void)state;
	assert_string_equal(lw_str_text(&s), "");
	assert_false(lw_str_bad(&s));
	assert_int_equal(s.len, 0);
	lw_str_clear(&s);
	assert_string_equal(lw_str_text(&s), "");
	lw_str_done(&s);
	lw_str_done(&s);
}

static void appends_follow_each_other(void **state)
{
	LW_AUTO_STR struct lw_str s = LW_STR_INIT;

	(void)state;
	lw_str_add(&s, "lun ");
	lw_str_add_bytes(&s, "0 of", 2);
	lw_str_add_char(&s, 'o');
	lw_str_addf(&s, "%s=%d", "f", 12);
	lw_str_add(&s, "");
	assert_string_equal(lw_str_text(&s), "lun 0 of=12");
	assert_int_equal(s.len, 11);
}

static void an_empty_append_still_terminates(void **state)
{
	LW_AUTO_STR struct lw_str s = LW_STR_INIT;

	(void)state;
	lw_str_add_bytes(&s, NULL, 0);
	assert_non_null(s.data);
	assert_int_equal(s.data[0], 0);
}

static void nuls_are_kept(void **state)
{
	LW_AUTO_STR struct lw_str s = LW_STR_INIT;

	(void)state;
	lw_str_add_bytes(&s, "a\0b", 3);
	lw_str_add_char(&s, '\0');
	assert_int_equal(s.len, 4);
	assert_memory_equal(s.data, "a\0b\0", 5);
}

static void numbers_are_decimal(void **state)
{
	LW_AUTO_STR struct lw_str s = LW_STR_INIT;

	(void)state;
	lw_str_add_u64(&s, 0);
	lw_str_add_char(&s, ' ');
	lw_str_add_u64(&s, 1020);
	lw_str_add_char(&s, ' ');
	lw_str_add_u64(&s, UINT64_MAX);
	assert_string_equal(s.data, "0 1020 18446744073709551615");
}

/* Every length around the sizes at which the buffer grows, byte by byte and formatted. */
static void growth_loses_no_byte(void **state)
{
	struct lw_str bytes = LW_STR_INIT, formatted = LW_STR_INIT;

	(void)state;
	for (size_t i = 0; i < 3000; i++) {
		char c = (char)('a' + i % 26);

		lw_str_add_char(&bytes, c);
		lw_str_addf(&formatted, "%c", c);
		assert_int_equal(bytes.len, i + 1);
		assert_true(bytes.cap > bytes.len);
		assert_int_equal(bytes.data[i + 1], 0);
		assert_int_equal(formatted.data[i + 1], 0);
	}
	assert_string_equal(bytes.data, formatted.data);
	for (size_t i = 0; i < 3000; i++)
		assert_int_equal(bytes.data[i], 'a' + i % 26);
	lw_str_done(&bytes);
	lw_str_done(&formatted);
}

static void formats_of_any_length_fit(void **state)
{
	(void)state;
	for (int width = 0; width < 400; width++) {
		LW_AUTO_STR struct lw_str s = LW_STR_INIT;

		lw_str_add(&s, "x");
		lw_str_addf(&s, "%*d|", width, 7);
		assert_int_equal(s.len, strlen(s.data));
		assert_int_equal(s.len, (width ? width : 1) + 2);
		assert_int_equal(s.data[s.len - 2], '7');
	}
}

static void clear_keeps_the_room(void **state)
{
	struct lw_str s = LW_STR_INIT;
	char *data;

	(void)state;
	lw_str_add(&s, "some text");
	data = s.data;
	lw_str_clear(&s);
	assert_int_equal(s.len, 0);
	assert_string_equal(lw_str_text(&s), "");
	lw_str_add(&s, "other");
	assert_ptr_equal(s.data, data);
	assert_string_equal(lw_str_text(&s), "other");
	lw_str_done(&s);
	assert_null(s.data);
	assert_int_equal(s.cap, 0);
}

static void take_gives_it_away(void **state)
{
	struct lw_str s = LW_STR_INIT;
	char *text;

	(void)state;
	lw_str_add(&s, "mine");
	text = lw_str_take(&s);
	assert_string_equal(text, "mine");
	free(text);
	assert_null(s.data);
	assert_int_equal(s.len, 0);

	text = lw_str_take(&s);
	assert_non_null(text);
	assert_string_equal(text, "");
	free(text);
}

static void absurd_lengths_are_out_of_memory(void **state)
{
	struct lw_str s = LW_STR_INIT;

	(void)state;
	lw_str_add(&s, "abc");
	lw_str_add_bytes(&s, "x", SIZE_MAX);
	assert_true(lw_str_bad(&s));
	assert_string_equal(lw_str_text(&s), "abc");
	lw_str_clear(&s);
	assert_false(lw_str_bad(&s));
	lw_str_add_bytes(&s, "x", PTRDIFF_MAX);
	assert_true(lw_str_bad(&s));
	lw_str_done(&s);
}

static void shown(const char *bytes, size_t len, const char *want)
{
	LW_AUTO_STR struct lw_str s = LW_STR_INIT;

	lw_str_add_shown(&s, bytes, len);
	assert_string_equal(lw_str_text(&s), want);
	assert_true(lw_utf8_valid(s.data, s.len));
}

static void shown_is_one_line_of_utf8(void **state)
{
	(void)state;
	shown("", 0, "");
	shown("plain text", 10, "plain text");
	shown("a\nb\tc\r", 6, "a\\x0ab\\x09c\\x0d");
	shown("\x1b[31m", 5, "\\x1b[31m");
	shown("\x7f", 1, "\\x7f");
	shown("a\0b", 3, "a\\x00b");
	shown("caf\xc3\xa9", 5, "caf\xc3\xa9");
	shown("caf\xc3", 4, "caf\\xc3");
	shown("\xff\xfe", 2, "\\xff\\xfe");
	shown("\xe2\x82", 2, "\\xe2\\x82");
	shown("\xed\xa0\x80", 3, "\\xed\\xa0\\x80");
	shown("\xf0\x9f\x92\xbe!", 5, "\xf0\x9f\x92\xbe!");
	/* U+009B is a control sequence introducer in one character; U+00A0 is only a blank. */
	shown("\xc2\x9b"
	      "31m\xc2\xa0",
	      7,
	      "\\xc2\\x9b"
	      "31m\xc2\xa0");
	shown("back\\slash", 10, "back\\slash");
}

/* After a failure the string keeps what it had, adds nothing, and says so until cleared. */
static void out_of_memory_sticks(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_str s = LW_STR_INIT;
		size_t len;
		char *text;

		alloc_fault_arm(n);
		lw_str_add(&s, "begin ");
		lw_str_addf(&s, "%300d", 1);
		for (int i = 0; i < 100; i++)
			lw_str_add_char(&s, 'x');
		lw_str_addf(&s, "%1000d", 2);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(lw_str_bad(&s), fired);

		if (!fired)
			assert_int_equal(s.len, 6 + 300 + 100 + 1000);
		assert_int_equal(strlen(lw_str_text(&s)), s.len);
		len = s.len;
		if (fired) {
			lw_str_add(&s, "more");
			lw_str_addf(&s, "%d", 5);
			lw_str_add_shown(&s, "\n", 1);
			assert_int_equal(s.len, len);
		}
		text = lw_str_take(&s);
		assert_true(fired == !text);
		free(text);
		assert_false(lw_str_bad(&s));
		lw_str_add(&s, "again");
		assert_string_equal(lw_str_text(&s), "again");
		lw_str_done(&s);
	}
}

static void taking_nothing_may_fail_too(void **state)
{
	struct lw_str s = LW_STR_INIT;

	(void)state;
	alloc_fault_arm(1);
	assert_null(lw_str_take(&s));
	alloc_fault_disarm();
	assert_false(lw_str_bad(&s));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_string_is_text),
		cmocka_unit_test(appends_follow_each_other),
		cmocka_unit_test(an_empty_append_still_terminates),
		cmocka_unit_test(nuls_are_kept),
		cmocka_unit_test(numbers_are_decimal),
		cmocka_unit_test(growth_loses_no_byte),
		cmocka_unit_test(formats_of_any_length_fit),
		cmocka_unit_test(clear_keeps_the_room),
		cmocka_unit_test(take_gives_it_away),
		cmocka_unit_test(absurd_lengths_are_out_of_memory),
		cmocka_unit_test(shown_is_one_line_of_utf8),
		cmocka_unit_test(out_of_memory_sticks),
		cmocka_unit_test(taking_nothing_may_fail_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
