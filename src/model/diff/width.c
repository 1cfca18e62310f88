/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What one operation does to what the clients of an export reach: lets less through (narrow), more (widen), both at once
 * (pivot), or changes nothing for them. Everything here is read from columns: roles of kinds, access of attributes.
 */
#include <string.h>

#include "model/diff/diff.h"
#include "model/diff/values.h"

bool diff_is_wild(const struct lw_tree *tree, lw_node matcher)
{
	const char *wild = node_kind(tree, matcher)->wild;

	return wild && strpbrk(tree_text(tree, node_at(tree, matcher)->name), wild);
}

bool diff_visible(const struct diff *d, lw_node goal_export)
{
	return goal_export && d->mark[goal_export] & GOAL_VISIBLE;
}

lw_node diff_export(const struct diff *d, lw_node have, lw_node goal)
{
	lw_node x;

	if (goal)
		return lw_tree_export(d->goal, goal);
	x = have ? lw_tree_export(d->have, have) : 0;
	return x ? d->to_goal[x] : 0;
}

uint32_t diff_effective(const struct diff *d, uint32_t op)
{
	const struct op *ops = d->plan->ops;

	while (ops[op].flags & LW_OP_IMPLIED && ops[op].cause != NO_OP)
		op = ops[op].cause;
	return op;
}

/* A container that holds its matchers as children (a group), unlike one that is its own matcher (an ACL). */
bool diff_plain_container(const struct lw_kind_spec *kind)
{
	return kind->access & LW_ROLE_CONTAINER && !(kind->access & LW_ROLE_MATCHER);
}

/* What a client in no container sees of an export. */
bool diff_is_own_grant(const struct lw_kind_spec *kind)
{
	return kind->access & LW_ROLE_GRANT && !(kind->flags & LW_K_PORTAL);
}

/* The grant stands in a container that comes or goes as a whole: its matchers decide, not it. */
bool diff_in_transient_container(const struct diff *d, const struct op *op)
{
	lw_node parent, goal_parent;

	if (op->verb == LW_CREATE) {
		parent = node_at(d->goal, op->goal)->parent;
		return diff_plain_container(node_kind(d->goal, parent)) &&
		       d->mark[parent] & (GOAL_NEW | GOAL_RECREATE);
	}
	parent = node_at(d->have, op->have)->parent;
	if (!diff_plain_container(node_kind(d->have, parent)))
		return false;
	goal_parent = d->to_goal[parent];
	return !goal_parent || d->mark[goal_parent] & GOAL_RECREATE;
}

bool diff_in_own_set(const struct diff *d, const struct op *op)
{
	const struct lw_tree *tree = op->goal ? d->goal : d->have;
	lw_node n = op->goal ? op->goal : op->have;

	return diff_is_own_grant(node_kind(tree, n)) &&
	       node_kind(tree, node_at(tree, n)->parent)->access & LW_ROLE_EXPORT;
}

static enum direction grant_direction(struct diff *d, const struct op *op, lw_node goal_export)
{
	uint32_t old_value, new_value;
	enum change change = CHANGE_NO;
	int view;

	if (d->mark[goal_export] & GOAL_GATED && diff_in_own_set(d, op))
		return DIR_NEUTRAL;
	switch (op->verb) {
	case LW_CREATE:
		return diff_in_transient_container(d, op) ? DIR_NEUTRAL : DIR_WIDEN;
	case LW_DELETE:
		return diff_in_transient_container(d, op) ? DIR_NEUTRAL : DIR_NARROW;
	case LW_REPLACE:
		break;
	default:
		return DIR_NEUTRAL;
	}
	if (!diff_ref_same(d, op->have, op->goal))
		return DIR_PIVOT;
	view = lw_kind_attr_flag(node_kind(d->goal, op->goal), LW_A_VIEW);
	if (view >= 0)
		(void)diff_compare(d, op->goal, (uint16_t)view, &change, &old_value, &new_value);
	if (change != CHANGE_SET)
		return DIR_PIVOT;
	return strcmp(tree_text(d->goal, new_value), "0") == 0 ? DIR_WIDEN : DIR_NARROW;
}

static bool gate_open_in(struct lw_tree *tree, const struct lw_kind_spec *matcher, lw_node x)
{
	const struct lw_kind_spec *kind = node_kind(tree, x);
	int def = matcher->gate ? lw_kind_attr(kind, matcher->gate, strlen(matcher->gate)) : -1;
	uint32_t value = 0;
	bool known = false;

	if (def < 0)
		return true;
	lw_tree_effective(tree, x, (uint16_t)def, &value, &known);
	return !known || strcmp(tree_text(tree, value), matcher->gate_open) == 0;
}

/* Whether the export's own set is open to clients in no container, in the end. */
bool diff_gate_stays_open(struct diff *d, const struct lw_kind_spec *matcher, lw_node goal_export)
{
	return gate_open_in(d->goal, matcher, goal_export);
}

/* The same, now and in the end. */
static bool gate_open(struct diff *d, const struct lw_kind_spec *matcher, lw_node goal_export)
{
	lw_node h = d->to_have[goal_export];

	return (!h || gate_open_in(d->have, matcher, h)) &&
	       gate_open_in(d->goal, matcher, goal_export);
}

/* Whether clients in no container see nothing of the export, neither now nor in the end. */
bool diff_gated(struct diff *d, lw_node goal_export)
{
	const struct lw_schema *schema = d->goal->schema;
	lw_node h = d->to_have[goal_export];

	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *matcher = lw_kind(schema, k);

		if (!(matcher->access & LW_ROLE_MATCHER) || !matcher->gate ||
		    !lw_kind_in(matcher->parents, node_at(d->goal, goal_export)->kind))
			continue;
		return (!h || !gate_open_in(d->have, matcher, h)) &&
		       !gate_open_in(d->goal, matcher, goal_export);
	}
	return false;
}

static enum direction matcher_direction(struct diff *d, const struct op *op, lw_node x)
{
	const struct lw_kind_spec *kind =
		op->goal ? node_kind(d->goal, op->goal) : node_kind(d->have, op->have);

	if (op->verb == LW_MOVE)
		return DIR_PIVOT;
	if (op->verb != LW_CREATE && op->verb != LW_DELETE)
		return DIR_NEUTRAL;
	if (d->mark[x] & GOAL_PATTERNS)
		return DIR_PIVOT;
	if (d->mark[x] & GOAL_THROUGH && gate_open(d, kind, x))
		return DIR_PIVOT;
	return op->verb == LW_CREATE ? DIR_WIDEN : DIR_NARROW;
}

static bool survives(const struct diff *d, const struct op *op, const struct lw_attr_spec *spec)
{
	unsigned nold, nnew;
	const struct attr *olds =
		diff_values(d->have, op->have, diff_have_def(d, op->goal, op->attr), &nold);
	const struct attr *news = diff_values(d->goal, op->goal, op->attr, &nnew);
	struct value_set set;
	bool any = false;

	/* Short of memory, take it for none: the more careful answer. */
	if (value_set_init(&set, d->have, spec, olds, nold) == 0)
		for (unsigned i = 0; i < nnew && !any; i++)
			any = value_set_find(&set, news[i].value) != UINT32_MAX;
	value_set_done(&set);
	return any;
}

bool diff_survives(struct diff *d, const struct op *op, const struct lw_attr_spec *spec)
{
	if (d->last_set.goal != op->goal || d->last_set.attr != op->attr) {
		d->last_set.survives = survives(d, op, spec);
		d->last_set.goal = op->goal;
		d->last_set.attr = op->attr;
	}
	return d->last_set.survives;
}

static enum direction set_direction(struct diff *d, const struct op *op,
				    const struct lw_attr_spec *spec)
{
	unsigned nold, nnew;

	if (op->verb == LW_CHVAL)
		return DIR_NEUTRAL;
	(void)diff_values(d->have, op->have, diff_have_def(d, op->goal, op->attr), &nold);
	(void)diff_values(d->goal, op->goal, op->attr, &nnew);
	if (spec->access == LW_ACC_OPEN_WHEN_EMPTY) {
		if (nold == 0)
			return DIR_NARROW;
		if (nnew == 0)
			return DIR_WIDEN;
		if (!diff_survives(d, op, spec))
			return DIR_PIVOT;
	}
	return op->verb == LW_ADDVAL ? DIR_WIDEN : DIR_NARROW;
}

static bool text_is(const struct lw_tree *tree, uint32_t value, const char *text)
{
	return value != NO_VALUE && strcmp(tree_text(tree, value), text) == 0;
}

static enum direction attr_direction(struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, op->goal)->kind, op->attr);

	if (!spec)
		return DIR_NEUTRAL;
	if (spec->flags & LW_A_VIEW)
		return text_is(d->goal, op->new_value, "0") ? DIR_WIDEN : DIR_NARROW;
	if (spec->flags & (LW_A_ACTIVE | LW_A_MEDIUM)) {
		if (diff_closes(d, op))
			return DIR_NARROW;
		return diff_opens(d, op) ? DIR_WIDEN : DIR_PIVOT;
	}
	switch (spec->access) {
	case LW_ACC_NARROWER:
		if (text_is(d->goal, op->new_value, spec->narrow))
			return DIR_NARROW;
		return text_is(d->goal, op->old_value, spec->narrow) ? DIR_WIDEN : DIR_PIVOT;
	case LW_ACC_OPEN_WHEN_EMPTY:
	case LW_ACC_GRANTS:
		return set_direction(d, op, spec);
	case LW_ACC_PIVOT:
	case LW_ACC_INCOMPARABLE:
		return DIR_PIVOT;
	default:
		return DIR_NEUTRAL;
	}
}

enum direction diff_direction(struct diff *d, const struct op *op, lw_node goal_export)
{
	const struct lw_kind_spec *kind = op_kind(d->plan, op);

	if (op->attr != NO_ATTR && op->goal && op->verb != LW_CREATE && op->verb != LW_DELETE) {
		/* What is being made lets nobody in yet: what it will hold waits until it is finished (edges). */
		if (d->mark[op->goal] & (GOAL_NEW | GOAL_RECREATE) && op->goal != goal_export)
			return DIR_NEUTRAL;
		return attr_direction(d, op);
	}
	if (kind->access & LW_ROLE_MATCHER)
		return matcher_direction(d, op, goal_export);
	if (kind->access & LW_ROLE_GRANT)
		return grant_direction(d, op, goal_export);
	return DIR_NEUTRAL;
}

/* The attribute that says whether, or with what, the node is open for its referrers; NULL for any other. */
static const struct lw_attr_spec *contents_spec(const struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec;

	if (op->verb != LW_SETATTR || !op->goal || op->attr == NO_ATTR)
		return NULL;
	spec = lw_tree_attr_spec(d->goal, node_at(d->goal, op->goal)->kind, op->attr);
	return spec && spec->flags & (LW_A_ACTIVE | LW_A_MEDIUM) ? spec : NULL;
}

bool diff_closes_referrers(const struct diff *d, const struct op *op)
{
	return contents_spec(d, op);
}

bool diff_closes(const struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec = contents_spec(d, op);

	return spec && text_is(d->goal, op->new_value, spec->flags & LW_A_ACTIVE ? "0" : "");
}

bool diff_opens(const struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec = contents_spec(d, op);

	return spec && !diff_closes(d, op) &&
	       (spec->flags & LW_A_ACTIVE || text_is(d->goal, op->old_value, ""));
}

int diff_each_export(struct diff *d, const struct op *op,
		     int (*each)(struct diff *d, lw_node goal_export, uint32_t op_no),
		     uint32_t op_no)
{
	const struct referrers *refs = op->have ? &d->have_refs : &d->goal_refs;
	lw_node node = op->have ? op->have : op->goal;

	for (uint32_t i = refs->start[node]; i < refs->start[node + 1]; i++) {
		lw_node referrer = refs->list[i];
		lw_node x = op->have ? diff_export(d, referrer, 0) : diff_export(d, 0, referrer);
		int r = diff_visible(d, x) ? each(d, x, op_no) : 0;

		if (r < 0)
			return r;
	}
	return 0;
}
