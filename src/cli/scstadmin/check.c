/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/scstadmin/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree.h"

/* One walk over the parts of the file. */
struct walk {
	const struct lw_tree *have;
	struct front_check *check;
};

static const char *name_of(const struct walk *w, lw_node n)
{
	return lw_node_name(w->check->want, n);
}

static bool has_any(const struct lw_tree *tree, lw_node parent, const char *word)
{
	for (lw_node c = lw_node_first(tree, parent); c; c = lw_node_next(tree, c))
		if (front_is(tree, c, word))
			return true;
	return false;
}

/* The same object as it is there; 0: it is not. */
static lw_node there(const struct walk *w, lw_node n)
{
	return lw_tree_counterpart(w->check->want, n, w->have);
}

static void each(struct walk *w, lw_node parent, const char *word,
		 void (*visit)(struct walk *w, lw_node n))
{
	LW_AUTO_FREE lw_node *all = front_children(w->check->want, parent, word, FRONT_BY_NUMBER);

	for (const lw_node *n = all; n && *n; n++)
		visit(w, *n);
}

/* ---- sections, drivers, targets */

static void check_sections(struct walk *w)
{
	const struct lw_tree *want = w->check->want;
	bool drivers = has_any(want, lw_tree_root(want), "TARGET_DRIVER");
	bool handlers = has_any(want, lw_tree_root(want), "HANDLER");

	if (!drivers)
		front_print(
			"\t-> WARNING: No TARGET_DRIVER section defined. No target drivers will "
			"be configured.\n\n");
	if (!handlers)
		front_print("\t-> WARNING: No HANDLER section defined. Only physical media will be "
			    "configured for targets.\n\n");
	if (!drivers && !handlers)
		front_print("FATAL: No target drivers or handlers defined, aborting!\n");
	w->check->warnings += !drivers + (size_t)!handlers;
	w->check->errors += !drivers && !handlers;
}

static void check_initiator(struct walk *w, lw_node n)
{
	const struct lw_tree *want = w->check->want;
	lw_node group = lw_node_parent(want, n);

	for (lw_node g = lw_node_first(want, lw_node_parent(want, group)); g && g != group;
	     g = lw_node_next(want, g)) {
		if (!front_is(want, g, "GROUP") ||
		    !front_child(want, g, "INITIATOR", lw_node_name(want, n)))
			continue;
		front_print("\t-> FATAL: Initiator '%s' belongs to more than one group.\n\t     "
			    "Initiators can only belong to one group at a time for a given "
			    "target.\n",
			    lw_node_name(want, n));
		w->check->errors++;
		w->check->doubled++;
		return;
	}
}

static void check_group(struct walk *w, lw_node group)
{
	each(w, group, "INITIATOR", check_initiator);
}

static void check_target(struct walk *w, lw_node target)
{
	const struct lw_tree *want = w->check->want;
	const char *driver = name_of(w, lw_node_parent(want, target));

	each(w, target, "GROUP", check_group);
	if (there(w, target) || node_kind(want, target)->origin != LW_KIND_HARDWARE ||
	    lw_tree_ours(want, target))
		return;
	front_print("\t-> FATAL: Target '%s' for driver '%s' does not exist.\n", name_of(w, target),
		    driver);
	w->check->errors++;
}

static void check_driver(struct walk *w, lw_node driver)
{
	if (!there(w, driver)) {
		front_print("\t-> WARNING: Target driver '%s' is not loaded or available.\n\n",
			    name_of(w, driver));
		w->check->warnings++;
		w->check->no_driver = name_of(w, driver);
		return;
	}
	if (!has_any(w->check->want, driver, "TARGET")) {
		front_print("\t-> WARNING: Driver '%s' has no configured targets.\n\n",
			    name_of(w, driver));
		w->check->warnings++;
	}
	each(w, driver, "TARGET", check_target);
}

/* ---- handlers and devices */

static void check_handler(struct walk *w, lw_node handler)
{
	if (there(w, handler))
		return;
	front_print("\t-> WARNING: No such handler '%s' available, ignoring.\n",
		    name_of(w, handler));
	w->check->warnings++;
}

static void drop_handler(struct walk *w, lw_node handler)
{
	if (!there(w, handler))
		lw_tree_delete(w->check->want, handler);
}

/* The name of the device that a node refers to. */
static const char *device_name(const struct walk *w, lw_node n)
{
	lw_node ref = lw_node_ref(w->check->want, n);
	const char *name = lw_node_ref_name(w->check->want, n);

	return ref ? name_of(w, ref) : name ? name : name_of(w, n);
}

/* Declared for a handler that is there, or there without having been declared. */
static bool is_defined(const struct walk *w, lw_node n)
{
	lw_node ref = lw_node_ref(w->check->want, n);

	return (ref && there(w, lw_node_parent(w->check->want, ref))) ||
	       front_find_device(w->have, device_name(w, n));
}

static void drop_undefined(struct walk *w, lw_node n, const char *text, struct front_names *names)
{
	names->name[SLOT_DEVICE] = device_name(w, n);
	front_print("\t-> WARNING: ");
	front_print_filled(text, names);
	front_print("\n\n");
	w->check->warnings++;
	lw_tree_delete(w->check->want, n);
}

static void check_lun(struct walk *w, lw_node lun)
{
	struct front_names names = { { NULL } };

	if (is_defined(w, lun))
		return;
	front_name_node(w->check->want, lun, &names);
	drop_undefined(w, lun,
		       "Device '{device}' associated with driver/target '{driver}/{target}' at LUN "
		       "{lun} is not defined within configuration, removing it.",
		       &names);
}

static void check_lun_0(struct walk *w, lw_node set)
{
	struct front_names names = { { NULL } };
	bool group = front_is(w->check->want, set, "GROUP");

	if (!has_any(w->check->want, set, "LUN") || front_child(w->check->want, set, "LUN", "0"))
		return;
	front_name_node(w->check->want, set, &names);
	if (!strcmp(names.name[SLOT_DRIVER], "copy_manager"))
		return;
	front_print("\t-> WARNING: No LUN 0 defined for ");
	front_print_filled(group ? "driver/target/group '{driver}/{target}/{group}'"
				 : "driver/target '{driver}/{target}'",
			   &names);
	front_print(". Many initiators require a LUN 0 to be defined.\n\n");
	w->check->warnings++;
}

static void check_luns(struct walk *w, lw_node set)
{
	each(w, set, "LUN", check_lun);
	check_lun_0(w, set);
}

static void check_target_luns(struct walk *w, lw_node target)
{
	check_luns(w, target);
	each(w, target, "GROUP", check_luns);
}

static void check_driver_luns(struct walk *w, lw_node driver)
{
	each(w, driver, "TARGET", check_target_luns);
}

static void check_member(struct walk *w, lw_node member)
{
	struct front_names names = { { NULL } };

	if (is_defined(w, member))
		return;
	front_name_node(w->check->want, member, &names);
	drop_undefined(w, member,
		       "Device '{device}' associated with device group '{dgrp}' is not defined "
		       "within configuration, removing it.",
		       &names);
}

static void check_device_group(struct walk *w, lw_node group)
{
	each(w, group, "DEVICE", check_member);
}

void front_check_names(struct front *front, struct front_check *check)
{
	struct walk w = { .have = front_tree(front), .check = check };
	lw_node root = lw_tree_root(check->want);

	if (!w.have) {
		check->errors++;
		return;
	}
	check_sections(&w);
	each(&w, root, "TARGET_DRIVER", check_driver);
	each(&w, root, "HANDLER", check_handler);
	each(&w, root, "TARGET_DRIVER", check_driver_luns);
	each(&w, root, "DEVICE_GROUP", check_device_group);
	each(&w, root, "HANDLER", drop_handler);
}
