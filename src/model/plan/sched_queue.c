/* SPDX-License-Identifier: Apache-2.0 */
#include "model/plan/sched_queue.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

/* ---- groups */

/* A number for what the operation locks, dense per class and object; 0: nothing. */
static uint32_t lock_object(const struct lw_plan *plan, const struct op *op)
{
	uint32_t ngoal = plan->goal->nnode, nhave = plan->have->nnode, number;

	switch (op->lock) {
	case LW_LOCK_NODE:
		return op->goal ? op->goal : op->have ? ngoal + op->have : 0;
	case LW_LOCK_EXPORT:
		number = lw_op_export(plan, op);
		if (!number)
			return 0;
		number = number & LW_GONE_EXPORT ? ngoal + (number & ~LW_GONE_EXPORT) : number;
		return ngoal + nhave + number;
	case LW_LOCK_ENGINE:
		return 2 * (ngoal + nhave);
	default:
		return 0;
	}
}

static int make_groups(struct sched_queue *q, const struct lw_plan *plan)
{
	size_t objects = 2 * ((size_t)plan->goal->nnode + plan->have->nnode) + 1;
	LW_AUTO_FREE uint32_t *group_of = lw_calloc(objects, sizeof(*group_of));
	uint32_t count = 1;

	if (!group_of)
		return -ENOMEM;
	for (uint32_t i = 0; i < plan->nop; i++) {
		uint32_t object = lock_object(plan, &plan->ops[i]);

		if (object && !group_of[object])
			group_of[object] = count++;
		q->group[i] = group_of[object];
	}
	q->groups = lw_calloc(count, sizeof(*q->groups));
	for (uint32_t g = 0; q->groups && g < count; g++)
		q->groups[g] = (struct sched_group){ LW_NO_OP, LW_NO_OP, false };
	return q->groups ? 0 : -ENOMEM;
}

int sched_queue_init(struct sched_queue *q, const struct lw_plan *plan)
{
	size_t n = plan->nop;

	*q = (struct sched_queue){ 0 };
	q->rank = lw_calloc(n, sizeof(*q->rank));
	q->group = lw_calloc(n, sizeof(*q->group));
	q->left = lw_calloc(n, sizeof(*q->left));
	q->right = lw_calloc(n, sizeof(*q->right));
	q->depth = lw_calloc(n, sizeof(*q->depth));
	q->heap = lw_calloc(2 * n, sizeof(*q->heap));
	if (!q->rank || !q->group || !q->left || !q->right || !q->depth || !q->heap)
		return -ENOMEM;
	for (uint32_t i = 0; i < plan->nop; i++)
		q->rank[plan->order[i]] = i;
	return make_groups(q, plan);
}

void sched_queue_done(struct sched_queue *q)
{
	free(q->rank);
	free(q->group);
	free(q->groups);
	free(q->left);
	free(q->right);
	free(q->depth);
	free(q->heap);
}

/* ---- the heap of a group: leftist, so that the right spine, and with it the recursion, is log n deep */

static unsigned depth_of(const struct sched_queue *q, uint32_t op)
{
	return op == LW_NO_OP ? 0 : q->depth[op];
}

static uint32_t meld(struct sched_queue *q, uint32_t a, uint32_t b)
{
	if (a == LW_NO_OP || b == LW_NO_OP)
		return a == LW_NO_OP ? b : a;
	if (q->rank[b] < q->rank[a]) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	q->right[a] = meld(q, q->right[a], b);
	if (depth_of(q, q->left[a]) < depth_of(q, q->right[a])) {
		uint32_t swap = q->left[a];

		q->left[a] = q->right[a];
		q->right[a] = swap;
	}
	q->depth[a] = (uint8_t)(depth_of(q, q->right[a]) + 1);
	return a;
}

static void wait_in_group(struct sched_queue *q, struct sched_group *group, uint32_t op)
{
	q->left[op] = q->right[op] = LW_NO_OP;
	q->depth[op] = 1;
	group->waiting = meld(q, group->waiting, op);
}

/* ---- the common heap */

static bool before(const struct sched_queue *q, uint32_t a, uint32_t b)
{
	return q->rank[q->heap[a]] < q->rank[q->heap[b]];
}

static void swap_at(struct sched_queue *q, uint32_t a, uint32_t b)
{
	uint32_t op = q->heap[a];

	q->heap[a] = q->heap[b];
	q->heap[b] = op;
}

static void push(struct sched_queue *q, uint32_t op)
{
	uint32_t i = q->nheap++;

	q->heap[i] = op;
	for (; i && before(q, i, (i - 1) / 2); i = (i - 1) / 2)
		swap_at(q, i, (i - 1) / 2);
}

static uint32_t pop(struct sched_queue *q)
{
	uint32_t first = q->heap[0], i = 0;

	q->heap[0] = q->heap[--q->nheap];
	while (true) {
		uint32_t child = 2 * i + 1;

		if (child + 1 < q->nheap && before(q, child + 1, child))
			child++;
		if (child >= q->nheap || !before(q, child, i))
			return first;
		swap_at(q, child, i);
		i = child;
	}
}

/* ---- both together */

void sched_queue_add(struct sched_queue *q, uint32_t op)
{
	struct sched_group *group = &q->groups[q->group[op]];

	if (!q->group[op]) {
		push(q, op);
		return;
	}
	if (group->held ||
	    (group->candidate != LW_NO_OP && q->rank[group->candidate] < q->rank[op])) {
		wait_in_group(q, group, op);
		return;
	}
	if (group->candidate != LW_NO_OP)
		wait_in_group(q, group, group->candidate);
	group->candidate = op;
	push(q, op);
}

uint32_t sched_queue_take(struct sched_queue *q)
{
	while (q->nheap) {
		uint32_t op = pop(q);
		struct sched_group *group = &q->groups[q->group[op]];

		if (!q->group[op])
			return op;
		if (group->held || group->candidate != op)
			continue;
		group->held = true;
		group->candidate = LW_NO_OP;
		return op;
	}
	return LW_NO_OP;
}

void sched_queue_release(struct sched_queue *q, uint32_t op)
{
	struct sched_group *group = &q->groups[q->group[op]];
	uint32_t first = group->waiting;

	if (!q->group[op])
		return;
	group->held = false;
	if (first == LW_NO_OP)
		return;
	group->waiting = meld(q, q->left[first], q->right[first]);
	group->candidate = first;
	push(q, first);
}
