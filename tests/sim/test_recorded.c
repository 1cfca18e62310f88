/* SPDX-License-Identifier: Apache-2.0 */
/* The simulator against what the real kernel was seen to do, from state to state. */
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recorded.h"

static const char *const states[] = {
	"00-core-only",	       "01-handlers",	   "02-drivers-nodaemon", "03-fresh",
	"04-no-default-local", "10-devices",	   "11-device-attrs",	  "12-device-attrs-back",
	"20-iscsi-targets",    "21-iscsi-session", "30-local-session",	  "40-alua",
	"50-cleared",
};

static void test_states(void **unused)
{
	struct sim *sim = sim_new(NULL);
	struct recorded *tree = recorded_new();
	unsigned wrong = 0;

	(void)unused;
	assert_non_null(sim);
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		unsigned here = replay_writes(sim, states[i]);

		recorded_load(tree, states[i]);
		here += recorded_compare(tree, sim, false);
		if (here)
			print_error("state %s: %u differences\n", states[i], here);
		wrong += here;
	}
	recorded_free(tree);
	sim_free(sim);
	assert_int_equal(wrong, 0);
}

/* The comparison sees what is wrong: a simulator one write behind differs from the next state. */
static void test_can_fail(void **unused)
{
	struct sim *sim = sim_new(NULL);
	struct recorded *tree = recorded_new();

	(void)unused;
	assert_non_null(sim);
	recorded_load(tree, "00-core-only");
	assert_int_equal(recorded_compare(tree, sim, true), 0);
	assert_true(sim_write(sim, "poll_us", "5", 1) == 1);
	assert_int_equal(recorded_compare(tree, sim, true), 1);
	assert_int_equal(sim_control(sim, "load scst_tape", NULL), 0);
	assert_true(recorded_compare(tree, sim, true) > 2);
	recorded_load(tree, "03-fresh");
	assert_true(recorded_compare(tree, sim, true) > 10);
	recorded_free(tree);
	sim_free(sim);
}

/* What "state" gives at once is what the recordings came to step by step. */
static void test_named_states(void **unused)
{
	static const char *const names[] = { "state core-only", "state handlers", "state drivers",
					     "state daemon", "state fresh" };
	struct recorded *tree = recorded_new();

	(void)unused;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct sim *sim = sim_new(NULL);

		assert_non_null(sim);
		assert_int_equal(sim_control(sim, names[i], NULL), 0);
		recorded_load(tree, states[i]);
		assert_int_equal(recorded_compare(tree, sim, false), 0);
		sim_free(sim);
	}
	recorded_free(tree);
}

/* Wrong writes, in the order in which they were tried: two boots. */
static void test_mistakes(void **unused)
{
	static const char *const boots[][6] = {
		{ "errors-setup", "errors-cases", "errors-cases2", "errors-slow", "errors-extra" },
		{ "errors-extra2" },
		{ "errors-wedge" },
	};
	unsigned wrong = 0;

	(void)unused;
	for (size_t boot = 0; boot < sizeof(boots) / sizeof(*boots); boot++) {
		struct sim *sim = sim_new(NULL);

		assert_non_null(sim);
		if (boot == 1) {
			sim_control(sim, "load scst_vdisk", NULL);
			sim_control(sim, "load iscsi-scst", NULL);
			sim_control(sim, "daemon up", NULL);
		}
		for (size_t i = 0; boots[boot][i]; i++)
			wrong += replay_writes(sim, boots[boot][i]);
		sim_free(sim);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_can_fail),
		cmocka_unit_test(test_states),
		cmocka_unit_test(test_named_states),
		cmocka_unit_test(test_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
