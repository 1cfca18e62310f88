/* SPDX-License-Identifier: Apache-2.0 */
#include "many.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

lw_node add(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name, unsigned n)
{
	char text[64];
	lw_node node;

	if (n == NO_NUMBER)
		snprintf(text, sizeof(text), "%s", name);
	else
		snprintf(text, sizeof(text), "%s%u", name, n);
	node = lw_tree_add(tree, parent, kind, text, strlen(text));
	if (!node)
		abort();
	lw_tree_set_depth(tree, node, LW_DEPTH_FULL);
	return node;
}

void set(struct lw_tree *tree, lw_node node, const char *attr, const char *value)
{
	lw_tree_set(tree, node, attr, value, strlen(value), LW_NO_OFFSET);
}
