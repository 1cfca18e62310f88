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

static void leave_out(struct lw_tree *tree, lw_node node, const struct attr *attr, const char *path,
		      int why, struct lw_report *report)
{
	lw_tree_report(tree, node, attr, report, LW_WARNING, LW_CODE_PARTIAL, NULL,
		       "%s %s is left out: %s: %s", node_kind(tree, node)->label,
		       lw_node_name(tree, node), path, strerror(why));
	lw_tree_remove(tree, node);
}

/* What it stands on. */
static int check_backing(const struct lw_system *system, struct lw_tree *tree, lw_node node,
			 const struct lw_tree *have, struct lw_report *report)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	int def = lw_kind_attr_flag(kind, LW_A_BACKING), r;
	unsigned count = 0;
	const char *path = def < 0 ? NULL : lw_node_value(tree, node, kind->attrs[def].name);

	if (!system->files || !path || *path != '/' || is_off(tree, node) ||
	    has_it(tree, node, have, kind->attrs[def].name, path))
		return 0;
	r = look_for(system, path);
	if (r && r != -ENOMEM)
		leave_out(tree, node, lw_tree_attr_run(tree, node, (uint16_t)def, &count), path, -r,
			  report);
	return r == -ENOMEM ? r : 0;
}

/* What the kernel must know of before it can be had. */
static int check_existence(const struct lw_system *system, struct lw_tree *tree, lw_node node,
			   const struct lw_tree *have, struct lw_report *report)
{
	const char *folder = node_kind(tree, node)->exists_in;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	struct lw_kt_stat st;
	int r;

	if (!folder || lw_tree_counterpart(tree, node, have))
		return 0;
	lw_str_add(&path, folder);
	/* What is no name is told of by who checks names. */
	r = lw_kt_join(&path, lw_node_name(tree, node), strlen(lw_node_name(tree, node)));
	if (r < 0)
		return r == -ENOMEM ? r : 0;
	if (lw_kt_stat(system->kt, lw_str_text(&path), &st, NULL) == -ENOENT)
		leave_out(tree, node, NULL, lw_str_text(&path), ENOENT, report);
	return 0;
}

/* What only a kernel module brings, when that is not to be had. */
static int check_module(const struct lw_system *system, struct lw_tree *tree, lw_node node,
			const struct lw_tree *have, struct lw_report *report)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	const struct lw_missing *missing, *end;

	if (kind->origin != LW_KIND_MODULE || !kind->only || !system->nmissing ||
	    lw_tree_counterpart(tree, node, have))
		return 0;
	lw_tree_path(tree, node, &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	missing = system->missing;
	end = missing + system->nmissing;
	while (missing < end && strcmp(missing->path, lw_str_text(&path)) != 0)
		missing++;
	if (missing == end || missing->comes)
		return 0;
	lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_PARTIAL,
		       *missing->why ? missing->why : "load the kernel module that makes it",
		       "%s %s is not there: it is left out with all in it", kind->label,
		       lw_node_name(tree, node));
	lw_tree_remove(tree, node);
	return 0;
}

int lw_resolve(const struct lw_system *system, const struct lw_tree *want,
	       const struct lw_tree *have, struct lw_tree **ret, struct lw_report *report)
{
	struct lw_tree *tree = lw_tree_copy(want);
	int r = tree ? 0 : -ENOMEM;

	for (lw_node n = 2; tree && n < tree->nnode && !r; n++) {
		if (node_at(tree, n)->parent == lw_tree_root(tree) &&
		    !(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = check_module(system, tree, n, have, report);
		if (!r && !(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = check_backing(system, tree, n, have, report);
		if (!r && !(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = check_existence(system, tree, n, have, report);
	}
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}
