/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions: who is in which group, what he sees, and what becomes of him. */
#include <stdio.h>

#include "sim_test.h"

#define ISCSI "targets/iscsi"
#define T ISCSI "/t"
#define S T "/sessions"

static int start(void **state)
{
	struct sim *sim;

	sim_start(state);
	sim = *state;
	put(sim, "handlers/vdisk_nullio/mgmt", "add_device a", 0);
	put(sim, "handlers/vdisk_nullio/mgmt", "add_device b", 0);
	put(sim, ISCSI "/mgmt", "add_target t", 0);
	put(sim, T "/luns/mgmt", "add a 0", 0);
	put(sim, T "/ini_groups/mgmt", "create g", 0);
	put(sim, T "/ini_groups/g/luns/mgmt", "add b 3", 0);
	put(sim, T "/enabled", "1", 0);
	put(sim, ISCSI "/enabled", "1", 0);
	return 0;
}

static void test_login(void **state)
{
	struct sim *sim = *state;

	put(sim, T "/InitialR2T", "Yes", 0);
	control(sim, "login iscsi t iqn.i 10.0.0.9");
	see(sim, S "/iqn.i/initiator_name", "iqn.i\n");
	see(sim, S "/iqn.i/10.0.0.9/ip", "10.0.0.9");
	see(sim, S "/iqn.i/InitialR2T", "Yes\n");
	see_link(sim, S "/iqn.i/luns", "../../luns");
	assert_true(there(sim, S "/iqn.i/lun0") && !there(sim, S "/iqn.i/lun3"));
	assert_true(there(sim, S "/iqn.i/latency/w524288"));
	assert_true(there(sim, S "/iqn.i/read_io_count_kb"));
	/* The same initiator again. */
	control(sim, "login iscsi t iqn.i");
	assert_true(there(sim, S "/iqn.i_1"));
	control(sim, "logout iscsi t iqn.i");
	assert_true(!there(sim, S "/iqn.i") && there(sim, S "/iqn.i_1"));
	/* LUNs come and go in it. */
	put(sim, T "/luns/mgmt", "add b 1", 0);
	assert_true(there(sim, S "/iqn.i_1/lun1"));
	put(sim, T "/luns/mgmt", "clear", 0);
	assert_false(there(sim, S "/iqn.i_1/lun1") || there(sim, S "/iqn.i_1/lun0"));
}

/* What counts is left out of the recordings' copies: names and modes are looked at here. */
static void test_counters(void **state)
{
	static const char *const counters[] = {
		"bidi_cmd_count",
		"bidi_io_count_kb",
		"bidi_unaligned_cmd_count",
		"none_cmd_count",
		"read_cmd_count",
		"read_io_count_kb",
		"read_unaligned_cmd_count",
		"unknown_cmd_count",
		"write_cmd_count",
		"write_io_count_kb",
		"write_unaligned_cmd_count",
	};
	struct sim *sim = *state;
	struct sim_stat stat;
	char path[96];

	control(sim, "login iscsi t i");
	for (size_t i = 0; i < sizeof(counters) / sizeof(*counters); i++) {
		snprintf(path, sizeof(path), T "/%s", counters[i]);
		assert_int_equal(sim_stat(sim, path, &stat), 0);
		assert_int_equal(stat.mode, 0444);
		snprintf(path, sizeof(path), S "/i/%s", counters[i]);
		assert_int_equal(sim_stat(sim, path, &stat), 0);
		assert_int_equal(stat.mode, 0644);
		put(sim, path, "5", 0);
		see(sim, path, "0\n");
	}
	for (const char *kind = "bnrw"; *kind; kind++)
		for (unsigned size = 512; size <= 524288; size *= 2) {
			snprintf(path, sizeof(path), S "/i/latency/%c%u", *kind, size);
			see(sim, path, "state count min max avg stddev\n");
		}
	assert_int_equal(sim_stat(sim, "sgv/sgv-clust-1/stats", &stat), 0);
	assert_int_equal(stat.mode, 0644);
	see(sim, "sgv/global_stats", "Inactive pages                             0\n");
}

/* Disabling ends no session, it only lets nobody in. */
static void test_disabled(void **state)
{
	struct sim *sim = *state;

	control(sim, "login iscsi t i");
	put(sim, T "/enabled", "0", 0);
	put(sim, ISCSI "/enabled", "0", 0);
	assert_true(there(sim, S "/i"));
	assert_int_equal(sim_control(sim, "login iscsi t j", NULL), -EACCES);
	put(sim, S "/i/force_close", "1", 0);
	assert_false(there(sim, S "/i"));
	put(sim, T "/enabled", "1", 0);
	assert_int_equal(sim_control(sim, "login iscsi t j", NULL), -EACCES);
	put(sim, ISCSI "/enabled", "1", 0);
	control(sim, "login iscsi t j");
}

static void test_sorting(void **state)
{
	struct sim *sim = *state;

	control(sim, "login iscsi t iqn.2026:Host1");
	see_link(sim, S "/iqn.2026:Host1/luns", "../../luns");
	put(sim, T "/ini_groups/g/initiators/mgmt", "add IQN.2026:host?", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../ini_groups/g/luns");
	assert_true(there(sim, S "/iqn.2026:Host1/lun3") && !there(sim, S "/iqn.2026:Host1/lun0"));
	put(sim, T "/ini_groups/mgmt", "del g", -EBUSY);
	/* The group made first wins. */
	put(sim, T "/ini_groups/mgmt", "create a", 0);
	put(sim, T "/ini_groups/a/initiators/mgmt", "add *", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../ini_groups/g/luns");
	put(sim, T "/ini_groups/g/initiators/mgmt", "move IQN.2026:host? a", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../ini_groups/a/luns");
	put(sim, T "/ini_groups/mgmt", "del g", 0);
	put(sim, T "/ini_groups/a/initiators/mgmt", "clear", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../luns");
	put(sim, T "/ini_groups/a/initiators/mgmt", "add !iqn.2026:*", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../luns");
	put(sim, T "/ini_groups/a/initiators/mgmt", "add !other*", 0);
	see_link(sim, S "/iqn.2026:Host1/luns", "../../ini_groups/a/luns");
}

/* With per_portal_acl the name that groups are matched with holds the portal. */
static void test_per_portal(void **state)
{
	struct sim *sim = *state;

	put(sim, T "/ini_groups/g/initiators/mgmt", "add i", 0);
	put(sim, T "/per_portal_acl", "1", 0);
	control(sim, "login iscsi t i");
	see_link(sim, S "/i/luns", "../../luns");
	put(sim, T "/ini_groups/g/initiators/mgmt", "add i#127.0.0.*", 0);
	see_link(sim, S "/i/luns", "../../ini_groups/g/luns");
}

static void test_target_goes(void **state)
{
	struct sim *sim = *state;

	control(sim, "login iscsi t i");
	put(sim, ISCSI "/mgmt", "del_target t", 0);
	assert_false(there(sim, T));
	assert_int_equal(sim_control(sim, "logout iscsi t i", NULL), -ENOENT);
}

static void test_daemon_dies(void **state)
{
	struct sim *sim = *state;

	put(sim, ISCSI "/mgmt", "add_attribute IncomingUser joe 12charsecret", 0);
	control(sim, "login iscsi t i");
	control(sim, "daemon down");
	assert_false(there(sim, T) || there(sim, ISCSI "/enabled") ||
		     there(sim, ISCSI "/IncomingUser"));
	see(sim, ISCSI "/open_state", "closed\n");
	put(sim, ISCSI "/mgmt", "add_target t", -EPERM);
	control(sim, "daemon up");
	see(sim, ISCSI "/enabled", "0\n\n");
}

static void test_hardware(void **state)
{
	struct sim *sim = *state;

	control(sim, "load qla2x00tgt");
	control(sim, "port qla2x00t 50:01:43:80:00:00:00:01 50:01:43:80:00:00:00:ff");
#define Q "targets/qla2x00t"
#define P Q "/50:01:43:80:00:00:00:01"
	see(sim, P "/hw_target", "1\n");
	see(sim, P "/node_name", "50:01:43:80:00:00:00:ff\n");
	see_link(sim, P "/host", "../../../../../devices/pci0000:00/0000:00:05.0/host0");
	put(sim, P "/luns/mgmt", "add a 0", 0);
	put(sim, P "/enabled", "0", -EINVAL);
	put(sim, P "/enabled", "1", 0);
	put(sim, P "/enabled", "1", -EINVAL);
	/* t has 1 already. */
	see(sim, P "/rel_tgt_id", "2\n[key]\n");
	control(sim, "login qla2x00t 50:01:43:80:00:00:00:01 10:00:00:00:00:00:00:01");
	assert_true(there(sim, P "/sessions/10:00:00:00:00:00:00:01/lun0"));
	put(sim, Q "/mgmt", "del_target 50:01:43:80:00:00:00:01", -ENODEV);
	control(sim, "noport qla2x00t 50:01:43:80:00:00:00:01");
	assert_false(there(sim, P));
}

static void test_virtual_ports(void **state)
{
	struct sim *sim = *state;

	control(sim, "load qla2x00tgt");
	control(sim, "port qla2x00t 50:01:43:80:00:00:00:01");
#define V "20:00:00:00:00:00:00:0a"
#define NODE "node_name=20:00:00:00:00:00:00:0b"
#define ON "parent_host=50:01:43:80:00:00:00:0"
	put(sim, Q "/mgmt", "add_target " V, -EINVAL);
	put(sim, Q "/mgmt", "add_target " V " " NODE ";" ON "2", -ENODEV);
	put(sim, Q "/mgmt", "add_target " V " " NODE ";" ON "1", -EINVAL); /* it is off */
	put(sim, P "/enabled", "1", 0);
	put(sim, Q "/mgmt", "add_target 20:00:00:00:00:00:00:0A " NODE ";" ON "1", 0);
	see(sim, Q "/" V "/hw_target", "0\n");
	see(sim, Q "/" V "/node_name", "20:00:00:00:00:00:00:0b\n");
	put(sim, Q "/mgmt", "add_target " V " " NODE ";" ON "1", -EINVAL);
	put(sim, Q "/mgmt", "del_target " V, 0);
	put(sim, Q "/mgmt", "del_target " V, -ENODEV);
	put(sim, Q "/mgmt", "add_target " V " " NODE ";" ON "1", 0);
	control(sim, "noport qla2x00t 50:01:43:80:00:00:00:01");
	assert_false(there(sim, Q "/" V));
	control(sim, "load ib_srpt");
	control(sim, "port ib_srpt fe80:0000:0000:0000:0002:c903:0000:0001");
#define I "targets/ib_srpt/fe80:0000:0000:0000:0002:c903:0000:0001"
	assert_false(there(sim, "targets/ib_srpt/mgmt"));
	see(sim, I "/comp_v_mask", "3\n[key]\n");
	put(sim, I "/enabled", "1", 0);
	put(sim, I "/enabled", "1", 0);
	control(sim, "login ib_srpt fe80:0000:0000:0000:0002:c903:0000:0001 i");
	see(sim, I "/sessions/i/ch_state", "live\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, sim_stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_login),	TEST(test_counters),   TEST(test_disabled),
		TEST(test_sorting),	TEST(test_per_portal), TEST(test_target_goes),
		TEST(test_daemon_dies), TEST(test_hardware),   TEST(test_virtual_ports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
