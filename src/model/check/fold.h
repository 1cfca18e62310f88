/* SPDX-License-Identifier: Apache-2.0 */
/* The half of lw_tree_canon() that merge needs, too. */
#ifndef LW_MODEL_FOLD_H
#define LW_MODEL_FOLD_H

#include "model/tree/tree.h"

/*
 * The kinds' canon hooks alone, for a tree whose values are canonical but whose parts have met only now (a goal: what a LUN
 * shows depends on its device). Returns 0 or -ENOMEM.
 */
int lw_tree_fold(struct lw_tree *tree);

#endif
