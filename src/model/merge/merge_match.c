/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Nodes that are matched by what they refer to: the numbers of a copy manager's units mean nothing, unless they are
 * declared; their devices do. Who is not listed makes room for who is.
 */
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

/* A container whose children are matched with those of one source. */
struct container {
	struct merge *m;
	enum merge_source source;
	lw_node node;
	uint32_t *
		served; /* by goal node: the child that refers to it; right only where its parent is this container */
	uint64_t first,
		next; /* free numbers: the first that was given for now, and the next; 0: none yet */
};

/* False when the name is no number. */
static bool number_of(const struct lw_tree *tree, lw_node n, uint64_t *ret)
{
	const char *name = tree_text(tree, node_at(tree, n)->name);

	return lw_parse_u64(name, strlen(name), LW_NUM_DEC, ret);
}

static uint64_t highest(const struct lw_tree *tree, lw_node container)
{
	uint64_t high = 0, number;

	for (lw_node c = node_at(tree, container)->first; c; c = node_at(tree, c)->next)
		if (matched(tree, c) && number_of(tree, c, &number) && number > high)
			high = number;
	return high;
}

/* 0, -EEXIST, -ENOMEM. */
static int renumber(struct merge *m, lw_node n, uint64_t number)
{
	char text[24];
	int len = snprintf(text, sizeof(text), "%" PRIu64, number);
	uint32_t name = lw_tree_intern(m->goal, text, (size_t)len);

	return lw_tree_status(m->goal) ? -ENOMEM : lw_tree_rename(m->goal, n, name);
}

/* A node has the name that another one needs: it takes a free number. */
static int give_way(struct container *c, lw_node node)
{
	if (!c->next) {
		struct merge *m = c->m;
		uint64_t ours = highest(m->goal, c->node);
		uint64_t theirs = highest(m->source[c->source], m->of[c->source][c->node]);

		c->first = c->next = (ours > theirs ? ours : theirs) + 1;
	}
	return renumber(c->m, node, c->next++);
}

/* Most of those that gave way have found their own by now; the numbers of the others close up. */
static int close_up(struct container *c)
{
	const struct lw_tree *goal = c->m->goal;
	uint64_t free_number = c->first, number;

	for (lw_node n = c->next ? node_at(goal, c->node)->first : 0; n;
	     n = node_at(goal, n)->next) {
		int r;

		if (!matched(goal, n) || !number_of(goal, n, &number) || number < c->first)
			continue;
		do {
			r = renumber(c->m, n, free_number++);
		} while (r == -EEXIST);
		if (r < 0)
			return r;
	}
	return 0;
}

static void serve(struct container *c)
{
	const struct lw_tree *goal = c->m->goal;

	for (lw_node n = node_at(goal, c->node)->first; n; n = node_at(goal, n)->next)
		if (matched(goal, n) && lw_node_ref(goal, n))
			c->served[node_at(goal, n)->ref] = n;
}

/* Two of one name stand for a moment: the kept one, and the declared one, which has another name so long. */
static int swap_names(struct container *c, lw_node kept, lw_node declared)
{
	uint32_t name = node_at(c->m->goal, kept)->name;
	int r = give_way(c, kept);

	return r ? r : lw_tree_rename(c->m->goal, declared, name);
}

static int keep_matched(struct container *c, lw_node node)
{
	struct merge *m = c->m;
	const struct node *from = node_at(m->source[c->source], node);
	lw_node to = lw_merge_counterpart(m, c->source, from->ref);
	lw_node namesake = lw_tree_find_interned(m->goal, c->node, from->kind, from->name);
	lw_node goal;
	int r = 0;

	if (namesake >= m->nwant)
		return 0; /* kept from the journal */
	if (namesake)
		r = give_way(c, namesake);
	if (r < 0)
		return r;
	goal = lw_merge_keep(m, c->source, node, c->node, LW_FROM_KEPT);
	if (!goal)
		return -ENOMEM;
	lw_tree_refer(m->goal, goal, to);
	c->served[to] = goal; /* a second one for the same would be a duplicate */
	return namesake && !m->options.no_remove ? swap_names(c, goal, namesake) : 0;
}

/*
 * The declared node is that node of the source. Its name is what was declared; where nothing may be taken away, it is the name
 * that it has.
 */
static int take_name(struct container *c, lw_node declared, lw_node node)
{
	struct merge *m = c->m;
	const struct node *there = node_at(m->source[c->source], node);
	lw_node namesake;
	int r = 0;

	m->of[c->source][declared] = node;
	m->to_goal[c->source][node] = declared;
	if (node_at(m->goal, declared)->name == there->name || !m->options.no_remove)
		return 0;
	namesake = lw_tree_find_interned(m->goal, c->node, there->kind, there->name);
	if (namesake)
		r = give_way(c, namesake);
	return r ? r : lw_tree_rename(m->goal, declared, there->name);
}

/* @exact: only pairs that have the name in common, too: they come first. */
static int match_children(struct container *into, bool exact)
{
	struct merge *m = into->m;
	enum merge_source source = into->source;
	const struct lw_tree *tree = m->source[source];
	int r = 0;

	for (lw_node c = node_at(tree, m->of[source][into->node])->first; c && !r;
	     c = node_at(tree, c)->next) {
		lw_node ref = matched(tree, c) && !m->to_goal[source][c] ? lw_node_ref(tree, c) : 0;
		lw_node to = ref ? lw_merge_counterpart(m, source, ref) : 0;
		lw_node by = to ? into->served[to] : 0;

		if (!to || (source == MERGE_JOURNAL && node_at(tree, c)->origin != LW_FROM_KEPT))
			continue;
		if (by && node_at(m->goal, by)->parent == into->node) {
			bool same = node_at(m->goal, by)->name == node_at(tree, c)->name;

			if (by < m->nwant && !m->of[source][by] && (same || !exact))
				r = take_name(into, by, c);
		} else if (!exact && (m->options.no_remove || !merge_is_picked(m, source, c) ||
				      node_kind(tree, c)->unlisted != LW_UNLISTED_DELETE)) {
			r = keep_matched(into, c);
		}
	}
	return r;
}

static int match_container(struct container *c)
{
	int r;

	serve(c);
	r = match_children(c, true);
	if (!r)
		r = match_children(c, false);
	return r ? r : close_up(c);
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
				r = match_container(
					&(struct container){ m, source, n, served, 0, 0 });
	if (r)
		return r;
	drop_shadows(m);
	note_names(m);
	return 0;
}
