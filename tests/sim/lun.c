/* SPDX-License-Identifier: Apache-2.0 */
/* LUNs: of a target itself, or of one of its groups. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static void show_read_only(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			   struct lw_str *ret)
{
	const struct sim_lun *lun = node->obj;
	bool read_only = lun->read_only || lun->device->read_only;

	(void)sim;
	sim_show_value(attr, read_only ? "1" : "0", read_only, ret);
}

static const struct sim_attr lun_attrs[] = {
	{ .name = "read_only", .mode = 0444, .show = show_read_only },
	{ .name = NULL },
};

static const struct sim_class lun_class = { "lun", lun_attrs };

static struct sim_lun *lun_find(const struct sim *sim, const struct sim_group *group,
				uint64_t number)
{
	char name[24];
	struct sim_node *node;

	snprintf(name, sizeof(name), "%llu", (unsigned long long)number);
	node = sim_child(sim, group->luns_node, name);
	return node ? node->obj : NULL;
}

static void lun_links(struct sim *sim, struct sim_lun *lun)
{
	char name[32];

	sim_link(sim, lun->node, "device", lun->device->node);
	/* The number is never used again, not even when the last export is gone. */
	snprintf(name, sizeof(name), "export%u", lun->device->exports++);
	sim_link(sim, lun->device->exported, name, lun->node);
}

static void lun_to_sessions(struct sim *sim, const struct sim_lun *lun, bool add)
{
	for (struct sim_session *session = lun->group->target->sessions; session;
	     session = session->next)
		if (session->group == lun->group)
			sim_session_lun(sim, session, lun, add);
}

static void join_lists(struct sim_lun *lun)
{
	struct sim_group *group = lun->group;
	struct sim_device *device = lun->device;

	lun->device_next = device->luns;
	if (device->luns)
		device->luns->device_prev = lun;
	device->luns = lun;
	lun->group_prev = group->last_lun;
	*(group->last_lun ? &group->last_lun->group_next : &group->luns) = lun;
	group->last_lun = lun;
}

static void leave_lists(struct sim_lun *lun)
{
	struct sim_group *group = lun->group;

	*(lun->device_prev ? &lun->device_prev->device_next : &lun->device->luns) =
		lun->device_next;
	if (lun->device_next)
		lun->device_next->device_prev = lun->device_prev;
	*(lun->group_prev ? &lun->group_prev->group_next : &group->luns) = lun->group_next;
	*(lun->group_next ? &lun->group_next->group_prev : &group->last_lun) = lun->group_prev;
}

static bool has_session(const struct sim_group *group)
{
	for (const struct sim_session *session = group->target->sessions; session;
	     session = session->next)
		if (session->group == group)
			return true;
	return false;
}

/* The first session that gets a device opens what is behind it. */
static int attach(struct sim *sim, const struct sim_group *group, struct sim_device *device)
{
	if (!device->active || !has_session(group) || sim_device_used(device))
		return 0;
	return sim_vdisk_claim(sim, device);
}

int sim_lun_add(struct sim *sim, struct sim_group *group, struct sim_device *device,
		unsigned number, bool read_only)
{
	int err = attach(sim, group, device);
	struct sim_lun *lun = err ? NULL : calloc(1, sizeof(*lun));
	char name[24];

	if (err)
		return err;
	if (!lun)
		return -ENOMEM;
	*lun = (struct sim_lun){
		.group = group, .device = device, .number = number, .read_only = read_only
	};
	snprintf(name, sizeof(name), "%u", number);
	lun->node = sim_dir(sim, group->luns_node, name, &lun_class, lun);
	if (!lun->node) {
		free(lun);
		return -EEXIST;
	}
	join_lists(lun);
	lun_links(sim, lun);
	lun_to_sessions(sim, lun, true);
	return 0;
}

void sim_lun_del(struct sim *sim, struct sim_lun *lun)
{
	lun_to_sessions(sim, lun, false);
	leave_lists(lun);
	sim_remove(sim, lun->node);
	free(lun);
}

void sim_luns_clear(struct sim *sim, struct sim_group *group)
{
	while (group->luns)
		sim_lun_del(sim, group->luns);
}

/* ---- mgmt */

static int params(char *data, uint64_t *ret_number, bool *ret_read_only)
{
	char *name, *value;
	int more, err = sim_unsigned(sim_lexem(&data), ret_number);

	if (err || *ret_number > SIM_LUN_MAX)
		return err ? err : -EINVAL;
	while ((more = sim_param(&data, &name, &value)) == 1) {
		uint64_t number;

		err = sim_unsigned(value, &number);
		if (err || !sim_same_word(name, "read_only"))
			return err ? err : -EINVAL;
		*ret_read_only = number != 0;
	}
	return more;
}

static int add(struct sim *sim, struct sim_group *group, char *data, bool replace)
{
	struct sim_device *device = sim_device_find(sim, sim_lexem(&data));
	uint64_t number;
	bool read_only = false;
	struct sim_lun *old;
	int err = device ? params(data, &number, &read_only) : -EINVAL;

	if (err)
		return err;
	old = lun_find(sim, group, number);
	if (old && !replace)
		return -EEXIST;
	/* By hand; when a device is made, nobody knows yet that it cannot be written. */
	if (sim->copy_manager && group == &sim->copy_manager->own &&
	    (read_only || device->read_only))
		return -EINVAL;
	if (old)
		sim_lun_del(sim, old);
	return sim_lun_add(sim, group, device, (unsigned)number, read_only);
}

static int del(struct sim *sim, struct sim_group *group, char *data)
{
	uint64_t number;
	int err = sim_unsigned(sim_lexem(&data), &number);
	struct sim_lun *lun;

	if (err || *sim_lexem(&data))
		return err ? err : -EINVAL;
	lun = lun_find(sim, group, number);
	if (!lun)
		return -EINVAL;
	sim_lun_del(sim, lun);
	return 0;
}

static int store_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data)
{
	struct sim_group *group = node->obj;
	char *command = sim_lexem(&data);

	(void)attr;
	if (sim_same_word(command, "add"))
		return add(sim, group, data, false);
	if (sim_same_word(command, "replace") || sim_same_word(command, "replace_no_ua"))
		return add(sim, group, data, true);
	if (sim_same_word(command, "del"))
		return del(sim, group, data);
	if (!sim_same_word(command, "clear") || *sim_lexem(&data))
		return -EINVAL;
	sim_luns_clear(sim, group);
	return 0;
}

static void show_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	static const char *const lines[] = {
		"add H:C:I:L lun [parameters]",
		"add VNAME lun [parameters]",
		"del lun",
		"replace H:C:I:L lun [parameters]",
		"replace VNAME lun [parameters]",
		"replace_no_ua H:C:I:L lun [parameters]",
		"replace_no_ua VNAME lun [parameters]",
		"clear",
	};

	(void)sim;
	(void)node;
	(void)attr;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		lw_str_addf(ret, "%s echo \"%s\" >mgmt\n", i ? "      " : "Usage:", lines[i]);
	lw_str_add(ret,
		   "\nwhere parameters are one or more param_name=value pairs separated by ';'\n"
		   "\nThe following parameters available: read_only\n");
}

static const struct sim_attr luns_attrs[] = {
	{ .name = "mgmt", .mode = 0644, .flags = SIM_Q, .show = show_mgmt, .store = store_mgmt },
	{ .name = NULL },
};

const struct sim_class sim_class_luns = { "luns", luns_attrs };
