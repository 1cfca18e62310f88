/* SPDX-License-Identifier: Apache-2.0 */
/* What an attribute amounts to: its own value, or that of a fresh object; and whether an export is on. */
#include <errno.h>
#include <string.h>

#include "model/tree/tree_internal.h"

/* Of a tree that must not be changed: a computed text goes to @scratch. */
static const char *fresh_text(const struct lw_tree *tree, lw_node n, uint16_t def,
			      struct lw_str *scratch)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	const struct lw_attr_spec *spec = lw_tree_attr_spec(tree, node_at(tree, n)->kind, def);

	if (!spec)
		return NULL;
	if (spec->fresh)
		return spec->fresh;
	lw_str_clear(scratch);
	if (!kind->hooks.fresh || !kind->hooks.fresh(tree, n, def, scratch) || lw_str_bad(scratch))
		return NULL;
	return lw_str_text(scratch);
}

bool lw_tree_fresh(struct lw_tree *tree, lw_node n, uint16_t def, uint32_t *ret_value)
{
	LW_AUTO_STR struct lw_str scratch = LW_STR_INIT;
	const char *text = fresh_text(tree, n, def, &scratch);
	uint32_t off;

	if (!text && lw_str_bad(&scratch))
		tree_fail(tree, -ENOMEM);
	if (!text)
		return false;
	off = tree_intern(tree, text, strlen(text));
	if (off == LW_STRINGS_NONE)
		return false;
	*ret_value = off;
	return true;
}

enum lw_attr_state lw_tree_effective(struct lw_tree *tree, lw_node n, uint16_t def,
				     uint32_t *ret_value, bool *ret_known)
{
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(tree, n, def, &count);

	*ret_value = 0;
	*ret_known = false;
	if (attr && attr->state == LW_SET) {
		*ret_value = attr->value;
		*ret_known = true;
		return LW_SET;
	}
	if (attr ? attr->state == LW_DEFAULT : node_at(tree, n)->depth == LW_DEPTH_FULL) {
		*ret_known = lw_tree_fresh(tree, n, def, ret_value);
		return LW_DEFAULT;
	}
	return attr ? attr->state : LW_UNKNOWN;
}

bool lw_tree_enabled(const struct lw_tree *tree, lw_node n)
{
	int at = lw_kind_attr_flag(node_kind(tree, n), LW_A_ENABLE);
	LW_AUTO_STR struct lw_str scratch = LW_STR_INIT;
	const struct attr *attr;
	const char *text = NULL;
	unsigned count;

	if (at < 0)
		return true;
	attr = lw_tree_attr_run(tree, n, (uint16_t)at, &count);
	if (attr && attr->state == LW_SET)
		text = tree_text(tree, attr->value);
	else if (attr ? attr->state == LW_DEFAULT : node_at(tree, n)->depth == LW_DEPTH_FULL)
		text = fresh_text(tree, n, (uint16_t)at, &scratch);
	else if (attr && attr->state == LW_ABSENT)
		/* No switch in this kernel, unless it is a daemon that shows it and does not run. */
		return node_kind(tree, n)->attrs[at].reading != LW_READ_DAEMON;
	return text && !strcmp(text, "1");
}

bool lw_tree_ours(const struct lw_tree *tree, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	const char *hardware;

	if (kind->origin == LW_KIND_OURS)
		return true;
	if (kind->origin != LW_KIND_HARDWARE || !kind->ours_by)
		return false;
	if (lw_node_value(tree, n, kind->ours_by))
		return true;
	hardware = lw_node_value(tree, n, kind->hardware_by);
	return hardware && !strcmp(hardware, "0");
}

lw_node lw_tree_export(const struct lw_tree *tree, lw_node n)
{
	while (n && !(node_kind(tree, n)->access & LW_ROLE_EXPORT))
		n = node_at(tree, n)->parent;
	return n;
}
