/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What means the same gets the same look, where more than one value decides.
 *
 * The kernel shows read_only 1 for a LUN that was added so, and for every LUN of a device that is read-only itself. What is
 * the same for initiators has to look the same, so a LUN of such a device is read-only whatever its own line says.
 */
#include <errno.h>
#include <string.h>

#include "lunward/tree.h"
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
	value = lw_node_value(tree, node, "read_only");
	if (value && !strcmp(value, "1"))
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
