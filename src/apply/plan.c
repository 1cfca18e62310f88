/* SPDX-License-Identifier: Apache-2.0 */
/* From what is wanted to a plan against what is there now. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/mem.h"
#include "model/journal/snapshot.h"
#include "model/merge/merge.h"
#include "model/plan/plan.h"

/* What merge is given beside what is wanted and what is there. */
struct past {
	struct lw_tree *last;
	struct lw_journal *journal; /* of an interrupted apply */
};

static void past_done(struct past *past)
{
	lw_tree_free(past->last);
	lw_journal_free(past->journal);
}

static int past_read(struct lw_system *system, const struct lw_tree *share, struct past *ret,
		     struct lw_report *report)
{
	int r = lw_record_open(system, share, &ret->journal, report);

	return r < 0 ? r : lw_record_last(system, share, &ret->last, report);
}

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

/* What a plan is made from: the configuration, the past, and how much of the kernel must be known. */
struct making {
	struct lw_system *system;
	const struct lw_tree *want;
	const struct lw_merge_options *options;
	struct past past;
	struct lw_tree *whole; /* what a plan touches: to be read whole before it is carried out */
	bool all;
	bool sessions;
};

static int read_for(const struct making *m, struct lw_tree **ret, struct lw_report *report)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	const struct lw_tree *ask[] = { m->want, m->past.last,
					m->past.journal ? m->past.journal->goal : NULL, NULL };

	if (!m->past.last) {
		ask[1] = ask[2];
		ask[2] = NULL;
	}
	options.depth = m->all ? LW_DEPTH_FULL : LW_DEPTH_ASKED;
	options.flags = m->sessions ? LW_READ_SESSIONS : 0;
	options.ask = ask;
	options.whole = m->whole;
	return lw_system_read_some(m->system, m->want, &options, ret, report);
}

/* @ret_declared: NULL where all of the configuration counts as declared. */
static int make_goal(const struct making *m, const struct lw_tree *have, struct lw_tree **ret,
		     struct lw_tree **ret_declared, struct lw_report *report)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_tree *possible = NULL;
	int r = lw_resolve(m->system, m->want, have, &possible, report);

	if (m->options)
		options = *m->options;
	options.last = m->past.last;
	options.journal = m->past.journal ? m->past.journal->goal : NULL;
	options.possible = true;
	if (r >= 0)
		r = lw_merge_declared(possible, have, &options, ret,
				      options.only ? ret_declared : NULL, report);
	lw_tree_free(possible);
	return r;
}

static int plan_once(const struct making *m, struct lw_plan **ret, struct lw_report *report)
{
	struct lw_tree *have = NULL, *goal = NULL, *declared = NULL;
	int r = read_for(m, &have, report);

	if (r >= 0)
		r = make_goal(m, have, &goal, &declared, report);
	if (r < 0) {
		lw_tree_free(have);
		return r;
	}
	r = plan_to(have, goal, lw_tree_check(goal, report), ret, report);
	if (r >= 0)
		(*ret)->declared = LW_TAKE(declared);
	lw_tree_free(declared);
	return r;
}

static void tell_again(struct lw_report *report, const struct lw_report *from)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(from, n)); n++)
		lw_report_add(report, problem);
}

/* The node of the path in @whole, with those above it; 0 when memory is short. */
static lw_node whole_node(struct lw_tree *whole, const struct lw_tree *have, lw_node node)
{
	lw_node parent, there = lw_tree_counterpart(have, node, whole);
	const char *name = lw_node_name(have, node);

	if (there)
		return there;
	parent = whole_node(whole, have, lw_node_parent(have, node));
	if (!parent)
		return 0;
	there = lw_tree_add(whole, parent, lw_node_kind(have, node), name, strlen(name));
	lw_tree_set_depth(whole, there, LW_DEPTH_NAME);
	return there;
}

static int deepen_node(struct lw_tree *whole, const struct lw_tree *have, lw_node node,
		       enum lw_depth depth, bool *ret_more)
{
	lw_node there = whole_node(whole, have, node);

	if (!there)
		return -ENOMEM;
	if (node_at(whole, there)->depth >= depth)
		return 0;
	lw_tree_set_depth(whole, there, depth);
	*ret_more = true;
	return 0;
}

/* What the plan overwrites is to be known whole, what it deletes with all below: else there is no way back. */
static int deepen(struct making *m, const struct lw_plan *plan, bool *ret_more)
{
	int r = 0;

	*ret_more = false;
	if (!m->whole) {
		m->whole = lw_tree_new_sharing(lw_tree_schema(m->want), m->want);
		lw_tree_set_depth(m->whole, lw_tree_root(m->whole), LW_DEPTH_NAME);
	}
	if (!m->whole)
		return -ENOMEM;
	for (uint32_t i = 0; i < plan->nop && !r; i++) {
		const struct op *op = &plan->ops[i];
		lw_node have = op->have ? op->have : op->goal ? plan->standing[op->goal] : 0;
		bool goes = op->verb == LW_DELETE || op->verb == LW_CREATE;

		if (have && op->verb != LW_FENCE)
			r = deepen_node(m->whole, plan->have, have,
					goes ? LW_DEPTH_FULL : LW_DEPTH_ASKED, ret_more);
	}
	return r;
}

/*
 * Few files tell whether there is anything to do. Only when there is, what the plan touches is read whole, and who is logged
 * in; then the plan is made anew, until it touches nothing that is not known.
 */
static int plan_until_known(struct making *m, struct lw_plan **ret, struct lw_report *report)
{
	bool more = true;
	int r = 0;

	while (more && !r) {
		struct lw_report *said = lw_report_new();
		struct lw_plan *plan = NULL;

		r = said ? plan_once(m, &plan, said) : -ENOMEM;
		more = false;
		if (!r && lw_plan_changes(plan) && !m->all)
			r = deepen(m, plan, &more);
		more = more ||
		       (!r && lw_plan_changes(plan) && !m->sessions && !plan->sessions_known);
		m->sessions |= more;
		if (!more || r < 0)
			tell_again(report, said);
		if (!more && !r)
			*ret = plan;
		else
			lw_plan_free(plan);
		lw_report_free(said);
	}
	return r;
}

int lw_system_plan(struct lw_system *system, const struct lw_tree *want,
		   const struct lw_merge_options *options, struct lw_plan **ret,
		   struct lw_report *report)
{
	struct making making = { .system = system, .want = want, .options = options };
	int r;

	if (!system || !want || !ret)
		return -EINVAL;
	/* Where nothing is to be left, all is touched. */
	making.sessions = options && options->prune_all && !lw_node_first(want, lw_tree_root(want));
	making.all = (options && options->full) || making.sessions;
	r = past_read(system, want, &making.past, report);
	if (r >= 0)
		r = plan_until_known(&making, ret, report);
	past_done(&making.past);
	lw_tree_free(making.whole);
	return r;
}

/* ---- back */

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
		return r;
	}
	return plan_to(have, goal, check_back(goal, report), ret, report);
}
