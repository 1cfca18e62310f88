/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc_fault.h"
#include "cost.h"
#include "model/tree/tree.h"
#include "test_schema.h"

/* A tree with a source of ten lines of ten bytes, so that the place of byte 10 * n + c is line n + 1, column c + 1. */
struct fixture {
	struct lw_tree *t;
	struct lw_report *report;
	lw_node box, dev, target, group;
	uint16_t source;
};

static lw_node add_at(struct fixture *f, lw_node parent, unsigned kind, const char *name,
		      unsigned line)
{
	lw_node n = lw_tree_add(f->t, parent, kind, name, strlen(name));

	assert_int_not_equal(n, 0);
	lw_tree_place_node(f->t, n, f->source, 10 * (line - 1));
	return n;
}

static void set_at(struct fixture *f, lw_node n, const char *attr, const char *value, unsigned line)
{
	lw_tree_set(f->t, n, attr, value, strlen(value), 10 * (line - 1) + 2);
}

static void more_at(struct fixture *f, lw_node n, const char *attr, const char *value,
		    unsigned line)
{
	lw_tree_add_value(f->t, n, attr, value, strlen(value), 10 * (line - 1) + 2);
}

static struct fixture begin(void)
{
	static const char text[] = "123456789\n123456789\n123456789\n123456789\n123456789\n"
				   "123456789\n123456789\n123456789\n123456789\n123456789\n";
	struct fixture f = { .t = lw_tree_new(&test_schema), .report = lw_report_new() };

	f.source = lw_tree_add_source(f.t, "t.conf", text, strlen(text));
	f.box = add_at(&f, 1, T_BOX, "file", 1);
	f.dev = add_at(&f, f.box, T_DEVICE, "a", 2);
	f.target = add_at(&f, 1, T_TARGET, "t", 3);
	f.group = add_at(&f, f.target, T_GROUP, "g", 4);
	return f;
}

static void end(struct fixture *f)
{
	lw_report_free(f->report);
	lw_tree_free(f->t);
}

/* "line:column severity CODE message" of every problem, in the order they were found. */
static void assert_report(struct fixture *f, const char *want)
{
	static const char *const severities[] = { "note", "warning", "error" };
	struct lw_str got = LW_STR_INIT;

	for (size_t i = 0; i < lw_report_size(f->report); i++) {
		const struct lw_problem *p = lw_report_get(f->report, i);

		lw_str_addf(&got, "%u:%u %s %s %s\n", p->line, p->column, severities[p->severity],
			    lw_code_name(p->code), p->message);
	}
	assert_string_equal(lw_str_text(&got), want);
	lw_str_done(&got);
}

static void assert_value(struct fixture *f, lw_node n, const char *attr, const char *want)
{
	const char *value = lw_node_value(f->t, n, attr);

	if (!want) {
		assert_null(value);
		return;
	}
	assert_non_null(value);
	assert_string_equal(value, want);
}

/* Once more changes nothing and says nothing new. */
static void assert_idempotent(struct fixture *f, int r)
{
	char *before, *after;
	struct lw_report *again = lw_report_new();

	assert_int_equal(lw_tree_write_json(f->t, LW_JSON_SECRETS, &before), 0);
	assert_int_equal(lw_tree_canon(f->t, again), r);
	assert_int_equal(lw_tree_write_json(f->t, LW_JSON_SECRETS, &after), 0);
	assert_string_equal(before, after);
	assert_int_equal(lw_report_count(again, LW_ERROR), lw_report_count(f->report, LW_ERROR));
	lw_report_free(again);
	free(before);
	free(after);
}

static void values_are_spelt_as_their_types_say(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "blocksize", "0x200", 2);
	set_at(&f, f.dev, "mode", "FAST", 2);
	set_at(&f, f.dev, "vendor", "ACME   ", 2);
	set_at(&f, f.dev, "naa", "0x60AB", 2);
	set_at(&f, f.dev, "unknown", "0x10 ", 2);
	lw_tree_set_state(f.t, f.dev, "serial", LW_DEFAULT);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_report(&f, "");
	assert_value(&f, f.dev, "blocksize", "512");
	assert_value(&f, f.dev, "mode", "fast");
	assert_value(&f, f.dev, "vendor", "ACME");
	assert_value(&f, f.dev, "naa", "0x60ab");
	assert_value(&f, f.dev, "unknown", "0x10 ");
	assert_int_equal(lw_node_state(f.t, f.dev, "serial"), LW_DEFAULT);
	assert_idempotent(&f, 0);
	end(&f);
}

static void refused_values_stay_and_all_are_told(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "blocksize", "123", 5);
	set_at(&f, f.dev, "mode", "slow\n", 6);
	set_at(&f, f.target, "password", "a password that is too long", 7);
	more_at(&f, f.target, "user", "alice secretsecret", 8);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(
		&f,
		"5:3 error INVALID blocksize: \"123\" is not legal: expected a number from 512 to "
		"4096\n"
		"6:3 error INVALID mode: \"slow\\x0a\" is not legal: expected one of fast, safe\n"
		"7:3 error LIMIT password: *** is not legal: expected text of at most 16 bytes\n");
	assert_value(&f, f.dev, "blocksize", "123");
	assert_idempotent(&f, -EINVAL);
	end(&f);
}

static void what_a_kernel_shows_is_only_worth_a_warning(void **state)
{
	struct fixture f = begin();

	(void)state;
	f.t->nodes[f.dev].origin = LW_FROM_OBSERVED;
	set_at(&f, f.dev, "blocksize", "123", 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_report(&f, "5:3 warning INVALID blocksize: \"123\" is not legal: expected a number "
			  "from 512 to 4096\n");
	end(&f);
}

static void long_values_are_cut_in_messages(void **state)
{
	struct fixture f = begin();
	char value[400];
	const struct lw_problem *p;

	(void)state;
	memset(value, 'x', sizeof(value) - 1);
	value[sizeof(value) - 1] = '\0';
	set_at(&f, f.dev, "blocksize", value, 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	p = lw_report_get(f.report, 0);
	assert_true(strlen(p->message) < 220);
	assert_non_null(strstr(p->message, "xxx...\" is not legal"));
	end(&f);
}

/* ---- names */

static void names_are_spelt_as_their_keys_say(void **state)
{
	struct fixture f = begin();
	lw_node lun = add_at(&f, f.target, T_LUN, "0x10", 5),
		initiator = add_at(&f, f.group, T_INITIATOR, "IQN.Host", 6);
	lw_node zeros = add_at(&f, f.target, T_LUN, "007", 7);

	(void)state;
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_string_equal(lw_node_name(f.t, lun), "16");
	assert_string_equal(lw_node_name(f.t, zeros), "7");
	assert_int_equal(lw_tree_find(f.t, f.target, T_LUN, "16", 2), lun);
	assert_int_equal(lw_tree_find(f.t, f.target, T_LUN, "0x10", 4), 0);
	assert_string_equal(lw_node_name(f.t, initiator), "iqn.host");
	assert_idempotent(&f, 0);
	end(&f);
}

static void names_that_become_equal_are_a_conflict(void **state)
{
	struct fixture f = begin();

	(void)state;
	add_at(&f, f.target, T_LUN, "0x10", 5);
	add_at(&f, f.target, T_LUN, "16", 6);
	add_at(&f, f.target, T_LUN, "016", 7);
	add_at(&f, f.target, T_LUN, "2", 8);
	add_at(&f, f.target, T_LUN, "02", 9);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(&f, "6:1 error CONFLICT LUN \"16\" is the same as \"0x10\": "
			  "targets/t/luns/0x10 (t.conf:5:1)\n"
			  "7:1 error CONFLICT LUN \"016\" is the same as \"16\": targets/t/luns/16 "
			  "(t.conf:6:1)\n"
			  "9:1 error CONFLICT LUN \"02\" is the same as \"2\": targets/t/luns/2 "
			  "(t.conf:8:1)\n");
	assert_idempotent(&f, -EINVAL);
	end(&f);
}

static void names_that_a_key_refuses_are_told(void **state)
{
	struct fixture f = begin();

	(void)state;
	add_at(&f, f.target, T_LUN, "first", 5);
	add_at(&f, f.target, T_LUN, "16384", 6);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(&f, "5:1 error INVALID LUN number: \"first\" is not legal: expected a number "
			  "from 0 to 16383\n"
			  "6:1 error INVALID LUN number: \"16384\" is not legal: expected a number "
			  "from 0 to 16383\n");
	end(&f);
}

static void reference_by_own_name_follows_the_name(void **state)
{
	struct fixture f = begin();
	lw_node dgroup = add_at(&f, 1, T_DGROUP, "d", 5),
		member = add_at(&f, dgroup, T_DG_TARGET, "far", 6);

	(void)state;
	lw_tree_resolve(f.t);
	assert_string_equal(lw_node_ref_name(f.t, member), "far");
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_string_equal(lw_node_ref_name(f.t, member), "far");
	end(&f);
}

/* ---- several instances */

static void equal_instances_become_one(void **state)
{
	struct fixture f = begin();
	struct lw_attr_view view = { .size = sizeof(view) };

	(void)state;
	more_at(&f, f.target, "portal", "10.0.0.1", 5);
	more_at(&f, f.target, "portal", "10.0.0.2", 6);
	more_at(&f, f.target, "portal", "10.0.0.1  ", 7);
	more_at(&f, f.target, "user", "alice secretsecret", 8);
	more_at(&f, f.target, "user", "alice secretsecret", 9);
	more_at(&f, f.target, "odd", "x", 10);
	more_at(&f, f.target, "odd", "x", 10);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_report(&f, "7:3 warning NONE portal: \"10.0.0.1\" is there twice; once is enough\n"
			  "9:3 warning NONE user: alice *** is there twice; once is enough\n"
			  "10:3 warning NONE odd: \"x\" is there twice; once is enough\n");
	assert_int_equal(lw_node_attr_count(f.t, f.target), 4);
	assert_int_equal(lw_node_attr(f.t, f.target, 0, &view), 0);
	assert_string_equal(view.value, "10.0.0.1");
	assert_int_equal(lw_node_attr_where(f.t, f.target, 0).line, 5);
	assert_int_equal(lw_node_attr(f.t, f.target, 1, &view), 0);
	assert_string_equal(view.value, "10.0.0.2");
	assert_int_equal(lw_node_attr(f.t, f.target, 3, &view), 0);
	assert_string_equal(view.name, "odd");
	assert_false(view.multi); /* one of one */
	assert_idempotent(&f, 0);
	end(&f);
}

static void many_equal_instances_collapse_at_once(void **state)
{
	struct fixture f = begin();
	char text[24];

	(void)state;
	for (unsigned i = 0; i < 60000; i++) {
		snprintf(text, sizeof(text), "10.0.0.%u", i % 7);
		lw_tree_add_value(f.t, f.target, "portal", text, strlen(text), LW_NO_OFFSET);
	}
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_int_equal(lw_node_attr_count(f.t, f.target), 7);
	assert_int_equal(lw_report_count(f.report, LW_WARNING), 59993);
	end(&f);
}

/* ---- aliases */

static void alias_becomes_what_it_stands_for(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "size_mb", "0x10", 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_value(&f, f.dev, "size", "16777216");
	assert_value(&f, f.dev, "size_mb", NULL);
	assert_int_equal(lw_node_attr_where(f.t, f.dev, 0).line, 5); /* its place goes along */
	assert_idempotent(&f, 0);
	end(&f);
}

static void alias_that_agrees_goes_silently(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "size", "16M", 5);
	set_at(&f, f.dev, "size_mb", "16", 6);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_report(&f, "");
	assert_value(&f, f.dev, "size", "16777216");
	assert_value(&f, f.dev, "size_mb", NULL);
	end(&f);
}

static void alias_that_contradicts_is_a_conflict(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "size", "17M", 5);
	set_at(&f, f.dev, "size_mb", "16", 6);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(
		&f,
		"6:3 error CONFLICT size_mb \"16\" contradicts size \"17825792\" (t.conf:5:3)\n");
	assert_idempotent(&f, -EINVAL);
	end(&f);

	f = begin();
	lw_tree_set_state(f.t, f.dev, "size", LW_DEFAULT);
	set_at(&f, f.dev, "size_mb", "16", 6);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(&f, "6:3 error CONFLICT size_mb \"16\" contradicts size by default\n");
	end(&f);
}

static void what_a_kernel_rounds_is_no_conflict(void **state)
{
	struct fixture f = begin();

	(void)state;
	f.t->nodes[f.dev].origin = LW_FROM_OBSERVED;
	set_at(&f, f.dev, "size", "1048577", 5);
	set_at(&f, f.dev, "size_mb", "1", 6);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_report(&f, "");
	assert_value(&f, f.dev, "size", "1048577");
	assert_value(&f, f.dev, "size_mb", NULL);
	end(&f);
}

static void alias_without_value_is_folded_too(void **state)
{
	struct fixture f = begin();

	(void)state;
	lw_tree_set_state(f.t, f.dev, "size_mb", LW_DEFAULT);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_int_equal(lw_node_state(f.t, f.dev, "size"), LW_DEFAULT);
	assert_int_equal(lw_node_state(f.t, f.dev, "size_mb"), LW_UNKNOWN);
	lw_tree_set_state(f.t, f.dev, "size_mb", LW_ABSENT);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_int_equal(lw_node_state(f.t, f.dev, "size_mb"), LW_UNKNOWN);
	assert_int_equal(lw_node_state(f.t, f.dev, "size"), LW_DEFAULT);
	end(&f);
}

static void refused_alias_is_told_once(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "size_mb", "much", 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(&f, "5:3 error INVALID size_mb: \"much\" is not legal: expected a number\n");
	assert_value(&f, f.dev, "size_mb", "much");
	end(&f);

	f = begin();
	set_at(&f, f.dev, "size_mb", "17592186044416", 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_report(&f, "5:3 error INVALID size_mb: \"17592186044416\" is not legal: expected a "
			  "number up to 17592186044415\n");
	end(&f);
}

/* ---- hooks, size, memory */

static void hooks_run_after_all_values(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "comment", "none   ",
	       5); /* only "none" without blanks is what the hook knows */
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	assert_value(&f, f.dev, "comment", "");
	end(&f);
}

static void report_may_be_missing(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "blocksize", "123", 5);
	add_at(&f, f.target, T_LUN, "x", 5);
	assert_int_equal(lw_tree_canon(f.t, NULL), -EINVAL);
	end(&f);
}

static void removed_nodes_are_left_alone(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.dev, "blocksize", "123", 5);
	lw_tree_remove(f.t, f.dev);
	assert_int_equal(lw_tree_canon(f.t, f.report), 0);
	end(&f);
}

static int run_all(void)
{
	struct lw_tree *t = lw_tree_new(&test_schema);
	struct lw_report *report = lw_report_new();
	lw_node box, n;
	int r;

	box = t ? lw_tree_add(t, 1, T_BOX, "x", 1) : 0;
	n = box ? lw_tree_add(t, box, T_DEVICE, "a", 1) : 0;
	if (n) {
		lw_tree_set(t, n, "size_mb", "16", 2, LW_NO_OFFSET);
		lw_tree_set(t, n, "vendor",
			    "A long one that is refused and has to be quoted in the report", 60, 1);
		lw_tree_add_value(t, n, "naa", "0xAB", 4, 1);
		lw_tree_add_value(t, n, "naa", "0xab", 4, 1);
		n = lw_tree_add(t, 1, T_TARGET, "t", 1);
		lw_tree_add(t, n, T_LUN, "0x1", 3);
		lw_tree_add(t, n, T_LUN, "0x2", 3);
		lw_tree_add(t, n, T_LUN, "2", 1);
	}
	r = t ? lw_tree_status(t) : -ENOMEM;
	if (!r)
		r = lw_tree_canon(t, report);
	lw_report_free(report);
	lw_tree_free(t);
	return r;
}

static void every_allocation_may_fail(void **state)
{
	unsigned refused = 0;

	(void)state;
	for (unsigned n = 1;; n++) {
		bool fired;
		int r;

		alloc_fault_arm(n);
		r = run_all();
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		if (!fired) {
			assert_int_equal(r, -EINVAL);
			assert_true(n > 15);
			break;
		}
		/* A report that could not keep a problem has counted it: the verdict stands. */
		assert_true(r == -ENOMEM || r == -EINVAL);
		refused += r == -ENOMEM;
	}
	assert_true(refused > 8);
}

static double canon_of(unsigned count)
{
	struct lw_tree *t = lw_tree_new(&test_schema);
	lw_node box = lw_tree_add(t, 1, T_BOX, "file", 4);
	double from;

	for (unsigned i = 0; i < count; i++) {
		char name[16], file[40];
		lw_node n;

		snprintf(name, sizeof(name), "d%u", i);
		snprintf(file, sizeof(file), "/srv//disks/%u", i);
		n = lw_tree_add(t, box, T_DEVICE, name, strlen(name));
		lw_tree_set(t, n, "file", file, strlen(file), LW_NO_OFFSET);
		lw_tree_set(t, n, "size_mb", name + 1, strlen(name + 1), LW_NO_OFFSET);
		lw_tree_set(t, n, "mode", "FAST", 4, LW_NO_OFFSET);
	}
	from = cost_now();
	assert_int_equal(lw_tree_canon(t, NULL), 0);
	from = cost_now() - from;
	assert_string_equal(lw_node_value(t, 2 + 1234 + 1, "size"), "1293942784");
	lw_tree_free(t);
	return from;
}

static void canon_is_linear(void **state)
{
	(void)state;
	assert_linear(canon_of, 5000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_spelt_as_their_types_say),
		cmocka_unit_test(refused_values_stay_and_all_are_told),
		cmocka_unit_test(what_a_kernel_shows_is_only_worth_a_warning),
		cmocka_unit_test(long_values_are_cut_in_messages),
		cmocka_unit_test(names_are_spelt_as_their_keys_say),
		cmocka_unit_test(names_that_become_equal_are_a_conflict),
		cmocka_unit_test(names_that_a_key_refuses_are_told),
		cmocka_unit_test(reference_by_own_name_follows_the_name),
		cmocka_unit_test(equal_instances_become_one),
		cmocka_unit_test(many_equal_instances_collapse_at_once),
		cmocka_unit_test(alias_becomes_what_it_stands_for),
		cmocka_unit_test(alias_that_agrees_goes_silently),
		cmocka_unit_test(alias_that_contradicts_is_a_conflict),
		cmocka_unit_test(what_a_kernel_rounds_is_no_conflict),
		cmocka_unit_test(alias_without_value_is_folded_too),
		cmocka_unit_test(refused_alias_is_told_once),
		cmocka_unit_test(hooks_run_after_all_values),
		cmocka_unit_test(report_may_be_missing),
		cmocka_unit_test(removed_nodes_are_left_alone),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(canon_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
