/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "base/utf8.h"

static bool is_surrogate(uint32_t code)
{
	return code >= 0xd800 && code <= 0xdfff;
}

static void every_character_is_one_sequence(void **state)
{
	(void)state;
	for (uint32_t code = 0; code <= 0x10ffff; code++) {
		char bytes[5];
		size_t n = lw_utf8_encode(code, bytes);

		assert_int_equal(n, code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
		assert_int_equal(lw_utf8_sequence(bytes, n), is_surrogate(code) ? 0 : n);
		/* Cut short it is none; what follows does not matter. */
		assert_int_equal(lw_utf8_sequence(bytes, n - 1), 0);
		bytes[n] = '\xff';
		assert_int_equal(lw_utf8_sequence(bytes, n + 1), is_surrogate(code) ? 0 : n);
	}
}

/* All sequences of two bytes, and of three: as many are valid as there are characters of that length. */
static void nothing_else_is_valid(void **state)
{
	unsigned two = 0, three = 0;

	(void)state;
	for (unsigned i = 0; i < 1u << 16; i++) {
		char bytes[2] = { (char)(i >> 8), (char)i };

		two += lw_utf8_sequence(bytes, 2) == 2;
	}
	for (unsigned i = 0; i < 1u << 24; i++) {
		char bytes[3] = { (char)(i >> 16), (char)(i >> 8), (char)i };

		three += lw_utf8_sequence(bytes, 3) == 3;
	}
	assert_int_equal(two, 0x800 - 0x80);
	assert_int_equal(three, 0x10000 - 0x800 - 0x800);
}

static void known_wrong_ones(void **state)
{
	/* clang-format off */
	static const char *const wrong[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80",
		"\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
		"\xf8\x88\x80\x80\x80", "\xfe", "\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x92", "\xc3(", "\xe2(\xac",
		"\xe2\x82(", "\xf0(\x92\xbe", "\xf0\x9f(\xbe", "\xf0\x9f\x92(",
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_int_equal(lw_utf8_sequence(wrong[i], strlen(wrong[i])), 0);
		assert_false(lw_utf8_valid(wrong[i], strlen(wrong[i])));
	}
	assert_int_equal(lw_utf8_sequence("", 0), 0);
}

/* The fast path takes eight bytes at a time: the wrong byte must be seen at each place of each length. */
static void a_wrong_byte_is_seen_anywhere(void **state)
{
	char text[64];

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		memset(text, 'a', sizeof(text));
		assert_true(lw_utf8_valid(text, len));
		for (size_t i = 0; i < len; i++) {
			text[i] = '\xff';
			assert_false(lw_utf8_valid(text, len));
			text[i] = '\xc3';
			assert_false(lw_utf8_valid(text, len));
			if (i + 1 < len) {
				text[i + 1] = '\xa9';
				assert_true(lw_utf8_valid(text, len));
				text[i + 1] = 'a';
			}
			text[i] = 'a';
		}
		/* Beyond the end nothing is looked at. */
		text[len] = '\xff';
		assert_true(lw_utf8_valid(text, len));
	}
	assert_true(lw_utf8_valid("a\0b", 3));
}

static void cuts_stand_between_characters(void **state)
{
	static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x92\xbez";
	static const size_t want[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11 };
	size_t len = sizeof(text) - 1;

	(void)state;
	for (size_t max = 0; max <= len; max++) {
		assert_int_equal(lw_utf8_cut(text, len, max), want[max]);
		assert_true(lw_utf8_valid(text, lw_utf8_cut(text, len, max)));
	}
	assert_int_equal(lw_utf8_cut(text, len, 100), len);
	assert_int_equal(lw_utf8_cut("", 0, 0), 0);
}

static void bytes_that_are_no_utf8_are_cut_at_the_limit(void **state)
{
	(void)state;
	assert_int_equal(lw_utf8_cut("\xff\xff\xff\xff\xff", 5, 3), 3);
	assert_int_equal(lw_utf8_cut("\x80\x80\x80\x80\x80", 5, 4), 4);
	assert_int_equal(lw_utf8_cut("aa\xc3zz", 5, 3), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_one_sequence),
		cmocka_unit_test(nothing_else_is_valid),
		cmocka_unit_test(known_wrong_ones),
		cmocka_unit_test(a_wrong_byte_is_seen_anywhere),
		cmocka_unit_test(cuts_stand_between_characters),
		cmocka_unit_test(bytes_that_are_no_utf8_are_cut_at_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
