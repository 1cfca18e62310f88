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
#include "base/str.h"
#include "model/schema/nearest.h"
#include "model/tree/tree.h"
#include "model/schema/type.h"
#include "test_schema.h"

/* A tree with a source of lines of ten bytes: what is placed at a line has column 1, its attributes column 3. */
struct fixture {
	struct lw_tree *t;
	struct lw_report *report;
	lw_node box, a, target, group;
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

static lw_node device_at(struct fixture *f, lw_node box, const char *name, unsigned line)
{
	lw_node n = add_at(f, box, T_DEVICE, name, line);

	set_at(f, n, "file", "/srv/x", line);
	return n;
}

static lw_node lun_at(struct fixture *f, lw_node parent, const char *name, const char *ref,
		      unsigned line)
{
	lw_node n = add_at(f, parent, T_LUN, name, line);

	if (ref)
		lw_tree_refer_name(f->t, n, ref, strlen(ref));
	return n;
}

static struct fixture begin(void)
{
	struct fixture f = { .t = lw_tree_new(&test_schema), .report = lw_report_new() };
	char text[500];

	for (unsigned i = 0; i < sizeof(text); i++)
		text[i] = i % 10 == 9 ? '\n' : 'x';
	f.source = lw_tree_add_source(f.t, "c.conf", text, sizeof(text));
	f.box = add_at(&f, 1, T_BOX, "file", 1);
	f.a = device_at(&f, f.box, "a", 2);
	f.target = add_at(&f, 1, T_TARGET, "t", 3);
	f.group = add_at(&f, f.target, T_GROUP, "g", 4);
	return f;
}

/* Checks, compares "line:column severity CODE message [(hint)]" of all that was found, and frees everything. */
static void expect(struct fixture *f, const char *want)
{
	static const char *const severities[] = { "note", "warning", "error" };
	struct lw_str got = LW_STR_INIT;
	int r;

	assert_int_equal(lw_tree_canon(f->t, f->report), 0);
	assert_int_equal(lw_tree_resolve(f->t), 0);
	r = lw_tree_check(f->t, f->report);
	for (size_t i = 0; i < lw_report_size(f->report); i++) {
		const struct lw_problem *p = lw_report_get(f->report, i);

		lw_str_addf(&got, "%u:%u %s %s %s", p->line, p->column, severities[p->severity],
			    lw_code_name(p->code), p->message);
		lw_str_addf(&got, p->hint && *p->hint ? " (%s)\n" : "\n", p->hint);
	}
	assert_string_equal(lw_str_text(&got), want);
	assert_int_equal(r, lw_report_count(f->report, LW_ERROR) ? -EINVAL : 0);
	assert_int_equal(lw_tree_check(f->t, NULL),
			 r); /* without a report the verdict is the same */
	lw_str_done(&got);
	lw_report_free(f->report);
	lw_tree_free(f->t);
}

static void good_tree_has_nothing_to_say(void **state)
{
	struct fixture f = begin();
	lw_node dgroup = add_at(&f, 1, T_DGROUP, "d", 9);

	(void)state;
	lun_at(&f, f.target, "0", "a", 5);
	lun_at(&f, f.group, "0", "a", 6);
	add_at(&f, f.group, T_INITIATOR, "iqn.host", 7);
	add_at(&f, dgroup, T_DG_DEVICE, "a", 10);
	add_at(&f, dgroup, T_DG_TARGET, "t", 11);
	add_at(&f, dgroup, T_DG_TARGET, "far", 12);
	expect(&f, "");
}

static void empty_tree_is_good(void **state)
{
	struct lw_tree *t = lw_tree_new(&test_schema);

	(void)state;
	assert_int_equal(lw_tree_check(t, NULL), 0);
	lw_tree_free(t);
}

/* ---- names */

/* A vocabulary whose keys refuse nothing, so that the names are the check's own business. */
static void names_that_are_no_path_elements_are_refused(void **state)
{
	static const struct lw_kind_spec kinds[] = {
		{ .name = "root", .label = "root" },
		{ .name = "thing",
		  .label = "thing",
		  .parents = LW_KIND(0),
		  .key = { .max_len = 8 } },
	};
	static const struct lw_schema schema = { .name = "s", .kinds = kinds, .nkind = 2 };
	static const struct {
		const char *name, *message;
	} rows[] = {
		{ "", "thing name \"\" is empty" },
		{ ".", "thing name \".\" would be the directory itself or the one above" },
		{ "..", "thing name \"..\" would be the directory itself or the one above" },
		{ "a/b", "thing name \"a/b\" contains '/'" },
		{ "a\nb", "thing name \"a\\x0ab\" contains a control byte" },
		{ "a\x7f", "thing name \"a\\x7f\" contains a control byte" },
		{ "123456789", "thing name \"123456789\" is longer than 8 bytes" },
		{ "...", NULL },
		{ "12345678", NULL },
		{ "a b\xff", NULL },
	};

	(void)state;
	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_tree *t = lw_tree_new(&schema);
		struct lw_report *report = lw_report_new();

		lw_tree_add(t, 1, 1, rows[i].name, strlen(rows[i].name));
		assert_int_equal(lw_tree_check(t, report), rows[i].message ? -EINVAL : 0);
		if (rows[i].message)
			assert_string_equal(lw_report_get(report, 0)->message, rows[i].message);
		assert_int_equal(lw_report_size(report), rows[i].message != NULL);
		lw_report_free(report);
		lw_tree_free(t);
	}
}

static void name_that_canon_refused_is_not_told_twice(void **state)
{
	struct fixture f = begin();

	(void)state;
	add_at(&f, f.target, T_LUN, "..", 5);
	assert_int_equal(lw_tree_canon(f.t, f.report), -EINVAL);
	assert_int_equal(lw_report_count(f.report, LW_ERROR), 1);
	assert_int_equal(lw_tree_check(f.t, f.report), -EINVAL);
	assert_int_equal(lw_report_count(f.report, LW_ERROR), 2); /* that it refers to nothing */
	lw_report_free(f.report);
	lw_tree_free(f.t);
}

static void device_name_is_unique_in_the_engine(void **state)
{
	struct fixture f = begin();
	lw_node box = add_at(&f, 1, T_BOX, "block", 5);

	(void)state;
	device_at(&f, box, "a", 6);
	device_at(&f, box, "b", 7);
	expect(&f, "6:1 error CONFLICT device \"a\" is there already: boxes/file/a (c.conf:2:1)\n");
}

static void families_share_a_space_of_names(void **state)
{
	static const struct lw_kind_spec kinds[] = {
		{ .name = "root" },
		{ .name = "one",
		  .label = "device",
		  .dir = "ones",
		  .parents = LW_KIND(0),
		  .unique = LW_UNIQUE_ENGINE,
		  .unique_with = LW_KIND(1) | LW_KIND(2) },
		{ .name = "two",
		  .label = "device",
		  .dir = "twos",
		  .parents = LW_KIND(0),
		  .unique = LW_UNIQUE_ENGINE,
		  .unique_with = LW_KIND(1) | LW_KIND(2) },
		{ .name = "three",
		  .label = "other",
		  .dir = "threes",
		  .parents = LW_KIND(0),
		  .unique = LW_UNIQUE_ENGINE },
	};
	static const struct lw_schema schema = { .name = "s", .kinds = kinds, .nkind = 4 };
	struct lw_tree *t = lw_tree_new(&schema);
	struct lw_report *report = lw_report_new();

	(void)state;
	lw_tree_add(t, 1, 1, "x", 1);
	lw_tree_add(t, 1, 3, "x", 1);
	lw_tree_add(t, 1, 2, "x", 1);
	assert_int_equal(lw_tree_check(t, report), -EINVAL);
	assert_int_equal(lw_report_size(report), 1);
	assert_string_equal(lw_report_get(report, 0)->message,
			    "device \"x\" is there already: ones/x");
	assert_string_equal(lw_report_get(report, 0)->object, "twos/x");
	lw_report_free(report);
	lw_tree_free(t);
}

/* A port and a target of one name would be one directory. */
static void two_kinds_cannot_have_one_path(void **state)
{
	struct fixture f = begin();

	(void)state;
	add_at(&f, 1, T_PORT, "t", 5);
	add_at(&f, 1, T_PORT, "hw0", 6);
	expect(&f, "5:1 error CONFLICT target \"t\" is there already: targets/t (c.conf:3:1)\n");
}

static void initiator_is_in_one_group_of_a_target(void **state)
{
	struct fixture f = begin();
	lw_node two = add_at(&f, f.target, T_GROUP, "h", 5),
		other = add_at(&f, 1, T_TARGET, "u", 6);
	lw_node far = add_at(&f, other, T_GROUP, "g", 7);

	(void)state;
	add_at(&f, f.group, T_INITIATOR, "IQN.Host", 8);
	add_at(&f, two, T_INITIATOR, "iqn.host", 9);
	add_at(&f, two, T_INITIATOR, "iqn.*", 10); /* patterns may overlap */
	add_at(&f, far, T_INITIATOR, "iqn.host", 11);
	expect(&f, "9:1 error CONFLICT initiator \"iqn.host\" is already in another group of the "
		   "same target: "
		   "targets/t/groups/g/initiators/iqn.host (c.conf:8:1)\n");
}

static void scopes_end_where_they_say(void **state)
{
	struct fixture f = begin();
	lw_node d = add_at(&f, 1, T_DGROUP, "d", 5), e = add_at(&f, 1, T_DGROUP, "e", 6);

	(void)state;
	add_at(&f, d, T_DG_TARGET, "x", 7); /* TOP: once in each */
	add_at(&f, e, T_DG_TARGET, "x", 8);
	add_at(&f, d, T_DG_DEVICE, "a", 9); /* ENGINE: once at all */
	add_at(&f, e, T_DG_DEVICE, "a", 10);
	expect(&f, "10:1 error CONFLICT device \"a\" is there already: dgroups/d/devices/a "
		   "(c.conf:9:1)\n");
}

static void target_scope_spans_the_exports_of_one_parent(void **state)
{
	static const struct lw_attr_spec attrs[] = { { .name = "tag",
						       .unique = LW_UNIQUE_EXPORT } };
	static const struct lw_kind_spec kinds[] = {
		{ .name = "root" },
		{ .name = "iqn", .label = "target", .parents = LW_KIND(0) },
		{ .name = "tpg",
		  .label = "group",
		  .parents = LW_KIND(1),
		  .access = LW_ROLE_EXPORT },
		{ .name = "portal",
		  .label = "portal",
		  .parents = LW_KIND(2),
		  .unique = LW_UNIQUE_TARGET,
		  .attrs = attrs,
		  .nattr = 1 },
	};
	static const struct lw_schema schema = { .name = "s", .kinds = kinds, .nkind = 4 };
	struct lw_tree *t = lw_tree_new(&schema);
	struct lw_report *report = lw_report_new();
	lw_node tpg[4];

	(void)state;
	for (unsigned i = 0; i < 4; i++) {
		lw_node iqn = i % 2 ? lw_node_first(t, 1) : lw_tree_add(t, 1, 1, &"ab"[i / 2], 1),
			portal;

		if (i == 3)
			iqn = lw_node_next(t, iqn);
		tpg[i] = lw_tree_add(t, iqn, 2, &"0123"[i], 1);
		portal = lw_tree_add(t, tpg[i], 3, "10.0.0.1:3260", 13);
		lw_tree_set(t, portal, "tag", "1", 1, LW_NO_OFFSET);
		portal = lw_tree_add(t, tpg[i], 3, &"wxyz"[i], 1);
		lw_tree_set(t, portal, "tag", i ? "2" : "1", 1, LW_NO_OFFSET);
	}
	assert_int_equal(lw_tree_check(t, report), -EINVAL);
	assert_int_equal(lw_report_size(report), 3);
	assert_string_equal(lw_report_get(report, 0)->message,
			    "tag \"1\" is taken by a/0/10.0.0.1:3260");
	assert_string_equal(lw_report_get(report, 1)->message,
			    "portal \"10.0.0.1:3260\" is there already: a/0/10.0.0.1:3260");
	assert_string_equal(lw_report_get(report, 1)->object, "a/1/10.0.0.1:3260");
	assert_string_equal(lw_report_get(report, 2)->object, "b/3/10.0.0.1:3260");
	lw_report_free(report);
	lw_tree_free(t);
}

/* ---- values that may be there once */

static void numbers_are_unique_while_enabled(void **state)
{
	struct fixture f = begin();
	lw_node u = add_at(&f, 1, T_TARGET, "u", 5), v = add_at(&f, 1, T_TARGET, "v", 6),
		w = add_at(&f, 1, T_PORT, "hw0", 7);
	lw_node x = add_at(&f, 1, T_TARGET, "x", 8), y = add_at(&f, 1, T_TARGET, "y", 9);

	(void)state;
	set_at(&f, f.target, "enabled", "1", 10);
	set_at(&f, f.target, "id", "5", 11);
	set_at(&f, u, "enabled", "0", 12);
	set_at(&f, u, "id", "5", 13); /* off */
	set_at(&f, v, "enabled", "1", 14);
	set_at(&f, v, "id", "0x5", 15);
	set_at(&f, w, "enabled", "1", 16); /* a port counts as well */
	set_at(&f, w, "id", "05", 17);
	set_at(&f, x, "enabled", "1", 18); /* 0 is exempt */
	set_at(&f, x, "id", "0", 19);
	set_at(&f, y, "enabled", "1", 20);
	set_at(&f, y, "id", "0", 21);
	expect(&f, "15:3 error CONFLICT id \"5\" is taken by targets/t (c.conf:11:3)\n"
		   "17:3 error CONFLICT id \"5\" is taken by targets/t (c.conf:11:3)\n");
}

static void claims_may_be_unique_always(void **state)
{
	struct fixture f = begin();
	lw_node d = add_at(&f, 1, T_DGROUP, "d", 5), e = add_at(&f, 1, T_DGROUP, "e", 6);

	(void)state;
	set_at(&f, d, "claim", "/dev/sda", 7);
	set_at(&f, e, "claim", "/dev/sda", 8);
	expect(&f, "8:3 error CONFLICT claim \"/dev/sda\" is taken by dgroups/d (c.conf:7:3)\n");
}

/* What the kernel has already is never the mistake, wherever it stands in the tree. */
static void kept_nodes_are_never_the_mistake(void **state)
{
	struct fixture f = begin();
	lw_node box = add_at(&f, 1, T_BOX, "block", 5), kept = device_at(&f, box, "a", 6);
	lw_node twin = add_at(&f, 1, T_BOX, "third", 7), third = device_at(&f, twin, "b", 8);
	lw_node fourth;

	(void)state;
	f.t->nodes[kept].origin = LW_FROM_KEPT;
	f.t->nodes[third].origin = LW_FROM_KEPT;
	fourth = device_at(&f, f.box, "b", 9);
	f.t->nodes[fourth].origin = LW_FROM_REFERENCE; /* two that the kernel has: it knows why */
	expect(&f, "2:1 error CONFLICT device \"a\" is there already: boxes/block/a (c.conf:6:1), "
		   "which is kept\n");
}

/* ---- references */

static void references_must_lead_somewhere(void **state)
{
	struct fixture f = begin();
	lw_node other = add_at(&f, 1, T_TARGET, "u", 5), gone;

	(void)state;
	lun_at(&f, f.target, "0", "b", 6);
	lun_at(&f, f.target, "1", NULL, 7);
	lun_at(&f, f.target, "2", "targets/u", 8);
	lw_tree_refer(f.t, lun_at(&f, f.target, "3", NULL, 9), other);
	gone = device_at(&f, f.box, "gone", 10);
	lw_tree_refer(f.t, lun_at(&f, f.target, "4", NULL, 11), gone);
	lw_tree_remove(f.t, gone);
	lw_tree_refer_name(f.t, f.box, "a", 1);
	expect(&f, "1:1 error INVALID box cannot refer to anything, but names \"a\"\n"
		   "6:1 error MISSING there is no device \"b\"\n"
		   "7:1 error MISSING LUN refers to no device\n"
		   "8:1 error MISSING there is no device \"targets/u\"\n"
		   "9:1 error INVALID LUN cannot refer to targets/u (c.conf:5:1)\n"
		   "11:1 error MISSING LUN refers to no device\n");
}

static void references_that_could_be_two_are_told_apart(void **state)
{
	struct fixture f = begin();
	lw_node box = add_at(&f, 1, T_BOX, "block", 5), twin = device_at(&f, box, "a", 6);

	(void)state;
	f.t->nodes[twin].origin = LW_FROM_KEPT;
	f.t->nodes[f.a].origin = LW_FROM_KEPT;
	lun_at(&f, f.target, "0", "a", 7);
	lun_at(&f, f.target, "1", "boxes/block/a", 8);
	expect(&f, "7:1 error CONFLICT device \"a\" could be boxes/file/a (c.conf:2:1) or "
		   "boxes/block/a (c.conf:6:1)"
		   " (name it by its path)\n");
}

static void local_references_stay_in_their_target(void **state)
{
	struct fixture f = begin();
	lw_node other = add_at(&f, 1, T_TARGET, "u", 5), lun = lun_at(&f, other, "0", "a", 6);
	lw_node map = add_at(&f, f.group, T_MAP, "0", 7), far = add_at(&f, f.group, T_MAP, "1", 8);

	(void)state;
	lw_tree_refer_name(f.t, map, "0", 1);
	lw_tree_refer(f.t, far, lun);
	expect(&f, "7:1 error MISSING there is no LUN \"0\" in the same target\n"
		   "8:1 error INVALID mapped LUN refers to targets/u/luns/0 (c.conf:6:1), which is "
		   "not in the same target\n");
}

static void half_made_and_observed_nodes_may_refer_to_nothing(void **state)
{
	struct fixture f = begin();
	lw_node lun = lun_at(&f, f.target, "0", NULL, 5), half = lun_at(&f, f.target, "1", NULL, 6);
	lw_node session = add_at(&f, f.target, T_SESSION, "iqn.host", 7);

	(void)state;
	(void)session;
	f.t->nodes[lun].origin = LW_FROM_KEPT;
	f.t->nodes[half].flags |= LW_NODE_HALF;
	expect(&f, "");
}

static void kept_node_that_refers_to_nothing_known_is_told(void **state)
{
	struct fixture f = begin();
	lw_node lun = lun_at(&f, f.target, "0", "b", 5);

	(void)state;
	f.t->nodes[lun].origin = LW_FROM_KEPT;
	expect(&f, "5:1 error MISSING there is no device \"b\"\n");
}

/* ---- attributes */

static void unknown_attributes_are_doubted(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.a, "blocksze", "512", 5);
	set_at(&f, f.a, "flie", "/x", 6);
	set_at(&f, f.a, "latency_of_the_new_kernel", "1", 7);
	set_at(&f, f.a, "READ_ONLY", "1", 8);
	set_at(&f, f.a, "x", "1", 9);
	expect(&f, "5:3 warning UNKNOWN \"blocksze\" is no attribute of a device that is known "
		   "here (did you mean blocksize?)\n"
		   "6:3 warning UNKNOWN \"flie\" is no attribute of a device that is known here "
		   "(did you mean file?)\n"
		   "7:3 warning UNKNOWN \"latency_of_the_new_kernel\" is no attribute of a device "
		   "that is known here\n"
		   "8:3 warning UNKNOWN \"READ_ONLY\" is no attribute of a device that is known "
		   "here (did you mean read_only?)\n"
		   "9:3 warning UNKNOWN \"x\" is no attribute of a device that is known here\n");
}

static void distances_are_those_of_typing_mistakes(void **state)
{
	(void)state;
	assert_int_equal(lw_distance("size", "size"), 0);
	assert_int_equal(lw_distance("SIZE", "size"), 0);
	assert_int_equal(lw_distance("size", "siez"), 1);
	assert_int_equal(lw_distance("size", "sizes"), 1);
	assert_int_equal(lw_distance("size", "ize"), 1);
	assert_int_equal(lw_distance("size", "sixe"), 1);
	assert_int_equal(lw_distance("size", "sixxe"), LW_FAR);
	assert_int_equal(lw_distance("blocksize", "blokcsiez"), 2);
	assert_int_equal(lw_distance("blocksize", "lokcsiez"), LW_FAR);
	assert_int_equal(lw_distance("id", "di"), LW_FAR); /* too short to guess */
	assert_int_equal(lw_distance("", ""), 0);
	assert_int_equal(lw_distance("", "abc"), LW_FAR);
	assert_int_equal(
		lw_distance("0123456789012345678901234567890123456789012345678901234567890123",
			    "0"),
		LW_FAR);
	assert_string_equal(lw_nearest_attr(lw_kind(&test_schema, T_DEVICE), "size_mv"), "size_mb");
	assert_null(lw_nearest_attr(lw_kind(&test_schema, T_DEVICE), "zebra"));
	assert_null(lw_nearest_attr(lw_kind(&test_schema, T_INITIATOR), "size"));
}

static void what_is_never_applied_is_noted(void **state)
{
	struct fixture f = begin();

	(void)state;
	lw_tree_place_node(f.t, 1, f.source, 0);
	set_at(&f, 1, "suspend", "1", 5);
	expect(&f, "5:3 note NONE suspend is never applied as configuration\n");
	f = begin();
	lw_tree_set_state(f.t, 1, "suspend", LW_ABSENT);
	expect(&f, "");
}

static void required_attributes_must_be_there(void **state)
{
	struct fixture f = begin();
	lw_node kept;

	(void)state;
	add_at(&f, f.box, T_DEVICE, "b", 5);
	lw_tree_set_state(f.t, add_at(&f, f.box, T_DEVICE, "c", 6), "file", LW_DEFAULT);
	lw_tree_set_state(f.t, add_at(&f, f.box, T_DEVICE, "d", 7), "file", LW_UNREADABLE);
	lw_tree_set_depth(f.t, add_at(&f, f.box, T_DEVICE, "e", 8), LW_DEPTH_FULL);
	kept = add_at(&f, f.box, T_DEVICE, "f", 9);
	f.t->nodes[kept].origin = LW_FROM_KEPT;
	expect(&f, "5:1 error MISSING device needs file\n"
		   "6:1 error MISSING device needs file\n"
		   "8:1 error MISSING device needs file\n");
}

static void one_value_only_where_only_one_can_be(void **state)
{
	struct fixture f = begin();

	(void)state;
	more_at(&f, f.a, "blocksize", "512", 5);
	more_at(&f, f.a, "blocksize", "1024", 6);
	more_at(&f, f.a, "blocksize", "2048", 7);
	more_at(&f, f.target, "outuser", "alice secretsecret", 8);
	more_at(&f, f.target, "outuser", "bob secretsecret", 9);
	more_at(&f, f.target, "portal", "10.0.0.1", 10);
	more_at(&f, f.target, "portal", "10.0.0.2", 11);
	expect(&f, "6:3 error CONFLICT blocksize can have one value only: first \"512\" "
		   "(c.conf:5:3), then \"1024\""
		   " (keep one of them)\n"
		   "7:3 error CONFLICT blocksize can have one value only: first \"512\" "
		   "(c.conf:5:3), then \"2048\""
		   " (keep one of them)\n"
		   "9:3 error CONFLICT outuser can have one value only: first alice *** "
		   "(c.conf:8:3), then bob ***"
		   " (keep one of them)\n");
}

static void user_has_one_secret(void **state)
{
	struct fixture f = begin();

	(void)state;
	more_at(&f, f.target, "user", "alice secretsecret", 5);
	more_at(&f, f.target, "user", "bob secretsecret", 6);
	more_at(&f, f.target, "user", "al secretsecret", 7);
	more_at(&f, f.target, "user", "alice othersecret", 8);
	expect(&f, "8:3 error CONFLICT user: alice is there twice (keep one of them)\n");
}

static void hooks_of_kinds_are_asked(void **state)
{
	struct fixture f = begin();
	lw_node kept = device_at(&f, f.box, "k", 6);

	(void)state;
	set_at(&f, f.a, "comment", "wrong", 5);
	set_at(&f, kept, "comment", "wrong", 6);
	f.t->nodes[kept].origin = LW_FROM_KEPT;
	expect(&f, "2:1 error INVALID a comment may not be wrong (say something else)\n");
}

/* ---- all of it */

static void all_mistakes_come_at_once(void **state)
{
	struct fixture f = begin();

	(void)state;
	set_at(&f, f.a, "odd", "1", 5);
	set_at(&f, f.a, "comment", "wrong", 5);
	add_at(&f, f.box, T_DEVICE, "b", 6);
	lun_at(&f, f.target, "0", "c", 7);
	device_at(&f, add_at(&f, 1, T_BOX, "block", 8), "b", 9);
	lw_tree_remove(f.t, f.group);
	expect(&f, "5:3 warning UNKNOWN \"odd\" is no attribute of a device that is known here\n"
		   "2:1 error INVALID a comment may not be wrong (say something else)\n"
		   "6:1 error MISSING device needs file\n"
		   "7:1 error MISSING there is no device \"c\"\n"
		   "9:1 error CONFLICT device \"b\" is there already: boxes/file/b (c.conf:6:1)\n");
}

static void every_allocation_may_fail(void **state)
{
	struct lw_tree *t = lw_tree_new(&test_schema);
	lw_node box = lw_tree_add(t, 1, T_BOX, "x", 1),
		target = lw_tree_add(t, 1, T_TARGET, "t", 1), lun;
	unsigned refused = 0;

	(void)state;
	for (unsigned i = 0; i < 60; i++) {
		char name[8];

		snprintf(name, sizeof(name), "d%u", i);
		lw_tree_set(t, lw_tree_add(t, box, T_DEVICE, name, strlen(name)), "file", "/x", 2,
			    LW_NO_OFFSET);
	}
	lw_tree_add_value(t, target, "user", "a b", 3, LW_NO_OFFSET);
	lw_tree_add_value(t, target, "user", "a c", 3, LW_NO_OFFSET);
	lw_tree_set(t, target, "usr", "a c", 3, LW_NO_OFFSET);
	lun = lw_tree_add(t, target, T_LUN, "0", 1);
	lw_tree_refer_name(t, lun, "nobody\\x41/x", 12);
	for (unsigned n = 1;; n++) {
		struct lw_report *report = n % 2 ? lw_report_new() : NULL;
		bool fired;
		int r;

		alloc_fault_arm(n);
		r = lw_tree_check(t, report);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		lw_report_free(report);
		/* What could not be put into words is still a mistake. */
		assert_true(r == -EINVAL || (fired && r == -ENOMEM));
		refused += r == -ENOMEM;
		if (!fired)
			break;
	}
	assert_true(refused > 6);
	lw_tree_free(t);
}

/* Devices and as many LUNs that refer to them by name. */
static struct lw_tree *many(unsigned count)
{
	struct lw_tree *t = lw_tree_new(&test_schema);
	lw_node box = lw_tree_add(t, 1, T_BOX, "file", 4);
	lw_node target = lw_tree_add(t, 1, T_TARGET, "t", 1);

	for (unsigned i = 0; i < count; i++) {
		char name[16];
		lw_node dev, lun;

		snprintf(name, sizeof(name), "%u", i);
		dev = lw_tree_add(t, box, T_DEVICE, name, strlen(name));
		lw_tree_set(t, dev, "file", "/srv/x", 6, LW_NO_OFFSET);
		lw_tree_set(t, dev, "vendor", "ACME", 4, LW_NO_OFFSET);
		lun = lw_tree_add(t, target, T_LUN, name, strlen(name));
		lw_tree_refer_name(t, lun, name, strlen(name));
	}
	return t;
}

static double resolve_and_check(unsigned count)
{
	struct lw_tree *t = many(count);
	double from = cost_now();

	assert_int_equal(lw_tree_resolve(t), 0);
	assert_int_equal(lw_tree_check(t, NULL), 0);
	from = cost_now() - from;
	lw_tree_free(t);
	return from;
}

/* A mistake in each node is no reason to be slow. */
static double check_of_mistakes(unsigned count)
{
	struct lw_tree *t = many(count);
	double from;

	for (lw_node n = 2; n < t->nnode; n++) {
		if (lw_node_kind(t, n) == T_DEVICE)
			lw_tree_set(t, n, "vendr", "x", 1, LW_NO_OFFSET);
		if (lw_node_kind(t, n) == T_LUN)
			lw_tree_refer_name(t, n, "nobody", 6);
	}
	from = cost_now();
	assert_int_equal(lw_tree_check(t, NULL), -EINVAL);
	from = cost_now() - from;
	lw_tree_free(t);
	return from;
}

static void resolving_and_checking_are_linear(void **state)
{
	(void)state;
	assert_linear(resolve_and_check, 5000);
	assert_linear(check_of_mistakes, 5000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_tree_has_nothing_to_say),
		cmocka_unit_test(empty_tree_is_good),
		cmocka_unit_test(names_that_are_no_path_elements_are_refused),
		cmocka_unit_test(name_that_canon_refused_is_not_told_twice),
		cmocka_unit_test(device_name_is_unique_in_the_engine),
		cmocka_unit_test(families_share_a_space_of_names),
		cmocka_unit_test(two_kinds_cannot_have_one_path),
		cmocka_unit_test(initiator_is_in_one_group_of_a_target),
		cmocka_unit_test(scopes_end_where_they_say),
		cmocka_unit_test(target_scope_spans_the_exports_of_one_parent),
		cmocka_unit_test(numbers_are_unique_while_enabled),
		cmocka_unit_test(claims_may_be_unique_always),
		cmocka_unit_test(kept_nodes_are_never_the_mistake),
		cmocka_unit_test(references_must_lead_somewhere),
		cmocka_unit_test(references_that_could_be_two_are_told_apart),
		cmocka_unit_test(local_references_stay_in_their_target),
		cmocka_unit_test(half_made_and_observed_nodes_may_refer_to_nothing),
		cmocka_unit_test(kept_node_that_refers_to_nothing_known_is_told),
		cmocka_unit_test(unknown_attributes_are_doubted),
		cmocka_unit_test(distances_are_those_of_typing_mistakes),
		cmocka_unit_test(what_is_never_applied_is_noted),
		cmocka_unit_test(required_attributes_must_be_there),
		cmocka_unit_test(one_value_only_where_only_one_can_be),
		cmocka_unit_test(user_has_one_secret),
		cmocka_unit_test(hooks_of_kinds_are_asked),
		cmocka_unit_test(all_mistakes_come_at_once),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(resolving_and_checking_are_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
