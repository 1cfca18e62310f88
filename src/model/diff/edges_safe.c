/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Per visible export: narrow - fence 1 - pivot - fence 2 - widen. Fences keep the edges linear; where nothing pivots, one
 * fence is both. Between what comes and what goes of the ways in stands one more.
 */
#include <errno.h>

#include "base/mem.h"
#include "model/diff/diff.h"

static bool needs_first(const struct width *w)
{
	return w->narrows && (w->pivots || w->widens);
}

static bool needs_second(const struct width *w)
{
	return w->widens && (w->pivots || w->narrows);
}

static int make_fences(struct diff *d, lw_node x)
{
	struct width *w = &d->width[x];

	if (w->ways_made) {
		uint32_t fence = diff_fence(d, x);

		if (fence == NO_OP)
			return -ENOMEM;
		w->ways = fence + 1;
	}
	if (needs_first(w)) {
		d->fence1[x] = diff_fence(d, x);
		if (d->fence1[x] == NO_OP)
			return -ENOMEM;
	}
	if (!needs_second(w))
		return 0;
	if (!w->pivots) {
		d->fence2[x] = d->fence1[x];
		return 0;
	}
	d->fence2[x] = diff_fence(d, x);
	if (d->fence2[x] == NO_OP)
		return -ENOMEM;
	return diff_edge(d, d->fence1[x], d->fence2[x], LW_EDGE_SAFE);
}

/* Ways in that cannot come before another one goes: their names exclude each other (edges_names.c). By operation. */
static bool *find_excluded(const struct diff *d)
{
	const struct lw_plan *plan = d->plan;
	bool *excluded = lw_calloc(plan->nop + 1, sizeof(*excluded));

	for (uint32_t i = 0; excluded && i < d->ndir; i++) {
		if (plan->ops[i].verb != LW_DELETE || !diff_is_way_in(d, &plan->ops[i]))
			continue;
		for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next)
			excluded[plan->edges[e].to] |= plan->edges[e].strength == LW_EDGE_EXCL;
	}
	return excluded;
}

/* What comes in place of what goes is there before. If it cannot be made, the other stays. */
static int tie_way_in(struct diff *d, lw_node x, uint32_t i)
{
	uint32_t fence = d->width[x].ways - 1;

	return d->plan->ops[i].verb == LW_CREATE ? diff_edge(d, i, fence, LW_EDGE_SOFT)
						 : diff_edge(d, fence, i, LW_EDGE_SOFT);
}

static int exchange_ways_in(struct diff *d)
{
	LW_AUTO_FREE bool *excluded = NULL;
	int r = 0;

	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op op = d->plan->ops[i];
		lw_node x = diff_is_way_in(d, &op) ? diff_export(d, op.have, op.goal) : 0;

		if (!diff_visible(d, x) || !d->width[x].ways)
			continue;
		if (!excluded)
			excluded = find_excluded(d);
		if (!excluded)
			return -ENOMEM;
		if (!excluded[i])
			r = tie_way_in(d, x, i);
	}
	return r;
}

static int tie(struct diff *d, lw_node x, uint32_t i)
{
	int r;

	switch (d->dir[i]) {
	case DIR_NARROW:
		return diff_edge(d, i, d->fence1[x], LW_EDGE_SAFE);
	case DIR_PIVOT:
		r = diff_edge(d, d->fence1[x], i, LW_EDGE_SAFE);
		return r < 0 ? r : diff_edge(d, i, d->fence2[x], LW_EDGE_SAFE);
	case DIR_WIDEN:
		return diff_edge(d, d->fence2[x], i, LW_EDGE_SAFE);
	default:
		return 0;
	}
}

int diff_edges_safe(struct diff *d)
{
	int r = 0;

	for (lw_node x = 1; x < d->ngoal && r == 0; x++)
		if (diff_visible(d, x))
			r = make_fences(d, x);
	for (uint32_t i = 0; i < d->ndir && r == 0; i++) {
		const struct op op = d->plan->ops[i];
		lw_node x = diff_export(d, op.have, op.goal);

		if (diff_closes_referrers(d, &op))
			r = diff_each_export(d, &op, tie, i);
		else if (diff_visible(d, x))
			r = tie(d, x, i);
	}
	return r ? r : exchange_ways_in(d);
}
