/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of lw_tree_canon() share: names and the order of things in canon.c, attributes in canon_attrs.c. */
#ifndef LW_MODEL_CANON_H
#define LW_MODEL_CANON_H

#include "model/tree/tree_internal.h"

/* The last value of an attribute that was found canonical: most nodes of a kind have the same few. */
struct canon_seen {
	uint32_t value;
	uint16_t def;
	uint8_t kind;
	bool valid;
};
#define CANON_SEEN 64

struct canon {
	struct lw_tree *tree;
	struct lw_report *report;
	struct lw_str text;  /* scratch */
	struct lw_error why; /* the last refusal: a kilobyte that most values need not touch */
	size_t errors;
	uint64_t with_alias; /* kinds that have an alias at all */
	struct canon_seen seen[CANON_SEEN];
};

/* All of these return 0, or -ENOMEM; what is wrong with the tree goes to the report. */
int canon_attrs(struct canon *canon, lw_node node);
/* Reports that the value is refused, for the reason in canon->why. */
int canon_refused(struct canon *canon, lw_node node, const struct attr *attr);
int canon_conflict(struct canon *canon, lw_node node, const struct attr *attr, const char *hint,
		   const char *text);

#endif
