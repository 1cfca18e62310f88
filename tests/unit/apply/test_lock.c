/* SPDX-License-Identifier: Apache-2.0 */
/* The lock, as who waits for it sees it. */
#include "apply_test.h"

#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/lock.h"

static void one_at_a_time(void **state)
{
	const struct folder *folder = *state;
	struct lw_error error = LW_ERROR_INIT;
	int first, second;

	assert_int_equal(lw_lock_take(&folder->state, 0, &first, NULL), 0);
	assert_int_equal(lw_lock_take(&folder->state, 0, &second, &error), -EBUSY);
	assert_non_null(strstr(error.message, "another apply is at work"));
	close(first);
	assert_int_equal(lw_lock_take(&folder->state, 0, &second, NULL), 0);
	close(second);
}

static void *give_back(void *arg)
{
	const struct timespec pause = { 1, 200000000 };

	nanosleep(&pause, NULL);
	close(*(int *)arg);
	return NULL;
}

/* As milliseconds it is more than 32 bits hold: 704 of them. */
static void who_waits_for_weeks_does_not_give_up(void **state)
{
	const struct folder *folder = *state;
	pthread_t thread;
	int first, second;

	assert_int_equal(lw_lock_take(&folder->state, 0, &first, NULL), 0);
	assert_int_equal(pthread_create(&thread, NULL, give_back, &first), 0);
	assert_int_equal(lw_lock_take(&folder->state, UINT32_MAX / 1000 + 1, &second, NULL), 0);
	pthread_join(thread, NULL);
	close(second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(one_at_a_time),
		FOLDER_TEST(who_waits_for_weeks_does_not_give_up),
	};

	return cmocka_run_group_tests_name("apply-lock", tests, NULL, NULL);
}
