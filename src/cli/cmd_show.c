/* SPDX-License-Identifier: Apache-2.0 */
/* lunward show: a file, or what is there, in canonical form. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/live.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/show_facts.h"

/* The file's own language; of a recorded kernel the one that its engine is configured in, if we can write that. */
static enum lw_format own_language(const struct cli_input *input)
{
	if (input->format != LW_FORMAT_RECORDED)
		return input->format;
	return strcmp(lw_schema_name(input->schema), "scst") ? LW_FORMAT_TREE_JSON
							     : LW_FORMAT_SCST_CONF;
}

static int write_tree(const struct cli_args *args, const struct cli_input *input, char **ret)
{
	enum lw_format format = cli_json(args) ? LW_FORMAT_TREE_JSON : own_language(input);
	bool secrets = cli_has(args, CLI_OPT_SHOW_SECRETS);
	struct lw_error error = LW_ERROR_INIT;
	int r;

	if (format == LW_FORMAT_TREE_JSON)
		return cli_exit_code(
			lw_tree_write_json(input->tree, secrets ? LW_JSON_SECRETS : 0, ret));
	r = lw_format_write(format, input->tree, secrets ? LW_WRITE_SECRETS : 0, ret, &error);
	if (r < 0 && r != -ENOMEM)
		cli_say("%s: %s", input->name, error.message);
	return cli_exit_code(r);
}

static int print_tree(const struct cli_args *args, const struct cli_input *input)
{
	char *text = NULL;
	int r;

	r = write_tree(args, input, &text);
	if (!r)
		r = cli_out_text(text);
	free(text);
	return r;
}

static int show_file(const struct cli_args *args, struct lw_report *report)
{
	struct cli_input input = { 0 };
	int r = cli_load(args, args->operand[0], NULL, report, &input);

	if (!r)
		r = cli_check(&input, report);
	if (r == CLI_INVALID) {
		r = cli_refuse(args, report, r);
	} else if (!r) {
		r = cli_problems_say(args, report);
		if (!r)
			r = print_tree(args, &input);
	}
	lw_tree_free(input.tree);
	return r;
}

/* What is there counts as recorded: it is observed, and in no language yet. */
static int show_live(const struct cli_args *args, struct lw_report *report)
{
	struct cli_input input = { .format = LW_FORMAT_RECORDED };
	struct lw_system *system = NULL;
	int r = cli_system_open(args, "scst", NULL, &system), e;

	if (r)
		return r;
	input.schema = lw_system_schema(system);
	input.name = lw_schema_name(input.schema);
	e = lw_system_read(system, NULL, 0, &input.tree, report);
	if (e < 0)
		r = cli_live_failed(args, report, e);
	else
		r = cli_problems_say(args, report);
	if (!r)
		r = print_tree(args, &input);
	lw_system_close(system);
	lw_tree_free(input.tree);
	return r;
}

/* A place of the engine with a file that is no engine's. */
static int of_one_or_the_other(const struct cli_args *args)
{
	static const enum cli_option_id live[] = { CLI_OPT_ENGINE, CLI_OPT_FACTS, CLI_OPT_ROOT };

	for (size_t i = 0; i < LW_ARRAY_LEN(live); i++)
		if (args->operand_count && cli_has(args, live[i])) {
			cli_say("--%s is about the running engine, and does not go with a FILE",
				cli_options[live[i]].name);
			return CLI_INVALID;
		}
	return CLI_DONE;
}

int cmd_show(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	int r;

	if (!report)
		return cli_memory();
	r = of_one_or_the_other(args);
	if (!r && cli_has(args, CLI_OPT_FACTS))
		r = cli_show_facts(args, report);
	else if (!r)
		r = args->operand_count ? show_file(args, report) : show_live(args, report);
	lw_report_free(report);
	return r;
}
