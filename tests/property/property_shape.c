/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M14 No secret in a printed plan or a report.
 * M15 Order of attributes, of blocks (but of significant kinds) and of listings does not change the plan's operations.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"

/* ---- M14 */

/* Every secret of the generated states holds this. */
static const char secret[] = "secret-word";

static void look(struct trial *t, const char *where, int r, char *text)
{
	if (r < 0)
		trial_fail(t, "M14", LW_NO_OP, "%s: %s", where, strerror(-r));
	else if (strstr(text, secret))
		trial_fail(t, "M14", LW_NO_OP, "a secret in %s:\n%s", where, text);
	free(text);
}

static void look_at_report(struct trial *t, const struct lw_report *report)
{
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		if (strstr(p->message, secret) || (p->hint && strstr(p->hint, secret)) ||
		    (p->object && strstr(p->object, secret)))
			trial_fail(t, "M14", LW_NO_OP, "a secret in a report: %s", p->message);
	}
}

static void m14_no_secret(struct trial *t)
{
	char *text = NULL;
	int r = lw_plan_print(t->plan, LW_PLAN_VERBOSE, &text);

	look(t, "the plan", r, text);
	text = NULL;
	r = lw_plan_json(t->plan, LW_PLAN_VERBOSE, &text);
	look(t, "the plan as JSON", r, text);
	text = NULL;
	r = lw_tree_write_json(lw_plan_goal(t->plan), 0, &text);
	look(t, "the goal as JSON", r, text);
}

/* A state that check refuses: what it says names no secret either. */
static void m14_no_secret_in_complaints(struct trial *t)
{
	static struct world odd;
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree;

	odd = t->goal;
	for (obj_id id = 0; (id = world_next(&odd, id, WORLD_ANY, -1));)
		for (unsigned i = 0; i < odd.obj[id].nattr; i++)
			if (strstr(odd.obj[id].attr[i].value, secret))
				odd.obj[id].attr[i].value = text_of("name secret-word other words");
	tree = world_tree(&odd, &(struct tree_how){ .report = report });
	lw_tree_check(tree, report);
	look_at_report(t, report);
	lw_tree_free(tree);
	lw_report_free(report);
}

/* ---- M15 */

struct lines {
	char **line;
	size_t count;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct lines operations(struct lw_plan *plan)
{
	struct lines lines = { calloc(plan->nop + 1, sizeof(char *)), 0 };

	if (!lines.line)
		abort();
	for (uint32_t op = 0; op < plan->nop; op++) {
		if (plan->ops[op].verb == LW_FENCE)
			continue;
		lines.line[lines.count++] = strdup(op_words(plan, op));
	}
	qsort(lines.line, lines.count, sizeof(char *), by_text);
	return lines;
}

static void free_lines(struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->line[i]);
	free(lines->line);
}

/* The first line that only one of them has; NULL if there is none. */
static const char *odd_line(const struct lines *a, const struct lines *b)
{
	for (size_t i = 0; i < a->count || i < b->count; i++) {
		if (i >= a->count || i >= b->count)
			return i < a->count ? a->line[i] : b->line[i];
		if (strcmp(a->line[i], b->line[i]))
			return strcmp(a->line[i], b->line[i]) < 0 ? a->line[i] : b->line[i];
	}
	return NULL;
}

/* The operations between two trees, in the order they come or in any. */
static struct lines planned(struct trial *t, struct rng *shuffle)
{
	struct tree_how how = { .shuffle = shuffle };
	struct lw_tree *from = world_tree(&t->have, &how), *to;
	struct lw_report *report = lw_report_new();
	struct lines lines = { NULL, 0 };
	struct lw_plan *plan = NULL;

	how.share = from;
	to = world_tree(&t->goal, &how);
	if (lw_diff(from, to, &plan, report) == 0) {
		lines = operations(plan);
		lw_plan_free(plan);
	} else {
		trial_fail(t, "M15", LW_NO_OP, "no plan");
	}
	look_at_report(t, report);
	lw_report_free(report);
	return lines;
}

static void m15_order_of_text(struct trial *t)
{
	struct lines a = planned(t, NULL), b = planned(t, &t->rng);

	if (odd_line(&a, &b))
		trial_fail(t, "M15", LW_NO_OP, "only one of two orders of the text leads to: %s",
			   odd_line(&a, &b));
	free_lines(&a);
	free_lines(&b);
}

static void body(struct trial *t)
{
	if (!trial_plan(t, &t->have, &t->goal))
		return;
	m14_no_secret(t);
	m14_no_secret_in_complaints(t);
	m15_order_of_text(t);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M14 M15", &scst_model, 2000, body);

	r |= trials(argc, argv, "M14 M15", &lio_model, 2000, body);

	world_forget_texts();
	return r;
}
