/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of lio.c: storage objects and their ALUA groups. What is given through control or read from info has no file of its
 * own; it stands here under the words that saved configurations use (size, aio, readonly), but udev_path, which has one.
 *
 * An exported storage object refuses many changes: those rows say UNREFERENCED. emulate_tpu, emulate_tpws and
 * unmap_zeroes_data crash the kernel when they are written before enable.
 */

/* clang-format off */
#define NODE_LOCK	.lock = LW_LOCK_NODE
#define ATTRIB		.dir = "attrib", NODE_LOCK
#define X		.when = LW_WHEN_UNREFERENCED

/* A boolean; one that only changes while nobody refers to the object; a number. */
#define BOOL(n, f, line)	ROW_OF(n, lw_lio_bool, line, .fresh = f, ATTRIB)
#define BOOL_X(n, f, line)	ROW_OF(n, lw_lio_bool, line, .fresh = f, X, ATTRIB)
#define U32(n, f, line)		ROW(n, uint, line, .fresh = f, .max = UINT32_MAX, ATTRIB)
#define GIVEN(n, vtable, line, ...) ROW_OF(n, vtable, line, AT_CREATE, __VA_ARGS__)
#define FACT_IN(d, n, line)	ROW(n, text, line, NOT_OURS(LW_READ_VOLATILE), .dir = d)
#define ACTION_IN(d, n, line)	ROW(n, text, line, NOT_OURS(LW_READ_WRITE_ONLY), .dir = d)
#define RUNTIME_IN(d, n, t, line) ROW_OF(n, lw_type_##t, line, NOT_OURS(LW_READ_EXACT), .dir = d)
#define WWN_TEXT(n, f, max, line) ROW(n, text, line, .fresh = f, .max_len = max, X, .dir = "wwn", NODE_LOCK, \
				      DISTURBS_REFERRERS)

static const char *const block_sizes[] = {"512", "1024", "2048", "4096", NULL};
static const char *const pi_types[] = {"0", "1", "3", NULL};
/* fileio computes hw_max_sectors anew: 8 MiB. */
static const struct lw_rewrite block_size_rewrites[] = {{"hw_max_sectors", NULL, NULL, false}, {NULL, NULL, NULL, false}};
static const struct lw_rewrite model_alias_rewrites[] = {{"product_id", NULL, NULL, false}, {NULL, NULL, NULL, false}};

#define S_ALIAS		RUNTIME("alias", text, "text for people; nothing saves it")
#define S_LU_GP		RUNTIME("alua_lu_gp", text, "logical unit group")
#define S_ALUA_SUPPORT	FACT_IN("attrib", "alua_support", "whether ALUA can be used")
#define S_BLOCK_SIZE	ROW("block_size", word, "bytes of a logical block", .fresh = "512", .words = block_sizes, X, \
			    ATTRIB, .rewrites = block_size_rewrites, .deadline = 60)
#define S_3PC		BOOL("emulate_3pc", "1", "EXTENDED COPY")
#define S_CAW		BOOL("emulate_caw", "1", "COMPARE AND WRITE")
#define S_DPO		ROW_OF("emulate_dpo", lw_lio_bool, "always 1", FORCED, .dir = "attrib")
#define S_FUA_READ	ROW_OF("emulate_fua_read", lw_lio_bool, "always 1", FORCED, .dir = "attrib")
#define S_FUA_WRITE	BOOL("emulate_fua_write", "1", "writes may ask to reach the medium")
#define S_MODEL_ALIAS	ROW_OF("emulate_model_alias", lw_lio_bool, "1: the product is named as the object", \
			    .fresh = "0", X, ATTRIB, .rewrites = model_alias_rewrites)
#define S_PR		BOOL("emulate_pr", "1", "persistent reservations")
#define S_REST_REORD	RUNTIME_IN("attrib", "emulate_rest_reord", bool, "not implemented in the kernel")
#define S_RSOC		BOOL("emulate_rsoc", "1", "REPORT SUPPORTED OPERATION CODES")
#define S_TAS		BOOL_X("emulate_tas", "1", "tell initiators of aborted tasks")
#define S_TPU		ROW_OF("emulate_tpu", lw_lio_bool, "UNMAP", .fresh = "0", .when = LW_WHEN_ENABLED, ATTRIB)
#define S_TPWS		ROW_OF("emulate_tpws", lw_lio_bool, "WRITE SAME with UNMAP", .fresh = "0", \
			    .when = LW_WHEN_ENABLED, ATTRIB)
#define S_UA_INTLCK	ROW("emulate_ua_intlck_ctrl", uint, "unit attention interlock: 0, 1 or 2", .fresh = "0", \
			    .max = 2, X, ATTRIB)
#define S_ENFORCE_PR	BOOL("enforce_pr_isids", "1", "the session id belongs to who registered")
#define S_APTPL		BOOL_X("force_pr_aptpl", "0", "reservations survive a power cut though nobody asked")
#define S_HW_BLOCK	FACT_IN("attrib", "hw_block_size", "block size of the backing store")
#define S_HW_SECTORS	FACT_IN("attrib", "hw_max_sectors", "longest command of the backing store")
#define S_HW_PI		FACT_IN("attrib", "hw_pi_prot_type", "protection data of the backing store")
#define S_HW_QUEUE	FACT_IN("attrib", "hw_queue_depth", "queue depth of the backing store")
#define S_INFO		FACT("info", "state of the backing store")
#define S_NONROT(f)	BOOL("is_nonrot", f, "the medium does not rotate")
#define S_LBA_MAP	RUNTIME("lba_map", text, "referrals")
#define S_UNMAP_DESC(f)	U32("max_unmap_block_desc_count", f, "ranges of one UNMAP")
#define S_UNMAP_LBA(f)	U32("max_unmap_lba_count", f, "blocks of one UNMAP")
#define S_WRITE_SAME(f)	U32("max_write_same_len", f, "blocks of one WRITE SAME")
#define S_OPTIMAL(f)	ROW("optimal_sectors", uint, "best length of a command", .fresh = f, .max = UINT32_MAX, X, ATTRIB, \
			    .after = "block_size")
#define S_PGR		FACT_IN("attrib", "pgr_support", "whether persistent reservations can be used")
#define S_PI_FORMAT	ROW_OF("pi_prot_format", lw_lio_bool, "write protection data; always reads 0", FORCED, \
			    .dir = "attrib")
#define S_PI_TYPE	ROW("pi_prot_type", word, "type of protection data", .fresh = "0", .words = pi_types, X, ATTRIB)
#define S_PI_VERIFY	ROW_OF("pi_prot_verify", lw_lio_bool, "check protection data", .fresh = "0", \
			    .after = "pi_prot_type", ATTRIB)
#define S_PR_FACTS	FACT_IN("pr", "res_aptpl_active", "reservations survive a power cut"), \
			ROW("res_aptpl_metadata", text, "reservations to be taken over", NOT_OURS(LW_READ_WRITE_ONLY), \
			    .dir = "pr"), \
			FACT_IN("pr", "res_holder", "who holds the reservation"), \
			FACT_IN("pr", "res_pr_all_tgt_pts", "reservations of all ports"), \
			FACT_IN("pr", "res_pr_generation", "counter of reservations"), \
			FACT_IN("pr", "res_pr_holder_tg_port", "port of who holds the reservation"), \
			FACT_IN("pr", "res_pr_registered_i_pts", "who is registered"), \
			FACT_IN("pr", "res_pr_type", "type of the reservation"), \
			FACT_IN("pr", "res_type", "kind of reservations")
#define S_PRODUCT	WWN_TEXT("product_id", NULL, 16, "product name; default: that of the plugin")
#define S_QUEUE(f)	ROW("queue_depth", uint, "commands that may be under way", .fresh = f, .min = 1, \
			    .max = UINT32_MAX, X, ATTRIB)
#define S_REVISION(f)	WWN_TEXT("revision", f, 4, "product revision")
#define S_COMPANY	ROW("company_id", hex, "IEEE company id in the NAA identifier", .fresh = "0x1405", \
			    .max = 0xffffff, X, .dir = "wwn", NODE_LOCK, .flags = LW_A_IDENTITY, DISTURBS_REFERRERS)
#define S_CONTROL	ACTION("control", "parameters of the plugin")
#define S_ENABLE	FACT("enable", "1: complete; a storage object cannot be switched off")
#define S_GRAN(f)	U32("unmap_granularity", f, "blocks that are unmapped together")
#define S_GRAN_ALIGN(f)	U32("unmap_granularity_alignment", f, "first block that can be unmapped")
#define S_ZEROES	BOOL_X("unmap_zeroes_data", "0", "unmapped blocks read as zeros")
#define S_VENDOR(f)	WWN_TEXT("vendor_id", f, 8, "vendor name")
#define S_VPD_FACTS	FACT_IN("wwn", "vpd_assoc_logical_unit", "designators of the unit"), \
			FACT_IN("wwn", "vpd_assoc_scsi_target_device", "designators of the target"), \
			FACT_IN("wwn", "vpd_assoc_target_port", "designators of the port"), \
			FACT_IN("wwn", "vpd_protocol_identifier", "protocol of the port")
/* Two objects of one serial are one disk to initiators, two on one file destroy it; the kernel takes both. */
#define ONCE		.unique = LW_UNIQUE_ENGINE, .unique_while = LW_WHILE_ADVISED
/* A random one is made for an object without: two with none would look like one disk. */
#define S_SERIAL	ROW("vpd_unit_serial", stripped, "unit serial number; the NAA identifier is made of it", \
			    .max_len = 253, ONCE, X, KEEP, .dir = "wwn", NODE_LOCK, .flags = LW_A_IDENTITY, \
			    DISTURBS_REFERRERS)

#define S_SAME_1	S_3PC, S_CAW, S_DPO, S_FUA_READ, S_FUA_WRITE, S_MODEL_ALIAS, S_PR, S_REST_REORD, S_RSOC, \
			    S_TAS, S_TPU, S_TPWS, S_UA_INTLCK
#define S_HW		S_HW_BLOCK, S_HW_SECTORS, S_HW_PI, S_HW_QUEUE, S_INFO
#define S_PI		S_PGR, S_PI_FORMAT, S_PI_TYPE, S_PI_VERIFY, S_PRODUCT

static const struct lw_attr_spec fileio_attrs[] = {
	GIVEN("aio", lw_lio_bool, "asynchronous I/O", .fresh = "0"),
	S_ALIAS, S_LU_GP, S_ALUA_SUPPORT, S_BLOCK_SIZE, S_COMPANY, S_CONTROL, S_SAME_1,
	ROW_OF("emulate_write_cache", lw_lio_bool, "say that there is a write cache", ATTRIB),
	S_ENABLE, S_ENFORCE_PR, S_APTPL, S_HW,
	S_NONROT(NULL), S_LBA_MAP, S_UNMAP_DESC(NULL), S_UNMAP_LBA(NULL), S_WRITE_SAME(NULL),
	S_OPTIMAL(NULL), S_PI, S_QUEUE("128"), S_PR_FACTS, S_REVISION("4.0"),
	GIVEN("size", lw_type_size, "size in bytes; not needed on a block device", KEEP),
	ROW_OF("udev_path", lw_lio_path, "file that holds the data", .when = LW_WHEN_CREATE,
	       .flags = LW_A_AT_CREATE | LW_A_REQUIRED, ONCE, .max_len = 511),
	S_GRAN(NULL), S_GRAN_ALIGN(NULL), S_ZEROES, S_VENDOR("LIO-ORG"), S_VPD_FACTS, S_SERIAL,
	GIVEN("write_back", lw_lio_bool, "use the page cache as write cache", .fresh = "0"),
};

/* The kernel claims the device: neither a second storage object nor a mount can have it. */
static const struct lw_attr_spec iblock_attrs[] = {
	S_ALIAS, S_LU_GP, S_ALUA_SUPPORT, S_BLOCK_SIZE, S_COMPANY, S_CONTROL, S_SAME_1,
	ROW_OF("emulate_write_cache", lw_lio_bool, "whether the device has a write cache", FORCED, .dir = "attrib"),
	S_ENABLE, S_ENFORCE_PR,
	GIVEN("exclusive", lw_lio_bool, "nobody else may open the device", .fresh = "1", .since = "6.17"),
	S_APTPL, S_HW,
	S_NONROT(NULL), S_LBA_MAP, S_UNMAP_DESC(NULL), S_UNMAP_LBA(NULL), S_WRITE_SAME(NULL),
	S_OPTIMAL(NULL), S_PI, S_QUEUE(NULL),
	ROW_OF("readonly", lw_lio_bool, "open the device for reading", .fresh = "0", .when = LW_WHEN_CREATE,
	       .flags = LW_A_AT_CREATE | LW_A_ALWAYS_READ),
	S_PR_FACTS, S_REVISION("4.0"),
	ROW_OF("udev_path", lw_lio_path, "block device that holds the data", .when = LW_WHEN_CREATE,
	       .flags = LW_A_AT_CREATE | LW_A_REQUIRED, .unique = LW_UNIQUE_ENGINE, .max_len = 511),
	S_GRAN(NULL), S_GRAN_ALIGN(NULL), S_ZEROES, S_VENDOR("LIO-ORG"), S_VPD_FACTS, S_SERIAL,
};

static const struct lw_attr_spec ramdisk_attrs[] = {
	S_ALIAS, S_LU_GP, S_ALUA_SUPPORT, S_BLOCK_SIZE, S_COMPANY, S_CONTROL, S_SAME_1,
	BOOL("emulate_write_cache", "0", "say that there is a write cache"), S_ENABLE, S_ENFORCE_PR, S_APTPL, S_HW,
	S_NONROT("1"), S_LBA_MAP, S_UNMAP_DESC("0"), S_UNMAP_LBA("0"), S_WRITE_SAME("0"),
	GIVEN("nullio", lw_lio_bool, "keep nothing: reads give nothing of use", .fresh = "0"),
	S_OPTIMAL("4294967288"), S_PI, S_QUEUE("128"), S_PR_FACTS, S_REVISION("4.0"),
	/* Without nullio all of it is taken from memory at once. */
	ROW_OF("size", lw_lio_pages, "size in bytes, rounded to pages of 4096", .when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE | LW_A_REQUIRED),
	RUNTIME("udev_path", text, "not used"),
	S_GRAN("0"), S_GRAN_ALIGN("0"), S_ZEROES, S_VENDOR("LIO-ORG"), S_VPD_FACTS, S_SERIAL,
};

static const struct lw_attr_spec pscsi_attrs[] = {
	S_ALIAS, S_LU_GP, S_ALUA_SUPPORT, S_COMPANY, S_CONTROL, S_PR, S_ENABLE, S_HW, S_LBA_MAP, S_PGR, S_PRODUCT,
	S_PR_FACTS, S_REVISION(NULL),
	ROW_OF("udev_path", lw_lio_path, "SCSI disk that is passed through", .when = LW_WHEN_CREATE,
	       .flags = LW_A_AT_CREATE | LW_A_REQUIRED, .unique = LW_UNIQUE_ENGINE, .max_len = 511),
	S_VENDOR(NULL), S_VPD_FACTS, S_SERIAL,
};

static const struct lw_attr_spec user_attrs[] = {
	S_ALIAS, S_LU_GP, S_ALUA_SUPPORT,
	ACTION_IN("action", "block_dev", "stop passing commands on"),
	FACT_IN("attrib", "cmd_ring_size_mb", "MiB of the command ring"),
	ROW("cmd_time_out", uint, "seconds until a command has failed; 0: never", .fresh = "30", .max = UINT32_MAX, ATTRIB),
	S_COMPANY, GIVEN("config", lw_type_text, "what the handler shall do", .max_len = 255),
	GIVEN("control", lw_type_text, "more parameters of the plugin: key=value, a comma between"),
	FACT_IN("attrib", "data_pages_per_blk", "pages of a block of the data area"),
	RUNTIME_IN("attrib", "dev_config", text, "what the handler shall do, as it is now"),
	RUNTIME_IN("attrib", "dev_size", text, "size, as it is now"),
	S_PR, BOOL("emulate_write_cache", "0", "say that there is a write cache"), S_ENABLE, S_ENFORCE_PR, S_APTPL,
	ACTION_IN("action", "free_kept_buf", "give a kept buffer back"), S_HW_BLOCK,
	GIVEN("hw_max_sectors", lw_type_uint, "longest command", .max = UINT32_MAX, .fresh = "128", .dir = "attrib"),
	S_HW_PI, S_HW_QUEUE, S_INFO, S_LBA_MAP,
	FACT_IN("attrib", "max_data_area_mb", "MiB of the data area"),
	RUNTIME_IN("attrib", "nl_reply_supported", int, "the handler answers when objects come and go"), S_PGR, S_PRODUCT,
	ROW("qfull_time_out", int, "seconds until a command that finds no room has failed; -1: cmd_time_out",
	    .fresh = "-1", .min = -1, .max = INT32_MAX, ATTRIB),
	S_PR_FACTS, ACTION_IN("action", "reset_ring", "empty the command ring"), S_REVISION(NULL),
	GIVEN("size", lw_type_size, "size in bytes", KEEP),
	RUNTIME_IN("attrib", "tmr_notification", bool, "tell the handler of task management"),
	RUNTIME("udev_path", text, "text for tools"), S_VENDOR("LIO-ORG"), S_VPD_FACTS, S_SERIAL,
};

/* ---- ALUA groups; default_tg_pt_gp is the kernel's and stands in no tree */

static const char *const access_types[] = {"None", "Implicit", "Explicit", "Implicit and Explicit", NULL};
static const char *const access_statuses[] = {"None", "Altered by Explicit STPG", "Altered by Implicit ALUA", NULL};
static const char *const before_state[] = {
	"alua_support_active_nonoptimized", "alua_support_active_optimized", "alua_support_lba_dependent",
	"alua_support_offline", "alua_support_standby", "alua_support_transitioning", "alua_support_unavailable", NULL
};
static const struct lw_rewrite state_rewrites[] = {{"alua_access_status", NULL, "2", false}, {NULL, NULL, NULL, false}};

#define SUPPORT(n, f)	ROW_OF("alua_support_" n, lw_lio_bool, "the state may be taken", .fresh = f, NODE_LOCK)
#define A_MS(n, f, hi, line) ROW(n, uint, line, .fresh = f, .max = hi, NODE_LOCK)

static const struct lw_attr_spec alua_group_attrs[] = {
	ROW("alua_access_state", uint,
	    "0 optimized, 1 non-optimized, 2 standby, 3 unavailable, 4 LBA dependent, 14 offline, 15 transitioning",
	    .fresh = "0", .max = 15, .after = "alua_access_type", .after_also = before_state,
	    .rewrites = state_rewrites, KEEP, DISTURBS_REFERRERS, NODE_LOCK),
	ROW_OF("alua_access_status", lw_lio_index, "who changed the state last", .fresh = "0", .words = access_statuses,
	       .after = "alua_access_state", KEEP, NODE_LOCK),
	ROW_OF("alua_access_type", lw_lio_index, "who may change the state", .fresh = "3", .words = access_types, NODE_LOCK),
	SUPPORT("active_nonoptimized", "1"), SUPPORT("active_optimized", "1"), SUPPORT("lba_dependent", "0"),
	SUPPORT("offline", "1"), SUPPORT("standby", "1"), SUPPORT("transitioning", "1"), SUPPORT("unavailable", "1"),
	ROW_OF("alua_write_metadata", lw_lio_bool, "write each change of state to a file", .fresh = "0", NODE_LOCK),
	A_MS("implicit_trans_secs", "0", 255, "seconds that initiators should wait"),
	FACT("members", "LUNs of the group"),
	A_MS("nonop_delay_msecs", "100", 10000, "delay of commands while non-optimized"),
	ROW_OF("preferred", lw_lio_bool, "initiators should prefer these ports", .fresh = "0",
	       DISTURBS_REFERRERS, NODE_LOCK),
	ROW("tg_pt_gp_id", uint, "number of the group; can be given once", .min = 1, .max = 65535, .when = LW_WHEN_CREATE,
	    .flags = LW_A_AT_CREATE | LW_A_REQUIRED, .unique = LW_UNIQUE_TOP),
	A_MS("trans_delay_msecs", "0", 30000, "length of a transition"),
};
/* clang-format on */
