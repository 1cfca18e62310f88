/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <inttypes.h>

#include "base/num.h"

#define ANY (LW_NUM_DEC | LW_NUM_HEX)
#define ALL (LW_NUM_DEC | LW_NUM_HEX | LW_NUM_OCT)
#define UNTOUCHED UINT64_C(0xdeadbeef)

struct row {
	const char *text;
	unsigned flags;
	bool ok;
	uint64_t want;
};

static void unsigned_numbers(void **state)
{
	/* clang-format off */
	static const struct row rows[] = {
		{ "0", LW_NUM_DEC, true, 0 },
		{ "7", LW_NUM_DEC, true, 7 },
		{ "18446744073709551615", LW_NUM_DEC, true, UINT64_MAX },
		{ "18446744073709551616", LW_NUM_DEC, false, 0 },
		{ "18446744073709551620", LW_NUM_DEC, false, 0 },
		{ "28446744073709551615", LW_NUM_DEC, false, 0 },
		{ "99999999999999999999999999", LW_NUM_DEC, false, 0 },
		{ "000000000000000000000000018446744073709551615", LW_NUM_DEC, true, UINT64_MAX },
		{ "010", LW_NUM_DEC, true, 10 },
		{ "", ALL, false, 0 },
		{ " 1", ALL, false, 0 },
		{ "1 ", ALL, false, 0 },
		{ "1\n", ALL, false, 0 },
		{ "+1", ALL, false, 0 },
		{ "-1", ALL, false, 0 },
		{ "-0", ALL, false, 0 },
		{ "1.0", ALL, false, 0 },
		{ "1e3", ALL, false, 0 },
		{ "1k", ALL, false, 0 },
		{ "12a", ALL, false, 0 },
		{ "a", LW_NUM_DEC, false, 0 },
		{ "0x0", ANY, true, 0 },
		{ "0x1f", ANY, true, 31 },
		{ "0XAbCdEf", ANY, true, 0xabcdef },
		{ "0xffffffffffffffff", ANY, true, UINT64_MAX },
		{ "0x10000000000000000", ANY, false, 0 },
		{ "0x", ANY, false, 0 },
		{ "0xg", ANY, false, 0 },
		{ "0x1f", LW_NUM_DEC, false, 0 },
		{ "0x1f", LW_NUM_HEX, true, 31 },
		{ "1f", ANY, false, 0 },
		{ "1f", LW_NUM_HEX, false, 0 },
		{ "12", LW_NUM_HEX, false, 0 },
		{ "x1f", ANY, false, 0 },
		{ "0x-1", ANY, false, 0 },
		{ "00x1", ALL, false, 0 },
		{ "010", ALL, true, 8 },
		{ "010", LW_NUM_OCT, true, 8 },
		{ "0", LW_NUM_OCT, true, 0 },
		{ "10", LW_NUM_OCT, false, 0 },
		{ "10", ALL, true, 10 },
		{ "08", ALL, false, 0 },
		{ "01777777777777777777777", ALL, true, UINT64_MAX },
		{ "02000000000000000000000", ALL, false, 0 },
		{ "0x10", ALL, true, 16 },
		{ "5", 0, false, 0 },
		{ "\xef\xbc\x91", ALL, false, 0 },	/* a full-width 1 */
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint64_t got = UNTOUCHED;
		bool ok = lw_parse_u64(rows[i].text, strlen(rows[i].text), rows[i].flags, &got);

		if (ok != rows[i].ok || got != (ok ? rows[i].want : UNTOUCHED))
			fail_msg("\"%s\" with %u: got %d, %" PRIu64, rows[i].text, rows[i].flags,
				 ok, got);
	}
}

static void the_length_decides_not_a_nul(void **state)
{
	uint64_t got;

	(void)state;
	assert_true(lw_parse_u64("12345", 3, LW_NUM_DEC, &got));
	assert_int_equal(got, 123);
	assert_true(lw_parse_u64("0x123", 1, ANY, &got));
	assert_int_equal(got, 0);
	assert_false(lw_parse_u64("0x123", 2, ANY, &got));
	assert_false(lw_parse_u64("1\0", 2, ANY, &got));
	assert_false(lw_parse_u64(NULL, 0, ANY, &got));
}

static void signed_numbers(void **state)
{
	/* clang-format off */
	static const struct {
		const char *text;
		bool ok;
		int64_t want;
	} rows[] = {
		{ "0", true, 0 },
		{ "-0", true, 0 },
		{ "-1", true, -1 },
		{ "9223372036854775807", true, INT64_MAX },
		{ "9223372036854775808", false, 0 },
		{ "-9223372036854775808", true, INT64_MIN },
		{ "-9223372036854775809", false, 0 },
		{ "0x7fffffffffffffff", true, INT64_MAX },
		{ "0x8000000000000000", false, 0 },
		{ "-0x8000000000000000", true, INT64_MIN },
		{ "-0x10", true, -16 },
		{ "18446744073709551615", false, 0 },
		{ "-", false, 0 },
		{ "", false, 0 },
		{ "--1", false, 0 },
		{ "+1", false, 0 },
		{ "- 1", false, 0 },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t got = 77;
		bool ok = lw_parse_i64(rows[i].text, strlen(rows[i].text), ANY, &got);

		if (ok != rows[i].ok || got != (ok ? rows[i].want : 77))
			fail_msg("\"%s\": got %d, %" PRId64, rows[i].text, ok, got);
	}
}

static void printed_numbers_come_back(void **state)
{
	uint64_t random = 11;

	(void)state;
	for (unsigned i = 0; i < 10000; i++) {
		uint64_t number = (uint64_t)next_random(&random) << 33 ^ next_random(&random);
		uint64_t got;
		int64_t got_signed;
		char text[40];

		number >>= next_random(&random) % 64;
		snprintf(text, sizeof(text), "%" PRIu64, number);
		assert_true(lw_parse_u64(text, strlen(text), ANY, &got) && got == number);
		snprintf(text, sizeof(text), "0x%" PRIx64, number);
		assert_true(lw_parse_u64(text, strlen(text), ANY, &got) && got == number);
		snprintf(text, sizeof(text), "0%" PRIo64, number);
		assert_true(lw_parse_u64(text, strlen(text), ALL, &got) && got == number);
		snprintf(text, sizeof(text), "%" PRId64, (int64_t)number);
		assert_true(lw_parse_i64(text, strlen(text), ANY, &got_signed) &&
			    got_signed == (int64_t)number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unsigned_numbers),
		cmocka_unit_test(the_length_decides_not_a_nul),
		cmocka_unit_test(signed_numbers),
		cmocka_unit_test(printed_numbers_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
