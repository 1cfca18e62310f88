/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON shape of docs/PLAN.md. */
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
#include "base/json.h"
#include "model/plan/sessions.h"
#include "plan_text.h"
#include "test_schema.h"

static const char have_text[] = "boxes/b/a\n"
				"targets/t enabled=1 user+='alice old' portal+=p\n"
				"targets/t/luns/0 read_only=0 -> a\n"
				"targets/t/groups/g1/initiators/i\n"
				"targets/t/sessions/s -> t\n";
static const char goal_text[] = "boxes/b/a\n"
				"boxes/b/d file=/d\n"
				"targets/t enabled=1 user+='alice new'\n"
				"targets/t/luns/0 read_only=1 -> d\n"
				"targets/t/groups/g2/initiators/i\n";

static struct lw_plan *make(void)
{
	return plan_text_new(&test_schema, have_text, goal_text);
}

static struct lw_json *parse(struct lw_plan *plan, unsigned flags)
{
	struct lw_report *report = lw_report_new();
	struct lw_json_options options = { .flags = LW_JSON_BYTES };
	struct lw_json *json = NULL;
	char *text;

	assert_int_equal(lw_plan_json(plan, flags, &text), 0);
	if (lw_json_parse(text, strlen(text), &options, "plan", report, &json))
		fail_msg("%s", text);
	free(text);
	lw_report_free(report);
	return json;
}

static uint32_t operation(const struct lw_json *json, unsigned n)
{
	uint32_t op = lw_json_first(json, lw_json_find(json, LW_JSON_ROOT, "operations"));

	while (n-- && op != LW_JSON_NONE)
		op = lw_json_next(json, op);
	assert_int_not_equal(op, LW_JSON_NONE);
	return op;
}

static const char *text_of(const struct lw_json *json, uint32_t value, const char *key)
{
	return lw_json_text(json, lw_json_find(json, value, key), NULL);
}

static uint64_t number_of(const struct lw_json *json, uint32_t value, const char *key)
{
	uint64_t number = UINT64_MAX;

	lw_json_u64(json, lw_json_find(json, value, key), &number);
	return number;
}

static bool is_true(const struct lw_json *json, uint32_t value, const char *key)
{
	bool truth = false;

	assert_true(lw_json_bool(json, lw_json_find(json, value, key), &truth));
	return truth;
}

static void the_whole_shape(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0");
	char *text;

	(void)state;
	op->effect = LW_EFFECT_DISTURBS;
	op->phase = LW_PHASE_PIVOT;
	assert_int_equal(lw_plan_json(plan, 0, &text), 0);
	assert_string_equal(text, "{\n"
				  "  \"lunward\": \"plan\",\n"
				  "  \"version\": 1,\n"
				  "  \"changes\": 1,\n"
				  "  \"operations\": [\n"
				  "    {\n"
				  "      \"n\": 1,\n"
				  "      \"verb\": \"replace\",\n"
				  "      \"path\": \"targets/t/luns/0\",\n"
				  "      \"kind\": \"lun\",\n"
				  "      \"to\": null,\n"
				  "      \"attribute\": null,\n"
				  "      \"old\": \"a\",\n"
				  "      \"new\": \"d\",\n"
				  "      \"with\": {\n"
				  "        \"read_only\": \"1\"\n"
				  "      },\n"
				  "      \"effect\": \"disturbs\",\n"
				  "      \"scope\": \"node\",\n"
				  "      \"sessions\": null,\n"
				  "      \"implied\": false,\n"
				  "      \"temporary\": false,\n"
				  "      \"phase\": \"pivot\",\n"
				  "      \"cause\": null,\n"
				  "      \"reason\": null,\n"
				  "      \"because\": null,\n"
				  "      \"source\": {\n"
				  "        \"file\": \"conf\",\n"
				  "        \"line\": 4,\n"
				  "        \"column\": 1\n"
				  "      },\n"
				  "      \"after\": []\n"
				  "    }\n"
				  "  ],\n"
				  "  \"notes\": [],\n"
				  "  \"summary\": {\n"
				  "    \"create\": 0,\n"
				  "    \"change\": 1,\n"
				  "    \"delete\": 0,\n"
				  "    \"recreate\": 0,\n"
				  "    \"disturbs\": 1,\n"
				  "    \"drops\": 0,\n"
				  "    \"loses\": 0\n"
				  "  }\n"
				  "}\n");
	free(text);
	lw_plan_free(plan);
}

static void nothing_to_do_is_a_plan_too(void **state)
{
	struct lw_plan *plan = make();
	struct lw_json *json = parse(plan, 0);

	(void)state;
	assert_int_equal(number_of(json, LW_JSON_ROOT, "changes"), 0);
	assert_int_equal(lw_json_first(json, lw_json_find(json, LW_JSON_ROOT, "operations")),
			 LW_JSON_NONE);
	lw_json_free(json);
	lw_plan_free(plan);
}

/* Numbers are places in the serial order, wherever they stand. */
static void predecessors_and_causes_by_place(void **state)
{
	struct lw_plan *plan = make();
	struct lw_json *json;
	uint32_t op, before;
	uint64_t n;

	(void)state;
	plan_text_op(plan, LW_DELETE, "boxes/b/a", NULL)->cause = 2;
	plan_text_op(plan, LW_FENCE, NULL, NULL);
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d")->reason = LW_WHY_HALF;
	memcpy(plan->order, (const uint32_t[]){ 2, 1, 0 }, 3 * sizeof(uint32_t));
	assert_int_equal(lw_plan_edge(plan, 1, 0, LW_EDGE_SAFE), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 0, LW_EDGE_HARD), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 0, LW_EDGE_SOFT), 0);
	assert_int_equal(lw_plan_edge(plan, 2, 1, LW_EDGE_DEAD), 0);
	json = parse(plan, 0);

	op = operation(json, 2);
	assert_int_equal(number_of(json, op, "n"), 3);
	assert_string_equal(text_of(json, op, "verb"), "delete");
	assert_int_equal(number_of(json, op, "cause"), 1);
	before = lw_json_first(json, lw_json_find(json, op, "after"));
	assert_true(lw_json_u64(json, before, &n) && n == 1);
	before = lw_json_next(json, before);
	assert_true(lw_json_u64(json, before, &n) && n == 2);
	assert_int_equal(lw_json_next(json, before), LW_JSON_NONE);

	op = operation(json, 1);
	assert_string_equal(text_of(json, op, "verb"), "fence");
	assert_null(text_of(json, op, "path"));
	assert_null(text_of(json, op, "kind"));
	assert_int_equal(lw_json_first(json, lw_json_find(json, op, "after")), LW_JSON_NONE);
	op = operation(json, 0);
	assert_string_equal(text_of(json, op, "reason"), "half");
	assert_string_equal(text_of(json, op, "because"), "it was never completed");
	assert_string_equal(text_of(json, lw_json_find(json, op, "with"), "file"), "/d");
	lw_json_free(json);
	lw_plan_free(plan);
}

/* M14 */
static void secrets_are_hidden_unless_asked_for(void **state)
{
	struct lw_plan *plan = make();
	struct lw_json *json;
	uint32_t op;

	(void)state;
	plan_text_value(plan, LW_CHVAL, "targets/t", "user", "alice old", "alice new");
	plan_text_value(plan, LW_SETATTR, "targets/t", "alias", NULL, "")->reason = LW_WHY_RESET;
	json = parse(plan, 0);
	op = operation(json, 0);
	assert_string_equal(text_of(json, op, "attribute"), "user");
	assert_string_equal(text_of(json, op, "old"), "alice ***");
	assert_string_equal(text_of(json, op, "new"), "alice ***");
	assert_true(is_true(json, op, "secret"));
	assert_int_equal(lw_json_find(json, op, "default"), LW_JSON_NONE);
	assert_int_equal(lw_json_find(json, op, "with"), LW_JSON_NONE);
	op = operation(json, 1);
	assert_true(is_true(json, op, "default"));
	assert_int_equal(lw_json_find(json, op, "secret"), LW_JSON_NONE);
	assert_string_equal(text_of(json, op, "new"), "");
	assert_null(text_of(json, op, "old"));
	lw_json_free(json);

	json = parse(plan, LW_PLAN_SECRETS);
	op = operation(json, 0);
	assert_string_equal(text_of(json, op, "old"), "alice old");
	assert_true(is_true(json, op, "secret"));
	lw_json_free(json);
	lw_plan_free(plan);
}

static void moves_flags_and_notes(void **state)
{
	struct lw_plan *plan = make();
	struct lw_json *json;
	uint32_t op, note, session;

	(void)state;
	plan_text_op(plan, LW_MOVE, "targets/t/groups/g1/initiators/i",
		     "targets/t/groups/g2/initiators/i");
	plan_text_op(plan, LW_DELETE, "targets/t/groups/g1", NULL)->flags = LW_OP_IMPLIED;
	plan_text_value(plan, LW_DELVAL, "targets/t", "portal", "p", NULL)->flags = LW_OP_DEGRADED;
	plan_text_op(plan, LW_CLOSE, "targets/t", "targets/t")->flags = LW_OP_TEMPORARY;
	plan->ops[plan_text_last(plan)].effect = LW_EFFECT_DISTURBS;
	plan->ops[plan_text_last(plan)].scope = LW_SCOPE_EXPORT;
	plan->sessions_known = true;
	assert_int_equal(lw_plan_index_sessions(plan), 0);
	json = parse(plan, 0);
	op = operation(json, 0);
	assert_string_equal(text_of(json, op, "path"), "targets/t/groups/g1/initiators/i");
	assert_string_equal(text_of(json, op, "to"), "targets/t/groups/g2");
	session = lw_json_find(json, op, "sessions");
	assert_int_equal(lw_json_type(json, session), LW_JSON_ARRAY);
	assert_int_equal(lw_json_first(json, session), LW_JSON_NONE);
	session = lw_json_first(json, lw_json_find(json, operation(json, 3), "sessions"));
	assert_string_equal(lw_json_text(json, session, NULL), "s");
	assert_int_equal(number_of(json, operation(json, 3), "session_count"), 1);
	assert_true(is_true(json, operation(json, 1), "implied"));
	assert_true(is_true(json, operation(json, 3), "temporary"));
	note = lw_json_first(json, lw_json_find(json, LW_JSON_ROOT, "notes"));
	assert_string_equal(text_of(json, note, "path"), "targets/t");
	assert_non_null(text_of(json, note, "text"));
	lw_json_free(json);
	lw_plan_free(plan);
}

/* All are counted, the first sixteen are named. */
static void not_all_sessions_are_named(void **state)
{
	struct lw_str have = LW_STR_INIT;
	struct lw_plan *plan;
	struct lw_json *json;
	uint32_t names;
	unsigned n = 0;

	(void)state;
	for (unsigned i = 0; i < 20; i++)
		lw_str_addf(&have, "targets/t/sessions/s%u -> t\n", i);
	plan = plan_text_new(&test_schema, lw_str_text(&have), "");
	plan_text_op(plan, LW_DELETE, "targets/t", NULL)->effect = LW_EFFECT_DROPS;
	plan->ops[0].scope = LW_SCOPE_EXPORT;
	plan->sessions_known = true;
	assert_int_equal(lw_plan_index_sessions(plan), 0);
	json = parse(plan, 0);
	names = lw_json_find(json, operation(json, 0), "sessions");
	for (uint32_t i = lw_json_first(json, names); i != LW_JSON_NONE; i = lw_json_next(json, i))
		n++;
	assert_int_equal(n, 16);
	assert_int_equal(number_of(json, operation(json, 0), "session_count"), 20);
	lw_json_free(json);
	lw_plan_free(plan);
	lw_str_done(&have);
}

static void any_bytes_survive(void **state)
{
	struct lw_plan *plan = make();
	struct lw_json *json;

	(void)state;
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", "\xff\"\n", "\x01");
	json = parse(plan, 0);
	assert_string_equal(text_of(json, operation(json, 0), "old"), "\xff\"\n");
	assert_string_equal(text_of(json, operation(json, 0), "new"), "\x01");
	lw_json_free(json);
	lw_plan_free(plan);
}

static void each_allocation_may_fail(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d")->reason = LW_WHY_HALF;
	plan_text_value(plan, LW_CHVAL, "targets/t", "user", "alice old", "alice new");
	assert_int_equal(lw_plan_edge(plan, 0, 1, LW_EDGE_HARD), 0);
	for (unsigned n = 1;; n++) {
		char *text = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_plan_json(plan, 0, &text);
		bool fired = alloc_fault_fired();

		alloc_fault_disarm();
		free(text);
		if (!fired)
			break;
		assert_int_equal(r, -ENOMEM);
	}
	lw_plan_free(plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_shape),
		cmocka_unit_test(nothing_to_do_is_a_plan_too),
		cmocka_unit_test(predecessors_and_causes_by_place),
		cmocka_unit_test(secrets_are_hidden_unless_asked_for),
		cmocka_unit_test(moves_flags_and_notes),
		cmocka_unit_test(not_all_sessions_are_named),
		cmocka_unit_test(any_bytes_survive),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
