/* SPDX-License-Identifier: Apache-2.0 */
/* SCST's reader over trees that a real kernel showed, and over what no kernel should show. */
#include "engine_test.h"

#include "model/tree/tree.h"
#include "schema/scst_kinds.h"

#define T1 "targets/iscsi/iqn.2026-01.example:t1"

/* ---- what the real kernel showed */

static void the_core_alone_has_its_copy_manager(void **state)
{
	struct lw_tree *tree = tree_of("00-core-only");

	(void)state;
	EXPECT_TREE(tree, "/",
		    "root \n"
		    "  async_lun_replace=0\n"
		    "  cluster_name=\n"
		    "  force_global_sgv_pool=0\n"
		    "  max_tasklet_cmd=10\n"
		    "  measure_latency=0\n"
		    "  poll_us=0\n"
		    "  setup_id=0x0\n"
		    "  suspend=0\n"
		    "  threads=2\n"
		    "  trace_level=out_of_mem | pid | special | mgmt\n"
		    "  cm_driver copy_manager\n"
		    "    allow_not_connected_copy=0\n"
		    "    cm_target copy_manager_tgt\n"
		    "      addr_method=PERIPHERAL\n"
		    "      aen_disabled=0\n"
		    "      black_hole=0\n"
		    "      comment=\n"
		    "      cpu_mask=3\n"
		    "      forward_dst=0\n"
		    "      forward_src=0\n"
		    "      io_grouping_type=auto\n"
		    "      rel_tgt_id=0\n");
	lw_tree_free(tree);
}

static void handlers_and_drivers_are_nodes_of_their_kind(void **state)
{
	struct lw_tree *tree = tree_of("03-fresh");
	static const struct {
		const char *path, *kind;
	} want[] = {
		{ "handlers/dev_disk", "pass_handler" },
		{ "handlers/scst_user", "user_handler" },
		{ "handlers/vcdrom", "cdrom_handler" },
		{ "handlers/vdisk_blockio", "blockio_handler" },
		{ "handlers/vdisk_fileio", "fileio_handler" },
		{ "handlers/vdisk_nullio", "nullio_handler" },
		{ "targets/iscsi", "iscsi_driver" },
		{ "targets/scst_local", "local_driver" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		lw_node node = lw_tree_find_path(tree, want[i].path);

		if (!node)
			fail_msg("no %s", want[i].path);
		assert_string_equal(
			lw_schema_kind_name(lw_tree_schema(tree), lw_node_kind(tree, node)),
			want[i].kind);
		assert_int_equal(lw_node_depth(tree, node), LW_DEPTH_FULL);
		assert_int_equal(node_at(tree, node)->origin, LW_FROM_OBSERVED);
	}
	EXPECT_ATTR(tree, "targets/scst_local/scst_local_tgt", "session_name", "scst_local_host");
	EXPECT_ATTR(tree, "targets/iscsi", "IncomingUser", "");
	lw_tree_free(tree);
}

static void a_device_has_the_attributes_of_its_files(void **state)
{
	struct lw_tree *tree = tree_of("10-devices");

	(void)state;
	EXPECT_TREE(tree, "handlers/vdisk_nullio/null2",
		    "nullio_device null2\n"
		    "  blocksize=4096 [key]\n"
		    "  cluster_mode=0\n"
		    "  dummy=0\n"
		    "  dump_prs=<UNREADABLE>\n"
		    "  eui64_id=\n"
		    "  inq_vend_specific=\n"
		    "  max_tgt_dev_commands=64\n"
		    "  naa_id=\n"
		    "  numa_node_id=-1\n"
		    "  opt_trans_len=524288\n"
		    "  pr_file_name=/var/lib/scst/pr/null2\n"
		    "  pr_state=version 1\n"
		    "  prod_id=null2\n"
		    "  prod_rev_lvl=3110\n"
		    "  read_only=0\n"
		    "  read_zero=0\n"
		    "  removable=0\n"
		    "  rotational=0 [key]\n"
		    "  scsi_device_name=\n"
		    "  size=104857600 [key]\n"
		    "  t10_dev_id=ef4077fd-null2\n"
		    "  t10_vend_id=SCST_FIO\n"
		    "  threads_num=1\n"
		    "  threads_pool_type=per_initiator\n"
		    "  tst=1\n"
		    "  usn=ef4077fd\n"
		    "  vend_specific_id=ef4077fd-null2\n");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "filename", "/srv/img/disk1");
	EXPECT_ATTR(tree, "handlers/vcdrom/cd1", "filename", "none");
	EXPECT_ATTR(tree, "handlers/vdisk_blockio/blk1", "thin_provisioned", "1");
	EXPECT_ATTR(tree, "handlers/user1/user1", "max_tgt_dev_commands", "64");
	lw_tree_free(tree);
}

static void unassigned_scsi_devices_are_no_configuration(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");
	size_t devices = 0;

	(void)state;
	assert_int_not_equal(lw_tree_find_path(tree, "handlers/dev_disk/0:0:0:0"), 0);
	for (lw_node n = lw_tree_walk(tree, 1, 1); n; n = lw_tree_walk(tree, 1, n)) {
		assert_string_not_equal(lw_node_name(tree, n), "1:0:0:0");
		devices += lw_kind_in(SCST_DEVICES, lw_node_kind(tree, n));
	}
	assert_int_equal(devices, 16);
	lw_tree_free(tree);
}

static void an_iscsi_target_is_read_whole(void **state)
{
	struct lw_tree *tree = tree_of("20-iscsi-targets");

	(void)state;
	EXPECT_TREE(tree, T1,
		    "iscsi_target iqn.2026-01.example:t1\n"
		    "  DataDigest=CRC32C [key]\n"
		    "  FirstBurstLength=65536\n"
		    "  HeaderDigest=None,CRC32C [key]\n"
		    "  ImmediateData=No [key]\n"
		    "  IncomingUser=joe2 12charsecret [key]\n"
		    "  IncomingUser=joe3 12charsecret [key]\n"
		    "  InitialR2T=No\n"
		    "  MaxBurstLength=65536 [key]\n"
		    "  MaxOutstandingR2T=32\n"
		    "  MaxRecvDataSegmentLength=1048576\n"
		    "  MaxSessions=3 [key]\n"
		    "  MaxXmitDataSegmentLength=1048576\n"
		    "  NopInInterval=15 [key]\n"
		    "  NopInTimeout=30\n"
		    "  OutgoingUser=out1 12charsecret [key]\n"
		    "  QueuedCommands=64 [key]\n"
		    "  RDMAExtensions=No\n"
		    "  RspTimeout=45 [key]\n"
		    "  addr_method=PERIPHERAL\n"
		    "  aen_disabled=0\n"
		    "  alias=my alias [key]\n"
		    "  allowed_portal=127.0.0.1 [key]\n"
		    "  allowed_portal=10.0.0.* [key]\n"
		    "  black_hole=0\n"
		    "  comment=some words here [key]\n"
		    "  cpu_mask=3\n"
		    "  enabled=1\n"
		    "  forward_dst=0\n"
		    "  forward_src=0\n"
		    "  io_grouping_type=auto\n"
		    "  per_portal_acl=1 [key]\n"
		    "  redirect=\n"
		    "  rel_tgt_id=17 [key]\n"
		    "  lun 0 -> handlers/vdisk_fileio/disk1\n"
		    "    read_only=0\n"
		    "  lun 1 -> handlers/vdisk_fileio/disk2\n"
		    "    read_only=1 [key]\n"
		    "  lun 5 -> handlers/vdisk_nullio/null1\n"
		    "    read_only=0\n"
		    "  lun 7 -> handlers/vcdrom/cd1\n"
		    "    read_only=1 [key]\n"
		    "  lun 300 -> handlers/dev_disk/0:0:0:0\n"
		    "    read_only=0\n"
		    "  group g1\n"
		    "    addr_method=FLAT [key]\n"
		    "    black_hole=0\n"
		    "    cpu_mask=1 [key]\n"
		    "    io_grouping_type=this_group_only [key]\n"
		    "    per_sess_dedicated_tgt_threads=0\n"
		    "    lun 0 -> handlers/vdisk_fileio/disk3\n"
		    "      read_only=1 [key]\n"
		    "    lun 1 -> handlers/vdisk_nullio/null2\n"
		    "      read_only=0\n"
		    "    initiator iqn.2026-01.example:host*\n"
		    "    initiator iqn.2026-01.example:host1\n"
		    "  group g2\n"
		    "    addr_method=PERIPHERAL\n"
		    "    black_hole=0\n"
		    "    cpu_mask=3\n"
		    "    io_grouping_type=auto\n"
		    "    per_sess_dedicated_tgt_threads=0\n"
		    "    initiator !iqn.2026-01.other:*\n");
	lw_tree_free(tree);
}

static void a_driver_has_users_and_switches(void **state)
{
	struct lw_tree *tree = tree_of("20-iscsi-targets");
	struct lw_attr_view view = { .size = sizeof(view) };
	lw_node node = lw_tree_find_path(tree, "targets/iscsi");

	(void)state;
	EXPECT_ATTR(tree, "targets/iscsi", "IncomingUser", "joe 12charsecret | ann 12charsecret2");
	EXPECT_ATTR(tree, "targets/iscsi", "OutgoingUser", "bob 12charsecret3");
	EXPECT_ATTR(tree, "targets/iscsi", "enabled", "1");
	EXPECT_ATTR(tree, "targets/iscsi", "link_local", "0");
	for (unsigned i = 0; !lw_node_attr(tree, node, i, &view); i++)
		assert_int_equal(view.secret, strstr(view.name, "User") != NULL);
	lw_tree_free(tree);
}

static void local_targets_know_their_sessions_by_name(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");

	(void)state;
	EXPECT_ATTR(tree, "targets/scst_local/loc1", "session_name", "sess1 | sess2");
	EXPECT_ATTR(tree, "targets/scst_local/loc2", "session_name", "");
	lw_tree_free(tree);
}

static void device_groups_hold_links_and_names(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");
	lw_node local = lw_tree_find_path(
		tree, "device_groups/dg1/target_groups/tg1/iqn.2026-01.example:t1");

	(void)state;
	EXPECT_TREE(
		tree, "device_groups/dg1",
		"device_group dg1\n"
		"  dg_device disk1 -> handlers/vdisk_fileio/disk1\n"
		"  dg_device disk2 -> handlers/vdisk_fileio/disk2\n"
		"  target_group tg1\n"
		"    group_id=101 [key]\n"
		"    preferred=1 [key]\n"
		"    state=active [key]\n"
		"    tg_target iqn.2026-01.example:remote1 -> name iqn.2026-01.example:remote1\n"
		"      rel_tgt_id=77 [key]\n"
		"    tg_target iqn.2026-01.example:t1 -> targets/iscsi/iqn.2026-01.example:t1\n"
		"  target_group tg2\n"
		"    group_id=102 [key]\n"
		"    preferred=0\n"
		"    state=nonoptimized [key]\n"
		"    tg_target iqn.2026-01.example:t2 -> targets/iscsi/iqn.2026-01.example:t2\n");
	EXPECT_TREE(tree, "device_groups/dg2",
		    "device_group dg2\n"
		    "  dg_device disk5 -> handlers/vdisk_fileio/disk5\n"
		    "  target_group tgx\n"
		    "    group_id=5 [key]\n"
		    "    preferred=0\n"
		    "    state=standby [key]\n"
		    "    tg_target loc1 -> targets/scst_local/loc1\n");
	assert_int_equal(lw_node_state(tree, local, "rel_tgt_id"), LW_ABSENT);
	lw_tree_free(tree);
}

static void copy_manager_luns_are_of_their_own_kind_and_in_order(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");
	lw_node target = lw_tree_find_path(tree, "targets/copy_manager/copy_manager_tgt");
	unsigned number = 0;
	char name[16];

	(void)state;
	for (lw_node lun = lw_node_first(tree, target); lun; lun = lw_node_next(tree, lun)) {
		assert_int_equal(lw_node_kind(tree, lun), SCST_CM_LUN);
		assert_int_not_equal(lw_node_ref(tree, lun), 0);
		snprintf(name, sizeof(name), "%u", number++);
		assert_string_equal(lw_node_name(tree, lun), name);
	}
	assert_int_equal(number, 14);
	EXPECT_TREE(tree, "targets/copy_manager/copy_manager_tgt/luns/10",
		    "cm_lun 10 -> handlers/vdisk_nullio/null3\n  read_only=1 [key]\n");
	lw_tree_free(tree);
}

static void sessions_are_read_when_asked_for(void **state)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, NULL);
	assert_int_equal(lw_tree_find_path(tree, "targets/scst_local/loc1/sessions/sess1"), 0);
	lw_tree_free(tree);

	options.flags = LW_READ_SESSIONS;
	tree = tree_read(kt, &options, NULL);
	EXPECT_TREE(tree, "targets/scst_local/loc1/sessions/sess1",
		    "session sess1 -> targets/scst_local/loc1\n"
		    "  force_close=<UNREADABLE>\n"
		    "  initiator_name=sess1\n");
	EXPECT_TREE(tree, "targets/scst_local/loc1/sessions/sess2",
		    "session sess2 -> targets/scst_local/loc1/ini_groups/lg\n"
		    "  force_close=<UNREADABLE>\n"
		    "  initiator_name=sess2\n");
	/* The kernel's own: nobody is logged in there. */
	assert_int_equal(
		lw_tree_find_path(
			tree, "targets/copy_manager/copy_manager_tgt/sessions/copy_manager_sess"),
		0);
	EXPECT_ATTR(tree, "targets/iscsi/iqn.2026-01.example:t2/sessions/iqn.2026-01.example:host1",
		    "initiator_name", "iqn.2026-01.example:host1");
	lw_tree_free(tree);
	lw_kt_close(kt);
}

static void names_only_means_no_attributes(void **state)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_tree *full, *names;
	struct lw_ktree *kt;

	(void)state;
	trace_load("40-alua", &text);
	kt = trace_open(&text);
	full = tree_read(kt, NULL, NULL);
	options.depth = LW_DEPTH_NAME;
	names = tree_read(kt, &options, NULL);
	assert_int_equal(lw_tree_size(names), lw_tree_size(full));
	for (lw_node n = 1; n; n = lw_tree_walk(names, 1, n)) {
		assert_int_equal(lw_node_attr_count(names, n), 0);
		assert_int_equal(lw_node_depth(names, n), LW_DEPTH_NAME);
	}
	EXPECT_TREE(names, "device_groups/dg2",
		    "device_group dg2\n"
		    "  dg_device disk5 -> handlers/vdisk_fileio/disk5\n"
		    "  target_group tgx\n"
		    "    tg_target loc1 -> targets/scst_local/loc1\n");
	lw_tree_free(names);
	lw_tree_free(full);
	lw_kt_close(kt);
}

/* Of disk1 one attribute is asked for, of disk2 all: of the others there is what every plan must know. */
static void only_what_is_asked_for_is_read(void **state)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	struct lw_tree *ask = lw_tree_new(lw_engine_scst.schema),
		       *whole = lw_tree_new(lw_engine_scst.schema);
	const struct lw_tree *const asks[] = { ask, NULL };
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_tree *tree;
	struct lw_ktree *kt;
	lw_node handler, disk;

	(void)state;
	handler = lw_tree_add(ask, 1, SCST_FILEIO_HANDLER, "vdisk_fileio", 12);
	disk = lw_tree_add(ask, handler, SCST_FILEIO_DEVICE, "disk1", 5);
	lw_tree_set(ask, disk, "prod_id", "any", 3, LW_NO_OFFSET);
	lw_tree_set(ask, disk, "no_such_file", "1", 1, LW_NO_OFFSET);
	handler = lw_tree_add(whole, 1, SCST_FILEIO_HANDLER, "vdisk_fileio", 12);
	disk = lw_tree_add(whole, handler, SCST_FILEIO_DEVICE, "disk2", 5);
	lw_tree_set_depth(whole, disk, LW_DEPTH_ASKED);
	options.depth = LW_DEPTH_ASKED;
	options.ask = asks;
	options.whole = whole;
	trace_load("40-alua", &text);
	kt = trace_open(&text);
	tree = tree_read(kt, &options, NULL);

	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "prod_id", "disk1");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "read_only", "0");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "filename", "");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "no_such_file", "<ABSENT>");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk2", "filename", "/srv/img/disk2");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk3", "filename", "");
	assert_int_equal(
		lw_node_depth(tree, lw_tree_find_path(tree, "handlers/vdisk_fileio/disk1")),
		LW_DEPTH_ASKED);
	assert_int_equal(
		lw_node_depth(tree, lw_tree_find_path(tree, "handlers/vdisk_fileio/disk2")),
		LW_DEPTH_FULL);
	lw_tree_free(tree);
	lw_tree_free(ask);
	lw_tree_free(whole);
	lw_kt_close(kt);
}

static void a_cleared_engine_differs_from_a_fresh_one_in_nothing_but_its_target(void **state)
{
	struct lw_tree *fresh = tree_of("03-fresh"), *cleared = tree_of("50-cleared");
	lw_node target = lw_tree_find_path(fresh, "targets/scst_local/scst_local_tgt");
	char *want, *got;

	(void)state;
	lw_tree_remove(fresh, target);
	want = tree_text_of(fresh, "/", 0);
	got = tree_text_of(cleared, "/", 0);
	assert_string_equal(got, want);
	free(want);
	free(got);
	lw_tree_free(fresh);
	lw_tree_free(cleared);
}

/* ---- states and locators */

static void states_say_why_there_is_no_value(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");
	lw_node disk = lw_tree_find_path(tree, "handlers/vdisk_fileio/disk1");
	lw_node lun = lw_tree_find_path(tree, T1 "/luns/0");
	struct lw_attr_view view = { .size = sizeof(view) };

	(void)state;
	assert_int_equal(lw_node_state(tree, disk, "dif_filename"), LW_ABSENT);
	assert_int_equal(lw_node_state(tree, disk, "sync"), LW_UNREADABLE);
	assert_int_equal(lw_node_state(tree, disk, "eui64_id"), LW_SET);
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "readonly", "");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "size_mb", "");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "block", "");
	EXPECT_ATTR(tree, "handlers/vdisk_fileio/disk1", "type", "");
	assert_int_equal(lw_node_attr_count(tree, lun), 1);
	for (unsigned i = 0; !lw_node_attr(tree, disk, i, &view); i++)
		assert_true(view.known);
	lw_tree_free(tree);
}

/* The instance numbers of a multi-valued attribute, in the tree's order. */
static void expect_instances(const struct lw_tree *tree, const char *path, const char *attr,
			     const char *want)
{
	lw_node node = lw_tree_find_path(tree, path);
	uint16_t def = lw_tree_attr_def_find(tree, lw_node_kind(tree, node), attr, strlen(attr));
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	unsigned count;
	const struct attr *run = lw_tree_attr_run(tree, node, def, &count);

	for (unsigned i = 0; i < count; i++)
		lw_str_addf(&got, "%s%u%s", i ? " " : "", run[i].src,
			    run[i].flags & LW_ATTR_KEYED ? "" : "?");
	assert_string_equal(lw_str_text(&got), want);
}

static void instances_know_their_file(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, other = LW_STR_INIT;
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("20-iscsi-targets", &text);
	trace_replace(&text, T1 "/IncomingUser\t", T1 "/IncomingUser12\t", &other);
	lw_str_add(&other,
		   "0600\tf\t" TRACE_ROOT "/" T1 "/IncomingUser01\tno instance\\n\n"
		   "0600\tf\t" TRACE_ROOT "/" T1 "/alias2\tno instance either\\n\n"
		   "0600\tf\t" TRACE_ROOT "/" T1 "/IncomingUser99999999999\ttoo large\\n\n");
	kt = trace_open(&other);
	tree = tree_read(kt, NULL, NULL);
	EXPECT_ATTR(tree, T1, "IncomingUser", "joe3 12charsecret | joe2 12charsecret");
	expect_instances(tree, T1, "IncomingUser", "1 12");
	expect_instances(tree, T1, "allowed_portal", "0 1");
	expect_instances(tree, "targets/iscsi", "IncomingUser", "0 1");
	EXPECT_ATTR(tree, T1, "IncomingUser01", "no instance");
	EXPECT_ATTR(tree, T1, "alias2", "no instance either");
	EXPECT_ATTR(tree, T1, "IncomingUser99999999999", "too large");
	lw_tree_free(tree);
	lw_kt_close(kt);
}

static void unknown_attributes_are_kept_if_they_can_be_set(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	lw_str_add(&text, "0644\tf\t" TRACE_ROOT "/" T1 "/zz_new\tfast\\n[key]\\n\n"
			  "0444\tf\t" TRACE_ROOT "/" T1 "/zz_fact\t1\\n\n"
			  "0200\tf\t" TRACE_ROOT "/" T1 "/zz_action\t!WO:EACCES\n"
			  "0600\tf\t" TRACE_ROOT "/zz_secret\t\n");
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, report);
	EXPECT_REPORT(report, "");
	EXPECT_ATTR(tree, T1, "zz_new", "fast");
	expect_instances(tree, T1, "zz_new", "0");
	EXPECT_ATTR(tree, T1, "zz_fact", "<FIXED>");
	assert_int_equal(lw_node_state(tree, lw_tree_find_path(tree, T1), "zz_fact"), LW_FIXED);
	EXPECT_ATTR(tree, T1, "zz_action", "");
	EXPECT_ATTR(tree, T1, "mgmt", "");
	EXPECT_ATTR(tree, "targets/iscsi", "mgmt", "");
	assert_int_equal(lw_node_state(tree, 1, "zz_secret"), LW_SET);
	lw_tree_free(tree);
	lw_kt_close(kt);
	lw_report_free(report);
}

/* What was touched, by a recording of the reading itself. */
static void counters_and_sessions_are_never_touched(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, touched = LW_STR_INIT;
	struct lw_ktree *kt, *record = NULL;
	const char *line;

	(void)state;
	trace_load("21-iscsi-session", &text);
	lw_str_add(&text, "0644\tf\t" TRACE_ROOT "/" T1 "/read_cmd_count\t<ERR:EIO>\n"
			  "0755\td\t" TRACE_ROOT "/sgv\t<ERR:EIO>\n");
	kt = trace_open(&text);
	assert_int_equal(lw_kt_record_open(kt, "", &record, NULL), 0);
	lw_tree_free(tree_read(record, NULL, NULL));
	assert_int_equal(lw_kt_record_text(record, &touched, NULL), 0);
	for (line = lw_str_text(&touched); *line; line += strcspn(line, "\n") + 1) {
		size_t len = strcspn(line, "\n");

		if (memmem(line, len, "<ERR:ENODATA>", 13) || memmem(line, len, "!WO:EACCES", 10))
			continue;
		if (memmem(line, len, "/sessions/", 10) || memmem(line, len, "count", 5) ||
		    memmem(line, len, "\tsgv", 4) || memmem(line, len, "/mgmt\t", 6) ||
		    memmem(line, len, "last_sysfs", 10) || memmem(line, len, "/exported/", 10))
			fail_msg("touched: %.*s", (int)len, line);
	}
	lw_kt_close(record);
	lw_kt_close(kt);
}

/* ---- order of groups */

static void groups_come_in_the_order_of_their_creation(void **state)
{
	static const char more[] =
		"# inodes\n"
		"0755\td\t" TRACE_ROOT "/handlers\t\t1\n0755\td\t" TRACE_ROOT
		"/device_groups\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/a\t\t30\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/b\t\t9\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/c\t\t100\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/a/luns\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/b/luns\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/c/luns\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/a/initiators\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/b/initiators\t\t1\n"
		"0755\td\t" TRACE_ROOT "/targets/iscsi/t/ini_groups/c/initiators\t\t1\n";
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, other = LW_STR_INIT;
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	lw_str_add(&text, more);
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, NULL);
	EXPECT_TREE(tree, "targets/iscsi/t", "iscsi_target t\n  group b\n  group a\n  group c\n");
	assert_int_equal(node_at(tree, lw_tree_find_path(tree, "targets/iscsi/t"))->flags &
				 LW_NODE_ORDER_UNKNOWN,
			 0);
	lw_tree_free(tree);
	lw_kt_close(kt);

	trace_replace(&text, "ini_groups/b\t\t9\n", "ini_groups/b\t\n", &other);
	kt = trace_open(&other);
	tree = tree_read(kt, NULL, NULL);
	EXPECT_TREE(tree, "targets/iscsi/t", "iscsi_target t\n  group a\n  group b\n  group c\n");
	assert_int_not_equal(node_at(tree, lw_tree_find_path(tree, "targets/iscsi/t"))->flags &
				     LW_NODE_ORDER_UNKNOWN,
			     0);
	lw_tree_free(tree);
	lw_kt_close(kt);
}

static void without_inodes_the_order_is_said_to_be_unknown(void **state)
{
	struct lw_tree *tree = tree_of("40-alua");

	(void)state;
	assert_true(node_at(tree, lw_tree_find_path(tree, T1))->flags & LW_NODE_ORDER_UNKNOWN);
	assert_false(node_at(tree, lw_tree_find_path(tree, "targets/scst_local/loc1"))->flags &
		     LW_NODE_ORDER_UNKNOWN);
	assert_false(node_at(tree, lw_tree_find_path(tree, "targets/iscsi/iqn.2026-01.example:t2"))
			     ->flags &
		     LW_NODE_ORDER_UNKNOWN);
	lw_tree_free(tree);
}

/* ---- what no kernel should show */

static void impossible_names_are_left_out_and_told(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	lw_str_add(&text, "0755\td\t" TRACE_ROOT "/" T1 "/luns/x\t\n"
			  "0755\td\t" TRACE_ROOT "/" T1 "/luns/007\t\n"
			  "0755\td\t" TRACE_ROOT "/" T1 "/luns/16384\t\n"
			  "0755\td\t" TRACE_ROOT "/" T1 "/luns/-1\t\n"
			  "0444\tf\t" TRACE_ROOT "/" T1 "/ini_groups/g2/initiators/a\\nb\ta\\n\n"
			  "0755\td\t" TRACE_ROOT "/targets/copy_manager/other_tgt\t\n"
			  "0755\td\t" TRACE_ROOT "/targets/iscsi/new\\nline\t\n");
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, report);
#define NONE ": left out: SCST has no object of this name here\n"
	EXPECT_REPORT(report,
		      "targets/copy_manager/other_tgt" NONE T1 "/luns/x" NONE T1 "/luns/-1" NONE T1
		      "/luns/007" NONE T1 "/luns/16384" NONE T1
		      "/ini_groups/g2/initiators/a\\x0ab" NONE "targets/iscsi/new\\x0aline" NONE);
	lw_tree_free(tree);
	lw_kt_close(kt);
	lw_report_free(report);
}

static void odd_but_possible_names_are_kept(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	lw_str_add(&text,
		   "0444\tf\t" TRACE_ROOT "/" T1 "/ini_groups/g2/initiators/two words=\\xff\tx\\n\n"
		   "0755\td\t" TRACE_ROOT "/targets/iscsi/UPPER_case!name\t\n"
		   "0755\td\t" TRACE_ROOT "/targets/third_party/port1\t\n"
		   "0755\td\t" TRACE_ROOT "/handlers/dev_new\t\n"
		   "0777\tl\t" TRACE_ROOT "/handlers/dev_new/module\t../../../../module/dev_new\n"
		   "0777\tl\t" TRACE_ROOT
		   "/targets/third_party/module\t../../../../module/third\n");
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, report);
	EXPECT_REPORT(report, "");
	EXPECT_TREE(tree, T1 "/ini_groups/g2/initiators/two words=\\xff",
		    "initiator two words=\xff\n");
	EXPECT_TREE(tree, "targets/iscsi/UPPER_case!name", "iscsi_target UPPER_case!name\n");
	EXPECT_TREE(tree, "targets/third_party",
		    "other_driver third_party\n  other_target port1\n");
	EXPECT_TREE(tree, "handlers/dev_new", "other_handler dev_new\n");
	lw_tree_free(tree);
	lw_kt_close(kt);
	lw_report_free(report);
}

static void values_that_cannot_be_read_are_told(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, other = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	trace_replace(&text, T1 "/OutgoingUser\tout1 12charsecret\\n[key]\\n\\n",
		      T1 "/OutgoingUser\t<ERR:EINVAL>", &other);
	trace_replace(&other, T1 "/alias\tmy alias", T1 "/alias\tmy\\x00alias", &text);
	trace_replace(&text, "0644\tf\t" TRACE_ROOT "/" T1 "/comment\tsome words here\\n[key]\\n",
		      "0200\tf\t" TRACE_ROOT "/" T1 "/comment\t!WO:EACCES", &other);
	kt = trace_open(&other);
	tree = tree_read(kt, NULL, report);
	EXPECT_REPORT(report,
		      T1 "/OutgoingUser: cannot be read: the kernel says that it is invalid\n" T1
			 "/alias: left out: its value holds a NUL\n");
	EXPECT_ATTR(tree, T1, "OutgoingUser", "<UNREADABLE>");
	EXPECT_ATTR(tree, T1, "alias", "<UNREADABLE>");
	EXPECT_ATTR(tree, T1, "comment", "<UNREADABLE>");
	lw_tree_free(tree);
	lw_kt_close(kt);
	lw_report_free(report);
}

static void a_lun_of_an_unknown_device_keeps_its_name(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, other = LW_STR_INIT;
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	trace_without(&text, "handlers/vdisk_fileio/disk1", &other);
	kt = trace_open(&other);
	tree = tree_read(kt, NULL, NULL);
	EXPECT_TREE(tree, T1 "/luns/0", "lun 0 -> name disk1\n  read_only=0\n");
	lw_tree_free(tree);
	lw_kt_close(kt);
}

/* A peer's port stays one, though a target of that name was made here later: the kernel never looks again. */
static void a_remote_member_stays_remote(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_ktree *kt;
	struct lw_tree *tree;

	(void)state;
	trace_load("40-alua", &text);
	lw_str_add(&text, "0755\td\t" TRACE_ROOT "/targets/iscsi/iqn.2026-01.example:remote1\t\n");
	kt = trace_open(&text);
	tree = tree_read(kt, NULL, NULL);
	EXPECT_TREE(tree, "device_groups/dg1/target_groups/tg1/iqn.2026-01.example:remote1",
		    "tg_target iqn.2026-01.example:remote1 -> name iqn.2026-01.example:remote1\n  "
		    "rel_tgt_id=77 [key]\n");
	lw_tree_free(tree);
	lw_kt_close(kt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_core_alone_has_its_copy_manager),
		cmocka_unit_test(handlers_and_drivers_are_nodes_of_their_kind),
		cmocka_unit_test(a_device_has_the_attributes_of_its_files),
		cmocka_unit_test(unassigned_scsi_devices_are_no_configuration),
		cmocka_unit_test(an_iscsi_target_is_read_whole),
		cmocka_unit_test(a_driver_has_users_and_switches),
		cmocka_unit_test(local_targets_know_their_sessions_by_name),
		cmocka_unit_test(device_groups_hold_links_and_names),
		cmocka_unit_test(copy_manager_luns_are_of_their_own_kind_and_in_order),
		cmocka_unit_test(sessions_are_read_when_asked_for),
		cmocka_unit_test(names_only_means_no_attributes),
		cmocka_unit_test(only_what_is_asked_for_is_read),
		cmocka_unit_test(
			a_cleared_engine_differs_from_a_fresh_one_in_nothing_but_its_target),
		cmocka_unit_test(states_say_why_there_is_no_value),
		cmocka_unit_test(instances_know_their_file),
		cmocka_unit_test(unknown_attributes_are_kept_if_they_can_be_set),
		cmocka_unit_test(counters_and_sessions_are_never_touched),
		cmocka_unit_test(groups_come_in_the_order_of_their_creation),
		cmocka_unit_test(without_inodes_the_order_is_said_to_be_unknown),
		cmocka_unit_test(impossible_names_are_left_out_and_told),
		cmocka_unit_test(odd_but_possible_names_are_kept),
		cmocka_unit_test(values_that_cannot_be_read_are_told),
		cmocka_unit_test(a_lun_of_an_unknown_device_keeps_its_name),
		cmocka_unit_test(a_remote_member_stays_remote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
