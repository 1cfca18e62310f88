/* SPDX-License-Identifier: Apache-2.0 */
/* How much is said on standard error: --log-level. */
#ifndef LW_CLI_LOG_H
#define LW_CLI_LOG_H

#include "cli/option.h"
#include "lunward/apply.h"

/* What was asked for; LW_LOG_WARNING without the option. */
enum lw_log_level cli_log_level(const struct cli_args *args);

/* Whether a problem of this severity is said; notes are, unless somebody asked for less. */
bool cli_log_says(const struct cli_args *args, enum lw_severity severity);

/* As lw_system_options.log: one line. */
void cli_log(void *arg, enum lw_log_level level, const char *text);

#endif
