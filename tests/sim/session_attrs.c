/* SPDX-License-Identifier: Apache-2.0 */
/* What sysfs tells of sessions. */
#include <stdio.h>

#include "session_attrs.h"

static int store_force_close(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			     char *data)
{
	(void)attr;
	(void)data;
	sim_session_free(sim, node->obj);
	return 0;
}

static void show_host(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_session *session = node->obj;

	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%d\n", session->host);
}

/* A SAS TransportID whose address holds the session's number. */
static void show_transport_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			      struct lw_str *ret)
{
	const struct sim_session *session = node->obj;
	char id[24] = {
		6, 0, 0, 0, '_', (char)0xee, (char)0xde, '@', 0, (char)0xad, (char)0xe0, 'P'
	};

	(void)sim;
	if (sim_value_is_set(node, attr)) {
		lw_str_add(ret, sim_value(node, attr));
		return;
	}
	id[8] = (char)((session->number & 15) << 4 | 15);
	lw_str_add_bytes(ret, id, sizeof(id));
}

static void show_bare(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	(void)sim;
	lw_str_add(ret, sim_value(node, attr));
}

#define ISCSI(name_, init_) \
	{ \
		.name = name_, .where = SIM_ISCSI, .mode = 0444, .init = init_ \
	}
#define SRPT(name_, init_) \
	{ \
		.name = name_, .where = SIM_SRPT, .mode = 0444, .init = init_ \
	}
#define CLOSABLE (SIM_ISCSI | SIM_LOCAL | SIM_HARDWARE)

/* clang-format off */
static const struct sim_attr session_attrs[] = {
	ISCSI("DataDigest", "None"),
	ISCSI("FirstBurstLength", "65536"),
	ISCSI("HeaderDigest", "None"),
	ISCSI("ImmediateData", "Yes"),
	ISCSI("InitialR2T", "No"),
	ISCSI("MaxBurstLength", "1048576"),
	ISCSI("MaxOutstandingR2T", "1"),
	ISCSI("MaxRecvDataSegmentLength", "1048576"),
	ISCSI("MaxXmitDataSegmentLength", "262144"),
	{ .name = "active_commands", .mode = 0444, .flags = SIM_RQ, .init = "0" },
	SIM_COUNTER_ROWS(0644),
	SRPT("ch_state", "live"),
	SRPT("comp_vector", "0"),
	{ .name = "commands", .mode = 0444, .init = "0" },
	SIM_DIF_CHECKS(SIM_COPY),
	{ .name = "force_close", .where = CLOSABLE, .mode = 0200, .store = store_force_close },
	{ .name = "host_no", .where = SIM_LOCAL, .mode = 0444, .show = show_host },
	{ .name = "initiator_name", .mode = 0444 },
	ISCSI("reinstating", "0"),
	SRPT("req_lim", "4096"),
	SRPT("req_lim_delta", "0"),
	ISCSI("sid", "0"),
	ISCSI("thread_pid", "0"),
	{ .name = "transport_id", .where = SIM_LOCAL, .mode = 0644, .show = show_transport_id },
	{ .name = NULL },
};

static const struct sim_attr session_lun_attrs[] = {
	{ .name = "active_commands", .mode = 0444, .init = "0" },
	SIM_DIF_CHECKS(SIM_COPY),
	{ .name = "thread_index", .mode = 0444, .init = "0" },
	{ .name = "thread_pid", .mode = 0444, .init = "0" },
	{ .name = NULL },
};

/* Where an iSCSI session comes from. */
static const struct sim_attr connection_attrs[] = {
	{ .name = "cid", .mode = 0444, .init = "0", .show = show_bare },
	{ .name = "ip", .mode = 0444, .show = show_bare },
	{ .name = "state", .mode = 0444, .init = "established idle ", .show = show_bare },
	{ .name = "target_ip", .mode = 0444, .show = show_bare },
	{ .name = "transport", .mode = 0444, .init = "iSCSI-TCP" },
	{ .name = NULL },
};

#define LATENCY(name_) \
	{ .name = name_, .mode = 0644, .flags = SIM_RESET, .init = "state count min max avg stddev" }
#define LATENCIES(kind) \
	LATENCY(kind "512"), LATENCY(kind "1024"), LATENCY(kind "2048"), LATENCY(kind "4096"), \
	LATENCY(kind "8192"), LATENCY(kind "16384"), LATENCY(kind "32768"), LATENCY(kind "65536"), \
	LATENCY(kind "131072"), LATENCY(kind "262144"), LATENCY(kind "524288")

static const struct sim_attr latency_attrs[] = {
	LATENCIES("b"), LATENCIES("n"), LATENCIES("r"), LATENCIES("w"),
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_session = { "session", session_attrs };
const struct sim_class sim_class_session_lun = { "session_lun", session_lun_attrs };
const struct sim_class sim_class_latency = { "latency", latency_attrs };
const struct sim_class sim_class_connection = { "connection", connection_attrs };
