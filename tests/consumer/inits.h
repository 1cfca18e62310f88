/* SPDX-License-Identifier: Apache-2.0 */
/* Every struct that begins with its size, as its macro makes it: must compile in C and C++ without a warning. */
#include <lunward/apply.h>
#include <lunward/engine.h>
#include <lunward/error.h>
#include <lunward/format.h>
#include <lunward/plan.h>
#include <lunward/schema.h>
#include <lunward/tree.h>

static int inits(void)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_problem problem = LW_PROBLEM_INIT;
	struct lw_attr_info info = LW_ATTR_INFO_INIT;
	struct lw_attr_view attr = LW_ATTR_VIEW_INIT;
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_op_view op = LW_OP_VIEW_INIT;
	struct lw_summary summary = LW_SUMMARY_INIT;
	struct lw_note_view note = LW_NOTE_VIEW_INIT;
	struct lw_system_options system = LW_SYSTEM_OPTIONS_INIT;
	struct lw_apply_options apply = LW_APPLY_OPTIONS_INIT;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_edit edit = LW_EDIT_INIT;
	struct lw_file_view file = LW_FILE_VIEW_INIT;
	struct lw_file_query query = LW_FILE_QUERY_INIT;

	return error.size == sizeof(error) && problem.size == sizeof(problem) &&
	       info.size == sizeof(info) && attr.size == sizeof(attr) &&
	       options.size == sizeof(options) && op.size == sizeof(op) &&
	       summary.size == sizeof(summary) && note.size == sizeof(note) &&
	       system.size == sizeof(system) && apply.size == sizeof(apply) &&
	       outcome.size == sizeof(outcome) && edit.size == sizeof(edit) &&
	       file.size == sizeof(file) && query.size == sizeof(query) && op.cause == LW_NO_OP &&
	       op.sessions == -1;
}
