/* SPDX-License-Identifier: Apache-2.0 */
/* What plan and diff share: from two trees to a printed plan. */
#ifndef LW_CLI_PLAN_H
#define LW_CLI_PLAN_H

#include "cli/load.h"
#include "lunward/plan.h"

/*
 * Diffs and prints. Takes both trees away from @in. Problems that were found on the way are said before the plan,
 * or stand in its JSON.
 * Returns CLI_DONE when there is nothing to do, CLI_CHANGES, or a failure.
 */
int cli_plan_print(const struct cli_args *args, struct cli_input in[2], struct lw_report *report);

/* Prints a plan that is there already, with the problems found on the way. As above. */
int cli_plan_show(const struct cli_args *args, struct lw_plan *plan, struct lw_report *report);

/* The writes of a plan, for --writes. CLI_DONE or a failure, after saying why. */
int cli_plan_print_writes(const struct cli_args *args, struct lw_plan *plan);

#endif
