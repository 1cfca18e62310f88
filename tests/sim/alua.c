/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Device groups. Membership is nothing but links, so it goes with what it leads to: a device, a local target. Only what
 * is not here (a target of another node) is a directory.
 */
#include <string.h>

#include "internal.h"

static const struct sim_class group_class, devices_class, target_groups_class, target_group_class,
	remote_class;

static void show_usage(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       struct lw_str *ret)
{
	(void)sim;
	(void)node;
	lw_str_add(ret, attr->init);
}

/* Only the first line counts here. */
static void split(char *data, char **ret_command, char **ret_name)
{
	sim_chop(data);
	*ret_command = sim_lexem(&data);
	*ret_name = sim_lexem(&data);
}

static bool is_create(const char *command)
{
	return sim_same_word(command, "create") || sim_same_word(command, "add");
}

/* ---- devices */

static bool in_any_group(const struct sim_node *device)
{
	for (const struct sim_node *link = device->links; link; link = link->link_next)
		if (link->parent->class == &devices_class)
			return true;
	return false;
}

static int store_devices(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	char *command, *name;
	struct sim_device *device;
	struct sim_node *member;

	(void)attr;
	split(data, &command, &name);
	if (!*name)
		return -EINVAL;
	if (sim_same_word(command, "add")) {
		device = sim_device_find(sim, name);
		if (!device || in_any_group(device->node))
			return device ? -EEXIST : -EINVAL;
		return sim_link(sim, node, name, device->node) ? 0 : -EEXIST;
	}
	member = sim_child(sim, node, name);
	if (!sim_same_word(command, "del") || !member)
		return -EINVAL;
	sim_remove(sim, member);
	return 0;
}

/* ---- states */

static bool serves(const char *state)
{
	return !strcmp(state, "active") || !strcmp(state, "nonoptimized");
}

/* With a member of another node the group says what that node does; sessions through the others are not looked at here. */
static bool is_remote(const struct sim_node *target_group)
{
	for (const struct sim_node *member = target_group->child; member; member = member->next)
		if (member->class == &remote_class)
			return true;
	return false;
}

/* Devices that are bound to it close their file in a state that serves nobody, and open it again behind it. */
static int set_state(struct sim *sim, struct sim_node *target_group, const char *state)
{
	struct sim_node *devices = sim_child(sim, target_group->parent->parent, "devices");

	if (!strcmp(sim_value_named(target_group, "state"), state))
		return 0;
	for (struct sim_node *link = is_remote(target_group) ? NULL : devices->child; link;
	     link = link->next) {
		struct sim_device *device = link->target->obj;

		if (sim_value_int(device->node, "bind_alua_state"))
			sim_device_activate(sim, device, serves(state));
	}
	return sim_value_set_named(sim, target_group, "state", state);
}

static int store_state(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       char *data)
{
	LW_AUTO_STR struct lw_str state = LW_STR_INIT;
	int err = sim_attr_check(attr, data, &state);

	return err ? err : set_state(sim, node, lw_str_text(&state));
}

/* ---- members of a target group */

static struct sim_node *local_target(const struct sim *sim, const char *name)
{
	for (const struct sim_target *target = sim->all_targets; target; target = target->next)
		if (!strcmp(target->name, name))
			return target->node;
	return NULL;
}

static int member_add(struct sim *sim, struct sim_node *target_group, const char *name)
{
	struct sim_node *target = local_target(sim, name);

	for (struct sim_node *other = target_group->parent->child; other; other = other->next)
		if (sim_child(sim, other, name))
			return -EEXIST;
	if (target)
		return sim_link(sim, target_group, name, target) ? 0 : -EEXIST;
	return sim_dir(sim, target_group, name, &remote_class, NULL) ? 0 : -EEXIST;
}

static int store_members(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	char *command, *name;
	struct sim_node *member;

	(void)attr;
	split(data, &command, &name);
	if (!*name)
		return -EINVAL;
	if (sim_same_word(command, "add"))
		return member_add(sim, node, name);
	member = sim_child(sim, node, name);
	if (!sim_same_word(command, "del") || !member)
		return -EINVAL;
	sim_remove(sim, member);
	return 0;
}

/* ---- target groups */

static int store_target_groups(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			       char *data)
{
	char *command, *name;
	struct sim_node *known;

	(void)attr;
	split(data, &command, &name);
	if (!*name)
		return -EINVAL;
	if (is_create(command))
		return sim_dir(sim, node, name, &target_group_class, NULL) ? 0 : -EEXIST;
	known = sim_child(sim, node, name);
	if (!sim_same_word(command, "del") || !known)
		return -EINVAL;
	sim_remove(sim, known);
	return 0;
}

/* ---- device groups */

static int group_add(struct sim *sim, struct sim_node *parent, const char *name)
{
	struct sim_node *group = sim_dir(sim, parent, name, &group_class, NULL);

	if (!group)
		return -EEXIST;
	sim_dir(sim, group, "devices", &devices_class, NULL);
	sim_dir(sim, group, "target_groups", &target_groups_class, NULL);
	return 0;
}

static int store_groups(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	char *command, *name;
	struct sim_node *known, *target_groups;

	(void)attr;
	split(data, &command, &name);
	if (!*name)
		return -EINVAL;
	if (is_create(command))
		return group_add(sim, node, name);
	known = sim_child(sim, node, name);
	if (!sim_same_word(command, "del") || !known)
		return -EINVAL;
	target_groups = sim_child(sim, known, "target_groups");
	/* A target group that goes alone leaves its devices as they are; with the device group all become active first. */
	for (struct sim_node *group = target_groups->child; group; group = group->next)
		set_state(sim, group, "active");
	sim_remove(sim, known);
	return 0;
}

/* clang-format off */
#define MGMT(verbs_, what_, flags_, store_) \
	{ .name = "mgmt", .mode = 0644, .flags = flags_, .show = show_usage, .store = store_, \
	  .init = "Usage: echo \"" verbs_ " " what_ "\" >mgmt\n       echo \"del " what_ "\" >mgmt\n" }
#define ID(name_) \
	{ .name = name_, .mode = 0644, .key = SIM_KEY_ALWAYS, .format = SIM_UINT, .init = "0", .min = 1, .max = 65535 }

static const struct sim_attr device_groups_attrs[] = {
	MGMT("create", "group_name", 0, store_groups), { .name = NULL },
};
static const struct sim_attr devices_attrs[] = {
	MGMT("add", "device", SIM_Q, store_devices), { .name = NULL },
};
static const struct sim_attr target_groups_attrs[] = {
	MGMT("create", "group_name", SIM_Q, store_target_groups), { .name = NULL },
};
static const struct sim_attr target_group_attrs[] = {
	ID("group_id"),
	MGMT("add", "target", SIM_Q, store_members),
	{ .name = "preferred", .mode = 0644, .flags = SIM_Q, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "0" },
	{ .name = "state", .mode = 0644, .flags = SIM_Q, .key = SIM_KEY_ALWAYS, .format = SIM_WORD, .init = "active",
	  .words = "active nonoptimized standby unavailable offline transitioning", .store = store_state },
	{ .name = NULL },
};
static const struct sim_attr remote_attrs[] = { ID("rel_tgt_id"), { .name = NULL } };
/* clang-format on */

const struct sim_class sim_class_device_groups = { "device_groups", device_groups_attrs };
static const struct sim_class group_class = { "device_group", NULL };
static const struct sim_class devices_class = { "group_devices", devices_attrs };
static const struct sim_class target_groups_class = { "target_groups", target_groups_attrs };
static const struct sim_class target_group_class = { "target_group", target_group_attrs };
static const struct sim_class remote_class = { "remote_target", remote_attrs };
