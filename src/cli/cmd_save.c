/* SPDX-License-Identifier: Apache-2.0 */
/* lunward save: the running state as a configuration. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

static int text_of(const struct cli_args *args, const struct lw_tree *tree, char **ret)
{
	struct lw_error error = LW_ERROR_INIT;
	int r;

	if (cli_json(args))
		return cli_exit_code(lw_tree_write_json(tree, LW_JSON_SECRETS, ret));
	r = lw_format_write(LW_FORMAT_SCST_CONF, tree, LW_WRITE_SECRETS, ret, &error);
	if (r < 0)
		cli_say("%s", error.message);
	return r < 0 ? CLI_FAILED : CLI_DONE;
}

static int save(const struct cli_args *args, struct lw_system *system, struct lw_report *report)
{
	struct lw_tree *tree = NULL;
	char *text = NULL;
	unsigned flags = cli_has(args, CLI_OPT_ALL) ? LW_SAVED_ALL : 0;
	int r = lw_system_saved(system, flags, &tree, report);

	if (r < 0)
		return cli_live_failed(args, report, r);
	cli_problems_say(args, report);
	r = text_of(args, tree, &text);
	if (!r)
		r = args->operand_count ? cli_file_replace(args->operand[0], text)
					: cli_out_text(text);
	free(text);
	lw_tree_free(tree);
	return r;
}

int cmd_save(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_system *system = NULL;
	int r = report ? cli_system_open(args, "scst", NULL, &system) : cli_memory();

	if (!r)
		r = save(args, system, report);
	lw_system_close(system);
	lw_report_free(report);
	return r;
}
