/* SPDX-License-Identifier: Apache-2.0 */
/* From what is there now to a plan that undoes what was applied. */
#include <errno.h>
#include <stdlib.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/mem.h"
#include "model/journal/snapshot.h"

/* Both trees are given away. @checked: what a check of the goal said. */
static int plan_to(struct lw_tree *have, struct lw_tree *goal, int checked, struct lw_plan **ret,
		   struct lw_report *report)
{
	if (checked < 0) {
		lw_tree_free(have);
		lw_tree_free(goal);
		return checked;
	}
	return lw_diff(have, goal, ret, report);
}

/* Nobody declared what was there then: only what makes the goal impossible is worth a word. */
static int check_back(const struct lw_tree *goal, struct lw_report *report)
{
	struct lw_report *all = lw_report_new();
	const struct lw_problem *problem;
	int r = all ? lw_tree_check(goal, all) : -ENOMEM;

	for (size_t n = 0; (problem = lw_report_get(all, n)); n++)
		if (problem->severity == LW_ERROR)
			lw_report_add(report, problem);
	lw_report_free(all);
	return r;
}

struct back {
	const struct lw_tree **snapshots;
	struct lw_journal **journals;
	uint32_t count, cap, journal_cap;
};

static void back_done(struct back *back)
{
	for (uint32_t i = 0; i < back->count; i++)
		lw_journal_free(back->journals[i]);
	free(back->journals);
	free(back->snapshots);
}

static int back_add(struct back *back, struct lw_journal *journal)
{
	if (lw_grow(&back->journals, &back->journal_cap, (uint64_t)back->count + 1,
		    sizeof(struct lw_journal *)) < 0 ||
	    lw_grow(&back->snapshots, &back->cap, (uint64_t)back->count + 1,
		    sizeof(struct lw_tree *)) < 0) {
		lw_journal_free(journal);
		return -ENOMEM;
	}
	back->journals[back->count] = journal;
	back->snapshots[back->count++] = journal->snapshot;
	return 0;
}

static int no_such_entry(struct lw_report *report, uint64_t id)
{
	struct lw_error error = LW_ERROR_INIT;

	if (id)
		lw_error_set(&error, -ENOENT, LW_CODE_MISSING, "there is no apply %llu to undo",
			     (unsigned long long)id);
	else
		lw_error_set(&error, -ENOENT, LW_CODE_MISSING,
			     "nothing was applied: there is nothing to undo");
	lw_error_hint(&error, "lunward history lists what was applied");
	lw_tell(report, &error);
	return -ENOENT;
}

/* The applies from the newest to @id; the newest alone when @id is 0. */
static int collect(struct lw_system *system, uint64_t id, const struct lw_tree *share,
		   struct back *back, struct lw_report *report)
{
	LW_AUTO_FREE uint64_t *ids = NULL;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_journal *open = NULL;
	uint64_t open_id = 0;
	bool found = false;
	int r = lw_record_open(system, share, &open, report);

	if (r >= 0 && open) {
		open_id = lw_record_id(open);
		found = !id || open_id == id;
		r = back_add(back, open);
	}
	if (r >= 0)
		r = lw_state_entries(&system->state, &ids, &error);
	if (error.err < 0)
		lw_tell(report, &error);
	for (size_t n = 0; r >= 0 && !found && ids[n] && ids[n] >= id; n++) {
		struct lw_journal *entry = NULL;

		if (ids[n] == open_id)
			continue;
		r = lw_record_entry(system, ids[n], share, &entry, report);
		if (r >= 0)
			r = back_add(back, entry);
		found = !id || ids[n] == id;
	}
	return r < 0 ? r : found ? 0 : no_such_entry(report, id);
}

int lw_system_plan_back(struct lw_system *system, uint64_t id, struct lw_plan **ret,
			struct lw_report *report)
{
	struct lw_tree *have = NULL, *goal = NULL;
	struct back back = { 0 };
	size_t before = lw_report_count(report, LW_ERROR);
	int r;

	if (!system || !ret)
		return -EINVAL;
	r = lw_system_read(system, NULL, LW_READ_SESSIONS, &have, report);
	if (r >= 0)
		r = collect(system, id, have, &back, report);
	if (r >= 0)
		r = lw_snapshot_goal(have, back.snapshots, back.count, &goal, report);
	back_done(&back);
	if (r < 0) {
		lw_tree_free(have);
		return lw_tell_memory(report, before, r);
	}
	r = plan_to(have, goal, check_back(goal, report), ret, report);
	return lw_tell_memory(report, before, r);
}
