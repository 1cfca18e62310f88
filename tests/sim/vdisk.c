/* SPDX-License-Identifier: Apache-2.0 */
/* add_device of the virtual handlers: its parameters, and what becomes of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "device_attrs.h"

/* What add_device was told, until the device exists. */
struct plan {
	uint32_t where;
	char *filename;
	uint64_t size;
	unsigned shift;
	bool has_size, thin, thin_set;
	bool active, read_only, write_through, nv_cache, o_direct, async;
	/* Values to be stored under these names: everything that is no more than a value. */
	const char *names[32];
	char values[32][SIM_ID_MAX + 1];
	size_t count;
};

static bool allowed(const char *params, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = params; *at;) {
		size_t word = strcspn(at, ",");

		if (word == len && lw_is_word(at, len, name))
			return true;
		at += word;
		at += strspn(at, ", ");
	}
	return false;
}

static int keep(struct plan *plan, const char *name, const char *value)
{
	if (plan->count >= sizeof(plan->names) / sizeof(*plan->names))
		return -EINVAL;
	snprintf(plan->values[plan->count], sizeof(plan->values[0]), "%s", value);
	plan->names[plan->count++] = name;
	return 0;
}

static int plan_filename(struct sim *sim, struct plan *plan, const char *value)
{
	if (plan->filename || *value != '/')
		return -EINVAL;
	plan->filename = sim_strdup(sim, value);
	return plan->filename ? 0 : -ENOMEM;
}

static int plan_dif_mode(struct plan *plan, const char *value)
{
	static const char *const modes[] = { "tgt", "scst", "dev_check", "dev_store" };

	for (const char *at = value; *at;) {
		size_t len = strcspn(at, "|");
		bool known = false;

		for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++)
			known |= lw_is_word(at, len, modes[i]);
		if (!known)
			return -EINVAL;
		at += len + (at[len] == '|');
	}
	plan->where |= SIM_DIF;
	return keep(plan, "dif_mode", value);
}

static int plan_blocksize(struct plan *plan, uint64_t value)
{
	unsigned shift = 0;

	while (shift < 31 && 1ULL << shift < value)
		shift++;
	if (shift < 9 || 1ULL << shift != value)
		return -EINVAL;
	plan->shift = shift;
	return 0;
}

/* One-bit fields of the kernel: 2 is off. */
static int plan_flag(struct plan *plan, const char *name, uint64_t value)
{
	const struct {
		const char *name;
		bool *also;
	} flags[] = {
		{ "write_through", &plan->write_through },
		{ "nv_cache", &plan->nv_cache },
		{ "o_direct", &plan->o_direct },
		{ "read_only", &plan->read_only },
		{ "removable", NULL },
		{ "rotational", NULL },
		{ "bind_alua_state", NULL },
		{ "cluster_mode", NULL },
		{ "dummy", NULL },
		{ "lb_per_pb_exp", NULL },
		{ "async", &plan->async },
		{ "active", &plan->active },
	};

	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++) {
		if (!sim_same_word(name, flags[i].name))
			continue;
		if (flags[i].also)
			*flags[i].also = value & 1;
		if (flags[i].also == &plan->active)
			return 0;
		return keep(plan, flags[i].name, value & 1 ? "1" : "0");
	}
	return -EINVAL;
}

static int plan_number(struct plan *plan, const char *name, const char *text)
{
	int64_t any;
	uint64_t value;
	char shown[24];
	int err = sim_number(text, &any);

	if (err)
		return err;
	snprintf(shown, sizeof(shown), "%lld", (long long)any);
	if (sim_same_word(name, "numa_node_id"))
		return any < -1 ? -EINVAL : keep(plan, "numa_node_id", shown);
	err = sim_unsigned(text, &value);
	if (err)
		return err;
	if (sim_same_word(name, "size") || sim_same_word(name, "size_mb")) {
		plan->size = sim_same_word(name, "size") ? value : value << 20;
		plan->has_size = true;
		return 0;
	}
	if (sim_same_word(name, "blocksize"))
		return plan_blocksize(plan, value);
	if (sim_same_word(name, "tst"))
		return value > 1 ? -EINVAL : keep(plan, "tst", shown);
	if (sim_same_word(name, "thin_provisioned")) {
		plan->thin = value & 1;
		plan->thin_set = true;
		return 0;
	}
	if (sim_same_word(name, "dif_type")) {
		plan->where |= value ? SIM_DIF : 0;
		return keep(plan, "dif_type", shown);
	}
	if (sim_same_word(name, "dif_static_app_tag")) {
		snprintf(shown, sizeof(shown), "0x%llx", (unsigned long long)value);
		return keep(plan, "dif_static_app_tag", shown);
	}
	if (sim_same_word(name, "dummy") && value > 1)
		return -EINVAL;
	return plan_flag(plan, name, value);
}

static int plan_params(struct sim *sim, const struct sim_handler *handler, struct plan *plan,
		       char *params)
{
	char *name, *value;
	int more;

	while ((more = sim_param(&params, &name, &value)) == 1) {
		int err;

		/* fileio knows all parameters, the others only theirs. */
		if (!(handler->where & SIM_FILEIO) && !allowed(handler->params, name))
			return -EINVAL;
		if (sim_same_word(name, "filename"))
			err = plan_filename(sim, plan, value);
		else if (sim_same_word(name, "dif_filename"))
			err = *value == '/' ? 0 : -EINVAL;
		else if (sim_same_word(name, "dif_mode"))
			err = plan_dif_mode(plan, value);
		else if (sim_same_word(name, "t10_dev_id"))
			err = strlen(value) > SIM_ID_MAX ? -EINVAL
							 : keep(plan, "t10_dev_id", value);
		else
			err = plan_number(plan, name, value);
		if (err)
			return err;
	}
	return more < 0 || plan->size & ((1ULL << plan->shift) - 1) ? -EINVAL : 0;
}

static int plan_check(const struct sim_handler *handler, const struct plan *plan)
{
	bool file = handler->where & (SIM_FILEIO | SIM_BLOCKIO);

	if (file && !plan->filename)
		return -EINVAL;
	if ((handler->where & SIM_FILEIO) &&
	    ((plan->read_only && (plan->write_through || plan->nv_cache)) ||
	     (plan->o_direct && !plan->async)))
		return -EINVAL;
	return 0;
}

/*
 * vdisk_blockio opens its block device for itself alone, read-only or not, while the device is active and in a session, as
 * copy_manager's own makes every new one. Of paths that lead to one block device only equal ones are known as such here.
 */
static bool is_open(const struct sim_device *device)
{
	return device->node->where & SIM_BLOCKIO && device->active && sim_device_used(device);
}

/* Who opened the path last is the only one who can have it open. */
static bool is_claimed(const struct sim *sim, const char *path, const struct sim_device *except)
{
	const struct sim_node *link = sim_child(sim, sim->opened, path);
	const struct sim_device *device = link ? link->target->obj : NULL;

	return device && device != except && is_open(device) && !strcmp(device->filename, path);
}

int sim_vdisk_claim(struct sim *sim, struct sim_device *device)
{
	struct sim_node *link;

	if (!(device->node->where & SIM_BLOCKIO))
		return 0;
	if (is_claimed(sim, device->filename, device))
		return -EBUSY;
	link = sim_child(sim, sim->opened, device->filename);
	if (link)
		sim_retarget(link, device->node);
	else
		sim_link(sim, sim->opened, device->filename, device->node);
	return 0;
}

int sim_vdisk_open(struct sim *sim, struct sim_device *device, uint32_t where)
{
	uint64_t size;
	int err = sim_backing_open(sim, device->filename, where & SIM_BLOCKIO, &size, NULL);

	if (!err)
		device->size = size;
	return err;
}

/* Asks the file before anything is made, as a device that cannot be opened leaves nothing behind. */
static int plan_open(struct sim *sim, struct plan *plan)
{
	bool thin = false;
	int err;

	if (plan->where & SIM_NULLIO && !plan->has_size)
		plan->size = SIM_NULLIO_SIZE;
	if (!(plan->where & (SIM_FILEIO | SIM_BLOCKIO)))
		return 0;
	plan->size = 0;
	if (!plan->active)
		return 0;
	err = sim_backing_open(sim, plan->filename, plan->where & SIM_BLOCKIO, &plan->size, &thin);
	if (!plan->thin_set)
		plan->thin = thin;
	if (!err && plan->where & SIM_BLOCKIO && sim->copy_manager &&
	    is_claimed(sim, plan->filename, NULL))
		err = -EBUSY;
	return err;
}

/* copy_manager takes every virtual device, under numbers that only grow; it passes over those that somebody gave. */
static unsigned next_copy(struct sim *sim)
{
	char name[16];
	unsigned number;

	do {
		number = sim->copy_lun++ % SIM_LUN_MAX;
		snprintf(name, sizeof(name), "%u", number);
	} while (sim_child(sim, sim->copy_manager->own.luns_node, name));
	return number;
}

static int plan_make(struct sim *sim, const struct sim_handler *handler, const char *name,
		     struct plan *plan)
{
	struct sim_node *dir = sim_child(sim, sim->handlers, handler->name);
	struct sim_device *device;

	device = sim_device_new(sim, name, plan->where | (plan->thin ? SIM_THIN : 0));
	if (!device)
		return -EEXIST;
	device->handler = handler;
	device->setup_id = strtoull(sim_value_named(sim->root, "setup_id"), NULL, 0);
	device->filename = plan->filename;
	plan->filename = NULL;
	device->size = plan->size;
	device->shift = plan->shift;
	device->active = plan->active;
	device->read_only = plan->read_only || (plan->where & SIM_CDROM);
	for (size_t i = 0; i < plan->count; i++)
		sim_value_set_named(sim, device->node, plan->names[i], plan->values[i]);
	if (plan->thin)
		sim_value_set_named(sim, device->node, "thin_provisioned", "1");
	device->thin_by_hand = plan->thin_set;
	sim_link(sim, device->node, "handler", dir);
	sim_link(sim, dir, name, device->node);
	if (sim->copy_manager)
		sim_lun_add(sim, &sim->copy_manager->own, device, next_copy(sim),
			    device->read_only);
	return 0;
}

int sim_vdisk_add(struct sim *sim, const struct sim_handler *handler, const char *name,
		  char *params)
{
	struct plan plan = { .where = handler->where, .shift = 9, .active = true };
	int err;

	if (sim_device_find(sim, name))
		return -EEXIST;
	/* The link of that name cannot be made, and clearing away what was begun takes the handler's own file. */
	if (!strcmp(name, "mgmt")) {
		sim_handler_break(sim_child(sim, sim->handlers, handler->name));
		return -EEXIST;
	}
	if (strlen(name) > SIM_DEVICE_NAME_MAX || strpbrk(name, "/."))
		return -EINVAL;
	err = plan_params(sim, handler, &plan, params);
	if (!err)
		err = plan_check(handler, &plan);
	if (!err)
		err = plan_open(sim, &plan);
	if (!err)
		err = plan_make(sim, handler, name, &plan);
	free(plan.filename);
	return err;
}
