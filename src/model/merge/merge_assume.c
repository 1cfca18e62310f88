/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is there though no file says so. A file that stands for a machine leaves out the ports and modules that nobody had
 * configured: they were there all the same, as fresh as they came.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/merge/merge_internal.h"

static bool comes_by_itself(const struct lw_tree *want, lw_node n)
{
	unsigned origin = node_kind(want, n)->origin;

	return origin == LW_KIND_MODULE || (origin == LW_KIND_HARDWARE && !lw_tree_ours(want, n));
}

static lw_node find_or_assume(struct lw_tree *have, lw_node parent, const struct lw_tree *want,
			      lw_node n)
{
	const char *name = tree_text(want, node_at(want, n)->name);
	unsigned kind = node_at(want, n)->kind;
	lw_node there = lw_tree_find(have, parent, kind, name, strlen(name));

	if (!there && comes_by_itself(want, n)) {
		there = lw_tree_add(have, parent, kind, name, strlen(name));
		lw_tree_set_depth(have, there, LW_DEPTH_FULL);
	}
	return there;
}

int lw_assume_hardware(struct lw_tree *have, const struct lw_tree *want)
{
	LW_AUTO_FREE uint32_t *of = NULL; /* by want node: its counterpart */

	if (!have || !want || have->schema != want->schema)
		return -EINVAL;
	of = lw_calloc(want->nnode, sizeof(*of));
	if (!of)
		return -ENOMEM;
	of[lw_tree_root(want)] = lw_tree_root(have);
	for (lw_node n = lw_tree_root(want) + 1; n < want->nnode; n++) {
		lw_node parent = of[node_at(want, n)->parent];

		if (parent && !merge_dead(want, n))
			of[n] = find_or_assume(have, parent, want, n);
	}
	return lw_tree_status(have);
}
