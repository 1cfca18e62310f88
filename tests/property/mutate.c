/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A state near another: a few parts taken from elsewhere. Parts come from a fresh random state, so
 * that generators exist once: an object of the new state, with its children, replaces the one of
 * the same name.
 */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

obj_id some_object(const struct world *w, struct rng *rng, uint64_t kinds)
{
	obj_id list[WORLD_OBJECTS];
	unsigned n = 0;

	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		if (lw_kind_in(kinds, w->obj[id].kind))
			list[n++] = id;
	return n ? list[rng_below(rng, n)] : 0;
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
	const struct lw_kind_spec *kind = lw_kind(w->schema, o->kind);
	const struct attribute *a;
	int def;

	if (!o->nattr)
		return;
	a = &o->attr[rng_below(rng, o->nattr)];
	def = lw_kind_attr(kind, a->name, strlen(a->name));
	if (def < 0 || !(kind->attrs[def].flags & LW_A_MULTI) ||
	    kind->attrs[def].flags & LW_A_SINGLE)
		world_set(w, to, a->name, a->value);
	else if (!world_word(w, to, a->name, a->value))
		world_add_value(w, to, a->name, a->value);
}

/* The object that the part takes the place of, emptied, so that who refers to it still does. */
static obj_id make_place(struct world *w, const struct mutation *m, obj_id parent,
			 const struct object *o)
{
	obj_id id = m->find(w, parent, o->kind, o->name);

	if (!id)
		return world_add(w, parent, o->kind, o->name);
	for (obj_id child; (child = world_next(w, 0, id, -1));)
		world_remove(w, child);
	world_drop_dangling(w);
	w->obj[id].parent = (uint16_t)parent;
	w->obj[id].kind = o->kind;
	return id;
}

static void graft(struct world *w, const struct mutation *m, obj_id parent,
		  const struct world *from, obj_id source)
{
	const struct object *o = &from->obj[source];
	obj_id ref = o->ref ? m->referent(w, parent, from, source) : 0, id;

	if (o->ref && !ref)
		return;
	id = make_place(w, m, parent, o);
	copy_attrs(w, id, from, source);
	w->obj[id].ref = (uint16_t)ref;
	w->obj[id].ref_name = o->ref_name;
	for (obj_id child = 0; (child = world_next(from, child, source, -1));)
		graft(w, m, id, from, child);
}

/* Where a part of another world belongs in this one: any object of its parent's kind. */
static int home(const struct world *w, const struct world *from, obj_id source, struct rng *rng)
{
	obj_id parent = from->obj[source].parent, to;

	if (!parent)
		return 0;
	to = some_object(w, rng, LW_KIND(from->obj[parent].kind));
	return to ? (int)to : -1;
}

static void take_part(struct world *w, const struct mutation *m, struct rng *rng,
		      const struct world *other)
{
	obj_id part = some_object(other, rng, m->parts);
	int parent = part ? home(w, other, part, rng) : -1;

	if (parent >= 0)
		graft(w, m, (obj_id)parent, other, part);
}

static void take_attribute(struct world *w, const struct mutation *m, struct rng *rng,
			   const struct world *other)
{
	obj_id part = some_object(other, rng, m->parts);
	obj_id mine = part ? some_object(w, rng, LW_KIND(other->obj[part].kind)) : 0;

	if (mine)
		copy_one(w, mine, other, part, rng);
}

static void lose_part(struct world *w, const struct mutation *m, struct rng *rng)
{
	obj_id part = some_object(w, rng, m->parts);

	if (part)
		world_remove(w, part);
	world_drop_dangling(w);
}

static void lose_attribute(struct world *w, const struct mutation *m, struct rng *rng)
{
	obj_id id = some_object(w, rng, m->parts);
	const struct lw_attr_spec *spec;
	const char *name;
	int def;

	if (!id || !w->obj[id].nattr)
		return;
	name = w->obj[id].attr[rng_below(rng, w->obj[id].nattr)].name;
	def = lw_kind_attr(lw_kind(w->schema, w->obj[id].kind), name, strlen(name));
	spec = def < 0 ? NULL : &lw_kind(w->schema, w->obj[id].kind)->attrs[def];
	if (spec && (spec->fresh || spec->flags & LW_A_MULTI))
		world_unset(w, id, name);
}

/* An object is made to refer to something else of the same kinds. */
static void refer_elsewhere(struct world *w, const struct mutation *m, struct rng *rng)
{
	obj_id id = some_object(w, rng, m->referrers);
	obj_id to = id ? some_object(w, rng, lw_kind(w->schema, w->obj[id].kind)->ref_kinds) : 0;

	if (to && !(lw_kind(w->schema, w->obj[id].kind)->flags & LW_K_REF_IS_NAME))
		w->obj[id].ref = (uint16_t)to;
}

void mutate(struct world *w, const struct mutation *m, struct rng *rng, const struct world *other)
{
	switch (rng_below(rng, 9)) {
	case 0:
		lose_part(w, m, rng);
		break;
	case 1:
		lose_attribute(w, m, rng);
		break;
	case 2:
	case 3:
		take_attribute(w, m, rng, other);
		break;
	case 4:
		refer_elsewhere(w, m, rng);
		break;
	case 5:
	case 6:
		take_part(w, m, rng, other);
		break;
	default:
		m->special(w, rng);
	}
}
