/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "small_tree.h"

/* ---- places */

static void places_are_lines_and_byte_columns(void **state)
{
	static const char text[] = "one\ntwo\n\nf\xc3\xbcnf x";
	struct fixture f = small();
	uint16_t source = lw_tree_add_source(f.t, "a.conf", text, strlen(text));
	struct {
		uint32_t offset, line, column;
	} want[] = {
		{ 0, 1, 1 }, { 2, 1, 3 }, { 3, 1, 4 },	{ 4, 2, 1 },
		{ 8, 3, 1 }, { 9, 4, 1 }, { 15, 4, 7 }, { 99, 4, 91 },
	};

	(void)state;
	assert_int_equal(source, 1);
	assert_int_equal(lw_tree_add_source(f.t, "empty", "", 0), 2);
	for (unsigned i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		lw_tree_place_node(f.t, f.a, source, want[i].offset);
		lw_tree_set(f.t, f.a, "mode", "fast", 4, want[i].offset);
		assert_string_equal(lw_node_where(f.t, f.a).file, "a.conf");
		assert_int_equal(lw_node_where(f.t, f.a).line, want[i].line);
		assert_int_equal(lw_node_where(f.t, f.a).column, want[i].column);
		assert_int_equal(lw_node_attr_where(f.t, f.a, 0).line, want[i].line);
	}
	set(f.t, f.a, "vendor", "X");
	assert_int_equal(lw_node_attr_where(f.t, f.a, 1).line, 0);
	assert_int_equal(lw_node_attr_where(f.t, f.a, 2).line, 0);
	lw_tree_place_node(f.t, f.a, source, LW_NO_OFFSET);
	assert_int_equal(lw_node_where(f.t, f.a).line, 0);
	lw_tree_place_node(f.t, f.b, 3, 1); /* no such source */
	assert_null(lw_node_where(f.t, f.b).file);
	lw_tree_place_node(f.t, f.b, 2, 0);
	assert_int_equal(lw_node_where(f.t, f.b).column, 1);
	lw_tree_free(f.t);
}

static void report_carries_place_and_path(void **state)
{
	struct fixture f = small();
	struct lw_report *report = lw_report_new();
	uint16_t source = lw_tree_add_source(f.t, "a.conf", "0123\n5678", 9);
	const struct lw_problem *p;
	unsigned count;

	(void)state;
	lw_tree_place_node(f.t, f.a, source, 1);
	lw_tree_set(f.t, f.a, "mode", "fast", 4, 6);
	lw_tree_report(f.t, f.a, lw_tree_attr_run(f.t, f.a, 4, &count), report, LW_ERROR,
		       LW_CODE_INVALID, "hint", "no %d", 5);
	set(f.t, f.a, "mode", "safe");
	lw_tree_report(f.t, f.a, lw_tree_attr_run(f.t, f.a, 4, &count), report, LW_NOTE,
		       LW_CODE_NONE, NULL, "x");
	lw_tree_report(f.t, f.a, NULL, NULL, LW_NOTE, LW_CODE_NONE, NULL, "x");
	assert_int_equal(lw_report_size(report), 2);
	p = lw_report_get(report, 0);
	assert_string_equal(p->file, "a.conf");
	assert_int_equal(p->line, 2);
	assert_int_equal(p->column, 2);
	assert_string_equal(p->object, "boxes/file/a");
	assert_string_equal(p->message, "no 5");
	assert_string_equal(p->hint, "hint");
	p = lw_report_get(report, 1); /* an attribute without a place has its node's */
	assert_int_equal(p->line, 1);
	assert_int_equal(p->column, 2);
	lw_report_free(report);
	lw_tree_free(f.t);
}

/* ---- paths */

static void paths_lead_back(void **state)
{
	struct fixture f = small();
	lw_node settings = add(f.t, 1, T_SETTINGS, "");

	(void)state;
	assert_path(f.t, 1, "/");
	assert_path(f.t, f.box, "boxes/file");
	assert_path(f.t, f.a, "boxes/file/a");
	assert_path(f.t, f.map, "targets/iqn.x/groups/g/maps/3");
	assert_path(f.t, settings, "settings");
	assert_int_equal(lw_tree_find_path(f.t, "/targets/iqn.x/luns/0"), f.lun);
	assert_int_equal(lw_tree_find_path(f.t, ""), 0);
	assert_int_equal(lw_tree_find_path(f.t, "//"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "boxes"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "boxes/"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "boxes/file/"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "boxes/file/a/b"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "targets/iqn.x/luns"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "settings/x"), 0);
	lw_tree_free(f.t);
}

static void strange_names_are_escaped_in_paths(void **state)
{
	static const struct {
		const char *name, *path;
	} names[] = {
		{ "a/b", "boxes/file/a\\x2fb" },
		{ "\\", "boxes/file/\\x5c" },
		{ "\\x41", "boxes/file/\\x5cx41" },
		{ "tab\there", "boxes/file/tab\\x09here" },
		{ "line\n", "boxes/file/line\\x0a" },
		{ "f\xc3\xbcnf", "boxes/file/f\xc3\xbcnf" },
		{ "\xff\xfe", "boxes/file/\\xff\\xfe" },
		{ "", "boxes/file/\\x00" },
		{ "..", "boxes/file/.." },
		{ "a b", "boxes/file/a b" },
	};
	struct fixture f = small();

	(void)state;
	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_path(f.t, add(f.t, f.box, T_DEVICE, names[i].name), names[i].path);
	/* A backslash that starts no \xNN is itself. */
	assert_int_equal(lw_tree_find_path(f.t, "boxes/file/\\"),
			 lw_tree_find(f.t, f.box, T_DEVICE, "\\", 1));
	assert_int_equal(lw_tree_find_path(f.t, "boxes/file/a\\x00"), 0);
	assert_int_equal(lw_tree_find_path(f.t, "boxes/file/a\\xg0"), 0);
	lw_tree_free(f.t);
}

/* A vocabulary whose children stand right below their parent, beside a kind with a dir, and a singleton with the same. */
static void names_that_look_like_a_dir_are_told_apart(void **state)
{
	static const struct lw_kind_spec kinds[] = {
		{ .name = "root" },
		{ .name = "all", .dir = "luns", .parents = LW_KIND(0), .flags = LW_K_SINGLETON },
		{ .name = "bare", .parents = LW_KIND(0) | LW_KIND(2) },
		{ .name = "lun", .dir = "luns", .parents = LW_KIND(0) },
	};
	static const struct lw_schema schema = { .name = "s", .kinds = kinds, .nkind = 4 };
	struct lw_tree *t = lw_tree_new(&schema);
	lw_node bare = add(t, 1, 2, "luns"), deep = add(t, bare, 2, "0"), lun = add(t, 1, 3, "0");
	lw_node all = add(t, 1, 1, "");

	(void)state;
	assert_path(t, bare, "\\x6cuns");
	assert_path(t, deep, "\\x6cuns/0");
	assert_path(t, lun, "luns/0");
	assert_path(t, all, "luns");
	lw_tree_free(t);
}

/* ---- references */

static void names_become_nodes(void **state)
{
	struct fixture f = small();
	lw_node dgroup = add(f.t, 1, T_DGROUP, "d"), member = add(f.t, dgroup, T_DG_DEVICE, "b");
	lw_node here = add(f.t, dgroup, T_DG_TARGET, "iqn.x"),
		far = add(f.t, dgroup, T_DG_TARGET, "iqn.far");
	lw_node by_path = add(f.t, f.target, T_LUN, "1"), missing = add(f.t, f.target, T_LUN, "2");

	(void)state;
	refer(f.t, by_path, "boxes/file/b");
	refer(f.t, missing, "nobody");
	assert_string_equal(lw_node_ref_name(f.t, f.lun), "a");
	assert_int_equal(lw_node_ref(f.t, f.lun), 0);
	assert_int_equal(lw_tree_resolve(f.t), 0);
	assert_int_equal(lw_node_ref(f.t, f.lun), f.a);
	assert_null(lw_node_ref_name(f.t, f.lun));
	assert_int_equal(lw_node_ref(f.t, f.map), f.lun);
	assert_int_equal(lw_node_ref(f.t, member), f.b); /* its own name says it */
	assert_int_equal(lw_node_ref(f.t, here), f.target);
	assert_int_equal(lw_node_ref(f.t, far), 0);
	assert_string_equal(lw_node_ref_name(f.t, far), "iqn.far");
	assert_int_equal(lw_node_ref(f.t, by_path), f.b);
	assert_string_equal(lw_node_ref_name(f.t, missing), "nobody");

	/* What was not there may come later. */
	lw_node late = add(f.t, f.box, T_DEVICE, "nobody");

	assert_int_equal(lw_tree_resolve(f.t), 0);
	assert_int_equal(lw_node_ref(f.t, missing), late);
	lw_tree_free(f.t);
}

static void path_of_the_wrong_kind_is_only_a_name(void **state)
{
	struct fixture f = small();

	(void)state;
	refer(f.t, f.lun, "targets/iqn.x");
	lw_tree_resolve(f.t);
	assert_int_equal(lw_node_ref(f.t, f.lun), 0);
	lw_node odd = add(f.t, f.box, T_DEVICE, "targets/iqn.x");

	lw_tree_resolve(f.t);
	assert_int_equal(lw_node_ref(f.t, f.lun), odd);
	lw_tree_free(f.t);
}

static void local_names_stay_in_their_export(void **state)
{
	struct fixture f = small();
	lw_node other = add(f.t, 1, T_TARGET, "other"), group = add(f.t, other, T_GROUP, "g");
	lw_node lun = add(f.t, other, T_LUN, "0"), map = add(f.t, group, T_MAP, "0"),
		far = add(f.t, group, T_MAP, "1");
	lw_node none = add(f.t, group, T_MAP, "2");

	(void)state;
	refer(f.t, map, "0");
	refer(f.t, far, "targets/iqn.x/luns/0");
	refer(f.t, none, "5");
	lw_tree_resolve(f.t);
	assert_int_equal(lw_node_ref(f.t, map), lun);
	assert_int_equal(lw_node_ref(f.t, f.map), f.lun);
	assert_int_equal(lw_node_ref(f.t, far), 0);
	assert_int_equal(lw_node_ref(f.t, none), 0);
	lw_tree_free(f.t);
}

static void name_of_two_nodes_means_none(void **state)
{
	struct fixture f = small();
	lw_node box = add(f.t, 1, T_BOX, "block"), twin = add(f.t, box, T_DEVICE, "a");

	(void)state;
	lw_tree_resolve(f.t);
	assert_string_equal(lw_node_ref_name(f.t, f.lun), "a");
	refer(f.t, f.lun, "boxes/block/a");
	lw_tree_resolve(f.t);
	assert_int_equal(lw_node_ref(f.t, f.lun), twin);
	lw_tree_free(f.t);
}

static void other_spellings_of_a_name_are_found(void **state)
{
	struct fixture f = small();
	lw_node lun = add(f.t, f.target, T_LUN, "16"), map = add(f.t, f.group, T_MAP, "1");

	(void)state;
	refer(f.t, map, "0x10");
	refer(f.t, f.map, "000");
	lw_tree_resolve(f.t);
	assert_int_equal(lw_node_ref(f.t, map), lun);
	assert_int_equal(lw_node_ref(f.t, f.map), f.lun);
	lw_tree_free(f.t);
}

/* ---- copies */

static void assert_equal_nodes(const struct lw_tree *a, const struct lw_tree *b, lw_node n)
{
	struct lw_attr_view x = { .size = sizeof(x) }, y = { .size = sizeof(y) };

	assert_string_equal(lw_node_name(a, n), lw_node_name(b, n));
	assert_int_equal(lw_node_kind(a, n), lw_node_kind(b, n));
	assert_int_equal(lw_node_ref(a, n), lw_node_ref(b, n));
	assert_int_equal(lw_node_attr_count(a, n), lw_node_attr_count(b, n));
	assert_int_equal(lw_node_where(a, n).line, lw_node_where(b, n).line);
	assert_int_equal(lw_node_depth(a, n), lw_node_depth(b, n));
	if (lw_node_ref_name(a, n))
		assert_string_equal(lw_node_ref_name(a, n), lw_node_ref_name(b, n));
	for (unsigned i = 0; i < lw_node_attr_count(a, n); i++) {
		assert_int_equal(lw_node_attr(a, n, i, &x), 0);
		assert_int_equal(lw_node_attr(b, n, i, &y), 0);
		assert_string_equal(x.name, y.name);
		assert_int_equal(x.state, y.state);
		if (x.value)
			assert_string_equal(x.value, y.value);
	}
	for (lw_node c = lw_node_first(a, n), d = lw_node_first(b, n); c || d;
	     c = lw_node_next(a, c), d = lw_node_next(b, d)) {
		assert_int_equal(c, d);
		assert_equal_nodes(a, b, c);
	}
}

static struct fixture rich(void)
{
	struct fixture f = small();
	uint16_t source = lw_tree_add_source(f.t, "a.conf", "1\n2\n3\n", 6);

	lw_tree_place_node(f.t, f.a, source, 2);
	lw_tree_set(f.t, f.a, "file", "/srv/a", 6, 4);
	set(f.t, f.a, "strange", "value");
	lw_tree_set_state(f.t, f.a, "mode", LW_ABSENT);
	add_value(f.t, f.target, "user", "alice secretsecret");
	add_value(f.t, f.target, "user", "bob secretsecret");
	lw_tree_set_depth(f.t, f.b, LW_DEPTH_FULL);
	lw_tree_remove(f.t, add(f.t, f.box, T_DEVICE, "gone"));
	lw_tree_resolve(f.t);
	refer(f.t, f.map, "nowhere");
	f.t->nodes[f.a].loc = lw_tree_intern(f.t, "loc_1", 5);
	f.t->nodes[f.a].origin = LW_FROM_KEPT;
	return f;
}

static void copy_is_equal_and_independent(void **state)
{
	struct fixture f = rich();
	struct lw_tree *copy = lw_tree_copy(f.t);

	(void)state;
	assert_non_null(copy);
	assert_int_equal(lw_tree_size(copy), lw_tree_size(f.t));
	assert_equal_nodes(f.t, copy, 1);
	set(copy, f.a, "file", "/srv/other");
	add(copy, f.box, T_DEVICE, "more");
	assert_string_equal(lw_node_value(f.t, f.a, "file"), "/srv/a");
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "more", 4), 0);
	lw_tree_free(f.t);
	assert_string_equal(lw_node_value(copy, f.a, "file"), "/srv/other");
	assert_string_equal(lw_node_value(copy, f.a, "strange"), "value");
	lw_tree_free(copy);
}

static void adopt_moves_the_texts(void **state)
{
	struct fixture f = rich();
	struct lw_tree *host = new_tree(), *copy;

	(void)state;
	add(host, 1, T_BOX, "so that offsets differ");
	copy = lw_tree_adopt(f.t, host);
	assert_non_null(copy);
	assert_ptr_equal(copy->strings, host->strings);
	assert_equal_nodes(f.t, copy, 1);
	assert_int_equal(lw_tree_find(copy, f.box, T_DEVICE, "a", 1), f.a);
	assert_string_equal(lw_strings_text(copy->strings, copy->nodes[f.a].loc), "loc_1");
	lw_tree_free(f.t);
	assert_string_equal(lw_node_value(copy, f.a, "strange"), "value");
	f.t = lw_tree_adopt(copy, host); /* sharing already: a plain copy */
	assert_equal_nodes(f.t, copy, 1);
	lw_tree_free(f.t);
	lw_tree_free(copy);
	lw_tree_free(host);
}

static void copy_node_takes_attributes_place_and_reference(void **state)
{
	struct fixture f = rich();
	struct lw_tree *t = lw_tree_new_sharing(&test_schema, f.t);
	lw_node box, a, target, lun;

	(void)state;
	lw_tree_add_source(t, "first.conf", "", 0);
	box = add(t, 1, T_BOX, "file");
	set(t, box, "other strange", "so that unknown names have other numbers");
	a = lw_tree_copy_node(t, box, f.t, f.a);
	assert_string_equal(lw_node_value(t, a, "file"), "/srv/a");
	assert_string_equal(lw_node_value(t, a, "strange"), "value");
	assert_int_equal(lw_node_state(t, a, "mode"), LW_ABSENT);
	assert_int_equal(lw_node_where(t, a).line, 2);
	assert_string_equal(lw_node_where(t, a).file, "a.conf");
	assert_int_equal(t->nodes[a].origin, LW_FROM_KEPT);
	assert_int_equal(t->nodes[a].loc, f.t->nodes[f.a].loc);
	assert_int_equal(lw_tree_copy_node(t, box, f.t, f.a), 0); /* there already */

	target = lw_tree_copy_node(t, 1, f.t, f.target);
	assert_int_equal(lw_node_attr_count(t, target), 2);
	assert_int_equal(lw_node_first(t, target), 0);
	lun = lw_tree_copy_node(t, target, f.t, f.lun);
	assert_string_equal(lw_node_ref_name(t, lun), "boxes/file/a");
	lw_tree_resolve(t);
	assert_int_equal(lw_node_ref(t, lun), a);
	assert_int_equal(lw_tree_status(t), 0);

	struct lw_tree *stranger = new_tree();

	assert_int_equal(lw_tree_copy_node(stranger, 1, f.t, f.box), 0); /* other texts */
	assert_int_equal(lw_tree_status(stranger), -EINVAL);
	lw_tree_free(stranger);
	lw_tree_free(t);
	lw_tree_free(f.t);
}

static void trees_that_share_compare_by_number(void **state)
{
	struct fixture f = small();
	struct lw_tree *t = lw_tree_new_sharing(&test_schema, f.t);
	lw_node box = add(t, 1, T_BOX, "file");

	(void)state;
	assert_int_equal(t->nodes[box].name, f.t->nodes[f.box].name);
	lw_tree_free(f.t);
	assert_string_equal(lw_node_name(t, box), "file");
	lw_tree_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_lines_and_byte_columns),
		cmocka_unit_test(report_carries_place_and_path),
		cmocka_unit_test(paths_lead_back),
		cmocka_unit_test(strange_names_are_escaped_in_paths),
		cmocka_unit_test(names_that_look_like_a_dir_are_told_apart),
		cmocka_unit_test(names_become_nodes),
		cmocka_unit_test(path_of_the_wrong_kind_is_only_a_name),
		cmocka_unit_test(local_names_stay_in_their_export),
		cmocka_unit_test(name_of_two_nodes_means_none),
		cmocka_unit_test(other_spellings_of_a_name_are_found),
		cmocka_unit_test(copy_is_equal_and_independent),
		cmocka_unit_test(adopt_moves_the_texts),
		cmocka_unit_test(copy_node_takes_attributes_place_and_reference),
		cmocka_unit_test(trees_that_share_compare_by_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
