/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "model/schema/type.h"

struct row {
	const char *text, *want; /* want NULL: refused */
};

/* Each text becomes what is wanted, and that stays as it is. */
static void sweep(const struct lw_attr_spec *spec, const struct row *rows, unsigned count,
		  const char *why)
{
	for (unsigned i = 0; i < count; i++) {
		struct lw_error error = LW_ERROR_INIT;
		struct lw_str out = LW_STR_INIT, again = LW_STR_INIT;
		int r;

		lw_str_add(&out, "before|");
		r = lw_value_canon(spec, rows[i].text, strlen(rows[i].text), &out, &error);
		if (!rows[i].want) {
			if (r != -EINVAL)
				print_message("# \"%s\" was accepted\n", rows[i].text);
			assert_int_equal(r, -EINVAL);
			assert_string_equal(error.message, why);
			lw_str_done(&out);
			continue;
		}
		if (r < 0)
			print_message("# \"%s\" was refused: %s\n", rows[i].text, error.message);
		assert_int_equal(r, 0);
		assert_string_equal(out.data + 7, rows[i].want); /* appended */
		assert_int_equal(lw_value_canon(spec, out.data + 7, out.len - 7, &again, &error),
				 0);
		assert_string_equal(lw_str_text(&again), rows[i].want);
		lw_str_done(&again);
		lw_str_done(&out);
	}
}

#define SWEEP(spec, why, ...) \
	do { \
		const struct row rows[] = { __VA_ARGS__ }; \
		sweep(&(spec), rows, sizeof(rows) / sizeof(rows[0]), why); \
	} while (0)

/* clang-format off */
static void booleans(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_type_bool };

	(void)state;
	SWEEP(spec, "0 or 1", { "0", "0" }, { "1", "1" }, { "2", NULL }, { "", NULL }, { "01", NULL }, { "yes", NULL },
	      { "1 ", NULL });
}

static void unsigned_numbers(void **state)
{
	const struct lw_attr_spec any = { .type = &lw_type_uint }, id = { .type = &lw_type_uint, .min = 1, .max = 65535 };
	const struct lw_attr_spec zero = { .type = &lw_type_uint, .max = 7 };

	(void)state;
	SWEEP(any, "a number", { "0", "0" }, { "007", "7" }, { "010", "10" }, { "0x10", "16" }, { "0X1f", "31" },
	      { "18446744073709551615", "18446744073709551615" }, { "18446744073709551616", NULL }, { "", NULL },
	      { "0x", NULL }, { "-1", NULL }, { "+1", NULL }, { " 1", NULL }, { "1 ", NULL }, { "1k", NULL }, { "ff", NULL });
	SWEEP(id, "a number from 1 to 65535", { "1", "1" }, { "65535", "65535" }, { "0xffff", "65535" }, { "0", NULL },
	      { "65536", NULL }, { "18446744073709551615", NULL });
	SWEEP(zero, "a number from 0 to 7", { "0", "0" }, { "7", "7" }, { "8", NULL }, { "-1", NULL });
}

static void signed_numbers(void **state)
{
	const struct lw_attr_spec any = { .type = &lw_type_int }, few = { .type = &lw_type_int, .min = -1, .max = 3 };

	(void)state;
	SWEEP(any, "a whole number", { "-0", "0" }, { "-5", "-5" }, { "-0x10", "-16" }, { "0005", "5" },
	      { "-9223372036854775808", "-9223372036854775808" }, { "9223372036854775808", NULL }, { "--1", NULL },
	      { "", NULL }, { "-", NULL });
	SWEEP(few, "a whole number from -1 to 3", { "-1", "-1" }, { "3", "3" }, { "4", NULL }, { "-2", NULL });
}

static void hexadecimal_numbers(void **state)
{
	const struct lw_attr_spec any = { .type = &lw_type_hex }, small = { .type = &lw_type_hex, .max = 255 };

	(void)state;
	SWEEP(any, "a number, decimal or 0x and hexadecimal", { "0", "0x0" }, { "16", "0x10" }, { "0x00FF", "0xff" },
	      { "ff", NULL }, { "", NULL });
	SWEEP(small, "a number, decimal or 0x and hexadecimal, from 0 to 255", { "255", "0xff" }, { "256", NULL });
}

static void words(void **state)
{
	static const char *const list[] = { "active", "NonOptimized", "", NULL };
	const struct lw_attr_spec exact = { .type = &lw_type_word, .words = list };
	const struct lw_attr_spec any = { .type = &lw_type_iword, .words = list };

	(void)state;
	SWEEP(exact, "one of active, NonOptimized, nothing", { "active", "active" }, { "NonOptimized", "NonOptimized" },
	      { "", "" }, { "Active", NULL }, { "activ", NULL }, { "actives", NULL });
	SWEEP(any, "one of active, NonOptimized, nothing", { "ACTIVE", "active" }, { "nonoptimized", "NonOptimized" },
	      { "", "" }, { "activ", NULL }, { "active ", NULL });
}

static void yes_and_no(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_type_yesno };

	(void)state;
	SWEEP(spec, "Yes or No", { "Yes", "Yes" }, { "No", "No" }, { "yes", NULL }, { "NO", NULL }, { "", NULL }, { "1", NULL });
}

static void texts(void **state)
{
	const struct lw_attr_spec any = { .type = &lw_type_text }, few = { .type = &lw_type_text, .max_len = 4 };

	(void)state;
	SWEEP(any, "", { "", "" }, { " a  b", " a  b" }, { "a \t\r ", "a \t\r " }, { "a \n\n", "a " }, { "   ", "   " },
	      { "\xff\x01", "\xff\x01" });
	SWEEP(few, "text of at most 4 bytes", { "abcd", "abcd" }, { "abcd\n", "abcd" }, { "abcd ", NULL }, { "abcde", NULL });
}

static void stripped_texts(void **state)
{
	const struct lw_attr_spec few = { .type = &lw_type_stripped, .max_len = 4 };

	(void)state;
	SWEEP(few, "text of at most 4 bytes", { "", "" }, { " \ta  b\r\n ", "a  b" }, { "   ", "" }, { "    abcd    ", "abcd" },
	      { "abcde", NULL });
}

static void paths(void **state)
{
	const struct lw_attr_spec scst = { .type = &lw_type_path }, loose = { .type = &lw_type_path, .max_len = 8 };

	(void)state;
	SWEEP(scst, "an absolute path without blank, '=', ';' or control byte", { "/dev/sda", "/dev/sda" },
	      { "//dev///sda", "/dev/sda" }, { "/a/", "/a/" }, { "/", "/" }, { "/a/../b", "/a/../b" }, { "a", NULL },
	      { "", NULL }, { "/a b", NULL }, { "/a=b", NULL }, { "/a;b", NULL }, { "/a\nb", NULL });
	SWEEP(loose, "an absolute path of at most 8 bytes without control bytes", { "/a b=;,", "/a b=;," },
	      { "/a//bcdef", "/a/bcdef" }, { "/12345678", NULL }, { "/a\tb", NULL });
}

static void sizes(void **state)
{
	const struct lw_attr_spec any = { .type = &lw_type_size }, some = { .type = &lw_type_size, .min = 512, .max = 1 << 20 };

	(void)state;
	SWEEP(any, "a size in bytes, or with K, M, G, T or P (powers of 1024)", { "0", "0" }, { "512", "512" },
	      { "10G", "10737418240" }, { "1k", "1024" }, { "2M", "2097152" }, { "1T", "1099511627776" },
	      { "16383P", "18445618173802708992" }, { "16384P", NULL }, { "0x10K", "16384" }, { "K", NULL }, { "", NULL },
	      { "1KB", NULL }, { "1.5G", NULL }, { "-1", NULL }, { "1E", NULL });
	SWEEP(some, "a size in bytes, or with K, M, G, T or P (powers of 1024), from 512 to 1048576", { "1M", "1048576" },
	      { "511", NULL }, { "1025K", NULL });
}
/* clang-format on */

static void what_has_no_type_is_its_own(void **state)
{
	const struct lw_attr_spec spec = { .name = "x" };

	(void)state;
	SWEEP(spec, "", { "", "" }, { "anything ", "anything " });
	sweep(NULL, &(const struct row){ "x", "x" }, 1, "");
}

static void only_len_bytes_count(void **state)
{
	static const struct lw_type *const types[] = { &lw_type_uint, &lw_type_int, &lw_type_size,
						       &lw_type_text };
	const char text[] = { '1', '2', 'x' }; /* no NUL behind */

	(void)state;
	for (unsigned i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct lw_attr_spec spec = { .type = types[i] };
		struct lw_str out = LW_STR_INIT;

		assert_int_equal(lw_value_canon(&spec, text, 2, &out, NULL), 0);
		assert_string_equal(out.data, "12");
		lw_str_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(booleans),
		cmocka_unit_test(unsigned_numbers),
		cmocka_unit_test(signed_numbers),
		cmocka_unit_test(hexadecimal_numbers),
		cmocka_unit_test(words),
		cmocka_unit_test(yes_and_no),
		cmocka_unit_test(texts),
		cmocka_unit_test(stripped_texts),
		cmocka_unit_test(paths),
		cmocka_unit_test(sizes),
		cmocka_unit_test(what_has_no_type_is_its_own),
		cmocka_unit_test(only_len_bytes_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
