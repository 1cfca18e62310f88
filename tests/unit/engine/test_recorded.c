/* SPDX-License-Identifier: Apache-2.0 */
/* Engines by their paths, and recorded trees given as text. */
#include "engine_test.h"

#include "alloc_fault.h"
#include "lunward/plan.h"
#include "model/tree/tree.h"
#include "schema/scst_kinds.h"

static const char small[] = "0755\td\t" TRACE_ROOT "\t\n"
			    "0644\tf\t" TRACE_ROOT "/setup_id\t0x21\\n[key]\\n\n"
			    "0755\td\t" TRACE_ROOT "/handlers\t\n"
			    "0755\td\t" TRACE_ROOT "/targets\t\n"
			    "0755\td\t" TRACE_ROOT "/device_groups\t\n";

/* Reads a text that is refused; all that was said as "object: message" or "line:column message". */
static void expect_refused(const char *text, size_t len, int want, const char *said)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_recorded_read("s.txt", text, len, 0, NULL, &tree, report), want);
	assert_null(tree);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_string_equal(p->file, "s.txt");
		lw_str_addf(&got, "%s ", lw_code_name(p->code));
		if (p->line)
			lw_str_addf(&got, "%u:%u ", p->line, p->column);
		lw_str_addf(&got, "%s\n", p->message);
	}
	assert_string_equal(lw_str_text(&got), said);
	lw_report_free(report);
	assert_int_equal(lw_recorded_read("s.txt", text, len, 0, NULL, &tree, NULL), want);
}
#define REFUSED(text, want, said) expect_refused(text, sizeof(text) - 1, want, said)

static const struct lw_engine *engine_of(const char *path)
{
	return lw_engine_of_path(path, strlen(path));
}

static void engines_are_known_by_their_paths(void **state)
{
	(void)state;
	assert_ptr_equal(engine_of(TRACE_ROOT), &lw_engine_scst);
	assert_ptr_equal(engine_of(TRACE_ROOT "/handlers"), &lw_engine_scst);
	assert_null(engine_of(TRACE_ROOT "x"));
	assert_null(engine_of("/sys/kernel"));
	assert_null(engine_of(""));
	assert_string_equal(lw_engine_at(0)->name, "scst");
	assert_ptr_equal(lw_engine_at(0)->schema, lw_schema_find("scst"));
	assert_null(lw_engine_at(1));
}

static void a_recorded_tree_is_read(void **state)
{
	struct lw_tree *tree = NULL, *again = NULL;

	(void)state;
	assert_int_equal(lw_recorded_read("s.txt", small, strlen(small), 0, NULL, &tree, NULL), 0);
	EXPECT_ATTR(tree, "/", "setup_id", "0x21");
	assert_int_equal(lw_tree_size(tree), 1);
	assert_int_equal(lw_recorded_read("s.txt", small, strlen(small), 0, tree, &again, NULL), 0);
	assert_string_equal(lw_node_value(again, 1, "setup_id"), "0x21");
	assert_ptr_equal(lw_node_value(again, 1, "setup_id"), lw_node_value(tree, 1, "setup_id"));
	lw_tree_free(tree);
	EXPECT_ATTR(again, "/", "setup_id", "0x21");
	lw_tree_free(again);
}

/* A recording twice, as what is there and as what is wanted. */
static void read_twice(const struct lw_str *text, unsigned flags, struct lw_tree **have,
		       struct lw_tree **goal)
{
	const char *body = lw_str_text(text);

	*have = *goal = NULL;
	assert_int_equal(lw_recorded_read("have", body, text->len, flags, NULL, have, NULL), 0);
	assert_int_equal(lw_recorded_read("goal", body, text->len, flags, *have, goal, NULL), 0);
}

/* The first operation of a plan from a recording to one without the LUN that lies at @path. */
static struct lw_op_view lose_lun(const struct lw_str *text, unsigned flags, const char *path,
				  struct lw_plan **ret)
{
	struct lw_op_view op = { .size = sizeof(op) };
	struct lw_tree *have, *goal;
	lw_node lun;

	read_twice(text, flags, &have, &goal);
	assert_int_equal(lw_tree_resolve(have), 0);
	assert_int_equal(lw_tree_resolve(goal), 0);
	lun = lw_tree_find_path(goal, path);
	assert_int_not_equal(lun, 0);
	lw_tree_remove(goal, lun);
	assert_int_equal(lw_diff(have, goal, ret, NULL), 0);
	assert_int_equal(lw_plan_changes(*ret), 1);
	assert_int_equal(lw_plan_op(*ret, lw_plan_at(*ret, 0), &op), 0);
	assert_string_equal(op.path, path);
	return op;
}

/* Of two targets one has a session: what the other loses, nobody notices. */
static void sessions_that_were_read_lower_effects(void **state)
{
	static const char busy[] = "targets/iscsi/iqn.2026-01.example:t2/luns/0";
	static const char idle[] = "targets/iscsi/iqn.2026-01.example:t1/luns/0";
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_plan *plan = NULL;
	struct lw_op_view op;

	(void)state;
	trace_load("21-iscsi-session", &text);
	op = lose_lun(&text, 0, idle, &plan);
	assert_string_equal(op.effect, "drops");
	assert_int_equal(op.sessions, -1);
	lw_plan_free(plan);

	op = lose_lun(&text, LW_READ_SESSIONS, idle, &plan);
	assert_string_equal(op.effect, "none");
	assert_int_equal(op.sessions, 0);
	lw_plan_free(plan);

	op = lose_lun(&text, LW_READ_SESSIONS, busy, &plan);
	assert_string_equal(op.effect, "drops");
	assert_int_equal(op.sessions, 1);
	assert_string_equal(lw_plan_session(plan, lw_plan_at(plan, 0), 0),
			    "iqn.2026-01.example:host1");
	lw_plan_free(plan);
}

/* A group of ports that is offline, with a disk beside it that both targets show. */
static lw_node add_offline_group(struct lw_tree *tree)
{
	lw_node family = lw_tree_add(tree, 1, SCST_DEVICE_GROUP, "dg", 2), group;

	lw_tree_add(tree, family, SCST_DG_DEVICE, "disk2", 5);
	group = lw_tree_add(tree, family, SCST_TARGET_GROUP, "off", 3);
	lw_tree_set(tree, group, "state", "offline", 7, LW_NO_OFFSET);
	return group;
}

static struct lw_op_view join_offline(const struct lw_str *text, unsigned flags, const char *target,
				      struct lw_plan **ret)
{
	struct lw_op_view op = { .size = sizeof(op) };
	struct lw_tree *have, *goal;

	read_twice(text, flags, &have, &goal);
	add_offline_group(have);
	lw_tree_add(goal, add_offline_group(goal), SCST_TG_TARGET, target, strlen(target));
	assert_int_equal(lw_tree_resolve(have), 0);
	assert_int_equal(lw_tree_resolve(goal), 0);
	assert_int_equal(lw_diff(have, goal, ret, NULL), 0);
	assert_int_equal(lw_plan_changes(*ret), 1);
	assert_int_equal(lw_plan_op(*ret, lw_plan_at(*ret, 0), &op), 0);
	return op;
}

/* Whoever is on the other target only notices the pause. */
static void a_path_that_nobody_uses_drops_nobody(void **state)
{
	static const struct {
		const char *target, *effect;
		unsigned flags;
	} cases[] = {
		{ "iqn.2026-01.example:t1", "drops", 0 },
		{ "iqn.2026-01.example:t1", "disturbs", LW_READ_SESSIONS },
		{ "iqn.2026-01.example:t2", "drops", LW_READ_SESSIONS },
	};
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	(void)state;
	trace_load("21-iscsi-session", &text);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct lw_plan *plan = NULL;
		struct lw_op_view op = join_offline(&text, cases[i].flags, cases[i].target, &plan);

		assert_string_equal(op.effect, cases[i].effect);
		lw_plan_free(plan);
	}
}

static void the_paths_tell_whose_tree_it_is(void **state)
{
	(void)state;
	REFUSED("# state: a target\n0755\td\ttarget/iscsi\t\n", -EOPNOTSUPP,
		"UNSUPPORTED not yet supported: recorded LIO trees\n");
	REFUSED("0755\td\t/sys/kernel/config/target\t\n", -EOPNOTSUPP,
		"UNSUPPORTED not yet supported: recorded LIO trees\n");
	REFUSED("0755\td\ttargets/iscsi\t\n", -EINVAL,
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n");
	REFUSED("0755\td\t" TRACE_ROOT "x/a\t\n", -EINVAL,
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n");
}

static void what_is_no_recording_is_refused(void **state)
{
	static const char nothing[] =
		"UNKNOWN no recorded kernel tree: no line has a path below " TRACE_ROOT "\n";

	(void)state;
	REFUSED("", -EINVAL, nothing);
	REFUSED("\n\n#\t\t" TRACE_ROOT "\t\n", -EINVAL, nothing);
	REFUSED("HANDLER vdisk_fileio {\n\tDEVICE a\n}\n", -EINVAL, nothing);
	REFUSED("\t\t", -EINVAL, nothing);
}

static void mistakes_in_the_text_are_told_with_their_place(void **state)
{
	(void)state;
	REFUSED("0755\td\t" TRACE_ROOT "\t\n8\td\t" TRACE_ROOT "/a\t\nwords\n", -EINVAL,
		"SYNTAX 2:1 not a mode: expected four octal digits such as 0644\n"
		"SYNTAX 3:6 expected mode, type, path and content, tabs between\n");
}

static void a_failed_access_fails_the_whole(void **state)
{
	(void)state;
	REFUSED("0755\td\t" TRACE_ROOT "/handlers\t<ERR:EIO>\n", -EIO,
		"IO cannot read SCST: handlers: Input/output error\n");
	REFUSED("0755\td\t" TRACE_ROOT "/handlers\t\n", -ENOENT,
		"MISSING cannot read SCST: targets: No such file or directory\n");
	REFUSED("0644\tf\t" TRACE_ROOT "/poll_us\t<ERR:ENODATA>\n", -ENODATA,
		"IO cannot read SCST: poll_us: No data available\n");
	REFUSED("0644\tf\t" TRACE_ROOT "\tv\n", -ENOTDIR,
		"MISSING cannot read SCST: /: Not a directory\n");
}

static void every_allocation_may_fail(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_tree *tree = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_recorded_read("s.txt", small, strlen(small), 0, NULL, &tree, NULL);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_tree_free(tree);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engines_are_known_by_their_paths),
		cmocka_unit_test(a_recorded_tree_is_read),
		cmocka_unit_test(sessions_that_were_read_lower_effects),
		cmocka_unit_test(a_path_that_nobody_uses_drops_nobody),
		cmocka_unit_test(the_paths_tell_whose_tree_it_is),
		cmocka_unit_test(what_is_no_recording_is_refused),
		cmocka_unit_test(mistakes_in_the_text_are_told_with_their_place),
		cmocka_unit_test(a_failed_access_fails_the_whole),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
