/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One apply at a time, whoever runs it. The lock is of the open file, so it goes with the process, however that ends; the text
 * in it says who has it.
 */
#ifndef LW_APPLY_LOCK_H
#define LW_APPLY_LOCK_H

#include <sys/types.h>

#include "apply/state.h"

/* Waits up to so many seconds. @ret: a descriptor that holds the lock; closing it gives the lock back. -EBUSY. */
int lw_lock_take(const struct lw_state *state, unsigned seconds, int *ret, struct lw_error *error);

/* The process that holds the lock; 0: nobody does, or it cannot be told. Takes nothing, so that nobody is kept waiting. */
pid_t lw_lock_holder(const struct lw_state *state);

#endif
