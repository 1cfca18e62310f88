/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "base/crc32c.h"

/* The polynomial, bit by bit: what the table must say. */
static uint32_t slow_crc(uint32_t crc, const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		crc ^= bytes[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? crc >> 1 ^ 0x82f63b78 : crc >> 1;
	}
	return crc;
}

static void scst_ids_of_device_names(void **state)
{
	(void)state;
	assert_int_equal(lw_crc32c(0, "disk1", sizeof("disk1")), 0xb8fdbd32);
	assert_int_equal(lw_crc32c(0, "blk1", sizeof("blk1")), 0x0a8c1657);
}

/* The check value of the catalogues, and a vector of RFC 3720: start and end inverted by the caller. */
static void published_values(void **state)
{
	unsigned char zeros[32] = { 0 }, ascending[32];

	(void)state;
	for (unsigned i = 0; i < 32; i++)
		ascending[i] = (unsigned char)i;
	assert_int_equal(~lw_crc32c(UINT32_MAX, "123456789", 9) & UINT32_MAX, 0xe3069283);
	assert_int_equal(~lw_crc32c(UINT32_MAX, zeros, 32) & UINT32_MAX, 0x8a9136aa);
	assert_int_equal(~lw_crc32c(UINT32_MAX, ascending, 32) & UINT32_MAX, 0x46dd794e);
}

static void nothing_changes_nothing(void **state)
{
	(void)state;
	assert_int_equal(lw_crc32c(0x12345678, NULL, 0), 0x12345678);
	assert_int_equal(lw_crc32c(0, "", 0), 0);
}

static void the_table_is_the_polynomial(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 256; i++) {
		unsigned char byte = (unsigned char)i;

		assert_int_equal(lw_crc32c(0, &byte, 1), slow_crc(0, &byte, 1));
	}
}

static void sums_chain(void **state)
{
	unsigned char bytes[100];
	uint64_t random = 5;
	uint32_t whole;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)next_random(&random);
	whole = lw_crc32c(7, bytes, sizeof(bytes));
	assert_int_equal(whole, slow_crc(7, bytes, sizeof(bytes)));
	for (size_t cut = 0; cut <= sizeof(bytes); cut++)
		assert_int_equal(
			lw_crc32c(lw_crc32c(7, bytes, cut), bytes + cut, sizeof(bytes) - cut),
			whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scst_ids_of_device_names),
		cmocka_unit_test(published_values),
		cmocka_unit_test(nothing_changes_nothing),
		cmocka_unit_test(the_table_is_the_polynomial),
		cmocka_unit_test(sums_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
