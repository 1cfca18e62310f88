/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "alloc_fault.h"
#include "base/strings.h"

static uint32_t intern(struct lw_strings *pool, const char *text)
{
	return lw_strings_intern(pool, text, strlen(text));
}

static uint32_t find(const struct lw_strings *pool, const char *text)
{
	return lw_strings_find(pool, text, strlen(text));
}

static void the_empty_string_is_zero(void **state)
{
	struct lw_strings *pool = lw_strings_new();

	(void)state;
	assert_int_equal(intern(pool, ""), 0);
	assert_int_equal(lw_strings_intern(pool, NULL, 0), 0);
	assert_int_equal(find(pool, ""), 0);
	assert_string_equal(lw_strings_text(pool, 0), "");
	assert_int_equal(lw_strings_len(pool, 0), 0);
	lw_strings_unref(pool);
}

static void equal_strings_share_an_offset(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t a = intern(pool, "target"), b = intern(pool, "targets");

	(void)state;
	assert_int_not_equal(a, b);
	assert_int_equal(intern(pool, "target"), a);
	assert_int_equal(lw_strings_intern(pool, "targets and more", 7), b);
	assert_int_equal(lw_strings_intern(pool, "targets and more", 6), a);
	assert_string_equal(lw_strings_text(pool, a), "target");
	assert_string_equal(lw_strings_text(pool, b), "targets");
	assert_int_equal(lw_strings_len(pool, b), 7);
	lw_strings_unref(pool);
}

/* A suffix lies in the buffer already, a prefix too; both are strings of their own. */
static void parts_of_strings_are_other_strings(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t whole = intern(pool, "abcabc");

	(void)state;
	assert_int_equal(find(pool, "abc"), LW_STRINGS_NONE);
	assert_int_not_equal(intern(pool, "abc"), whole);
	assert_int_equal(find(pool, "abcabcabc"), LW_STRINGS_NONE);
	lw_strings_unref(pool);
}

static void find_adds_nothing(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t a;

	(void)state;
	assert_int_equal(find(pool, "lun"), LW_STRINGS_NONE);
	a = intern(pool, "lun");
	assert_int_equal(find(pool, "lun"), a);
	assert_int_equal(find(pool, "lu"), LW_STRINGS_NONE);
	lw_strings_unref(pool);
}

static void nuls_are_refused(void **state)
{
	struct lw_strings *pool = lw_strings_new();

	(void)state;
	intern(pool, "ab");
	intern(pool, "c");
	assert_int_equal(lw_strings_intern(pool, "ab\0c", 4), LW_STRINGS_NONE);
	assert_int_equal(lw_strings_find(pool, "ab\0c", 4), LW_STRINGS_NONE);
	assert_int_equal(lw_strings_intern(pool, "ab\0", 3), LW_STRINGS_NONE);
	assert_int_equal(lw_strings_intern(pool, "\0", 1), LW_STRINGS_NONE);
	lw_strings_unref(pool);
}

static void beyond_4_gib_is_refused_at_once(void **state)
{
	struct lw_strings *pool = lw_strings_new();

	(void)state;
	/* Refused by length alone: the bytes are not looked at. */
	assert_int_equal(lw_strings_intern(pool, "x", UINT32_MAX), LW_STRINGS_NONE);
	assert_int_equal(lw_strings_find(pool, "x", SIZE_MAX), LW_STRINGS_NONE);
	assert_int_not_equal(intern(pool, "x"), LW_STRINGS_NONE);
	lw_strings_unref(pool);
}

static void any_bytes_but_nul_are_fine(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t offsets[256];

	(void)state;
	for (int c = 1; c < 256; c++) {
		char text[3] = { (char)c, '\xff', (char)(256 - c) };

		offsets[c] = lw_strings_intern(pool, text, 3);
		assert_int_not_equal(offsets[c], LW_STRINGS_NONE);
	}
	for (int c = 1; c < 256; c++) {
		char text[3] = { (char)c, '\xff', (char)(256 - c) };

		assert_int_equal(lw_strings_find(pool, text, 3), offsets[c]);
		assert_memory_equal(lw_strings_text(pool, offsets[c]), text, 3);
	}
	lw_strings_unref(pool);
}

/* Against the simplest model: the offset of number n is remembered in an array. */
static void thousands_stay_where_they_are(void **state)
{
	enum { N = 60000 };
	struct lw_strings *pool = lw_strings_new();
	uint32_t *offsets = calloc(N, sizeof(*offsets));
	uint64_t random = 3;
	char text[64];

	(void)state;
	assert_non_null(offsets);
	for (unsigned i = 0; i < 4 * N; i++) {
		uint32_t n = next_random(&random) % N;
		int len = snprintf(text, sizeof(text), "iqn.2026-11.com.example:%u",
				   (unsigned)n * 7919);
		uint32_t offset = lw_strings_intern(pool, text, (size_t)len);

		if (!offsets[n])
			offsets[n] = offset;
		assert_int_equal(offset, offsets[n]);
	}
	for (unsigned n = 0; n < N; n++) {
		int len = snprintf(text, sizeof(text), "iqn.2026-11.com.example:%u", n * 7919);

		assert_int_equal(lw_strings_find(pool, text, (size_t)len),
				 offsets[n] ? offsets[n] : LW_STRINGS_NONE);
		if (offsets[n])
			assert_string_equal(lw_strings_text(pool, offsets[n]), text);
	}
	free(offsets);
	lw_strings_unref(pool);
}

/* Offsets grow in the order of arrival: others rely on a copy in that order being the same pool. */
static void offsets_follow_arrival(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t last = 0;

	(void)state;
	for (unsigned i = 0; i < 1000; i++) {
		char text[16];
		uint32_t offset;

		snprintf(text, sizeof(text), "s%u", i);
		offset = intern(pool, text);
		assert_true(offset > last);
		last = offset;
	}
	lw_strings_unref(pool);
}

static void parts_of_the_pool_itself_can_be_interned(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t path;

	(void)state;
	path = intern(pool, "targets/iscsi/iqn.2026-11.com.example:store/luns/0/device/size_mb/of/"
			    "a/very/long/path");
	for (unsigned from = 1; from < 80; from++) {
		for (unsigned len = 1; from + len <= 80; len++) {
			char want[96];
			uint32_t part;

			memcpy(want, lw_strings_text(pool, path) + from, len);
			want[len] = '\0';
			part = lw_strings_intern(pool, lw_strings_text(pool, path) + from, len);
			assert_string_equal(lw_strings_text(pool, part), want);
		}
	}
	lw_strings_unref(pool);
}

static void long_strings_are_kept_whole(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	char *text = malloc(3000001);
	uint32_t a, b;

	(void)state;
	assert_non_null(text);
	memset(text, 'l', 3000000);
	text[3000000] = '\0';
	a = lw_strings_intern(pool, text, 3000000);
	text[2999999] = 'm';
	b = lw_strings_intern(pool, text, 3000000);
	assert_int_not_equal(a, b);
	assert_int_equal(lw_strings_len(pool, a), 3000000);
	assert_int_equal(lw_strings_text(pool, b)[2999999], 'm');
	free(text);
	lw_strings_unref(pool);
}

static void the_last_reference_frees(void **state)
{
	struct lw_strings *pool = lw_strings_new();
	uint32_t offset = intern(pool, "shared");

	(void)state;
	assert_ptr_equal(lw_strings_ref(pool), pool);
	assert_null(lw_strings_unref(pool));
	assert_string_equal(lw_strings_text(pool, offset), "shared");
	assert_null(lw_strings_unref(pool));
	assert_null(lw_strings_unref(NULL));
}

/* A failed intern adds nothing and harms nothing: the same call succeeds the next time, all else is where it was. */
static void every_allocation_may_fail(void **state)
{
	enum { N = 500 };
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_strings *pool;
		uint32_t offsets[N];
		unsigned failed = 0;

		alloc_fault_arm(n);
		pool = lw_strings_new();
		for (unsigned i = 0; pool && i < N; i++) {
			char text[32];

			snprintf(text, sizeof(text), "string number %u", i);
			offsets[i] = intern(pool, text);
			if (offsets[i] == LW_STRINGS_NONE) {
				failed++;
				assert_int_equal(find(pool, text), LW_STRINGS_NONE);
				offsets[i] = intern(pool, text);
			}
		}
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		if (!pool) {
			assert_true(fired);
			continue;
		}
		assert_int_equal(failed, fired ? 1 : 0);
		for (unsigned i = 0; i < N; i++) {
			char text[32];

			snprintf(text, sizeof(text), "string number %u", i);
			assert_int_equal(find(pool, text), offsets[i]);
		}
		lw_strings_unref(pool);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_empty_string_is_zero),
		cmocka_unit_test(equal_strings_share_an_offset),
		cmocka_unit_test(parts_of_strings_are_other_strings),
		cmocka_unit_test(find_adds_nothing),
		cmocka_unit_test(nuls_are_refused),
		cmocka_unit_test(beyond_4_gib_is_refused_at_once),
		cmocka_unit_test(any_bytes_but_nul_are_fine),
		cmocka_unit_test(thousands_stay_where_they_are),
		cmocka_unit_test(offsets_follow_arrival),
		cmocka_unit_test(parts_of_the_pool_itself_can_be_interned),
		cmocka_unit_test(long_strings_are_kept_whole),
		cmocka_unit_test(the_last_reference_frees),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
