/* SPDX-License-Identifier: Apache-2.0 */
/* What a configuration names on this machine, looked up before anything is planned. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "apply/system.h"

static bool is_off(const struct lw_tree *tree, lw_node node)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	int active = lw_kind_attr_flag(kind, LW_A_ACTIVE);
	const char *value = active < 0 ? NULL : lw_node_value(tree, node, kind->attrs[active].name);

	return value && !strcmp(value, "0");
}

/* It has its file open, whatever became of the file since. */
static bool has_it(const struct lw_tree *want, lw_node node, const struct lw_tree *have,
		   const char *attr, const char *path)
{
	lw_node there = lw_tree_counterpart(want, node, have);
	const char *value = there ? lw_node_value(have, there, attr) : NULL;

	return value && !strcmp(value, path);
}

/* 0, or why the file cannot be had. */
static int look_for(const struct lw_system *system, const char *path)
{
	LW_AUTO_STR struct lw_str full = LW_STR_INIT;
	struct stat st;

	lw_str_addf(&full, "%s%s", system->files, path);
	if (lw_str_bad(&full))
		return -ENOMEM;
	return stat(lw_str_text(&full), &st) < 0 ? -errno : 0;
}

static int check(const struct lw_system *system, struct lw_tree *tree, lw_node node,
		 const struct lw_tree *have, struct lw_report *report)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	int def = lw_kind_attr_flag(kind, LW_A_BACKING), r;
	unsigned count = 0;
	const char *path = def < 0 ? NULL : lw_node_value(tree, node, kind->attrs[def].name);

	if (!path || *path != '/' || is_off(tree, node) ||
	    has_it(tree, node, have, kind->attrs[def].name, path))
		return 0;
	r = look_for(system, path);
	if (!r || r == -ENOMEM)
		return r;
	lw_tree_report(tree, node, lw_tree_attr_run(tree, node, (uint16_t)def, &count), report,
		       LW_WARNING, LW_CODE_PARTIAL, NULL, "%s %s is left out: %s: %s", kind->label,
		       lw_node_name(tree, node), path, strerror(-r));
	lw_tree_remove(tree, node);
	return 0;
}

int lw_resolve(const struct lw_system *system, const struct lw_tree *want,
	       const struct lw_tree *have, struct lw_tree **ret, struct lw_report *report)
{
	struct lw_tree *tree = lw_tree_copy(want);
	int r = tree ? 0 : -ENOMEM;

	for (lw_node n = 2; tree && system->files && n < tree->nnode && !r; n++)
		if (!(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = check(system, tree, n, have, report);
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}
