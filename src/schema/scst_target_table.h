/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of scst.c: target drivers and targets. Values of iSCSI parameters go through the daemon; its files are there only
 * while it runs. Narrowing users or portals never ends a session that is live.
 */

/* clang-format off */
static const char *const addr_methods[] = {"PERIPHERAL", "FLAT", "LUN", NULL};

#define DAEMON		.reading = LW_READ_DAEMON, DIRECT
#define USERS_FLAGS	(LW_A_MULTI | LW_A_SECRET | LW_A_INPLACE | LW_A_ALWAYS_READ)
#define USERS		.flags = USERS_FLAGS, .reading = LW_READ_DAEMON, QUEUED
#define ONE_USER	.flags = USERS_FLAGS | LW_A_SINGLE, .reading = LW_READ_DAEMON, QUEUED

/* ---- drivers */

#define R_DIF_CAPABILITIES	FACT("dif_capabilities", "which protection data the hardware handles")
#define R_ENABLED(...)	ROW("enabled", bool, "initiators may log in", .fresh = "0", .absent = LW_ABSENT_OFF, GUARDS("0"), \
				    .flags = LW_A_ENABLE | LW_A_ALWAYS_READ, __VA_ARGS__)

static const struct lw_attr_spec iscsi_driver_attrs[] = {
	/* Discovery only: they let nobody in to a LUN. */
	ROW_OF("IncomingUser", lw_scst_user, "name and secret of who may discover targets; none: everybody", USERS),
	ROW_OF("OutgoingUser", lw_scst_user, "name and secret that we show to who discovers targets", ONE_USER),
	R_ENABLED(DAEMON),
	/* Each write asks the server, up to half a minute. */
	ROW_OF("iSNSServer", lw_scst_isns, "iSNS server: host [AccessControl [No]]; empty for none", .fresh = "",
	       .after = "isns_entity_name", .deadline = 120, DAEMON),
	ROW_OF("internal_portal", lw_scst_addresses, "addresses that initiators are never told; empty for none",
	       .fresh = "", DAEMON),
	/* Never marked as somebody's wish. Empty, the daemon fills in the host's name when it talks to a server. */
	ROW("isns_entity_name", stripped, "name at the iSNS server; empty for the host's name", .fresh = "", .max_len = 255,
	    DAEMON),
	ROW("link_local", bool, "tell initiators link-local addresses, too", .fresh = "1", DAEMON),
	FACT("open_state", "whether the daemon is connected"),
	R_TRACE_LEVEL,
	R_VERSION,
};

static const struct lw_attr_spec cm_driver_attrs[] = {
	ROW("allow_not_connected_copy", bool, "copy also between devices that the initiator does not see",
	    .fresh = "0", DIRECT),
	R_DIF_CAPABILITIES,
	R_TRACE_LEVEL,
};

static const struct lw_attr_spec local_driver_attrs[] = {
	R_DIF_CAPABILITIES,
	FACT("stats", "aborts and resets"),
	R_TRACE_LEVEL,
	R_VERSION,
};

static const struct lw_attr_spec driver_attrs[] = {
	R_DIF_CAPABILITIES,
	R_TRACE_LEVEL,
	R_VERSION,
};

static const char *const iscsi_names[] = {"iscsi", NULL};
static const char *const cm_names[] = {"copy_manager", NULL};
static const char *const local_names[] = {"scst_local", NULL};
static const char *const qla_names[] = {"qla2x00t", "qla2x00t-32gbit", NULL};
static const char *const srpt_names[] = {"ib_srpt", NULL};
static const char *const fc_names[] = {"fcst", NULL};
static const char *const cm_target_names[] = {"copy_manager_tgt", NULL};

/* ---- targets */

/* Of targets and of groups. */
#define T_ADDR_METHOD		ROW("addr_method", iword, "how LUNs are written in REPORT LUNS", .fresh = "PERIPHERAL", \
				    .words = addr_methods, DIRECT)
#define T_BLACK_HOLE		RUNTIME("black_hole", uint, "drop commands, for tests")
#define T_CPU_MASK		ROW_OF("cpu_mask", lw_scst_cpu_mask, "CPUs that may run its threads; default: all", QUEUED)
#define T_IO_GROUPING		ROW_OF("io_grouping_type", lw_scst_grouping, "which initiators share an I/O context", \
				       .fresh = "auto", QUEUED)

#define T_AEN			ROW("aen_disabled", bool, "send no asynchronous events", .fresh = "0", DIRECT)
#define T_BIDI			COUNTER("bidi_cmd_count"), COUNTER("bidi_io_count_kb"), COUNTER("bidi_unaligned_cmd_count")
#define T_COMMENT		ROW("comment", text, "words for people", .fresh = "", .max_len = 4095, DIRECT)
#define T_DIF			R_DIF_CAPABILITIES, FACT("dif_checks_failed", "checks that failed, a table")
#define T_FORWARD \
	ROW("forward_dst", bool, "commands come from another target that forwards them", .fresh = "0", DIRECT), \
	ROW("forward_src", bool, "forward commands to another target", .fresh = "0", DIRECT), \
	ROW("forwarding", bool, "old word for forward_dst", .alias = "forward_dst", .factor = 1, DIRECT)
/* Says that the port exists by hardware; nothing to write, and nothing to warn of when a file says it. */
#define T_HW_TARGET		ROW("hw_target", bool, "1: a hardware port", NOT_OURS(LW_READ_EXACT), \
				    .flags = LW_A_STATES | LW_A_ALWAYS_READ)
#define T_NONE			COUNTER("none_cmd_count")
#define T_READ			COUNTER("read_cmd_count"), COUNTER("read_io_count_kb"), COUNTER("read_unaligned_cmd_count")
/* The kernel takes the next number of a counter when a target without one is enabled. */
#define T_REL_TGT_ID(w)		ROW("rel_tgt_id", uint, "number of the target port, unique among enabled targets", \
				    .fresh = "0", .unset = "0", .max = 65535, .unique = LW_UNIQUE_ENGINE, \
				    .unique_while = (w), .exempt = "0", .spare_low = 49152, .spare_high = 65535, \
				    .flags = LW_A_IDENTITY, KEEP, \
				    .effect = LW_EFFECT_DISTURBS, .scope = LW_SCOPE_NODE, QUEUED)
#define T_SG			FACT("sg_tablesize", "longest scatter-gather list")
#define T_UNKNOWN		COUNTER("unknown_cmd_count")
#define T_WRITE			COUNTER("write_cmd_count"), COUNTER("write_io_count_kb"), \
				COUNTER("write_unaligned_cmd_count")

/* What every target has from forward_dst to io_grouping_type. */
#define T_TO_IO_GROUPING	T_FORWARD, T_HW_TARGET, T_IO_GROUPING

#define ISCSI_YESNO(n, f, line)		ROW_OF(n, lw_scst_yesno, line, .fresh = f, DAEMON)
#define ISCSI_NUMBER(n, f, lo, hi, line) ROW_OF(n, lw_scst_number, line, .fresh = f, .min = lo, .max = hi, DAEMON)
/* What the page size allows: 1 MiB with pages of 4 KiB, more with larger ones. */
#define ISCSI_LENGTH(n, f, line)	ISCSI_NUMBER(n, f, 512, 16777215, line)
#define ISCSI_DIGEST(n, line)		ROW_OF(n, lw_scst_digests, line, .fresh = "None", DAEMON)

static const struct lw_attr_spec iscsi_target_attrs[] = {
	ISCSI_DIGEST("DataDigest", "checksums of data: None, CRC32C or both"),
	ISCSI_LENGTH("FirstBurstLength", "65536", "bytes that an initiator may send before it is asked"),
	ISCSI_DIGEST("HeaderDigest", "checksums of headers: None, CRC32C or both"),
	ISCSI_YESNO("ImmediateData", "Yes", "data may come with the command"),
	ROW_OF("IncomingUser", lw_scst_user, "name and secret of who may log in; none: everybody",
	       .access = LW_ACC_OPEN_WHEN_EMPTY, USERS),
	ISCSI_YESNO("InitialR2T", "No", "an initiator waits until it is asked for data"),
	ISCSI_LENGTH("MaxBurstLength", "1048576", "bytes of one burst of data"),
	ISCSI_NUMBER("MaxOutstandingR2T", "32", 1, 65535, "bursts of one command that are under way at a time"),
	ISCSI_LENGTH("MaxRecvDataSegmentLength", "1048576", "bytes of one PDU that we receive"),
	ISCSI_NUMBER("MaxSessions", "0", 0, 65535, "sessions at a time; 0: any number"),
	ISCSI_LENGTH("MaxXmitDataSegmentLength", "1048576", "bytes of one PDU that we send"),
	ISCSI_NUMBER("NopInInterval", "30", 0, 65535, "seconds between checks of an idle connection; 0: none"),
	ISCSI_NUMBER("NopInTimeout", "30", 2, 65535, "seconds until an unanswered check ends the connection"),
	/* A second one destroys the first until the daemon is restarted. */
	ROW_OF("OutgoingUser", lw_scst_user, "name and secret that we show to initiators", ONE_USER),
	ISCSI_NUMBER("QueuedCommands", "32", 1, 2048, "commands that a session may have queued"),
	/* Yes by default when isert_scst was loaded before the daemon started. */
	ISCSI_YESNO("RDMAExtensions", NULL, "iSER"),
	ISCSI_NUMBER("RspTimeout", "90", 2, 65535, "seconds until an unanswered response ends the connection"),
	T_ADDR_METHOD, T_AEN,
	ROW("alias", stripped, "name for people, shown to initiators", .fresh = "", .max_len = 255, DAEMON),
	ROW_OF("allowed_portal", lw_scst_portal, "our addresses that initiators may log in at; none: all",
	       .access = LW_ACC_OPEN_WHEN_EMPTY, .flags = LW_A_MULTI | LW_A_ALWAYS_READ, .reading = LW_READ_DAEMON, QUEUED),
	T_BIDI, T_BLACK_HOLE, T_COMMENT, T_CPU_MASK, T_DIF,
	R_ENABLED(QUEUED),
	T_TO_IO_GROUPING, T_NONE,
	ROW("per_portal_acl", bool, "1: initiators are matched as name#portal", .fresh = "0",
	    .access = LW_ACC_INCOMPARABLE, DAEMON),
	T_READ,
	ROW_OF("redirect", lw_scst_redirect, "where initiators are sent: address[:port] temp or perm", .fresh = "", DAEMON),
	T_REL_TGT_ID(LW_WHILE_ENABLED), T_SG, FACT("tid", "number of the target in the daemon"), T_UNKNOWN, T_WRITE,
};

static const struct lw_attr_spec cm_target_attrs[] = {
	T_ADDR_METHOD, T_AEN, T_BIDI, T_BLACK_HOLE, T_COMMENT, T_CPU_MASK, T_DIF, T_TO_IO_GROUPING, T_NONE, T_READ,
	T_REL_TGT_ID(LW_WHILE_ALWAYS), T_SG, T_UNKNOWN, T_WRITE,
};

static const struct lw_attr_spec local_target_attrs[] = {
	T_ADDR_METHOD, T_AEN, T_BIDI, T_BLACK_HOLE, T_COMMENT, T_CPU_MASK, T_DIF, T_TO_IO_GROUPING, T_NONE,
	ROW("phys_transport_version", hex, "version descriptor of the physical transport", .fresh = "0x0",
	    .max = 65535, DIRECT),
	T_READ, T_REL_TGT_ID(LW_WHILE_ALWAYS),
	ROW("scsi_transport_version", hex, "version descriptor of the SCSI transport", .fresh = "0xbe0",
	    .max = 65535, DIRECT),
	ROW_OF("session_name", lw_scst_name, "a session of this machine with its own disks", .access = LW_ACC_GRANTS,
	       .flags = LW_A_MULTI | LW_A_ALWAYS_READ | LW_A_ENDS, QUEUED),
	T_SG, T_UNKNOWN, T_WRITE,
};

/* Ports: switching one off takes its link down. */
static const struct lw_attr_spec qla_target_attrs[] = {
	ACTION("abort_isp", "reset the chip"),
	T_ADDR_METHOD, T_AEN, T_BIDI, T_BLACK_HOLE, T_COMMENT, T_CPU_MASK, T_DIF,
	R_ENABLED(DROPS_EXPORT, QUEUED),
	ROW("explicit_confirmation", bool, "ask initiators to confirm responses", .fresh = "0", DIRECT),
	T_TO_IO_GROUPING,
	/* A port that exists takes it at any time, and its chip is reset; an NPIV port only when it is made. */
	ROW_OF("node_name", lw_scst_wwn, "world wide node name; a change resets the chip", .when = LW_WHEN_CREATE,
	       .flags = LW_A_AT_CREATE | LW_A_PORT, KEEP, DROPS_EXPORT, DIRECT),
	T_NONE,
	ROW_OF("parent_host", lw_scst_wwn, "physical port that an NPIV port is made on",
	       .when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE | LW_A_HOST),
	ROW_OF("port_name", lw_scst_wwn, "world wide port name; a change resets the chip",
	       .when = LW_WHEN_DISABLED, KEEP, DROPS_EXPORT, DIRECT),
	T_READ, T_REL_TGT_ID(LW_WHILE_ENABLED), T_SG, T_UNKNOWN, T_WRITE,
};

static const struct lw_attr_spec srpt_target_attrs[] = {
	T_ADDR_METHOD, T_AEN, T_BIDI, T_BLACK_HOLE, T_COMMENT,
	ROW("comp_v_mask", hex, "completion vectors that may be used", KEEP, DIRECT),
	T_CPU_MASK, FACT("device", "name of the InfiniBand device"), T_DIF,
	R_ENABLED(DROPS_EXPORT, QUEUED),
	T_TO_IO_GROUPING, FACT("link_layer", "InfiniBand or Ethernet"),
	FACT("login_info", "what initiators need to log in"),
	T_NONE,
	ROW("port_id", text, "name of the I/O controller, shown to initiators", .fresh = "SCST SRP target", .max_len = 63, DIRECT),
	T_READ, T_REL_TGT_ID(LW_WHILE_ENABLED), T_SG, T_UNKNOWN, T_WRITE,
};

/* fcst, and any driver that we know nothing of. */
static const struct lw_attr_spec port_target_attrs[] = {
	T_ADDR_METHOD, T_AEN, T_BIDI, T_BLACK_HOLE, T_COMMENT, T_CPU_MASK, T_DIF,
	R_ENABLED(DROPS_EXPORT, QUEUED),
	T_TO_IO_GROUPING, T_NONE, T_READ, T_REL_TGT_ID(LW_WHILE_ENABLED), T_SG, T_UNKNOWN, T_WRITE,
};
/* clang-format on */
