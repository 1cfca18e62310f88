/* SPDX-License-Identifier: Apache-2.0 */
/* The switch of an export: off, on, and closed for a moment. */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

static int emit_toggle(struct diff *d, lw_node g, bool on, uint8_t reason)
{
	int def = lw_kind_attr_flag(node_kind(d->goal, g), LW_A_ENABLE);
	uint32_t one = lw_tree_intern(d->goal, "1", 1), zero = lw_tree_intern(d->goal, "0", 1);
	struct op *op =
		diff_attr_op(d, LW_SETATTR, g, (uint16_t)def, on ? zero : one, on ? one : zero);

	if (!op)
		return -ENOMEM;
	op->reason = reason;
	op->phase = on ? LW_PHASE_ENABLE : LW_PHASE_DISABLE;
	*(on ? &d->on_op[g] : &d->off_op[g]) = diff_last(d);
	return 0;
}

static int emit_bracket(struct diff *d, lw_node g)
{
	struct op *op = diff_op(d, LW_CLOSE, d->to_have[g], g);

	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_BRACKET;
	op->phase = LW_PHASE_DISABLE;
	d->off_op[g] = diff_last(d);
	op = diff_op(d, LW_OPEN, d->to_have[g], g);
	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_BRACKET;
	op->phase = LW_PHASE_ENABLE;
	op->cause = d->off_op[g];
	d->on_op[g] = diff_last(d);
	return 0;
}

static bool lacks_switch(const struct diff *d, lw_node h)
{
	int def = lw_kind_attr_flag(node_kind(d->have, h), LW_A_ENABLE);
	unsigned count;
	const struct attr *run = lw_tree_attr_run(d->have, h, (uint16_t)def, &count);

	return run && run->state == LW_ABSENT &&
	       node_kind(d->have, h)->attrs[def].reading != LW_READ_DAEMON;
}

/* A goal known in full that is silent about the switch has it off. */
static uint8_t why_off(const struct diff *d, lw_node g)
{
	int def = lw_kind_attr_flag(node_kind(d->goal, g), LW_A_ENABLE);
	unsigned count;
	const struct attr *run = lw_tree_attr_run(d->goal, g, (uint16_t)def, &count);

	return run && run->state == LW_SET ? LW_WHY_ASKED : LW_WHY_RESET;
}

int diff_emit_switch(struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node h = d->to_have[g];
	bool has_switch = lw_kind_attr_flag(kind, LW_A_ENABLE) >= 0,
	     anew = d->mark[g] & GOAL_RECREATE;
	bool was_on = has_switch && h && diff_have_on(d, h),
	     shall_be_on = has_switch && diff_goal_on(d, g);
	int r = 0;

	/* A kernel without the switch has the export on for good. */
	if (has_switch && h && lacks_switch(d, h))
		has_switch = was_on = shall_be_on = false;
	if (h && !anew && d->decide[g] & DECIDE_BRACKET && (!has_switch || (was_on && shall_be_on)))
		return emit_bracket(d, g);
	if (!has_switch)
		return 0;
	if (was_on && (!shall_be_on || anew)) {
		r = emit_toggle(d, g, false, anew ? LW_WHY_SWITCH : why_off(d, g));
		if (r == 0 && anew)
			d->plan->ops[d->off_op[g]].cause = d->del_op[h];
	}
	if (r == 0 && shall_be_on && (!was_on || anew))
		r = emit_toggle(d, g, true, was_on ? LW_WHY_SWITCH : LW_WHY_ASKED);
	return r;
}
