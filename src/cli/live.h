/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands that look at or change a running engine share. */
#ifndef LW_CLI_LIVE_H
#define LW_CLI_LIVE_H

#include "cli/load.h"
#include "lunward/apply.h"

/*
 * Opens the engine that the options, or the vocabulary of a file, name. @load: as in struct lw_system_options. Returns
 * CLI_DONE; CLI_ABSENT, CLI_FAILED or CLI_INVALID after saying why.
 */
int cli_system_open(const struct cli_args *args, const char *engine, const struct lw_tree *load,
		    struct lw_system **ret);

/* The same for a configuration: with the kernel modules of what could be touched, loaded or only looked for. */
int cli_system_open_for(const struct cli_args *args, const struct cli_input *want, bool load,
			struct lw_system **ret);

/* Which engine, and where, as the options say. */
struct lw_system_options cli_system_options(const struct cli_args *args, const char *engine);

/* The end of a command that cannot go on: an error and its hint, to standard error; or as JSON. Returns @code. */
int cli_fail(const struct cli_args *args, const struct lw_error *error, int code);

/* Appends that an apply waits to be confirmed though its program is gone, and what to do. */
void cli_pending_add(uint64_t id, struct lw_str *out);

/* Takes the lock, waiting as long as --wait says. CLI_DONE, CLI_LOCKED or CLI_FAILED. */
int cli_system_lock(const struct cli_args *args, struct lw_system *system);

/* What a negative errno of lw_system_plan() and its like means for the exit; the report is said. */
int cli_live_failed(const struct cli_args *args, struct lw_report *report, int r);

/* From a plan to the end: shows it, asks, applies it, says what came of it. */
struct cli_change {
	struct lw_system *system;
	const struct lw_tree *want; /* NULL: none */
	struct lw_plan *plan;	    /* freed here */
	const char *command;	    /* for the history */
	uint64_t undo;		    /* as in struct lw_apply_options */
	bool partial;		    /* something of the configuration is left out already */
};
int cli_change(const struct cli_args *args, struct cli_change *change, struct lw_report *report);

/*
 * Carries out a plan as the options say, with a bar on a terminal; a signal stops it. Returns what lw_apply() does, 0 for a
 * plan without changes, or -EINVAL after saying that an option is wrong.
 */
int cli_carry_out(const struct cli_args *args, const struct cli_change *change,
		  struct lw_outcome *outcome, struct lw_report *report);

/* A number of seconds that an option was given; @usual without it. False, after saying so, when it is none. */
bool cli_seconds(const struct cli_args *args, enum cli_option_id option, unsigned usual,
		 unsigned *ret);

/* The policies that options say. */
struct lw_merge_options cli_merge_options(const struct cli_args *args);

#endif
