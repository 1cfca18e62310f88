/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a journal: read or refused; what was read is written, read again, and written the same. Then it serves:
 * as the journal of a merge, and its snapshot as the way back.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/journal/journal.h"
#include "model/journal/snapshot.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct lw_journal *read_text(const char *text, size_t len)
{
	struct lw_report *report = lw_report_new();
	struct lw_journal *journal = NULL;
	int r = lw_journal_read(lw_schema_find, "fuzz", text, len, NULL, &journal, report);

	/* A journal or a mistake, never both, never neither. */
	if (!journal != !!r || (r < 0) != (lw_report_count(report, LW_ERROR) > 0))
		abort();
	lw_report_free(report);
	return journal;
}

static char *write_text(const struct lw_journal *journal)
{
	char *text = NULL;

	if (lw_journal_write(journal, &text) < 0)
		abort();
	return text;
}

static void round_trip(const struct lw_journal *journal)
{
	char *once = write_text(journal), *twice;
	struct lw_journal *again = read_text(once, strlen(once));

	if (!again)
		abort();
	twice = write_text(again);
	if (strcmp(once, twice) != 0)
		abort();
	free(once);
	free(twice);
	lw_journal_free(again);
}

/* Nodes that an interrupted apply had kept are looked up in whatever was read. */
static void serve(const struct lw_journal *journal)
{
	const struct lw_tree *want = journal->want ? journal->want : journal->snapshot;
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *goal = NULL, *back = NULL;

	options.journal = journal->goal;
	options.last = journal->goal;
	for (int i = 0; i < 8; i++) {
		options.partial = i & 1;
		options.full = i & 2;
		options.prune_all = i & 4;
		if (!lw_merge(want, journal->snapshot, &options, &goal, NULL))
			lw_tree_free(goal);
	}
	if (lw_snapshot_goal(journal->goal,
			     (const struct lw_tree *const[]){ journal->snapshot, journal->goal }, 2,
			     &back, NULL) < 0)
		abort();
	lw_tree_free(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lw_journal *journal = read_text((const char *)data, size);

	if (journal) {
		round_trip(journal);
		serve(journal);
		lw_journal_free(journal);
	}
	return 0;
}
