/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Targets that are hardware: ports of Fibre Channel (qla2x00t, as its newer driver has them) and InfiniBand (ib_srpt). They
 * come and go with the machine. Only virtual ports of the former, each on a physical one, are made by command.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "target_attrs.h"

#define WWN_LEN 23 /* 16 digits, a colon between any two pairs */

/* Lower case, as the driver shows it. What lies behind is not looked at. */
static int parse_wwn(const char *text, char *ret)
{
	for (size_t i = 0; i < WWN_LEN; i++) {
		char c = lw_lower(text[i]);
		bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');

		if (i % 3 == 2 ? c != ':' : !digit)
			return -EINVAL;
		ret[i] = c;
	}
	ret[WWN_LEN] = '\0';
	return 0;
}

static int port_new(struct sim *sim, const struct sim_driver *driver, const char *name,
		    const char *node_name, struct sim_target **ret)
{
	char link[128];
	int host, err = sim_target_new(sim, driver, name, ret);

	if (err)
		return err;
	(*ret)->node_name = sim_strdup(sim, node_name);
	if (!(driver->where & SIM_QLA))
		return 0;
	host = sim_host_take(sim);
	(*ret)->host = (unsigned)host + 1;
	snprintf(link, sizeof(link), "../../../../../devices/pci0000:00/0000:00:05.0/host%d", host);
	sim_link_out(sim, (*ret)->node, "host", link);
	return 0;
}

int sim_port_add(struct sim *sim, const char *driver, const char *name, const char *node_name)
{
	struct sim_target *target;

	for (const struct sim_driver *row = sim_drivers; row->name; row++)
		if (!strcmp(row->name, driver) && (row->where & SIM_HARDWARE) &&
		    sim_driver_node(sim, driver))
			return port_new(sim, row, name, *node_name ? node_name : name, &target);
	return -ENODEV;
}

int sim_port_del(struct sim *sim, const char *driver, const char *name)
{
	struct sim_target *port = sim_target_find(sim, driver, name), *next;

	if (!port || !(port->driver->where & SIM_HARDWARE))
		return -ENOENT;
	for (struct sim_target *target = sim->all_targets; target; target = next) {
		next = target->next;
		/* Virtual ports come behind the one they are on, so what is next stays. */
		if (target->parent == port)
			sim_target_free(sim, target);
	}
	sim_target_free(sim, port);
	return 0;
}

/* ---- virtual ports */

static int add(struct sim *sim, const struct sim_driver *driver, const char *given, char *params)
{
	char name[WWN_LEN + 1], node_name[WWN_LEN + 1] = "", parent[WWN_LEN + 1] = "";
	char *key, *value;
	struct sim_target *on, *target;
	int more, err = parse_wwn(given, name);

	while (!err && (more = sim_param(&params, &key, &value)) != 0) {
		if (more < 0)
			err = more;
		else if (sim_same_word(key, "node_name"))
			err = parse_wwn(value, node_name);
		else if (sim_same_word(key, "parent_host"))
			err = parse_wwn(value, parent);
		else
			err = -EINVAL;
	}
	if (err || !*node_name || !*parent)
		return -EINVAL;
	on = sim_target_find(sim, driver->name, parent);
	if (!on || on->parent)
		return -ENODEV;
	/* The link of a port that is off is down, and nothing can be made on it. */
	if (!on->enabled || port_new(sim, driver, name, node_name, &target))
		return -EINVAL;
	target->parent = on;
	return 0;
}

int sim_port_mgmt(struct sim *sim, const struct sim_driver *driver, char *data)
{
	char *command = sim_lexem(&data), *given = sim_lexem(&data), name[WWN_LEN + 1];
	struct sim_target *target;

	if (!*given)
		return -EINVAL;
	if (sim_same_word(command, "add_target"))
		return add(sim, driver, given, data);
	if (!sim_same_word(command, "del_target") || *sim_lexem(&data) || parse_wwn(given, name))
		return -EINVAL;
	target = sim_target_find(sim, driver->name, name);
	if (!target || !target->parent)
		return -ENODEV;
	sim_target_free(sim, target);
	return 0;
}

/* ---- attributes */

void sim_show_hw_target(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			struct lw_str *ret)
{
	const struct sim_target *target = node->obj;

	(void)sim;
	(void)attr;
	lw_str_add(ret, target->parent ? "0\n" : "1\n");
}

void sim_show_node_name(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			struct lw_str *ret)
{
	const struct sim_target *target = node->obj;
	bool set = sim_value_is_set(node, attr);

	(void)sim;
	sim_show_value(attr, set ? sim_value(node, attr) : target->node_name, set, ret);
}

int sim_store_node_name(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	const struct sim_target *target = node->obj;
	char name[WWN_LEN + 1];

	if (*data == '\n')
		return sim_value_set(sim, node, attr, NULL);
	if (parse_wwn(data, name))
		return -EINVAL;
	return strcmp(name, target->node_name) ? sim_value_set(sim, node, attr, name) : 0;
}
