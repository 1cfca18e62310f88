/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of what targets hold: LUNs, groups, initiators, sessions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/attrs.h"
#include "model/tree/tree.h"

const char *front_device_of(const struct lw_tree *tree, lw_node lun)
{
	lw_node device = lw_node_ref(tree, lun);
	const char *name = device ? lw_node_name(tree, device) : lw_node_ref_name(tree, lun);

	return name ? name : "";
}

/* "LUN  Device" and the like: a line of @dashes below. */
static void print_heading(const char *heading, size_t dashes)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_addf(&line, "%s\t", heading);
	while (dashes--)
		lw_str_add_char(&line, '-');
	lw_str_add_char(&line, '\n');
	(void)cli_out(&line);
}

static void print_luns(const struct lw_tree *tree, const lw_node *luns)
{
	LW_AUTO_STR struct lw_str heading = LW_STR_INIT;
	size_t width = 0;

	front_print("Assigned LUNs:\n\n");
	if (!*luns) {
		front_print("\t(none)\n");
		return;
	}
	for (const lw_node *n = luns; *n; n++)
		if (strlen(front_device_of(tree, *n)) > width)
			width = strlen(front_device_of(tree, *n));
	lw_str_addf(&heading, "\t%-4s %-*s\n", "LUN", (int)width, "Device");
	print_heading(lw_str_text(&heading), width + 5);
	for (const lw_node *n = luns; *n; n++)
		front_print("\t%-4s %-*s\n", lw_node_name(tree, *n), (int)width,
			    front_device_of(tree, *n));
}

static void print_initiators(const struct lw_tree *tree, const lw_node *initiators)
{
	size_t width = 0;

	front_print("\nAssigned Initiators:\n\n");
	if (!*initiators) {
		front_print("\t(none)\n");
		return;
	}
	for (const lw_node *n = initiators; *n; n++)
		if (strlen(lw_node_name(tree, *n)) > width)
			width = strlen(lw_node_name(tree, *n));
	print_heading("\tInitiator\n", width);
	for (const lw_node *n = initiators; *n; n++)
		front_print("\t%s\n", lw_node_name(tree, *n));
}

int front_print_group(const struct lw_tree *tree, lw_node group)
{
	LW_AUTO_FREE lw_node *luns = front_children(tree, group, "LUN", FRONT_BY_NAME);
	LW_AUTO_FREE lw_node *initiators = front_children(tree, group, "INITIATOR", FRONT_BY_NAME);

	if (!luns || !initiators)
		return cli_memory();
	if (!*luns && !*initiators) {
		front_print("Group '%s' has no associated LUNs or initiators.\n",
			    lw_node_name(tree, group));
		return 0;
	}
	print_luns(tree, luns);
	print_initiators(tree, initiators);
	return 0;
}

static int print_target(const struct lw_tree *tree, lw_node target, const char *only)
{
	LW_AUTO_FREE lw_node *luns = front_children(tree, target, "LUN", FRONT_BY_NAME);
	LW_AUTO_FREE lw_node *groups = front_children(tree, target, "GROUP", FRONT_BY_NAME);
	const char *driver = lw_node_name(tree, lw_node_parent(tree, target));
	int r = 0;

	if (!luns || !groups)
		return cli_memory();
	front_print("Driver: %s\nTarget: %s\n\n", driver, lw_node_name(tree, target));
	if (*luns)
		print_luns(tree, luns);
	else
		front_print("Driver/target '%s/%s' has no associated LUNs.\n", driver,
			    lw_node_name(tree, target));
	front_print("\n");
	for (const lw_node *g = groups; *g && !r; g++) {
		if (*only && strcmp(only, lw_node_name(tree, *g)) != 0)
			continue;
		front_print("Group: %s\n\n", lw_node_name(tree, *g));
		r = front_print_group(tree, *g);
		front_print("\n\n");
	}
	return r;
}

static bool is_meant(const struct lw_tree *tree, lw_node n, const char *name)
{
	return !name || !*name || !strcmp(lw_node_name(tree, n), name);
}

/* Calls @print for each target that the options leave; returns how many, or a negative number when memory is short. */
static int each_target(const struct front *front, const char *argument,
		       int (*print)(const struct front *front, lw_node target,
				    const char *argument))
{
	const struct lw_tree *tree = front->tree;
	LW_AUTO_FREE lw_node *drivers =
		front_children(tree, lw_tree_root(tree), "TARGET_DRIVER", FRONT_BY_NAME);
	int found = 0;

	for (const lw_node *d = drivers; d && *d; d++) {
		LW_AUTO_FREE lw_node *targets = front_children(tree, *d, "TARGET", FRONT_BY_NAME);

		if (!targets)
			return -1;
		if (!is_meant(tree, *d, front->value[FRONT_DRIVER]))
			continue;
		for (const lw_node *t = targets; *t; t++) {
			if (!is_meant(tree, *t, front->value[FRONT_TARGET]))
				continue;
			found++;
			if (print(front, *t, argument))
				return -1;
		}
	}
	return drivers ? found : -1;
}

static int print_target_for(const struct front *front, lw_node target, const char *group)
{
	return print_target(front->tree, target, group);
}

static int no_group(const char *group)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "initiators(): Group '%s' does not exist", group);
	front_warn(lw_str_text(&text));
	return 1;
}

int front_list_groups(struct front *front, const char *group)
{
	const struct lw_tree *tree = front_tree(front);
	const char *driver = front->value[FRONT_DRIVER], *target = front->value[FRONT_TARGET];
	int found;

	if (!tree)
		return FRONT_FATAL;
	if (*group && driver && target) {
		lw_node d = front_child(tree, lw_tree_root(tree), "TARGET_DRIVER", driver);
		lw_node g =
			front_child(tree, front_child(tree, d, "TARGET", target), "GROUP", group);

		if (g)
			return front_print_group(tree, g);
		return no_group(group);
	}
	found = each_target(front, group, print_target_for);
	if (found < 0)
		return cli_memory();
	if (!found && driver && target)
		front_print("Driver/target '%s/%s' not found\n", driver, target);
	else if (!found && !target)
		front_print("Driver '%s' not found.\n", driver ? driver : "");
	else if (!found)
		front_print("Target '%s' not found.\n", target);
	return 0;
}

bool front_is_session(const struct lw_tree *tree, lw_node n)
{
	return node_kind(tree, n)->flags & LW_K_SESSION;
}

static void print_session(const struct front *front, lw_node session)
{
	struct front_attrs attrs = { 0 };

	if (front_attrs_read(front, session, FRONT_OBJECT_COUNT_, &attrs) >= 0)
		front_print_attrs(&attrs, true);
	front_attrs_done(&attrs);
}

static int print_sessions(const struct front *front, lw_node target, const char *argument)
{
	const struct lw_tree *tree = front->tree;
	bool any = false;

	(void)argument;
	front_print("Driver/Target: %s/%s\n\n", lw_node_name(tree, lw_node_parent(tree, target)),
		    lw_node_name(tree, target));
	for (lw_node c = lw_node_first(tree, target); c; c = lw_node_next(tree, c)) {
		if (!front_is_session(tree, c))
			continue;
		front_print("\tSession: %s\n\n", lw_node_name(tree, c));
		print_session(front, c);
		front_print("\n");
		any = true;
	}
	if (!any)
		front_print("\t(no sessions)\n\n");
	return 0;
}

int front_list_sessions(struct front *front, const char *argument)
{
	if (!front_tree(front))
		return FRONT_FATAL;
	return each_target(front, argument, print_sessions) < 0 ? cli_memory() : 0;
}
