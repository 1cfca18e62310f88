/* SPDX-License-Identifier: Apache-2.0 */
/* A system from inside: what the files of the room share. */
#ifndef LW_APPLY_SYSTEM_H
#define LW_APPLY_SYSTEM_H

#include "apply/guardian.h"
#include "apply/log.h"
#include "apply/state.h"
#include "engine/engine.h"
#include "lunward/apply.h"
#include "model/journal/journal.h"

/* A handler or driver that the configuration to load for needs, and that was not there. */
struct lw_missing {
	char *path;
	bool comes; /* an apply would load its module */
	char why[128];
};

struct lw_system {
	const struct lw_engine *engine;
	char *root;  /* of the kernel's tree */
	char *files; /* below which backing files are; NULL: they are not looked for */
	struct lw_ktree *kt, *bare; /* the second tells the log of no access */
	struct lw_state state;	    /* opened when it is needed first */
	char *state_dir;	    /* as given; NULL: the usual one */
	int lock;		    /* -1: not held */
	struct lw_guardian guardian;
	unsigned paused; /* pauses of all I/O that are ours now */
	struct lw_log *log;
	unsigned grace_ms; /* for a command that does not come back: see struct lw_run_options */
	struct lw_missing *missing;
	uint32_t nmissing, missing_cap;
	bool given; /* the view was given: nobody outside this process sees it */
	bool lost;  /* a command did not come back: the view is its own */
};

/* ---- system.c */

/* For tests and for who has a view of his own: takes it over, also on failure. */
int lw_system_open_view(const struct lw_system_options *options, struct lw_ktree *kt,
			struct lw_system **ret, struct lw_error *error);

/* The engine of this name; NULL, and @error lists those that there are. */
const struct lw_engine *lw_engine_named(const char *name, struct lw_error *error);

/* The engine's kernel tree; -ENODEV when it is not there. */
int lw_system_view(const struct lw_engine *engine, const char *root, struct lw_ktree **ret,
		   struct lw_error *error);

/* Makes the log of a system whose view is open; where accesses are asked for, a view around it tells of them. */
int lw_system_attend(struct lw_system *system, const struct lw_system_options *options,
		     struct lw_error *error);

/* Whether the kernel may be written: -ENOLCK without the lock, -EBUSY where a command does not come back. */
int lw_system_ready(const struct lw_system *system, struct lw_error *error);

/* lw_system_read(), of a depth: see the engine's own options. */
int lw_system_read_some(struct lw_system *system, const struct lw_tree *share,
			const struct lw_engine_read_options *options, struct lw_tree **ret,
			struct lw_report *report);

/* ---- edit.c */

/* What is there with the change made, checked. A new tree that shares the texts of @have. */
int lw_edited(const struct lw_tree *have, const struct lw_edit *edit, struct lw_tree **ret,
	      struct lw_report *report);

/* ---- resolve.c */

/*
 * The configuration without what this machine cannot make: devices whose backing file is missing, handlers and drivers whose
 * module is, each reported. A new tree.
 * @have: what is there; what it has already needs nothing
 */
int lw_resolve(const struct lw_system *system, const struct lw_tree *want,
	       const struct lw_tree *have, struct lw_tree **ret, struct lw_report *report);

/* Opens the state folder, if that has not been done: who only looks at the engine needs none. What is missing is made. */
int lw_system_remember(struct lw_system *system, struct lw_error *error);
/* The same for who only reads: nothing is made, and where there is no folder nothing is remembered. */
int lw_system_recall(struct lw_system *system, struct lw_error *error);

/* ---- pause.c */

/* How many pauses of all I/O there are; 0 where the engine knows none. */
unsigned lw_pauses(struct lw_system *system);

/* How many of them the journal of an apply calls its own. */
unsigned lw_pauses_of(struct lw_system *system, const struct lw_journal *journal);

/* As lw_execute_options.hold: starts the guardian with the first pause. @arg: the system. */
int lw_pause_hold(void *arg, int change, struct lw_error *error);

/*
 * A plan is over: the guardian lifts what is still ours, and goes. @adrift: the kernel is still at a command, which may pause
 * yet; then whoever has the lock next lifts that.
 */
void lw_pause_done(struct lw_system *system, bool adrift);

/*
 * What it means that there are @pauses before we begin, none of them ours: a warning; a refusal where all I/O shall be paused
 * by us (@suspend), since whose a pause is could not be told any more.
 */
int lw_pause_check(const struct lw_system *system, unsigned pauses, bool suspend,
		   struct lw_report *report);

/* What a later one must know to lift our pauses, and only these: how many there are before. 0 or -ENOMEM. */
int lw_pause_facts(const struct lw_system *system, unsigned pauses, struct lw_journal *journal);

/* Lifts what a dead one left, where its journal says that it was its own. */
int lw_pause_heal(struct lw_system *system, struct lw_error *error);

/* ---- record.c: the journal and the history as files */

/* The open journal; *@ret NULL when there is none. @share: a tree whose texts to share, or NULL. */
int lw_record_open(struct lw_system *system, const struct lw_tree *share, struct lw_journal **ret,
		   struct lw_report *report);

/* An entry of the history. */
int lw_record_entry(struct lw_system *system, uint64_t id, const struct lw_tree *share,
		    struct lw_journal **ret, struct lw_report *report);
/* The facts of one alone, which cost little; of the one at work where @id is 0: NULL when there is none. */
int lw_record_about(struct lw_system *system, uint64_t id, struct lw_journal **ret,
		    struct lw_report *report);

/*
 * Puts the journal of an apply that is about to begin on the disk; one that an interrupted apply left goes into the history.
 * Gives it its number.
 */
int lw_record_begin(struct lw_system *system, struct lw_journal *journal, struct lw_error *error);

/* Nothing was done: as if it had not begun. */
int lw_record_withdraw(struct lw_system *system, const struct lw_journal *journal,
		       struct lw_error *error);

/* It is over: into the history. */
int lw_record_end(struct lw_system *system, struct lw_journal *journal, enum lw_entry_state state,
		  struct lw_error *error);

uint64_t lw_record_id(const struct lw_journal *journal);

/* A fact that is a number; 0 without it. */
uint64_t lw_record_number(const struct lw_journal *journal, const char *fact);

/*
 * The configuration that is in force: what was applied last, or, where that was undone, before. *@ret: a new tree, NULL when
 * there is none.
 */
int lw_record_last(struct lw_system *system, const struct lw_tree *share, struct lw_tree **ret,
		   struct lw_report *report);

/* The entry whose configuration is in force once this one and all after it are undone; 0: none. */
int lw_record_before(struct lw_system *system, uint64_t id, uint64_t *ret,
		     struct lw_report *report);

#define FACT_ID "id"
#define FACT_TIME "time"
#define FACT_COMMAND "command"
#define FACT_STATE "state"
#define FACT_CHANGES "changes"
#define FACT_IN_FORCE "in_force"
#define FACT_PID "pid"
#define FACT_AFTER "after"
#define FACT_BOOT "boot"
#define FACT_PAUSES "pauses_before"

#endif
