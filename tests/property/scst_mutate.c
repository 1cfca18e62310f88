/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A state near another: a few parts taken from elsewhere. Parts come from a fresh random state, so that generators exist once:
 * an object of the new state with its children replaces the one of the same name.
 */
#include <stdlib.h>
#include <string.h>

#include "scst.h"

/* Any object that can be grafted: devices, targets, groups, LUNs, device groups. */
static bool is_part(unsigned kind)
{
	return scst_is_device(kind) || kind == SCST_ISCSI_TARGET || kind == SCST_LOCAL_TARGET ||
	       kind == SCST_LUN || kind == SCST_GROUP || kind == SCST_INITIATOR ||
	       kind == SCST_DEVICE_GROUP || kind == SCST_TARGET_GROUP;
}

static obj_id some_part(const struct world *w, struct rng *rng)
{
	obj_id list[WORLD_OBJECTS];
	unsigned n = 0;

	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		if (is_part(w->obj[id].kind))
			list[n++] = id;
	return n ? list[rng_below(rng, n)] : 0;
}

static void gone(struct world *w, obj_id id)
{
	unsigned kind = w->obj[id].kind;

	if (scst_is_device(kind)) {
		world_drop_referrers(w, id, SCST_LUN);
		world_drop_referrers(w, id, SCST_DG_DEVICE);
	}
	if (scst_is_target(kind))
		world_drop_referrers(w, id, SCST_TG_TARGET);
	world_remove(w, id);
}

/* Attributes, from one object to another: all of them, or one at random. */
static void copy_attrs(struct world *w, obj_id to, const struct world *from, obj_id source)
{
	w->obj[to].nattr = from->obj[source].nattr;
	memcpy(w->obj[to].attr, from->obj[source].attr, sizeof(w->obj[to].attr));
}

static void copy_one(struct world *w, obj_id to, const struct world *from, obj_id source,
		     struct rng *rng)
{
	const struct object *o = &from->obj[source];
	const struct attribute *a;

	if (!o->nattr)
		return;
	a = &o->attr[rng_below(rng, o->nattr)];
	if (strcmp(a->name, "IncomingUser") && strcmp(a->name, "allowed_portal") &&
	    strcmp(a->name, "session_name"))
		world_set(w, to, a->name, a->value);
	else if (!world_word(w, to, a->name, a->value))
		world_add_value(w, to, a->name, a->value);
}

static obj_id same_referent(const struct world *w, const struct world *from, obj_id ref)
{
	const char *name = from->obj[ref].name;

	return scst_is_device(from->obj[ref].kind) ? scst_device(w, name) : scst_target(w, name);
}

/* The object that the part takes the place of, emptied, so that who refers to it still does; or a new one. */
static obj_id make_place(struct world *w, obj_id parent, const struct object *o)
{
	obj_id id = scst_is_device(o->kind) ? scst_device(w, o->name)
					    : world_find(w, parent, o->kind, o->name);

	if (!id)
		return world_add(w, parent, o->kind, o->name);
	for (obj_id child; (child = world_next(w, 0, id, -1));)
		world_remove(w, child);
	w->obj[id].parent = (uint16_t)parent;
	w->obj[id].kind = o->kind;
	return id;
}

static void graft(struct world *w, obj_id parent, const struct world *from, obj_id source)
{
	const struct object *o = &from->obj[source];
	obj_id ref = o->ref ? same_referent(w, from, o->ref) : 0, id;

	if (o->ref && !ref)
		return;
	id = make_place(w, parent, o);
	copy_attrs(w, id, from, source);
	w->obj[id].ref = (uint16_t)ref;
	w->obj[id].ref_name = o->ref_name;
	for (obj_id child = 0; (child = world_next(from, child, source, -1));)
		graft(w, id, from, child);
}

/* Where a part of another world belongs in this one: a parent of the same name, or any of the same kind. */
static int home(const struct world *w, const struct world *from, obj_id source, struct rng *rng)
{
	obj_id parent = from->obj[source].parent, list[WORLD_OBJECTS];
	unsigned n = 0;

	if (!parent)
		return 0;
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, from->obj[parent].kind));)
		list[n++] = id;
	return n ? (int)list[rng_below(rng, n)] : -1;
}

static void move_initiator(struct world *w, struct rng *rng)
{
	obj_id from, list[WORLD_OBJECTS];
	unsigned n = 0;

	for (obj_id i = 0; (i = world_next(w, i, WORLD_ANY, SCST_INITIATOR));)
		list[n++] = i;
	if (!n)
		return;
	from = list[rng_below(rng, n)];
	n = 0;
	for (obj_id g = 0; (g = world_next(w, g, w->obj[w->obj[from].parent].parent, SCST_GROUP));)
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

static void change(struct world *w, struct rng *rng, const struct world *other)
{
	obj_id part, mine;
	int parent;

	switch (rng_below(rng, 8)) {
	case 0:
		move_initiator(w, rng);
		return;
	case 1:
		swap_numbers(w, rng);
		return;
	case 2:
		reorder_groups(w, rng);
		return;
	case 3:
		part = some_part(w, rng);
		if (part)
			gone(w, part);
		return;
	case 4:
	case 5:
		part = some_part(other, rng);
		mine = some_part(w, rng);
		for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, other->obj[part].kind));)
			if (rng_chance(rng, 40))
				mine = id;
		if (part && mine && w->obj[mine].kind == other->obj[part].kind)
			copy_one(w, mine, other, part, rng);
		return;
	default:
		part = some_part(other, rng);
		parent = part ? home(w, other, part, rng) : -1;
		if (parent >= 0)
			graft(w, (obj_id)parent, other, part);
	}
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
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		if (scst_is_device(w->obj[id].kind))
			scst_generate_ids(w, id);
		if (w->obj[id].kind == SCST_LUN)
			scst_fold_read_only(w, id);
		if (w->obj[id].kind == SCST_TG_TARGET)
			settle_member(w, id);
	}
}

/* Numbers that a state needs and a mutation may have taken away. */
static void number(struct world *w, struct rng *rng)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		const char *have = world_get(w, id, "rel_tgt_id");
		bool target = scst_is_target(w->obj[id].kind) && scst_enabled(w, id);
		bool member = w->obj[id].kind == SCST_TG_TARGET && w->obj[id].ref_name;

		if ((target || member) && (!have || !strcmp(have, "0")))
			world_set(w, id, "rel_tgt_id", text_format("%u", rng_range(rng, 1, 6)));
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
			change(w, rng, &other);
		scst_settle(w);
		number(w, rng);
	} while (!world_valid(w));
}
