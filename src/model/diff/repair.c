/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Opening cycles, all of them at once, by the gentlest means that opens each: give up whose turn it is, or make-before-break;
 * put a free value in between; take a swap apart; close the export for a moment. The first two are done on the spot, the
 * others are decisions, and the operations are emitted anew.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/diff/diff.h"

enum means { MEANS_TURN, MEANS_SOFT, MEANS_SPARE, MEANS_DEGRADE, MEANS_BRACKET, MEANS_NONE };

struct repair {
	struct diff *d;
	uint32_t *part; /* by operation */
	uint8_t *means; /* by part: enum means */
	uint32_t count;
	bool *decided; /* by part */
};

static bool inside(const struct repair *r, uint32_t from, const struct edge *edge)
{
	return edge->strength != LW_EDGE_DEAD && r->part[from] &&
	       r->part[from] == r->part[edge->to];
}

static const struct lw_attr_spec *spare_spec(const struct diff *d, const struct op *op)
{
	const struct lw_attr_spec *spec;

	if (op->verb != LW_SETATTR || !op->goal || op->attr == NO_ATTR ||
	    d->decide[op->goal] & DECIDE_SPARE)
		return NULL;
	spec = lw_tree_attr_spec(d->goal, node_at(d->goal, op->goal)->kind, op->attr);
	return spec && spec->spare_high ? spec : NULL;
}

static void offer(struct repair *r, uint32_t part, enum means means)
{
	if (means < r->means[part])
		r->means[part] = (uint8_t)means;
}

/* The gentlest means that each part offers. */
static void survey(struct repair *r)
{
	const struct lw_plan *plan = r->d->plan;

	memset(r->means, MEANS_NONE, r->count + 1);
	for (uint32_t i = 0; i < plan->nop; i++) {
		const struct op *op = &plan->ops[i];
		lw_node x;

		if (!r->part[i])
			continue;
		for (uint32_t e = op->edges; e; e = plan->edges[e].next) {
			if (!inside(r, i, &plan->edges[e]))
				continue;
			if (plan->edges[e].strength == LW_EDGE_TURN)
				offer(r, r->part[i], MEANS_TURN);
			if (plan->edges[e].strength == LW_EDGE_SOFT)
				offer(r, r->part[i], MEANS_SOFT);
			if (plan->edges[e].strength == LW_EDGE_EXCL && spare_spec(r->d, op))
				offer(r, r->part[i], MEANS_SPARE);
		}
		if (op->verb == LW_REPLACE && !(r->d->decide[op->goal] & DECIDE_DEGRADE))
			offer(r, r->part[i], MEANS_DEGRADE);
		x = diff_export(r->d, op->have, op->goal);
		if (diff_visible(r->d, x) && !(r->d->decide[x] & DECIDE_BRACKET))
			offer(r, r->part[i], MEANS_BRACKET);
	}
}

static void drop(struct repair *r, uint32_t i, enum lw_strength strength)
{
	struct lw_plan *plan = r->d->plan;

	for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next)
		if (plan->edges[e].strength == strength && inside(r, i, &plan->edges[e]))
			plan->edges[e].strength = LW_EDGE_DEAD;
}

static const char *attr_name(const struct diff *d, lw_node g, uint16_t def)
{
	return lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, def);
}

/* Values of one attribute that some node has or wants: looked at once for all swaps of it. */
struct taken {
	const struct lw_attr_spec *spec;
	uint8_t *used;
	uint32_t next; /* free values are tried downwards */
};

static int find_taken(struct diff *d, const struct lw_attr_spec *spec, struct taken *taken)
{
	if (taken->spec && strcmp(taken->spec->name, spec->name) == 0)
		return 0;
	free(taken->used);
	*taken = (struct taken){ spec, lw_calloc((size_t)spec->spare_high + 1, 1),
				 spec->spare_high };
	if (!taken->used)
		return -ENOMEM;
	for (int t = 0; t < 2; t++) {
		struct lw_tree *tree = t ? d->goal : d->have;
		int def[LW_KIND_MAX] = { 0 };

		for (unsigned k = 0; k < tree->schema->nkind; k++)
			def[k] = lw_kind_attr(lw_kind(tree->schema, k), spec->name,
					      strlen(spec->name));
		for (lw_node n = 1; n < tree->nnode; n++) {
			int at = def[node_at(tree, n)->kind];
			uint32_t text = 0;
			bool known = false;
			unsigned long v;

			if (at < 0 || node_at(tree, n)->flags & LW_NODE_DEAD)
				continue;
			lw_tree_effective(tree, n, (uint16_t)at, &text, &known);
			v = known ? strtoul(tree_text(tree, text), NULL, 10) : 0;
			if (v <= spec->spare_high)
				taken->used[v] = 1;
		}
	}
	for (lw_node g = 1; g < d->ngoal; g++)
		if (d->decide[g] & DECIDE_SPARE &&
		    !strcmp(attr_name(d, g, d->spare_def[g]), spec->name))
			taken->used[strtoul(tree_text(d->goal, d->spare[g]), NULL, 10) %
				    (spec->spare_high + 1)] = 1;
	return 0;
}

/* A value of the attribute's spare range that nobody has or wants; 0 if all are taken. */
static uint32_t free_value(struct taken *taken)
{
	while (taken->next >= taken->spec->spare_low && taken->used[taken->next])
		taken->next--;
	return taken->next >= taken->spec->spare_low ? taken->next-- : 0;
}

/* A SET inside a part that gives up a unique value, which a free one could stand in for. */
static bool may_spare(const struct repair *r, uint32_t i)
{
	const struct lw_plan *plan = r->d->plan;

	if (!spare_spec(r->d, &plan->ops[i]))
		return false;
	for (uint32_t e = plan->ops[i].edges; e; e = plan->edges[e].next)
		if (plan->edges[e].strength == LW_EDGE_EXCL && inside(r, i, &plan->edges[e]))
			return true;
	return false;
}

/* By the value that is given up, which is unique; the place in a file must not decide. */
static int by_old_value(const struct diff *d, uint32_t a, uint32_t b)
{
	const struct op *x = &d->plan->ops[a], *y = &d->plan->ops[b];
	int order = 0;

	if (x->old_value != NO_VALUE && y->old_value != NO_VALUE)
		order = strcmp(tree_text(d->goal, x->old_value), tree_text(d->goal, y->old_value));
	if (order == 0)
		order = strcmp(tree_text(d->goal, node_at(d->goal, x->goal)->name),
			       tree_text(d->goal, node_at(d->goal, y->goal)->name));
	return order;
}

static int none_free(const struct diff *d, const struct op *op, const struct lw_attr_spec *spec)
{
	lw_tree_report(
		d->goal, op->goal, NULL, d->report, LW_ERROR, LW_CODE_LIMIT,
		"set one of the two to another value first, and apply that",
		"two nodes swap their %s, and no value from %u to %u is free to put in between",
		spec->name, spec->spare_low, spec->spare_high);
	return -EINVAL;
}

static int spare_one(struct repair *r, uint32_t i, struct taken *taken)
{
	struct diff *d = r->d;
	const struct op *op = &d->plan->ops[i];
	char text[16];
	uint32_t value;

	if (find_taken(d, spare_spec(d, op), taken) < 0)
		return -ENOMEM;
	value = free_value(taken);
	if (!value)
		return none_free(d, op, taken->spec);
	(void)snprintf(text, sizeof(text), "%u", value);
	d->spare[op->goal] = lw_tree_intern(d->goal, text, strlen(text));
	d->spare_def[op->goal] = op->attr;
	d->decide[op->goal] |= DECIDE_SPARE;
	r->decided[r->part[i]] = true;
	return lw_tree_status(d->goal);
}

struct chosen {
	const struct diff *d;
	uint32_t op;
};

/* Attribute by attribute, so that what is taken is looked at once for each. */
static int by_choice(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;
	const struct op *one = &x->d->plan->ops[x->op], *two = &y->d->plan->ops[y->op];
	int order = strcmp(attr_name(x->d, one->goal, one->attr),
			   attr_name(y->d, two->goal, two->attr));

	if (!order)
		order = by_old_value(x->d, x->op, y->op);
	return order ? order : x->op < y->op ? -1 : x->op > y->op;
}

/* Of each part the member with the lowest old value. */
static void choose(const struct repair *r, struct chosen *chosen)
{
	for (uint32_t p = 1; p <= r->count; p++)
		chosen[p] = (struct chosen){ r->d, NO_OP };
	for (uint32_t i = 0; i < r->d->plan->nop; i++) {
		uint32_t p = r->part[i];

		if (!p || r->means[p] != MEANS_SPARE || !may_spare(r, i))
			continue;
		if (chosen[p].op == NO_OP || by_old_value(r->d, i, chosen[p].op) < 0)
			chosen[p].op = i;
	}
}

/* One member of each part takes a free value, parts in the order of these members: places in a file decide nothing. */
static int spare_all(struct repair *r)
{
	struct chosen *chosen = lw_calloc((size_t)r->count + 1, sizeof(*chosen));
	struct taken taken = { .spec = NULL };
	uint32_t n = 0;
	int err = 0;

	if (!chosen)
		return -ENOMEM;
	choose(r, chosen);
	for (uint32_t p = 1; p <= r->count; p++)
		if (chosen[p].op != NO_OP)
			chosen[n++] = chosen[p];
	if (n > 1)
		qsort(chosen, n, sizeof(*chosen), by_choice);
	for (uint32_t k = 0; k < n && err == 0; k++)
		err = spare_one(r, chosen[k].op, &taken);
	free(taken.used);
	free(chosen);
	return err;
}

static void decide_bracket(struct repair *r, uint32_t i)
{
	const struct op *op = &r->d->plan->ops[i];
	lw_node x = diff_export(r->d, op->have, op->goal);

	if (!diff_visible(r->d, x))
		return;
	r->d->decide[x] |= DECIDE_BRACKET;
	r->decided[r->part[i]] = true;
}

static int decide(struct repair *r, uint32_t i)
{
	struct diff *d = r->d;
	const struct op *op = &d->plan->ops[i];

	switch (r->means[r->part[i]]) {
	case MEANS_TURN:
	case MEANS_SOFT:
		drop(r, i, r->means[r->part[i]] == MEANS_TURN ? LW_EDGE_TURN : LW_EDGE_SOFT);
		r->decided[r->part[i]] = true;
		return 0;
	case MEANS_DEGRADE:
		if (op->verb == LW_REPLACE) {
			d->decide[op->goal] |= DECIDE_DEGRADE;
			r->decided[r->part[i]] = true;
		}
		return 0;
	case MEANS_BRACKET:
		decide_bracket(r, i);
		return 0;
	default:
		return 0;
	}
}

static int give_up(struct repair *r)
{
	struct diff *d = r->d;

	for (uint32_t i = 0; i < d->plan->nop; i++) {
		const struct op *op = &d->plan->ops[i];

		if (!r->part[i] || r->decided[r->part[i]] || op->verb == LW_FENCE)
			continue;
		if (op->goal)
			lw_tree_report(d->goal, op->goal, NULL, d->report, LW_ERROR,
				       LW_CODE_INTERNAL,
				       "this is a defect of lunward; please report both files",
				       "%s waits for itself: no order of the changes was found",
				       lw_verb_name(op->verb));
		else
			lw_tree_report(d->have, op->have, NULL, d->report, LW_ERROR,
				       LW_CODE_INTERNAL, NULL,
				       "%s waits for itself: no order of the changes was found",
				       lw_verb_name(op->verb));
	}
	return -ELOOP;
}

static int open_all(struct repair *r)
{
	bool emit = false;
	int err = 0;

	survey(r);
	for (uint32_t i = 0; i < r->d->plan->nop && err == 0; i++)
		if (r->part[i])
			err = decide(r, i);
	if (err == 0)
		err = spare_all(r);
	for (uint32_t p = 1; p <= r->count && err == 0; p++) {
		if (!r->decided[p])
			return give_up(r);
		emit = emit || r->means[p] > MEANS_SOFT;
	}
	if (emit)
		r->d->again = true;
	return err;
}

int diff_repair(struct diff *d)
{
	struct repair r = { .d = d };
	int err = diff_parts(d, &r.part, &r.count);

	if (err < 0)
		return err;
	r.means = lw_calloc((size_t)r.count + 1, 1);
	r.decided = lw_calloc((size_t)r.count + 1, sizeof(*r.decided));
	err = r.means && r.decided ? open_all(&r) : -ENOMEM;
	free(r.part);
	free(r.means);
	free(r.decided);
	return err;
}
