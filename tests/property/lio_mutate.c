/* SPDX-License-Identifier: Apache-2.0 */
/* States of LIO near another, and what the kernel itself sees to. */
#include <string.h>

#include "lio.h"
#include "mutate.h"

static obj_id find(const struct world *w, obj_id parent, unsigned kind, const char *name)
{
	return world_find(w, parent, kind, name);
}

static obj_id referent(const struct world *w, obj_id parent, const struct world *from,
		       obj_id source)
{
	obj_id ref = from->obj[source].ref;
	int peer;

	switch (from->obj[source].kind) {
	case LIO_MAPPED_LUN:
		return world_find(w, lio_tpg(w, parent), LIO_LUN, from->obj[ref].name);
	case LIO_LUN_ALUA:
		return world_find(w, w->obj[parent].ref, LIO_ALUA_GROUP, from->obj[ref].name);
	default:
		peer = world_peer(w, from, ref);
		return peer > 0 ? (obj_id)peer : 0;
	}
}

/* A portal goes to another TPG of its target. */
static void move_portal(struct world *w, struct rng *rng)
{
	obj_id portal = some_object(w, rng, LW_KIND(LIO_PORTAL)), tpg, list[WORLD_OBJECTS];
	unsigned n = 0;

	if (!portal)
		return;
	tpg = w->obj[portal].parent;
	for (obj_id other = 0; (other = world_next(w, other, w->obj[tpg].parent, LIO_TPG));)
		list[n++] = other;
	w->obj[portal].parent = (uint16_t)list[rng_below(rng, n)];
}

/* Two numbers of one TPG or ACL change places. */
static void swap_units(struct world *w, struct rng *rng)
{
	obj_id a = some_object(w, rng, LW_KIND(LIO_LUN) | LW_KIND(LIO_MAPPED_LUN)), b, ref;

	b = a ? world_next(w, a, w->obj[a].parent, w->obj[a].kind) : 0;
	if (!b)
		return;
	ref = w->obj[a].ref;
	w->obj[a].ref = w->obj[b].ref;
	w->obj[b].ref = (uint16_t)ref;
}

/* Two storage objects change disks. */
static void swap_disks(struct world *w, struct rng *rng)
{
	obj_id a = some_object(w, rng, LW_KIND(LIO_IBLOCK));
	obj_id b = some_object(w, rng, LW_KIND(LIO_IBLOCK));
	const char *path;

	if (!a || !b)
		return;
	path = world_get(w, a, "udev_path");
	world_set(w, a, "udev_path", world_get(w, b, "udev_path"));
	world_set(w, b, "udev_path", path);
}

static void special(struct world *w, struct rng *rng)
{
	static void (*const changes[])(struct world *, struct rng *) = { move_portal, swap_units,
									 swap_disks };

	changes[rng_below(rng, 3)](w, rng);
}

static const struct mutation mutation = {
	.parts = LW_KIND(LIO_FILEIO) | LW_KIND(LIO_IBLOCK) | LW_KIND(LIO_RAMDISK) |
		 LW_KIND(LIO_ALUA_GROUP) | LW_KIND(LIO_TARGET) | LW_KIND(LIO_TPG) |
		 LW_KIND(LIO_PORTAL) | LW_KIND(LIO_LUN) | LW_KIND(LIO_ACL) |
		 LW_KIND(LIO_MAPPED_LUN),
	.referrers = LW_KIND(LIO_LUN),
	.find = find,
	.referent = referent,
	.special = special,
};

static void generate_tpg(struct world *w, obj_id id)
{
	if (w->obj[id].kind == LIO_LOOPBACK_TPG) {
		if (!world_get(w, id, "nexus"))
			world_set(w, id, "nexus", text_format("naa.50014050000%05u", w->rolling++));
		return;
	}
	if (!world_get(w, id, "authentication"))
		world_set(w, id, "authentication", "1");
	if (!world_get(w, id, "AuthMethod"))
		world_set(w, id, "AuthMethod", "CHAP");
	if (world_is(w, id, "generate_node_acls", "1"))
		world_set(w, id, "cache_dynamic_acls", "1");
}

void lio_generate(struct world *w, obj_id id)
{
	const char *depth;

	if (lio_is_storage(w->obj[id].kind)) {
		lio_generate_storage(w, id);
	} else if (lw_kind_in(LIO_TPGS, w->obj[id].kind)) {
		generate_tpg(w, id);
	} else if (w->obj[id].kind == LIO_ACL && !world_get(w, id, "cmdsn_depth")) {
		depth = world_get(w, w->obj[id].parent, "default_cmdsn_depth");
		world_set(w, id, "cmdsn_depth", depth ? depth : "64");
	}
}

/* A group stands in the storage object of its LUNs; whoever points elsewhere is in none. */
static void settle_membership(struct world *w, obj_id id)
{
	if (w->obj[w->obj[id].ref].parent != w->obj[w->obj[id].parent].ref)
		world_remove(w, id);
}

static void settle_mapped(struct world *w, obj_id id)
{
	if (lio_tpg(w, w->obj[id].ref) != lio_tpg(w, id))
		world_remove(w, id);
}

void lio_settle(struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		if (w->obj[id].kind == LIO_LUN_ALUA)
			settle_membership(w, id);
		else if (w->obj[id].kind == LIO_MAPPED_LUN)
			settle_mapped(w, id);
		else
			lio_generate(w, id);
	}
}

/* Portals of a target that would listen at one address. */
static void drop_overlaps(struct world *w)
{
	for (obj_id p = 0; (p = world_next(w, p, WORLD_ANY, LIO_PORTAL));) {
		obj_id target = w->obj[w->obj[p].parent].parent;

		w->obj[p].live = false;
		if (!lio_portal_taken(w, target, w->obj[p].name))
			w->obj[p].live = true;
	}
}

void lio_mutate(struct world *w, struct rng *rng)
{
	static struct world before, other;

	before = *w;
	lio_random(&other, rng);
	do {
		*w = before;
		for (unsigned n = rng_range(rng, 1, 4); n; n--)
			mutate(w, &mutation, rng, &other);
		drop_overlaps(w);
		lio_settle(w);
	} while (!world_valid(w));
}
