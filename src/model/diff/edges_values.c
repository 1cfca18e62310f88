/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that only one node of a scope may have: whoever gives one up comes before whoever takes it. What a node will have in
 * the end is what is written last, or else what it has; two that would end with the same value are a mistake of the file,
 * which only shows here, because one of them is not in it.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"
#include "model/schema/picked.h"
#include "model/tree/claims.h"
#include "model/tree/secret.h"
#include "model/tree/tree_internal.h"

static const struct lw_attr_spec *spec_at(const struct lw_tree *tree, lw_node n, uint16_t def)
{
	return &node_kind(tree, n)->attrs[def];
}

static uint32_t op_on_attr(const struct diff *d, lw_node g, uint16_t def, bool last)
{
	uint32_t found = NO_OP;

	for (uint32_t i = d->first_op[g]; i < d->last_op[g]; i++) {
		if (d->plan->ops[i].attr != def || d->plan->ops[i].verb != LW_SETATTR)
			continue;
		found = i;
		if (!last)
			break;
	}
	return found;
}

/* What the node has when the plan is done; false when that is not known. */
static bool value_in_the_end(struct diff *d, lw_node g, uint16_t def, uint32_t *ret)
{
	uint32_t op = op_on_attr(d, g, def, true);
	bool known = false;

	*ret = 0;
	if (op != NO_OP)
		*ret = d->plan->ops[op].new_value;
	else if (d->to_have[g] && !(d->mark[g] & GOAL_RECREATE))
		lw_tree_effective(d->have, d->to_have[g], def, ret, &known);
	else
		lw_tree_effective(d->goal, g, def, ret, &known);
	return op != NO_OP ? *ret != NO_VALUE : known;
}

/* The node is active now, or in the end; what nobody knows to be closed may be open. */
static bool is_active(struct diff *d, const struct lw_tree *tree, lw_node n)
{
	int def = lw_kind_attr_flag(node_kind(tree, n), LW_A_ACTIVE);
	uint32_t value = 0;
	bool known = false;

	if (def >= 0 && tree == d->have)
		lw_tree_effective(d->have, n, (uint16_t)def, &value, &known);
	else if (def >= 0)
		known = value_in_the_end(d, n, (uint16_t)def, &value);
	return !known || strcmp(tree_text(tree, value), "0") != 0;
}

/* Whether the value counts: always, or only while the node is on, or active. */
static bool counts(struct diff *d, const struct lw_tree *tree, lw_node n,
		   const struct lw_attr_spec *spec)
{
	if (spec->unique_while == LW_WHILE_ACTIVE)
		return is_active(d, tree, n);
	if (spec->unique_while != LW_WHILE_ENABLED ||
	    lw_kind_attr_flag(node_kind(tree, n), LW_A_ENABLE) < 0)
		return true;
	return tree == d->have ? diff_have_on(d, n) : diff_goal_on(d, n);
}

static bool exempt(const struct lw_tree *tree, const struct lw_attr_spec *spec, uint32_t value)
{
	return !value || (spec->exempt && strcmp(tree_text(tree, value), spec->exempt) == 0);
}

static bool is_bracket(const struct diff *d, uint32_t op)
{
	return d->plan->ops[op].verb == LW_CLOSE || d->plan->ops[op].verb == LW_OPEN;
}

/* The write that closes the node, or the one that opens it; NO_OP if there is none. */
static uint32_t active_op(const struct diff *d, lw_node g, const char *value)
{
	int def = lw_kind_attr_flag(node_kind(d->goal, g), LW_A_ACTIVE);

	for (uint32_t i = d->first_op[g]; def >= 0 && i < d->last_op[g]; i++)
		if (d->plan->ops[i].attr == def &&
		    !strcmp(tree_text(d->goal, d->plan->ops[i].new_value), value))
			return i;
	return NO_OP;
}

/* The operation after which have's value is free. */
static uint32_t release_op(const struct diff *d, lw_node h, uint16_t def,
			   const struct lw_attr_spec *spec)
{
	lw_node g = d->to_goal[h];
	bool by_switch = spec->unique_while == LW_WHILE_ENABLED;

	if (!g)
		return by_switch && d->gone_off_op[h] != NO_OP ? d->gone_off_op[h] : d->del_op[h];
	if (by_switch && d->off_op[g] != NO_OP && !is_bracket(d, d->off_op[g]))
		return d->off_op[g];
	if (d->mark[g] & GOAL_RECREATE)
		return d->del_op[h];
	if (spec->unique_while == LW_WHILE_ACTIVE)
		return active_op(d, g, "0");
	return op_on_attr(d, g, def, false);
}

static int release(struct diff *d, struct claims *held, lw_node h, uint16_t def)
{
	const struct lw_attr_spec *spec = spec_at(d->have, h, def);
	lw_node scope = claims_scope_of_value(d->have, h, spec->unique);
	uint32_t value = 0;
	bool known = false;

	lw_tree_effective(d->have, h, def, &value, &known);
	if (!known || !scope || !d->to_goal[scope] || !counts(d, d->have, h, spec) ||
	    exempt(d->have, spec, value))
		return 0;
	return claims_add(held, &(struct claim){ d->to_goal[scope],
						 claims_space_of_attr(held, d->have->schema, spec),
						 value, h, release_op(d, h, def, spec), 0 });
}

static int want(struct diff *d, struct claims *wanted, lw_node g, uint16_t def)
{
	const struct lw_attr_spec *spec = spec_at(d->goal, g, def);
	lw_node scope = claims_scope_of_value(d->goal, g, spec->unique);
	uint32_t value;

	if (!scope || !counts(d, d->goal, g, spec) || !value_in_the_end(d, g, def, &value))
		return 0;
	if (exempt(d->goal, spec, value))
		return 0;
	return claims_add(
		wanted, &(struct claim){ scope, claims_space_of_attr(wanted, d->goal->schema, spec),
					 value, g, def, 0 });
}

static void show_value(const struct diff *d, const struct lw_attr_spec *spec, uint32_t value,
		       struct lw_str *out)
{
	if (lw_attr_is_secret(d->goal->schema, spec, spec->name))
		lw_secret_mask(spec, tree_text(d->goal, value), out);
	else
		tree_quote(out, tree_text(d->goal, value));
}

/* Said at the one that the file names; the other is the one that is left as it is. */
static int conflict(struct diff *d, const struct claim *a, const struct claim *b)
{
	const struct lw_attr_spec *spec = spec_at(d->goal, a->holder, (uint16_t)a->with);
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, a->holder, (uint16_t)a->with, &count);
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	lw_tree_path(d->goal, b->holder, &path);
	show_value(d, spec, a->value, &value);
	lw_tree_report(d->goal, a->holder, attr, d->report, LW_ERROR, LW_CODE_CONFLICT,
		       "give one of the two another value in the file",
		       "%s %s is held by %s, which is left as it is", spec->name,
		       lw_str_text(&value), lw_str_text(&path));
	return -EINVAL;
}

/* Who is told: the one that the file gives the value, else the one that is switched on with it, else the later one. */
static int blame(const struct diff *d, const struct claim *c)
{
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, c->holder, (uint16_t)c->with, &count);

	if (attr && attr->state == LW_SET)
		return 2;
	return d->on_op[c->holder] != NO_OP;
}

static int check_wanted(struct diff *d, const struct claims *wanted)
{
	int r = 0;

	for (uint32_t i = 1; i < wanted->len; i++) {
		const struct claim *c = &wanted->list[i], *other = NULL;

		while ((other = claims_next(wanted, c, other))) {
			int more = blame(d, c) - blame(d, other);

			if (other->holder != c->holder && (more > 0 || (more == 0 && other < c)))
				r = conflict(d, c, other);
		}
	}
	return r;
}

/* The first write that needs the value free: the attribute's own while the node is on, else its switch or its making. */
static int claim_by(struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec,
		    uint32_t release)
{
	bool by_switch = spec->unique_while == LW_WHILE_ENABLED;
	uint32_t set = spec->unique_while == LW_WHILE_ACTIVE ? active_op(d, g, "1")
							     : op_on_attr(d, g, def, true);
	uint32_t on = d->on_op[g];
	int r = 0;

	if (by_switch && on != NO_OP && !is_bracket(d, on))
		return diff_edge(d, release, on, LW_EDGE_EXCL);
	if (set != NO_OP)
		r = diff_edge(d, release, set, LW_EDGE_EXCL);
	if (r == 0 && diff_makes(d, g))
		r = diff_edge(d, release, d->make_op[g], LW_EDGE_EXCL);
	return r;
}

static int take(struct diff *d, const struct claims *held, const struct claim *want)
{
	const struct lw_attr_spec *spec = spec_at(d->goal, want->holder, (uint16_t)want->with);
	const struct claim *c = NULL;

	while ((c = claims_next(held, want, c)))
		if (d->to_goal[c->holder] != want->holder &&
		    claim_by(d, want->holder, (uint16_t)want->with, spec, c->with) < 0)
			return -ENOMEM;
	return 0;
}

static bool is_held(const struct lw_attr_spec *spec)
{
	return spec->unique && spec->unique_while != LW_WHILE_ADVISED;
}

static int each_unique(struct diff *d, const struct lw_tree *tree, const struct lw_picked *unique,
		       struct claims *t,
		       int (*each)(struct diff *d, struct claims *t, lw_node n, uint16_t def))
{
	for (lw_node n = 2; n < tree->nnode; n++) {
		const uint32_t *range = &unique->start[node_at(tree, n)->kind];

		if (node_at(tree, n)->flags & LW_NODE_DEAD)
			continue;
		for (uint32_t i = range[0]; i < range[1]; i++)
			if (each(d, t, n, unique->def[i]) < 0)
				return -ENOMEM;
	}
	return 0;
}

int diff_edges_values(struct diff *d)
{
	struct claims held = { .len = 0 }, wanted = { .len = 0 };
	struct lw_picked unique = { .def = NULL };
	int r = lw_pick(&unique, d->goal->schema, is_held);

	if (r == 0)
		r = each_unique(d, d->have, &unique, &held, release);
	if (r == 0)
		r = each_unique(d, d->goal, &unique, &wanted, want);
	if (r == 0)
		r = check_wanted(d, &wanted);
	for (uint32_t i = 1; i < wanted.len && r == 0; i++)
		r = take(d, &held, &wanted.list[i]);
	claims_done(&held);
	claims_done(&wanted);
	lw_picked_done(&unique);
	return r;
}
