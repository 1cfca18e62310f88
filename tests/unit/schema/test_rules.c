/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules that plans depend on, each with the situation it is for. The tables could lose one without any other test of this
 * room noticing.
 */
#include "schema/lio_kinds.h"
#include "schema/scst_kinds.h"
#include "schema_test.h"

#define SCST(kind, attr) row_of(&lw_schema_scst, kind, attr)
#define LIO(kind, attr) row_of(&lw_schema_lio, kind, attr)

static const struct lw_kind_spec *scst(unsigned kind)
{
	return &lw_schema_scst.kinds[kind];
}

static const struct lw_kind_spec *lio(unsigned kind)
{
	return &lw_schema_lio.kinds[kind];
}

static int child(const struct lw_schema *schema, unsigned parent, const char *word,
		 const char *name)
{
	return lw_schema_child_kind(schema, parent, word, name, strlen(name));
}

static void families_are_known_by_name(void **state)
{
	static const struct {
		const char *word, *name;
		int kind;
	} rows[] = {
		{ "HANDLER", "vdisk_fileio", SCST_FILEIO_HANDLER },
		{ "HANDLER", "vdisk_blockio", SCST_BLOCKIO_HANDLER },
		{ "HANDLER", "vdisk_nullio", SCST_NULLIO_HANDLER },
		{ "HANDLER", "vcdrom", SCST_CDROM_HANDLER },
		{ "HANDLER", "dev_disk", SCST_PASS_HANDLER },
		{ "HANDLER", "dev_tape_perf", SCST_PASS_HANDLER },
		{ "HANDLER", "dev_user", SCST_USER_HANDLER },
		{ "HANDLER", "some_handler", SCST_OTHER_HANDLER },
		{ "TARGET_DRIVER", "iscsi", SCST_ISCSI_DRIVER },
		{ "TARGET_DRIVER", "copy_manager", SCST_CM_DRIVER },
		{ "TARGET_DRIVER", "scst_local", SCST_LOCAL_DRIVER },
		{ "TARGET_DRIVER", "qla2x00t", SCST_QLA_DRIVER },
		{ "TARGET_DRIVER", "ib_srpt", SCST_SRPT_DRIVER },
		{ "TARGET_DRIVER", "fcst", SCST_FC_DRIVER },
		{ "TARGET_DRIVER", "csio_tgt", SCST_OTHER_DRIVER },
		{ "DEVICE_GROUP", "dg", SCST_DEVICE_GROUP },
		{ "ALUA", "", SCST_ALUA },
		{ "TARGET", "t", -1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(child(&lw_schema_scst, SCST_ROOT, rows[i].word, rows[i].name),
				 rows[i].kind);
	assert_int_equal(child(&lw_schema_scst, SCST_FILEIO_HANDLER, "DEVICE", "d"),
			 SCST_FILEIO_DEVICE);
	assert_int_equal(child(&lw_schema_scst, SCST_OTHER_HANDLER, "DEVICE", "d"),
			 SCST_USER_DEVICE);
	assert_int_equal(child(&lw_schema_scst, SCST_DEVICE_GROUP, "DEVICE", "d"), SCST_DG_DEVICE);
	assert_int_equal(child(&lw_schema_scst, SCST_CM_DRIVER, "TARGET", "copy_manager_tgt"),
			 SCST_CM_TARGET);
	assert_int_equal(child(&lw_schema_scst, SCST_CM_DRIVER, "TARGET", "other"), -1);
	assert_int_equal(child(&lw_schema_scst, SCST_CM_TARGET, "LUN", "0"), SCST_CM_LUN);
	assert_int_equal(child(&lw_schema_scst, SCST_CM_TARGET, "GROUP", "g"), -1);
	assert_int_equal(child(&lw_schema_scst, SCST_GROUP, "LUN", "0"), SCST_LUN);
	assert_int_equal(child(&lw_schema_scst, SCST_TARGET_GROUP, "TARGET", "t"), SCST_TG_TARGET);
	assert_int_equal(child(&lw_schema_lio, LIO_ROOT, "fabric_module", "loopback"),
			 LIO_LOOPBACK_FABRIC);
}

/* Ids of a device are made when it is: what they are made of comes first, and is known always. */
static void setup_id_comes_before_devices(void **state)
{
	(void)state;
	assert_true(SCST("root", "setup_id")->before == SCST_DEVICES);
	assert_true(SCST("root", "cluster_name")->before == SCST_DEVICES);
	assert_true(SCST("root", "setup_id")->flags & LW_A_ALWAYS_READ);
	assert_int_equal(SCST("root", "setup_id")->absent, LW_ABSENT_KEEP);
}

/* A dumped file with all attributes must do no harm when it is applied. */
static void dangerous_attributes_are_never_configuration(void **state)
{
	static const struct {
		const char *kind, *attr;
	} rows[] = {
		{ "root", "suspend" },
		{ "root", "measure_latency" },
		{ "root", "trace_level" },
		{ "root", "async_lun_replace" },
		{ "fileio_device", "block" },
		{ "fileio_device", "pr_state" },
		{ "fileio_device", "resync_size" },
		{ "fileio_device", "sync" },
		{ "fileio_device", "dump_prs" },
		{ "fileio_device", "gen_tp_soft_threshold_reached_UA" },
		{ "fileio_device", "size" },
		{ "iscsi_target", "black_hole" },
		{ "iscsi_target", "dif_checks_failed" },
		{ "iscsi_target", "read_cmd_count" },
		{ "iscsi_target", "tid" },
		{ "iscsi_target", "hw_target" },
		{ "iscsi_driver", "open_state" },
		{ "qla_target", "abort_isp" },
		{ "group", "black_hole" },
		{ "session", "force_close" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(SCST(rows[i].kind, rows[i].attr)->when, LW_WHEN_NEVER);
	assert_string_equal(SCST("iscsi_target", "rel_tgt_id")->unset, "0");
	assert_string_equal(SCST("target_group", "group_id")->unset, "0");
}

/* Failover programs change these behind the file's back. */
static void run_time_state_is_kept(void **state)
{
	(void)state;
	assert_int_equal(SCST("fileio_device", "active")->absent, LW_ABSENT_KEEP);
	assert_int_equal(SCST("fileio_device", "cluster_mode")->absent, LW_ABSENT_KEEP);
	assert_int_equal(SCST("target_group", "state")->absent, LW_ABSENT_KEEP);
	assert_int_equal(SCST("iscsi_target", "rel_tgt_id")->absent, LW_ABSENT_KEEP);
	assert_int_equal(SCST("blockio_device", "size")->absent, LW_ABSENT_KEEP);
}

static void identities_are_carried(void **state)
{
	static const char *const attrs[] = { "usn",	   "t10_dev_id",       "naa_id",
					     "eui64_id",   "vend_specific_id", "scsi_device_name",
					     "t10_vend_id" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(attrs); i++) {
		assert_true(SCST("fileio_device", attrs[i])->flags & LW_A_IDENTITY);
		assert_true(SCST("blockio_device", attrs[i])->flags & LW_A_IDENTITY);
		assert_int_equal(SCST("nullio_device", attrs[i])->effect, LW_EFFECT_DISTURBS);
		assert_int_equal(SCST("cdrom_device", attrs[i])->scope, LW_SCOPE_REFERRERS);
	}
	assert_false(SCST("fileio_device", "prod_id")->flags & LW_A_IDENTITY);
	assert_true(SCST("iscsi_target", "rel_tgt_id")->flags & LW_A_IDENTITY);
}

/* SCST's four families of devices share one space of names; the group's members repeat them. */
static void names_are_unique_where_the_kernel_says(void **state)
{
	(void)state;
	for (unsigned k = SCST_FILEIO_DEVICE; k <= SCST_USER_DEVICE; k++) {
		assert_int_equal(scst(k)->unique, LW_UNIQUE_ENGINE);
		assert_true(scst(k)->unique_with == SCST_DEVICES);
	}
	assert_int_equal(scst(SCST_DG_DEVICE)->unique, LW_UNIQUE_ENGINE);
	assert_true(scst(SCST_DG_DEVICE)->unique_with == 0);
	assert_int_equal(scst(SCST_TG_TARGET)->unique, LW_UNIQUE_TOP);
	assert_int_equal(SCST("iscsi_target", "rel_tgt_id")->unique_while, LW_WHILE_ENABLED);
	/* Without a switch a target counts as enabled. */
	assert_int_equal(SCST("local_target", "rel_tgt_id")->unique_while, LW_WHILE_ALWAYS);
	assert_int_equal(LIO("iblock_so", "udev_path")->unique, LW_UNIQUE_ENGINE);
	assert_int_equal(LIO("iblock_so", "udev_path")->unique_while, LW_WHILE_ALWAYS);
	/* The kernel takes two, but nobody can have meant it. */
	assert_int_equal(LIO("fileio_so", "udev_path")->unique_while, LW_WHILE_ADVISED);
	assert_int_equal(LIO("pscsi_so", "vpd_unit_serial")->unique_while, LW_WHILE_ADVISED);
	assert_int_equal(lio(LIO_PORTAL)->unique, LW_UNIQUE_TARGET);
}

/* Who may reach a target: users and portals are open while there are none. */
static void open_sets(void **state)
{
	(void)state;
	assert_int_equal(SCST("iscsi_target", "IncomingUser")->access, LW_ACC_OPEN_WHEN_EMPTY);
	assert_int_equal(SCST("iscsi_target", "allowed_portal")->access, LW_ACC_OPEN_WHEN_EMPTY);
	assert_int_equal(SCST("iscsi_target", "per_portal_acl")->access, LW_ACC_INCOMPARABLE);
	/* Discovery lets nobody in. */
	assert_int_equal(SCST("iscsi_driver", "IncomingUser")->access, LW_ACC_NONE);
	/* A password is changed in place: no moment without it. */
	assert_true(SCST("iscsi_target", "IncomingUser")->flags & LW_A_INPLACE);
	assert_true(SCST("iscsi_target", "OutgoingUser")->flags & LW_A_SINGLE);
	assert_false(SCST("iscsi_target", "allowed_portal")->flags & LW_A_SECRET);
}

static void every_secret_is_marked(void **state)
{
	static const struct lw_schema *const schemas[] = { &lw_schema_scst, &lw_schema_lio };

	(void)state;
	for (size_t s = 0; s < ARRAY_LEN(schemas); s++) {
		for (unsigned k = 0; k < schemas[s]->nkind; k++) {
			const struct lw_kind_spec *kind = &schemas[s]->kinds[k];

			for (unsigned i = 0; i < kind->nattr; i++) {
				const struct lw_attr_spec *row = &kind->attrs[i];
				bool secret =
					strstr(row->name, "password") || strstr(row->name, "User");

				if (secret != !!(row->flags & LW_A_SECRET))
					fail_msg("%s.%s", kind->name, row->name);
			}
		}
	}
}

/* A LUN's device is swapped in one step, with read_only said again; a change of the rest makes it anew. */
static void luns(void **state)
{
	(void)state;
	assert_int_equal(scst(SCST_LUN)->on_ref_change, LW_REF_REPLACE);
	assert_int_equal(scst(SCST_LUN)->on_ref_delete, LW_CASCADE);
	assert_int_equal(scst(SCST_LUN)->unlisted, LW_UNLISTED_DELETE);
	assert_true(SCST("lun", "read_only")->flags & LW_A_VIEW);
	assert_true(SCST("lun", "read_only")->flags & LW_A_ALWAYS_READ);
	assert_int_equal(scst(SCST_CM_LUN)->match, LW_MATCH_REF);
	assert_int_equal(scst(SCST_CM_LUN)->unlisted, LW_UNLISTED_KEEP);
	assert_int_equal(scst(SCST_CM_LUN)->access, LW_ROLE_NONE);
	assert_int_equal(lio(LIO_LUN)->on_ref_change, LW_REF_RECREATE);
	assert_int_equal(lio(LIO_LUN)->on_ref_delete, LW_BLOCKED);
	assert_true(lio(LIO_MAPPED_LUN)->flags & LW_K_REF_LOCAL);
	assert_true(LIO("mapped_lun", "write_protect")->flags & LW_A_VIEW);
}

/* Creation order decides who matches first, and these commands stop everybody's I/O. */
static void groups_and_initiators(void **state)
{
	(void)state;
	assert_int_equal(scst(SCST_GROUP)->order, LW_ORDER_SIGNIFICANT);
	assert_non_null(scst(SCST_GROUP)->hooks.overlaps);
	assert_int_equal(scst(SCST_GROUP)->on_create.scope, LW_SCOPE_ENGINE);
	assert_int_equal(scst(SCST_INITIATOR)->on_move.effect, LW_EFFECT_DISTURBS);
	assert_true(scst(SCST_INITIATOR)->flags & LW_K_MOVABLE);
	assert_int_equal(scst(SCST_INITIATOR)->access, LW_ROLE_MATCHER);
	assert_null(scst(SCST_INITIATOR)->gate);
	assert_string_equal(lio(LIO_ACL)->gate, "generate_node_acls");
	assert_string_equal(lio(LIO_ACL)->gate_open, "1");
	assert_int_equal(lio(LIO_ACL)->access, LW_ROLE_MATCHER | LW_ROLE_CONTAINER);
}

/* Ports are hardware: never made, never removed, switched off only when somebody asks. */
static void ports_are_left_alone(void **state)
{
	static const unsigned ports[] = { SCST_QLA_TARGET, SCST_SRPT_TARGET, SCST_FC_TARGET,
					  SCST_OTHER_TARGET };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(ports); i++) {
		assert_int_equal(scst(ports[i])->origin, LW_KIND_HARDWARE);
		assert_int_equal(scst(ports[i])->unlisted, LW_UNLISTED_REPORT);
		assert_true(scst(ports[i])->flags & LW_K_NAME_ICASE);
	}
	assert_string_equal(scst(SCST_QLA_TARGET)->ours_by, "parent_host");
	assert_int_equal(scst(SCST_CM_TARGET)->origin, LW_KIND_HARDWARE);
	assert_int_equal(scst(SCST_CM_TARGET)->access, LW_ROLE_NONE);
	assert_true(scst(SCST_LOCAL_TARGET)->flags & LW_K_ALWAYS_ON);
	assert_int_equal(scst(SCST_USER_DEVICE)->origin, LW_KIND_HARDWARE);
	assert_int_equal(scst(SCST_ISCSI_TARGET)->unlisted, LW_UNLISTED_DELETE);
}

static void writes_that_wait_for_others(void **state)
{
	static const char *const supports[] = { "alua_support_standby", "alua_support_offline",
						"alua_support_lba_dependent" };
	const struct lw_attr_spec *alua = LIO("so_alua", "alua_access_state");

	(void)state;
	assert_string_equal(SCST("fileio_device", "cluster_mode")->after, "t10_dev_id");
	assert_string_equal(SCST("target_group", "state")->after, "group_id");
	assert_int_equal(SCST("fileio_device", "filename")->when, LW_WHEN_INACTIVE);
	assert_int_equal(SCST("cdrom_device", "filename")->when, LW_WHEN_ANY);
	assert_string_equal(alua->after, "alua_access_type");
	for (size_t i = 0; i < ARRAY_LEN(supports); i++) {
		const char *const *also = alua->after_also;

		while (*also && strcmp(*also, supports[i]) != 0)
			also++;
		assert_non_null(*also);
	}
}

static void sizes_have_two_names(void **state)
{
	(void)state;
	assert_string_equal(SCST("nullio_device", "size_mb")->alias, "size");
	assert_int_equal(SCST("nullio_device", "size_mb")->factor, 1048576);
	assert_string_equal(SCST("iscsi_target", "forwarding")->alias, "forward_dst");
	assert_string_equal(SCST("blockio_device", "readonly")->alias, "read_only");
	assert_int_equal(SCST("fileio_device", "size_mb")->reading, LW_READ_FORCED);
}

/* Commands whose verdict goes through one cell must not overlap; plain writes may. */
static void queued_and_direct_writes(void **state)
{
	(void)state;
	assert_int_equal(SCST("iscsi_target", "enabled")->lock, LW_LOCK_ENGINE);
	assert_int_equal(SCST("iscsi_driver", "enabled")->lock, LW_LOCK_NODE);
	assert_int_equal(SCST("fileio_device", "threads_num")->lock, LW_LOCK_ENGINE);
	assert_int_equal(SCST("fileio_device", "usn")->lock, LW_LOCK_NODE);
	assert_int_equal(SCST("target_group", "group_id")->lock, LW_LOCK_NODE);
	assert_int_equal(SCST("target_group", "state")->lock, LW_LOCK_ENGINE);
	assert_int_equal(scst(SCST_LUN)->lock, LW_LOCK_ENGINE);
	assert_int_equal(scst(SCST_DEVICE_GROUP)->lock, LW_LOCK_NODE);
	assert_int_equal(lio(LIO_LUN)->lock, LW_LOCK_NODE);
	assert_int_equal(lio(LIO_RAMDISK)->del_lock, LW_LOCK_ENGINE);
}

static void lio_writes_that_change_another(void **state)
{
	const struct lw_rewrite *auth = LIO("tpg", "authentication")->rewrites;
	const struct lw_rewrite *demo = LIO("tpg", "generate_node_acls")->rewrites;

	(void)state;
	assert_string_equal(auth[0].attr, "AuthMethod");
	assert_string_equal(auth[0].in, "1");
	assert_string_equal(auth[0].out, "CHAP");
	assert_null(auth[1].in);
	assert_string_equal(auth[1].out, "CHAP,None");
	assert_null(auth[2].attr);
	assert_string_equal(demo[0].attr, "cache_dynamic_acls");
	assert_string_equal(LIO("tpg", "cache_dynamic_acls")->after, "generate_node_acls");
	assert_null(LIO("fileio_so", "block_size")->rewrites[0].out);
}

/* Before it is enabled these crash the kernel; later some change only while nobody uses the object. */
static void lio_attributes_by_time(void **state)
{
	(void)state;
	assert_int_equal(LIO("fileio_so", "emulate_tpu")->when, LW_WHEN_ENABLED);
	assert_int_equal(LIO("iblock_so", "emulate_tpws")->when, LW_WHEN_ENABLED);
	assert_int_equal(LIO("fileio_so", "block_size")->when, LW_WHEN_UNREFERENCED);
	assert_int_equal(LIO("fileio_so", "unmap_zeroes_data")->when, LW_WHEN_UNREFERENCED);
	assert_int_equal(LIO("fileio_so", "emulate_dpo")->reading, LW_READ_FORCED);
	assert_int_equal(LIO("fileio_so", "size")->when, LW_WHEN_CREATE);
	assert_int_equal(lio(LIO_RAMDISK)->on_delete.effect, LW_EFFECT_LOSES);
	for (unsigned k = 1; k < LIO_NKIND; k++)
		if (k != LIO_LUN_ALUA)
			assert_int_equal(lio(k)->on_parent_delete, LW_BLOCKED);
}

static void lio_width(void **state)
{
	(void)state;
	assert_string_equal(LIO("tpg", "authentication")->narrow, "1");
	assert_string_equal(LIO("tpg", "generate_node_acls")->narrow, "0");
	assert_string_equal(LIO("tpg", "demo_mode_write_protect")->narrow, "1");
	assert_int_equal(LIO("tpg", "userid")->access, LW_ACC_PIVOT);
	assert_int_equal(LIO("iscsi_fabric", "userid")->access, LW_ACC_NONE);
	assert_int_equal(LIO("tpg", "enable")->effect, LW_EFFECT_DROPS);
	assert_int_equal(SCST("iscsi_target", "enabled")->effect, LW_EFFECT_NONE);
	assert_int_equal(LIO("acl", "cmdsn_depth")->effect, LW_EFFECT_DROPS);
	assert_int_equal(lio(LIO_PORTAL)->on_delete.effect, LW_EFFECT_NONE);
	assert_true(lio(LIO_PORTAL)->flags & LW_K_PORTAL);
}

/* Where the file is: names alone do not say it. */
static void lio_directories(void **state)
{
	(void)state;
	assert_string_equal(LIO("tpg", "authentication")->dir, "attrib");
	assert_string_equal(LIO("tpg", "AuthMethod")->dir, "param");
	assert_string_equal(LIO("tpg", "password")->dir, "auth");
	assert_string_equal(LIO("fileio_so", "vpd_unit_serial")->dir, "wwn");
	assert_string_equal(LIO("iscsi_fabric", "password")->dir, "discovery_auth");
	assert_null(LIO("tpg", "enable")->dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(families_are_known_by_name),
		cmocka_unit_test(setup_id_comes_before_devices),
		cmocka_unit_test(dangerous_attributes_are_never_configuration),
		cmocka_unit_test(run_time_state_is_kept),
		cmocka_unit_test(identities_are_carried),
		cmocka_unit_test(names_are_unique_where_the_kernel_says),
		cmocka_unit_test(open_sets),
		cmocka_unit_test(every_secret_is_marked),
		cmocka_unit_test(luns),
		cmocka_unit_test(groups_and_initiators),
		cmocka_unit_test(ports_are_left_alone),
		cmocka_unit_test(writes_that_wait_for_others),
		cmocka_unit_test(sizes_have_two_names),
		cmocka_unit_test(queued_and_direct_writes),
		cmocka_unit_test(lio_writes_that_change_another),
		cmocka_unit_test(lio_attributes_by_time),
		cmocka_unit_test(lio_width),
		cmocka_unit_test(lio_directories),
	};

	return cmocka_run_group_tests_name("schema: rules", tests, NULL, NULL);
}
