/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Without -force nothing is taken away or made anew. What would be, is what a plan with -force does: that plan is made, told
 * of, and thrown away.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/carry.h"
#include "cli/scstadmin/check.h"
#include "model/plan/plan.h"

/* Why the operation: it was not asked for otherwise. */
enum why {
	ANY,
	GONE,	/* not declared */
	DIFFERS /* an attribute can only be given to a new one */
};

struct left {
	enum lw_verb verb;
	enum front_object object;
	enum why why;
	const char *text;
};

#define FORCE_TO_REOPEN \
	"\n\t  -> Use -force to re-open device with new attributes. NOTE: This will disrupt all " \
	"initiators using this device."
#define FORCE_TO_ASSIGN \
	"\n\t  -> Use -force to re-assign device with new attributes. NOTE: This will disrupt " \
	"all " \
	"initiators using this device."
#define LUN_GONE "Device '{device}' at LUN '{lun}' is not in configuration for "

/* In this order they are said. */
/* clang-format off */
static const struct left lefts[] = {
	{ LW_DELETE, FRONT_OBJECT_DEVICE, GONE, "Device '{device}' is not in configuration. Use -force to close it." },
	{ LW_DELETE, FRONT_OBJECT_DEVICE, DIFFERS, "Device '{device}' is configured differently." FORCE_TO_REOPEN },
	{ LW_DELETE, FRONT_OBJECT_LUN, GONE, LUN_GONE "driver/target '{driver}/{target}'. Use -force to remove it." },
	{ LW_REPLACE, FRONT_OBJECT_LUN, GONE, LUN_GONE "driver/target '{driver}/{target}'. Use -force to remove it." },
	{ LW_DELETE, FRONT_OBJECT_LUN, DIFFERS,
	  "Assigned device '{device}' in target '{target}' at LUN '{lun}' is configured differently." FORCE_TO_ASSIGN },
	{ LW_REPLACE, FRONT_OBJECT_LUN, DIFFERS,
	  "Assigned device '{device}' in target '{target}' at LUN '{lun}' is configured differently." FORCE_TO_ASSIGN },
	{ LW_DELETE, FRONT_OBJECT_GROUP_LUN, GONE,
	  LUN_GONE "driver/target/group '{driver}/{target}/{group}'. Use -force to remove it." },
	{ LW_REPLACE, FRONT_OBJECT_GROUP_LUN, GONE,
	  LUN_GONE "driver/target/group '{driver}/{target}/{group}'. Use -force to remove it." },
	{ LW_DELETE, FRONT_OBJECT_GROUP_LUN, DIFFERS,
	  "Assigned device '{device}' in group '{group}' at LUN '{lun}' is configured differently." FORCE_TO_ASSIGN },
	{ LW_REPLACE, FRONT_OBJECT_GROUP_LUN, DIFFERS,
	  "Assigned device '{device}' in group '{group}' at LUN '{lun}' is configured differently." FORCE_TO_ASSIGN },
	{ LW_DELETE, FRONT_OBJECT_GROUP, GONE, "Group '{group}' is not in configuration. Use -force to remove." },
	{ LW_DELETE, FRONT_OBJECT_TARGET, GONE,
	  "Virtual target '{target}' for driver '{driver}' is not in configuration. Use -force to remove it." },
	{ LW_DELVAL, FRONT_OBJECT_TARGET, ANY,
	  "Target dynamic attribute '{attr}' with value '{value}' is not in configuration. Use -force to remove it." },
	{ LW_DELETE, FRONT_OBJECT_INITIATOR, GONE,
	  "Initiator '{initiator}' is not in configuration for driver/target/group '{driver}/{target}/{group}'. "
	  "Use -force to remove it." },
	{ LW_MOVE, FRONT_OBJECT_INITIATOR, ANY,
	  "Initiator '{initiator}' is moving to group '{to}' from group '{group}'. Use -force to move it." },
	{ LW_DELVAL, FRONT_OBJECT_DRIVER, ANY,
	  "Driver dynamic attribute '{attr}' with value '{value}' is not in configuration. Use -force to remove it." },
	{ LW_DELETE, FRONT_OBJECT_DGRP, GONE, "Device Group '{dgrp}' is not in configuration. Use -force to remove." },
	{ LW_DELETE, FRONT_OBJECT_DGRP_DEVICE, GONE,
	  "Device '{device}' within device group '{dgrp}' is not in configuration. Use -force to remove." },
	{ LW_DELETE, FRONT_OBJECT_TGRP, GONE, "Target Group '{dgrp}/{tgrp}' is not in configuration. Use -force to remove." },
	{ LW_DELETE, FRONT_OBJECT_TGRP_TARGET, GONE,
	  "Target '{dgrp}/{tgrp}/{target}' is not in configuration. Use -force to remove." },
	{ LW_SETATTR, FRONT_OBJECT_TARGET, ANY,
	  "Driver/target '{driver}/{target}' is enabled but not in configuration. Use -force to disable it." },
};
/* clang-format on */

static enum why why_of(struct lw_plan *plan, const struct lw_op_view *op)
{
	if (op->verb == LW_REPLACE)
		return lw_node_ref(lw_plan_have(plan), op->have) && op->old && op->new_ &&
				       !strcmp(op->old, op->new_)
			       ? DIFFERS
			       : GONE;
	if (op->verb != LW_DELETE)
		return ANY;
	if (op->reason_word && !strcmp(op->reason_word, "attribute"))
		return DIFFERS;
	/* What stands again in the goal is made anew because something else is. */
	return plan->counterpart[op->have] ? ANY : GONE;
}

/* Of switches, only what stays switched off afterwards; what goes has its own words. */
static bool is_left(const struct left *left, struct lw_plan *plan, const struct lw_op_view *op)
{
	if (op->verb != left->verb || op->flags & LW_OP_TEMPORARY || why_of(plan, op) != left->why)
		return false;
	return left->verb != LW_SETATTR ||
	       (op->have && plan->counterpart[op->have] && !strcmp(op->attr, "enabled") &&
		op->new_ && !strcmp(op->new_, "0"));
}

static void say(const struct left *left, const struct front_names *names)
{
	front_print("\t-> ");
	front_print_filled(left->text, names);
	front_print("\n");
}

/* The LUNs of copy_manager come and go by themselves. */
static bool is_copy(const struct front_names *names)
{
	return names->name[SLOT_DRIVER] && !strcmp(names->name[SLOT_DRIVER], "copy_manager");
}

static void say_all(const struct left *left, struct lw_plan *plan)
{
	for (size_t n = 0; n < lw_plan_count(plan); n++) {
		struct lw_op_view op = LW_OP_VIEW_INIT;
		struct front_names names = { { NULL } };
		LW_AUTO_STR struct lw_str value = LW_STR_INIT;

		if (lw_plan_op(plan, lw_plan_at(plan, n), &op) < 0 || !is_left(left, plan, &op) ||
		    front_op_names(plan, &op, &value, &names) != left->object || is_copy(&names))
			continue;
		if (op.verb == LW_REPLACE)
			names.name[SLOT_DEVICE] = op.old;
		say(left, &names);
	}
}

void front_say_left(const struct front *front, const struct lw_tree *want)
{
	struct lw_report *report = lw_report_new();
	struct lw_plan *plan = NULL;

	if (report && lw_system_plan(front->system, want, NULL, &plan, report) >= 0)
		for (size_t i = 0; i < sizeof(lefts) / sizeof(lefts[0]); i++)
			say_all(&lefts[i], plan);
	lw_plan_free(plan);
	lw_report_free(report);
}
