/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The journal of the apply at work, and the history of those that are over: one file each, in one shape. journal.json is there
 * from before the first operation until the end; then it becomes history/ID.json. One that is there when an apply begins
 * was left by a program that died.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/lock.h"
#include "apply/system.h"
#include "apply/tell.h"
#include "apply/confirm.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/num.h"
#include "schema/schema.h"

#define JOURNAL "journal.json"
/* Entries beyond this many are forgotten. */
#define ENTRIES_MAX 100

static const char *const state_words[] = {
	[LW_ENTRY_DONE] = "done",
	[LW_ENTRY_PARTIAL] = "partial",
	[LW_ENTRY_ROLLED_BACK] = "rolled back",
	[LW_ENTRY_INTERRUPTED] = "interrupted",
	[LW_ENTRY_AT_WORK] = "at work",
	[LW_ENTRY_UNCONFIRMED] = "unconfirmed",
};

const char *lw_entry_state_name(enum lw_entry_state state)
{
	return (size_t)state < LW_ARRAY_LEN(state_words) ? state_words[state] : "";
}

uint64_t lw_record_number(const struct lw_journal *journal, const char *fact)
{
	const char *text = lw_journal_fact(journal, fact);
	uint64_t number = 0;

	if (!text || !lw_parse_u64(text, strlen(text), LW_NUM_DEC, &number))
		return 0;
	return number;
}

uint64_t lw_record_id(const struct lw_journal *journal)
{
	return lw_record_number(journal, FACT_ID);
}

static int set_number(struct lw_journal *journal, const char *fact, uint64_t number)
{
	char text[32];

	snprintf(text, sizeof(text), "%llu", (unsigned long long)number);
	return lw_journal_set_fact(journal, fact, text);
}

/* ---- reading */

/* What is wrong with it was told; this is what to do. */
static void tell_useless(struct lw_report *report, const char *path)
{
	struct lw_error error = LW_ERROR_INIT;

	lw_error_set(
		&error, -EINVAL, LW_CODE_INVALID,
		"%s was written by lunward and has been changed since, or is of a later version",
		path);
	lw_error_object(&error, path);
	lw_error_hint(
		&error,
		"moved away, what it remembers is forgotten: one apply, and the way back from it");
	lw_tell(report, &error);
}

/* All of it, what was wanted and the facts, or the facts. */
typedef int read_fn(const struct lw_schema *(*find)(const char *name), const char *name,
		    const char *text, size_t len, const struct lw_tree *share,
		    struct lw_journal **ret, struct lw_report *report);

/* NOLINTNEXTLINE(readability-function-size): which file, how much of it, and where it goes */
static int read_file(struct lw_system *system, const char *name, read_fn *read,
		     const struct lw_tree *share, struct lw_journal **ret, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, shown = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;
	int r;

	r = lw_system_recall(system, &error);
	if (r >= 0 && system->state.dir < 0)
		return -ENOENT;
	if (r >= 0)
		r = lw_state_read(&system->state, name, &text, &error);
	if (r < 0) {
		if (r != -ENOENT)
			lw_tell(report, &error);
		return r;
	}
	lw_str_addf(&shown, "%s/%s", system->state.path, name);
	r = read(lw_schema_find, lw_str_text(&shown), lw_str_text(&text), text.len, share, ret,
		 report);
	if (r < 0 && r != -ENOMEM)
		tell_useless(report, lw_str_text(&shown));
	return r;
}

int lw_record_open(struct lw_system *system, const struct lw_tree *share, struct lw_journal **ret,
		   struct lw_report *report)
{
	int r;

	*ret = NULL;
	r = read_file(system, JOURNAL, lw_journal_read, share, ret, report);
	return r == -ENOENT ? 0 : r;
}

static int read_entry(struct lw_system *system, uint64_t id, read_fn *read,
		      const struct lw_tree *share, struct lw_journal **ret,
		      struct lw_report *report)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	lw_state_entry_name(id, &name);
	return lw_str_bad(&name) ? -ENOMEM
				 : read_file(system, lw_str_text(&name), read, share, ret, report);
}

int lw_record_entry(struct lw_system *system, uint64_t id, const struct lw_tree *share,
		    struct lw_journal **ret, struct lw_report *report)
{
	return read_entry(system, id, lw_journal_read, share, ret, report);
}

int lw_record_about(struct lw_system *system, uint64_t id, struct lw_journal **ret,
		    struct lw_report *report)
{
	int r;

	*ret = NULL;
	if (id)
		return read_entry(system, id, lw_journal_read_about, NULL, ret, report);
	r = read_file(system, JOURNAL, lw_journal_read_about, NULL, ret, report);
	return r == -ENOENT ? 0 : r;
}

/* ---- writing */

static int write_file(struct lw_system *system, const char *name, const struct lw_journal *journal,
		      struct lw_error *error)
{
	char *text = NULL;
	int r;

	if (lw_journal_write(journal, &text) < 0)
		return lw_error_memory(error);
	r = lw_state_write(&system->state, name, text, strlen(text), error);
	free(text);
	return r;
}

static int newest(struct lw_system *system, uint64_t *ret, struct lw_error *error)
{
	LW_AUTO_FREE uint64_t *ids = NULL;
	int r = lw_state_entries(&system->state, &ids, error);

	*ret = r < 0 ? 0 : ids[0];
	return r;
}

/* It was told in all words when the plan was made, unless it went bad since. */
static int cannot_read(const struct lw_system *system, int r, struct lw_error *error)
{
	if (r == -ENOMEM)
		return lw_error_memory(error);
	return lw_error_set(error, r, LW_CODE_INVALID,
			    "%s/" JOURNAL ", which an interrupted apply left, cannot be read",
			    system->state.path);
}

/* What an interrupted apply left is an entry from now on; until ours is in its place, both names lead to it. */
static int keep_interrupted(struct lw_system *system, uint64_t *last, uint64_t *ret_id,
			    struct lw_error *error)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;
	struct lw_journal *old = NULL;
	uint64_t id;
	int r;

	r = lw_record_open(system, NULL, &old, NULL);
	if (r < 0)
		return cannot_read(system, r, error);
	if (!old)
		return 0;
	id = lw_record_id(old);
	lw_journal_free(old);
	if (!id)
		id = *last + 1;
	*ret_id = id;
	lw_state_entry_name(id, &name);
	if (lw_str_bad(&name))
		return lw_error_memory(error);
	if (id > *last)
		*last = id;
	return lw_state_link(&system->state, JOURNAL, lw_str_text(&name), error);
}

int lw_record_begin(struct lw_system *system, struct lw_journal *journal, struct lw_error *error)
{
	uint64_t last, after = 0;
	int r;

	r = newest(system, &last, error);
	if (r >= 0)
		r = keep_interrupted(system, &last, &after, error);
	if (r < 0)
		return r;
	lw_pending_forget(&system->state);
	if (set_number(journal, FACT_ID, last + 1) < 0 ||
	    set_number(journal, FACT_AFTER, after) < 0 ||
	    set_number(journal, FACT_TIME, (uint64_t)time(NULL)) < 0 ||
	    set_number(journal, FACT_PID, (uint64_t)getpid()) < 0 ||
	    lw_journal_set_fact(journal, FACT_STATE, state_words[LW_ENTRY_INTERRUPTED]) < 0)
		return lw_error_memory(error);
	return write_file(system, JOURNAL, journal, error);
}

/* The one that was interrupted before is still to be gone on from. */
int lw_record_withdraw(struct lw_system *system, const struct lw_journal *journal,
		       struct lw_error *error)
{
	uint64_t after = lw_record_number(journal, FACT_AFTER);
	struct lw_journal *old = NULL;
	int r;

	if (!after)
		return lw_state_remove(&system->state, JOURNAL, error);
	if (lw_record_entry(system, after, NULL, &old, NULL) < 0)
		return lw_error_set(error, -EIO, LW_CODE_IO, "%s: apply %llu cannot be read again",
				    system->state.path, (unsigned long long)after);
	r = write_file(system, JOURNAL, old, error);
	lw_journal_free(old);
	return r;
}

static void forget_old(struct lw_system *system)
{
	LW_AUTO_FREE uint64_t *ids = NULL;

	if (lw_state_entries(&system->state, &ids, NULL) < 0)
		return;
	for (size_t n = 0; ids[n]; n++) {
		LW_AUTO_STR struct lw_str name = LW_STR_INIT;

		lw_state_entry_name(ids[n], &name);
		if (n >= ENTRIES_MAX && !lw_str_bad(&name))
			(void)lw_state_remove(&system->state, lw_str_text(&name), NULL);
	}
}

int lw_record_end(struct lw_system *system, struct lw_journal *journal, enum lw_entry_state state,
		  struct lw_error *error)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;
	size_t changes = 0;
	int r;

	for (uint32_t i = 0; i < journal->nop; i++)
		changes += journal->ops[i].state == LW_OP_DONE &&
			   !(journal->ops[i].flags & LW_OP_IMPLIED) &&
			   journal->ops[i].verb != LW_FENCE && journal->ops[i].verb != LW_SETTLE;
	lw_state_entry_name(lw_record_id(journal), &name);
	if (set_number(journal, FACT_CHANGES, changes) < 0 ||
	    lw_journal_set_fact(journal, FACT_STATE, state_words[state]) < 0 || lw_str_bad(&name))
		return lw_error_memory(error);
	r = write_file(system, lw_str_text(&name), journal, error);
	if (r >= 0)
		r = lw_state_remove(&system->state, JOURNAL, error);
	forget_old(system);
	return r;
}

/* ---- the configuration in force */

static int in_force(struct lw_system *system, uint64_t id, uint64_t *ret, struct lw_report *report)
{
	struct lw_journal *entry = NULL;
	int r = lw_record_about(system, id, &entry, report);

	if (r < 0)
		return r;
	*ret = lw_record_number(entry, FACT_IN_FORCE);
	lw_journal_free(entry);
	return 0;
}

int lw_record_before(struct lw_system *system, uint64_t id, uint64_t *ret, struct lw_report *report)
{
	LW_AUTO_FREE uint64_t *ids = NULL;
	struct lw_error error = LW_ERROR_INIT;
	int r = lw_state_entries(&system->state, &ids, &error);

	*ret = 0;
	if (r < 0) {
		lw_tell(report, &error);
		return r;
	}
	for (size_t n = 0; ids[n]; n++)
		if (ids[n] < id)
			return in_force(system, ids[n], ret, report);
	return 0;
}

/* The newest entry says which configuration is in force, and mostly it is its own: then it is read once. */
int lw_record_last(struct lw_system *system, const struct lw_tree *share, struct lw_tree **ret,
		   struct lw_report *report)
{
	LW_AUTO_FREE uint64_t *ids = NULL;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_journal *entry = NULL;
	uint64_t id;
	int r = lw_state_entries(&system->state, &ids, &error);

	*ret = NULL;
	if (r < 0)
		lw_tell(report, &error);
	if (r < 0 || !ids[0])
		return r;
	r = read_entry(system, ids[0], lw_journal_read_want, share, &entry, report);
	if (r < 0)
		return r;
	id = lw_record_number(entry, FACT_IN_FORCE);
	if (id != ids[0]) {
		lw_journal_free(entry);
		entry = NULL;
		r = id ? read_entry(system, id, lw_journal_read_want, share, &entry, report) : 0;
	}
	if (r < 0 || !entry)
		return r == -ENOENT ? 0 : r; /* forgotten: nothing is known to have been declared */
	*ret = LW_TAKE(entry->want);
	lw_journal_free(entry);
	return 0;
}

/* ---- the history, for everybody */

struct lw_history {
	struct lw_entry *entries;
	uint32_t count, cap;
	struct lw_arena texts;
};

static enum lw_entry_state state_of(const struct lw_journal *journal)
{
	const char *word = lw_journal_fact(journal, FACT_STATE);

	for (unsigned i = 0; word && i <= LW_ENTRY_INTERRUPTED; i++)
		if (!strcmp(word, state_words[i]))
			return (enum lw_entry_state)i;
	return LW_ENTRY_INTERRUPTED;
}

/* Of the one that has not ended: whether its program lives is asked of the lock. */
static enum lw_entry_state open_state(const struct lw_state *state,
				      const struct lw_journal *journal)
{
	struct lw_pending pending;

	(void)lw_pending_read(state, &pending);
	if (pending.waiting && pending.id == lw_record_id(journal))
		return LW_ENTRY_UNCONFIRMED;
	return lw_lock_holder(state) ? LW_ENTRY_AT_WORK : LW_ENTRY_INTERRUPTED;
}

static int add_entry(struct lw_history *history, const struct lw_journal *journal)
{
	const char *command = lw_journal_fact(journal, FACT_COMMAND);
	struct lw_entry entry = {
		.size = sizeof(entry),
		.id = lw_record_id(journal),
		.time = (int64_t)lw_record_number(journal, FACT_TIME),
		.state = state_of(journal),
		.changes = lw_journal_fact(journal, FACT_CHANGES)
				   ? lw_record_number(journal, FACT_CHANGES)
				   : LW_CHANGES_UNKNOWN,
	};

	entry.command = lw_arena_strdup(&history->texts, command ? command : "",
					command ? strlen(command) : 0);
	if (!entry.command || lw_grow(&history->entries, &history->cap,
				      (uint64_t)history->count + 1, sizeof(entry)) < 0)
		return -ENOMEM;
	history->entries[history->count++] = entry;
	return 0;
}

static int add_all(struct lw_system *system, struct lw_history *history, struct lw_report *report)
{
	LW_AUTO_FREE uint64_t *ids = NULL;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_journal *journal = NULL;
	int r;

	r = lw_record_about(system, 0, &journal, report);
	if (r >= 0 && journal)
		r = add_entry(history, journal);
	if (r >= 0 && journal)
		history->entries[0].state = open_state(&system->state, journal);
	lw_journal_free(journal);
	if (r >= 0) {
		r = lw_state_entries(&system->state, &ids, &error);
		if (r < 0)
			lw_tell(report, &error);
	}
	for (size_t n = 0; r >= 0 && ids[n]; n++) {
		journal = NULL;
		/* One that cannot be read is told of; the others are still worth seeing. */
		if (lw_record_about(system, ids[n], &journal, report) == 0 &&
		    !(history->count && history->entries[0].id == ids[n]))
			r = add_entry(history, journal);
		lw_journal_free(journal);
	}
	return r;
}

int lw_history_read(struct lw_system *system, struct lw_history **ret, struct lw_report *report)
{
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_history *history;
	int r;

	if (!system || !ret)
		return -EINVAL;
	history = lw_calloc(1, sizeof(*history));
	if (!history)
		return lw_tell_memory(report, before, -ENOMEM);
	lw_arena_init(&history->texts);
	r = add_all(system, history, report);
	if (r < 0) {
		lw_history_free(history);
		return lw_tell_memory(report, before, r);
	}
	*ret = history;
	return 0;
}

void lw_history_free(struct lw_history *history)
{
	if (!history)
		return;
	free(history->entries);
	lw_arena_done(&history->texts);
	free(history);
}

const struct lw_entry *lw_history_get(const struct lw_history *history, size_t n)
{
	return history && n < history->count ? &history->entries[n] : NULL;
}
