/* SPDX-License-Identifier: Apache-2.0 */
/* The root directory, its memory statistics, and what is there as soon as the core module is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "target_attrs.h"

/* Names of DLM lock spaces are shorter than this. */
#define CLUSTER_NAME_MAX 63

static void show_last(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	(void)node;
	(void)attr;
	lw_str_addf(ret, "%d\n", sim->last);
}

static void show_suspend(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret)
{
	(void)node;
	(void)attr;
	lw_str_addf(ret, "%d\n", sim->suspended);
}

/* Seconds to wait for commands to drain, of which there are none here. Below 0: one level back, never below none. */
static int store_suspend(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	int64_t seconds;
	int err = sim_number(data, &seconds);

	(void)node;
	(void)attr;
	if (err)
		return err;
	if (seconds >= 0)
		sim->suspended++;
	else if (sim->suspended)
		sim->suspended--;
	return 0;
}

static void show_version(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret)
{
	(void)sim;
	(void)node;
	(void)attr;
	lw_str_add(ret, "SCST version: 3.11.0-pre\n"
			"SCST arch type: x86_64\n"
			"SCST config: TRACING\n");
}

static void show_text(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	(void)sim;
	(void)node;
	lw_str_add(ret, attr->init);
}

/* Any number but 0 is 1. */
static int store_latency(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	int64_t value;
	int err = sim_number(data, &value);

	return err ? err : sim_value_set(sim, node, attr, value ? "1" : "0");
}

/* clang-format off */
#define NUMBER(name_, format_, flags_, init_) \
	{ .name = name_, .mode = 0644, .flags = flags_, .key = SIM_KEY_DIFF, .format = format_, .init = init_ }

static const struct sim_attr root_attrs[] = {
	{ .name = "async_lun_replace", .mode = 0644, .format = SIM_TRUTH, .init = "0" },
	{ .name = "cluster_name", .mode = 0644, .flags = SIM_EMPTY, .key = SIM_KEY_FILLED, .format = SIM_TEXT,
	  .max = CLUSTER_NAME_MAX },
	NUMBER("force_global_sgv_pool", SIM_UINT, 0, "0"),
	{ .name = "last_sysfs_mgmt_res", .mode = 0444, .show = show_last },
	NUMBER("max_tasklet_cmd", SIM_UINT, 0, "10"),
	{ .name = "measure_latency", .mode = 0644, .init = "0", .store = store_latency },
	NUMBER("poll_us", SIM_UINT, 0, "0"),
	NUMBER("setup_id", SIM_UINT, SIM_HEX, "0x0"),
	{ .name = "suspend", .mode = 0644, .show = show_suspend, .store = store_suspend },
	{ .name = "threads", .mode = 0644, .flags = SIM_Q | SIM_CHECK, .key = SIM_KEY_DIFF, .format = SIM_INT,
	  .init = "2", .min = 1 },
	{ .name = "trace_cmds", .mode = 0444, .flags = SIM_EMPTY | SIM_RQ },
	{ .name = "trace_level", .mode = 0644, .show = sim_show_trace, .store = sim_store_trace },
	{ .name = "trace_mcmds", .mode = 0444, .flags = SIM_EMPTY | SIM_RQ },
	{ .name = "version", .mode = 0444, .show = show_version },
	{ .name = NULL },
};

static const struct sim_attr sgv_attrs[] = {
	{ .name = "global_stats", .mode = 0644, .flags = SIM_RESET, .show = show_text,
	  .init = "Inactive pages                             0\n" },
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_root = { "root", root_attrs };

static void show_pool(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	char name[64];

	(void)sim;
	(void)attr;
	lw_str_add(ret, "Name                           Hit         Total       % merged    Cached "
			"(P/I/O)\n");
	lw_str_addf(ret, "%-30s %-11d %-11d %-11d %d/%d/%d\n", node->name, 0, 0, 0, 0, 0, 0);
	for (unsigned kib = 4; kib <= 4096; kib *= 2) {
		snprintf(name, sizeof(name), "%s-%uK", node->name, kib);
		lw_str_addf(ret, "  %-28s %-11d %-11d %d\n", name, 0, 0, 0);
	}
	lw_str_addf(ret, "  %-40s %-11s %s\n", "big/other", "0/0", "0/0");
}

static const struct sim_attr pool_attrs[] = {
	{ .name = "stats", .mode = 0644, .flags = SIM_RESET, .show = show_pool },
	{ .name = NULL },
};

void sim_pool_add(struct sim *sim, const char *name)
{
	static const struct sim_class pool_class = { "sgv_pool", pool_attrs };

	sim_dir(sim, sim->sgv, name, &pool_class, NULL);
}

int sim_core_load(struct sim *sim)
{
	static const struct sim_class sgv_class = { "sgv", sgv_attrs };
	static const char *const pools[] = { "sgv",	  "sgv-0",	 "sgv-1",
					     "sgv-clust", "sgv-clust-0", "sgv-clust-1",
					     "sgv-dma",	  "sgv-dma-0",	 "sgv-dma-1" };
	int err;

	sim->root = sim_dir(sim, NULL, "", &sim_class_root, NULL);
	sim->opened = sim_dir(sim, NULL, "opened", NULL, NULL);
	if (!sim->root || !sim->opened)
		return -ENOMEM;
	sim->sgv = sim_dir(sim, sim->root, "sgv", &sgv_class, NULL);
	sim->device_groups =
		sim_dir(sim, sim->root, "device_groups", &sim_class_device_groups, NULL);
	sim->devices = sim_dir(sim, sim->root, "devices", &sim_class_devices, NULL);
	sim->targets = sim_dir(sim, sim->root, "targets", &sim_class_targets, NULL);
	sim->handlers = sim_dir(sim, sim->root, "handlers", &sim_class_handlers, NULL);
	if (sim->broken)
		return -ENOMEM;
	for (size_t i = 0; i < sizeof(pools) / sizeof(*pools); i++)
		sim_pool_add(sim, pools[i]);
	err = sim_driver_load(sim, "scst", false);
	if (!err)
		err = sim_target_new(sim, &sim_drivers[0], "copy_manager_tgt", &sim->copy_manager);
	if (!err)
		err = sim_session_new(sim, sim->copy_manager, "copy_manager_sess",
				      "copy_manager_sess", NULL);
	return err;
}
