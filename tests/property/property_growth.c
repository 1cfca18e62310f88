/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many of one thing: each shape has tens of thousands of what somebody could be tempted to compare with each other. Nothing
 * is timed: what grows with the square does not end before the test's limit. What must come out is counted.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/plan.h"
#include "many.h"
#include "schema/lio_kinds.h"
#include "schema/scst_kinds.h"

/* A target of SCST that is on, and a device. */
struct scst {
	struct lw_tree *tree;
	lw_node handler, device, driver, target;
};

static struct scst scst(struct lw_tree *tree)
{
	struct scst s = { .tree = tree };

	s.handler = add(tree, 1, SCST_NULLIO_HANDLER, "vdisk_nullio", NO_NUMBER);
	s.device = add(tree, s.handler, SCST_NULLIO_DEVICE, "d", NO_NUMBER);
	s.driver = add(tree, 1, SCST_ISCSI_DRIVER, "iscsi", NO_NUMBER);
	set(tree, s.driver, "enabled", "1");
	s.target = add(tree, s.driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:t", NO_NUMBER);
	set(tree, s.target, "enabled", "1");
	return s;
}

static lw_node group(const struct scst *s, const char *name, unsigned n, const char *initiator)
{
	lw_node g = add(s->tree, s->target, SCST_GROUP, name, n);

	lw_tree_refer(s->tree, add(s->tree, g, SCST_LUN, "0", NO_NUMBER), s->device);
	if (initiator)
		add(s->tree, g, SCST_INITIATOR, initiator, n);
	return g;
}

static void one_pattern_among_groups(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);

	add(tree, group(&s, "pattern", NO_NUMBER, NULL), SCST_INITIATOR, "iqn.2026-01.other:*",
	    NO_NUMBER);
	for (unsigned i = 0; i < n; i++)
		group(&s, "g", i, "iqn.2026-01.lw:i");
	if (goal)
		set(tree, s.target, "QueuedCommands", "31");
}

/* In reversed order, but no two of them concern one client. */
static void patterns_reversed(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);

	for (unsigned i = 0; i < n; i++) {
		unsigned k = goal ? n - 1 - i : i;
		char pattern[64];

		snprintf(pattern, sizeof(pattern), "iqn.2026-01.lw:%u:*", k);
		add(tree, group(&s, "g", k, NULL), SCST_INITIATOR, pattern, NO_NUMBER);
	}
}

/* Two groups in reversed order; each has one pattern among its initiators. */
static void initiators_reversed(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);

	for (unsigned k = 0; k < 2; k++) {
		const char *name = (k == 0) == goal ? "a" : "b";
		lw_node g = group(&s, name, NO_NUMBER, NULL);

		add(tree, g, SCST_INITIATOR, (k == 0) == goal ? "a:*" : "b:*", NO_NUMBER);
		for (unsigned i = 0; i < n; i++)
			add(tree, g, SCST_INITIATOR, name, i);
	}
}

/* Initiators of one group go to two others by turns; all have the same units. */
static void moves_by_turns(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);
	lw_node g[3];

	for (unsigned k = 0; k < 3; k++) {
		g[k] = add(tree, s.target, SCST_GROUP, "g", k);
		for (unsigned i = 0; i < n / 2; i++)
			lw_tree_refer(tree, add(tree, g[k], SCST_LUN, "", i), s.device);
	}
	for (unsigned i = 0; i < n; i++)
		add(tree, g[goal ? 1 + i % 2 : 0], SCST_INITIATOR, "iqn.2026-01.lw:i", i);
}

/* Initiators of one group go each to one of its own. */
static void moves_apart(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);
	lw_node first = group(&s, "first", NO_NUMBER, NULL);

	for (unsigned i = 0; i < n; i++) {
		lw_node own = group(&s, "g", i, NULL);

		add(tree, goal ? own : first, SCST_INITIATOR, "iqn.2026-01.lw:i", i);
	}
}

static void users(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);
	char user[64];

	for (unsigned i = 0; i < n; i++) {
		snprintf(user, sizeof(user), "%s%u secret-word-%u", goal ? "new" : "old", i, i);
		lw_tree_add_value(tree, s.target, "IncomingUser", user, strlen(user), LW_NO_OFFSET);
	}
}

/* A group of portals of LIO that is on. */
static lw_node portal_group(struct lw_tree *tree)
{
	lw_node fabric = add(tree, 1, LIO_ISCSI_FABRIC, "iscsi", NO_NUMBER);
	lw_node target = add(tree, fabric, LIO_TARGET, "iqn.2026-01.lw:t", NO_NUMBER);
	lw_node tpg = add(tree, target, LIO_TPG, "1", NO_NUMBER);

	set(tree, tpg, "enable", "1");
	return tpg;
}

static void portals(struct lw_tree *tree, unsigned n, bool goal)
{
	lw_node tpg = portal_group(tree);
	char address[64];

	for (unsigned i = 0; i < n; i++) {
		snprintf(address, sizeof(address), "10.%u.%u.%u:3260", goal + i / 65536,
			 i / 256 % 256, i % 256);
		add(tree, tpg, LIO_PORTAL, address, NO_NUMBER);
	}
}

/* At each port the address of all: each covers the one that it replaces, and no other. */
static void wildcard_portals(struct lw_tree *tree, unsigned n, bool goal)
{
	lw_node tpg = portal_group(tree);

	for (unsigned i = 0; i < n; i++)
		add(tree, tpg, LIO_PORTAL, goal ? "[::0]:" : "0.0.0.0:", 1 + i);
}

/* Addresses that have a name at each interface; all go to another interface. */
static void interface_portals(struct lw_tree *tree, unsigned n, bool goal)
{
	lw_node tpg = portal_group(tree);
	char address[64];

	for (unsigned i = 0; i < n; i++) {
		snprintf(address, sizeof(address), "[fe80::%x%%eth%d]:3260", 1 + i, goal);
		add(tree, tpg, LIO_PORTAL, address, NO_NUMBER);
	}
}

/* Every device changes what its clients notice; all are units of one target with as many sessions. */
static void sessions(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);

	for (unsigned i = 0; i < n; i++) {
		lw_node device = add(tree, s.handler, SCST_NULLIO_DEVICE, "d", i);

		if (goal)
			set(tree, device, "t10_dev_id", "other");
		lw_tree_refer(tree, add(tree, s.target, SCST_LUN, "", i), device);
		lw_tree_refer(tree, add(tree, s.target, SCST_SESSION, "iqn.2026-01.lw:s", i),
			      s.target);
	}
	lw_tree_know_sessions(tree);
}

/* Neighbours swap their numbers: targets, and groups of target ports. */
static void swapped_numbers(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);
	lw_node groups = add(tree, 1, SCST_DEVICE_GROUP, "dg", NO_NUMBER);
	char number[16];

	for (unsigned i = 0; i < n; i++) {
		lw_node target = add(tree, s.driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:t", i);

		snprintf(number, sizeof(number), "%u", 1 + (goal ? i ^ 1 : i));
		set(tree, target, "rel_tgt_id", number);
		set(tree, target, "enabled", "1");
		set(tree, add(tree, groups, SCST_TARGET_GROUP, "g", i), "group_id", number);
	}
}

/* Each device has an attribute that the vocabulary does not know. */
static void unknown_attributes(struct lw_tree *tree, unsigned n, bool goal)
{
	struct scst s = scst(tree);
	char name[32];

	for (unsigned i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "x_%u", i);
		set(tree, add(tree, s.handler, SCST_NULLIO_DEVICE, "d", i), name, goal ? "1" : "2");
	}
}

/* All units of the copy manager have the number of another one. */
static void copy_manager(struct lw_tree *tree, unsigned n, bool goal)
{
	lw_node handler = add(tree, 1, SCST_NULLIO_HANDLER, "vdisk_nullio", NO_NUMBER);
	lw_node driver = add(tree, 1, SCST_CM_DRIVER, "copy_manager", NO_NUMBER);
	lw_node target = add(tree, driver, SCST_CM_TARGET, "copy_manager_tgt", NO_NUMBER);

	for (unsigned i = 0; i < n; i++)
		lw_tree_refer(tree, add(tree, target, SCST_CM_LUN, "", goal ? n - 1 - i : i),
			      add(tree, handler, SCST_NULLIO_DEVICE, "d", i));
}

/* clang-format off */
static const struct shape {
	const char *name, *schema;
	void (*build)(struct lw_tree *tree, unsigned n, bool goal);
	unsigned n;
	size_t least, most; /* changes */
	bool merge;
} shapes[] = {
	{ "one pattern among many groups", "scst", one_pattern_among_groups, 200000, 1, 1, false },
	{ "some patterns, reversed: compared", "scst", patterns_reversed, 400, 0, 0, false },
	{ "many patterns, reversed: no longer", "scst", patterns_reversed, 5000, 5000, SIZE_MAX, false },
	{ "two groups of many initiators, reversed", "scst", initiators_reversed, 20000, 20000, SIZE_MAX, false },
	{ "initiators that move by turns", "scst", moves_by_turns, 100000, 100000, 100000, false },
	{ "initiators that move apart", "scst", moves_apart, 100000, 100000, 100000, false },
	{ "users of one target", "scst", users, 60000, 120000, 120000, false },
	{ "portals of one target", "lio", portals, 30000, 60000, 60000, false },
	{ "wildcard portals of one target", "lio", wildcard_portals, 60000, 120000, 120000, false },
	{ "portals of one target at interfaces", "lio", interface_portals, 60000, 120000, 120000, false },
	{ "sessions that notice everything", "scst", sessions, 60000, 60000, 60000, false },
	{ "numbers that are swapped", "scst", swapped_numbers, 30000, 90000, 90000, false },
	{ "unknown attributes", "scst", unknown_attributes, 60000, 60000, 60000, false },
	{ "units of a copy manager, reversed", "scst", copy_manager, 100000, 200000, 200000, true },
};
/* clang-format on */

static struct lw_tree *build(const struct shape *shape, const struct lw_tree *share)
{
	const struct lw_schema *schema = lw_schema_find(shape->schema);
	struct lw_tree *tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);

	if (!tree)
		abort();
	shape->build(tree, shape->n, share);
	if (lw_tree_resolve(tree) < 0 || lw_tree_status(tree) < 0)
		abort();
	return tree;
}

/* What a program may ask of each operation: where it comes from, and every session it concerns. */
static size_t look_at(struct lw_plan *plan)
{
	struct lw_op_view view = { .size = sizeof(view) };
	size_t names = 0;

	for (uint32_t op = 0; op < plan->nop; op++)
		if (lw_plan_op(plan, op, &view) < 0)
			abort();
	while (plan->nop && lw_plan_session(plan, plan->order[0], (unsigned)names))
		names++;
	return names;
}

static int try_shape(const struct shape *shape)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *have = build(shape, NULL), *goal = build(shape, have), *want;
	struct lw_plan *plan = NULL;
	char *text = NULL;
	size_t names, changes;
	int r = 0, failed;

	if (shape->merge) {
		want = goal;
		goal = NULL;
		r = lw_merge(want, have, &options, &goal, NULL);
		lw_tree_free(want);
	}
	if (r == 0)
		r = lw_diff(have, goal, &plan, NULL);
	if (r < 0 || (have->sessions_known ? lw_plan_json : lw_plan_print)(plan, 0, &text) < 0) {
		printf("not ok - %s: %s\n", shape->name, strerror(-r));
		return 1;
	}
	names = look_at(plan);
	changes = lw_plan_changes(plan);
	failed = changes < shape->least || changes > shape->most ||
		 names != (have->sessions_known ? shape->n : 0);
	printf("%s - %s: %u of them, %zu changes, %zu sessions, %zu kB of text\n",
	       failed ? "not ok" : "ok", shape->name, shape->n, changes, names,
	       strlen(text) / 1000);
	free(text);
	lw_plan_free(plan);
	return failed;
}

int main(void)
{
	int failed = 0;

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		failed += try_shape(&shapes[i]);
	return failed > 0;
}
