/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a kept node refers to is kept, too: else deleting a device would silently empty a target that nobody wanted to
 * touch. It is kept whole, as it is: an object of which half the children go is not kept. Of its ancestors only the
 * nodes come along.
 *
 * Two sorts of referrers keep nothing. Those matched by their referent are its shadow (a copy manager makes a unit for
 * each device by itself): they go with it. And what is only observed, a session, does not hold the group it was sorted
 * into.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"

static bool holds_nothing(const struct lw_kind_spec *kind)
{
	return kind->match == LW_MATCH_REF || kind->origin == LW_KIND_OBSERVED;
}

lw_node lw_merge_counterpart(struct merge *m, enum merge_source source, lw_node node)
{
	const struct node *at = node_at(m->source[source], node);
	uint32_t *known = &m->to_goal[source][node];
	lw_node parent;

	/* Without a journal there is one source, and every node that was kept or listed is in the array. */
	if (*known || !m->source[MERGE_JOURNAL] || !at->parent)
		return *known;
	parent = lw_merge_counterpart(m, source, at->parent);
	if (parent)
		*known = lw_tree_find_interned(m->goal, parent, at->kind, at->name);
	return *known;
}

/* The goal's node for an ancestor of something that is kept. */
static lw_node ancestor(struct merge *m, enum merge_source source, lw_node node)
{
	lw_node goal = lw_merge_counterpart(m, source, node);
	lw_node parent;

	if (goal)
		return goal;
	parent = ancestor(m, source, node_at(m->source[source], node)->parent);
	return parent ? lw_merge_keep_one(m, source, node, parent, LW_FROM_REFERENCE) : 0;
}

/* Keeps @node of the source, because @referrer of the goal refers to it. Returns the goal's node, 0 when memory is short. */
static lw_node keep_referent(struct merge *m, enum merge_source source, lw_node node,
			     lw_node referrer)
{
	lw_node parent = ancestor(m, source, node_at(m->source[source], node)->parent);
	lw_node goal = parent ? lw_merge_keep(m, source, node, parent, LW_FROM_REFERENCE) : 0;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (!goal || !m->report)
		return goal;
	lw_tree_path(m->goal, referrer, &path);
	lw_tree_report(m->goal, goal, NULL, m->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s is not declared; it is kept, because %s refers to it",
		       node_kind(m->goal, goal)->label,
		       tree_text(m->goal, node_at(m->goal, goal)->name), lw_str_text(&path));
	return goal;
}

static int compare_names(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* (name, node) of all nodes of have, sorted. */
static int index_names(struct merge *m)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];

	if (m->names)
		return 0;
	m->names = lw_calloc(have->nnode, sizeof(*m->names));
	if (!m->names)
		return -ENOMEM;
	for (lw_node n = 1; n < have->nnode; n++)
		if (!merge_dead(have, n))
			m->names[m->nnames++] = (uint64_t)node_at(have, n)->name << 32 | n;
	qsort(m->names, m->nnames, sizeof(*m->names), compare_names);
	return 0;
}

/* The one node of have that a node of kind @kind may refer to by @name; 0 if there is none, or more. */
static lw_node find_name(const struct merge *m, const struct lw_kind_spec *kind, uint32_t name)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	uint32_t low = 0, high = m->nnames;
	lw_node found = 0;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (m->names[middle] >> 32 < name)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < m->nnames && m->names[low] >> 32 == name; low++) {
		lw_node node = (lw_node)m->names[low];

		if (!lw_kind_in(kind->ref_kinds, node_at(have, node)->kind))
			continue;
		if (found)
			return 0;
		found = node;
	}
	return found;
}

/* A declared node may refer to what the file does not declare, if it is there. */
static int close_declared(struct merge *m, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	lw_node to, known;
	int r;

	if (!(node_at(m->goal, n)->flags & LW_NODE_UNRESOLVED) || merge_dead(m->goal, n) ||
	    kind->flags & (LW_K_REF_OPTIONAL | LW_K_REF_LOCAL))
		return 0;
	to = lw_tree_find_path(m->source[MERGE_HAVE], tree_text(m->goal, node_at(m->goal, n)->ref));
	if (!to || !lw_kind_in(kind->ref_kinds, node_at(m->source[MERGE_HAVE], to)->kind)) {
		r = index_names(m);
		if (r < 0)
			return r;
		to = find_name(m, kind, node_at(m->goal, n)->ref);
	}
	if (!to)
		return 0; /* a mistake, or an ambiguity: check says so */
	known = lw_merge_counterpart(m, MERGE_HAVE, to);
	if (known && known < m->resolved)
		return 0; /* resolving has seen it, and saw more than one */
	to = known ? known : keep_referent(m, MERGE_HAVE, to, n);
	if (!to)
		return -ENOMEM;
	lw_tree_refer(m->goal, n, to);
	return 0;
}

static int close_kept(struct merge *m, lw_node n, const struct merge_from from)
{
	const struct node *node = node_at(m->source[from.source], from.node);
	lw_node to;

	if (merge_dead(m->goal, n) || !node->ref || node->flags & LW_NODE_UNRESOLVED)
		return 0;
	to = lw_merge_counterpart(m, from.source, node->ref);
	if (!to && holds_nothing(node_kind(m->goal, n)))
		return 0;
	if (!to)
		to = keep_referent(m, from.source, node->ref, n);
	if (!to)
		return -ENOMEM;
	lw_tree_refer(m->goal, n, to);
	return 0;
}

/* What is not selected is kept, though the file has it, too. */
static int close_wanted(struct merge *m, lw_node n)
{
	const struct merge_from from = { m->of[MERGE_HAVE][n], MERGE_HAVE };

	return merge_is_part(m, n) ? close_declared(m, n) : from.node ? close_kept(m, n, from) : 0;
}

int lw_merge_close(struct merge *m)
{
	int r = 0;

	/* What was there when names were resolved need not be tried by name again. */
	if (m->closed == m->nwant)
		for (lw_node n = 1; n < m->nwant && !r; n++)
			r = close_wanted(m, n);
	for (; m->closed < m->goal->nnode && !r; m->closed++)
		r = close_kept(m, m->closed, m->from[m->closed - m->nwant]);
	return r;
}

/* Keeps what is there in the place of @n, which has left the goal; nothing if that is kept already. */
static int stay(struct merge *m, lw_node n)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	lw_node there = m->of[MERGE_HAVE][n];
	lw_node parent = node_at(m->goal, n)->parent;
	lw_node now = m->to_goal[MERGE_HAVE][there];

	if (!there || merge_dead(m->goal, parent) || (now && !merge_dead(m->goal, now)))
		return 0;
	for (lw_node c = there; c; c = lw_tree_walk(have, there, c))
		m->to_goal[MERGE_HAVE][c] = 0;
	return lw_merge_keep(m, MERGE_HAVE, there, parent, LW_FROM_KEPT) ? 0 : -ENOMEM;
}

/* Whether what a node refers to is not there, or has left the goal: then the node leaves it, too. */
static bool lacks_referent(const struct merge *m, lw_node n)
{
	const struct node *node = node_at(m->goal, n);

	if (node->flags & LW_NODE_UNRESOLVED)
		return m->options.partial && !(node_kind(m->goal, n)->flags & LW_K_REF_OPTIONAL);
	return node->ref && merge_dead(m->goal, node->ref);
}

static int leave_out(struct merge *m, lw_node n)
{
	const struct node *node = node_at(m->goal, n);
	uint32_t name =
		node->flags & LW_NODE_UNRESOLVED ? node->ref : node_at(m->goal, node->ref)->name;

	lw_tree_report(m->goal, n, NULL, m->report, LW_WARNING, LW_CODE_PARTIAL, NULL,
		       "%s %s refers to %s, which is missing: it is left out%s",
		       node_kind(m->goal, n)->label, tree_text(m->goal, node->name),
		       tree_text(m->goal, name),
		       m->of[MERGE_HAVE][n] ? ", and what is there in its place stays as it is"
					    : "");
	lw_tree_remove(m->goal, n);
	return stay(m, n);
}

int lw_merge_partial(struct merge *m)
{
	bool again = true;
	int r = 0;

	/* What was taken out of want, because it cannot be made, was declared all the same: nothing is deleted for it. */
	for (lw_node n = 1; n < m->nwant && !r; n++)
		if (merge_dead(m->want, n))
			r = stay(m, n);
	/* As many rounds as references follow each other: two or three. */
	while (again && !r) {
		again = false;
		for (lw_node n = 1; n < m->nwant && !r; n++)
			if (!merge_dead(m->goal, n) && lacks_referent(m, n)) {
				r = leave_out(m, n);
				again = true;
			}
	}
	return r ? r : lw_merge_close(m);
}
