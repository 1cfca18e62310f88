/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernel makes by itself for what it refers to (column settle), and what of that only the kernel makes. */
#include <string.h>

#include "model/diff/diff.h"

static lw_node referent(const struct lw_tree *tree, lw_node n)
{
	return node_at(tree, n)->flags & LW_NODE_UNRESOLVED ? 0 : node_at(tree, n)->ref;
}

static bool is_one(const struct lw_tree *tree, lw_node n, const char *attr)
{
	const char *value = lw_node_value(tree, n, attr);

	return value && !strcmp(value, "1");
}

/* What the goal says of the referent counts, and where it is silent, what is there. */
static bool only_kernel_makes(const struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node to = referent(d->goal, g);
	const char *attr = kind->settle_only_if;
	unsigned count;
	bool said;
	int def;

	if (!kind->settle || !to)
		return false;
	if (lw_kind_in(kind->settle_only, node_at(d->goal, to)->kind))
		return true;
	def = attr ? lw_kind_attr(node_kind(d->goal, to), attr, strlen(attr)) : -1;
	if (def < 0)
		return false;
	said = node_at(d->goal, to)->depth == LW_DEPTH_FULL ||
	       lw_tree_attr_run(d->goal, to, (uint16_t)def, &count);
	return said || !d->to_have[to] ? is_one(d->goal, to, attr)
				       : is_one(d->have, d->to_have[to], attr);
}

static void say_left_to_kernel(struct diff *d, lw_node g)
{
	lw_node h = d->to_have[g];

	/* Only what a text declares is worth a word, and only if it is not so anyway. */
	if (!node_at(d->goal, g)->src || (h && diff_ref_same(d, h, g)))
		return;
	lw_tree_report(
		d->goal, g, NULL, d->report, LW_NOTE, LW_CODE_NONE, NULL,
		"this device cannot be written: only the kernel itself gives it a number here, "
		"any that is free");
}

/* It comes with its referent and goes with it, and has the name that it gets. */
void diff_leave_to_kernel(struct diff *d)
{
	for (lw_node g = 2; g < d->ngoal; g++) {
		if (node_at(d->goal, g)->flags & LW_NODE_DEAD || !only_kernel_makes(d, g))
			continue;
		say_left_to_kernel(d, g);
		if (d->to_have[g])
			d->to_goal[d->to_have[g]] = 0;
		d->to_have[g] = 0;
		d->mark[g] = 0;
		lw_tree_remove(d->goal, g);
	}
}
