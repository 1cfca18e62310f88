/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The library from C: what would be done, and who would notice, if new.conf were applied where old.conf was? The same
 * operations in the same order as `lunward plan --verbose --from old.conf new.conf`. README.md shows what stands between the
 * marks.
 *
 *	cc -o plan plan.c $(pkg-config --cflags --libs lunward)
 *	./plan old.conf new.conf
 *
 * old.conf may be a tree as JSON or a recorded kernel tree just as well. Objects and attributes that new.conf does not list
 * follow the rules of lunward-plan(1).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lunward/engine.h>
#include <lunward/format.h>
#include <lunward/plan.h>

static char *read_file(const char *name, size_t *ret_len)
{
	FILE *file = fopen(name, "rb");
	char *text = NULL;
	long len = -1;

	if (file && fseek(file, 0, SEEK_END) == 0)
		len = ftell(file);
	if (len >= 0)
		text = malloc((size_t)len + 1);
	if (text) {
		rewind(file);
		*ret_len = fread(text, 1, (size_t)len, file);
	}
	if (file)
		fclose(file);
	return text;
}

/* The library opens no files: it is given the text. A recorded kernel tree is no language: an engine reads it. */
static int read_text(const char *name, const char *text, size_t len, const struct lw_tree *share,
		     struct lw_tree **ret, struct lw_report *report)
{
	if (lw_format_guess(text, len) == LW_FORMAT_RECORDED)
		return lw_recorded_read(name, text, len, 0, share, ret, report);
	return lw_format_read(LW_FORMAT_UNKNOWN, name, text, len, share, ret, report);
}

/* A tree in canonical form, its references resolved. */
static struct lw_tree *load(const char *name, const struct lw_tree *share, struct lw_report *report)
{
	struct lw_tree *tree = NULL;
	size_t len = 0;
	char *text = read_file(name, &len);

	if (!text) {
		perror(name);
		return NULL;
	}
	if (read_text(name, text, len, share, &tree, report) == 0 &&
	    (lw_tree_canon(tree, report) < 0 || lw_tree_resolve(tree) < 0)) {
		lw_tree_free(tree);
		tree = NULL;
	}
	free(text);
	return tree;
}

/* What `lunward plan --from OLD NEW` does. Frees have, or gives it to the plan. */
static int make_plan(struct lw_tree *have, const struct lw_tree *want, struct lw_plan **ret,
		     struct lw_report *report)
{
	/* README: */
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *goal = NULL;
	int r = 0;

	options.last = have; /* it was applied before */
	if (lw_node_depth(have, lw_tree_root(have)) != LW_DEPTH_FULL)
		r = lw_assume_hardware(have, want); /* no machine was asked for its ports */
	lw_tree_set_depth_all(have, LW_DEPTH_FULL); /* what it does not name is fresh */
	if (r == 0)
		r = lw_merge(want, have, &options, &goal, report);
	if (r == 0)
		r = lw_tree_check(goal, report);
	if (r == 0)
		return lw_diff(have, goal, ret, report); /* takes both trees */
	/* :README */
	lw_tree_free(goal);
	lw_tree_free(have);
	return r;
}

static void print_problems(const struct lw_report *report)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(report, n)); n++)
		fprintf(stderr, "%s:%u:%u: %s\n", problem->file ? problem->file : "-",
			problem->line, problem->column, problem->message);
}

/* Anything that can be printed can also be asked for. */
static void print_plan(struct lw_plan *plan)
{
	/* README: */
	for (size_t n = 0; n < lw_plan_count(plan); n++) {
		struct lw_op_view op = LW_OP_VIEW_INIT;

		if (lw_plan_op(plan, lw_plan_at(plan, n), &op) == 0)
			printf("%s: %s %s\n", op.effect, lw_verb_name(op.verb), op.path);
	}
	/* :README */
	printf("%zu changes\n", lw_plan_changes(plan));
}

int main(int argc, char **argv)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *have, *want = NULL;
	struct lw_plan *plan = NULL;

	if (argc != 3 || !report) {
		fprintf(stderr, "usage: plan OLD NEW\n");
		return 2;
	}
	have = load(argv[1], NULL, report);
	if (have)
		want = load(argv[2], have, report);
	if (want)
		make_plan(have, want, &plan, report);
	else
		lw_tree_free(have);
	print_problems(report);
	if (plan)
		print_plan(plan);
	lw_plan_free(plan);
	lw_tree_free(want);
	lw_report_free(report);
	return plan ? 0 : 1;
}
