/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "base/str.h"
#include "model/journal/snapshot.h"
#include "model/tree/tree_json.h"
#include "test_schema.h"
#include "tree_text.h"

/* The test vocabulary, and a copier that makes a unit for each device by itself: its units are matched by device. */
enum { T_COPIER = T_NKIND, T_COPY, T_WITH_COPIER };
static struct lw_kind_spec copier_kinds[T_WITH_COPIER];
static const struct lw_schema copier_schema = { "copier", "for tests", copier_kinds,
						T_WITH_COPIER };

static int make_copier_schema(void **state)
{
	(void)state;
	memcpy(copier_kinds, test_schema.kinds, T_NKIND * sizeof(copier_kinds[0]));
	copier_kinds[T_COPIER] = copier_kinds[T_BOX];
	copier_kinds[T_COPIER].name = "copier";
	copier_kinds[T_COPIER].word = "COPIER";
	copier_kinds[T_COPIER].dir = "copiers";
	copier_kinds[T_COPY] = copier_kinds[T_LUN];
	copier_kinds[T_COPY].name = "copy";
	copier_kinds[T_COPY].parents = LW_KIND(T_COPIER);
	copier_kinds[T_COPY].match = LW_MATCH_REF;
	copier_kinds[T_COPY].settle = true;
	copier_kinds[T_COPY].unlisted = LW_UNLISTED_KEEP;
	return 0;
}

static struct lw_plan *plan_of(const char *have, const char *goal)
{
	struct lw_tree *h = tree_text_make(&test_schema, NULL, have);
	struct lw_tree *g = tree_text_make(&test_schema, h, goal);
	struct lw_plan *plan;

	assert_int_equal(lw_diff(h, g, &plan, NULL), 0);
	return plan;
}

static struct lw_tree *snapshot_of(const struct lw_plan *plan)
{
	struct lw_tree *snapshot;

	assert_int_equal(lw_snapshot_make(plan, &snapshot), 0);
	return snapshot;
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The text of a tree, its lines sorted, without origins. */
static char *sorted(const struct lw_tree *tree)
{
	char *text = tree_text_dump(tree), *lines[512], *save = NULL;
	struct lw_str out = LW_STR_INIT;
	size_t n = 0;

	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *origin = strstr(line, " (");

		if (origin)
			*origin = '\0';
		assert_true(n < 512);
		lines[n++] = line;
	}
	qsort(lines, n, sizeof(*lines), compare_lines);
	for (size_t i = 0; i < n; i++)
		lw_str_addf(&out, "%s\n", lines[i]);
	free(text);
	return lw_str_take(&out);
}

static void expect_same(const struct lw_tree *got, const struct lw_tree *want)
{
	char *a = sorted(got), *b = sorted(want);

	if (strcmp(a, b) != 0)
		print_error("--- want\n%s--- got\n%s---\n", b, a);
	assert_string_equal(a, b);
	free(a);
	free(b);
}

static void only_what_the_plan_touches_is_kept(void **state)
{
	struct lw_plan *plan =
		plan_of("boxes/b/a file=/a vendor=X\nboxes/b/x file=/x\nboxes/c threads=2\n"
			"targets/t enabled=1 user+='u secret'\ntargets/t/luns/0 -> a\n"
			"targets/t/luns/1 -> x\ntargets/t/sessions/s -> t\n",
			"boxes/b/a file=/a vendor=Y\nboxes/b/n file=/n\nboxes/c threads=2\n"
			"targets/t enabled=1 user+='u secret'\ntargets/t/luns/0 -> a\n"
			"targets/t/luns/1 -> n\ntargets/t/sessions/s -> t\n");
	struct lw_tree *snapshot = snapshot_of(plan);

	(void)state;
	tree_text_expect(
		snapshot,
		"boxes/b (kept)\nboxes/b/a file=/a vendor=X\nboxes/b/x file=/x\nboxes/b/n (kept)\n"
		"targets/t (kept)\ntargets/t/luns/1 -> boxes/b/x\n");
	assert_true(node_at(snapshot, lw_tree_find_path(snapshot, "boxes/b/n"))->flags &
		    LW_NODE_TEMPORARY);
	assert_int_equal(lw_node_depth(snapshot, lw_tree_find_path(snapshot, "boxes/b")),
			 LW_DEPTH_NAME);
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

static void an_empty_plan_loses_nothing(void **state)
{
	struct lw_plan *plan = plan_of("boxes/b/a file=/a\n", "boxes/b/a file=/a\n");
	struct lw_tree *snapshot = snapshot_of(plan);

	(void)state;
	tree_text_expect(snapshot, "");
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

static void the_root_may_be_touched(void **state)
{
	struct lw_plan *plan = plan_of("/ level=1\n", "/ level=2\n");
	struct lw_tree *snapshot = snapshot_of(plan), *back;
	const struct lw_tree *list[] = { snapshot };

	(void)state;
	tree_text_expect(snapshot, "/ level=1\n");
	assert_int_equal(lw_snapshot_goal(plan->goal, list, 1, &back, NULL), 0);
	tree_text_expect(back, "/ level=1\n");
	lw_tree_free(back);
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

/* Executed in full: what is there now is the goal. The way back ends where it began. */
static void there_and_back(const char *have, const char *goal)
{
	struct lw_plan *plan = plan_of(have, goal);
	struct lw_tree *before = tree_text_make(&test_schema, NULL, have);
	struct lw_tree *snapshot = snapshot_of(plan), *back;
	const struct lw_tree *list[] = { snapshot };

	assert_int_equal(lw_snapshot_goal(plan->goal, list, 1, &back, NULL), 0);
	expect_same(back, before);
	lw_tree_free(back);
	lw_tree_free(before);
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

static void a_plan_undone_ends_where_it_began(void **state)
{
	(void)state;
	there_and_back(
		"boxes/b/a file=/a\ntargets/t enabled=1 user+='u 1' user+='v 2'\ntargets/t/luns/0 "
		"-> a\n",
		"boxes/b/n file=/n\ntargets/t enabled=1 user+='w 3'\ntargets/t/luns/0 -> n\n");
	there_and_back(
		"boxes/b/a file=/a blocksize=512\ntargets/t enabled=1\ntargets/t/luns/0 -> a\n"
		"targets/t/groups/g/luns/0 -> a\n",
		"boxes/b/a file=/a blocksize=4096\ntargets/t enabled=1\ntargets/t/luns/0 -> a\n"
		"targets/t/groups/g/luns/0 -> a\n");
	there_and_back(
		"targets/t enabled=1\ntargets/t/groups/g/initiators/i\ntargets/t/groups/h\n",
		"targets/t enabled=1\ntargets/t/groups/g\ntargets/t/groups/h/initiators/i\n");
	there_and_back("", "targets/t enabled=0\ntargets/t/groups/g/initiators/i\n");
	/* Nobody unloads a module. */
	there_and_back("boxes/b\n",
		       "boxes/b/n file=/n\ntargets/t enabled=0\ntargets/t/luns/0 -> n\n");
	there_and_back("boxes/b/n file=/n\ntargets/t enabled=1\ntargets/t/luns/0 -> "
		       "n\ndgroups/d/devices/n\n",
		       "boxes/b\n");
}

/* @now: what is there by now, after the plan and whatever others did. */
static void expect_back(const char *have, const char *goal, const char *now, const char *want,
			const char *words)
{
	struct lw_plan *plan = plan_of(have, goal);
	struct lw_tree *present = tree_text_make(&test_schema, NULL, now);
	struct lw_tree *snapshot = snapshot_of(plan), *back;
	const struct lw_tree *list[] = { snapshot };
	struct lw_report *report = lw_report_new();
	char *text;

	assert_int_equal(lw_snapshot_goal(present, list, 1, &back, report), 0);
	tree_text_expect(back, want);
	text = tree_text_report(report);
	assert_string_equal(text, words);
	free(text);
	lw_report_free(report);
	lw_tree_free(back);
	lw_tree_free(present);
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

static void what_others_made_meanwhile_survives(void **state)
{
	(void)state;
	expect_back("boxes/b/a file=/a vendor=X\n", "boxes/b/a file=/a vendor=Y\n",
		    "boxes/b/a file=/a vendor=Y comment=c\nboxes/b/other\ntargets/new enabled=1\n",
		    "boxes/b (kept)\nboxes/b/a comment=c file=/a vendor=X\nboxes/b/other (kept)\n"
		    "targets/new enabled=1 (kept)\n",
		    "");
}

/* Nobody unloads a module, but what the plan made in it goes. */
static void a_module_that_was_loaded_stays(void **state)
{
	(void)state;
	expect_back("", "boxes/b/n file=/n\n", "boxes/b/n file=/n\n", "boxes/b (kept)\n", "");
	expect_back("", "boxes/b/n file=/n\n", "", "", "");
}

/* M10, on the way back. */
static void what_others_refer_to_by_now_stays(void **state)
{
	(void)state;
	expect_back("boxes/b/a\n", "boxes/b/a\nboxes/b/n file=/n\ntargets/t\n",
		    "boxes/b/a\nboxes/b/n file=/n\ntargets/t\ntargets/theirs/luns/0 -> n\n",
		    "boxes/b (kept)\nboxes/b/n file=/n (kept)\nboxes/b/a (kept)\ntargets/theirs "
		    "(kept)\n"
		    "targets/theirs/luns/0 -> boxes/b/n (kept)\n",
		    "note: boxes/b/n: device n was not there then; it is kept, because "
		    "targets/theirs/luns/0 "
		    "refers to it by now\n");
}

static void what_vanished_meanwhile_is_told(void **state)
{
	(void)state;
	expect_back("targets/t enabled=1\ntargets/t/luns/0 -> a\nboxes/b/a\n",
		    "targets/t enabled=1\nboxes/b/a\n", "boxes/b/a\n",
		    "boxes/b (kept)\nboxes/b/a (kept)\n",
		    "warning: targets/t: target t has vanished meanwhile: what was below it cannot "
		    "be brought back\n");
}

/* A node known in full had no value of its own where the snapshot names none; one known in part tells nothing. */
static void what_a_full_node_does_not_name_was_the_default(void **state)
{
	(void)state;
	expect_back("boxes/b/a file=/a\n#full boxes/b/a\n", "boxes/b/a file=/a vendor=Y\n",
		    "boxes/b/a file=/a vendor=Y\n", "boxes/b (kept)\nboxes/b/a file=/a vendor~\n",
		    "");
	expect_back("boxes/b/a file=/a\n", "boxes/b/a file=/a vendor=Y\n",
		    "boxes/b/a file=/a vendor=Y\n", "boxes/b (kept)\nboxes/b/a file=/a vendor=Y\n",
		    "");
}

static void sets_of_values_come_back_whole(void **state)
{
	(void)state;
	expect_back("targets/t enabled=0 user+='u 1' user+='v 2'\n",
		    "targets/t enabled=0 user+='w 3'\n",
		    "targets/t enabled=0 user+='w 3' user+='x 4'\n",
		    "targets/t enabled=0 user+='u 1' user+='v 2'\n", "");
	expect_back("targets/t enabled=0 user~\n", "targets/t enabled=0 user+='w 3'\n",
		    "targets/t enabled=0 user+='w 3' user+='x 4'\n", "targets/t enabled=0 user~\n",
		    "");
}

/* g2 was between g1 and g3; g4 is somebody else's. */
static void groups_come_back_in_their_place(void **state)
{
	(void)state;
	expect_back("targets/t "
		    "enabled=0\ntargets/t/groups/g1\ntargets/t/groups/g2\ntargets/t/groups/g3\n",
		    "targets/t enabled=0\ntargets/t/groups/g1\ntargets/t/groups/g3\n",
		    "targets/t "
		    "enabled=0\ntargets/t/groups/g4\ntargets/t/groups/g1\ntargets/t/groups/g3\n",
		    "targets/t enabled=0 (kept)\ntargets/t/groups/g1 (kept)\ntargets/t/groups/g2\n"
		    "targets/t/groups/g3 (kept)\ntargets/t/groups/g4 (kept)\n",
		    "");
}

/* Only the units of g2 changed; that must not put it before the others. */
static void a_change_below_a_group_leaves_the_order_alone(void **state)
{
	(void)state;
	expect_back("boxes/b/a\ntargets/t "
		    "enabled=0\ntargets/t/groups/g1\ntargets/t/groups/g2/luns/0 -> a\n",
		    "boxes/b/a\ntargets/t enabled=0\ntargets/t/groups/g1\ntargets/t/groups/g2\n",
		    "boxes/b/a\ntargets/t enabled=0\ntargets/t/groups/g1\ntargets/t/groups/g2\n",
		    "targets/t enabled=0 (kept)\ntargets/t/groups/g1 (kept)\ntargets/t/groups/g2 "
		    "(kept)\n"
		    "targets/t/groups/g2/luns/0 -> boxes/b/a\nboxes/b (kept)\nboxes/b/a (kept)\n",
		    "");
}

static void sessions_are_not_brought_back(void **state)
{
	(void)state;
	expect_back("targets/t enabled=1\ntargets/t/sessions/s -> t\n", "boxes/b\n", "boxes/b\n",
		    "targets/t enabled=1\nboxes/b (kept)\n", "");
}

/* As expect_back(), with the copier. */
static void expect_copies(const char *have, const char *goal, const char *now, const char *want)
{
	struct lw_tree *h = tree_text_make(&copier_schema, NULL, have);
	struct lw_tree *g = tree_text_make(&copier_schema, h, goal);
	struct lw_tree *present = tree_text_make(&copier_schema, NULL, now), *snapshot, *back;
	struct lw_plan *plan;

	assert_int_equal(lw_diff(h, g, &plan, NULL), 0);
	snapshot = snapshot_of(plan);
	assert_int_equal(lw_snapshot_goal(present, (const struct lw_tree *const[]){ snapshot }, 1,
					  &back, NULL),
			 0);
	tree_text_expect(back, want);
	lw_tree_free(back);
	lw_tree_free(snapshot);
	lw_tree_free(present);
	lw_plan_free(plan);
}

/* The copier gave n a unit of its own; that does not keep n, and goes with it. */
static void shadows_hold_nothing_and_go_with_their_device(void **state)
{
	(void)state;
	expect_copies("boxes/b\ncopiers/c\n", "boxes/b/n file=/n\ncopiers/c\n",
		      "boxes/b/n file=/n\ncopiers/c/luns/0 -> n\n",
		      "boxes/b (kept)\ncopiers/c (kept)\n");
	/* The same where the file declared it, under another number. */
	expect_copies("boxes/b\ncopiers/c\n", "boxes/b/n file=/n\ncopiers/c/luns/5 -> n\n",
		      "boxes/b/n file=/n\ncopiers/c/luns/0 -> n\n",
		      "boxes/b (kept)\ncopiers/c (kept)\n");
}

static void shadows_come_back_under_their_number(void **state)
{
	(void)state;
	expect_copies("boxes/b/a file=/a\ncopiers/c/luns/7 -> a\n", "boxes/b\ncopiers/c\n",
		      "boxes/b\ncopiers/c\n",
		      "boxes/b (kept)\nboxes/b/a file=/a\ncopiers/c (kept)\ncopiers/c/luns/7 -> "
		      "boxes/b/a\n");
	/* Somebody made the device again, and its unit has another number now. */
	expect_copies("boxes/b/a file=/a\ncopiers/c/luns/7 -> a\n", "boxes/b\ncopiers/c\n",
		      "boxes/b/a\ncopiers/c/luns/0 -> a\n",
		      "boxes/b (kept)\nboxes/b/a file=/a\ncopiers/c (kept)\ncopiers/c/luns/7 -> "
		      "boxes/b/a\n");
	/* The number is somebody else's by now. */
	expect_copies("boxes/b/a file=/a\ncopiers/c/luns/7 -> a\n", "boxes/b\ncopiers/c\n",
		      "boxes/b/x\ncopiers/c/luns/7 -> x\n",
		      "boxes/b (kept)\nboxes/b/a file=/a\nboxes/b/x (kept)\ncopiers/c (kept)\n"
		      "copiers/c/luns/0 -> boxes/b/a\ncopiers/c/luns/7 -> boxes/b/x (kept)\n");
}

/* Three applies, undone by three snapshots at once: of what several know, the oldest counts. */
static void the_oldest_snapshot_wins(void **state)
{
	static const char *const texts[] = {
		"boxes/b/a file=/a vendor=ONE\ntargets/t enabled=0\ntargets/t/luns/0 -> a\n",
		"boxes/b/a file=/a vendor=TWO\ntargets/t enabled=0\n",
		"boxes/b/c file=/c vendor=B\ntargets/t enabled=0 alias=x\n",
		"boxes/b/c file=/c vendor=C\ntargets/t enabled=0 alias=x\ntargets/t/luns/0 -> c\n",
	};
	struct lw_tree *snapshots[3], *now, *back, *first;
	const struct lw_tree *newest_first[3];

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct lw_plan *plan = plan_of(texts[i], texts[i + 1]);

		snapshots[i] = snapshot_of(plan);
		newest_first[2 - i] = snapshots[i];
		lw_plan_free(plan);
	}
	now = tree_text_make(&test_schema, NULL, texts[3]);
	first = tree_text_make(&test_schema, NULL, texts[0]);
	for (int undo = 3; undo > 0; undo--) {
		struct lw_tree *want = tree_text_make(&test_schema, NULL, texts[3 - undo]);
		char *text;

		assert_int_equal(lw_snapshot_goal(now, newest_first, (size_t)undo, &back, NULL), 0);
		text = sorted(back);
		/* Nobody had read the alias before it was first set: it stays. */
		if (undo > 1)
			assert_non_null(strstr(text, "targets/t alias=x enabled=0\n"));
		else
			expect_same(back, want);
		assert_true(undo == 3 ? strstr(text, "boxes/b/a file=/a vendor=ONE\n") != NULL
				      : true);
		assert_true(undo == 3 ? strstr(text, "targets/t/luns/0 -> boxes/b/a\n") != NULL
				      : true);
		assert_true(undo == 2 ? strstr(text, "boxes/b/a file=/a vendor=TWO\n") != NULL
				      : true);
		assert_true(undo == 2 ? strstr(text, "luns/0") == NULL : true);
		free(text);
		lw_tree_free(want);
		lw_tree_free(back);
	}
	for (int i = 0; i < 3; i++)
		lw_tree_free(snapshots[i]);
	lw_tree_free(first);
	lw_tree_free(now);
}

static void no_snapshot_is_no_change(void **state)
{
	struct lw_tree *now = tree_text_make(&test_schema, NULL, "boxes/b/a\n"), *back;

	(void)state;
	assert_int_equal(lw_snapshot_goal(now, NULL, 0, &back, NULL), 0);
	expect_same(back, now);
	lw_tree_free(back);
	lw_tree_free(now);
}

static const struct lw_schema *find_schema(const char *name)
{
	return strcmp(name, "test") ? NULL : &test_schema;
}

static void it_is_kept_as_json_secrets_and_all(void **state)
{
	struct lw_plan *plan =
		plan_of("targets/t enabled=0 user+='u secret'\nboxes/b/gone\n",
			"targets/t enabled=0 user+='u other'\nboxes/b/new file=/n\n");
	struct lw_tree *snapshot = snapshot_of(plan), *read, *back;
	const struct lw_tree *list[1];
	char *text;

	(void)state;
	assert_int_equal(lw_tree_write_json(snapshot, LW_JSON_SECRETS, &text), 0);
	assert_non_null(strstr(text, "u secret"));
	assert_int_equal(
		lw_tree_parse_json(find_schema, "snapshot", text, strlen(text), NULL, &read, NULL),
		0);
	list[0] = read;
	assert_int_equal(lw_snapshot_goal(plan->goal, list, 1, &back, NULL), 0);
	expect_same(back, plan->have);
	free(text);
	lw_tree_free(back);
	lw_tree_free(read);
	lw_tree_free(snapshot);
	lw_plan_free(plan);
}

/* M20: each value that the plan overwrites or deletes is in the snapshot. */
static void expect_lossless(const struct lw_plan *plan, const struct lw_tree *snapshot)
{
	for (uint32_t i = 0; i < plan->nop; i++) {
		const struct op *op = &plan->ops[i];
		lw_node n = op->have, s;
		char *path;

		if (!n || op->verb == LW_FENCE || op->verb == LW_SETTLE)
			continue;
		path = lw_node_path(plan->have, n);
		s = lw_tree_find_path(snapshot, path);
		free(path);
		assert_true(s);
		assert_int_equal(lw_node_attr_count(snapshot, s),
				 lw_node_attr_count(plan->have, n));
		for (unsigned a = 0; a < lw_node_attr_count(plan->have, n); a++) {
			struct lw_attr_view was = { .size = sizeof(was) },
					    kept = { .size = sizeof(kept) };

			assert_int_equal(lw_node_attr(plan->have, n, a, &was), 0);
			assert_int_equal(lw_node_attr(snapshot, s, a, &kept), 0);
			assert_string_equal(was.name, kept.name);
			assert_int_equal(was.state, kept.state);
			assert_true(!was.value == !kept.value &&
				    (!was.value || !strcmp(was.value, kept.value)));
		}
	}
}

static uint32_t draw(uint64_t *seed, uint32_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33) % below;
}

/* A configuration in which every attribute that differs anywhere is said everywhere. */
static char *random_text(uint64_t *seed)
{
	struct lw_str out = LW_STR_INIT;
	bool device[4];

	lw_str_add(&out, "boxes/b\n");
	for (unsigned d = 0; d < 4; d++) {
		device[d] = draw(seed, 3) > 0;
		if (device[d])
			lw_str_addf(&out, "boxes/b/d%u blocksize=%u file=/%u vendor=%u\n", d,
				    512 << draw(seed, 2), d, draw(seed, 3));
	}
	for (unsigned t = 0; t < 3; t++) {
		if (!draw(seed, 4))
			continue;
		lw_str_addf(&out, "targets/t%u alias=%u enabled=%u user+='u %u'\n", t,
			    draw(seed, 2), draw(seed, 2), draw(seed, 3));
		for (unsigned l = 0; l < 3; l++) {
			uint32_t d = draw(seed, 4);

			if (device[d] && draw(seed, 2))
				lw_str_addf(&out, "targets/t%u/luns/%u read_only=%u -> d%u\n", t, l,
					    draw(seed, 2), d);
		}
		for (unsigned g = 0; g < 2; g++)
			if (draw(seed, 2))
				lw_str_addf(&out,
					    "targets/t%u/groups/g%u "
					    "method=m\ntargets/t%u/groups/g%u/initiators/i%u\n",
					    t, g, t, g, g);
	}
	return lw_str_take(&out);
}

static void random_plans_lose_nothing_and_can_be_undone(void **state)
{
	unsigned rounds = getenv("LW_TEST_LONG") ? 5000 : 300;
	uint64_t seed = 7;

	(void)state;
	for (unsigned round = 0; round < rounds; round++) {
		char *have = random_text(&seed), *goal = random_text(&seed);
		struct lw_plan *plan = plan_of(have, goal);
		struct lw_tree *snapshot = snapshot_of(plan);

		expect_lossless(plan, snapshot);
		lw_tree_free(snapshot);
		lw_plan_free(plan);
		there_and_back(have, goal);
		free(have);
		free(goal);
	}
}

static void each_allocation_may_fail(void **state)
{
	struct lw_plan *plan =
		plan_of("boxes/b/a vendor=X odd=1\ntargets/t enabled=0\ntargets/t/luns/0 -> a\n",
			"boxes/b/n\nboxes/b/a vendor=Y odd=2\ntargets/t "
			"enabled=0\ntargets/t/luns/0 -> n\n");
	struct lw_tree *now =
		tree_text_make(&test_schema, NULL,
			       "boxes/b/n\ntargets/t enabled=0\ntargets/t/luns/0 -> n\n"
			       "targets/u/luns/0 -> n\n");

	(void)state;
	for (unsigned n = 1;; n++) {
		struct lw_tree *snapshot = NULL, *back = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_snapshot_make(plan, &snapshot);
		if (!r)
			r = lw_snapshot_goal(now, (const struct lw_tree *const[]){ snapshot }, 1,
					     &back, NULL);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		lw_tree_free(snapshot);
		lw_tree_free(back);
		if (!fired) {
			assert_int_equal(r, 0);
			break;
		}
		assert_true(r == -ENOMEM || r == 0);
		assert_true(r == 0 || !back);
	}
	lw_tree_free(now);
	lw_plan_free(plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_the_plan_touches_is_kept),
		cmocka_unit_test(an_empty_plan_loses_nothing),
		cmocka_unit_test(the_root_may_be_touched),
		cmocka_unit_test(a_plan_undone_ends_where_it_began),
		cmocka_unit_test(what_others_made_meanwhile_survives),
		cmocka_unit_test(a_module_that_was_loaded_stays),
		cmocka_unit_test(what_others_refer_to_by_now_stays),
		cmocka_unit_test(what_vanished_meanwhile_is_told),
		cmocka_unit_test(what_a_full_node_does_not_name_was_the_default),
		cmocka_unit_test(sets_of_values_come_back_whole),
		cmocka_unit_test(groups_come_back_in_their_place),
		cmocka_unit_test(a_change_below_a_group_leaves_the_order_alone),
		cmocka_unit_test(sessions_are_not_brought_back),
		cmocka_unit_test(shadows_hold_nothing_and_go_with_their_device),
		cmocka_unit_test(shadows_come_back_under_their_number),
		cmocka_unit_test(the_oldest_snapshot_wins),
		cmocka_unit_test(no_snapshot_is_no_change),
		cmocka_unit_test(it_is_kept_as_json_secrets_and_all),
		cmocka_unit_test(random_plans_lose_nothing_and_can_be_undone),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, make_copier_schema, NULL);
}
