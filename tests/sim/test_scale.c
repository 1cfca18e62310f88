/* SPDX-License-Identifier: Apache-2.0 */
/* Ten thousand devices with LUNs take ten times what a thousand take, not a hundred times. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sim_test.h"

#define GROUP "targets/iscsi/t/ini_groups/g"
#define FEW 1000
#define TIMES 10
#define GROWTH_MAX \
	40 /* 100 would be the square; memory that no cache holds makes it more than 10 */

/* One command a number, which stands behind @before and, if there is one, behind @between too. */
static void each(struct sim *sim, const char *path, const char *before, const char *between,
		 unsigned count)
{
	char text[64];

	for (unsigned i = 0; i < count; i++) {
		if (between)
			snprintf(text, sizeof(text), "%s%u%s%u", before, i, between, i);
		else
			snprintf(text, sizeof(text), "%s%u", before, i);
		put(sim, path, text, 0);
	}
}

static int read_one(void *ctx, const char *name, const struct sim_stat *stat)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, path = LW_STR_INIT;

	(void)stat;
	lw_str_addf(&path, "devices/%s/t10_dev_id", name);
	assert_int_equal(sim_read(ctx, lw_str_text(&path), &text), 0);
	return 0;
}

/* Seconds of processor for a life of @count devices, LUN numbers ending at 16383. */
static double life(unsigned count)
{
	struct sim *sim = sim_new(NULL);
	clock_t start = clock();

	assert_non_null(sim);
	control(sim, "state fresh");
	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create g", 0);
	put(sim, GROUP "/initiators/mgmt", "add i", 0);
	put(sim, "targets/iscsi/t/enabled", "1", 0);
	put(sim, "targets/iscsi/enabled", "1", 0);
	control(sim, "login iscsi t i");
	each(sim, "handlers/vdisk_nullio/mgmt", "add_device d", NULL, count);
	each(sim, GROUP "/luns/mgmt", "add d", " ", count);
	assert_int_equal(sim_list(sim, "devices", read_one, sim), 0);
	each(sim, GROUP "/luns/mgmt", "del ", NULL, count / 2);
	each(sim, "handlers/vdisk_nullio/mgmt", "del_device d", NULL, count);
	assert_false(there(sim, GROUP "/luns/1"));
	sim_free(sim);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void test_scale(void **unused)
{
	double few = 0, many = 0;

	(void)unused;
	/* A busy machine may spoil one try. */
	for (int tries = 0; tries < 3; tries++) {
		few = life(FEW);
		many = life(FEW * TIMES);
		if (many < few * GROWTH_MAX)
			break;
	}
	print_message("# %d devices: %.3f s, %d: %.3f s\n", FEW, few, FEW * TIMES, many);
	assert_true(many < few * GROWTH_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_scale) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
