/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on attributes of one node: plain values, sets of values, what a write changes besides, and the switch. */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"
#include "model/tree/secret.h"
#include "model/diff/values.h"

static struct op *attr_op(struct diff *d, enum lw_verb verb, lw_node g, uint16_t def,
			  uint32_t old_value, uint32_t new_value)
{
	struct op *op = diff_op(d, verb, d->to_have[g], g);

	if (!op)
		return NULL;
	op->attr = def;
	op->old_value = old_value;
	op->new_value = new_value;
	if (lw_secret_in(d->have, d->to_have[g], d->goal, g, def))
		op->flags |= LW_OP_SECRET;
	return op;
}

static bool made(const struct diff *d, lw_node g)
{
	return d->mark[g] & (GOAL_NEW | GOAL_RECREATE);
}

/* What the file says of an attribute decides why it is written. */
static uint8_t reason_of(const struct attr *attr)
{
	if (attr->flags & LW_ATTR_CARRIED)
		return LW_WHY_CARRIED;
	return attr->state == LW_DEFAULT ? LW_WHY_RESET : LW_WHY_ASKED;
}

static int emit_change(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		       uint32_t new_value)
{
	struct op *op = attr_op(d, LW_SETATTR, g, def, old_value, new_value);
	unsigned count;

	if (op)
		op->reason = reason_of(lw_tree_attr_run(d->goal, g, def, &count));
	return op ? 0 : -ENOMEM;
}

int diff_shutter(const struct lw_kind_spec *kind, const struct lw_attr_spec *spec)
{
	if (spec && spec->shut_by)
		return lw_kind_attr(kind, spec->shut_by, strlen(spec->shut_by));
	return spec && spec->when == LW_WHEN_INACTIVE ? lw_kind_attr_flag(kind, LW_A_ACTIVE) : -1;
}

/* Whether the attribute that must be 0 is 0 anyway, or is made so by an operation that is there already. */
static bool is_shut(struct diff *d, lw_node g, uint16_t shutter)
{
	uint32_t zero = lw_tree_intern(d->goal, "0", 1), value = 0;
	bool known = false;

	for (uint32_t i = d->first_op[g]; i < d->plan->nop; i++)
		if (d->plan->ops[i].goal == g && d->plan->ops[i].attr == shutter &&
		    d->plan->ops[i].new_value == zero)
			return true;
	if (made(d, g))
		lw_tree_effective(d->goal, g, shutter, &value, &known);
	else
		lw_tree_effective(d->have, d->to_have[g], shutter, &value, &known);
	if (!known)
		known = lw_tree_fresh(d->goal, g, shutter, &value);
	return known && value == zero;
}

/* What must be 0 is set so, and back when the change is done: three writes, the outer two temporary. */
static int emit_shut(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		     uint32_t new_value)
{
	uint32_t one = lw_tree_intern(d->goal, "1", 1), zero = lw_tree_intern(d->goal, "0", 1);
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, def);
	int shutter = diff_shutter(node_kind(d->goal, g), spec);
	const struct attr *wanted;
	uint32_t change;
	unsigned count;
	struct op *op;

	/* If it becomes 1 for good, that waits (edges). */
	if (shutter < 0 || is_shut(d, g, (uint16_t)shutter))
		return emit_change(d, g, def, old_value, new_value);
	op = attr_op(d, LW_SETATTR, g, (uint16_t)shutter, one, zero);
	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_INACTIVE;
	if (emit_change(d, g, def, old_value, new_value) < 0)
		return -ENOMEM;
	change = diff_last(d);
	wanted = lw_tree_attr_run(d->goal, g, (uint16_t)shutter, &count);
	if (wanted && wanted->state == LW_SET && wanted->value == zero) {
		d->plan->ops[change - 1].flags &= (uint8_t)~LW_OP_TEMPORARY;
		d->plan->ops[change - 1].reason = reason_of(wanted);
		return 0;
	}
	d->plan->ops[change - 1].cause = change;
	op = attr_op(d, LW_SETATTR, g, (uint16_t)shutter, zero, one);
	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_INACTIVE;
	op->cause = change;
	return 0;
}

/* The write of the closing attribute itself is part of emit_shut() when something needs the node closed. */
static bool closes_for_another(struct diff *d, lw_node g, uint16_t active)
{
	for (uint32_t i = d->first_op[g]; i < d->plan->nop; i++)
		if (d->plan->ops[i].goal == g && d->plan->ops[i].attr == active)
			return true;
	return false;
}

static int note_unknowable(struct diff *d, lw_node g, const struct attr *attr)
{
	bool is_set = attr->state == LW_SET;
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_secret_name(lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def), &name);

	lw_tree_report(d->goal, g, attr, d->report, LW_WARNING,
		       is_set ? LW_CODE_UNSUPPORTED : LW_CODE_UNKNOWN, NULL,
		       is_set ? "%s: this kernel has no such attribute; it is not set"
			      : "%s is no longer declared, and its default is not known: it stays "
				"as it is",
		       lw_str_text(&name));
	return 0;
}

/* The value means that there is none yet, and now there is one. */
static int note_unset(struct diff *d, lw_node g, const struct attr *attr)
{
	lw_tree_report(d->goal, g, attr, d->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s is never applied: it stays as it is",
		       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def),
		       tree_text(d->goal, attr->value));
	return 0;
}

/* Only the making gives it, and what exists by hardware is not made. */
static int note_hardware(struct diff *d, lw_node g, const struct attr *attr)
{
	lw_tree_report(d->goal, g, attr, d->report, LW_WARNING, LW_CODE_UNSUPPORTED, NULL,
		       "%s can be given at creation only, and this object exists by hardware: it "
		       "stays as it is",
		       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def));
	return 0;
}

/* A free value in between, because two nodes swap theirs. */
static int emit_spare(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		      uint32_t new_value)
{
	struct op *op = attr_op(d, LW_SETATTR, g, def, old_value, d->spare[g]);

	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_SPARE;
	op->cause = diff_last(d) + 1;
	return attr_op(d, LW_SETATTR, g, def, d->spare[g], new_value) ? 0 : -ENOMEM;
}

/* Whether somebody can be reading what the node holds. */
static bool is_read(struct diff *d, lw_node h)
{
	for (uint32_t i = d->have_refs.start[h]; i < d->have_refs.start[h + 1]; i++) {
		lw_node x = lw_tree_export(d->have, d->have_refs.list[i]);

		if (x && (node_kind(d->have, x)->flags & LW_K_ALWAYS_ON || diff_have_on(d, x)))
			return true;
	}
	return false;
}

/*
 * What clients read is exchanged: taken out, which only narrows, and the new one put in, which only widens. In one write it
 * would do both, before or after whatever else decides who may read.
 */
static int emit_medium(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		       uint32_t new_value)
{
	uint32_t none = lw_tree_intern(d->goal, "", 0);
	struct op *op;

	if (old_value == none || new_value == none || made(d, g) || !is_read(d, d->to_have[g]))
		return emit_change(d, g, def, old_value, new_value);
	op = attr_op(d, LW_SETATTR, g, def, old_value, none);
	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_UNSAFE;
	op->cause = diff_last(d) + 1;
	return emit_change(d, g, def, none, new_value);
}

static bool kind_rewrites(const struct lw_kind_spec *kind)
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

/* The value at which another attribute's value keeps this one, so that writing it would be ignored; NULL if none does. */
static const char *held(struct diff *d, lw_node g, uint16_t def)
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
static int note_held(struct diff *d, lw_node g, uint16_t def, const char *at)
{
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, g, def, &count);

	if (attr && attr->state == LW_SET && !(attr->flags & LW_ATTR_CARRIED) &&
	    strcmp(tree_text(d->goal, attr->value), at) != 0)
		lw_tree_report(d->goal, g, attr, d->report, LW_WARNING, LW_CODE_CONFLICT, NULL,
			       "%s cannot have this value as long as another attribute of the node "
			       "holds it",
			       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def));
	return 0;
}

/* Whether the making of the node gives the attribute. */
static bool given(const struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec)
{
	const struct attr *run;
	unsigned count;

	if (!made(d, g) || d->make_op[g] == NO_OP)
		return false;
	run = lw_tree_attr_run(d->goal, g, def, &count);
	return run && lw_given_at_create(spec, run->state == LW_SET ? tree_text(d->goal, run->value)
								    : "?");
}

static int emit_single(struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec)
{
	uint32_t old_value, new_value;
	enum change change;
	const char *at = NULL;
	unsigned count;
	int r;

	if (spec && (spec->flags & LW_A_ENABLE ||
		     (spec->flags & LW_A_ACTIVE && closes_for_another(d, g, def))))
		return 0;
	if (spec && given(d, g, def, spec))
		return 0;
	if (spec && spec->flags & LW_A_VIEW && d->mark[g] & GOAL_REPLACE)
		return 0;
	r = diff_compare(d, g, def, &change, &old_value, &new_value);
	if (r < 0 || change == CHANGE_NO)
		return r;
	if (kind_rewrites(node_kind(d->goal, g)))
		at = held(d, g, def);
	if (at)
		return note_held(d, g, def, at);
	if (change == CHANGE_UNSET)
		return note_unset(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (change == CHANGE_UNKNOWABLE)
		return note_unknowable(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (spec && spec->when == LW_WHEN_CREATE && !(spec->flags & LW_A_PORT) && !made(d, g))
		return note_hardware(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (spec && (spec->shut_by || (spec->when == LW_WHEN_INACTIVE && !made(d, g))))
		return emit_shut(d, g, def, old_value, new_value);
	if (spec && spec->flags & LW_A_MEDIUM)
		return emit_medium(d, g, def, old_value, new_value);
	if (d->decide[g] & DECIDE_SPARE && d->spare_def[g] == def)
		return emit_spare(d, g, def, old_value, new_value);
	return emit_change(d, g, def, old_value, new_value);
}

/* Sets of values. */

/* One operation of a set: @like says on what. */
static int emit_value(struct diff *d, const struct op *like, uint32_t old_value, uint32_t new_value,
		      uint8_t reason)
{
	enum lw_verb verb = old_value == NO_VALUE   ? LW_ADDVAL
			    : new_value == NO_VALUE ? LW_DELVAL
						    : LW_CHVAL;
	struct op *op = diff_op(d, verb, like->have, like->goal);

	if (!op)
		return -ENOMEM;
	op->attr = like->attr;
	op->flags = like->flags;
	op->old_value = old_value;
	op->new_value = new_value;
	op->reason = reason;
	return 0;
}

/* Nothing here interns, so the runs stay where they are. */
static int emit_between(struct diff *d, lw_node g, uint16_t def, const struct value_set *olds,
			const struct value_set *news)
{
	struct op like = { .have = d->to_have[g], .goal = g, .attr = def };
	unsigned count;
	uint8_t reason = reason_of(lw_tree_attr_run(d->goal, g, def, &count));
	int r = 0;

	/* One secret value makes all of them secret: looked for once. */
	if (lw_secret_in(d->have, like.have, d->goal, g, def))
		like.flags |= LW_OP_SECRET;
	for (unsigned i = 0; i < news->count && r == 0; i++) {
		uint32_t old_value = value_set_find(olds, news->values[i].value);

		if (old_value != news->values[i].value)
			r = emit_value(d, &like, old_value, news->values[i].value, reason);
	}
	for (unsigned i = 0; i < olds->count && r == 0; i++)
		if (value_set_find(news, olds->values[i].value) == NO_VALUE)
			r = emit_value(d, &like, olds->values[i].value, NO_VALUE, LW_WHY_UNLISTED);
	return r;
}

static int emit_set(struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec)
{
	lw_node h = made(d, g) ? 0 : d->to_have[g];
	struct value_set old_set = { .slots = NULL }, new_set = { .slots = NULL };
	unsigned nold = 0, nnew = 0;
	const struct attr *olds = diff_values(d->have, h, diff_have_def(d, g, def), &nold);
	const struct attr *news = diff_values(d->goal, g, def, &nnew);
	int r = value_set_init(&old_set, d->have, spec, olds, nold);

	if (r == 0)
		r = value_set_init(&new_set, d->goal, spec, news, nnew);
	if (r == 0)
		r = emit_between(d, g, def, &old_set, &new_set);
	value_set_done(&old_set);
	value_set_done(&new_set);
	return r;
}

/* Rewrites. */

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
	return note_held(d, g, other, at);
}

static int emit_rewrite(struct diff *d, lw_node g, uint32_t trigger, const struct lw_rewrite *rule)
{
	int other = lw_kind_attr(node_kind(d->goal, g), rule->attr, strlen(rule->attr));
	uint32_t left = NO_VALUE, wanted = 0;
	const char *at = other < 0 ? NULL : held(d, g, (uint16_t)other);
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
	op = attr_op(d, LW_SETATTR, g, (uint16_t)other, left, wanted);
	if (!op)
		return -ENOMEM;
	op->reason = LW_WHY_REWRITTEN;
	op->cause = trigger;
	return 0;
}

/* The rewritten attribute may already be what the trigger leaves behind: then its own write is not needed. */
static int emit_rewrites(struct diff *d, lw_node g)
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

static int emit_attr(struct diff *d, lw_node g, uint16_t def, unsigned count)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, def);
	bool multi = (spec && spec->flags & LW_A_MULTI) || count > 1;

	return multi && diff_is_config(spec) ? emit_set(d, g, def, spec)
					     : emit_single(d, g, def, spec);
}

int diff_emit_attrs(struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	unsigned count = 0, active_count = 0;
	uint16_t active = 0;
	int r = 0;

	if (diff_holds_all(d, g))
		return 0;
	/* Indices, not pointers: computed defaults may move the pools. */
	for (unsigned i = 0; i < node_at(d->goal, g)->nattr && r == 0; i += count) {
		uint16_t def = d->goal->attrs[node_at(d->goal, g)->attrs + i].def;

		lw_tree_attr_run(d->goal, g, def, &count);
		if (def < kind->nattr && kind->attrs[def].flags & LW_A_ACTIVE) {
			active = def;
			active_count = count;
		} else {
			r = emit_attr(d, g, def, count);
		}
	}
	/* Last, as changes of others may have closed the node already. */
	if (r == 0 && active_count)
		r = emit_attr(d, g, active, active_count);
	return r == 0 && kind_rewrites(kind) ? emit_rewrites(d, g) : r;
}

/* The switch. */

static int emit_toggle(struct diff *d, lw_node g, bool on, uint8_t reason)
{
	int def = lw_kind_attr_flag(node_kind(d->goal, g), LW_A_ENABLE);
	uint32_t one = lw_tree_intern(d->goal, "1", 1), zero = lw_tree_intern(d->goal, "0", 1);
	struct op *op = attr_op(d, LW_SETATTR, g, (uint16_t)def, on ? zero : one, on ? one : zero);

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
