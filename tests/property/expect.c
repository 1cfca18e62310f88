/* SPDX-License-Identifier: Apache-2.0 */
#include "expect.h"

#include <string.h>

/* ---- objects that nobody declares */

enum fate { STAYS, GOES };

struct fates {
	const struct world *have, *want;
	bool prune_all;
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
	if (parent && f->fate[parent] == GOES)
		return GOES;
	if (f->prune_all)
		return kind->origin == LW_KIND_OURS ? GOES : STAYS;
	if (parent && !f->listed[parent])
		return STAYS;
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

/* Silence about the attribute gives it back its default. */
static bool resets(const struct policy *policy, const struct world *want, obj_id id,
		   const struct lw_attr_spec *spec)
{
	int before;

	/* Nobody can go back to "none yet". */
	if (spec->unset)
		return false;
	if (spec->absent != LW_ABSENT_RESET || spec->alias || spec->when == LW_WHEN_NEVER ||
	    spec->reading == LW_READ_FORCED || spec->reading == LW_READ_VOLATILE)
		return false;
	if (spec->flags & LW_A_ALWAYS_READ || (policy->full && spec->reading != LW_READ_WRITE_ONLY))
		return true;
	before = policy->last ? world_peer(policy->last, want, id) : -1;
	return before >= 0 && world_get(policy->last, (obj_id)before, spec->name);
}

bool expect_says(const struct policy *policy, const struct world *want, obj_id id, const char *attr)
{
	const struct lw_attr_spec *spec = spec_of(want, id, attr);

	return world_get(want, id, attr) ||
	       (spec && (spec->absent == LW_ABSENT_OFF || resets(policy, want, id, spec)));
}

/* With prune_all, of what stays though nobody lists it: switched off, and no user, portal or the like is left. */
static bool is_emptied(const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_ENABLE ||
	       (spec->flags & LW_A_MULTI && spec->absent == LW_ABSENT_RESET);
}

bool expect_empties(const struct policy *policy, const struct lw_tree *goal, lw_node n,
		    const char *attr)
{
	const struct lw_kind_spec *kind = lw_kind(lw_tree_schema(goal), lw_node_kind(goal, n));
	int def = lw_kind_attr(kind, attr, strlen(attr));

	return policy->prune_all && def >= 0 && kind->origin != LW_KIND_OURS &&
	       is_emptied(&kind->attrs[def]);
}

struct declaring {
	struct world *result;
	const struct world *have, *want;
	const struct policy *policy;
};

/* An attribute that others own: a new object still gets it once. */
static bool left_alone(const struct declaring *d, obj_id id, const char *attr)
{
	return d->policy->keep && !strcmp(d->policy->keep, attr) &&
	       world_peer(d->have, d->want, id) >= 0;
}

static void declare_attrs(const struct declaring *d, obj_id to, obj_id id)
{
	const struct lw_kind_spec *kind = kind_of(d->want, id);
	const struct object *o = &d->want->obj[id];

	for (unsigned n = 0; n < kind->nattr; n++) {
		const struct lw_attr_spec *spec = &kind->attrs[n];

		if (world_get(d->want, id, spec->name) || left_alone(d, id, spec->name))
			continue;
		if (spec->absent == LW_ABSENT_OFF)
			world_set(d->result, to, spec->name, "0");
		else if (resets(d->policy, d->want, id, spec))
			world_unset(d->result, to, spec->name);
	}
	for (unsigned i = 0; i < o->nattr; i++)
		if (!left_alone(d, id, o->attr[i].name))
			world_unset(d->result, to, o->attr[i].name);
	for (unsigned i = 0; i < o->nattr; i++)
		if (!left_alone(d, id, o->attr[i].name))
			world_add_value(d->result, to, o->attr[i].name, o->attr[i].value);
}

static void declare(const struct declaring *d, obj_id parent, obj_id to)
{
	for (obj_id id = 0; (id = world_next(d->want, id, parent, -1));) {
		const struct object *o = &d->want->obj[id];
		int mine = world_child(d->result, to, d->want, id);

		/* What the kernel makes by itself comes with what it refers to. */
		if (mine < 0 && lw_kind(d->want->schema, o->kind)->settle)
			continue;
		if (mine < 0)
			mine = (int)world_add(d->result, to, o->kind, o->name);
		declare_attrs(d, (obj_id)mine, id);
		declare(d, id, (obj_id)mine);
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

static void empty(struct world *result, const struct fates *f)
{
	for (obj_id id = 0; (id = world_next(f->have, id, WORLD_ANY, -1));) {
		const struct lw_kind_spec *kind = kind_of(f->have, id);

		if (f->listed[id] || f->fate[id] == GOES || kind->origin == LW_KIND_OURS ||
		    kind->origin == LW_KIND_OBSERVED)
			continue;
		for (unsigned n = 0; n < kind->nattr; n++)
			if (is_emptied(&kind->attrs[n]))
				world_unset(result, id, kind->attrs[n].name);
	}
}

void expect(struct world *result, const struct world *have, const struct world *want,
	    const struct policy *policy)
{
	const struct declaring d = { result, have, want, policy };
	static struct fates f;

	memset(&f, 0, sizeof(f));
	f.have = have;
	f.want = want;
	f.prune_all = policy->prune_all;
	f.listed[0] = true;
	decide(&f, 0);
	keep_referents(&f);

	*result = *have;
	for (obj_id id = 0; (id = world_next(have, id, WORLD_ANY, -1));)
		if (f.fate[id] == GOES)
			result->obj[id].live = false;
	world_drop_dangling(result);
	if (policy->prune_all)
		empty(result, &f);
	declare_attrs(&d, 0, 0);
	declare(&d, 0, 0);
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

/* What the kernel alone decides, where nobody says anything. @was: in have; -1 when it is new. */
static bool is_generated(const struct world *expected, obj_id id, const char *attr,
			 const struct world *have, int was)
{
	const struct lw_attr_spec *spec = spec_of(expected, id, attr);
	const char *before = was < 0 ? NULL : world_get(have, (obj_id)was, attr);

	/* A number that an object had stays; one is made up when it is needed first. */
	if (!strcmp(attr, "rel_tgt_id"))
		return !before || !strcmp(before, "0");
	/* Silence resets it, but a re-created object keeps it: M1 sees to it that both agree. */
	if (spec && spec->flags & LW_A_IDENTITY && !world_get(expected, id, attr) && was >= 0)
		return true;
	if (!strcmp(attr, "vpd_unit_serial") || !strcmp(attr, "nexus"))
		return was < 0;
	return is_rewritten(kind_of(expected, id), attr);
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
		int was = world_peer(have, expected, id);

		if (peer > 0)
			forget_rewritten(expected, id, want, said, kernel, (obj_id)peer);
		for (unsigned i = 0; peer > 0 && i < kernel->obj[peer].nattr; i++) {
			const struct attribute *a = &kernel->obj[peer].attr[i];

			if ((said < 0 || !world_get(want, (obj_id)said, a->name)) &&
			    is_generated(expected, id, a->name, have, was))
				world_set(expected, id, a->name, a->value);
		}
	}
}
