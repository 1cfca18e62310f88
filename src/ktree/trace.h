/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of a recorded tree, for those who read and write it (this room only). A line is
 *
 *	mode TAB type TAB path TAB content [TAB inode]
 *
 * with \n \t \\ \xNN in path and content; the inode is legal after a line "# inodes". Lines that begin with # are comments.
 * Content that stands for a failure: "!WO:EACCES", "<WO>" (not readable by mode), "<ERR:EIO>" (failed, for a directory its
 * listing). A value that happens to look like that has its first byte escaped.
 */
#ifndef LW_KTREE_TRACE_H
#define LW_KTREE_TRACE_H

#include "base/str.h"

#define TRACE_INODES "# inodes"
#define TRACE_WRITE_ONLY "!WO:EACCES"
#define TRACE_WRITE_ONLY_SHORT "<WO>"
#define TRACE_ERR_HEAD "<ERR:"

/* Appends @text escaped so that it stays in its column. */
void trace_escape(struct lw_str *out, const char *text, size_t len);

/*
 * Appends what an escaped text means. Returns 0, or the position of the first bad escape plus one; @out may be NULL: only
 * looked at.
 */
size_t trace_unescape(struct lw_str *out, const char *text, size_t len);

/* Appends "EIO" for -EIO; a number nobody has a name for as it is. */
void trace_add_errno(struct lw_str *out, int err);

/* The negative errno that a content column stands for; 0: it is a value; 1: it looks like a failure and says no errno. */
int trace_failure(const char *content, size_t len);

#endif
