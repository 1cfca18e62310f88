/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on attributes of one node: one value each, by one write or the two or three that it takes. */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"
#include "model/tree/secret.h"
#include "model/tree/tree_internal.h"

struct op *diff_attr_op(struct diff *d, enum lw_verb verb, lw_node g, uint16_t def,
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

uint8_t diff_reason_of(const struct attr *attr)
{
	if (attr->flags & LW_ATTR_CARRIED)
		return LW_WHY_CARRIED;
	return attr->state == LW_DEFAULT ? LW_WHY_RESET : LW_WHY_ASKED;
}

static int emit_change(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		       uint32_t new_value)
{
	struct op *op = diff_attr_op(d, LW_SETATTR, g, def, old_value, new_value);
	unsigned count;

	if (op)
		op->reason = diff_reason_of(lw_tree_attr_run(d->goal, g, def, &count));
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
	if (diff_made(d, g))
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
	op = diff_attr_op(d, LW_SETATTR, g, (uint16_t)shutter, one, zero);
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
		d->plan->ops[change - 1].reason = diff_reason_of(wanted);
		return 0;
	}
	d->plan->ops[change - 1].cause = change;
	op = diff_attr_op(d, LW_SETATTR, g, (uint16_t)shutter, zero, one);
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
	unsigned kind = node_at(d->goal, g)->kind;
	const struct lw_attr_spec *spec = lw_tree_attr_spec(d->goal, kind, attr->def);
	const char *name = lw_tree_attr_name(d->goal, kind, attr->def);
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	if (attr->state != LW_SET && spec && spec->unset) {
		lw_tree_report(
			d->goal, g, attr, d->notes, LW_WARNING, LW_CODE_UNSUPPORTED,
			"declare the value that it shall have, or switch it off first",
			"%s is no longer declared, but nothing that is on gives it up: it stays "
			"as it is",
			name);
		return 0;
	}
	if (attr->state != LW_SET) {
		lw_tree_report_stays(d->goal, g, attr, name, d->notes);
		return 0;
	}
	lw_secret_name(name, &shown);
	lw_tree_report(d->goal, g, attr, d->notes, LW_WARNING, LW_CODE_UNSUPPORTED, NULL,
		       "%s: this kernel has no such attribute; it is not set", lw_str_text(&shown));
	return 0;
}

/* A file that the kernel lets nobody write: a fact of the machine, or of how the object was made. */
static int note_fixed(struct diff *d, lw_node g, const struct attr *attr)
{
	unsigned kind = node_at(d->goal, g)->kind;
	const struct attr *fixed = diff_fixed(d, g, attr->def);
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	lw_secret_name(lw_tree_attr_name(d->goal, kind, attr->def), &name);
	tree_quote_value(d->have, d->to_have[g], fixed, &value);
	lw_tree_report(d->goal, g, attr, d->notes, LW_WARNING, LW_CODE_UNSUPPORTED,
		       "leave it out, or declare what is there",
		       "%s: this kernel has it to read only; it stays %s", lw_str_text(&name),
		       lw_str_text(&value));
	return 0;
}

/* The value means that there is none yet, and now there is one. */
static int note_unset(struct diff *d, lw_node g, const struct attr *attr)
{
	lw_tree_report(d->goal, g, attr, d->notes, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s is never applied: it stays as it is",
		       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def),
		       tree_text(d->goal, attr->value));
	return 0;
}

/* Only the making gives it, and what exists by hardware is not made. */
static int note_hardware(struct diff *d, lw_node g, const struct attr *attr)
{
	lw_tree_report(d->goal, g, attr, d->notes, LW_WARNING, LW_CODE_UNSUPPORTED, NULL,
		       "%s can be given at creation only, and this object exists by hardware: it "
		       "stays as it is",
		       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def));
	return 0;
}

/* A free value in between, because two nodes swap theirs. */
static int emit_spare(struct diff *d, lw_node g, uint16_t def, uint32_t old_value,
		      uint32_t new_value)
{
	struct op *op = diff_attr_op(d, LW_SETATTR, g, def, old_value, d->spare[g]);

	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_SPARE;
	op->cause = diff_last(d) + 1;
	return diff_attr_op(d, LW_SETATTR, g, def, d->spare[g], new_value) ? 0 : -ENOMEM;
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

	if (old_value == none || new_value == none || diff_made(d, g) || !is_read(d, d->to_have[g]))
		return emit_change(d, g, def, old_value, new_value);
	op = diff_attr_op(d, LW_SETATTR, g, def, old_value, none);
	if (!op)
		return -ENOMEM;
	op->flags |= LW_OP_TEMPORARY;
	op->reason = LW_WHY_UNSAFE;
	op->cause = diff_last(d) + 1;
	return emit_change(d, g, def, none, new_value);
}

/* Whether the making of the node gives the attribute. */
static bool given(const struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec)
{
	const struct attr *run;
	unsigned count;

	if (!diff_made(d, g) || d->make_op[g] == NO_OP)
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
	if (diff_kind_rewrites(node_kind(d->goal, g)))
		at = diff_held(d, g, def);
	if (at)
		return diff_note_held(d, g, def, at);
	if (change == CHANGE_UNSET)
		return note_unset(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (change == CHANGE_FIXED)
		return note_fixed(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (change == CHANGE_UNKNOWABLE)
		return note_unknowable(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (spec && spec->when == LW_WHEN_CREATE && !(spec->flags & LW_A_PORT) && !diff_made(d, g))
		return note_hardware(d, g, lw_tree_attr_run(d->goal, g, def, &count));
	if (spec && (spec->shut_by || (spec->when == LW_WHEN_INACTIVE && !diff_made(d, g))))
		return emit_shut(d, g, def, old_value, new_value);
	if (spec && spec->flags & LW_A_MEDIUM)
		return emit_medium(d, g, def, old_value, new_value);
	if (d->decide[g] & DECIDE_SPARE && d->spare_def[g] == def)
		return emit_spare(d, g, def, old_value, new_value);
	return emit_change(d, g, def, old_value, new_value);
}

int diff_emit_attr(struct diff *d, lw_node g, uint16_t def, unsigned count)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, g)->kind, def);
	/* What the vocabulary does not know is a set when it is said several times, if there is something to set. */
	bool multi = (spec && spec->flags & LW_A_MULTI) ||
		     (count > 1 && !diff_fixed(d, g, def) && !diff_no_such_file(d, g, def));

	return multi && diff_is_config(spec) ? diff_emit_set(d, g, def, spec)
					     : emit_single(d, g, def, spec);
}

int diff_emit_attrs(struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	struct bound bound = { false, NO_VALUE };
	unsigned count = 0, active_count = 0;
	uint16_t active = 0;
	int r = 0;

	if (lw_kind_in(d->bound_kinds, node_at(d->goal, g)->kind))
		bound = diff_bound(d, g);
	if (!bound.any && diff_holds_all(d, g))
		return 0;
	/* Indices, not pointers: computed defaults may move the pools. */
	for (unsigned i = 0; i < node_at(d->goal, g)->nattr && r == 0; i += count) {
		uint16_t def = d->goal->attrs[node_at(d->goal, g)->attrs + i].def;

		lw_tree_attr_run(d->goal, g, def, &count);
		if (def < kind->nattr && kind->attrs[def].flags & LW_A_ACTIVE) {
			active = def;
			active_count = count;
		} else {
			r = diff_emit_attr(d, g, def, count);
		}
	}
	/* Last, as changes of others may have closed the node already. */
	if (r == 0 && active_count)
		r = bound.any ? diff_emit_bound(d, g, &bound)
			      : diff_emit_attr(d, g, active, active_count);
	return r == 0 && diff_kind_rewrites(kind) ? diff_emit_rewrites(d, g) : r;
}
