/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An apply that waits for somebody's word: who cut himself off cannot give it, and everything goes back. While it waits there
 * is a file `pending`; to confirm is to take that away. One that is there though nobody waits was left by a program that died.
 */
#ifndef LW_APPLY_CONFIRM_H
#define LW_APPLY_CONFIRM_H

#include "apply/state.h"
#include "lunward/apply.h"

/* Waits until somebody confirms the apply, as long as the options say. 0; -ETIMEDOUT when nobody did. */
int lw_confirm_wait(struct lw_system *system, uint64_t id, const struct lw_apply_options *options,
		    struct lw_error *error);

/* @waiting: its program is there; @left: for so many seconds. */
struct lw_pending {
	uint64_t id;
	bool waiting;
	unsigned left;
};
/* 0; -ENOENT: nothing waits; another errno: it cannot be told. All zero then. */
int lw_pending_read(const struct lw_state *state, struct lw_pending *ret);

/* Another apply begins: what a dead one waited for is over. */
void lw_pending_forget(const struct lw_state *state);

#endif
