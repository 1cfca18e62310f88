/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An operation of a plan in SCST's own words: which file gets which text. Pure: nothing is asked, nothing is written, so that
 * the words can be shown before, and tested without a kernel. What can only be known while working (which number
 * copy_manager chose, whose sessions are in the way) is execute.c's.
 */
#ifndef LW_ENGINE_SCST_COMMAND_H
#define LW_ENGINE_SCST_COMMAND_H

#include "engine/engine.h"
#include "model/plan/plan.h"

/* What pauses all I/O, letting running commands drain so many seconds; and what takes one pause away. */
#define SCST_USUAL_DRAIN "30"
#define SCST_RESUME "-1"

/* Appends where the object of a node is, below SCST's root. */
void scst_path(const struct lw_tree *tree, lw_node node, struct lw_str *out);

/* Appends the file that objects like this node are made and deleted through. */
void scst_mgmt_path(const struct lw_tree *tree, lw_node node, struct lw_str *out);

/*
 * What this kernel takes, for words that depend on it: whether the mgmt file offers a parameter, 1, 0 or a negative errno.
 * What it does not offer is written to the new object's own file.
 */
struct scst_dialect {
	int (*offers)(void *arg, const char *mgmt, const char *name, struct lw_error *error);
	void *arg;
};

/* Whether the swap of a unit is made while all I/O is paused: somebody uses it. */
bool scst_swap_pauses(const struct op *op);

/* The commands of an operation, for a kernel that offers everything when @dialect is NULL. */
int scst_say(struct lw_plan *plan, uint32_t op, const struct scst_dialect *dialect,
	     const struct lw_command_sink *sink, struct lw_error *error);

/* As lw_engine.commands. */
int scst_commands(struct lw_plan *plan, uint32_t op, const struct lw_command_sink *sink,
		  struct lw_error *error);

#endif
