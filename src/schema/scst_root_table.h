/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of scst.c: the root and the handlers. */

/* clang-format off */
static const struct lw_attr_spec root_attrs[] = {
	RUNTIME("async_lun_replace", bool, "replace LUNs without waiting for the cluster; for failover programs"),
	ROW("cluster_name", text, "name of the DLM cluster that cluster_mode devices belong to; empty for none",
	    .fresh = "", .max_len = 63, .before = SCST_DEVICES, DIRECT),
	ROW("force_global_sgv_pool", bool, "one pool of buffers for all CPUs", .fresh = "0", DIRECT),
	FACT("last_sysfs_mgmt_res", "verdict on the last queued command"),
	ROW("max_tasklet_cmd", uint, "commands handled in interrupt context at a time", .fresh = "10",
	    .max = INT32_MAX, DIRECT),
	RUNTIME("measure_latency", bool, "measure how long commands take"),
	ROW("poll_us", uint, "microseconds that I/O threads poll before they sleep", .fresh = "0", .max = INT32_MAX, DIRECT),
	/* Part of every generated id, so it is read always, set first, and kept when no file names it. */
	ROW("setup_id", hex, "number of this machine in generated device ids", .fresh = "0x0", .max = UINT32_MAX,
	    .flags = LW_A_ALWAYS_READ, KEEP, .before = SCST_DEVICES, DIRECT),
	RUNTIME("suspend", int, "seconds to wait for commands before all I/O stops"),
	ROW("threads", uint, "I/O threads for all devices; default: one a CPU", .min = 1, .max = INT32_MAX, QUEUED),
	FACT("trace_cmds", "commands being executed"),
	R_TRACE_LEVEL,
	FACT("trace_mcmds", "task management commands being executed"),
	FACT("version", "version and build options of SCST"),
};

static const struct lw_attr_spec handler_attrs[] = {
	ROW("pr_dump_dir", text, "directory that reservations are written to when a device is detached", .fresh = "",
	    .max_len = 4095, DIRECT),
	R_TRACE_LEVEL,
	R_TYPE,
};

static const char *const fileio_names[] = {"vdisk_fileio", NULL};
static const char *const blockio_names[] = {"vdisk_blockio", NULL};
static const char *const nullio_names[] = {"vdisk_nullio", NULL};
static const char *const cdrom_names[] = {"vcdrom", NULL};
static const char *const pass_names[] = {
	"dev_cdrom", "dev_changer", "dev_disk", "dev_disk_perf", "dev_modisk", "dev_modisk_perf",
	"dev_processor", "dev_raid", "dev_tape", "dev_tape_perf", NULL
};
static const char *const user_names[] = {"dev_user", "scst_user", NULL};
/* clang-format on */
