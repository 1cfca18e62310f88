/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <string.h>

#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/pyscstadmin/pyscstadmin.h"

/* What every operation needs. */
struct py {
	struct cli_args args; /* in the words of lunward */
	struct lw_report *report;
	struct cli_input want;
	struct lw_system *system;
};

static void print(const char *format, ...) LW_PRINTF(1, 2);

static void print(const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	(void)cli_out(&text); /* cli_out_close() sees what was lost */
}

static int error(const char *what)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_addf(&line, "Error: %s\n", what);
	(void)cli_say_lines(&line);
	return CLI_FAILED;
}

/* What was said already, and that it ends here. */
static int problems(struct py *py, const char *what)
{
	(void)cli_problems_say(&py->args, py->report);
	return error(what);
}

static int load(struct py *py, const char *file)
{
	return cli_load(&py->args, file, NULL, py->report, &py->want);
}

static int check_config(struct py *py, const char *file)
{
	int r = load(py, file);

	if (!r)
		r = cli_check(&py->want, py->report);
	(void)cli_problems_say(&py->args, py->report);
	print("Configuration file %s %s\n", file, r ? "has errors" : "is valid");
	return r ? CLI_FAILED : CLI_DONE;
}

/* Everything but what is wanted goes; what fails is told, and holds up nothing else. @ret_failed: how much did. */
static int converge(struct py *py, const char *command, size_t *ret_failed)
{
	struct cli_change change = { .system = py->system,
				     .want = py->want.tree,
				     .command = command };
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_report *after = lw_report_new();
	int r;

	options.prune_all = true;
	options.partial = true;
	r = after ? lw_system_plan(py->system, py->want.tree, &options, &change.plan, py->report)
		  : -ENOMEM;
	(void)cli_problems_say(&py->args, py->report);
	if (r >= 0) {
		r = cli_carry_out(&py->args, &change, &outcome, after);
		(void)cli_problems_say(&py->args, after);
	}
	*ret_failed = outcome.failed + outcome.skipped;
	lw_plan_free(change.plan);
	lw_report_free(after);
	if (r == -ECANCELED)
		return error("Operation cancelled");
	/* Objects that could not be had are no failure of the whole; that it could not begin, or has no end, is. */
	if (r < 0 && (!outcome.id || r == -ETIMEDOUT))
		return error("nothing is applied");
	return CLI_DONE;
}

static int begin(struct py *py)
{
	if (cli_system_open(&py->args, "scst", py->want.tree, &py->system))
		return error("SCST is not available");
	return cli_system_lock(&py->args, py->system) ? error("nothing is applied") : CLI_DONE;
}

static int config(struct py *py, const char *file)
{
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	size_t failed;
	int r;

	if (load(py, file))
		return problems(py, "the configuration cannot be read");
	lw_str_addf(&command, "pyscstadmin -config %s", py->want.name);
	r = begin(py);
	if (!r)
		r = converge(py, lw_str_text(&command), &failed);
	if (r)
		return r;
	if (failed)
		print("Configuration from %s applied, but for %zu operations\n", file, failed);
	else
		print("Configuration from %s applied successfully\n", file);
	return CLI_DONE;
}

static int clear_config(struct py *py, const char *argument)
{
	size_t failed = 0;
	int r;

	(void)argument;
	r = begin(py);
	if (r)
		return r;
	py->want.tree = lw_tree_new(lw_system_schema(py->system));
	r = py->want.tree ? converge(py, "pyscstadmin -clear_config", &failed) : cli_memory();
	if (r)
		return r;
	print(failed ? "Configuration partly cleared\n" : "Configuration cleared\n");
	return CLI_DONE;
}

/* The first that is asked for is the one that is done. */
static const struct {
	enum py_option_id option;
	int (*run)(struct py *py, const char *argument);
} operations[] = {
	{ PY_CONFIG, config },
	{ PY_CHECK_CONFIG, check_config },
	{ PY_CLEAR_CONFIG, clear_config },
};

/* Theirs, and ours. */
static const char *const levels[][2] = {
	{ "DEBUG", "debug" },
	{ "INFO", "info" },
	{ "WARNING", "warning" },
	{ "ERROR", "error" },
};

static const char *level_of(const char *asked)
{
	for (size_t i = 0; asked && i < sizeof(levels) / sizeof(*levels); i++)
		if (!strcmp(asked, levels[i][0]))
			return levels[i][1];
	return "warning";
}

static void translate(const struct py_args *from, struct cli_args *ret)
{
	ret->value[CLI_OPT_AS] = "scst.conf";
	ret->value[CLI_OPT_ON_ERROR] = "continue";
	ret->value[CLI_OPT_LOG_LEVEL] = level_of(from->value[PY_LOG_LEVEL]);
	ret->value[CLI_OPT_TIMEOUT] = from->value[PY_TIMEOUT] ? from->value[PY_TIMEOUT] : "60";
	ret->value[CLI_OPT_SUSPEND] = from->value[PY_SUSPEND];
	ret->value[CLI_OPT_ROOT] = from->value[PY_ROOT];
	ret->value[CLI_OPT_STATE] = from->value[PY_STATE];
}

static int run(const struct py_args *args)
{
	struct py py = { .report = lw_report_new() };
	int r = CLI_DONE;

	if (!py.report)
		return cli_memory();
	translate(args, &py.args);
	for (size_t i = 0; i < sizeof(operations) / sizeof(*operations); i++) {
		const char *argument = args->value[operations[i].option];

		if (!argument)
			continue;
		r = operations[i].run(&py, argument);
		break;
	}
	lw_tree_free(py.want.tree);
	lw_system_close(py.system);
	lw_report_free(py.report);
	return r;
}

int py_main(char **argv)
{
	struct py_args args;
	int r = py_parse(argv, &args);

	if (r)
		return r;
	if (args.value[PY_VERSION]) {
		print("pyscstadmin, as lunward " LUNWARD_VERSION "\n");
		return CLI_DONE;
	}
	if (args.value[PY_HELP] || (!args.value[PY_CONFIG] && !args.value[PY_CHECK_CONFIG] &&
				    !args.value[PY_CLEAR_CONFIG]))
		return py_help();
	return run(&args);
}
