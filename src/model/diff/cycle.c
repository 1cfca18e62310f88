/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strongly connected parts of the operations that a sort left over: who stands in whose way. Tarjan's algorithm with a stack
 * of its own, since a cycle may be as long as the plan.
 */
#include <errno.h>

#include "base/mem.h"
#include "model/diff/diff.h"

struct search {
	const struct lw_plan *plan;
	uint32_t *index, *low; /* by operation; index 0: not seen */
	uint32_t *edge;	       /* by operation: next edge to follow */
	uint32_t *stack, *path;
	uint32_t nstack, npath, next;
	uint32_t *part, count;
};

static bool left_over(const struct search *s, uint32_t op)
{
	return s->plan->ops[op].waits > 0;
}

static void enter(struct search *s, uint32_t op)
{
	s->index[op] = s->low[op] = ++s->next;
	s->edge[op] = s->plan->ops[op].edges;
	s->stack[s->nstack++] = op;
	s->path[s->npath++] = op;
}

/* All operations above @op on the stack, itself included, are one part; alone it is none. */
static void close_part(struct search *s, uint32_t op)
{
	bool alone = s->stack[s->nstack - 1] == op;
	uint32_t number = alone ? UINT32_MAX : ++s->count, top;

	do {
		top = s->stack[--s->nstack];
		s->part[top] = number;
	} while (top != op);
}

static void leave(struct search *s)
{
	uint32_t op = s->path[--s->npath];

	if (s->low[op] == s->index[op])
		close_part(s, op);
	if (s->npath) {
		uint32_t above = s->path[s->npath - 1];

		if (s->low[op] < s->low[above])
			s->low[above] = s->low[op];
	}
}

static void follow(struct search *s, uint32_t root)
{
	enter(s, root);
	while (s->npath) {
		uint32_t op = s->path[s->npath - 1], e = s->edge[op], to;

		if (!e) {
			leave(s);
			continue;
		}
		s->edge[op] = s->plan->edges[e].next;
		to = s->plan->edges[e].to;
		if (s->plan->edges[e].strength == LW_EDGE_DEAD || !left_over(s, to))
			continue;
		if (!s->index[to])
			enter(s, to);
		else if (!s->part[to] && s->index[to] < s->low[op])
			s->low[op] = s->index[to];
	}
}

int diff_parts(struct diff *d, uint32_t **ret_part, uint32_t *ret_count)
{
	uint32_t n = d->plan->nop;
	struct search s = { .plan = d->plan };
	int r = -ENOMEM;

	s.index = lw_calloc(n, sizeof(uint32_t));
	s.low = lw_calloc(n, sizeof(uint32_t));
	s.edge = lw_calloc(n, sizeof(uint32_t));
	s.stack = lw_calloc(n, sizeof(uint32_t));
	s.path = lw_calloc(n, sizeof(uint32_t));
	s.part = lw_calloc(n, sizeof(uint32_t));
	if (s.index && s.low && s.edge && s.stack && s.path && s.part) {
		for (uint32_t i = 0; i < n; i++)
			if (left_over(&s, i) && !s.index[i])
				follow(&s, i);
		for (uint32_t i = 0; i < n; i++)
			if (s.part[i] == UINT32_MAX)
				s.part[i] = 0;
		*ret_part = LW_TAKE(s.part);
		*ret_count = s.count;
		r = 0;
	}
	free(s.index);
	free(s.low);
	free(s.edge);
	free(s.stack);
	free(s.path);
	free(s.part);
	return r;
}
