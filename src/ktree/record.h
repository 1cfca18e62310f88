/* SPDX-License-Identifier: Apache-2.0 */
/* What a recording view has seen (this room only): record.c collects, record_text.c tells. */
#ifndef LW_KTREE_RECORD_H
#define LW_KTREE_RECORD_H

#include "base/arena.h"
#include "ktree/ktree.h"

/* One thing seen of a path. In the end the sightings of a path are laid over each other in their order. */
struct seen {
	const char *path;
	const char *content; /* escaped; NULL: not asked, or failed */
	uint64_t ino;
	uint32_t path_len, order;
	uint32_t mode;
	int err;    /* what asking gave */
	char type;  /* enum lw_kt_type; 0: not known */
	char as;    /* the type that who asked took it for */
	bool asked; /* read, listed */
	bool has_mode;
};

struct record {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	char *root;
	struct seen *seen;
	uint32_t count, cap;
	struct lw_arena texts;
	struct lw_str writes;
	bool lost; /* memory was short */
};

#endif
