/* SPDX-License-Identifier: Apache-2.0 */
/* Trees of many nodes, built in a line or two. Out of memory ends the test. */
#ifndef LW_TESTS_PROPERTY_MANY_H
#define LW_TESTS_PROPERTY_MANY_H

#include <stdint.h>

#include "model/tree/tree.h"

enum { NO_NUMBER = UINT16_MAX << 8 };

/* A node of full depth, named @name and a number. */
lw_node add(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name, unsigned n);
void set(struct lw_tree *tree, lw_node node, const char *attr, const char *value);

#endif
