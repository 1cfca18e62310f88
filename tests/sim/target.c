/* SPDX-License-Identifier: Apache-2.0 */
/* Target drivers and targets: what all drivers share. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "target_attrs.h"

/* clang-format off */
const struct sim_driver sim_drivers[] = {
	{ "copy_manager", SIM_COPY, "scst", false, false },
	{ "scst_local", SIM_LOCAL, "scst_local", true, false },
	{ "iscsi", SIM_ISCSI, "iscsi-scst", true, true },
	{ "qla2x00t", SIM_QLA, "qla2x00tgt", true, true },
	{ "ib_srpt", SIM_SRPT, "ib_srpt", false, true },
	{ NULL, 0, NULL, false, false },
};
/* clang-format on */

struct sim_node *sim_driver_node(const struct sim *sim, const char *name)
{
	return sim_child(sim, sim->targets, name);
}

struct sim_target *sim_target_find(const struct sim *sim, const char *driver, const char *name)
{
	for (struct sim_target *target = sim->all_targets; target; target = target->next)
		if (!strcmp(target->driver->name, driver) && !strcmp(target->name, name))
			return target;
	return NULL;
}

/* ---- ids: a target of a driver that cannot be disabled counts as enabled */

static bool is_enabled(const struct sim_target *target)
{
	return target->enabled || !target->driver->enabled;
}

static bool id_is_free(const struct sim *sim, uint64_t id, const struct sim_target *but)
{
	for (const struct sim_target *target = sim->all_targets; target; target = target->next)
		if (target != but && is_enabled(target) && target->rel_id == id)
			return false;
	return true;
}

/* The counter rolls on: what was given once is not given again before all others. */
static int id_next(struct sim *sim, unsigned *ret)
{
	for (unsigned tries = 0; tries < SIM_REL_ID_MAX; tries++) {
		sim->rel_id = sim->rel_id % SIM_REL_ID_MAX + 1;
		if (id_is_free(sim, sim->rel_id, NULL)) {
			*ret = sim->rel_id;
			return 0;
		}
	}
	return -EOVERFLOW;
}

void sim_show_rel_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     struct lw_str *ret)
{
	const struct sim_target *target = node->obj;
	char text[16];

	(void)sim;
	snprintf(text, sizeof(text), "%u", target->rel_id);
	sim_show_value(attr, text, target->rel_id != 0, ret);
}

int sim_store_rel_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     char *data)
{
	struct sim_target *target = node->obj;
	uint64_t id;
	bool enabled = is_enabled(target);

	(void)attr;
	if (sim_unsigned(data, &id))
		return -EINVAL;
	if (enabled && id != target->rel_id && !id_is_free(sim, id, target))
		return -EBADSLT;
	if (id > SIM_REL_ID_MAX || (id == 0 && enabled))
		return -EINVAL;
	target->rel_id = (unsigned)id;
	return 0;
}

int sim_target_enable(struct sim *sim, struct sim_target *target, bool enable)
{
	int err = 0;

	if (enable && !target->rel_id)
		err = id_next(sim, &target->rel_id);
	else if (enable && !id_is_free(sim, target->rel_id, target))
		err = -EBADSLT;
	if (!err)
		target->enabled = enable;
	return err;
}

void sim_show_enabled(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_target *target = node->obj;

	(void)sim;
	sim_show_value(attr, target->enabled ? "1" : "0", false, ret);
}

int sim_store_enabled(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data)
{
	struct sim_target *target = node->obj;
	bool enable = data[0] == '1';

	(void)attr;
	/* This driver takes no for an answer to what is done already. */
	if (node->where & SIM_QLA && target->enabled == enable)
		return -EINVAL;
	return sim_target_enable(sim, target, enable);
}

/* ---- making and removing */

int sim_target_new(struct sim *sim, const struct sim_driver *driver, const char *name,
		   struct sim_target **ret)
{
	struct sim_target **end = &sim->all_targets, *target = calloc(1, sizeof(*target));

	if (!target)
		return -ENOMEM;
	target->driver = driver;
	target->name = sim_strdup(sim, name);
	target->node = target->name ? sim_dir(sim, sim_driver_node(sim, driver->name), name,
					      &sim_class_target, target)
				    : NULL;
	if (!target->node) {
		free(target->name);
		free(target);
		return -EEXIST;
	}
	target->node->where = driver->where;
	target->own.target = target;
	target->own.luns_node = sim_dir(sim, target->node, "luns", &sim_class_luns, &target->own);
	target->groups_node = sim_dir(sim, target->node, "ini_groups", &sim_class_groups, target);
	target->sessions_node = sim_dir(sim, target->node, "sessions", &sim_class_sessions, target);
	while (*end)
		end = &(*end)->next;
	*end = target;
	*ret = target;
	return 0;
}

void sim_target_free(struct sim *sim, struct sim_target *target)
{
	struct sim_target **at = &sim->all_targets;

	while (*at != target)
		at = &(*at)->next;
	*at = target->next;
	while (target->sessions)
		sim_session_free(sim, target->sessions);
	while (target->groups)
		sim_group_free(sim, target->groups);
	sim_luns_clear(sim, &target->own);
	sim_remove(sim, target->node);
	free(target->name);
	free(target->node_name);
	if (target->host)
		sim->hosts &= ~(1U << (target->host - 1));
	free(target);
}

static void targets_of_free(struct sim *sim, const struct sim_driver *driver)
{
	struct sim_target *next;

	for (struct sim_target *target = sim->all_targets; target; target = next) {
		next = target->next;
		if (target->driver == driver)
			sim_target_free(sim, target);
	}
}

/* ---- drivers */

int sim_driver_load(struct sim *sim, const char *module, bool default_target)
{
	const struct sim_driver *driver = sim_drivers;
	struct sim_node *node;
	struct sim_target *target;

	while (driver->name && strcmp(driver->module, module))
		driver++;
	if (!driver->name)
		return -ENOENT;
	node = sim_dir(sim, sim->targets, driver->name, &sim_class_driver, (void *)driver);
	if (!node)
		return -EEXIST;
	node->where = driver->where;
	if ((driver->where & SIM_LOCAL) && default_target &&
	    !sim_target_new(sim, driver, "scst_local_tgt", &target))
		sim_local_session(sim, target, "scst_local_host");
	return 0;
}

int sim_driver_unload(struct sim *sim, const char *module)
{
	for (const struct sim_driver *driver = sim_drivers; driver->name; driver++) {
		struct sim_node *node = sim_driver_node(sim, driver->name);

		if (strcmp(driver->module, module) || !node)
			continue;
		targets_of_free(sim, driver);
		sim_remove(sim, node);
		if (driver->where & SIM_ISCSI)
			sim->daemon = false;
		return 0;
	}
	return -ENOENT;
}

/* ---- DRIVER/mgmt */

static int store_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data)
{
	const struct sim_driver *driver = node->obj;

	(void)attr;
	if (driver->where & SIM_ISCSI)
		return sim_iscsi_mgmt(sim, driver, data);
	if (driver->where & SIM_QLA)
		return sim_port_mgmt(sim, driver, data);
	return sim_local_mgmt(sim, driver, data);
}

#define USAGE_TARGET \
	"Usage: echo \"add_target target_name [parameters]\" >mgmt\n" \
	"       echo \"del_target target_name\" >mgmt\n"
#define USAGE_PARAMETERS \
	"\nwhere parameters are one or more param_name=value pairs separated by ';'\n\n"

static void show_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	(void)sim;
	(void)attr;
	if (node->where & SIM_QLA) {
		lw_str_add(ret, USAGE_TARGET USAGE_PARAMETERS
			   "The following parameters available: node_name, parent_host\n\n");
		return;
	}
	if (node->where & SIM_LOCAL) {
		lw_str_add(ret, USAGE_TARGET
			   "       echo \"add_session target_name session_name\" >mgmt\n"
			   "       echo \"del_session target_name session_name\" "
			   ">mgmt\n" USAGE_PARAMETERS
			   "\nThe following parameters available: session_name\n\n");
		return;
	}
	lw_str_add(ret, USAGE_TARGET
		   "       echo \"add_attribute <attribute> <value>\" >mgmt\n"
		   "       echo \"del_attribute <attribute> <value>\" >mgmt\n"
		   "       echo \"add_target_attribute target_name <attribute> <value>\" >mgmt\n"
		   "       echo \"del_target_attribute target_name <attribute> <value>\" "
		   ">mgmt\n" USAGE_PARAMETERS
		   "The following target driver attributes available: IncomingUser, OutgoingUser\n"
		   "The following target attributes available: IncomingUser, OutgoingUser, "
		   "allowed_portal\n\n");
}

static void show_version(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret)
{
	(void)sim;
	(void)attr;
	lw_str_addf(ret, "3.11.0-pre%s\nTRACING\n", node->where & SIM_LOCAL ? "/20110901" : "");
}

#define ALL_BUT_COPY (SIM_ISCSI | SIM_LOCAL | SIM_HARDWARE)

/* clang-format off */
static const struct sim_attr driver_attrs[] = {
	{ .name = "allow_not_connected_copy", .where = SIM_COPY, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL,
	  .init = "0" },
	{ .name = "dif_capabilities", .where = SIM_COPY, .mode = 0444, .init = SIM_DIF_CAPABILITIES },
	SIM_ISCSI_DRIVER_ROWS,
	{ .name = "mgmt", .where = SIM_ISCSI | SIM_LOCAL | SIM_QLA, .mode = 0644, .flags = SIM_Q, .show = show_mgmt,
	  .store = store_mgmt },
	{ .name = "stats", .where = SIM_LOCAL, .mode = 0444,
	  .init = "Aborts: 0, Device Resets: 0, Target Resets: 0" },
	{ .name = "trace_level", .where = ALL_BUT_COPY, .mode = 0644, .show = sim_show_trace,
	  .store = sim_store_trace },
	{ .name = "version", .where = SIM_ISCSI | SIM_LOCAL | SIM_QLA, .mode = 0444, .show = show_version },
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_driver = { "driver", driver_attrs };
const struct sim_class sim_class_targets = { "targets", NULL };
const struct sim_class sim_class_sessions = { "sessions", NULL };
