/* SPDX-License-Identifier: Apache-2.0 */
/* The command line's parser, by rows, and its memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "cli/option.h"

#define WORDS 8

/* argv as the parser wants it: its own array, ended by NULL. */
static int parse(unsigned command, const char *const *words, char **argv, struct cli_args *args,
		 struct lw_str *wrong)
{
	unsigned n = 0;

	for (; words[n]; n++)
		argv[n] = (char *)(uintptr_t)words[n];
	argv[n] = NULL;
	return cli_args_parse(command, argv, args, wrong);
}

static void reads_every_spelling(void **state)
{
	static const char *const rows[][WORDS] = {
		{ "a", "b", "--output=json", "-v" },
		{ "-ojson", "-v", "a", "b" },
		{ "-vo", "json", "a", "b" },
		{ "-vojson", "a", "--", "b" },
		{ "--verbose", "--output", "json", "a", "b" },
		{ "-o", "json", "a", "-v", "b", "-v" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
		struct cli_args args;
		char *argv[WORDS];

		assert_int_equal(parse(CLI_DIFF, rows[i], argv, &args, &wrong), CLI_DONE);
		assert_string_equal(args.value[CLI_OPT_OUTPUT], "json");
		assert_true(cli_has(&args, CLI_OPT_VERBOSE));
		assert_false(cli_has(&args, CLI_OPT_HELP));
		assert_int_equal(args.operand_count, 2);
		assert_string_equal(args.operand[0], "a");
		assert_string_equal(args.operand[1], "b");
		assert_null(args.operand[2]);
		cli_args_done(&args);
	}
}

static void dashes_may_be_operands(void **state)
{
	static const char *const words[] = { "-", "--", "--help", "-v", "--", NULL };
	LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
	struct cli_args args;
	char *argv[WORDS];

	(void)state;
	assert_int_equal(parse(CLI_CHECK, words, argv, &args, &wrong), CLI_DONE);
	assert_int_equal(args.operand_count, 4);
	assert_string_equal(args.operand[0], "-");
	assert_string_equal(args.operand[1], "--help");
	assert_string_equal(args.operand[3], "--");
	cli_args_done(&args);
}

static void says_what_is_wrong(void **state)
{
	static const struct {
		const char *words[4], *want;
	} rows[] = {
		{ { "--form" }, "no such option: --form; did you mean --from?" },
		{ { "--zzzz" }, "no such option: --zzzz" },
		{ { "--strict" }, "no such option: --strict" },
		{ { "-x" }, "no such option: -x" },
		{ { "--from" }, "--from needs its FILE" },
		{ { "-o" }, "--output needs its FORM" },
		{ { "--full=1" }, "--full takes no argument" },
		{ { "--prune", "some" }, "--prune takes all, not \"some\"" },
		{ { "--output=js\n" }, "--output takes text or json, not \"js\\x0a\"" },
		{ { "--from", "a", "--from=b" }, "--from is given twice" },
		{ { "-otext", "--output=text" }, "--output is given twice" },
		{ { "--as=" }, "--as takes scst.conf, tree or recorded, not \"\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
		struct cli_args args;
		char *argv[WORDS];

		assert_int_equal(parse(CLI_PLAN, rows[i].words, argv, &args, &wrong), CLI_INVALID);
		assert_string_equal(lw_str_text(&wrong), rows[i].want);
		cli_args_done(&args);
	}
}

static void keeps_every_repeated_argument(void **state)
{
	static const char *const words[] = { "--keep", "a", "--keep=b", "x", NULL };

	(void)state;
	for (unsigned n = 1;; n++) {
		LW_AUTO_STR struct lw_str wrong = LW_STR_INIT;
		struct cli_args args;
		char *argv[WORDS];
		int r;

		alloc_fault_arm(n);
		r = parse(CLI_PLAN, words, argv, &args, &wrong);
		alloc_fault_disarm();
		if (!alloc_fault_fired()) {
			assert_int_equal(r, CLI_DONE);
			assert_string_equal(args.list[CLI_OPT_KEEP][0], "a");
			assert_string_equal(args.list[CLI_OPT_KEEP][1], "b");
			assert_null(args.list[CLI_OPT_KEEP][2]);
			cli_args_done(&args);
			return;
		}
		assert_int_equal(r, CLI_FAILED);
		cli_args_done(&args);
	}
}

/* Every row can be printed, parsed, completed and explained. */
static void rows_are_complete(void **state)
{
	(void)state;
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		const struct cli_option *option = &cli_options[i];

		assert_non_null(option->name);
		assert_non_null(option->help);
		assert_int_not_equal(option->commands, 0);
		if (option->words || option->file || option->repeat)
			assert_non_null(option->argument);
		for (unsigned j = 0; j < i; j++) {
			assert_string_not_equal(option->name, cli_options[j].name);
			assert_true(!option->letter || option->letter != cli_options[j].letter);
		}
	}
	for (unsigned i = 0; i < CLI_COMMAND_COUNT_; i++) {
		assert_non_null(cli_commands[i].run);
		assert_non_null(cli_commands[i].summary);
		assert_non_null(cli_commands[i].operands);
		assert_non_null(cli_commands[i].help);
		assert_int_equal(cli_commands[i].operand == CLI_OPERAND_WORD,
				 cli_commands[i].words != NULL);
		assert_int_equal(cli_command_find(cli_commands[i].name), (int)i);
		assert_true(cli_option_of(&cli_options[CLI_OPT_HELP], i));
	}
	assert_int_equal(cli_command_find("nothing"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_spelling),
		cmocka_unit_test(dashes_may_be_operands),
		cmocka_unit_test(says_what_is_wrong),
		cmocka_unit_test(keeps_every_repeated_argument),
		cmocka_unit_test(rows_are_complete),
	};

	return cmocka_run_group_tests_name("cli-option", tests, NULL, NULL);
}
