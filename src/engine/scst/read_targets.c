/* SPDX-License-Identifier: Apache-2.0 */
/* targets/: drivers and their targets. A directory is a target, a file an attribute, a link neither. */
#include <string.h>

#include "engine/scst/reader.h"

static bool has_dir(const struct lw_kt_list *list, const char *name)
{
	const struct lw_kt_entry *entry = lw_kt_list_find(list, name);

	return entry && entry->type == LW_KT_DIR;
}

static int target_body(struct scst_reader *reader, lw_node target, const struct lw_kt_list *list)
{
	int r = 0;

	if (has_dir(list, "luns"))
		r = scst_read_luns(reader, target);
	if (!r && has_dir(list, "ini_groups"))
		r = scst_read_groups(reader, target);
	/*
	 * Last, since a session refers to the group whose LUNs it sees. That of copy_manager is the kernel's own: no plan needs
	 * it, for nobody there notices what becomes of the units.
	 */
	if (!r && has_dir(list, "sessions") &&
	    (!reader->attrs || lw_node_kind(reader->tree, target) != SCST_CM_TARGET))
		r = scst_read_sessions(reader, target);
	return r;
}

static int driver_body(struct scst_reader *reader, lw_node driver, const struct lw_kt_list *list)
{
	return scst_objects_listed(reader, driver, list, "TARGET", target_body);
}

int scst_read_targets(struct scst_reader *reader, lw_node root)
{
	return scst_objects(reader, root, "targets", "TARGET_DRIVER", driver_body);
}
