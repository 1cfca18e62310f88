/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Languages: text to tree and back, for who takes what a user gives. Nothing here opens a file; values in, values out.
 */
#ifndef LUNWARD_FORMAT_H
#define LUNWARD_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "lunward/error.h"
#include "lunward/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The languages. A recorded kernel tree is told apart here, but read by an engine: lw_recorded_read() of engine.h. */
enum lw_format {
	LW_FORMAT_UNKNOWN,
	LW_FORMAT_SCST_CONF, /* scst.conf */
	LW_FORMAT_TREE_JSON, /* a tree as JSON */
	LW_FORMAT_RECORDED,  /* a recorded kernel tree: mode TAB type TAB path TAB content */
	LW_FORMAT_COUNT_
};

/** lw_format_name() - "scst.conf", "tree", "recorded"; "unknown" for anything else. Since 0.1. */
LW_PUBLIC const char *lw_format_name(enum lw_format format);

/** lw_format_find() - the format of that name; LW_FORMAT_UNKNOWN if there is none. Since 0.1. */
LW_PUBLIC enum lw_format lw_format_find(const char *name);

/** lw_format_guess() - tell a text's format by its content; an empty text is an empty scst.conf. Since 0.1. */
LW_PUBLIC enum lw_format lw_format_guess(const char *text, size_t len);

/**
 * lw_format_read() - the tree that a text describes: as written, references resolved, not yet canonical.
 * @format: which language; LW_FORMAT_UNKNOWN guesses. LW_FORMAT_RECORDED gives -ENOTSUP (see engine.h)
 * @name:   of the text (a file's name), for messages and places
 * @share:  a tree whose texts to share, or NULL
 * @report: gets every mistake and warning, with line and column
 *
 * Returns 0; -EINVAL when an error was reported (@ret is untouched); -ENOMEM; -E2BIG for more than LW_FORMAT_MAX bytes.
 * Since 0.1.
 */
LW_PUBLIC int lw_format_read(enum lw_format format, const char *name, const char *text, size_t len,
			     const struct lw_tree *share, struct lw_tree **ret,
			     struct lw_report *report);
#define LW_FORMAT_MAX ((size_t)1 << 30)

/** For lw_format_write(), whatever the language. */
enum lw_write_flags {
	/* Secrets in clear; else masked, and the text is not meant to be read again. */
	LW_WRITE_SECRETS = 1
};

/**
 * lw_format_write() - a tree as text in canonical form: lw_format_read() of it (secrets included) gives an equal tree, and
 * writing that one gives the same bytes.
 * @ret: a new string, to be freed
 * Returns 0; -ENOMEM; -ENOTSUP when the language cannot hold the tree's vocabulary. Since 0.1.
 */
LW_PUBLIC int lw_format_write(enum lw_format format, const struct lw_tree *tree, unsigned flags,
			      char **ret, struct lw_error *err);

#ifdef __cplusplus
}
#endif
#endif
