/* SPDX-License-Identifier: Apache-2.0 */
/* Plans carried out, and told in the words that scripts know. */
#ifndef LW_CLI_SCSTADMIN_CARRY_H
#define LW_CLI_SCSTADMIN_CARRY_H

#include "cli/scstadmin/object.h"

/* Appends how history calls an operation: what was asked for, of what, and where. */
void front_command(const struct front *front, int option, const char *name, struct lw_str *out);

/*
 * Carries out a plan, or with -debug prints what it writes. 0; -errno: the reasons are in @report. @want: as for lw_apply().
 */
int front_apply(const struct front *front, const struct lw_tree *want, struct lw_plan *plan,
		const char *command, struct lw_report *report);

/* Whether something goes away by it, or is closed for a moment. */
bool front_takes_away(struct lw_plan *plan);

/* What the user calls a change: not what only orders, or happens by itself. */
bool front_is_change(const struct lw_op_view *op);

/* Says what an operation does, without an end of line. */
void front_op_text(struct lw_plan *plan, const struct lw_op_view *op, struct lw_str *out);

/* What its words name; @value keeps the value. Returns what kind of object it is about. */
enum front_object front_op_names(struct lw_plan *plan, const struct lw_op_view *op,
				 struct lw_str *value, struct front_names *ret);

/* The number for its failure; why it failed is in @report. */
int front_op_code(struct lw_plan *plan, const struct lw_op_view *op,
		  const struct lw_report *report);

/* The number for an object that could not be made. @path: of it, NULL for whatever the report is about. */
int front_add_code(enum front_object object, const struct lw_report *report, const char *path);

/* With -debug: a write that is not made. */
void front_say_write(const struct front *front, const char *path, const char *text);

#endif
