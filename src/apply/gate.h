/* SPDX-License-Identifier: Apache-2.0 */
/* The view of a thread that is watched: another one, with a word before and after each access. */
#ifndef LW_APPLY_GATE_H
#define LW_APPLY_GATE_H

#include "ktree/ktree.h"

/**
 * struct lw_gate - caller's storage, all of it set, @kt to lw_gate_ops; lw_kt_close() of it does nothing.
 * @inner: borrowed
 * @enter: before an access; @writes: it is a command
 * @leave: after it; need not return
 */
struct lw_gate {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	void (*enter)(void *arg, bool writes);
	void (*leave)(void *arg);
	void *arg;
};

extern const struct lw_ktree_ops lw_gate_ops;

#endif
