/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The program under the name scstadmin: the command line and the words that scripts written for that tool expect, over the
 * same library as everything else here. scstadmin(1) says what differs.
 */
#ifndef LW_CLI_SCSTADMIN_H
#define LW_CLI_SCSTADMIN_H

#include <stdbool.h>

#include "base/str.h"
#include "cli/live.h"

/* The order of the table of options. */
enum front_option_id {
	FRONT_CONFIG,
	FRONT_CHECK_CONFIG,
	FRONT_WRITE_CONFIG,
	FRONT_CLEAR_CONFIG,
	FRONT_CONT_ON_ERR,
	FRONT_FORCE,
	FRONT_HELP,
	FRONT_HELP_SHORT,
	FRONT_LIP,
	FRONT_NO_LIP,
	FRONT_NONKEY,
	FRONT_NOPROMPT,
	FRONT_ROOT,
	FRONT_STATE,
	FRONT_OPTION_COUNT_
};

enum front_takes { FRONT_NOTHING, FRONT_MAY, FRONT_MUST };

struct front;

struct front_option {
	const char *name;
	enum front_takes takes;
	int (*run)(struct front *front, const char *argument); /* NULL: says how, not what */
	const char *shown; /* with its argument, for the help; NULL: not shown */
	const char *help;
};

extern const struct front_option front_options[FRONT_OPTION_COUNT_];

/* A command line, and what the operations share. */
struct front {
	const char *value[FRONT_OPTION_COUNT_]; /* NULL: not given; "" without an argument */
	struct cli_args args; /* the same, for what is shared with the other commands */
	struct lw_system *system;
};

static inline bool front_has(const struct front *front, enum front_option_id option)
{
	return front->value[option];
}

/*
 * front_parse() - one dash or two, any unique beginning of a name, in any case; "-name value" and "-name=value". Returns 0;
 * 1 after saying what is wrong.
 */
int front_parse(char **argv, struct front *ret);

int front_help(void);

/* To standard output. */
void front_print(const char *format, ...) LW_PRINTF(1, 2);

/* What an operation returns that ends the program there and then, with 1. */
#define FRONT_FATAL (-1)

/* The words for it. */
int front_fatal(const char *message);

/* Whether the user wants to go on; -noprompt says so, the end of input does not. */
bool front_agreed(const struct front *front);

/* The operations: each returns its exit code, or FRONT_FATAL. */
int front_config(struct front *front, const char *file);
int front_check_config(struct front *front, const char *file);
int front_clear_config(struct front *front, const char *argument);
int front_write_config(struct front *front, const char *file);

/* The whole program. */
int front_main(char **argv);

#endif
