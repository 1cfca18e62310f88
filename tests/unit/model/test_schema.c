/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "model/schema/picked.h"
#include "model/schema/schema.h"
#include "test_schema.h"

static void every_attribute_is_found(void **state)
{
	(void)state;
	for (unsigned k = 0; k < test_schema.nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(&test_schema, k);

		for (unsigned i = 0; i < kind->nattr; i++) {
			const char *name = kind->attrs[i].name;

			assert_int_equal(lw_kind_attr(kind, name, strlen(name)), i);
		}
	}
}

static void only_whole_names_are_found(void **state)
{
	const struct lw_kind_spec *kind = lw_kind(&test_schema, T_DEVICE);

	(void)state;
	assert_int_equal(lw_kind_attr(kind, "size", 4), lw_kind_attr(kind, "size_mb", 4));
	assert_int_not_equal(lw_kind_attr(kind, "size", 4), lw_kind_attr(kind, "size_mb", 7));
	assert_int_equal(lw_kind_attr(kind, "siz", 3), -1);
	assert_int_equal(lw_kind_attr(kind, "size_m", 6), -1);
	assert_int_equal(lw_kind_attr(kind, "size_mb_", 8), -1);
	assert_int_equal(lw_kind_attr(kind, "", 0), -1);
	assert_int_equal(lw_kind_attr(kind, "aaa", 3), -1);
	assert_int_equal(lw_kind_attr(kind, "zzz", 3), -1);
	assert_int_equal(lw_kind_attr(kind, "SIZE", 4), -1);
	assert_int_equal(lw_kind_attr(lw_kind(&test_schema, T_INITIATOR), "size", 4),
			 -1); /* has no table */
}

/* All tables of one to nine rows, each name looked up, and the gaps between them. */
static void search_is_right_at_every_size(void **state)
{
	static const char *const names[] = { "b", "d", "f", "h", "j", "l", "n", "p", "r" };
	struct lw_attr_spec rows[9] = { { 0 } };

	(void)state;
	for (unsigned n = 0; n <= 9; n++) {
		struct lw_kind_spec kind = { .attrs = rows, .nattr = (uint16_t)n };

		for (unsigned i = 0; i < n; i++)
			rows[i].name = names[i];
		for (char c = 'a'; c <= 's'; c++) {
			int want =
				(c - 'a') % 2 && (unsigned)(c - 'b') / 2 < n ? (c - 'b') / 2 : -1;

			assert_int_equal(lw_kind_attr(&kind, &c, 1), want);
		}
	}
}

static void flags_are_found(void **state)
{
	const struct lw_kind_spec *target = lw_kind(&test_schema, T_TARGET);

	(void)state;
	assert_string_equal(target->attrs[lw_kind_attr_flag(target, LW_A_ENABLE)].name, "enabled");
	assert_int_equal(lw_kind_attr_flag(target, LW_A_VIEW), -1);
	assert_int_equal(lw_kind_attr_flag(lw_kind(&test_schema, T_GROUP), LW_A_ENABLE), -1);
}

static bool is_switch(const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_ENABLE;
}

static void attributes_are_picked(void **state)
{
	struct lw_picked picked = { .def = NULL };

	(void)state;
	assert_int_equal(lw_pick(&picked, &test_schema, is_switch), 0);
	for (unsigned k = 0; k < test_schema.nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(&test_schema, k);
		uint32_t at = picked.start[k];

		for (uint16_t def = 0; def < kind->nattr; def++)
			if (is_switch(&kind->attrs[def]))
				assert_int_equal(picked.def[at++], def);
		assert_int_equal(at, picked.start[k + 1]);
	}
	assert_true(picked.start[test_schema.nkind]);
	lw_picked_done(&picked);
}

static int child(unsigned parent, const char *word, const char *name)
{
	return lw_schema_child_kind(&test_schema, parent, word, name, strlen(name));
}

static void word_and_name_make_the_kind(void **state)
{
	(void)state;
	assert_int_equal(child(T_ROOT, "TARGET", "iqn.x"), T_TARGET);
	assert_int_equal(child(T_ROOT, "TARGET", "hw1"), T_PORT); /* `only` goes first */
	assert_int_equal(child(T_ROOT, "TARGET", "hw"), T_TARGET);
	assert_int_equal(child(T_ROOT, "TARGET", "hw10"), T_TARGET);
	assert_int_equal(child(T_DGROUP, "TARGET", "hw1"), T_DG_TARGET);
	assert_int_equal(child(T_DGROUP, "DEVICE", "x"), T_DG_DEVICE);
	assert_int_equal(child(T_BOX, "DEVICE", "x"), T_DEVICE);
	assert_int_equal(child(T_BOX, "LUN", "0"), -1);
	assert_int_equal(child(T_BOX, "device", "x"), -1);
	assert_int_equal(child(T_TARGET, "session", "x"), -1); /* has no word */
	assert_int_equal(child(T_BOX, NULL, "x"), T_DEVICE);   /* the only thing there */
}

/* All that `lunward schema` prints of an attribute. */
static void limits_and_silence_are_public(void **state)
{
	static const char *const words[] = { "on", "off", NULL };
	static const struct lw_attr_spec attrs[] = {
		{ .name = "fixed", .when = LW_WHEN_NEVER },
		{ .name = "forced", .reading = LW_READ_FORCED },
		{ .name = "kept", .absent = LW_ABSENT_KEEP, .since = "3.11", .max_len = 8 },
		{ .name = "number", .min = -1, .max = 7 },
		{ .name = "switch", .absent = LW_ABSENT_OFF, .words = words },
	};
	static const struct lw_kind_spec kind = {
		.name = "root", .word = "ROOT", .attrs = attrs, .nattr = 5
	};
	static const struct lw_schema schema = { "small", "one kind", &kind, 1 };
	static const char *const unnamed[] = { "stays", "stays", "stays", "default", "off" };
	struct lw_attr_info info[5];

	(void)state;
	for (unsigned i = 0; i < 5; i++) {
		info[i] = (struct lw_attr_info)LW_ATTR_INFO_INIT;
		assert_int_equal(lw_schema_attr(&schema, 0, i, &info[i]), 0);
		assert_string_equal(info[i].unnamed, unnamed[i]);
		assert_int_equal(info[i].size, sizeof(info[i]));
	}
	assert_ptr_equal(info[4].words, words);
	assert_null(info[3].words);
	assert_int_equal(info[3].min, -1);
	assert_int_equal(info[3].max, 7);
	assert_int_equal(info[4].min, info[4].max);
	assert_string_equal(info[2].since, "3.11");
	assert_int_equal(info[2].max_len, 8);
	assert_null(info[0].since);
	assert_string_equal(lw_schema_title(&schema), "one kind");
	assert_string_equal(lw_schema_kind_word(&schema, 0), "ROOT");
	assert_null(lw_schema_kind_word(&schema, 1));
}

static void public_view_says_what_the_tables_say(void **state)
{
	struct lw_attr_info info = { .size = sizeof(info) };

	(void)state;
	assert_string_equal(lw_schema_name(&test_schema), "test");
	assert_int_equal(lw_schema_kind_count(&test_schema), T_NKIND);
	assert_string_equal(lw_schema_kind_name(&test_schema, T_LUN), "lun");
	assert_null(lw_schema_kind_name(&test_schema, T_NKIND));
	assert_int_equal(lw_schema_kind_find(&test_schema, "lun"), T_LUN);
	assert_int_equal(lw_schema_kind_find(&test_schema, "LUN"), -1);
	assert_string_equal(lw_schema_kind_help(&test_schema, T_BOX), "holds devices");
	assert_string_equal(lw_schema_kind_help(&test_schema, T_GROUP), "");
	assert_null(lw_schema_kind_help(&test_schema, T_NKIND));
	assert_true(lw_schema_may_hold(&test_schema, T_ROOT, T_BOX));
	assert_false(lw_schema_may_hold(&test_schema, T_BOX, T_ROOT));
	assert_false(lw_schema_may_hold(&test_schema, T_ROOT, T_LUN));
	assert_false(lw_schema_may_hold(&test_schema, T_NKIND, T_LUN));
	assert_false(lw_schema_may_hold(&test_schema, T_ROOT, 200));
	assert_int_equal(lw_schema_attr_count(&test_schema, T_BOX), 1);
	assert_int_equal(lw_schema_attr_count(&test_schema, T_NKIND), 0);

	assert_int_equal(lw_schema_attr(&test_schema, T_DEVICE, 1, &info), 0);
	assert_string_equal(info.name, "blocksize");
	assert_string_equal(info.type, "uint");
	assert_string_equal(info.when, "create");
	assert_string_equal(info.fresh, "512");
	assert_false(info.multi || info.secret || info.identity);
	assert_int_equal(lw_schema_attr(&test_schema, T_TARGET, 6, &info), 0);
	assert_string_equal(info.name, "user");
	assert_true(info.multi && info.secret);
	assert_null(info.fresh);
	assert_int_equal(lw_schema_attr(&test_schema, T_ROOT, 1, &info), 0);
	assert_string_equal(info.when, "never");
	assert_int_equal(lw_schema_attr(&test_schema, T_ROOT, 2, &info), -ENOENT);
	assert_int_equal(lw_schema_attr(&test_schema, T_NKIND, 0, &info), -ENOENT);
}

static void shorter_struct_of_an_older_caller_is_respected(void **state)
{
	struct {
		size_t size;
		const char *name, *type;
		char guard[64];
	} older = { .size = 24 };

	(void)state;
	memset(older.guard, 'x', sizeof(older.guard));
	assert_int_equal(lw_schema_attr(&test_schema, T_BOX, 0, (struct lw_attr_info *)&older), 0);
	assert_string_equal(older.type, "uint");
	assert_int_equal(older.size, 24);
	for (unsigned i = 0; i < sizeof(older.guard); i++)
		assert_int_equal(older.guard[i], 'x');
}

/* What the words of a making cannot hold is written behind it; what can only be given there is given whatever it holds. */
static void some_values_come_after_the_making(void **state)
{
	struct lw_attr_spec spec = { .flags = LW_A_AT_CREATE };

	(void)state;
	assert_true(lw_given_at_create(&spec, "a b"));
	spec.late = " =;";
	assert_true(lw_given_at_create(&spec, "a-b"));
	assert_false(lw_given_at_create(&spec, "a b"));
	assert_false(lw_given_at_create(&spec, "a;"));
	assert_false(lw_given_at_create(&spec, ""));
	spec.when = LW_WHEN_CREATE;
	assert_true(lw_given_at_create(&spec, "a b"));
	spec = (struct lw_attr_spec){ .when = LW_WHEN_ANY };
	assert_false(lw_given_at_create(&spec, "a"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_attribute_is_found),
		cmocka_unit_test(only_whole_names_are_found),
		cmocka_unit_test(search_is_right_at_every_size),
		cmocka_unit_test(flags_are_found),
		cmocka_unit_test(attributes_are_picked),
		cmocka_unit_test(some_values_come_after_the_making),
		cmocka_unit_test(word_and_name_make_the_kind),
		cmocka_unit_test(limits_and_silence_are_public),
		cmocka_unit_test(public_view_says_what_the_tables_say),
		cmocka_unit_test(shorter_struct_of_an_older_caller_is_respected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
