/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes that are matched by what they refer to: the numbers of a copy manager's units mean nothing, their devices do. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/merge/merge_internal.h"

static bool matched(const struct lw_tree *tree, lw_node n)
{
	return node_kind(tree, n)->match == LW_MATCH_REF;
}

/* Highest number among the children of this kind; names that are no numbers do not count. */
static uint64_t highest(const struct lw_tree *tree, lw_node container, unsigned kind)
{
	uint64_t high = 0, number;

	for (lw_node c = node_at(tree, container)->first; c; c = node_at(tree, c)->next) {
		const char *name = tree_text(tree, node_at(tree, c)->name);

		if (node_at(tree, c)->kind == kind &&
		    lw_parse_u64(name, strlen(name), LW_NUM_DEC, &number) && number > high)
			high = number;
	}
	return high;
}

/* A declared node has the name that another one needs: it takes a free number for now, because its own means nothing. */
static int give_way(struct merge *m, lw_node declared, enum merge_source source, lw_node container)
{
	unsigned kind = node_at(m->goal, declared)->kind;
	uint64_t theirs = highest(m->source[source], container, kind);
	uint64_t ours = highest(m->goal, node_at(m->goal, declared)->parent, kind);
	char text[24];
	uint32_t name;
	int len;

	len = snprintf(text, sizeof(text), "%" PRIu64, (ours > theirs ? ours : theirs) + 1);
	name = lw_tree_intern(m->goal, text, (size_t)len);
	return lw_tree_status(m->goal) ? -ENOMEM : lw_tree_rename(m->goal, declared, name);
}

/* By goal node: the child of the container at hand that refers to it; right only where its parent is that container. */
static void serve(const struct lw_tree *goal, lw_node container, uint32_t *served)
{
	for (lw_node c = node_at(goal, container)->first; c; c = node_at(goal, c)->next)
		if (matched(goal, c) && lw_node_ref(goal, c))
			served[node_at(goal, c)->ref] = c;
}

static int keep_matched(struct merge *m, enum merge_source source, lw_node node, lw_node into,
			uint32_t *served)
{
	const struct lw_tree *tree = m->source[source];
	const struct node *from = node_at(tree, node);
	lw_node to = lw_merge_counterpart(m, source, from->ref);
	lw_node namesake = lw_tree_find_interned(m->goal, into, from->kind, from->name);
	lw_node goal;
	int r = 0;

	if (namesake >= m->nwant)
		return 0; /* kept from the journal */
	if (namesake)
		r = give_way(m, namesake, source, from->parent);
	if (r < 0)
		return r;
	goal = lw_merge_keep(m, source, node, into, LW_FROM_KEPT);
	if (!goal)
		return -ENOMEM;
	lw_tree_refer(m->goal, goal, to);
	served[to] = goal; /* a second one for the same would be a duplicate */
	return 0;
}

/* The declared node is that node of the source: it takes its name, so that whoever compares names sees it, too. */
static int take_name(struct merge *m, enum merge_source source, lw_node declared, lw_node node)
{
	const struct node *there = node_at(m->source[source], node);
	lw_node namesake;
	int r = 0;

	m->of[source][declared] = node;
	m->to_goal[source][node] = declared;
	if (node_at(m->goal, declared)->name == there->name)
		return 0;
	namesake = lw_tree_find_interned(m->goal, node_at(m->goal, declared)->parent, there->kind,
					 there->name);
	if (namesake)
		r = give_way(m, namesake, source, there->parent);
	return r ? r : lw_tree_rename(m->goal, declared, there->name);
}

/* @exact: only pairs that have the name in common, too: they come first. */
static int match_children(struct merge *m, enum merge_source source, lw_node container,
			  uint32_t *served, bool exact)
{
	const struct lw_tree *tree = m->source[source];
	int r = 0;

	for (lw_node c = node_at(tree, m->of[source][container])->first; c && !r;
	     c = node_at(tree, c)->next) {
		lw_node ref = matched(tree, c) && !m->to_goal[source][c] ? lw_node_ref(tree, c) : 0;
		lw_node to = ref ? lw_merge_counterpart(m, source, ref) : 0;
		lw_node by = to ? served[to] : 0;

		if (!to || (source == MERGE_JOURNAL && node_at(tree, c)->origin != LW_FROM_KEPT))
			continue;
		if (by && node_at(m->goal, by)->parent == container) {
			bool same = node_at(m->goal, by)->name == node_at(tree, c)->name;

			if (by < m->nwant && !m->of[source][by] && (same || !exact))
				r = take_name(m, source, by, c);
		} else if (!exact && node_kind(tree, c)->unlisted != LW_UNLISTED_DELETE) {
			r = keep_matched(m, source, c, container, served);
		}
	}
	return r;
}

static int match_container(struct merge *m, enum merge_source source, lw_node container,
			   uint32_t *served)
{
	int r;

	serve(m->goal, container, served);
	r = match_children(m, source, container, served, true);
	return r ? r : match_children(m, source, container, served, false);
}

static void note_names(const struct merge *m)
{
	for (lw_node n = 1; n < m->nwant; n++) {
		if (!matched(m->goal, n) || merge_dead(m->goal, n) ||
		    node_at(m->goal, n)->name == node_at(m->want, n)->name)
			continue;
		lw_tree_report(m->goal, n, NULL, m->report, LW_NOTE, LW_CODE_NONE, NULL,
			       "%s %s: what it refers to has number %s there, and keeps it",
			       node_kind(m->goal, n)->label,
			       tree_text(m->want, node_at(m->want, n)->name),
			       tree_text(m->goal, node_at(m->goal, n)->name));
	}
}

/* Shadows of what is not in the goal go with it. */
static void drop_shadows(struct merge *m)
{
	for (lw_node n = m->nwant; n < m->goal->nnode; n++) {
		const struct merge_from from = m->from[n - m->nwant];
		const struct node *node = node_at(m->source[from.source], from.node);
		lw_node to;

		if (merge_dead(m->goal, n) || !node->ref || node->flags & LW_NODE_UNRESOLVED)
			continue;
		to = lw_merge_counterpart(m, from.source, node->ref);
		if (to)
			lw_tree_refer(m->goal, n, to);
		else if (matched(m->goal, n))
			lw_tree_remove(m->goal, n);
		else
			lw_tree_refer(m->goal, n, 0);
	}
}

int lw_merge_matched(struct merge *m)
{
	const struct lw_schema *schema = m->goal->schema;
	uint64_t containers = 0;
	LW_AUTO_FREE uint32_t *served = lw_calloc(m->goal->nnode, sizeof(*served));
	int r = 0;

	if (!served)
		return -ENOMEM;
	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind(schema, k)->match == LW_MATCH_REF)
			containers |= lw_kind(schema, k)->parents;
	for (unsigned source = 0; source < MERGE_SOURCES; source++)
		for (lw_node n = 1; m->source[source] && n < m->nwant && !r; n++)
			if (lw_kind_in(containers, node_at(m->goal, n)->kind) && m->of[source][n] &&
			    !merge_dead(m->goal, n) && !m->options.prune_all)
				r = match_container(m, source, n, served);
	if (r)
		return r;
	drop_shadows(m);
	note_names(m);
	return 0;
}
