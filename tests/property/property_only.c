/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M22 With `only`, nothing changes but what is selected, what comes along with it, and what these make anew and restore.
 *     What is selected part by part, again and again until no part has anything to do, is all that is selected together.
 * M3  holds on the way, between what is there and where the part leads.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"

static unsigned narrowed, refused, whole;

/* Words for lw_merge_options.only. */
struct words {
	const char *list[LW_KIND_MAX + 1];
	char *path;
};

static void words_done(struct words *w)
{
	free(w->path);
	w->path = NULL;
}

/* Each kind that is there with the same chance. */
static void some_kinds(struct words *w, const struct lw_tree *tree, struct rng *rng)
{
	uint64_t kinds = 0;
	unsigned n = 0;

	for (lw_node i = 1; i < tree->nnode; i++)
		kinds |= LW_KIND(node_at(tree, i)->kind);
	for (unsigned k = 0; k < tree->schema->nkind; k++)
		if (lw_kind_in(kinds, k) && rng_chance(rng, 30))
			w->list[n++] = lw_kind(tree->schema, k)->name;
	w->list[n] = NULL;
}

/* Some object of one of the trees. */
static void some_path(struct words *w, const struct lw_tree *tree, struct rng *rng)
{
	lw_node n = 2 + (lw_node)rng_below(rng, (unsigned)lw_tree_size(tree));

	w->path = n < tree->nnode ? lw_node_path(tree, n) : NULL;
	w->list[0] = w->path;
	w->list[1] = NULL;
}

/* Whether more is wrong than that there is nothing to select. */
static bool is_refused(const struct lw_report *report)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(report, n)); n++)
		if (problem->severity == LW_ERROR && problem->object)
			return true;
	return false;
}

/* The goal is asked for as a file would: everything is said. NULL in t->plan when it cannot be. */
static bool plan_only(struct trial *t, const struct world *kernel, const char *const *only,
		      bool *ret_refused)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *have = world_tree(kernel, NULL), *goal = NULL;
	struct tree_how how = { .share = have, .declared = true };
	struct lw_tree *asked = world_tree(&t->goal, &how);
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	int r;

	options.only = only;
	options.prune_all = true;
	lw_plan_free(t->plan);
	t->plan = NULL;
	r = lw_merge(asked, have, &options, &goal, report);
	if (r == 0 && lw_tree_check(goal, report) == 0) {
		if (lw_diff(have, goal, &t->plan, report) < 0)
			t->plan = NULL;
	} else {
		lw_tree_free(goal);
		lw_tree_free(have);
	}
	if (!t->plan && !lw_report_count(report, LW_ERROR)) {
		trial_fail(t, "M22", LW_NO_OP, "no plan");
		print_report(report);
	}
	*ret_refused |= is_refused(report);
	lw_tree_free(asked);
	lw_report_free(report);
	return t->plan && !t->failed;
}

static bool run(struct trial *t, struct world *kernel)
{
	static struct world end;
	static struct reach bound, now;
	const char *why = "";

	end = *kernel;
	for (size_t i = 0; i < lw_plan_count(t->plan); i++) {
		uint32_t op = lw_plan_at(t->plan, i);

		if (op_runs(t->plan, op) && t->model->exec(&end, t->plan, op, &why) < 0) {
			trial_fail(t, "M2", op, "refused: %s", why);
			return false;
		}
	}
	t->model->reach(kernel, &bound);
	t->model->reach(&end, &now);
	reach_join(&bound, &now);
	t->plan_have = &t->have;
	t->plan_goal = &end;
	return walk(t, kernel, &bound, t->plan->order, lw_plan_count(t->plan));
}

/* ---- nothing else changes */

static bool is_word(const struct lw_kind_spec *kind, const char *const *only)
{
	for (; *only; only++)
		if (!strcmp(*only, kind->name))
			return true;
	return false;
}

static bool is_selected(const struct lw_tree *tree, lw_node n, const char *const *only)
{
	if (is_word(node_kind(tree, n), only))
		return true;
	for (; n; n = lw_node_parent(tree, n)) {
		char *path = lw_node_path(tree, n);
		bool same = *only && !strcmp(path, *only);

		free(path);
		if (same)
			return true;
	}
	return false;
}

/* Below something that the plan switches on. */
static bool is_switched_on(const struct lw_plan *plan, const struct op *op)
{
	lw_node have = op->have, goal = op->goal;

	for (; !goal; have = lw_node_parent(plan->have, have))
		goal = plan->counterpart[have];
	for (lw_node n = goal; n; n = lw_node_parent(plan->goal, n))
		if (lw_kind_attr_flag(node_kind(plan->goal, n), LW_A_ENABLE) >= 0 &&
		    lw_tree_enabled(plan->goal, n) &&
		    !(plan->standing[n] && lw_tree_enabled(plan->have, plan->standing[n])))
			return true;
	return false;
}

/* By goal node: whether the plan makes it, for the first time or anew. */
static bool *made_nodes(const struct lw_plan *plan)
{
	bool *made = calloc(plan->goal->nnode, sizeof(*made));

	if (!made)
		abort();
	for (uint32_t n = 0; n < plan->nop; n++)
		if (plan->ops[n].verb == LW_CREATE)
			made[plan->ops[n].goal] = true;
	return made;
}

static bool is_of_member(const struct lw_plan *plan, const struct op *op)
{
	for (lw_node n = 1; n < plan->goal->nnode; n++)
		if (node_kind(plan->goal, n)->flags & LW_K_REF_OPTIONAL &&
		    lw_node_ref(plan->goal, n) == op->goal)
			return true;
	return false;
}

/* An operation that changes something for good: not undone, not the restoring of what is made anew. */
static bool is_wish(const struct lw_plan *plan, const struct op *op, const bool *made)
{
	if (!op_runs(plan, (uint32_t)(op - plan->ops)) || op->flags & LW_OP_TEMPORARY)
		return false;
	if (op->verb != LW_CREATE && op->verb != LW_DELETE && op->goal && made[op->goal])
		return false;
	/* The number of a member is that of its target. */
	if (op->verb == LW_SETATTR && is_of_member(plan, op))
		return false;
	/* A member known by name only turns out to be a target of this node. */
	if (op->reason == LW_WHY_REF && op_kind(plan, op)->flags & LW_K_REF_OPTIONAL)
		return false;
	return op->cause == LW_NO_OP && op->reason != LW_WHY_REWRITTEN &&
	       op->reason != LW_WHY_CARRIED && op->reason != LW_WHY_UNSAFE &&
	       op->reason != LW_WHY_SWITCH;
}

/* What goes with what was selected: what stood in it, and the copy manager's shadow of it. */
static bool goes_along(const struct lw_plan *plan, lw_node have, const char *const *only)
{
	lw_node ref = node_kind(plan->have, have)->match == LW_MATCH_REF
			      ? lw_node_ref(plan->have, have)
			      : 0;

	if (ref && !plan->counterpart[ref])
		return true;
	for (lw_node n = have; n; n = lw_node_parent(plan->have, n))
		if (!plan->counterpart[n] && is_selected(plan->have, n, only))
			return true;
	return false;
}

/* What is new has come along, or was selected; else both trees know it, and one of them says whether it was. */
static void m22_nothing_else(struct trial *t, const char *const *only)
{
	bool *made = made_nodes(t->plan);

	for (uint32_t i = 0; i < t->plan->nop && !t->failed; i++) {
		const struct op *op = &t->plan->ops[i];
		lw_node have = op->have;

		if (op->goal && !have)
			have = t->plan->standing[op->goal];
		if (!is_wish(t->plan, op, made) || !have)
			continue;
		if (is_selected(t->plan->have, have, only) || is_switched_on(t->plan, op))
			continue;
		if (op->verb == LW_DELETE && goes_along(t->plan, have, only))
			continue;
		trial_fail(t, "M22", i, "nobody selected this");
		for (const char *const *w = only; *w; w++)
			fprintf(stderr, "  selected: %s\n", *w);
	}
	free(made);
}

static void m22_part(struct trial *t)
{
	static struct world kernel;
	struct lw_tree *tree = world_tree(rng_chance(&t->rng, 50) ? &t->have : &t->goal, NULL);
	struct words words = { .path = NULL };
	bool no = false;

	if (rng_chance(&t->rng, 50))
		some_path(&words, tree, &t->rng);
	else
		some_kinds(&words, tree, &t->rng);
	kernel = t->have;
	if (!words.list[0] || !plan_only(t, &kernel, words.list, &no)) {
		refused++;
	} else {
		narrowed++;
		m22_nothing_else(t, words.list);
		if (!t->failed)
			run(t, &kernel);
	}
	words_done(&words);
	lw_tree_free(tree);
}

/* ---- the parts together */

/* Each kind by itself; some have nothing to say, and that is an error that concerns nobody here. */
static bool each_kind(struct trial *t, struct world *kernel, bool *ret_changed, bool *ret_refused)
{
	const struct lw_schema *schema = kernel->schema;

	for (unsigned k = 0; k < schema->nkind; k++) {
		const char *const only[] = { lw_kind(schema, k)->name, NULL };

		if (!plan_only(t, kernel, only, ret_refused)) {
			if (t->failed)
				return false;
			continue;
		}
		if (!lw_plan_changes(t->plan))
			continue;
		*ret_changed = true;
		if (!run(t, kernel))
			return false;
	}
	return true;
}

/* A member known by name only and a target that is called so hold each other: they can only go together. */
static bool hold_each_other(const struct lw_plan *plan)
{
	for (uint32_t i = 0; i < plan->nop; i++)
		if (plan->ops[i].reason == LW_WHY_REF &&
		    op_kind(plan, &plan->ops[i])->flags & LW_K_REF_OPTIONAL)
			return true;
	return false;
}

static void m22_parts_are_the_whole(struct trial *t)
{
	static struct world kernel;
	bool changed = true, no = false;

	kernel = t->have;
	for (unsigned n = 0; changed; n++) {
		changed = false;
		if (n == 8)
			trial_fail(t, "M22", LW_NO_OP, "the parts never end");
		no = false;
		if (t->failed || !each_kind(t, &kernel, &changed, &no))
			return;
	}
	if (no || !plan_only(t, &kernel, NULL, &no))
		return;
	if (!lw_plan_changes(t->plan))
		whole++;
	else if (!hold_each_other(t->plan))
		trial_fail(t, "M22", LW_NO_OP, "the parts together are not the whole");
}

static void body(struct trial *t)
{
	m22_part(t);
	if (!t->failed)
		m22_parts_are_the_whole(t);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M3 M22", &scst_model, 1500, body);

	printf("# %u parts, %u refused, %u wholes\n", narrowed, refused, whole);
	world_forget_texts();
	return r;
}
