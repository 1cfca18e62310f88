/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the goal is made, step by step; private to merge*.c.
 *
 * The goal begins as a copy of what is wanted, so a wanted node has the same handle there. Everything that is kept is
 * appended behind, from one of two sources: the goal of an interrupted apply, then what is there. Nodes are paired
 * once, by path, into arrays; every later step is an array look-up, so the whole stays linear.
 */
#ifndef LW_MODEL_MERGE_INTERNAL_H
#define LW_MODEL_MERGE_INTERNAL_H

#include "model/tree/tree.h"
#include "lunward/plan.h"

enum merge_source { MERGE_JOURNAL, MERGE_HAVE, MERGE_SOURCES };

struct merge_from {
	uint32_t node; /* in the source */
	uint32_t source;
};

struct merge {
	struct lw_merge_options options;
	const struct lw_tree *want, *last;
	const struct lw_tree *source[MERGE_SOURCES]; /* NULL: none */
	struct lw_tree *adopted[3];		     /* copies made only to share the texts */
	struct lw_tree *goal;
	struct lw_report *report;
	uint32_t nwant;		     /* goal nodes below this number stem from want */
	uint32_t *of[MERGE_SOURCES]; /* by want node: its counterpart in the source, 0 = none */
	uint32_t *last_of;	     /* the same in last */
	/* By source node: its counterpart in the goal, 0 = none. */
	uint32_t *to_goal[MERGE_SOURCES];
	struct merge_from *from; /* by goal node minus nwant: where a kept node comes from */
	uint32_t nfrom, from_cap;
	uint32_t resolved; /* goal nodes below were there when names were looked up */
	uint32_t closed;   /* goal nodes below have been looked at by lw_merge_close() */
	uint64_t *names;   /* nodes of have by name, made when first needed */
	uint32_t nnames;
};

static inline bool merge_dead(const struct lw_tree *tree, lw_node n)
{
	return tree->nodes[n].flags & LW_NODE_DEAD;
}

/*
 * Copies a source node and all below it under @parent; nodes that the goal already has are kept and completed. @origin is
 * LW_FROM_KEPT or LW_FROM_REFERENCE. Returns the goal's node, 0 when memory is short.
 */
lw_node lw_merge_keep(struct merge *m, enum merge_source source, lw_node node, lw_node parent,
		      enum lw_node_origin origin);

/* The same for the node alone. */
lw_node lw_merge_keep_one(struct merge *m, enum merge_source source, lw_node node, lw_node parent,
			  enum lw_node_origin origin);

/* The goal's counterpart of a source node, 0 if it has none. */
lw_node lw_merge_counterpart(struct merge *m, enum merge_source source, lw_node node);

/*
 * Points the references of kept nodes into the goal, and keeps what they refer to. May be called again when more was
 * kept.
 */
int lw_merge_close(struct merge *m);

/*
 * Nodes that are matched by what they refer to have no identity of their own: of those that the file does not list, one
 * stays if its referent does and no listed sibling refers to the same. The last step that adds or removes nodes.
 */
int lw_merge_matched(struct merge *m);

/* What refers to nothing leaves the goal; what is there in its place stays as it is. */
int lw_merge_partial(struct merge *m);

/* Whether what is missing leaves the goal, instead of failing it. */
static inline bool lw_merge_leaves_out(const struct merge *m)
{
	return m->options.partial || m->options.possible;
}

/*
 * With the option no_remove: what is declared gives in to what is there. Names before anything is kept, references when all
 * that is kept is in the goal, values before those that the file does not name.
 */
int lw_merge_yield_names(struct merge *m);
int lw_merge_yield_refs(struct merge *m);
int lw_merge_yield_values(struct merge *m);

/* Attributes that the file does not name. */
int lw_merge_attrs(struct merge *m);

/*
 * Of a node that stays, though nothing of it is wanted: its sets of values (users, portals) are emptied, and what the last
 * applied configuration named is given back. @there: the node in have.
 */
int lw_merge_empty(struct merge *m, lw_node n, lw_node there);

#endif
