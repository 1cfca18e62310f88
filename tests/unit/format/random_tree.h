/* SPDX-License-Identifier: Apache-2.0 */
/* Trees of hostile names and values, and whether two trees say the same. */
#ifndef RANDOM_TREE_H
#define RANDOM_TREE_H

#include "format_test.h"

/* A tree that scst.conf can hold; with few nodes, as many shapes matter more than large ones. */
struct lw_tree *random_tree(uint64_t *state);

/* Fails unless both trees have the same nodes, attributes, references, and order where order counts. */
void assert_trees_equal(const struct lw_tree *a, const struct lw_tree *b);

#endif
