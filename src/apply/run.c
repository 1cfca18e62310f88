/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/run.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "apply/gate.h"
#include "apply/tell.h"
#include "base/clock.h"
#include "base/fail.h"
#include "base/mem.h"
#include "model/plan/plan.h"

#define TICK_MS 100
#define USUAL_DEADLINE 300 /* seconds */
/* What is left of the grace of a command once the caller wants to stop. */
#define HURRY(grace_ms) ((grace_ms) / 6)

struct failure {
	uint32_t op;
	bool lacked; /* it did not fail, but is worth a word */
	struct lw_error error;
};

/*
 * A command becomes lost in the middle of an access to the view, and the thread ends when that comes back: it looks at nothing
 * but this any more, which is therefore never freed.
 */
struct run {
	const struct lw_engine *engine;
	struct lw_gate gate;
	/* What the engine sees: the gate, or who tells of accesses around it. */
	struct lw_ktree *kt;
	jmp_buf lost_out;
	struct lw_plan *plan;
	struct lw_sched *sched;
	struct lw_executor *executor;
	struct failure *failures; /* the working thread's, until it is over */
	uint32_t nfailure, failure_cap;
	unsigned forgotten; /* for which memory was too short */
	const struct lw_run_options *options;
	unsigned deadline; /* seconds */
	/* What both threads see. */
	pthread_mutex_t mutex;
	pthread_cond_t over;
	uint32_t op;
	uint64_t began, entered; /* the command at work, the access that it is in; ms */
	uint64_t time;		 /* that a command may take; ms. 0: nothing is at work */
	uint64_t stop_since;	 /* when the caller was heard; ms. 0: not yet */
	size_t done, failed, total;
	bool stop, finished, inside, lost, adrift;
	/* Why it could not begin, and that it did, and what was left to lift: the working thread's, until it is over. */
	struct lw_error refused, unended;
	int ended;
	bool begun, paused;
};

/* What people call an operation: not what only orders, or happens by itself. */
static bool is_change(const struct op *op)
{
	return !(op->flags & LW_OP_IMPLIED) && op->verb != LW_FENCE && op->verb != LW_SETTLE;
}

/* ---- the thread that works */

static bool stopped(void *arg)
{
	struct run *run = arg;
	bool stop;

	pthread_mutex_lock(&run->mutex);
	stop = run->stop;
	pthread_mutex_unlock(&run->mutex);
	return stop;
}

/* What may take so long begins. Called with the mutex held. */
static void begin_work(struct run *run, unsigned seconds)
{
	run->began = lw_now_ms();
	run->time = (uint64_t)(seconds > run->deadline ? seconds : run->deadline) * 1000 +
		    run->options->grace_ms;
}

static uint32_t next(struct run *run)
{
	uint32_t op;

	pthread_mutex_lock(&run->mutex);
	op = run->stop ? LW_NO_OP : lw_sched_next(run->sched);
	run->op = op;
	if (op != LW_NO_OP)
		begin_work(run, run->plan->ops[op].deadline);
	pthread_mutex_unlock(&run->mutex);
	return op;
}

/* The kernel is asked for something that is no operation. */
static void at_work(struct run *run, unsigned seconds)
{
	pthread_mutex_lock(&run->mutex);
	begin_work(run, seconds);
	pthread_mutex_unlock(&run->mutex);
}

static void back_from_work(struct run *run)
{
	pthread_mutex_lock(&run->mutex);
	run->time = 0;
	pthread_mutex_unlock(&run->mutex);
}

/* As lw_gate.enter: each command has all of the time, as the engine counts it. */
static void enter(void *arg, bool writes)
{
	struct run *run = arg;

	pthread_mutex_lock(&run->mutex);
	run->inside = true;
	run->entered = lw_now_ms();
	if (writes)
		run->began = run->entered;
	pthread_mutex_unlock(&run->mutex);
}

/*
 * As lw_gate.leave. Who is lost does not go back through the engine: that would look at a plan that may be gone, and go on to
 * its next command, though somebody else has the lock.
 */
static void leave(void *arg)
{
	struct run *run = arg;
	bool lost;

	pthread_mutex_lock(&run->mutex);
	run->inside = false;
	lost = run->lost;
	pthread_mutex_unlock(&run->mutex);
	if (lost)
		longjmp(run->lost_out, 1);
}

static void finish(struct run *run, uint32_t op, int r)
{
	pthread_mutex_lock(&run->mutex);
	if (r >= 0) {
		lw_sched_done(run->sched, op);
		if (r == LW_EXECUTE_LACKED && run->plan->ops[op].verb == LW_SETATTR)
			run->plan->ops[op].flags |= LW_OP_LACKED;
		else
			run->done += is_change(&run->plan->ops[op]);
	} else {
		lw_sched_failed(run->sched, op);
		run->failed++;
		run->adrift |= r == -ETIMEDOUT || r == -ECANCELED;
		if (!run->options->go_on || run->adrift)
			run->stop = true;
	}
	run->op = LW_NO_OP;
	run->time = 0;
	pthread_mutex_unlock(&run->mutex);
}

static void keep_failure(struct run *run, uint32_t op, const struct lw_error *error, bool lacked)
{
	if (lw_grow(&run->failures, &run->failure_cap, (uint64_t)run->nfailure + 1,
		    sizeof(*run->failures)) < 0) {
		run->forgotten++;
		return;
	}
	run->failures[run->nfailure].op = op;
	run->failures[run->nfailure].lacked = lacked;
	run->failures[run->nfailure++].error = *error;
}

static void carry_out_all(struct run *run)
{
	uint32_t op;

	while ((op = next(run)) != LW_NO_OP) {
		struct lw_error error = LW_ERROR_INIT;
		uint64_t began = lw_now_us();
		int r;

		run->begun = true;
		r = run->engine->execute(run->executor, op, &error);
		finish(run, op, r);
		if (is_change(&run->plan->ops[op]))
			lw_log_op(run->options->log, run->plan, op, lw_now_us() - began,
				  r < 0 ? &error : NULL);
		if (r < 0 || r == LW_EXECUTE_LACKED)
			keep_failure(run, op, &error, r >= 0);
	}
}

/* All I/O, around everything. Who is on the way back does not stay for want of it. */
static void pause_all(struct run *run)
{
	unsigned seconds = run->options->apply->suspend;
	int r;

	if (!seconds || stopped(run))
		return;
	lw_log(run->options->log, LW_LOG_INFO, "pausing all I/O");
	at_work(run, seconds);
	r = run->engine->pause(run->executor, seconds, &run->refused);
	back_from_work(run);
	run->paused = r >= 0;
	if (run->paused || run->options->rolling_back)
		run->refused.err = 0;
}

/* What cannot be lifted here is tried again at the end, and told there. */
static void resume_all(struct run *run)
{
	int r;

	if (!run->paused)
		return;
	at_work(run, 0);
	r = run->engine->resume(run->executor, NULL);
	back_from_work(run);
	if (r >= 0)
		lw_log(run->options->log, LW_LOG_INFO, "all I/O goes on");
}

static void end(struct run *run)
{
	at_work(run, 0);
	run->ended = run->engine->end(run->executor, &run->unended);
	back_from_work(run);
}

static void work_through(struct run *run)
{
	pause_all(run);
	if (!run->refused.err)
		carry_out_all(run);
	resume_all(run);
	end(run);
	pthread_mutex_lock(&run->mutex);
	run->finished = true;
	pthread_cond_signal(&run->over);
	pthread_mutex_unlock(&run->mutex);
}

static void *work(void *arg)
{
	struct run *run = arg;

	if (!setjmp(run->lost_out))
		work_through(run);
	return NULL;
}

/* ---- the caller's thread */

/* What is at work, as of now. */
static void look(struct run *run, struct lw_progress *ret, struct lw_str *path)
{
	const struct op *op = run->op == LW_NO_OP ? NULL : &run->plan->ops[run->op];

	ret->done = run->done;
	ret->total = run->total;
	ret->rolling_back = run->options->rolling_back;
	if (!op)
		return;
	lw_tree_path(op->goal ? run->plan->goal : run->plan->have, op->goal ? op->goal : op->have,
		     path);
	ret->verb = lw_verb_name((enum lw_verb)op->verb);
	ret->path = lw_str_text(path);
}

/* Called and returns with the mutex held. */
static void call_back(struct run *run)
{
	const struct lw_apply_options *apply = run->options->apply;
	struct lw_progress progress = { .size = sizeof(progress) };
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	bool stop;

	look(run, &progress, &path);
	pthread_mutex_unlock(&run->mutex);
	if (apply->progress)
		apply->progress(apply->arg, &progress);
	/* The way back is gone to its end: half a way back is what nobody asked for. */
	stop = !run->options->rolling_back && apply->stopped && apply->stopped(apply->arg);
	pthread_mutex_lock(&run->mutex);
	run->stop |= stop;
	if (stop && !run->stop_since)
		run->stop_since = lw_now_ms();
}

/* Whether the command at work has had its time, and more. */
static bool overdue(const struct run *run, uint64_t now)
{
	const uint64_t hurry = HURRY(run->options->grace_ms);

	if (!run->time)
		return false;
	if (run->stop_since && now - run->stop_since > hurry && now - run->began > hurry)
		return true;
	return now - run->began > run->time;
}

/*
 * Only what the kernel keeps is lost. Who is between two accesses sees that it shall stop, and comes back by himself.
 */
static void give_up(struct run *run)
{
	const uint64_t now = lw_now_ms();

	if (run->finished || !overdue(run, now))
		return;
	run->stop = true;
	run->lost = run->inside && now - run->entered > HURRY(run->options->grace_ms);
}

static void watch(struct run *run)
{
	pthread_mutex_lock(&run->mutex);
	while (!run->finished && !run->lost) {
		struct timespec until;

		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_nsec += TICK_MS * 1000000L;
		until.tv_sec += until.tv_nsec / 1000000000;
		until.tv_nsec %= 1000000000;
		pthread_cond_timedwait(&run->over, &run->mutex, &until);
		call_back(run);
		give_up(run);
	}
	pthread_mutex_unlock(&run->mutex);
}

static int start(struct run *run, pthread_t *thread)
{
	pthread_condattr_t attr;
	sigset_t all, before;
	int r;

	pthread_mutex_init(&run->mutex, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&run->over, &attr);
	pthread_condattr_destroy(&attr);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	r = -pthread_create(thread, NULL, work, run);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return r;
}

/* ---- beginning and end */

static int hold(void *arg, int change, struct lw_error *error)
{
	struct run *run = arg;
	const struct lw_run_options *options = run->options;

	return options->hold ? options->hold(options->arg, change, error) : 0;
}

static size_t count(const struct lw_plan *plan, enum lw_op_state state)
{
	size_t n = 0;

	for (uint32_t i = 0; i < plan->nop; i++)
		n += plan->ops[i].state == state && is_change(&plan->ops[i]);
	return n;
}

static int verdict(const struct run *run, struct lw_run_result *result)
{
	result->done = run->done;
	result->failed = run->failed;
	result->lost = run->lost;
	result->adrift = run->adrift;
	if (run->lost)
		return -ETIMEDOUT;
	result->begun = run->begun;
	if (run->refused.err)
		return run->refused.err;
	result->skipped = count(run->plan, LW_OP_SKIPPED) + count(run->plan, LW_OP_PENDING);
	if (run->failed)
		return -EIO;
	result->stopped = !lw_sched_finished(run->sched);
	return result->stopped ? -ECANCELED : 0;
}

/* What was to be done; the error says what became of it. */
static void tell_failure(const struct run *run, struct failure *failure, struct lw_report *report)
{
	struct lw_op_view view = LW_OP_VIEW_INIT;

	if (failure->lacked) {
		lw_warn_op(report, run->plan, failure->op, &failure->error);
		return;
	}
	if (lw_plan_op(run->plan, failure->op, &view) == 0)
		lw_error_prefix(&failure->error, failure->error.err, "%scannot %s %s%s%s",
				run->options->rolling_back ? "on the way back: " : "",
				lw_verb_name(view.verb), view.attr ? view.attr : "",
				view.attr ? " of " : "", view.path);
	lw_tell_op(report, run->plan, failure->op, &failure->error);
}

static void tell(struct run *run, struct lw_report *report)
{
	struct lw_error error = LW_ERROR_INIT;

	if (!run->lost && run->refused.err) {
		lw_error_prefix(&run->refused, run->refused.err,
				"all I/O cannot be paused, so nothing was changed");
		lw_tell(report, &run->refused);
	}
	for (uint32_t i = 0; i < run->nfailure; i++)
		tell_failure(run, &run->failures[i], report);
	if (run->forgotten) {
		lw_error_set(&error, -ENOMEM, LW_CODE_MEMORY,
			     "%u more operations failed, and memory was too short to keep why",
			     run->forgotten);
		lw_tell(report, &error);
	}
	if (!run->lost)
		return;
	lw_error_set(&error, -ETIMEDOUT, LW_CODE_BUSY,
		     "the kernel does not come back from this; nothing more is tried");
	lw_error_hint(&error, "look at the kernel's log; when it has recovered, apply again");
	lw_tell_op(report, run->plan, run->op, &error);
}

static int begin(struct run *run, struct lw_error *error)
{
	struct lw_execute_options execute = LW_EXECUTE_OPTIONS_INIT;

	execute.deadline = run->options->apply->deadline;
	execute.stopped = stopped;
	execute.hold = hold;
	execute.arg = run;
	run->sched = lw_sched_new(run->plan);
	if (!run->sched)
		return lw_error_memory(error);
	return run->engine->begin(run->kt, run->plan, &execute, &run->executor, error);
}

static void done(struct run *run)
{
	if (run->kt)
		lw_kt_close(run->kt);
	lw_sched_free(run->sched);
	free(run->failures);
	pthread_mutex_destroy(&run->mutex);
	pthread_cond_destroy(&run->over);
	free(run);
}

/* Who tells of accesses stands outside: of what is lost, nothing is told. */
static int open_view(struct run *run, struct lw_ktree *kt, struct lw_error *error)
{
	run->gate = (struct lw_gate){ { &lw_gate_ops }, kt, enter, leave, run };
	return lw_log_view(run->options->log, &run->gate.kt, &run->kt, error);
}

static struct run *new_run(const struct lw_engine *engine, struct lw_plan *plan,
			   const struct lw_run_options *options)
{
	struct run *run = lw_calloc(1, sizeof(*run));

	if (!run)
		return NULL;
	run->engine = engine;
	run->plan = plan;
	run->options = options;
	run->op = LW_NO_OP;
	run->refused = (struct lw_error)LW_ERROR_INIT;
	run->unended = (struct lw_error)LW_ERROR_INIT;
	run->deadline = options->apply->deadline ? options->apply->deadline : USUAL_DEADLINE;
	run->total = lw_plan_changes(plan);
	return run;
}

static int carry_out(struct run *run, struct lw_run_result *result, struct lw_report *report)
{
	struct lw_error error = LW_ERROR_INIT;
	pthread_t thread;
	int r = start(run, &thread);

	if (r < 0) {
		lw_error_errno(&error, r, "cannot start a thread");
		lw_tell(report, &error);
		(void)run->engine->end(run->executor, NULL);
		return r;
	}
	watch(run);
	if (run->lost)
		pthread_detach(thread);
	else
		pthread_join(thread, NULL);
	r = verdict(run, result);
	tell(run, report);
	if (run->lost || run->ended >= 0)
		return r;
	lw_tell(report, &run->unended);
	return run->ended;
}

int lw_run(const struct lw_engine *engine, struct lw_ktree *kt, struct lw_plan *plan,
	   const struct lw_run_options *options, struct lw_run_result *result,
	   struct lw_report *report)
{
	struct run *run = new_run(engine, plan, options);
	struct lw_error error = LW_ERROR_INIT;
	int r;

	*result = (struct lw_run_result){ 0 };
	r = run ? open_view(run, kt, &error) : lw_error_memory(&error);
	if (r >= 0)
		r = begin(run, &error);
	if (r < 0) {
		lw_tell(report, &error);
		if (run)
			done(run);
		return r;
	}
	r = carry_out(run, result, report);
	if (!result->lost)
		done(run);
	return r;
}
