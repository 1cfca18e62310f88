/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The apply itself: journal, operations, and a look at what came of it; where operations failed, the way back. What was done is
 * in the history before this returns.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "apply/run.h"
#include "apply/system.h"
#include "apply/tell.h"
#include "apply/confirm.h"
#include "base/fail.h"
#include "base/mem.h"
#include "model/journal/snapshot.h"
#include "model/plan/plan.h"
#include "model/tree/secret.h"

struct apply {
	struct lw_system *system;
	struct lw_plan *plan;
	const struct lw_apply_options *options;
	struct lw_outcome *outcome;
	struct lw_report *report;
	struct lw_journal *journal;
};

/* ---- looking at what came of it */

static void tell_difference(struct apply *a, struct lw_plan *left, uint32_t number)
{
	struct lw_op_view view = LW_OP_VIEW_INIT;
	struct lw_error error = LW_ERROR_INIT;
	LW_AUTO_STR struct lw_str attr = LW_STR_INIT;

	/* Where memory is short, in fewer words. */
	(void)lw_plan_op(left, number, &view);
	if (view.attr)
		lw_secret_name(view.attr, &attr);
	lw_error_set(&error, -EIO, LW_CODE_PARTIAL,
		     "the kernel is not as it should be: still to %s%s%s",
		     lw_verb_name((enum lw_verb)left->ops[number].verb), view.attr ? " " : "",
		     lw_str_text(&attr));
	lw_tell_op(a->report, left, number, &error);
}

static int compare(struct apply *a, struct lw_tree *have, struct lw_tree *goal,
		   struct lw_plan **ret)
{
	/* Notes were told when the plan was made. */
	struct lw_report *said = lw_report_new();
	int r = lw_diff(have, goal, ret, said);

	if (r < 0)
		lw_tell_all(a->report, said);
	lw_report_free(said);
	return r;
}

/*
 * Reads again and compares. What a failed operation left is told already; only what nobody expects is news.
 */
static int verify(struct apply *a, bool tell)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	struct lw_tree *goal = lw_tree_copy(a->plan->goal), *have = NULL;
	const struct lw_tree *const ask[] = { goal, NULL };
	struct lw_plan *left = NULL;
	int r;

	if (!goal)
		return -ENOMEM;
	options.depth = LW_DEPTH_ASKED;
	options.ask = ask;
	r = lw_system_read_some(a->system, goal, &options, &have, a->report);
	if (r < 0) {
		lw_tree_free(goal);
		return r;
	}
	r = compare(a, have, goal, &left);
	if (r < 0)
		return r;
	a->outcome->left = lw_plan_changes(left);
	for (size_t n = 0; tell && n < lw_plan_count(left); n++) {
		const struct op *op = &left->ops[lw_plan_at(left, n)];

		if (!(op->flags & LW_OP_IMPLIED) && op->verb != LW_FENCE && op->verb != LW_SETTLE)
			tell_difference(a, left, lw_plan_at(left, n));
	}
	lw_plan_free(left);
	return a->outcome->left ? -EIO : 0;
}

/* ---- the way back */

static int plan_back(struct apply *a, struct lw_plan **ret)
{
	const struct lw_tree *snapshot = a->journal->snapshot;
	struct lw_tree *have = NULL, *goal = NULL;
	int r;

	r = lw_system_read(a->system, snapshot, 0, &have, a->report);
	if (r >= 0)
		r = lw_snapshot_goal(have, &snapshot, 1, &goal, a->report);
	if (r < 0) {
		lw_tree_free(have);
		return r;
	}
	return lw_diff(have, goal, ret, a->report);
}

static int run(struct apply *a, struct lw_plan *plan, bool back, struct lw_run_result *result)
{
	const struct lw_run_options options = {
		.apply = a->options,
		.go_on = back || a->options->on_error == LW_ON_ERROR_CONTINUE,
		.rolling_back = back,
		.hold = lw_pause_hold,
		.arg = a->system,
		.log = a->system->log,
		.grace_ms = a->system->grace_ms,
	};
	int r = lw_run(a->system->engine, a->system->bare, plan, &options, result, a->report);

	a->system->lost |= result->lost;
	lw_pause_done(a->system, result->lost || result->adrift);
	return r;
}

static int go_back(struct apply *a)
{
	struct lw_run_result result = { 0 };
	struct lw_plan *back = NULL, *forth = a->plan;
	size_t before = lw_report_count(a->report, LW_ERROR);
	int r = plan_back(a, &back);

	/* Beside what failed before, that there is no way back is news. */
	if (r < 0)
		return lw_tell_memory(a->report, before, r);
	a->outcome->rolled_back = true;
	if (lw_plan_changes(back))
		r = run(a, back, true, &result);
	if (result.lost)
		return r;
	a->plan = back;
	if (r >= 0 || r == -EIO)
		r = verify(a, r >= 0);
	a->plan = forth;
	lw_plan_free(back);
	return r;
}

/* ---- the whole */

static int begin(struct apply *a, const struct lw_tree *want)
{
	struct lw_error error = LW_ERROR_INIT;
	unsigned pauses = lw_pauses(a->system);
	uint64_t before;
	char number[32];
	int r;

	if (want && a->plan->declared)
		want = a->plan->declared;
	r = lw_pause_check(a->system, pauses, a->options->suspend, a->report);
	if (r < 0)
		return r;
	a->journal = lw_journal_new(want, a->plan);
	if (!a->journal || lw_pause_facts(a->system, pauses, a->journal) < 0 ||
	    lw_journal_set_fact(a->journal, FACT_COMMAND,
				a->options->command ? a->options->command : "") < 0) {
		lw_error_memory(&error);
		lw_tell(a->report, &error);
		return -ENOMEM;
	}
	/* Until it is over, what was in force before is in force. */
	r = lw_record_before(a->system, a->options->undo ? a->options->undo : UINT64_MAX, &before,
			     a->report);
	if (r < 0)
		return r;
	snprintf(number, sizeof(number), "%llu", (unsigned long long)before);
	r = lw_journal_set_fact(a->journal, FACT_IN_FORCE, number);
	if (r < 0)
		lw_error_memory(&error);
	else
		r = lw_record_begin(a->system, a->journal, &error);
	if (r < 0) {
		lw_error_hint(&error,
			      "nothing was changed: first it must be written how to go back");
		lw_tell(a->report, &error);
	}
	a->outcome->id = r < 0 ? 0 : lw_record_id(a->journal);
	return r;
}

/* It could not begin. */
static int withdraw(struct apply *a, int r)
{
	struct lw_error error = LW_ERROR_INIT;

	if (lw_record_withdraw(a->system, a->journal, &error) < 0)
		lw_tell(a->report, &error);
	a->outcome->id = 0;
	return r;
}

static int end(struct apply *a, enum lw_entry_state state)
{
	struct lw_error error = LW_ERROR_INIT;
	int r = 0;

	lw_journal_states(a->journal, a->plan);
	if (state != LW_ENTRY_ROLLED_BACK && a->journal->want)
		r = lw_journal_set_fact(a->journal, FACT_IN_FORCE,
					lw_journal_fact(a->journal, FACT_ID));
	if (r < 0)
		lw_error_memory(&error);
	else
		r = lw_record_end(a->system, a->journal, state, &error);
	if (r < 0) {
		lw_error_prefix(&error, r, "what was done is done, but");
		lw_error_hint(
			&error,
			"nothing is lost: the next apply, or lunward rollback, begins from it");
		lw_tell(a->report, &error);
	}
	return r;
}

/* All is done; whether it stays is for somebody to say. */
static int wait_for_word(struct apply *a, enum lw_entry_state *state)
{
	struct lw_error error = LW_ERROR_INIT;
	int r, back;

	if (!a->options->confirm_within)
		return 0;
	r = lw_confirm_wait(a->system, a->outcome->id, a->options, &error);
	if (r >= 0)
		return 0;
	lw_tell(a->report, &error);
	lw_journal_states(a->journal, a->plan);
	back = go_back(a);
	*state = back < 0 ? LW_ENTRY_PARTIAL : LW_ENTRY_ROLLED_BACK;
	return back < 0 ? back : -ECANCELED;
}

static int carry_out(struct apply *a)
{
	struct lw_run_result result = { 0 };
	enum lw_entry_state state = LW_ENTRY_DONE;
	int r = run(a, a->plan, false, &result), looked, ended;

	a->outcome->done = result.done;
	a->outcome->failed = result.failed;
	a->outcome->skipped = result.skipped;
	/* The journal stays open: whoever comes next begins from it. */
	if (a->system->lost)
		return r;
	if (r < 0 && !result.begun)
		return withdraw(a, r);
	if (r < 0)
		state = LW_ENTRY_PARTIAL;
	if (r == -EIO && a->options->on_error == LW_ON_ERROR_ROLLBACK && !result.adrift) {
		looked = go_back(a);
		state = looked < 0 ? LW_ENTRY_PARTIAL : LW_ENTRY_ROLLED_BACK;
	} else {
		looked = verify(a, r >= 0);
		if (looked < 0)
			state = LW_ENTRY_PARTIAL;
		else if (r >= 0)
			looked = wait_for_word(a, &state);
	}
	if (a->system->lost)
		return looked;
	ended = end(a, state);
	return r < 0 ? r : looked < 0 ? looked : ended;
}

int lw_apply(struct lw_system *system, const struct lw_tree *want, struct lw_plan *plan,
	     const struct lw_apply_options *options, struct lw_outcome *outcome,
	     struct lw_report *report)
{
	struct lw_apply_options known = LW_APPLY_OPTIONS_INIT;
	struct lw_outcome unseen = LW_OUTCOME_INIT;
	struct apply a = {
		.system = system,
		.plan = plan,
		.options = &known,
		.outcome = outcome ? outcome : &unseen,
		.report = report,
	};
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_error error = LW_ERROR_INIT;
	int r;

	if (!system || !plan)
		return -EINVAL;
	r = lw_system_ready(system, &error);
	if (r < 0) {
		lw_tell(report, &error);
		return r;
	}
	/* A caller of an earlier version knows fewer. */
	if (options)
		memcpy(&known, options,
		       options->size < sizeof(known) ? options->size : sizeof(known));
	*a.outcome = unseen;
	if (!lw_plan_changes(plan))
		return 0;
	r = begin(&a, want);
	if (r >= 0)
		r = carry_out(&a);
	lw_journal_free(a.journal);
	return lw_tell_memory(report, before, r);
}
