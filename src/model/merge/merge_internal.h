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

/* With the option `only`: what belongs to the part that is wanted. In trees other than want there is no ALONG. */
enum merge_part {
	PART_NOT,
	PART_PICKED, /* selected */
	PART_BELOW,  /* the same, with all below */
	PART_ALONG   /* comes along */
};

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
	/* With the option `only`, by node of want, of a source, of last: enum merge_part; NULL: everything is wanted. */
	uint8_t *part, *picked[MERGE_SOURCES], *last_picked;
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

/* Whether a node of want, or of a source, is one whose difference from what is wanted counts. */
static inline bool merge_is_part(const struct merge *m, lw_node want)
{
	return !m->part || m->part[want];
}

static inline bool merge_is_picked(const struct merge *m, enum merge_source source, lw_node node)
{
	return !m->picked[source] || m->picked[source][node];
}

/*
 * With the option `only`: what its words select, in every tree; then the goal without what is not selected. Once nodes are
 * paired, before anything is kept.
 */
int lw_merge_pick(struct merge *m);
int lw_merge_narrow(struct merge *m);
/* And at the very end, as handles of the goal may change: siblings whose order counts, as they stand there. */
int lw_merge_keep_orders(struct merge *m);

/* The node of have that a goal's node is; 0 if it is none. */
static inline lw_node lw_merge_there(const struct merge *m, lw_node n)
{
	if (n < m->nwant)
		return m->of[MERGE_HAVE][n];
	return m->from[n - m->nwant].source == MERGE_HAVE ? m->from[n - m->nwant].node : 0;
}

/* Of a goal that is want alone, with nothing there: what could be needed. */
int lw_merge_part(struct merge *m);

/* What counts as declared from then on: a new tree. */
int lw_merge_take_over(const struct merge *m, struct lw_tree **ret);

/* Says of a goal's node that nobody declared it. */
void lw_merge_mark_kept(struct merge *m, lw_node goal, enum lw_node_origin origin);

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

/* What is declared and cannot be made leaves the goal, reported; false when that is not to be tolerated. */
bool lw_merge_missing(struct merge *m);

/* Notes the containers that were declared and are passed over now. */
void lw_merge_say_left(struct merge *m);

/* Attributes that the file does not name. */
int lw_merge_attrs(struct merge *m);
/* The last of it: those that stay as they are, whatever it says. */
int lw_merge_leave(struct merge *m);

/* Gives a goal's node one more value of an attribute. 0, or what the tree refuses with. */
int lw_merge_put(struct merge *m, lw_node n, uint16_t def, enum lw_attr_state state,
		 uint32_t value);

/*
 * Of a node that stays, though nothing of it is wanted: its sets of values (users, portals) are emptied, and what the last
 * applied configuration named is given back. @there: the node in have.
 */
int lw_merge_empty(struct merge *m, lw_node n, lw_node there);

#endif
