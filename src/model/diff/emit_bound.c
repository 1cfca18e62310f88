/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes that follow paths (column bound_by): a kernel that is told that a path opens or closes opens or closes the units
 * beside it, too. What somebody asked for is written again behind that, unless it is what the path does anyway; what nobody
 * asked for is as the path leaves it.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

static void add(struct bound *bound, uint32_t left)
{
	bound->left = bound->any && bound->left != left ? NO_VALUE : left;
	bound->any = true;
}

/* A group with a member elsewhere says what is so there: it moves nothing here, unless somebody uses another member. */
enum lw_members diff_members(const struct lw_tree *tree, lw_node group)
{
	bool here = false, elsewhere = false;

	for (lw_node n = node_at(tree, group)->first; n; n = node_at(tree, n)->next)
		if (node_at(tree, n)->flags & LW_NODE_UNRESOLVED)
			elsewhere = true;
		else
			here = true;
	if (!elsewhere)
		return MEMBERS_HERE;
	return here ? MEMBERS_MIXED : MEMBERS_ELSEWHERE;
}

static uint32_t left_by(struct diff *d, bool closes)
{
	return lw_tree_intern(d->goal, closes ? "0" : "1", 1);
}

/* The group's write, if there will be one: for units that stay beside it, and for those that join. */
static void add_write(struct diff *d, lw_node group, struct bound_by_family *family)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, group);
	int def = lw_kind_path_attr(kind);
	enum lw_members members = def < 0 ? MEMBERS_ELSEWHERE : diff_members(d->goal, group);
	uint32_t old_value, new_value, left;
	enum change change;
	bool closes;

	if (members == MEMBERS_ELSEWHERE ||
	    diff_compare(d, group, (uint16_t)def, &change, &old_value, &new_value) < 0 ||
	    change != CHANGE_SET)
		return;
	closes = lw_value_drops(&kind->attrs[def], tree_text(d->goal, new_value));
	left = members == MEMBERS_MIXED ? NO_VALUE : left_by(d, closes);
	add(&family->stays, left);
	/* A path opens before others join: whether they are there by then, nobody knows. */
	add(&family->joins, !closes && diff_path_closed_before(d, group) ? NO_VALUE : left);
}

/* All groups of one parent at once; asked for each unit in turn. */
static const struct bound_by_family *family_of(struct diff *d, lw_node parent)
{
	if (d->family.parent == parent)
		return &d->family;
	d->family = (struct bound_by_family){ .parent = parent };
	for (lw_node g = node_at(d->goal, parent)->first; g; g = node_at(d->goal, g)->next)
		add_write(d, g, &d->family);
	return &d->family;
}

/* A parent that goes makes its groups as fresh ones are first, and these are open. */
static const struct bound_by_family *gone_family_of(struct diff *d, lw_node parent)
{
	if (d->gone_family.parent == parent)
		return &d->gone_family;
	d->gone_family = (struct bound_by_family){ .parent = parent };
	for (lw_node h = node_at(d->have, parent)->first; h; h = node_at(d->have, h)->next) {
		const struct lw_kind_spec *kind = node_kind(d->have, h);
		int def = lw_kind_path_attr(kind);
		uint32_t value = 0;
		bool known = false;

		if (def < 0 || diff_members(d->have, h) == MEMBERS_ELSEWHERE)
			continue;
		lw_tree_effective(d->have, h, (uint16_t)def, &value, &known);
		if (!known || strcmp(tree_text(d->have, value), kind->attrs[def].fresh) != 0)
			add(&d->gone_family.stays, known ? left_by(d, false) : NO_VALUE);
	}
	return &d->gone_family;
}

static bool in_family(const struct diff *d, const struct lw_tree *tree, lw_node n)
{
	return lw_kind_in(d->path_parents, node_at(tree, node_at(tree, n)->parent)->kind);
}

static struct bound by_goal(struct diff *d, lw_node g)
{
	struct bound bound = { false, NO_VALUE };

	for (uint32_t i = d->goal_refs.start[g]; i < d->goal_refs.start[g + 1]; i++) {
		lw_node r = d->goal_refs.list[i];
		const struct bound_by_family *family;
		const struct bound *one;

		if (!in_family(d, d->goal, r))
			continue;
		family = family_of(d, node_at(d->goal, r)->parent);
		one = diff_made(d, r) ? &family->joins : &family->stays;
		if (one->any)
			add(&bound, one->left);
	}
	return bound;
}

static struct bound by_have(struct diff *d, lw_node h)
{
	struct bound bound = { false, NO_VALUE };

	for (uint32_t i = d->have_refs.start[h]; i < d->have_refs.start[h + 1]; i++) {
		lw_node r = d->have_refs.list[i], parent = node_at(d->have, r)->parent;

		if (in_family(d, d->have, r) && diff_takes(d, parent) &&
		    gone_family_of(d, parent)->stays.any)
			add(&bound, d->gone_family.stays.left);
	}
	return bound;
}

/* What the node has in the end; NO_VALUE: nobody knows. */
static uint32_t lasting(struct diff *d, lw_node g, uint16_t def)
{
	uint32_t value = 0;
	bool known = false;

	lw_tree_effective(d->goal, g, def, &value, &known);
	if (!known && diff_made(d, g))
		known = lw_tree_fresh(d->goal, g, def, &value);
	else if (!known)
		lw_tree_effective(d->have, d->to_have[g], def, &value, &known);
	return known ? value : NO_VALUE;
}

struct bound diff_bound(struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	const char *name = kind->attrs[lw_kind_bound_attr(kind)].bound_by;
	uint32_t binds = lasting(d, g, (uint16_t)lw_kind_attr(kind, name, strlen(name)));
	struct bound bound = { false, NO_VALUE };

	if (binds != NO_VALUE && strcmp(tree_text(d->goal, binds), "1") != 0)
		return bound;
	bound = by_goal(d, g);
	/* What goes does so before its units join others. */
	if (!bound.any && d->to_have[g] && !diff_made(d, g))
		bound = by_have(d, d->to_have[g]);
	if (binds == NO_VALUE)
		bound.left = NO_VALUE;
	return bound;
}

/* Somebody said it, or it was so: not merely what a kernel shows, or had. */
static bool asked_for(const struct diff *d, lw_node g, const struct attr *attr)
{
	return node_at(d->goal, g)->origin == LW_FROM_DECLARED && !(attr->flags & LW_ATTR_CARRIED);
}

/* Nobody minds: the goal is what comes of it. */
static void follow(struct diff *d, lw_node g, uint16_t def, uint32_t left)
{
	unsigned count;
	struct attr *attr = lw_tree_attr_run(d->goal, g, def, &count);

	if (left == NO_VALUE) {
		lw_tree_drop(d->goal, g, def);
		return;
	}
	attr->state = LW_SET;
	attr->value = left;
}

static bool written(const struct diff *d, lw_node g, uint16_t def)
{
	for (uint32_t i = d->first_op[g]; i < d->plan->nop; i++)
		if (d->plan->ops[i].goal == g && d->plan->ops[i].attr == def)
			return true;
	return false;
}

/* Behind the write that comes anyway, if there is one (edges); else one of its own. */
static int emit_again(struct diff *d, lw_node g, uint16_t def, uint32_t left)
{
	uint32_t wanted = lasting(d, g, def);
	struct op *op;

	if (wanted == NO_VALUE || wanted == left || written(d, g, def))
		return 0;
	op = diff_attr_op(d, LW_SETATTR, g, def, left, wanted);
	if (!op)
		return -ENOMEM;
	op->reason = LW_WHY_REWRITTEN;
	return 0;
}

int diff_emit_bound(struct diff *d, lw_node g, const struct bound *bound)
{
	uint16_t def = (uint16_t)lw_kind_bound_attr(node_kind(d->goal, g));
	uint32_t old_value, new_value;
	enum change change;
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, g, def, &count);
	int r;

	if (!attr || (attr->state != LW_SET && attr->state != LW_DEFAULT))
		return 0;
	if (!asked_for(d, g, attr) && !(bound->left == NO_VALUE && diff_made(d, g))) {
		follow(d, g, def, bound->left);
		return 0;
	}
	r = diff_compare(d, g, def, &change, &old_value, &new_value);
	if (r < 0 || (change == CHANGE_SET && new_value == bound->left))
		return r;
	r = diff_emit_attr(d, g, def, count);
	return r < 0 || change > CHANGE_SET ? r : emit_again(d, g, def, bound->left);
}
