/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <cmocka.h>

#include "alloc_fault.h"

static void nothing_fails_unarmed(void **state)
{
	void *p = malloc(8);

	(void)state;
	assert_non_null(p);
	assert_false(alloc_fault_fired());
	free(p);
}

static void only_the_nth_fails(void **state)
{
	void *p[4];

	(void)state;
	alloc_fault_arm(3);
	for (int i = 0; i < 4; i++)
		p[i] = malloc(8);
	assert_non_null(p[0]);
	assert_non_null(p[1]);
	assert_null(p[2]);
	assert_non_null(p[3]);
	assert_true(alloc_fault_fired());
	for (int i = 0; i < 4; i++)
		free(p[i]);
}

static void each_function_is_seen(void **state)
{
	char *old = malloc(4);
	char *volatile kept = old; /* gcc takes any realloc() for the end of its argument */

	(void)state;
	assert_non_null(old);
	alloc_fault_arm(1);
	assert_null(malloc(1));
	alloc_fault_arm(1);
	assert_null(calloc(1, 1));
	alloc_fault_arm(1);
	assert_null(realloc(old, 8));
	alloc_fault_arm(1);
	assert_null(reallocarray(NULL, 2, 8));
	alloc_fault_arm(1);
	assert_null(strdup("lun"));
	alloc_fault_arm(1);
	errno = 0;
	assert_null(strndup("lun", 2));
	assert_int_equal(errno, ENOMEM);
	free(kept); /* still ours: realloc failed */
}

static void disarmed_never_fires(void **state)
{
	char *copy;

	(void)state;
	alloc_fault_arm(1);
	alloc_fault_disarm();
	copy = strndup("target", 3);
	assert_string_equal(copy, "tar");
	assert_false(alloc_fault_fired());
	free(copy);
}

static void too_few_allocations_do_not_fire(void **state)
{
	char *copy;

	(void)state;
	alloc_fault_arm(2);
	copy = strdup("target");
	assert_string_equal(copy, "target");
	assert_false(alloc_fault_fired());
	alloc_fault_disarm();
	free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_fails_unarmed),
		cmocka_unit_test(only_the_nth_fails),
		cmocka_unit_test(each_function_is_seen),
		cmocka_unit_test(disarmed_never_fires),
		cmocka_unit_test(too_few_allocations_do_not_fire),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
