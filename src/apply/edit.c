/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One change to what is there: a goal that is the same but for it. Nobody declared the rest, so what is wrong with the rest
 * is no reason to refuse: only what the change makes wrong is told.
 */
#include <errno.h>
#include <string.h>

#include "apply/system.h"
#include "model/check/fold.h"
#include "model/tree/tree.h"

static bool same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool is_told(const struct lw_report *report, const struct lw_problem *problem)
{
	const struct lw_problem *other;

	for (size_t n = 0; (other = lw_report_get(report, n)); n++)
		if (same_text(other->object, problem->object) &&
		    same_text(other->message, problem->message))
			return true;
	return false;
}

/* Adds what is said of the goal and not of what is there. Returns 0, or -EINVAL when a mistake is among it. */
static int tell_new(const struct lw_report *old, const struct lw_report *new_,
		    struct lw_report *report)
{
	const struct lw_problem *problem;
	int r = 0;

	for (size_t n = 0; (problem = lw_report_get(new_, n)); n++) {
		if (is_told(old, problem))
			continue;
		lw_report_add(report, problem);
		if (problem->severity == LW_ERROR)
			r = -EINVAL;
	}
	return r;
}

/* Resolves a canonical tree and checks it. What is wrong is told; a negative errno is some other failure. */
static int look_at(struct lw_tree *tree, struct lw_report *report)
{
	int r = lw_tree_resolve(tree);

	if (r >= 0)
		r = lw_tree_fold(tree);
	if (r >= 0)
		r = lw_tree_check(tree, report);
	return r == -EINVAL ? 0 : r < 0 ? r : lw_tree_status(tree);
}

static int canon(struct lw_tree *tree, struct lw_report *report)
{
	int r = lw_tree_canon(tree, report);

	return r == -EINVAL ? 0 : r;
}

static bool same_attrs(const struct lw_tree *a, const struct lw_tree *b, lw_node n)
{
	const struct node *left = node_at(a, n), *right = node_at(b, n);

	if (left->nattr != right->nattr)
		return false;
	for (unsigned i = 0; i < left->nattr; i++) {
		const struct attr *x = &a->attrs[left->attrs + i], *y = &b->attrs[right->attrs + i];

		if (x->def != y->def || x->state != y->state || x->value != y->value)
			return false;
	}
	return true;
}

static bool is_changed(const struct lw_tree *have, const struct lw_tree *goal, lw_node n)
{
	return !same_attrs(have, goal, n) || node_at(have, n)->ref != node_at(goal, n)->ref;
}

/* What somebody asks for is held to what may be declared; what is only there, and may not even be known, is not. */
static int canon_asked(const struct lw_tree *have, struct lw_tree *goal, struct lw_report *report)
{
	uint32_t count = have->nnode;
	int r;

	for (lw_node n = 1; n < count; n++)
		if (is_changed(have, goal, n))
			node_at(goal, n)->origin = LW_FROM_DECLARED;
	r = canon(goal, report);
	for (lw_node n = 1; n < count; n++)
		node_at(goal, n)->origin = node_at(have, n)->origin;
	return r;
}

static int check(const struct lw_tree *have, struct lw_tree *goal, struct lw_report *report)
{
	struct lw_report *old = lw_report_new(), *new_ = lw_report_new();
	struct lw_tree *before = lw_tree_copy(have);
	int r = old && new_ && before ? canon(before, old) : -ENOMEM;

	if (r >= 0)
		r = look_at(before, old);
	if (r >= 0)
		r = canon_asked(have, goal, new_);
	if (r >= 0)
		r = look_at(goal, new_);
	if (r >= 0)
		r = tell_new(old, new_, report);
	lw_tree_free(before);
	lw_report_free(old);
	lw_report_free(new_);
	return r;
}

int lw_edited(const struct lw_tree *have, const struct lw_edit *edit, struct lw_tree **ret,
	      struct lw_report *report)
{
	struct lw_tree *goal = lw_tree_copy(have);
	int r = goal ? edit->change(edit->arg, goal, report) : -ENOMEM;

	if (r >= 0)
		r = check(have, goal, report);
	if (r < 0)
		lw_tree_free(goal);
	else
		*ret = goal;
	return r;
}
