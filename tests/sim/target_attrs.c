/* SPDX-License-Identifier: Apache-2.0 */
/* The attributes of targets, for every driver in one table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "group_attrs.h"
#include "session_attrs.h"
#include "target_attrs.h"

static void show_tid(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     struct lw_str *ret)
{
	const struct sim_target *target = node->obj;

	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%u\n", target->tid);
}

/* "forwarding" is the older name of forward_dst. */
static void show_forwarding(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			    struct lw_str *ret)
{
	const struct sim_attr *now = sim_attr_find(node, "forward_dst");

	(void)attr;
	sim_attr_show(sim, node, now, ret);
}

static int store_forwarding(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			    char *data)
{
	(void)attr;
	return sim_attr_store(sim, node, sim_attr_find(node, "forward_dst"), data);
}

static int store_abort(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       char *data)
{
	(void)sim;
	(void)node;
	(void)attr;
	(void)data;
	return 0;
}

/* clang-format off */
#define BOOL(name_, where_) \
	{ .name = name_, .where = where_, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "0" }
#define ISCSI_NUMBER(name_, init_, min_, max_) \
	{ .name = name_, .where = SIM_ISCSI, .mode = 0644, .flags = SIM_BLANK | SIM_DEFAULT, .key = SIM_KEY_DIFF, \
	  .format = SIM_UINT, .init = init_, .min = min_, .max = max_ }
#define ISCSI_YES_NO(name_, init_, words_) \
	{ .name = name_, .where = SIM_ISCSI, .mode = 0644, .flags = SIM_BLANK | SIM_DEFAULT, .key = SIM_KEY_DIFF, \
	  .format = SIM_WORD, .init = init_, .words = words_ }
#define ISCSI_DIGEST(name_) \
	{ .name = name_, .where = SIM_ISCSI, .mode = 0644, .flags = SIM_BLANK | SIM_DEFAULT, .key = SIM_KEY_DIFF, .init = "None", \
	  .check = sim_check_digest }
#define ISCSI_TEXT(name_) \
	{ .name = name_, .where = SIM_ISCSI, .mode = 0644, .flags = SIM_BLANK, .key = SIM_KEY_FILLED }
#define HARDWARE(name_, where_, init_) { .name = name_, .where = where_, .mode = 0444, .init = init_ }
#define VERSION(name_, init_) \
	{ .name = name_, .where = SIM_LOCAL, .mode = 0644, .flags = SIM_HEX, .key = SIM_KEY_DIFF, .format = SIM_UINT, \
	  .init = init_ }
#define SEGMENT_MAX 1048576

static const struct sim_attr target_attrs[] = {
	SIM_GROUP_ROWS,
	ISCSI_DIGEST("DataDigest"),
	ISCSI_NUMBER("FirstBurstLength", "65536", 512, SEGMENT_MAX),
	ISCSI_DIGEST("HeaderDigest"),
	ISCSI_YES_NO("ImmediateData", "Yes", "Yes No"),
	ISCSI_YES_NO("InitialR2T", "No", "Yes No"),
	ISCSI_NUMBER("MaxBurstLength", "1048576", 512, SEGMENT_MAX),
	ISCSI_NUMBER("MaxOutstandingR2T", "32", 1, 65535),
	ISCSI_NUMBER("MaxRecvDataSegmentLength", "1048576", 512, SEGMENT_MAX),
	ISCSI_NUMBER("MaxSessions", "0", 0, 65535),
	ISCSI_NUMBER("MaxXmitDataSegmentLength", "1048576", 512, SEGMENT_MAX),
	ISCSI_NUMBER("NopInInterval", "30", 0, 65535),
	ISCSI_NUMBER("NopInTimeout", "30", 2, 65535),
	ISCSI_NUMBER("QueuedCommands", "32", 1, 2048),
	/* Yes is out of range without iSER, which is not simulated. */
	ISCSI_YES_NO("RDMAExtensions", "No", "No"),
	ISCSI_NUMBER("RspTimeout", "90", 2, 65535),
	{ .name = "abort_isp", .where = SIM_QLA, .mode = 0200, .store = store_abort },
	BOOL("aen_disabled", 0),
	ISCSI_TEXT("alias"),
	{ .name = "comment", .mode = 0644, .flags = SIM_EMPTY, .key = SIM_KEY_FILLED },
	{ .name = "comp_v_mask", .where = SIM_SRPT, .mode = 0644, .key = SIM_KEY_ALWAYS, .init = "3",
	  .check = sim_check_cpu_mask },
	HARDWARE("device", SIM_SRPT, "mlx5_0"),
	{ .name = "dif_capabilities", .where = SIM_COPY, .mode = 0444, .init = SIM_DIF_CAPABILITIES },
	SIM_DIF_CHECKS(SIM_COPY),
	{ .name = "enabled", .where = SIM_ISCSI | SIM_HARDWARE, .mode = 0644, .flags = SIM_Q | SIM_CHECK,
	  .format = SIM_FLAG, .show = sim_show_enabled, .store = sim_store_enabled },
	BOOL("explicit_confirmation", SIM_QLA),
	BOOL("forward_dst", 0),
	BOOL("forward_src", 0),
	{ .name = "forwarding", .mode = 0644, .show = show_forwarding, .store = store_forwarding },
	{ .name = "hw_target", .where = SIM_HARDWARE, .mode = 0444, .show = sim_show_hw_target },
	HARDWARE("link_layer", SIM_SRPT, "InfiniBand"),
	HARDWARE("login_info", SIM_SRPT, "tid_ext=0002c90300000001,ioc_guid=0002c90300000001,pkey=ffff"),
	{ .name = "node_name", .where = SIM_QLA, .mode = 0644, .show = sim_show_node_name,
	  .store = sim_store_node_name },
	{ .name = "per_portal_acl", .where = SIM_ISCSI, .mode = 0644, .flags = SIM_BLANK2, .key = SIM_KEY_DIFF,
	  .format = SIM_BOOL, .init = "0" },
	VERSION("phys_transport_version", "0x0"),
	{ .name = "port_id", .where = SIM_SRPT, .mode = 0644, .key = SIM_KEY_DIFF, .init = "SCST SRP target" },
	ISCSI_TEXT("redirect"),
	{ .name = "rel_tgt_id", .mode = 0644, .flags = SIM_Q | SIM_CHECK, .format = SIM_UINT, .show = sim_show_rel_id, .store = sim_store_rel_id },
	VERSION("scsi_transport_version", "0xbe0"),
	{ .name = "sg_tablesize", .mode = 0444, .init = "65535" },
	{ .name = "tid", .where = SIM_ISCSI, .mode = 0444, .show = show_tid },
	SIM_COUNTER_ROWS(0444),
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_target = { "target", target_attrs };
