/* SPDX-License-Identifier: Apache-2.0 */
/* Devices: what all kinds share, and SCSI devices, which are there whether anybody serves them or not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define DISK_LINK "../../../../devices/pseudo_0/adapter0/host%u/target%u:%u:%u/%s/scsi_device/%s"

const char *sim_type_name(int type)
{
	static const char *const names[] = {
		"0 - Direct-access device (e.g., magnetic disk)",
		"1 - Sequential-access device (e.g., magnetic tape)",
		"2 - Printer device",
		"3 - Processor device",
		"4 - Write-once device (e.g., some optical disks)",
		"5 - CD-ROM device",
		"6 - Scanner device (obsolete)",
		"7 - Optical memory device (e.g., some optical disks)",
		"8 - Medium changer device (e.g., jukeboxes)",
		"9 - Communications device (obsolete)",
		"10 - Graphic arts pre-press devices",
		"11 - Graphic arts pre-press devices",
		"12 - Storage array controller device (e.g., RAID)",
	};

	return type >= 0 && type < (int)(sizeof(names) / sizeof(*names)) ? names[type]
									 : "-1 - unknown";
}

struct sim_device *sim_device_find(const struct sim *sim, const char *name)
{
	struct sim_node *node = sim_child(sim, sim->devices, name);

	return node ? node->obj : NULL;
}

struct sim_device *sim_device_new(struct sim *sim, const char *name, uint32_t where)
{
	static const struct sim_class exported_class = { "exported", NULL };
	struct sim_device *device = calloc(1, sizeof(*device));

	if (!device) {
		sim->broken = true;
		return NULL;
	}
	device->shift = 9;
	device->active = true;
	device->node = sim_dir(sim, sim->devices, name, &sim_class_device, device);
	if (!device->node) {
		free(device);
		return NULL;
	}
	device->node->where = where;
	device->exported = sim_dir(sim, device->node, "exported", &exported_class, NULL);
	return device;
}

void sim_device_free(struct sim *sim, struct sim_device *device)
{
	while (device->luns)
		sim_lun_del(sim, device->luns);
	sim_remove(sim, device->node);
	free(device->filename);
	free(device);
}

bool sim_device_used(const struct sim_device *device)
{
	for (const struct sim_lun *lun = device->luns; lun; lun = lun->device_next)
		for (const struct sim_session *session = lun->group->target->sessions; session;
		     session = session->next)
			if (session->group == lun->group)
				return true;
	return false;
}

bool sim_vdisk_shares_list(const struct sim_device *device)
{
	return device->handler && (device->handler->where & SIM_VDISK);
}

/* ---- SCSI devices of this machine, and those that programs serve */

int sim_disk_add(struct sim *sim, const char *name, int type)
{
	char link[512];
	unsigned host, channel, id;
	unsigned long long lun;
	struct sim_device *device;

	if (sscanf(name, "%u:%u:%u:%llu", &host, &channel, &id, &lun) != 4 || host > 31)
		return -EINVAL;
	device = sim_device_new(sim, name, SIM_BARE);
	if (!device)
		return -EEXIST;
	device->type = type;
	sim->hosts |= 1U << host;
	snprintf(link, sizeof(link), DISK_LINK, host, host, channel, id, name, name);
	sim_link_out(sim, device->node, "scsi_device", link);
	return 0;
}

int sim_disk_del(struct sim *sim, const char *name)
{
	struct sim_device *device = sim_device_find(sim, name);

	if (!device || !(device->node->where & (SIM_PASS | SIM_BARE)))
		return -ENOENT;
	sim_device_free(sim, device);
	return 0;
}

/* Each such device has memory pools of its own. */
static void pools_of(struct sim *sim, const char *name, bool add)
{
	static const char *const kinds[] = { "", "-clust" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		LW_AUTO_STR struct lw_str pool = LW_STR_INIT;

		lw_str_addf(&pool, "%s%s", name, kinds[i]);
		if (add)
			sim_pool_add(sim, lw_str_text(&pool));
		else
			sim_remove(sim, sim_child(sim, sim->sgv, lw_str_text(&pool)));
	}
}

int sim_user_add(struct sim *sim, const char *name, int type)
{
	struct sim_device *device;
	struct sim_node *handler;

	if (!sim_child(sim, sim->handlers, "scst_user"))
		return -ENODEV;
	device = sim_device_new(sim, name, SIM_USER);
	if (!device)
		return -EEXIST;
	device->type = type;
	handler = sim_handler_node(sim, name, NULL, type, NULL);
	if (!handler) {
		sim_device_free(sim, device);
		return -EEXIST;
	}
	sim_link(sim, device->node, "handler", handler);
	sim_link(sim, handler, name, device->node);
	pools_of(sim, name, true);
	return 0;
}

int sim_user_del(struct sim *sim, const char *name)
{
	struct sim_device *device = sim_device_find(sim, name);

	if (!device || !(device->node->where & SIM_USER))
		return -ENOENT;
	sim_device_free(sim, device);
	pools_of(sim, name, false);
	sim_remove(sim, sim_child(sim, sim->handlers, name));
	return 0;
}
