/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "alloc_fault.h"
#include "base/arena.h"

static void an_empty_arena_costs_nothing(void **state)
{
	struct lw_arena arena;

	(void)state;
	alloc_fault_arm(1);
	lw_arena_init(&arena);
	lw_arena_done(&arena);
	assert_false(alloc_fault_fired());
	alloc_fault_disarm();
}

/* A text of @len bytes that are all the same. */
static char *text_of(struct lw_arena *arena, char byte, size_t len)
{
	static char bytes[1 << 20];

	assert_true(len <= sizeof(bytes));
	memset(bytes, byte, len);
	return lw_arena_strdup(arena, bytes, len);
}

/* Of many lengths, each whole, none touching another. */
static void texts_stay_apart(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;
	char *texts[2000];

	(void)state;
	for (size_t i = 0; i < 2000; i++) {
		texts[i] = text_of(&arena, (char)('a' + i % 26), i);
		assert_non_null(texts[i]);
	}
	for (size_t i = 0; i < 2000; i++) {
		assert_int_equal(strlen(texts[i]), i);
		for (size_t k = 0; k < i; k++)
			assert_int_equal(texts[i][k], 'a' + i % 26);
	}
	lw_arena_done(&arena);
}

static void strdup_takes_the_length_given(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;
	char *text;

	(void)state;
	assert_string_equal(lw_arena_strdup(&arena, "iqn.2026-11", 3), "iqn");
	assert_string_equal(lw_arena_strdup(&arena, NULL, 0), "");
	text = lw_arena_strdup(&arena, "a\0b", 3);
	assert_memory_equal(text, "a\0b", 4);
	lw_arena_done(&arena);
}

static void long_texts_do_not_waste_the_rest(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;
	char *before, *after;

	(void)state;
	before = text_of(&arena, 'b', 15);
	assert_non_null(text_of(&arena, 'l', 1 << 20));
	after = text_of(&arena, 'a', 15);
	assert_ptr_equal(after, before + 16);
	lw_arena_done(&arena);
}

static void absurd_lengths_fail_cleanly(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;

	(void)state;
	assert_null(lw_arena_strdup(&arena, "x", SIZE_MAX));
	assert_null(lw_arena_strdup(&arena, "x", SIZE_MAX - 1));
	assert_null(lw_arena_strdup(&arena, "x", PTRDIFF_MAX));
	assert_non_null(text_of(&arena, 'x', 8));
	assert_null(lw_arena_strdup(&arena, "x", SIZE_MAX));
	assert_non_null(text_of(&arena, 'x', 8));
	lw_arena_done(&arena);
}

static void done_makes_it_usable_again(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;

	(void)state;
	assert_non_null(text_of(&arena, 'x', 5000));
	assert_non_null(text_of(&arena, 'x', 5));
	lw_arena_done(&arena);
	lw_arena_done(&arena);
	assert_string_equal(lw_arena_strdup(&arena, "new", 3), "new");
	lw_arena_done(&arena);
}

static void many_short_texts_need_few_chunks(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;
	unsigned chunks = 0;
	bool fired = true;

	(void)state;
	while (fired) {
		alloc_fault_arm(++chunks);
		for (int i = 0; i < 100000; i++)
			(void)lw_arena_strdup(&arena, "a text of twenty-three.", 23);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		lw_arena_done(&arena);
	}
	assert_true(chunks < 30);
}

static void a_failure_leaves_the_arena_usable(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_arena arena = LW_ARENA_INIT;
		unsigned failed = 0;

		alloc_fault_arm(n);
		for (size_t i = 0; i < 300; i++)
			failed += !text_of(&arena, 'x', i * 5);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(failed, fired ? 1 : 0);
		lw_arena_done(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_arena_costs_nothing),
		cmocka_unit_test(texts_stay_apart),
		cmocka_unit_test(strdup_takes_the_length_given),
		cmocka_unit_test(long_texts_do_not_waste_the_rest),
		cmocka_unit_test(absurd_lengths_fail_cleanly),
		cmocka_unit_test(done_makes_it_usable_again),
		cmocka_unit_test(many_short_texts_need_few_chunks),
		cmocka_unit_test(a_failure_leaves_the_arena_usable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
