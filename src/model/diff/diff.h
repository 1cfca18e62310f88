/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How diff works, for the files that share the work (this folder only; src/model/README.md has them all in a table):
 *
 *   diff.c      the steps in their order
 *   pair.c      which nodes of the two trees are the same thing; who refers to whom
 *   settle.c    what the kernel makes by itself, and whom that leaves where they are
 *   recreate.c  which of them cannot be changed in place, and whom that pulls along; carry.c: what these keep
 *   compare.c   one attribute in both trees
 *   emit*.c     the operations
 *   access.c    what each operation does to what clients reach: narrows, widens, or both; width.c measures it
 *   edges*.c    who must wait for whom; values.c and tree/claims.c look up who holds what only one may hold
 *   order.c     the serial order; cycle.c finds what stands in each other's way, repair.c opens it
 *   effect.c    what live sessions notice
 *
 * Emission and edges are run again when a repair decides that something must be done another way; the decisions are what is
 * kept between rounds. Every step is linear in the size of the trees, but for the sort.
 */
#ifndef LW_MODEL_DIFF_H
#define LW_MODEL_DIFF_H

#include "model/plan/plan.h"

#define NO_OP LW_NO_OP

/* Nodes that refer to a node, for all nodes at once: those of n are list[start[n]] .. list[start[n + 1] - 1]. */
struct referrers {
	uint32_t *start, *list;
};

/* By goal node. */
enum goal_mark {
	GOAL_NEW = 1 << 0,	/* nothing of have is its counterpart */
	GOAL_RECREATE = 1 << 1, /* there, but must be deleted and made again */
	GOAL_REPLACE = 1 << 2,	/* its referent is swapped in place */
	GOAL_MOVED = 1 << 3,	/* arrives by MOVE */
	GOAL_VISIBLE = 1 << 4,	/* export: clients see it while the plan runs */
	/* Export: who is in no container reaches something while matchers change. */
	GOAL_THROUGH = 1 << 5,
	/* Export: matchers are patterns that may overlap across containers. */
	GOAL_PATTERNS = 1 << 6,
	GOAL_GATED = 1 << 7 /* export: nobody sees its own set, neither now nor in the end */
};

/* Decisions of the repair, by goal node; they survive rounds. */
enum decision {
	DECIDE_DEGRADE = 1 << 0, /* replace -> delete and create */
	DECIDE_BRACKET = 1 << 1, /* export: close, do everything, open */
	DECIDE_SPARE = 1 << 2	 /* its unique attribute takes a free value in between */
};

/* What an operation does to what clients of an export reach. */
enum direction { DIR_NEUTRAL, DIR_NARROW, DIR_PIVOT, DIR_WIDEN };

/* What the operations of one export do to what its clients reach, counted; by goal node. */
struct width {
	uint8_t narrows, pivots, widens; /* whether there are any */
	uint8_t attr_dims;		 /* attributes of the export that pivot: users, portals */
	uint8_t matcher_pivots, moves, wild_changes, swaps;
	uint8_t falls; /* a matcher comes or goes: its client changes to or from a set that is not its own */
	uint8_t own;	 /* the goal has grants of the export's own, for clients in no container */
	uint8_t changes; /* operations that change what clients reach: none, one, two or more */
	uint8_t ways_made,
		ways_gone; /* whether ways in come, and others go; after diff_access() both or none */
	uint32_t ways;	   /* fence between those that come and those that go, plus one; 0: none */
	uint8_t contested; /* by container: it holds patterns, or its matchers change */
	uint16_t last_def;
};

/* What paths leave an attribute that follows them at. */
struct bound {
	bool any;
	uint32_t left; /* NO_VALUE: nobody knows */
};

/* By the groups below one parent: units that stay beside them, and units that join. */
struct bound_by_family {
	lw_node parent;
	struct bound stays, joins;
};

/* Where the members of a group are. */
enum lw_members { MEMBERS_HERE, MEMBERS_ELSEWHERE, MEMBERS_MIXED };

struct recreation {
	uint8_t why;   /* enum lw_reason */
	uint16_t attr; /* LW_WHY_ATTR: which */
	uint32_t by;   /* goal node that pulled it in, 0: itself */
};

struct diff {
	struct lw_plan *plan;
	struct lw_tree *have, *goal;
	struct lw_report *report,
		*notes; /* notes of emission: NULL in later rounds, which would repeat them */
	uint32_t nhave, ngoal;	     /* sizes of arrays by node */
	uint32_t *to_goal, *to_have; /* counterparts, 0 = none */
	struct referrers have_refs, goal_refs;
	uint8_t *mark;		       /* by goal node: enum goal_mark */
	uint8_t *decide;	       /* by goal node: enum decision */
	uint32_t *spare;	       /* by goal node: the free value decided for it */
	uint16_t *spare_def;	       /* and the attribute that takes it */
	struct recreation *recreation; /* by goal node, for those marked GOAL_RECREATE */
	/* Operations by node; NO_OP where there is none. */
	uint32_t *del_op;  /* by have: DELETE, or the MOVE that takes it away */
	uint32_t *make_op; /* by goal: CREATE, or the MOVE that brings it */
	uint32_t *swap_op; /* by goal: REPLACE */
	/* By goal: what whoever refers to it waits for (its CREATE, or a fence after its SETs). */
	uint32_t *ready_op;
	uint32_t *first_op, *last_op; /* by goal: range of attribute operations [first, last) */
	/* By goal (exports and others with a switch): off first, on last; CLOSE and OPEN too. */
	uint32_t *off_op, *on_op;
	uint32_t *gone_off_op;	   /* by have: switch-off of a node that goes */
	uint32_t *fence1, *fence2; /* by goal export */
	struct width *width;	   /* by goal export, or container */
	uint8_t *dir;		   /* by operation: enum direction */
	uint32_t dir_cap, ndir;	   /* fences added later have no direction */
	bool again;		   /* a repair decided something: emit once more */
	struct {		   /* the set that diff_survives() looked at last */
		lw_node goal;
		uint16_t attr;
		bool survives;
	} last_set;
	/* Groups of goal and of have that were looked at last. */
	struct bound_by_family family, gone_family;
	/* Kinds that hold groups with a path, and kinds with an attribute that follows one. */
	uint64_t path_parents, bound_kinds;
	bool any_on; /* some export is on in have */
};

/* width.c */
/* A unit of the export itself, seen by whoever is in no container. */
bool diff_in_own_set(const struct diff *d, const struct op *op);
bool diff_gated(struct diff *d, lw_node goal_export);
bool diff_gate_stays_open(struct diff *d, const struct lw_kind_spec *matcher, lw_node goal_export);
/* A write of what opens and closes a node for its referrers' clients, or changes what they read there. */
bool diff_closes_referrers(const struct diff *d, const struct op *op);
bool diff_closes(const struct diff *d, const struct op *op);
bool diff_opens(const struct diff *d, const struct op *op);

/* The attribute that must be 0 while this one is written; -1 if it does not matter. */
int diff_shutter(const struct lw_kind_spec *kind, const struct lw_attr_spec *spec);

/* pair.c */
int diff_pair(struct diff *d);
void diff_pair_done(struct diff *d);
/* Whether a goal node's reference, seen from have, is the one it has there. */
bool diff_ref_same(const struct diff *d, lw_node have, lw_node goal);

/* settle.c: what the kernel makes by itself. */
void diff_leave_to_kernel(struct diff *d);
/* A node of have that nobody else could make again. */
bool diff_only_kernel_made(const struct diff *d, lw_node have);
/* Who wants a name that nobody can take away keeps or gets another. Once it is known what is made anew. */
int diff_yield_to_settled(struct diff *d);

/* recreate.c */
int diff_recreate(struct diff *d);

/* carry.c: what a re-created node keeps is written into the goal. */
int diff_carry(struct diff *d);

/* emit.c */
/* Whether the deletion of what a node of have refers to takes the node along; else that is refused, or leaves it there. */
bool diff_goes_with_ref(const struct diff *d, lw_node have);
bool diff_ours(const struct lw_tree *tree, lw_node n);
int diff_emit(struct diff *d);
/* Appends an operation with everything at its zero; NULL when memory is short. Valid until the next one. */
struct op *diff_op(struct diff *d, enum lw_verb verb, lw_node have, lw_node goal);
static inline uint32_t diff_last(const struct diff *d)
{
	return d->plan->nop - 1;
}

/* emit_attr.c */
int diff_emit_attrs(struct diff *d, lw_node goal);
/* One of them, with @count instances. */
int diff_emit_attr(struct diff *d, lw_node goal, uint16_t def, unsigned count);
/* As diff_op(), on an attribute of @goal. */
struct op *diff_attr_op(struct diff *d, enum lw_verb verb, lw_node goal, uint16_t def,
			uint32_t old_value, uint32_t new_value);
/* What the file says of an attribute decides why it is written. */
uint8_t diff_reason_of(const struct attr *attr);
/* New, or made again: nothing of what it has now is there when its attributes are written. */
static inline bool diff_made(const struct diff *d, lw_node goal)
{
	return d->mark[goal] & (GOAL_NEW | GOAL_RECREATE);
}

/* emit_set.c */
int diff_emit_set(struct diff *d, lw_node goal, uint16_t def, const struct lw_attr_spec *spec);

/* emit_rewrite.c */
bool diff_kind_rewrites(const struct lw_kind_spec *kind);
/* Behind all other writes of the node's attributes. */
int diff_emit_rewrites(struct diff *d, lw_node goal);
/* The value at which another attribute's value keeps this one, so that writing it would be ignored; NULL if none does. */
const char *diff_held(struct diff *d, lw_node goal, uint16_t def);
int diff_note_held(struct diff *d, lw_node goal, uint16_t def, const char *at);

/* emit_bound.c */
enum lw_members diff_members(const struct lw_tree *tree, lw_node group);
/* Of a node of bound_kinds: what the plan's writes of paths leave its attribute at, if there are any. */
struct bound diff_bound(struct diff *d, lw_node goal);
/* That attribute; behind all others of the node. */
int diff_emit_bound(struct diff *d, lw_node goal, const struct bound *bound);

/* emit_switch.c */
int diff_emit_switch(struct diff *d, lw_node goal);

/* compare.c: one attribute in both trees. */
enum change { CHANGE_NO, CHANGE_SET, CHANGE_UNKNOWABLE, CHANGE_UNSET, CHANGE_FIXED };
/*
 * Whether @goal's attribute @def asks for something that have does not hold. For a node without counterpart, or one that is
 * re-created, have is a fresh node. Values are string offsets, NO_VALUE when there is none or it is not known.
 */
int diff_compare(struct diff *d, lw_node goal, uint16_t def, enum change *ret, uint32_t *old_value,
		 uint32_t *new_value);
/*
 * Whether have holds each value that @goal sets, and none where @goal wants the default: then diff_compare() finds no change
 * in any of its attributes. So it is with most nodes of most plans, and one look is enough.
 */
bool diff_holds_all(const struct diff *d, lw_node goal);
/* An attribute that only a reference to something elsewhere has, at one to something here. */
bool diff_belongs_elsewhere(const struct diff *d, lw_node goal, uint16_t def);
/* Whether the attribute can be subject of an operation at all. */
bool diff_is_config(const struct lw_attr_spec *spec);
/* The attribute in have, which nobody can write there; NULL if that is not so. */
const struct attr *diff_fixed(const struct diff *d, lw_node goal, uint16_t def);
/* The vocabulary does not know the attribute, and what was seen of the node does not have it. */
bool diff_no_such_file(const struct diff *d, lw_node goal, uint16_t def);
/* Attribute numbers beyond the schema belong to one tree: the number that @goal's attribute has in have; NO_ATTR if none. */
uint16_t diff_have_def(const struct diff *d, lw_node goal, uint16_t def);
/* Instances of a multi-valued attribute that are set; for have also when the node is 0. */
const struct attr *diff_values(const struct lw_tree *tree, lw_node node, uint16_t def,
			       unsigned *count);
/* "on" as the goal wants it after the plan, and as have has it. */
bool diff_goal_on(struct diff *d, lw_node goal);
bool diff_have_on(struct diff *d, lw_node have);

/* access.c: directions and phases of all operations; may decide brackets and degradations (sets d->again). */
int diff_access(struct diff *d);
/* A way in (a portal) that comes or goes. */
bool diff_is_way_in(const struct diff *d, const struct op *op);
/* width.c: how wide one operation makes one export. */
enum direction diff_direction(struct diff *d, const struct op *op, lw_node goal_export);
/* Whether any value of a set of values stays: the same, or changed in place. Asked for each operation of a set in turn. */
bool diff_survives(struct diff *d, const struct op *op, const struct lw_attr_spec *spec);
bool diff_is_wild(const struct lw_tree *tree, lw_node matcher);
/* The exports (as goal nodes) that a node's referrers belong to: calls @each for every referrer's visible export. */
int diff_each_export(struct diff *d, const struct op *op,
		     int (*each)(struct diff *d, lw_node goal_export, uint32_t op_no),
		     uint32_t op_no);
/* The export a goal or have node belongs to, as a goal node; 0 if none, or if the export goes. */
lw_node diff_export(const struct diff *d, lw_node have, lw_node goal);
/* The operation that really does what an implied one shows. */
uint32_t diff_effective(const struct diff *d, uint32_t op);
bool diff_visible(const struct diff *d, lw_node goal_export);

/* edges.c: runs the parts below. */
int diff_edges(struct diff *d);
int diff_edges_ready(struct diff *d); /* what a new node's referrers wait for; before the others */
/* parents, referents, siblings whose order counts, switches */
int diff_edges_structure(struct diff *d);
int diff_edges_settle(
	struct diff *d); /* settle.c: declared names before those that the kernel gives */
int diff_edges_attrs(struct diff *d);  /* attributes among each other, and with nodes */
int diff_edges_names(struct diff *d);  /* names that only one may have */
int diff_edges_values(struct diff *d); /* values that only one may have */
int diff_edges_born(struct diff *d);   /* values that nobody may have when a node is made */
int diff_edges_safe(struct diff *d);   /* narrow before pivot before widen */
int diff_edges_paths(struct diff *d);  /* paths open before others close */
int diff_edges_bound(struct diff *d);  /* what follows paths */
/* clients that change sets, against changes of these sets */
int diff_edges_matchers(struct diff *d);
/* Adds an edge unless one end is NO_OP; an implied operation is replaced by the one that does it, as the first of the two. */
int diff_edge(struct diff *d, uint32_t from, uint32_t to, enum lw_strength strength);
/* A node of have or goal that the plan makes (CREATE) or takes away (DELETE), not moves. */
bool diff_makes(const struct diff *d, lw_node goal);
bool diff_takes(const struct diff *d, lw_node have);
bool diff_is_own_grant(const struct lw_kind_spec *kind);
/* A grant in a container that comes or goes as a whole, while nobody is in it. */
bool diff_in_transient_container(const struct diff *d, const struct op *op);
bool diff_plain_container(const struct lw_kind_spec *kind);
/* A fence: an operation without action, to keep edges n + m instead of n * m. NO_OP when memory is short. */
uint32_t diff_fence(struct diff *d, lw_node goal);

/* edges_paths.c: groups of exports that are open or closed to the units beside them (column drops). */
bool diff_path_closed(struct lw_tree *tree, lw_node group);
bool diff_path_closed_before(struct diff *d, lw_node goal_group);
bool diff_path_closed_after(struct diff *d, lw_node goal_group);
/* What writes that attribute; NO_OP if nothing does. */
uint32_t diff_path_op(const struct diff *d, lw_node goal_group);

/* order.c */
int diff_order(struct diff *d, uint32_t *ret_left);
/* cycle.c: part[op] = number of its strongly connected part among the operations left over, 0: none. */
int diff_parts(struct diff *d, uint32_t **ret_part, uint32_t *ret_count);
/* repair.c: opens all cycles at once; sets d->again when operations must be emitted anew. */
int diff_repair(struct diff *d);

/* effect.c */
int diff_effects(struct diff *d);
bool diff_live_export(struct diff *d, lw_node have_export);
/* effect_paths.c; @rank: place in the order, by operation. Returns 0 or -ENOMEM. */
int diff_effects_of_paths(struct diff *d, const uint32_t *rank);
/* effect_crossing.c; @rank: place in the order, by operation. Returns 0 or -ENOMEM. */
int diff_effects_of_crossing(struct diff *d, const uint32_t *rank);

#endif
