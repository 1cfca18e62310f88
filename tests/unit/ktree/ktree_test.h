/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the room share: cmocka, a directory of their own, and short ways to ask a view. */
#ifndef KTREE_TEST_H
#define KTREE_TEST_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ktree/ktree.h"

/* A directory with a tree in it that looks like a small kernel tree; the path is valid until tree_remove(). */
char *tree_make(void);
void tree_remove(char *root);
/* One more object below it. */
void tree_file(const char *root, const char *path, const char *text, unsigned mode);
void tree_dir(const char *root, const char *path);
void tree_link(const char *root, const char *path, const char *target);

/* The view of a directory. */
struct lw_ktree *tree_open(const char *root);

/* What an access gives, as a text to compare: "value", or the name of the errno in angle brackets: "<ENOENT>". */
char *read_of(struct lw_ktree *kt, const char *path);
char *link_of(struct lw_ktree *kt, const char *path);
char *stat_of(struct lw_ktree *kt, const char *path); /* "0644 f" */
char *list_of(struct lw_ktree *kt, const char *path); /* "a:f b:d", or "" */
void expect_text(char *got, const char *want, const char *file, int line);
#define EXPECT_READ(kt, path, want) expect_text(read_of(kt, path), want, __FILE__, __LINE__)
#define EXPECT_LINK(kt, path, want) expect_text(link_of(kt, path), want, __FILE__, __LINE__)
#define EXPECT_STAT(kt, path, want) expect_text(stat_of(kt, path), want, __FILE__, __LINE__)
#define EXPECT_LIST(kt, path, want) expect_text(list_of(kt, path), want, __FILE__, __LINE__)

/* All that a view answers for a path and what is below it, as lines; the same for two views that agree. */
void walk(struct lw_ktree *kt, const char *path, struct lw_str *out);

#endif
