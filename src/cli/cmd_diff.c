/* SPDX-License-Identifier: Apache-2.0 */
/* lunward diff: what leads from one tree to another, both as they stand: no policy, nothing is kept. */
#include "cli/load.h"
#include "cli/output.h"
#include "cli/plan.h"
#include "cli/problem.h"
#include "lunward/plan.h"

static int diff(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	const char *const paths[2] = { args->operand[0], args->operand[1] };
	struct lw_report *const reports[2] = { report, report };
	int r, a, b;

	r = cli_load_pair(args, paths, reports, in);
	if (r == CLI_FAILED)
		return r;
	/* What is wrong with one does not hide what is wrong with the other. */
	a = in[0].tree ? cli_check(&in[0], report) : r;
	b = in[1].tree ? cli_check(&in[1], report) : r;
	if (r || a || b)
		return a == CLI_FAILED || b == CLI_FAILED ? CLI_FAILED : CLI_INVALID;
	lw_tree_set_depth_all(in[0].tree, LW_DEPTH_FULL);
	lw_tree_set_depth_all(in[1].tree, LW_DEPTH_FULL);
	/* What nobody can make or delete is on both sides: who does not name it means it as fresh as it comes. */
	a = cli_exit_code(lw_assume_hardware(in[0].tree, in[1].tree));
	return a ? a : cli_exit_code(lw_assume_hardware(in[1].tree, in[0].tree));
}

int cmd_diff(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct cli_input in[2] = { 0 };
	int r;

	if (!report)
		return cli_memory();
	r = diff(args, in, report);
	if (!r)
		r = cli_plan_print(args, in, report);
	else if (r == CLI_INVALID)
		r = cli_refuse(args, report, r);
	lw_tree_free(in[0].tree);
	lw_tree_free(in[1].tree);
	lw_report_free(report);
	return r;
}
