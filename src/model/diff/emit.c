/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The operations. Deletes go by the nodes of have, everything else by the nodes of the goal; the order of emission means
 * nothing but "place in the source" among operations of equal rank.
 */
#include <errno.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "model/diff/diff.h"

struct op *diff_op(struct diff *d, enum lw_verb verb, lw_node have, lw_node goal)
{
	struct lw_plan *plan = d->plan;
	struct op *op;

	if (lw_grow(&plan->ops, &plan->op_cap, (uint64_t)plan->nop + 1, sizeof(*plan->ops)) < 0)
		return NULL;
	op = &plan->ops[plan->nop++];
	*op = (struct op){ .have = have,
			   .goal = goal,
			   .old_value = NO_VALUE,
			   .new_value = NO_VALUE,
			   .cause = NO_OP,
			   .attr = NO_ATTR,
			   .verb = (uint8_t)verb };
	return op;
}

uint32_t diff_fence(struct diff *d, lw_node goal)
{
	struct op *op = diff_op(d, LW_FENCE, 0, goal);

	if (!op)
		return NO_OP;
	op->phase = LW_PHASE_PREPARE;
	return diff_last(d);
}

bool diff_goes_with_ref(const struct diff *d, lw_node h)
{
	return node_kind(d->have, h)->on_ref_delete == LW_CASCADE &&
	       !node_kind(d->have, node_at(d->have, h)->ref)->del_leaves_referrers;
}

bool diff_ours(const struct lw_tree *tree, lw_node n)
{
	return lw_tree_ours(tree, n);
}

/* Whether the goal has a node of a kind that the kernel makes by itself for this referent. */
static bool goal_settles(const struct diff *d, lw_node referent)
{
	for (uint32_t i = d->goal_refs.start[referent]; i < d->goal_refs.start[referent + 1]; i++)
		if (node_kind(d->goal, d->goal_refs.list[i])->settle &&
		    !(node_at(d->goal, d->goal_refs.list[i])->flags & LW_NODE_DEAD))
			return true;
	return false;
}

/*
 * What the kernel makes by itself comes and goes with its referent, and is nobody's to compare: one that the goal does not have
 * stays, unless the goal has another for the same referent.
 */
static bool settled_goes(const struct diff *d, lw_node h)
{
	lw_node ref =
		node_at(d->have, h)->flags & LW_NODE_UNRESOLVED ? 0 : node_at(d->have, h)->ref;
	lw_node goal_ref = ref ? d->to_goal[ref] : 0;

	if (!ref || !goal_ref)
		return true;
	return d->mark[goal_ref] & GOAL_RECREATE || goal_settles(d, goal_ref);
}

/* A node of have goes, for good or for a moment. */
static bool goes(const struct diff *d, lw_node h)
{
	lw_node g = d->to_goal[h];

	if (node_at(d->have, h)->flags & LW_NODE_DEAD || !diff_ours(d->have, h))
		return false;
	if (!g && node_kind(d->have, h)->settle)
		return settled_goes(d, h);
	return !g || d->mark[g] & GOAL_RECREATE;
}

/* Matchers that one verb carries to another container of the same export. */

static uint32_t matcher_hash(lw_node goal_export, uint32_t name)
{
	uint32_t key[2] = { goal_export, name };

	return lw_hash_bytes(key, sizeof(key), 0);
}

static bool may_move(const struct diff *d, const struct lw_tree *tree, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	lw_node parent = node_at(tree, n)->parent;

	if (!(kind->flags & LW_K_MOVABLE) || node_at(tree, n)->flags & LW_NODE_DEAD)
		return false;
	lw_node goal_parent = tree == d->have ? d->to_goal[parent] : parent;

	return !goal_parent || !(d->mark[goal_parent] & GOAL_RECREATE);
}

static lw_node standing_export(const struct diff *d, lw_node goal_export)
{
	return goal_export && !(d->mark[goal_export] & (GOAL_NEW | GOAL_RECREATE)) ? goal_export
										   : 0;
}

static int emit_move(struct diff *d, lw_node h, lw_node g)
{
	struct op *op = diff_op(d, LW_MOVE, h, g);

	if (!op)
		return -ENOMEM;
	d->mark[g] |= GOAL_MOVED;
	d->del_op[h] = d->make_op[g] = diff_last(d);
	return 0;
}

/* New movable matchers by (export, name), in an open table; then each one that goes looks itself up. */
static int emit_moves_from(struct diff *d, lw_node *table, uint32_t mask)
{
	for (lw_node g = 1; g < d->ngoal; g++) {
		lw_node x = standing_export(d, lw_tree_export(d->goal, g));

		if (!(d->mark[g] & GOAL_NEW) || !x || !may_move(d, d->goal, g))
			continue;
		uint32_t i = matcher_hash(x, node_at(d->goal, g)->name) & mask;

		while (table[i])
			i = (i + 1) & mask;
		table[i] = g;
	}
	for (lw_node h = 1; h < d->nhave; h++) {
		lw_node x = lw_tree_export(d->have, h);

		if (d->to_goal[h] || !may_move(d, d->have, h) || !standing_export(d, d->to_goal[x]))
			continue;
		uint32_t i = matcher_hash(d->to_goal[x], node_at(d->have, h)->name) & mask;

		for (; table[i]; i = (i + 1) & mask) {
			lw_node g = table[i];

			if (d->mark[g] & GOAL_MOVED ||
			    node_at(d->goal, g)->name != node_at(d->have, h)->name ||
			    lw_tree_export(d->goal, g) != d->to_goal[x])
				continue;
			if (emit_move(d, h, g) < 0)
				return -ENOMEM;
			break;
		}
	}
	return 0;
}

static int emit_moves(struct diff *d)
{
	uint32_t count = 0, size = 8;

	for (lw_node g = 1; g < d->ngoal; g++) {
		d->mark[g] &= (uint8_t)~GOAL_MOVED;
		count += (d->mark[g] & GOAL_NEW) && node_kind(d->goal, g)->flags & LW_K_MOVABLE;
	}
	if (count == 0)
		return 0;
	while (size < 2 * count)
		size *= 2;
	lw_node *table = lw_calloc(size, sizeof(*table));
	int r = table ? emit_moves_from(d, table, size - 1) : -ENOMEM;

	free(table);
	return r;
}

/* Deletes. */

/*
 * Whether the kernel takes the node away together with its parent. Not so a matcher in a container that goes while its export
 * stays: a client in the container would make the kernel refuse, and the matcher's going is what moves that client.
 */
static bool goes_with_parent(const struct diff *d, lw_node h)
{
	const struct lw_kind_spec *kind = node_kind(d->have, h);
	lw_node parent = node_at(d->have, h)->parent;
	const struct lw_kind_spec *above = node_kind(d->have, parent);

	if (kind->on_parent_delete != LW_CASCADE || !goes(d, parent))
		return false;
	if (!(kind->access & LW_ROLE_MATCHER) || !(above->access & LW_ROLE_CONTAINER))
		return true;
	return goes_with_parent(d, parent);
}

/*
 * The referent whose own delete takes this node along, when that is why the node is made anew; 0 if none. What nobody could
 * make again goes no other way: should its referent stay, because that cannot be deleted, so does it.
 */
static lw_node goes_with_referent(const struct diff *d, lw_node h)
{
	lw_node g = d->to_goal[h];
	const struct node *node = node_at(d->have, h);

	if (node->flags & LW_NODE_UNRESOLVED)
		return 0;
	if ((g ? d->recreation[g].why != LW_WHY_REFERENT : !node_kind(d->have, h)->settle) &&
	    !diff_only_kernel_made(d, h))
		return 0;
	return diff_goes_with_ref(d, h) ? node->ref : 0;
}

static int emit_delete(struct diff *d, lw_node h)
{
	lw_node g = d->to_goal[h];
	struct op *op = diff_op(d, LW_DELETE, h, g);

	if (!op)
		return -ENOMEM;
	d->del_op[h] = diff_last(d);
	op->reason = g ? d->recreation[g].why : LW_WHY_UNLISTED;
	op->attr = g ? d->recreation[g].attr : NO_ATTR;
	if (g && op->reason == LW_WHY_UNSAFE)
		op->flags |= LW_OP_DEGRADED;
	return 0;
}

static void name_cause(struct diff *d, lw_node h)
{
	lw_node g = d->to_goal[h];
	struct op *op = &d->plan->ops[d->del_op[h]];
	lw_node referent = goes_with_referent(d, h);

	if (goes_with_parent(d, h)) {
		op->flags |= LW_OP_IMPLIED;
		op->cause = d->del_op[node_at(d->have, h)->parent];
		if (!g)
			op->reason = LW_WHY_PARENT;
	} else if (referent && d->del_op[referent] != NO_OP) {
		op->flags |= LW_OP_IMPLIED;
		op->cause = d->del_op[referent];
	} else if (g && d->recreation[g].by) {
		lw_node by = d->recreation[g].by;

		op->cause = d->del_op[d->to_have[by]];
	}
}

static int emit_deletes(struct diff *d)
{
	for (lw_node h = 2; h < d->nhave; h++)
		if (goes(d, h) && d->del_op[h] == NO_OP && emit_delete(d, h) < 0)
			return -ENOMEM;
	for (lw_node h = 2; h < d->nhave; h++)
		if (goes(d, h) && d->plan->ops[d->del_op[h]].verb == LW_DELETE)
			name_cause(d, h);
	return 0;
}

/* Creates and swaps. */

static int emit_settle(struct diff *d, lw_node g)
{
	for (uint32_t i = d->goal_refs.start[g]; i < d->goal_refs.start[g + 1]; i++) {
		lw_node referrer = d->goal_refs.list[i];

		if (!node_kind(d->goal, referrer)->settle ||
		    node_at(d->goal, referrer)->flags & LW_NODE_DEAD ||
		    !(d->mark[referrer] & (GOAL_NEW | GOAL_RECREATE)))
			continue;
		struct op *op = diff_op(d, LW_SETTLE, 0, g);

		if (!op)
			return -ENOMEM;
		op->cause = d->make_op[g];
		d->ready_op[g] = diff_last(d);
		return 0;
	}
	return 0;
}

static int emit_create(struct diff *d, lw_node g)
{
	bool anew = d->mark[g] & GOAL_RECREATE;
	struct op *op = diff_op(d, LW_CREATE, 0, g);

	if (!op)
		return -ENOMEM;
	d->make_op[g] = d->ready_op[g] = diff_last(d);
	if (anew) {
		lw_node by = d->recreation[g].by;

		/* Pulled in by another node: that one's going is the cause, not this one's own. */
		op->cause = d->del_op[d->to_have[by && goes(d, d->to_have[by]) ? by : g]];
		op->reason = d->recreation[g].why;
		op->attr = d->recreation[g].attr;
		if (op->reason == LW_WHY_UNSAFE)
			op->flags |= LW_OP_DEGRADED;
	}
	return 0;
}

static int emit_replace(struct diff *d, lw_node g)
{
	if (!diff_op(d, LW_REPLACE, d->to_have[g], g))
		return -ENOMEM;
	d->swap_op[g] = diff_last(d);
	return 0;
}

static int emit_node(struct diff *d, lw_node g)
{
	int r = 0;

	if (node_at(d->goal, g)->flags & LW_NODE_DEAD ||
	    node_kind(d->goal, g)->origin == LW_KIND_OBSERVED)
		return 0;
	if (d->mark[g] & (GOAL_NEW | GOAL_RECREATE) && diff_ours(d->goal, g) &&
	    !(d->mark[g] & GOAL_MOVED))
		r = emit_create(d, g);
	else if (d->mark[g] & GOAL_REPLACE)
		r = emit_replace(d, g);
	d->first_op[g] = d->plan->nop;
	if (r == 0)
		r = diff_emit_attrs(d, g);
	d->last_op[g] = d->plan->nop;
	if (r == 0)
		r = diff_emit_switch(d, g);
	if (r == 0 && d->make_op[g] != NO_OP)
		r = emit_settle(d, g);
	return r;
}

/* What goes for good while it is on is switched off first. */
static int emit_gone_off(struct diff *d, lw_node h)
{
	struct op *op;
	int def;

	if (d->to_goal[h] || node_at(d->have, h)->flags & LW_NODE_DEAD)
		return 0;
	def = lw_kind_attr_flag(node_kind(d->have, h), LW_A_ENABLE);
	if (def < 0 || !diff_have_on(d, h))
		return 0;
	op = diff_op(d, LW_SETATTR, h, 0);
	if (!op)
		return -ENOMEM;
	op->attr = (uint16_t)def;
	op->old_value = lw_tree_intern(d->have, "1", 1);
	op->new_value = lw_tree_intern(d->have, "0", 1);
	op->reason = LW_WHY_UNLISTED;
	op->phase = LW_PHASE_DISABLE;
	op->cause = d->del_op[h];
	d->gone_off_op[h] = diff_last(d);
	return 0;
}

static void forget(struct diff *d)
{
	d->plan->nop = 0;
	d->family.parent = d->gone_family.parent = 0;
	d->plan->nedge = 1;
	for (lw_node h = 0; h < d->nhave; h++)
		d->del_op[h] = d->gone_off_op[h] = NO_OP;
	for (lw_node g = 0; g < d->ngoal; g++) {
		d->make_op[g] = d->swap_op[g] = d->ready_op[g] = NO_OP;
		d->off_op[g] = d->on_op[g] = d->fence1[g] = d->fence2[g] = NO_OP;
		d->first_op[g] = d->last_op[g] = 0;
	}
}

/* Taken down because an attribute of its referent can be written only so: that write is the cause, known only now. */
/* What goes with its parent, or with what it refers to, has its cause there. */
static void name_causer(struct diff *d, lw_node g, uint32_t change)
{
	struct op *gone = &d->plan->ops[d->del_op[d->to_have[g]]];

	if (!(gone->flags & LW_OP_IMPLIED))
		gone->cause = change;
	d->plan->ops[d->make_op[g]].cause = change;
}

static void name_unreferenced(struct diff *d)
{
	for (lw_node g = 2; g < d->ngoal; g++) {
		lw_node by = d->recreation[g].by;

		if (!(d->mark[g] & GOAL_RECREATE) || d->recreation[g].why != LW_WHY_UNREFERENCED ||
		    !by)
			continue;
		for (uint32_t i = d->first_op[by]; i < d->last_op[by]; i++)
			if (d->plan->ops[i].attr == d->recreation[g].attr)
				name_causer(d, g, i);
	}
}

int diff_emit(struct diff *d)
{
	int r;

	forget(d);
	r = emit_moves(d);
	if (r == 0)
		r = emit_deletes(d);
	for (lw_node h = 1; h < d->nhave && r == 0; h++)
		r = emit_gone_off(d, h);
	for (lw_node g = 1; g < d->ngoal && r == 0; g++)
		r = emit_node(d, g);
	if (r == 0)
		name_unreferenced(d);
	return r;
}
