/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Per export: is it seen by clients while the plan runs, what do all operations together do to it, and can they be put in an
 * order at all in which nobody reaches more than the old or the new state allows?
 *
 * Narrowing comes first, widening last. What does both at once stands between; two such dimensions that do not commute (users
 * with portals, users with matchers) leave no safe order: swaps of LUNs are taken apart into delete and create, everything
 * else is done while the export is closed for a moment.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

/* A bracket holds everybody up; a switch may leave those who are in where they are. */
static bool ends_sessions(const struct diff *d, uint32_t off)
{
	const struct op *op = &d->plan->ops[off];

	return op->verb == LW_CLOSE ||
	       op_kind(d->plan, op)->attrs[op->attr].effect >= LW_EFFECT_DROPS;
}

static void mark_exports(struct diff *d)
{
	for (lw_node g = 1; g < d->ngoal; g++) {
		const struct lw_kind_spec *kind = node_kind(d->goal, g);
		lw_node h = d->to_have[g];

		d->mark[g] &= (uint8_t) ~(GOAL_VISIBLE | GOAL_THROUGH | GOAL_PATTERNS | GOAL_GATED);
		if (!(kind->access & LW_ROLE_EXPORT) || node_at(d->goal, g)->flags & LW_NODE_DEAD)
			continue;
		/* What goes off for good cannot be closed besides: if there is no safe order, its being off must do. */
		if (d->off_op[g] != NO_OP &&
		    (ends_sessions(d, d->off_op[g]) || d->decide[g] & DECIDE_BRACKET))
			continue;
		if (kind->flags & LW_K_ALWAYS_ON ||
		    (h && !(d->mark[g] & GOAL_RECREATE) && diff_have_on(d, h)))
			d->mark[g] |= GOAL_VISIBLE;
		if (diff_gated(d, g))
			d->mark[g] |= GOAL_GATED;
	}
}

/* The goal node of the container that a matcher is in, or is. */
static lw_node container_of(const struct diff *d, lw_node have, lw_node goal)
{
	const struct lw_tree *tree = goal ? d->goal : d->have;
	lw_node n = goal ? goal : have;

	if (!(node_kind(tree, n)->access & LW_ROLE_CONTAINER))
		n = node_at(tree, n)->parent;
	return goal ? n : d->to_goal[n];
}

/* Something of the export's own set stays throughout; or patterns make one container the fallback of another. */
static void mark_fallbacks(struct diff *d)
{
	for (lw_node g = 2; g < d->ngoal; g++) {
		const struct lw_kind_spec *kind = node_kind(d->goal, g);
		lw_node parent = node_at(d->goal, g)->parent;

		if (node_at(d->goal, g)->flags & LW_NODE_DEAD)
			continue;
		if (diff_is_own_grant(kind)) {
			d->width[parent].own = 1;
			if (!(d->mark[g] & (GOAL_NEW | GOAL_RECREATE)))
				d->mark[parent] |= GOAL_THROUGH;
		}
		if (kind->access & LW_ROLE_MATCHER && diff_is_wild(d->goal, g)) {
			d->mark[diff_export(d, 0, g)] |= GOAL_PATTERNS;
			d->width[container_of(d, 0, g)].contested = 1;
		}
	}
	for (lw_node h = 2; h < d->nhave; h++) {
		if (node_at(d->have, h)->flags & LW_NODE_DEAD ||
		    !(node_kind(d->have, h)->access & LW_ROLE_MATCHER))
			continue;
		lw_node x = diff_is_wild(d->have, h) ? diff_export(d, h, 0) : 0;

		if (!x)
			continue;
		d->mark[x] |= GOAL_PATTERNS;
		d->width[container_of(d, h, 0)].contested = 1;
	}
}

static void count_matcher(struct diff *d, const struct op *op, enum direction dir, struct width *w)
{
	bool wild = op->goal ? diff_is_wild(d->goal, op->goal) : diff_is_wild(d->have, op->have);

	if (op->have)
		d->width[container_of(d, op->have, 0)].contested = 1;
	if (op->goal)
		d->width[container_of(d, 0, op->goal)].contested = 1;

	w->matcher_pivots |= dir == DIR_PIVOT;
	w->moves |= op->verb == LW_MOVE;
	w->falls |= op->verb != LW_MOVE;
	w->wild_changes |= wild;
}

bool diff_is_way_in(const struct diff *d, const struct op *op)
{
	return op_kind(d->plan, op)->flags & LW_K_PORTAL &&
	       (op->verb == LW_CREATE || op->verb == LW_DELETE);
}

static void count_op(struct diff *d, const struct op *op, enum direction dir, lw_node x)
{
	const struct lw_kind_spec *kind = op_kind(d->plan, op);
	struct width *w = &d->width[x];

	if (diff_is_way_in(d, op)) {
		w->ways_made |= dir == DIR_WIDEN;
		w->ways_gone |= dir == DIR_NARROW;
	} else {
		w->narrows |= dir == DIR_NARROW;
		w->widens |= dir == DIR_WIDEN;
	}
	w->pivots |= dir == DIR_PIVOT;
	w->changes += dir != DIR_NEUTRAL && w->changes < 2;
	if (op->attr != NO_ATTR && op->verb != LW_CREATE && op->verb != LW_DELETE) {
		if (dir == DIR_PIVOT && op->goal == x && w->last_def != op->attr + 1) {
			w->attr_dims++;
			w->last_def = (uint16_t)(op->attr + 1);
		}
	} else if (kind->access & LW_ROLE_MATCHER &&
		   (op->verb == LW_CREATE || op->verb == LW_DELETE || op->verb == LW_MOVE)) {
		count_matcher(d, op, dir, w);
	} else if (op->verb == LW_REPLACE && dir == DIR_PIVOT) {
		w->swaps = 1;
	}
}

static bool incomparable(const struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec = NULL;

	if (op->attr != NO_ATTR && op->goal && op->verb == LW_SETATTR)
		spec = lw_tree_attr_spec(d->goal, node_at(d->goal, op->goal)->kind, op->attr);
	return spec && spec->access == LW_ACC_INCOMPARABLE;
}

static void decide(struct diff *d, lw_node g, uint8_t what)
{
	if (d->decide[g] & what)
		return;
	d->decide[g] |= what;
	d->again = true;
}

/* A matcher that is deleted and made again while the fallback lets something through: its client would fall there. */
static bool falls_for_a_moment(const struct diff *d, const struct op *op, enum direction dir)
{
	return dir == DIR_PIVOT && op->verb == LW_CREATE && d->mark[op->goal] & GOAL_RECREATE &&
	       op_kind(d->plan, op)->access & LW_ROLE_MATCHER;
}

/*
 * Whether clients come to or leave the set of a swapped unit in a way that patterns make hard to see: if patterns themselves
 * change, any set may be concerned; else those that are a fallback (they hold patterns, or are the export's own), and those
 * whose own matchers change.
 */
static bool crowd_changes(const struct diff *d, const struct op *swap, lw_node goal_export)
{
	const struct width *w = &d->width[goal_export];
	lw_node set = node_at(d->goal, swap->goal)->parent;

	return (w->falls || w->moves) &&
	       (w->wild_changes || set == goal_export || d->width[set].contested);
}

static void decide_exports(struct diff *d)
{
	for (lw_node g = 1; g < d->ngoal; g++) {
		const struct width *w = &d->width[g];

		if (!diff_visible(d, g) || d->mark[g] & GOAL_NEW)
			continue;
		if (w->attr_dims > 1 || (w->attr_dims && w->matcher_pivots) ||
		    (w->moves && w->wild_changes && w->changes > 1))
			decide(d, g, DECIDE_BRACKET);
	}
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		const struct op *op = &d->plan->ops[i];
		lw_node x = op->verb == LW_REPLACE && d->dir[i] == DIR_PIVOT
				    ? diff_export(d, op->have, op->goal)
				    : 0;

		if (!diff_visible(d, x) || d->decide[x] & DECIDE_BRACKET)
			continue;
		if (d->width[x].attr_dims ||
		    (d->mark[x] & GOAL_PATTERNS && crowd_changes(d, op, x)))
			decide(d, op->goal, DECIDE_DEGRADE);
	}
}

/* Priority among ready operations, for those that clients of a visible export notice. */
static uint8_t visible_phase(const struct op *op, enum direction dir)
{
	switch (dir) {
	case DIR_NARROW:
		return LW_PHASE_NARROW;
	case DIR_PIVOT:
		return LW_PHASE_PIVOT;
	case DIR_WIDEN:
		return LW_PHASE_WIDEN;
	default:
		return op->verb == LW_DELETE ? LW_PHASE_CLEAN : LW_PHASE_PREPARE;
	}
}

static uint8_t phase_of(const struct diff *d, const struct op *op, enum direction dir, bool visible)
{
	if (op->phase == LW_PHASE_DISABLE || op->phase == LW_PHASE_ENABLE)
		return op->phase;
	if (visible)
		return visible_phase(op, dir);
	if (op->verb != LW_DELETE && op->verb != LW_DELVAL)
		return LW_PHASE_PREPARE;
	/* What is made again goes early, what goes for good late. */
	return op->goal && d->mark[op->goal] & GOAL_RECREATE ? LW_PHASE_NARROW : LW_PHASE_CLEAN;
}

static bool is_switch(const struct op *op)
{
	return op->phase == LW_PHASE_DISABLE || op->phase == LW_PHASE_ENABLE;
}

static int count_for_export(struct diff *d, lw_node x, uint32_t op_no)
{
	struct width *w = &d->width[x];

	w->narrows |= d->dir[op_no] == DIR_NARROW;
	w->widens |= d->dir[op_no] == DIR_WIDEN;
	return 0;
}

static int classify(struct diff *d, uint32_t i)
{
	struct op *op = &d->plan->ops[i];
	lw_node x = diff_export(d, op->have, op->goal);
	bool visible = diff_visible(d, x) && !is_switch(op);
	enum direction dir = DIR_NEUTRAL;

	if (diff_closes_referrers(d, op)) {
		dir = diff_direction(d, op, 0);
		d->dir[i] = (uint8_t)dir;
		op->phase = visible_phase(op, dir);
		return diff_each_export(d, op, count_for_export, i);
	}
	if (visible)
		dir = diff_direction(d, op, x);
	d->dir[i] = (uint8_t)dir;
	op->phase = phase_of(d, op, dir, visible);
	if (!visible)
		return 0;
	count_op(d, op, dir, x);
	if (incomparable(d, op) || falls_for_a_moment(d, op, dir))
		decide(d, x, DECIDE_BRACKET);
	return 0;
}

/* Ways in that come where others go: none of those that come may be there while something else is still to be narrowed. */
static bool exchanges_ways(const struct diff *d, lw_node x)
{
	const struct width *w = &d->width[x];

	return w->ways_made && w->ways_gone && !w->pivots && !(d->decide[x] & DECIDE_BRACKET);
}

/*
 * One way in for another is an exchange, in which what comes is there before what goes. That is as safe as one after the
 * other, because what clients find behind either is, between the two fences, what the old and the new state have in common;
 * but not while something else pivots there.
 */
static void exchange_ways_in(struct diff *d)
{
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];
		lw_node x =
			diff_is_way_in(d, op) && (d->dir[i] == DIR_NARROW || d->dir[i] == DIR_WIDEN)
				? diff_export(d, op->have, op->goal)
				: 0;

		if (!diff_visible(d, x) || !exchanges_ways(d, x))
			continue;
		d->dir[i] = DIR_PIVOT;
		op->phase = LW_PHASE_PIVOT;
	}
	for (lw_node x = 1; x < d->ngoal; x++) {
		struct width *w = &d->width[x];

		if (exchanges_ways(d, x)) {
			w->pivots = 1;
			continue;
		}
		w->narrows |= w->ways_gone;
		w->widens |= w->ways_made;
		w->ways_made = w->ways_gone = 0;
	}
}

int diff_access(struct diff *d)
{
	int r = 0;

	if (lw_grow(&d->dir, &d->dir_cap, d->plan->nop, sizeof(*d->dir)) < 0)
		return -ENOMEM;
	d->ndir = d->plan->nop;
	memset(d->width, 0, d->ngoal * sizeof(*d->width));
	mark_exports(d);
	mark_fallbacks(d);
	for (uint32_t i = 0; i < d->plan->nop && r == 0; i++)
		r = classify(d, i);
	if (r == 0) {
		decide_exports(d);
		exchange_ways_in(d);
	}
	return r;
}
