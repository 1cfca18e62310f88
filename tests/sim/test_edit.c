/* SPDX-License-Identifier: Apache-2.0 */
/* One change to what is there, whatever anybody declared; and files of an object as they stand. */
#include "sim_test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "apply/system.h"
#include "ktree_sim.h"
#include "schema/scst_kinds.h"

#define TARGET "targets/iscsi/iqn.2026-01.lw:t"

struct fixture {
	struct sim *sim;
	struct lw_system *scst;
	struct lw_report *report;
	char folder[32];
};

static struct fixture open_scst(struct sim *sim)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct fixture f = { .sim = sim, .report = lw_report_new(), .folder = "/tmp/edit-XXXXXX" };
	struct lw_ktree *kt = NULL;

	put(sim, "handlers/vdisk_nullio/mgmt", "add_device a dummy=1", 0);
	put(sim, "handlers/vdisk_nullio/mgmt", "add_device b dummy=1", 0);
	put(sim, "targets/iscsi/mgmt", "add_target iqn.2026-01.lw:t", 0);
	put(sim, TARGET "/luns/mgmt", "add a 0", 0);
	put(sim, TARGET "/luns/mgmt", "add b 1", 0);
	assert_non_null(mkdtemp(f.folder));
	options.engine = "scst";
	options.state = f.folder;
	assert_int_equal(lw_kt_sim_open(sim, &kt), 0);
	assert_int_equal(lw_system_open_view(&options, kt, &f.scst, NULL), 0);
	assert_int_equal(lw_system_lock(f.scst, 0, NULL), 0);
	return f;
}

static void close_scst(struct fixture *f)
{
	LW_AUTO_STR struct lw_str remove = LW_STR_INIT;

	lw_system_close(f->scst);
	lw_report_free(f->report);
	lw_str_addf(&remove, "rm -rf %s", f->folder);
	assert_int_equal(system(lw_str_text(&remove)), 0);
}

/* What is done to the node of a path. */
struct change {
	const char *path, *attr, *value;
	unsigned times;
};

static int delete_it(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	struct change *change = arg;

	(void)report;
	change->times++;
	lw_tree_delete(tree, lw_tree_find_path(tree, change->path));
	return 0;
}

static int set_it(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	struct change *change = arg;

	(void)report;
	lw_tree_set(tree, lw_tree_find_path(tree, change->path), change->attr, change->value,
		    strlen(change->value), LW_NO_OFFSET);
	return 0;
}

static int give_up(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	(void)arg;
	(void)tree;
	(void)report;
	return -ECANCELED;
}

static int edit(struct fixture *f, int (*how)(void *, struct lw_tree *, struct lw_report *),
		struct change *change, size_t *ret_changes)
{
	struct lw_edit edit = LW_EDIT_INIT;
	struct lw_plan *plan = NULL;
	int r;

	edit.change = how;
	edit.arg = change;
	r = lw_system_plan_edit(f->scst, &edit, &plan, f->report);
	*ret_changes = r < 0 ? 0 : lw_plan_changes(plan);
	if (r >= 0)
		r = lw_apply(f->scst, NULL, plan, NULL, NULL, f->report);
	lw_plan_free(plan);
	return r;
}

static void one_object_goes_and_nothing_else(void **state)
{
	struct fixture f = open_scst(*state);
	struct change change = { .path = TARGET "/luns/0" };
	size_t changes;

	assert_int_equal(edit(&f, delete_it, &change, &changes), 0);
	assert_int_equal(changes, 1);
	assert_true(change.times > 1); /* more was read for it */
	assert_false(there(f.sim, TARGET "/luns/0"));
	assert_true(there(f.sim, TARGET "/luns/1"));
	close_scst(&f);
}

static void what_a_device_serves_goes_with_it_and_before_it(void **state)
{
	struct fixture f = open_scst(*state);
	struct change change = { .path = "handlers/vdisk_nullio/b" };
	size_t changes;

	assert_int_equal(edit(&f, delete_it, &change, &changes), 0);
	assert_int_equal(changes, 2);
	assert_false(there(f.sim, "devices/b"));
	assert_false(there(f.sim, TARGET "/luns/1"));
	assert_true(there(f.sim, TARGET "/luns/0"));
	close_scst(&f);
}

static void what_is_wrong_already_is_no_reason_to_refuse(void **state)
{
	struct fixture f = open_scst(*state);
	struct change change = { TARGET, "MaxSessions", "3", 0 };
	size_t changes;

	/* The same initiator in two groups: the kernel takes it, a configuration may not say it. */
	put(f.sim, TARGET "/ini_groups/mgmt", "create g", 0);
	put(f.sim, TARGET "/ini_groups/mgmt", "create h", 0);
	put(f.sim, TARGET "/ini_groups/g/initiators/mgmt", "add x", 0);
	put(f.sim, TARGET "/ini_groups/h/initiators/mgmt", "add x", 0);
	assert_int_equal(edit(&f, set_it, &change, &changes), 0);
	assert_int_equal(changes, 1);
	assert_int_equal(lw_report_size(f.report), 0);
	see(f.sim, TARGET "/MaxSessions", "3\n[key]\n\n");
	close_scst(&f);
}

static void what_the_change_makes_wrong_is_refused(void **state)
{
	struct fixture f = open_scst(*state);
	struct change change = { "handlers/vdisk_nullio/a", "threads_num", "99999999999", 0 };
	size_t changes;

	assert_int_equal(edit(&f, set_it, &change, &changes), -EINVAL);
	assert_int_equal(lw_report_count(f.report, LW_ERROR), 1);
	close_scst(&f);
}

static void who_gives_up_gets_no_plan(void **state)
{
	struct fixture f = open_scst(*state);
	struct change change = { .path = NULL };
	size_t changes;

	assert_int_equal(edit(&f, give_up, &change, &changes), -ECANCELED);
	assert_int_equal(lw_report_size(f.report), 0);
	close_scst(&f);
}

/* ---- files */

struct seen {
	bool size, handler, resync, mgmt;
};

static int look(void *arg, const struct lw_file_view *file)
{
	struct seen *seen = arg;

	if (!strcmp(file->name, "size")) {
		assert_true(file->readable && file->writable && !file->link);
		seen->size = true;
	}
	if (!strcmp(file->name, "handler")) {
		assert_true(file->link && !file->writable);
		assert_string_equal(file->text, "vdisk_nullio");
		seen->handler = true;
	}
	if (!strcmp(file->name, "dump_prs")) {
		assert_true(file->writable && !file->readable && !file->text);
		seen->resync = true;
	}
	seen->mgmt |= !strcmp(file->name, "mgmt");
	return 0;
}

static void files_are_shown_as_they_stand(void **state)
{
	struct fixture f = open_scst(*state);
	struct seen seen = { false, false, false, false };
	struct lw_file_query query = LW_FILE_QUERY_INIT;
	struct lw_tree *tree = NULL;
	lw_node device, target;

	assert_int_equal(lw_system_read(f.scst, NULL, LW_READ_NAMES, &tree, NULL), 0);
	device = lw_tree_find_path(tree, "handlers/vdisk_nullio/a");
	target = lw_tree_find_path(tree, TARGET);
	assert_int_equal(lw_node_attr_count(tree, device), 0);
	query.tree = tree;
	query.node = device;
	query.give = look;
	query.arg = &seen;
	assert_int_equal(lw_system_files(f.scst, &query, NULL), 0);
	assert_true(seen.size && seen.handler && seen.resync && !seen.mgmt);
	query.node = target;
	query.below = "luns";
	query.only = "mgmt";
	assert_int_equal(lw_system_files(f.scst, &query, NULL), 0);
	assert_true(seen.mgmt);
	query.below = NULL;
	query.only = "none";
	assert_int_equal(lw_system_files(f.scst, &query, NULL), -ENOENT);
	lw_tree_free(tree);
	close_scst(&f);
}

static void an_action_is_written_under_the_lock_only(void **state)
{
	struct fixture f = open_scst(*state);
	struct lw_error error = LW_ERROR_INIT;
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_system_read(f.scst, NULL, LW_READ_NAMES, &tree, NULL), 0);
	assert_int_equal(lw_system_act(f.scst, tree, 1, "measure_latency", "1", NULL), 0);
	see(f.sim, "measure_latency", "1\n");
	assert_int_equal(lw_system_act(f.scst, tree, 1, "measure_latency", "x", &error), -EINVAL);
	assert_int_equal(lw_system_act(f.scst, tree, 1, "../x", "1", &error), -EINVAL);
	lw_system_unlock(f.scst);
	assert_int_equal(lw_system_act(f.scst, tree, 1, "measure_latency", "0", &error), -ENOLCK);
	see(f.sim, "measure_latency", "1\n");
	lw_tree_free(tree);
	close_scst(&f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, sim_start, sim_stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_object_goes_and_nothing_else),
		TEST(what_a_device_serves_goes_with_it_and_before_it),
		TEST(what_is_wrong_already_is_no_reason_to_refuse),
		TEST(what_the_change_makes_wrong_is_refused),
		TEST(who_gives_up_gets_no_plan),
		TEST(files_are_shown_as_they_stand),
		TEST(an_action_is_written_under_the_lock_only),
	};

	return cmocka_run_group_tests_name("sim-edit", tests, NULL, NULL);
}
