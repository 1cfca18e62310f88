/* SPDX-License-Identifier: Apache-2.0 */
/* What is there, and what is in it. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/scstadmin.h"
#include "lunward/engine.h"
#include "model/tree/tree.h"

const struct lw_tree *front_tree(struct front *front)
{
	struct lw_report *report;

	if (front->tree)
		return front->tree;
	report = lw_report_new();
	if (!report || lw_system_read(front->system, NULL, LW_READ_SESSIONS | LW_READ_NAMES,
				      &front->tree, report) < 0) {
		if (report)
			(void)cli_problems_say(&front->args, report);
		front_fatal("The running configuration cannot be read.");
	}
	lw_report_free(report);
	return front->tree;
}

static int by_name(const void *left, const void *right, void *tree)
{
	return strcmp(lw_node_name(tree, *(const lw_node *)left),
		      lw_node_name(tree, *(const lw_node *)right));
}

static int by_number(const void *left, const void *right, void *tree)
{
	const char *a = lw_node_name(tree, *(const lw_node *)left);
	const char *b = lw_node_name(tree, *(const lw_node *)right);
	uint64_t x, y;

	if (lw_parse_u64(a, strlen(a), LW_NUM_DEC, &x) &&
	    lw_parse_u64(b, strlen(b), LW_NUM_DEC, &y))
		return (x > y) - (x < y);
	return strcmp(a, b);
}

bool front_is(const struct lw_tree *tree, lw_node n, const char *word)
{
	const char *own = node_kind(tree, n)->word;

	return own && !strcmp(own, word);
}

lw_node *front_children(const struct lw_tree *tree, lw_node parent, const char *word,
			enum front_order order)
{
	size_t count = 0;
	lw_node *all;

	for (lw_node c = lw_node_first(tree, parent); c; c = lw_node_next(tree, c))
		count += front_is(tree, c, word);
	all = lw_calloc(count + 1, sizeof(*all));
	if (!all)
		return NULL;
	count = 0;
	for (lw_node c = lw_node_first(tree, parent); c; c = lw_node_next(tree, c))
		if (front_is(tree, c, word))
			all[count++] = c;
	qsort_r(all, count, sizeof(*all), order == FRONT_BY_NUMBER ? by_number : by_name,
		(void *)tree);
	return all;
}

lw_node front_child(const struct lw_tree *tree, lw_node parent, const char *word, const char *name)
{
	for (lw_node c = parent && name && *name ? lw_node_first(tree, parent) : 0; c;
	     c = lw_node_next(tree, c))
		if (front_is(tree, c, word) && !strcmp(lw_node_name(tree, c), name))
			return c;
	return 0;
}
