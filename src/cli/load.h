/* SPDX-License-Identifier: Apache-2.0 */
/* From a file's name, or "-", to a tree. */
#ifndef LW_CLI_LOAD_H
#define LW_CLI_LOAD_H

#include <stdbool.h>

#include "cli/option.h"
#include "lunward/format.h"
#include "lunward/tree.h"

struct cli_input {
	const char *name; /* as shown in messages */
	enum lw_format format;
	const struct lw_schema *schema; /* NULL until the text was read */
	struct lw_tree *tree;		/* NULL unless the load succeeded */
};

/**
 * cli_load() - read a file, tell its language, parse it; names and values become canonical, references are resolved.
 * @share:  a tree whose texts to share, or NULL
 * @report: gets everything that is wrong, a file that cannot be read, too
 * @ret:    filled with name and format in any case; free the tree with lw_tree_free()
 *
 * Does not check the tree: whether that makes sense depends on what it is for. Returns CLI_DONE, CLI_INVALID, or CLI_FAILED
 * when memory is short (said already).
 */
int cli_load(const struct cli_args *args, const char *path, const struct lw_tree *share,
	     struct lw_report *report, struct cli_input *ret);

/* cli_check() - lw_tree_check() of what was loaded, as an exit code. A recorded kernel is as it is: nothing is checked. */
int cli_check(const struct cli_input *input, struct lw_report *report);

/* cli_exit_code() - what 0 or a negative errno of the library means for the exit; says it when memory is short. */
int cli_exit_code(int r);

/* cli_is_observed() - the tree shows a machine, live or recorded, and no file: what it does not have is not there. */
bool cli_is_observed(const struct cli_input *input);

/**
 * cli_load_pair() - two trees that are compared, sharing their texts.
 * @report: of either text; the two may be the same
 *
 * Both must have the same vocabulary. Returns as cli_load(); the trees are freed by the caller in any case.
 */
int cli_load_pair(const struct cli_args *args, const char *const path[2],
		  struct lw_report *const report[2], struct cli_input ret[2]);

#endif
