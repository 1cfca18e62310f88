/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plan being carried out: a thread works, with all signals blocked, so that no handler of the program runs in it; the
 * caller's thread watches it, so that a command that never comes back does not hold the program.
 */
#ifndef LW_APPLY_RUN_H
#define LW_APPLY_RUN_H

#include "apply/log.h"
#include "engine/engine.h"
#include "lunward/apply.h"

struct lw_run_options {
	const struct lw_apply_options *apply;
	bool go_on;	   /* after a failure */
	bool rolling_back; /* for the progress */
	int (*hold)(void *arg, int change, struct lw_error *error);
	void *arg;
	const struct lw_log *log;
	/* How much longer than its deadline a command may take before nobody waits for it any more. */
	unsigned grace_ms;
};
#define LW_RUN_GRACE_MS 30000

struct lw_run_result {
	size_t done, failed, skipped;
	bool begun;   /* an operation was at work */
	bool stopped; /* was told to */
	bool adrift; /* the kernel is still at an operation that nobody waits for: nothing may overlap it */
	bool lost; /* a command did not come back: @kt belongs to it now, and is never closed */
};

/*
 * What is lost has no say any more: should the command come back one day, its thread ends there and then, without a look at the
 * plan, the options or what they lead to, and without another command.
 *
 * @kt: for several threads at once; accesses are told to the log here
 * Returns 0 when every operation succeeded; -EIO, -ECANCELED, -ETIMEDOUT; or -errno when it could not begin.
 */
int lw_run(const struct lw_engine *engine, struct lw_ktree *kt, struct lw_plan *plan,
	   const struct lw_run_options *options, struct lw_run_result *result,
	   struct lw_report *report);

#endif
