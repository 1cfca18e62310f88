/* SPDX-License-Identifier: Apache-2.0 */
/* Which kernel modules a configuration needs, as a value: nothing is loaded here. */
#include "engine/scst/modules.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "schema/scst_kinds.h"

/* What is called otherwise than its handler or driver; the rest have the name that the file says. */
static const struct {
	const char *name, *module;
} others[] = {
	{ "vdisk_fileio", "scst_vdisk" },
	{ "vdisk_blockio", "scst_vdisk" },
	{ "vdisk_nullio", "scst_vdisk" },
	{ "vcdrom", "scst_vdisk" },
	{ "dev_disk", "scst_disk" },
	{ "dev_disk_perf", "scst_disk" },
	{ "dev_tape", "scst_tape" },
	{ "dev_tape_perf", "scst_tape" },
	{ "dev_modisk", "scst_modisk" },
	{ "dev_modisk_perf", "scst_modisk" },
	{ "dev_cdrom", "scst_cdrom" },
	{ "dev_changer", "scst_changer" },
	{ "dev_processor", "scst_processor" },
	{ "dev_raid", "scst_raid" },
	{ "dev_user", "scst_user" },
	{ "scst_user", "scst_user" },
	{ "iscsi", "iscsi_scst" },
	{ "qla2x00t", "qla2x00tgt" },
	{ "copy_manager", NULL }, /* in the core */
};

/* Digests are faster with these, and work without. */
static const char *const iscsi_helpers[] = {
	"crc32c",
#if defined(__x86_64__) || defined(__i386__)
	"crc32c_intel",
#endif
};

static int tell(const struct lw_module_sink *sink, const char *name, bool required,
		const char *because, const char *brings)
{
	const struct lw_module module = { name, required, because, brings };

	return sink->take(sink->arg, &module);
}

static const char *module_of(const char *name)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(others); i++)
		if (!strcmp(others[i].name, name))
			return others[i].module;
	return name;
}

static int tell_node(const struct lw_module_sink *sink, const struct lw_tree *want, lw_node node)
{
	const char *name = lw_node_name(want, node), *module = module_of(name);
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int r = 0;

	lw_tree_path(want, node, &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	if (!strcmp(name, "iscsi"))
		for (size_t i = 0; i < LW_ARRAY_LEN(iscsi_helpers) && r >= 0; i++)
			r = tell(sink, iscsi_helpers[i], false, name, lw_str_text(&path));
	return r < 0 || !module ? r : tell(sink, module, true, name, lw_str_text(&path));
}

int scst_modules(const struct lw_tree *want, const struct lw_module_sink *sink)
{
	lw_node node;
	int r = tell(sink, "scst", true, "SCST", "");

	for (node = lw_node_first(want, lw_tree_root(want)); node && r >= 0;
	     node = lw_node_next(want, node)) {
		unsigned kind = lw_node_kind(want, node);

		if (node_kind(want, node)->origin == LW_KIND_MODULE && kind != SCST_ALUA)
			r = tell_node(sink, want, node);
	}
	return r < 0 ? r : 0;
}
