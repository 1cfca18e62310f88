/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a write changes besides: the kernel sets other attributes of the node along with it, so that these are written again
 * behind it, or holds them, so that writing them is of no use.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

bool diff_kind_rewrites(const struct lw_kind_spec *kind)
{
	for (unsigned i = 0; i < kind->nattr; i++)
		if (kind->attrs[i].rewrites)
			return true;
	return false;
}

/* What the node will have in the end, or has if nobody says. */
static uint32_t final_value(struct diff *d, lw_node g, uint16_t def)
{
	uint32_t value = 0;
	bool known = false;

	lw_tree_effective(d->goal, g, def, &value, &known);
	if (!known && d->to_have[g])
		lw_tree_effective(d->have, d->to_have[g], def, &value, &known);
	return known ? value : NO_VALUE;
}

const char *diff_held(struct diff *d, lw_node g, uint16_t def)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);

	if (def >= kind->nattr)
		return NULL;
	for (uint16_t other = 0; other < kind->nattr; other++) {
		const struct lw_rewrite *rule = kind->attrs[other].rewrites;

		for (; rule && rule->attr; rule++) {
			uint32_t value;

			if (!rule->holds || strcmp(rule->attr, kind->attrs[def].name) != 0)
				continue;
			value = final_value(d, g, other);
			if (value != NO_VALUE && strcmp(tree_text(d->goal, value), rule->in) == 0)
				return rule->out;
		}
	}
	return NULL;
}

/* Only what a file asks for, and does not get, is worth a word. */
int diff_note_held(struct diff *d, lw_node g, uint16_t def, const char *at)
{
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, g, def, &count);

	if (attr && attr->state == LW_SET && !(attr->flags & LW_ATTR_CARRIED) &&
	    strcmp(tree_text(d->goal, attr->value), at) != 0)
		lw_tree_report(d->goal, g, attr, d->notes, LW_WARNING, LW_CODE_CONFLICT, NULL,
			       "%s cannot have this value as long as another attribute of the node "
			       "holds it",
			       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def));
	return 0;
}

/* Whether the trigger's write is what the rule is about; one for any other value is, unless a rule before it was. */
static bool applies(const struct diff *d, const struct lw_rewrite *first,
		    const struct lw_rewrite *rule, uint32_t trigger)
{
	const char *text = trigger == NO_VALUE ? "" : tree_text(d->goal, trigger);

	if (rule->in)
		return strcmp(rule->in, text) == 0;
	for (; first < rule; first++)
		if (strcmp(first->attr, rule->attr) == 0 && first->in &&
		    strcmp(first->in, text) == 0)
			return false;
	return true;
}

/* First operation of this node that sets the attribute; NO_OP if none. */
static uint32_t set_op(const struct diff *d, lw_node g, uint16_t def)
{
	for (uint32_t i = d->first_op[g]; i < d->plan->nop; i++)
		if (d->plan->ops[i].goal == g && d->plan->ops[i].attr == def &&
		    d->plan->ops[i].verb == LW_SETATTR)
			return i;
	return NO_OP;
}

/* The write that holds the other attribute changes it, too: it may have had what is wanted, and not have it any more. */
static int note_newly_held(struct diff *d, lw_node g, uint16_t other, const char *at)
{
	uint32_t old_value, new_value;
	enum change change;
	int r = diff_compare(d, g, other, &change, &old_value, &new_value);

	if (r < 0 || change != CHANGE_NO)
		return r; /* told already, where it differs */
	return diff_note_held(d, g, other, at);
}

static int emit_rewrite(struct diff *d, lw_node g, uint32_t trigger, const struct lw_rewrite *rule)
{
	int other = lw_kind_attr(node_kind(d->goal, g), rule->attr, strlen(rule->attr));
	uint32_t left = NO_VALUE, wanted = 0;
	const char *at = other < 0 ? NULL : diff_held(d, g, (uint16_t)other);
	bool known = false;
	struct op *op;

	if (other < 0)
		return 0;
	if (at)
		return note_newly_held(d, g, (uint16_t)other, at);
	if (set_op(d, g, (uint16_t)other) != NO_OP)
		return 0; /* written anyway: after the trigger (edges) */
	if (!diff_is_config(lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, (uint16_t)other)))
		return 0;
	lw_tree_effective(d->goal, g, (uint16_t)other, &wanted, &known);
	if (!known)
		return 0; /* nobody minds */
	if (rule->out)
		left = lw_tree_intern(d->goal, rule->out, strlen(rule->out));
	if (left == wanted)
		return 0;
	op = diff_attr_op(d, LW_SETATTR, g, (uint16_t)other, left, wanted);
	if (!op)
		return -ENOMEM;
	op->reason = LW_WHY_REWRITTEN;
	op->cause = trigger;
	return 0;
}

/* The rewritten attribute may already be what the trigger leaves behind: then its own write is not needed. */
int diff_emit_rewrites(struct diff *d, lw_node g)
{
	uint32_t end = d->plan->nop;

	for (uint32_t i = d->first_op[g]; i < end; i++) {
		const struct op *op = &d->plan->ops[i];
		const struct lw_attr_spec *spec;

		if (op->verb != LW_SETATTR)
			continue;
		spec = lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, op->attr);
		for (const struct lw_rewrite *rule = spec ? spec->rewrites : NULL;
		     rule && rule->attr; rule++)
			if (applies(d, spec->rewrites, rule, d->plan->ops[i].new_value) &&
			    emit_rewrite(d, g, i, rule) < 0)
				return -ENOMEM;
	}
	return 0;
}
