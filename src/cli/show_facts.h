/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LW_CLI_SHOW_FACTS_H
#define LW_CLI_SHOW_FACTS_H

#include "cli/option.h"
#include "lunward/error.h"

/* Prints the facts that --facts asks for, of the running engine. Returns an exit code. */
int cli_show_facts(const struct cli_args *args, struct lw_report *report);

#endif
