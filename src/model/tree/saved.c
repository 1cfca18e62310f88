/* SPDX-License-Identifier: Apache-2.0 */
#include "model/tree/saved.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

/* ---- attributes */

/* Nobody can declare it, or who does says nothing. */
static bool cannot_be_said(const struct lw_tree *tree, const struct lw_attr_spec *spec,
			   const struct attr *attr)
{
	if (attr->state != LW_SET)
		return true;
	if (!spec)
		return false;
	if (spec->when == LW_WHEN_NEVER && !(spec->flags & LW_A_STATES))
		return true;
	return spec->reading != LW_READ_EXACT && spec->reading != LW_READ_DAEMON
		       ? true
		       : spec->unset && !strcmp(tree_text(tree, attr->value), spec->unset);
}

bool lw_tree_must_be_said(struct lw_tree *tree, lw_node n, const struct attr *attr)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(tree, node_at(tree, n)->kind, attr->def);
	const char *ours_by = node_kind(tree, n)->ours_by;
	const struct attr seen = *attr; /* asking for the fresh value may move it */
	uint32_t fresh;

	if (seen.flags & LW_ATTR_KEYED)
		return true;
	if (!spec)
		return false;
	if (spec->flags & (LW_A_ENABLE | LW_A_REQUIRED | LW_A_STATES | LW_A_HOST | LW_A_MULTI))
		return true;
	if (ours_by && !strcmp(ours_by, spec->name))
		return true;
	return lw_tree_fresh(tree, n, seen.def, &fresh) && fresh != seen.value;
}

static void reduce_attrs(struct lw_tree *tree, lw_node n, bool all)
{
	unsigned i = 0;

	while (i < node_at(tree, n)->nattr) {
		const struct attr *attr = node_attrs(tree, n) + i;
		const struct lw_attr_spec *spec =
			lw_tree_attr_spec(tree, node_at(tree, n)->kind, attr->def);

		if (cannot_be_said(tree, spec, attr) ||
		    !(all || lw_tree_must_be_said(tree, n, attr)))
			tree_attr_cut(tree, n, i, 1);
		else
			i++;
	}
	for (i = 0; i < node_at(tree, n)->nattr; i++) {
		struct attr *attr = node_attrs(tree, n) + i;

		attr->src = 0;
		attr->flags &= (uint8_t)~LW_ATTR_KEYED;
	}
}

/* ---- what the kernel makes by itself */

/* Whether each thing that could have one has exactly one: nobody has taken one away or made another. */
static int is_automatic(const struct lw_tree *tree, unsigned kind)
{
	uint64_t referents = lw_kind(tree->schema, kind)->ref_kinds;
	LW_AUTO_FREE uint8_t *count = lw_calloc(tree->nnode, 1);

	if (!count)
		return -ENOMEM;
	for (lw_node n = 2; n < tree->nnode; n++) {
		lw_node to = lw_node_ref(tree, n);

		if (node_usable(tree, n) && node_at(tree, n)->kind == kind && count[to] < 2)
			count[to]++;
	}
	for (lw_node n = 2; n < tree->nnode; n++)
		if (node_usable(tree, n) && lw_kind_in(referents, node_at(tree, n)->kind) &&
		    count[n] != 1)
			return 0;
	return !count[0];
}

/* Whether nothing is below but nodes of this kind, and nothing is said of anything. */
static bool holds_only(const struct lw_tree *tree, lw_node top, unsigned kind)
{
	bool some = false;

	for (lw_node n = top; n; n = lw_tree_walk(tree, top, n)) {
		bool is = node_at(tree, n)->kind == kind;

		if (node_at(tree, n)->nattr ||
		    !(is ||
		      lw_kind_in(lw_kind(tree->schema, kind)->parents, node_at(tree, n)->kind) ||
		      n == top))
			return false;
		some |= is;
	}
	return some;
}

/*
 * All of them or none: who lists the container lists what is in it. The numbers that the kernel gave are not kept then; they
 * come from a counter, and nobody refers to them.
 */
static int drop_automatic(struct lw_tree *tree, unsigned kind)
{
	int automatic = is_automatic(tree, kind);

	for (lw_node n = node_at(tree, 1)->first; automatic > 0 && n; n = node_at(tree, n)->next)
		if (holds_only(tree, n, kind))
			lw_tree_remove(tree, n);
	return automatic < 0 ? automatic : 0;
}

/* ---- containers that hold nothing */

static bool holds_exports(const struct lw_schema *schema, unsigned kind)
{
	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind(schema, k)->access & LW_ROLE_EXPORT &&
		    lw_kind_in(lw_kind(schema, k)->parents, kind))
			return true;
	return false;
}

static void drop_empty(struct lw_tree *tree)
{
	for (lw_node n = node_at(tree, 1)->first; n; n = node_at(tree, n)->next)
		if (node_kind(tree, n)->origin == LW_KIND_MODULE && !node_at(tree, n)->first &&
		    !node_at(tree, n)->nattr &&
		    !holds_exports(tree->schema, node_at(tree, n)->kind))
			lw_tree_remove(tree, n);
}

int lw_tree_to_saved(struct lw_tree *tree, bool all)
{
	int r = 0;

	for (lw_node n = 1; n < tree->nnode; n++) {
		if (!node_usable(tree, n))
			continue;
		if (node_kind(tree, n)->origin == LW_KIND_OBSERVED) {
			lw_tree_remove(tree, n);
			continue;
		}
		reduce_attrs(tree, n, all);
		node_at(tree, n)->origin = LW_FROM_DECLARED;
		node_at(tree, n)->depth = LW_DEPTH_ASKED;
	}
	for (unsigned k = 0; k < tree->schema->nkind && !all && r >= 0; k++)
		if (lw_kind(tree->schema, k)->settle)
			r = drop_automatic(tree, k);
	if (!all)
		drop_empty(tree);
	return r < 0 ? r : lw_tree_status(tree);
}
