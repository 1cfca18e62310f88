/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What must be on the disk before the first operation (M17), as a value. (Any room; who keeps it writes the file.)
 *
 * With it the next run can finish or undo what a killed one began: the goal tells of objects that were kept and are
 * gone for the moment, so merge asks it before it asks what is there (lw_merge_options.journal); the snapshot leads
 * back; and what was temporary (a suspend, a spare value, a closed export) is listed, so that it is healed and nobody
 * else's is.
 *
 * Texts belong to the journal. Secrets are in it: a file of it is 0600 from the start.
 */
#ifndef LW_MODEL_JOURNAL_H
#define LW_MODEL_JOURNAL_H

#include "base/arena.h"
#include "model/plan/plan.h"

/* One operation, in serial order. NULL: none, or not known. */
struct lw_journal_op {
	enum lw_verb verb;
	enum lw_op_state state;
	unsigned flags;	  /* enum lw_op_flags */
	uint32_t cause;	  /* place of the operation that forces this one; LW_NO_OP */
	const char *path; /* NULL: of a fence between exports */
	const char *to;	  /* MOVE: the new container */
	const char *attr, *old, *now;
};

/* Something to be undone: @what is "suspend", "set", "close" or whatever its maker calls it. */
struct lw_journal_temporary {
	const char *what, *path;
	const char *attr, *old; /* attribute and the value to put back; NULL if it is none */
};

/* Something about the apply that its maker wants to remember: who, when, how it ended. */
struct lw_journal_fact {
	const char *name, *value;
};

struct lw_journal {
	struct lw_tree *want; /* NULL when no configuration asked: a rollback */
	struct lw_tree *goal, *snapshot;
	struct lw_journal_op *ops;
	uint32_t nop, op_cap;
	struct lw_journal_temporary *temporaries;
	uint32_t ntemporary, temporary_cap;
	struct lw_journal_fact *facts;
	uint32_t nfact, fact_cap;
	struct lw_arena texts;
};

/**
 * lw_journal_new() - the journal of a plan that is about to be executed.
 * @want: the configuration, or NULL; copied
 * What the plan itself makes temporary is listed already. NULL when memory is short. Freed by lw_journal_free().
 */
struct lw_journal *lw_journal_new(const struct lw_tree *want, const struct lw_plan *plan);

/** lw_journal_free() - NULL is fine. */
void lw_journal_free(struct lw_journal *journal);

/** lw_journal_temporary() - list one more temporary thing; @attr and @old may be NULL. Returns 0 or -ENOMEM. */
int lw_journal_temporary(struct lw_journal *journal, const char *what, const char *path,
			 const char *attr, const char *old);

/**
 * lw_journal_set_fact() - remember a fact; a later one of the same name takes its place. Returns 0 or -ENOMEM.
 * lw_journal_fact() - its value, NULL if there is none.
 */
int lw_journal_set_fact(struct lw_journal *journal, const char *name, const char *value);
const char *lw_journal_fact(const struct lw_journal *journal, const char *name);

/** lw_journal_states() - take over how far the plan has got. */
void lw_journal_states(struct lw_journal *journal, const struct lw_plan *plan);

/** lw_journal_write() - as JSON, with secrets. @ret: a new string. Returns 0 or -ENOMEM. */
int lw_journal_write(const struct lw_journal *journal, char **ret);

/**
 * lw_journal_read() - what lw_journal_write() wrote.
 * @find: the vocabularies that are known
 * @name: of the text, for messages
 * The trees share their texts, with @share too if it is given. Returns 0; -EINVAL with every mistake in @report; -ENOMEM.
 */
int lw_journal_read(const struct lw_schema *(*find)(const char *name), const char *name,
		    const char *text, size_t len, const struct lw_tree *share,
		    struct lw_journal **ret, struct lw_report *report);

/** lw_journal_read_want() - facts and what was wanted only. The rest, which is most of it, is not even looked at. */
int lw_journal_read_want(const struct lw_schema *(*find)(const char *name), const char *name,
			 const char *text, size_t len, const struct lw_tree *share,
			 struct lw_journal **ret, struct lw_report *report);

/** lw_journal_read_about() - facts only. */
int lw_journal_read_about(const struct lw_schema *(*find)(const char *name), const char *name,
			  const char *text, size_t len, const struct lw_tree *share,
			  struct lw_journal **ret, struct lw_report *report);

#endif
