/* SPDX-License-Identifier: Apache-2.0 */
/* -config, -check_config, -clear_config: a file checked and applied, and everything taken away. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/carry.h"
#include "cli/scstadmin/check.h"

#define USUAL_FILE "/etc/scst.conf"

#define CANNOT_OPEN 2 /* in words */

/* What checking found; CHECK_EMPTY: nothing is to be done, and that is no mistake. CHECK_FATAL: the end, and it is said. */
enum verdict { CHECK_GOOD, CHECK_BAD, CHECK_EMPTY, CHECK_FATAL };

struct configuration {
	struct cli_input want;
	struct lw_report *report;
	struct lw_plan *plan;
	const char *no_driver; /* as in struct front_check */
};

/* ---- checking */

static int make_plan(struct front *front, struct configuration *c)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;

	options.no_remove = !front_has(front, FRONT_FORCE);
	return lw_system_plan(front->system, c->want.tree, &options, &c->plan, c->report);
}

static enum verdict check_tree(struct front *front, struct configuration *c)
{
	const struct lw_tree *tree = c->want.tree;
	struct front_check check = { .want = c->want.tree };
	size_t told;
	int r;

	if (!lw_node_first(tree, lw_tree_root(tree)) &&
	    !lw_node_attr_count(tree, lw_tree_root(tree))) {
		front_print("-> WARNING: Configuration is empty or unreadable, aborting.\n\n");
		return CHECK_EMPTY;
	}
	front_check_names(front, &check);
	c->no_driver = check.no_driver;
	r = make_plan(front, c);
	(void)cli_problems_say(&front->args, c->report);
	told = lw_report_count(c->report, LW_ERROR);
	check.errors += told > check.doubled ? told - check.doubled : 0;
	check.errors += r < 0 && !check.errors;
	if (check.errors) {
		front_print("\t-> Done, %zu errors found.\n", check.errors);
		return CHECK_BAD;
	}
	front_print("\t-> Done, %zu warnings found.\n\n", check.warnings);
	return CHECK_GOOD;
}

static enum verdict cannot_open(const char *file)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "Unable to open configuration file '%s': %s", file, strerror(errno));
	front_fatal(lw_str_text(&text));
	return CHECK_FATAL;
}

static enum verdict check(struct front *front, const char *file, struct configuration *c)
{
	if (!*file)
		file = USUAL_FILE;
	front_print("-> Checking configuration file '%s' for errors.\n", file);
	if (access(file, R_OK) < 0)
		return cannot_open(file);
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

static void say_lacked(struct lw_plan *plan, const struct lw_op_view *op)
{
	struct front_names names = { { NULL } };
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	enum front_object object = front_op_names(plan, op, &value, &names);

	if (object == FRONT_OBJECT_COUNT_)
		return;
	front_print("\t-> WARNING: ");
	front_print_filled(front_objects[object].lacks, &names);
	front_print("\n\n");
}

/* One line an operation, and the words for its failure below; returns how many were done. */
static size_t say_operations(struct lw_plan *plan, const struct lw_report *report)
{
	size_t done = 0;

	for (size_t n = 0; n < lw_plan_count(plan); n++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_op_view op = LW_OP_VIEW_INIT;

		if (lw_plan_op(plan, lw_plan_at(plan, n), &op) < 0 || !front_is_change(&op) ||
		    op.state == LW_OP_PENDING || op.state == LW_OP_SKIPPED)
			continue;
		if (op.flags & LW_OP_LACKED) {
			say_lacked(plan, &op);
			continue;
		}
		front_op_text(plan, &op, &text);
		front_print("\t-> %s: done.\n", lw_str_text(&text));
		if (op.state == LW_OP_FAILED)
			front_print("%s\n", front_error_text(front_op_code(plan, &op, report)));
		done += op.state == LW_OP_DONE;
	}
	return done;
}

static int carry_out(struct front *front, const struct lw_tree *want, struct lw_plan *plan,
		     const char *command, size_t *ret_done)
{
	struct lw_report *report = lw_report_new();
	int r = report ? front_apply(front, want, plan, command, report) : cli_memory();

	*ret_done = say_operations(plan, report);
	(void)cli_problems_say(&front->args, report);
	lw_report_free(report);
	return r != 0;
}

/* A device whose file is not there: what is said when the kernel finds that out. True when there is one, and that counts. */
static bool say_left_out(const struct front *front, const struct configuration *c)
{
	const struct lw_problem *problem;
	bool any = false;

	for (size_t n = 0; (problem = lw_report_get(c->report, n)); n++) {
		lw_node device = problem->code == LW_CODE_PARTIAL && problem->object
					 ? lw_tree_find_path(c->want.tree, problem->object)
					 : 0;
		struct front_names names = { { NULL } };

		if (!device || front_object_of(c->want.tree, device) != FRONT_OBJECT_DEVICE)
			continue;
		front_name_node(c->want.tree, device, &names);
		front_print("\t-> ");
		front_print_filled(front_objects[FRONT_OBJECT_DEVICE].add, &names);
		front_print(": done.\n%s\n", front_error_text(CANNOT_OPEN));
		any = true;
	}
	return any && !front_has(front, FRONT_CONT_ON_ERR);
}

/* A driver that is not there: what is said, and that it ends here unless all the rest shall be done. */
static int check_drivers(const struct front *front, const struct configuration *c)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (!c->no_driver)
		return 0;
	lw_str_addf(&text, "Target driver '%s' is not loaded or available.", c->no_driver);
	if (!front_has(front, FRONT_CONT_ON_ERR))
		return front_fatal(lw_str_text(&text));
	front_print("%s\n", lw_str_text(&text));
	return 0;
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
	if (check_drivers(front, c) == FRONT_FATAL)
		return FRONT_FATAL;
	if (!force && front_takes_away(c->plan))
		return front_fatal("This would take something away. Use -force to do it.");
	if (!force && lw_report_count(c->report, LW_NOTE))
		front_say_left(front, c->want.tree);
	r = carry_out(front, c->want.tree, c->plan, lw_str_text(&command), &done);
	r = say_left_out(front, c) ? 1 : r;
	front_print("\t-> Done, %zu change(s) made.\n", done);
	if (done && front_lip(front, NULL, NULL))
		r = 1;
	return r;
}

static int config(struct front *front, const char *file, struct configuration *c)
{
	enum verdict verdict = check(front, file, c);
	bool goes_on = c->plan && front_has(front, FRONT_CONT_ON_ERR);
	int r;

	if (verdict == CHECK_EMPTY || verdict == CHECK_FATAL)
		return verdict == CHECK_FATAL ? FRONT_FATAL : FRONT_OVER;
	if (verdict == CHECK_BAD && !goes_on)
		return front_fatal("Configuration has errors, aborting.");
	if (verdict == CHECK_BAD)
		front_print(
			"Configuration has errors, aborting.\n"); /* which -cont_on_err forbids */
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
	if (verdict == CHECK_EMPTY)
		return FRONT_OVER;
	return verdict == CHECK_FATAL ? FRONT_FATAL : verdict == CHECK_BAD;
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
	r = carry_out(front, c->want.tree, c->plan, "scstadmin -clear_config", &done);
	front_print("\t-> Configuration %scleared.\n", r ? "partly " : "");
	return r ? r : front_lip(front, NULL, NULL);
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
