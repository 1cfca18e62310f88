/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <errno.h>

#include "alloc_fault.h"
#include "base/mem.h"

static void growing_keeps_the_elements(void **state)
{
	uint64_t *array = NULL;
	uint32_t cap = 0;

	(void)state;
	for (uint32_t i = 0; i < 5000; i++) {
		assert_int_equal(lw_grow(&array, &cap, i + 1, sizeof(*array)), 0);
		assert_true(cap > i);
		array[i] = i;
	}
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(array[i], i);
	free(array);
}

static void growing_is_by_half_at_least(void **state)
{
	char *array = NULL;
	uint32_t cap = 0, moves = 0;

	(void)state;
	for (uint32_t i = 0; i < 1000000; i++) {
		uint32_t before = cap;

		assert_int_equal(lw_grow(&array, &cap, i + 1, 1), 0);
		moves += cap != before;
		if (cap != before && before)
			assert_true(cap >= before + before / 2);
	}
	assert_true(moves < 40);
	free(array);
}

static void enough_room_is_left_alone(void **state)
{
	int one = 0, *array = &one;
	uint32_t cap = 5;

	(void)state;
	assert_int_equal(lw_grow(&array, &cap, 5, sizeof(*array)), 0);
	assert_int_equal(lw_grow(&array, &cap, 0, sizeof(*array)), 0);
	assert_ptr_equal(array, &one);
	assert_int_equal(cap, 5);
}

static void counts_beyond_32_bits_overflow(void **state)
{
	char *array = NULL;
	uint32_t cap = 0;

	(void)state;
	assert_int_equal(lw_grow(&array, &cap, UINT64_C(0x100000000), 1), -EOVERFLOW);
	assert_int_equal(lw_grow(&array, &cap, UINT64_MAX, 1), -EOVERFLOW);
	assert_int_equal(lw_grow(&array, &cap, 3, SIZE_MAX / 2), -EOVERFLOW);
	assert_int_equal(lw_grow(&array, &cap, 2, (size_t)PTRDIFF_MAX / 2 + 1), -EOVERFLOW);
	assert_null(array);
	assert_int_equal(cap, 0);
}

static void a_failure_leaves_the_array(void **state)
{
	int *array = NULL;
	uint32_t cap = 0, before;

	(void)state;
	assert_int_equal(lw_grow(&array, &cap, 3, sizeof(*array)), 0);
	array[2] = 42;
	before = cap;
	alloc_fault_arm(1);
	assert_int_equal(lw_grow(&array, &cap, 1000, sizeof(*array)), -ENOMEM);
	alloc_fault_disarm();
	assert_int_equal(cap, before);
	assert_int_equal(array[2], 42);
	free(array);
}

static void calloc_is_zeroed_and_checked(void **state)
{
	unsigned char *p = lw_calloc(100, 7);

	(void)state;
	assert_non_null(p);
	for (int i = 0; i < 700; i++)
		assert_int_equal(p[i], 0);
	free(p);

	p = lw_calloc(0, 8);
	assert_non_null(p);
	free(p);
	assert_null(lw_calloc(SIZE_MAX / 2, 3));
	alloc_fault_arm(1);
	assert_null(lw_calloc(1, 1));
	alloc_fault_disarm();
}

static char *make_and_take(bool take)
{
	LW_AUTO_FREE char *text = strdup("owned");

	assert_non_null(text);
	return take ? LW_TAKE(text) : NULL;
}

/* Whether the other one leaked is for the sanitizers to say. */
static void take_saves_from_cleanup(void **state)
{
	char *text = make_and_take(true);

	(void)state;
	assert_string_equal(text, "owned");
	free(text);
	assert_null(make_and_take(false));
}

static void arrays_know_their_length(void **state)
{
	int five[5];

	(void)state;
	assert_int_equal(LW_ARRAY_LEN(five), 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(growing_keeps_the_elements),
		cmocka_unit_test(growing_is_by_half_at_least),
		cmocka_unit_test(enough_room_is_left_alone),
		cmocka_unit_test(counts_beyond_32_bits_overflow),
		cmocka_unit_test(a_failure_leaves_the_array),
		cmocka_unit_test(calloc_is_zeroed_and_checked),
		cmocka_unit_test(take_saves_from_cleanup),
		cmocka_unit_test(arrays_know_their_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
