/* SPDX-License-Identifier: Apache-2.0 */
/* From what is there to a configuration that leads there. */
#ifndef LW_MODEL_SAVED_H
#define LW_MODEL_SAVED_H

#include <stdbool.h>

#include "model/tree/tree.h"

/**
 * lw_tree_to_saved() - make an observed tree a declared one, in place.
 * @tree: canonical and resolved
 * @all:  keep also what a fresh object has by itself
 *
 * What is kept of the attributes: what the kernel marks as to be restored, switches, what a new object cannot be made
 * without, and what differs from a fresh object where that is known. What cannot be declared is never kept: facts,
 * sessions, what the kernel decides. Containers that hold nothing go, unless clients could log in to what they hold. What the
 * kernel makes by itself along with another object goes where nobody has arranged it otherwise.
 *
 * Returns 0 or -ENOMEM.
 */
int lw_tree_to_saved(struct lw_tree *tree, bool all);

/** lw_tree_must_be_said() - whether a fresh object would not have the attribute so by itself, as far as that is known. */
bool lw_tree_must_be_said(struct lw_tree *tree, lw_node n, const struct attr *attr);

#endif
