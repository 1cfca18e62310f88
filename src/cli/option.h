/* SPDX-License-Identifier: Apache-2.0 */
/* The options, as rows, and the command line parsed by them. */
#ifndef LW_CLI_OPTION_H
#define LW_CLI_OPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "cli/command.h"

/* The order of the table, and of every list made from it. */
enum cli_option_id {
	CLI_OPT_ALL,
	CLI_OPT_AS,
	CLI_OPT_COLOR,
	CLI_OPT_CONFIRM_WITHIN,
	CLI_OPT_ENGINE,
	CLI_OPT_FACTS,
	CLI_OPT_FROM,
	CLI_OPT_FULL,
	CLI_OPT_KEEP,
	CLI_OPT_ON_ERROR,
	CLI_OPT_ONLY,
	CLI_OPT_OUTPUT,
	CLI_OPT_PARTIAL,
	CLI_OPT_PRUNE,
	CLI_OPT_ROOT,
	CLI_OPT_SHOW_SECRETS,
	CLI_OPT_STATE,
	CLI_OPT_STRICT,
	CLI_OPT_TIMEOUT,
	CLI_OPT_VERBOSE,
	CLI_OPT_WAIT,
	CLI_OPT_WRITES,
	CLI_OPT_YES,
	CLI_OPT_HELP,
	CLI_OPT_VERSION,
	CLI_OPTION_COUNT_
};

struct cli_option {
	const char *name;
	const char *argument;	 /* as shown; NULL: it takes none */
	const char *words;	 /* the only legal arguments, with blanks between; NULL: any */
	const char *help;	 /* one line */
	const char *help_schema; /* what the command schema says instead; NULL: the same */
	uint32_t commands;	 /* bit set of enum cli_command_id */
	char letter;		 /* 0: none */
	bool repeat;		 /* may be given more than once, each time with another argument */
	bool file;		 /* the argument is a file's name */
};

extern const struct cli_option cli_options[CLI_OPTION_COUNT_];

static inline bool cli_option_of(const struct cli_option *option, unsigned command)
{
	return (option->commands >> command) & 1;
}

/* What --help says of it; for CLI_TOP, and for every command. */
static inline const char *cli_option_help(const struct cli_option *option, unsigned command)
{
	return option->help_schema && command == CLI_SCHEMA ? option->help_schema : option->help;
}

/* A command line. Texts are argv's. */
struct cli_args {
	unsigned command;		      /* enum cli_command_id */
	const char *value[CLI_OPTION_COUNT_]; /* NULL: not given; "" for one without argument */
	/* Arguments of an option that may be repeated, NULL-terminated; NULL: none. */
	const char **list[CLI_OPTION_COUNT_];
	char **operand; /* NULL-terminated */
	unsigned operand_count;
};

static inline bool cli_has(const struct cli_args *args, enum cli_option_id option)
{
	return args->value[option];
}

/**
 * cli_args_parse() - read the words behind a command's name; for CLI_TOP those in front of one.
 * @argv:  NULL-terminated; operands are moved to its front
 * @wrong: on CLI_INVALID, what is wrong, in lines
 *
 * Options and operands may be mixed; "--" ends the options. Returns CLI_DONE, CLI_INVALID or CLI_FAILED (memory). Free with
 * cli_args_done() in any case.
 */
int cli_args_parse(unsigned command, char **argv, struct cli_args *ret, struct lw_str *wrong);
void cli_args_done(struct cli_args *args);

/* Appends "a, b or c". */
void cli_words_add(struct lw_str *out, const char *words);

#endif
