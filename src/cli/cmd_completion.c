/* SPDX-License-Identifier: Apache-2.0 */
/* lunward completion: scripts for shells, made from the tables that --help is made from. */
#include <string.h>

#include "cli/option.h"
#include "cli/output.h"
#include "cli/schema.h"

/* ---- bash */

static void bash_options(struct lw_str *out, unsigned command)
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

static void bash_commands(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++)
		lw_str_addf(out, "%s%s", i ? " " : "", cli_commands[i].name);
}

/* What may follow an option that takes an argument; names mean the same in every command. */
static void bash_arguments(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		const struct cli_option *option = &cli_options[i];

		if (!option->argument)
			continue;
		lw_str_addf(out, "\t--%s", option->name);
		if (option->letter)
			lw_str_addf(out, " | -%c", option->letter);
		if (option->words)
			lw_str_addf(out,
				    ") COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n",
				    option->words);
		else if (option->file)
			lw_str_add(out, ") _lunward_files; return ;;\n");
		else
			lw_str_add(out, ") return ;;\n");
	}
}

static void add_kinds(struct lw_str *out, const struct lw_schema *schema)
{
	for (unsigned k = 0; k < lw_schema_kind_count(schema); k++)
		lw_str_addf(out, "%s%s", k ? " " : "", lw_schema_kind_name(schema, k));
}

/* Behind the vocabulary's name: its kinds. */
static void bash_kinds(struct lw_str *out)
{
	for (const char *const *name = cli_vocabularies; *name; name++) {
		lw_str_addf(out, "\n\t\t[[ ${COMP_WORDS[COMP_CWORD - 1]} == %s ]] && words='",
			    *name);
		add_kinds(out, lw_schema_find(*name));
		lw_str_add_char(out, '\'');
	}
}

static void bash_operands(struct lw_str *out, const struct cli_command *command)
{
	switch (command->operand) {
	case CLI_OPERAND_FILE:
		lw_str_add(out, "files=1");
		break;
	case CLI_OPERAND_COMMAND:
		lw_str_add(out, "words='");
		bash_commands(out);
		lw_str_add_char(out, '\'');
		break;
	case CLI_OPERAND_WORD:
		lw_str_addf(out, "words='%s'", command->words);
		if (command == &cli_commands[CLI_SCHEMA])
			bash_kinds(out);
		break;
	case CLI_OPERAND_NONE:
		lw_str_add_char(out, ':');
		break;
	}
}

static void bash_cases(struct lw_str *out)
{
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t%s) options='", cli_commands[i].name);
		bash_options(out, i);
		lw_str_add(out, "'; ");
		bash_operands(out, &cli_commands[i]);
		lw_str_add(out, " ;;\n");
	}
	lw_str_add(out, "\t'') options='");
	bash_options(out, CLI_TOP);
	lw_str_add(out, "'; words='");
	bash_commands(out);
	lw_str_add(out, "' ;;\n");
}

static void bash(struct lw_str *out)
{
	lw_str_add(out, "# bash completion for lunward\n"
			"# names with blanks: one a line, quoted by readline\n"
			"_lunward_files() {\n"
			"\tcompopt -o filenames 2>/dev/null\n"
			"\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
			"}\n"
			"_lunward() {\n"
			"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
			"\tlocal command='' options='' words='' files=''\n"
			"\tCOMPREPLY=()\n"
			"\t# --output=json comes as three words\n"
			"\tif [[ $cur == '=' ]]; then cur=''\n"
			"\telif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
			"\tfi\n"
			"\tcase $prev in\n");
	bash_arguments(out);
	lw_str_add(out, "\tesac\n"
			"\t((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}\n"
			"\tcase $command in\n");
	bash_cases(out);
	lw_str_add(
		out,
		"\tesac\n"
		"\tif [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))\n"
		"\telif [[ $files ]]; then _lunward_files\n"
		"\telse COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
		"\tfi\n"
		"}\n"
		"complete -F _lunward lunward\n");
}

/* ---- zsh */

/* Text inside single quotes and brackets of an _arguments specification. */
static void zsh_text(struct lw_str *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			lw_str_add(out, "'\\'");
		else if (strchr("[]:\\", *text))
			lw_str_add_char(out, '\\');
		lw_str_add_char(out, *text);
	}
}

static void zsh_option(struct lw_str *out, const struct cli_option *option)
{
	/* Both spellings exclude each other, but for what may be repeated. */
	if (option->repeat)
		lw_str_addf(out, "\t\t'*--%s", option->name);
	else if (option->letter)
		lw_str_addf(out, "\t\t'(-%c --%s)'{-%c,--%s}'", option->letter, option->name,
			    option->letter, option->name);
	else
		lw_str_addf(out, "\t\t'--%s", option->name);
	lw_str_add_char(out, '[');
	zsh_text(out, option->help);
	lw_str_add_char(out, ']');
	if (option->argument)
		lw_str_addf(out, ":%s:", option->argument);
	if (option->words)
		lw_str_addf(out, "(%s)", option->words);
	else if (option->file)
		lw_str_add(out, "_files");
	lw_str_add(out, "' \\\n");
}

static void zsh_options(struct lw_str *out, unsigned command)
{
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++)
		if (cli_option_of(&cli_options[i], command))
			zsh_option(out, &cli_options[i]);
}

static void zsh_kinds(struct lw_str *out, const char *vocabularies)
{
	lw_str_addf(out, "\t\t'1:vocabulary:(%s)' \\\n\t\t'2:kind:{", vocabularies);
	lw_str_add(out, "case $words[CURRENT-1] in");
	for (const char *const *name = cli_vocabularies; *name; name++) {
		lw_str_addf(out, " (%s) compadd ", *name);
		add_kinds(out, lw_schema_find(*name));
		lw_str_add(out, " ;;");
	}
	lw_str_add(out, " esac}'\n");
}

static void zsh_operands(struct lw_str *out, const struct cli_command *command)
{
	switch (command->operand) {
	case CLI_OPERAND_FILE:
		lw_str_add(out, "\t\t'*:file:_files'\n");
		break;
	case CLI_OPERAND_COMMAND:
		lw_str_add(out, "\t\t'*::command:_lunward_commands'\n");
		break;
	case CLI_OPERAND_WORD:
		if (command == &cli_commands[CLI_SCHEMA])
			zsh_kinds(out, command->words);
		else
			lw_str_addf(out, "\t\t'*:word:(%s)'\n", command->words);
		break;
	case CLI_OPERAND_NONE:
		lw_str_add(out, "\t\t'*:nothing:'\n");
		break;
	}
}

static void zsh_commands(struct lw_str *out)
{
	lw_str_add(out, "_lunward_commands() {\n\tlocal -a commands=(\n");
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t\t'%s:", cli_commands[i].name);
		zsh_text(out, cli_commands[i].summary);
		lw_str_add(out, "'\n");
	}
	lw_str_add(out, "\t)\n\t_describe command commands\n}\n");
}

static void zsh(struct lw_str *out)
{
	lw_str_add(out, "#compdef lunward\n# zsh completion for lunward\n");
	zsh_commands(out);
	lw_str_add(out, "_lunward() {\n\tif ((CURRENT == 2)); then\n\t\t_arguments \\\n");
	zsh_options(out, CLI_TOP);
	lw_str_add(out, "\t\t'1:command:_lunward_commands'\n\t\treturn\n\tfi\n"
			"\tlocal command=$words[2]\n\tshift words\n\t((CURRENT--))\n"
			"\tcase $command in\n");
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		lw_str_addf(out, "\t%s)\n\t\t_arguments \\\n", cli_commands[i].name);
		zsh_options(out, i);
		zsh_operands(out, &cli_commands[i]);
		lw_str_add(out, "\t\t;;\n");
	}
	lw_str_add(out, "\tesac\n}\n"
			"if [[ $funcstack[1] == _lunward ]]; then _lunward \"$@\"; "
			"else compdef _lunward lunward; fi\n");
}

int cmd_completion(const struct cli_args *args)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	const char *shell = args->operand[0];

	if (!strcmp(shell, "bash")) {
		bash(&out);
	} else if (!strcmp(shell, "zsh")) {
		zsh(&out);
	} else {
		cli_say("completion knows bash and zsh, not \"%s\"", shell);
		return CLI_INVALID;
	}
	return cli_out(&out);
}
