/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a re-created node keeps, and what comes back by itself. UNKNOWN in the goal means "leave it as it is", so everything
 * that have holds and the goal does not mention is written into the goal, marked CARRIED: above all the identity that
 * initiators know the device by, also where it was generated and would come out differently today.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"
#include "model/tree/saved.h"

static int carry_value(struct diff *d, lw_node g, uint16_t def, uint32_t value)
{
	struct attr *attr;
	unsigned count;
	const struct attr *run = lw_tree_attr_run(d->goal, g, def, &count);

	if (run && run->state == LW_DEFAULT)
		lw_tree_drop(d->goal, g, def);
	attr = lw_tree_put(d->goal, g, def);

	if (!attr)
		return lw_tree_refused(d->goal);
	attr->value = value;
	attr->src = 0;
	attr->state = LW_SET;
	attr->flags |= LW_ATTR_CARRIED;
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, def);

	if (spec && spec->flags & LW_A_SECRET)
		attr->flags |= LW_ATTR_SECRET;
	return 0;
}

/*
 * Whether the goal says what the attribute shall be. Identity is only said by a value: no longer to name it is no wish to be
 * somebody else after a re-creation, unless the goal is known in full.
 */
static bool goal_mentions(const struct diff *d, lw_node g, uint16_t def)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, def);
	unsigned count;
	const struct attr *run = lw_tree_attr_run(d->goal, g, def, &count);
	bool identity =
		spec && spec->flags & LW_A_IDENTITY && node_at(d->goal, g)->depth != LW_DEPTH_FULL;

	return run && !(identity && run->state == LW_DEFAULT && !(run->flags & LW_ATTR_FIRM));
}

/* The number that an attribute of have has in the goal. */
static uint16_t goal_def(struct diff *d, unsigned kind, uint16_t def)
{
	const char *name;

	if (def < lw_kind(d->have->schema, kind)->nattr)
		return def;
	name = lw_tree_attr_name(d->have, kind, def);
	return lw_tree_attr_def(d->goal, kind, name, strlen(name));
}

/* @marked: somebody is known to have set it; else a kernel shows it, and what nobody can compute will come out as it was. */
static int carry_run(struct diff *d, lw_node g, uint16_t def, const struct attr *run,
		     unsigned count, bool marked)
{
	uint32_t fresh;
	bool known = count == 1 && lw_tree_fresh(d->goal, g, def, &fresh);

	if (known ? fresh == run->value : !marked)
		return 0;
	for (unsigned i = 0; i < count; i++) {
		int r = carry_value(d, g, def, run[i].value);

		if (r < 0)
			return r;
	}
	return 0;
}

static bool marked(const struct diff *d, lw_node h, const struct attr *run)
{
	return node_at(d->have, h)->origin != LW_FROM_OBSERVED || run->flags & LW_ATTR_KEYED;
}

static int carry_set(struct diff *d, lw_node g, lw_node h)
{
	unsigned kind = node_at(d->have, h)->kind, n = node_at(d->have, h)->nattr, count = 0;
	int r = 0;

	for (unsigned i = 0; i < n && r == 0; i += count) {
		const struct attr *first = &d->have->attrs[node_at(d->have, h)->attrs + i];
		const struct attr *run = lw_tree_attr_run(d->have, h, first->def, &count);
		const struct lw_attr_spec *spec = lw_tree_attr_spec(d->have, kind, first->def);
		uint16_t def;

		if (first->state != LW_SET || !diff_is_config(spec) ||
		    (spec && spec->flags & LW_A_ENABLE))
			continue;
		def = goal_def(d, kind, first->def);
		if (def == NO_ATTR)
			return lw_tree_refused(d->goal);
		if (!goal_mentions(d, g, def) && !diff_belongs_elsewhere(d, g, def))
			r = carry_run(d, g, def, run, count, marked(d, h, run));
	}
	return r;
}

/* Identity that have never wrote down because it was generated. */
static int carry_generated(struct diff *d, lw_node g, lw_node h)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	int r = 0;

	for (uint16_t def = 0; def < kind->nattr && r == 0; def++) {
		uint32_t old_value = 0, fresh = 0;
		bool known = false;

		if (!(kind->attrs[def].flags & LW_A_IDENTITY) || goal_mentions(d, g, def))
			continue;
		if (lw_tree_effective(d->have, h, def, &old_value, &known) != LW_DEFAULT || !known)
			continue;
		if (!lw_tree_fresh(d->goal, g, def, &fresh) || fresh == old_value)
			continue;
		r = carry_value(d, g, def, old_value);
	}
	return r;
}

/*
 * An attribute that is 0 for a moment, so that another one can be changed, is meant to be again what it was, whoever has to do
 * that: an apply that is killed in between leaves it at 0, and its goal is what the next one goes by.
 */
static int carry_shut(struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	int r;

	if (diff_holds_all(d, g))
		return 0;
	for (uint16_t def = 0; def < kind->nattr; def++) {
		enum change change = CHANGE_NO;
		uint32_t value = 0, old_value, new_value;
		bool known = false;
		int shutter;

		if (!kind->attrs[def].shut_by && kind->attrs[def].when != LW_WHEN_INACTIVE)
			continue;
		r = diff_compare(d, g, def, &change, &old_value, &new_value);
		if (r < 0)
			return r;
		shutter = change == CHANGE_SET ? diff_shutter(kind, &kind->attrs[def]) : -1;
		if (shutter < 0 || goal_mentions(d, g, (uint16_t)shutter))
			continue;
		lw_tree_effective(d->have, d->to_have[g], (uint16_t)shutter, &value, &known);
		if (known && carry_value(d, g, (uint16_t)shutter, value) < 0)
			return -ENOMEM;
	}
	return 0;
}

/*
 * What a kernel gave the node without being asked, it gives the new one, too. An identity is left to it only where that is
 * known to come out the same.
 */
static bool comes_by_itself(struct diff *d, lw_node g, const struct attr *attr)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, attr->def);
	uint16_t def = attr->def;
	uint32_t fresh;

	if (attr->state != LW_SET || !(attr->flags & LW_ATTR_GENERATED) ||
	    lw_tree_must_be_said(d->goal, g, attr))
		return false;
	return !(spec && spec->flags & LW_A_IDENTITY) || lw_tree_fresh(d->goal, g, def, &fresh);
}

static void leave_generated(struct diff *d, lw_node g)
{
	/* Indices, not pointers: computed defaults may move the pools. */
	for (unsigned i = 0; i < node_at(d->goal, g)->nattr; i++) {
		struct attr attr = d->goal->attrs[node_at(d->goal, g)->attrs + i];

		if (!comes_by_itself(d, g, &attr))
			continue;
		attr.state = LW_DEFAULT;
		attr.value = 0;
		attr.flags |= LW_ATTR_FIRM;
		d->goal->attrs[node_at(d->goal, g)->attrs + i] = attr;
	}
}

int diff_carry(struct diff *d)
{
	for (lw_node g = 1; g < d->ngoal; g++) {
		int r = 0;

		if (node_at(d->goal, g)->flags & LW_NODE_DEAD)
			continue;
		if (d->mark[g] & (GOAL_NEW | GOAL_RECREATE))
			leave_generated(d, g);
		if (!d->to_have[g])
			continue;
		if (!(d->mark[g] & GOAL_RECREATE))
			r = carry_shut(d, g);
		else
			r = carry_set(d, g, d->to_have[g]);
		/* A goal known in full has said what it wants. */
		if (r == 0 && d->mark[g] & GOAL_RECREATE &&
		    node_at(d->goal, g)->depth != LW_DEPTH_FULL)
			r = carry_generated(d, g, d->to_have[g]);
		if (r < 0)
			return r;
	}
	return lw_tree_status(d->goal);
}
