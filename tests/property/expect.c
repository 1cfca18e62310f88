/* SPDX-License-Identifier: Apache-2.0 */
#include "expect.h"

#include <string.h>

/* ---- objects that nobody declares */

enum fate { STAYS, GOES };

struct fates {
	const struct world *have, *want;
	bool listed[WORLD_OBJECTS]; /* by object of have */
	enum fate fate[WORLD_OBJECTS];
};

static const struct lw_kind_spec *kind_of(const struct world *w, obj_id id)
{
	return lw_kind(w->schema, w->obj[id].kind);
}

/* At the top the file lists a group of kinds (all handlers, all device groups) when it names one of them. */
static bool group_listed(const struct fates *f, obj_id id)
{
	const char *word = kind_of(f->have, id)->word;

	for (obj_id o = 0; (o = world_next(f->want, o, 0, -1));)
		if (word && kind_of(f->want, o)->word && !strcmp(kind_of(f->want, o)->word, word))
			return true;
	return false;
}

static enum fate fate_of(const struct fates *f, obj_id id)
{
	obj_id parent = f->have->obj[id].parent;
	const struct lw_kind_spec *kind = kind_of(f->have, id);

	if (f->listed[id])
		return STAYS;
	if (parent && !f->listed[parent])
		return f->fate[parent];
	if (!parent && !group_listed(f, id))
		return STAYS;
	return kind->origin == LW_KIND_OURS && kind->unlisted == LW_UNLISTED_DELETE ? GOES : STAYS;
}

/* Parents first: an object may stand anywhere in the array. */
static void decide(struct fates *f, obj_id parent)
{
	for (obj_id id = 0; (id = world_next(f->have, id, parent, -1));) {
		f->listed[id] = world_peer(f->want, f->have, id) > 0;
		f->fate[id] = fate_of(f, id);
		decide(f, id);
	}
}

static void keep(struct fates *f, obj_id id)
{
	for (obj_id up = id; up; up = f->have->obj[up].parent)
		f->fate[up] = STAYS;
	for (obj_id down = 0; (down = world_next(f->have, down, WORLD_ANY, -1));)
		if (world_below(f->have, down, id))
			f->fate[down] = STAYS;
}

/* M10: what a kept node refers to is kept. */
static void keep_referents(struct fates *f)
{
	bool again = true;

	while (again) {
		again = false;
		for (obj_id id = 0; (id = world_next(f->have, id, WORLD_ANY, -1));) {
			obj_id ref = f->have->obj[id].ref;

			if (!ref || f->listed[id] || f->fate[id] == GOES || f->fate[ref] == STAYS ||
			    kind_of(f->have, id)->match == LW_MATCH_REF)
				continue;
			keep(f, ref);
			again = true;
		}
	}
}

/* ---- what is declared */

static const struct lw_attr_spec *spec_of(const struct world *w, obj_id id, const char *attr)
{
	int def = lw_kind_attr(kind_of(w, id), attr, strlen(attr));

	return def < 0 ? NULL : &kind_of(w, id)->attrs[def];
}

static bool resets(const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_ALWAYS_READ && spec->absent == LW_ABSENT_RESET;
}

bool expect_says(const struct world *want, obj_id id, const char *attr)
{
	const struct lw_attr_spec *spec = spec_of(want, id, attr);

	return world_get(want, id, attr) ||
	       (spec && (spec->absent == LW_ABSENT_OFF || resets(spec)));
}

static void declare_attrs(struct world *result, obj_id to, const struct world *want, obj_id id)
{
	const struct lw_kind_spec *kind = kind_of(want, id);
	const struct object *o = &want->obj[id];

	for (unsigned n = 0; n < kind->nattr; n++) {
		if (world_get(want, id, kind->attrs[n].name))
			continue;
		if (kind->attrs[n].absent == LW_ABSENT_OFF)
			world_set(result, to, kind->attrs[n].name, "0");
		else if (resets(&kind->attrs[n]))
			world_unset(result, to, kind->attrs[n].name);
	}
	for (unsigned i = 0; i < o->nattr; i++)
		world_unset(result, to, o->attr[i].name);
	for (unsigned i = 0; i < o->nattr; i++)
		world_add_value(result, to, o->attr[i].name, o->attr[i].value);
}

static void declare(struct world *result, const struct world *want, obj_id parent, obj_id to)
{
	for (obj_id id = 0; (id = world_next(want, id, parent, -1));) {
		const struct object *o = &want->obj[id];
		int mine = world_child(result, to, want, id);

		/* What the kernel makes by itself comes with what it refers to. */
		if (mine < 0 && lw_kind(want->schema, o->kind)->settle)
			continue;
		if (mine < 0)
			mine = (int)world_add(result, to, o->kind, o->name);
		declare_attrs(result, (obj_id)mine, want, id);
		declare(result, want, id, (obj_id)mine);
	}
}

static void refer(struct world *result, const struct world *want)
{
	for (obj_id id = 0; (id = world_next(want, id, WORLD_ANY, -1));) {
		const struct object *o = &want->obj[id];
		int mine = world_peer(result, want, id);
		int ref = o->ref ? world_peer(result, want, o->ref) : 0;

		if (mine < 0)
			continue;
		result->obj[mine].ref = (uint16_t)(ref > 0 ? ref : 0);
		result->obj[mine].ref_name = o->ref_name;
	}
}

void expect(struct world *result, const struct world *have, const struct world *want)
{
	static struct fates f;

	memset(&f, 0, sizeof(f));
	f.have = have;
	f.want = want;
	f.listed[0] = true;
	decide(&f, 0);
	keep_referents(&f);

	*result = *have;
	for (obj_id id = 0; (id = world_next(have, id, WORLD_ANY, -1));)
		if (f.fate[id] == GOES)
			result->obj[id].live = false;
	world_drop_dangling(result);
	declare_attrs(result, 0, want, 0);
	declare(result, want, 0, 0);
	refer(result, want);
}

/* An attribute that the writing of another one sets. */
static bool is_rewritten(const struct lw_kind_spec *kind, const char *attr)
{
	for (unsigned n = 0; n < kind->nattr; n++)
		for (const struct lw_rewrite *r = kind->attrs[n].rewrites; r && r->attr; r++)
			if (!strcmp(r->attr, attr))
				return true;
	return false;
}

/* What the kernel alone decides, where nobody says anything. */
static bool is_generated(const struct world *expected, obj_id id, const char *attr, bool is_new)
{
	const char *value = world_get(expected, id, attr);

	if (!strcmp(attr, "rel_tgt_id"))
		return !value || !strcmp(value, "0");
	if (!strcmp(attr, "vpd_unit_serial") || !strcmp(attr, "nexus"))
		return is_new;
	return is_rewritten(lw_kind(expected->schema, expected->obj[id].kind), attr);
}

/* Attributes that others set, and that the kernel did not come to hold. */
static void forget_rewritten(struct world *expected, obj_id id, const struct world *want, int said,
			     const struct world *kernel, obj_id peer)
{
	for (unsigned i = expected->obj[id].nattr; i--;) {
		const char *attr = expected->obj[id].attr[i].name;

		if (!world_get(kernel, peer, attr) &&
		    (said < 0 || !world_get(want, (obj_id)said, attr)) &&
		    is_rewritten(kind_of(expected, id), attr))
			world_unset(expected, id, attr);
	}
}

void expect_generated(struct world *expected, const struct world *have, const struct world *want,
		      const struct world *kernel)
{
	for (obj_id id = 0; (id = world_next(expected, id, WORLD_ANY, -1));) {
		int peer = world_peer(kernel, expected, id), said = world_peer(want, expected, id);
		bool is_new = world_peer(have, expected, id) < 0;

		if (peer > 0)
			forget_rewritten(expected, id, want, said, kernel, (obj_id)peer);
		for (unsigned i = 0; peer > 0 && i < kernel->obj[peer].nattr; i++) {
			const struct attribute *a = &kernel->obj[peer].attr[i];

			if ((said < 0 || !world_get(want, (obj_id)said, a->name)) &&
			    is_generated(expected, id, a->name, is_new))
				world_set(expected, id, a->name, a->value);
		}
	}
}

/* ---- configurations */

static bool is_required(const struct world *w, obj_id id, const char *attr)
{
	const struct lw_attr_spec *spec = spec_of(w, id, attr);

	return spec && spec->flags & LW_A_REQUIRED;
}

static void forget_attrs(struct world *want, obj_id id, struct rng *rng)
{
	for (unsigned i = want->obj[id].nattr; i--;) {
		const char *name = want->obj[id].attr[i].name;

		if (rng_chance(rng, 30) && !is_required(want, id, name)) {
			world_unset(want, id, name);
			i = want->obj[id].nattr;
		}
	}
}

void some_configuration(struct world *want, const struct world *goal, struct rng *rng)
{
	*want = *goal;
	for (obj_id id = 0; (id = world_next(want, id, WORLD_ANY, -1));) {
		unsigned percent = want->obj[id].parent ? 6 : 20;

		if (rng_chance(rng, percent))
			world_remove(want, id);
	}
	world_drop_dangling(want);
	forget_attrs(want, 0, rng);
	for (obj_id id = 0; (id = world_next(want, id, WORLD_ANY, -1));)
		forget_attrs(want, id, rng);
}
