/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From what is there to what is wanted: merge makes the goal, diff makes the plan, the plan is a value.
 *
 * A plan lists operations in an order that is safe to execute one by one, and holds the graph behind that order, so that
 * independent operations may run side by side (see the scheduler). Making one touches nothing.
 *
 * Three ways to a plan, from trees that are canonical and resolved (lw_tree_canon(), lw_tree_resolve()):
 *
 *   lunward plan --from A B: lw_assume_hardware(a, b); lw_tree_set_depth_all(a, LW_DEPTH_FULL); options.last = a;
 *     lw_merge(b, a, &options, &goal); lw_tree_check(goal); lw_diff(a, goal).
 *   The same where A was recorded (lw_recorded_read()): without lw_assume_hardware(), its ports are there or are not.
 *   lunward diff A B, both as they stand: lw_tree_check() of each that is a file; lw_tree_set_depth_all(LW_DEPTH_FULL) of
 *     both; lw_diff(a, b). No policy: what B does not name goes.
 *
 * LW_DEPTH_FULL says that a tree names all there is: what it does not name is fresh, not unknown.
 */
#ifndef LUNWARD_PLAN_H
#define LUNWARD_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lunward/error.h"
#include "lunward/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * struct lw_merge_options - policies; start with LW_MERGE_OPTIONS_INIT.
 * @last:        the configuration applied before: what it named and the new one does not is reset; may be NULL
 * @journal:     goal of an interrupted apply: kept objects are taken from it before from what is there; may be NULL
 * @prune_all:   what is not declared goes, everywhere; what cannot go, like ports and drivers, is switched off, loses its users
 *               and portals, and what was declared last
 * @full:        every attribute that the file does not name is reset to its default
 * @partial:     a node whose referent or hardware is missing leaves the goal (reported) instead of failing the check
 * @possible:    what this machine has not (hardware, and what was taken out of the configuration) leaves the goal with what
 *               refers to it (reported), and stays as it is where it exists; a name that nothing has is still an error
 * @no_remove:   things are added, and changed where they stand: what is not declared stays (reported), and so does what could
 *               only be changed by taking it away and making it anew. Not together with @prune_all or @full
 * @keep_attrs:  names of attributes that others own: never changed; NULL-terminated, may be NULL
 * @only:        what is wanted of the configuration; everything else stays as it is. Each word is the name of a kind ("lun") or
 *               what a language calls it ("LUN"), or the path of an object, which is meant with all below. What does not exist
 *               yet and a selected object refers to or lies in comes along, and so does all below what is switched on; each is
 *               reported. What was declared before of the rest stays declared. NULL-terminated; NULL or empty: everything
 */
struct lw_merge_options {
	size_t size;
	const struct lw_tree *last;
	const struct lw_tree *journal;
	bool prune_all, full, partial;
	const char *const *keep_attrs;
	bool possible;
	bool no_remove;
	const char *const *only;
};
#define LW_MERGE_OPTIONS_INIT \
	{ \
		sizeof(struct lw_merge_options), NULL, NULL, false, false, false, NULL, false, \
			false, NULL \
	}

/**
 * lw_assume_hardware() - take for granted that what only hardware or a kernel module can make is there.
 * @have: gets each port, driver and handler that @want names and it lacks: known in full, so with fresh values
 * @want: canonical, of the same vocabulary
 *
 * For a @have that no machine was asked for (a file): without it, lw_merge() refuses a port that only @want names. What is
 * made on top of hardware (an NPIV port) is left to the plan. Returns 0; -EINVAL for two vocabularies; -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_assume_hardware(struct lw_tree *have, const struct lw_tree *want);

/**
 * lw_merge() - the goal: what is wanted, plus what is kept of what is there.
 * @want: the configuration, canonical and resolved
 * @have: what is there, canonical and resolved
 * @ret:  a new tree that shares the texts of @want: canonical, its references resolved; what is left to do is lw_tree_check()
 *
 * The only place that knows policies. What a file says of @have in @options.last counts as applied: for plan --from, that is
 * @have itself, known in full (lw_tree_set_depth_all()). Returns 0; -EINVAL with the mistakes in @report,
 * or without any for trees of two vocabularies; -E2BIG, also reported, when an object gets too many values; -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_merge(const struct lw_tree *want, const struct lw_tree *have,
		       const struct lw_merge_options *options, struct lw_tree **ret,
		       struct lw_report *report);

/** What an operation does. */
enum lw_verb {
	LW_CREATE,
	LW_DELETE,
	LW_SETATTR, /* one attribute gets a value */
	LW_ADDVAL,  /* one more value of a multi-valued attribute */
	LW_DELVAL,  /* one value fewer */
	LW_CHVAL,   /* a value changed in place (a password) */
	LW_REPLACE, /* what a node refers to, swapped in one step */
	LW_MOVE,    /* an initiator goes to another group in one step */
	LW_CLOSE,   /* an export is closed for a moment (bracket) */
	LW_OPEN,    /* and opened again */
	LW_SETTLE,  /* what is only known at run time is read */
	LW_FENCE,   /* no action: all before come before all after */
	LW_VERB_COUNT_
};

/** lw_verb_name() - "create", "delete", "set", "addval", ... Since 0.1. */
LW_PUBLIC const char *lw_verb_name(enum lw_verb verb);

enum lw_op_flags {
	/* Shown, not executed: the kernel does it with the operation that causes it. */
	LW_OP_IMPLIED = 1 << 0,
	/* Undone later in the same plan: spare values, brackets. */
	LW_OP_TEMPORARY = 1 << 1,
	/* Only lets more through: its failure holds up nothing but what needs it. */
	LW_OP_GRANT = 1 << 2,
	/* A gentler verb was possible, but not in a safe order. */
	LW_OP_DEGRADED = 1 << 3,
	/* Old and new value are secret. */
	LW_OP_SECRET = 1 << 4,
	/* Puts back what the re-created node had. */
	LW_OP_CARRIED = 1 << 5,
	/* A REPLACE whose old referent goes first: a gap, acts as an add. */
	LW_OP_LATE = 1 << 6,
	/* Carried out: the kernel has no such attribute, so it was not set. Since 0.1. */
	LW_OP_LACKED = 1 << 7
};

enum lw_op_state { LW_OP_PENDING, LW_OP_DONE, LW_OP_FAILED, LW_OP_SKIPPED };

/** Where an operation stands between what nobody sees and what everybody does; computed for each operation. */
enum lw_phase {
	LW_PHASE_PREPARE, /* makes what no client can see */
	LW_PHASE_DISABLE,
	LW_PHASE_NARROW,
	LW_PHASE_PIVOT, /* both narrows and widens */
	LW_PHASE_WIDEN,
	LW_PHASE_ENABLE,
	LW_PHASE_CLEAN /* deletes what nobody refers to any more */
};

/**
 * struct lw_op_view - one operation as shown; start with LW_OP_VIEW_INIT. Texts are borrowed until the next lw_plan_*() call
 * with this plan.
 * @path:   the node's path
 * @to:     MOVE: path of the new container; otherwise NULL
 * @attr:   attribute of SET, ADDVAL, DELVAL, CHVAL; NULL otherwise
 * @old, @new_: values, or names of referents; NULL when there is none or it is not known; secrets are in clear here
 * @effect: "none", "disturbs", "drops", "loses"
 * @scope:  "node", "export", "referrers", "engine"
 * @cause:  number of the operation that forces this one; LW_NO_OP when it was asked for
 * @reason: words for @cause or for a repair of the order; NULL when the file asked for it
 * @where:  the line that asked for it; line 0 when none did
 * @sessions: how many live sessions the effect concerns; -1 when sessions are not known
 * @have, @goal: the node in lw_plan_have() and in lw_plan_goal(); 0 when it is not there
 * @kind_number: the node's kind, as lw_node_kind(); @kind is its name
 * @effect_level, @scope_level: @effect and @scope as numbers
 * @reason_word: @reason as a stable word (docs/PLAN.md); NULL when the file asked for it
 * @lock:     what must not run at the same time; the scheduler sees to it
 * @deadline: seconds that the kernel may take; 0: the engine's usual
 * @is_default: @new_ is the default that the attribute goes back to
 * @is_unknown: there is an old value, but nobody has read it
 * @is_secret: @old and @new_, or the second word of each, must not be shown
 */
struct lw_op_view {
	size_t size;
	enum lw_verb verb;
	unsigned flags;
	const char *path, *to, *kind, *attr, *old, *new_, *effect, *scope, *reason;
	uint32_t cause;
	struct lw_place where;
	enum lw_op_state state;
	int sessions;
	lw_node have, goal;
	unsigned kind_number;
	enum lw_effect effect_level;
	enum lw_scope scope_level;
	const char *reason_word;
	enum lw_phase phase;
	enum lw_lock lock;
	unsigned deadline;
	bool is_default, is_unknown, is_secret;
};
#define LW_NO_OP UINT32_MAX
/* clang-format off */
#define LW_OP_VIEW_INIT \
	{ \
		sizeof(struct lw_op_view), LW_CREATE, 0, \
		NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
		LW_NO_OP, { NULL, 0, 0 }, LW_OP_PENDING, -1, 0, 0, 0, LW_EFFECT_NONE, LW_SCOPE_NODE, NULL, \
		LW_PHASE_PREPARE, LW_LOCK_NONE, 0, false, false, false \
	}
/* clang-format on */

struct lw_plan;

/**
 * lw_diff() - the operations that lead from one tree to another, in a safe order.
 * @have: what is there, canonical and resolved
 * @goal: what shall be there, canonical, resolved and checked; UNKNOWN attributes are left alone
 * @ret:  a new plan; it keeps both trees (lw_plan_free() frees them): the caller gives them away, also on failure
 *
 * Symmetric, and knows no policy. Notes (a declared value that the kernel never takes) go to @report.
 * Returns 0; -EINVAL when one tree is missing, both are the same one, or of two vocabularies; -ELOOP for a cycle that no
 * repair opens (a bug; @report names the operations); -E2BIG and -EOVERFLOW for what is too large (@report says what); -ENOMEM.
 * Since 0.1.
 */
LW_PUBLIC int lw_diff(struct lw_tree *have, struct lw_tree *goal, struct lw_plan **ret,
		      struct lw_report *report);

/** lw_plan_free() - free a plan and its trees; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_plan_free(struct lw_plan *plan);

/** lw_plan_count() - number of operations, implied ones and fences included. Since 0.1. */
LW_PUBLIC size_t lw_plan_count(const struct lw_plan *plan);

/** lw_plan_changes() - number of operations that change something (no fence, no implied one). 0: nothing to do. Since 0.1. */
LW_PUBLIC size_t lw_plan_changes(const struct lw_plan *plan);

/** lw_plan_at() - number of the operation at place @n of the serial order. Since 0.1. */
LW_PUBLIC uint32_t lw_plan_at(const struct lw_plan *plan, size_t n);

/** lw_plan_op() - look at operation number @op (set @ret->size first). Returns 0, -ENOENT, -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_plan_op(struct lw_plan *plan, uint32_t op, struct lw_op_view *ret);

/**
 * lw_plan_after() - the operations that must be over before operation @op may begin, one after the other.
 * @n:   from 0
 * @ret: number of the operation
 *
 * In serial order, each once. What a failure means for those that wait, the scheduler knows. Returns 0; -ENOENT when there is
 * no such operation or no @n-th one; -ENOMEM. Since 0.1.
 */
LW_PUBLIC int lw_plan_after(struct lw_plan *plan, uint32_t op, size_t n, uint32_t *ret);

/**
 * lw_plan_with() - the attributes that a CREATE is given, or that a REPLACE carries, one after the other.
 * @n:   from 0
 * @ret: set @ret->size first; its texts are borrowed until the next lw_plan_*() call with this plan, secrets are in clear
 *
 * They are part of the operation: no SET follows. Returns 0; -ENOENT when there is no such operation or no @n-th attribute.
 * Since 0.1.
 */
LW_PUBLIC int lw_plan_with(struct lw_plan *plan, uint32_t op, size_t n, struct lw_attr_view *ret);

/**
 * struct lw_summary - a plan in numbers, as its last line says them; start with LW_SUMMARY_INIT.
 * @create, @remove: objects, without those that go with their parent by themselves
 * @change:          operations on objects that stay, temporary ones not
 * @recreate:        objects that are deleted and created again
 * @disturbs, @drops, @loses: operations with this effect
 */
struct lw_summary {
	size_t size;
	size_t create, change, remove, recreate;
	size_t disturbs, drops, loses;
};
#define LW_SUMMARY_INIT \
	{ \
		sizeof(struct lw_summary), 0, 0, 0, 0, 0, 0, 0 \
	}

/** lw_plan_summary() - count (set @ret->size first). Returns 0 or -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_plan_summary(struct lw_plan *plan, struct lw_summary *ret);

/**
 * struct lw_note_view - what must be known beside the operations; start with LW_NOTE_VIEW_INIT.
 * @have: the node concerned, of lw_plan_have()
 * @path: its path, borrowed until the next lw_plan_*() call with this plan
 * @text: what is to be known, in words
 */
struct lw_note_view {
	size_t size;
	lw_node have;
	const char *path;
	const char *text;
};
#define LW_NOTE_VIEW_INIT \
	{ \
		sizeof(struct lw_note_view), 0, NULL, NULL \
	}

/** lw_plan_note() - the @n-th note (set @ret->size first). Returns 0, -ENOENT past the last, -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_plan_note(struct lw_plan *plan, size_t n, struct lw_note_view *ret);

/**
 * lw_plan_session() - name of the @n-th live session that the effect of operation @op concerns, borrowed until the plan is
 * asked for something else; NULL past the last one, or when sessions are not known (lw_tree_know_sessions()). Since 0.1.
 */
LW_PUBLIC const char *lw_plan_session(const struct lw_plan *plan, uint32_t op, unsigned n);

/** lw_plan_have() - the tree of what is there. Since 0.1. */
LW_PUBLIC const struct lw_tree *lw_plan_have(const struct lw_plan *plan);

/** lw_plan_goal() - the tree of what shall be there. Since 0.1. */
LW_PUBLIC const struct lw_tree *lw_plan_goal(const struct lw_plan *plan);

/** Of a plan as text. Secrets in clear have a flag of their own wherever something is written; each counts for its function. */
enum lw_plan_print_flags {
	LW_PLAN_VERBOSE = 1, /* fences and settles, too; JSON has them always */
	LW_PLAN_COLOUR = 2,  /* ANSI colours; none in JSON */
	LW_PLAN_SECRETS = 4, /* secrets in clear */
	LW_PLAN_JSON = 8     /* lw_plan_write(): the JSON shape instead of lines */
};

/**
 * lw_plan_write() - the plan as text, piece by piece: in the grammar of docs/PLAN.md, or with LW_PLAN_JSON in its JSON shape.
 * @give: takes each piece; a negative value stops and is returned
 *
 * The one way to a plan's text, and never whole in memory. Returns 0, -ENOMEM, or what @give said. Since 0.1.
 */
LW_PUBLIC int lw_plan_write(struct lw_plan *plan, unsigned flags,
			    int (*give)(void *arg, const char *text, size_t len), void *arg);

/** lw_plan_print() - short for lw_plan_write() of lines into one string. @ret: to be freed. Returns 0 or -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_plan_print(struct lw_plan *plan, unsigned flags, char **ret);

/** lw_plan_json() - short for lw_plan_write() of JSON into one string. @ret: to be freed. Returns 0 or -ENOMEM. Since 0.1. */
LW_PUBLIC int lw_plan_json(struct lw_plan *plan, unsigned flags, char **ret);

/*
 * The scheduler: who may run next, and who must be skipped after a failure. It executes nothing. Up to LW_SCHED_AT_ONCE
 * operations may be taken before the first is finished; those that may not run side by side are not handed out together.
 */
struct lw_sched;
#define LW_SCHED_AT_ONCE 16

/**
 * lw_sched_new() - a scheduler over a plan, which must outlive it; NULL when memory is short.
 *
 * The states of the operations (lw_op_view.state) are the plan's own: this sets them all to pending, and a plan has one
 * scheduler at a time. Since 0.1.
 */
LW_PUBLIC struct lw_sched *lw_sched_new(struct lw_plan *plan);

/** lw_sched_free() - free a scheduler; the plan and the states of its operations stay. NULL is fine. Since 0.1. */
LW_PUBLIC void lw_sched_free(struct lw_sched *sched);

/**
 * lw_sched_next() - the first operation in serial order that is ready and whose lock conflicts with none that is running.
 * Fences and implied operations are passed by themselves. LW_NO_OP when none is ready now, or LW_SCHED_AT_ONCE are running.
 * Since 0.1.
 */
LW_PUBLIC uint32_t lw_sched_next(struct lw_sched *sched);

/** lw_sched_done() - it succeeded. What is not running is not touched. Since 0.1. */
LW_PUBLIC void lw_sched_done(struct lw_sched *sched, uint32_t op);

/** lw_sched_failed() - it failed: everything that must not go on without it is skipped. Since 0.1. */
LW_PUBLIC void lw_sched_failed(struct lw_sched *sched, uint32_t op);

/** lw_sched_finished() - nothing pending, nothing running. Since 0.1. */
LW_PUBLIC bool lw_sched_finished(const struct lw_sched *sched);

/** lw_sched_blame() - the failed operation that a skipped one waited for; LW_NO_OP if it was not skipped. Since 0.1. */
LW_PUBLIC uint32_t lw_sched_blame(const struct lw_sched *sched, uint32_t op);

#ifdef __cplusplus
}
#endif
#endif
