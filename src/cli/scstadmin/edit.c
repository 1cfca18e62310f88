/* SPDX-License-Identifier: Apache-2.0 */
/* One object made, removed, moved, replaced or emptied: what is there, but for it, is the goal of the plan. */
#include "cli/scstadmin/edit.h"

#include <errno.h>
#include <stdlib.h>

#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/carry.h"

#define NOT_VIRTUAL 31
#define NO_GROUP 60

/* clang-format off */
static const struct front_edit edits[] = {
	{ .option = FRONT_OPEN_DEV, .how = FRONT_MAKE, .object = FRONT_OBJECT_DEVICE },
	{ .option = FRONT_CLOSE_DEV, .how = FRONT_REMOVE, .object = FRONT_OBJECT_DEVICE, .asks = true, .lips = true,
	  .used = "Device '{device}' still in use, aborting. Use -force to override." },
	{ .option = FRONT_ADD_DGRP, .how = FRONT_MAKE, .object = FRONT_OBJECT_DGRP },
	{ .option = FRONT_REM_DGRP, .how = FRONT_REMOVE, .object = FRONT_OBJECT_DGRP,
	  .used = "Device group is still in use, aborting. Use -force to override." },
	{ .option = FRONT_ADD_DGRP_DEV, .how = FRONT_MAKE, .object = FRONT_OBJECT_DGRP_DEVICE },
	{ .option = FRONT_REM_DGRP_DEV, .how = FRONT_REMOVE, .object = FRONT_OBJECT_DGRP_DEVICE,
	  .used = "Device may still be in use, aborting. Use -force to override." },
	{ .option = FRONT_ADD_TGRP, .how = FRONT_MAKE, .object = FRONT_OBJECT_TGRP },
	{ .option = FRONT_REM_TGRP, .how = FRONT_REMOVE, .object = FRONT_OBJECT_TGRP,
	  .used = "Target group is still in use, aborting. Use -force to override." },
	{ .option = FRONT_ADD_TGRP_TGT, .how = FRONT_MAKE, .object = FRONT_OBJECT_TGRP_TARGET },
	{ .option = FRONT_REM_TGRP_TGT, .how = FRONT_REMOVE, .object = FRONT_OBJECT_TGRP_TARGET },
	{ .option = FRONT_ADD_TARGET, .how = FRONT_MAKE, .object = FRONT_OBJECT_TARGET, .numbered = true },
	{ .option = FRONT_REM_TARGET, .how = FRONT_REMOVE, .object = FRONT_OBJECT_TARGET, .numbered = true, .asks = true, .lips = true },
	{ .option = FRONT_ADD_GROUP, .how = FRONT_MAKE, .object = FRONT_OBJECT_GROUP },
	{ .option = FRONT_REM_GROUP, .how = FRONT_REMOVE, .object = FRONT_OBJECT_GROUP, .asks = true,
	  .used = "Group is still in use, aborting. Use -force to override." },
	{ .option = FRONT_ADD_INIT, .how = FRONT_MAKE, .object = FRONT_OBJECT_INITIATOR, .lips = true },
	{ .option = FRONT_REM_INIT, .how = FRONT_REMOVE, .object = FRONT_OBJECT_INITIATOR, .asks = true, .lips = true },
	{ .option = FRONT_MOVE_INIT, .how = FRONT_MOVE, .object = FRONT_OBJECT_INITIATOR, .text = FRONT_MOVING, .fail = 84, .asks = true, .lips = true },
	{ .option = FRONT_CLEAR_INITS, .how = FRONT_EMPTY, .object = FRONT_OBJECT_GROUP, .word = "INITIATOR", .fail = 85, .asks = true, .lips = true,
	  .text = "Removing all initiators driver/target/group '{driver}/{target}/{group}'" },
	{ .option = FRONT_ADD_LUN, .how = FRONT_MAKE, .object = FRONT_OBJECT_LUN, .lips = true },
	{ .option = FRONT_ADD_LUN, .how = FRONT_MAKE, .object = FRONT_OBJECT_GROUP_LUN, .missing = NO_GROUP, .lips = true },
	{ .option = FRONT_REM_LUN, .how = FRONT_REMOVE, .object = FRONT_OBJECT_LUN, .asks = true, .lips = true },
	{ .option = FRONT_REM_LUN, .how = FRONT_REMOVE, .object = FRONT_OBJECT_GROUP_LUN, .asks = true, .lips = true },
	{ .option = FRONT_REPLACE_LUN, .how = FRONT_REPLACE, .object = FRONT_OBJECT_LUN, .text = FRONT_REPLACING, .fail = 96, .asks = true, .lips = true },
	{ .option = FRONT_REPLACE_LUN, .how = FRONT_REPLACE, .object = FRONT_OBJECT_GROUP_LUN, .text = FRONT_REPLACING, .fail = 96, .asks = true, .lips = true },
	{ .option = FRONT_CLEAR_LUNS, .how = FRONT_EMPTY, .object = FRONT_OBJECT_TARGET, .word = "LUN", .fail = 53, .asks = true, .lips = true,
	  .text = "Removing all LUNs from driver/target '{driver}/{target}'" },
	{ .option = FRONT_CLEAR_LUNS, .how = FRONT_EMPTY, .object = FRONT_OBJECT_GROUP, .word = "LUN", .fail = 75, .asks = true, .lips = true,
	  .text = "Removing all LUNs from driver/target/group '{driver}/{target}/{group}'" },
};
/* clang-format on */

/* Those that work on a target or on a group of it have two rows, the one for the group behind. */
static const struct front_edit *edit_of(const struct front *front)
{
	const struct front_edit *edit = edits;

	while ((int)edit->option != front->current)
		edit++;
	if (front_has(front, FRONT_GROUP) && edit + 1 < edits + sizeof(edits) / sizeof(edits[0]) &&
	    edit[1].option == edit->option)
		edit++;
	return edit;
}

/* ---- carrying out */

static int code_of(const struct front_edit *edit, int r, const struct lw_report *report)
{
	const struct front_codes *code = &front_objects[edit->object].code;

	if (edit->fail)
		return edit->fail;
	if (edit->how != FRONT_MAKE)
		return code->remove;
	/* Refused by the library: the kernel would have called it invalid. */
	return r == -EINVAL ? code->add : front_add_code(edit->object, report, NULL);
}

static int carry_out(struct front_editing *e, struct lw_report *report)
{
	const struct front_edit *edit = e->edit;
	const struct lw_edit change = { sizeof(change), front_change, e };
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	struct lw_plan *plan = NULL;
	int r = lw_system_plan_edit(e->front->system, &change, &plan, report);

	front_command(e->front, edit->option, e->name, &command);
	if (r >= 0)
		r = front_apply(e->front, NULL, plan, lw_str_text(&command), report);
	lw_plan_free(plan);
	(void)cli_problems_say(&e->front->args, report);
	return r;
}

static bool is_for_virtual(const struct front_edit *edit)
{
	return edit->object == FRONT_OBJECT_TARGET && edit->how != FRONT_EMPTY;
}

/* The number of what is wrong; 0 when it is done. */
static int run(struct front_editing *e)
{
	struct lw_report *report;
	int r;

	if (e->edit->how == FRONT_MAKE && front_gives_bad(e->front, e->edit->object))
		return front_objects[e->edit->object].code.bad;
	if (is_for_virtual(e->edit) && !front_is_virtual(e->front))
		return NOT_VIRTUAL;
	report = lw_report_new();
	r = report ? carry_out(e, report) : -ENOMEM;
	if (r < 0 && !e->code && !e->elsewhere)
		e->code = code_of(e->edit, r, report);
	lw_report_free(report);
	return e->code;
}

/* ---- telling */

static void say_elsewhere(const struct front_editing *e)
{
	front_print("\t-> Initiator '%s' already belongs to group '%s' for driver/target '%s/%s', "
		    "ignoring.\n",
		    e->name, e->elsewhere, e->front->value[FRONT_DRIVER],
		    e->front->value[FRONT_TARGET]);
}

static void say(const struct front_editing *e)
{
	const struct front_edit *edit = e->edit;
	const struct front_object_row *row = &front_objects[edit->object];
	bool emptied = edit->how == FRONT_EMPTY;
	struct front_names names =
		front_names(e->front, edit->object, emptied ? e->front->value[row->by] : e->name);

	front_print("\t-> ");
	front_print_filled(edit->text		     ? edit->text
			   : edit->how == FRONT_MAKE ? row->add
						     : row->remove,
			   &names);
	front_print(": done.\n");
}

/* What is in use stays, unless it shall go all the same. */
static int refuse_used(const struct front_editing *e)
{
	const struct front_names names = front_names(e->front, e->edit->object, e->name);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	front_fill(&text, e->edit->used, &names);
	return front_fatal(lw_str_text(&text));
}

static int tell(struct front_editing *e, int code)
{
	const struct front_edit *edit = e->edit;
	int r = 0;

	if (e->elsewhere)
		say_elsewhere(e);
	else
		say(e);
	if (code && !edit->numbered && front_outcome(e->front, code) == FRONT_FATAL)
		return FRONT_FATAL;
	if (!code && edit->lips)
		r = front_lip(e->front, e->front->value[FRONT_DRIVER],
			      e->front->value[FRONT_TARGET]);
	front_print("\t-> Done.\n");
	if (!code || !edit->numbered)
		return r;
	front_warn(front_error_text(code));
	return code;
}

int front_edit(struct front *front, const char *argument)
{
	struct front_editing e = { .front = front, .edit = edit_of(front), .name = argument };
	int r = front_begin(front, e.edit->asks);

	if (r)
		return r == FRONT_FATAL ? r : 0;
	if (!front_tree(front))
		return FRONT_FATAL;
	if (e.edit->how == FRONT_EMPTY)
		e.name = front->value[front_objects[e.edit->object].by];
	if (e.edit->used && !front_has(front, FRONT_FORCE) && front_is_used(&e))
		return refuse_used(&e);
	r = tell(&e, run(&e));
	free(e.elsewhere);
	return r;
}
