/* SPDX-License-Identifier: Apache-2.0 */
/* The script for bash: one function that counts the operands before the cursor, with a case for each command. */
#include <limits.h>

#include "cli/completion.h"

static void add_options(struct lw_str *out, unsigned command)
{
	bool first = true;

	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		if (!cli_option_of(&cli_options[i], command))
			continue;
		lw_str_addf(out, "%s--%s", first ? "" : " ", cli_options[i].name);
		if (cli_options[i].letter)
			lw_str_addf(out, " -%c", cli_options[i].letter);
		first = false;
	}
}

static void add_commands(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++)
		lw_str_addf(out, "%s%s", i ? " " : "", cli_commands[i].name);
}

/* "--output | -o" */
static void add_spellings(struct lw_str *out, const struct cli_option *option)
{
	lw_str_addf(out, "--%s", option->name);
	if (option->letter)
		lw_str_addf(out, " | -%c", option->letter);
}

/* All options that take an argument; names mean the same in every command. */
static void add_takers(struct lw_str *out)
{
	bool first = true;

	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		if (!cli_options[i].argument)
			continue;
		lw_str_add(out, first ? "" : " | ");
		add_spellings(out, &cli_options[i]);
		first = false;
	}
}

/* What may follow each of them. */
static void add_arguments(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		LW_AUTO_STR struct lw_str words = LW_STR_INIT;
		const struct cli_option *option = &cli_options[i];

		if (!option->argument)
			continue;
		lw_str_add_char(out, '\t');
		add_spellings(out, option);
		if (option->words)
			lw_str_add(&words, option->words);
		else if (i == CLI_OPT_KEEP)
			cli_completion_attributes(&words);
		else if (i == CLI_OPT_ONLY)
			cli_completion_every_kind(&words);
		out->bad |= words.bad;
		if (words.len)
			lw_str_addf(out, ") words='%s' ;;\n", lw_str_text(&words));
		else
			lw_str_addf(out, ") %s ;;\n", option->file ? "files=1" : ":");
	}
}

static void add_schema_operands(struct lw_str *out, const struct cli_command *command)
{
	lw_str_addf(out, "case ${#operands[@]} in\n\t\t0) words='%s' ;;\n\t\t1) case $operands in",
		    command->words);
	for (unsigned n = 0; lw_schema_at(n); n++) {
		lw_str_addf(out, "\n\t\t\t%s) words='", lw_schema_name(lw_schema_at(n)));
		cli_completion_kinds(out, lw_schema_at(n));
		lw_str_add(out, "' ;;");
	}
	lw_str_add(out, "\n\t\t\tesac ;;\n\t\tesac");
}

/* Nothing is offered where no operand is taken any more. */
static void add_operands(struct lw_str *out, const struct cli_command *command)
{
	if (command == &cli_commands[CLI_SCHEMA]) {
		add_schema_operands(out, command);
		return;
	}
	if (command->max < UINT_MAX)
		lw_str_addf(out, "((${#operands[@]} < %u)) && ", command->max);
	switch (command->operand) {
	case CLI_OPERAND_FILE:
		lw_str_add(out, "files=1");
		break;
	case CLI_OPERAND_COMMAND:
		lw_str_add(out, "words='");
		add_commands(out);
		lw_str_add_char(out, '\'');
		break;
	case CLI_OPERAND_WORD:
		lw_str_addf(out, "words='%s'", command->words);
		break;
	case CLI_OPERAND_NONE:
		lw_str_add_char(out, ':');
		break;
	}
}

static void add_cases(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t%s) options='", cli_commands[i].name);
		add_options(out, i);
		lw_str_add(out, "'\n\t\t");
		add_operands(out, &cli_commands[i]);
		lw_str_add(out, " ;;\n");
	}
	lw_str_add(out, "\t'') options='");
	add_options(out, CLI_TOP);
	lw_str_add(out, "'\n\t\twords='");
	add_commands(out);
	lw_str_add(out, "' ;;\n");
}

/* After it, option is the one whose argument the cursor is in, and operands are those before the cursor. */
static void add_walk(struct lw_str *out)
{
	lw_str_add(out, "\tfor ((i = 2; i < COMP_CWORD; i++)); do\n"
			"\t\tword=${COMP_WORDS[i]} option=''\n"
			"\t\tif [[ $ended || $word != -?* ]]; then operands+=(\"$word\")\n"
			"\t\telif [[ $word == -- ]]; then ended=1\n"
			"\t\telse\n"
			"\t\t\tcase $word in\n\t\t\t");
	add_takers(out);
	lw_str_add(out, ")\n"
			"\t\t\t\toption=$word\n"
			"\t\t\t\t# --output=json comes as three words\n"
			"\t\t\t\t[[ ${COMP_WORDS[i + 1]} == '=' ]] && ((i++))\n"
			"\t\t\t\t((i++)) ;;\n"
			"\t\t\tesac\n"
			"\t\tfi\n"
			"\tdone\n"
			"\t((i > COMP_CWORD && COMP_CWORD > 1)) || option=''\n"
			"\t[[ $option && $cur == '=' ]] && cur=''\n");
}

void cli_completion_bash(struct lw_str *out)
{
	lw_str_add(out, "# bash completion for lunward\n"
			"# names with blanks: one a line, quoted by readline\n"
			"_lunward_files() {\n"
			"\tcompopt -o filenames 2>/dev/null\n"
			"\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
			"}\n"
			"_lunward() {\n"
			"\tlocal cur=${COMP_WORDS[COMP_CWORD]} command='' option='' options='' "
			"words='' files=''\n"
			"\tlocal ended='' operands=() word i\n"
			"\tCOMPREPLY=()\n");
	add_walk(out);
	lw_str_add(out, "\t((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}\n"
			"\t[[ $option ]] || case $command in\n");
	add_cases(out);
	lw_str_add(out, "\tesac\n"
			"\tcase $option in\n");
	add_arguments(out);
	lw_str_add(
		out,
		"\tesac\n"
		"\tif [[ ! $option && ! $ended && $cur == -* ]]; then words=$options files=''; fi\n"
		"\tif [[ $files ]]; then _lunward_files\n"
		"\telse COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
		"\tfi\n"
		"}\n"
		"complete -F _lunward lunward\n");
}
