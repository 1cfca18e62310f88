/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may run next, and who must be skipped after a failure. It executes nothing, so every interleaving can be tried in
 * memory.
 *
 * Locks. Two operations exclude each other when they have the same lock: the same class and, for node and export, the
 * same object. Classes do not exclude each other: what must not overlap although the locks differ (a switch and what is
 * behind it) has an edge. So SCST's queued commands, which share one result cell, go one by one (engine), while plain
 * writes to the files of different nodes run beside them; LIO removes a storage object (engine) while LUNs are unlinked
 * (node).
 *
 * Failure. Whoever waits for a failed or skipped operation is skipped, too, over every strength of edge: a replacement
 * that could not be made must not cost the old device its life. Two sorts of operations hold up less:
 *  - a grant only lets more through. Without it everything stays as narrow as it was, so nothing that protects (SAFE)
 *    needs it, nor does the switch of its export; but a matcher does not enter a group whose unit could not be made
 *    (SOFT, HARD);
 *  - an attribute that has nothing to do with access holds up nothing that protects.
 * Where an edge does not carry the failure on, the successor waits all the same until the failure is known, then goes on.
 * A fence has no opinion: it passes when all before it are over, and if it is skipped, so is everything behind it.
 *
 * Implied operations are passed when their turn comes; whether they happened is decided by the operation that implies
 * them.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/plan/sched_queue.h"

struct lw_sched {
	struct lw_plan *plan;
	struct sched_queue queue;
	uint8_t *mark;	 /* by operation: enum mark */
	uint32_t *blame; /* by operation: the failure that it was skipped for */
	uint32_t *stack; /* operations that are over, whose successors must be told */
	uint32_t nstack;
	uint32_t *implied, *next_implied; /* by operation: those that it implies */
	uint32_t open;			  /* operations that are not over */
	uint32_t running;
};

enum mark {
	MARK_OUT = 1 << 0,  /* handed out, not finished */
	MARK_OVER = 1 << 1, /* done, failed, skipped or passed */
	MARK_BAD = 1 << 2   /* failed or skipped: carried on to successors */
};

/* The operation that really does what an implied one shows. */
static uint32_t implied_by(const struct lw_plan *plan, uint32_t op)
{
	for (uint32_t left = plan->nop;
	     left && plan->ops[op].flags & LW_OP_IMPLIED && plan->ops[op].cause < plan->nop; left--)
		op = plan->ops[op].cause;
	return op;
}

static const struct lw_attr_spec *spec_of(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_tree *tree = op->goal ? plan->goal : plan->have;
	lw_node node = op->goal ? op->goal : op->have;

	return lw_tree_attr_spec(tree, node_at(tree, node)->kind, op->attr);
}

/* An attribute whose failure leaves everybody's access as it was. */
static bool without_access(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_attr_spec *spec;

	if (!op_of_value(op))
		return false;
	spec = spec_of(plan, op);
	return !spec || (spec->access == LW_ACC_NONE &&
			 !(spec->flags & (LW_A_ENABLE | LW_A_ACTIVE | LW_A_VIEW | LW_A_MEDIUM)));
}

static bool switches_on(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_attr_spec *spec =
		op->verb == LW_SETATTR && op->phase == LW_PHASE_ENABLE ? spec_of(plan, op) : NULL;

	return spec && spec->flags & LW_A_ENABLE;
}

/* Whether the failure of @from skips what the edge leads to. */
static bool carries(const struct lw_plan *plan, const struct op *from, const struct edge *edge)
{
	switch (edge->strength) {
	case LW_EDGE_TURN:
		return false;
	case LW_EDGE_SAFE:
		return !(from->flags & LW_OP_GRANT) && !without_access(plan, from);
	case LW_EDGE_SOFT:
		return !(from->flags & LW_OP_GRANT) || !switches_on(plan, &plan->ops[edge->to]);
	default:
		return true;
	}
}

/* The operation is over; tell_all() tells its successors. */
static void over(struct lw_sched *s, uint32_t op, enum lw_op_state state)
{
	s->mark[op] |= state == LW_OP_DONE ? MARK_OVER : MARK_OVER | MARK_BAD;
	s->stack[s->nstack++] = op;
	s->open--;
	if (s->plan->ops[op].flags & LW_OP_IMPLIED && state == LW_OP_DONE &&
	    s->plan->ops[op].cause < s->plan->nop)
		return; /* passed; whether it happens is decided by what implies it */
	s->plan->ops[op].state = (uint8_t)state;
	for (uint32_t i = s->implied[op]; i != LW_NO_OP; i = s->next_implied[i]) {
		s->plan->ops[i].state = state == LW_OP_DONE ? LW_OP_DONE : LW_OP_SKIPPED;
		if (state != LW_OP_DONE && s->blame[i] == LW_NO_OP)
			s->blame[i] = state == LW_OP_FAILED ? op : s->blame[op];
	}
}

static void one_fewer(struct lw_sched *s, uint32_t op)
{
	const struct op *at = &s->plan->ops[op];

	if (--s->plan->ops[op].waits || s->mark[op] & MARK_OVER)
		return;
	if (at->verb == LW_FENCE || at->flags & LW_OP_IMPLIED)
		over(s, op, LW_OP_DONE);
	else
		sched_queue_add(&s->queue, op);
}

static void tell(struct lw_sched *s, uint32_t op)
{
	struct lw_plan *plan = s->plan;
	const struct op *from = &plan->ops[op];
	bool well = !(s->mark[op] & MARK_BAD);

	for (uint32_t e = from->edges; e; e = plan->edges[e].next) {
		const struct edge *edge = &plan->edges[e];

		if (edge->strength == LW_EDGE_DEAD)
			continue;
		if (!well && !(s->mark[edge->to] & MARK_OVER) && carries(plan, from, edge)) {
			s->blame[edge->to] = from->state == LW_OP_FAILED ? op : s->blame[op];
			over(s, edge->to, LW_OP_SKIPPED);
		}
		one_fewer(s, edge->to);
	}
}

static void tell_all(struct lw_sched *s)
{
	while (s->nstack)
		tell(s, s->stack[--s->nstack]);
}

static void start(struct lw_sched *s)
{
	struct lw_plan *plan = s->plan;

	for (uint32_t i = 0; i < plan->nop; i++) {
		plan->ops[i].waits = 1; /* for the start itself */
		plan->ops[i].state = LW_OP_PENDING;
		s->blame[i] = s->implied[i] = s->next_implied[i] = LW_NO_OP;
	}
	for (uint32_t i = 0; i < plan->nop; i++) {
		uint32_t by = implied_by(plan, i);

		if (by != i) {
			s->next_implied[i] = s->implied[by];
			s->implied[by] = i;
		}
		for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next)
			if (plan->edges[e].strength != LW_EDGE_DEAD)
				plan->ops[plan->edges[e].to].waits++;
	}
	s->open = plan->nop;
	for (uint32_t i = 0; i < plan->nop; i++)
		one_fewer(s, i);
	tell_all(s);
}

struct lw_sched *lw_sched_new(struct lw_plan *plan)
{
	struct lw_sched *s = plan ? lw_calloc(1, sizeof(*s)) : NULL;

	if (!s)
		return NULL;
	s->plan = plan;
	s->mark = lw_calloc(plan->nop, sizeof(*s->mark));
	s->blame = lw_calloc(plan->nop, sizeof(*s->blame));
	s->stack = lw_calloc(plan->nop, sizeof(*s->stack));
	s->implied = lw_calloc(plan->nop, sizeof(*s->implied));
	s->next_implied = lw_calloc(plan->nop, sizeof(*s->next_implied));
	if (!s->mark || !s->blame || !s->stack || !s->implied || !s->next_implied ||
	    sched_queue_init(&s->queue, plan) < 0) {
		lw_sched_free(s);
		return NULL;
	}
	start(s);
	return s;
}

void lw_sched_free(struct lw_sched *s)
{
	if (!s)
		return;
	sched_queue_done(&s->queue);
	free(s->mark);
	free(s->blame);
	free(s->stack);
	free(s->implied);
	free(s->next_implied);
	free(s);
}

uint32_t lw_sched_next(struct lw_sched *s)
{
	uint32_t op;

	if (!s || s->running >= LW_SCHED_AT_ONCE)
		return LW_NO_OP;
	op = sched_queue_take(&s->queue);
	if (op == LW_NO_OP)
		return LW_NO_OP;
	s->mark[op] |= MARK_OUT;
	s->running++;
	return op;
}

static void finish(struct lw_sched *s, uint32_t op, enum lw_op_state state)
{
	if (!s || op >= s->plan->nop || !(s->mark[op] & MARK_OUT))
		return;
	s->mark[op] &= (uint8_t)~MARK_OUT;
	s->running--;
	sched_queue_release(&s->queue, op);
	over(s, op, state);
	tell_all(s);
}

void lw_sched_done(struct lw_sched *s, uint32_t op)
{
	finish(s, op, LW_OP_DONE);
}

void lw_sched_failed(struct lw_sched *s, uint32_t op)
{
	finish(s, op, LW_OP_FAILED);
}

bool lw_sched_finished(const struct lw_sched *s)
{
	return !s || s->open == 0;
}

uint32_t lw_sched_blame(const struct lw_sched *s, uint32_t op)
{
	return s && op < s->plan->nop ? s->blame[op] : LW_NO_OP;
}
