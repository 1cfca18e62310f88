/* SPDX-License-Identifier: Apache-2.0 */
/* What does not answer at once or not at all: EAGAIN, delays, faults, the hook. */
#include <string.h>

#include "sim_test.h"

#define NULLIO "handlers/vdisk_nullio/mgmt"
#define LAST "last_sysfs_mgmt_res"

/* A command that took too long is done behind the writer's back; only then does anybody learn how. */
static void test_eagain_pending(void **state)
{
	struct sim *sim = *state;

	control(sim, "eagain all 2");
	put(sim, NULLIO, "add_device n1", -EAGAIN);
	assert_false(there(sim, "devices/n1"));
	see_error(sim, LAST, -EAGAIN);
	see_error(sim, LAST, -EAGAIN);
	see(sim, LAST, "0\n");
	assert_true(there(sim, "devices/n1"));

	put(sim, NULLIO, "add_device n1", -EAGAIN);
	see_error(sim, LAST, -EAGAIN);
	see_error(sim, LAST, -EAGAIN);
	see(sim, LAST, "-17\n");
}

static void test_eagain_at_once(void **state)
{
	struct sim *sim = *state;

	control(sim, "eagain all");
	put(sim, NULLIO, "add_device n1", -EAGAIN);
	assert_true(there(sim, "devices/n1"));
	see(sim, LAST, "0\n");
	/* Direct writes never answer so, nor do mistakes that are seen before anything is queued. */
	put(sim, "setup_id", "1", 0);
	put(sim, "device_groups/mgmt", "create dg", 0);
	put(sim, "threads", "x", -EINVAL);
	put(sim, "devices/n1/blocksize", "512", -EACCES);
	see(sim, LAST, "0\n");
	control(sim, "eagain never");
	put(sim, NULLIO, "add_device n2", 0);
}

static void test_eagain_nth(void **state)
{
	struct sim *sim = *state;

	control(sim, "eagain nth 1 1");
	put(sim, NULLIO, "add_device n1", 0);
	put(sim, "setup_id", "1", 0);
	put(sim, NULLIO, "add_device n2", -EAGAIN);
	/* Others are served meanwhile, but nobody learns a result. */
	put(sim, NULLIO, "add_device n3", 0);
	see_error(sim, LAST, -EAGAIN);
	see(sim, LAST, "0\n");
	assert_true(there(sim, "devices/n2") && there(sim, "devices/n3"));
}

/* What the command was meant for is gone by the time it is served: the kernel takes that for done. */
static void test_pending_for_what_is_gone(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device n1", 0);
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	control(sim, "eagain nth 0 1");
	put(sim, "targets/iscsi/t/luns/mgmt", "add n1 0", -EAGAIN);
	put(sim, "targets/iscsi/mgmt", "del_target t", 0);
	see_error(sim, LAST, -EAGAIN);
	see(sim, LAST, "0\n");
}

/* last_sysfs_mgmt_res is one cell for queued commands; direct writes leave it alone. */
static void test_last_is_of_queued_writes(void **state)
{
	struct sim *sim = *state;

	put(sim, NULLIO, "del_device nosuch", -EINVAL);
	see(sim, LAST, "-22\n");
	put(sim, "setup_id", "1", 0);
	put(sim, "setup_id", "x", -EINVAL);
	put(sim, "device_groups/mgmt", "create dg", 0);
	see(sim, LAST, "-22\n");
	put(sim, NULLIO, "add_device n1", 0);
	see(sim, LAST, "0\n");
	/* What is that already is not queued. */
	put(sim, NULLIO, "del_device nosuch", -EINVAL);
	put(sim, "devices/n1/threads_num", "1", 0);
	see(sim, LAST, "-22\n");
	put(sim, "devices/n1/threads_num", "2", 0);
	see(sim, LAST, "0\n");
}

/* ---- time: a clock of the test's own */

static uint64_t clock_now;

static uint64_t now(void *unused)
{
	(void)unused;
	return clock_now;
}

static bool signalled;

/* A signal comes in the middle of the waiting. */
static int rest(void *unused, uint64_t ms)
{
	(void)unused;
	clock_now += signalled ? ms / 2 : ms;
	return signalled ? -EINTR : 0;
}

static void test_delays(void **unused)
{
	const struct sim_env env = { .now = now, .sleep = rest };
	struct sim *sim = sim_new(&env);

	(void)unused;
	assert_non_null(sim);
	clock_now = 1000;
	control(sim, "state fresh");
	control(sim, "delay handler mgmt add_device 20");
	control(sim, "delay handler mgmt del_device 16000");
	put(sim, NULLIO, "add_device n1", 0);
	assert_int_equal(clock_now, 1020);
	/* The writer is kept for 15 seconds, the command takes 16. */
	put(sim, NULLIO, "del_device n1", -EAGAIN);
	assert_int_equal(clock_now, 16020);
	see_error(sim, LAST, -EAGAIN);
	assert_true(there(sim, "devices/n1"));
	clock_now += 1000;
	see(sim, LAST, "0\n");
	assert_false(there(sim, "devices/n1"));
	control(sim, "delay none");
	put(sim, NULLIO, "add_device n1", 0);
	assert_int_equal(clock_now, 17020);
	sim_free(sim);
}

/* A signal ends the waiting, not the command. */
static void test_signal(void **unused)
{
	const struct sim_env env = { .now = now, .sleep = rest };
	struct sim *sim = sim_new(&env);

	(void)unused;
	assert_non_null(sim);
	clock_now = 0;
	control(sim, "state fresh");
	control(sim, "delay handler mgmt add_device 100");
	signalled = true;
	put(sim, NULLIO, "add_device n1", -EINTR);
	signalled = false;
	see_error(sim, LAST, -EAGAIN);
	clock_now += 50;
	see(sim, LAST, "0\n");
	assert_true(there(sim, "devices/n1"));
	sim_free(sim);
}

/* ---- faults and the hook */

static void test_fault(void **state)
{
	struct sim *sim = *state;

	control(sim, "fault write 1 EIO");
	put(sim, NULLIO, "add_device n1", 0);
	see(sim, "devices/n1/size_mb", "2621440\n");
	assert_false(sim_fault_fired(sim));
	put(sim, NULLIO, "add_device n2", -EIO);
	assert_true(sim_fault_fired(sim));
	assert_false(there(sim, "devices/n2"));
	put(sim, NULLIO, "add_device n2", 0);
	control(sim, "fault any 0 5");
	see_error(sim, "threads", -EIO);
	see(sim, "threads", "2\n");
}

struct seen {
	unsigned count;
	enum sim_op op;
	char path[64], data[64];
	int answer;
};

static int look(void *ctx, enum sim_op op, const char *path, const char *data, size_t len)
{
	struct seen *seen = ctx;

	seen->count++;
	seen->op = op;
	strncpy(seen->path, path, sizeof(seen->path) - 1);
	memset(seen->data, 0, sizeof(seen->data));
	if (data)
		memcpy(seen->data, data, len);
	return seen->answer;
}

static void test_hook(void **unused)
{
	struct seen seen = { 0 };
	const struct sim_env env = { .ctx = &seen, .before = look };
	struct sim *sim = sim_new(&env);

	(void)unused;
	assert_non_null(sim);
	put(sim, "setup_id", "7", 0);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.op, SIM_WRITE);
	assert_string_equal(seen.path, "setup_id");
	assert_string_equal(seen.data, "7");
	seen.answer = -ENODEV;
	put(sim, "setup_id", "8", -ENODEV);
	see_error(sim, "setup_id", -ENODEV);
	seen.answer = 0;
	see(sim, "setup_id", "0x7\n[key]\n");
	assert_int_equal(sim_count(sim, SIM_WRITE), 2);
	assert_int_equal(sim_count(sim, SIM_READ), 2);
	control(sim, "reset");
	assert_int_equal(sim_count(sim, SIM_WRITE), 0);
	sim_free(sim);
}

static void kill_me(void *ctx, bool group)
{
	*(unsigned *)ctx += group ? 10 : 1;
}

/* Who is killed before an access has not done it; who is killed behind a write has, and cannot know. */
static void test_kill(void **unused)
{
	unsigned killed = 0;
	const struct sim_env env = { .ctx = &killed, .kill = kill_me };
	struct sim *sim = sim_new(&env);

	(void)unused;
	assert_non_null(sim);
	control(sim, "kill write 1");
	put(sim, "setup_id", "1", 0);
	see(sim, "setup_id", "0x1\n[key]\n");
	put(sim, "setup_id", "2", -EINTR);
	assert_int_equal(killed, 1);
	see(sim, "setup_id", "0x1\n[key]\n");
	control(sim, "kill write 0 after");
	put(sim, "setup_id", "3", -EINTR);
	assert_int_equal(killed, 2);
	see(sim, "setup_id", "0x3\n[key]\n");
	put(sim, "setup_id", "4", 0);
	control(sim, "kill any 0");
	see_error(sim, "setup_id", -EINTR);
	assert_int_equal(killed, 3);
	control(sim, "kill write 0 group");
	put(sim, "setup_id", "5", -EINTR);
	assert_int_equal(killed, 13);
	see(sim, "setup_id", "0x4\n[key]\n");
	control(sim, "kill write 0 after group");
	put(sim, "setup_id", "6", -EINTR);
	assert_int_equal(killed, 23);
	see(sim, "setup_id", "0x6\n[key]\n");
	sim_free(sim);
}

static void test_summary(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct sim *sim = *state;

	put(sim, NULLIO, "add_device n1\n", 0);
	put(sim, NULLIO, "add_device n1", -EEXIST);
	sim_summary(sim, &text);
	assert_non_null(strstr(lw_str_text(&text), "write 2\n"));
	assert_non_null(strstr(lw_str_text(&text), NULLIO "\tadd_device n1\\x0a\t=> ok 14\n"));
	assert_non_null(strstr(lw_str_text(&text), NULLIO "\tadd_device n1\t=> EEXIST\n"));
}

static void test_control_mistakes(void **state)
{
	static const char *const wrong[] = {
		"",
		"bogus",
		"load",
		"load nosuch",
		"daemon sideways",
		"fault x 0 5",
		"kill read 0 after",
		"kill write 0 somehow",
		"kill write 0 group after",
		"fault any x 5",
		"fault any 0 ENOSUCH",
		"eagain sometimes",
		"disk 1:2",
		"login iscsi nosuch i",
		"delay handler mgmt 5",
		"state nosuch",
		"port qla2x00t x",
	};
	struct sim *sim = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		if (sim_control(sim, wrong[i], NULL) >= 0)
			fail_msg("\"%s\" was taken", wrong[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, sim_start, sim_stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_eagain_pending),
		TEST(test_eagain_at_once),
		TEST(test_eagain_nth),
		TEST(test_pending_for_what_is_gone),
		TEST(test_last_is_of_queued_writes),
		cmocka_unit_test(test_delays),
		cmocka_unit_test(test_signal),
		cmocka_unit_test(test_kill),
		TEST(test_fault),
		cmocka_unit_test(test_hook),
		TEST(test_summary),
		TEST(test_control_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
