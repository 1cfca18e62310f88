/* SPDX-License-Identifier: Apache-2.0 */
/* Random states of LIO, small and dense, and such as the kernel could be in. */
#include <stdlib.h>
#include <string.h>

#include "lio.h"
#include "mutate.h"

enum { STORAGE = 5, FILES = 4, DISKS = 4, TARGETS = 2, TAGS = 2, UNITS = 4 };

static const char *const portals[] = { "10.0.0.1:3260", "10.0.0.2:3260", "0.0.0.0:3260" };

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

/* ---- storage objects */

static void random_alua_groups(struct world *w, struct rng *rng, obj_id storage)
{
	static const char *const states[] = { "0", "1", "2" };
	unsigned ids[3];

	rng_shuffle(rng, ids, 3);
	for (unsigned i = 0; i < 2; i++) {
		obj_id id;

		if (rng_chance(rng, 70))
			continue;
		id = world_add(w, storage, LIO_ALUA_GROUP, text_format("ag%u", i));
		world_set(w, id, "tg_pt_gp_id", text_format("%u", ids[i] + 1));
		maybe(w, rng, id, "preferred", 30, "1");
		maybe(w, rng, id, "nonop_delay_msecs", 20, "200");
		maybe(w, rng, id, "alua_access_type", 20, "1");
		if (rng_chance(rng, 40)) {
			world_set(w, id, "alua_access_state", pick(rng, states, 3));
			world_set(w, id, "alua_access_status", rng_chance(rng, 70) ? "2" : "1");
		}
	}
}

static void random_backing(struct world *w, struct rng *rng, obj_id id)
{
	unsigned kind = w->obj[id].kind;

	if (kind == LIO_FILEIO)
		world_set(w, id, "udev_path", text_format("/srv/f%u", rng_below(rng, FILES)));
	if (kind == LIO_IBLOCK)
		world_set(w, id, "udev_path", text_format("/dev/disk%u", rng_below(rng, DISKS)));
	if (kind != LIO_IBLOCK)
		world_set(w, id, "size", rng_chance(rng, 80) ? "1048576" : "2097152");
	if (kind == LIO_IBLOCK)
		maybe(w, rng, id, "readonly", 20, "1");
	if (kind == LIO_FILEIO)
		maybe(w, rng, id, "write_back", 25, "1");
}

static void random_storage(struct world *w, struct rng *rng, const char *name)
{
	static const unsigned kinds[] = { LIO_FILEIO, LIO_FILEIO, LIO_IBLOCK, LIO_IBLOCK,
					  LIO_RAMDISK };
	obj_id id = world_add(w, 0, kinds[rng_below(rng, 5)], name);

	random_backing(w, rng, id);
	world_set(w, id, "vpd_unit_serial", text_format("%s-%u", name, rng_below(rng, 2)));
	maybe(w, rng, id, "block_size", 20, "4096");
	maybe(w, rng, id, "emulate_tas", 15, "0");
	maybe(w, rng, id, "emulate_caw", 20, "0");
	maybe(w, rng, id, "emulate_tpu", 15, "1");
	maybe(w, rng, id, "emulate_model_alias", 15, "1");
	maybe(w, rng, id, "product_id", 10, "disk");
	lio_generate(w, id);
	random_alua_groups(w, rng, id);
}

/* ---- LUNs and ACLs */

static void random_luns(struct world *w, struct rng *rng, obj_id tpg)
{
	for (unsigned n = rng_below(rng, UNITS); n; n--) {
		obj_id storage = some_object(w, rng, LIO_STORAGE), lun, group;
		const char *number = text_format("%u", rng_below(rng, UNITS));

		if (!storage || world_find(w, tpg, LIO_LUN, number))
			continue;
		lun = world_add(w, tpg, LIO_LUN, number);
		w->obj[lun].ref = (uint16_t)storage;
		group = world_next(w, 0, storage, LIO_ALUA_GROUP);
		if (!group || rng_chance(rng, 40))
			continue;
		w->obj[world_add(w, lun, LIO_LUN_ALUA, "")].ref = (uint16_t)group;
	}
}

static void random_user(struct world *w, struct rng *rng, obj_id id, unsigned percent)
{
	if (!rng_chance(rng, percent))
		return;
	world_set(w, id, "userid", pick(rng, lio_users, LIO_USERS - 1));
	world_set(w, id, "password", text_format("secret-word-%u", rng_below(rng, 2)));
}

static void random_acl(struct world *w, struct rng *rng, obj_id tpg, const char *name)
{
	obj_id acl = world_add(w, tpg, LIO_ACL, name), list[UNITS];
	unsigned n = 0;

	random_user(w, rng, acl, 55);
	maybe(w, rng, acl, "authentication", 10, rng_chance(rng, 50) ? "0" : "1");
	world_set(w, acl, "cmdsn_depth", rng_chance(rng, 70) ? "64" : "32");
	for (obj_id lun = 0; n < UNITS && (lun = world_next(w, lun, tpg, LIO_LUN));)
		list[n++] = lun;
	for (unsigned k = n ? rng_below(rng, UNITS) : 0; k; k--) {
		const char *number = text_format("%u", rng_below(rng, UNITS));
		obj_id mapped;

		if (world_find(w, acl, LIO_MAPPED_LUN, number))
			continue;
		mapped = world_add(w, acl, LIO_MAPPED_LUN, number);
		w->obj[mapped].ref = (uint16_t)list[rng_below(rng, n)];
		maybe(w, rng, mapped, "write_protect", 30, "1");
	}
}

/* ---- targets */

static void random_tpg(struct world *w, struct rng *rng, obj_id target, const char *tag)
{
	static const char *const methods[] = { "CHAP", "CHAP,None", "None" };
	obj_id id = world_add(w, target, LIO_TPG, tag);
	bool asks = rng_chance(rng, 50);

	world_set(w, id, "enable", rng_chance(rng, 75) ? "1" : "0");
	world_set(w, id, "authentication", asks ? "1" : "0");
	world_set(w, id, "AuthMethod",
		  rng_chance(rng, 70) ? (asks ? "CHAP" : "CHAP,None") : pick(rng, methods, 3));
	maybe(w, rng, id, "generate_node_acls", 35, "1");
	maybe(w, rng, id, "demo_mode_write_protect", 40, "0");
	maybe(w, rng, id, "cache_dynamic_acls", 20, "1");
	maybe(w, rng, id, "default_cmdsn_depth", 15, "32");
	random_user(w, rng, id, 40);
	for (unsigned n = rng_below(rng, 3); n; n--) {
		const char *portal = rng_chance(rng, 20) ? portals[2] : pick(rng, portals, 2);

		if (!lio_portal_taken(w, target, portal))
			world_add(w, id, LIO_PORTAL, portal);
	}
	random_luns(w, rng, id);
	for (unsigned i = 0; i < LIO_INITIATORS - 1; i++)
		if (rng_chance(rng, 30))
			random_acl(w, rng, id, lio_initiators[i]);
	lio_generate(w, id);
}

static void random_targets(struct world *w, struct rng *rng)
{
	obj_id fabric = world_find(w, 0, LIO_ISCSI_FABRIC, "iscsi");

	for (unsigned t = 0; t < TARGETS; t++) {
		obj_id target;

		if (rng_chance(rng, 30))
			continue;
		target = world_add(w, fabric, LIO_TARGET, text_format("iqn.2026-01.lw:t%u", t));
		maybe(w, rng, target, "cmd_completion_affinity", 10, "-2");
		for (unsigned tag = 1; tag <= TAGS; tag++)
			if (rng_chance(rng, 65))
				random_tpg(w, rng, target, text_format("%u", tag));
	}
}

static void random_loopback(struct world *w, struct rng *rng)
{
	obj_id fabric = world_find(w, 0, LIO_LOOPBACK_FABRIC, "loopback"), target, tpg;

	if (rng_chance(rng, 60))
		return;
	target = world_add(w, fabric, LIO_LOOPBACK_TARGET, "naa.5001405000000001");
	tpg = world_add(w, target, LIO_LOOPBACK_TPG, "1");
	world_set(w, tpg, "nexus", text_format("naa.500140500000001%u", rng_below(rng, 2)));
	random_luns(w, rng, tpg);
}

static void random_state(struct world *w, struct rng *rng)
{
	unsigned place[STORAGE], n = rng_range(rng, 1, STORAGE - 1);
	obj_id iscsi;

	world_init(w, lw_schema_find("lio"));
	iscsi = world_add(w, 0, LIO_ISCSI_FABRIC, "iscsi");
	world_add(w, 0, LIO_LOOPBACK_FABRIC, "loopback");
	if (rng_chance(rng, 20)) {
		world_set(w, iscsi, "enforce_discovery_auth", "1");
		random_user(w, rng, iscsi, 100);
	}
	rng_shuffle(rng, place, STORAGE);
	for (unsigned i = 0; i < n; i++)
		random_storage(w, rng, text_format("s%u", place[i]));
	random_targets(w, rng);
	random_loopback(w, rng);
}

void lio_random(struct world *w, struct rng *rng)
{
	do
		random_state(w, rng);
	while (!world_valid(w));
}
