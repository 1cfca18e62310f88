/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/ascii.h"

static void words_are_the_same_in_either_case(void **state)
{
	static const struct {
		const char *text, *word;
		bool want;
	} rows[] = {
		{ "Yes", "yes", true },	  { "YES", "Yes", true }, { "ye", "yes", false },
		{ "yess", "yes", false }, { "", "", true },	  { "", "a", false },
		{ "a", "", false },	  { "[", "{", false },	  { "@", "`", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(lw_is_word(rows[i].text, strlen(rows[i].text), rows[i].word),
				 rows[i].want);
	assert_true(lw_is_word("yes and more", 3, "YES"));
	assert_false(lw_is_word("y\0s", 3, "yes"));
}

/* Letters beyond ASCII have no case here: half of one must never be changed. */
static void other_bytes_stay(void **state)
{
	(void)state;
	for (int c = -128; c < 128; c++) {
		char want = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);

		assert_int_equal(lw_lower((char)c), want);
	}
}

static void counts_what_must_be_changed(void **state)
{
	static const struct {
		const char *a, *b;
		unsigned want;
	} rows[] = {
		{ "", "", 0 },
		{ "filename", "FileName", 0 },
		{ "filename", "filname", 1 },
		{ "check", "hceck", 1 },
		{ "abc", "", 3 },
		{ "kitten", "sitting", 3 },
		{ "ab", "ba", 1 },
		{ "ca", "abc", 3 },
	};
	char longest[LW_EDITS_WORD + 2];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(lw_edits(rows[i].a, rows[i].b), rows[i].want);
		assert_int_equal(lw_edits(rows[i].b, rows[i].a), rows[i].want);
	}
	memset(longest, 'x', sizeof(longest));
	longest[LW_EDITS_WORD] = 0;
	assert_int_equal(lw_edits(longest, ""), LW_EDITS_WORD);
	assert_int_equal(lw_edits(longest, longest), 0);
	longest[LW_EDITS_WORD] = 'x';
	longest[LW_EDITS_WORD + 1] = 0;
	assert_int_equal(lw_edits(longest, longest), LW_EDITS_WORD + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_the_same_in_either_case),
		cmocka_unit_test(other_bytes_stay),
		cmocka_unit_test(counts_what_must_be_changed),
	};

	return cmocka_run_group_tests_name("base-ascii", tests, NULL, NULL);
}
