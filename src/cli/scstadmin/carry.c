/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/scstadmin/carry.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/stop.h"
#include "engine/engine.h"
#include "model/plan/plan.h"
#include "model/tree/secret.h"

#define MOVE_FAILED 84
#define REPLACE_FAILED 96

/* ---- -debug */

struct debugging {
	const struct front *front;
	const struct lw_plan *plan;
	uint32_t op;
};

void front_say_write(const struct front *front, const char *path, const char *text)
{
	front_print("DBG(%d): %s%s%s -> %s\n", (int)getpid(), front_root(front), *path ? "/" : "",
		    path, text);
}

static int say_command(void *arg, const char *path, const char *text, size_t len)
{
	const struct debugging *d = arg;
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	lw_command_shown(d->plan, d->op, text, len, false, &shown);
	front_say_write(d->front, path, lw_str_text(&shown));
	return lw_str_bad(&shown) ? -ENOMEM : 0;
}

static int say_plan(const struct front *front, struct lw_plan *plan)
{
	const struct lw_engine *engine = lw_engine_of_schema(lw_tree_schema(plan->goal));
	int r = 0;

	for (size_t n = 0; engine && n < lw_plan_count(plan) && r >= 0; n++) {
		struct debugging d = { front, plan, lw_plan_at(plan, n) };
		const struct lw_command_sink sink = { say_command, &d };

		r = engine->commands(plan, d.op, &sink, NULL);
		if (r >= 0)
			plan->ops[d.op].state = LW_OP_DONE;
	}
	return r;
}

/* ---- carrying out */

int front_apply(const struct front *front, const struct lw_tree *want, struct lw_plan *plan,
		const char *command, struct lw_report *report)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	int r;

	if (!lw_plan_changes(plan))
		return 0;
	if (front_has(front, FRONT_DEBUG))
		return say_plan(front, plan);
	options.on_error = LW_ON_ERROR_CONTINUE;
	options.command = command;
	options.stopped = cli_stopped;
	cli_stop_begin(false);
	r = lw_apply(front->system, want, plan, &options, &outcome, report);
	cli_stop_end();
	return r;
}

/* What is set is in the entry's operations, and may be secret. */
void front_command(const struct front *front, int option, const char *name, struct lw_str *out)
{
	static const enum front_option_id places[] = { FRONT_HANDLER,	FRONT_DEVICE,
						       FRONT_DRIVER,	FRONT_TARGET,
						       FRONT_GROUP,	FRONT_TO,
						       FRONT_DEV_GROUP, FRONT_TGT_GROUP };

	lw_str_addf(out, "scstadmin -%s%s%s", front_options[option].name, *name ? " " : "", name);
	for (size_t i = 0; i < LW_ARRAY_LEN(places); i++)
		if (front_has(front, places[i]))
			lw_str_addf(out, " -%s %s", front_options[places[i]].name,
				    front->value[places[i]]);
}

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

bool front_is_change(const struct lw_op_view *op)
{
	return op->verb != LW_FENCE && op->verb != LW_SETTLE && !(op->flags & LW_OP_IMPLIED);
}

/* ---- words */

static const struct lw_tree *tree_of(const struct lw_plan *plan, const struct lw_op_view *op,
				     lw_node *ret)
{
	bool gone = !op->goal || (op->verb == LW_DELETE && op->have);

	*ret = gone || (op->verb == LW_MOVE && op->have) ? op->have : op->goal;
	return *ret == op->goal && op->goal ? lw_plan_goal(plan) : lw_plan_have(plan);
}

static bool is_switch(const struct lw_op_view *op, enum front_object object)
{
	return op->attr && !strcmp(op->attr, "enabled") &&
	       (object == FRONT_OBJECT_DRIVER || object == FRONT_OBJECT_TARGET);
}

const char *front_switch_text(enum front_object object, bool on)
{
	if (object == FRONT_OBJECT_DRIVER)
		return on ? "Enabling driver '{driver}'" : "Disabling driver '{driver}'";
	return on ? "Enabling driver/target '{driver}/{target}'"
		  : "Disabling driver/target '{driver}/{target}'";
}

static const char *value_text(enum front_object object, enum lw_verb verb)
{
	bool driver = object == FRONT_OBJECT_DRIVER;

	if (verb == LW_ADDVAL)
		return driver ? FRONT_ADDING_DRIVER_VALUE : FRONT_ADDING_TARGET_VALUE;
	return driver ? FRONT_REMOVING_DRIVER_VALUE : FRONT_REMOVING_TARGET_VALUE;
}

static const char *text_of(const struct lw_op_view *op, enum front_object object)
{
	switch (op->verb) {
	case LW_CREATE:
		return front_objects[object].add;
	case LW_DELETE:
		return front_objects[object].remove;
	case LW_ADDVAL:
	case LW_DELVAL:
		if (object == FRONT_OBJECT_DRIVER || object == FRONT_OBJECT_TARGET)
			return value_text(object, op->verb);
		return front_objects[object].set;
	case LW_REPLACE:
		return FRONT_REPLACING;
	case LW_MOVE:
		return FRONT_MOVING;
	case LW_CLOSE:
	case LW_OPEN:
		return front_switch_text(object, op->verb == LW_OPEN);
	default:
		if (is_switch(op, object))
			return front_switch_text(object, op->new_ && strcmp(op->new_, "0") != 0);
		return front_objects[object].set;
	}
}

/* A value as it may be seen. */
static void show_value(const struct lw_op_view *op, const struct lw_tree *tree, struct lw_str *out)
{
	const struct lw_kind_spec *kind = lw_kind(lw_tree_schema(tree), op->kind_number);
	const char *value = op->verb == LW_DELVAL ? op->old : op->new_;
	int def = op->attr ? lw_kind_attr(kind, op->attr, strlen(op->attr)) : -1;

	if (!value)
		return;
	if (op->is_secret)
		lw_secret_mask(def < 0 ? NULL : &kind->attrs[def], value, out);
	else
		lw_str_add(out, value);
}

enum front_object front_op_names(struct lw_plan *plan, const struct lw_op_view *op,
				 struct lw_str *value, struct front_names *ret)
{
	const struct lw_tree *goal = lw_plan_goal(plan), *tree;
	lw_node n;

	tree = tree_of(plan, op, &n);
	show_value(op, tree, value);
	front_name_node(tree, n, ret);
	ret->name[SLOT_ATTR] = op->attr;
	ret->name[SLOT_VALUE] = lw_str_text(value);
	if (op->verb == LW_REPLACE)
		ret->name[SLOT_DEVICE] = op->new_;
	if (op->verb == LW_MOVE)
		ret->name[SLOT_TO] = lw_node_name(goal, lw_node_parent(goal, op->goal));
	return front_object_of(tree, n);
}

void front_op_text(struct lw_plan *plan, const struct lw_op_view *op, struct lw_str *out)
{
	struct front_names names = { { NULL } };
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	enum front_object object = front_op_names(plan, op, &value, &names);
	const char *text = object == FRONT_OBJECT_COUNT_ ? NULL : text_of(op, object);

	if (text)
		front_fill(out, text, &names);
	else
		lw_str_addf(out, "%s %s%s%s", lw_verb_name(op->verb), op->path, op->attr ? " " : "",
			    op->attr ? op->attr : "");
}

int front_add_code(enum front_object object, const struct lw_report *report, const char *path)
{
	const struct front_codes *code = &front_objects[object].code;
	const struct lw_problem *problem;

	for (size_t n = 0; code->add_otherwise && (problem = lw_report_get(report, n)); n++)
		if (problem->severity == LW_ERROR && problem->code != LW_CODE_INVALID &&
		    (!path || (problem->object && !strcmp(problem->object, path))))
			return code->add_otherwise;
	return code->add;
}

int front_op_code(struct lw_plan *plan, const struct lw_op_view *op, const struct lw_report *report)
{
	lw_node n;
	const struct lw_tree *tree = tree_of(plan, op, &n);
	enum front_object object = front_object_of(tree, n);
	const struct front_codes *code;

	if (object == FRONT_OBJECT_COUNT_)
		return 2;
	code = &front_objects[object].code;
	switch (op->verb) {
	case LW_CREATE:
		return front_add_code(object, report, op->path);
	case LW_DELETE:
		return code->remove;
	case LW_MOVE:
		return MOVE_FAILED;
	case LW_REPLACE:
		return REPLACE_FAILED;
	case LW_ADDVAL:
		return code->add_value ? code->add_value : code->set;
	case LW_DELVAL:
		return code->rem_value ? code->rem_value : code->set;
	default:
		return code->set;
	}
}
