/* SPDX-License-Identifier: Apache-2.0 */
/* The script for zsh: a call of _arguments for each command. */
#include <limits.h>
#include <string.h>

#include "cli/completion.h"

/* Text inside single quotes and brackets of an _arguments specification. */
static void add_text(struct lw_str *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			lw_str_add(out, "'\\'");
		else if (strchr("[]:\\", *text))
			lw_str_add_char(out, '\\');
		lw_str_add_char(out, *text);
	}
}

/* "=" and "+": the argument stands in the same word or in the next one. */
static void add_spellings(struct lw_str *out, const struct cli_option *option)
{
	const char *equals = option->argument ? "=" : "", *plus = option->argument ? "+" : "";

	/* Both spellings exclude each other, but for what may be repeated. */
	if (option->repeat)
		lw_str_addf(out, "\t\t'*--%s%s", option->name, equals);
	else if (option->letter)
		lw_str_addf(out, "\t\t'(-%c --%s)'{-%c%s,--%s%s}'", option->letter, option->name,
			    option->letter, plus, option->name, equals);
	else
		lw_str_addf(out, "\t\t'--%s%s", option->name, equals);
}

static void add_option(struct lw_str *out, unsigned id, unsigned command)
{
	const struct cli_option *option = &cli_options[id];

	add_spellings(out, option);
	lw_str_add_char(out, '[');
	add_text(out, cli_option_help(option, command));
	lw_str_add_char(out, ']');
	if (option->argument)
		lw_str_addf(out, ":%s:", option->argument);
	if (option->words)
		lw_str_addf(out, "(%s)", option->words);
	else if (id == CLI_OPT_KEEP)
		lw_str_add(out, "_lunward_attributes");
	else if (id == CLI_OPT_ONLY)
		lw_str_add(out, "_lunward_kinds");
	else if (option->file)
		lw_str_add(out, "_files");
	lw_str_add(out, "' \\\n");
}

static void add_options(struct lw_str *out, unsigned command)
{
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++)
		if (cli_option_of(&cli_options[i], command))
			add_option(out, i, command);
}

static void add_schema_operands(struct lw_str *out, const struct cli_command *command)
{
	lw_str_addf(out, "\t\t'1:vocabulary:(%s)' \\\n\t\t'2:kind:{case $line[1] in",
		    command->words);
	for (unsigned n = 0; lw_schema_at(n); n++) {
		lw_str_addf(out, " (%s) compadd -- ", lw_schema_name(lw_schema_at(n)));
		cli_completion_kinds(out, lw_schema_at(n));
		lw_str_add(out, " ;;");
	}
	lw_str_add(out, " esac}'\n");
}

static void add_action(struct lw_str *out, const struct cli_command *command)
{
	switch (command->operand) {
	case CLI_OPERAND_FILE:
		lw_str_add(out, ":file:_files'");
		break;
	case CLI_OPERAND_COMMAND:
		lw_str_add(out, ":command:_lunward_commands'");
		break;
	case CLI_OPERAND_WORD:
		lw_str_addf(out, ":word:(%s)'", command->words);
		break;
	case CLI_OPERAND_NONE:
		lw_str_add(out, ":nothing:'");
		break;
	}
}

/* As many as the command takes: nothing is offered behind the last one. */
static void add_operands(struct lw_str *out, const struct cli_command *command)
{
	bool any = command->max == UINT_MAX;

	if (command == &cli_commands[CLI_SCHEMA]) {
		add_schema_operands(out, command);
		return;
	}
	for (unsigned n = 1; any ? n == 1 : n <= command->max; n++) {
		if (any)
			lw_str_add(out, "\t\t'*");
		else
			lw_str_addf(out, "\t\t'%u", n);
		add_action(out, command);
		lw_str_add(out, any || n == command->max ? "\n" : " \\\n");
	}
}

static void add_functions(struct lw_str *out)
{
	LW_AUTO_STR struct lw_str attributes = LW_STR_INIT, kinds = LW_STR_INIT;

	lw_str_add(out, "_lunward_commands() {\n\tlocal -a commands=(\n");
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t\t'%s:", cli_commands[i].name);
		add_text(out, cli_commands[i].summary);
		lw_str_add(out, "'\n");
	}
	lw_str_add(out, "\t)\n\t_describe command commands\n}\n");
	cli_completion_attributes(&attributes);
	cli_completion_every_kind(&kinds);
	lw_str_addf(out,
		    "_lunward_attributes() {\n\tlocal expl\n"
		    "\t_wanted attributes expl attribute compadd -- %s\n}\n"
		    "_lunward_kinds() {\n\tlocal expl\n"
		    "\t_wanted kinds expl kind compadd -- %s\n}\n",
		    lw_str_text(&attributes), lw_str_text(&kinds));
	out->bad |= attributes.bad | kinds.bad;
}

void cli_completion_zsh(struct lw_str *out)
{
	lw_str_add(out, "#compdef lunward\n# zsh completion for lunward\n");
	add_functions(out);
	lw_str_add(out, "_lunward() {\n\tif ((CURRENT == 2)); then\n\t\t_arguments \\\n");
	add_options(out, CLI_TOP);
	lw_str_add(out, "\t\t'1:command:_lunward_commands'\n\t\treturn\n\tfi\n"
			"\tlocal command=$words[2]\n\tshift words\n\t((CURRENT--))\n"
			"\tcase $command in\n");
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t%s)\n\t\t_arguments -s -S \\\n", cli_commands[i].name);
		add_options(out, i);
		add_operands(out, &cli_commands[i]);
		lw_str_add(out, "\t\t;;\n");
	}
	lw_str_add(out, "\tesac\n}\n"
			"if [[ $funcstack[1] == _lunward ]]; then _lunward \"$@\"; "
			"else compdef _lunward lunward; fi\n");
}
