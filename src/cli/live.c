/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/live.h"

#include <errno.h>
#include <string.h>

#include "base/num.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/problem.h"

void cli_say_error(const struct lw_error *error)
{
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	cli_say("%s", error->message);
	if (!error->hint[0])
		return;
	lw_str_addf(&hint, "  hint: %s\n", error->hint);
	cli_say_lines(&hint);
}

int cli_system_open(const struct cli_args *args, const char *engine, const struct lw_tree *load,
		    struct lw_system **ret)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct lw_error error = LW_ERROR_INIT;
	int r;

	options.engine = args->value[CLI_OPT_ENGINE] ? args->value[CLI_OPT_ENGINE] : engine;
	options.root = args->value[CLI_OPT_ROOT];
	options.load = load;
	options.state = args->value[CLI_OPT_STATE];
	options.log = cli_log;
	options.log_level = cli_log_level(args);
	r = lw_system_open(&options, ret, &error);
	if (r >= 0)
		return CLI_DONE;
	cli_say_error(&error);
	return r == -ENODEV ? CLI_ABSENT : r == -EINVAL ? CLI_INVALID : CLI_FAILED;
}

bool cli_seconds(const struct cli_args *args, enum cli_option_id option, unsigned usual,
		 unsigned *ret)
{
	const char *text = args->value[option];
	uint64_t number = usual;

	if (text && (!lw_parse_u64(text, strlen(text), LW_NUM_DEC, &number) || number > 86400)) {
		cli_say("--%s: \"%s\" is no number of seconds, at most 86400",
			cli_options[option].name, text);
		return false;
	}
	*ret = (unsigned)number;
	return true;
}

int cli_system_lock(const struct cli_args *args, struct lw_system *system)
{
	struct lw_error error = LW_ERROR_INIT;
	unsigned seconds;
	int r;

	if (!cli_seconds(args, CLI_OPT_WAIT, 0, &seconds))
		return CLI_INVALID;
	r = lw_system_lock(system, seconds, &error);
	if (r >= 0)
		return CLI_DONE;
	cli_say_error(&error);
	return r == -EBUSY ? CLI_LOCKED : CLI_FAILED;
}

int cli_live_failed(const struct cli_args *args, struct lw_report *report, int r)
{
	if (r == -ENOMEM)
		return cli_memory();
	return cli_refuse(args, report, r == -EINVAL || r == -ENOENT ? CLI_INVALID : CLI_FAILED);
}

struct lw_merge_options cli_merge_options(const struct cli_args *args)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	options.prune_all = cli_has(args, CLI_OPT_PRUNE);
	options.full = cli_has(args, CLI_OPT_FULL);
	options.partial = cli_has(args, CLI_OPT_PARTIAL);
	options.keep_attrs = args->list[CLI_OPT_KEEP];
	options.only = args->list[CLI_OPT_ONLY];
	return options;
}
