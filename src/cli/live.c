/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/live.h"

#include <errno.h>
#include <string.h>

#include "base/num.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "model/merge/merge.h"

static int fail_json(const struct cli_args *args, const struct lw_error *error, int code)
{
	const struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = error->code,
		.object = error->object[0] ? error->object : NULL,
		.message = error->message,
		.hint = error->hint[0] ? error->hint : NULL,
	};
	struct lw_report *report = lw_report_new();
	int r;

	if (!report)
		return cli_memory();
	lw_report_add(report, &problem);
	r = cli_refuse(args, report, code);
	lw_report_free(report);
	return r;
}

int cli_fail(const struct cli_args *args, const struct lw_error *error, int code)
{
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	if (cli_json(args))
		return fail_json(args, error, code);
	cli_say("%s", error->message);
	if (!error->hint[0])
		return code;
	lw_str_addf(&hint, "  hint: %s\n", error->hint);
	cli_say_lines(&hint);
	return code;
}

struct lw_system_options cli_system_options(const struct cli_args *args, const char *engine)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;

	options.engine = args->value[CLI_OPT_ENGINE] ? args->value[CLI_OPT_ENGINE] : engine;
	options.root = args->value[CLI_OPT_ROOT];
	options.state = args->value[CLI_OPT_STATE];
	options.log = cli_log;
	options.log_level = cli_log_level(args);
	return options;
}

/* ---- an apply that waited to be confirmed, and died */

void cli_pending_add(uint64_t id, struct lw_str *out)
{
	lw_str_addf(out,
		    "apply %llu waited to be confirmed, but its program is gone: what it did is in "
		    "force\n  hint: lunward rollback %llu undoes it; lunward confirm ends this "
		    "message\n",
		    (unsigned long long)id, (unsigned long long)id);
}

/* Which state folder belongs to another place of the engine, only its user knows. */
static bool knows_state(const struct cli_args *args)
{
	return !cli_has(args, CLI_OPT_ROOT) ||
	       cli_option_of(&cli_options[CLI_OPT_STATE], args->command);
}

static void say_pending(const struct cli_args *args, struct lw_system *system)
{
	LW_AUTO_STR struct lw_str lines = LW_STR_INIT;
	bool waiting = false;
	uint64_t id;

	if (args->command == CLI_CONFIRM || !knows_state(args))
		return;
	id = lw_system_pending(system, &waiting);
	if (!id || waiting)
		return;
	lw_str_add(&lines, "lunward: ");
	cli_pending_add(id, &lines);
	cli_say_lines(&lines);
}

static int open_system(const struct cli_args *args, const struct lw_system_options *options,
		       struct lw_system **ret)
{
	struct lw_error error = LW_ERROR_INIT;
	int r = lw_system_open(options, ret, &error);

	if (r < 0)
		return cli_fail(args, &error,
				r == -ENODEV   ? CLI_ABSENT
				: r == -EINVAL ? CLI_INVALID
					       : CLI_FAILED);
	say_pending(args, *ret);
	return CLI_DONE;
}

int cli_system_open(const struct cli_args *args, const char *engine, const struct lw_tree *load,
		    struct lw_system **ret)
{
	struct lw_system_options options = cli_system_options(args, engine);

	options.load = load;
	return open_system(args, &options, ret);
}

int cli_system_open_for(const struct cli_args *args, const struct cli_input *want, bool load,
			struct lw_system **ret)
{
	struct lw_system_options options = cli_system_options(args, lw_schema_name(want->schema));
	struct lw_merge_options merge = cli_merge_options(args);
	struct lw_tree *needed = NULL;
	int r;

	if (lw_merge_needed(want->tree, &merge, &needed) < 0)
		return cli_memory();
	options.load = needed;
	options.load_none = !load;
	r = open_system(args, &options, ret);
	lw_tree_free(needed);
	return r;
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
	return cli_fail(args, &error, r == -EBUSY ? CLI_LOCKED : CLI_FAILED);
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
