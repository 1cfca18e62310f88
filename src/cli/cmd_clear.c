/* SPDX-License-Identifier: Apache-2.0 */
/* lunward clear: nothing at all is wanted. */
#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

static int clear(const struct cli_args *args, struct lw_system *system, struct lw_tree *nothing,
		 struct lw_report *report)
{
	struct lw_merge_options options = cli_merge_options(args);
	struct cli_change change = { .system = system, .want = nothing, .command = "clear" };
	int r = cli_system_lock(args, system), e;

	if (r)
		return r;
	options.prune_all = true;
	e = lw_system_plan(system, nothing, &options, &change.plan, report);
	return e < 0 ? cli_live_failed(args, report, e) : cli_change(args, &change, report);
}

int cmd_clear(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *nothing = NULL;
	struct lw_system *system = NULL;
	int r = report ? cli_system_open(args, "scst", NULL, &system) : cli_memory();

	if (!r) {
		nothing = lw_tree_new(lw_system_schema(system));
		r = nothing ? clear(args, system, nothing, report) : cli_memory();
	}
	lw_system_close(system);
	lw_tree_free(nothing);
	lw_report_free(report);
	return r;
}
