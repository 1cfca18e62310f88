/* SPDX-License-Identifier: Apache-2.0 */
/* States of SCST near another, and what the kernel itself sees to. */
#include <stdlib.h>
#include <string.h>

#include "mutate.h"
#include "scst.h"

static obj_id find(const struct world *w, obj_id parent, unsigned kind, const char *name)
{
	return scst_is_device(kind) ? scst_device(w, name) : world_find(w, parent, kind, name);
}

static obj_id referent(const struct world *w, obj_id parent, const struct world *from,
		       obj_id source)
{
	obj_id ref = from->obj[source].ref;

	(void)parent;
	return scst_is_device(from->obj[ref].kind) ? scst_device(w, from->obj[ref].name)
						   : scst_target(w, from->obj[ref].name);
}

static void move_initiator(struct world *w, struct rng *rng)
{
	obj_id from = some_object(w, rng, LW_KIND(SCST_INITIATOR)), target, list[WORLD_OBJECTS];
	unsigned n = 0;

	if (!from)
		return;
	target = w->obj[w->obj[from].parent].parent;
	for (obj_id g = 0; (g = world_next(w, g, target, SCST_GROUP));)
		list[n++] = g;
	w->obj[from].parent = (uint16_t)list[rng_below(rng, n)];
}

static void swap_numbers(struct world *w, struct rng *rng)
{
	obj_id list[WORLD_OBJECTS], a, b;
	const char *number;
	unsigned n = 0;

	for (obj_id t = 0; (t = world_next(w, t, WORLD_ANY, -1));)
		if (scst_is_target(w->obj[t].kind) && world_get(w, t, "rel_tgt_id"))
			list[n++] = t;
	if (n < 2)
		return;
	a = list[rng_below(rng, n)];
	b = list[rng_below(rng, n)];
	number = world_get(w, a, "rel_tgt_id");
	world_set(w, a, "rel_tgt_id", world_get(w, b, "rel_tgt_id"));
	world_set(w, b, "rel_tgt_id", number);
}

static void reorder_groups(struct world *w, struct rng *rng)
{
	for (obj_id g = 0; (g = world_next(w, g, WORLD_ANY, SCST_GROUP));)
		if (rng_chance(rng, 30))
			w->obj[g].made = w->clock++;
}

/* A member of a port group is local when the target is here. */
static void settle_member(struct world *w, obj_id member)
{
	obj_id local = scst_target(w, w->obj[member].name);

	w->obj[member].ref = (uint16_t)local;
	w->obj[member].ref_name = local ? NULL : w->obj[member].name;
	if (local)
		world_unset(w, member, "rel_tgt_id");
	else if (!world_get(w, member, "rel_tgt_id"))
		world_set(w, member, "rel_tgt_id", "0");
}

void scst_settle(struct world *w)
{
	scst_copy_units(w);
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		if (scst_is_device(w->obj[id].kind))
			scst_generate_ids(w, id);
		if (w->obj[id].kind == SCST_LUN || w->obj[id].kind == SCST_CM_LUN)
			scst_fold_read_only(w, id);
		if (w->obj[id].kind == SCST_TG_TARGET)
			settle_member(w, id);
	}
}

static void special(struct world *w, struct rng *rng)
{
	static void (*const changes[])(
		struct world *, struct rng *) = { move_initiator, swap_numbers, reorder_groups };

	changes[rng_below(rng, 3)](w, rng);
}

static const struct mutation mutation = {
	.parts = SCST_DEVICES | SCST_EXPORTS | LW_KIND(SCST_LUN) | LW_KIND(SCST_GROUP) |
		 LW_KIND(SCST_INITIATOR) | LW_KIND(SCST_DEVICE_GROUP) | LW_KIND(SCST_TARGET_GROUP) |
		 LW_KIND(SCST_DG_DEVICE) | LW_KIND(SCST_TG_TARGET),
	.referrers = LW_KIND(SCST_LUN),
	.find = find,
	.referent = referent,
	.special = special,
};

/* Numbers that a state needs and a mutation may have taken away. */
static void number(struct world *w, struct rng *rng)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		const char *have = world_get(w, id, "rel_tgt_id");
		bool target = scst_is_target(w->obj[id].kind) && scst_enabled(w, id);
		bool member = w->obj[id].kind == SCST_TG_TARGET && w->obj[id].ref_name;

		if ((target || member) && (!have || !strcmp(have, "0")))
			world_set(w, id, "rel_tgt_id", text_format("%u", rng_range(rng, 1, 6)));
		if (w->obj[id].kind == SCST_TARGET_GROUP && !world_get(w, id, "group_id"))
			world_set(w, id, "group_id", text_format("%u", rng_range(rng, 1, 6)));
	}
}

void scst_mutate(struct world *w, struct rng *rng)
{
	static struct world before, other;

	before = *w;
	scst_random(&other, rng);
	do {
		*w = before;
		for (unsigned n = rng_range(rng, 1, 4); n; n--)
			mutate(w, &mutation, rng, &other);
		scst_settle(w);
		number(w, rng);
	} while (!world_valid(w));
}
