/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One attribute in both trees. Values are canonical and their texts shared, so equal values have equal offsets: nothing here
 * compares strings.
 */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"

bool diff_is_config(const struct lw_attr_spec *spec)
{
	if (!spec)
		return true;
	if (spec->when == LW_WHEN_NEVER || spec->alias)
		return false;
	return spec->reading != LW_READ_FORCED && spec->reading != LW_READ_VOLATILE;
}

/* The have node that holds the attribute now: none for what is new or made anew. */
static lw_node standing(const struct diff *d, lw_node goal)
{
	return d->mark[goal] & (GOAL_NEW | GOAL_RECREATE) ? 0 : d->to_have[goal];
}

/* Attribute numbers beyond the schema belong to one tree: the same name may have another number in have. */
uint16_t diff_have_def(const struct diff *d, lw_node goal, uint16_t def)
{
	unsigned kind = node_at(d->goal, goal)->kind;

	if (def < lw_kind(d->goal->schema, kind)->nattr)
		return def;
	const char *name = lw_tree_attr_name(d->goal, kind, def);

	return lw_tree_attr_def_find(d->have, kind, name, strlen(name));
}

/* What stands there now: true and the value (NO_VALUE: not known); false when the kernel has no such attribute. */
static bool present_value(struct diff *d, lw_node goal, uint16_t def, uint32_t *ret)
{
	lw_node h = standing(d, goal);
	uint16_t hdef = diff_have_def(d, goal, def);
	bool known = false;
	uint32_t value = 0;

	*ret = NO_VALUE;
	if (!h) {
		if (lw_tree_fresh(d->goal, goal, def, &value))
			*ret = value;
		return true;
	}
	if (hdef == NO_ATTR)
		return true;
	switch (lw_tree_effective(d->have, h, hdef, &value, &known)) {
	case LW_ABSENT:
		return false;
	case LW_SET:
	case LW_DEFAULT:
		if (known)
			*ret = value;
		return true;
	default:
		return true;
	}
}

/* Whether have explicitly holds a value of its own (and not merely what a fresh node has). */
static bool have_is_set(const struct diff *d, lw_node goal, uint16_t def)
{
	lw_node h = standing(d, goal);
	uint16_t hdef = diff_have_def(d, goal, def);
	const struct attr *run = NULL;
	unsigned count = 0;

	if (h && hdef != NO_ATTR)
		run = lw_tree_attr_run(d->have, h, hdef, &count);
	return run && run->state == LW_SET;
}

bool diff_belongs_elsewhere(const struct diff *d, lw_node goal, uint16_t def)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, goal)->kind, def);

	return spec && spec->flags & LW_A_APART &&
	       !(node_at(d->goal, goal)->flags & LW_NODE_UNRESOLVED);
}

/* Looked for in what is there even if it will be made again: the new one will not be writable either. */
const struct attr *diff_fixed(const struct diff *d, lw_node goal, uint16_t def)
{
	lw_node h = d->to_have[goal];
	uint16_t hdef = diff_have_def(d, goal, def);
	unsigned count = 0;
	const struct attr *run =
		h && hdef != NO_ATTR ? lw_tree_attr_run(d->have, h, hdef, &count) : NULL;

	return run && run->state == LW_FIXED ? run : NULL;
}

/*
 * What a kernel shows is all that it has, once all was looked at, or this one was looked for: another attribute is none of
 * its files, and making the node again makes none. In a file that stands for a kernel, an unknown attribute that is not named
 * is one that was not set.
 */
bool diff_no_such_file(const struct diff *d, lw_node goal, uint16_t def)
{
	lw_node h = d->to_have[goal];
	uint16_t hdef;

	if (def < node_kind(d->goal, goal)->nattr || !h ||
	    node_at(d->have, h)->origin != LW_FROM_OBSERVED)
		return false;
	hdef = diff_have_def(d, goal, def);
	const struct attr *run = NULL;
	unsigned count = 0;

	if (hdef != NO_ATTR)
		run = lw_tree_attr_run(d->have, h, hdef, &count);
	return count ? run->state == LW_ABSENT : node_at(d->have, h)->depth == LW_DEPTH_FULL;
}

/* A value that the kernel shows while there is none: declaring it asks for nothing. */
static bool means_unset(const struct diff *d, lw_node goal, uint16_t def, uint32_t value)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(d->goal, node_at(d->goal, goal)->kind, def);

	return spec && spec->unset && strcmp(tree_text(d->goal, value), spec->unset) == 0;
}

/* A kernel takes no number back from what is switched on; what has no switch is. */
static bool stays_on(struct diff *d, lw_node goal)
{
	lw_node h = standing(d, goal);

	if (lw_kind_attr_flag(node_kind(d->goal, goal), LW_A_ENABLE) < 0)
		return h;
	return h && diff_have_on(d, h) && diff_goal_on(d, goal);
}

/* A value that a kernel shows without marking it as somebody's wish: most likely its default, which nobody else knows. */
static bool only_observed(const struct diff *d, lw_node goal, uint16_t def)
{
	lw_node h = standing(d, goal);
	unsigned count;
	const struct attr *run =
		h ? lw_tree_attr_run(d->have, h, diff_have_def(d, goal, def), &count) : NULL;

	return run && node_at(d->have, h)->origin == LW_FROM_OBSERVED &&
	       !(run->flags & LW_ATTR_KEYED);
}

/* Whether both runs go on with another instance of the same attribute, or neither does. */
static bool end_alike(const struct attr *a, const struct attr *a_end, const struct attr *b,
		      const struct attr *b_end)
{
	bool more_a = a + 1 < a_end && a[1].def == a->def;
	bool more_b = b + 1 < b_end && b[1].def == b->def;

	return more_a == more_b;
}

/*
 * Runs are sorted by def, so one pass over both does. Numbers beyond the schema belong to one tree each: they are left to
 * diff_compare().
 */
bool diff_holds_all(const struct diff *d, lw_node goal)
{
	const unsigned known = node_kind(d->goal, goal)->nattr;
	const lw_node h = standing(d, goal);
	const struct attr *present = d->have->attrs + node_at(d->have, h)->attrs;
	const struct attr *present_end = present + node_at(d->have, h)->nattr;
	const struct attr *wanted = d->goal->attrs + node_at(d->goal, goal)->attrs;
	const struct attr *wanted_end = wanted + node_at(d->goal, goal)->nattr;

	for (; h && wanted < wanted_end; wanted++) {
		bool is_set;

		while (present < present_end && present->def < wanted->def)
			present++;
		is_set = present < present_end && present->def == wanted->def &&
			 present->state == LW_SET;
		if (wanted->state == LW_DEFAULT && !is_set && wanted->def < known)
			continue;
		if (wanted->state != LW_SET || !is_set || wanted->value != present->value)
			return false;
		if (wanted->def >= known || !end_alike(wanted, wanted_end, present, present_end))
			return false;
		present++;
	}
	return h;
}

int diff_compare(struct diff *d, lw_node goal, uint16_t def, enum change *ret, uint32_t *old_value,
		 uint32_t *new_value)
{
	unsigned count;
	const struct attr *run = lw_tree_attr_run(d->goal, goal, def, &count);
	uint32_t wanted, present;

	*ret = CHANGE_NO;
	*old_value = *new_value = NO_VALUE;
	if (!run || (run->state != LW_SET && run->state != LW_DEFAULT))
		return 0;
	if (!diff_is_config(lw_tree_attr_spec(d->goal, node_at(d->goal, goal)->kind, def)))
		return 0;
	if (diff_belongs_elsewhere(d, goal, def))
		return 0;
	bool is_set = run->state == LW_SET;

	wanted = is_set ? run->value : NO_VALUE;
	if (!is_set && !lw_tree_fresh(d->goal, goal, def, &wanted)) {
		if (have_is_set(d, goal, def) && !only_observed(d, goal, def))
			*ret = CHANGE_UNKNOWABLE;
		return 0;
	}
	const struct attr *fixed = is_set ? diff_fixed(d, goal, def) : NULL;

	if (fixed) {
		*ret = count > 1 || fixed->value != wanted ? CHANGE_FIXED : CHANGE_NO;
		return 0;
	}
	if (is_set && diff_no_such_file(d, goal, def)) {
		*ret = CHANGE_UNKNOWABLE;
		return 0;
	}
	if (is_set && means_unset(d, goal, def, wanted)) {
		if (present_value(d, goal, def, &present) && present != NO_VALUE &&
		    present != wanted)
			*ret = CHANGE_UNSET;
		return 0;
	}
	if (!present_value(d, goal, def, &present)) {
		*ret = is_set ? CHANGE_UNKNOWABLE : CHANGE_NO;
		return 0;
	}
	/* Back to the default of what was never changed, or of what nobody looked at: nothing to do. */
	if (!is_set && !have_is_set(d, goal, def))
		return 0;
	if (wanted == present)
		return 0;
	if (means_unset(d, goal, def, wanted) && stays_on(d, goal)) {
		*ret = CHANGE_UNKNOWABLE;
		return 0;
	}
	*ret = CHANGE_SET;
	*old_value = present;
	*new_value = wanted;
	return lw_tree_status(d->goal) ? lw_tree_status(d->goal) : lw_tree_status(d->have);
}

const struct attr *diff_values(const struct lw_tree *tree, lw_node node, uint16_t def,
			       unsigned *count)
{
	const struct attr *run;

	*count = 0;
	if (!node || def == NO_ATTR)
		return NULL;
	run = lw_tree_attr_run(tree, node, def, count);
	if (run && run->state != LW_SET)
		*count = 0;
	return run;
}

bool diff_have_on(struct diff *d, lw_node have)
{
	return lw_kind_attr_flag(node_kind(d->have, have), LW_A_ENABLE) >= 0 &&
	       lw_tree_enabled(d->have, have);
}

bool diff_goal_on(struct diff *d, lw_node goal)
{
	int def = lw_kind_attr_flag(node_kind(d->goal, goal), LW_A_ENABLE);
	lw_node h = d->to_have[goal];
	const struct attr *attr;
	unsigned count;

	if (def < 0)
		return false;
	attr = lw_tree_attr_run(d->goal, goal, (uint16_t)def, &count);
	/* Not said, and not known in full, or a tree without that switch: as it is. */
	if (h && (attr ? attr->state == LW_ABSENT : node_at(d->goal, goal)->depth != LW_DEPTH_FULL))
		return diff_have_on(d, h);
	return lw_tree_enabled(d->goal, goal);
}
