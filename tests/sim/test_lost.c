/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A command that the kernel does not come back from: it is given up on together with its thread, nothing is written behind it,
 * and all that the caller has may be freed. What only takes its time is waited for.
 */
#include "sim_test.h"

#include <dirent.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/system.h"
#include "ktree_sim.h"
#include "lunward/format.h"

#define TARGET "iqn.2026-01.lw:t"
#define LUNS "targets/iscsi/" TARGET "/luns/mgmt"

/* What the thread had at hand when it was given up on is never freed: see lw_apply(). */
const char *__lsan_default_suppressions(void);
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the sanitizer's own name */
const char *__lsan_default_suppressions(void)
{
	return "leak:lw_run\nleak:work_through\n";
}

/* A view whose commands can be held up. */
struct door {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	pthread_mutex_t mutex;
	pthread_cond_t opens;
	const char *shut; /* a command that begins so stays until it is NULL */
	unsigned slow_ms; /* what each command takes */
	unsigned writes;
};

static struct door *door_of(struct lw_ktree *kt)
{
	return (struct door *)kt;
}

static void sleep_ms(unsigned ms)
{
	struct timespec ts = { ms / 1000, (long)(ms % 1000) * 1000000 };

	nanosleep(&ts, NULL);
}

static int door_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	return lw_kt_list(door_of(kt)->inner, path, ret, error);
}

static int door_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	return lw_kt_read(door_of(kt)->inner, path, ret, error);
}

static int door_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		      struct lw_error *error)
{
	struct door *door = door_of(kt);

	pthread_mutex_lock(&door->mutex);
	door->writes++;
	while (door->shut && !strncmp(data, door->shut, strlen(door->shut)))
		pthread_cond_wait(&door->opens, &door->mutex);
	pthread_mutex_unlock(&door->mutex);
	sleep_ms(door->slow_ms);
	return lw_kt_write(door->inner, path, data, len, error);
}

static int door_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	return lw_kt_readlink(door_of(kt)->inner, path, ret, error);
}

static int door_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	return lw_kt_stat(door_of(kt)->inner, path, ret, error);
}

/* The test's own: the thread may still be in it. */
static void door_close(struct lw_ktree *kt)
{
	(void)kt;
}

static const struct lw_ktree_ops door_ops = {
	.size = sizeof(door_ops),
	.list = door_list,
	.read = door_read,
	.write = door_write,
	.readlink = door_readlink,
	.stat = door_stat,
	.close = door_close,
};

struct fixture {
	struct door door;
	struct sim *sim;
	struct lw_system *scst;
	struct lw_report *report;
	char folder[32];
};

static int begin(void **state)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct fixture *f = calloc(1, sizeof(*f));
	struct sim *sim = sim_new(NULL);

	control(sim, "state fresh");
	put(sim, "handlers/vdisk_nullio/mgmt", "add_device a dummy=1", 0);
	put(sim, "handlers/vdisk_nullio/mgmt", "add_device b dummy=1", 0);
	put(sim, "targets/iscsi/mgmt", "add_target " TARGET, 0);
	put(sim, LUNS, "add a 0", 0);
	put(sim, "targets/iscsi/" TARGET "/rel_tgt_id", "1", 0);
	put(sim, "targets/iscsi/" TARGET "/enabled", "1", 0);
	put(sim, "targets/iscsi/enabled", "1", 0);
	control(sim, "login iscsi " TARGET " iqn.2026-01.lw:i");
	f->sim = sim;
	strcpy(f->folder, "/tmp/lost-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->door.kt.ops = &door_ops;
	pthread_mutex_init(&f->door.mutex, NULL);
	pthread_cond_init(&f->door.opens, NULL);
	assert_int_equal(lw_kt_sim_open(sim, &f->door.inner), 0);
	options.engine = "scst";
	options.state = f->folder;
	assert_int_equal(lw_system_open_view(&options, &f->door.kt, &f->scst, NULL), 0);
	assert_int_equal(lw_system_lock(f->scst, 0, NULL), 0);
	f->scst->grace_ms = 600;
	f->report = lw_report_new();
	*state = f;
	return 0;
}

/* How many threads there are. */
static unsigned threads(void)
{
	DIR *dir = opendir("/proc/self/task");
	const struct dirent *de;
	unsigned count = 0;

	while ((de = readdir(dir)))
		count += de->d_name[0] != '.';
	closedir(dir);
	return count;
}

static void let_go(struct door *door)
{
	pthread_mutex_lock(&door->mutex);
	door->shut = NULL;
	pthread_cond_broadcast(&door->opens);
	pthread_mutex_unlock(&door->mutex);
}

static int end(void **state)
{
	struct fixture *f = *state;
	LW_AUTO_STR struct lw_str remove = LW_STR_INIT;

	lw_system_close(f->scst);
	lw_report_free(f->report);
	lw_kt_close(f->door.inner);
	sim_free(f->sim);
	lw_str_addf(&remove, "rm -rf %s", f->folder);
	assert_int_equal(system(lw_str_text(&remove)), 0);
	free(f);
	return 0;
}

static struct lw_tree *want(void)
{
	static const char text[] = "TARGET_DRIVER iscsi {\n"
				   "	enabled 1\n"
				   "	TARGET " TARGET " {\n"
				   "		rel_tgt_id 1\n"
				   "		enabled 1\n"
				   "		LUN 0 b\n"
				   "	}\n"
				   "}\n";
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "a.conf", text, strlen(text), NULL,
					&tree, NULL),
			 0);
	assert_int_equal(lw_tree_canon(tree, NULL), 0);
	assert_int_equal(lw_tree_resolve(tree), 0);
	return tree;
}

/* Exchanges the unit's device: all I/O is paused, the device exchanged, all I/O goes on. */
static int apply(struct fixture *f, unsigned confirm_within)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_tree *tree = want();
	struct lw_plan *plan = NULL;
	int r;

	options.deadline = 1;
	options.confirm_within = confirm_within;
	assert_int_equal(lw_system_plan(f->scst, tree, NULL, &plan, f->report), 0);
	r = lw_apply(f->scst, tree, plan, &options, NULL, f->report);
	lw_plan_free(plan);
	lw_tree_free(tree);
	return r;
}

static bool journal_is_open(const struct fixture *f)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s/scst/journal.json", f->folder);
	return access(lw_str_text(&path), F_OK) == 0;
}

static bool told(const struct fixture *f, const char *words)
{
	const struct lw_problem *problem;

	for (size_t n = 0; (problem = lw_report_get(f->report, n)); n++)
		if (strstr(problem->message, words))
			return true;
	return false;
}

/* It comes back when nobody waits any more: its thread ends, and writes nothing. */
static void see_nothing_behind(struct fixture *f)
{
	unsigned writes = f->door.writes;

	assert_true(threads() > 1);
	let_go(&f->door);
	for (unsigned n = 0; threads() > 1 && n < 500; n++)
		sleep_ms(10);
	assert_int_equal(threads(), 1);
	assert_int_equal(f->door.writes, writes);
}

static void nothing_is_written_behind(void **state)
{
	struct fixture *f = *state;

	f->door.shut = "30"; /* the pause, of an operation that has two more commands */
	assert_int_equal(apply(f, 0), -ETIMEDOUT);
	assert_true(told(f, "does not come back"));
	assert_true(journal_is_open(f));
	/* Nothing may overlap what the kernel is at. */
	assert_int_equal(apply(f, 0), -EBUSY);
	lw_system_close(f->scst);
	f->scst = NULL;
	see_nothing_behind(f);
}

static void a_way_back_that_is_lost_leaves_the_journal_open(void **state)
{
	struct fixture *f = *state;

	f->door.shut = "replace a";
	assert_int_equal(apply(f, 1), -ETIMEDOUT);
	assert_true(told(f, "nobody confirmed"));
	assert_true(journal_is_open(f));
	see_nothing_behind(f);
}

/* Each of the commands takes less than the deadline, the operation more. */
static void each_command_has_its_own_time(void **state)
{
	struct fixture *f = *state;

	f->door.slow_ms = 800;
	assert_int_equal(apply(f, 0), 0);
	assert_int_equal(f->door.writes, 3);
	assert_false(journal_is_open(f));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_written_behind),
		TEST(a_way_back_that_is_lost_leaves_the_journal_open),
		TEST(each_command_has_its_own_time),
	};

	return cmocka_run_group_tests_name("sim-lost", tests, NULL, NULL);
}
