/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/tell.h"

#include <errno.h>

#include "base/fail.h"

static struct lw_problem problem_of(const struct lw_error *error)
{
	struct lw_problem problem = LW_PROBLEM_INIT;

	problem.code = error->code;
	problem.message = error->message;
	problem.object = error->object[0] ? error->object : NULL;
	problem.hint = error->hint[0] ? error->hint : NULL;
	return problem;
}

void lw_tell(struct lw_report *report, const struct lw_error *error)
{
	const struct lw_problem problem = problem_of(error);

	lw_report_add(report, &problem);
}

void lw_tell_all(struct lw_report *report, const struct lw_report *from)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(from, n)); n++)
		lw_report_add(report, problem);
}

int lw_tell_memory(struct lw_report *report, size_t before, int r)
{
	struct lw_error error = LW_ERROR_INIT;

	if (r != -ENOMEM || lw_report_count(report, LW_ERROR) > before)
		return r;
	lw_error_memory(&error);
	lw_tell(report, &error);
	return r;
}

static void tell_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		    struct lw_problem problem)
{
	struct lw_op_view view = LW_OP_VIEW_INIT;

	if (lw_plan_op(plan, op, &view) == 0) {
		problem.object = view.path;
		problem.file = view.where.line ? view.where.file : NULL;
		problem.line = view.where.line;
		problem.column = view.where.column;
	}
	lw_report_add(report, &problem);
}

void lw_tell_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		const struct lw_error *error)
{
	tell_op(report, plan, op, problem_of(error));
}

void lw_warn_op(struct lw_report *report, struct lw_plan *plan, uint32_t op,
		const struct lw_error *error)
{
	struct lw_problem problem = problem_of(error);

	problem.severity = LW_WARNING;
	tell_op(report, plan, op, problem);
}
