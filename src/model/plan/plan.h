/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The plan from inside: operations, the graph over them, and the serial order. Made by diff; printed, scheduled and stored by
 * the files beside it.
 */
#ifndef LW_MODEL_PLAN_H
#define LW_MODEL_PLAN_H

#include <assert.h>

#include "model/tree/tree.h"
#include "lunward/plan.h"

/* What an edge protects; decides what a failure skips and which edge a cycle may lose. */
enum lw_strength {
	LW_EDGE_TURN, /* who comes first gets what it wants; nothing is lost when neither comes */
	LW_EDGE_SOFT, /* make before break */
	LW_EDGE_EXCL, /* a unique value is released before it is claimed */
	LW_EDGE_SAFE, /* nobody reaches more than old or new state allows */
	LW_EDGE_HARD, /* the kernel refuses otherwise */
	LW_EDGE_DEAD  /* dropped to open a cycle */
};

struct op {			       /* 40 bytes */
	uint32_t have, goal;	       /* node in either tree, 0 = none */
	uint32_t old_value, new_value; /* string offsets; NO_VALUE: none or not known */
	/* First outgoing edge (0 = none); number of unfinished predecessors (scratch). */
	uint32_t edges, waits;
	uint32_t cause; /* operation that forces this one; NO_OP */
	uint16_t attr;	/* def, for SET and value operations; NO_ATTR otherwise */
	uint8_t verb, phase;
	uint8_t effect, scope, flags, lock;
	uint8_t state;	   /* enum lw_op_state */
	uint8_t reason;	   /* enum lw_reason */
	uint16_t deadline; /* seconds; 0: the engine's usual */
};

#define NO_VALUE UINT32_MAX
#define NO_ATTR UINT16_MAX

/* Why an operation is there though no line asks for it; words in plan_words.c. */
enum lw_reason {
	LW_WHY_ASKED,	  /* the goal's own line */
	LW_WHY_UNLISTED,  /* the goal does not have it */
	LW_WHY_RESET,	  /* no longer declared: back to its default */
	LW_WHY_RECREATE,  /* its node is re-created */
	LW_WHY_ATTR,	  /* re-created: an attribute can be given at creation only (op.attr) */
	LW_WHY_REF,	  /* re-created: what it refers to changes and cannot be swapped */
	LW_WHY_REFERENT,  /* re-created: what it refers to is re-created or goes */
	LW_WHY_PARENT,	  /* re-created: its parent is */
	LW_WHY_ORDER,	  /* re-created: order counts among its siblings */
	LW_WHY_HALF,	  /* re-created: it was never completed */
	LW_WHY_CARRIED,	  /* keeps what the re-created node had */
	LW_WHY_REWRITTEN, /* another write changes it: set again */
	LW_WHY_INACTIVE,  /* closed for a moment, because an attribute can be changed only so */
	LW_WHY_UNREFERENCED, /* taken down and up, because an attribute of its referent can be changed only so */
	LW_WHY_SPARE,	/* a free value in between, because two swap */
	LW_WHY_BRACKET, /* no order of the changes is safe while the export is open */
	LW_WHY_SWITCH,	/* off before, on after: the node is re-created */
	LW_WHY_UNSAFE, /* taken down and up, because no order is safe in which it is swapped in place */
	LW_WHY_COUNT_
};

struct edge { /* 8 bytes */
	uint32_t to;
	uint32_t next : 29, strength : 3;
};

/* Sessions that stand side by side; @upto: how many there are in this run and in those before it. */
struct session_run {
	uint32_t first, upto;
};

/* Who an operation waits for: list[start[op]] .. list[start[op] + count[op] - 1], in serial order, each once. */
struct plan_after {
	uint32_t *start, *count, *list;
};

struct lw_plan {
	struct lw_tree *have, *goal; /* share their texts */
	struct lw_tree *declared;    /* for the history; NULL: what the plan was made for */
	struct op *ops;		     /* [0 .. nop) */
	uint32_t nop, op_cap;
	struct edge *edges; /* [0] is unused */
	uint32_t nedge, edge_cap;
	uint32_t *order;       /* the serial order: operation numbers */
	uint32_t *counterpart; /* by have node: its goal node, 0 = gone */
	uint32_t *standing;    /* by goal node: its have node, 0 = new */
	uint32_t *
		sessions; /* session nodes of have, by export, and in it by the set that they see */
	uint32_t nsession;
	struct session_run *watchers; /* of those that see node n: [watched[n] .. watched[n + 1]) */
	uint32_t *watched;	      /* both only where there are sessions */
	bool sessions_known;
	unsigned last_instance;	 /* of a set of values: the one whose place was asked for last */
	struct plan_after after; /* made when it is asked for */
	lw_node *notes;		 /* the same: nodes of have */
	size_t nnote;
	struct lw_str scratch[4]; /* texts of the last lw_plan_op() or lw_plan_note() */
};

static_assert(sizeof(struct op) == 40, "an operation takes 40 bytes");
static_assert(sizeof(struct edge) == 8, "an edge takes 8 bytes");

static inline const struct lw_kind_spec *op_kind(const struct lw_plan *plan, const struct op *op)
{
	return op->goal ? node_kind(plan->goal, op->goal) : node_kind(plan->have, op->have);
}

/* The last edge that a plan can hold: 29 bits name the next one. */
#define LW_EDGE_LAST UINT32_C(0x1fffffff)
/* Appends an edge; LW_EDGE_*. Returns 0, -ENOMEM, -EOVERFLOW when there are too many. Self edges are ignored. */
int lw_plan_edge(struct lw_plan *plan, uint32_t from, uint32_t to, enum lw_strength strength);
/* Makes plan->after, unless it is there. Returns 0 or -ENOMEM. */
int lw_plan_index_after(struct lw_plan *plan);
/* Frees it. */
void lw_plan_forget_after(struct lw_plan *plan);

/*
 * The export an operation belongs to, as a number to compare: the export's node in the goal, or, when it goes, its node in
 * have plus LW_GONE_EXPORT; 0 if it belongs to none.
 */
#define LW_GONE_EXPORT UINT32_C(0x80000000)
uint32_t lw_op_export(const struct lw_plan *plan, const struct op *op);

/*
 * The nodes of have that the kernel may change along with the operation, since an attribute of theirs follows paths (column
 * bound_by): calls @each until it returns something else than 0, which is returned.
 */
int lw_plan_each_moved(const struct lw_plan *plan, const struct op *op,
		       int (*each)(void *arg, lw_node have), void *arg);

/* Whether the operation is about a value of an attribute. */
static inline bool op_of_value(const struct op *op)
{
	return op->verb == LW_SETATTR || op->verb == LW_ADDVAL || op->verb == LW_DELVAL ||
	       op->verb == LW_CHVAL;
}

#endif
