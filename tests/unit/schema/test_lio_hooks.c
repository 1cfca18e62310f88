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

/* It is there always: one cannot be made. */
static void default_group_is_the_kernels(void **state)
{
	struct world w = make_world();
	lw_node group = add_node(w.tree, w.file, LIO_ALUA_GROUP, "default_tg_pt_gp");

	(void)state;
	check_says(w.tree, group,
		   "error: default_tg_pt_gp is the kernel's own group and cannot be made\n");
	lw_tree_free(w.tree);
}

/* As the standard has them; the kernel takes any. */
static void iscsi_names(void **state)
{
	static const char *const good[] = {
		"iqn.2003-01.org.example:x",
		"iqn.2003-01.example",
		"iqn.1993-08.org.debian:01:a-b",
		"iqn.2003-01.org.example:\xc3\xa4",
		"eui.001405abcdef0123",
		"naa.500140512345abcd",
		"naa.60014051234567890123456789abcdef",
	};
	static const char *const bad[] = {
		"foo",
		"bad_name",
		"iqn.2003-01.org.example:a_b",
		"iqn.2003-1.org.example:x",
		"iqn.203-01.org.example:x",
		"iqn.2003-01",
		"iqn.2003-01.",
		"iqn.2003-01.:x",
		"eui.001405abcdef012",
		"eui.001405abcdef01234567890123456789",
		"naa.500140512345abcg",
		"naa.",
	};
	struct world w = make_world();
	lw_node fabric = lw_node_parent(w.tree, w.target);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		check_says(w.tree, add_node(w.tree, w.tpg, LIO_ACL, good[i]), "");
		if (i)
			check_says(w.tree, add_node(w.tree, fabric, LIO_TARGET, good[i]), "");
	}
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		char want[120];

		snprintf(want, sizeof(want),
			 "warning: %s is no iSCSI name: hardly any initiator can have it\n",
			 bad[i]);
		check_says(w.tree, add_node(w.tree, w.tpg, LIO_ACL, bad[i]), want);
		snprintf(want, sizeof(want),
			 "warning: %s is no iSCSI name: initiators may refuse it\n", bad[i]);
		check_says(w.tree, add_node(w.tree, fabric, LIO_TARGET, bad[i]), want);
	}
	/* Told by the type. */
	check_says(w.tree, add_node(w.tree, fabric, LIO_TARGET, "a b"), "");
	lw_tree_free(w.tree);
}

/* Names of other hardware have other shapes. */
static void names_of_other_fabrics(void **state)
{
	struct world w = make_world();
	lw_node fabric = add_node(w.tree, w.root, LIO_OTHER_FABRIC, "qla2xxx");
	lw_node target = add_node(w.tree, fabric, LIO_OTHER_TARGET, "21:00:00:24:ff:00:00:01");
	lw_node tpg = add_node(w.tree, target, LIO_OTHER_TPG, "1");

	(void)state;
	check_says(w.tree, add_node(w.tree, tpg, LIO_ACL, "21:00:00:24:ff:00:00:02"), "");
	lw_tree_free(w.tree);
}

static void loopback_knows_three_types_of_names(void **state)
{
	struct world w = make_world();
	lw_node fabric = add_node(w.tree, w.root, LIO_LOOPBACK_FABRIC, "loopback");
	lw_node naa = add_node(w.tree, fabric, LIO_LOOPBACK_TARGET, "naa.5001405000000001");
	lw_node iqn = add_node(w.tree, fabric, LIO_LOOPBACK_TARGET, "iqn.2003-01.org.example:y");
	lw_node eui = add_node(w.tree, fabric, LIO_LOOPBACK_TARGET, "eui.001405abcdef0123");
	lw_node tpg = add_node(w.tree, naa, LIO_LOOPBACK_TPG, "1");

	(void)state;
	check_says(w.tree, naa, "");
	check_says(w.tree, iqn, "");
	check_says(w.tree, eui,
		   "error: eui.001405abcdef0123 is no name of a target here: it has to begin with "
		   "naa., fc. or iqn.\n");
	check_says(w.tree, tpg, "");
	set_value(w.tree, tpg, "nexus", "naa.5001405000000002");
	check_says(w.tree, tpg, "");
	set_value(w.tree, tpg, "nexus", "iqn.2003-01.org.example:z");
	check_says(w.tree, tpg, "error: nexus has to begin with naa., as the name of its target\n");
	set_value(w.tree, tpg, "nexus", "foo");
	check_says(w.tree, tpg, "error: nexus has to begin with naa., as the name of its target\n");
	tpg = add_node(w.tree, iqn, LIO_LOOPBACK_TPG, "1");
	set_value(w.tree, tpg, "nexus", "iqn.2003-01.org.example:z");
	check_says(w.tree, tpg, "");
	lw_tree_free(w.tree);
}

static void wildcards_exclude_addresses_of_the_target(void **state)
{
	static const char *const covered =
		"error: portal %s is covered by iscsi/iqn.2003-01.org.example:x/tpgt/2/np/"
		"0.0.0.0:3260: the kernel does not listen at both\n";
	struct world w = make_world();
	lw_node other = add_node(w.tree, lw_node_parent(w.tree, w.target), LIO_TARGET,
				 "iqn.2003-01.org.example:y");
	lw_node two = add_node(w.tree, w.target, LIO_TPG, "2");
	char want[240];

	(void)state;
	add_node(w.tree, add_node(w.tree, other, LIO_TPG, "1"), LIO_PORTAL, "10.0.0.1:3260");
	add_node(w.tree, w.tpg, LIO_PORTAL, "10.0.0.1:3260");
	add_node(w.tree, two, LIO_PORTAL, "0.0.0.0:3261");
	add_node(w.tree, two, LIO_LUN, "0");
	check_says(w.tree, w.target, "");
	check_says(w.tree, other, "");
	add_node(w.tree, two, LIO_PORTAL, "0.0.0.0:3260");
	snprintf(want, sizeof(want), covered, "10.0.0.1:3260");
	check_says(w.tree, w.target, want);
	check_says(w.tree, other, "");
	lw_tree_free(w.tree);
}

/* Whether it does is a setting of the machine. */
static void ipv6_wildcard_may_cover_ipv4(void **state)
{
	struct world w = make_world();

	(void)state;
	add_node(w.tree, w.tpg, LIO_PORTAL, "[::0]:3260");
	add_node(w.tree, w.tpg, LIO_PORTAL, "10.0.0.1:3260");
	check_says(w.tree, w.target,
		   "warning: portal 10.0.0.1:3260 is covered by "
		   "iscsi/iqn.2003-01.org.example:x/tpgt/1/np/[::0]:3260: the kernel does not "
		   "listen at both\n");
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
		cmocka_unit_test(default_group_is_the_kernels),
		cmocka_unit_test(iscsi_names),
		cmocka_unit_test(names_of_other_fabrics),
		cmocka_unit_test(loopback_knows_three_types_of_names),
		cmocka_unit_test(wildcards_exclude_addresses_of_the_target),
		cmocka_unit_test(ipv6_wildcard_may_cover_ipv4),
	};

	return cmocka_run_group_tests_name("schema: LIO hooks", tests, NULL, NULL);
}
