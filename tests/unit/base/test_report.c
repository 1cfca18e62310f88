/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include "alloc_fault.h"
#include "lunward/error.h"

static void add(struct lw_report *report, enum lw_severity severity, const char *file,
		uint32_t line, uint32_t column, const char *message)
{
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = severity,
		.code = LW_CODE_SYNTAX,
		.file = file,
		.line = line,
		.column = column,
		.message = message,
	};

	lw_report_add(report, &problem);
}

/* All messages, in order, with a blank between them. */
static const char *messages(const struct lw_report *report, char *buf, size_t size)
{
	size_t len = 0;

	buf[0] = '\0';
	for (size_t i = 0; i < lw_report_size(report); i++)
		len += (size_t)snprintf(buf + len, size - len, "%s%s", i ? " " : "",
					lw_report_get(report, i)->message);
	return buf;
}

static void a_new_report_is_empty(void **state)
{
	struct lw_report *report = lw_report_new();

	(void)state;
	assert_non_null(report);
	assert_int_equal(lw_report_size(report), 0);
	assert_int_equal(lw_report_lost(report), 0);
	assert_int_equal(lw_report_count(report, LW_ERROR), 0);
	assert_null(lw_report_get(report, 0));
	lw_report_sort(report);
	lw_report_free(report);
}

static void all_fields_are_copied(void **state)
{
	struct lw_report *report = lw_report_new();
	char file[] = "a.conf", object[] = "targets/x", message[] = "wrong", hint[] = "do right";
	struct lw_problem problem = {
		sizeof(problem), LW_WARNING, LW_CODE_CONFLICT, file, 7, 9, object, message, hint
	};
	const struct lw_problem *got;

	(void)state;
	lw_report_add(report, &problem);
	memset(file, 'z', sizeof(file) - 1);
	memset(object, 'z', sizeof(object) - 1);
	memset(message, 'z', sizeof(message) - 1);
	memset(hint, 'z', sizeof(hint) - 1);

	got = lw_report_get(report, 0);
	assert_int_equal(got->size, sizeof(*got));
	assert_int_equal(got->severity, LW_WARNING);
	assert_int_equal(got->code, LW_CODE_CONFLICT);
	assert_string_equal(got->file, "a.conf");
	assert_int_equal(got->line, 7);
	assert_int_equal(got->column, 9);
	assert_string_equal(got->object, "targets/x");
	assert_string_equal(got->message, "wrong");
	assert_string_equal(got->hint, "do right");
	assert_null(lw_report_get(report, 1));
	lw_report_free(report);
}

static void null_reports_swallow(void **state)
{
	(void)state;
	add(NULL, LW_ERROR, "f", 1, 1, "m");
	lw_report_sort(NULL);
	lw_report_free(NULL);
	assert_int_equal(lw_report_size(NULL), 0);
	assert_int_equal(lw_report_count(NULL, LW_ERROR), 0);
	assert_int_equal(lw_report_lost(NULL), 0);
	assert_null(lw_report_get(NULL, 0));
}

static void each_severity_has_its_own_limit(void **state)
{
	struct lw_report *report = lw_report_new();

	(void)state;
	for (int i = 0; i < LW_REPORT_MAX + 5; i++)
		add(report, LW_NOTE, "f", 1, 1, "note");
	for (int i = 0; i < LW_REPORT_MAX; i++)
		add(report, LW_WARNING, "f", 1, 1, "warning");
	add(report, LW_ERROR, "f", 1, 1, "error");

	assert_int_equal(lw_report_count(report, LW_NOTE), LW_REPORT_MAX + 5);
	assert_int_equal(lw_report_count(report, LW_WARNING), LW_REPORT_MAX);
	assert_int_equal(lw_report_count(report, LW_ERROR), 1);
	assert_int_equal(lw_report_size(report), 2 * LW_REPORT_MAX + 1);
	assert_int_equal(lw_report_lost(report), 5);
	assert_string_equal(lw_report_get(report, 2 * LW_REPORT_MAX)->message, "error");
	lw_report_free(report);
}

static void sort_orders_by_file_as_seen_then_place_then_arrival(void **state)
{
	struct lw_report *report = lw_report_new();
	char buf[256];

	(void)state;
	add(report, LW_ERROR, "z", 9, 1, "z9.1");
	add(report, LW_ERROR, "a", 2, 5, "a2.5");
	add(report, LW_NOTE, "z", 3, 4, "z3.4");
	add(report, LW_ERROR, NULL, 0, 0, "none");
	add(report, LW_ERROR, "z", 3, 2, "z3.2");
	add(report, LW_ERROR, "a", 2, 5, "a2.5-later");
	add(report, LW_WARNING, "a", 1, 70, "a1.70");
	add(report, LW_ERROR, "z", 3, 4, "z3.4-later");
	lw_report_sort(report);
	assert_string_equal(messages(report, buf, sizeof(buf)),
			    "z3.2 z3.4 z3.4-later z9.1 a1.70 a2.5 a2.5-later none");

	/* Sorting again changes nothing; what comes after is sorted in. */
	lw_report_sort(report);
	add(report, LW_ERROR, "z", 3, 3, "z3.3");
	add(report, LW_ERROR, "a", 2, 5, "a2.5-last");
	lw_report_sort(report);
	assert_string_equal(messages(report, buf, sizeof(buf)),
			    "z3.2 z3.3 z3.4 z3.4-later z9.1 a1.70 a2.5 a2.5-later a2.5-last none");
	lw_report_free(report);
}

static void sort_is_stable_for_many(void **state)
{
	struct lw_report *report = lw_report_new();
	char message[16];

	(void)state;
	for (int i = 0; i < 900; i++) {
		snprintf(message, sizeof(message), "%d", i);
		add(report, LW_ERROR, i & 1 ? "odd" : "even", (uint32_t)(i % 3), 1, message);
	}
	lw_report_sort(report);
	for (size_t i = 1; i < 900; i++) {
		const struct lw_problem *a = lw_report_get(report, i - 1),
					*b = lw_report_get(report, i);

		if (!strcmp(a->file, b->file)) {
			assert_true(a->line <= b->line);
			if (a->line == b->line)
				assert_true(atoi(a->message) < atoi(b->message));
		} else {
			assert_string_equal(a->file, "even");
		}
	}
	lw_report_free(report);
}

static void an_older_problem_has_no_hint(void **state)
{
	struct lw_report *report = lw_report_new();
	struct lw_problem problem = { .severity = LW_ERROR,
				      .message = "m",
				      .hint = (const char *)1 };

	(void)state;
	problem.size = offsetof(struct lw_problem, hint);
	lw_report_add(report, &problem);
	assert_null(lw_report_get(report, 0)->hint);
	assert_string_equal(lw_report_get(report, 0)->message, "m");
	assert_int_equal(lw_report_get(report, 0)->size, sizeof(problem));
	lw_report_free(report);
}

static void odd_problems_are_made_sane(void **state)
{
	struct lw_report *report = lw_report_new();
	struct lw_problem problem = { .size = sizeof(problem), .severity = (enum lw_severity)77 };

	(void)state;
	lw_report_add(report, &problem);
	assert_int_equal(lw_report_get(report, 0)->severity, LW_ERROR);
	assert_string_equal(lw_report_get(report, 0)->message, "");
	assert_int_equal(lw_report_count(report, LW_ERROR), 1);
	assert_int_equal(lw_report_count(report, (enum lw_severity)77), 0);
	lw_report_free(report);
}

/* Each allocation fails once: the problem that it hit is counted and lost, the others are there. */
static void short_memory_loses_but_counts(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_report *report;
		char text[400];

		memset(text, 'x', sizeof(text));
		text[399] = '\0';
		alloc_fault_arm(n);
		report = lw_report_new();
		for (uint32_t i = 0; report && i < 40; i++) {
			char file[16];

			snprintf(file, sizeof(file), "f%u", (unsigned)(i % 13));
			add(report, LW_ERROR, file, i, 1, text);
		}
		fired = alloc_fault_fired();
		alloc_fault_disarm();

		if (!report) {
			assert_int_equal(n, 1);
			continue;
		}
		assert_int_equal(lw_report_count(report, LW_ERROR), 40);
		assert_int_equal(lw_report_lost(report), fired ? 1 : 0);
		assert_int_equal(lw_report_size(report), fired ? 39 : 40);
		for (size_t i = 0; i < lw_report_size(report); i++) {
			const struct lw_problem *p = lw_report_get(report, i);

			assert_string_equal(p->message, text);
			assert_int_equal(atoi(p->file + 1), p->line % 13);
		}
		lw_report_free(report);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_report_is_empty),
		cmocka_unit_test(all_fields_are_copied),
		cmocka_unit_test(null_reports_swallow),
		cmocka_unit_test(each_severity_has_its_own_limit),
		cmocka_unit_test(sort_orders_by_file_as_seen_then_place_then_arrival),
		cmocka_unit_test(sort_is_stable_for_many),
		cmocka_unit_test(an_older_problem_has_no_hint),
		cmocka_unit_test(odd_problems_are_made_sane),
		cmocka_unit_test(short_memory_loses_but_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
