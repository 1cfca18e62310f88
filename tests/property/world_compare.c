/* SPDX-License-Identifier: Apache-2.0 */
/* Two worlds beside each other. An attribute that is not there has its fresh value, where the vocabulary knows a constant. */
#include <string.h>

#include "model/schema/schema.h"
#include "world.h"

const char *world_path(const struct world *w, obj_id id)
{
	if (!w->obj[id].parent)
		return w->obj[id].name;
	return text_format("%s/%s", world_path(w, w->obj[id].parent), w->obj[id].name);
}

int world_child(const struct world *w, obj_id parent, const struct world *other, obj_id id)
{
	const struct object *o = &other->obj[id];
	bool by_ref = lw_kind(w->schema, o->kind)->match == LW_MATCH_REF;
	int ref = by_ref && o->ref ? world_peer(w, other, o->ref) : -1;

	for (obj_id c = 0; (c = world_next(w, c, parent, o->kind));)
		if (by_ref ? w->obj[c].ref == ref : w->obj[c].name == o->name)
			return (int)c;
	return -1;
}

int world_peer(const struct world *w, const struct world *other, obj_id id)
{
	int parent;

	if (!id)
		return 0;
	parent = world_peer(w, other, other->obj[id].parent);
	return parent < 0 ? -1 : world_child(w, (obj_id)parent, other, id);
}

static const struct lw_attr_spec *spec_of(const struct world *w, obj_id id, const char *attr)
{
	const struct lw_kind_spec *kind = lw_kind(w->schema, w->obj[id].kind);
	int def = lw_kind_attr(kind, attr, strlen(attr));

	return def < 0 ? NULL : &kind->attrs[def];
}

static bool holds(const struct object *o, const struct attribute *a)
{
	for (unsigned i = 0; i < o->nattr; i++)
		if (o->attr[i].name == a->name && o->attr[i].value == a->value)
			return true;
	return false;
}

static bool names(const struct object *o, const char *attr)
{
	for (unsigned i = 0; i < o->nattr; i++)
		if (o->attr[i].name == attr)
			return true;
	return false;
}

/* Something that @id of @a has and its peer does not; NULL if there is nothing. */
static const char *lacks(const struct world *a, obj_id id, const struct world *b, obj_id peer)
{
	const struct object *o = &a->obj[id], *p = &b->obj[peer];

	for (unsigned i = 0; i < o->nattr; i++) {
		const struct lw_attr_spec *spec = spec_of(a, id, o->attr[i].name);
		const char *fresh = spec ? spec->fresh : NULL;

		if (holds(p, &o->attr[i]) || (spec && spec->reading == LW_READ_FORCED))
			continue;
		if (!names(p, o->attr[i].name) && fresh && !strcmp(fresh, o->attr[i].value))
			continue;
		return text_format("%s: %s %s", world_path(a, id), o->attr[i].name,
				   o->attr[i].value);
	}
	return NULL;
}

static const char *compare(const struct world *a, obj_id id, const struct world *b, obj_id peer)
{
	const struct object *o = &a->obj[id], *p = &b->obj[peer];
	const char *why;

	if (o->half != p->half)
		return text_format("%s: half made", world_path(a, id));
	if (o->ref_name != p->ref_name || !o->ref != !p->ref)
		return text_format("%s: refers to nobody here", world_path(a, id));
	if (o->ref && world_peer(b, a, o->ref) != (int)p->ref)
		return text_format("%s: refers to %s and %s", world_path(a, id),
				   a->obj[o->ref].name, b->obj[p->ref].name);
	why = lacks(a, id, b, peer);
	if (why)
		return text_format("the first has %s", why);
	why = lacks(b, peer, a, id);
	return why ? text_format("the second has %s", why) : NULL;
}

/* Two that are known by the same referent; NULL if there are none. */
static const char *twice(const struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		const struct object *o = &w->obj[id];

		if (lw_kind(w->schema, o->kind)->match != LW_MATCH_REF)
			continue;
		for (obj_id other = id; (other = world_next(w, other, o->parent, o->kind));)
			if (w->obj[other].ref == o->ref)
				return text_format("twice: %s", world_path(w, id));
	}
	return NULL;
}

/* Made by the kernel itself or not at all: whoever needs its number has it go for good. */
static bool nobody_s(const struct world *w, obj_id id)
{
	const struct lw_kind_spec *kind = lw_kind(w->schema, w->obj[id].kind);
	obj_id ref = w->obj[id].ref;

	return kind->settle && ref &&
	       (lw_kind_in(kind->settle_only, w->obj[ref].kind) ||
		(kind->settle_only_if && world_is(w, ref, kind->settle_only_if, "1")));
}

const char *world_difference(const struct world *a, const struct world *b)
{
	const char *why = twice(a);

	if (!why)
		why = compare(a, 0, b, 0);
	for (obj_id id = 0; !why && (id = world_next(a, id, WORLD_ANY, -1));) {
		int peer = world_peer(b, a, id);

		if (peer < 0 && nobody_s(a, id))
			continue;
		why = peer < 0 ? text_format("the first has %s", world_path(a, id))
			       : compare(a, id, b, (obj_id)peer);
	}
	for (obj_id id = 0; !why && (id = world_next(b, id, WORLD_ANY, -1));)
		if (world_peer(a, b, id) < 0 && !nobody_s(b, id))
			why = text_format("the second has %s", world_path(b, id));
	return why;
}
