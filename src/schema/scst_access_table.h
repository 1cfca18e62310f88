/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of scst.c: LUNs, groups, sessions, and the ALUA side. */

/* clang-format off */
static const struct lw_attr_spec lun_attrs[] = {
	R_READ_ONLY_LUN,
	ROW("readonly", bool, "other word for read_only", .alias = "read_only", .factor = 1, .when = LW_WHEN_CREATE),
};

/* copy_manager takes what the device is; it says so only when it is read. */
static const struct lw_attr_spec cm_lun_attrs[] = {
	ROW("read_only", bool, "1: the device is read-only", FORCED),
	ROW("readonly", bool, "other word for read_only", .alias = "read_only", .factor = 1, FORCED),
};

static const struct lw_attr_spec group_attrs[] = {
	T_ADDR_METHOD, T_BLACK_HOLE, T_CPU_MASK, T_IO_GROUPING,
	ROW("per_sess_dedicated_tgt_threads", bool, "threads of its own for each session", .fresh = "0", DIRECT),
};

static const struct lw_attr_spec session_attrs[] = {
	FACT("DataDigest", "checksums of data"),
	FACT("FirstBurstLength", "bytes that the initiator may send before it is asked"),
	FACT("HeaderDigest", "checksums of headers"),
	FACT("ImmediateData", "data may come with the command"),
	FACT("InitialR2T", "the initiator waits until it is asked for data"),
	FACT("MaxBurstLength", "bytes of one burst of data"),
	FACT("MaxOutstandingR2T", "bursts of one command that are under way at a time"),
	FACT("MaxRecvDataSegmentLength", "bytes of one PDU that we receive"),
	FACT("MaxXmitDataSegmentLength", "bytes of one PDU that we send"),
	COUNTS("active_commands", "commands being executed"),
	T_BIDI,
	COUNTS("commands", "commands that the session holds"),
	FACT("dif_checks_failed", "checks of protection data that failed: a table"),
	ACTION("force_close", "end the session"),
	FACT("host_no", "number of the SCSI host that it is here"),
	RUNTIME("initiator_name", text, "who logged in"),
	T_NONE, T_READ,
	FACT("reinstating", "the session replaces an older one"),
	FACT("sid", "iSCSI session id"),
	FACT("thread_pid", "its threads"),
	FACT("transport_id", "SCSI transport id"),
	T_UNKNOWN, T_WRITE,
};

static const char *const alua_states[] = {
	"active", "nonoptimized", "standby", "unavailable", "offline", "transitioning", NULL
};

/* No reads and writes through these ports; as a lasting state, the one in between is no better. */
static const char *const alua_unusable[] = {"standby", "unavailable", "offline", "transitioning", NULL};

static const struct lw_attr_spec target_group_attrs[] = {
	/* The kernel does not mind equal numbers; initiators do. */
	ROW("group_id", uint, "number of the port group, unique in its device group", .fresh = "0", .unset = "0",
	    .max = 65535, .unique = LW_UNIQUE_TOP, .exempt = "0", .spare_low = 49152, .spare_high = 65535,
	    KEEP, DISTURBS_ENGINE, DIRECT),
	ROW("preferred", bool, "initiators should prefer these ports", .fresh = "0", DISTURBS_ENGINE, QUEUED),
	/* Failover programs swap it, and it may open and close backing files. */
	ROW("state", word, "how the devices can be reached through these ports", .fresh = "active", .words = alua_states,
	    .after = "group_id", KEEP, DISTURBS_ENGINE, .drops = alua_unusable, QUEUED),
};

static const struct lw_attr_spec tg_target_attrs[] = {
	ROW("rel_tgt_id", uint, "number of the target port on the other node", .fresh = "0", .unset = "0",
	    .flags = LW_A_APART, .max = 65535, KEEP, DISTURBS_ENGINE, DIRECT),
};
/* clang-format on */
