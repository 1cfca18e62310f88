/* SPDX-License-Identifier: Apache-2.0 */
/* lunward help, and --help everywhere: the tables, in words. */
#include "cli/option.h"
#include "cli/output.h"

#define COLUMN 26 /* where the words behind an option begin */

static void pad(struct lw_str *out, size_t start, size_t column)
{
	size_t used = out->len - start;

	if (used >= column) {
		lw_str_add_char(out, '\n');
		used = 0;
	}
	while (used++ < column)
		lw_str_add_char(out, ' ');
}

static void add_option(struct lw_str *out, const struct cli_option *option, unsigned command)
{
	size_t start = out->len;

	if (option->letter)
		lw_str_addf(out, "  -%c, --%s", option->letter, option->name);
	else
		lw_str_addf(out, "      --%s", option->name);
	if (option->argument)
		lw_str_addf(out, " %s", option->argument);
	pad(out, start, COLUMN);
	lw_str_add(out, cli_option_help(option, command));
	lw_str_add_char(out, '\n');
	if (!option->words)
		return;
	start = out->len;
	pad(out, start, COLUMN);
	lw_str_addf(out, "%s: ", option->argument);
	cli_words_add(out, option->words);
	lw_str_add_char(out, '\n');
}

static void add_options(struct lw_str *out, unsigned command)
{
	lw_str_add(out, "\nOptions:\n");
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++)
		if (cli_option_of(&cli_options[i], command))
			add_option(out, &cli_options[i], command);
}

static void add_commands(struct lw_str *out)
{
	lw_str_add(out, "Usage: lunward COMMAND [OPTION]... [OPERAND]...\n\n"
			"Keeps SCSI storage in the state its owner declared.\n\nCommands:\n");
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		size_t start = out->len;

		lw_str_addf(out, "  %s", cli_commands[i].name);
		pad(out, start, 14);
		lw_str_addf(out, "%s\n", cli_commands[i].summary);
	}
}

int cli_help(unsigned command)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	if (command == CLI_TOP) {
		add_commands(&out);
		add_options(&out, command);
		lw_str_add(
			&out,
			"\n'lunward help COMMAND' explains a command, 'man lunward' the whole.\n");
		return cli_out(&out);
	}
	lw_str_addf(&out, "Usage: lunward %s [OPTION]... %s\n\n", cli_commands[command].name,
		    cli_commands[command].operands);
	lw_str_add(&out, cli_commands[command].help);
	add_options(&out, command);
	return cli_out(&out);
}

int cmd_help(const struct cli_args *args)
{
	const char *name = args->operand[0];
	int id;

	if (!name)
		return cli_help(CLI_TOP);
	id = cli_command_find(name);
	return id < 0 ? cli_no_such_command(name) : cli_help((unsigned)id);
}
