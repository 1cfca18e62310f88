/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What live sessions notice of each operation: the column of its kind or attribute, lowered to none where no client can be
 * concerned, raised where the order had to give up make-before-break. Locks and deadlines are columns too.
 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/diff/diff.h"
#include "model/plan/sessions.h"

static void from_kind(struct op *op, const struct lw_kind_spec *kind)
{
	const struct lw_kind_effect *column = NULL;

	switch (op->verb) {
	case LW_CREATE:
		column = &kind->on_create;
		break;
	case LW_DELETE:
		column = &kind->on_delete;
		break;
	case LW_REPLACE:
		column = &kind->on_replace;
		break;
	case LW_MOVE:
		column = &kind->on_move;
		break;
	case LW_CLOSE:
	case LW_OPEN:
		column = &kind->on_bracket;
		break;
	default:
		return;
	}
	op->effect = column->effect;
	/* Whom the closing has dropped, the opening cannot drop. */
	if (op->verb == LW_OPEN && op->effect == LW_EFFECT_DROPS)
		op->effect = LW_EFFECT_NONE;
	op->scope = column->scope;
	op->lock = op->verb == LW_DELETE ? kind->del_lock : kind->lock;
	op->deadline = kind->deadline;
}

static void from_column(struct op *op, const struct lw_attr_spec *spec)
{
	if (!spec)
		return;
	op->effect = spec->effect;
	op->scope = spec->scope;
	op->lock = spec->lock;
	op->deadline = spec->deadline;
}

/*
 * Values may say more than the column: a device that is closed is gone for its clients, one that shrinks loses what it held,
 * and a session that is not declared any more ends.
 */
static void from_values(const struct diff *d, struct op *op, const struct lw_attr_spec *spec)
{
	uint64_t old_size, new_size;
	const char *before, *after;

	if (!spec)
		return;
	if (spec->flags & LW_A_ENDS && op->verb == LW_DELVAL) {
		op->effect = LW_EFFECT_DROPS;
		op->scope = LW_SCOPE_EXPORT;
	}
	if (op->new_value == NO_VALUE)
		return;
	/* What lets more through takes nobody anything. */
	if (spec->access == LW_ACC_NARROWER && op->effect == LW_EFFECT_DROPS &&
	    strcmp(tree_text(d->goal, op->new_value), spec->narrow) != 0)
		op->effect = LW_EFFECT_NONE;
	if (!(spec->flags & (LW_A_ACTIVE | LW_A_SHRINKS)) || op->old_value == NO_VALUE)
		return;
	before = tree_text(d->goal, op->old_value);
	after = tree_text(d->goal, op->new_value);
	if (spec->flags & LW_A_ACTIVE) {
		if (strcmp(after, "0") == 0) {
			op->effect = LW_EFFECT_DROPS;
			op->scope = LW_SCOPE_REFERRERS;
		}
		return;
	}
	if (lw_parse_u64(before, strlen(before), LW_NUM_DEC, &old_size) &&
	    lw_parse_u64(after, strlen(after), LW_NUM_DEC, &new_size) && new_size < old_size)
		op->effect = LW_EFFECT_LOSES;
}

/* Whether clients can be logged in through this export of have. */
bool diff_live_export(struct diff *d, lw_node x)
{
	return x && (node_kind(d->have, x)->flags & LW_K_ALWAYS_ON || diff_have_on(d, x));
}

static void from_attr(const struct diff *d, struct op *op, const struct lw_attr_spec *spec)
{
	from_column(op, spec);
	from_values(d, op, spec);
}

static bool referrers_live(struct diff *d, lw_node h)
{
	for (uint32_t i = h ? d->have_refs.start[h] : 0; h && i < d->have_refs.start[h + 1]; i++)
		if (diff_live_export(d, lw_tree_export(d->have, d->have_refs.list[i])))
			return true;
	return false;
}

/* A referent that goes takes only those along that still refer to it. */
static bool takes_along(struct diff *d, uint32_t i, lw_node h)
{
	for (uint32_t k = h ? d->have_refs.start[h] : 0; h && k < d->have_refs.start[h + 1]; k++) {
		lw_node referrer = d->have_refs.list[k];
		uint32_t gone = d->del_op[referrer];

		if (gone != NO_OP && d->plan->ops[gone].cause == i &&
		    d->plan->ops[gone].flags & LW_OP_IMPLIED &&
		    diff_live_export(d, lw_tree_export(d->have, referrer)))
			return true;
	}
	return false;
}

static lw_node have_export(const struct diff *d, const struct op *op)
{
	lw_node x = op->goal ? lw_tree_export(d->goal, op->goal) : 0;

	if (x)
		return d->to_have[x];
	return op->have ? lw_tree_export(d->have, op->have) : 0;
}

/* Nobody is on what is being made, nor on what stands below an export that is, nor on an export that is off. */
static bool unseen(const struct diff *d, const struct op *op)
{
	lw_node x = op->goal ? lw_tree_export(d->goal, op->goal) : 0;

	if (op->phase == LW_PHASE_DISABLE || op->verb == LW_CLOSE || op->verb == LW_OPEN)
		return false;
	if (op->phase == LW_PHASE_ENABLE)
		return true;
	if (x && op->verb != LW_DELETE && diff_makes(d, x))
		return true;
	return op_of_value(op) && op->goal && diff_makes(d, op->goal);
}

static bool in_empty_container(const struct diff *d, const struct op *op)
{
	if (!(op_kind(d->plan, op)->access & LW_ROLE_GRANT) ||
	    (op->verb != LW_CREATE && op->verb != LW_DELETE))
		return false;
	return diff_in_transient_container(d, op) && diff_export(d, op->have, op->goal);
}

/* Whether clients can be concerned at all. */
static bool concerned(struct diff *d, uint32_t i)
{
	const struct op *op = &d->plan->ops[i];
	lw_node h = op->have ? op->have : op->goal ? d->to_have[op->goal] : 0;

	if (op->scope == LW_SCOPE_ENGINE)
		return d->any_on;
	/* What is being made has nobody on it yet; nor has a container that comes or goes as a whole. */
	if (unseen(d, op) || in_empty_container(d, op))
		return false;
	if (op_of_value(op) && op->goal && op->attr < op_kind(d->plan, op)->nattr &&
	    op_kind(d->plan, op)->attrs[op->attr].when == LW_WHEN_UNREFERENCED)
		return false; /* nobody refers to it at that time */
	if (op->scope == LW_SCOPE_REFERRERS)
		return op->verb == LW_DELETE ? takes_along(d, i, h) : referrers_live(d, h);
	return diff_live_export(d, have_export(d, op));
}

/* The command itself makes the engine pause, whomever the object concerns. */
static bool pauses_engine(const struct diff *d, const struct op *op)
{
	const struct lw_kind_spec *kind = op_kind(d->plan, op);

	if (op->flags & LW_OP_IMPLIED || !d->any_on)
		return false;
	if (op->verb == LW_DELETE)
		return kind->del_pauses;
	return op_of_value(op) && op->attr < kind->nattr && kind->attrs[op->attr].effect &&
	       kind->attrs[op->attr].scope == LW_SCOPE_ENGINE;
}

/* Nobody is concerned but by that pause. */
static void lower_one(const struct diff *d, struct op *op)
{
	bool pauses = pauses_engine(d, op);

	op->effect = pauses ? LW_EFFECT_DISTURBS : LW_EFFECT_NONE;
	if (pauses)
		op->scope = LW_SCOPE_ENGINE;
}

static void lower(struct diff *d, uint32_t i)
{
	struct op *op = &d->plan->ops[i];

	if (op->effect != LW_EFFECT_LOSES && !concerned(d, i))
		lower_one(d, op);
}

/*
 * Gone for good, it is lost to its clients anyway; made again, it lacks what they had reserved. Nobody reserves what no export
 * shows.
 */
static void raise_reservations(const struct diff *d, struct op *op)
{
	lw_node h = op->have;

	if (op->verb != LW_DELETE || !(op_kind(d->plan, op)->flags & LW_K_RESERVES) || !op->goal)
		return;
	for (uint32_t i = d->have_refs.start[h]; i < d->have_refs.start[h + 1]; i++) {
		if (!lw_tree_export(d->have, d->have_refs.list[i]))
			continue;
		op->effect = LW_EFFECT_LOSES;
		op->scope = LW_SCOPE_REFERRERS;
		return;
	}
}

/* The switch behind which the operation stands, if it has dropped everybody by then and is not on again. */
static bool behind_switch(const struct diff *d, uint32_t i, const uint32_t *rank)
{
	const struct op *op = &d->plan->ops[i];
	lw_node x = diff_export(d, op->have, op->goal);
	uint32_t off, on = x ? d->on_op[x] : NO_OP;

	if (x)
		off = d->off_op[x];
	else
		off = op->have ? d->gone_off_op[lw_tree_export(d->have, op->have)] : NO_OP;
	if (off == NO_OP || d->plan->ops[off].effect != LW_EFFECT_DROPS)
		return false;
	return rank[off] < rank[i] && (on == NO_OP || rank[i] < rank[on]);
}

static void lower_behind_switches(struct diff *d, const uint32_t *rank)
{
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];

		if (op->effect != LW_EFFECT_NONE && op->effect != LW_EFFECT_LOSES &&
		    (op->scope == LW_SCOPE_NODE || op->scope == LW_SCOPE_EXPORT) &&
		    behind_switch(d, i, rank))
			op->effect = LW_EFFECT_NONE;
	}
}

/* A swap whose old referent goes first leaves a gap, in which clients miss the unit. */
static void raise_late(struct diff *d, const uint32_t *rank)
{
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];
		lw_node old;

		if (op->verb != LW_REPLACE ||
		    node_at(d->have, op->have)->flags & LW_NODE_UNRESOLVED)
			continue;
		old = node_at(d->have, op->have)->ref;
		if (!old || !diff_takes(d, old) || rank[d->del_op[old]] > rank[i])
			continue;
		op->flags |= LW_OP_LATE;
		op->cause = d->del_op[old];
		if (!diff_live_export(d, have_export(d, op)))
			continue;
		/* What really takes the unit away is the delete. */
		if (op->effect < LW_EFFECT_DROPS)
			op->effect = LW_EFFECT_DROPS;
		if (d->plan->ops[d->del_op[old]].effect >= LW_EFFECT_DROPS)
			continue;
		d->plan->ops[d->del_op[old]].effect = LW_EFFECT_DROPS;
		d->plan->ops[d->del_op[old]].scope = LW_SCOPE_REFERRERS;
	}
}

/* What goes before its referrers do takes these along, whatever takes them away later. */
static void raise_early(struct diff *d, const uint32_t *rank)
{
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];

		if (op->verb != LW_DELETE || op->effect >= LW_EFFECT_DROPS)
			continue;
		for (uint32_t k = d->have_refs.start[op->have];
		     k < d->have_refs.start[op->have + 1]; k++) {
			lw_node referrer = d->have_refs.list[k];

			if (!diff_takes(d, referrer) ||
			    rank[diff_effective(d, d->del_op[referrer])] <=
				    rank[diff_effective(d, i)] ||
			    !diff_live_export(d, lw_tree_export(d->have, referrer)))
				continue;
			op->effect = LW_EFFECT_DROPS;
			op->scope = LW_SCOPE_REFERRERS;
			break;
		}
	}
}

/*
 * Making only lets more through: nothing but what needs the node itself waits for it. Not so a matcher, where its client would
 * fall into the export's own set.
 */
static bool is_grant(struct diff *d, const struct op *op)
{
	const struct lw_kind_spec *kind = op_kind(d->plan, op);
	lw_node x = op->verb == LW_CREATE ? diff_export(d, 0, op->goal) : 0;

	if (!x || x == op->goal)
		return false;
	if (kind->access & LW_ROLE_MATCHER) {
		if (d->mark[x] & GOAL_PATTERNS)
			return false;
		return !d->width[x].own || !diff_gate_stays_open(d, kind, x);
	}
	return !(kind->access & LW_ROLE_CONTAINER);
}

static void find_any_on(struct diff *d)
{
	d->any_on = false;
	for (lw_node h = 1; h < d->nhave && !d->any_on; h++)
		if (!(node_at(d->have, h)->flags & LW_NODE_DEAD) &&
		    node_kind(d->have, h)->access & LW_ROLE_EXPORT)
			d->any_on = diff_live_export(d, h);
}

static int know_sessions(struct diff *d)
{
	d->plan->sessions_known = d->have->sessions_known;
	return d->plan->sessions_known ? lw_plan_index_sessions(d->plan) : 0;
}

/* With the sessions at hand: what none of them notices has no effect. */
static void lower_by_sessions(struct diff *d)
{
	struct lw_plan *plan = d->plan;

	if (!plan->sessions_known)
		return;
	/* Sessions are asked for through the plan, which has the pairing only when diff is done. */
	plan->standing = d->to_have;
	for (uint32_t i = 0; i < plan->nop; i++) {
		struct op *op = &plan->ops[i];

		if (op->effect == LW_EFFECT_NONE || op->effect == LW_EFFECT_LOSES ||
		    lw_plan_sessions(plan, op) > 0)
			continue;
		lower_one(d, op);
		if (lw_plan_sessions(plan, op) == 0)
			op->effect = LW_EFFECT_NONE;
	}
	plan->standing = NULL;
}

/* Whoever is not concerned waits, too. */
static void widen_swaps(struct diff *d)
{
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];

		if (op->verb == LW_REPLACE && op->effect != LW_EFFECT_NONE &&
		    op_kind(d->plan, op)->swap_pauses)
			op->scope = LW_SCOPE_ENGINE;
	}
}

int diff_effects(struct diff *d)
{
	uint32_t *rank = lw_calloc(d->plan->nop, sizeof(*rank));
	int r = rank ? know_sessions(d) : -ENOMEM;

	find_any_on(d);
	for (uint32_t i = 0; i < d->plan->nop; i++) {
		struct op *op = &d->plan->ops[i];
		const struct lw_kind_spec *kind = op_kind(d->plan, op);

		if (rank)
			rank[d->plan->order[i]] = i;
		if (op->verb == LW_FENCE || op->verb == LW_SETTLE)
			continue;
		if (op_of_value(op))
			from_attr(d, op, op->attr < kind->nattr ? &kind->attrs[op->attr] : NULL);
		else
			from_kind(op, kind);
		if (is_grant(d, op))
			op->flags |= LW_OP_GRANT;
		lower(d, i);
		raise_reservations(d, op);
	}
	if (rank)
		raise_late(d, rank);
	if (rank)
		raise_early(d, rank);
	if (r == 0)
		r = diff_effects_of_crossing(d, rank);
	if (r == 0)
		r = diff_effects_of_paths(d, rank);
	if (rank)
		lower_behind_switches(d, rank);
	free(rank);
	if (r == 0)
		lower_by_sessions(d);
	widen_swaps(d);
	return r;
}
