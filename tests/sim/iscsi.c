/* SPDX-License-Identifier: Apache-2.0 */
/* iSCSI: the driver, and the part that its daemon plays. Without the daemon there are no targets and hardly any files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "session_attrs.h"
#include "target_attrs.h"

#define SECRET_MIN 12
#define NAME_MAX_SHOWN 255

/* ---- attributes that have as many files as values: IncomingUser, IncomingUser1, ... */

static void show_value(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       struct lw_str *ret)
{
	(void)sim;
	sim_show_value(attr, node->text, true, ret);
}

/* Replaces user and secret in place; here the secret may be short. */
static int store_value(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       char *data)
{
	char *copy;

	(void)attr;
	sim_chop(data);
	copy = *data ? sim_strdup(sim, data) : NULL;
	if (!copy)
		return *data ? -ENOMEM : -EINVAL;
	free(node->text);
	node->text = copy;
	return 0;
}

/* clang-format off */
static const struct sim_attr multiple[] = {
	{ .name = "IncomingUser", .mode = 0600, .flags = SIM_BLANK, .show = show_value, .store = store_value },
	{ .name = "OutgoingUser", .mode = 0600, .flags = SIM_BLANK, .show = show_value, .store = store_value },
	{ .name = "allowed_portal", .mode = 0644, .flags = SIM_BLANK, .show = show_value, .store = store_value },
};
/* clang-format on */

static bool is_user(const struct sim_attr *attr)
{
	return attr != &multiple[2];
}

static const struct sim_attr *multiple_find(const char *name, bool of_target)
{
	for (size_t i = 0; i < sizeof(multiple) / sizeof(*multiple); i++)
		if (sim_same_word(name, multiple[i].name) && (of_target || is_user(&multiple[i])))
			return &multiple[i];
	return NULL;
}

/* Of users the name decides, the secret is not looked at. */
static struct sim_node *value_of(const struct sim_node *dir, const struct sim_attr *attr,
				 const char *value)
{
	size_t len = strlen(value);

	for (struct sim_node *file = dir->child; file; file = file->next)
		if (file->type == 'f' && file->attr == attr && file->text &&
		    !strncmp(file->text, value, len) &&
		    (!file->text[len] || (is_user(attr) && file->text[len] == ' ')))
			return file;
	return NULL;
}

static int value_file(struct sim *sim, struct sim_node *dir, const struct sim_attr *attr,
		      const char *text)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_str_add(&name, attr->name);
	for (unsigned n = 1; sim_child(sim, dir, lw_str_text(&name)); n++) {
		lw_str_clear(&name);
		lw_str_addf(&name, "%s%u", attr->name, n);
	}
	return sim_file(sim, dir, lw_str_text(&name), attr, text) ? 0 : -ENOMEM;
}

static int value_add(struct sim *sim, struct sim_node *dir, const struct sim_attr *attr, char *data)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	char *value = sim_lexem(&data), *secret = is_user(attr) ? sim_lexem(&data) : NULL;
	struct sim_node *only;

	if (!*value || value_of(dir, attr, value) || (secret && strlen(secret) < SECRET_MIN))
		return -EINVAL;
	only = attr == &multiple[1] ? sim_child(sim, dir, attr->name) : NULL;
	if (only) {
		/* The daemon has forgotten the first by now, the file is there still: it cannot be read. */
		free(only->text);
		only->text = NULL;
		return -EEXIST;
	}
	lw_str_add(&text, value);
	if (secret)
		lw_str_addf(&text, " %s", secret);
	return lw_str_bad(&text) ? -ENOMEM : value_file(sim, dir, attr, lw_str_text(&text));
}

static int value_del(struct sim *sim, struct sim_node *dir, const struct sim_attr *attr, char *data)
{
	struct sim_node *file = value_of(dir, attr, sim_lexem(&data));

	if (!file)
		return is_user(attr) ? -ENOENT : -EINVAL;
	sim_remove(sim, file);
	return 0;
}

static int value_change(struct sim *sim, struct sim_node *dir, bool of_target, bool add, char *data)
{
	const struct sim_attr *attr = multiple_find(sim_lexem(&data), of_target);

	if (!attr)
		return -EINVAL;
	return add ? value_add(sim, dir, attr, data) : value_del(sim, dir, attr, data);
}

/* ---- plain attributes */

void sim_show_open_state(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret)
{
	(void)node;
	(void)attr;
	lw_str_add(ret, sim->daemon ? "open\n" : "closed\n");
}

/* No resolver here: addresses are known, names are not. */
int sim_store_isns(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	size_t host;

	sim_chop(data);
	host = strcspn(data, " ");
	sim_value_set(sim, node, attr, NULL); /* the old one is gone whatever happens */
	if (!*data)
		return 0;
	if (strspn(data, "0123456789abcdefABCDEF.:[]") < host)
		return -ESRCH;
	lw_str_add(&text, data);
	if (!data[host])
		lw_str_add_char(&text, ' ');
	return sim_value_set(sim, node, attr, lw_str_text(&text));
}

int sim_check_digest(const char *data, struct lw_str *ret)
{
	bool none = false, crc = false;

	for (const char *at = data; *at && *at != '\n';) {
		size_t len = strcspn(at, ",\n");

		if (lw_is_word(at, len, "None"))
			none = true;
		else if (lw_is_word(at, len, "CRC32C"))
			crc = true;
		else
			return -EINVAL;
		at += len + (at[len] == ',');
	}
	if (!none && !crc)
		return -EINVAL;
	lw_str_add(ret, none && crc ? "None,CRC32C" : crc ? "CRC32C" : "None");
	return 0;
}

/* ---- targets */

/* A parameter of add_target: an attribute of the target, by name. */
static int param_set(struct sim *sim, struct sim_target *target, char *token)
{
	char *name = sim_lexem(&token);
	const struct sim_attr *several = multiple_find(name, true);
	const struct sim_attr *attr = sim_attr_find(target->node, name);

	if (several)
		return value_add(sim, target->node, several, token);
	/* What the kernel has by itself is unknown to the daemon, which parses this. */
	if (!attr || !(attr->where & SIM_ISCSI) || attr->flags & SIM_Q || !(attr->mode & 0200))
		return -EINVAL;
	return (attr->store ? attr->store : sim_attr_store)(sim, target->node, attr, token);
}

static int add_target(struct sim *sim, const struct sim_driver *driver, char *name, char *params)
{
	struct sim_target *target;
	char *token;
	int err;

	/* A buffer of the daemon: what is longer is cut without a word. */
	if (strlen(name) > NAME_MAX_SHOWN)
		name[NAME_MAX_SHOWN] = '\0';
	if (sim_target_find(sim, driver->name, name))
		return *params ? -EINVAL : -EEXIST; /* as recorded */
	err = sim_target_new(sim, driver, name, &target);
	while (!err && (token = sim_token(&params)))
		err = param_set(sim, target, token);
	if (err) {
		struct sim_target *made = sim_target_find(sim, driver->name, name);

		if (made)
			sim_target_free(sim, made);
		return err;
	}
	target->tid = ++sim->tid;
	return 0;
}

static int mgmt_target(struct sim *sim, const struct sim_driver *driver, bool add, char *data)
{
	char *name = sim_lexem(&data);
	struct sim_target *target;

	if (!*name || (!add && *sim_lexem(&data)))
		return -EINVAL;
	if (add)
		return sim->daemon ? add_target(sim, driver, name, data) : -EPERM;
	target = sim_target_find(sim, driver->name, name);
	if (!target)
		return -ENOENT;
	sim_target_free(sim, target);
	return 0;
}

static int mgmt_attribute(struct sim *sim, const struct sim_driver *driver, bool of_target,
			  bool add, char *data)
{
	struct sim_node *dir = sim_driver_node(sim, driver->name);

	if (of_target) {
		struct sim_target *target = sim_target_find(sim, driver->name, sim_lexem(&data));

		if (!target)
			return -ENOENT;
		dir = target->node;
	}
	return sim->daemon ? value_change(sim, dir, of_target, add, data) : -EPERM;
}

int sim_iscsi_mgmt(struct sim *sim, const struct sim_driver *driver, char *data)
{
	char *command = sim_lexem(&data);

	if (sim_same_word(command, "add_target") || sim_same_word(command, "del_target"))
		return mgmt_target(sim, driver, lw_lower(command[0]) == 'a', data);
	if (sim_same_word(command, "add_attribute") || sim_same_word(command, "del_attribute"))
		return mgmt_attribute(sim, driver, false, lw_lower(command[0]) == 'a', data);
	if (sim_same_word(command, "add_target_attribute") ||
	    sim_same_word(command, "del_target_attribute"))
		return mgmt_attribute(sim, driver, true, lw_lower(command[0]) == 'a', data);
	return -EINVAL;
}

/* ---- the daemon, and who logs in */

void sim_iscsi_daemon(struct sim *sim, bool up)
{
	struct sim_node *node = sim_driver_node(sim, "iscsi");
	struct sim_target *next;

	if (!node || sim->daemon == up)
		return;
	sim->daemon = up;
	node->where = SIM_ISCSI | (up ? SIM_DAEMON : 0);
	if (up)
		return;
	for (struct sim_target *target = sim->all_targets; target; target = next) {
		next = target->next;
		if (target->driver->where & SIM_ISCSI)
			sim_target_free(sim, target);
	}
	while (node->values)
		sim_value_set(sim, node, node->values->attr, NULL);
	while (node->child)
		sim_remove(sim, node->child);
}

static void describe_session(struct sim *sim, struct sim_session *session, const char *address)
{
	static const char *const taken_over[] = { "InitialR2T", "ImmediateData", "MaxBurstLength",
						  "FirstBurstLength" };
	struct sim_node *connection;
	char sid[24];

	snprintf(sid, sizeof(sid), "1010%04x3d0200", ++sim->sid);
	sim_value_set_named(sim, session->node, "sid", sid);
	for (size_t i = 0; i < sizeof(taken_over) / sizeof(*taken_over); i++)
		sim_value_set_named(sim, session->node, taken_over[i],
				    sim_value_named(session->target->node, taken_over[i]));
	connection = sim_dir(sim, session->node, address, &sim_class_connection, NULL);
	if (connection) {
		sim_value_set_named(sim, connection, "ip", address);
		sim_value_set_named(sim, connection, "target_ip", "127.0.0.1");
	}
}

int sim_login(struct sim *sim, struct sim_target *target, const char *initiator,
	      const char *address)
{
	LW_AUTO_STR struct lw_str matched = LW_STR_INIT;
	struct sim_session *session;
	bool iscsi = target->driver->where & SIM_ISCSI;
	int err;

	if (target->driver->enabled &&
	    (!target->enabled ||
	     (iscsi && !sim_value_int(sim_driver_node(sim, "iscsi"), "enabled"))))
		return -EACCES;
	if (target->driver->where & SIM_LOCAL)
		return sim_local_session(sim, target, initiator);
	lw_str_add(&matched, initiator);
	if (iscsi && sim_value_int(target->node, "per_portal_acl"))
		lw_str_add(&matched, "#127.0.0.1");
	err = sim_session_new(sim, target, initiator, lw_str_text(&matched), &session);
	if (!err && iscsi)
		describe_session(sim, session, address);
	return err;
}
