/* SPDX-License-Identifier: Apache-2.0 */
/* Groups of initiators. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "group_attrs.h"

struct sim_group *sim_group_find(const struct sim_target *target, const char *name)
{
	struct sim_group *group = target->groups;

	while (group && strcmp(group->name, name))
		group = group->next;
	return group;
}

/* ---- attributes that a target has for its own LUNs, and each group for its */

/* Two CPUs, as where it was recorded. */
#define SIM_CPUS 2

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, lw_lower(c)) : NULL;

	return at ? (int)(at - digits) : -1;
}

int sim_check_cpu_mask(const char *data, struct lw_str *ret)
{
	unsigned mask = 0;
	bool any = false;

	for (; *data && *data != '\n'; data++) {
		int digit = hex_digit(*data);

		if (*data == ',')
			continue;
		if (digit < 0)
			return -EINVAL;
		mask = mask << 4 | (unsigned)digit;
		any = true;
		if (mask >> SIM_CPUS)
			return -EOVERFLOW;
	}
	lw_str_addf(ret, "%x", mask);
	return any ? 0 : -EINVAL;
}

int sim_check_io_grouping(const char *data, struct lw_str *ret)
{
	const struct sim_attr by_word = { .format = SIM_PREFIX,
					  .words = "auto this_group_only never" };
	int64_t number;

	if (!sim_attr_check(&by_word, data, ret))
		return 0;
	if (sim_number(data, &number) || number <= 0)
		return -EINVAL;
	lw_str_addf(ret, "%lld", (long long)number);
	return 0;
}

/* ---- initiators */

static void show_initiator(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			   struct lw_str *ret)
{
	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%s\n", node->text);
}

static const struct sim_attr initiator_attr = { .name = "initiator",
						.mode = 0444,
						.show = show_initiator };

static int initiator_add(struct sim *sim, struct sim_group *group, const char *name)
{
	return sim_file(sim, group->initiators, name, &initiator_attr, name) ? 0 : -EEXIST;
}

static int initiator_move(struct sim *sim, struct sim_group *group, struct sim_node *initiator,
			  const char *to)
{
	struct sim_group *other = sim_group_find(group->target, to);
	char *name;
	int err;

	if (!other)
		return -EINVAL;
	if (sim_child(sim, other->initiators, initiator->name))
		return -EEXIST;
	name = sim_strdup(sim, initiator->name);
	if (!name)
		return -ENOMEM;
	sim_remove(sim, initiator);
	err = initiator_add(sim, other, name);
	free(name);
	return err;
}

static int initiators_change(struct sim *sim, struct sim_group *group, char *data)
{
	char *command = sim_lexem(&data), *name = sim_lexem(&data), *to = sim_lexem(&data);
	struct sim_node *known = *name ? sim_child(sim, group->initiators, name) : NULL;

	if (sim_same_word(command, "clear")) {
		while (group->initiators->child)
			sim_remove(sim, group->initiators->child);
		return 0;
	}
	if (sim_same_word(command, "add"))
		return *name ? initiator_add(sim, group, name) : -EINVAL;
	if (!known || known->type != 'f')
		return -EINVAL;
	if (sim_same_word(command, "move") && *to)
		return initiator_move(sim, group, known, to);
	if (!sim_same_word(command, "del"))
		return -EINVAL;
	sim_remove(sim, known);
	return 0;
}

static int store_initiators(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			    char *data)
{
	struct sim_group *group = node->obj;
	int err = initiators_change(sim, group, data);

	(void)attr;
	/* Sessions that are there find their group anew at once. */
	sim_sessions_sort(sim, group->target);
	return err;
}

static void show_usage(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       struct lw_str *ret)
{
	(void)sim;
	(void)node;
	lw_str_add(ret, attr->init);
}

/* clang-format off */
static const struct sim_attr initiators_attrs[] = {
	{ .name = "mgmt", .mode = 0644, .flags = SIM_Q, .show = show_usage, .store = store_initiators,
	  .init = "Usage: echo \"add INITIATOR_NAME\" >mgmt\n"
		  "       echo \"del INITIATOR_NAME\" >mgmt\n"
		  "       echo \"move INITIATOR_NAME DEST_GROUP_NAME\" >mgmt\n"
		  "       echo \"clear\" >mgmt\n" },
	{ .name = NULL },
};

static const struct sim_attr group_attrs[] = {
	SIM_GROUP_ROWS,
	{ .name = "per_sess_dedicated_tgt_threads", .where = SIM_ISCSI, .mode = 0644, .key = SIM_KEY_DIFF,
	  .format = SIM_BOOL, .init = "0" },
	{ .name = NULL },
};
/* clang-format on */

static const struct sim_class initiators_class = { "initiators", initiators_attrs };
static const struct sim_class group_class = { "group", group_attrs };

/* ---- ini_groups/mgmt */

static int group_new(struct sim *sim, struct sim_target *target, const char *name)
{
	struct sim_group **end = &target->groups, *group = calloc(1, sizeof(*group));

	if (!group)
		return -ENOMEM;
	group->target = target;
	group->name = sim_strdup(sim, name);
	group->node =
		group->name ? sim_dir(sim, target->groups_node, name, &group_class, group) : NULL;
	if (!group->node) {
		free(group->name);
		free(group);
		return -EEXIST;
	}
	group->node->where = target->node->where;
	group->luns_node = sim_dir(sim, group->node, "luns", &sim_class_luns, group);
	group->initiators = sim_dir(sim, group->node, "initiators", &initiators_class, group);
	while (*end)
		end = &(*end)->next;
	*end = group;
	return 0;
}

void sim_group_free(struct sim *sim, struct sim_group *group)
{
	struct sim_group **at = &group->target->groups;

	while (*at != group)
		at = &(*at)->next;
	*at = group->next;
	sim_luns_clear(sim, group);
	sim_remove(sim, group->node);
	free(group->name);
	free(group);
}

static bool group_in_use(const struct sim_group *group)
{
	for (const struct sim_session *session = group->target->sessions; session;
	     session = session->next)
		if (session->group == group)
			return true;
	return false;
}

static int store_groups(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	struct sim_target *target = node->obj;
	char *command = sim_lexem(&data), *name = sim_lexem(&data);
	struct sim_group *group = sim_group_find(target, name);

	(void)attr;
	if (!*name || target == sim->copy_manager)
		return -EINVAL;
	if (sim_same_word(command, "create"))
		return group ? -EEXIST : group_new(sim, target, name);
	if (!sim_same_word(command, "del") || !group)
		return -EINVAL;
	if (group_in_use(group))
		return -EBUSY;
	sim_group_free(sim, group);
	return 0;
}

/* clang-format off */
static const struct sim_attr groups_attrs[] = {
	{ .name = "mgmt", .mode = 0644, .flags = SIM_Q, .show = show_usage, .store = store_groups,
	  .init = "Usage: echo \"create GROUP_NAME\" >mgmt\n"
		  "       echo \"del GROUP_NAME\" >mgmt\n" },
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_groups = { "ini_groups", groups_attrs };
