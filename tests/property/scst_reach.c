/* SPDX-License-Identifier: Apache-2.0 */
/* The abstract SCST: who reaches what. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scst.h"

/* The last of each is a stranger whom no state names; the last user is nobody: no credentials. */
const char *const scst_initiators[SCST_INITIATORS] = {
	"iqn.2026-01.lw:a1", "iqn.2026-01.lw:a2", "iqn.2026-01.lw:b1",
	"iqn.2026-01.lw:b2", "iqn.2026-01.lw:c1", "iqn.2026-01.lw:z9",
};
const char *const scst_portals[SCST_PORTALS] = { "10.0.0.1", "10.0.0.2", "10.9.9.9" };
const char *const scst_users[SCST_USERS] = { "alice", "bob", "carol", "" };

static unsigned client_number(unsigned initiator, unsigned portal, unsigned user)
{
	return (initiator * SCST_PORTALS + portal) * SCST_USERS + user;
}

void scst_client(unsigned client, char *text, size_t len)
{
	snprintf(text, len, "%s via %s as %s", scst_initiators[client / SCST_USERS / SCST_PORTALS],
		 scst_portals[client / SCST_USERS % SCST_PORTALS], scst_users[client % SCST_USERS]);
}

/* The group whose LUNs an initiator sees; the target itself if none matches. */
static obj_id view_of(const struct world *w, obj_id target, const char *name)
{
	obj_id best = 0;

	for (obj_id g = 0; (g = world_next(w, g, target, SCST_GROUP));) {
		if (best && w->obj[best].made < w->obj[g].made)
			continue;
		for (obj_id i = 0; (i = world_next(w, i, g, SCST_INITIATOR));)
			if (pattern_matches(w->obj[i].name, name))
				best = g;
	}
	return best ? best : target;
}

static const char *backing_of(const struct world *w, obj_id device)
{
	const struct object *d = &w->obj[device];
	const char *file = world_get(w, device, "filename");

	return text_format("%s:%s", w->obj[d->parent].name, file ? file : d->name);
}

struct unit {
	unsigned number, backing;
	bool write;
};

static unsigned list_units(const struct world *w, obj_id view, struct unit *units)
{
	unsigned n = 0;

	for (obj_id lun = 0; n < REACH_UNITS && (lun = world_next(w, lun, view, SCST_LUN));) {
		obj_id device = w->obj[lun].ref;

		if (world_is(w, device, "active", "0"))
			continue;
		units[n++] = (struct unit){
			.number = (unsigned)atoi(w->obj[lun].name),
			.backing = names_index(&reach_backings, backing_of(w, device), REACH_NAMES),
			.write = !world_is(w, lun, "read_only", "1") &&
				 !world_is(w, device, "read_only", "1"),
		};
	}
	return n;
}

static bool portal_allowed(const struct world *w, obj_id target, const char *portal)
{
	const struct object *t = &w->obj[target];
	const char *attr = text_of("allowed_portal");
	bool any = false;

	for (unsigned i = 0; i < t->nattr; i++) {
		if (t->attr[i].name != attr)
			continue;
		any = true;
		if (pattern_matches(t->attr[i].value, portal))
			return true;
	}
	return !any;
}

static bool user_allowed(const struct world *w, obj_id target, const char *user)
{
	const struct object *t = &w->obj[target];
	const char *attr = text_of("IncomingUser");
	bool any = false;

	for (unsigned i = 0; i < t->nattr; i++) {
		if (t->attr[i].name != attr)
			continue;
		any = true;
		if (strcspn(t->attr[i].value, " ") == strlen(user) &&
		    !strncmp(t->attr[i].value, user, strlen(user)))
			return true;
	}
	return !any;
}

/* A target of scst_local has the sessions that it was given, and no others. */
static bool has_session(const struct world *w, obj_id target, const char *name)
{
	const struct object *t = &w->obj[target];
	const char *attr = text_of("session_name");

	if (t->kind != SCST_LOCAL_TARGET)
		return true;
	for (unsigned i = 0; i < t->nattr; i++)
		if (t->attr[i].name == attr && !strcmp(t->attr[i].value, name))
			return true;
	return false;
}

static bool is_open(const struct world *w, obj_id target)
{
	if (w->obj[target].closed)
		return false;
	if (w->obj[target].kind != SCST_ISCSI_TARGET)
		return true;
	return world_is(w, target, "enabled", "1") &&
	       world_is(w, w->obj[target].parent, "enabled", "1");
}

static void reach_view(const struct world *w, obj_id target, unsigned initiator, unsigned portal,
		       unsigned users, struct reach *r)
{
	unsigned export = names_index(&reach_exports, w->obj[target].name, REACH_EXPORTS);
	const char *name = scst_initiators[initiator];
	struct unit units[REACH_UNITS];
	unsigned n;

	if (world_is(w, target, "per_portal_acl", "1"))
		name = text_format("%s#%s", name, scst_portals[portal]);
	n = list_units(w, view_of(w, target, name), units);
	for (unsigned user = 0; user < SCST_USERS; user++)
		for (unsigned i = 0; users >> user & 1 && i < n; i++)
			reach_add(r, export, client_number(initiator, portal, user),
				  units[i].number, units[i].backing, units[i].write);
}

static void reach_target(const struct world *w, obj_id target, struct reach *r)
{
	unsigned users = 0;

	for (unsigned user = 0; user < SCST_USERS; user++)
		users |= (unsigned)user_allowed(w, target, scst_users[user]) << user;
	for (unsigned portal = 0; portal < SCST_PORTALS; portal++) {
		if (!portal_allowed(w, target, scst_portals[portal]))
			continue;
		for (unsigned initiator = 0; initiator < SCST_INITIATORS; initiator++)
			if (has_session(w, target, scst_initiators[initiator]))
				reach_view(w, target, initiator, portal, users, r);
	}
}

void scst_reach(const struct world *w, struct reach *r)
{
	reach_clear(r);
	for (obj_id t = 0; (t = world_next(w, t, WORLD_ANY, -1));) {
		unsigned kind = w->obj[t].kind;

		if ((kind == SCST_ISCSI_TARGET || kind == SCST_LOCAL_TARGET) && is_open(w, t))
			reach_target(w, t, r);
	}
}
