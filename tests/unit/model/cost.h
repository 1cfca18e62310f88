/* SPDX-License-Identifier: Apache-2.0 */
/*
 * That something is linear, proved by comparing it with itself: eight times the work may take some more than eight times
 * the time, but not sixty-four times. So the test says the same on a slow machine, under sanitizers and under valgrind.
 */
#ifndef COST_H
#define COST_H

#include <stdio.h>
#include <time.h>

/* Milliseconds of processor time so far. */
static inline double cost_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Fails when @run, told how many, is not linear; it returns the milliseconds that count. */
static inline void assert_linear(double (*run)(unsigned count), unsigned count)
{
	double small = run(count), large = run(count * 8);

	print_message("# %u: %.1f ms, %u: %.1f ms\n", count, small, count * 8, large);
	assert_true(large < 24 * small + 50);
}

#endif
