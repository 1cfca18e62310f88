/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of handlers, devices, device groups and target groups; the columns are those that scripts cut out. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

static size_t longest(const struct lw_tree *tree, const lw_node *all, size_t least)
{
	for (; *all; all++)
		if (strlen(lw_node_name(tree, *all)) > least)
			least = strlen(lw_node_name(tree, *all));
	return least;
}

static void print_rule(const char *before, size_t width)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_add(&line, before);
	while (width--)
		lw_str_add_char(&line, '-');
	lw_str_add_char(&line, '\n');
	(void)cli_out(&line);
}

/* A heading, a line as long as the longest name and at least @least, the names. */
static int print_names(const struct lw_tree *tree, lw_node parent, const char *word,
		       const char *heading, size_t least, const char *behind)
{
	LW_AUTO_FREE lw_node *all = front_children(tree, parent, word, FRONT_BY_NAME);

	if (!all)
		return cli_memory();
	front_print("%s\n", heading);
	print_rule("\t", longest(tree, all, least));
	for (const lw_node *n = all; *n; n++)
		front_print("\t%s\n%s", lw_node_name(tree, *n), behind);
	return 0;
}

/* ---- handlers and devices */

static void print_devices(const struct lw_tree *tree, lw_node handler, int width[2])
{
	LW_AUTO_FREE lw_node *all = front_children(tree, handler, "DEVICE", FRONT_BY_NAME);
	const char *name = lw_node_name(tree, handler);

	for (const lw_node *n = all; n && (*n || n == all); n++) {
		front_print("\t%-*s    %-*s\n", width[0], name, width[1],
			    *n ? lw_node_name(tree, *n) : "-");
		name = "";
		if (!*n)
			break;
	}
}

static int print_handlers(const struct lw_tree *tree, const lw_node *handlers)
{
	int width[2] = { (int)longest(tree, handlers, 0), 1 };

	for (const lw_node *h = handlers; *h; h++) {
		LW_AUTO_FREE lw_node *all = front_children(tree, *h, "DEVICE", FRONT_BY_NAME);

		if (!all)
			return cli_memory();
		width[1] = (int)longest(tree, all, (size_t)width[1]);
	}
	front_print("\t%-*s     %-*s\n", width[0], "Handler", width[1], "Device");
	print_rule("\t", (size_t)width[0] + (size_t)width[1] + 5);
	for (const lw_node *h = handlers; *h; h++)
		print_devices(tree, *h, width);
	return 0;
}

int front_list_handlers(struct front *front, const char *handler)
{
	const struct lw_tree *tree = front_tree(front);
	lw_node one[2] = { front_child(tree, lw_tree_root(tree), "HANDLER", handler), 0 };

	if (!tree)
		return FRONT_FATAL;
	if (!*handler)
		return print_names(tree, lw_tree_root(tree), "HANDLER", "\tHandler", 0, "");
	if (one[0])
		return print_handlers(tree, one);
	front_print("No such handler '%s' found.\n", handler);
	return 0;
}

int front_list_devices(struct front *front, const char *device)
{
	const struct lw_tree *tree = front_tree(front);
	LW_AUTO_FREE lw_node *all = NULL;

	if (!tree)
		return FRONT_FATAL;
	if (*device)
		return front_list_attrs(front, device);
	all = front_children(tree, lw_tree_root(tree), "HANDLER", FRONT_BY_NAME);
	return all ? print_handlers(tree, all) : cli_memory();
}

/* ---- device groups and target groups */

int front_print_dgrp(const struct lw_tree *tree, lw_node group)
{
	int r = print_names(tree, group, "DEVICE", "\tDevices", 7, "");

	return r ? r : print_names(tree, group, "TARGET_GROUP", "\n\tTarget Groups", 12, "");
}

int front_print_tgrp(const struct lw_tree *tree, lw_node group)
{
	return print_names(tree, group, "TARGET", "\tTargets", 7, "");
}

int front_list_dgrps(struct front *front, const char *name)
{
	const struct lw_tree *tree = front_tree(front);

	if (!tree)
		return FRONT_FATAL;
	if (*name)
		return front_print_dgrp(
			tree, front_child(tree, lw_tree_root(tree), "DEVICE_GROUP", name));
	return print_names(tree, lw_tree_root(tree), "DEVICE_GROUP", "\tDevice Group", 12, "\n");
}

int front_list_tgrps(struct front *front, const char *name)
{
	const struct lw_tree *tree = front_tree(front);
	lw_node group = front_child(tree, lw_tree_root(tree), "DEVICE_GROUP",
				    front->value[FRONT_DEV_GROUP]);

	if (!tree)
		return FRONT_FATAL;
	if (*name)
		return front_print_tgrp(tree, front_child(tree, group, "TARGET_GROUP", name));
	return print_names(tree, group, "TARGET_GROUP", "\n\tTarget Groups", 12, "");
}

/* ---- drivers */

static void print_targets_of(const struct lw_tree *tree, lw_node driver, int width[2])
{
	LW_AUTO_FREE lw_node *all = front_children(tree, driver, "TARGET", FRONT_BY_NAME);
	const char *name = lw_node_name(tree, driver);

	for (const lw_node *n = all; n && *n; n++, name = "")
		front_print("\t%-*s %-*s\n", width[0], name, width[1], lw_node_name(tree, *n));
}

static int print_targets(const struct lw_tree *tree, const lw_node *drivers)
{
	int width[2] = { (int)longest(tree, drivers, 0), 0 };

	for (const lw_node *d = drivers; *d; d++) {
		LW_AUTO_FREE lw_node *all = front_children(tree, *d, "TARGET", FRONT_BY_NAME);

		if (!all)
			return cli_memory();
		width[1] = (int)longest(tree, all, (size_t)width[1]);
	}
	front_print("\t%-*s %-*s\n", width[0], "Driver", width[1], "Target");
	print_rule("\t", (size_t)width[0] + (size_t)width[1] + 1);
	for (const lw_node *d = drivers; *d; d++)
		print_targets_of(tree, *d, width);
	return 0;
}

static int print_targets_by(const struct lw_tree *tree, const char *driver)
{
	lw_node one[2] = { front_child(tree, lw_tree_root(tree), "TARGET_DRIVER", driver), 0 };
	LW_AUTO_FREE lw_node *all = NULL;

	if (one[0])
		return print_targets(tree, one);
	if (driver && *driver) {
		front_print("No such driver '%s' exists.\n", driver);
		return 0;
	}
	all = front_children(tree, lw_tree_root(tree), "TARGET_DRIVER", FRONT_BY_NAME);
	return all ? print_targets(tree, all) : cli_memory();
}

int front_list_drivers(struct front *front, const char *driver)
{
	const struct lw_tree *tree = front_tree(front);

	if (!tree)
		return FRONT_FATAL;
	if (*driver)
		return print_targets_by(tree, driver);
	return print_names(tree, lw_tree_root(tree), "TARGET_DRIVER", "\tDriver", 0, "");
}

int front_list_targets(struct front *front, const char *target)
{
	const struct lw_tree *tree = front_tree(front);

	if (!tree)
		return FRONT_FATAL;
	if (!*target || !front->value[FRONT_DRIVER])
		return print_targets_by(tree, front->value[FRONT_DRIVER]);
	front->value[FRONT_TARGET] = target;
	return front_list_groups(front, "");
}
