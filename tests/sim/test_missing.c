/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file that stands behind a device is not there: the device and all that refers to it (units, the copy manager's unit, the
 * place in a device group) are left out and told of, everything else is applied. The command looks for files only where the
 * engine's tree is in its usual place; here the library is told where to look.
 */
#include "sim_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "apply/system.h"
#include "ktree_sim.h"
#include "lunward/format.h"

#define TARGET "iqn.2026-11.com.example:t"

static const char configuration[] = "HANDLER vdisk_fileio {\n"
				    "	DEVICE gone {\n"
				    "		filename /gone.img\n"
				    "	}\n"
				    "	DEVICE here {\n"
				    "		filename /here.img\n"
				    "	}\n"
				    "	DEVICE asleep {\n"
				    "		filename /asleep.img\n"
				    "		active 0\n"
				    "	}\n"
				    "}\n"
				    "TARGET_DRIVER copy_manager {\n"
				    "	TARGET copy_manager_tgt {\n"
				    "		LUN 5 gone\n"
				    "		LUN 6 here\n"
				    "	}\n"
				    "}\n"
				    "TARGET_DRIVER iscsi {\n"
				    "	enabled 1\n"
				    "	TARGET " TARGET " {\n"
				    "		rel_tgt_id 1\n"
				    "		LUN 0 here\n"
				    "		LUN 1 gone\n"
				    "		GROUP g {\n"
				    "			LUN 0 gone\n"
				    "			LUN 1 here\n"
				    "			INITIATOR iqn.2026-11.com.example:one\n"
				    "		}\n"
				    "		enabled 1\n"
				    "	}\n"
				    "}\n"
				    "DEVICE_GROUP d {\n"
				    "	DEVICE gone\n"
				    "	DEVICE here\n"
				    "}\n";

struct place {
	char top[32], files[64], state[64], here[80], gone[80];
};

static void make(const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fclose(file), 0);
}

static void begin(struct place *place)
{
	snprintf(place->top, sizeof(place->top), "/tmp/missing-XXXXXX");
	assert_non_null(mkdtemp(place->top));
	snprintf(place->files, sizeof(place->files), "%s/files", place->top);
	snprintf(place->state, sizeof(place->state), "%s/state", place->top);
	snprintf(place->here, sizeof(place->here), "%s/here.img", place->files);
	snprintf(place->gone, sizeof(place->gone), "%s/gone.img", place->files);
	assert_int_equal(mkdir(place->files, 0700), 0);
	make(place->here);
}

static void end(const struct place *place)
{
	LW_AUTO_STR struct lw_str remove = LW_STR_INIT;

	lw_str_addf(&remove, "rm -rf %s", place->top);
	assert_int_equal(system(lw_str_text(&remove)), 0);
}

static struct lw_tree *want(void)
{
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "a.conf", configuration,
					strlen(configuration), NULL, &tree, NULL),
			 0);
	assert_int_equal(lw_tree_canon(tree, NULL), 0);
	assert_int_equal(lw_tree_resolve(tree), 0);
	return tree;
}

/* Returns how many problems say that something is left out. */
static unsigned apply_with(struct sim *sim, const struct place *place,
			   const struct lw_merge_options *merge)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_system *scst = NULL;
	struct lw_tree *tree = want();
	struct lw_plan *plan = NULL;
	struct lw_ktree *kt = NULL;
	const struct lw_problem *problem;
	unsigned left_out = 0;

	options.engine = "scst";
	options.state = place->state;
	options.files = place->files;
	assert_int_equal(lw_kt_sim_open(sim, &kt), 0);
	assert_int_equal(lw_system_open_view(&options, kt, &scst, NULL), 0);
	assert_int_equal(lw_system_lock(scst, 0, NULL), 0);
	assert_int_equal(lw_system_plan(scst, tree, merge, &plan, report), 0);
	assert_int_equal(lw_apply(scst, tree, plan, NULL, NULL, report), 0);
	for (size_t n = 0; (problem = lw_report_get(report, n)); n++)
		left_out += problem->code == LW_CODE_PARTIAL;
	lw_plan_free(plan);
	lw_system_close(scst);
	lw_tree_free(tree);
	lw_report_free(report);
	return left_out;
}

static unsigned apply(struct sim *sim, const struct place *place)
{
	return apply_with(sim, place, NULL);
}

static void all_but_what_needs_the_file_is_applied(void **state)
{
	struct sim *sim = *state;
	struct place place;

	begin(&place);
	control(sim, "file /here.img 1048576");
	assert_int_equal(apply(sim, &place), 5); /* the device, three units, the member */
	assert_false(there(sim, "devices/gone"));
	assert_true(there(sim, "devices/asleep")); /* nobody opens its file */
	see_link(sim, "targets/copy_manager/copy_manager_tgt/luns/6/device",
		 "../../../../../devices/here");
	assert_true(there(sim, "targets/iscsi/" TARGET "/luns/0"));
	assert_false(there(sim, "targets/iscsi/" TARGET "/luns/1"));
	assert_false(there(sim, "targets/iscsi/" TARGET "/ini_groups/g/luns/0"));
	assert_true(there(sim, "targets/iscsi/" TARGET "/ini_groups/g/luns/1"));
	assert_true(there(sim, "device_groups/d/devices/here"));
	see(sim, "targets/iscsi/" TARGET "/enabled", "1\n");

	/* It is back: the same file completes it. */
	control(sim, "file /gone.img 1048576");
	make(place.gone);
	assert_int_equal(apply(sim, &place), 0);
	see_link(sim, "targets/copy_manager/copy_manager_tgt/luns/5/device",
		 "../../../../../devices/gone");
	assert_true(there(sim, "targets/iscsi/" TARGET "/luns/1"));
	assert_true(there(sim, "targets/iscsi/" TARGET "/ini_groups/g/luns/0"));
	assert_true(there(sim, "device_groups/d/devices/gone"));
	end(&place);
}

/* The device has its file open, whatever became of the name: nothing is taken away from under anybody. */
static void a_file_that_went_later_takes_nothing_away(void **state)
{
	struct sim *sim = *state;
	unsigned long writes;
	struct place place;

	begin(&place);
	make(place.gone);
	control(sim, "file /here.img 1048576");
	control(sim, "file /gone.img 1048576");
	assert_int_equal(apply(sim, &place), 0);
	assert_int_equal(unlink(place.gone), 0);
	writes = sim_count(sim, SIM_WRITE);
	assert_int_equal(apply(sim, &place), 0);
	assert_int_equal(sim_count(sim, SIM_WRITE), writes);
	end(&place);
}

/* Its options end where the later ones begin, and what stands behind them is none. */
static void a_caller_of_an_earlier_version_is_served_as_well(void **state)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct sim *sim = *state;
	struct place place;

	begin(&place);
	control(sim, "file /here.img 1048576");
	options.size = offsetof(struct lw_merge_options, possible);
	options.no_remove = true;
	assert_int_equal(apply_with(sim, &place, &options), 5);
	assert_true(there(sim, "targets/iscsi/" TARGET "/luns/0"));
	end(&place);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, sim_start, sim_stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_but_what_needs_the_file_is_applied),
		TEST(a_caller_of_an_earlier_version_is_served_as_well),
		TEST(a_file_that_went_later_takes_nothing_away),
	};

	return cmocka_run_group_tests_name("sim-missing", tests, NULL, NULL);
}
