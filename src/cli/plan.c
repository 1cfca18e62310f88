/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "lunward/plan.h"

static unsigned print_flags(const struct cli_args *args)
{
	unsigned flags = 0;

	if (cli_has(args, CLI_OPT_VERBOSE))
		flags |= LW_PLAN_VERBOSE;
	if (cli_has(args, CLI_OPT_SHOW_SECRETS))
		flags |= LW_PLAN_SECRETS;
	if (cli_json(args))
		flags |= LW_PLAN_JSON;
	else if (cli_colour(args, STDOUT_FILENO))
		flags |= LW_PLAN_COLOUR;
	return flags;
}

/* cli_out_bytes() has said what went wrong. */
static int give(void *arg, const char *text, size_t len)
{
	*(int *)arg = cli_out_bytes(text, len);
	return *(int *)arg ? -EIO : 0;
}

static int print(const struct cli_args *args, struct lw_plan *plan)
{
	int failed = 0, r = lw_plan_write(plan, print_flags(args), give, &failed);

	if (r < 0)
		return failed ? failed : cli_memory();
	return lw_plan_changes(plan) ? CLI_CHANGES : CLI_DONE;
}

int cli_plan_print(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	struct lw_tree *have = LW_TAKE(in[0].tree), *goal = LW_TAKE(in[1].tree);
	struct lw_plan *plan = NULL;
	int r;

	r = lw_diff(have, goal, &plan, report);
	if (r == -ENOMEM)
		return cli_memory();
	if (r < 0)
		return cli_refuse(args, report, r == -ELOOP ? CLI_FAILED : CLI_INVALID);
	cli_problems_say(args, report);
	r = print(args, plan);
	lw_plan_free(plan);
	return r;
}
