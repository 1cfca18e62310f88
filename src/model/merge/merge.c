/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The goal: what is wanted, plus what is kept of what is there. The only place that knows policies; afterwards nothing is
 * "unlisted" any more, and diff is symmetric.
 *
 * Objects, in the order of the steps below:
 *  - what is declared is in the goal; a port that is declared but not there leaves it, with what is below it;
 *  - at the top, kinds with one word in the file form a group (all HANDLERs, all DEVICE_GROUPs): a group of which the
 *    file names none is left alone, whole;
 *  - an unlisted child of a listed container follows its kind's column `unlisted`;
 *  - modules, ports and what can only be observed are never deleted;
 *  - what a kept node refers to is kept, too.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/check/fold.h"
#include "model/merge/merge.h"
#include "model/merge/merge_internal.h"

static void merge_done(struct merge *m)
{
	for (unsigned i = 0; i < MERGE_SOURCES; i++) {
		free(m->of[i]);
		free(m->to_goal[i]);
	}
	for (size_t i = 0; i < LW_ARRAY_LEN(m->adopted); i++)
		lw_tree_free(m->adopted[i]);
	lw_tree_free(m->goal);
	free(m->last_of);
	free(m->part);
	for (unsigned i = 0; i < MERGE_SOURCES; i++)
		free(m->picked[i]);
	free(m->last_picked);
	free(m->from);
	free(m->names);
}

/* The tree itself when it shares the texts of want, else a copy that does. */
static int sharing(struct merge *m, const struct lw_tree *tree, unsigned slot,
		   const struct lw_tree **ret)
{
	if (tree && tree->strings != m->want->strings) {
		m->adopted[slot] = lw_tree_adopt(tree, m->want);
		if (!m->adopted[slot])
			return -ENOMEM;
		tree = m->adopted[slot];
	}
	*ret = tree;
	return 0;
}

/*
 * By want node, the node of the same path in @tree. A parent's handle is always smaller than its child's. Kinds that are
 * matched by what they refer to are left to lw_merge_matched(), unless @by_name.
 */
static uint32_t *pair(const struct merge *m, const struct lw_tree *tree, bool by_name)
{
	uint32_t *of = lw_calloc(m->nwant, sizeof(*of));

	if (!of || !tree)
		return of;
	of[lw_tree_root(m->want)] = lw_tree_root(tree);
	for (lw_node n = lw_tree_root(m->want) + 1; n < m->nwant; n++) {
		const struct node *node = node_at(m->want, n);

		if (of[node->parent] && (by_name || node_kind(m->want, n)->match == LW_MATCH_KEY))
			of[n] = lw_tree_find_near(tree, of[n - 1] + 1, of[node->parent], node->kind,
						  node->name);
	}
	return of;
}

static int pair_all(struct merge *m)
{
	m->last_of = pair(m, m->last, true);
	if (!m->last_of)
		return -ENOMEM;
	for (unsigned i = 0; i < MERGE_SOURCES; i++) {
		const struct lw_tree *tree = m->source[i];

		m->of[i] = pair(m, tree, false);
		m->to_goal[i] = lw_calloc(tree ? tree->nnode : 1, sizeof(uint32_t));
		if (!m->of[i] || !m->to_goal[i])
			return -ENOMEM;
		for (lw_node n = 1; n < m->nwant; n++)
			if (m->of[i][n] && !merge_dead(m->goal, n))
				m->to_goal[i][m->of[i][n]] = n;
	}
	return 0;
}

static void mark_listed(struct merge *m)
{
	for (lw_node n = 1; n < m->nwant; n++) {
		node_at(m->goal, n)->flags |= LW_NODE_LISTED;
		node_at(m->goal, n)->origin = LW_FROM_DECLARED;
	}
}

void lw_merge_mark_kept(struct merge *m, lw_node goal, enum lw_node_origin origin)
{
	struct node *to = node_at(m->goal, goal);
	unsigned kind_origin = node_kind(m->goal, goal)->origin;

	if (kind_origin == LW_KIND_OBSERVED)
		origin = LW_FROM_OBSERVED;
	else if (kind_origin == LW_KIND_HARDWARE)
		origin = LW_FROM_HARDWARE;
	to->origin = (uint8_t)origin;
	to->flags &= (uint8_t)~LW_NODE_LISTED;
}

static void kept(struct merge *m, lw_node goal, lw_node node, enum merge_source source,
		 enum lw_node_origin origin)
{
	lw_merge_mark_kept(m, goal, origin);
	m->from[goal - m->nwant] = (struct merge_from){ node, source };
	if (goal - m->nwant >= m->nfrom)
		m->nfrom = goal - m->nwant + 1;
}

lw_node lw_merge_keep_one(struct merge *m, enum merge_source source, lw_node node, lw_node parent,
			  enum lw_node_origin origin)
{
	const struct node *from = node_at(m->source[source], node);
	lw_node goal = 0;

	/* Only with an open journal two sources can name the same node. */
	if (m->source[MERGE_JOURNAL])
		goal = lw_tree_find_interned(m->goal, parent, from->kind, from->name);
	if (!goal) {
		if (lw_grow(&m->from, &m->from_cap, (uint64_t)m->goal->nnode - m->nwant + 1,
			    sizeof(*m->from)) < 0)
			return 0;
		goal = lw_tree_copy_node(m->goal, parent, m->source[source], node);
		if (!goal)
			return 0;
		kept(m, goal, node, source, origin);
	}
	m->to_goal[source][node] = goal;
	return goal;
}

lw_node lw_merge_keep(struct merge *m, enum merge_source source, lw_node node, lw_node parent,
		      enum lw_node_origin origin)
{
	const struct lw_tree *tree = m->source[source];
	lw_node top = lw_merge_keep_one(m, source, node, parent, origin);

	for (lw_node n = lw_tree_walk(tree, node, node); top && n; n = lw_tree_walk(tree, node, n))
		if (!m->to_goal[source][n] &&
		    !lw_merge_keep_one(m, source, n, m->to_goal[source][node_at(tree, n)->parent],
				       origin))
			return 0;
	return top;
}

/* What happens to a node that the file does not list though it lists its container. */
enum fate {
	GOES,
	STAYS,	      /* as it is, with all below */
	REPORTED,     /* the same, and said so */
	SWITCHED_OFF, /* the same, but disabled */
	EMPTIED,      /* stays, but what is below follows its own fate */
	PASSED	      /* the same, and its switch is not touched */
};

static enum fate column_fate(const struct lw_kind_spec *kind)
{
	switch ((enum lw_unlisted)kind->unlisted) {
	case LW_UNLISTED_KEEP:
		return STAYS;
	case LW_UNLISTED_REPORT:
		return REPORTED;
	case LW_UNLISTED_DISABLE:
		return SWITCHED_OFF;
	case LW_UNLISTED_DELETE:
		break;
	}
	return GOES;
}

static enum fate fate_of(const struct merge *m, enum merge_source source, lw_node n,
			 bool group_listed)
{
	const struct lw_tree *tree = m->source[source];
	const struct lw_kind_spec *kind = node_kind(tree, n);
	enum fate fate = group_listed ? column_fate(kind) : STAYS;

	if (!merge_is_picked(m, source, n))
		return m->options.prune_all ? PASSED : STAYS;
	if (m->options.no_remove)
		return fate == STAYS ? STAYS : REPORTED;
	/* A port that was made on top of another is like any target that was made. */
	if (kind->origin == LW_KIND_HARDWARE && lw_tree_ours(tree, n))
		return group_listed || m->options.prune_all ? GOES : STAYS;
	switch ((enum lw_kind_origin)kind->origin) {
	case LW_KIND_OBSERVED:
		return STAYS;
	case LW_KIND_MODULE:
		return m->options.prune_all ? EMPTIED : STAYS;
	case LW_KIND_HARDWARE:
		if (m->options.prune_all)
			return EMPTIED;
		return fate == GOES ? STAYS : fate;
	case LW_KIND_OURS:
		break;
	}
	return m->options.prune_all ? GOES : fate;
}

static int switch_off(struct merge *m, lw_node node)
{
	int def = lw_kind_attr_flag(node_kind(m->goal, node), LW_A_ENABLE);
	unsigned count = 0;
	struct attr *attr;

	attr = lw_tree_attr_run(m->goal, node, (uint16_t)def, &count);
	if (!count)
		attr = lw_tree_put(m->goal, node, (uint16_t)def);
	if (!attr)
		return lw_tree_refused(m->goal);
	if (attr->state == LW_ABSENT)
		return 0;
	attr->state = LW_SET;
	attr->src = 0;
	attr->value = lw_tree_intern(m->goal, "0", 1);
	return lw_tree_status(m->goal);
}

static void say(struct merge *m, lw_node node, const char *what)
{
	lw_tree_report(m->goal, node, NULL, m->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s is not declared: %s", node_kind(m->goal, node)->label,
		       tree_text(m->goal, node_at(m->goal, node)->name), what);
}

static int keep_children(struct merge *m, enum merge_source source, lw_node container, lw_node into,
			 const bool *listed);

static bool has_switch(const struct lw_kind_spec *kind)
{
	return lw_kind_attr_flag(kind, LW_A_ENABLE) >= 0;
}

static int keep_unlisted(struct merge *m, enum merge_source source, lw_node node, lw_node into,
			 enum fate fate)
{
	const struct lw_kind_spec *kind = node_kind(m->source[source], node);
	lw_node goal;
	bool first;
	int r = 0;

	if (fate == GOES)
		return 0;
	if (fate == EMPTIED || fate == PASSED)
		goal = lw_merge_keep_one(m, source, node, into, LW_FROM_KEPT);
	else
		goal = lw_merge_keep(m, source, node, into, LW_FROM_KEPT);
	if (!goal)
		return -ENOMEM;
	first = m->from[goal - m->nwant].source ==
		source; /* else the journal's goal has told it already */
	if (fate == REPORTED && first)
		say(m, goal, "it stays as it is");
	if (has_switch(kind) && (fate == SWITCHED_OFF || fate == EMPTIED)) {
		if (first && lw_tree_enabled(m->source[source], node))
			say(m, goal, "it is disabled");
		r = switch_off(m, goal);
	}
	if (!r && fate == EMPTIED)
		r = lw_merge_empty(m, goal, node);
	if (!r && (fate == EMPTIED || fate == PASSED))
		r = keep_children(m, source, node, goal, NULL);
	return r;
}

/*
 * The unlisted children of a listed container. @listed: by kind, whether the file names one of its group; NULL below
 * the top. Of a journal's goal only what was kept then counts: what was declared then is no longer asked for.
 */
static int keep_children(struct merge *m, enum merge_source source, lw_node container, lw_node into,
			 const bool *listed)
{
	const struct lw_tree *tree = m->source[source];
	int r = 0;

	for (lw_node c = node_at(tree, container)->first; c && !r; c = node_at(tree, c)->next) {
		const struct node *child = node_at(tree, c);

		if (source == MERGE_JOURNAL && child->origin != LW_FROM_KEPT)
			continue;
		if (node_kind(tree, c)->match == LW_MATCH_REF && !m->options.prune_all)
			continue; /* lw_merge_matched() */
		if (m->to_goal[source][c] && m->to_goal[source][c] < m->nwant)
			continue;
		r = keep_unlisted(m, source, c, into,
				  fate_of(m, source, c, !listed || listed[child->kind]));
	}
	return r;
}

/* By kind: whether want has a child of the root with the same word. Kinds without a word are groups of their own. */
static void groups_listed(const struct merge *m, bool *listed)
{
	const struct lw_schema *schema = m->want->schema;

	for (lw_node c = node_at(m->want, lw_tree_root(m->want))->first; c;
	     c = node_at(m->want, c)->next)
		listed[node_at(m->want, c)->kind] = true;
	for (unsigned a = 0; a < schema->nkind; a++)
		for (unsigned b = 0; listed[a] && lw_kind(schema, a)->word && b < schema->nkind;
		     b++)
			if (lw_kind(schema, b)->word &&
			    !strcmp(lw_kind(schema, a)->word, lw_kind(schema, b)->word))
				listed[b] = true;
}

static int keep_all(struct merge *m)
{
	bool listed[LW_KIND_MAX] = { false };
	int r = 0;

	groups_listed(m, listed);
	for (unsigned source = 0; source < MERGE_SOURCES; source++)
		for (lw_node n = 1; m->source[source] && n < m->nwant && !r; n++)
			if (m->of[source][n] && !merge_dead(m->goal, n))
				r = keep_children(m, source, m->of[source][n], n,
						  n == lw_tree_root(m->want) ? listed : NULL);
	return r;
}

/* What is kept of what is there, and what each node has of which nothing was said. */
static int complete(struct merge *m)
{
	int r = m->options.no_remove ? lw_merge_yield_names(m) : 0;

	if (!r)
		r = keep_all(m);
	if (!r)
		r = lw_tree_resolve(m->goal);
	m->resolved = m->goal->nnode;
	if (!r)
		r = lw_merge_close(m);
	if (!r && lw_merge_leaves_out(m))
		r = lw_merge_partial(m);
	if (!r)
		r = lw_merge_matched(m);
	if (!r && m->options.no_remove)
		r = lw_merge_yield_refs(m);
	return r ? r : lw_merge_attrs(m);
}

static int merge_steps(struct merge *m)
{
	int r;

	m->goal = lw_tree_copy(m->want);
	if (!m->goal)
		return -ENOMEM;
	m->nwant = m->closed = m->goal->nnode;
	mark_listed(m);
	r = pair_all(m);
	if (!r && m->options.only && *m->options.only)
		r = lw_merge_pick(m);
	if (!r && m->part)
		r = lw_merge_narrow(m);
	if (r < 0)
		return r;
	if (!lw_merge_missing(m))
		return -EINVAL;
	r = complete(m);
	if (!r)
		lw_merge_say_left(m);
	if (!r)
		r = lw_tree_fold(m->goal);
	if (!r && m->part)
		r = lw_merge_keep_orders(m);
	return r ? r : lw_tree_status(m->goal);
}

static bool same_vocabulary(const struct merge *m, const struct lw_tree *have)
{
	const struct lw_tree *const others[] = { have, m->options.journal, m->options.last };

	for (size_t i = 0; i < LW_ARRAY_LEN(others); i++)
		if (others[i] && others[i]->schema != m->want->schema)
			return false;
	return true;
}

static struct merge merge_start(const struct lw_tree *want, const struct lw_merge_options *options,
				struct lw_report *report)
{
	struct merge m = { .options = LW_MERGE_OPTIONS_INIT, .want = want, .report = report };

	if (options)
		memcpy(&m.options, options,
		       options->size < sizeof(m.options) ? options->size : sizeof(m.options));
	return m;
}

static int merge_run(struct merge *m, const struct lw_tree *have, struct lw_tree **ret_declared)
{
	int r = sharing(m, have, 0, &m->source[MERGE_HAVE]);

	if (!r && !m->options.prune_all)
		r = sharing(m, m->options.journal, 1, &m->source[MERGE_JOURNAL]);
	if (!r)
		r = sharing(m, m->options.last, 2, &m->last);
	if (!r)
		r = merge_steps(m);
	if (r == -E2BIG && m->goal)
		lw_tree_report_full(m->goal, m->report);
	return !r && ret_declared ? lw_merge_take_over(m, ret_declared) : r;
}

int lw_merge_declared(const struct lw_tree *want, const struct lw_tree *have,
		      const struct lw_merge_options *options, struct lw_tree **ret_goal,
		      struct lw_tree **ret_declared, struct lw_report *report)
{
	struct merge m;
	int r;

	if (!want || !have || !ret_goal || (options && options->size < sizeof(options->size)))
		return -EINVAL;
	m = merge_start(want, options, report);
	if (!same_vocabulary(&m, have) ||
	    (m.options.no_remove && (m.options.prune_all || m.options.full)))
		return -EINVAL;
	r = merge_run(&m, have, ret_declared);
	if (!r)
		*ret_goal = LW_TAKE(m.goal);
	merge_done(&m);
	return r;
}

int lw_merge(const struct lw_tree *want, const struct lw_tree *have,
	     const struct lw_merge_options *options, struct lw_tree **ret, struct lw_report *report)
{
	return lw_merge_declared(want, have, options, ret, NULL, report);
}

int lw_merge_needed(const struct lw_tree *want, const struct lw_merge_options *options,
		    struct lw_tree **ret)
{
	struct merge m = merge_start(want, options, NULL);
	int r;

	m.goal = lw_tree_copy(want);
	if (!m.goal)
		return -ENOMEM;
	m.nwant = m.goal->nnode;
	r = pair_all(&m);
	if (!r && m.options.only && *m.options.only)
		r = lw_merge_part(&m);
	if (!r)
		*ret = LW_TAKE(m.goal);
	merge_done(&m);
	return r;
}
