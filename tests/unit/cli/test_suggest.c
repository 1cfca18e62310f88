/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/suggest.h"

static void finds_the_nearest_word(void **state)
{
	static const char *const words[] = { "check", "completion", "diff", "plan", "show" };
	static const struct {
		const char *typed, *want;
	} rows[] = {
		{ "chek", "check" },
		{ "hceck", "check" },
		{ "comp", "completion" },
		{ "pl", "plan" },
		{ "plans", "plan" },
		{ "difference", NULL },
		{ "x", NULL },
		{ "", NULL },
		{ "a-word-that-is-much-longer-than-any-of-ours-can-be", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LW_AUTO_STR struct lw_str got = LW_STR_INIT, want = LW_STR_INIT;
		struct cli_suggest suggest;

		cli_suggest_start(&suggest, rows[i].typed);
		for (size_t j = 0; j < sizeof(words) / sizeof(words[0]); j++)
			cli_suggest_word(&suggest, words[j]);
		cli_suggest_hint(&suggest, "--", &got);
		if (rows[i].want)
			lw_str_addf(&want, "; did you mean --%s?", rows[i].want);
		assert_string_equal(lw_str_text(&got), lw_str_text(&want));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_nearest_word),
	};

	return cmocka_run_group_tests_name("cli-suggest", tests, NULL, NULL);
}
