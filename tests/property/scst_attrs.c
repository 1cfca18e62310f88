/* SPDX-License-Identifier: Apache-2.0 */
/* The abstract SCST: writing attributes. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "scst.h"

/* ---- rel_tgt_id: unique among enabled targets of all drivers */

static bool id_taken(const struct world *w, obj_id target, const char *id)
{
	for (obj_id t = 0; (t = world_next(w, t, WORLD_ANY, -1));)
		if (t != target && scst_is_target(w->obj[t].kind) && scst_enabled(w, t) &&
		    world_is(w, t, "rel_tgt_id", id))
			return true;
	return false;
}

static bool id_is_zero(const struct world *w, obj_id target)
{
	const char *id = world_get(w, target, "rel_tgt_id");

	return !id || !strcmp(id, "0");
}

int scst_enable(struct world *w, obj_id target, bool on, const char **why)
{
	if (on && !world_is(w, target, "enabled", "1")) {
		while (id_is_zero(w, target)) {
			const char *id = text_format("%u", w->rolling++);

			if (!id_taken(w, target, id))
				world_set(w, target, "rel_tgt_id", id);
		}
		if (id_taken(w, target, world_get(w, target, "rel_tgt_id")))
			return REFUSE(EBADSLT, "another enabled target has this rel_tgt_id");
	}
	world_set(w, target, "enabled", on ? "1" : "0");
	return 0;
}

static int set_target(struct world *w, const struct request *rq, const char **why)
{
	if (!strcmp(rq->attr, "enabled")) {
		if (w->obj[rq->id].kind != SCST_ISCSI_TARGET)
			return REFUSE(ENOENT, "no such switch");
		return scst_enable(w, rq->id, !strcmp(rq->value, "1"), why);
	}
	if (!strcmp(rq->attr, "rel_tgt_id") && scst_enabled(w, rq->id)) {
		if (!strcmp(rq->value, "0"))
			return REFUSE(EBADSLT, "rel_tgt_id 0 on an enabled target");
		if (id_taken(w, rq->id, rq->value))
			return REFUSE(EBADSLT, "another enabled target has this rel_tgt_id");
	}
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}

/* ---- devices */

static const char *const create_only[] = { "blocksize",	    "read_only", "nv_cache",
					   "write_through", "removable", "rotational",
					   "tst",	    "o_direct",	 "thin_provisioned",
					   "dummy" };

static int set_device(struct world *w, const struct request *rq, const char **why)
{
	for (size_t i = 0; i < sizeof(create_only) / sizeof(create_only[0]); i++)
		if (!strcmp(rq->attr, create_only[i]))
			return REFUSE(EACCES, "the attribute can be given at creation only");
	if (!strcmp(rq->attr, "size") && rq->kind == SCST_FILEIO_DEVICE)
		return REFUSE(EACCES, "the size is that of the file");
	if (!strcmp(rq->attr, "filename") && !world_is(w, rq->id, "active", "0"))
		return REFUSE(EINVAL, "filename of an active device");
	if (!strcmp(rq->attr, "active") && strcmp(rq->value, "0") != 0 && scst_is_open(w, rq->id))
		return REFUSE(EBUSY, "another device has the block device open");
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}

/* ---- device groups */

static bool known_state(const char *state)
{
	static const char *const states[] = { "active",	     "nonoptimized", "standby",
					      "unavailable", "offline",	     "transitioning" };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (!strcmp(state, states[i]))
			return true;
	return false;
}

static int set_target_group(struct world *w, const struct request *rq, const char **why)
{
	if (!strcmp(rq->attr, "group_id") && !strcmp(rq->value, "0"))
		return REFUSE(EINVAL, "group_id 0");
	if (!strcmp(rq->attr, "state") && !known_state(rq->value))
		return REFUSE(EINVAL, "no such state");
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}

static int set_tg_target(struct world *w, const struct request *rq, const char **why)
{
	if (w->obj[rq->id].ref)
		return REFUSE(ENOENT, "a local member has no rel_tgt_id of its own");
	if (!strcmp(rq->value, "0"))
		return REFUSE(EINVAL, "rel_tgt_id 0 of a member");
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}

int scst_set(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id && rq->kind != SCST_ROOT)
		return REFUSE(ENOENT, "attribute of what does not exist");
	if (!rq->attr || !rq->value)
		return REFUSE(EINVAL, "no value to write");
	if (scst_is_device(rq->kind))
		return set_device(w, rq, why);
	if (scst_is_target(rq->kind))
		return set_target(w, rq, why);
	switch (rq->kind) {
	case SCST_LUN:
		return REFUSE(EACCES, "read_only of a LUN is given at creation");
	case SCST_TARGET_GROUP:
		return set_target_group(w, rq, why);
	case SCST_TG_TARGET:
		return set_tg_target(w, rq, why);
	default:
		world_set(w, rq->id, rq->attr, rq->value);
		return 0;
	}
}

/* ---- values of IncomingUser, OutgoingUser, allowed_portal */

static bool secret_too_short(const char *value)
{
	size_t user = strcspn(value, " ");

	return !value[user] || strlen(value + user + 1) < 12;
}

static int add_value(struct world *w, const struct request *rq, bool user, const char **why)
{
	if (user && secret_too_short(rq->value))
		return REFUSE(EINVAL, "a secret needs 12 bytes");
	if (!strcmp(rq->attr, "OutgoingUser") && world_get(w, rq->id, rq->attr))
		return REFUSE(EEXIST, "a second OutgoingUser");
	if (world_word(w, rq->id, rq->attr, rq->value))
		return REFUSE(EINVAL, "the value is there");
	world_add_value(w, rq->id, rq->attr, rq->value);
	return 0;
}

static int drop_value(struct world *w, const struct request *rq, bool user, const char **why)
{
	struct attribute *at = world_word(w, rq->id, rq->attr, rq->old ? rq->old : "");

	if (!at)
		return REFUSE(user ? ENOENT : EINVAL, "there is no such value");
	world_drop_value(w, rq->id, at);
	return 0;
}

static int change_value(struct world *w, const struct request *rq, bool user, const char **why)
{
	struct attribute *at = world_word(w, rq->id, rq->attr, rq->old ? rq->old : "");
	struct attribute *clash = world_word(w, rq->id, rq->attr, rq->value);

	if (!at || !user)
		return REFUSE(ENOENT, "there is no such value to change");
	if (clash && clash != at)
		return REFUSE(EINVAL, "another instance has this user");
	at->value = rq->value;
	return 0;
}

int scst_values(struct world *w, const struct request *rq, const char **why)
{
	bool user = rq->attr &&
		    (!strcmp(rq->attr, "IncomingUser") || !strcmp(rq->attr, "OutgoingUser"));

	if (!rq->id && rq->kind != SCST_ROOT)
		return REFUSE(ENOENT, "value of what does not exist");
	if (!rq->attr || (rq->verb != LW_DELVAL && !rq->value))
		return REFUSE(EINVAL, "no value to write");
	switch (rq->verb) {
	case LW_ADDVAL:
		return add_value(w, rq, user, why);
	case LW_DELVAL:
		return drop_value(w, rq, user, why);
	default:
		return change_value(w, rq, user, why);
	}
}
