/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A storage engine as the rest of lunward sees it: a name, a vocabulary, and a reader that turns the
 * kernel's objects into a tree. It reaches the kernel through the view it is given and in no other
 * way.
 */
#ifndef LW_ENGINE_ENGINE_H
#define LW_ENGINE_ENGINE_H

#include <stddef.h>

#include "ktree/ktree.h"
#include "lunward/tree.h"

enum lw_engine_read_what {
	LW_ENGINE_READ_SESSIONS = 1 << 0, /* also who is logged in, as nodes */
};

/**
 * struct lw_engine_read_options - how much is read.
 * @size:  of this struct
 * @depth: LW_DEPTH_NAME: names and references only; LW_DEPTH_FULL: all that is configuration, too
 * @what:  set of enum lw_engine_read_what
 */
struct lw_engine_read_options {
	size_t size;
	enum lw_depth depth;
	unsigned what;
};
#define LW_ENGINE_READ_OPTIONS_INIT \
	{ \
		sizeof(struct lw_engine_read_options), LW_DEPTH_FULL, 0 \
	}

struct lw_engine {
	size_t size;
	const char *name; /* "scst" */
	const char *root; /* of its tree: "/sys/kernel/scst_tgt" */
	const struct lw_schema *schema;

	/*
	 * Reads what is there into @tree, a new tree of the schema. Objects that vanish meanwhile are
	 * left out. What is impossible (a LUN that is no number) is left out and said in @report (may
	 * be NULL). Any other failure is one of the whole: -errno, @error names the path, and the tree
	 * is of no use. @options may be NULL.
	 */
	int (*read)(struct lw_ktree *kt, const struct lw_engine_read_options *options,
		    struct lw_tree *tree, struct lw_report *report, struct lw_error *error);
};

/** lw_engine_find() - the engine of this name; NULL if there is none. */
const struct lw_engine *lw_engine_find(const char *name);

/**
 * lw_engine_read_recorded() - what a recorded kernel tree says (src/ktree/README.md), read in full.
 * @name:   of the text, for messages
 * @share:  a tree whose texts to share, or NULL
 * @ret:    a new tree; untouched on failure
 * @report: what was wrong and what was left out; may be NULL
 *
 * The paths in the text tell whose tree it is. Returns 0; -EINVAL for what is no recording; -EOPNOTSUPP
 * for one of an engine that cannot be read yet; -ENOMEM; or what the recording says of a failed access.
 */
int lw_engine_read_recorded(const char *name, const char *text, size_t len,
			    const struct lw_tree *share, struct lw_tree **ret,
			    struct lw_report *report);

#endif
