/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What means the same gets the same look, where more than one value decides.
 *
 * The kernel shows read_only 1 for a LUN that was added so, and for every LUN of a device that is read-only itself. What is
 * the same for initiators has to look the same, so a LUN of such a device is read-only whatever its own line says.
 */
#include <errno.h>
#include <string.h>

#include "model/tree/tree.h"
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"

int lw_scst_lun_canon(struct lw_tree *tree, uint32_t node)
{
	lw_node device = lw_node_ref(tree, node);
	const char *value;

	if (!device)
		return 0;
	if (lw_node_kind(tree, device) != SCST_CDROM_DEVICE) {
		value = lw_node_value(tree, device, "read_only");
		if (!value || strcmp(value, "1"))
			return 0;
	}
	/* What is no value of it stays, to be told of. */
	value = lw_node_value(tree, node, "read_only");
	if (value && strcmp(value, "0"))
		return 0;
	lw_tree_set(tree, node, "read_only", "1", 1, LW_NO_OFFSET);
	return lw_tree_status(tree) == -ENOMEM ? -ENOMEM : 0;
}

/* An empty name stands for the default file, which is what the kernel shows then. */
int lw_scst_device_canon(struct lw_tree *tree, uint32_t node)
{
	const char *value = lw_node_value(tree, node, "pr_file_name");
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (!value || *value)
		return 0;
	lw_scst_pr_file_default(lw_node_name(tree, node), &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	lw_tree_set(tree, node, "pr_file_name", lw_str_text(&path), path.len, LW_NO_OFFSET);
	return lw_tree_status(tree) == -ENOMEM ? -ENOMEM : 0;
}

static bool is_device(const struct lw_tree *tree, uint32_t name)
{
	const struct lw_schema *schema = tree->schema;

	for (lw_node h = node_at(tree, lw_tree_root(tree))->first; h; h = node_at(tree, h)->next)
		for (unsigned kind = 0; kind < schema->nkind; kind++)
			if (lw_kind_in(SCST_DEVICES, kind) &&
			    lw_kind_in(lw_kind(schema, kind)->parents, node_at(tree, h)->kind) &&
			    lw_tree_find_interned(tree, h, kind, name))
				return true;
	return false;
}

static bool is_device_group(const struct lw_tree *tree, uint32_t name)
{
	return lw_tree_find_interned(tree, lw_tree_root(tree), SCST_DEVICE_GROUP, name);
}

/*
 * A handler's directory holds a link for each of its devices, that of the device groups a directory for each, and scstadmin
 * -write_config -nonkey takes these for attributes without a value. They ask for nothing that the objects' own lines do not.
 */
static int drop_names(struct lw_tree *tree, uint32_t node,
		      bool (*is)(const struct lw_tree *tree, uint32_t name))
{
	unsigned kind = node_at(tree, node)->kind, known = lw_kind(tree->schema, kind)->nattr;

	for (unsigned i = node_at(tree, node)->nattr; i; i--) {
		const struct attr *attr = &tree->attrs[node_at(tree, node)->attrs + i - 1];
		const char *name;

		if (attr->def < known)
			break;
		name = lw_tree_attr_name(tree, kind, attr->def);
		if (attr->state == LW_SET && !*tree_text(tree, attr->value) &&
		    is(tree, lw_tree_intern(tree, name, strlen(name))))
			lw_tree_drop(tree, node, attr->def);
	}
	return lw_tree_status(tree) == -ENOMEM ? -ENOMEM : 0;
}

int lw_scst_handler_canon(struct lw_tree *tree, uint32_t node)
{
	return drop_names(tree, node, is_device);
}

int lw_scst_alua_canon(struct lw_tree *tree, uint32_t node)
{
	return drop_names(tree, node, is_device_group);
}

static bool is_number(const char *text)
{
	return text && strcmp(text, "0") != 0;
}

/*
 * Files that are the same on both nodes of a pair give every member its number. That of a target of this node is a link to
 * the target itself, so writing there would give the target the number. It moves there, unless the target has another one:
 * then both stay, and the check tells. What nobody declares, or is only carried over from a member that was made anew, is
 * the number of a port that was elsewhere: it says nothing about a target of that name here.
 */
int lw_scst_member_canon(struct lw_tree *tree, uint32_t node)
{
	lw_node target = lw_node_ref(tree, node);
	const char *number = lw_node_value(tree, node, "rel_tgt_id"), *there;
	const struct attr *attr = lw_scst_attr(tree, node, "rel_tgt_id");
	bool carried;
	uint16_t def;

	if (!target || !is_number(number) || node_at(tree, node)->origin != LW_FROM_DECLARED)
		return 0;
	there = lw_node_value(tree, target, "rel_tgt_id");
	carried = attr->flags & LW_ATTR_CARRIED;
	if (!carried && is_number(there) && strcmp(there, number) != 0)
		return 0;
	def = attr->def;
	if (!carried && !is_number(there))
		lw_tree_set(tree, target, "rel_tgt_id", number, strlen(number),
			    node_at(tree, node)->file == node_at(tree, target)->file
				    ? attr->src - 1
				    : LW_NO_OFFSET);
	lw_tree_drop(tree, node, def);
	return lw_tree_status(tree) == -ENOMEM ? -ENOMEM : 0;
}
