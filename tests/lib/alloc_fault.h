/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes one allocation fail, to prove that each is checked and that nothing leaks on the way out:
 *
 *	for (unsigned n = 1;; n++) {
 *		alloc_fault_arm(n);
 *		r = the_call();
 *		fired = alloc_fault_fired();
 *		alloc_fault_disarm();
 *		if (!fired)
 *			break;			// the call needs fewer than n: all were tried
 *		assert_int_equal(r, -ENOMEM);
 *	}
 *
 * Seen are malloc, calloc, realloc, reallocarray, strdup and strndup as called from the test and from
 * the archives that it links; not what the C library allocates for itself (fopen, asprintf, getline).
 * The test asks for it by 'alloc_fault' in its row of tests/unit/<room>/meson.build.
 */
#ifndef ALLOC_FAULT_H
#define ALLOC_FAULT_H

#include <stdbool.h>

/* The n-th allocation from now fails, once; the first is 1. */
void alloc_fault_arm(unsigned n);

/* Whether an allocation was made to fail since the last arming. */
bool alloc_fault_fired(void);

/* Let everything succeed again; alloc_fault_fired() keeps its answer. */
void alloc_fault_disarm(void);

#endif
