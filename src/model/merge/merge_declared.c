/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What counts as declared once a goal is reached. All of the configuration; with the option `only`, the part of it that was
 * wanted. Of everything else that stays declared which was before, no less and no more: so an attribute that nobody selected is
 * neither given back by the next plan nor taken for one that was declared now. Objects without attributes say nothing here.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"

/* A reference by name needs no referent. */
static int copy_said(struct lw_tree *into, lw_node to, const struct lw_tree *from, lw_node n)
{
	lw_tree_strip(into, to);
	if (lw_tree_copy_content(into, to, from, n))
		return 0;
	return lw_tree_status(into) ? lw_tree_status(into) : -ENOMEM;
}

static int take_unselected(const struct merge *m, struct lw_tree *into)
{
	int r = 0;

	for (lw_node n = 1; n < m->nwant && !r; n++) {
		if (m->part[n] || merge_dead(into, n))
			continue;
		if (m->last_of[n])
			r = copy_said(into, n, m->last, m->last_of[n]);
		else
			lw_tree_strip(into, n);
	}
	return r;
}

/* What only the last one declared, and nobody selected. A parent's handle is smaller than its child's. */
static int take_others(const struct merge *m, struct lw_tree *into, uint32_t *to)
{
	for (lw_node n = 2; n < m->last->nnode; n++) {
		lw_node parent = to[node_at(m->last, n)->parent];

		if (to[n] || !parent || merge_dead(m->last, n) || m->last_picked[n])
			continue;
		to[n] = lw_tree_copy_node(into, parent, m->last, n);
		if (!to[n])
			return lw_tree_status(into) ? lw_tree_status(into) : -ENOMEM;
	}
	return 0;
}

static int take_last(const struct merge *m, struct lw_tree *into)
{
	LW_AUTO_FREE uint32_t *to = NULL; /* by node of last: its counterpart */

	if (!m->last)
		return 0;
	to = lw_calloc(m->last->nnode, sizeof(*to));
	if (!to)
		return -ENOMEM;
	for (lw_node n = 1; n < m->nwant; n++)
		if (!merge_dead(into, n))
			to[m->last_of[n]] = n;
	to[0] = 0;
	return take_others(m, into, to);
}

int lw_merge_take_over(const struct merge *m, struct lw_tree **ret)
{
	struct lw_tree *into = lw_tree_copy(m->want);
	int r = into ? 0 : -ENOMEM;

	if (!r && m->part)
		r = take_unselected(m, into);
	if (!r && m->part)
		r = take_last(m, into);
	if (!r)
		r = lw_tree_status(into);
	if (r < 0) {
		lw_tree_free(into);
		return r;
	}
	*ret = into;
	return 0;
}
