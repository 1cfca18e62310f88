/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that a kernel makes when it makes a node, before anybody can say another, and that no other node may have just then:
 * whoever has such a value gives it up before, and whoever gets it gets it behind. Whether the two end with one value is not
 * asked here: check tells of that.
 */
#include <errno.h>

#include "model/diff/diff.h"
#include "model/tree/claims.h"

static int born_attr(const struct lw_kind_spec *kind)
{
	return kind->hooks.fresh ? lw_kind_attr_flag(kind, LW_A_BORN) : -1;
}

/* First or last write of the attribute; NO_OP if there is none. */
static uint32_t write_of(const struct diff *d, lw_node g, int def, bool last)
{
	uint32_t found = NO_OP;

	for (uint32_t i = d->first_op[g]; i < d->last_op[g] && (last || found == NO_OP); i++)
		if (d->plan->ops[i].attr == def && d->plan->ops[i].verb == LW_SETATTR)
			found = i;
	return found;
}

/* What was there has its value until it goes, or until another is written. */
static int claim_had(struct diff *d, struct claims *had, lw_node h)
{
	int def = born_attr(node_kind(d->have, h));
	lw_node g = d->to_goal[h];
	uint32_t value = 0, with;
	bool known = false;

	if (def < 0 || node_at(d->have, h)->flags & LW_NODE_DEAD)
		return 0;
	with = !g || d->mark[g] & GOAL_RECREATE ? d->del_op[h] : write_of(d, g, def, false);
	if (with == NO_OP)
		return 0;
	lw_tree_effective(d->have, h, (uint16_t)def, &value, &known);
	return known ? claims_add(had, &(struct claim){ 1, 0, value, g, with, 0 }) : 0;
}

static int claim_got(struct diff *d, struct claims *got, lw_node g)
{
	int def = born_attr(node_kind(d->goal, g));
	uint32_t with = def < 0 ? NO_OP : write_of(d, g, def, true);

	if (with == NO_OP || d->plan->ops[with].new_value == NO_VALUE)
		return 0;
	return claims_add(got, &(struct claim){ 1, 0, d->plan->ops[with].new_value, g, with, 0 });
}

static int tie_made(struct diff *d, const struct claims *had, const struct claims *got, lw_node g)
{
	int def = born_attr(node_kind(d->goal, g));
	struct claim key = { 1, 0, 0, g, 0, 0 };
	const struct claim *c = NULL;
	int r = 0;

	if (def < 0 || !diff_makes(d, g) || !lw_tree_fresh(d->goal, g, (uint16_t)def, &key.value))
		return lw_tree_status(d->goal);
	while (r == 0 && (c = claims_next(had, &key, c)))
		if (c->holder != g)
			r = diff_edge(d, c->with, d->make_op[g], LW_EDGE_EXCL);
	for (c = NULL; r == 0 && (c = claims_next(got, &key, c));)
		if (c->holder != g)
			r = diff_edge(d, d->make_op[g], c->with, LW_EDGE_EXCL);
	return r;
}

int diff_edges_born(struct diff *d)
{
	struct claims had = { .len = 0 }, got = { .len = 0 };
	int r = 0;

	for (lw_node h = 2; h < d->nhave && r == 0; h++)
		r = claim_had(d, &had, h);
	for (lw_node g = 2; g < d->ngoal && r == 0; g++)
		r = claim_got(d, &got, g);
	for (lw_node g = 2; (had.len || got.len) && g < d->ngoal && r == 0; g++)
		r = tie_made(d, &had, &got, g);
	claims_done(&had);
	claims_done(&got);
	return r;
}
