/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole line on a simulated SCST: read, plan, apply, read again.
 *
 * M1  After apply, the next plan is empty, and applying it writes nothing.
 * M4  Whatever write fails, the next apply reaches the goal, and the way back the old state.
 *     What is saved leads to where it was saved: from there without a write, and from nothing.
 * M17 Killed before any write, whoever comes next can go on and can go back, and no I/O stays paused. Half of all
 *     trials pause it around every plan.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "apply/system.h"
#include "base/file.h"
#include "base/mem.h"
#include "ktree_sim.h"
#include "lunward/engine.h"
#include "run.h"

struct live {
	struct trial *t;
	struct sim *sim;
	struct lw_system *system;
	struct lw_report *report;
	char state[64];
	unsigned suspend;	      /* seconds, of every apply; 0: no */
	bool lifting;		      /* the last write, or the one that failed, lifts a pause */
	bool deadly;		      /* from now on, each write is one to be killed before */
	const struct lw_tree *before; /* what was there, as it must be again */
	unsigned killed;
};

static bool wrong(struct live *live, const char *law, const char *what)
{
	if (!live->t->failed) {
		trial_fail(live->t, law, LW_NO_OP, "%s", what);
		print_report(live->report);
	}
	return false;
}

static void forget_report(struct live *live)
{
	lw_report_free(live->report);
	live->report = lw_report_new();
	if (!live->report)
		abort();
}

static void print_plan(const char *what, struct lw_plan *made)
{
	char *text = NULL;

	if (lw_plan_print(made, 0, &text) == 0)
		fprintf(stderr, "%s:\n%s", what, text);
	free(text);
}

/* ---- the machine */

static void control(struct live *live, const char *format, ...) LW_PRINTF(2, 3);

static void control(struct live *live, const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, why = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	if (sim_control(live->sim, lw_str_text(&text), &why) < 0) {
		fprintf(stderr, "%s: %s\n", lw_str_text(&text), lw_str_text(&why));
		abort();
	}
}

static void backing_of(struct live *live, const struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		const char *path = world_get(w, id, "filename");

		if (path && *path == '/')
			control(live, "block %s 1048576", path);
	}
}

static int before_access(void *ctx, enum sim_op op, const char *path, const char *data, size_t len);

static void open_system(struct live *live)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_ktree *kt = NULL;

	options.engine = "scst";
	options.state = live->state;
	if (lw_kt_sim_open(live->sim, &kt) < 0 ||
	    lw_system_open_view(&options, kt, &live->system, &error) < 0 ||
	    lw_system_lock(live->system, 0, &error) < 0) {
		fprintf(stderr, "%s\n", error.message);
		abort();
	}
}

static void begin(struct live *live, struct trial *t)
{
	const struct sim_env env = { .ctx = live, .before = before_access };

	*live = (struct live){ .t = t, .sim = sim_new(&env), .state = "/tmp/live-XXXXXX" };
	live->suspend = rng_chance(&t->rng, 50) ? 5 : 0;
	forget_report(live);
	if (!live->sim || !mkdtemp(live->state))
		abort();
	control(live, "state fresh");
	backing_of(live, &t->have);
	backing_of(live, &t->goal);
	open_system(live);
}

static void remove_below(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *de;

	while (dir && (de = readdir(dir))) {
		LW_AUTO_STR struct lw_str name = LW_STR_INIT;

		if (!strcmp(de->d_name, ".") || !strcmp(de->d_name, ".."))
			continue;
		lw_str_addf(&name, "%s/%s", path, de->d_name);
		if (de->d_type == DT_DIR)
			remove_below(lw_str_text(&name));
		else
			unlink(lw_str_text(&name));
	}
	if (dir)
		closedir(dir);
	rmdir(path);
}

static void end(struct live *live)
{
	lw_system_close(live->system);
	sim_free(live->sim);
	lw_report_free(live->report);
	remove_below(live->state);
}

/* ---- what is done to it */

static struct lw_tree *declare(const struct world *w)
{
	const struct tree_how how = { .declared = true };

	return world_tree(w, &how);
}

/* NULL: the trial has failed. */
static struct lw_plan *plan(struct live *live, const struct lw_tree *want)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	struct lw_plan *made = NULL;

	/* The states are whole: what they do not have shall not be. */
	options.prune_all = true;
	forget_report(live);
	if (lw_system_plan(live->system, want, &options, &made, live->report) < 0)
		wrong(live, "M1", "there is no plan");
	return made;
}

static int apply_with(struct live *live, const struct lw_tree *want, enum lw_on_error policy,
		      struct lw_outcome *outcome)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_plan *made = plan(live, want);
	int r;

	if (!made)
		return -EINVAL;
	options.on_error = policy;
	options.suspend = live->suspend;
	options.command = "property";
	r = lw_apply(live->system, want, made, &options, outcome, live->report);
	lw_plan_free(made);
	return r;
}

static bool nothing_left(struct live *live, const struct lw_tree *want, const char *law)
{
	unsigned long writes = sim_count(live->sim, SIM_WRITE);
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_plan *again = plan(live, want);
	bool empty;

	if (!again)
		return false;
	empty = !lw_plan_changes(again);
	if (!empty)
		print_plan("still to do", again);
	lw_plan_free(again);
	if (!empty)
		return wrong(live, law, "the next plan is not empty");
	if (apply_with(live, want, LW_ON_ERROR_STOP, &outcome) < 0 ||
	    sim_count(live->sim, SIM_WRITE) != writes || outcome.id)
		return wrong(live, law, "applying nothing did something");
	return true;
}

/* @ret_id: of the apply, 0 when there was nothing to do; may be NULL. */
static bool reach_it(struct live *live, const struct world *w, uint64_t *ret_id)
{
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_tree *want = declare(w);
	bool ok = apply_with(live, want, LW_ON_ERROR_STOP, &outcome) >= 0 ||
		  wrong(live, "M1", "the apply failed");

	if (ret_id)
		*ret_id = outcome.id;

	ok = ok && nothing_left(live, want, "M1");
	lw_tree_free(want);
	return ok;
}

static struct lw_tree *read_it(struct live *live, const struct lw_tree *share)
{
	struct lw_tree *tree = NULL;

	if (lw_system_read(live->system, share, 0, &tree, live->report) < 0)
		wrong(live, "M1", "it cannot be read");
	return tree;
}

/* @before is given away. */
static bool is_as(struct live *live, struct lw_tree *before)
{
	struct lw_tree *now = read_it(live, before);
	struct lw_plan *left = NULL;
	bool same;

	if (!now || lw_diff(now, before, &left, NULL) < 0)
		return wrong(live, "M4", "it cannot be compared");
	same = !lw_plan_changes(left);
	if (!same)
		print_plan("what differs", left);
	lw_plan_free(left);
	return same || wrong(live, "M4", "it is not as it was before");
}

static bool go_back(struct live *live)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_plan *back = NULL;
	int r;

	options.suspend = live->suspend;
	forget_report(live);
	r = lw_system_plan_back(live->system, 0, &back, live->report);
	if (r >= 0)
		r = lw_apply(live->system, NULL, back, &options, NULL, live->report);
	if (r < 0 && back)
		print_plan("the way back", back);
	lw_plan_free(back);
	return r >= 0 || wrong(live, "M4", "there is no way back");
}

/* ---- the laws */

static void there_and_back(struct trial *t)
{
	struct live live;
	struct lw_tree *before;
	uint64_t id;

	begin(&live, t);
	if (reach_it(&live, &t->have, NULL)) {
		before = read_it(&live, NULL);
		if (before && reach_it(&live, &t->goal, &id) && (!id || go_back(&live)))
			is_as(&live, before);
		else
			lw_tree_free(before);
	}
	end(&live);
}

static bool save_it(struct live *live, struct lw_tree **ret)
{
	unsigned flags = rng_chance(&live->t->rng, 50) ? LW_SAVED_ALL : 0;

	if (lw_system_saved(live->system, flags, ret, live->report) < 0)
		return wrong(live, "M4", "it cannot be saved");
	return lw_tree_check(*ret, live->report) == 0 ||
	       wrong(live, "M4", "what is saved has mistakes");
}

static bool clear_it(struct live *live)
{
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_tree *nothing = lw_tree_new(lw_system_schema(live->system));
	bool ok = apply_with(live, nothing, LW_ON_ERROR_STOP, &outcome) >= 0 ||
		  wrong(live, "M4", "it cannot be cleared");

	lw_tree_free(nothing);
	return ok;
}

static void saved(struct trial *t)
{
	struct lw_tree *before = NULL, *want = NULL;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct live live;

	begin(&live, t);
	if (reach_it(&live, &t->have, NULL) && (before = read_it(&live, NULL)) &&
	    save_it(&live, &want) && nothing_left(&live, want, "M4") && clear_it(&live)) {
		if (apply_with(&live, want, LW_ON_ERROR_STOP, &outcome) >= 0)
			is_as(&live, LW_TAKE(before));
		else
			wrong(&live, "M4", "what was saved cannot be applied");
	}
	lw_tree_free(before);
	lw_tree_free(want);
	end(&live);
}

static bool nobody_is_paused(struct live *live)
{
	return !lw_pauses(live->system) || wrong(live, "M17", "I/O stayed paused");
}

/* One write fails, whichever it is. */
static void one_fails(struct trial *t)
{
	enum lw_on_error policy = (enum lw_on_error)rng_below(&t->rng, 3);
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_tree *before = NULL, *want = NULL;
	struct live live;
	int r;

	begin(&live, t);
	if (reach_it(&live, &t->have, NULL) && (before = read_it(&live, NULL))) {
		want = declare(&t->goal);
		control(&live, "fault write %u EIO", rng_below(&t->rng, 30));
		r = apply_with(&live, want, policy, &outcome);
		/* To lift a pause is tried twice. */
		if (r >= 0 && sim_fault_fired(live.sim) && !live.lifting)
			wrong(&live, "M4", "a write failed, and nobody said so");
		else if (r < 0 && !outcome.id)
			is_as(&live, LW_TAKE(before));
		else if (r < 0 && policy == LW_ON_ERROR_ROLLBACK && outcome.rolled_back)
			is_as(&live, LW_TAKE(before));
		if (!t->failed && nobody_is_paused(&live))
			reach_it(&live, &t->goal, NULL);
	}
	lw_tree_free(before);
	lw_tree_free(want);
	end(&live);
}

/* ---- killed before a write: a child lives on in that world, with a copy of what was on the disk */

static void copy_file(const char *from, const char *to)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	FILE *file;

	if (lw_file_read_all(from, SIZE_MAX, &text, NULL) < 0)
		abort();
	file = fopen(to, "w");
	if (!file || fwrite(lw_str_text(&text), 1, text.len, file) != text.len || fclose(file))
		abort();
}

static void copy_below(const char *from, const char *to)
{
	DIR *dir = opendir(from);
	const struct dirent *de;

	if (mkdir(to, 0700) < 0 && errno != EEXIST)
		abort();
	while (dir && (de = readdir(dir))) {
		LW_AUTO_STR struct lw_str a = LW_STR_INIT, b = LW_STR_INIT;

		if (!strcmp(de->d_name, ".") || !strcmp(de->d_name, ".."))
			continue;
		lw_str_addf(&a, "%s/%s", from, de->d_name);
		lw_str_addf(&b, "%s/%s", to, de->d_name);
		if (de->d_type == DT_DIR)
			copy_below(lw_str_text(&a), lw_str_text(&b));
		else
			copy_file(lw_str_text(&a), lw_str_text(&b));
	}
	if (dir)
		closedir(dir);
}

/* The system of the dead one is left as it is: nobody frees what a dead one had. */
static bool live_on(struct live *live, bool forth)
{
	char state[] = "/tmp/live-XXXXXX";
	bool ok;

	if (!mkdtemp(state))
		abort();
	copy_below(live->state, state);
	memcpy(live->state, state, sizeof(state));
	open_system(live);
	ok = nobody_is_paused(live);
	if (ok && forth)
		ok = reach_it(live, &live->t->goal, NULL);
	else if (ok)
		ok = go_back(live) && is_as(live, lw_tree_copy(live->before));
	ok = ok && nobody_is_paused(live);
	remove_below(state);
	return ok;
}

static bool child_lives_on(struct live *live, bool forth)
{
	int status = 0;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid < 0)
		abort();
	if (pid == 0) {
		live->deadly = false;
		_exit(live_on(live, forth) ? 0 : 1);
	}
	if (waitpid(pid, &status, 0) < 0)
		abort();
	return status == 0;
}

static int before_access(void *ctx, enum sim_op op, const char *path, const char *data, size_t len)
{
	struct live *live = ctx;

	if (op == SIM_WRITE && !sim_fault_fired(live->sim))
		live->lifting = !strcmp(path, "suspend") && len && *data == '-';
	if (op != SIM_WRITE || !live->deadly || live->t->failed)
		return 0;
	live->killed++;
	if (!child_lives_on(live, true) || !child_lives_on(live, false))
		trial_fail(live->t, "M17", LW_NO_OP, "killed before write %u, to %s", live->killed,
			   path);
	return 0;
}

static void killed_anywhere(struct trial *t)
{
	struct lw_tree *before = NULL;
	struct live live;

	begin(&live, t);
	if (reach_it(&live, &t->have, NULL) && (before = read_it(&live, NULL))) {
		live.before = before;
		live.deadly = true;
		reach_it(&live, &t->goal, NULL);
	}
	lw_tree_free(before);
	end(&live);
}

int main(int argc, char **argv)
{
	int r = trials(argc, argv, "M1 M4", &scst_model, 100, there_and_back);

	r |= trials(argc, argv, "M4", &scst_model, 100, saved);
	r |= trials(argc, argv, "M4 M17", &scst_model, 100, one_fails);
	r |= trials(argc, argv, "M4 M17", &scst_model, 6, killed_anywhere);
	world_forget_texts();
	return r;
}
