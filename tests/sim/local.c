/* SPDX-License-Identifier: Apache-2.0 */
/* scst_local: targets whose initiator is this machine; sessions are made by command. */
#include <stdio.h>
#include <string.h>

#include "internal.h"

int sim_host_take(struct sim *sim)
{
	for (int host = 0; host < 32; host++)
		if (!(sim->hosts & 1U << host)) {
			sim->hosts |= 1U << host;
			return host;
		}
	return 0;
}

int sim_local_session(struct sim *sim, struct sim_target *target, const char *name)
{
	char link[512];
	struct sim_session *session;
	int err = sim_session_new(sim, target, name, name, &session);

	if (err)
		return err;
	session->host = sim_host_take(sim);
	session->number = ++sim->local_sessions;
	snprintf(link, sizeof(link),
		 "../../../../../../../devices/scst_local/%s/host%d/scsi_host/host%d", name,
		 session->host, session->host);
	sim_link_out(sim, session->node, "host", link);
	return 0;
}

static int add_target(struct sim *sim, const struct sim_driver *driver, const char *name,
		      char *params)
{
	struct sim_target *target;
	char *key, *value;
	int more, err = sim_target_new(sim, driver, name, &target);

	/* The kernel's word for a name that is taken. */
	if (err)
		return err == -EEXIST ? -EFAULT : err;
	while ((more = sim_param(&params, &key, &value)) == 1) {
		err = sim_same_word(key, "session_name") ? sim_local_session(sim, target, value)
							 : -EINVAL;
		if (err)
			break;
	}
	err = more < 0 ? more : err;
	if (err)
		sim_target_free(sim, target);
	return err;
}

static int change_session(struct sim *sim, const char *command, const char *target_name,
			  const char *name)
{
	struct sim_target *target = sim_target_find(sim, "scst_local", target_name);
	struct sim_session *session;

	if (!target || !*name)
		return -EINVAL;
	if (sim_same_word(command, "add_session"))
		return sim_local_session(sim, target, name);
	for (session = target->sessions; session; session = session->next)
		if (!strcmp(session->initiator, name)) {
			sim_session_free(sim, session);
			return 0;
		}
	return -EINVAL;
}

int sim_local_mgmt(struct sim *sim, const struct sim_driver *driver, char *data)
{
	char *command = sim_lexem(&data), *name = sim_lexem(&data);
	struct sim_target *target;

	if (!*name)
		return -EINVAL;
	if (sim_same_word(command, "add_target"))
		return add_target(sim, driver, name, data);
	if (sim_same_word(command, "add_session") || sim_same_word(command, "del_session"))
		return change_session(sim, command, name, sim_lexem(&data));
	if (!sim_same_word(command, "del_target") || *sim_lexem(&data))
		return -EINVAL;
	target = sim_target_find(sim, driver->name, name);
	if (!target)
		return -ENOENT;
	sim_target_free(sim, target);
	return 0;
}
