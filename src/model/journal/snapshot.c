/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The snapshot of a plan. Nodes are marked first, then copied in order of their handles, which is the order of siblings
 * and puts parents first.
 */
#include "model/journal/snapshot.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"

enum {
	MARK_CONTEXT = 1 << 0,
	MARK_TOUCHED = 1 << 1,
	MARK_GOES = 1 << 2, /* with all below */
	MARK_ORDER = 1 << 3 /* children whose order counts are context, all of them */
};

enum { APPEARS = 1, MADE };

struct maker {
	const struct lw_plan *plan;
	struct lw_tree *tree;
	uint8_t *mark;	     /* by have node */
	uint32_t *copy;	     /* by have node: the snapshot's */
	uint8_t *made;	     /* by goal node: MADE by an operation, or APPEARS */
	uint32_t *have_of;   /* by goal node */
	uint32_t *made_copy; /* by goal node: the snapshot's */
};

static bool counts_order(const struct lw_tree *tree, lw_node n)
{
	return node_kind(tree, n)->order == LW_ORDER_SIGNIFICANT;
}

/* Ancestors that no operation makes are there when their module is loaded, and stay: their names only. */
static void mark_made(struct maker *m, lw_node goal)
{
	const struct lw_tree *tree = m->plan->goal;
	lw_node parent = node_at(tree, goal)->parent;

	m->made[goal] = MADE;
	for (; parent && !m->have_of[parent]; parent = node_at(tree, parent)->parent)
		if (!m->made[parent])
			m->made[parent] = APPEARS;
	m->mark[m->have_of[parent]] |= MARK_CONTEXT;
	parent = m->have_of[node_at(tree, goal)->parent];
	if (parent)
		m->mark[parent] |=
			counts_order(tree, goal) ? MARK_CONTEXT | MARK_ORDER : MARK_CONTEXT;
}

/* What follows a path is not as it was before, though no operation is about it. */
static int mark_moved(void *arg, lw_node have)
{
	struct maker *m = arg;

	m->mark[have] |= MARK_TOUCHED;
	return 0;
}

static void mark_op(struct maker *m, const struct op *op)
{
	if (op->verb == LW_FENCE || op->verb == LW_SETTLE)
		return;
	(void)lw_plan_each_moved(m->plan, op, mark_moved, m);
	if (op->have)
		m->mark[op->have] |=
			op->verb == LW_DELETE ? MARK_TOUCHED | MARK_GOES : MARK_TOUCHED;
	if ((op->verb == LW_CREATE || op->verb == LW_MOVE) && op->goal && !m->have_of[op->goal])
		mark_made(m, op->goal);
}

static void mark_all(struct maker *m)
{
	const struct lw_tree *have = m->plan->have;

	for (uint32_t i = 0; i < m->plan->nop; i++)
		mark_op(m, &m->plan->ops[i]);
	/* What is below a node that goes, goes. */
	for (lw_node n = 2; n < have->nnode; n++)
		if (m->mark[node_at(have, n)->parent] & MARK_GOES &&
		    node_kind(have, n)->origin != LW_KIND_OBSERVED &&
		    !(node_at(have, n)->flags & LW_NODE_DEAD))
			m->mark[n] |= MARK_TOUCHED | MARK_GOES;
	/* Upwards: from the last handle on, parents come after their children. */
	for (lw_node n = have->nnode - 1; n > 1; n--) {
		lw_node parent = node_at(have, n)->parent;

		if (m->mark[n])
			m->mark[parent] |= MARK_CONTEXT;
		/* One sibling alone would tell a wrong place. */
		if (m->mark[n] && counts_order(have, n))
			m->mark[parent] |= MARK_ORDER;
	}
	for (lw_node n = 2; n < have->nnode; n++)
		if (m->mark[node_at(have, n)->parent] & MARK_ORDER && counts_order(have, n) &&
		    !(node_at(have, n)->flags & LW_NODE_DEAD))
			m->mark[n] |= MARK_CONTEXT;
}

static int copy_root(struct maker *m)
{
	const struct lw_tree *have = m->plan->have;
	const struct node *root = node_at(have, 1);

	for (unsigned i = 0; m->mark[1] & MARK_TOUCHED && i < root->nattr; i++) {
		struct attr from = have->attrs[root->attrs + i];
		const char *name = lw_tree_attr_name(have, root->kind, from.def);
		struct attr *to;

		from.def = lw_tree_attr_def(m->tree, root->kind, name, strlen(name));
		to = from.def == UINT16_MAX ? NULL : lw_tree_put(m->tree, 1, from.def);
		if (!to)
			return lw_tree_refused(m->tree);
		*to = from;
	}
	node_at(m->tree, 1)->depth = m->mark[1] & MARK_TOUCHED ? root->depth : LW_DEPTH_NAME;
	node_at(m->tree, 1)->origin = m->mark[1] & MARK_TOUCHED ? LW_FROM_DECLARED : LW_FROM_KEPT;
	m->copy[1] = 1;
	return 0;
}

/* A node of which only the name is told. */
static lw_node add_name(struct maker *m, lw_node parent, const struct node *from, uint8_t flags)
{
	lw_node n = lw_tree_add_interned(m->tree, parent, from->kind, from->name);

	if (n) {
		node_at(m->tree, n)->depth = LW_DEPTH_NAME;
		node_at(m->tree, n)->origin = LW_FROM_KEPT;
		node_at(m->tree, n)->flags |= flags;
	}
	return n;
}

static void mark_copy(struct node *copy, uint8_t origin)
{
	copy->origin = LW_FROM_DECLARED;
	if (origin == LW_FROM_OBSERVED)
		copy->flags |= LW_NODE_SHOWN;
}

static int copy_have(struct maker *m)
{
	const struct lw_tree *have = m->plan->have;

	for (lw_node n = 2; n < have->nnode; n++) {
		const struct node *node = node_at(have, n);
		lw_node parent = m->copy[node->parent];

		if (!m->mark[n])
			continue;
		if (m->mark[n] & MARK_TOUCHED) {
			m->copy[n] = lw_tree_copy_node(m->tree, parent, have, n);
			if (m->copy[n])
				mark_copy(node_at(m->tree, m->copy[n]), node->origin);
		} else {
			m->copy[n] = add_name(m, parent, node, node->flags & LW_NODE_ORDER_UNKNOWN);
		}
		if (!m->copy[n])
			return -ENOMEM;
	}
	return 0;
}

/* What is matched by what it refers to is told by that; its name may be another by then. */
static int tell_referent(struct maker *m, lw_node g, lw_node made)
{
	const struct lw_tree *goal = m->plan->goal;
	lw_node to = node_kind(goal, g)->match == LW_MATCH_REF ? lw_node_ref(goal, g) : 0;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (!to)
		return 0;
	lw_tree_path(goal, to, &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	lw_tree_refer_name(m->tree, made, path.data, path.len);
	return 0;
}

static int copy_made(struct maker *m)
{
	const struct lw_tree *goal = m->plan->goal;

	for (lw_node g = 2; g < goal->nnode; g++) {
		const struct node *node = node_at(goal, g);
		lw_node above = m->have_of[node->parent];
		lw_node parent = above ? m->copy[above] : m->made_copy[node->parent];

		if (!m->made[g] || !parent)
			continue;
		m->made_copy[g] =
			add_name(m, parent, node, m->made[g] == MADE ? LW_NODE_TEMPORARY : 0);
		if (!m->made_copy[g] || tell_referent(m, g, m->made_copy[g]) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int run(struct maker *m)
{
	const struct lw_plan *plan = m->plan;
	int r;

	m->tree = lw_tree_new_sharing(plan->have->schema, plan->have);
	m->mark = lw_calloc(plan->have->nnode, 1);
	m->copy = lw_calloc(plan->have->nnode, sizeof(*m->copy));
	m->made = lw_calloc(plan->goal->nnode, 1);
	m->have_of = lw_calloc(plan->goal->nnode, sizeof(*m->have_of));
	m->made_copy = lw_calloc(plan->goal->nnode, sizeof(*m->made_copy));
	if (!m->tree || !m->mark || !m->copy || !m->made || !m->have_of || !m->made_copy)
		return -ENOMEM;
	for (lw_node n = 1; n < plan->have->nnode; n++)
		m->have_of[plan->counterpart[n]] = n;
	m->have_of[0] = 0;
	mark_all(m);
	r = copy_root(m);
	if (!r)
		r = copy_have(m);
	if (!r)
		r = copy_made(m);
	if (!r)
		r = lw_tree_resolve(m->tree);
	return r ? r : lw_tree_status(m->tree);
}

int lw_snapshot_make(const struct lw_plan *plan, struct lw_tree **ret)
{
	struct maker m = { .plan = plan };
	int r = run(&m);

	free(m.mark);
	free(m.copy);
	free(m.made);
	free(m.have_of);
	free(m.made_copy);
	if (r < 0) {
		lw_tree_free(m.tree);
		return -ENOMEM;
	}
	*ret = m.tree;
	return 0;
}
