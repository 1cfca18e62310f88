/* SPDX-License-Identifier: Apache-2.0 */
#include "run.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void trial_begin(struct trial *t, const struct model *model, uint64_t seed)
{
	static struct reach goal;

	t->model = model;
	t->seed = seed;
	t->rng.state = seed * UINT64_C(0x2545f4914f6cdd1d);
	t->failed = false;
	t->plan = NULL;
	model->random(&t->have, &t->rng);
	if (rng_chance(&t->rng, 60)) {
		t->goal = t->have;
		model->mutate(&t->goal, &t->rng);
	} else {
		model->random(&t->goal, &t->rng);
	}
	/* Numbers that kernels make up from now on are nobody's yet. */
	t->have.rolling = 5000;
	t->goal.rolling = 7000;
	model->reach(&t->have, &t->bound);
	model->reach(&t->goal, &goal);
	reach_join(&t->bound, &goal);
}

void trial_end(struct trial *t)
{
	lw_plan_free(t->plan);
	t->plan = NULL;
}

void print_report(const struct lw_report *report)
{
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		fprintf(stderr, "  report: %s: %s\n", p->object ? p->object : "", p->message);
	}
}

/*
 * Trees of one meaning look different: with texts of their own, terse, spelled out, shuffled. Who
 * reads a kernel names what it generated.
 */
static struct tree_how random_looks(struct rng *rng, bool goal)
{
	return (struct tree_how){
		.shuffle = rng_chance(rng, 30) ? rng : NULL,
		.terse = rng_chance(rng, 50) ? (goal ? TERSE_ALL : TERSE_CONSTANT) : TERSE_NOT,
		.spelled = rng_chance(rng, 30),
	};
}

bool trial_plan(struct trial *t, const struct world *have, const struct world *goal)
{
	struct lw_report *report = lw_report_new();
	struct tree_how how = random_looks(&t->rng, false);
	struct lw_tree *from = world_tree(have, &how), *to;
	int r;

	how = random_looks(&t->rng, true);
	how.share = rng_chance(&t->rng, 90) ? from : NULL;
	to = world_tree(goal, &how);
	lw_plan_free(t->plan);
	t->plan = NULL;
	t->plan_have = have;
	t->plan_goal = goal;
	r = lw_diff(from, to, &t->plan, report);
	if (r < 0) {
		t->plan = NULL;
		trial_fail(t, "M2", LW_NO_OP, "no plan: %s", strerror(-r));
		print_report(report);
	}
	lw_report_free(report);
	return r == 0;
}

bool op_runs(const struct lw_plan *plan, uint32_t op)
{
	const struct op *o = &plan->ops[op];

	return o->verb != LW_FENCE && o->verb != LW_SETTLE && !(o->flags & LW_OP_IMPLIED);
}

const char *op_words(struct lw_plan *plan, uint32_t op)
{
	static char words[600];
	struct lw_op_view view = { .size = sizeof(view) };

	if (lw_plan_op(plan, op, &view) < 0)
		return "?";
	snprintf(words, sizeof(words), "%s %s%s%s%s%s%s%s%s%s", lw_verb_name(view.verb), view.path,
		 view.to ? " to " : "", view.to ? view.to : "", view.attr ? " " : "",
		 view.attr ? view.attr : "", view.old ? " from " : "", view.old ? view.old : "",
		 view.new_ ? " to " : "", view.new_ ? view.new_ : "");
	return words;
}

static void print_world(const char *what, const struct world *w)
{
	struct lw_tree *tree = world_tree(w, NULL);
	char *json = NULL;

	if (lw_tree_write_json(tree, LW_JSON_SECRETS, &json) == 0)
		fprintf(stderr, "---- %s\n%s\n", what, json);
	free(json);
	lw_tree_free(tree);
}

static void print_plan(struct lw_plan *plan)
{
	char *text = NULL;

	if (lw_plan_print(plan, LW_PLAN_VERBOSE | LW_PLAN_SECRETS, &text) == 0)
		fprintf(stderr, "---- plan\n%s\n", text);
	free(text);
}

void trial_fail(struct trial *t, const char *law, uint32_t op, const char *format, ...)
{
	va_list args;

	if (t->failed)
		return;
	t->failed = true;
	t->broken = law;
	if (!getenv("LW_TEST_TERSE")) {
		print_world("have", t->plan_have ? t->plan_have : &t->have);
		print_world("goal", t->plan_goal ? t->plan_goal : &t->goal);
		if (t->plan)
			print_plan(t->plan);
	}
	fprintf(stderr, "FAILED %s %s seed %llu", t->model->name, law, (unsigned long long)t->seed);
	if (op != LW_NO_OP)
		fprintf(stderr, " at operation %u (%s)", op, op_words(t->plan, op));
	fputs(": ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

void trial_note(const char *text, struct lw_plan *plan, uint32_t op)
{
	fprintf(stderr, "  %s %u (%s)\n", text, op, op_words(plan, op));
	if (!getenv("LW_TEST_TERSE"))
		print_plan(plan);
}

/* A tree as it comes back from the disk. */
struct lw_tree *trial_stored(struct trial *t, const struct lw_tree *tree)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *back = NULL;
	char *json = NULL;

	if (lw_tree_write_json(tree, LW_JSON_SECRETS, &json) < 0)
		abort();
	if (lw_tree_read_json("stored", json, strlen(json), NULL, &back, report) < 0) {
		trial_fail(t, "M20", LW_NO_OP, "a tree that was written cannot be read");
		print_report(report);
	}
	free(json);
	lw_report_free(report);
	return back;
}

/* ---- walking */

/* M11: an export that is switched on lets through what the goal allows, and nothing else. */
static bool opens_narrow(struct trial *t, const struct world *kernel, const struct reach *now,
			 uint32_t n)
{
	static struct reach goal;
	const struct op *op = &t->plan->ops[n];
	const struct lw_kind_spec *kind = op_kind(t->plan, op);
	bool enable = op->verb == LW_SETATTR && kind->access & LW_ROLE_EXPORT &&
		      op->attr < kind->nattr && kind->attrs[op->attr].flags & LW_A_ENABLE &&
		      op->new_value != NO_VALUE &&
		      !strcmp(tree_text(t->plan->goal, op->new_value), "1");
	unsigned export;

	(void)kernel;
	if ((!enable && op->verb != LW_OPEN) || !op->goal)
		return true;
	export = names_index(&reach_exports, t->model->export_name(t->plan->goal, op->goal),
			     REACH_EXPORTS);
	t->model->reach(t->plan_goal, &goal);
	if (reach_export_within(now, &goal, export))
		return true;
	trial_fail(t, "M11", n, "switched on before it is as narrow as the goal wants it");
	reach_print_excess(now, &goal, t->model->client);
	return false;
}

bool walk_step(struct trial *t, struct world *kernel, const struct reach *bound, uint32_t op)
{
	static struct reach now;
	const char *why = "";
	int r;

	if (!op_runs(t->plan, op))
		return true;
	r = t->model->exec(kernel, t->plan, op, &why);
	if (r < 0) {
		trial_fail(t, "M2", op, "refused: %s: %s", strerror(-r), why);
		return false;
	}
	t->model->reach(kernel, &now);
	if (!reach_within(&now, bound)) {
		trial_fail(t, "M3", op, "somebody reaches more than old and new state allow");
		reach_print_excess(&now, bound, t->model->client);
		return false;
	}
	return opens_narrow(t, kernel, &now, op);
}

bool walk(struct trial *t, struct world *kernel, const struct reach *bound, const uint32_t *order,
	  size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!walk_step(t, kernel, bound, order[i])) {
			fprintf(stderr, "  after, in this order:\n");
			for (size_t k = 0; k < i; k++)
				if (op_runs(t->plan, order[k]))
					fprintf(stderr, "    %u %s\n", order[k],
						op_words(t->plan, order[k]));
			return false;
		}
	}
	return true;
}

static bool same_reach(struct trial *t, const char *law, const struct world *kernel,
		       const struct world *goal)
{
	static struct reach now, then;

	t->model->reach(kernel, &now);
	t->model->reach(goal, &then);
	if (!memcmp(&now, &then, sizeof(now)))
		return true;
	trial_fail(t, law, LW_NO_OP, "at the end clients do not reach what the goal says");
	fprintf(stderr, "  too much:\n");
	reach_print_excess(&now, &then, t->model->client);
	fprintf(stderr, "  missing:\n");
	reach_print_excess(&then, &now, t->model->client);
	return false;
}

bool arrived(struct trial *t, const char *law, const struct world *kernel, const struct world *goal)
{
	const char *why = world_difference(kernel, goal);
	struct lw_plan *plan = t->plan;
	bool empty;

	if (why) {
		trial_fail(t, law, LW_NO_OP,
			   "kernel (first) and goal (second) differ at the end: %s", why);
		return false;
	}
	if (!same_reach(t, law, kernel, goal))
		return false;
	t->plan = NULL;
	if (!trial_plan(t, kernel, goal))
		return false;
	empty = lw_plan_count(t->plan) == 0;
	if (!empty)
		trial_fail(t, "M1", lw_plan_at(t->plan, 0), "the plan after applying is not empty");
	lw_plan_free(t->plan);
	t->plan = plan;
	return empty;
}

size_t random_extension(struct trial *t, uint32_t *order)
{
	const struct lw_plan *plan = t->plan;
	uint32_t *waits = calloc(plan->nop + 1, sizeof(*waits));
	size_t done = 0, ready = 0;

	if (!waits)
		abort();
	for (uint32_t op = 0; op < plan->nop; op++)
		for (uint32_t e = plan->ops[op].edges; e; e = plan->edges[e].next)
			waits[plan->edges[e].to] += plan->edges[e].strength != LW_EDGE_DEAD;
	for (uint32_t op = 0; op < plan->nop; op++)
		if (!waits[op])
			order[ready++] = op;
	while (done < ready) {
		size_t pick = done + rng_below(&t->rng, (unsigned)(ready - done));
		uint32_t op = order[pick];

		order[pick] = order[done];
		order[done++] = op;
		for (uint32_t e = plan->ops[op].edges; e; e = plan->edges[e].next)
			if (plan->edges[e].strength != LW_EDGE_DEAD && !--waits[plan->edges[e].to])
				order[ready++] = plan->edges[e].to;
	}
	free(waits);
	return done;
}

/* ---- */

bool trial_long(void)
{
	return getenv("LW_TEST_LONG") || getenv("LUNWARD_LONG");
}

unsigned trial_count(unsigned few)
{
	const char *count = getenv("LW_TEST_COUNT");

	if (count)
		return (unsigned)strtoul(count, NULL, 0);
	return trial_long() ? few * 50 : few;
}

/* How often a law was broken. */
struct breach {
	const char *law;
	unsigned count;
};

static struct breach breaches[32];

static void count_breach(const char *laws)
{
	char *copy = strdup(laws), *save = NULL;

	for (char *law = strtok_r(copy, " ", &save); law; law = strtok_r(NULL, " ", &save)) {
		struct breach *b = breaches;

		while (b->law && strcmp(b->law, law))
			b++;
		b->law = text_of(law);
		b->count++;
	}
	free(copy);
}

/* A line for each law that was looked at, and for others that were broken on the way. */
static void say_laws(const struct model *model, const char *laws, unsigned states)
{
	char *copy = strdup(laws), *save = NULL;

	for (char *law = strtok_r(copy, " ", &save); law; law = strtok_r(NULL, " ", &save)) {
		unsigned broken = 0;

		for (struct breach *b = breaches; b->law; b++) {
			if (strcmp(b->law, law))
				continue;
			broken = b->count;
			b->count = 0;
		}
		printf("%s - %s %s: %u pairs of states\n", broken ? "not ok" : "ok", model->name,
		       law, states);
	}
	for (struct breach *b = breaches; b->law; b++)
		if (b->count)
			printf("not ok - %s %s: on the way\n", model->name, b->law);
	free(copy);
	memset(breaches, 0, sizeof(breaches));
}

int trials(int argc, char **argv, const char *laws, const struct model *model, unsigned few,
	   void (*body)(struct trial *))
{
	static struct trial t;
	const char *given = argc > 1 ? argv[1] : getenv("LW_SEED");
	unsigned stop = getenv("LW_TEST_KEEP_GOING") ? UINT32_MAX : 1, failed = 0, n = 0;
	uint64_t seed = given ? strtoull(given, NULL, 0) : 1;
	unsigned count = given ? 1 : trial_count(few);

	if (argc > 2 && strcmp(argv[2], model->name))
		return 0;
	reach_exports.count = reach_backings.count = 0;
	for (; n < count && failed < stop; n++, seed++) {
		trial_begin(&t, model, seed);
		body(&t);
		if (t.failed) {
			count_breach(t.broken);
			failed++;
		}
		trial_end(&t);
	}
	say_laws(model, laws, n);
	if (failed > 1)
		printf("# %u of %u failed\n", failed, n);
	return failed > 0;
}
