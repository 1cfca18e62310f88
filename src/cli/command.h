/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The commands, as rows. A command gets its parsed command line, prints, and returns its exit code.
 */
#ifndef LW_CLI_COMMAND_H
#define LW_CLI_COMMAND_H

struct cli_args;

/* What a command line means to who called it; documented in lunward(1), so these never change. */
enum cli_exit {
	CLI_DONE = 0,	 /* done, or nothing to do */
	CLI_FAILED = 1,	 /* nothing was changed, or everything is as it was; memory, output */
	CLI_INVALID = 2, /* usage, or invalid input: nothing was touched */
	CLI_CHANGES = 3, /* plan, diff: there are changes */
	CLI_PARTLY = 4,	 /* partly applied: the list says what is missing */
	CLI_LOCKED = 5,	 /* somebody else holds the lock */
	CLI_ABSENT = 6	 /* the engine is not here */
};

/* The order of the table, and bits in cli_option.commands. */
enum cli_command_id {
	CLI_APPLY,
	CLI_CHECK,
	CLI_CLEAR,
	CLI_COMPLETION,
	CLI_CONFIRM,
	CLI_DIFF,
	CLI_HELP,
	CLI_HISTORY,
	CLI_PLAN,
	CLI_ROLLBACK,
	CLI_SAVE,
	CLI_SCHEMA,
	CLI_SHOW,
	CLI_STATUS,
	CLI_COMMAND_COUNT_,
	CLI_TOP = CLI_COMMAND_COUNT_ /* no command: what may stand in front of one */
};

/* What the words behind a command are, for the completions. */
enum cli_operand { CLI_OPERAND_NONE, CLI_OPERAND_FILE, CLI_OPERAND_COMMAND, CLI_OPERAND_WORD };

struct cli_command {
	const char *name;
	int (*run)(const struct cli_args *args);
	const char *operands; /* as shown behind the name */
	const char *takes;    /* the same in words, for who gave too few or too many */
	unsigned min, max;    /* how many of them */
	enum cli_operand operand;
	const char *words;   /* CLI_OPERAND_WORD: which, with blanks between */
	const char *summary; /* one line */
	const char *help;    /* more lines, each ended by a newline; see lunward help COMMAND */
};

extern const struct cli_command cli_commands[CLI_COMMAND_COUNT_];

/* The command of this name; -1 if there is none. */
int cli_command_find(const char *name);

/* Says that there is none, and what may have been meant. Returns CLI_INVALID. */
int cli_no_such_command(const char *typed);

/* The whole program. */
int cli_main(int argc, char **argv);

int cmd_apply(const struct cli_args *args);
int cmd_check(const struct cli_args *args);
int cmd_clear(const struct cli_args *args);
int cmd_completion(const struct cli_args *args);
int cmd_confirm(const struct cli_args *args);
int cmd_diff(const struct cli_args *args);
int cmd_help(const struct cli_args *args);
int cmd_history(const struct cli_args *args);
int cmd_plan(const struct cli_args *args);
int cmd_rollback(const struct cli_args *args);
int cmd_save(const struct cli_args *args);
int cmd_schema(const struct cli_args *args);
int cmd_show(const struct cli_args *args);
int cmd_status(const struct cli_args *args);

/* What `lunward COMMAND --help` prints; for CLI_TOP the list of commands. */
int cli_help(unsigned command);

#endif
