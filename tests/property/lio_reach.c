/* SPDX-License-Identifier: Apache-2.0 */
/* The abstract LIO: who reaches what. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lio.h"

const char *const lio_initiators[LIO_INITIATORS] = {
	"iqn.2026-01.lw:a1", "iqn.2026-01.lw:a2", "iqn.2026-01.lw:b1",
	"iqn.2026-01.lw:b2", "iqn.2026-01.lw:c1", "iqn.2026-01.lw:z9",
};
const char *const lio_addresses[LIO_ADDRESSES] = { "10.0.0.1:3260", "10.0.0.2:3260",
						   "10.9.9.9:3260" };
const char *const lio_users[LIO_USERS] = { "alice", "bob", "carol", "" };

/* Whoever uses a loopback target is this machine. */
enum { THIS_MACHINE = LIO_INITIATORS * LIO_ADDRESSES * LIO_USERS };

static unsigned client_number(unsigned initiator, unsigned address, unsigned user)
{
	return (initiator * LIO_ADDRESSES + address) * LIO_USERS + user;
}

void lio_client(unsigned client, char *text, size_t len)
{
	if (client >= THIS_MACHINE)
		snprintf(text, len, "this machine");
	else
		snprintf(text, len, "%s via %s as %s",
			 lio_initiators[client / LIO_USERS / LIO_ADDRESSES],
			 lio_addresses[client / LIO_USERS % LIO_ADDRESSES],
			 lio_users[client % LIO_USERS]);
}

/* The storage object behind a LUN or a mapped LUN; 0 while it is half made. */
static obj_id storage_of(const struct world *w, obj_id lun)
{
	if (w->obj[lun].kind == LIO_MAPPED_LUN)
		lun = w->obj[lun].ref;
	return lun ? w->obj[lun].ref : 0;
}

static unsigned backing_of(const struct world *w, obj_id storage)
{
	const struct object *o = &w->obj[storage];
	const char *path = world_get(w, storage, "udev_path");

	return names_index(&reach_backings,
			   text_format("%s:%s", lw_kind(w->schema, o->kind)->dir,
				       o->kind != LIO_RAMDISK && path ? path : o->name),
			   REACH_NAMES);
}

static void reach_units(const struct world *w, obj_id view, unsigned kind, bool read_only,
			unsigned client, struct reach *r)
{
	const struct object *tpg = &w->obj[lio_tpg(w, view)];
	const char *name = text_format("%s/%s", w->obj[tpg->parent].name, tpg->name);
	unsigned export = names_index(&reach_exports, name, REACH_EXPORTS);

	for (obj_id lun = 0; (lun = world_next(w, lun, view, (int)kind));) {
		obj_id storage = storage_of(w, lun);
		bool write = !read_only && !world_is(w, lun, "write_protect", "1");

		if (storage)
			reach_add(r, export, client, (unsigned)atoi(w->obj[lun].name),
				  backing_of(w, storage),
				  write && !world_is(w, storage, "readonly", "1"));
	}
}

/* "-1", or silence, of an ACL: as the TPG says; that is 1 unless it was changed. */
static bool asks_for_name(const struct world *w, obj_id tpg, obj_id acl)
{
	const char *own = acl ? world_get(w, acl, "authentication") : NULL;

	if (own && strcmp(own, "-1"))
		return !strcmp(own, "1");
	return !world_is(w, tpg, "authentication", "0");
}

static void reach_client(const struct world *w, obj_id tpg, unsigned initiator, unsigned address,
			 struct reach *r)
{
	obj_id acl = world_find(w, tpg, LIO_ACL, lio_initiators[initiator]);
	bool demo = world_is(w, tpg, "generate_node_acls", "1");
	const char *name = world_get(w, acl ? acl : tpg, "userid");
	bool read_only = !acl && !world_is(w, tpg, "demo_mode_write_protect", "0");

	if (!acl && !demo)
		return;
	for (unsigned user = 0; user < LIO_USERS; user++) {
		if (asks_for_name(w, tpg, acl) &&
		    (!name || !*name || strcmp(name, lio_users[user])))
			continue;
		reach_units(w, acl ? acl : tpg, acl ? LIO_MAPPED_LUN : LIO_LUN, read_only,
			    client_number(initiator, address, user), r);
	}
}

static bool listens(const struct world *w, obj_id tpg, const char *address)
{
	for (obj_id p = 0; (p = world_next(w, p, tpg, LIO_PORTAL));)
		if (lio_portals_overlap(w->obj[p].name, address))
			return true;
	return false;
}

void lio_reach(const struct world *w, struct reach *r)
{
	reach_clear(r);
	for (obj_id tpg = 0; (tpg = world_next(w, tpg, WORLD_ANY, LIO_TPG));) {
		if (!world_is(w, tpg, "enable", "1") || w->obj[tpg].closed)
			continue;
		for (unsigned address = 0; address < LIO_ADDRESSES; address++)
			for (unsigned i = 0; i < LIO_INITIATORS; i++)
				if (listens(w, tpg, lio_addresses[address]))
					reach_client(w, tpg, i, address, r);
	}
	for (obj_id tpg = 0; (tpg = world_next(w, tpg, WORLD_ANY, LIO_LOOPBACK_TPG));)
		reach_units(w, tpg, LIO_LUN, false, THIS_MACHINE, r);
}
