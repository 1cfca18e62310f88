/* SPDX-License-Identifier: Apache-2.0 */
/* Scripts that complete command lines, each made from the tables that --help is made from. */
#ifndef LW_CLI_COMPLETION_H
#define LW_CLI_COMPLETION_H

#include "cli/option.h"
#include "cli/schema.h"

/* Append the script. */
void cli_completion_bash(struct lw_str *out);
void cli_completion_zsh(struct lw_str *out);

/* What both have in common, as words with blanks between: a vocabulary's kinds; what --only and --keep may name. */
void cli_completion_kinds(struct lw_str *out, const struct lw_schema *schema);
void cli_completion_every_kind(struct lw_str *out);
void cli_completion_attributes(struct lw_str *out);

#endif
