/* SPDX-License-Identifier: Apache-2.0 */
/*
 * M12 A unit that shall be read-only is seen to be before anybody reaches it: on a kernel that does not understand
 * read_only, it is taken away again.
 */
#include "sim_test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "apply/system.h"
#include "ktree_sim.h"
#include "schema/scst_kinds.h"

/* A view whose kernel never hears of read_only. */
struct deaf {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	struct lw_ktree_ops ops;
};

static struct lw_ktree *inner_of(struct lw_ktree *kt)
{
	return ((struct deaf *)kt)->inner;
}

static int deaf_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	return inner_of(kt)->ops->list(inner_of(kt), path, ret, error);
}

static int deaf_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	return inner_of(kt)->ops->read(inner_of(kt), path, ret, error);
}

static int deaf_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		      struct lw_error *error)
{
	const char *at = strstr(data, " read_only=1");

	return inner_of(kt)->ops->write(inner_of(kt), path, data, at ? (size_t)(at - data) : len,
					error);
}

static int deaf_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	return inner_of(kt)->ops->readlink(inner_of(kt), path, ret, error);
}

static int deaf_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	return inner_of(kt)->ops->stat(inner_of(kt), path, ret, error);
}

static void deaf_close(struct lw_ktree *kt)
{
	lw_kt_close(inner_of(kt));
	free(kt);
}

static struct lw_ktree *deaf_view(struct sim *sim)
{
	struct deaf *deaf = calloc(1, sizeof(*deaf));

	assert_non_null(deaf);
	assert_int_equal(lw_kt_sim_open(sim, &deaf->inner), 0);
	deaf->ops = (struct lw_ktree_ops){
		sizeof(deaf->ops), deaf_list, deaf_read,  deaf_write,
		deaf_readlink,	   deaf_stat, deaf_close,
	};
	deaf->kt.ops = &deaf->ops;
	return &deaf->kt;
}

static struct lw_tree *read_only_unit(void)
{
	struct lw_tree *tree = lw_tree_new(lw_schema_find("scst"));
	lw_node handler = lw_tree_add(tree, 1, SCST_NULLIO_HANDLER, "vdisk_nullio", 12);
	lw_node device = lw_tree_add(tree, handler, SCST_NULLIO_DEVICE, "a", 1);
	lw_node driver = lw_tree_add(tree, 1, SCST_ISCSI_DRIVER, "iscsi", 5);
	lw_node target = lw_tree_add(tree, driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:t", 16);
	lw_node unit = lw_tree_add(tree, target, SCST_LUN, "0", 1);

	lw_tree_refer(tree, unit, device);
	lw_tree_set(tree, unit, "read_only", "1", 1, LW_NO_OFFSET);
	lw_tree_set(tree, target, "enabled", "1", 1, LW_NO_OFFSET);
	assert_int_equal(lw_tree_canon(tree, NULL), 0);
	assert_int_equal(lw_tree_resolve(tree), 0);
	return tree;
}

static void a_unit_that_can_be_written_is_taken_away_again(void **state)
{
	struct lw_system_options options = LW_SYSTEM_OPTIONS_INIT;
	struct lw_apply_options apply = LW_APPLY_OPTIONS_INIT;
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_tree *want = read_only_unit();
	struct lw_system *scst = NULL;
	struct lw_plan *plan = NULL;
	struct sim *sim = *state;
	char folder[] = "/tmp/read-only-XXXXXX";
	LW_AUTO_STR struct lw_str remove = LW_STR_INIT;

	assert_non_null(mkdtemp(folder));
	options.engine = "scst";
	options.state = folder;
	apply.on_error = LW_ON_ERROR_CONTINUE;
	assert_int_equal(lw_system_open_view(&options, deaf_view(sim), &scst, NULL), 0);
	assert_int_equal(lw_system_lock(scst, 0, NULL), 0);
	assert_int_equal(lw_system_plan(scst, want, NULL, &plan, report), 0);
	assert_int_equal(lw_apply(scst, want, plan, &apply, &outcome, report), -EIO);

	assert_int_equal(outcome.failed, 1);
	assert_false(there(sim, "targets/iscsi/iqn.2026-01.lw:t/luns/0"));
	see(sim, "targets/iscsi/iqn.2026-01.lw:t/enabled", "1\n");
	lw_plan_free(plan);
	lw_system_close(scst);
	lw_tree_free(want);
	lw_report_free(report);
	lw_str_addf(&remove, "rm -rf %s", folder);
	assert_int_equal(system(lw_str_text(&remove)), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_unit_that_can_be_written_is_taken_away_again,
						sim_start, sim_stop),
	};

	return cmocka_run_group_tests_name("sim-read_only", tests, NULL, NULL);
}
