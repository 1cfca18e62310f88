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
#include "base/str.h"
#include "model/tree/tree.h"
#include "model/tree/tree_json.h"
#include "test_schema.h"

#define HEAD "{\n  \"lunward\": \"tree\",\n  \"version\": 1,\n  \"schema\": \"test\""

static const struct lw_schema *find(const char *name)
{
	return strcmp(name, "test") ? NULL : &test_schema;
}

static int read_text(const char *text, struct lw_tree **ret, struct lw_report *report)
{
	return lw_tree_parse_json(find, "t.json", text, strlen(text), NULL, ret, report);
}

/* The tree of a text that has no mistake. */
static struct lw_tree *must_read(const char *text)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *t = NULL;
	int r = read_text(text, &t, report);

	if (r < 0 && lw_report_size(report))
		print_message("# %s\n", lw_report_get(report, 0)->message);
	assert_int_equal(r, 0);
	assert_int_equal(lw_report_size(report), 0);
	lw_report_free(report);
	return t;
}

static char *must_write(const struct lw_tree *t, unsigned flags)
{
	char *text = NULL;

	assert_int_equal(lw_tree_write_json(t, flags, &text), 0);
	return text;
}

/* "line:column CODE message" of each problem. */
static void assert_mistakes(const char *text, const char *want)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *t = NULL;
	struct lw_str got = LW_STR_INIT;

	assert_int_equal(read_text(text, &t, report), -EINVAL);
	assert_null(t);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_string_equal(p->file, "t.json");
		lw_str_addf(&got, "%u:%u %s %s\n", p->line, p->column, lw_code_name(p->code),
			    p->message);
	}
	assert_string_equal(lw_str_text(&got), want);
	lw_str_done(&got);
	lw_report_free(report);
}

/* A text in the writer's own spelling is written back byte by byte. */
static void assert_stable(const char *text)
{
	struct lw_tree *t = must_read(text);
	char *again = must_write(t, LW_JSON_SECRETS);

	assert_string_equal(again, text);
	free(again);
	lw_tree_free(t);
}

static lw_node path(const struct lw_tree *t, const char *p)
{
	lw_node n = lw_tree_find_path(t, p);

	assert_int_not_equal(n, 0);
	return n;
}

/* ---- writing */

static void empty_tree_is_its_head(void **state)
{
	struct lw_tree *t = lw_tree_new(&test_schema);
	char *text = must_write(t, 0);

	(void)state;
	assert_string_equal(text, HEAD "\n}\n");
	free(text);
	lw_tree_free(t);
	assert_stable(HEAD "\n}\n");
}

/* clang-format off */
static const char everything[] = HEAD ",\n"
	"  \"depth\": \"full\",\n"
	"  \"origin\": \"observed\",\n"
	"  \"flags\": [\n"
	"    \"order_unknown\"\n"
	"  ],\n"
	"  \"attributes\": {\n"
	"    \"level\": \"3\"\n"
	"  },\n"
	"  \"children\": [\n"
	"    {\n"
	"      \"kind\": \"target\",\n"
	"      \"name\": \"t\",\n"
	"      \"depth\": \"asked\",\n"
	"      \"attributes\": {\n"
	"        \"enabled\": {\n"
	"          \"state\": \"absent\"\n"
	"        },\n"
	"        \"id\": {\n"
	"          \"value\": \"5\",\n"
	"          \"flags\": [\n"
	"            \"keyed\",\n"
	"            \"generated\",\n"
	"            \"carried\"\n"
	"          ]\n"
	"        },\n"
	"        \"portal\": [\n"
	"          \"10.0.0.2\",\n"
	"          \"10.0.0.1\"\n"
	"        ],\n"
	"        \"user\": [\n"
	"          \"alice secretsecret\",\n"
	"          {\n"
	"            \"value\": \"bob secretsecret\",\n"
	"            \"flags\": [\n"
	"              \"keyed\"\n"
	"            ]\n"
	"          }\n"
	"        ],\n"
	"        \"a new one\": \"\",\n"
	"        \"hidden\": {\n"
	"          \"value\": \"x y\",\n"
	"          \"flags\": [\n"
	"            \"secret\"\n"
	"          ]\n"
	"        },\n"
	"        \"other\": {\n"
	"          \"state\": \"unreadable\",\n"
	"          \"flags\": [\n"
	"            \"keyed\"\n"
	"          ]\n"
	"        },\n"
	"        \"twice\": [\n"
	"          \"1\",\n"
	"          \"2\"\n"
	"        ]\n"
	"      },\n"
	"      \"children\": [\n"
	"        {\n"
	"          \"kind\": \"lun\",\n"
	"          \"name\": \"1\",\n"
	"          \"ref\": \"nobody\",\n"
	"          \"origin\": \"kept\",\n"
	"          \"flags\": [\n"
	"            \"half\",\n"
	"            \"temporary\",\n"
	"            \"listed\"\n"
	"          ]\n"
	"        },\n"
	"        {\n"
	"          \"kind\": \"lun\",\n"
	"          \"name\": \"0\",\n"
	"          \"ref\": \"boxes/file/a\"\n"
	"        }\n"
	"      ]\n"
	"    },\n"
	"    {\n"
	"      \"kind\": \"box\",\n"
	"      \"name\": \"file\",\n"
	"      \"depth\": \"name\",\n"
	"      \"children\": [\n"
	"        {\n"
	"          \"kind\": \"disk_device\",\n"
	"          \"name\": \"a\"\n"
	"        },\n"
	"        {\n"
	"          \"kind\": \"disk_device\",\n"
	"          \"name\": \"\"\n"
	"        },\n"
	"        {\n"
	"          \"kind\": \"disk_device\",\n"
	"          \"name\": \"\\udcff/\\\\\\n\xc3\xbc\"\n"
	"        }\n"
	"      ]\n"
	"    },\n"
	"    {\n"
	"      \"kind\": \"dgroup\",\n"
	"      \"name\": \"d\",\n"
	"      \"children\": [\n"
	"        {\n"
	"          \"kind\": \"dg_device\",\n"
	"          \"name\": \"a\",\n"
	"          \"ref\": \"boxes/file/a\"\n"
	"        },\n"
	"        {\n"
	"          \"kind\": \"dg_target\",\n"
	"          \"name\": \"far\"\n"
	"        }\n"
	"      ]\n"
	"    },\n"
	"    {\n"
	"      \"kind\": \"settings\"\n"
	"    }\n"
	"  ]\n"
	"}\n";
/* clang-format on */

static void everything_is_read_and_written_back(void **state)
{
	struct lw_tree *t = must_read(everything);
	lw_node target = path(t, "targets/t"), lun = path(t, "targets/t/luns/1"), odd;

	(void)state;
	assert_stable(everything);
	assert_int_equal(lw_node_depth(t, 1), LW_DEPTH_FULL);
	assert_int_equal(t->nodes[1].origin, LW_FROM_OBSERVED);
	assert_int_equal(t->nodes[1].flags, LW_NODE_ORDER_UNKNOWN);
	assert_int_equal(lw_node_depth(t, target), LW_DEPTH_ASKED);
	assert_int_equal(lw_node_depth(t, lun), LW_DEPTH_FULL);
	assert_int_equal(lw_node_depth(t, path(t, "boxes/file")), LW_DEPTH_NAME);
	assert_int_equal(lw_node_state(t, target, "enabled"), LW_ABSENT);
	assert_int_equal(lw_node_state(t, target, "other"), LW_UNREADABLE);
	assert_string_equal(lw_node_value(t, target, "a new one"), "");
	assert_int_equal(t->nodes[lun].origin, LW_FROM_KEPT);
	assert_int_equal(t->nodes[lun].flags,
			 LW_NODE_HALF | LW_NODE_TEMPORARY | LW_NODE_LISTED | LW_NODE_UNRESOLVED);
	assert_string_equal(lw_node_ref_name(t, lun), "nobody");
	assert_int_equal(lw_node_ref(t, path(t, "targets/t/luns/0")), path(t, "boxes/file/a"));
	assert_string_equal(lw_node_ref_name(t, path(t, "dgroups/d/targets/far")), "far");
	odd = path(t, "boxes/file/\\xff\\x2f\\x5c\\x0a\xc3\xbc");
	assert_string_equal(lw_node_name(t, odd), "\xff/\\\n\xc3\xbc");
	lw_tree_free(t);
}

static void secrets_are_masked_unless_asked_for(void **state)
{
	struct lw_tree *t = must_read(everything), *again = NULL;
	struct lw_report *report = lw_report_new();
	char *text = must_write(t, 0);

	(void)state;
	assert_null(strstr(text, "secretsecret"));
	assert_null(strstr(text, "x y"));
	assert_non_null(strstr(text, "\"alice ***\""));
	assert_non_null(strstr(text, "\"value\": \"bob ***\""));
	assert_non_null(strstr(text, "\"value\": \"***\""));
	assert_non_null(strstr(text, "\"masked\": true"));
	assert_int_equal(read_text(text, &again, report), -EINVAL);
	assert_string_equal(lw_report_get(report, 0)->message,
			    "the secrets are masked, so this is not the whole tree");
	assert_int_equal(lw_report_get(report, 0)->line, 5);
	lw_report_free(report);
	free(text);
	lw_tree_free(t);
}

static void equal_trees_give_equal_texts(void **state)
{
	struct lw_tree *a = lw_tree_new(&test_schema), *b = lw_tree_new(&test_schema);
	char *x, *y;

	(void)state;
	for (unsigned i = 0; i < 2; i++) {
		struct lw_tree *t = i ? a : b;
		const char *names[] = { "zeta", "level", "alpha", "suspend" };

		for (unsigned k = 0; k < 4; k++)
			lw_tree_set(t, 1, names[i ? k : 3 - k], "1", 1, LW_NO_OFFSET);
	}
	x = must_write(a, 0);
	y = must_write(b, 0);
	assert_string_equal(x, y);
	free(x);
	free(y);
	lw_tree_free(a);
	lw_tree_free(b);
}

static void removed_nodes_are_not_written(void **state)
{
	struct lw_tree *t = must_read(everything);
	char *text;

	(void)state;
	lw_tree_remove(t, path(t, "boxes/file/a"));
	text = must_write(t, LW_JSON_SECRETS);
	assert_null(strstr(text, "\"ref\": \"boxes/file/a\""));
	assert_null(strstr(text, "\"name\": \"a\",\n          \"ref\""));
	free(text);
	lw_tree_free(t);
}

/* ---- reading what people write */

static void hand_written_text_may_be_short(void **state)
{
	struct lw_tree *t =
		must_read("{\"lunward\":\"tree\",\"version\":1,\"schema\":\"test\",\"children\":[\n"
			  " {\"kind\":\"box\",\"name\":\"file\",\"children\":[\n"
			  "  "
			  "{\"kind\":\"Device\",\"name\":\"a\",\"attributes\":{\"read_only\":true,"
			  "\"active\":false,\"blocksize\":512}}]},\n"
			  " {\"kind\":\"target\",\"name\":\"t\",\"attributes\":{\"user\":[],"
			  "\"portal\":[\"x\"]},\"children\":[\n"
			  "  "
			  "{\"kind\":\"LUN\",\"name\":0,\"ref\":\"a\"},{\"kind\":\"group\","
			  "\"name\":\"g\",\"children\":[\n"
			  "   {\"kind\":\"mapped lun\",\"name\":3,\"ref\":0}]}]},\n"
			  " {\"kind\":\"TARGET\",\"name\":\"hw0\"},{\"kind\":\"settings\"}]}");
	lw_node a = path(t, "boxes/file/a"), target = path(t, "targets/t");

	(void)state;
	assert_string_equal(lw_node_value(t, a, "read_only"), "1");
	assert_string_equal(lw_node_value(t, a, "active"), "0");
	assert_string_equal(lw_node_value(t, a, "blocksize"), "512");
	assert_int_equal(lw_node_depth(t, a), LW_DEPTH_ASKED);
	assert_int_equal(lw_node_state(t, target, "user"), LW_DEFAULT);
	assert_string_equal(lw_node_value(t, target, "portal"), "x");
	assert_int_equal(lw_node_kind(t, path(t, "targets/hw0")),
			 T_PORT); /* the name says which target */
	assert_int_equal(lw_node_ref(t, path(t, "targets/t/luns/0")), a);
	assert_int_equal(lw_node_ref(t, path(t, "targets/t/groups/g/maps/3")),
			 path(t, "targets/t/luns/0"));
	lw_tree_free(t);
}

static void nodes_and_attributes_know_their_place(void **state)
{
	struct lw_tree *t =
		must_read(HEAD ",\n \"children\": [ {\"kind\": \"box\", \"name\": \"b\",\n"
			       "   \"attributes\": {\"threads\": 3,\n\"x\": {\"value\": 1}}}]}");
	lw_node box = path(t, "boxes/b");

	(void)state;
	assert_string_equal(lw_node_where(t, box).file, "t.json");
	assert_int_equal(lw_node_where(t, box).line, 5);
	assert_int_equal(lw_node_where(t, box).column, 16);
	assert_int_equal(lw_node_attr_where(t, box, 0).line, 6);
	assert_int_equal(lw_node_attr_where(t, box, 0).column, 19);
	assert_int_equal(lw_node_attr_where(t, box, 1).line, 7);
	assert_int_equal(lw_node_attr_where(t, box, 1).column, 1);
	lw_tree_free(t);
}

static void texts_may_be_shared(void **state)
{
	struct lw_tree *host = lw_tree_new(&test_schema), *t = NULL;
	lw_node box = lw_tree_add(host, 1, T_BOX, "file", 4);

	(void)state;
	assert_int_equal(
		lw_tree_parse_json(find, "t", everything, strlen(everything), host, &t, NULL), 0);
	assert_int_equal(t->nodes[path(t, "boxes/file")].name, host->nodes[box].name);
	lw_tree_free(host);
	lw_tree_free(t);
}

static void path_without_a_slash_stays_a_path(void **state)
{
	static const struct lw_kind_spec kinds[] = {
		{ .name = "root" },
		{ .name = "first", .label = "first", .parents = LW_KIND(0) },
		{ .name = "second", .label = "second", .parents = LW_KIND(1) },
		{ .name = "user",
		  .label = "user",
		  .dir = "users",
		  .parents = LW_KIND(0),
		  .ref_kinds = LW_KIND(1) | LW_KIND(2) },
	};
	static const struct lw_schema schema = { .name = "s", .kinds = kinds, .nkind = 4 };
	struct lw_tree *t = lw_tree_new(&schema);
	lw_node first = lw_tree_add(t, 1, 1, "x", 1), user = lw_tree_add(t, 1, 3, "u", 1);
	char *text;

	(void)state;
	lw_tree_add(t, first, 2, "x", 1); /* by name alone it could be either */
	lw_tree_refer(t, user, first);
	text = must_write(t, 0);
	assert_non_null(strstr(text, "\"ref\": \"/x\""));
	assert_int_equal(lw_tree_find_path(t, "/x"), first);
	free(text);
	lw_tree_free(t);
}

/* ---- mistakes */

static void what_is_no_tree_is_refused(void **state)
{
	(void)state;
	assert_mistakes(
		"[]",
		"1:1 INVALID this is no tree: expected an object with \"lunward\": \"tree\"\n");
	assert_mistakes(
		"{\"lunward\": 1}",
		"1:2 INVALID this is no tree: expected an object with \"lunward\": \"tree\"\n");
	assert_mistakes("{\"lunward\": \"tree\"}",
			"1:1 UNSUPPORTED only version 1 of this format is known\n");
	assert_mistakes("{\"lunward\": \"tree\",\n\"version\": 2}",
			"2:1 UNSUPPORTED only version 1 of this format is known\n");
	assert_mistakes("{\"lunward\": \"tree\", \"version\": 1}",
			"1:1 UNKNOWN \"schema\" must name a vocabulary that is known\n");
	assert_mistakes("{\"lunward\": \"tree\", \"version\": 1, \"schema\": \"nvme\"}",
			"1:35 UNKNOWN \"schema\" must name a vocabulary that is known\n");
	assert_mistakes(
		"{\"lunward\": \"tree\", \"version\": 1, \"schema\": \"test\", \"masked\": 1}",
		"1:53 INVALID the secrets are masked, so this is not the whole tree\n");
}

static void syntax_is_the_business_of_json(void **state)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *t = NULL;

	(void)state;
	assert_int_equal(read_text("{\"lunward\": ", &t, report), -EINVAL);
	assert_int_equal(lw_report_get(report, 0)->code, LW_CODE_SYNTAX);
	lw_report_free(report);
	assert_int_equal(read_text("", &t, NULL), -EINVAL);
}

static void all_mistakes_are_told_at_once(void **state)
{
	(void)state;
	assert_mistakes(
		HEAD ",\n"
		     "\"depth\": \"deep\", \"name\": \"x\",\n"
		     "\"origin\": 7, \"flags\": [\"odd\", 1],\n"
		     "\"children\": [\n"
		     "{\"name\": \"x\"},\n"
		     "{\"kind\": \"lun\", \"name\": 0},\n"
		     "{\"kind\": \"thing\", \"name\": 0},\n"
		     "{\"kind\": 5, \"name\": 0},\n"
		     "{\"kind\": \"box\"},\n"
		     "{\"kind\": \"box\", \"name\": true},\n"
		     "{\"kind\": \"box\", \"name\": \"b\"},\n"
		     "{\"kind\": \"box\", \"name\": \"b\"},\n"
		     "{\"kind\": \"settings\", \"name\": \"s\"},\n"
		     "{\"kind\": \"settings\"}, {\"kind\": \"settings\"},\n"
		     "{\"kind\": \"box\", \"name\": \"c\", \"ref\": [], \"attribtues\": {}, "
		     "\"children\": {}},\n"
		     "17]}",
		"5:18 UNKNOWN \"name\" means nothing here: expected lunward, version, schema, "
		"depth, attributes or children\n"
		"5:1 INVALID depth must be one of name, asked, full\n"
		"6:1 INVALID origin must be one of declared, kept, reference, hardware, observed\n"
		"6:24 UNKNOWN no flag that is known here\n"
		"6:31 UNKNOWN no flag that is known here\n"
		"8:1 MISSING a node needs a kind\n"
		"9:2 UNKNOWN kind \"lun\" is not known here: expected one of box, target, port, "
		"dgroup, settings\n"
		"10:2 UNKNOWN kind \"thing\" is not known here: expected one of box, target, port, "
		"dgroup, settings\n"
		"11:2 INVALID kind must be a string, not a number\n"
		"12:1 MISSING box needs a name\n"
		"13:17 INVALID name must be a string or a number, not true or false\n"
		"15:17 CONFLICT box \"b\" is there already: boxes/b (t.json:14:1)\n"
		"16:22 INVALID settings has no name\n"
		"17:23 CONFLICT settings is there already: settings (t.json:17:1)\n"
		"18:41 UNKNOWN \"attribtues\" means nothing here: expected kind, name, ref, depth, "
		"origin, flags,"
		" attributes or children\n"
		"18:30 INVALID ref must be a path or a name, not an array\n"
		"18:59 INVALID children must be an array, not an object\n"
		"19:1 INVALID a node must be an object, not a number\n");
}

static void mistakes_in_attributes_are_told(void **state)
{
	(void)state;
	assert_mistakes(
		HEAD ",\n\"attributes\": {\n"
		     "\"a\": null,\n"
		     "\"b\": {\"value\": 1, \"state\": \"default\"},\n"
		     "\"c\": {},\n"
		     "\"d\": {\"state\": \"set\"},\n"
		     "\"e\": {\"value\": []},\n"
		     "\"f\": {\"value\": 1, \"flag\": []},\n"
		     "\"g\": [\"x\", {\"state\": \"default\"}],\n"
		     "\"level\": [],\n"
		     "\"h\": [[]]\n}}",
		"6:1 INVALID a value must be a string, a number, true, false or an object, not "
		"null\n"
		"7:1 INVALID an attribute has either a value or a state, and both if it is fixed\n"
		"8:1 INVALID an attribute has a value or a state\n"
		"9:7 INVALID state must be one of default, absent, unreadable, fixed\n"
		"10:7 INVALID a value must be a string, a number, true or false, not an array\n"
		"11:19 UNKNOWN \"flag\" means nothing here: expected value, state or flags\n"
		"12:13 INVALID one of several values cannot be without one\n"
		"13:1 INVALID an attribute needs a value\n"
		"14:7 INVALID a value must be a string, a number, true, false or an object, not an "
		"array\n");
	assert_mistakes(HEAD ", \"attributes\": []}",
			"4:21 INVALID attributes must be an object, not an array\n");
}

static const struct lw_kind_spec twin_kinds[] = {
	{ .name = "root" },
	{ .name = "one", .label = "thing", .parents = LW_KIND(0) },
	{ .name = "two", .label = "thing", .parents = LW_KIND(0) },
	{ .name = "leaf", .label = "leaf", .parents = LW_KIND(1) },
};
static const struct lw_schema twin_schema = { .name = "s", .kinds = twin_kinds, .nkind = 4 };

static const struct lw_schema *find_twins(const char *name)
{
	return strcmp(name, "s") ? NULL : &twin_schema;
}

static void label_of_two_kinds_is_refused(void **state)
{
	static const char text[] =
		"{\"lunward\":\"tree\",\"version\":1,\"schema\":\"s\",\"children\":["
		"{\"kind\":\"thing\",\"name\":\"x\"},"
		"{\"kind\":\"two\",\"name\":\"y\",\"children\":[{\"kind\":\"x\",\"name\":\"\"}]}]}";
	struct lw_report *report = lw_report_new();
	struct lw_tree *t = NULL;

	(void)state;
	assert_int_equal(lw_tree_parse_json(find_twins, "x", text, strlen(text), NULL, &t, report),
			 -EINVAL);
	assert_string_equal(lw_report_get(report, 0)->message,
			    "kind \"thing\" can be several: expected one of one, two");
	assert_string_equal(lw_report_get(report, 1)->message,
			    "kind \"x\" is not known here: expected no child at all");
	assert_string_equal(lw_report_get(report, 1)->object, "y");
	lw_report_free(report);
}

/* ---- memory */

static void every_allocation_may_fail(void **state)
{
	(void)state;
	for (unsigned n = 1;; n++) {
		struct lw_report *report = lw_report_new();
		struct lw_tree *t = NULL;
		char *text = NULL;
		bool fired;
		int r;

		alloc_fault_arm(n);
		r = read_text(everything, &t, report);
		if (!r)
			r = lw_tree_write_json(t, n % 2 ? LW_JSON_SECRETS : 0, &text);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		assert_int_equal(lw_report_size(report), 0);
		lw_report_free(report);
		lw_tree_free(t);
		free(text);
		if (!fired) {
			assert_true(n > 30);
			break;
		}
	}
}

static void large_trees_are_written_and_read(void **state)
{
	struct lw_tree *t = lw_tree_new(&test_schema), *again;
	lw_node box = lw_tree_add(t, 1, T_BOX, "file", 4),
		target = lw_tree_add(t, 1, T_TARGET, "t", 1);
	char *text, *second;

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		char name[16];
		lw_node dev, lun;

		snprintf(name, sizeof(name), "%u", i);
		dev = lw_tree_add(t, box, T_DEVICE, name, strlen(name));
		lw_tree_set(t, dev, "file", name, strlen(name), LW_NO_OFFSET);
		lun = lw_tree_add(t, target, T_LUN, name, strlen(name));
		lw_tree_refer(t, lun, dev);
	}
	text = must_write(t, 0);
	again = must_read(text);
	second = must_write(again, 0);
	assert_true(!strcmp(text, second));
	assert_int_equal(lw_tree_size(again), 40003);
	free(text);
	free(second);
	lw_tree_free(t);
	lw_tree_free(again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_tree_is_its_head),
		cmocka_unit_test(everything_is_read_and_written_back),
		cmocka_unit_test(secrets_are_masked_unless_asked_for),
		cmocka_unit_test(equal_trees_give_equal_texts),
		cmocka_unit_test(removed_nodes_are_not_written),
		cmocka_unit_test(hand_written_text_may_be_short),
		cmocka_unit_test(nodes_and_attributes_know_their_place),
		cmocka_unit_test(texts_may_be_shared),
		cmocka_unit_test(path_without_a_slash_stays_a_path),
		cmocka_unit_test(what_is_no_tree_is_refused),
		cmocka_unit_test(syntax_is_the_business_of_json),
		cmocka_unit_test(all_mistakes_are_told_at_once),
		cmocka_unit_test(mistakes_in_attributes_are_told),
		cmocka_unit_test(label_of_two_kinds_is_refused),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(large_trees_are_written_and_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
