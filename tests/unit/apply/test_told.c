/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Nothing fails without a word, also where memory is short at any moment. Plain files stand in for the kernel's; what is
 * applied is one attribute.
 */
#include "apply_test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc_fault.h"
#include "apply/system.h"
#include "base/mem.h"

static void make(int dir, const char *name, const char *text)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

struct fixture {
	const struct folder *folder;
	int top;
	struct lw_system *system;
	struct lw_report *report;
};

static void open_system(struct fixture *f)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;

	options.engine = "scst";
	options.root = f->folder->top;
	options.state = f->folder->top;
	assert_int_equal(lw_system_open(&options, &f->system, NULL), 0);
	assert_int_equal(lw_system_lock(f->system, 0, NULL), 0);
}

static struct fixture begin(void **state)
{
	static const char *const folders[] = { "handlers", "devices", "targets", "device_groups" };
	struct fixture f = { .folder = *state, .report = lw_report_new() };

	f.top = open(f.folder->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	make(f.top, lw_engine_named("scst", NULL)->witness, "");
	make(f.top, "suspend", "0\n");
	for (size_t i = 0; i < LW_ARRAY_LEN(folders); i++)
		assert_int_equal(mkdirat(f.top, folders[i], 0700), 0);
	make(f.top, "poll_us", "0\n");
	open_system(&f);
	return f;
}

static void end(struct fixture *f)
{
	lw_system_close(f->system);
	lw_report_free(f->report);
	close(f->top);
}

static bool told(const struct fixture *f, const char *words)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(f->report, n)); n++)
		if (problem->severity == LW_ERROR && strstr(problem->message, words))
			return true;
	return false;
}

static int set(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	(void)report;
	lw_tree_set(tree, lw_tree_root(tree), "poll_us", arg, strlen(arg), LW_NO_OFFSET);
	return 0;
}

static int plan_it(struct fixture *f, struct lw_plan **ret)
{
	struct lw_edit edit = LW_EDIT_INIT;
	char value[] = "7";

	edit.change = set;
	edit.arg = value;
	return lw_system_plan_edit(f->system, &edit, ret, f->report);
}

static int plan(struct fixture *f)
{
	struct lw_plan *plan = NULL;
	int r = plan_it(f, &plan);

	lw_plan_free(plan);
	return r;
}

static int plan_back(struct fixture *f)
{
	struct lw_plan *plan = NULL;
	int r = lw_system_plan_back(f->system, 0, &plan, f->report);

	lw_plan_free(plan);
	return r;
}

static int history(struct fixture *f)
{
	struct lw_history *history = NULL;
	int r = lw_history_read(f->system, &history, f->report);

	lw_history_free(history);
	return r;
}

static int facts(struct fixture *f)
{
	struct lw_facts *facts = NULL;
	int r = lw_facts_read(f->system, 0, &facts, f->report);

	lw_facts_free(facts);
	return r;
}

/* The plan is made with memory enough. */
static int apply(struct fixture *f, unsigned nth)
{
	struct lw_plan *plan = NULL;
	int r;

	make(f->top, "poll_us", "0\n");
	(void)unlinkat(f->folder->state.dir, "journal.json", 0);
	(void)unlinkat(f->folder->state.dir, "history/000001.json", 0);
	assert_int_equal(plan_it(f, &plan), 0);
	alloc_fault_arm(nth);
	r = lw_apply(f->system, NULL, plan, NULL, NULL, f->report);
	alloc_fault_disarm();
	lw_plan_free(plan);
	return r;
}

static void see_told(const struct fixture *f, size_t before, int r, unsigned nth)
{
	if (r < 0 && lw_report_count(f->report, LW_ERROR) == before)
		fail_msg("allocation %u: %s, and not a word", nth, strerrorname_np(-r));
}

static void see_each_told(struct fixture *f, int (*call)(struct fixture *f))
{
	bool fired = true;

	for (unsigned n = 1; fired; n++) {
		size_t before = lw_report_count(f->report, LW_ERROR);
		int r;

		alloc_fault_arm(n);
		r = call(f);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		see_told(f, before, r, n);
	}
}

/* @anew: else the plain file takes each command behind the one before, and is not as it should be. Returns the last one. */
static int apply_all(struct fixture *f, bool anew)
{
	bool fired = true;
	int r = 0;

	for (unsigned n = 1; fired; n++) {
		size_t before = lw_report_count(f->report, LW_ERROR);

		if (anew) {
			lw_system_close(f->system);
			open_system(f);
		}
		r = apply(f, n);
		fired = alloc_fault_fired();
		see_told(f, before, r, n);
	}
	return r;
}

static void memory_that_is_short_is_told(void **state)
{
	struct fixture f = begin(state);

	assert_int_equal(apply_all(&f, true), 0);
	assert_int_equal(apply_all(&f, false), -EIO);
	see_each_told(&f, plan_back);
	see_each_told(&f, history);
	see_each_told(&f, facts);
	make(f.top, "poll_us", "0\n");
	see_each_told(&f, plan);
	end(&f);
}

static void a_journal_that_went_bad_since_is_told(void **state)
{
	struct fixture f = begin(state);
	struct lw_plan *plan = NULL;

	assert_int_equal(plan_it(&f, &plan), 0);
	make(f.folder->state.dir, "journal.json", "no journal");
	assert_true(lw_apply(f.system, NULL, plan, NULL, NULL, f.report) < 0);
	assert_true(told(&f, "journal.json"));
	lw_plan_free(plan);
	end(&f);
}

static void a_history_that_cannot_be_read_is_told(void **state)
{
	struct fixture f = begin(state);

	assert_int_equal(unlinkat(f.folder->state.dir, "history", AT_REMOVEDIR), 0);
	make(f.folder->state.dir, "history", "");
	assert_int_equal(plan_back(&f), -ENOTDIR);
	assert_true(told(&f, "history"));
	end(&f);
}

static void a_lock_that_is_not_held_is_told(void **state)
{
	struct fixture f = begin(state);
	struct lw_plan *plan = NULL;

	assert_int_equal(plan_it(&f, &plan), 0);
	lw_system_unlock(f.system);
	assert_int_equal(lw_apply(f.system, NULL, plan, NULL, NULL, f.report), -ENOLCK);
	assert_true(told(&f, "lock"));
	lw_plan_free(plan);
	end(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(memory_that_is_short_is_told),
		FOLDER_TEST(a_journal_that_went_bad_since_is_told),
		FOLDER_TEST(a_history_that_cannot_be_read_is_told),
		FOLDER_TEST(a_lock_that_is_not_held_is_told),
	};

	return cmocka_run_group_tests_name("apply-told", tests, NULL, NULL);
}
