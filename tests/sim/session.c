/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions: which group they are in, the LUNs they see, and what sysfs tells of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session_attrs.h"

static struct sim_group *group_of(struct sim_target *target, const char *initiator)
{
	for (struct sim_group *group = target->groups; group; group = group->next)
		for (const struct sim_node *name = group->initiators->child; name;
		     name = name->next)
			if (sim_matches(name->name, initiator))
				return group;
	return &target->own;
}

void sim_session_lun(struct sim *sim, struct sim_session *session, const struct sim_lun *lun,
		     bool add)
{
	char name[24];
	struct sim_node *node;

	snprintf(name, sizeof(name), "lun%u", lun->number);
	if (!add) {
		sim_remove(sim, sim_child(sim, session->node, name));
		return;
	}
	node = sim_dir(sim, session->node, name, &sim_class_session_lun, NULL);
	if (node)
		node->where =
			(session->node->where & SIM_COPY) && (lun->device->node->where & SIM_DIF)
				? SIM_COPY
				: SIM_HARDWARE;
}

static void join(struct sim *sim, struct sim_session *session, struct sim_group *group)
{
	if (session->group == group)
		return;
	if (session->group)
		for (const struct sim_lun *lun = session->group->luns; lun; lun = lun->group_next)
			sim_session_lun(sim, session, lun, false);
	session->group = group;
	if (session->luns_link)
		sim_retarget(session->luns_link, group->luns_node);
	else
		session->luns_link = sim_link(sim, session->node, "luns", group->luns_node);
	for (const struct sim_lun *lun = group->luns; lun; lun = lun->group_next)
		sim_session_lun(sim, session, lun, true);
}

void sim_sessions_sort(struct sim *sim, struct sim_target *target)
{
	for (struct sim_session *session = target->sessions; session; session = session->next)
		join(sim, session, group_of(target, session->initiator));
}

/* The second session of one name is NAME_1, the third NAME_2. */
static struct sim_node *session_dir(struct sim *sim, struct sim_session *session, const char *name)
{
	LW_AUTO_STR struct lw_str tried = LW_STR_INIT;
	struct sim_node *node =
		sim_dir(sim, session->target->sessions_node, name, &sim_class_session, session);

	for (unsigned n = 1; !node && !sim->broken; n++) {
		lw_str_clear(&tried);
		lw_str_addf(&tried, "%s_%u", name, n);
		node = sim_dir(sim, session->target->sessions_node, lw_str_text(&tried),
			       &sim_class_session, session);
	}
	return node;
}

int sim_session_new(struct sim *sim, struct sim_target *target, const char *name,
		    const char *initiator, struct sim_session **ret)
{
	struct sim_session **end = &target->sessions, *session = calloc(1, sizeof(*session));

	if (!session)
		return -ENOMEM;
	session->target = target;
	session->host = -1;
	session->initiator = sim_strdup(sim, initiator);
	session->node = session->initiator ? session_dir(sim, session, name) : NULL;
	if (!session->node) {
		free(session->initiator);
		free(session);
		return -ENOMEM;
	}
	session->node->where = target->node->where;
	sim_value_set_named(sim, session->node, "initiator_name", name);
	sim_dir(sim, session->node, "latency", &sim_class_latency, NULL);
	while (*end)
		end = &(*end)->next;
	*end = session;
	join(sim, session, group_of(target, initiator));
	if (ret)
		*ret = session;
	return 0;
}

void sim_session_free(struct sim *sim, struct sim_session *session)
{
	struct sim_session **at = &session->target->sessions;

	while (*at != session)
		at = &(*at)->next;
	*at = session->next;
	if (session->host >= 0)
		sim->hosts &= ~(1U << session->host);
	sim_remove(sim, session->node);
	free(session->initiator);
	free(session);
}
