/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The LIO vocabulary: one row a kind. The attributes stand in the *_table.h files beside, which only this file includes.
 *
 * What holds for all: nothing goes along with what it is below or refers to (blocked); most work is done side by side, since
 * the kernel sleeps in links and unlinks; removing a storage object overlaps badly with all else.
 *
 * Words are those of saved configurations; a storage object's is its plugin.
 */
#include "schema/rows.h"
#include "schema/schema.h"
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema/lio_types.h"

#include "schema/lio_storage_table.h"
#include "schema/lio_fabric_table.h"

/* clang-format off */
#define PARALLEL	.lock = LW_LOCK_NODE, .del_lock = LW_LOCK_NODE
#define BLOCKED		.on_ref_delete = LW_BLOCKED, .on_parent_delete = LW_BLOCKED
#define OURS(ordered)	.order = LW_ORDER_##ordered, .unlisted = LW_UNLISTED_DELETE

#define STORAGE(k, n, w, d, table, line, loss, ...) \
	[k] = {.name = (n), .label = "storage object", .word = (w), .dir = (d), .help = (line), \
	       .parents = LW_KIND(LIO_ROOT), KEY(lw_lio_name, .max_len = 255), ATTRS(table), OURS(NAME), BLOCKED, \
	       .lock = LW_LOCK_NODE, .del_lock = LW_LOCK_ENGINE, .on_delete = EFFECT(loss, REFERRERS), \
	       .hooks = {.fresh = lw_lio_storage_fresh, .check = lw_lio_check_storage}, __VA_ARGS__}

/* A disk that is passed through keeps its reservations itself. */
#define RESERVES	.flags = LW_K_RESERVES

#define FABRIC(k, n, names, table, line) \
	[k] = {.name = (n), .label = "fabric", .word = "fabric_module", .help = (line), .only = (names), \
	       .parents = LW_KIND(LIO_ROOT), KEY(lw_lio_name, .max_len = 255), ATTRS(table), .order = LW_ORDER_NAME, \
	       .origin = LW_KIND_MODULE, .unlisted = LW_UNLISTED_KEEP, BLOCKED}

#define TARGET(k, n, in, line, ...) \
	[k] = {.name = (n), .label = "target", .word = "target", .help = (line), .parents = LW_KIND(in), \
	       KEY(lw_lio_wwn, .max_len = 223), ATTRS(target_attrs), OURS(NAME), BLOCKED, PARALLEL, __VA_ARGS__}

#define TPG(k, n, in, hi, table, line, ...) \
	[k] = {.name = (n), .label = "TPG", .word = "tpg", .dir = "tpgt", .help = (line), .parents = LW_KIND(in), \
	       NUMBER_KEY(hi), ATTRS(table), OURS(NUMBER), BLOCKED, PARALLEL, .access = LW_ROLE_EXPORT, \
	       .on_delete = EFFECT(DROPS, EXPORT), .on_bracket = EFFECT(DROPS, EXPORT), \
	       .bracket_note = "its connections drop; initiators log in again by themselves", __VA_ARGS__}

static const char *const iscsi_names[] = {"iscsi", NULL};
static const char *const loopback_names[] = {"loopback", "vhost", "xen-pvscsi", "usb_gadget", NULL};

static const struct lw_kind_spec kinds[LIO_NKIND] = {
	[LIO_ROOT] = {
		.name = "root", .label = "LIO", .help = "what concerns LIO as a whole", KEY(lw_type_text), ATTRS(root_attrs),
		.unlisted = LW_UNLISTED_KEEP,
	},

	STORAGE(LIO_FILEIO, "fileio_so", "fileio", "fileio", fileio_attrs, "disk kept in a file", DROPS, RESERVES),
	STORAGE(LIO_IBLOCK, "iblock_so", "block", "iblock", iblock_attrs, "disk kept on a block device", DROPS, RESERVES),
	STORAGE(LIO_RAMDISK, "ramdisk_so", "ramdisk", "rd_mcp", ramdisk_attrs, "disk kept in memory", LOSES, RESERVES),
	STORAGE(LIO_PSCSI, "pscsi_so", "pscsi", "pscsi", pscsi_attrs, "SCSI device passed through", DROPS),
	STORAGE(LIO_USER, "user_so", "user", "user", user_attrs, "disk that a program plays", DROPS, RESERVES),
	[LIO_ALUA_GROUP] = {
		.name = "so_alua", .label = "ALUA group", .word = "alua_tpg", .dir = "alua",
		.help = "state of a storage object at the LUNs that belong to the group", .parents = LIO_STORAGE,
		KEY(lw_lio_name, .max_len = 255), ATTRS(alua_group_attrs), OURS(NAME), BLOCKED, PARALLEL,
		.on_delete = EFFECT(DISTURBS, REFERRERS), .hooks = {.check = lw_lio_check_alua_group},
	},

	FABRIC(LIO_ISCSI_FABRIC, "iscsi_fabric", iscsi_names, iscsi_fabric_attrs, "iSCSI and iSER"),
	FABRIC(LIO_LOOPBACK_FABRIC, "loopback_fabric", loopback_names, fabric_attrs, "disks for this machine or its guests"),
	FABRIC(LIO_OTHER_FABRIC, "other_fabric", NULL, fabric_attrs, "ports of some hardware"),

	TARGET(LIO_TARGET, "target", LIO_ISCSI_FABRIC, "iSCSI target",
	       .hooks = {.check = lw_lio_check_iscsi_target}),
	TARGET(LIO_LOOPBACK_TARGET, "loopback_target", LIO_LOOPBACK_FABRIC, "target of this machine or its guests",
	       .hooks = {.check = lw_lio_check_loopback_target}),
	TARGET(LIO_OTHER_TARGET, "other_target", LIO_OTHER_FABRIC, "port of some hardware"),

	TPG(LIO_TPG, "tpg", LIO_TARGET, 65535, tpg_attrs, "portals, LUNs and ACLs that belong together",
	    .hooks = {.check = lw_lio_check_tpg}),
	TPG(LIO_LOOPBACK_TPG, "loopback_tpg", LIO_LOOPBACK_TARGET, 31, loopback_tpg_attrs,
	    "LUNs that appear on this machine", .flags = LW_K_ALWAYS_ON, .hooks = {.check = lw_lio_check_nexus}),
	TPG(LIO_OTHER_TPG, "other_tpg", LIO_OTHER_TARGET, 65535, other_tpg_attrs, "LUNs and ACLs that belong together"),

	/* Listens from the moment it is made; removing it ends no session. */
	[LIO_PORTAL] = {
		.name = "portal", .label = "portal", .word = "portal", .dir = "np", .help = "address and port to log in at",
		.parents = LW_KIND(LIO_TPG), KEY(lw_lio_portal), ATTRS(portal_attrs), OURS(ANY), BLOCKED, PARALLEL,
		.flags = LW_K_PORTAL, .access = LW_ROLE_GRANT, .unique = LW_UNIQUE_TARGET,
		.hooks = {.overlaps = lw_lio_portals_overlap, .overlap_keys = lw_lio_portal_keys},
	},
	[LIO_LUN] = {
		.name = "lun", .label = "LUN", .word = "lun", .dir = "lun", .help = "storage object at a number",
		.parents = LIO_TPGS, .ref_kinds = LIO_STORAGE, NUMBER_KEY(65535), ATTRS(lun_attrs), OURS(NUMBER), BLOCKED,
		PARALLEL, .on_ref_change = LW_REF_RECREATE, .access = LW_ROLE_GRANT,
		.on_create = EFFECT(DISTURBS, EXPORT), .on_delete = EFFECT(DROPS, EXPORT),
	},
	/* One word in the LUN's alua_tg_pt_gp: written over at will, and the default group's when its group goes. */
	[LIO_LUN_ALUA] = {
		.name = "lun_alua", .label = "ALUA membership", .word = "alua_tg_pt_gp_name", .dir = "alua_tg_pt_gp",
		.help = "ALUA group that the LUN belongs to", .parents = LW_KIND(LIO_LUN),
		.ref_kinds = LW_KIND(LIO_ALUA_GROUP), KEY(lw_type_text), .flags = LW_K_SINGLETON, OURS(ANY), PARALLEL,
		.on_ref_change = LW_REF_REPLACE, .on_ref_delete = LW_CASCADE, .on_parent_delete = LW_CASCADE,
		.on_create = EFFECT(DISTURBS, EXPORT), .on_delete = EFFECT(DISTURBS, EXPORT),
		.on_replace = EFFECT(DISTURBS, EXPORT), .hooks = {.check = lw_lio_check_lun_alua},
	},
	/* Without an ACL an initiator sees the TPG's own LUNs in demo mode, else nothing. */
	[LIO_ACL] = {
		.name = "acl", .label = "ACL", .word = "node_acl", .dir = "acls", .help = "what one initiator may see",
		.parents = LW_KIND(LIO_TPG) | LW_KIND(LIO_OTHER_TPG), KEY(lw_lio_wwn, .max_len = 223), ATTRS(acl_attrs),
		OURS(NAME), BLOCKED, PARALLEL, .access = LW_ROLE_CONTAINER | LW_ROLE_MATCHER,
		.gate = "generate_node_acls", .gate_open = "1", .on_delete = EFFECT(DROPS, NODE),
		.hooks = {.check = lw_lio_check_acl},
	},
	[LIO_MAPPED_LUN] = {
		.name = "mapped_lun", .label = "mapped LUN", .word = "mapped_lun", .dir = "lun",
		.help = "LUN of the TPG at a number of the initiator's own", .parents = LW_KIND(LIO_ACL),
		.ref_kinds = LW_KIND(LIO_LUN), NUMBER_KEY(65535), ATTRS(mapped_lun_attrs), OURS(NUMBER), BLOCKED, PARALLEL,
		.flags = LW_K_REF_LOCAL, .on_ref_change = LW_REF_RECREATE, .access = LW_ROLE_GRANT,
		.on_create = EFFECT(DISTURBS, NODE), .on_delete = EFFECT(DROPS, NODE),
	},
};
/* clang-format on */

const struct lw_schema lw_schema_lio = {
	.name = "lio",
	.title = "LIO",
	.kinds = kinds,
	.nkind = LIO_NKIND,
};
