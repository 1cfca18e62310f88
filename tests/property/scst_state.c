/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Random states of SCST: small and dense, so that two of them share names and fight for them. A state is one that the kernel
 * could be in: what it generates (identifiers, numbers of enabled targets) is there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scst.h"

enum { DEVICES = 5, FILES = 6, TARGETS = 3, GROUPS = 4, UNITS = 4, DGS = 2, TGS = 3 };

static const char *const targets[TARGETS] = { "iqn.2026-01.lw:t0", "iqn.2026-01.lw:t1",
					      "iqn.2026-01.lw:t2" };
static const char *const patterns[] = {
	"*", "iqn.2026-01.lw:a*", "iqn.2026-01.lw:?1", "iqn.*:b?", "*:c1", "!iqn.2026-01.lw:a?"
};
static const char *const wide[] = { "10.0.0.*", "!10.0.0.1" };
static const char *const states[] = { "active", "nonoptimized", "standby", "offline" };

static const char *pick(struct rng *rng, const char *const *list, unsigned n)
{
	return list[rng_below(rng, n)];
}

static void maybe(struct world *w, struct rng *rng, obj_id id, const char *attr, unsigned percent,
		  const char *value)
{
	if (rng_chance(rng, percent))
		world_set(w, id, attr, value);
}

/* ---- devices */

static void random_device_attrs(struct world *w, struct rng *rng, obj_id id)
{
	const struct object *d = &w->obj[id];

	maybe(w, rng, id, "blocksize", 30, "4096");
	maybe(w, rng, id, "read_only", 20, "1");
	maybe(w, rng, id, "prod_id", 40, rng_chance(rng, 50) ? "alpha" : "beta");
	maybe(w, rng, id, "usn", 25, text_format("%s%u", d->name, rng_below(rng, 2)));
	maybe(w, rng, id, "threads_num", 15, rng_chance(rng, 50) ? "2" : "4");
	if (d->kind != SCST_NULLIO_DEVICE) {
		world_set(w, id, "filename", text_format("/srv/f%u", rng_below(rng, FILES)));
		maybe(w, rng, id, "active", 20, "0");
		maybe(w, rng, id, "expl_alua", 15, "1");
		/* ALUA states would close it by themselves. */
		if (d->kind == SCST_BLOCKIO_DEVICE)
			world_set(w, id, "bind_alua_state", "0");
	} else {
		maybe(w, rng, id, "size", 30, rng_chance(rng, 50) ? "1073741824" : "2147483648");
	}
	scst_generate_ids(w, id);
}

static obj_id random_device(struct world *w, struct rng *rng, const char *name)
{
	static const struct {
		unsigned kind, handler;
		const char *name;
	} kinds[] = {
		{ SCST_FILEIO_DEVICE, SCST_FILEIO_HANDLER, "vdisk_fileio" },
		{ SCST_BLOCKIO_DEVICE, SCST_BLOCKIO_HANDLER, "vdisk_blockio" },
		{ SCST_NULLIO_DEVICE, SCST_NULLIO_HANDLER, "vdisk_nullio" },
	};
	unsigned k = rng_below(rng, 3);
	obj_id handler = world_find(w, 0, kinds[k].handler, kinds[k].name);
	obj_id id = world_add(w, handler, kinds[k].kind, name);

	random_device_attrs(w, rng, id);
	return id;
}

static obj_id some_device(const struct world *w, struct rng *rng)
{
	obj_id list[WORLD_OBJECTS];
	unsigned n = 0;

	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		if (scst_is_device(w->obj[id].kind))
			list[n++] = id;
	return n ? list[rng_below(rng, n)] : 0;
}

/* ---- targets */

static void random_luns(struct world *w, struct rng *rng, obj_id view)
{
	for (unsigned n = rng_below(rng, UNITS); n; n--) {
		const char *number = text_format("%u", rng_below(rng, UNITS));
		obj_id device = some_device(w, rng), lun;

		if (!device || world_find(w, view, SCST_LUN, number))
			continue;
		lun = world_add(w, view, SCST_LUN, number);
		w->obj[lun].ref = (uint16_t)device;
		maybe(w, rng, lun, "read_only", 25, "1");
		scst_fold_read_only(w, lun);
	}
}

static bool named_in_target(const struct world *w, obj_id target, const char *name)
{
	for (obj_id g = 0; (g = world_next(w, g, target, SCST_GROUP));)
		if (world_find(w, g, SCST_INITIATOR, name))
			return true;
	return false;
}

static void random_initiators(struct world *w, struct rng *rng, obj_id group, bool wild)
{
	obj_id target = w->obj[group].parent;
	bool portal = world_is(w, target, "per_portal_acl", "1");

	for (unsigned n = rng_below(rng, 4); n; n--) {
		const char *name = pick(rng, scst_initiators, SCST_INITIATORS - 1);

		if (wild && rng_chance(rng, 40))
			name = pick(rng, patterns, sizeof(patterns) / sizeof(patterns[0]));
		else if (portal && rng_chance(rng, 70))
			name = text_format(
				"%s#%s", name,
				rng_chance(rng, 30) && wild
					? "*"
					: scst_portals[rng_below(rng, SCST_PORTALS - 1)]);
		if (!named_in_target(w, target, name))
			world_add(w, group, SCST_INITIATOR, name);
	}
}

static void random_groups(struct world *w, struct rng *rng, obj_id target)
{
	unsigned place[GROUPS], n = rng_below(rng, GROUPS);
	bool wild = rng_chance(rng, 30);

	rng_shuffle(rng, place, GROUPS);
	for (unsigned i = 0; i < n; i++) {
		obj_id group = world_add(w, target, SCST_GROUP, text_format("g%u", place[i]));

		random_luns(w, rng, group);
		random_initiators(w, rng, group, wild);
		maybe(w, rng, group, "addr_method", 10, "FLAT");
	}
}

static const char *random_user(struct rng *rng)
{
	return text_format("%s secret-word-%u", pick(rng, scst_users, SCST_USERS - 1),
			   rng_below(rng, 2));
}

static void random_users(struct world *w, struct rng *rng, obj_id id)
{
	for (unsigned n = rng_chance(rng, 55) ? 0 : rng_range(rng, 1, 2); n; n--) {
		const char *user = random_user(rng);

		if (!world_word(w, id, "IncomingUser", user))
			world_add_value(w, id, "IncomingUser", user);
	}
	if (rng_chance(rng, 12))
		world_add_value(w, id, "OutgoingUser", random_user(rng));
}

static void random_portals(struct world *w, struct rng *rng, obj_id target)
{
	for (unsigned n = rng_chance(rng, 55) ? 0 : rng_range(rng, 1, 2); n; n--) {
		const char *portal = rng_chance(rng, 15)
					     ? pick(rng, wide, 2)
					     : pick(rng, scst_portals, SCST_PORTALS - 1);

		if (!world_word(w, target, "allowed_portal", portal))
			world_add_value(w, target, "allowed_portal", portal);
	}
}

static bool id_in_use(const struct world *w, obj_id target, const char *id)
{
	for (obj_id t = 0; (t = world_next(w, t, WORLD_ANY, -1));)
		if (t != target && scst_is_target(w->obj[t].kind) && scst_enabled(w, t) &&
		    world_is(w, t, "rel_tgt_id", id))
			return true;
	return false;
}

/* An enabled target has a number of its own; a disabled one may have any. */
static void random_number(struct world *w, struct rng *rng, obj_id target)
{
	const char *id;

	if (!scst_enabled(w, target) && rng_chance(rng, 30))
		return;
	do
		id = text_format("%u", rng_range(rng, 1, TARGETS + 1));
	while (scst_enabled(w, target) && id_in_use(w, target, id));
	world_set(w, target, "rel_tgt_id", id);
}

static void random_iscsi_target(struct world *w, struct rng *rng, const char *name)
{
	obj_id driver = world_find(w, 0, SCST_ISCSI_DRIVER, "iscsi");
	obj_id id = world_add(w, driver, SCST_ISCSI_TARGET, name);

	world_set(w, id, "enabled", rng_chance(rng, 75) ? "1" : "0");
	random_number(w, rng, id);
	maybe(w, rng, id, "per_portal_acl", 15, "1");
	maybe(w, rng, id, "QueuedCommands", 20, rng_chance(rng, 50) ? "16" : "64");
	random_users(w, rng, id);
	random_portals(w, rng, id);
	random_luns(w, rng, id);
	random_groups(w, rng, id);
}

static void random_local_target(struct world *w, struct rng *rng)
{
	obj_id driver = world_find(w, 0, SCST_LOCAL_DRIVER, "scst_local");
	obj_id id = world_add(w, driver, SCST_LOCAL_TARGET, "local0");

	random_number(w, rng, id);
	for (unsigned i = 0; i < SCST_INITIATORS - 1; i++)
		if (rng_chance(rng, 40))
			world_add_value(w, id, "session_name", scst_initiators[i]);
	random_luns(w, rng, id);
	random_groups(w, rng, id);
}

static void random_targets(struct world *w, struct rng *rng)
{
	unsigned n = rng_range(rng, 1, TARGETS), place[TARGETS];

	rng_shuffle(rng, place, TARGETS);
	for (unsigned i = 0; i < n; i++)
		random_iscsi_target(w, rng, targets[place[i]]);
	if (rng_chance(rng, 40))
		random_local_target(w, rng);
}

/* ---- device groups */

static void random_member(struct world *w, struct rng *rng, obj_id dg, obj_id tg)
{
	const char *name = rng_chance(rng, 60)	 ? pick(rng, targets, TARGETS)
			   : rng_chance(rng, 40) ? "local0"
						 : text_format("remote%u", rng_below(rng, 2));
	obj_id member, local = scst_target(w, name);

	for (obj_id other = 0; (other = world_next(w, other, dg, SCST_TARGET_GROUP));)
		if (world_find(w, other, SCST_TG_TARGET, name))
			return;
	member = world_add(w, tg, SCST_TG_TARGET, name);
	w->obj[member].ref = (uint16_t)local;
	if (!local) {
		w->obj[member].ref_name = text_of(name);
		world_set(w, member, "rel_tgt_id", text_format("%u", rng_range(rng, 10, 12)));
	}
}

static void random_device_group(struct world *w, struct rng *rng, obj_id dg)
{
	unsigned ids[TGS];

	rng_shuffle(rng, ids, TGS);
	for (unsigned i = 0; i < TGS; i++) {
		obj_id tg;

		if (rng_chance(rng, 40))
			continue;
		tg = world_add(w, dg, SCST_TARGET_GROUP, text_format("tg%u", i));
		world_set(w, tg, "group_id", text_format("%u", ids[i] + 1));
		world_set(w, tg, "state", pick(rng, states, 4));
		maybe(w, rng, tg, "preferred", 20, "1");
		for (unsigned n = rng_below(rng, 3); n; n--)
			random_member(w, rng, dg, tg);
	}
}

static void random_device_groups(struct world *w, struct rng *rng)
{
	obj_id dg[DGS] = { 0 };

	for (unsigned i = 0; i < DGS; i++) {
		if (rng_chance(rng, 50))
			continue;
		dg[i] = world_add(w, 0, SCST_DEVICE_GROUP, text_format("dg%u", i));
		random_device_group(w, rng, dg[i]);
	}
	for (obj_id d = 0; (d = world_next(w, d, WORLD_ANY, -1));) {
		unsigned to = rng_below(rng, DGS + 1);
		obj_id member;

		if (!scst_is_device(w->obj[d].kind) || to == DGS || !dg[to])
			continue;
		member = world_add(w, dg[to], SCST_DG_DEVICE, w->obj[d].name);
		w->obj[member].ref = (uint16_t)d;
	}
}

/* ---- the whole */

static void random_frame(struct world *w, struct rng *rng)
{
	obj_id iscsi, copies;

	world_init(w, lw_schema_find("scst"));
	world_set(w, 0, "setup_id", rng_chance(rng, 70) ? "0x0" : "0x1");
	maybe(w, rng, 0, "max_tasklet_cmd", 20, "20");
	world_add(w, 0, SCST_FILEIO_HANDLER, "vdisk_fileio");
	world_add(w, 0, SCST_BLOCKIO_HANDLER, "vdisk_blockio");
	world_add(w, 0, SCST_NULLIO_HANDLER, "vdisk_nullio");
	world_add(w, 0, SCST_LOCAL_DRIVER, "scst_local");
	world_add(w, 0, SCST_SRPT_DRIVER, "ib_srpt");
	copies = world_add(w, 0, SCST_CM_DRIVER, "copy_manager");
	copies = world_add(w, copies, SCST_CM_TARGET, "copy_manager_tgt");
	world_set(w, copies, "rel_tgt_id", "9");
	iscsi = world_add(w, 0, SCST_ISCSI_DRIVER, "iscsi");
	world_set(w, iscsi, "enabled", rng_chance(rng, 85) ? "1" : "0");
	if (rng_chance(rng, 20))
		random_users(w, rng, iscsi);
}

static void random_state(struct world *w, struct rng *rng)
{
	unsigned place[DEVICES], n = rng_range(rng, 1, DEVICES - 1);

	random_frame(w, rng);
	rng_shuffle(rng, place, DEVICES);
	for (unsigned i = 0; i < n; i++)
		random_device(w, rng, text_format("d%u", place[i]));
	w->rolling = rng_below(rng, 10);
	scst_copy_units(w);
	w->rolling = 1000;
	random_targets(w, rng);
	random_device_groups(w, rng);
}

void scst_random(struct world *w, struct rng *rng)
{
	do
		random_state(w, rng);
	while (!world_valid(w));
}
