/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M7  A re-created node has its old identity unless the goal declares another.
 * M8  Nothing unlisted changes, except by an operation whose cause is listed, and it is restored in the same plan.
 * M9  UNKNOWN never causes an operation.
 * M10 A node referred to by a kept node is not deleted.
 * M19 Every declared node and attribute is applied, noted or reported as an error: none vanishes.
 * M20 Snapshot and plan hold each value that the plan overwrites or deletes.
 * M21 With no_remove nothing is taken away or made anew.
 *
 * A configuration that leaves out containers, objects and attributes is merged with what is there, and applied. The state
 * that this should end in is worked out apart (expect.c).
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expect.h"
#include "run.h"

static unsigned refused, added;

/* Plain, or one of the options of merge. */
static struct policy some_policy(struct trial *t, struct world *last)
{
	static const char *const kept[] = { "prod_id", "threads_num", "preferred", "emulate_caw",
					    "cmdsn_depth" };
	struct policy policy = { .last = NULL };

	switch (rng_below(&t->rng, 8)) {
	case 0:
		policy.prune_all = true;
		break;
	case 1:
		policy.full = true;
		break;
	case 2:
		some_configuration(last, &t->have, &t->rng);
		policy.last = last;
		break;
	case 3:
		policy.partial = true;
		break;
	case 4:
		policy.keep = kept[rng_below(&t->rng, 5)];
		break;
	default:
		break;
	}
	return policy;
}

/* ---- M19 */

static bool reported(const struct lw_report *report, const char *path)
{
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const char *object = lw_report_get(report, i)->object;

		if (object && !strncmp(path, object, strlen(object)))
			return true;
	}
	return false;
}

/* The kernel shows its own value whatever is said. */
static bool is_forced(const struct lw_kind_spec *kind, const char *attr)
{
	int def = lw_kind_attr(kind, attr, strlen(attr));

	return def >= 0 && kind->attrs[def].reading == LW_READ_FORCED;
}

/* The number of a member that turns out to be a target of this node is that target's. */
static bool is_moved(const struct lw_tree *goal, lw_node there, const struct lw_attr_view *said)
{
	lw_node target = lw_node_ref(goal, there);
	const char *value = target ? lw_node_value(goal, target, said->name) : NULL;

	return value && said->value && node_kind(goal, there)->flags & LW_K_REF_OPTIONAL &&
	       !strcmp(value, said->value);
}

static void m19_attrs(struct trial *t, const struct lw_tree *want, lw_node node,
		      const struct lw_tree *goal, lw_node there, const char *keep,
		      const struct lw_report *report)
{
	struct lw_attr_view said = { .size = sizeof(said) }, view = { .size = sizeof(view) };
	char *path = lw_node_path(want, node);

	for (unsigned n = 0; !lw_node_attr(want, node, n, &said); n++) {
		bool found = is_forced(node_kind(want, node), said.name) ||
			     (keep && !strcmp(keep, said.name)) || is_moved(goal, there, &said);

		for (unsigned k = 0; !found && !lw_node_attr(goal, there, k, &view); k++)
			found = !strcmp(said.name, view.name) && said.state == view.state &&
				(!said.value || !strcmp(said.value, view.value));
		if (!found && !reported(report, path))
			trial_fail(t, "M19", LW_NO_OP, "%s of %s vanished", said.name, path);
	}
	free(path);
}

/* The goal's node for a declared one; what is known by its referent may have another name there. */
static lw_node find_declared(const struct lw_tree *want, lw_node node, const struct lw_tree *goal,
			     const char *path)
{
	lw_node there = lw_tree_find_path(goal, path), ref = lw_node_ref(want, node);
	char *up;

	if (there || node_kind(want, node)->match != LW_MATCH_REF || !ref)
		return there;
	up = lw_node_path(want, lw_node_parent(want, node));
	for (there = lw_node_first(goal, lw_tree_find_path(goal, up)); there;
	     there = lw_node_next(goal, there))
		if (!strcmp(lw_node_name(goal, lw_node_ref(goal, there)), lw_node_name(want, ref)))
			break;
	free(up);
	return there;
}

static void m19_nothing_vanishes(struct trial *t, const struct lw_tree *want,
				 const struct lw_tree *goal, const char *keep,
				 const struct lw_report *report)
{
	lw_node top = lw_tree_root(want);

	for (lw_node n = lw_tree_walk(want, top, top); n; n = lw_tree_walk(want, top, n)) {
		char *path = lw_node_path(want, n);
		lw_node there = find_declared(want, n, goal, path);

		if (there)
			m19_attrs(t, want, n, goal, there, keep, report);
		else if (!reported(report, path))
			trial_fail(t, "M19", LW_NO_OP, "%s vanished", path);
		free(path);
	}
}

/* ---- M9, M20 */

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

static bool writes(const struct op *op)
{
	return op->verb == LW_SETATTR || op->verb == LW_ADDVAL || op->verb == LW_DELVAL ||
	       op->verb == LW_CHVAL;
}

/* A member of a group tells a number that is that of a target of its name. */
static bool said_by_member(const struct world *want, const char *target, const char *attr)
{
	obj_id id = 0;

	while ((id = world_next(want, id, WORLD_ANY, -1)))
		if (lw_kind(want->schema, want->obj[id].kind)->flags & LW_K_REF_OPTIONAL &&
		    !strcmp(want->obj[id].name, target) && world_get(want, id, attr))
			return true;
	return false;
}

/* What is made anew gets back what it had, and what another write changes is set again. */
static void m9_only_what_is_said(struct trial *t, const struct world *want,
				 const struct policy *policy, const bool *made)
{
	for (uint32_t n = 0; n < t->plan->nop; n++) {
		const struct op *op = &t->plan->ops[n];
		const char *attr;
		int id;

		if (!writes(op) || op->flags & LW_OP_TEMPORARY || !op->goal || made[op->goal] ||
		    op->reason == LW_WHY_REWRITTEN || op->reason == LW_WHY_INACTIVE)
			continue;
		attr = lw_tree_attr_name(t->plan->goal, lw_node_kind(t->plan->goal, op->goal),
					 op->attr);
		id = world_locate(want, t->plan->goal, op->goal);
		if (said_by_member(want, lw_node_name(t->plan->goal, op->goal), attr))
			continue;
		if (id < 0 ? !expect_empties(policy, t->plan->goal, op->goal, attr)
			   : !expect_says(policy, want, (obj_id)id, attr))
			trial_fail(t, "M9", n, "nobody said anything about this attribute");
	}
}

static void m20_old_values(struct trial *t, const bool *made)
{
	for (uint32_t n = 0; n < t->plan->nop; n++) {
		const struct op *op = &t->plan->ops[n];

		if (writes(op) && op->verb != LW_ADDVAL && op->old_value == NO_VALUE &&
		    !(op->goal && made[op->goal]) && op->reason != LW_WHY_REWRITTEN)
			trial_fail(t, "M20", n, "nobody knows the value that this overwrites");
		if (op->verb == LW_DELETE &&
		    lw_node_depth(t->plan->have, op->have) != LW_DEPTH_FULL)
			trial_fail(t, "M20", n, "deletes what nobody has read in full");
	}
}

/* ---- */

/*
 * Declares a port that this machine does not have, with a unit; only SCST knows such. What asks for
 * it leaves the goal, and is reported.
 */
static void declare_missing_port(struct world *want)
{
	obj_id driver = world_next(want, 0, WORLD_ANY, -1), port, lun;

	while (driver && want->obj[driver].name != text_of("ib_srpt"))
		driver = world_next(want, driver, WORLD_ANY, -1);
	if (!driver)
		return;
	port = world_add(want, driver, world_kind(want, "srpt_target"),
			 "fe80:0000:0000:0000:0002:c903:0000:0001");
	world_set(want, port, "comment", "the port that was");
	for (obj_id d = 0; (d = world_next(want, d, WORLD_ANY, -1));) {
		if (strcmp(lw_kind(want->schema, want->obj[d].kind)->label, "device") ||
		    want->obj[d].ref)
			continue;
		lun = world_add(want, port, world_kind(want, "lun"), "0");
		want->obj[lun].ref = (uint16_t)d;
		break;
	}
}

/* The goal for what @want asks for; NULL when it is refused. */
static struct lw_tree *merged(struct trial *t, const struct lw_tree *asked,
			      const struct lw_tree *have, const struct policy *policy,
			      struct lw_report *report)
{
	const char *const keep[] = { policy->keep, NULL };
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct tree_how how = { .share = have, .declared = true };
	struct lw_tree *last = policy->last ? world_tree(policy->last, &how) : NULL, *goal = NULL;

	options.prune_all = policy->prune_all;
	options.partial = policy->partial;
	options.full = policy->full;
	options.last = last;
	options.keep_attrs = policy->keep ? keep : NULL;
	if (lw_merge(asked, have, &options, &goal, report) == 0 &&
	    lw_tree_check(goal, report) == 0) {
		m19_nothing_vanishes(t, asked, goal, policy->keep, report);
	} else {
		lw_tree_free(goal);
		goal = NULL;
	}
	lw_tree_free(last);
	return goal;
}

/* A plan from @kernel to what @want asks for; false when the configuration is refused. */
static bool plan_configuration(struct trial *t, const struct world *kernel,
			       const struct world *want, const struct policy *policy)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *have = world_tree(kernel, NULL), *goal;
	struct tree_how how = { .share = have, .declared = true };
	static struct world more;
	struct lw_tree *asked;
	int r = -EINVAL;

	more = *want;
	if (policy->partial)
		declare_missing_port(&more);
	asked = world_tree(&more, &how);

	lw_plan_free(t->plan);
	t->plan = NULL;
	goal = merged(t, asked, have, policy, report);
	if (goal)
		r = lw_diff(have, goal, &t->plan, report);
	else
		lw_tree_free(have);
	if (r < 0)
		t->plan = NULL;
	/* Only diff sees a value that is held by something the file is silent about. */
	if (goal && r < 0 && (r != -EINVAL || !lw_report_count(report, LW_ERROR))) {
		trial_fail(t, "M8", LW_NO_OP, "no plan");
		print_report(report);
	}
	lw_tree_free(asked);
	lw_report_free(report);
	return r == 0 && !t->failed;
}

/* What the kernel makes by itself: when everything goes that is not declared, that may go or stay. */
static void drop_settled(struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		if (lw_kind(w->schema, w->obj[id].kind)->settle)
			world_remove(w, id);
}

static void check_end(struct trial *t, const struct world *end, const struct world *want,
		      const struct policy *policy)
{
	static struct world expected, kernel_copy;
	const struct world *kernel = &kernel_copy;
	const char *why;

	kernel_copy = *end;
	expect(&expected, &t->have, want, policy);
	expect_generated(&expected, &t->have, want, kernel);
	t->model->settle(&expected);
	if (policy->prune_all) {
		drop_settled(&expected);
		drop_settled(&kernel_copy);
	}
	why = world_difference(kernel, &expected);
	if (why)
		trial_fail(t, "M7 M8 M10", LW_NO_OP,
			   "the kernel (first) is not what it should be (second): %s", why);
}

static bool run(struct trial *t, struct world *kernel, const struct reach *bound)
{
	const char *why = "";

	if (bound)
		return walk(t, kernel, bound, t->plan->order, lw_plan_count(t->plan));
	for (size_t i = 0; i < lw_plan_count(t->plan); i++) {
		uint32_t op = lw_plan_at(t->plan, i);

		if (op_runs(t->plan, op) && t->model->exec(kernel, t->plan, op, &why) < 0) {
			trial_fail(t, "M2", op, "refused: %s", why);
			return false;
		}
	}
	return true;
}

/* ---- M21 */

static bool takes_away(const struct op *op)
{
	return op->verb == LW_DELETE || op->verb == LW_DELVAL || op->verb == LW_REPLACE ||
	       op->verb == LW_MOVE;
}

/* An export may be closed for a moment where no order is safe otherwise. */
static void m21_only_adds(struct trial *t, const struct world *kernel, const struct world *want)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_tree *have = world_tree(kernel, NULL), *goal = NULL;
	struct tree_how how = { .share = have, .declared = true };
	struct lw_tree *asked = world_tree(want, &how);
	struct lw_plan *plan = NULL;

	options.no_remove = options.possible = true;
	if (lw_merge(asked, have, &options, &goal, report) < 0 || lw_tree_check(goal, report) < 0) {
		lw_tree_free(goal);
		lw_tree_free(have);
	} else if (lw_diff(have, goal, &plan, report) == 0) {
		added++;
		for (uint32_t n = 0; n < plan->nop; n++)
			if (takes_away(&plan->ops[n]))
				trial_fail(t, "M21", LW_NO_OP, "%s of %s",
					   lw_verb_name(plan->ops[n].verb),
					   lw_node_name(have, plan->ops[n].have));
	}
	lw_plan_free(plan);
	lw_tree_free(asked);
	lw_report_free(report);
}

static void body(struct trial *t)
{
	static struct world want, last, kernel, end;
	static struct reach bound, now;
	struct policy policy;
	bool *made;

	some_configuration(&want, &t->goal, &t->rng);
	policy = some_policy(t, &last);
	m21_only_adds(t, &t->have, &want);
	t->plan_have = &t->have;
	t->plan_goal = &want;
	if (!plan_configuration(t, &t->have, &want, &policy)) {
		refused++;
		return;
	}
	made = made_nodes(t->plan);
	m9_only_what_is_said(t, &want, &policy, made);
	m20_old_values(t, made);
	free(made);

	/* Once to see where it ends, which is half of the bound; once more to look at every step. */
	end = kernel = t->have;
	if (t->failed || !run(t, &end, NULL))
		return;
	t->model->reach(&t->have, &bound);
	t->model->reach(&end, &now);
	reach_join(&bound, &now);
	t->plan_goal = &end;
	if (!run(t, &kernel, &bound))
		return;
	t->plan_goal = &want;
	check_end(t, &kernel, &want, &policy);
	policy.last = policy.last ? &want : NULL;
	if (!t->failed && plan_configuration(t, &kernel, &want, &policy) && lw_plan_count(t->plan))
		trial_fail(t, "M1", lw_plan_at(t->plan, 0),
			   "the same configuration again is not without operations");
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M7 M8 M9 M10 M19 M20 M21", &scst_model, 4000, body);

	r |= trials(argc, argv, "M7 M8 M9 M10 M19 M20 M21", &lio_model, 4000, body);

	printf("# %u configurations refused, %u only added\n", refused, added);
	world_forget_texts();
	return r;
}
