/* SPDX-License-Identifier: Apache-2.0 */
/* What a report holds, for people and for programs. */
#ifndef LW_CLI_PROBLEM_H
#define LW_CLI_PROBLEM_H

#include "base/json.h"
#include "cli/option.h"

/* Counts over one report or several. */
struct cli_tally {
	size_t errors, warnings, notes, unlisted;
};

void cli_tally_add(struct cli_tally *tally, const struct lw_report *report);

/* Problems to standard error, in the order of the text: "file:line:column: error: words", hints below. As cli_say_lines(). */
int cli_problems_say(const struct cli_args *args, struct lw_report *report);

/* "lunward: 2 errors, 1 warning" to standard error; nothing when there is neither. */
void cli_tally_say(const struct cli_tally *tally);

/* The elements of an array "problems"; and the members of "summary". */
void cli_problems_json(struct lw_json_writer *w, struct lw_report *report);
void cli_tally_json(struct lw_json_writer *w, const struct cli_tally *tally);

/*
 * The end of a command that cannot go on because of what is in the report: says it all, or prints it as JSON.
 * Returns @code, or CLI_FAILED when memory is too short to say it.
 */
int cli_refuse(const struct cli_args *args, struct lw_report *report, int code);

#endif
