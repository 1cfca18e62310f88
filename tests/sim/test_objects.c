/* SPDX-License-Identifier: Apache-2.0 */
/* What the recordings do not show: numbers that roll on, cascades, backing stores, what damages the kernel. */
#include <stdio.h>
#include <string.h>

#include "sim_test.h"

#define NULLIO "handlers/vdisk_nullio/mgmt"
#define FILEIO "handlers/vdisk_fileio/mgmt"
#define BLOCKIO "handlers/vdisk_blockio/mgmt"
#define COPY "targets/copy_manager/copy_manager_tgt"

static void test_numbers_roll_on(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device a", 0);
	put(sim, NULLIO, "del_device a", 0);
	put(sim, NULLIO, "add_device b", 0);
	assert_true(there(sim, COPY "/luns/1") && !there(sim, COPY "/luns/0"));
	put(sim, COPY "/luns/mgmt", "clear", 0);
	put(sim, COPY "/luns/mgmt", "add b 0", 0);
	see_link(sim, "devices/b/exported/export1",
		 "../../../targets/copy_manager/copy_manager_tgt/luns/0");
	assert_false(there(sim, "devices/b/exported/export0"));
}

static void test_relative_ids(void **state)
{
	struct sim *sim = *state;

	put(sim, "targets/iscsi/mgmt", "add_target t1", 0);
	put(sim, "targets/iscsi/mgmt", "add_target t2", 0);
	see(sim, "targets/iscsi/t1/rel_tgt_id", "0\n");
	put(sim, "targets/iscsi/t1/enabled", "1", 0);
	see(sim, "targets/iscsi/t1/rel_tgt_id", "1\n[key]\n");
	put(sim, "targets/iscsi/mgmt", "del_target t1", 0);
	put(sim, "targets/iscsi/t2/enabled", "1", 0);
	see(sim, "targets/iscsi/t2/rel_tgt_id", "2\n[key]\n");
	/* A target that cannot be disabled counts as enabled. */
	put(sim, "targets/scst_local/mgmt", "add_target l", 0);
	put(sim, "targets/scst_local/l/rel_tgt_id", "2", -EBADSLT);
	put(sim, "targets/scst_local/l/rel_tgt_id", "3", 0);
	put(sim, "targets/iscsi/t2/rel_tgt_id", "3", -EBADSLT);
	put(sim, "targets/iscsi/t2/enabled", "0", 0);
	put(sim, "targets/iscsi/t2/rel_tgt_id", "3", 0);
	put(sim, "targets/iscsi/t2/enabled", "1", -EBADSLT);
	put(sim, "targets/iscsi/t2/rel_tgt_id", "0", 0);
}

/* setup_id counts when the device is made. */
static void test_generated_ids(void **state)
{
	struct sim *sim = *state;

	put(sim, "setup_id", "0x77", 0);
	put(sim, NULLIO, "add_device disk1", 0);
	put(sim, "setup_id", "0", 0);
	see(sim, "devices/disk1/usn", "77b8fdbd32\n");
	see(sim, "devices/disk1/t10_dev_id", "77b8fdbd32-disk1\n");
	put(sim, NULLIO, "add_device a_name_that_is_rather_long", 0);
	see(sim, "devices/a_name_that_is_rather_long/prod_id", "a_name_that_is_r\n");
}

static void test_everything_goes_with_the_device(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device a", 0);
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/luns/mgmt", "add a 0", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create g", 0);
	put(sim, "targets/iscsi/t/ini_groups/g/luns/mgmt", "add a 7", 0);
	put(sim, "device_groups/mgmt", "create dg", 0);
	put(sim, "device_groups/dg/devices/mgmt", "add a", 0);
	put(sim, BLOCKIO, "del_device a", 0);
	assert_false(there(sim, "devices/a") || there(sim, "handlers/vdisk_nullio/a") ||
		     there(sim, "targets/iscsi/t/luns/0") ||
		     there(sim, "targets/iscsi/t/ini_groups/g/luns/7") ||
		     there(sim, "device_groups/dg/devices/a") || there(sim, COPY "/luns/0"));
}

static void test_everything_goes_with_the_module(void **state)
{
	struct sim *sim = *state;

	control(sim, "disk 5:0:0:0");
	put(sim, "handlers/dev_disk/mgmt", "add_device 5:0:0:0", 0);
	put(sim, NULLIO, "add_device a", 0);
	control(sim, "unload scst_vdisk");
	assert_false(there(sim, "devices/a") || there(sim, "handlers/vdisk_nullio"));
	control(sim, "unload scst_disk");
	assert_true(there(sim, "devices/5:0:0:0"));
	assert_false(there(sim, "devices/5:0:0:0/handler"));
	control(sim, "unload iscsi-scst");
	assert_false(there(sim, "targets/iscsi"));
	control(sim, "load iscsi-scst");
	see(sim, "targets/iscsi/open_state", "closed\n");
}

static void test_backing(void **state)
{
	struct sim *sim = *state;

	put(sim, FILEIO, "add_device a filename=/d/f", -ENOENT);
	control(sim, "file /d/f 8192");
	control(sim, "block /dev/b 1048576 thin");
	control(sim, "broken /d/e EMEDIUMTYPE");
	put(sim, FILEIO, "add_device a filename=/d/f", 0);
	see(sim, "devices/a/size", "8192\n[key]\n");
	put(sim, BLOCKIO, "add_device b filename=/d/f", -ENOTBLK);
	put(sim, BLOCKIO, "add_device b filename=/dev/b", 0);
	see(sim, "devices/b/thin_provisioned", "1\n");
	assert_true(there(sim, "devices/b/gen_tp_soft_threshold_reached_UA"));
	put(sim, FILEIO, "add_device e filename=/d/e", -EMEDIUMTYPE);
	/* It grew. */
	control(sim, "file /d/f 16384");
	see(sim, "devices/a/size", "8192\n[key]\n");
	put(sim, "devices/a/resync_size", "1", 0);
	see(sim, "devices/a/size", "16384\n[key]\n");
	/* Real files, below a folder. */
	control(sim, "files /");
	put(sim, FILEIO, "add_device r filename=/proc/self/exe", 0);
	put(sim, FILEIO, "add_device s filename=/proc", -EINVAL);
}

/* copy_manager's own numbers pass over those that somebody gave. */
static void test_copy_numbers(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device a", 0);
	put(sim, COPY "/luns/mgmt", "add a 1", 0);
	put(sim, COPY "/luns/mgmt", "del 0", 0);
	put(sim, NULLIO, "add_device r read_only=1", 0);
	see_link(sim, COPY "/luns/2/device", "../../../../../devices/r");
	put(sim, COPY "/luns/mgmt", "del 2", 0);
	put(sim, COPY "/luns/mgmt", "add r 2", -EINVAL);
}

/* vdisk_blockio opens a block device for itself alone, vdisk_fileio minds nobody. */
static void test_exclusive(void **state)
{
	struct sim *sim = *state;

	control(sim, "block /dev/b 1048576");
	control(sim, "block /dev/c 1048576");
	put(sim, BLOCKIO, "add_device a filename=/dev/b", 0);
	put(sim, FILEIO, "add_device f filename=/dev/b", 0);
	put(sim, BLOCKIO, "add_device b filename=/dev/b", -EBUSY);
	put(sim, BLOCKIO, "add_device b filename=/dev/b;read_only=1", -EBUSY);
	assert_false(there(sim, "devices/b"));
	put(sim, BLOCKIO, "add_device b filename=/dev/b;active=0", 0);
	put(sim, "devices/b/active", "1", -EBUSY);
	see(sim, "devices/b/active", "0\n[key]\n");
	/* Open is what is active and in a session, be it copy_manager's. */
	put(sim, "devices/a/active", "0", 0);
	put(sim, "devices/b/active", "1", 0);
	put(sim, "devices/a/active", "1", -EBUSY);
	put(sim, "devices/a/filename", "/dev/c", 0);
	put(sim, "devices/a/active", "1", 0);
	put(sim, COPY "/luns/mgmt", "del 0", 0);
	put(sim, BLOCKIO, "add_device c filename=/dev/c", 0);
	put(sim, COPY "/luns/mgmt", "add a 7", -EBUSY);
	put(sim, BLOCKIO, "del_device c", 0);
	put(sim, COPY "/luns/mgmt", "add a 7", 0);
}

/* Values in forms that no recording has. */
static void test_forms(void **state)
{
	static const struct {
		const char *name, *data, *shown; /* NULL: refused */
	} rows[] = {
		{ "naa_id", "5001405AABBCCDD1\n", "0x5001405aabbccdd1\n[key]\n" },
		{ "naa_id", "1001405aabbccdd1", NULL },
		{ "naa_id", "0x5001405aabbccdd11122334455667788", NULL },
		{ "eui64_id", "0x001122334455667788990011", "0x001122334455667788990011\n[key]\n" },
		{ "eui64_id", "0x00112233445566zz", NULL },
		{ "t10_dev_id", "1234567890123456789012345", "1234567890123456789012345\n[key]\n" },
		{ "t10_dev_id", "12345678901234567890123456", NULL },
		{ "t10_vend_id", "SCST_BIO", "SCST_BIO\n[key]\n" },
		{ "prod_rev_lvl", "3110", "3110\n[key]\n" },
		{ "block", "1 x", NULL },
		{ "block", "11 data", "1 0\n" },
		{ "block", "1 1", "2 0\n" },
		{ "block", "0 \n", "1 0\n" },
		{ "numa_node_id", "-2", NULL },
		{ "max_tgt_dev_commands", "0x10", "16\n[key]\n" },
		{ "max_tgt_dev_commands", "64 ", NULL },
		{ "max_tgt_dev_commands", "64\n", "64\n" },
		{ "bind_alua_state", "7", "1\n" },
		{ "bind_alua_state", "0", "0\n[key]\n" },
	};
	struct sim *sim = *state;

	control(sim, "block /dev/b 1048576 thin");
	put(sim, BLOCKIO, "add_device b filename=/dev/b;tst=1;thin_provisioned=1", 0);
	see(sim, "devices/b/tst", "1\n");
	see(sim, "devices/b/thin_provisioned", "1\n[key]\n");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char path[64];

		snprintf(path, sizeof(path), "devices/b/%s", rows[i].name);
		put(sim, path, rows[i].data, rows[i].shown ? 0 : -EINVAL);
		if (rows[i].shown)
			see(sim, path, rows[i].shown);
	}
	put(sim, "async_lun_replace", "on", 0);
	see(sim, "async_lun_replace", "1\n");
	put(sim, "async_lun_replace", "off", 0);
	see(sim, "async_lun_replace", "0\n");
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/MaxSessions", "5", 0);
	put(sim, "targets/iscsi/t/MaxSessions", ":default:", 0);
	see(sim, "targets/iscsi/t/MaxSessions", "0\n");
}

/* The mark goes when the default is written again: for these, not for those of the recorded state 12. */
static void test_marks(void **state)
{
	static const struct {
		const char *path, *other, *preset;
	} rows[] = {
		{ "devices/f/async", "1", "0" },
		{ "devices/f/bind_alua_state", "1", "0" },
		{ "devices/f/threads_num", "3", "8" },
		{ "devices/f/cluster_mode", "1", "0" },
		{ "devices/f/dif_static_app_tag", "0x5", "0x0" },
		{ "devices/n/threads_num", "3", "1" },
		{ "devices/n/numa_node_id", "0", "-1" },
		{ "targets/iscsi/t/HeaderDigest", "CRC32C", "None" },
		{ "targets/iscsi/t/ImmediateData", "No", "Yes" },
		{ "targets/iscsi/t/NopInInterval", "5", "30" },
		{ "targets/iscsi/t/per_portal_acl", "1", "0" },
		{ "targets/iscsi/t/addr_method", "LUN", "PERIPHERAL" },
		{ "targets/iscsi/t/io_grouping_type", "never", "auto" },
		{ "targets/iscsi/t/cpu_mask", "1", "3" },
		{ "targets/iscsi/t/forward_src", "1", "0" },
		{ "targets/iscsi/t/ini_groups/g/per_sess_dedicated_tgt_threads", "1", "0" },
		{ "targets/iscsi/link_local", "0", "1" },
		{ "max_tasklet_cmd", "11", "10" },
		{ "force_global_sgv_pool", "1", "0" },
	};
	struct sim *sim = *state;

	control(sim, "file /d/f 8192");
	put(sim, FILEIO, "add_device f filename=/d/f;dif_type=1", 0);
	put(sim, NULLIO, "add_device n", 0);
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create g", 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		LW_AUTO_STR struct lw_str before = LW_STR_INIT, with = LW_STR_INIT;

		assert_int_equal(sim_read(sim, rows[i].path, &before), 0);
		put(sim, rows[i].path, rows[i].other, 0);
		assert_int_equal(sim_read(sim, rows[i].path, &with), 0);
		if (strncmp(lw_str_text(&with), rows[i].other, strlen(rows[i].other)) ||
		    !strstr(lw_str_text(&with), "\n[key]\n"))
			fail_msg("%s: %s", rows[i].path, lw_str_text(&with));
		put(sim, rows[i].path, rows[i].preset, 0);
		see(sim, rows[i].path, lw_str_text(&before));
	}
	/* These never carry one. */
	put(sim, "measure_latency", "1", 0);
	see(sim, "measure_latency", "1\n");
	put(sim, "targets/iscsi/t/black_hole", "2", 0);
	see(sim, "targets/iscsi/t/black_hole", "2\n");
}

/* A group's state closes and opens the files of those devices that are bound to it. */
static void test_alua_moves_active(void **state)
{
	struct sim *sim = *state;

	control(sim, "block /dev/b 1048576");
	control(sim, "file /d/f 8192");
	put(sim, BLOCKIO, "add_device b filename=/dev/b", 0);
	put(sim, FILEIO, "add_device f filename=/d/f", 0);
	put(sim, "device_groups/mgmt", "create dg", 0);
	put(sim, "device_groups/dg/devices/mgmt", "add b", 0);
	put(sim, "device_groups/dg/devices/mgmt", "add f", 0);
	put(sim, "device_groups/dg/target_groups/mgmt", "create tg", 0);
	put(sim, "device_groups/dg/target_groups/tg/state", "standby", 0);
	see(sim, "devices/b/active", "0\n[key]\n");
	see(sim, "devices/f/active", "1\n");
	put(sim, "device_groups/dg/target_groups/mgmt", "del tg", 0);
	see(sim, "devices/b/active", "0\n[key]\n");
	put(sim, "device_groups/dg/target_groups/mgmt", "create tg", 0);
	put(sim, "device_groups/dg/target_groups/tg/state", "nonoptimized", 0);
	see(sim, "devices/b/active", "1\n");
	/* What is so on another node is nothing to our files. */
	put(sim, "device_groups/dg/target_groups/tg/mgmt", "add remote", 0);
	put(sim, "device_groups/dg/target_groups/tg/state", "standby", 0);
	see(sim, "devices/b/active", "1\n");
	put(sim, "device_groups/dg/target_groups/tg/mgmt", "del remote", 0);
	put(sim, "device_groups/dg/target_groups/tg/state", "offline", 0);
	see(sim, "devices/b/active", "0\n[key]\n");
	put(sim, "device_groups/mgmt", "del dg", 0);
	see(sim, "devices/b/active", "1\n");
}

static void test_read_only_follows(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device a read_only=1", 0);
	put(sim, NULLIO, "add_device b", 0);
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/luns/mgmt", "add a 0", 0);
	put(sim, "targets/iscsi/t/luns/mgmt", "add b 1 read_only=1", 0);
	see(sim, "targets/iscsi/t/luns/0/read_only", "1\n[key]\n");
	put(sim, "targets/iscsi/t/luns/mgmt", "replace b 0", 0);
	see(sim, "targets/iscsi/t/luns/0/read_only", "0\n");
	see(sim, "targets/iscsi/t/luns/1/read_only", "1\n[key]\n");
}

/* Numbers of inodes rise with creation: the order of groups can be told by them. */
static void test_inodes(void **state)
{
	struct sim *sim = *state;
	struct sim_stat b, a, again;

	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create b", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create a", 0);
	assert_int_equal(sim_stat(sim, "targets/iscsi/t/ini_groups/b", &b), 0);
	assert_int_equal(sim_stat(sim, "targets/iscsi/t/ini_groups/a", &a), 0);
	assert_true(b.ino < a.ino);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "del b", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create b", 0);
	assert_int_equal(sim_stat(sim, "targets/iscsi/t/ini_groups/b", &again), 0);
	assert_true(again.ino > a.ino);
}

static int count(void *ctx, const char *name, const struct sim_stat *stat)
{
	(void)name;
	(void)stat;
	++*(unsigned *)ctx;
	return 0;
}

static void test_damage(void **state)
{
	struct sim *sim = *state;
	unsigned seen = 0;

	/* A device called mgmt takes the handler's own file with it. */
	put(sim, NULLIO, "add_device mgmt", -EAGAIN);
	see_error(sim, "last_sysfs_mgmt_res", -EAGAIN);
	see(sim, "last_sysfs_mgmt_res", "-17\n");
	put(sim, NULLIO, "add_device a", -ENOENT);
	put(sim, "handlers/vcdrom/mgmt", "add_device c", 0);
	control(sim, "unload scst_vdisk");
	control(sim, "load scst_vdisk");
	put(sim, NULLIO, "add_device a", 0);

	/* An initiator with a slash in its name hides all of them. */
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create g", 0);
#define I "targets/iscsi/t/ini_groups/g/initiators"
	put(sim, I "/mgmt", "add x/y", 0);
	assert_int_equal(sim_list(sim, I, count, &seen), -EIO);
	put(sim, I "/mgmt", "del x/y", 0);
	assert_int_equal(sim_list(sim, I, count, &seen), 0);
	assert_int_equal(seen, 1);
}

/* A number of threads that is no int: the queue hangs for good, what is not queued goes on. */
static void test_damage_for_ever(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device a", 0);
	put(sim, "devices/a/threads_num", "4294967297", 0);
	see(sim, "devices/a/threads_num", "1\n");
	put(sim, NULLIO, "add_device b", 0);
	put(sim, "devices/a/threads_num", "2", -EAGAIN);
	for (int i = 0; i < 1000; i++)
		see_error(sim, "last_sysfs_mgmt_res", -EAGAIN);
	put(sim, NULLIO, "add_device c", -EAGAIN);
	put(sim, "device_groups/mgmt", "create dg", 0);
	see(sim, "devices/a/prod_id", "a\n");
	assert_true(there(sim, "devices/b") && !there(sim, "devices/c"));
}

static void test_suspend_counts(void **state)
{
	struct sim *sim = *state;

	put(sim, "suspend", "10", 0);
	put(sim, "suspend", "10", 0);
	see(sim, "suspend", "2\n");
	put(sim, NULLIO, "add_device a", 0);
	put(sim, "suspend", "-1", 0);
	put(sim, "suspend", "-1", 0);
	put(sim, "suspend", "-1", 0);
	see(sim, "suspend", "0\n");
}

/* One write is one command, a page at most; what lies behind a NUL is not looked at. */
static void test_one_write(void **state)
{
	static char page[SIM_PAGE + 100];
	struct sim *sim = *state;

	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	memset(page, 'c', sizeof(page));
	assert_int_equal(sim_write(sim, "targets/iscsi/t/comment", page, sizeof(page)), SIM_PAGE);
	assert_int_equal(sim_write(sim, "targets/iscsi/t/comment", "a\0b", 3), 3);
	see(sim, "targets/iscsi/t/comment", "a\n[key]\n");
	assert_int_equal(sim_write(sim, "targets/iscsi/t/comment", "", 0), 0);
	see(sim, "targets/iscsi/t/comment", "a\n[key]\n");
}

static void test_scsi_devices(void **state)
{
	struct sim *sim = *state;

	control(sim, "disk 5:0:1:2");
	control(sim, "disk 6:0:0:0 5");
	see(sim, "devices/6:0:0:0/type", "5 - CD-ROM device\n");
	put(sim, "handlers/dev_disk/mgmt", "add_device 6:0:0:0", -EINVAL);
	put(sim, "handlers/dev_disk/mgmt", "add_device 5:0:1:2", 0);
	see(sim, "devices/5:0:1:2/max_tgt_dev_commands", "64\n");
	see_link(sim, "handlers/dev_disk/5:0:1:2", "../../devices/5:0:1:2");
	/* The other handler of this type takes it over. */
	put(sim, "handlers/dev_disk_perf/mgmt", "add_device 5:0:1:2", 0);
	see_link(sim, "devices/5:0:1:2/handler", "../../handlers/dev_disk_perf");
	assert_false(there(sim, "handlers/dev_disk/5:0:1:2"));
	/* Its LUNs and its device group stay, whoever serves it and if nobody does. */
	put(sim, COPY "/luns/mgmt", "add 5:0:1:2 0", 0);
	put(sim, "device_groups/mgmt", "create dg", 0);
	put(sim, "device_groups/dg/devices/mgmt", "add 5:0:1:2", 0);
	put(sim, "handlers/dev_disk_perf/mgmt", "del_device 5:0:1:2", 0);
	see_link(sim, COPY "/luns/0/device", "../../../../../devices/5:0:1:2");
	assert_true(there(sim, "device_groups/dg/devices/5:0:1:2"));
	put(sim, "handlers/dev_disk_perf/mgmt", "add_device 5:0:1:2", 0);
	see_link(sim, COPY "/luns/0/device", "../../../../../devices/5:0:1:2");
	control(sim, "user u");
	see_link(sim, "devices/u/handler", "../../handlers/u");
	control(sim, "nouser u");
	assert_false(there(sim, "handlers/u") || there(sim, "sgv/u"));
	control(sim, "nodisk 5:0:1:2");
	assert_false(there(sim, "handlers/dev_disk_perf/5:0:1:2"));
	assert_false(there(sim, COPY "/luns/0"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, sim_start, sim_stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_numbers_roll_on),
		TEST(test_relative_ids),
		TEST(test_generated_ids),
		TEST(test_everything_goes_with_the_device),
		TEST(test_everything_goes_with_the_module),
		TEST(test_backing),
		TEST(test_copy_numbers),
		TEST(test_exclusive),
		TEST(test_forms),
		TEST(test_marks),
		TEST(test_alua_moves_active),
		TEST(test_read_only_follows),
		TEST(test_inodes),
		TEST(test_damage),
		TEST(test_damage_for_ever),
		TEST(test_suspend_counts),
		TEST(test_one_write),
		TEST(test_scsi_devices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
