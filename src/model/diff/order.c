/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The serial order: a topological sort that takes, among ready operations, the one of lowest rank. What the kernel does along
 * with another operation stands directly before that one.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

struct heap {
	uint64_t *key; /* rank of the operation in the same place */
	uint32_t *op;
	uint32_t len;
};

/* Of equal rank is what belongs to one node: as it was emitted. */
static bool goes_first(const struct heap *heap, uint32_t at, uint64_t key, uint32_t op)
{
	return heap->key[at] < key || (heap->key[at] == key && heap->op[at] < op);
}

static void heap_push(struct heap *heap, uint64_t key, uint32_t op)
{
	uint32_t i = heap->len++;

	while (i > 0 && !goes_first(heap, (i - 1) / 2, key, op)) {
		heap->key[i] = heap->key[(i - 1) / 2];
		heap->op[i] = heap->op[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	heap->key[i] = key;
	heap->op[i] = op;
}

static uint32_t heap_pop(struct heap *heap)
{
	uint32_t top = heap->op[0], last = --heap->len, i = 0, op = heap->op[last];
	uint64_t key = heap->key[last];

	for (;;) {
		uint32_t child = 2 * i + 1;

		if (child >= last)
			break;
		if (child + 1 < last &&
		    goes_first(heap, child + 1, heap->key[child], heap->op[child]))
			child++;
		if (!goes_first(heap, child, key, op))
			break;
		heap->key[i] = heap->key[child];
		heap->op[i] = heap->op[child];
		i = child;
	}
	heap->key[i] = key;
	heap->op[i] = op;
	return top;
}

static uint32_t depth_of(const struct lw_tree *tree, lw_node n)
{
	uint32_t depth = 0;

	while ((n = node_at(tree, n)->parent))
		depth++;
	return depth;
}

/*
 * An export that is switched on without a number gets one from its kernel, which knows only the numbers of those that are
 * on. So those that declare one go first.
 */
static bool gets_any_number(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_kind_spec *kind = op_kind(plan, op);

	if (op->verb != LW_SETATTR || op->phase != LW_PHASE_ENABLE || !op->goal)
		return false;
	for (uint16_t def = 0; def < kind->nattr; def++) {
		uint32_t value;
		bool has;

		if (!kind->attrs[def].unset || kind->attrs[def].unique == LW_UNIQUE_NO)
			continue;
		lw_tree_effective(plan->goal, op->goal, def, &value, &has);
		return !has || !strcmp(tree_text(plan->goal, value), kind->attrs[def].unset);
	}
	return false;
}

/*
 * Phase, then deletes from the leaves up, then everything else by its place in the source (handles rise with it). Fences and
 * settles do nothing to clients: they go as soon as they may.
 */
static uint64_t rank_of(const struct lw_plan *plan, uint32_t i)
{
	const struct op *op = &plan->ops[i];
	uint64_t phase = (uint64_t)op->phase << 56, place;

	if (op->verb == LW_FENCE || op->verb == LW_SETTLE)
		return i;
	if (op->verb == LW_DELETE) {
		uint64_t shallow = 0x3f - (depth_of(plan->have, op->have) & 0x3f);

		return phase | shallow << 48 | op->have;
	}
	place = op->goal ? op->goal : op->have;
	return phase | UINT64_C(0x40) << 48 | (uint64_t)gets_any_number(plan, op) << 48 | place;
}

static void count_waits(struct lw_plan *plan)
{
	for (uint32_t i = 0; i < plan->nop; i++)
		plan->ops[i].waits = 0;
	for (uint32_t i = 0; i < plan->nop; i++)
		for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next)
			if (plan->edges[e].strength != LW_EDGE_DEAD)
				plan->ops[plan->edges[e].to].waits++;
}

static uint32_t sort_with(struct lw_plan *plan, struct heap *heap)
{
	uint32_t n = 0;

	count_waits(plan);
	for (uint32_t i = 0; i < plan->nop; i++)
		if (plan->ops[i].waits == 0)
			heap_push(heap, rank_of(plan, i), i);
	while (heap->len) {
		uint32_t i = heap_pop(heap);

		plan->order[n++] = i;
		for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next) {
			uint32_t to = plan->edges[e].to;

			if (plan->edges[e].strength != LW_EDGE_DEAD && --plan->ops[to].waits == 0)
				heap_push(heap, rank_of(plan, to), to);
		}
	}
	return n;
}

/*
 * Nobody waits for an implied operation but those that wait for the one that implies it, too, so it can be moved there. The
 * others keep their order.
 */
static int join_implied(struct diff *d)
{
	struct lw_plan *plan = d->plan;
	uint32_t *first = lw_calloc(plan->nop, sizeof(*first));
	uint32_t *next = lw_calloc(plan->nop, sizeof(*next));
	uint32_t *joined = lw_calloc(plan->nop, sizeof(*joined));
	uint32_t n = 0;
	int r = first && next && joined ? 0 : -ENOMEM;

	/* Numbers are one up, 0 ends a list; from back to front, so that lists come out in order. */
	for (uint32_t at = plan->nop; r == 0 && at-- > 0;) {
		uint32_t i = plan->order[at], by = diff_effective(d, i);

		if (by != i) {
			next[i] = first[by];
			first[by] = i + 1;
		}
	}
	for (uint32_t at = 0; r == 0 && at < plan->nop; at++) {
		uint32_t i = plan->order[at];

		if (diff_effective(d, i) != i)
			continue;
		for (uint32_t k = first[i]; k; k = next[k - 1])
			joined[n++] = k - 1;
		joined[n++] = i;
	}
	free(first);
	free(next);
	if (r == 0) {
		free(plan->order);
		plan->order = joined;
	} else {
		free(joined);
	}
	return r;
}

static bool any_implied(const struct lw_plan *plan)
{
	for (uint32_t i = 0; i < plan->nop; i++)
		if (plan->ops[i].flags & LW_OP_IMPLIED)
			return true;
	return false;
}

/* *ret_left: operations that stand in each other's way; they keep waits > 0 and are not in the order. */
int diff_order(struct diff *d, uint32_t *ret_left)
{
	struct lw_plan *plan = d->plan;
	struct heap heap = { lw_calloc(plan->nop, sizeof(uint64_t)),
			     lw_calloc(plan->nop, sizeof(uint32_t)), 0 };
	int r = -ENOMEM;

	free(plan->order);
	plan->order = lw_calloc(plan->nop, sizeof(*plan->order));
	if (heap.key && heap.op && plan->order) {
		*ret_left = plan->nop - sort_with(plan, &heap);
		r = *ret_left == 0 && any_implied(plan) ? join_implied(d) : 0;
	}
	free(heap.key);
	free(heap.op);
	return r;
}
