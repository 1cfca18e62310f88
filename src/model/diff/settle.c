/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernel makes by itself for what it refers to (column settle), and what of that only the kernel makes. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "model/diff/diff.h"

static lw_node referent(const struct lw_tree *tree, lw_node n)
{
	return node_at(tree, n)->flags & LW_NODE_UNRESOLVED ? 0 : node_at(tree, n)->ref;
}

static bool is_one(const struct lw_tree *tree, lw_node n, const char *attr)
{
	const char *value = lw_node_value(tree, n, attr);

	return value && !strcmp(value, "1");
}

/* Whether a kind that settles is only made by the kernel for this referent: for its kind, or as its attribute says. */
static bool only_for(const struct lw_tree *tree, const struct lw_kind_spec *kind, lw_node to)
{
	return lw_kind_in(kind->settle_only, node_at(tree, to)->kind) ||
	       (kind->settle_only_if && is_one(tree, to, kind->settle_only_if));
}

/* What the goal says of the referent counts, and where it is silent, what is there. */
static bool only_for_goal(const struct diff *d, const struct lw_kind_spec *kind, lw_node to)
{
	const char *attr = kind->settle_only_if;
	int def = attr ? lw_kind_attr(node_kind(d->goal, to), attr, strlen(attr)) : -1;
	unsigned count;
	bool said;

	if (!kind->settle || lw_kind_in(kind->settle_only, node_at(d->goal, to)->kind) || def < 0)
		return kind->settle && only_for(d->goal, kind, to);
	said = node_at(d->goal, to)->depth == LW_DEPTH_FULL ||
	       lw_tree_attr_run(d->goal, to, (uint16_t)def, &count);
	return said || !d->to_have[to] ? is_one(d->goal, to, attr)
				       : is_one(d->have, d->to_have[to], attr);
}

static bool only_kernel_makes(const struct diff *d, lw_node g)
{
	lw_node to = referent(d->goal, g);

	return to && only_for_goal(d, node_kind(d->goal, g), to);
}

static void say_left_to_kernel(struct diff *d, lw_node g)
{
	lw_node h = d->to_have[g];

	/* Only what a text declares is worth a word, and only if it is not so anyway. */
	if (!node_at(d->goal, g)->src || (h && diff_ref_same(d, h, g)))
		return;
	lw_tree_report(
		d->goal, g, NULL, d->report, LW_NOTE, LW_CODE_NONE, NULL,
		"this device cannot be written: only the kernel itself gives it a number here, "
		"any that is free");
}

/* It comes with its referent and goes with it, and has the name that it gets. */
void diff_leave_to_kernel(struct diff *d)
{
	for (lw_node g = 2; g < d->ngoal; g++) {
		if (node_at(d->goal, g)->flags & LW_NODE_DEAD || !only_kernel_makes(d, g))
			continue;
		say_left_to_kernel(d, g);
		if (d->to_have[g])
			d->to_goal[d->to_have[g]] = 0;
		d->to_have[g] = 0;
		d->mark[g] = 0;
		lw_tree_remove(d->goal, g);
	}
}

/* ---- names that nobody can take away */

bool diff_only_kernel_made(const struct diff *d, lw_node h)
{
	const struct lw_kind_spec *kind = node_kind(d->have, h);
	lw_node to = referent(d->have, h);

	return kind->settle && to && only_for(d->have, kind, to);
}

/* Once gone it could not be had again, and its referent stays. */
static bool is_settled(const struct diff *d, lw_node h)
{
	lw_node g = d->to_goal[referent(d->have, h)];

	return diff_only_kernel_made(d, h) && g && !(d->mark[g] & GOAL_RECREATE);
}

/* What the kernel made for the referent of a goal node, and leaves there. */
static lw_node own_of(const struct diff *d, lw_node g)
{
	lw_node to = referent(d->goal, g), h = to ? d->to_have[to] : 0;

	if (!h || d->mark[to] & GOAL_RECREATE)
		return 0;
	for (uint32_t i = d->have_refs.start[h]; i < d->have_refs.start[h + 1]; i++)
		if (node_at(d->have, d->have_refs.list[i])->kind == node_at(d->goal, g)->kind)
			return d->have_refs.list[i];
	return 0;
}

static uint64_t highest(const struct lw_tree *tree, lw_node parent)
{
	uint64_t high = 0, number;

	for (lw_node c = parent ? node_at(tree, parent)->first : 0; c; c = node_at(tree, c)->next) {
		const char *name = tree_text(tree, node_at(tree, c)->name);

		if (lw_parse_u64(name, strlen(name), LW_NUM_DEC, &number) && number > high)
			high = number;
	}
	return high;
}

static int take_free_name(struct diff *d, lw_node g, uint64_t *next)
{
	lw_node parent = node_at(d->goal, g)->parent;
	char text[24];

	if (!*next) {
		uint64_t goal = highest(d->goal, parent),
			 have = highest(d->have, d->to_have[parent]);

		*next = (goal > have ? goal : have) + 1;
	}
	snprintf(text, sizeof(text), "%" PRIu64, (*next)++);
	d->mark[g] = GOAL_NEW;
	return lw_tree_rename(d->goal, g, lw_tree_intern(d->goal, text, strlen(text)));
}

static void say_held(struct diff *d, lw_node g, lw_node h)
{
	const char *name = tree_text(d->have, node_at(d->have, referent(d->have, h))->name);

	if (node_at(d->goal, g)->src)
		lw_tree_report(
			d->goal, g, NULL, d->report, LW_WARNING, LW_CODE_CONFLICT,
			"declare another number",
			"this number cannot be had: it is that of %s, which cannot be written, "
			"and only the kernel itself could give that another",
			name);
}

/* It stays with what it has there, or with what the kernel gives it; where that is somebody else's now, with any. */
static int yield(struct diff *d, lw_node g, uint64_t *next)
{
	lw_node own = own_of(d, g);

	say_held(d, g, d->to_have[g]);
	d->to_goal[d->to_have[g]] = 0;
	d->to_have[g] = 0;
	d->mark[g] = 0;
	if (own && d->to_goal[own])
		return take_free_name(d, g, next);
	lw_tree_remove(d->goal, g);
	return 0;
}

int diff_yield_to_settled(struct diff *d)
{
	uint64_t next = 0;
	int r = 0;

	for (lw_node g = 2; g < d->ngoal && r == 0; g++) {
		lw_node h = d->to_have[g];

		if (h && node_kind(d->goal, g)->settle && !diff_ref_same(d, h, g) &&
		    is_settled(d, h))
			r = yield(d, g, &next);
	}
	return r;
}

/* ---- whose turn it is */

/* The kind that settles for a referent of this kind; NULL if there is none. */
static const struct lw_kind_spec *settles_for(const struct lw_schema *schema, unsigned kind)
{
	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind(schema, k)->settle && lw_kind_in(lw_kind(schema, k)->ref_kinds, kind))
			return lw_kind(schema, k);
	return NULL;
}

/* Made by this plan, and what the kernel makes for it has whatever name is free just then. */
static bool takes_what_is_free(const struct diff *d, lw_node g)
{
	const struct lw_kind_spec *kind =
		diff_makes(d, g) ? settles_for(d->goal->schema, node_at(d->goal, g)->kind) : NULL;

	return kind && only_for_goal(d, kind, g);
}

/* Declared names are taken first: what only the kernel makes cannot make room for them afterwards. */
int diff_edges_settle(struct diff *d)
{
	uint32_t fence = NO_OP;
	int r = 0;

	for (lw_node g = 2; g < d->ngoal && r == 0; g++) {
		if (!takes_what_is_free(d, g))
			continue;
		if (fence == NO_OP)
			fence = diff_fence(d, 1);
		if (fence == NO_OP)
			return -ENOMEM;
		r = diff_edge(d, fence, d->make_op[g], LW_EDGE_TURN);
	}
	for (lw_node g = 2; fence != NO_OP && g < d->ngoal && r == 0; g++)
		if (node_kind(d->goal, g)->settle && diff_makes(d, g))
			r = diff_edge(d, d->make_op[g], fence, LW_EDGE_TURN);
	return r;
}
