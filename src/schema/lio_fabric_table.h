/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of lio.c: fabrics, targets, TPGs and what is below. Attributes, parameters and credentials of one object stand in
 * directories of their own (attrib, param, auth); their names do not clash, so that rows go by the bare name.
 */

/* clang-format off */
#define IN(d)		.dir = d, NODE_LOCK
#define ALWAYS(f)	.flags = LW_A_ALWAYS_READ | (f)
#define AUTH(n, d, line, ...) ROW_OF(n, lw_lio_auth, line, .fresh = "", .max_len = 255, IN(d), __VA_ARGS__)
#define PASSWORDS(d, who) \
	AUTH("password", d, "secret of " who, ALWAYS(LW_A_SECRET), .after = "userid"), \
	AUTH("password_mutual", d, "secret that we show", ALWAYS(LW_A_SECRET), .after = "userid_mutual")
#define USERIDS(d, who, acc) \
	AUTH("userid", d, "name of " who, ALWAYS(0), .access = acc), \
	AUTH("userid_mutual", d, "name that we show", ALWAYS(0))

static const struct lw_attr_spec root_attrs[] = {
	RUNTIME("dbroot", text, "directory that the kernel keeps its files in"),
	FACT("version", "version of the target core"),
};

static const struct lw_attr_spec iscsi_fabric_attrs[] = {
	FACT_IN("discovery_auth", "authenticate_target", "1: we show a name at discovery"),
	ROW("cpus_allowed_list", stripped, "CPUs that its threads may use", KEEP, NODE_LOCK),
	ROW_OF("enforce_discovery_auth", lw_lio_bool, "1: who discovers targets must show a name", .fresh = "0", ALWAYS(0),
	       IN("discovery_auth")),
	FACT("lio_version", "version of the fabric"),
	PASSWORDS("discovery_auth", "who discovers targets"),
	USERIDS("discovery_auth", "who discovers targets", LW_ACC_NONE),
};

static const struct lw_attr_spec fabric_attrs[] = {
	FACT("version", "version of the fabric"),
};

static const struct lw_attr_spec target_attrs[] = {
	ROW("cmd_completion_affinity", int, "CPU that completes commands; -1: that of the initiator's queue, -2: any",
	    .fresh = "-1", .min = -2, .max = 65535, IN("param")),
};

/* Writing authentication sets AuthMethod; writing generate_node_acls 1 turns cache_dynamic_acls on, and it stays on. */
static const struct lw_rewrite authentication_rewrites[] = {
	{"AuthMethod", "1", "CHAP", false}, {"AuthMethod", NULL, "CHAP,None", false}, {NULL, NULL, NULL, false}
};
static const struct lw_rewrite generate_rewrites[] = {{"cache_dynamic_acls", "1", "1", true}, {NULL, NULL, NULL, false}};
static const char *const auth_methods[] = {"CHAP", "None", NULL};
static const char *const digests[] = {"CRC32C", "None", NULL};

#define TA_BOOL(n, f, line, ...)  ROW_OF(n, lw_lio_bool, line, .fresh = f, IN("attrib"), __VA_ARGS__)
#define TA_NUM(n, f, lo, hi, line) ROW(n, uint, line, .fresh = f, .min = lo, .max = hi, IN("attrib"))
#define TP_YESNO(n, f, line)	  ROW(n, yesno, line, .fresh = f, IN("param"))
#define TP_NUM(n, f, lo, hi, line) ROW(n, uint, line, .fresh = f, .min = lo, .max = hi, IN("param"))
#define TP_LIST(n, f, w, line)	  ROW_OF(n, lw_lio_list, line, .fresh = f, .words = w, IN("param"))
#define TP_TEXT(n, f, line)	  ROW(n, text, line, .fresh = f, .max_len = 255, IN("param"))
#define NARROWER(value)		  .access = LW_ACC_NARROWER, .narrow = value, ALWAYS(0)

static const struct lw_attr_spec tpg_attrs[] = {
	TP_LIST("AuthMethod", "CHAP", auth_methods, "how initiators may show who they are"),
	TP_LIST("DataDigest", "CRC32C,None", digests, "checksums of data"),
	TP_YESNO("DataPDUInOrder", "Yes", "data of a burst comes in order"),
	TP_YESNO("DataSequenceInOrder", "Yes", "bursts come in order"),
	TP_NUM("DefaultTime2Retain", "20", 0, 3600, "seconds that a lost connection's commands are kept"),
	TP_NUM("DefaultTime2Wait", "2", 0, 3600, "seconds before a lost connection may come back"),
	TP_NUM("ErrorRecoveryLevel", "0", 0, 2, "how much is recovered"),
	TP_NUM("FirstBurstLength", "65536", 512, 16777215, "bytes that an initiator may send before it is asked"),
	TP_LIST("HeaderDigest", "CRC32C,None", digests, "checksums of headers"),
	TP_TEXT("IFMarkInt", "Reject", "no longer used"),
	TP_YESNO("IFMarker", "No", "no longer used"),
	TP_YESNO("ImmediateData", "Yes", "data may come with the command"),
	TP_YESNO("InitialR2T", "Yes", "an initiator waits until it is asked for data"),
	TP_NUM("MaxBurstLength", "262144", 512, 16777215, "bytes of one burst of data"),
	TP_NUM("MaxConnections", "1", 1, 65535, "connections of a session"),
	TP_NUM("MaxOutstandingR2T", "1", 1, 65535, "bursts of one command that are under way at a time"),
	TP_NUM("MaxRecvDataSegmentLength", "8192", 512, 16777215, "bytes of one PDU that we receive"),
	TP_NUM("MaxXmitDataSegmentLength", "262144", 512, 16777215, "bytes of one PDU that we send"),
	TP_TEXT("OFMarkInt", "Reject", "no longer used"),
	TP_YESNO("OFMarker", "No", "no longer used"),
	TP_TEXT("TargetAlias", "LIO Target", "name for people, shown to initiators"),
	FACT_IN("auth", "authenticate_target", "1: we show a name"),
	TA_BOOL("authentication", "1", "initiators must show who they are", NARROWER("1"),
	    .rewrites = authentication_rewrites),
	TA_BOOL("cache_dynamic_acls", "0", "keep what demo mode made", .access = LW_ACC_NARROWER, .narrow = "0",
		.after = "generate_node_acls"),
	TA_NUM("default_cmdsn_depth", "64", 1, 512, "queue depth of new ACLs"),
	TA_NUM("default_erl", "0", 0, 2, "error recovery level"),
	TA_BOOL("demo_mode_discovery", "1", "initiators without ACL may discover the target"),
	TA_BOOL("demo_mode_write_protect", "1", "initiators without ACL may only read", NARROWER("1")),
	FACT("dynamic_sessions", "initiators that are logged in without ACL"),
	ROW_OF("enable", lw_lio_bool, "initiators may log in", .fresh = "0", .absent = LW_ABSENT_OFF, ALWAYS(LW_A_ENABLE),
	       DROPS_EXPORT, NODE_LOCK),
	ROW("fabric_prot_type", word, "protection data on the wire", .fresh = "0", .words = pi_types, IN("attrib")),
	TA_BOOL("generate_node_acls", "0", "demo mode: initiators without ACL see all LUNs", NARROWER("0"),
		.rewrites = generate_rewrites, DROPS_EXPORT),
	TA_BOOL("login_keys_workaround", "1", "tolerate initiators that break the standard at log-in"),
	TA_NUM("login_timeout", "15", 5, 30, "seconds that a log-in may take"),
	TA_NUM("netif_timeout", "2", 2, 15, "seconds until a lost interface counts; older kernels"),
	PASSWORDS("auth", "who may log in"),
	TA_BOOL("prod_mode_write_protect", "0", "initiators with ACL may only read", NARROWER("1")),
	ROW("rtpi", uint, "relative target port id", .min = 1, .max = 65535, .unique = LW_UNIQUE_ENGINE, .spare_low = 49152,
	    .spare_high = 65535, KEEP, .flags = LW_A_IDENTITY, .when = LW_WHEN_DISABLED, IN("attrib"), .since = "6.4"),
	TA_BOOL("t10_pi", "0", "offer protection data"),
	TA_BOOL("tpg_enabled_sendtargets", "1", "discovery shows the TPG only while it is enabled"),
	USERIDS("auth", "who may log in", LW_ACC_PIVOT),
};

/* The initiator's name is made at random when none is given. */
#define NEXUS ROW_OF("nexus", lw_lio_wwn, "name of the initiator on this machine", .when = LW_WHEN_CREATE, \
		     .flags = LW_A_AT_CREATE | LW_A_IDENTITY, KEEP)

static const struct lw_attr_spec loopback_tpg_attrs[] = {
	FACT("address", "SCSI host, channel and target that it is here"),
	ROW("fabric_prot_type", word, "protection data on the wire", .fresh = "0", .words = pi_types, IN("attrib")),
	NEXUS,
	RUNTIME("transport_status", text, "online or offline"),
};

static const struct lw_attr_spec other_tpg_attrs[] = {
	ROW_OF("enable", lw_lio_bool, "initiators may log in", .fresh = "0", .absent = LW_ABSENT_OFF, ALWAYS(LW_A_ENABLE),
	       DROPS_EXPORT, NODE_LOCK),
	ROW("fabric_prot_type", word, "protection data on the wire", .fresh = "0", .words = pi_types, IN("attrib")),
	NEXUS,
};

static const struct lw_attr_spec portal_attrs[] = {
	ROW_OF("cxgbit", lw_lio_bool, "offload to Chelsio hardware", .fresh = "0", NODE_LOCK),
	ROW_OF("iser", lw_lio_bool, "iSER; loads its module", .fresh = "0", NODE_LOCK),
};

static const struct lw_attr_spec lun_attrs[] = {
	/* Made at random, and seen by nobody. */
	RUNTIME("alias", text, "name of the link to the storage object"),
	RUNTIME("alua_tg_pt_gp", text, "ALUA group, as text"),
	ROW_OF("alua_tg_pt_offline", lw_lio_bool, "ALUA: take the port offline", .fresh = "0", KEEP, NODE_LOCK),
	ROW("alua_tg_pt_status", uint, "ALUA: who changed the state last", .fresh = "0", .max = 2, KEEP, NODE_LOCK),
	ROW_OF("alua_tg_pt_write_md", lw_lio_bool, "ALUA: write changes of state to a file", .fresh = "0", NODE_LOCK),
};

#define NEGOTIATED(n)	FACT_IN("param", n, "what the session negotiated")

static const struct lw_attr_spec acl_attrs[] = {
	NEGOTIATED("DataPDUInOrder"), NEGOTIATED("DataSequenceInOrder"), NEGOTIATED("DefaultTime2Retain"),
	NEGOTIATED("DefaultTime2Wait"), NEGOTIATED("ErrorRecoveryLevel"), NEGOTIATED("FirstBurstLength"),
	NEGOTIATED("ImmediateData"), NEGOTIATED("InitialR2T"), NEGOTIATED("MaxBurstLength"), NEGOTIATED("MaxConnections"),
	NEGOTIATED("MaxOutstandingR2T"),
	FACT_IN("auth", "authenticate_target", "1: we show a name"),
	ROW("authentication", int, "0, 1; -1: as the TPG says", .fresh = "-1", .min = -1, .max = 1, NARROWER("1"),
	    IN("attrib"),
	    .since = "6.1"),
	ROW("cmdsn_depth", uint, "queue depth; default: the TPG's default_cmdsn_depth", .min = 1, .max = 512, KEEP,
	    .effect = LW_EFFECT_DROPS, .scope = LW_SCOPE_NODE, NODE_LOCK),
	TA_NUM("dataout_timeout", "3", 2, 60, "seconds until missing data is asked for again"),
	TA_NUM("dataout_timeout_retries", "5", 1, 15, "how often it is asked for"),
	TA_NUM("default_erl", "0", 0, 2, "error recovery level"),
	FACT("info", "the session"),
	TA_NUM("nopin_response_timeout", "30", 3, 60, "seconds until an unanswered check ends the connection"),
	ROW_OF("nopin_timeout", lw_lio_off_or, "seconds between checks of an idle connection; 0: none", .fresh = "15",
	       .min = 3, .max = 60, IN("attrib")),
	PASSWORDS("auth", "the initiator"),
	TA_BOOL("random_datain_pdu_offsets", "0", "for tests"),
	TA_BOOL("random_datain_seq_offsets", "0", "for tests"),
	TA_BOOL("random_r2t_offsets", "0", "for tests"),
	ROW_OF("tag", lw_lio_auth, "word that groups ACLs", .fresh = "", .max_len = 63, NODE_LOCK),
	USERIDS("auth", "the initiator", LW_ACC_PIVOT),
};

static const struct lw_attr_spec mapped_lun_attrs[] = {
	RUNTIME("alias", text, "name of the link to the LUN"),
	/* Written after the link: before it the kernel forgets it. */
	ROW_OF("write_protect", lw_lio_bool, "1: the initiator may not write", .fresh = "0",
	       ALWAYS(LW_A_VIEW | LW_A_AT_CREATE), .effect = LW_EFFECT_DISTURBS, .scope = LW_SCOPE_NODE, NODE_LOCK),
};
/* clang-format on */
