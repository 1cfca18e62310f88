/* SPDX-License-Identifier: Apache-2.0 */
/* -config, -check_config, -clear_config: a file checked and applied, and everything taken away. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/scstadmin.h"
#include "model/schema/schema.h"

#define USUAL_FILE "/etc/scst.conf"

/* What checking found; CHECK_EMPTY: nothing is to be done, and that is no mistake. */
enum verdict { CHECK_GOOD, CHECK_BAD, CHECK_EMPTY };

struct configuration {
	struct cli_input want;
	struct lw_report *report;
	struct lw_plan *plan;
	bool missing; /* a port that is named is not there */
};

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
	interrupted = 1;
	(void)signal(number, SIG_DFL);
}

static bool stopped(void *arg)
{
	(void)arg;
	return interrupted;
}

/* ---- checking */

static bool names_any(const struct lw_tree *tree, const char *word)
{
	const struct lw_schema *schema = lw_tree_schema(tree);

	for (lw_node c = lw_node_first(tree, lw_tree_root(tree)); c; c = lw_node_next(tree, c)) {
		const char *own = lw_kind(schema, lw_node_kind(tree, c))->word;

		if (own && !strcmp(own, word))
			return true;
	}
	return false;
}

/* The two sections that a configuration has as a rule. Returns the warnings. */
static size_t check_sections(const struct lw_tree *tree)
{
	bool drivers = names_any(tree, "TARGET_DRIVER"), handlers = names_any(tree, "HANDLER");

	if (!drivers)
		front_print(
			"\t-> WARNING: No TARGET_DRIVER section defined. No target drivers will be "
			"configured.\n\n");
	if (!handlers)
		front_print("\t-> WARNING: No HANDLER section defined. Only physical media will be "
			    "configured for targets.\n\n");
	return !drivers + (size_t)!handlers;
}

/* "targets/DRIVER/PORT": what nothing but its hardware can make. */
static bool is_port(const char *path)
{
	const char *second = path && !strncmp(path, "targets/", 8) ? strchr(path + 8, '/') : NULL;

	return second && !strchr(second + 1, '/');
}

static bool lacks_port(const struct lw_report *report)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(report, n)); n++)
		if (problem->code == LW_CODE_PARTIAL && is_port(problem->object))
			return true;
	return false;
}

static int make_plan(struct front *front, struct configuration *c)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	options.no_remove = !front_has(front, FRONT_FORCE);
	return lw_system_plan(front->system, c->want.tree, &options, &c->plan, c->report);
}

static enum verdict check_tree(struct front *front, struct configuration *c)
{
	const struct lw_tree *tree = c->want.tree;
	size_t warnings, errors;
	int r;

	if (!lw_node_first(tree, lw_tree_root(tree)) &&
	    !lw_node_attr_count(tree, lw_tree_root(tree))) {
		front_print("-> WARNING: Configuration is empty or unreadable, aborting.\n\n");
		return CHECK_EMPTY;
	}
	warnings = check_sections(tree);
	r = make_plan(front, c);
	(void)cli_problems_say(&front->args, c->report);
	c->missing = lacks_port(c->report);
	errors = lw_report_count(c->report, LW_ERROR) + c->missing;
	if (warnings == 2) {
		front_print("FATAL: No target drivers or handlers defined, aborting!\n");
		errors++;
	}
	if (errors || r < 0) {
		front_print("\t-> Done, %zu errors found.\n", errors ? errors : 1);
		return CHECK_BAD;
	}
	front_print("\t-> Done, %zu warnings found.\n\n",
		    warnings + lw_report_count(c->report, LW_WARNING));
	return CHECK_GOOD;
}

static enum verdict check(struct front *front, const char *file, struct configuration *c)
{
	if (!*file)
		file = USUAL_FILE;
	front_print("-> Checking configuration file '%s' for errors.\n", file);
	if (!cli_load(&front->args, file, NULL, c->report, &c->want))
		return check_tree(front, c);
	(void)cli_problems_say(&front->args, c->report);
	front_print("\t-> Done, %zu errors found.\n", lw_report_count(c->report, LW_ERROR));
	return CHECK_BAD;
}

static void configuration_done(struct configuration *c)
{
	lw_plan_free(c->plan);
	lw_tree_free(c->want.tree);
	lw_report_free(c->report);
}

/* ---- carrying out */

static bool is_change(const struct lw_op_view *op)
{
	return op->verb != LW_FENCE && op->verb != LW_SETTLE && !(op->flags & LW_OP_IMPLIED);
}

static const char *const outcomes[] = {
	[LW_OP_PENDING] = "not begun",
	[LW_OP_DONE] = "done",
	[LW_OP_FAILED] = "failed",
	[LW_OP_SKIPPED] = "not begun",
};

/* One line an operation; returns how many were done. */
static size_t say_operations(struct lw_plan *plan)
{
	size_t done = 0;

	for (size_t n = 0; n < lw_plan_count(plan); n++) {
		struct lw_op_view op = LW_OP_VIEW_INIT;

		if (lw_plan_op(plan, lw_plan_at(plan, n), &op) < 0 || !is_change(&op))
			continue;
		front_print("\t-> %s %s%s%s: %s.\n", lw_verb_name(op.verb), op.path,
			    op.attr ? " " : "", op.attr ? op.attr : "", outcomes[op.state]);
		done += op.state == LW_OP_DONE;
	}
	return done;
}

/*
 * Nothing of a plan without -force takes something away: merge sees to it. Should it ever, the promise counts more than the
 * plan.
 */
bool front_takes_away(struct lw_plan *plan)
{
	for (size_t n = 0; n < lw_plan_count(plan); n++) {
		struct lw_op_view op = LW_OP_VIEW_INIT;

		if (lw_plan_op(plan, lw_plan_at(plan, n), &op) < 0 || op.verb == LW_DELETE ||
		    op.verb == LW_DELVAL || op.verb == LW_REPLACE || op.verb == LW_MOVE ||
		    op.verb == LW_CLOSE)
			return true;
	}
	return false;
}

int front_carry_out(struct front *front, const struct lw_tree *want, struct lw_plan *plan,
		    const char *command, size_t *ret_done)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_report *report = lw_report_new();
	int r;

	*ret_done = 0;
	if (!report)
		return cli_memory();
	options.on_error = LW_ON_ERROR_CONTINUE;
	options.command = command;
	options.stopped = stopped;
	(void)signal(SIGINT, interrupt);
	(void)signal(SIGTERM, interrupt);
	r = lw_plan_changes(plan) ? lw_apply(front->system, want, plan, &options, &outcome, report)
				  : 0;
	(void)signal(SIGINT, SIG_DFL);
	(void)signal(SIGTERM, SIG_DFL);
	*ret_done = say_operations(plan);
	(void)cli_problems_say(&front->args, report);
	lw_report_free(report);
	return r < 0;
}

static int apply(struct front *front, struct configuration *c)
{
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	bool force = front_has(front, FRONT_FORCE);
	size_t done;
	int r;

	lw_str_addf(&command, "scstadmin -config %s%s", c->want.name, force ? " -force" : "");
	if (lw_str_bad(&command))
		return cli_memory();
	front_print("-> Applying configuration.\n");
	if (!force && front_takes_away(c->plan))
		return front_fatal("This would take something away. Use -force to do it.");
	r = front_carry_out(front, c->want.tree, c->plan, lw_str_text(&command), &done);
	if (!force && lw_report_count(c->report, LW_NOTE))
		front_print(
			"\t-> Some things were left as they are. Use -force to remove or replace "
			"them.\n");
	front_print("\t-> Done, %zu change(s) made.\n", done);
	return r;
}

static int config(struct front *front, const char *file, struct configuration *c)
{
	enum verdict verdict = check(front, file, c);
	bool goes_on = c->plan && front_has(front, FRONT_CONT_ON_ERR);
	int r;

	if (verdict == CHECK_EMPTY)
		return 0;
	if (verdict == CHECK_BAD && !goes_on)
		return front_fatal("Configuration has errors, aborting.");
	if (verdict == CHECK_BAD)
		front_print("Configuration has errors; the rest is done all the same.\n");
	if (front_has(front, FRONT_FORCE) && !front_agreed(front))
		return 0;
	r = apply(front, c);
	return verdict == CHECK_BAD && !r ? 1 : r;
}

int front_config(struct front *front, const char *file)
{
	struct configuration c = { .report = lw_report_new() };
	int r = c.report ? cli_system_lock(&front->args, front->system) : cli_memory();

	r = r ? FRONT_FATAL : config(front, file, &c);
	configuration_done(&c);
	return r;
}

int front_check_config(struct front *front, const char *file)
{
	struct configuration c = { .report = lw_report_new() };
	enum verdict verdict = c.report ? check(front, file, &c) : CHECK_BAD;

	configuration_done(&c);
	return verdict == CHECK_BAD ? 1 : 0;
}

/* ---- clearing */

static int clear(struct front *front, struct configuration *c)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	size_t done;
	int r = cli_system_lock(&front->args, front->system);

	if (r)
		return FRONT_FATAL;
	options.prune_all = true;
	r = lw_system_plan(front->system, c->want.tree, &options, &c->plan, c->report);
	if (r < 0) {
		(void)cli_problems_say(&front->args, c->report);
		return front_fatal("The running configuration cannot be cleared.");
	}
	front_print("-> Clearing running configuration.\n");
	r = front_carry_out(front, c->want.tree, c->plan, "scstadmin -clear_config", &done);
	front_print("\t-> Configuration %scleared.\n", r ? "partly " : "");
	return r;
}

int front_clear_config(struct front *front, const char *argument)
{
	struct configuration c = { .report = lw_report_new() };
	int r = 0;

	(void)argument;
	if (!front_agreed(front)) {
		configuration_done(&c);
		return 0;
	}
	c.want.tree = lw_tree_new(lw_system_schema(front->system));
	r = c.report && c.want.tree ? clear(front, &c) : cli_memory();
	configuration_done(&c);
	return r;
}
