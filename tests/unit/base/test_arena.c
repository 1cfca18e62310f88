/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <stdalign.h>

#include "alloc_fault.h"
#include "base/arena.h"

static bool is_aligned(const void *p)
{
	return (uintptr_t)p % alignof(max_align_t) == 0;
}

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

/* Blocks of many sizes between packed strings: each aligned, none touching another. */
static void blocks_are_aligned_and_apart(void **state)
{
	LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;
	unsigned char *blocks[2000];
	char *texts[2000];

	(void)state;
	for (size_t i = 0; i < 2000; i++) {
		char text[16];

		blocks[i] = lw_arena_alloc(&arena, i);
		assert_non_null(blocks[i]);
		assert_true(is_aligned(blocks[i]));
		memset(blocks[i], (int)(i % 251), i);
		snprintf(text, sizeof(text), "t%zu", i);
		texts[i] = lw_arena_strdup(&arena, text, strlen(text));
		assert_non_null(texts[i]);
	}
	for (size_t i = 0; i < 2000; i++) {
		for (size_t k = 0; k < i; k++)
			assert_int_equal(blocks[i][k], i % 251);
		assert_int_equal(atoi(texts[i] + 1), i);
	}
}

static void blocks_of_nothing_differ(void **state)
{
	LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;
	void *a = lw_arena_alloc(&arena, 0), *b = lw_arena_alloc(&arena, 0);

	(void)state;
	assert_non_null(a);
	assert_non_null(b);
	assert_ptr_not_equal(a, b);
}

static void strdup_takes_the_length_given(void **state)
{
	LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;
	char *text;

	(void)state;
	assert_string_equal(lw_arena_strdup(&arena, "iqn.2026-11", 3), "iqn");
	assert_string_equal(lw_arena_strdup(&arena, NULL, 0), "");
	text = lw_arena_strdup(&arena, "a\0b", 3);
	assert_memory_equal(text, "a\0b", 4);
}

static void large_blocks_do_not_waste_the_rest(void **state)
{
	LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;
	char *before, *large, *after;

	(void)state;
	before = lw_arena_alloc(&arena, 16);
	large = lw_arena_alloc(&arena, 1 << 20);
	assert_non_null(large);
	memset(large, 1, 1 << 20);
	after = lw_arena_alloc(&arena, 16);
	assert_ptr_equal(after, before + 16);
}

static void absurd_sizes_fail_cleanly(void **state)
{
	LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;

	(void)state;
	assert_null(lw_arena_alloc(&arena, SIZE_MAX));
	assert_null(lw_arena_alloc(&arena, SIZE_MAX - 8));
	assert_null(lw_arena_alloc(&arena, PTRDIFF_MAX));
	assert_null(lw_arena_strdup(&arena, "x", SIZE_MAX));
	assert_null(lw_arena_strdup(&arena, "x", SIZE_MAX - 1));
	assert_non_null(lw_arena_alloc(&arena, 8));
	assert_null(lw_arena_alloc(&arena, SIZE_MAX));
	assert_non_null(lw_arena_alloc(&arena, 8));
}

static void done_makes_it_usable_again(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;

	(void)state;
	assert_non_null(lw_arena_alloc(&arena, 5000));
	assert_non_null(lw_arena_alloc(&arena, 5));
	lw_arena_done(&arena);
	lw_arena_done(&arena);
	assert_string_equal(lw_arena_strdup(&arena, "new", 3), "new");
	lw_arena_done(&arena);
}

static void many_small_things_need_few_chunks(void **state)
{
	struct lw_arena arena = LW_ARENA_INIT;
	unsigned chunks = 0;
	bool fired = true;

	(void)state;
	while (fired) {
		alloc_fault_arm(++chunks);
		for (int i = 0; i < 100000; i++)
			(void)lw_arena_alloc(&arena, 24);
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
		LW_AUTO_ARENA struct lw_arena arena = LW_ARENA_INIT;
		unsigned failed = 0;

		alloc_fault_arm(n);
		for (size_t i = 0; i < 300; i++) {
			char *p = lw_arena_alloc(&arena, i * 5);

			if (p)
				memset(p, 1, i * 5);
			else
				failed++;
		}
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(failed, fired ? 1 : 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_arena_costs_nothing),
		cmocka_unit_test(blocks_are_aligned_and_apart),
		cmocka_unit_test(blocks_of_nothing_differ),
		cmocka_unit_test(strdup_takes_the_length_given),
		cmocka_unit_test(large_blocks_do_not_waste_the_rest),
		cmocka_unit_test(absurd_sizes_fail_cleanly),
		cmocka_unit_test(done_makes_it_usable_again),
		cmocka_unit_test(many_small_things_need_few_chunks),
		cmocka_unit_test(a_failure_leaves_the_arena_usable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
