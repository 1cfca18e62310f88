/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lunward plan B: what applying B would do now. With --from A: what it would do where A was applied last and nothing has
 * changed since. A is known in full: what it does not name has the value of a fresh object; where it is a file, hardware that
 * only B names is there and fresh, too. Nobody's sessions are known then.
 */
#include <string.h>

#include "cli/live.h"
#include "cli/output.h"
#include "cli/plan.h"
#include "cli/problem.h"
#include "lunward/plan.h"
#include "model/tree/tree.h"

/* The goal takes the place of what was wanted. It is what gets checked: it holds both the wanted and the kept. */
static int merge(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	struct lw_merge_options options = cli_merge_options(args);
	struct lw_tree *goal = NULL;
	int r;

	options.last = in[0].tree;
	r = cli_exit_code(lw_merge(in[1].tree, in[0].tree, &options, &goal, report));
	if (r)
		return r;
	lw_tree_free(in[1].tree);
	in[1].tree = goal;
	return cli_exit_code(lw_tree_check(goal, report));
}

/* What is there is there: only what makes it useless is worth a word. @file: of that one only; NULL: of any. */
static void take_errors(struct lw_report *report, const struct lw_report *from, const char *file)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(from, n)); n++)
		if (problem->severity == LW_ERROR &&
		    (!file || (problem->file && !strcmp(problem->file, file))))
			lw_report_add(report, problem);
}

static int load(const struct cli_args *args, struct cli_input in[2], struct lw_report *report,
		bool *ret_wrong)
{
	const char *const paths[2] = { args->value[CLI_OPT_FROM], args->operand[0] };
	struct lw_report *const reports[2] = { lw_report_new(), report };
	int r, checked;

	if (!reports[0])
		return cli_memory();
	r = cli_load_pair(args, paths, reports, in);
	checked = r != CLI_FAILED && in[0].tree ? cli_check(&in[0], reports[0]) : CLI_DONE;
	*ret_wrong = checked == CLI_INVALID;
	take_errors(report, reports[0], NULL);
	lw_report_free(reports[0]);
	return checked == CLI_FAILED ? checked : r;
}

static int make_goal(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	int r = CLI_DONE;

	if (!cli_is_observed(&in[0]))
		r = cli_exit_code(lw_assume_hardware(in[0].tree, in[1].tree));
	lw_tree_set_depth_all(in[0].tree, LW_DEPTH_FULL);
	return r ? r : merge(args, in, report);
}

/*
 * The mistakes of what is there must not hide those of what is wanted. Only the goal shows these, because what is wanted may
 * refer to what is kept.
 */
static int refuse_both(const struct cli_args *args, struct cli_input in[2],
		       struct lw_report *report)
{
	struct lw_report *more = lw_report_new();
	int r = more ? make_goal(args, in, more) : cli_memory();

	take_errors(report, more, in[1].name);
	lw_report_free(more);
	return r == CLI_FAILED ? r : CLI_INVALID;
}

static int plan(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	bool wrong = false;
	int r = load(args, in, report, &wrong);

	if (r)
		return r;
	return wrong ? refuse_both(args, in, report) : make_goal(args, in, report);
}

/* Against what is there now. */
static int plan_live(const struct cli_args *args, struct lw_report *report)
{
	struct lw_merge_options options = cli_merge_options(args);
	struct lw_system *system = NULL;
	struct cli_input want = { 0 };
	struct lw_plan *plan = NULL;
	int r = cli_load(args, args->operand[0], NULL, report, &want), e;

	if (r)
		return r == CLI_INVALID ? cli_refuse(args, report, r) : r;
	r = cli_system_open_for(args, &want, false, &system);
	if (!r) {
		e = lw_system_plan(system, want.tree, &options, &plan, report);
		r = e < 0 ? cli_live_failed(args, report, e) : cli_plan_show(args, plan, report);
	}
	lw_plan_free(plan);
	lw_system_close(system);
	lw_tree_free(want.tree);
	return r;
}

static int plan_files(const struct cli_args *args, struct lw_report *report)
{
	struct cli_input in[2] = { 0 };
	int r;

	if (cli_has(args, CLI_OPT_ROOT) || cli_has(args, CLI_OPT_STATE)) {
		cli_say("--%s is about the running engine, and does not go with --from",
			cli_has(args, CLI_OPT_ROOT) ? "root" : "state");
		return CLI_INVALID;
	}
	r = plan(args, in, report);
	if (!r)
		r = cli_plan_print(args, in, report);
	else if (r == CLI_INVALID)
		r = cli_refuse(args, report, r);
	lw_tree_free(in[0].tree);
	lw_tree_free(in[1].tree);
	return r;
}

int cmd_plan(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	int r;

	if (!report)
		return cli_memory();
	r = cli_has(args, CLI_OPT_FROM) ? plan_files(args, report) : plan_live(args, report);
	lw_report_free(report);
	return r;
}
