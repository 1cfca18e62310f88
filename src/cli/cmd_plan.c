/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lunward plan --from A B: what applying B would do where A was applied last and nothing has changed since. A is known in
 * full: what it does not name has the value of a fresh object; where it is a file, hardware that only B names is there and
 * fresh, too. Nobody's sessions are known.
 */
#include "cli/load.h"
#include "cli/output.h"
#include "cli/plan.h"
#include "cli/problem.h"
#include "lunward/plan.h"

/* The goal takes the place of what was wanted. It is what gets checked: it holds both the wanted and the kept. */
static int merge(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *goal = NULL;
	int r;

	options.last = in[0].tree;
	options.prune_all = cli_has(args, CLI_OPT_PRUNE);
	options.full = cli_has(args, CLI_OPT_FULL);
	options.partial = cli_has(args, CLI_OPT_PARTIAL);
	options.keep_attrs = args->keep;
	r = cli_exit_code(lw_merge(in[1].tree, in[0].tree, &options, &goal, report));
	if (r)
		return r;
	lw_tree_free(in[1].tree);
	in[1].tree = goal;
	return cli_exit_code(lw_tree_check(goal, report));
}

/* What is there is there: only what makes it useless is worth a word. */
static void take_errors(struct lw_report *report, const struct lw_report *from)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(from, n)); n++)
		if (problem->severity == LW_ERROR)
			lw_report_add(report, problem);
}

static int load(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	const char *const paths[2] = { args->value[CLI_OPT_FROM], args->operand[0] };
	struct lw_report *const reports[2] = { lw_report_new(), report };
	int r;

	if (!reports[0])
		return cli_memory();
	r = cli_load_pair(args, paths, reports, in);
	if (!r)
		r = cli_check(&in[0], reports[0]);
	take_errors(report, reports[0]);
	lw_report_free(reports[0]);
	return r;
}

static int plan(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	int r = load(args, in, report);

	if (r)
		return r;
	if (!cli_is_observed(&in[0]))
		r = cli_exit_code(lw_assume_hardware(in[0].tree, in[1].tree));
	lw_tree_set_depth_all(in[0].tree, LW_DEPTH_FULL);
	return r ? r : merge(args, in, report);
}

int cmd_plan(const struct cli_args *args)
{
	struct lw_report *report;
	struct cli_input in[2] = { 0 };
	int r;

	if (!cli_has(args, CLI_OPT_FROM)) {
		cli_say("plan needs --from FILE: what is there now; the engines cannot be read "
			"yet");
		return CLI_INVALID;
	}
	report = lw_report_new();
	if (!report)
		return cli_memory();
	r = plan(args, in, report);
	if (!r)
		r = cli_plan_print(args, in, report);
	else if (r == CLI_INVALID)
		r = cli_refuse(args, report, r);
	lw_tree_free(in[0].tree);
	lw_tree_free(in[1].tree);
	lw_report_free(report);
	return r;
}
