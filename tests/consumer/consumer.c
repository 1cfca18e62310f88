/* SPDX-License-Identifier: Apache-2.0 */
/* A program outside the tree, in C: reports a failure by the library's own words. */
#include <stdio.h>
#include <string.h>

#include "inits.h"

int main(void)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_problem problem = LW_PROBLEM_INIT;

	if (!report || !inits())
		return 1;
	problem.severity = LW_WARNING;
	problem.code = LW_CODE_UNKNOWN;
	problem.file = "store.conf";
	problem.line = 3;
	problem.message = "no such attribute";
	lw_report_add(report, &problem);
	if (lw_report_count(report, LW_WARNING) != 1 || lw_report_get(report, 0)->line != 3)
		return 1;
	lw_report_free(report);

	if (lw_error_set(&error, -5, LW_CODE_IO, "cannot read %s", "store.conf") != -5)
		return 1;
	if (strcmp(error.message, "cannot read store.conf") != 0)
		return 1;
	puts(lw_code_name(error.code));
	return 0;
}
