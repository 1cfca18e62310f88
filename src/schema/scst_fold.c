/* SPDX-License-Identifier: Apache-2.0 */
/*
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
