/* SPDX-License-Identifier: Apache-2.0 */
/* What is in use is not taken away without -force: who uses it, as scripts have always been told. */
#include <string.h>

#include "cli/output.h"
#include "cli/scstadmin/edit.h"
#include "model/tree/tree.h"

/* ---- devices */

struct user {
	const char *driver, *target, *group, *lun;
};

struct widths {
	size_t driver, target, group;
};

/* Behind @n, the next LUN that a device is; copy_manager's come and go by themselves. 0 past the last. */
static lw_node next_user(const struct lw_tree *tree, lw_node device, lw_node n, struct user *ret)
{
	while ((n = lw_tree_walk(tree, lw_tree_root(tree), n))) {
		struct front_names names = { { NULL } };

		if (!front_is(tree, n, "LUN") || lw_node_ref(tree, n) != device)
			continue;
		front_name_node(tree, n, &names);
		if (!strcmp(names.name[SLOT_DRIVER], "copy_manager"))
			continue;
		*ret = (struct user){ names.name[SLOT_DRIVER], names.name[SLOT_TARGET],
				      names.name[SLOT_GROUP] ? names.name[SLOT_GROUP] : "",
				      names.name[SLOT_LUN] };
		return n;
	}
	return 0;
}

bool front_is_exported(const struct lw_tree *tree, lw_node device)
{
	struct user u;

	return next_user(tree, device, lw_tree_root(tree), &u);
}

static void print_user(const struct widths *w, const struct user *u)
{
	front_print("\t%-*s %-*s %-*s %-4s\n", (int)w->driver, u->driver, (int)w->target, u->target,
		    (int)w->group, u->group, u->lun);
}

static void print_rule(const struct widths *w)
{
	static const char dashes[] =
		"----------------------------------------------------------------"
		"----------------------------------------------------------------"
		"----------------------------------------------------------------"
		"----------------------------------------------------------------";

	front_print("\t%.*s %.*s %.*s ----\n", (int)w->driver, dashes, (int)w->target, dashes,
		    (int)w->group, dashes);
}

static void widen(size_t *width, const char *text)
{
	if (strlen(text) > *width)
		*width = strlen(text);
}

static bool print_users(const struct lw_tree *tree, lw_node device)
{
	struct widths w = { strlen("Driver"), strlen("Target"), strlen("Group") };
	lw_node root = lw_tree_root(tree), first = 0;
	struct user u;

	for (lw_node n = root; (n = next_user(tree, device, n, &u));) {
		first = first ? first : n;
		widen(&w.driver, u.driver);
		widen(&w.target, u.target);
		widen(&w.group, u.group);
	}
	if (!first)
		return false;
	front_print("Device '%s' is currently in use by the following:\n\n",
		    lw_node_name(tree, device));
	print_user(&w, &(struct user){ "Driver", "Target", "Group", "Lun" });
	print_rule(&w);
	for (lw_node n = root; (n = next_user(tree, device, n, &u));)
		print_user(&w, &u);
	return true;
}

/* ---- groups */

static bool has_child(const struct lw_tree *tree, lw_node n, const char *word)
{
	for (lw_node c = lw_node_first(tree, n); c; c = lw_node_next(tree, c))
		if (front_is(tree, c, word))
			return true;
	return false;
}

static bool is_tgrp_used(const struct lw_tree *tree, lw_node n)
{
	if (!has_child(tree, n, "TARGET"))
		return false;
	front_print("\n");
	(void)front_print_tgrp(tree, n);
	return true;
}

static bool is_dgrp_used(const struct lw_tree *tree, lw_node n)
{
	if (!has_child(tree, n, "DEVICE") && !has_child(tree, n, "TARGET_GROUP"))
		return false;
	front_print("\n");
	(void)front_print_dgrp(tree, n);
	return true;
}

/* Whether a target is in one of the group's target groups: then its devices are in use, members or not. */
static bool has_targets(const struct lw_tree *tree, lw_node group)
{
	bool any = false;

	for (lw_node c = group ? lw_node_first(tree, group) : 0; c; c = lw_node_next(tree, c))
		if (front_is(tree, c, "TARGET_GROUP"))
			any |= is_tgrp_used(tree, c);
	return any;
}

static bool is_group_used(const struct lw_tree *tree, lw_node n)
{
	if (!has_child(tree, n, "LUN") && !has_child(tree, n, "INITIATOR"))
		return false;
	(void)front_print_group(tree, n);
	return true;
}

bool front_is_used(const struct front_editing *e)
{
	const struct lw_tree *tree = e->front->tree;
	enum front_object missing, object = e->edit->object;
	lw_node n = front_find(e->front, tree, object, e->name, &missing);

	/* Asked before it is known whether the handler has it, or the group. */
	if (object == FRONT_OBJECT_DEVICE)
		n = front_find_device(tree, e->name);
	if (object == FRONT_OBJECT_DGRP_DEVICE)
		n = front_find(e->front, tree, FRONT_OBJECT_DGRP, e->front->value[FRONT_DEV_GROUP],
			       &missing);
	switch (n ? object : FRONT_SCST) {
	case FRONT_OBJECT_DEVICE:
		return print_users(tree, n);
	case FRONT_OBJECT_DGRP:
		return is_dgrp_used(tree, n);
	case FRONT_OBJECT_DGRP_DEVICE:
		return has_targets(tree, n);
	case FRONT_OBJECT_TGRP:
		return is_tgrp_used(tree, n);
	case FRONT_OBJECT_GROUP:
		return is_group_used(tree, n);
	default:
		return false;
	}
}
