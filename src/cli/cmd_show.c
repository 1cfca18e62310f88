/* SPDX-License-Identifier: Apache-2.0 */
/* lunward show: a file in canonical form. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/load.h"
#include "cli/output.h"
#include "cli/problem.h"

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

int cmd_show(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct cli_input input = { 0 };
	int r;

	if (!report)
		return cli_memory();
	r = cli_load(args, args->operand[0], NULL, report, &input);
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
	lw_report_free(report);
	return r;
}
