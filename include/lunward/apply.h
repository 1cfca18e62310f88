/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bringing a running engine into the state that a configuration declares, and back.
 *
 * A system is an engine of this machine, and the folder in which lunward remembers what it did to it. The usual way:
 *
 *   lw_system_open(&options, &system, &error);
 *   lw_system_lock(system, seconds, &error);            one apply at a time
 *   lw_system_plan(system, want, &merge, &plan, report); reads, merges, checks, compares
 *   lw_apply(system, want, plan, &options, &outcome, report);
 *   lw_system_close(system);
 *
 * Before the first operation all that is needed to go on or back is on the disk. Whoever dies in between (also by SIGKILL)
 * loses nothing: the next plan starts from what is there and from what was meant, and lw_system_lock() lifts a pause of all
 * I/O that the dead one left behind.
 *
 * While a plan is carried out, a thread of the library works with all signals blocked, and the caller's thread waits, calls
 * back, and can be interrupted; a child process stands by while I/O is paused, to lift the pause should the program die. It
 * is reaped before the call returns. No signal handler is installed.
 */
#ifndef LUNWARD_APPLY_H
#define LUNWARD_APPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lunward/engine.h"
#include "lunward/error.h"
#include "lunward/plan.h"
#include "lunward/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How much is told of what is done. */
enum lw_log_level {
	LW_LOG_ERROR,
	LW_LOG_WARNING, /* that something was healed */
	LW_LOG_INFO,	/* each operation when it is over, with the time that it took */
	LW_LOG_DEBUG	/* each access to the kernel's tree: path, text, result, time */
};

/**
 * struct lw_system_options - which engine, and where; start with LW_SYSTEM_OPTIONS_INIT.
 * @engine: "scst"
 * @root:   the engine's kernel tree; NULL for its usual place
 * @load:   load the kernel modules that this configuration needs, if they are missing, and wait for the tree to appear; NULL:
 *          load nothing. Where @root is another place than the usual one, nothing is loaded. What a module that cannot be
 *          loaded would bring is left out of plans, with a warning
 * @files:  folder below which backing files are looked for, "/" as a rule; NULL: that where @root is the usual place, otherwise
 *          they are not looked for at all
 * @state:  folder of lock, journal and history; made when it is needed first, 0700. NULL for /var/lib/lunward
 * @log:    told what is done, as one line without secrets and without newline, by whatever thread does it: also by the
 *          library's own, at the same time as the caller's. Failures are in the reports and not told here. May be NULL
 * @log_level: how much that is told
 * @load_none: of @load, nothing is loaded; what could be is taken for what would be there
 */
struct lw_system_options {
	size_t size;
	const char *engine, *root, *state, *files;
	const struct lw_tree *load;
	void (*log)(void *arg, enum lw_log_level level, const char *text);
	void *log_arg;
	enum lw_log_level log_level;
	bool load_none;
};
#define LW_SYSTEM_OPTIONS_INIT \
	{ \
		sizeof(struct lw_system_options), NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
			LW_LOG_ERROR, false \
	}

struct lw_system;

/**
 * lw_system_open() - look whether the engine is here; nothing is read or locked yet.
 *
 * Returns 0; -ENODEV when its kernel tree is not there; -EINVAL for an engine that is not known; another negative errno.
 * Since 0.1.
 */
LW_PUBLIC int lw_system_open(const struct lw_system_options *options, struct lw_system **ret,
			     struct lw_error *error);

/** lw_system_close() - gives the lock back and frees; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_system_close(struct lw_system *system);

/** lw_system_schema() - the vocabulary of its trees. Since 0.1. */
LW_PUBLIC const struct lw_schema *lw_system_schema(const struct lw_system *system);

/**
 * lw_system_lock() - be the only one who applies. Heals what a dead holder left behind: a pause of all I/O.
 * @seconds: how long to wait for another holder; 0: not at all
 *
 * Returns 0; -EBUSY, @error naming the holder; another negative errno. The lock is given back by lw_system_unlock() or
 * lw_system_close(), and by the death of the process. Since 0.1.
 */
LW_PUBLIC int lw_system_lock(struct lw_system *system, unsigned seconds, struct lw_error *error);

/** lw_system_unlock() - let others apply; nothing when the lock is not held. Since 0.1. */
LW_PUBLIC void lw_system_unlock(struct lw_system *system);

/**
 * lw_system_read() - what is there, as a tree: canonical and resolved.
 * @share: a tree whose texts to share, or NULL
 * @flags: enum lw_read_flags (lunward/engine.h)
 * Since 0.1.
 */
LW_PUBLIC int lw_system_read(struct lw_system *system, const struct lw_tree *share, unsigned flags,
			     struct lw_tree **ret, struct lw_report *report);

/** How much of it. */
enum lw_saved_flags {
	/** Also what a fresh object has by itself. */
	LW_SAVED_ALL = 1 << 0
};

/**
 * lw_system_saved() - a configuration that leads to what is there now.
 * @flags: enum lw_saved_flags
 * @ret:   a new tree, as if a file had declared it
 *
 * It holds what the engine marks as to be restored, what is switched on and off, and what differs from a fresh object. Since
 * 0.1.
 */
LW_PUBLIC int lw_system_saved(struct lw_system *system, unsigned flags, struct lw_tree **ret,
			      struct lw_report *report);

/**
 * lw_system_plan() - what applying a configuration would do now.
 * @want:    canonical and resolved; an empty one with prune_all clears everything
 * @options: policies; what was applied last, and the goal of an interrupted apply, are added from the history
 * @ret:     a new plan
 *
 * Only reads. Returns 0; -EINVAL with the mistakes in @report; another negative errno, told in @report. Since 0.1.
 */
LW_PUBLIC int lw_system_plan(struct lw_system *system, const struct lw_tree *want,
			     const struct lw_merge_options *options, struct lw_plan **ret,
			     struct lw_report *report);

/**
 * struct lw_edit - one change to what is there, whatever was declared; start with LW_EDIT_INIT.
 * @change: makes of @tree, which is what is there, what shall be there: lw_tree_add(), lw_tree_set(), lw_tree_refer(),
 *          lw_tree_delete(). It may know no more than names at first, and is called again with what was read since: it does
 *          the same each time. A negative value ends it all, and is what lw_system_plan_edit() returns
 */
struct lw_edit {
	size_t size;
	int (*change)(void *arg, struct lw_tree *tree, struct lw_report *report);
	void *arg;
};
#define LW_EDIT_INIT \
	{ \
		sizeof(struct lw_edit), NULL, NULL \
	}

/**
 * lw_system_plan_edit() - what one change would do now: to make, to delete or to change an object, and nothing else.
 * @ret: a new plan; give it to lw_apply() without a configuration
 *
 * Only reads. What is wrong already is no reason to refuse, what the change makes wrong is. Returns 0; -EINVAL with the
 * mistakes in @report; another negative errno. Since 0.1.
 */
LW_PUBLIC int lw_system_plan_edit(struct lw_system *system, const struct lw_edit *edit,
				  struct lw_plan **ret, struct lw_report *report);

/**
 * lw_system_files() - the files of an object, sorted by name: also what is no configuration (counters, facts).
 *
 * Secrets are in clear. Returns 0; -ENOENT when the object is not there; another negative errno. Since 0.1.
 */
LW_PUBLIC int lw_system_files(struct lw_system *system, const struct lw_file_query *query,
			      struct lw_error *error);

/**
 * lw_system_act() - write a file of an object that is no configuration: what acts when written (resync_size), a knob of the
 * moment (suspend). Under the lock. It is in no plan and in no history, and cannot be undone.
 *
 * Returns 0; -ENOLCK without the lock; a negative errno with the kernel's words. Since 0.1.
 */
LW_PUBLIC int lw_system_act(struct lw_system *system, const struct lw_tree *tree, lw_node node,
			    const char *file, const char *text, struct lw_error *error);

/** What to do when an operation fails. */
enum lw_on_error {
	/* back to where it began, unless the kernel is still at an operation that did not end in time */
	LW_ON_ERROR_ROLLBACK,
	LW_ON_ERROR_STOP,    /* begin nothing more */
	LW_ON_ERROR_CONTINUE /* go on with all that does not need it */
};

/**
 * struct lw_progress - how far it is.
 * @done, @total: operations
 * @verb, @path: the operation at work; NULL between two
 * @rolling_back: on the way back after a failure
 * @confirm_within: all is done, and so many seconds are left to confirm it; 0: not that far
 */
struct lw_progress {
	size_t size;
	size_t done, total;
	const char *verb, *path;
	bool rolling_back;
	unsigned confirm_within;
};

/**
 * struct lw_apply_options - start with LW_APPLY_OPTIONS_INIT.
 * @on_error: what to do when an operation fails
 * @deadline: seconds that one operation may take; 0: the engine's usual
 * @confirm_within: when all is done, wait so many seconds for lw_confirm(); nobody confirms: everything goes back. 0: no
 * @undo:     the plan undoes this apply and all after it: what was in force before is in force again; 0: it does not
 * @command:  who applies, for the history: "apply /etc/scst.conf"
 * @progress: called by the caller's thread, a few times a second and at the end; may be NULL
 * @stopped:  asked by the caller's thread as often: true begins nothing more; may be NULL
 * @suspend:  pause all I/O of the engine once around all operations, which makes many changes of groups and initiators quicker;
 *            commands that are running have so many seconds to end, else nothing is changed and the apply ends with -EBUSY, as
 *            it does where I/O is paused already. Everybody's I/O waits meanwhile. The way back after a failure is gone with
 *            the same pause, or without where it cannot be had. 0: no. Since 0.1
 */
struct lw_apply_options {
	size_t size;
	enum lw_on_error on_error;
	unsigned deadline, confirm_within;
	uint64_t undo;
	const char *command;
	void (*progress)(void *arg, const struct lw_progress *progress);
	bool (*stopped)(void *arg);
	void *arg;
	unsigned suspend;
};
#define LW_APPLY_OPTIONS_INIT \
	{ \
		sizeof(struct lw_apply_options), LW_ON_ERROR_ROLLBACK, 0, 0, 0, NULL, NULL, NULL, \
			NULL, 0 \
	}

/**
 * struct lw_outcome - what came of it; start with LW_OUTCOME_INIT.
 * @done, @failed, @skipped: operations; their states are in the plan
 * @rolled_back: the way back was gone; with @left, not to its end
 * @left:   what differs from the goal (from the old state, after a way back), as the verification saw it
 * @id:     of the entry in the history; 0 when nothing was written
 */
struct lw_outcome {
	size_t size;
	size_t done, failed, skipped;
	bool rolled_back;
	size_t left;
	uint64_t id;
};
#define LW_OUTCOME_INIT \
	{ \
		sizeof(struct lw_outcome), 0, 0, 0, false, 0, 0 \
	}

/**
 * lw_apply() - carry out a plan that lw_system_plan() or lw_system_plan_back() made, under the lock.
 * @want: what the plan was made for: kept in the history as what was applied last; NULL for none
 *
 * A plan without changes writes nothing, neither to the kernel nor to the history. Returns 0 when the goal is reached;
 * -ECANCELED when @stopped said so; -EIO when operations failed or the verification found differences, all told in @report;
 * -ETIMEDOUT when a command did not come back (below); another negative errno when it could not begin: then nothing was
 * changed, and there is no entry in the history; -EBUSY also when a command of an earlier lw_apply() did not come back. Since
 * 0.1.
 *
 * A command that the kernel does not come back from long after @deadline is given up on, with its thread. Nothing more is
 * begun, the way back neither, and the journal stays open: whoever applies next goes on from it. Plan, trees, report and system
 * are the caller's as ever, and may be freed; only the view of the kernel's tree and what the thread had at hand, some
 * kilobytes, are not freed before the program ends. Should the command come back, the thread ends without another one. The
 * system can still be read.
 */
LW_PUBLIC int lw_apply(struct lw_system *system, const struct lw_tree *want, struct lw_plan *plan,
		       const struct lw_apply_options *options, struct lw_outcome *outcome,
		       struct lw_report *report);

/**
 * lw_confirm() - tell the apply that waits for it that all is well. Needs no lock.
 *
 * Returns 0; -ENOENT when nothing waits; -ESRCH when its program died: what it applied is in force. Since 0.1.
 */
LW_PUBLIC int lw_confirm(struct lw_system *system, struct lw_error *error);

/**
 * lw_system_pending() - number of the apply that waits to be confirmed; 0: none.
 * @ret_waiting: whether its program is there to hear it; may be NULL
 * Since 0.1.
 */
LW_PUBLIC uint64_t lw_system_pending(struct lw_system *system, bool *ret_waiting);

/* ---- what is going on */

/** struct lw_status_apply - an apply. @id: 0 is none; @time: when it began, seconds since 1970; @command: NULL: not known */
struct lw_status_apply {
	uint64_t id;
	int64_t time;
	const char *command;
};

/**
 * struct lw_status - an engine, and who works at it; texts are the status's own, NULL for what is not known.
 * @engine, @title: its name ("scst") and what people call it ("SCST")
 * @root:       where its kernel tree is, or would be
 * @here:       whether it is; if not, @why says so in words, and @why_hint what to do
 * @version:    in its own words
 * @daemon:     the program that some of its targets need; NULL: none; @daemon_runs: whether that is there
 * @pauses:     how many pauses of all I/O there are; @pauses_ours: how many of them an open apply calls its own
 * @state:      the folder of lock, journal and history; @state_known: it could be looked at, or is not there yet. False: what
 *              stands below is not known
 * @lock_pid:   process that holds the lock; 0: nobody; @lock_command: its command line
 * @open:       an apply that is not over; @open_runs: its program is at work. Else it was interrupted, and the next one
 *              begins from there
 * @pending_id: apply that waits to be confirmed; 0: none; @pending_waits: its program is there to hear it; @pending_left: for
 *              how many seconds yet
 * @in_force:   the apply whose configuration is in force
 */
struct lw_status {
	size_t size;
	const char *engine, *title, *root, *why, *why_hint, *version, *daemon, *state;
	bool here, daemon_runs, state_known;
	unsigned pauses, pauses_ours;
	uint64_t lock_pid;
	const char *lock_command;
	struct lw_status_apply open;
	bool open_runs;
	uint64_t pending_id;
	bool pending_waits;
	unsigned pending_left;
	struct lw_status_apply in_force;
};

/**
 * lw_status_read() - look at an engine and at who works at it.
 * @options: which engine, where; nothing is loaded
 * @ret:     freed by lw_status_free()
 *
 * Takes no lock, makes nothing, and needs no rights but to look. That the engine is not here is no failure. Returns 0; -EINVAL
 * for an engine that is not known; -ENOMEM. What could not be read is told in @report. Since 0.1.
 */
LW_PUBLIC int lw_status_read(const struct lw_system_options *options, struct lw_status **ret,
			     struct lw_report *report);

/** lw_status_free() - free a status and its texts; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_status_free(struct lw_status *status);

/* ---- what is so, beside what is configured */

/** Which facts. */
enum lw_fact_flags {
	LW_FACTS_IDENTITY = 1 << 0, /* what initiators know devices and ports by */
	LW_FACTS_COUNTERS = 1 << 1, /* of targets and sessions */
	LW_FACTS_SESSIONS = 1 << 2  /* who is logged in, what was agreed, whose LUNs they see */
};

/**
 * struct lw_fact - one fact of an object; texts are the list's.
 * @group: which of the flags asked for it
 * @id:    of the object, "scst:iscsi_target:targets/iscsi/iqn...": the engine, its kind, its path. Stays the same
 * @kind, @path: parts of it
 * @name, @value: as the engine calls and says it
 */
struct lw_fact {
	size_t size;
	enum lw_fact_flags group;
	const char *id, *kind, *path, *name, *value;
};

struct lw_facts;

/**
 * lw_facts_read() - read facts; nothing else is read for them.
 * @which: enum lw_fact_flags
 * @ret:   freed by lw_facts_free()
 *
 * In the order of the tree, those of one object together. Returns 0 or a negative errno, told in @report. Since 0.1.
 */
LW_PUBLIC int lw_facts_read(struct lw_system *system, unsigned which, struct lw_facts **ret,
			    struct lw_report *report);

/** lw_facts_get() - the n-th fact; NULL past the last. Since 0.1. */
LW_PUBLIC const struct lw_fact *lw_facts_get(const struct lw_facts *facts, size_t n);

/** lw_facts_free() - free the list and its texts; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_facts_free(struct lw_facts *facts);

/* ---- the history */

/** How an apply ended. */
#define LW_CHANGES_UNKNOWN SIZE_MAX

enum lw_entry_state {
	LW_ENTRY_DONE,
	LW_ENTRY_PARTIAL,     /* operations failed or were skipped, or it was stopped */
	LW_ENTRY_ROLLED_BACK, /* after a failure */
	LW_ENTRY_INTERRUPTED, /* its program died */
	LW_ENTRY_AT_WORK,     /* it is being carried out now */
	LW_ENTRY_UNCONFIRMED  /* all is done, and waits for lw_confirm() */
};

/**
 * struct lw_entry - one apply; texts are the history's.
 * @id:      rises by one
 * @time:    seconds since 1970
 * @command: who applied
 * @changes: operations that were carried out; LW_CHANGES_UNKNOWN of one that has not come to an end
 */
struct lw_entry {
	size_t size;
	uint64_t id;
	int64_t time;
	const char *command;
	enum lw_entry_state state;
	size_t changes;
};

/** lw_entry_state_name() - "done", "partial", "rolled back", "interrupted", "at work", "unconfirmed". Since 0.1. */
LW_PUBLIC const char *lw_entry_state_name(enum lw_entry_state state);

struct lw_history;

/** lw_history_read() - what was applied, the newest first. @ret: freed by lw_history_free(). Since 0.1. */
LW_PUBLIC int lw_history_read(struct lw_system *system, struct lw_history **ret,
			      struct lw_report *report);

/** lw_history_free() - free a history and the texts of its entries; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_history_free(struct lw_history *history);

/** lw_history_get() - the n-th entry; NULL past the last. Since 0.1. */
LW_PUBLIC const struct lw_entry *lw_history_get(const struct lw_history *history, size_t n);

/**
 * lw_system_plan_back() - what undoing would do now.
 * @id: undo this apply and all after it; 0: the last one
 *
 * As lw_system_plan(). What nobody of these applies touched stays as it is. Since 0.1.
 */
LW_PUBLIC int lw_system_plan_back(struct lw_system *system, uint64_t id, struct lw_plan **ret,
				  struct lw_report *report);

#ifdef __cplusplus
}
#endif
#endif
