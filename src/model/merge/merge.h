/* SPDX-License-Identifier: Apache-2.0 */
/* Merge, for who keeps a history. */
#ifndef LW_MODEL_MERGE_H
#define LW_MODEL_MERGE_H

#include "lunward/plan.h"

/*
 * lw_merge(), and what counts as declared once the goal is reached: @want, or with the option `only` the selected part of it,
 * and of everything else what @options.last declared. @ret_declared: a new tree; NULL: not asked for.
 */
int lw_merge_declared(const struct lw_tree *want, const struct lw_tree *have,
		      const struct lw_merge_options *options, struct lw_tree **ret_goal,
		      struct lw_tree **ret_declared, struct lw_report *report);

/*
 * What of a configuration an apply with these options could need, whatever is there: all of it, or with the option `only` what
 * is selected and all that could come along. @ret: a new tree that shares the texts. 0 or -ENOMEM.
 */
int lw_merge_needed(const struct lw_tree *want, const struct lw_merge_options *options,
		    struct lw_tree **ret);

#endif
