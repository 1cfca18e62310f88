/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include <limits.h>
#include <signal.h>
#include <string.h>

#include "cli/option.h"
#include "cli/output.h"
#include "cli/pyscstadmin/pyscstadmin.h"
#include "cli/scstadmin/scstadmin.h"
#include "cli/suggest.h"

/* clang-format off */
const struct cli_command cli_commands[CLI_COMMAND_COUNT_] = {
	[CLI_APPLY] = {
		.name = "apply", .run = cmd_apply, .operands = "FILE", .takes = "one FILE",
		.min = 1, .max = 1,
		.operand = CLI_OPERAND_FILE, .summary = "bring the running engine into the state of a configuration",
		.help =
		"Shows what lunward plan shows, asks, and does it. What was done can be undone with lunward rollback.\n"
		"When an operation fails, everything goes back to where it was, unless --on-error says otherwise.\n"
		"A second apply changes nothing. Exits with 0 when the state is reached, with 1 when it is as before,\n"
		"with 4 when a part is missing.\n" },
	[CLI_CHECK] = {
		.name = "check", .run = cmd_check, .operands = "FILE...", .takes = "one FILE or more",
		.min = 1, .max = UINT_MAX,
		.operand = CLI_OPERAND_FILE, .summary = "find the mistakes in configurations",
		.help =
		"Reads each FILE by itself and prints every mistake with its place. Touches nothing and needs\n"
		"neither root nor a kernel. Exits with 0 if there are warnings at most, else with 2.\n" },
	[CLI_CLEAR] = {
		.name = "clear", .run = cmd_clear, .operands = "", .takes = "no operands",
		.operand = CLI_OPERAND_NONE, .summary = "take away all that can be configured",
		.help =
		"Deletes targets, devices, groups and what they hold, and switches off ports that exist by hardware.\n"
		"Shows the plan and asks before. What was cleared can be brought back with lunward rollback.\n" },
	[CLI_COMPLETION] = {
		.name = "completion", .run = cmd_completion, .operands = "SHELL", .takes = "one SHELL, bash or zsh",
		.min = 1, .max = 1,
		.operand = CLI_OPERAND_WORD, .words = "bash zsh", .summary = "print the completion script for a shell",
		.help =
		"Prints a script for bash or zsh. To try it: eval \"$(lunward completion bash)\"\n" },
	[CLI_CONFIRM] = {
		.name = "confirm", .run = cmd_confirm, .operands = "", .takes = "no operands",
		.operand = CLI_OPERAND_NONE, .summary = "keep what apply --confirm-within has done",
		.help =
		"Tells the apply that waits to be confirmed that all is well. Without this it goes back when its time\n"
		"is over, so that who cut himself off gets his way in again.\n" },
	[CLI_DIFF] = {
		.name = "diff", .run = cmd_diff, .operands = "A B", .takes = "two files, A and B",
		.min = 2, .max = 2,
		.operand = CLI_OPERAND_FILE, .summary = "show what leads from one configuration to another",
		.help =
		"Compares the files A and B as they stand and prints the operations that lead from A to B, in\n"
		"the order in which they are safe. Nothing is kept: what B does not have, goes. Exits with 0 if\n"
		"the two mean the same, with 3 if they differ.\n" },
	[CLI_HELP] = {
		.name = "help", .run = cmd_help, .operands = "[COMMAND]", .takes = "no more than one COMMAND",
		.max = 1,
		.operand = CLI_OPERAND_COMMAND, .summary = "explain a command",
		.help =
		"Without an operand: lists the commands. With one: says what the COMMAND does and which options it\n"
		"takes, as 'lunward COMMAND --help' does.\n" },
	[CLI_HISTORY] = {
		.name = "history", .run = cmd_history, .operands = "", .takes = "no operands",
		.operand = CLI_OPERAND_NONE, .summary = "list what was applied",
		.help =
		"One line an apply, the newest first: its number, when, how it ended, what it changed, who asked.\n" },
	[CLI_PLAN] = {
		.name = "plan", .run = cmd_plan, .operands = "FILE", .takes = "one FILE, what is wanted, besides that of --from",
		.min = 1, .max = 1,
		.operand = CLI_OPERAND_FILE, .summary = "show what applying a configuration would do",
		.help =
		"Prints the operations that bring the running engine (or with --from what that file describes) to what\n"
		"FILE wants, in the order in which they are safe, each with what live sessions notice. Touches nothing.\n"
		"What is there and FILE does not list goes or stays as its kind demands; a top-level kind that FILE does\n"
		"not name at all is left alone. Exits with 0 if there is nothing to do, with 3 if there are changes.\n" },
	[CLI_ROLLBACK] = {
		.name = "rollback", .run = cmd_rollback, .operands = "[ID]", .takes = "one ID at most",
		.max = 1,
		.operand = CLI_OPERAND_WORD, .words = "", .summary = "undo what was applied",
		.help =
		"Undoes the last apply, or the one with this number in lunward history and all after it. Shows the\n"
		"plan and asks before. What none of them touched stays as it is. An undo can be undone.\n" },
	[CLI_SAVE] = {
		.name = "save", .run = cmd_save, .operands = "[FILE]", .takes = "one FILE at most",
		.max = 1,
		.operand = CLI_OPERAND_FILE, .summary = "write the running state as a configuration",
		.help =
		"Reads what is there and writes it to FILE, or prints it: a configuration that leads here again. It holds\n"
		"what a fresh object would not have by itself. Passwords are in it, so FILE is readable by its owner only.\n" },
	[CLI_SCHEMA] = {
		.name = "schema", .run = cmd_schema, .operands = "[VOCABULARY [KIND]]", .takes = "a VOCABULARY and a KIND at most",
		.max = 2,
		.operand = CLI_OPERAND_WORD, .words = "scst lio", .summary = "list kinds of objects and their attributes",
		.help =
		"Without operands: the vocabularies. With one: its kinds. With a KIND: what holds it and what it\n"
		"holds; its attributes, with their type, when they can be changed, and their value in a fresh object.\n" },
	[CLI_SHOW] = {
		.name = "show", .run = cmd_show, .operands = "[FILE]", .takes = "one FILE at most",
		.max = 1,
		.operand = CLI_OPERAND_FILE, .summary = "print a configuration in canonical form",
		.help =
		"Prints FILE, or without one all that the running engine says of itself, in its own language or as\n"
		"JSON: everything in its place, spelled one way. Passwords read ***; with --show-secrets the output\n"
		"is a configuration that can be used again.\n" },
	[CLI_STATUS] = {
		.name = "status", .run = cmd_status, .operands = "", .takes = "no operands",
		.operand = CLI_OPERAND_NONE, .summary = "show which engines are here, and who works at them",
		.help =
		"Whether the engine is here and its daemon runs, whether I/O is paused, who holds the lock, which apply\n"
		"was interrupted or waits to be confirmed, and which one is in force. Takes no lock and changes nothing.\n"
		"Exits with 6 if no engine is here.\n" },
};
/* clang-format on */

int cli_command_find(const char *name)
{
	for (int i = 0; i < CLI_COMMAND_COUNT_; i++)
		if (!strcmp(cli_commands[i].name, name))
			return i;
	return -1;
}

static const char *prefix(unsigned command)
{
	return command == CLI_TOP ? "" : cli_commands[command].name;
}

int cli_no_such_command(const char *typed)
{
	struct cli_suggest suggest;

	cli_suggest_start(&suggest, typed);
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++)
		cli_suggest_word(&suggest, cli_commands[i].name);
	return cli_no_such(&suggest, "command", "'lunward help' lists the commands");
}

/* "lunward plan: no such option: --form; did you mean --from?" */
static int usage_error(unsigned command, const struct lw_str *wrong)
{
	LW_AUTO_STR struct lw_str lines = LW_STR_INIT;
	const char *name = prefix(command);
	const char *blank = *name ? " " : "";

	lw_str_addf(&lines, "lunward%s%s: %s\n", blank, name, lw_str_text(wrong));
	lw_str_addf(&lines, "  hint: 'lunward help%s%s' shows how it is used\n", blank, name);
	return lw_str_bad(wrong) ? cli_memory() : cli_say_lines(&lines) ? CLI_FAILED : CLI_INVALID;
}

static int check_operands(const struct cli_args *args, struct lw_str *wrong)
{
	const struct cli_command *command = &cli_commands[args->command];

	if (args->operand_count >= command->min && args->operand_count <= command->max)
		return CLI_DONE;
	lw_str_addf(wrong, "takes %s; ", command->takes);
	if (args->operand_count > command->max) {
		cli_typed_quote(wrong, args->operand[command->max]);
		lw_str_add(wrong, " is one too many");
	} else if (args->operand_count) {
		lw_str_add(wrong, "only ");
		cli_typed_quote(wrong, args->operand[0]);
		lw_str_add(wrong, " was given");
	} else {
		lw_str_add(wrong, "none was given");
	}
	return CLI_INVALID;
}

static int run_command(unsigned id, char **argv)
{
	LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
	struct cli_args args;
	int r;

	r = cli_args_parse(id, argv, &args, &wrong);
	if (!r && !cli_has(&args, CLI_OPT_HELP))
		r = check_operands(&args, &wrong);
	if (r == CLI_INVALID)
		r = usage_error(id, &wrong);
	else if (r)
		cli_memory();
	else if (cli_has(&args, CLI_OPT_HELP))
		r = cli_help(id);
	else
		r = cli_commands[id].run(&args);
	cli_args_done(&args);
	return r;
}

/* What stands in front of a command, or alone. */
static int run_top(char **argv)
{
	LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
	struct cli_args args;
	int r;

	r = cli_args_parse(CLI_TOP, argv, &args, &wrong);
	if (r)
		return r == CLI_INVALID ? usage_error(CLI_TOP, &wrong) : cli_memory();
	if (cli_has(&args, CLI_OPT_HELP))
		return cli_help(CLI_TOP);
	if (cli_has(&args, CLI_OPT_VERSION))
		return cli_out_text("lunward " LUNWARD_VERSION "\n");
	lw_str_add(&wrong, "a command is missing");
	return usage_error(CLI_TOP, &wrong);
}

static int dispatch(char **argv)
{
	int id;

	if (!argv[0] || argv[0][0] == '-')
		return run_top(argv);
	id = cli_command_find(argv[0]);
	if (id < 0)
		return cli_no_such_command(argv[0]);
	return run_command((unsigned)id, argv + 1);
}

/* The name under which we were called: a link may make us another tool. */
static bool is_called(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');

	return !strcmp(slash ? slash + 1 : path, name);
}

int cli_main(int argc, char **argv)
{
	/* A reader that goes away, or a file that may not grow, is an error of write(), which we look at. */
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	if (argc && is_called(argv[0], "scstadmin"))
		return cli_out_close(front_main(argv + 1));
	if (argc && is_called(argv[0], "pyscstadmin"))
		return cli_out_close(py_main(argv + 1));
	return cli_out_close(argc ? dispatch(argv + 1) : CLI_INVALID);
}
