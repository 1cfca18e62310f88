/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of diff in their order, repeated until no cycle is left. diff.h says which file does what. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

#define ROUNDS_MAX 16

/*
 * Attributes that shape what is made later (setup_id): where the goal is silent about them, what have holds stays in force,
 * and computed defaults must see it.
 */
static int inherit_shaping(struct diff *d)
{
	const struct lw_kind_spec *root = node_kind(d->have, 1);

	for (uint16_t def = 0; def < root->nattr; def++) {
		struct attr *attr;
		unsigned count;
		uint32_t value = 0;
		bool known = false;

		if (!root->attrs[def].before || lw_tree_attr_run(d->goal, 1, def, &count))
			continue;
		lw_tree_effective(d->have, 1, def, &value, &known);
		if (!known)
			continue;
		attr = lw_tree_put(d->goal, 1, def);
		if (!attr)
			return lw_tree_refused(d->goal);
		attr->value = value;
		attr->src = 0;
		attr->state = LW_SET;
		attr->flags |= LW_ATTR_CARRIED;
	}
	return 0;
}

/* What a goal known in full does not mention has its default there: said, so that the other steps need not know. */
static int complete_node(struct diff *d, lw_node g, lw_node h)
{
	unsigned kind = node_at(d->have, h)->kind, n = node_at(d->have, h)->nattr, count = 0, there;

	for (unsigned i = 0; i < n; i += count) {
		const struct attr *first = &d->have->attrs[node_at(d->have, h)->attrs + i];
		uint16_t def = first->def;
		struct attr *attr;

		lw_tree_attr_run(d->have, h, def, &count);
		if (first->state != LW_SET)
			continue;
		if (def >= lw_kind(d->have->schema, kind)->nattr) {
			const char *name = lw_tree_attr_name(d->have, kind, def);

			def = lw_tree_attr_def(d->goal, kind, name, strlen(name));
		}
		if (def == NO_ATTR)
			return lw_tree_refused(d->goal);
		if (lw_tree_attr_run(d->goal, g, def, &there))
			continue;
		attr = lw_tree_put(d->goal, g, def);
		if (!attr)
			return lw_tree_refused(d->goal);
		attr->value = attr->src = 0;
		attr->state = LW_DEFAULT;
	}
	return 0;
}

static int complete(struct diff *d)
{
	int r = 0;

	for (lw_node g = 1; g < d->ngoal && r == 0; g++)
		if (d->to_have[g] && node_at(d->goal, g)->depth == LW_DEPTH_FULL)
			r = complete_node(d, g, d->to_have[g]);
	return r;
}

static int alloc_rest(struct diff *d)
{
	size_t nh = d->nhave, ng = d->ngoal;

	d->spare = lw_calloc(ng, sizeof(uint32_t));
	d->spare_def = lw_calloc(ng, sizeof(uint16_t));
	d->del_op = lw_calloc(nh, sizeof(uint32_t));
	d->gone_off_op = lw_calloc(nh, sizeof(uint32_t));
	d->make_op = lw_calloc(ng, sizeof(uint32_t));
	d->swap_op = lw_calloc(ng, sizeof(uint32_t));
	d->ready_op = lw_calloc(ng, sizeof(uint32_t));
	d->first_op = lw_calloc(ng, sizeof(uint32_t));
	d->last_op = lw_calloc(ng, sizeof(uint32_t));
	d->off_op = lw_calloc(ng, sizeof(uint32_t));
	d->on_op = lw_calloc(ng, sizeof(uint32_t));
	d->fence1 = lw_calloc(ng, sizeof(uint32_t));
	d->fence2 = lw_calloc(ng, sizeof(uint32_t));
	d->width = lw_calloc(ng, sizeof(*d->width));
	if (!d->spare || !d->spare_def || !d->del_op || !d->gone_off_op || !d->make_op ||
	    !d->swap_op || !d->ready_op)
		return -ENOMEM;
	if (!d->first_op || !d->last_op || !d->off_op || !d->on_op || !d->fence1 || !d->fence2 ||
	    !d->width)
		return -ENOMEM;
	return 0;
}

static void diff_done(struct diff *d)
{
	diff_pair_done(d);
	free(d->spare);
	free(d->spare_def);
	free(d->del_op);
	free(d->gone_off_op);
	free(d->make_op);
	free(d->swap_op);
	free(d->ready_op);
	free(d->first_op);
	free(d->last_op);
	free(d->off_op);
	free(d->on_op);
	free(d->fence1);
	free(d->fence2);
	free(d->width);
	free(d->dir);
}

/* Edges and order; soft edges are dropped here, anything else that opens a cycle asks for another round. */
static int arrange(struct diff *d)
{
	uint32_t left = 0;
	int r = diff_edges(d);

	while (r == 0) {
		r = diff_order(d, &left);
		if (r < 0 || left == 0)
			break;
		r = diff_repair(d);
		if (d->again)
			break;
	}
	return r;
}

static int one_round(struct diff *d)
{
	int r;

	d->again = false;
	r = diff_recreate(d);
	if (r == 0)
		r = diff_yield_to_settled(d);
	if (r == 0)
		r = diff_carry(d);
	if (r == 0)
		r = diff_emit(d);
	if (r == 0)
		r = diff_access(d);
	if (r == 0 && !d->again)
		r = arrange(d);
	return r;
}

static int too_many_rounds(const struct diff *d)
{
	lw_tree_report(d->goal, 1, NULL, d->report, LW_ERROR, LW_CODE_INTERNAL,
		       "this is a defect of lunward; please report both files",
		       "no order of the changes was found: each repair asks for another");
	return -ELOOP;
}

static void find_bound_kinds(struct diff *d)
{
	const struct lw_schema *schema = d->goal->schema;

	d->path_parents = lw_schema_path_parents(schema);
	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind_bound_attr(lw_kind(schema, k)) >= 0)
			d->bound_kinds |= LW_KIND(k);
}

static int run(struct diff *d)
{
	int r = diff_pair(d);

	find_bound_kinds(d);
	if (r == 0)
		r = alloc_rest(d);
	if (r == 0)
		r = complete(d);
	if (r == 0)
		r = inherit_shaping(d);
	for (int round = 0; r == 0; round++) {
		d->notes = round ? NULL : d->report;
		r = one_round(d);
		if (r < 0 || !d->again)
			break;
		if (round == ROUNDS_MAX)
			r = too_many_rounds(d);
	}
	if (r == 0)
		r = diff_effects(d);
	if (r == 0)
		r = lw_tree_status(d->goal);
	return r ? r : lw_tree_status(d->have);
}

/* What is too large is said; memory that is short cannot be. */
static void report_limit(const struct diff *d, int r)
{
	const struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = LW_CODE_LIMIT,
		.message = "the plan is too large: its operations depend on each other in too many "
			   "ways",
	};

	if (r == -E2BIG) {
		lw_tree_report_full(d->have, d->report);
		lw_tree_report_full(d->goal, d->report);
	} else if (r == -EOVERFLOW) {
		lw_report_add(d->report, &problem);
	}
}

/* Both trees must share their texts, so that equal values have equal offsets. */
static struct lw_plan *new_plan(struct lw_tree *have, struct lw_tree *goal)
{
	struct lw_plan *plan = lw_calloc(1, sizeof(*plan));

	if (plan && have->strings != goal->strings) {
		struct lw_tree *own = lw_tree_adopt(have, goal);

		lw_tree_free(have);
		have = own;
	}
	if (!plan || !have) {
		free(plan);
		lw_tree_free(have);
		lw_tree_free(goal);
		return NULL;
	}
	plan->have = have;
	plan->goal = goal;
	plan->nedge = 1;
	return plan;
}

int lw_diff(struct lw_tree *have, struct lw_tree *goal, struct lw_plan **ret,
	    struct lw_report *report)
{
	struct diff d = { .report = report };
	int r;

	if (!have || !goal || !ret || have == goal || have->schema != goal->schema) {
		lw_tree_free(have);
		if (goal != have)
			lw_tree_free(goal);
		return -EINVAL;
	}
	d.plan = new_plan(have, goal);
	if (!d.plan)
		return -ENOMEM;
	d.have = d.plan->have;
	d.goal = d.plan->goal;
	r = run(&d);
	d.plan->counterpart = LW_TAKE(d.to_goal);
	d.plan->standing = LW_TAKE(d.to_have);
	diff_done(&d);
	if (r < 0) {
		report_limit(&d, r);
		lw_plan_free(d.plan);
		return r;
	}
	*ret = d.plan;
	return 0;
}
