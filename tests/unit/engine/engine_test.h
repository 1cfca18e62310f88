/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the room share: cmocka, the recorded trees, and a tree as text. */
#ifndef ENGINE_TEST_H
#define ENGINE_TEST_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/engine.h"
#include "engine/scst/scst.h"
#include "lunward/tree.h"

#define TRACE_ROOT "/sys/kernel/scst_tgt"

/* tests/traces/scst/NAME.txt */
void trace_load(const char *name, struct lw_str *ret);

/* A view of a recorded text; fails the test when the text is none. The text must outlive it. */
struct lw_ktree *trace_open(const struct lw_str *text);

/* The text without the lines whose path begins with @path (below the root), or with them replaced. */
void trace_without(const struct lw_str *text, const char *path, struct lw_str *ret);
void trace_replace(const struct lw_str *text, const char *from, const char *to, struct lw_str *ret);

/* Reads a view; fails the test on an error. @options and @report may be NULL. */
struct lw_tree *tree_read(struct lw_ktree *kt, const struct lw_engine_read_options *options,
			  struct lw_report *report);

/* The tree of a recorded state, nothing reported. */
struct lw_tree *tree_of(const char *name);

/*
 * Below @path: one line an object, indented, "kind name -> path of the referent"; one line an attribute
 * instance, "name=value", with " [key]", or in angle brackets the state of one that has no value. What
 * is absent, and children of the kinds in @but (bits), are left out.
 */
char *tree_text_of(const struct lw_tree *tree, const char *path, uint64_t but);
void expect_tree(const struct lw_tree *tree, const char *path, const char *want, const char *file,
		 int line);
#define EXPECT_TREE(tree, path, want) expect_tree(tree, path, want, __FILE__, __LINE__)

/* An attribute as "value", "<ABSENT>"...; several instances with " | " between. */
void expect_attr(const struct lw_tree *tree, const char *path, const char *attr, const char *want,
		 const char *file, int line);
#define EXPECT_ATTR(tree, path, attr, want) expect_attr(tree, path, attr, want, __FILE__, __LINE__)

/* The problems of a report as "object: message" lines. */
void expect_report(const struct lw_report *report, const char *want, const char *file, int line);
#define EXPECT_REPORT(report, want) expect_report(report, want, __FILE__, __LINE__)

#endif
