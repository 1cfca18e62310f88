/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The SCST vocabulary: one row a kind. The attributes stand in the *_table.h files beside, which only this file includes, so
 * that the compiler counts them.
 *
 * What holds for all: deleting an object takes what is below it and what refers to it along (cascade); group and initiator
 * commands suspend all I/O of SCST while they work; device_groups/mgmt is written directly, all other mgmt files are queued.
 */
#include "schema/schema.h"
#include "schema/scst_hooks.h"
#include "schema/scst_rows.h"

#include "schema/scst_root_table.h"
#include "schema/scst_device_table.h"
#include "schema/scst_target_table.h"
#include "schema/scst_access_table.h"

/* clang-format off */
#define QUEUED_KIND	.lock = LW_LOCK_ENGINE, .del_lock = LW_LOCK_ENGINE
#define DIRECT_KIND	.lock = LW_LOCK_NODE, .del_lock = LW_LOCK_NODE

#define PAUSES		EFFECT(DISTURBS, ENGINE)

#define HANDLER(k, n, names, text, ...) \
	[k] = {.name = (n), .label = "handler", .word = "HANDLER", .dir = "handlers", .help = (text), .only = (names), \
	       .parents = LW_KIND(SCST_ROOT), KEY(lw_scst_name, .max_len = 50), ATTRS(handler_attrs), \
	       .order = LW_ORDER_NAME, .origin = LW_KIND_MODULE, .unlisted = LW_UNLISTED_KEEP, \
	       .on_parent_delete = LW_CASCADE, .hooks.canon = lw_scst_handler_canon, __VA_ARGS__}

#define DEVICE(k, n, in, vtable, table, text, ...) \
	[k] = {.name = (n), .label = "device", .word = "DEVICE", .help = (text), .parents = (in), ATTRS(table), \
	       .key = {.name = "name", .type = &(vtable), .max_len = 64}, .order = LW_ORDER_NAME, \
	       .unique = LW_UNIQUE_ENGINE, .unique_with = SCST_DEVICES, QUEUED_KIND, \
	       .on_delete = EFFECT(DROPS, REFERRERS), .flags = LW_K_RESERVES, \
	       .hooks = {.canon = lw_scst_device_canon, .fresh = lw_scst_device_fresh, \
			 .check = lw_scst_check_device}, \
	       __VA_ARGS__}

#define DRIVER(k, n, names, table, text, ...) \
	[k] = {.name = (n), .label = "driver", .word = "TARGET_DRIVER", .dir = "targets", .help = (text), .only = (names), \
	       .parents = LW_KIND(SCST_ROOT), KEY(lw_scst_name, .max_len = 50), ATTRS(table), \
	       .order = LW_ORDER_NAME, .origin = LW_KIND_MODULE, .unlisted = LW_UNLISTED_KEEP, \
	       __VA_ARGS__}

/* Somebody else's: any attribute may be right, but the name may also be a mistake. */
#define FOREIGN	.flags = LW_K_FOREIGN, .hooks.check = lw_scst_check_foreign

#define TARGET(k, n, in, table, text, ...) \
	[k] = {.name = (n), .label = "target", .word = "TARGET", .help = (text), .parents = LW_KIND(in), ATTRS(table), \
	       .order = LW_ORDER_NAME, QUEUED_KIND, .on_delete = EFFECT(DROPS, EXPORT), .del_pauses = true, \
	       __VA_ARGS__}

#define EXPORT(check_hook)	.access = LW_ROLE_EXPORT, .hooks = {.check = (check_hook)}
#define PAUSED \
	.on_bracket = PAUSES, .bracket_note = "new logins stop and all I/O of SCST pauses; no session ends"
/* Without a switch (scst_local) there is nothing but the pause. */
#define HELD \
	.on_bracket = PAUSES, .bracket_note = "all I/O of SCST pauses; no session ends"
#define UNPLUGGED \
	.on_bracket = EFFECT(DROPS, EXPORT), .bracket_note = "the port's link goes down and all I/O of SCST pauses"

/* A port exists by hardware: it is switched off at most, and only when asked. */
#define PORT(check_hook) \
	KEY(lw_scst_port_name, .max_len = 255), .origin = LW_KIND_HARDWARE, .unlisted = LW_UNLISTED_REPORT, \
	.flags = LW_K_NAME_ICASE, EXPORT(check_hook), UNPLUGGED

static const struct lw_kind_spec kinds[SCST_NKIND] = {
	[SCST_ROOT] = {
		.name = "root", .label = "SCST", .help = "what concerns SCST as a whole",
		KEY(lw_type_text), ATTRS(root_attrs), .unlisted = LW_UNLISTED_KEEP,
	},
	[SCST_ALUA] = {
		.name = "alua", .label = "ALUA", .word = "ALUA", .dir = "device_groups",
		.help = "attributes of all device groups together; today's kernels have none", .flags = LW_K_SINGLETON,
		.parents = LW_KIND(SCST_ROOT), KEY(lw_type_text),
		.origin = LW_KIND_MODULE, .unlisted = LW_UNLISTED_KEEP, .hooks.canon = lw_scst_alua_canon,
	},

	HANDLER(SCST_FILEIO_HANDLER, "fileio_handler", fileio_names, "disks kept in files"),
	HANDLER(SCST_BLOCKIO_HANDLER, "blockio_handler", blockio_names, "disks kept on block devices"),
	HANDLER(SCST_NULLIO_HANDLER, "nullio_handler", nullio_names, "disks that keep nothing, for tests"),
	HANDLER(SCST_CDROM_HANDLER, "cdrom_handler", cdrom_names, "CD drives whose media are files"),
	HANDLER(SCST_PASS_HANDLER, "pass_handler", pass_names, "SCSI devices of this machine, passed through"),
	HANDLER(SCST_USER_HANDLER, "user_handler", user_names, "devices that programs play"),
	HANDLER(SCST_OTHER_HANDLER, "other_handler", NULL, "devices of a handler that is not known here", FOREIGN),

	DEVICE(SCST_FILEIO_DEVICE, "fileio_device", LW_KIND(SCST_FILEIO_HANDLER), lw_scst_device_name,
	       fileio_device_attrs, "disk kept in a file", .unlisted = LW_UNLISTED_DELETE),
	DEVICE(SCST_BLOCKIO_DEVICE, "blockio_device", LW_KIND(SCST_BLOCKIO_HANDLER), lw_scst_device_name,
	       blockio_device_attrs, "disk kept on a block device", .unlisted = LW_UNLISTED_DELETE),
	DEVICE(SCST_NULLIO_DEVICE, "nullio_device", LW_KIND(SCST_NULLIO_HANDLER), lw_scst_device_name,
	       nullio_device_attrs, "disk that keeps nothing", .unlisted = LW_UNLISTED_DELETE),
	DEVICE(SCST_CDROM_DEVICE, "cdrom_device", LW_KIND(SCST_CDROM_HANDLER), lw_scst_device_name, cdrom_device_attrs,
	       "CD drive", .unlisted = LW_UNLISTED_DELETE),
	/* Created is assigned to the handler, deleted is given back: the SCSI device stays, and what refers to it. */
	DEVICE(SCST_PASS_DEVICE, "pass_device", LW_KIND(SCST_PASS_HANDLER), lw_scst_hcil, pass_device_attrs,
	       "SCSI device of this machine, by host:channel:id:lun", .unlisted = LW_UNLISTED_DELETE,
	       .exists_in = "devices", .del_leaves_referrers = true),
	DEVICE(SCST_USER_DEVICE, "user_device", LW_KIND(SCST_USER_HANDLER) | LW_KIND(SCST_OTHER_HANDLER), lw_scst_name,
	       user_device_attrs, "device that a program or an unknown handler registered", .unlisted = LW_UNLISTED_KEEP,
	       .origin = LW_KIND_HARDWARE),

	DRIVER(SCST_ISCSI_DRIVER, "iscsi_driver", iscsi_names, iscsi_driver_attrs, "iSCSI and iSER",
	       .hooks = {.check = lw_scst_check_iscsi_driver}),
	DRIVER(SCST_CM_DRIVER, "cm_driver", cm_names, cm_driver_attrs, "copies between devices (EXTENDED COPY)"),
	DRIVER(SCST_LOCAL_DRIVER, "local_driver", local_names, local_driver_attrs, "devices shown to this machine itself"),
	DRIVER(SCST_QLA_DRIVER, "qla_driver", qla_names, driver_attrs, "QLogic Fibre Channel"),
	DRIVER(SCST_SRPT_DRIVER, "srpt_driver", srpt_names, driver_attrs, "SRP over InfiniBand"),
	DRIVER(SCST_FC_DRIVER, "fc_driver", fc_names, driver_attrs, "Fibre Channel over Ethernet"),
	DRIVER(SCST_OTHER_DRIVER, "other_driver", NULL, driver_attrs, "driver that is not known here",
	       FOREIGN),

	TARGET(SCST_ISCSI_TARGET, "iscsi_target", SCST_ISCSI_DRIVER, iscsi_target_attrs, "iSCSI target",
	       KEY(lw_scst_name, .max_len = 223), .unlisted = LW_UNLISTED_DELETE, EXPORT(lw_scst_check_iscsi_target), PAUSED),
	/* No client logs in here; the kernel gives it a LUN for each device. */
	TARGET(SCST_CM_TARGET, "cm_target", SCST_CM_DRIVER, cm_target_attrs, "the kernel's own target for copies",
	       KEY(lw_scst_name, .max_len = 255), .only = cm_target_names, .origin = LW_KIND_HARDWARE,
	       .unlisted = LW_UNLISTED_KEEP),
	TARGET(SCST_LOCAL_TARGET, "local_target", SCST_LOCAL_DRIVER, local_target_attrs,
	       "target whose disks appear on this machine", KEY(lw_scst_name, .max_len = 255), .flags = LW_K_ALWAYS_ON,
	       .unlisted = LW_UNLISTED_DELETE, EXPORT(lw_scst_check_target), HELD),
	TARGET(SCST_QLA_TARGET, "qla_target", SCST_QLA_DRIVER, qla_target_attrs,
	       "Fibre Channel port, by WWPN; with parent_host an NPIV port", PORT(lw_scst_check_qla_target),
	       .ours_by = "parent_host", .hardware_by = "hw_target"),
	TARGET(SCST_SRPT_TARGET, "srpt_target", SCST_SRPT_DRIVER, srpt_target_attrs, "InfiniBand port, by GID", PORT(lw_scst_check_target)),
	TARGET(SCST_FC_TARGET, "fc_target", SCST_FC_DRIVER, port_target_attrs, "FCoE port, by WWPN", PORT(lw_scst_check_target)),
	TARGET(SCST_OTHER_TARGET, "other_target", SCST_OTHER_DRIVER, port_target_attrs,
	       "target of a driver that is not known here", PORT(lw_scst_check_target)),

	[SCST_LUN] = {
		.name = "lun", .label = "LUN", .word = "LUN", .dir = "luns", .help = "device at a number, for initiators",
		.parents = SCST_EXPORTS | LW_KIND(SCST_GROUP), .ref_kinds = SCST_DEVICES, NUMBER_KEY(16383),
		ATTRS(lun_attrs), .order = LW_ORDER_NUMBER, .unlisted = LW_UNLISTED_DELETE, .on_ref_change = LW_REF_REPLACE,
		.on_ref_delete = LW_CASCADE, .access = LW_ROLE_GRANT, QUEUED_KIND, .on_create = EFFECT(DISTURBS, NODE),
		.on_delete = EFFECT(DROPS, NODE), .on_replace = EFFECT(DISTURBS, NODE), .swap_pauses = true,
		.hooks = {.canon = lw_scst_lun_canon},
	},
	/* Numbers come from a counter that never goes back, so a LUN is known by its device. */
	[SCST_CM_LUN] = {
		.name = "cm_lun", .label = "LUN", .word = "LUN", .dir = "luns", .help = "device that copies may use",
		.parents = LW_KIND(SCST_CM_TARGET), .ref_kinds = SCST_DEVICES, NUMBER_KEY(16383), ATTRS(cm_lun_attrs),
		.match = LW_MATCH_REF, .order = LW_ORDER_NUMBER, .unlisted = LW_UNLISTED_KEEP,
		.on_ref_change = LW_REF_RECREATE, .on_ref_delete = LW_CASCADE, QUEUED_KIND,
		.settle = true, .settle_only = LW_KIND(SCST_CDROM_DEVICE), .settle_only_if = "read_only",
	},
	[SCST_GROUP] = {
		.name = "group", .label = "group", .word = "GROUP", .dir = "ini_groups",
		.help = "LUNs of its own for the initiators in it; the first group made that matches counts",
		.parents = SCST_EXPORTS, KEY(lw_scst_name), ATTRS(group_attrs), .order = LW_ORDER_SIGNIFICANT,
		.unlisted = LW_UNLISTED_DELETE, .access = LW_ROLE_CONTAINER, QUEUED_KIND,
		.on_create = PAUSES, .on_delete = PAUSES,
		.hooks = {.overlaps = lw_scst_groups_overlap, .check = lw_scst_check_group},
	},
	[SCST_INITIATOR] = {
		.name = "initiator", .label = "initiator", .word = "INITIATOR", .dir = "initiators",
		.help = "name, or pattern with * ? and a leading !, of who sees the group's LUNs",
		.parents = LW_KIND(SCST_GROUP), KEY(lw_scst_initiator), .order = LW_ORDER_ANY,
		.flags = LW_K_MOVABLE | LW_K_NAME_ICASE,
		.wild = "*?!", .unlisted = LW_UNLISTED_DELETE, .access = LW_ROLE_MATCHER, .unique = LW_UNIQUE_EXPORT,
		QUEUED_KIND,
		.on_create = PAUSES, .on_delete = PAUSES, .on_move = PAUSES, .hooks = {.check = lw_scst_check_name},
	},
	[SCST_SESSION] = {
		.name = "session", .label = "session", .dir = "sessions", .help = "initiator that is logged in",
		.parents = SCST_TARGETS, .ref_kinds = SCST_TARGETS | LW_KIND(SCST_GROUP), KEY(lw_type_text),
		ATTRS(session_attrs), .order = LW_ORDER_ANY, .flags = LW_K_SESSION, .origin = LW_KIND_OBSERVED,
		.unlisted = LW_UNLISTED_KEEP,
	},

	[SCST_DEVICE_GROUP] = {
		.name = "device_group", .label = "device group", .word = "DEVICE_GROUP", .dir = "device_groups",
		.help = "devices that share their ALUA states", .parents = LW_KIND(SCST_ROOT), KEY(lw_scst_name),
		.order = LW_ORDER_NAME, .unlisted = LW_UNLISTED_DELETE, DIRECT_KIND, .on_delete = PAUSES,
		.hooks = {.check = lw_scst_check_name},
	},
	[SCST_DG_DEVICE] = {
		.name = "dg_device", .label = "device", .word = "DEVICE", .dir = "devices", .help = "device of the group",
		.parents = LW_KIND(SCST_DEVICE_GROUP), .ref_kinds = SCST_DEVICES, KEY(lw_scst_name, .max_len = 64),
		.order = LW_ORDER_NAME, .flags = LW_K_REF_IS_NAME, .unlisted = LW_UNLISTED_DELETE,
		.on_ref_change = LW_REF_RECREATE, .on_ref_delete = LW_CASCADE, .unique = LW_UNIQUE_ENGINE, QUEUED_KIND,
		.on_create = PAUSES, .on_delete = PAUSES,
	},
	[SCST_TARGET_GROUP] = {
		.name = "target_group", .label = "target group", .word = "TARGET_GROUP", .dir = "target_groups",
		.help = "target ports with one ALUA state", .parents = LW_KIND(SCST_DEVICE_GROUP), KEY(lw_scst_name),
		ATTRS(target_group_attrs), .order = LW_ORDER_NAME, .unlisted = LW_UNLISTED_DELETE, QUEUED_KIND,
		.on_delete = PAUSES,
		.hooks = {.check = lw_scst_check_name},
	},
	/* A link when the target is on this node, else a directory; which of the two is fixed when it is added. */
	[SCST_TG_TARGET] = {
		.name = "tg_target", .label = "target", .word = "TARGET",
		.help = "target port of the group, of this node or another",
		.parents = LW_KIND(SCST_TARGET_GROUP), .ref_kinds = SCST_TARGETS, KEY(lw_scst_name, .max_len = 255),
		ATTRS(tg_target_attrs), .order = LW_ORDER_NAME, .flags = LW_K_REF_IS_NAME | LW_K_REF_OPTIONAL,
		.unlisted = LW_UNLISTED_DELETE, .on_ref_change = LW_REF_RECREATE, .on_ref_delete = LW_CASCADE,
		.unique = LW_UNIQUE_TOP, QUEUED_KIND, .on_create = PAUSES, .on_delete = PAUSES,
		.hooks = {.canon = lw_scst_member_canon, .check = lw_scst_check_tg_target},
	},
};
/* clang-format on */

const struct lw_schema lw_schema_scst = {
	.name = "scst",
	.title = "SCST",
	.kinds = kinds,
	.nkind = SCST_NKIND,
};
