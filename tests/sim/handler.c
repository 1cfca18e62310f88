/* SPDX-License-Identifier: Apache-2.0 */
/* Device handlers: their directories and what is written to their mgmt. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* clang-format off */
static const struct sim_handler handlers[] = {
	{ "vdisk_fileio", SIM_FILEIO, 0,
	  "active, async, bind_alua_state, blocksize, cluster_mode, dif_filename, dif_mode, dif_static_app_tag, dif_type, "
	  "filename, numa_node_id, nv_cache, o_direct, read_only, removable, rotational, thin_provisioned, tst, "
	  "t10_dev_id, write_through", "scst_vdisk" },
	{ "vdisk_blockio", SIM_BLOCKIO, 0,
	  "active, bind_alua_state, blocksize, cluster_mode, dif_filename, dif_mode, dif_static_app_tag, dif_type, "
	  "filename, numa_node_id, nv_cache, read_only, removable, rotational, thin_provisioned, tst, t10_dev_id, "
	  "write_through", "scst_vdisk" },
	{ "vdisk_nullio", SIM_NULLIO, 0,
	  "blocksize, cluster_mode, dif_mode, dif_static_app_tag, dif_type, dummy, numa_node_id, read_only, removable, "
	  "rotational, size, size_mb, tst, t10_dev_id", "scst_vdisk" },
	{ "vcdrom", SIM_CDROM, 5, "tst", "scst_vdisk" },
	{ "dev_disk", SIM_PASS | SIM_PASS_THREAD | SIM_PASS_DISK, 0, NULL, "scst_disk" },
	{ "dev_disk_perf", SIM_PASS | SIM_PASS_ASYNC, 0, NULL, "scst_disk" },
	{ "dev_cdrom", SIM_PASS | SIM_PASS_THREAD, 5, NULL, "scst_cdrom" },
	{ "dev_tape", SIM_PASS | SIM_PASS_THREAD, 1, NULL, "scst_tape" },
	{ "dev_tape_perf", SIM_PASS | SIM_PASS_ASYNC, 1, NULL, "scst_tape" },
	{ "dev_changer", SIM_PASS | SIM_PASS_THREAD, 8, NULL, "scst_changer" },
	{ "dev_processor", SIM_PASS | SIM_PASS_THREAD, 3, NULL, "scst_processor" },
	{ "dev_raid", SIM_PASS | SIM_PASS_THREAD, 12, NULL, "scst_raid" },
	{ "dev_modisk", SIM_PASS | SIM_PASS_THREAD, 7, NULL, "scst_modisk" },
	{ "dev_modisk_perf", SIM_PASS | SIM_PASS_ASYNC, 7, NULL, "scst_modisk" },
	{ "scst_user", 0, -1, NULL, "scst_user" },
	{ NULL, 0, 0, NULL, NULL },
};
/* clang-format on */

static void show_type(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	int64_t type = sim_value_int(node, "type");

	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%s\n", sim_type_name((int)type));
}

static void show_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_handler *row = node->obj;

	(void)sim;
	(void)attr;
	if (!row || !row->params) {
		lw_str_add(ret, "Usage: echo \"add_device H:C:I:L\" >mgmt\n"
				"       echo \"del_device H:C:I:L\" >mgmt\n");
		return;
	}
	lw_str_addf(ret,
		    "Usage: echo \"add_device device_name [parameters]\" >mgmt\n"
		    "       echo \"del_device device_name\" >mgmt\n"
		    "\n"
		    "where parameters are one or more param_name=value pairs separated by ';'\n"
		    "\n"
		    "The following parameters available: %s\n"
		    "\n",
		    row->params);
}

/* The four virtual handlers share one list of devices, so any of them deletes any device of it. */
static int vdisk_mgmt(struct sim *sim, const struct sim_handler *row, char *data)
{
	char *command = sim_lexem(&data), *name = sim_lexem(&data);
	struct sim_device *device;

	if (!*name)
		return -EINVAL;
	if (sim_same_word(command, "add_device"))
		return sim_vdisk_add(sim, row, name, data);
	if (!sim_same_word(command, "del_device") || *sim_lexem(&data))
		return -EINVAL;
	device = sim_device_find(sim, name);
	if (!device || !sim_vdisk_shares_list(device))
		return -EINVAL;
	sim_device_free(sim, device);
	return 0;
}

/*
 * @row NULL: nobody serves it any more. Its attributes belong to who served it; its LUNs and its device group do not ask who
 * does, and stay.
 */
static void assign(struct sim *sim, struct sim_device *device, const struct sim_handler *row)
{
	struct sim_node *node = row ? sim_child(sim, sim->handlers, row->name) : NULL;

	if (device->handler) {
		struct sim_node *old = sim_child(sim, sim->handlers, device->handler->name);

		sim_remove(sim, sim_child(sim, old, device->node->name));
		sim_remove(sim, sim_child(sim, device->node, "handler"));
	}
	while (device->node->values)
		sim_value_set(sim, device->node, device->node->values->attr, NULL);
	device->handler = row;
	device->node->where = row ? row->where : SIM_BARE;
	if (node) {
		sim_link(sim, node, device->node->name, device->node);
		sim_link(sim, device->node, "handler", node);
	}
}

static int pass_mgmt(struct sim *sim, const struct sim_handler *row, char *data)
{
	char *command = sim_lexem(&data), *name = sim_lexem(&data);
	struct sim_device *device = *name ? sim_device_find(sim, name) : NULL;

	if (*sim_lexem(&data) || !device || !row || !(device->node->where & (SIM_PASS | SIM_BARE)))
		return -EINVAL;
	if (device->type != row->type)
		return -EINVAL;
	if (sim_same_word(command, "add_device")) {
		if (device->handler == row)
			return -EEXIST;
		assign(sim, device, row);
		return 0;
	}
	if (!sim_same_word(command, "del_device") || device->handler != row)
		return -EINVAL;
	assign(sim, device, NULL);
	return 0;
}

static int store_mgmt(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data)
{
	const struct sim_handler *row = node->obj;

	(void)attr;
	return row && (row->where & SIM_VDISK) ? vdisk_mgmt(sim, row, data)
					       : pass_mgmt(sim, row, data);
}

enum { H_MGMT = 1, H_TRACE = 2, H_DUMP = 4 };

/* clang-format off */
static const struct sim_attr handler_attrs[] = {
	{ .name = "mgmt", .where = H_MGMT, .mode = 0644, .flags = SIM_Q, .show = show_mgmt, .store = store_mgmt },
	{ .name = "pr_dump_dir", .where = H_DUMP, .mode = 0644 },
	{ .name = "trace_level", .where = H_TRACE, .mode = 0644, .show = sim_show_trace, .store = sim_store_trace },
	{ .name = "type", .mode = 0444, .show = show_type },
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_handlers = { "handlers", NULL };
static const struct sim_class handler_class = { "handler", handler_attrs };

void sim_handler_break(struct sim_node *node)
{
	node->where &= ~(uint32_t)H_MGMT;
}

struct sim_node *sim_handler_node(struct sim *sim, const char *name, const char *module, int type,
				  const struct sim_handler *row)
{
	struct sim_node *node = sim_dir(sim, sim->handlers, name, &handler_class, (void *)row);
	char number[16];

	if (!node)
		return NULL;
	node->where = (module ? H_TRACE : 0) | (!row || row->where ? H_MGMT : 0) |
		      (row && (row->where & SIM_PASS_DISK) ? H_DUMP : 0);
	snprintf(number, sizeof(number), "%d", type);
	sim_value_set_named(sim, node, "type", number);
	return node;
}

int sim_handler_load(struct sim *sim, const char *module)
{
	int found = -ENOENT;

	for (const struct sim_handler *row = handlers; row->name; row++) {
		if (strcmp(row->module, module))
			continue;
		found = sim_child(sim, sim->handlers, row->name) ? -EEXIST : 0;
		if (!found)
			sim_handler_node(sim, row->name, module, row->type, row);
	}
	return found;
}

int sim_handler_unload(struct sim *sim, const char *module)
{
	int found = -ENOENT;

	for (const struct sim_handler *row = handlers; row->name; row++) {
		struct sim_node *node = sim_child(sim, sim->handlers, row->name), *next;

		if (strcmp(row->module, module) || !node)
			continue;
		for (struct sim_node *device = sim->devices->child; device; device = next) {
			struct sim_device *gone = device->obj;

			next = device->next;
			if (gone->handler != row)
				continue;
			if (row->where & SIM_PASS)
				assign(sim, gone, NULL);
			else
				sim_device_free(sim, gone);
		}
		sim_remove(sim, node);
		found = 0;
	}
	return found;
}
