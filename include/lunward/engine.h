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
	/** Also counters, as attributes that nobody can write (LW_FIXED): of what is there, also of sessions that are read. */
	LW_READ_COUNTERS = 1 << 1,
	/** Of sessions, also what was agreed when they logged in. */
	LW_READ_AGREED = 1 << 2
};

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
