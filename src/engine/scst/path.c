/* SPDX-License-Identifier: Apache-2.0 */
/* Where objects are. The tree is laid out as SCST's own, but for devices: theirs is a directory beside their handlers. */
#include <string.h>

#include "engine/scst/command.h"
#include "schema/scst_kinds.h"

/* The kernel shows a slash in a name as an exclamation mark. */
static void add_name(const char *name, struct lw_str *out)
{
	for (; *name; name++)
		lw_str_add_char(out, *name == '/' ? '!' : *name);
}

static void add_element(const char *element, struct lw_str *out)
{
	if (out->len)
		lw_str_add_char(out, '/');
	lw_str_add(out, element);
}

void scst_path(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);

	if (node == lw_tree_root(tree))
		return;
	if (lw_kind_in(SCST_DEVICES, node_at(tree, node)->kind))
		add_element("devices", out);
	else
		scst_path(tree, node_at(tree, node)->parent, out);
	if (kind->dir)
		add_element(kind->dir, out);
	if (kind->flags & LW_K_SINGLETON)
		return;
	add_element("", out);
	add_name(lw_node_name(tree, node), out);
}

void scst_mgmt_path(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);

	scst_path(tree, node_at(tree, node)->parent, out);
	if (kind->dir)
		add_element(kind->dir, out);
	add_element("mgmt", out);
}
