/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sessions are nodes below their export, which refer to the set of units that they see: a container, or the export for its own
 * set. The scope of an operation says where to look: those that see the set, all of the export, those of the exports of
 * whatever refers to the node, or everybody.
 */
#include "model/plan/sessions.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

struct visit {
	const struct lw_plan *plan;
	bool (*each)(lw_node session, void *arg);
	void *arg;
	bool stopped;
};

int lw_plan_index_sessions(struct lw_plan *plan)
{
	const struct lw_tree *have = plan->have;
	uint32_t cap = 0;

	for (lw_node n = 1; n < have->nnode; n++) {
		if (node_at(have, n)->flags & LW_NODE_DEAD ||
		    !(node_kind(have, n)->flags & LW_K_SESSION))
			continue;
		if (lw_grow(&plan->sessions, &cap, (uint64_t)plan->nsession + 1,
			    sizeof(*plan->sessions)) < 0)
			return -ENOMEM;
		plan->sessions[plan->nsession++] = n;
	}
	return 0;
}

/* Sessions of one export (0: of all) that see one set (0: any). A session whose set is not known may see each. */
static void visit_export(struct visit *v, lw_node export_node, lw_node set)
{
	const struct lw_plan *plan = v->plan;

	for (uint32_t i = 0; i < plan->nsession && !v->stopped; i++) {
		lw_node session = plan->sessions[i];
		lw_node seen = lw_node_ref(plan->have, session);

		if (export_node && node_at(plan->have, session)->parent != export_node)
			continue;
		if (set && seen && seen != set)
			continue;
		v->stopped = !v->each(session, v->arg);
	}
}

/* The node of have that the operation is about, or stands below: new nodes count by their nearest old ancestor. */
static lw_node old_node(const struct lw_plan *plan, const struct op *op)
{
	lw_node goal = op->goal;

	if (op->have)
		return op->have;
	while (goal && !plan->standing[goal])
		goal = node_at(plan->goal, goal)->parent;
	return goal ? plan->standing[goal] : 0;
}

/* The set of units that a change of this node shows in; 0 when all sets of the export may be concerned. */
static lw_node set_of(const struct lw_plan *plan, const struct op *op, lw_node n)
{
	const struct lw_kind_spec *kind = op_kind(plan, op);
	lw_node set = op->have ? node_at(plan->have, n)->parent : n;

	if (!(kind->access & LW_ROLE_GRANT) || kind->flags & LW_K_PORTAL)
		return 0;
	return node_kind(plan->have, set)->access & (LW_ROLE_CONTAINER | LW_ROLE_EXPORT) ? set : 0;
}

static void visit_referrers(struct visit *v, lw_node n)
{
	const struct lw_tree *have = v->plan->have;

	for (lw_node r = 1; r < have->nnode && !v->stopped; r++) {
		if (node_at(have, r)->flags & (LW_NODE_DEAD | LW_NODE_UNRESOLVED) ||
		    node_at(have, r)->ref != n)
			continue;
		if (node_kind(have, r)->access & LW_ROLE_GRANT)
			visit_export(v, lw_tree_export(have, r), node_at(have, r)->parent);
	}
}

void lw_plan_each_session(const struct lw_plan *plan, const struct op *op,
			  bool (*each)(lw_node session, void *arg), void *arg)
{
	struct visit v = { plan, each, arg, false };
	lw_node n = old_node(plan, op), x = n ? lw_tree_export(plan->have, n) : 0;

	if (!plan->nsession || op->effect == LW_EFFECT_NONE)
		return;
	if (op->scope == LW_SCOPE_ENGINE)
		visit_export(&v, 0, 0);
	else if (op->scope == LW_SCOPE_REFERRERS)
		visit_referrers(&v, n);
	else if (x)
		visit_export(&v, x, op->scope == LW_SCOPE_NODE ? set_of(plan, op, n) : 0);
}

static bool count_one(lw_node session, void *arg)
{
	(void)session;
	++*(int *)arg;
	return true;
}

int lw_plan_sessions(const struct lw_plan *plan, const struct op *op)
{
	int count = 0;

	if (!plan->sessions_known)
		return -1;
	lw_plan_each_session(plan, op, count_one, &count);
	return count;
}

struct pick {
	unsigned left;
	lw_node found;
};

static bool pick_one(lw_node session, void *arg)
{
	struct pick *pick = arg;

	if (pick->left--)
		return true;
	pick->found = session;
	return false;
}

const char *lw_plan_session(const struct lw_plan *plan, uint32_t op, unsigned n)
{
	struct pick pick = { n, 0 };

	if (!plan || op >= plan->nop || !plan->sessions_known)
		return NULL;
	lw_plan_each_session(plan, &plan->ops[op], pick_one, &pick);
	return pick.found ? lw_node_name(plan->have, pick.found) : NULL;
}
