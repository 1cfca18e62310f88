/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of scst.c: devices. One table a family, since the same word has another rule in another handler (size), and
 * what a fresh device says of itself differs (threads_num, t10_vend_id). Rows that agree are macros.
 *
 * Every write of an id, also of an equal value, sends INQUIRY DATA CHANGED to all initiators. Writes of threads_num,
 * threads_pool_type, active, cluster_mode and of a CD drive's medium suspend all I/O of SCST for a moment. What fails over
 * at run time (active, cluster_mode) is kept when no file names it.
 */

/* clang-format off */
/* The last is what a kernel shows where there are no threads, whatever was written. */
static const char *const pool_words[] = {"per_initiator", "shared", "Async", NULL};
static const struct lw_rewrite threads_rewrites[] = {{"threads_pool_type", "0", "Async", true}, {NULL, NULL, NULL, false}};

#define ID(n, t, line, ...)	ROW_OF(n, t, line, DISTURBS_REFERRERS, DIRECT, __VA_ARGS__)
#define IDENTITY		.flags = LW_A_IDENTITY
#define PARAM(n, t, line, ...)	ROW_OF(n, lw_type_##t, line, AT_CREATE, __VA_ARGS__)
#define SETTABLE		.flags = LW_A_AT_CREATE

/* ---- all devices */

#define D_BLOCK		FACT("block", "how often the device is blocked: count, pending")
#define D_CLUSTER_ROW(...)	ROW("cluster_mode", bool, "share reservations with the cluster's other nodes", \
			    .fresh = "0", KEEP, DISTURBS_ENGINE, QUEUED, GUARDS("1"), __VA_ARGS__)
#define D_CLUSTER_MODE	D_CLUSTER_ROW(SETTABLE, .after = "t10_dev_id")
#define D_DUMP_PRS	ACTION("dump_prs", "write reservations to the kernel's log")
#define D_MAX_COMMANDS	ROW("max_tgt_dev_commands", uint, "commands that each session may have queued", \
			    .fresh = "64", .max = UINT32_MAX, DIRECT)
#define D_NUMA_ROW(...)	ROW("numa_node_id", int, "NUMA node for memory and threads; -1: any", .fresh = "-1", \
			    .min = -1, .max = INT32_MAX, DIRECT, __VA_ARGS__)
#define D_NUMA		D_NUMA_ROW(SETTABLE)
#define D_NUMA_LATE	D_NUMA_ROW()
/* Refused while the device is exported, and copy_manager's own LUN counts. */
#define D_PR_FILE_ROW(...)	ROW_OF("pr_file_name", lw_scst_pr_file, "file that keeps reservations; empty for the default", \
			    .max_len = 4095, .when = LW_WHEN_UNREFERENCED, QUEUED, __VA_ARGS__)
#define D_PR_FILE	D_PR_FILE_ROW(.shut_by = "cluster_mode")
#define D_PR_FILE_ALONE	D_PR_FILE_ROW()
#define D_PR_STATE	RUNTIME("pr_state", text, "reservations as text, to be carried to another node")
/* A value beyond what the kernel's int holds makes the next write to the device crash the kernel. */
#define D_THREADS(n)	ROW("threads_num", uint, "I/O threads", .fresh = n, .max = INT32_MAX, \
			    .rewrites = threads_rewrites, DISTURBS_ENGINE, QUEUED)
#define D_POOL(f)	ROW("threads_pool_type", word, "a pool of threads for each initiator, or one for all", \
			    .fresh = f, .words = pool_words, .unset = "Async", DISTURBS_ENGINE, QUEUED)
#define D_THREADS_POOL	D_POOL("per_initiator")

/* ---- devices that SCST itself plays */

/* Two devices with one identity are one disk to initiators, two on one file destroy it; the kernel takes both. */
#define ONCE_WHILE(w)	.unique = LW_UNIQUE_ENGINE, .unique_while = LW_WHILE_##w
#define ONCE(but)	ONCE_WHILE(ADVISED), .exempt = (but)
#define D_EUI64		ID("eui64_id", lw_scst_eui64_id, "EUI-64 identifier", .fresh = "", IDENTITY, ONCE(""))
#define D_INQ_VEND	ID("inq_vend_specific", lw_type_text, "vendor specific INQUIRY bytes", .fresh = "", .max_len = 160)
#define D_NAA		ID("naa_id", lw_scst_naa_id, "NAA identifier", .fresh = "", IDENTITY, ONCE(""))
#define D_PROD_ID	ID("prod_id", lw_type_text, "product name; default: the device's name", .max_len = 16)
#define D_PROD_REV	ID("prod_rev_lvl", lw_type_text, "product revision; default: SCST's version", .max_len = 4)
#define D_DEVICE_NAME	ID("scsi_device_name", lw_type_text, "SCSI device name", .fresh = "", .max_len = 256, IDENTITY)
#define T10_HELP	"identifier beside t10_vend_id; default: made of setup_id and name"
#define D_T10_DEV_ID	ID("t10_dev_id", lw_type_text, T10_HELP, .max_len = 25, .late = " =;", .flags = LW_A_IDENTITY | LW_A_AT_CREATE, \
			    .shut_by = "cluster_mode", ONCE(NULL))
#define D_T10_DEV_ID_LATE	ID("t10_dev_id", lw_type_text, T10_HELP, .max_len = 25, IDENTITY, ONCE(NULL))
#define D_T10_VEND(n)	ID("t10_vend_id", lw_type_text, "vendor name", .fresh = n, .max_len = 8, IDENTITY)
#define D_TST		PARAM("tst", uint, "task sets: 0 one for all initiators, 1 one for each", .fresh = "1", .max = 1)
#define D_USN		ID("usn", lw_type_text, "unit serial number; default: made of setup_id and name", \
			    .max_len = 20, .flags = LW_A_IDENTITY | LW_A_BORN, ONCE(NULL))
#define D_VEND_ID	ID("vend_specific_id", lw_type_text, "vendor specific identifier; default: made as t10_dev_id", \
			    .max_len = 128, IDENTITY)

/* size_mb is folded into size. */
#define MIB		.alias = "size", .factor = 1048576
#define D_SIZE_MB	ROW("size_mb", uint, "size in MiB", MIB, QUEUED)
#define D_SIZE_FIXED	ROW("size", size, "size in bytes: that of the file", FORCED)
#define D_SIZE_MB_FIXED	ROW("size_mb", uint, "size in MiB: that of the file", MIB, FORCED)

/* ---- disks */

#define D_ACTIVE	ROW("active", bool, "0: backing file closed, LUNs kept; for failover", .fresh = "1", \
			    .flags = LW_A_AT_CREATE | LW_A_ACTIVE, .bound_by = "bind_alua_state", GUARDS("0"), KEEP, \
			    DISTURBS_ENGINE, QUEUED)
#define D_BIND_ALUA(n)	ROW("bind_alua_state", bool, "ALUA states open and close the backing file", .fresh = n, \
			    SETTABLE, DIRECT)
#define D_BLOCKSIZE	ROW_OF("blocksize", lw_scst_blocksize, "bytes of a logical block", .fresh = "512", AT_CREATE)
#define D_DIF_APP_TAG	ROW("dif_static_app_tag", hex, "application tag of protected blocks", SETTABLE, DIRECT)
#define D_DIF_FILE	PARAM("dif_filename", path, "file that keeps protection data")
#define D_DIF_MODE	ROW_OF("dif_mode", lw_scst_dif_mode, "who keeps and checks protection data: tgt, scst, dev_check, " \
			    "dev_store, with | between", AT_CREATE)
#define D_DIF_TYPE	PARAM("dif_type", uint, "type of protection data", .max = 3)
#define D_EXPL_ALUA	ROW("expl_alua", bool, "initiators may change ALUA states", .fresh = "0", \
			    DISTURBS_REFERRERS, DIRECT)
#define D_FILENAME(w, line)	ROW("filename", path, line, .when = LW_WHEN_INACTIVE, \
			    .flags = LW_A_AT_CREATE | LW_A_REQUIRED | LW_A_BACKING, ONCE_WHILE(w), DISTURBS_ENGINE, QUEUED)
#define D_LB_PER_PB	ROW("lb_per_pb_exp", bool, "report the block size of the backing store", .fresh = "1", DIRECT)
#define D_NV_CACHE	PARAM("nv_cache", bool, "the cache survives a power cut: do not flush it", .fresh = "0")
#define D_OPT_TRANS	ROW("opt_trans_len", uint, "optimal transfer length in bytes; usually 524288", .max = UINT32_MAX, DIRECT)
#define D_READ_ONLY	ROW("read_only", bool, "initiators may not write", .fresh = "0", .when = LW_WHEN_CREATE, \
			    .flags = LW_A_AT_CREATE | LW_A_ALWAYS_READ, GUARDS("1"))
#define D_READONLY	ROW("readonly", bool, "other word for read_only", .alias = "read_only", .factor = 1, \
			    .when = LW_WHEN_CREATE)
#define D_REMOVABLE	PARAM("removable", bool, "say that the medium can be removed", .fresh = "0")
#define D_RESYNC_SIZE	ACTION("resync_size", "look up the size of the backing store again")
#define D_ROTATIONAL	PARAM("rotational", bool, "say that the medium rotates", .fresh = "1")
#define D_SOFT_THRESHOLD	ACTION("gen_tp_soft_threshold_reached_UA", "tell initiators that space runs out")
#define D_SYNC		ACTION("sync", "write out what is cached")
#define D_THIN(...)	PARAM("thin_provisioned", bool, "offer UNMAP", __VA_ARGS__)
#define D_WRITE_THROUGH	PARAM("write_through", bool, "write without cache", .fresh = "0", GUARDS("1"))
/* Gone since 3.7; a kernel without it says so. */
#define D_ZERO_COPY	PARAM("zero_copy", bool, "hand out the page cache itself; SCST 3.0 to 3.6", .fresh = "0")

static const struct lw_attr_spec fileio_device_attrs[] = {
	D_ACTIVE,
	ROW("async", bool, "asynchronous I/O, so that a thread need not wait", .fresh = "0", SETTABLE, DIRECT),
	D_BIND_ALUA("0"), D_BLOCK, D_BLOCKSIZE, D_CLUSTER_MODE,
	D_DIF_FILE, D_DIF_MODE, D_DIF_APP_TAG, D_DIF_TYPE, D_DUMP_PRS,
	D_EUI64, D_EXPL_ALUA, D_FILENAME(ADVISED, "file that holds the data"), D_SOFT_THRESHOLD, D_INQ_VEND,
	D_LB_PER_PB, D_MAX_COMMANDS, D_NAA, D_NUMA, D_NV_CACHE,
	PARAM("o_direct", bool, "bypass the page cache; needs async", .fresh = "0"),
	D_OPT_TRANS, D_PR_FILE, D_PR_STATE, D_PROD_ID, D_PROD_REV,
	D_READ_ONLY, D_READONLY, D_REMOVABLE, D_RESYNC_SIZE, D_ROTATIONAL, D_DEVICE_NAME,
	D_SIZE_FIXED, D_SIZE_MB_FIXED, D_SYNC, D_T10_DEV_ID, D_T10_VEND("SCST_FIO"), D_THIN(.fresh = "0"),
	D_THREADS("8"), D_THREADS_POOL, D_TST, R_TYPE, D_USN, D_VEND_ID, D_WRITE_THROUGH, D_ZERO_COPY,
};

static const struct lw_attr_spec blockio_device_attrs[] = {
	D_ACTIVE, D_BIND_ALUA("1"), D_BLOCK, D_BLOCKSIZE, D_CLUSTER_MODE,
	D_DIF_FILE, D_DIF_MODE, D_DIF_APP_TAG, D_DIF_TYPE, D_DUMP_PRS,
	/* The kernel opens a block device for this device alone. */
	D_EUI64, D_EXPL_ALUA, D_FILENAME(ACTIVE, "block device that holds the data"), D_SOFT_THRESHOLD, D_INQ_VEND,
	D_LB_PER_PB, D_MAX_COMMANDS, D_NAA, D_NUMA, D_NV_CACHE, D_OPT_TRANS,
	D_PR_FILE, D_PR_STATE, D_PROD_ID, D_PROD_REV,
	D_READ_ONLY, D_READONLY, D_REMOVABLE, D_RESYNC_SIZE, D_ROTATIONAL, D_DEVICE_NAME,
	ROW("size", size, "size in bytes; default: that of the block device", KEEP, DISTURBS_REFERRERS, QUEUED,
	    .flags = LW_A_SHRINKS),
	D_SIZE_MB, D_SYNC, D_T10_DEV_ID, D_T10_VEND("SCST_BIO"),
	/* By default what the block device can do. */
	D_THIN(),
	D_THREADS("1"), D_THREADS_POOL, D_TST, R_TYPE, D_USN, D_VEND_ID, D_WRITE_THROUGH,
};

static const struct lw_attr_spec nullio_device_attrs[] = {
	D_BLOCK, D_BLOCKSIZE, D_CLUSTER_MODE, D_DIF_MODE, D_DIF_APP_TAG, D_DIF_TYPE,
	PARAM("dummy", bool, "a device that can be neither read nor written, to fill LUN 0", .fresh = "0"),
	D_DUMP_PRS, D_EUI64, D_INQ_VEND, D_MAX_COMMANDS, D_NAA, D_NUMA, D_OPT_TRANS,
	D_PR_FILE, D_PR_STATE, D_PROD_ID, D_PROD_REV, D_READ_ONLY,
	ROW("read_zero", bool, "reads give zeros rather than whatever is in memory", .fresh = "0", DIRECT),
	D_READONLY, D_REMOVABLE, D_ROTATIONAL, D_DEVICE_NAME,
	ROW("size", size, "size in bytes", .fresh = "2748779069440", SETTABLE, DISTURBS_REFERRERS, QUEUED),
	D_SIZE_MB, D_T10_DEV_ID, D_T10_VEND("SCST_FIO"), D_THREADS("1"), D_THREADS_POOL, D_TST, R_TYPE, D_USN, D_VEND_ID,
};

static const struct lw_attr_spec cdrom_device_attrs[] = {
	D_BLOCK, D_DUMP_PRS, D_EUI64,
	ROW_OF("filename", lw_scst_medium, "image that is inserted; empty: none", .fresh = "", .flags = LW_A_MEDIUM,
	       DISTURBS_ENGINE, QUEUED),
	D_INQ_VEND, D_MAX_COMMANDS, D_NAA, D_NUMA_LATE, D_PR_FILE_ALONE, D_PR_STATE, D_PROD_ID, D_PROD_REV,
	D_DEVICE_NAME, D_SIZE_FIXED, D_SIZE_MB_FIXED, D_T10_DEV_ID_LATE, D_T10_VEND("SCST_FIO"),
	D_THREADS("8"), D_THREADS_POOL, D_TST, R_TYPE, D_USN, D_VEND_ID,
};

/*
 * The SCSI device says what it is; a disk without a serial number refuses cluster_mode. Handlers that are called *_perf have no
 * threads of their own (the hook fresh).
 */
static const struct lw_attr_spec pass_device_attrs[] = {
	D_BLOCK, D_CLUSTER_ROW(), D_DUMP_PRS, D_MAX_COMMANDS, D_NUMA_LATE, D_PR_FILE, D_PR_STATE,
	D_THREADS(NULL), D_POOL(NULL), R_TYPE,
};

static const struct lw_attr_spec user_device_attrs[] = {
	D_BLOCK, FACT("commands", "commands that wait for the program"), D_DUMP_PRS, D_MAX_COMMANDS,
	D_NUMA_LATE, D_PR_FILE_ALONE, D_PR_STATE, D_THREADS("1"), D_THREADS_POOL, R_TYPE,
};
/* clang-format on */
