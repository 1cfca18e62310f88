/* SPDX-License-Identifier: Apache-2.0 */
/* Fresh values and mistakes of LIO configurations. */
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema_test.h"

struct world {
	struct lw_tree *tree;
	lw_node root, file, target, tpg;
};

static struct world make_world(void)
{
	struct world w = { .tree = lw_tree_new(&lw_schema_lio) };
	lw_node fabric;

	assert_non_null(w.tree);
	w.root = lw_tree_root(w.tree);
	w.file = add_node(w.tree, w.root, LIO_FILEIO, "web01");
	set_value(w.tree, w.file, "udev_path", "/srv/web01.img");
	set_value(w.tree, w.file, "size", "1048576");
	fabric = add_node(w.tree, w.root, LIO_ISCSI_FABRIC, "iscsi");
	w.target = add_node(w.tree, fabric, LIO_TARGET, "iqn.2003-01.org.example:x");
	w.tpg = add_node(w.tree, w.target, LIO_TPG, "1");
	return w;
}

static void expect_fresh(const struct lw_tree *tree, lw_node node, const char *attr,
			 const char *want)
{
	char *got = fresh_of(tree, node, attr);

	assert_string_equal(got, want);
	free(got);
}

static void files_have_known_limits(void **state)
{
	struct world w = make_world();

	(void)state;
	expect_fresh(w.tree, w.file, "is_nonrot", "0");
	expect_fresh(w.tree, w.file, "max_unmap_lba_count", "8192");
	expect_fresh(w.tree, w.file, "max_write_same_len", "4096");
	expect_fresh(w.tree, w.file, "unmap_granularity", "1");
	expect_fresh(w.tree, w.file, "optimal_sectors", "16384");
	lw_tree_free(w.tree);
}

/* On a block device the device decides. */
static void devices_have_limits_of_their_own(void **state)
{
	struct world w = make_world();
	lw_node block = add_node(w.tree, w.root, LIO_IBLOCK, "db");

	(void)state;
	set_value(w.tree, w.file, "udev_path", "/dev/vg0/web");
	expect_fresh(w.tree, w.file, "is_nonrot", "?");
	expect_fresh(w.tree, w.file, "max_unmap_lba_count", "?");
	expect_fresh(w.tree, block, "is_nonrot", "?");
	expect_fresh(w.tree, block, "optimal_sectors", "?");
	lw_tree_free(w.tree);
}

static void write_back_is_a_write_cache(void **state)
{
	struct world w = make_world();

	(void)state;
	expect_fresh(w.tree, w.file, "emulate_write_cache", "0");
	set_value(w.tree, w.file, "write_back", "1");
	expect_fresh(w.tree, w.file, "emulate_write_cache", "1");
	lw_tree_free(w.tree);
}

static void products_are_named_after_plugin_or_object(void **state)
{
	struct world w = make_world();
	lw_node ram = add_node(w.tree, w.root, LIO_RAMDISK, "a-name-of-more-than-15");
	lw_node scsi = add_node(w.tree, w.root, LIO_PSCSI, "s");

	(void)state;
	expect_fresh(w.tree, w.file, "product_id", "FILEIO");
	expect_fresh(w.tree, ram, "product_id", "RAMDISK-MCP");
	expect_fresh(w.tree, scsi, "product_id", "?");
	set_value(w.tree, w.file, "emulate_model_alias", "1");
	set_value(w.tree, ram, "emulate_model_alias", "1");
	expect_fresh(w.tree, w.file, "product_id", "web01");
	expect_fresh(w.tree, ram, "product_id", "a-name-of-more-");
	lw_tree_free(w.tree);
}

/* Always random: nobody knows it, and it stays when no file names it. */
static void serials_are_not_known(void **state)
{
	struct world w = make_world();
	const struct lw_attr_spec *serial = row_of(&lw_schema_lio, "fileio_so", "vpd_unit_serial");

	(void)state;
	expect_fresh(w.tree, w.file, "vpd_unit_serial", "?");
	assert_true(serial->flags & LW_A_IDENTITY);
	assert_int_equal(serial->absent, LW_ABSENT_KEEP);
	assert_int_equal(serial->when, LW_WHEN_UNREFERENCED);
	lw_tree_free(w.tree);
}

static void commands_of_8_mib(void **state)
{
	struct world w = make_world();

	(void)state;
	set_value(w.tree, w.file, "optimal_sectors", "16384");
	check_says(w.tree, w.file, "");
	set_value(w.tree, w.file, "block_size", "4096");
	check_says(
		w.tree, w.file,
		"error: optimal_sectors 16384 is more than 8 MiB: at most 2048 blocks of 4096\n");
	set_value(w.tree, w.file, "optimal_sectors", "2048");
	check_says(w.tree, w.file, "");
	set_value(w.tree, w.file, "block_size", "0");
	check_says(w.tree, w.file, "");
	lw_tree_free(w.tree);
}

static void names_and_sizes_of_storage(void **state)
{
	struct world w = make_world();
	lw_node bad = add_node(w.tree, w.root, LIO_IBLOCK, "hba_info");
	lw_node file = add_node(w.tree, w.root, LIO_FILEIO, "f");

	(void)state;
	check_says(
		w.tree, bad,
		"error: a storage object cannot be named hba_info: the kernel keeps a file of that "
		"name there\n");
	set_value(w.tree, file, "udev_path", "/srv/f.img");
	check_says(w.tree, file, "error: a storage object on a file needs a size\n");
	set_value(w.tree, file, "udev_path", "/dev/vg0/f");
	check_says(w.tree, file, "");
	lw_tree_free(w.tree);
}

static void alua_states_need_support(void **state)
{
	struct world w = make_world();
	lw_node group = add_node(w.tree, w.file, LIO_ALUA_GROUP, "ano");

	(void)state;
	check_says(w.tree, group, "");
	set_value(w.tree, group, "alua_access_state", "1");
	check_says(w.tree, group, "");
	set_value(w.tree, group, "alua_support_active_nonoptimized", "0");
	check_says(w.tree, group,
		   "error: alua_access_state 1 needs alua_support_active_nonoptimized 1\n");
	set_value(w.tree, group, "alua_access_state", "4");
	check_says(w.tree, group,
		   "error: alua_access_state 4 needs alua_support_lba_dependent 1\n");
	set_value(w.tree, group, "alua_support_lba_dependent", "1");
	check_says(w.tree, group, "");
	set_value(w.tree, group, "alua_access_state", "7");
	check_says(w.tree, group, "error: alua_access_state is 0 to 4, 14 or 15\n");
	set_value(w.tree, group, "alua_access_state", "2");
	set_value(w.tree, group, "alua_access_type", "2");
	check_says(w.tree, group, "error: alua_access_state needs implicit access\n");
	lw_tree_free(w.tree);
}

static void somebody_must_be_able_to_log_in(void **state)
{
	static const char *const nobody =
		"warning: authentication is on but there is no user: nobody can log in\n";
	struct world w = make_world();
	lw_node acl;

	(void)state;
	check_says(w.tree, w.tpg, "");
	set_value(w.tree, w.tpg, "authentication", "1");
	check_says(w.tree, w.tpg, "");
	set_value(w.tree, w.tpg, "enable", "1");
	check_says(w.tree, w.tpg, nobody);
	acl = add_node(w.tree, w.tpg, LIO_ACL, "iqn.1994-05.com.example:host-a");
	check_says(w.tree, w.tpg, nobody);
	set_value(w.tree, acl, "userid", "");
	check_says(w.tree, w.tpg, nobody);
	set_value(w.tree, acl, "userid", "host-a");
	check_says(w.tree, w.tpg, "");
	set_value(w.tree, acl, "userid", "");
	set_value(w.tree, acl, "authentication", "0");
	check_says(w.tree, w.tpg, "");
	set_value(w.tree, acl, "authentication", "-1");
	set_value(w.tree, w.tpg, "userid", "all");
	check_says(w.tree, w.tpg, "");
	lw_tree_free(w.tree);
}

static void luns_join_groups_of_their_own_storage(void **state)
{
	struct world w = make_world();
	lw_node other = add_node(w.tree, w.root, LIO_RAMDISK, "r");
	lw_node mine = add_node(w.tree, w.file, LIO_ALUA_GROUP, "ano");
	lw_node theirs = add_node(w.tree, other, LIO_ALUA_GROUP, "ano");
	lw_node lun = add_node(w.tree, w.tpg, LIO_LUN, "0");
	lw_node member = add_node(w.tree, lun, LIO_LUN_ALUA, "");

	(void)state;
	lw_tree_refer(w.tree, lun, w.file);
	check_says(w.tree, member, "");
	lw_tree_refer(w.tree, member, mine);
	check_says(w.tree, member, "");
	lw_tree_refer(w.tree, member, theirs);
	check_says(w.tree, member,
		   "error: the ALUA group belongs to another storage object than the LUN\n");
	lw_tree_free(w.tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_have_known_limits),
		cmocka_unit_test(devices_have_limits_of_their_own),
		cmocka_unit_test(write_back_is_a_write_cache),
		cmocka_unit_test(products_are_named_after_plugin_or_object),
		cmocka_unit_test(serials_are_not_known),
		cmocka_unit_test(commands_of_8_mib),
		cmocka_unit_test(names_and_sizes_of_storage),
		cmocka_unit_test(alua_states_need_support),
		cmocka_unit_test(somebody_must_be_able_to_log_in),
		cmocka_unit_test(luns_join_groups_of_their_own_storage),
	};

	return cmocka_run_group_tests_name("schema: LIO hooks", tests, NULL, NULL);
}
