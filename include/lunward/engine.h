/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is there: the state of a storage engine as a tree, here from a recording of its kernel tree. A running one is read with
 * lw_system_read() (lunward/apply.h).
 *
 * A recording is a text of one line an object: mode TAB type TAB path TAB content, the paths as in the running system
 * ("/sys/kernel/scst_tgt/devices/a"). lw_format_guess() tells it apart from configurations.
 *
 * The tree that comes of it is observed, and known in full: what the kernel has beyond configuration is never deleted by a
 * plan, and ports and modules are there or are not. So it is the @have of lw_merge() and lw_diff() as it is, made canonical
 * and resolved like any other, but without lw_assume_hardware() and lw_tree_check().
 */
#ifndef LUNWARD_ENGINE_H
#define LUNWARD_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "lunward/error.h"
#include "lunward/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How much is read. */
enum lw_read_flags {
	/** Also who is logged in, as nodes; the tree knows its sessions (lw_tree_know_sessions()). */
	LW_READ_SESSIONS = 1 << 0,
	/** Names and references only. Not for recordings. */
	LW_READ_NAMES = 1 << 1,
	/** Also counters, as attributes that nobody can write (LW_FIXED): of what is there, also of sessions that are read. */
	LW_READ_COUNTERS = 1 << 2,
	/** Of sessions, also what was agreed when they logged in. */
	LW_READ_AGREED = 1 << 3
};

/**
 * struct lw_file_view - a file of an object in the engine's own tree, as it stands; start with LW_FILE_VIEW_INIT.
 * @name: its name
 * @text: what it holds, @len bytes; of a link, the last element of where it leads; NULL when it cannot be read
 * @readable, @writable: what its mode says
 * @link: it is a link
 */
struct lw_file_view {
	size_t size;
	const char *name, *text;
	size_t len;
	bool readable, writable, link;
};
#define LW_FILE_VIEW_INIT \
	{ \
		sizeof(struct lw_file_view), NULL, NULL, 0, false, false, false \
	}

/**
 * struct lw_file_query - which files of an object are to be shown; start with LW_FILE_QUERY_INIT.
 * @tree, @node: the object
 * @below: folder below the object ("luns"), NULL for its own
 * @only: the one file of this name; NULL: all, links among them
 * @give: takes one after the other, the view and its texts borrowed; a negative value stops and is returned
 */
struct lw_file_query {
	size_t size;
	const struct lw_tree *tree;
	lw_node node;
	const char *below, *only;
	int (*give)(void *arg, const struct lw_file_view *file);
	void *arg;
};
#define LW_FILE_QUERY_INIT \
	{ \
		sizeof(struct lw_file_query), NULL, 0, NULL, NULL, NULL, NULL \
	}

/**
 * lw_recorded_read() - the tree that a recorded kernel tree shows.
 * @name:   of the text (a file's name), for messages
 * @flags:  enum lw_read_flags
 * @share:  a tree whose texts to share, or NULL
 * @ret:    a new tree; untouched on failure
 * @report: what was wrong, and what was left out because it cannot be; may be NULL
 *
 * The paths in the text tell whose tree it is. Returns 0; -EINVAL for what is no recording; -EOPNOTSUPP for one of an engine
 * that cannot be read yet; -ENOMEM; or what the recording says of a failed access. Since 0.1.
 */
LW_PUBLIC int lw_recorded_read(const char *name, const char *text, size_t len, unsigned flags,
			       const struct lw_tree *share, struct lw_tree **ret,
			       struct lw_report *report);

#ifdef __cplusplus
}
#endif
#endif
