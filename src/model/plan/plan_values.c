/* SPDX-License-Identifier: Apache-2.0 */
/* What an operation brings along: values, referents, attributes given at creation; and what of it may be seen. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/plan/plan_show.h"
#include "model/tree/secret.h"

const char *lw_plan_referent(const struct lw_tree *tree, lw_node node)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	lw_node to = lw_node_ref(tree, node);

	if (kind->flags & LW_K_REF_IS_NAME || kind->origin != LW_KIND_OURS)
		return NULL;
	return to ? lw_node_name(tree, to) : lw_node_ref_name(tree, node);
}

/* What people call what a node refers to: "device". */
static const char *referent_label(const struct lw_tree *tree, lw_node node)
{
	lw_node to = lw_node_ref(tree, node);

	if (to)
		return node_kind(tree, to)->label;
	for (unsigned k = 0; k < tree->schema->nkind; k++)
		if (lw_kind_in(node_kind(tree, node)->ref_kinds, k))
			return lw_kind(tree->schema, k)->label;
	return "to";
}

static void the_value(const struct lw_plan *plan, const struct op *op, struct plan_value *ret)
{
	struct plan_spot spot = lw_plan_spot(plan, op);
	unsigned kind = node_at(spot.tree, spot.node)->kind;
	const struct lw_attr_spec *spec = lw_tree_attr_spec(spot.tree, kind, op->attr);

	ret->name = lw_tree_attr_name(spot.tree, kind, op->attr);
	ret->old = op->old_value == NO_VALUE ? NULL : tree_text(spot.tree, op->old_value);
	ret->now = op->new_value == NO_VALUE ? NULL : tree_text(spot.tree, op->new_value);
	ret->spec = spec;
	ret->secret =
		op->flags & LW_OP_SECRET || lw_attr_is_secret(spot.tree->schema, spec, ret->name);
	ret->is_default = op->reason == LW_WHY_RESET && op->verb == LW_SETATTR;
	/* A node that this plan makes has no old value that anybody could have read. */
	ret->unknown = !ret->old && op->have && (op->verb == LW_SETATTR || op->verb == LW_CHVAL);
}

static void the_referent(const struct lw_plan *plan, const struct op *op, struct plan_value *ret)
{
	bool had = op->verb != LW_CREATE && op->have, has = op->verb != LW_DELETE && op->goal;

	ret->old = had ? lw_plan_referent(plan->have, op->have) : NULL;
	ret->now = has ? lw_plan_referent(plan->goal, op->goal) : NULL;
	ret->name =
		has ? referent_label(plan->goal, op->goal) : referent_label(plan->have, op->have);
	ret->is_ref = true;
	ret->another = had && has && lw_node_ref(plan->have, op->have) &&
		       plan->counterpart[lw_node_ref(plan->have, op->have)] !=
			       lw_node_ref(plan->goal, op->goal);
}

void lw_plan_value_own(const struct lw_plan *plan, const struct op *op, struct plan_value *ret)
{
	*ret = (struct plan_value){ 0 };
	if (op_of_value(op))
		the_value(plan, op, ret);
	else if ((op->verb == LW_CREATE && op->goal) || (op->verb == LW_DELETE && op->have) ||
		 (op->verb == LW_REPLACE && op->have && op->goal))
		the_referent(plan, op, ret);
}

/* A swap that only carries attributes repeats the referent: not worth showing. */
static bool worth_showing(const struct plan_value *value)
{
	if (!value->is_ref || value->another)
		return true;
	return value->old && value->now ? strcmp(value->old, value->now) != 0
					: value->old || value->now;
}

static bool given_with(const struct lw_tree *tree, const struct lw_attr_spec *spec,
		       const struct attr *attr)
{
	return spec && attr->state == LW_SET && !(spec->flags & LW_A_MULTI) &&
	       lw_given_at_create(spec, tree_text(tree, attr->value));
}

/* What a swap does to the view of the unit: shown when it changes, and when it narrows. */
static bool the_view(const struct lw_plan *plan, const struct op *op, uint16_t def,
		     struct plan_value *ret)
{
	uint32_t old_value = 0, new_value = 0;
	bool had = false, has = false;

	lw_tree_effective(plan->have, op->have, def, &old_value, &had);
	lw_tree_effective(plan->goal, op->goal, def, &new_value, &has);
	if (!has)
		return false;
	ret->now = tree_text(plan->goal, new_value);
	if (had && old_value != new_value)
		ret->old = tree_text(plan->have, old_value);
	return ret->old || strcmp(ret->now, "0") != 0;
}

static bool the_attribute(const struct lw_plan *plan, const struct op *op, unsigned i,
			  struct plan_value *ret)
{
	const struct node *node = node_at(plan->goal, op->goal);
	const struct attr *attr = &plan->goal->attrs[node->attrs + i];
	const struct lw_attr_spec *spec = lw_tree_attr_spec(plan->goal, node->kind, attr->def);
	bool shown;

	if (op->verb == LW_REPLACE)
		shown = spec && spec->flags & LW_A_VIEW && the_view(plan, op, attr->def, ret);
	else
		shown = given_with(plan->goal, spec, attr);
	if (!shown)
		return false;
	ret->name = spec->name;
	if (op->verb != LW_REPLACE)
		ret->now = tree_text(plan->goal, attr->value);
	ret->spec = spec;
	ret->secret = lw_secret_in(plan->have, op->have, plan->goal, op->goal, attr->def);
	return true;
}

bool lw_plan_value_next(const struct lw_plan *plan, const struct op *op, unsigned *at,
			struct plan_value *ret)
{
	bool made = op->goal && (op->verb == LW_CREATE || op->verb == LW_REPLACE);

	while (true) {
		unsigned n = (*at)++;

		if (n == 0) {
			lw_plan_value_own(plan, op, ret);
			if (ret->name && worth_showing(ret))
				return true;
			continue;
		}
		*ret = (struct plan_value){ 0 };
		if (!made || n > node_at(plan->goal, op->goal)->nattr)
			return false;
		if (the_attribute(plan, op, n - 1, ret))
			return true;
	}
}

const char *lw_plan_value_name(const struct plan_value *value, unsigned flags, struct lw_str *buf)
{
	if (value->is_ref || value->spec || flags & LW_PLAN_SECRETS)
		return value->name;
	lw_str_clear(buf);
	lw_secret_name(value->name, buf);
	return lw_str_text(buf);
}

const char *lw_plan_masked(const struct plan_value *value, const char *text, unsigned flags,
			   struct lw_str *buf)
{
	if (!value->secret || flags & LW_PLAN_SECRETS)
		return text;
	lw_str_clear(buf);
	lw_secret_mask(value->spec, text, buf);
	return lw_str_text(buf);
}

uint32_t *lw_plan_places(const struct lw_plan *plan)
{
	uint32_t *places = lw_calloc(plan->nop, sizeof(*places));

	for (uint32_t i = 0; places && i < plan->nop; i++)
		places[plan->order[i]] = i;
	return places;
}

static void count_op(const struct op *op, const uint8_t *made, struct plan_counts *ret)
{
	if (lw_plan_silent(op))
		return;
	if (op->effect <= LW_EFFECT_LOSES)
		ret->effect[op->effect]++;
	if (op->verb == LW_CREATE)
		(*(op->reason != LW_WHY_ASKED ? &ret->recreate : &ret->create))++;
	else if (op->flags & (LW_OP_IMPLIED | LW_OP_TEMPORARY))
		return;
	else if (op->verb == LW_DELETE)
		ret->remove += !op->goal;
	else
		ret->change += !made[op->goal];
}

int lw_plan_counts(const struct lw_plan *plan, struct plan_counts *ret)
{
	LW_AUTO_FREE uint8_t *made = lw_calloc(plan->goal->nnode, 1); /* by goal node */

	if (!made)
		return -ENOMEM;
	*ret = (struct plan_counts){ 0 };
	for (uint32_t i = 0; i < plan->nop; i++)
		if (plan->ops[i].verb == LW_CREATE)
			made[plan->ops[i].goal] = 1;
	for (uint32_t i = 0; i < plan->nop; i++)
		count_op(&plan->ops[i], made, ret);
	return 0;
}

/* A set in which nobody stands yet. */
static bool empty_there(const struct lw_plan *plan, const struct op *op)
{
	unsigned count = 0;
	const struct attr *run = lw_tree_attr_run(plan->have, op->have, op->attr, &count);

	return !count || run->state != LW_SET;
}

/* What a switch says, without computing anything: 1 on, 0 off, -1 nothing. */
static int switched(const struct lw_tree *tree, lw_node node, int def)
{
	unsigned count = 0;
	const struct attr *run = lw_tree_attr_run(tree, node, (uint16_t)def, &count);
	const char *text;

	if (!count || run->state != LW_SET)
		return -1;
	text = tree_text(tree, run->value);
	return text[0] && text[0] != '0' && text[0] != 'N';
}

/* Whether the export is on and stays, and with it its sessions: it stays on, or its switch ends none. */
static bool keeps_sessions(const struct lw_plan *plan, lw_node have)
{
	const struct lw_kind_spec *kind = node_kind(plan->have, have);
	lw_node goal = plan->counterpart[have];
	int def = lw_kind_attr_flag(kind, LW_A_ENABLE);

	if (!goal || def < 0)
		return goal;
	return switched(plan->have, have, def) == 1 &&
	       (switched(plan->goal, goal, def) != 0 || kind->attrs[def].effect < LW_EFFECT_DROPS);
}

/* Whether an operation on a standing export takes a way in from somebody who may be inside. */
static bool takes_way_in(const struct lw_plan *plan, const struct op *op)
{
	const struct lw_attr_spec *spec;

	if (op->flags & (LW_OP_IMPLIED | LW_OP_TEMPORARY) || !op->have ||
	    op->effect >= LW_EFFECT_DROPS)
		return false;
	if (op->verb == LW_DELETE)
		return !op->goal && node_kind(plan->have, op->have)->flags & LW_K_PORTAL;
	/* What comes last lets more through, whatever its verb. */
	if (!op_of_value(op) || !op->goal || op->phase == LW_PHASE_WIDEN)
		return false;
	if (op->effect >= LW_EFFECT_DROPS)
		return false; /* whoever is inside is thrown out */
	spec = lw_tree_attr_spec(plan->goal, node_at(plan->goal, op->goal)->kind, op->attr);
	if (spec && spec->flags & LW_A_ENABLE)
		return op->phase == LW_PHASE_DISABLE && op->reason != LW_WHY_SWITCH;
	switch (spec ? spec->access : LW_ACC_NONE) {
	case LW_ACC_NARROWER:
		return spec->narrow && op->new_value != NO_VALUE &&
		       !strcmp(tree_text(plan->goal, op->new_value), spec->narrow);
	case LW_ACC_OPEN_WHEN_EMPTY:
		/* The first value shuts everybody else out. */
		return op->verb != LW_ADDVAL || empty_there(plan, op);
	case LW_ACC_GRANTS:
		return op->verb != LW_ADDVAL && !(spec->flags & LW_A_ENDS);
	case LW_ACC_PIVOT:
	case LW_ACC_INCOMPARABLE:
		return true;
	default:
		return false;
	}
}

lw_node *lw_plan_narrowed(const struct lw_plan *plan)
{
	LW_AUTO_FREE uint8_t *seen = lw_calloc(plan->have->nnode, 1);
	lw_node *list = lw_calloc((size_t)plan->have->nnode + 1, sizeof(*list));
	uint32_t count = 0;

	for (uint32_t i = 0; seen && list && i < plan->nop; i++) {
		const struct op *op = &plan->ops[plan->order[i]];
		lw_node top = takes_way_in(plan, op) ? lw_tree_export(plan->have, op->have) : 0;

		if (!top || seen[top] || !keeps_sessions(plan, top))
			continue;
		seen[top] = 1;
		list[count++] = top;
	}
	if (!seen) {
		free(list);
		return NULL;
	}
	return list;
}
