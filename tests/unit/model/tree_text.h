/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Trees as short texts, so that a test is two texts and what shall come of them. One node a line:
 *
 *	targets/t enabled=1 user+='alice secret' portal~ alias!
 *	targets/t/luns/0 -> boxes/b/a
 *
 * NAME=VALUE sets, NAME+=VALUE adds one of several, NAME~ is DEFAULT, NAME! is ABSENT, -> refers; '...' holds blanks.
 * Parents without attributes need no line. A line "#full PATH" makes a node's depth FULL; "#ended PATH" takes it out
 * again.
 */
#ifndef TREE_TEXT_H
#define TREE_TEXT_H

#include "lunward/tree.h"

/* A tree of the schema; fails the test on a mistake. References are resolved. @share may be NULL. */
struct lw_tree *tree_text_make(const struct lw_schema *schema, const struct lw_tree *share,
			       const char *text);

/* The same text of a tree; nodes that were not declared end in "(kept)", "(reference)", "(hardware)", "(observed)". */
char *tree_text_dump(const struct lw_tree *tree);

/* Fails the test, showing both, when the tree's text differs. */
void tree_text_expect(const struct lw_tree *tree, const char *text);

/* All messages of a report, one a line: "severity: message". */
char *tree_text_report(const struct lw_report *report);

#endif
