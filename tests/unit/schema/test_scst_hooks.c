/* SPDX-License-Identifier: Apache-2.0 */
/* Generated ids, LUNs of read-only devices, and mistakes of SCST configurations. */
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"
#include "schema_test.h"

struct world {
	struct lw_tree *tree;
	lw_node root, fileio, blockio, nullio, cdrom, iscsi;
};

static struct world make_world(void)
{
	struct world w = { .tree = lw_tree_new(&lw_schema_scst) };

	assert_non_null(w.tree);
	w.root = lw_tree_root(w.tree);
	w.fileio = add_node(w.tree, w.root, SCST_FILEIO_HANDLER, "vdisk_fileio");
	w.blockio = add_node(w.tree, w.root, SCST_BLOCKIO_HANDLER, "vdisk_blockio");
	w.nullio = add_node(w.tree, w.root, SCST_NULLIO_HANDLER, "vdisk_nullio");
	w.cdrom = add_node(w.tree, w.root, SCST_CDROM_HANDLER, "vcdrom");
	w.iscsi = add_node(w.tree, w.root, SCST_ISCSI_DRIVER, "iscsi");
	return w;
}

static void expect_fresh(const struct lw_tree *tree, lw_node node, const char *attr,
			 const char *want)
{
	char *got = fresh_of(tree, node, attr);

	assert_string_equal(got, want);
	free(got);
}

/* ---- generated ids */

static void ids_are_made_of_the_name(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk1");
	lw_node blk = add_node(w.tree, w.blockio, SCST_BLOCKIO_DEVICE, "blk1");
	lw_node cd = add_node(w.tree, w.cdrom, SCST_CDROM_DEVICE, "cd1");

	(void)state;
	lw_tree_set_depth(w.tree, w.root, LW_DEPTH_FULL);
	expect_fresh(w.tree, disk, "usn", "b8fdbd32");
	expect_fresh(w.tree, disk, "t10_dev_id", "b8fdbd32-disk1");
	expect_fresh(w.tree, disk, "vend_specific_id", "b8fdbd32-disk1");
	expect_fresh(w.tree, disk, "prod_id", "disk1");
	expect_fresh(w.tree, disk, "pr_file_name", "/var/lib/scst/pr/disk1");
	expect_fresh(w.tree, disk, "t10_vend_id", "SCST_FIO");
	expect_fresh(w.tree, blk, "usn", "a8c1657"); /* no zero in front */
	expect_fresh(w.tree, blk, "t10_vend_id", "SCST_BIO");
	expect_fresh(w.tree, cd, "t10_dev_id", "f5b29776-cd1");
	lw_tree_free(w.tree);
}

static void ids_have_setup_id_in_front(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk1");

	(void)state;
	set_value(w.tree, w.root, "setup_id", "0x21");
	expect_fresh(w.tree, disk, "usn", "21b8fdbd32");
	set_value(w.tree, w.root, "setup_id", "33");
	expect_fresh(w.tree, disk, "t10_dev_id", "21b8fdbd32-disk1");
	lw_tree_free(w.tree);
}

/* Guessing would carry over, or leave out, the wrong id. */
static void ids_are_not_known_without_setup_id(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk1");

	(void)state;
	expect_fresh(w.tree, disk, "usn", "?");
	expect_fresh(w.tree, disk, "t10_dev_id", "?");
	expect_fresh(w.tree, disk, "prod_id", "disk1");
	set_value(w.tree, w.root, "setup_id", "nonsense");
	expect_fresh(w.tree, disk, "usn", "?");
	lw_tree_set_state(w.tree, w.root, "setup_id", LW_DEFAULT);
	expect_fresh(w.tree, disk, "usn", "b8fdbd32");
	lw_tree_free(w.tree);
}

/* A declared t10_dev_id does not change what the others are made of. */
static void declared_ids_change_no_other(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk5");

	(void)state;
	lw_tree_set_depth(w.tree, w.root, LW_DEPTH_FULL);
	set_value(w.tree, disk, "t10_dev_id", "mydevid5");
	expect_fresh(w.tree, disk, "usn", "f677dcee");
	expect_fresh(w.tree, disk, "vend_specific_id", "f677dcee-disk5");
	lw_tree_free(w.tree);
}

static void long_names_are_cut(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE,
				"a-name-that-is-longer-than-all-of-these-fields");
	char *id;

	(void)state;
	lw_tree_set_depth(w.tree, w.root, LW_DEPTH_FULL);
	expect_fresh(w.tree, disk, "prod_id", "a-name-that-is-l");
	id = fresh_of(w.tree, disk, "t10_dev_id");
	assert_int_equal(strlen(id), 25);
	assert_non_null(strstr(id, "-a-name-that"));
	free(id);
	lw_tree_free(w.tree);
}

static void what_depends_on_more_is_not_known(void **state)
{
	struct world w = make_world();
	lw_node blk = add_node(w.tree, w.blockio, SCST_BLOCKIO_DEVICE, "blk1");

	(void)state;
	lw_tree_set_depth(w.tree, w.root, LW_DEPTH_FULL);
	expect_fresh(w.tree, blk, "size", "?");
	expect_fresh(w.tree, blk, "thin_provisioned", "?");
	expect_fresh(w.tree, blk, "prod_rev_lvl", "?");
	lw_tree_free(w.tree);
}

/* Values that the hook makes are what the type calls canonical, and fit. */
static void generated_values_are_canonical(void **state)
{
	static const char *const attrs[] = { "usn", "t10_dev_id", "vend_specific_id", "prod_id",
					     "pr_file_name" };
	struct world w = make_world();
	uint64_t seed = 7;

	(void)state;
	set_value(w.tree, w.root, "setup_id", "0xffffffff");
	for (unsigned n = 0; n < 200; n++) {
		char name[65] = "";
		size_t len = 1 + next_random(&seed) % 64;
		lw_node disk;

		for (size_t i = 0; i < len; i++)
			name[i] = "abcXYZ019-_:"[next_random(&seed) % 12];
		disk = lw_tree_add(w.tree, w.fileio, SCST_FILEIO_DEVICE, name, len);
		for (size_t i = 0; disk && i < ARRAY_LEN(attrs); i++) {
			char *value = fresh_of(w.tree, disk, attrs[i]);

			EXPECT_VALUES(*row_of(&lw_schema_scst, "fileio_device", attrs[i]),
				      { value, value });
			free(value);
		}
	}
	lw_tree_free(w.tree);
}

/* ---- LUNs of read-only devices */

static const char *folded(struct lw_tree *tree, lw_node lun)
{
	const char *value;

	assert_int_equal(lw_scst_lun_canon(tree, lun), 0);
	value = lw_node_value(tree, lun, "read_only");
	return value ? value : "unset";
}

static void luns_follow_read_only_devices(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk1");
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node lun = add_node(w.tree, target, SCST_LUN, "0");

	(void)state;
	lw_tree_refer(w.tree, lun, disk);
	assert_string_equal(folded(w.tree, lun), "unset");
	set_value(w.tree, disk, "read_only", "0");
	assert_string_equal(folded(w.tree, lun), "unset");
	set_value(w.tree, disk, "read_only", "1");
	assert_string_equal(folded(w.tree, lun), "1");
	set_value(w.tree, lun, "read_only", "0");
	assert_string_equal(folded(w.tree, lun), "1");
	assert_string_equal(folded(w.tree, lun), "1");
	lw_tree_free(w.tree);
}

static void luns_of_writable_devices_stay(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "disk1");
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node group = add_node(w.tree, target, SCST_GROUP, "g");
	lw_node lun = add_node(w.tree, group, SCST_LUN, "0");

	(void)state;
	lw_tree_refer(w.tree, lun, disk);
	set_value(w.tree, lun, "read_only", "1");
	assert_string_equal(folded(w.tree, lun), "1");
	set_value(w.tree, lun, "read_only", "0");
	assert_string_equal(folded(w.tree, lun), "0");
	lw_tree_free(w.tree);
}

static void luns_of_cd_drives_are_read_only(void **state)
{
	struct world w = make_world();
	lw_node cd = add_node(w.tree, w.cdrom, SCST_CDROM_DEVICE, "cd1");
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node lun = add_node(w.tree, target, SCST_LUN, "3");

	(void)state;
	lw_tree_refer(w.tree, lun, cd);
	assert_string_equal(folded(w.tree, lun), "1");
	lw_tree_free(w.tree);
}

static void luns_without_device_stay(void **state)
{
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node lun = add_node(w.tree, target, SCST_LUN, "0");

	(void)state;
	lw_tree_refer_name(w.tree, lun, "gone", 4);
	assert_string_equal(folded(w.tree, lun), "unset");
	lw_tree_free(w.tree);
}

/* ---- checks */

static void names_that_damage_the_kernel(void **state)
{
	struct world w = make_world();
	lw_node mgmt = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "mgmt");
	lw_node type = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "type");
	lw_node good = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "mgmt1");
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node group = add_node(w.tree, target, SCST_GROUP, "mgmt");
	lw_node other = add_node(w.tree, target, SCST_GROUP, "type");

	(void)state;
	check_says(
		w.tree, mgmt,
		"error: device cannot be named mgmt: the kernel keeps a file of that name there\n");
	check_says(
		w.tree, type,
		"error: device cannot be named type: the kernel keeps a file of that name there\n");
	check_says(w.tree, good, "");
	check_says(
		w.tree, group,
		"error: group cannot be named mgmt: the kernel keeps a file of that name there\n");
	check_says(w.tree, other, "");
	lw_tree_free(w.tree);
}

static void names_of_alua_objects(void **state)
{
	struct world w = make_world();
	lw_node dg = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "mgmt");
	lw_node tg, member;

	(void)state;
	check_says(w.tree, dg,
		   "error: device group cannot be named mgmt: the kernel keeps a file of that name "
		   "there\n");
	dg = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "dg");
	check_says(w.tree, dg, "");
	tg = add_node(w.tree, dg, SCST_TARGET_GROUP, "state");
	check_says(w.tree, tg, "");
	member = add_node(w.tree, tg, SCST_TG_TARGET, "state");
	check_says(w.tree, member,
		   "error: target cannot be named state: the kernel keeps a file of that name "
		   "there\n"
		   "warning: there is no target of this name, and no number says which port of "
		   "another node is meant\n");
	lw_tree_free(w.tree);
}

static void parameters_that_exclude_each_other(void **state)
{
	struct world w = make_world();
	lw_node disk = add_node(w.tree, w.fileio, SCST_FILEIO_DEVICE, "d");

	(void)state;
	set_value(w.tree, disk, "o_direct", "1");
	check_says(w.tree, disk, "error: o_direct 1 needs async 1\n");
	set_value(w.tree, disk, "async", "1");
	check_says(w.tree, disk, "");
	set_value(w.tree, disk, "read_only", "1");
	set_value(w.tree, disk, "nv_cache", "1");
	check_says(w.tree, disk, "error: read_only 1 excludes write_through and nv_cache\n");
	set_value(w.tree, disk, "nv_cache", "0");
	check_says(w.tree, disk, "");
	set_value(w.tree, disk, "write_through", "1");
	check_says(w.tree, disk, "error: read_only 1 excludes write_through and nv_cache\n");
	lw_tree_free(w.tree);
}

/* The kernel allows it there: blockio takes a read-only device with a cache. */
static void blockio_may_be_read_only_with_cache(void **state)
{
	struct world w = make_world();
	lw_node blk = add_node(w.tree, w.blockio, SCST_BLOCKIO_DEVICE, "b");

	(void)state;
	set_value(w.tree, blk, "read_only", "1");
	set_value(w.tree, blk, "nv_cache", "1");
	check_says(w.tree, blk, "");
	lw_tree_free(w.tree);
}

static void sizes_are_whole_blocks(void **state)
{
	struct world w = make_world();
	lw_node null = add_node(w.tree, w.nullio, SCST_NULLIO_DEVICE, "n");

	(void)state;
	set_value(w.tree, null, "size", "1000");
	check_says(w.tree, null, "error: size 1000 is not a multiple of the block size, 512\n");
	set_value(w.tree, null, "size", "1024");
	check_says(w.tree, null, "");
	set_value(w.tree, null, "blocksize", "4096");
	check_says(w.tree, null, "error: size 1024 is not a multiple of the block size, 4096\n");
	set_value(w.tree, null, "size", "4096");
	set_value(w.tree, null, "opt_trans_len", "1000");
	check_says(w.tree, null,
		   "error: opt_trans_len 1000 is not a multiple of the block size, 4096\n");
	set_value(w.tree, null, "opt_trans_len", "nonsense");
	check_says(w.tree, null, "");
	lw_tree_free(w.tree);
}

static void sets_without_lun_0(void **state)
{
	static const char *const warning =
		"warning: there are LUNs but no LUN 0: some initiators will see none of them\n";
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node group = add_node(w.tree, target, SCST_GROUP, "g");

	(void)state;
	check_says(w.tree, target, "");
	check_says(w.tree, group, "");
	add_node(w.tree, target, SCST_LUN, "1");
	add_node(w.tree, group, SCST_LUN, "10");
	check_says(w.tree, target, warning);
	check_says(w.tree, group, warning);
	add_node(w.tree, target, SCST_LUN, "0");
	check_says(w.tree, target, "");
	check_says(w.tree, group, warning);
	lw_tree_free(w.tree);
}

static void iscsi_names(void **state)
{
	static const struct {
		const char *name;
		bool good;
	} names[] = {
		{ "iqn.2024-05.net.example:db", true },
		{ "iqn.2024-05.net.example", true },
		{ "iqn.2003-01.org.example:a/b", true },
		{ "eui.0123456789abcdef", true },
		{ "naa.5001405123456789", true },
		{ "naa.60014051234567895001405123456789", true },
		{ "IQN.2024-05.net.example:db", false },
		{ "iqn.2024-05.net.example:DB", false },
		{ "iqn.24-05.net.example", false },
		{ "iqn.2024-5.net.example", false },
		{ "iqn.2024-05.", false },
		{ "tgt1", false },
		{ "eui.0123", false },
		{ "eui.0123456789abcdef0123456789abcdef", false },
		{ "naa.500140512345678x", false },
		{ "iqn.2024_05.net.example", false },
	};
	struct world w = make_world();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, names[i].name);
		char want[200];

		snprintf(want, sizeof(want),
			 "warning: %s is no iSCSI name: initiators may refuse it\n", names[i].name);
		check_says(w.tree, target, names[i].good ? "" : want);
	}
	lw_tree_free(w.tree);
}

static void portals_that_let_nobody_in(void **state)
{
	static const char *const good[] = {
		"192.0.2.*", "!10.0.0.?", "fe80::1%eth0", "2001:DB8::*",
		"[::1]",     "*",	  "10.*",	  "1?2.0.*.25?"
	};
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++)
		lw_tree_add_value(w.tree, target, "allowed_portal", good[i], strlen(good[i]),
				  LW_NO_OFFSET);
	check_says(w.tree, target, "");
	lw_tree_add_value(w.tree, target, "allowed_portal", "not-an-ip", 9, LW_NO_OFFSET);
	lw_tree_add_value(w.tree, target, "allowed_portal", "10.0.0.300", 10, LW_NO_OFFSET);
	lw_tree_add_value(w.tree, target, "allowed_portal", "!10.0.0", 7, LW_NO_OFFSET);
	lw_tree_add_value(w.tree, target, "allowed_portal", "10.256.*", 8, LW_NO_OFFSET);
	check_says(w.tree, target,
		   "warning: allowed_portal not-an-ip is no IP address: nobody can log in there\n"
		   "warning: allowed_portal 10.0.0.300 is no IP address: nobody can log in there\n"
		   "warning: allowed_portal !10.0.0 is no IP address: nobody can log in there\n"
		   "warning: allowed_portal 10.256.* is no IP address: nobody can log in there\n");
	lw_tree_free(w.tree);
}

static void numbers_of_local_members(void **state)
{
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	lw_node dg = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "dg");
	lw_node tg = add_node(w.tree, dg, SCST_TARGET_GROUP, "tg");
	lw_node member = add_node(w.tree, tg, SCST_TG_TARGET, "iqn.2024-05.net.example:t");

	(void)state;
	set_value(w.tree, member, "rel_tgt_id", "7");
	check_says(w.tree, member, "");
	lw_tree_refer(w.tree, member, target);
	check_says(w.tree, member,
		   "error: rel_tgt_id 7 is not that of targets/iscsi/iqn.2024-05.net.example:t\n");
	lw_tree_free(w.tree);
}

static void ports_that_are_made(void **state)
{
	struct world w = make_world();
	lw_node driver = add_node(w.tree, w.root, SCST_QLA_DRIVER, "qla2x00t");
	lw_node port = add_node(w.tree, driver, SCST_QLA_TARGET, "50:00:00:00:00:00:00:01");
	lw_node odd = add_node(w.tree, driver, SCST_QLA_TARGET, "port0");

	(void)state;
	check_says(w.tree, port, "");
	check_says(w.tree, odd, "warning: port0 is no world wide port name\n");
	set_value(w.tree, port, "parent_host", "21:00:00:24:ff:00:00:01");
	check_says(w.tree, port, "error: a port with parent_host (NPIV) needs node_name\n");
	set_value(w.tree, port, "node_name", "50:00:00:00:00:00:00:02");
	check_says(w.tree, port, "");
	set_value(w.tree, odd, "node_name", "50:00:00:00:00:00:00:02");
	check_says(w.tree, odd,
		   "warning: node_name alone makes no port\n"
		   "warning: port0 is no world wide port name\n");
	set_value(w.tree, odd, "hw_target", "1");
	check_says(w.tree, odd, "warning: port0 is no world wide port name\n");
	set_value(w.tree, odd, "parent_host", "21:00:00:24:ff:00:00:01");
	check_says(w.tree, odd, "error: port0 is no world wide port name\n");
	lw_tree_free(w.tree);
}

static void hardware_is_no_software(void **state)
{
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");

	(void)state;
	set_value(w.tree, target, "hw_target", "1");
	check_says(w.tree, target, "warning: HW_TARGET is for ports that exist by hardware\n");
	lw_tree_free(w.tree);
}

static void targets_of_a_driver_that_is_off(void **state)
{
	struct world w = make_world();
	lw_node target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");

	(void)state;
	add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:u");
	check_says(w.tree, w.iscsi, "");
	set_value(w.tree, target, "enabled", "1");
	check_says(w.tree, w.iscsi,
		   "warning: nobody can log in to its targets: the driver is off\n");
	set_value(w.tree, w.iscsi, "enabled", "1");
	check_says(w.tree, w.iscsi, "");
	lw_tree_free(w.tree);
}

/* A program's device stands in a handler of its own name; anything else unknown is most likely mistyped. */
static void handlers_of_somebody_else(void **state)
{
	struct world w = make_world();
	lw_node handler = add_node(w.tree, w.root, SCST_OTHER_HANDLER, "user1");
	lw_node driver = add_node(w.tree, w.root, SCST_OTHER_DRIVER, "iscsii");

	(void)state;
	check_says(w.tree, handler, "warning: no handler of this name is known here\n");
	check_says(w.tree, driver, "warning: no driver of this name is known here\n");
	add_node(w.tree, handler, SCST_USER_DEVICE, "user1");
	check_says(w.tree, handler, "");
	add_node(w.tree, handler, SCST_USER_DEVICE, "user2");
	check_says(w.tree, handler, "warning: no handler of this name is known here\n");
	lw_tree_free(w.tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_made_of_the_name),
		cmocka_unit_test(ids_have_setup_id_in_front),
		cmocka_unit_test(ids_are_not_known_without_setup_id),
		cmocka_unit_test(declared_ids_change_no_other),
		cmocka_unit_test(long_names_are_cut),
		cmocka_unit_test(what_depends_on_more_is_not_known),
		cmocka_unit_test(generated_values_are_canonical),
		cmocka_unit_test(luns_follow_read_only_devices),
		cmocka_unit_test(luns_of_writable_devices_stay),
		cmocka_unit_test(luns_of_cd_drives_are_read_only),
		cmocka_unit_test(luns_without_device_stay),
		cmocka_unit_test(names_that_damage_the_kernel),
		cmocka_unit_test(names_of_alua_objects),
		cmocka_unit_test(parameters_that_exclude_each_other),
		cmocka_unit_test(blockio_may_be_read_only_with_cache),
		cmocka_unit_test(sizes_are_whole_blocks),
		cmocka_unit_test(sets_without_lun_0),
		cmocka_unit_test(iscsi_names),
		cmocka_unit_test(portals_that_let_nobody_in),
		cmocka_unit_test(numbers_of_local_members),
		cmocka_unit_test(ports_that_are_made),
		cmocka_unit_test(hardware_is_no_software),
		cmocka_unit_test(targets_of_a_driver_that_is_off),
		cmocka_unit_test(handlers_of_somebody_else),
	};

	return cmocka_run_group_tests_name("schema: SCST hooks", tests, NULL, NULL);
}
