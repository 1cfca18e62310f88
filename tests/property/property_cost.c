/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a plan and an apply cost on a simulated SCST, counted in accesses to its files: a system call or a few each. Nothing is
 * timed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "apply/system.h"
#include "ktree_sim.h"
#include "many.h"
#include "schema/scst_kinds.h"

enum { DEVICES = 500, FEW = 60 };

static int failed;

static void at_most(const char *what, unsigned long count, unsigned long limit)
{
	if (count > limit) {
		printf("not ok - %s: %lu, at most %lu\n", what, count, limit);
		failed = 1;
	} else {
		printf("ok - %s: %lu of %lu\n", what, count, limit);
	}
}

static struct lw_tree *configuration(void)
{
	struct lw_tree *tree = lw_tree_new(lw_schema_find("scst"));
	lw_node handler = add(tree, 1, SCST_NULLIO_HANDLER, "vdisk_nullio", NO_NUMBER),
		device[DEVICES];
	lw_node driver = add(tree, 1, SCST_ISCSI_DRIVER, "iscsi", NO_NUMBER);
	lw_node target = add(tree, driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:t", NO_NUMBER);

	for (unsigned n = 0; n < DEVICES; n++) {
		device[n] = add(tree, handler, SCST_NULLIO_DEVICE, "d", n);
		set(tree, device[n], "size", "1048576");
	}
	for (unsigned n = 0; n < DEVICES; n++)
		lw_tree_refer(tree, add(tree, target, SCST_LUN, "", n), device[n]);
	set(tree, driver, "enabled", "1");
	set(tree, target, "enabled", "1");
	set(tree, target, "rel_tgt_id", "1");
	if (lw_tree_canon(tree, NULL) < 0 || lw_tree_resolve(tree) < 0)
		abort();
	return tree;
}

static struct lw_plan *plan(struct lw_system *system, const struct lw_tree *want)
{
	struct lw_plan *made = NULL;

	if (lw_system_plan(system, want, NULL, &made, NULL) < 0)
		abort();
	return made;
}

static unsigned long reads(struct sim *sim)
{
	return sim_count(sim, SIM_LIST) + sim_count(sim, SIM_READ) + sim_count(sim, SIM_READLINK) +
	       sim_count(sim, SIM_STAT);
}

/* A plan for an empty kernel asks for next to nothing; an operation is a write; the look at the end reads what was declared. */
static void apply_costs(struct lw_system *system, struct sim *sim, const struct lw_tree *want)
{
	struct lw_plan *made = plan(system, want);

	at_most("reads of a plan for an empty kernel", reads(sim), FEW * 2);
	if (lw_apply(system, want, made, NULL, NULL, NULL) < 0)
		abort();
	at_most("writes", sim_count(sim, SIM_WRITE), lw_plan_changes(made));
	at_most("reads up to the end of the verification", reads(sim), 5UL * DEVICES + FEW * 4);
	lw_plan_free(made);
}

/* Of a device what the file names; of a LUN its device, and whether it is read-only, which tells of the device, too. */
static void nothing_costs(struct lw_system *system, struct sim *sim, const struct lw_tree *want)
{
	struct lw_plan *made;

	sim_control(sim, "reset", NULL);
	made = plan(system, want);
	if (lw_plan_changes(made))
		abort();
	at_most("values read", sim_count(sim, SIM_READ), 2UL * DEVICES + FEW);
	at_most("links read", sim_count(sim, SIM_READLINK), 2UL * DEVICES);
	at_most("directories listed", sim_count(sim, SIM_LIST), FEW);
	at_most("files asked for", sim_count(sim, SIM_STAT), FEW);
	lw_plan_free(made);
}

static int remove_state(const char *command)
{
	return system(command);
}

int main(void)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct sim *sim = sim_new(NULL);
	struct lw_tree *want = configuration();
	struct lw_system *system = NULL;
	struct lw_ktree *kt = NULL;
	char state[] = "/tmp/cost-XXXXXX", command[64];

	if (!sim || !mkdtemp(state) || sim_control(sim, "state fresh", NULL) < 0 ||
	    lw_kt_sim_open(sim, &kt) < 0)
		abort();
	options.engine = "scst";
	options.state = state;
	if (lw_system_open_view(&options, kt, &system, NULL) < 0 ||
	    lw_system_lock(system, 0, NULL) < 0)
		abort();
	sim_control(sim, "reset", NULL);
	apply_costs(system, sim, want);
	nothing_costs(system, sim, want);
	lw_system_close(system);
	lw_tree_free(want);
	sim_free(sim);
	snprintf(command, sizeof(command), "rm -rf %s", state);
	if (remove_state(command) != 0)
		return 1;
	return failed;
}
