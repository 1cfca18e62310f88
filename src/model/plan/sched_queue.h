/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The operations that could run now, the first in serial order first, and never one whose lock is held; private to
 * sched*.c.
 *
 * Operations with the same lock form a group, of which one at a time may be out. Only the first ready one of a group that
 * nobody holds stands in the common heap; the others wait in the group's own. So a take never looks past operations
 * that are blocked, however many there are: all together costs O(n log n). The common heap drops lazily: an entry that
 * is no longer the candidate of its group is passed over.
 */
#ifndef LW_MODEL_SCHED_QUEUE_H
#define LW_MODEL_SCHED_QUEUE_H

#include "model/plan/plan.h"

struct sched_group {
	uint32_t candidate; /* in the common heap; LW_NO_OP */
	uint32_t waiting;   /* root of a leftist heap; LW_NO_OP */
	bool held;
};

struct sched_queue {
	uint32_t *rank;	 /* by operation: place in the serial order */
	uint32_t *group; /* by operation: 0 = no lock */
	struct sched_group *groups;
	uint32_t *left, *right; /* by operation: leftist heap of its group */
	uint8_t *depth;
	/* Each operation enters when it gets ready and when its group is released: twice at most. */
	uint32_t *heap;
	uint32_t nheap;
};

/* Returns 0 or -ENOMEM; undone by sched_queue_done() either way. */
int sched_queue_init(struct sched_queue *q, const struct lw_plan *plan);
void sched_queue_done(struct sched_queue *q);

/* The operation is ready. */
void sched_queue_add(struct sched_queue *q, uint32_t op);
/* Takes the first one and its lock; LW_NO_OP if none can run now. */
uint32_t sched_queue_take(struct sched_queue *q);
/* Gives its lock back. */
void sched_queue_release(struct sched_queue *q, uint32_t op);

#endif
