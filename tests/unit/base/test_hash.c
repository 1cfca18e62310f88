/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "base/hash.h"

#define NAMES 65536

static void equal_bytes_hash_equal_anywhere(void **state)
{
	char room[128];
	const char *name = "iqn.2026-11.com.example:store/luns/0";

	(void)state;
	for (size_t len = 0; len <= strlen(name); len++) {
		uint32_t want = lw_hash_bytes(name, len, 5);

		for (size_t shift = 0; shift < 16; shift++) {
			/* What surrounds the bytes must not matter. */
			memset(room, (int)(shift * 37), sizeof(room));
			memcpy(room + shift, name, len);
			assert_int_equal(lw_hash_bytes(room + shift, len, 5), want);
		}
	}
}

static void length_and_every_byte_count(void **state)
{
	char text[80] = { 0 };
	uint32_t seen[81];

	(void)state;
	/* Texts of NULs differ in nothing but their length. */
	for (size_t len = 0; len <= 80; len++) {
		seen[len] = lw_hash_bytes(text, len, 1);
		for (size_t i = 0; i < len; i++)
			assert_int_not_equal(seen[i], seen[len]);
	}
	for (size_t len = 1; len <= 80; len++) {
		for (size_t i = 0; i < len; i++) {
			text[i] = 1;
			assert_int_not_equal(lw_hash_bytes(text, len, 1), seen[len]);
			text[i] = 0;
		}
	}
}

/* Flipping one bit of the input flips each bit of the hash about half of the time. */
static void bits_avalanche(void **state)
{
	static const size_t lens[] = { 1, 3, 4, 7, 8, 15, 16, 17, 31, 40 };
	uint64_t random = 1;

	(void)state;
	for (size_t l = 0; l < sizeof(lens) / sizeof(lens[0]); l++) {
		unsigned flips[32] = { 0 };
		const unsigned rounds = 4000;

		for (unsigned n = 0; n < rounds; n++) {
			unsigned char text[40];
			uint32_t before, after;

			for (size_t i = 0; i < lens[l]; i++)
				text[i] = (unsigned char)next_random(&random);
			before = lw_hash_bytes(text, lens[l], n);
			text[next_random(&random) % lens[l]] ^=
				(unsigned char)(1u << next_random(&random) % 8);
			after = lw_hash_bytes(text, lens[l], n);
			for (unsigned b = 0; b < 32; b++)
				flips[b] += (before ^ after) >> b & 1;
		}
		for (unsigned b = 0; b < 32; b++)
			assert_in_range(flips[b], rounds * 45 / 100, rounds * 55 / 100);
	}
}

/* Numbered names, as administrators give them, spread over low and high bits as chance would: full buckets would show. */
static void numbered_names_spread(void **state)
{
	/* clang-format off */
	static const char *const patterns[] = { "disk%u", "iqn.2026-11.com.example:store%u", "%08u", "lun_%u_of_the_target" };
	/* clang-format on */
	uint16_t *low = calloc(NAMES, sizeof(*low)), *high = calloc(NAMES, sizeof(*high));

	(void)state;
	assert_non_null(low);
	assert_non_null(high);
	for (size_t p = 0; p < 4; p++) {
		unsigned empty_low = 0, empty_high = 0;

		memset(low, 0, NAMES * sizeof(*low));
		memset(high, 0, NAMES * sizeof(*high));
		for (unsigned i = 0; i < NAMES; i++) {
			char name[64];
			uint32_t hash;
			int len;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
			len = snprintf(name, sizeof(name), patterns[p], i);
#pragma GCC diagnostic pop
			hash = lw_hash_bytes(name, (size_t)len, 99);
			low[hash & (NAMES - 1)]++;
			high[hash >> 16]++;
		}
		for (unsigned i = 0; i < NAMES; i++) {
			empty_low += !low[i];
			empty_high += !high[i];
			assert_true(low[i] < 16);
			assert_true(high[i] < 16);
		}
		/* 1/e of the slots: 24,109, with a standard deviation of about 80. */
		assert_in_range(empty_low, 23500, 24700);
		assert_in_range(empty_high, 23500, 24700);
	}
	free(low);
	free(high);
}

/* Names that meet in one slot under one seed part under another. */
static void a_new_seed_parts_what_collided(void **state)
{
	char names[200][16];
	unsigned found = 0, still = 0;

	(void)state;
	for (unsigned i = 0; found < 200; i++) {
		char name[16];
		int len = snprintf(name, sizeof(name), "n%u", i);

		if ((lw_hash_bytes(name, (size_t)len, 1) & 255) == 7)
			strcpy(names[found++], name);
	}
	for (unsigned i = 0; i < found; i++)
		still += (lw_hash_bytes(names[i], strlen(names[i]), 2) & 255) == 7;
	assert_true(still < 12);
}

static void seeds_change(void **state)
{
	unsigned same = 0;
	uint32_t first = lw_hash_seed(state);

	for (unsigned i = 0; i < 16; i++)
		same += lw_hash_seed(state) == first;
	assert_true(same < 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_bytes_hash_equal_anywhere),
		cmocka_unit_test(length_and_every_byte_count),
		cmocka_unit_test(bits_avalanche),
		cmocka_unit_test(numbered_names_spread),
		cmocka_unit_test(a_new_seed_parts_what_collided),
		cmocka_unit_test(seeds_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
