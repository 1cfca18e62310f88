/* SPDX-License-Identifier: Apache-2.0 */
/* lunward apply: from a file to the running engine. */
#include <string.h>

#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

/* Whether something cannot be had, and was left out with what refers to it. */
static bool left_out(const struct lw_report *report)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(report, n)); n++)
		if (problem->code == LW_CODE_PARTIAL)
			return true;
	return false;
}

static int apply(const struct cli_args *args, struct lw_system *system,
		 const struct cli_input *want, struct lw_report *report)
{
	struct lw_merge_options options = cli_merge_options(args);
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	struct cli_change change = { .system = system, .want = want->tree };
	int r = cli_system_lock(args, system), e;

	if (r)
		return r;
	e = lw_system_plan(system, want->tree, &options, &change.plan, report);
	if (e < 0)
		return cli_live_failed(args, report, e);
	change.partial = left_out(report);
	lw_str_addf(&command, "apply %s", want->name);
	change.command = lw_str_text(&command);
	return cli_change(args, &change, report);
}

int cmd_apply(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_system *system = NULL;
	struct cli_input want = { 0 };
	int r;

	if (!report)
		return cli_memory();
	r = cli_load(args, args->operand[0], NULL, report, &want);
	if (r == CLI_INVALID)
		r = cli_refuse(args, report, r);
	else if (!r)
		r = cli_system_open_for(args, &want, true, &system);
	if (!r)
		r = apply(args, system, &want, report);
	lw_system_close(system);
	lw_tree_free(want.tree);
	lw_report_free(report);
	return r;
}
