/* SPDX-License-Identifier: Apache-2.0 */
/* What a kernel changes by itself along with a path that opens or closes. */
#include "model/plan/plan.h"

static bool holds_paths(const struct lw_tree *tree, lw_node parent)
{
	for (lw_node n = node_at(tree, parent)->first; n; n = node_at(tree, n)->next)
		if (lw_kind_path_attr(node_kind(tree, n)) >= 0)
			return true;
	return false;
}

/* The parent of the path that is written, or of those that go together; 0 if the operation is about none. */
static lw_node family(const struct lw_plan *plan, const struct op *op, const struct lw_tree **ret)
{
	*ret = plan->goal;
	if (op->verb == LW_SETATTR && op->goal &&
	    op->attr == lw_kind_path_attr(node_kind(plan->goal, op->goal)))
		return node_at(plan->goal, op->goal)->parent;
	*ret = plan->have;
	return op->verb == LW_DELETE && holds_paths(plan->have, op->have) ? op->have : 0;
}

int lw_plan_each_moved(const struct lw_plan *plan, const struct op *op,
		       int (*each)(void *arg, lw_node have), void *arg)
{
	const struct lw_tree *tree;
	lw_node parent = family(plan, op, &tree);
	int r = 0;

	for (lw_node n = parent ? node_at(tree, parent)->first : 0; n && !r;
	     n = node_at(tree, n)->next) {
		lw_node unit = lw_node_ref(tree, n);

		if (!unit || lw_kind_bound_attr(node_kind(tree, unit)) < 0)
			continue;
		unit = tree == plan->goal ? plan->standing[unit] : unit;
		r = unit ? each(arg, unit) : 0;
	}
	return r;
}
