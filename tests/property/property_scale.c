/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M13 Edges <= 4 per operation on a 10^5-LUN plan.
 *
 * Nothing is timed: what grows with the square does not end before the test's limit.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/plan.h"
#include "many.h"
#include "schema/scst_kinds.h"

enum { UNITS = 100000, DEVICES = 1000, TARGETS = 20 };

/* What a tree of this many units looks like. */
struct shape {
	unsigned units;
	unsigned shift;	 /* unit n is device n + shift */
	unsigned groups; /* groups a target; 0: units are the target's own */
	unsigned move;	 /* initiator n is in group n + move */
	const char *blocksize;
	const char *user;
	bool empty, enabled;
};

static void add_devices(struct lw_tree *tree, lw_node handler, const struct shape *s,
			lw_node *device)
{
	for (unsigned n = 0; n < DEVICES; n++) {
		device[n] = add(tree, handler, SCST_NULLIO_DEVICE, "d", n);
		set(tree, device[n], "blocksize", s->blocksize);
	}
}

static void add_units(struct lw_tree *tree, lw_node view, const struct shape *s,
		      const lw_node *device, unsigned count)
{
	for (unsigned n = 0; n < count; n++)
		lw_tree_refer(tree, add(tree, view, SCST_LUN, "", n),
			      device[(n + s->shift) % DEVICES]);
}

static void add_groups(struct lw_tree *tree, lw_node target, const struct shape *s,
		       const lw_node *device, unsigned count)
{
	lw_node group[100];

	for (unsigned g = 0; g < s->groups; g++) {
		group[g] = add(tree, target, SCST_GROUP, "g", g);
		add_units(tree, group[g], s, device, count / s->groups);
	}
	for (unsigned n = 0; n < s->groups * 10; n++)
		add(tree, group[(n + s->move) % s->groups], SCST_INITIATOR, "iqn.2026-01.lw:i", n);
}

static struct lw_tree *build(const struct shape *s, const struct lw_tree *share)
{
	const struct lw_schema *schema = lw_schema_find("scst");
	struct lw_tree *tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);
	struct lw_report *report = lw_report_new();
	lw_node handler, driver;
	static lw_node device[DEVICES];

	if (!tree || !report)
		abort();
	handler = add(tree, lw_tree_root(tree), SCST_NULLIO_HANDLER, "vdisk_nullio", NO_NUMBER);
	driver = add(tree, lw_tree_root(tree), SCST_ISCSI_DRIVER, "iscsi", NO_NUMBER);
	set(tree, driver, "enabled", "1");
	if (!s->empty)
		add_devices(tree, handler, s, device);
	for (unsigned t = 0; !s->empty && t < TARGETS; t++) {
		lw_node target = add(tree, driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:t", t);
		char number[16];

		snprintf(number, sizeof(number), "%u", t + 1);
		set(tree, target, "rel_tgt_id", number);
		set(tree, target, "enabled", s->enabled ? "1" : "0");
		lw_tree_add_value(tree, target, "IncomingUser", s->user, strlen(s->user),
				  LW_NO_OFFSET);
		if (s->groups)
			add_groups(tree, target, s, device, s->units / TARGETS);
		else
			add_units(tree, target, s, device, s->units / TARGETS);
	}
	if (lw_tree_resolve(tree) < 0 || lw_tree_canon(tree, report) < 0 ||
	    lw_tree_status(tree) < 0)
		abort();
	lw_report_free(report);
	return tree;
}

static int count(const char *name, const struct shape *from, const struct shape *to)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *have = build(from, NULL), *goal = build(to, have);
	struct lw_plan *plan = NULL;
	int r = lw_diff(have, goal, &plan, report), failed = 1;

	if (r < 0) {
		printf("not ok - M13: %s: no plan: %s\n", name, strerror(-r));
	} else {
		failed = plan->nop < UNITS / 2 || plan->nedge - 1 > (uint64_t)plan->nop * 4;
		printf("%s - M13: %s: %u operations, %.2f edges each\n", failed ? "not ok" : "ok",
		       name, plan->nop, (plan->nedge - 1.0) / (plan->nop ? plan->nop : 1));
		lw_plan_free(plan);
	}
	lw_report_free(report);
	return failed;
}

int main(void)
{
	static const char one[] = "alice secret-word-0", two[] = "bob secret-word-0";
	const struct shape none = { .empty = true };
	const struct shape plain = {
		.units = UNITS, .blocksize = "512", .user = one, .enabled = true
	};
	const struct shape grouped = {
		.units = UNITS, .blocksize = "512", .user = one, .enabled = true, .groups = 50
	};
	struct shape other;
	int failed = count("everything is made", &none, &plain);

	failed += count("everything goes", &plain, &none);
	failed += count("everything is made, in groups", &none, &grouped);
	failed += count("everything goes, in groups", &grouped, &none);
	other = plain;
	other.shift = 1;
	failed += count("every unit gets another device", &plain, &other);
	other.user = two;
	failed += count("every unit gets another device, and the user is another", &plain, &other);
	other = plain;
	other.blocksize = "4096";
	failed += count("every device is made anew", &plain, &other);
	other = grouped;
	other.shift = 1;
	failed += count("every unit in every group gets another device", &grouped, &other);
	other.move = 1;
	failed += count("the same, and every initiator goes to another group", &grouped, &other);
	failed += count("units go from targets to groups", &plain, &grouped);
	return failed > 0;
}
