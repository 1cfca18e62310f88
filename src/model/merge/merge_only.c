/* SPDX-License-Identifier: Apache-2.0 */
/*
 * With the option `only` a part of the configuration is wanted, and the rest stays as it is. What is not selected takes the
 * shape of what is there, or leaves the goal; so every later step sees a configuration that wants no change of it.
 *
 * What comes along with the selected though nobody named it:
 *  - what does not exist yet and a selected object lies in or refers to, alone; but a group that is made for an initiator
 *    has its LUNs: else who is sorted into it would lose all;
 *  - all below what this plan switches on: it is never on with fewer restrictions than the file demands.
 *
 * The file's order among siblings counts only where all of them are selected (merge_order.c).
 */
#include <errno.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"

/* Nodes of want that are part of it and have not been looked at yet. */
struct queue {
	struct merge *m;
	uint32_t *node, first, end;
};

static void join(struct queue *q, lw_node n, enum merge_part part)
{
	q->m->part[n] = (uint8_t)part;
	q->node[q->end++] = n;
}

static void say_along(const struct merge *m, lw_node n, lw_node by, const char *why)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (!m->report)
		return;
	lw_tree_path(m->want, by, &path);
	lw_tree_report(m->want, n, NULL, m->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s is not selected; it comes along, because %s %s",
		       node_kind(m->want, n)->label, tree_text(m->want, node_at(m->want, n)->name),
		       lw_str_text(&path), why);
}

/* What a part of the configuration cannot be without. */
static void need(struct queue *q, lw_node n, lw_node by, const char *why)
{
	const struct merge *m = q->m;

	if (!n || m->part[n] || m->of[MERGE_HAVE][n] || merge_dead(m->want, n))
		return;
	say_along(m, n, by, why);
	join(q, n, PART_ALONG);
}

static void need_grants(struct queue *q, lw_node matcher)
{
	const struct merge *m = q->m;
	lw_node container = node_at(m->want, matcher)->parent;

	if (!(node_kind(m->want, matcher)->access & LW_ROLE_MATCHER) ||
	    m->of[MERGE_HAVE][container])
		return;
	for (lw_node c = node_at(m->want, container)->first; c; c = node_at(m->want, c)->next)
		if (node_kind(m->want, c)->access & LW_ROLE_GRANT)
			need(q, c, matcher, "shall see it");
}

static bool is_switched_on(const struct merge *m, lw_node n)
{
	lw_node there = m->of[MERGE_HAVE][n];

	return lw_kind_attr_flag(node_kind(m->want, n), LW_A_ENABLE) >= 0 &&
	       lw_tree_enabled(m->want, n) &&
	       !(there && lw_tree_enabled(m->source[MERGE_HAVE], there));
}

static bool pick_below(const struct lw_tree *tree, lw_node top, uint8_t *picked)
{
	bool more = false;

	for (lw_node n = lw_tree_walk(tree, top, top); n; n = lw_tree_walk(tree, top, n)) {
		more |= !picked[n];
		picked[n] = PART_BELOW;
	}
	return more;
}

static void bring_all_below(struct queue *q, lw_node top)
{
	struct merge *m = q->m;
	bool more = false;

	for (lw_node n = lw_tree_walk(m->want, top, top); n; n = lw_tree_walk(m->want, top, n))
		if (!m->part[n]) {
			join(q, n, PART_BELOW);
			more = true;
		}
	for (unsigned i = 0; i < MERGE_SOURCES; i++)
		if (m->of[i][top])
			more |= pick_below(m->source[i], m->of[i][top], m->picked[i]);
	if (m->last_of[top])
		pick_below(m->last, m->last_of[top], m->last_picked);
	if (more)
		lw_tree_report(m->want, top, NULL, m->report, LW_NOTE, LW_CODE_NONE, NULL,
			       "%s %s is switched on: all below comes along",
			       node_kind(m->want, top)->label,
			       tree_text(m->want, node_at(m->want, top)->name));
}

static int close_part(struct merge *m)
{
	LW_AUTO_FREE uint32_t *nodes = lw_calloc(m->nwant, sizeof(*nodes));
	struct queue q = { m, nodes, 0, 0 };

	if (!nodes)
		return -ENOMEM;
	for (lw_node n = 1; n < m->nwant; n++)
		if (m->part[n] && !merge_dead(m->want, n))
			join(&q, n, m->part[n]);
	while (q.first < q.end) {
		lw_node n = q.node[q.first++];

		need(&q, node_at(m->want, n)->parent, n, "lies in it");
		need(&q, lw_node_ref(m->want, n), n, "refers to it");
		need_grants(&q, n);
		if (is_switched_on(m, n))
			bring_all_below(&q, n);
	}
	return 0;
}

/* The goal's node becomes what is there. */
static int stand(struct merge *m, lw_node n)
{
	lw_tree_strip(m->goal, n);
	if (!lw_tree_copy_content(m->goal, n, m->source[MERGE_HAVE], m->of[MERGE_HAVE][n]))
		return lw_tree_status(m->goal) ? lw_tree_status(m->goal) : -ENOMEM;
	lw_merge_mark_kept(m, n, LW_FROM_KEPT);
	return 0;
}

int lw_merge_narrow(struct merge *m)
{
	int r = close_part(m);

	for (lw_node n = 1; n < m->nwant && !r; n++) {
		if (m->part[n] || merge_dead(m->goal, n))
			continue;
		if (m->of[MERGE_HAVE][n])
			r = stand(m, n);
		else
			lw_tree_remove(m->goal, n);
	}
	return r;
}

int lw_merge_part(struct merge *m)
{
	int r = lw_merge_pick(m);

	if (!r)
		r = close_part(m);
	for (lw_node n = 2; n < m->nwant && !r; n++)
		if (!m->part[n])
			lw_tree_remove(m->goal, n);
	return r;
}
