/* SPDX-License-Identifier: Apache-2.0 */
/* The columns and hooks together, through the tree's own canon, resolve and check: what a configuration comes out as. */
#include <errno.h>

#include "schema/scst_kinds.h"
#include "schema_test.h"

struct world {
	struct lw_tree *tree;
	lw_node root, fileio, nullio, iscsi, target;
};

static struct world make_world(void)
{
	struct world w = { .tree = lw_tree_new(&lw_schema_scst) };

	assert_non_null(w.tree);
	w.root = lw_tree_root(w.tree);
	w.fileio = add_node(w.tree, w.root, SCST_FILEIO_HANDLER, "vdisk_fileio");
	w.nullio = add_node(w.tree, w.root, SCST_NULLIO_HANDLER, "vdisk_nullio");
	w.iscsi = add_node(w.tree, w.root, SCST_ISCSI_DRIVER, "iscsi");
	w.target = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:t");
	return w;
}

static lw_node add_disk(struct world *w, const char *name)
{
	lw_node disk = add_node(w->tree, w->fileio, SCST_FILEIO_DEVICE, name);

	set_value(w->tree, disk, "filename", "/srv/disk.img");
	return disk;
}

static lw_node add_lun(struct world *w, lw_node parent, const char *number, const char *device)
{
	lw_node lun = add_node(w->tree, parent, SCST_LUN, number);

	lw_tree_refer_name(w->tree, lun, device, strlen(device));
	return lun;
}

/* Resolve, canon and check; the number of errors and warnings must be these. Prints them when not. */
static void settle(struct world *w, size_t errors, size_t warnings)
{
	struct lw_report *report = lw_report_new();
	const struct lw_problem *problem;

	assert_non_null(report);
	assert_int_equal(lw_tree_resolve(w->tree), 0);
	assert_true(lw_tree_canon(w->tree, report) != -ENOMEM);
	assert_true(lw_tree_check(w->tree, report) != -ENOMEM);
	for (size_t i = 0; (problem = lw_report_get(report, i)); i++)
		if (lw_report_count(report, LW_ERROR) != errors ||
		    lw_report_count(report, LW_WARNING) != warnings)
			print_message("%s: %s\n", problem->object, problem->message);
	assert_int_equal(lw_report_count(report, LW_ERROR), errors);
	assert_int_equal(lw_report_count(report, LW_WARNING), warnings);
	lw_report_free(report);
}

static void expect_value_of(const struct world *w, lw_node node, const char *attr, const char *want)
{
	const char *value = lw_node_value(w->tree, node, attr);

	assert_string_equal(value ? value : "unset", want);
}

static bool has_initiator(const struct world *w, lw_node group, const char *name)
{
	return lw_tree_find(w->tree, group, SCST_INITIATOR, name, strlen(name)) != 0;
}

static void a_plain_configuration_is_clean(void **state)
{
	struct world w = make_world();
	lw_node disk = add_disk(&w, "disk1"), group, null, dg, tg, port, member;

	(void)state;
	set_value(w.tree, w.root, "setup_id", "33");
	set_value(w.tree, disk, "naa_id", "6001405F00000000000000000000DB01");
	null = add_node(w.tree, w.nullio, SCST_NULLIO_DEVICE, "dummy");
	set_value(w.tree, null, "size_mb", "100");
	add_lun(&w, w.target, "0", "dummy");
	group = add_node(w.tree, w.target, SCST_GROUP, "dbhosts");
	add_node(w.tree, group, SCST_INITIATOR, "iqn.1994-05.com.redhat:\\*\\#192.0.2.10");
	add_lun(&w, group, "0x0", "disk1");
	set_value(w.tree, w.target, "HeaderDigest", "CRC32C,None");
	port = add_node(w.tree, w.root, SCST_QLA_DRIVER, "qla2x00t");
	port = add_node(w.tree, port, SCST_QLA_TARGET, "21:00:00:24:FF:00:00:01");
	dg = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "dg");
	add_node(w.tree, dg, SCST_DG_DEVICE, "disk1");
	tg = add_node(w.tree, dg, SCST_TARGET_GROUP, "local");
	set_value(w.tree, tg, "group_id", "101");
	add_node(w.tree, tg, SCST_TG_TARGET, "iqn.2024-05.net.example:t");
	member = add_node(w.tree, tg, SCST_TG_TARGET, "iqn.2024-05.net.example:elsewhere");
	set_value(w.tree, member, "rel_tgt_id", "7");
	settle(&w, 0, 0);
	expect_value_of(&w, w.root, "setup_id", "0x21");
	expect_value_of(&w, disk, "naa_id", "0x6001405f00000000000000000000db01");
	expect_value_of(&w, null, "size", "104857600");
	expect_value_of(&w, w.target, "HeaderDigest", "None,CRC32C");
	assert_string_equal(lw_node_name(w.tree, port), "21:00:00:24:ff:00:00:01");
	assert_true(lw_tree_find(w.tree, group, SCST_LUN, "0", 1));
	assert_true(has_initiator(&w, group, "iqn.1994-05.com.redhat:*#192.0.2.10"));
	lw_tree_free(w.tree);
}

/* Files that are the same on both nodes give each member its number. */
static void numbers_of_local_members_move(void **state)
{
	struct world w = make_world();
	lw_node dg = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "dg");
	lw_node tg = add_node(w.tree, dg, SCST_TARGET_GROUP, "tg");
	lw_node here = add_node(w.tree, tg, SCST_TG_TARGET, "iqn.2024-05.net.example:t");
	lw_node there = add_node(w.tree, tg, SCST_TG_TARGET, "iqn.2024-05.net.example:elsewhere");

	(void)state;
	set_value(w.tree, here, "rel_tgt_id", "7");
	set_value(w.tree, there, "rel_tgt_id", "8");
	settle(&w, 0, 0);
	expect_value_of(&w, w.target, "rel_tgt_id", "7");
	expect_value_of(&w, here, "rel_tgt_id", "unset");
	expect_value_of(&w, there, "rel_tgt_id", "8");
	set_value(w.tree, here, "rel_tgt_id", "7");
	settle(&w, 0, 0);
	expect_value_of(&w, here, "rel_tgt_id", "unset");
	set_value(w.tree, here, "rel_tgt_id", "9");
	settle(&w, 1, 0);
	expect_value_of(&w, w.target, "rel_tgt_id", "7");
	expect_value_of(&w, here, "rel_tgt_id", "9");
	set_value(w.tree, here, "rel_tgt_id", "0");
	set_value(w.tree, there, "rel_tgt_id", "0");
	settle(&w, 0, 1);
	lw_tree_free(w.tree);
}

static void an_empty_reservations_file_is_the_default(void **state)
{
	struct world w = make_world();
	lw_node disk = add_disk(&w, "disk1");

	(void)state;
	set_value(w.tree, disk, "pr_file_name", "");
	settle(&w, 0, 0);
	expect_value_of(&w, disk, "pr_file_name", "/var/lib/scst/pr/disk1");
	set_value(w.tree, disk, "pr_file_name", "/srv/pr");
	settle(&w, 0, 1);
	lw_tree_free(w.tree);
}

static void luns_of_read_only_devices_are_folded(void **state)
{
	struct world w = make_world();
	lw_node disk = add_disk(&w, "disk1"), lun = add_lun(&w, w.target, "0", "disk1");

	(void)state;
	set_value(w.tree, disk, "read_only", "1");
	settle(&w, 0, 0);
	expect_value_of(&w, lun, "read_only", "1");
	settle(&w, 0, 0);
	lw_tree_free(w.tree);
}

static void device_names_are_one_space(void **state)
{
	struct world w = make_world();

	(void)state;
	add_disk(&w, "one");
	add_node(w.tree, w.nullio, SCST_NULLIO_DEVICE, "one");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

static void a_device_is_in_one_group(void **state)
{
	struct world w = make_world();
	lw_node one = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "one");
	lw_node two = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "two");

	(void)state;
	add_disk(&w, "disk1");
	add_node(w.tree, one, SCST_DG_DEVICE, "disk1");
	settle(&w, 0, 0);
	add_node(w.tree, two, SCST_DG_DEVICE, "disk1");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

static void numbers_of_port_groups_differ(void **state)
{
	struct world w = make_world();
	lw_node one = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "one"), a, b, c;
	lw_node two = add_node(w.tree, w.root, SCST_DEVICE_GROUP, "two");

	(void)state;
	a = add_node(w.tree, one, SCST_TARGET_GROUP, "a");
	b = add_node(w.tree, one, SCST_TARGET_GROUP, "b");
	c = add_node(w.tree, two, SCST_TARGET_GROUP, "a");
	set_value(w.tree, a, "group_id", "1");
	set_value(w.tree, b, "group_id", "2");
	set_value(w.tree, c, "group_id", "1");
	settle(&w, 0, 0);
	set_value(w.tree, b, "group_id", "0x1");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

static void an_initiator_is_in_one_group_of_a_target(void **state)
{
	struct world w = make_world();
	lw_node a = add_node(w.tree, w.target, SCST_GROUP, "a"),
		b = add_node(w.tree, w.target, SCST_GROUP, "b");
	lw_node other = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:u");
	lw_node c = add_node(w.tree, other, SCST_GROUP, "a");

	(void)state;
	add_node(w.tree, a, SCST_INITIATOR, "iqn.x");
	add_node(w.tree, c, SCST_INITIATOR, "iqn.x");
	settle(&w, 0, 0);
	add_node(w.tree, b, SCST_INITIATOR, "iqn.x");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

static void port_numbers_of_enabled_targets_differ(void **state)
{
	struct world w = make_world();
	lw_node other = add_node(w.tree, w.iscsi, SCST_ISCSI_TARGET, "iqn.2024-05.net.example:u");

	(void)state;
	set_value(w.tree, w.iscsi, "enabled", "1");
	set_value(w.tree, w.target, "rel_tgt_id", "1");
	set_value(w.tree, other, "rel_tgt_id", "1");
	set_value(w.tree, w.target, "enabled", "1");
	set_value(w.tree, other, "enabled", "0");
	settle(&w, 0, 0);
	set_value(w.tree, other, "enabled", "1");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

static void luns_need_their_device(void **state)
{
	struct world w = make_world();

	(void)state;
	add_lun(&w, w.target, "0", "gone");
	settle(&w, 1, 0);
	lw_tree_free(w.tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_configuration_is_clean),
		cmocka_unit_test(numbers_of_local_members_move),
		cmocka_unit_test(an_empty_reservations_file_is_the_default),
		cmocka_unit_test(luns_of_read_only_devices_are_folded),
		cmocka_unit_test(device_names_are_one_space),
		cmocka_unit_test(a_device_is_in_one_group),
		cmocka_unit_test(numbers_of_port_groups_differ),
		cmocka_unit_test(an_initiator_is_in_one_group_of_a_target),
		cmocka_unit_test(port_numbers_of_enabled_targets_differ),
		cmocka_unit_test(luns_need_their_device),
	};

	return cmocka_run_group_tests_name("schema: SCST trees", tests, NULL, NULL);
}
