/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A path is open to a unit until three things come together: its export is in a group, the unit stands beside that group, and
 * the group is closed. Which of them comes last takes the path from whoever has the unit there: the group's attribute, the
 * export's membership, the unit's, or the swap that brings another unit to a number.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/diff/diff.h"
#include "model/plan/sessions.h"

/* Of an export of have, as to one family of groups and units. */
struct path {
	/* The family (a goal node) in which it is closed, now and in the end. */
	lw_node shut_before, shut_after;
	uint32_t op; /* in the end: what closes it; NO_OP: nothing, it is closed all the time */
};

struct paths {
	struct diff *d;
	const uint32_t *rank;
	struct path *of;
	lw_node family; /* the one at hand: a goal node, whose children are groups and units */
};

static uint32_t later(const struct paths *p, uint32_t a, uint32_t b)
{
	if (a == NO_OP || b == NO_OP)
		return a == NO_OP ? b : a;
	return p->rank[a] > p->rank[b] ? a : b;
}

static lw_node referent(const struct lw_tree *tree, lw_node n)
{
	return node_at(tree, n)->flags & LW_NODE_UNRESOLVED ? 0 : node_at(tree, n)->ref;
}

static void note_before(struct paths *p, lw_node group)
{
	const struct lw_tree *have = p->d->have;

	for (lw_node h = node_at(have, group)->first; h; h = node_at(have, h)->next)
		if (referent(have, h))
			p->of[referent(have, h)].shut_before = p->family;
}

static bool goes_after(const struct paths *p, lw_node h, uint32_t op)
{
	const struct diff *d = p->d;

	return op != NO_OP && diff_takes(d, h) &&
	       p->rank[diff_effective(d, d->del_op[h])] > p->rank[op];
}

/* An export that leaves the group only when that is closed already. */
static void note_leavers(struct paths *p, lw_node old_group, uint32_t closing)
{
	struct diff *d = p->d;

	for (lw_node h = node_at(d->have, old_group)->first; h; h = node_at(d->have, h)->next) {
		lw_node x = referent(d->have, h);

		if (!x || !goes_after(p, h, closing) || !diff_live_export(d, x))
			continue;
		p->of[x].shut_after = p->family;
		p->of[x].op = closing;
	}
}

static void note_after(struct paths *p, lw_node group)
{
	struct diff *d = p->d;
	uint32_t closing = diff_path_closed_before(d, group) ? NO_OP : diff_path_op(d, group);

	if (d->to_have[group])
		note_leavers(p, d->to_have[group], closing);
	for (lw_node g = node_at(d->goal, group)->first; g; g = node_at(d->goal, g)->next) {
		lw_node x = referent(d->goal, g), h = x ? d->to_have[x] : 0;
		uint32_t joins = diff_makes(d, g) ? d->make_op[g] : NO_OP;

		if (!h || diff_makes(d, x) || !diff_live_export(d, h))
			continue;
		p->of[h].shut_after = p->family;
		p->of[h].op = later(p, closing, joins);
	}
}

/* Whether any path is closed in the end; notes which. */
static bool note_groups(struct paths *p)
{
	struct diff *d = p->d;
	lw_node old = d->to_have[p->family];
	bool any = false;

	for (lw_node g = node_at(d->goal, p->family)->first; g; g = node_at(d->goal, g)->next) {
		if (lw_kind_path_attr(node_kind(d->goal, g)) < 0 || !diff_path_closed_after(d, g))
			continue;
		note_after(p, g);
		any = true;
	}
	for (lw_node h = any && old ? node_at(d->have, old)->first : 0; h;
	     h = node_at(d->have, h)->next)
		if (lw_kind_path_attr(node_kind(d->have, h)) >= 0 && diff_path_closed(d->have, h))
			note_before(p, h);
	return any;
}

static bool seen(const struct diff *d, lw_node x, lw_node have_unit)
{
	return !d->plan->sessions_known ||
	       lw_plan_anybody_sees(d->plan, x, node_at(d->have, have_unit)->parent);
}

static void raise_op(struct paths *p, uint32_t op, lw_node x, lw_node have_grant)
{
	struct op *ops = p->d->plan->ops;

	if (op != NO_OP && ops[op].effect < LW_EFFECT_DROPS && seen(p->d, x, have_grant))
		ops[op].effect = LW_EFFECT_DROPS;
}

/*
 * What goes says so itself, but it may have been closed before: by what closes the path, or by @joins, which brings its unit
 * there. NO_OP: it was there before, as @member of have, and may be gone by then.
 */
static void raise_leaver(struct paths *p, uint32_t joins, lw_node member, lw_node grant)
{
	const struct diff *d = p->d;
	lw_node x = lw_tree_export(d->have, grant);
	uint32_t op;

	if (!x || p->of[x].shut_after != p->family ||
	    (joins == NO_OP && p->of[x].shut_before == p->family))
		return;
	op = later(p, p->of[x].op, joins);
	if (joins == NO_OP && diff_takes(d, member) && !goes_after(p, member, op))
		return;
	if (goes_after(p, grant, op))
		raise_op(p, op, x, grant);
}

static void raise_leavers(struct paths *p, uint32_t joins, lw_node member, lw_node unit)
{
	const struct diff *d = p->d;

	for (uint32_t i = d->have_refs.start[unit]; i < d->have_refs.start[unit + 1]; i++)
		if (diff_is_own_grant(node_kind(d->have, d->have_refs.list[i])))
			raise_leaver(p, joins, member, d->have_refs.list[i]);
}

/* A loss that the deletion before the grant was made again tells of. */
static bool told(const struct diff *d, lw_node have_grant)
{
	return diff_takes(d, have_grant) &&
	       d->plan->ops[d->del_op[have_grant]].effect >= LW_EFFECT_DROPS;
}

/* @grant gives clients of its export the unit that stands beside the groups as @member. */
static void raise_grant(struct paths *p, lw_node member, lw_node grant)
{
	struct diff *d = p->d;
	lw_node x = lw_tree_export(d->goal, grant), h = d->to_have[grant];
	bool swapped = h && d->swap_op[grant] != NO_OP && !diff_ref_same(d, h, grant);
	uint32_t op;

	x = x ? d->to_have[x] : 0;
	if (!x || p->of[x].shut_after != p->family || !h || told(d, h))
		return;
	if (!swapped && d->to_have[member] && p->of[x].shut_before == p->family)
		return; /* no path before, either */
	op = later(p, p->of[x].op, diff_makes(d, member) ? d->make_op[member] : NO_OP);
	op = later(p, op, swapped ? d->swap_op[grant] : NO_OP);
	raise_op(p, op, x, h);
}

static void raise_family(struct paths *p)
{
	struct diff *d = p->d;
	lw_node old = d->to_have[p->family];

	for (lw_node g = node_at(d->goal, p->family)->first; g; g = node_at(d->goal, g)->next) {
		lw_node unit = referent(d->goal, g);

		for (uint32_t i = unit ? d->goal_refs.start[unit] : 0;
		     unit && i < d->goal_refs.start[unit + 1]; i++)
			if (diff_is_own_grant(node_kind(d->goal, d->goal_refs.list[i])))
				raise_grant(p, g, d->goal_refs.list[i]);
		if (unit && d->to_have[unit] && !d->to_have[g] && diff_makes(d, g))
			raise_leavers(p, d->make_op[g], 0, d->to_have[unit]);
	}
	for (lw_node h = old ? node_at(d->have, old)->first : 0; h; h = node_at(d->have, h)->next)
		if (referent(d->have, h))
			raise_leavers(p, NO_OP, h, referent(d->have, h));
}

int diff_effects_of_paths(struct diff *d, const uint32_t *rank)
{
	uint64_t families = lw_schema_path_parents(d->goal->schema);
	struct paths p = { .d = d, .rank = rank };

	if (!families)
		return 0;
	p.of = lw_calloc(d->nhave, sizeof(*p.of));
	if (!p.of)
		return -ENOMEM;
	for (p.family = 1; p.family < d->ngoal; p.family++)
		if (!(node_at(d->goal, p.family)->flags & LW_NODE_DEAD) &&
		    lw_kind_in(families, node_at(d->goal, p.family)->kind) && note_groups(&p))
			raise_family(&p);
	free(p.of);
	return 0;
}
