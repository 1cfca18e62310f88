/* SPDX-License-Identifier: Apache-2.0 */
/* The grammar of docs/PLAN.md, line by line, and the plan as programs look at it. */
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
#include "model/plan/plan_show.h"
#include "model/plan/sessions.h"
#include "plan_text.h"
#include "test_schema.h"

static const char have_text[] = "boxes/b/a file=/a\n"
				"boxes/b/c file=/c\n"
				"targets/t enabled=1 user+='alice old' portal+=192.0.2.9\n"
				"targets/t/luns/0 read_only=0 -> a\n"
				"targets/t/groups/g1/initiators/i\n"
				"targets/t/sessions/s1 -> targets/t/groups/g1\n"
				"targets/t/sessions/s2 -> t\n"
				"targets/u enabled=1\n";

static const char goal_text[] = "boxes/b/a file=/a vendor=X\n"
				"boxes/b/d file='/srv/d 1.img' blocksize=4096 comment=hi\n"
				"targets/t enabled=1 alias=x password=hush user+='alice new'\n"
				"targets/t/luns/0 read_only=1 -> d\n"
				"targets/t/groups/g2/initiators/i\n"
				"targets/v\n"
				"targets/v/luns/7 -> d\n";

static struct lw_plan *make(void)
{
	return plan_text_new(&test_schema, have_text, goal_text);
}

/* The plan's text, without the summary. Frees the plan. */
static void expect(struct lw_plan *plan, unsigned flags, const char *want)
{
	char *got, *summary;

	assert_int_equal(lw_plan_print(plan, flags, &got), 0);
	summary = strstr(got, "Plan: ");
	assert_non_null(summary);
	*summary = '\0';
	if (strcmp(got, want) != 0)
		print_error("--- want\n%s--- got\n%s---\n", want, got);
	assert_string_equal(got, want);
	free(got);
	lw_plan_free(plan);
}

static void nothing_to_do(void **state)
{
	struct lw_plan *plan = make();
	char *text;

	(void)state;
	plan_text_op(plan, LW_FENCE, NULL, "targets/t");
	plan_text_op(plan, LW_DELETE, "targets/t/luns/0", NULL)->flags = LW_OP_IMPLIED;
	assert_int_equal(lw_plan_print(plan, 0, &text), 0);
	assert_string_equal(text, "Nothing to do.\n");
	free(text);
	lw_plan_free(plan);
}

static void create_shows_what_is_given_with_it(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d");
	plan_text_op(plan, LW_CREATE, NULL, "targets/v/luns/7");
	expect(plan, 0,
	       "+ create boxes/b/d blocksize=4096 file=\"/srv/d 1.img\" [none] (conf:2)\n"
	       "+ create targets/v/luns/7 device=d [none] (conf:7)\n");
}

static void replace_shows_referents_and_what_it_carries(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0");

	(void)state;
	op->effect = LW_EFFECT_DISTURBS;
	op->scope = LW_SCOPE_NODE;
	expect(plan, 0,
	       "~ replace targets/t/luns/0 device: a -> d read_only: 0 -> 1 [disturbs, node] "
	       "(conf:4)\n");
}

static void a_swap_by_the_same_shows_only_what_changes(void **state)
{
	struct lw_plan *plan = plan_text_new(&test_schema, "boxes/b/a\ntargets/t/luns/0 -> a\n",
					     "boxes/b/a\ntargets/t/luns/0 read_only=1 -> a\n");

	(void)state;
	plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0");
	expect(plan, 0, "~ replace targets/t/luns/0 read_only=1 [none] (conf:2)\n");
}

/* A delete is asked for by the block that no longer lists the object; at the top by nobody. */
static void delete_names_the_block_that_does_not_list(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_DELETE, "boxes/b/c", NULL);

	(void)state;
	lw_tree_place_node(plan->goal, lw_tree_find_path(plan->goal, "boxes/b"), 1, 0);
	op->reason = LW_WHY_UNLISTED;
	op = plan_text_op(plan, LW_DELETE, "targets/u", NULL);
	op->effect = LW_EFFECT_LOSES;
	op->scope = LW_SCOPE_EXPORT;
	expect(plan, 0,
	       "- delete boxes/b/c [none] (conf:1)\n"
	       "- delete targets/u [loses, export]\n");
}

static void values(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", "TEST", "X");
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", NULL, "X");
	plan_text_value(plan, LW_SETATTR, "boxes/b/d", "comment", NULL, "hi");
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "mode", "fast", "safe")->reason =
		LW_WHY_RESET;
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "comment", "x", "")->reason = LW_WHY_RESET;
	plan_text_value(plan, LW_ADDVAL, "targets/t", "portal", NULL, "[::1]");
	plan_text_value(plan, LW_DELVAL, "targets/t", "portal", "192.0.2.9", NULL);
	expect(plan, 0,
	       "~ set boxes/b/a vendor: TEST -> X [none] (conf:1)\n"
	       "~ set boxes/b/a vendor: ? -> X [none] (conf:1)\n"
	       "~ set boxes/b/d comment: hi [none] (conf:2)\n"
	       "~ set boxes/b/a mode: fast -> safe (default) [none] because the file does "
	       "not name it (conf:1)\n"
	       "~ set boxes/b/a comment: x -> \"\" (default) [none] because the file does "
	       "not name it (conf:1)\n"
	       "+ addval targets/t portal: \"[::1]\" [none] (conf:3)\n"
	       "- delval targets/t portal: 192.0.2.9 [none] (conf:3)\n"
	       "note: targets/t: live sessions keep their access until they log in again\n");
}

static void odd_values_stay_on_one_line(void **state)
{
	static const char *const odd[] = { "a\nb",     "?",	      "->",	     "***",
					   "(x",       "say \"hi\"",  "back\\slash", "\xff",
					   "\xc2\x85", "caf\xc3\xa9", "tab\t" };
	static const char *const shown[] = {
		"\"a\\x0ab\"",	     "\"?\"",	    "\"->\"",
		"\"***\"",	     "\"(x\"",	    "\"say \\\"hi\\\"\"",
		"\"back\\\\slash\"", "\"\\xff\"",   "\"\\xc2\\x85\"",
		"caf\xc3\xa9",	     "\"tab\\x09\""
	};

	(void)state;
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		struct lw_plan *plan = make();
		char line[128];

		plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", NULL, odd[i]);
		snprintf(line, sizeof(line), "~ set boxes/b/a vendor: ? -> %s [none] (conf:1)\n",
			 shown[i]);
		expect(plan, 0, line);
	}
}

static void odd_paths_too(void **state)
{
	struct lw_plan *plan = plan_text_new(&test_schema, "", "boxes/b/'x y'\nboxes/b/q\"r\n");

	(void)state;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/x y");
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/q\"r");
	expect(plan, 0,
	       "+ create \"boxes/b/x y\" [none] (conf:1)\n"
	       "+ create \"boxes/b/q\\\"r\" [none] (conf:2)\n");
}

/* M14 */
static void secrets_are_hidden_unless_asked_for(void **state)
{
	static const char hidden[] =
		"~ set targets/t password: ? -> *** [none] (conf:3)\n"
		"~ set targets/t password: *** (changed) [none] (conf:3)\n"
		"~ chval targets/t user: \"alice ***\" (changed) [none] (conf:3)\n"
		"+ addval targets/t user: \"bob ***\" [none] (conf:3)\n"
		"- delval targets/t outuser: *** [none] (conf:3)\n"
		"note: targets/t: live sessions keep their access until they log in again\n";

	(void)state;
	for (unsigned flags = 0; flags <= LW_PLAN_SECRETS; flags += LW_PLAN_SECRETS) {
		struct lw_plan *plan = make();
		char *text;

		plan_text_value(plan, LW_SETATTR, "targets/t", "password", NULL, "hush");
		plan_text_value(plan, LW_SETATTR, "targets/t", "password", "hush", "hush2");
		plan_text_value(plan, LW_CHVAL, "targets/t", "user", "alice old", "alice new");
		plan_text_value(plan, LW_ADDVAL, "targets/t", "user", NULL, "bob secret");
		plan_text_value(plan, LW_DELVAL, "targets/t", "outuser", "word", NULL);
		if (!flags) {
			expect(plan, 0, hidden);
			continue;
		}
		assert_int_equal(lw_plan_print(plan, flags, &text), 0);
		assert_non_null(strstr(text, "password: hush -> hush2 "));
		assert_non_null(strstr(text, "user: \"alice old\" -> \"alice new\" "));
		free(text);
		lw_plan_free(plan);
	}
}

static void move_shows_both_ends(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_MOVE, "targets/t/groups/g1/initiators/i",
				     "targets/t/groups/g2/initiators/i");

	(void)state;
	op->effect = LW_EFFECT_DISTURBS;
	op->scope = LW_SCOPE_ENGINE;
	expect(plan, 0,
	       "> move targets/t/groups/g1/initiators/i -> targets/t/groups/g2 [disturbs, engine] "
	       "(conf:5)\n");
}

static void a_cause_is_named(void **state)
{
	struct lw_plan *plan = plan_text_new(&test_schema, "boxes/b/a\ntargets/t/luns/0 -> a\n",
					     "boxes/b/a blocksize=4096\ntargets/t/luns/0 -> a\n");
	struct op *op = plan_text_op(plan, LW_DELETE, "targets/t/luns/0", "targets/t/luns/0");
	unsigned blocksize = lw_tree_attr_def(plan->goal, T_DEVICE, "blocksize", 9);

	(void)state;
	op->flags = LW_OP_IMPLIED;
	op->reason = LW_WHY_REFERENT;
	op->cause = 1;
	op = plan_text_op(plan, LW_DELETE, "boxes/b/a", "boxes/b/a");
	op->reason = LW_WHY_ATTR;
	op->attr = (uint16_t)blocksize;
	op = plan_text_op(plan, LW_CREATE, NULL, "targets/t/luns/0");
	op->reason = LW_WHY_REFERENT;
	op->cause = 0;
	expect(plan, 0,
	       "- delete (implied) targets/t/luns/0 device=a [none] because boxes/b/a is "
	       "re-created (blocksize) (conf:2)\n"
	       "- delete boxes/b/a [none] because blocksize can be given at creation only "
	       "(conf:1)\n"
	       "+ create targets/t/luns/0 device=a [none] because targets/t/luns/0 is re-created "
	       "(conf:2)\n");
}

static void every_reason_has_words(void **state)
{
	(void)state;
	for (unsigned why = LW_WHY_RESET; why < LW_WHY_COUNT_; why++) {
		struct lw_plan *plan = make();
		struct lw_op_view view = { .size = sizeof(view) };

		plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", "a", "b")->reason =
			(uint8_t)why;
		assert_int_equal(lw_plan_op(plan, 0, &view), 0);
		assert_non_null(view.reason);
		assert_non_null(lw_plan_reason_name(why));
		lw_plan_free(plan);
	}
	assert_null(lw_plan_reason_name(LW_WHY_ASKED));
}

static void brackets_say_what_closing_means(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_CLOSE, "targets/t", "targets/t");

	(void)state;
	op->flags = LW_OP_TEMPORARY;
	op->reason = LW_WHY_BRACKET;
	expect(plan, 0,
	       "~ close (temporary) targets/t [none] because no order of the changes is safe while "
	       "it is open: "
	       "sessions wait (conf:3)\n");
}

static void fences_and_settles_only_with_verbose(void **state)
{
	(void)state;
	for (unsigned flags = 0; flags <= LW_PLAN_VERBOSE; flags++) {
		struct lw_plan *plan = make();

		plan_text_op(plan, LW_SETTLE, NULL, "boxes/b/d");
		plan_text_op(plan, LW_FENCE, NULL, NULL);
		plan_text_op(plan, LW_CREATE, NULL, "targets/v");
		expect(plan, flags,
		       flags ? ". settle boxes/b/d [none] (conf:2)\n= fence [none]\n+ create "
			       "targets/v [none] (conf:6)\n"
			     : "+ create targets/v [none] (conf:6)\n");
	}
}

static void colours_only_on_request(void **state)
{
	struct lw_plan *plan = make();
	struct op *op = plan_text_op(plan, LW_DELETE, "targets/u", NULL);

	(void)state;
	op->effect = LW_EFFECT_DROPS;
	expect(plan, LW_PLAN_COLOUR,
	       "\033[31m-\033[0m delete targets/u \033[31m[drops, node]\033[0m\n");
}

/* Of the export, of the set that a unit is in, of everybody, of the exports of those who refer to it. */
static void sessions_are_counted_when_known(void **state)
{
	struct lw_plan *plan = make();
	struct op *op;

	(void)state;
	plan->sessions_known = true;
	assert_int_equal(lw_plan_index_sessions(plan), 0);
	op = plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0");
	op->effect = LW_EFFECT_DISTURBS;
	op = plan_text_op(plan, LW_DELETE, "targets/u", NULL);
	op->effect = LW_EFFECT_DROPS;
	op->scope = LW_SCOPE_EXPORT;
	op = plan_text_op(plan, LW_DELETE, "targets/t/groups/g1", NULL);
	op->effect = LW_EFFECT_DISTURBS;
	op->scope = LW_SCOPE_ENGINE;
	op = plan_text_op(plan, LW_DELETE, "boxes/b/c", NULL);
	op->effect = LW_EFFECT_DROPS;
	op->scope = LW_SCOPE_REFERRERS;
	expect(plan, 0,
	       "~ replace targets/t/luns/0 device: a -> d read_only: 0 -> 1 [disturbs, node, 1 "
	       "session: "
	       "s2] "
	       "(conf:4)\n"
	       "- delete targets/u [drops, export, 0 sessions]\n"
	       "- delete targets/t/groups/g1 [disturbs, engine, 2 sessions: s2, s1] (conf:3)\n"
	       "- delete boxes/b/c [drops, referrers, 0 sessions]\n");
}

static void only_the_first_sessions_are_named(void **state)
{
	struct lw_plan *plan =
		plan_text_new(&test_schema,
			      "targets/t enabled=1\ntargets/t/sessions/a -> t\n"
			      "targets/t/sessions/b -> t\ntargets/t/sessions/c -> t\n"
			      "targets/t/sessions/d -> t\n",
			      "");
	struct op *op = plan_text_op(plan, LW_DELETE, "targets/t", NULL);

	(void)state;
	plan->sessions_known = true;
	assert_int_equal(lw_plan_index_sessions(plan), 0);
	op->effect = LW_EFFECT_DROPS;
	op->scope = LW_SCOPE_EXPORT;
	assert_string_equal(lw_plan_session(plan, 0, 3), "d");
	assert_null(lw_plan_session(plan, 0, 4));
	expect(plan, 0, "- delete targets/t [drops, export, 4 sessions: a, b, c, ...]\n");
}

/* Whoever sees a device in two sets, or twice in one, is one session; so is who may see any set. */
static void referrers_are_counted_once(void **state)
{
	static const char *const names[] = { "maybe", "own", "grouped", "other" };
	struct lw_plan *plan = plan_text_new(&test_schema,
					     "boxes/b/a file=/a\n"
					     "targets/t/luns/0 -> a\ntargets/t/luns/1 -> a\n"
					     "targets/t/groups/g/luns/0 -> a\n"
					     "targets/t/groups/h/initiators/i\n"
					     "targets/t/sessions/grouped -> targets/t/groups/g\n"
					     "targets/t/sessions/own -> t\n"
					     "targets/t/sessions/maybe\n"
					     "targets/t/sessions/blind -> targets/t/groups/h\n"
					     "targets/u/luns/5 -> a\n"
					     "targets/u/sessions/other -> u\n"
					     "targets/v/sessions/blind -> v\n",
					     "");
	struct op *op = plan_text_op(plan, LW_DELETE, "boxes/b/a", NULL);

	(void)state;
	plan->sessions_known = true;
	assert_int_equal(lw_plan_index_sessions(plan), 0);
	op->effect = LW_EFFECT_DROPS;
	op->scope = LW_SCOPE_REFERRERS;
	assert_int_equal(lw_plan_sessions(plan, op), 4);
	for (unsigned n = 0; n < 4; n++)
		assert_string_equal(lw_plan_session(plan, 0, n), names[n]);
	assert_null(lw_plan_session(plan, 0, 4));
	expect(plan, 0,
	       "- delete boxes/b/a [drops, referrers, 4 sessions: maybe, own, grouped, "
	       "...]\n");
}

static const char *summary_of(struct lw_plan *plan, char **text)
{
	const char *summary;

	assert_int_equal(lw_plan_print(plan, 0, text), 0);
	summary = strstr(*text, "Plan: ");
	assert_non_null(summary);
	return summary;
}

static void the_summary_counts(void **state)
{
	struct lw_plan *plan = make();
	char *text;

	(void)state;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d");
	plan_text_value(plan, LW_SETATTR, "boxes/b/d", "comment", NULL, "hi");
	plan_text_op(plan, LW_CREATE, NULL, "targets/v");
	plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0")->effect =
		LW_EFFECT_DISTURBS;
	plan_text_op(plan, LW_DELETE, "boxes/b/c", NULL);
	plan_text_op(plan, LW_FENCE, NULL, "targets/t");
	assert_string_equal(summary_of(plan, &text),
			    "Plan: 2 to create, 1 to change, 1 to delete; "
			    "1 operation disturbs sessions, 0 drop them.\n");
	free(text);
	plan_text_op(plan, LW_DELETE, "boxes/b/a", "boxes/b/a")->effect = LW_EFFECT_LOSES;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/a")->reason = LW_WHY_ATTR;
	plan_text_op(plan, LW_DELETE, "targets/u", NULL)->effect = LW_EFFECT_DROPS;
	plan_text_op(plan, LW_CLOSE, "targets/t", "targets/t")->flags = LW_OP_TEMPORARY;
	assert_string_equal(
		summary_of(plan, &text),
		"Plan: 2 to create, 1 to change, 2 to delete, 1 to re-create; "
		"1 operation disturbs sessions, 1 drops them, 1 loses data or reservations.\n");
	free(text);
	assert_int_equal(lw_plan_count(plan), 10);
	assert_int_equal(lw_plan_changes(plan), 9);
	lw_plan_free(plan);
}

static void an_export_that_is_off_or_goes_needs_no_note(void **state)
{
	struct lw_plan *plan = plan_text_new(
		&test_schema,
		"targets/off portal+=p enabled=0\ntargets/gone portal+=p enabled=1\n"
		"targets/open enabled=1\ntargets/way/portals/p\ntargets/way enabled=1\n",
		"targets/off\ntargets/open\ntargets/way\n");

	(void)state;
	plan_text_value(plan, LW_DELVAL, "targets/off", "portal", "p", NULL);
	plan_text_value(plan, LW_DELVAL, "targets/gone", "portal", "p", NULL);
	expect(plan, 0,
	       "- delval targets/off portal: p [none] (conf:1)\n"
	       "- delval targets/gone portal: p [none]\n");
	plan = plan_text_new(
		&test_schema,
		"targets/open enabled=1\ntargets/way/portals/p\ntargets/way enabled=1\n",
		"targets/open\ntargets/way\n");
	plan_text_value(plan, LW_ADDVAL, "targets/open", "portal", NULL, "p");
	plan_text_op(plan, LW_DELETE, "targets/way/portals/p", NULL);
	expect(plan, 0,
	       "+ addval targets/open portal: p [none] (conf:1)\n"
	       "- delete targets/way/portals/p [none] (conf:2)\n"
	       "note: targets/open: live sessions keep their access until they log in again\n"
	       "note: targets/way: live sessions keep their access until they log in again\n");
}

/* What was kept was copied from somewhere else: its lines mean nothing. */
static void kept_nodes_have_no_line(void **state)
{
	struct lw_plan *plan = make();

	(void)state;
	node_at(plan->goal, lw_tree_find_path(plan->goal, "boxes/b/a"))->origin = LW_FROM_KEPT;
	plan_text_value(plan, LW_SETATTR, "boxes/b/a", "vendor", "TEST", "X");
	expect(plan, 0, "~ set boxes/b/a vendor: TEST -> X [none]\n");
}

static void one_operation_looked_at(void **state)
{
	struct lw_plan *plan = make();
	struct lw_op_view view = { .size = sizeof(view) };
	struct op *op = plan_text_op(plan, LW_MOVE, "targets/t/groups/g1/initiators/i",
				     "targets/t/groups/g2/initiators/i");

	(void)state;
	op->effect = LW_EFFECT_DROPS;
	op->scope = LW_SCOPE_EXPORT;
	op->flags = LW_OP_GRANT;
	op->state = LW_OP_FAILED;
	plan_text_value(plan, LW_SETATTR, "targets/t", "password", "old", "hush");
	plan_text_op(plan, LW_REPLACE, "targets/t/luns/0", "targets/t/luns/0");

	assert_int_equal(lw_plan_op(plan, 0, &view), 0);
	assert_int_equal(view.verb, LW_MOVE);
	assert_string_equal(view.path, "targets/t/groups/g1/initiators/i");
	assert_string_equal(view.to, "targets/t/groups/g2");
	assert_string_equal(view.kind, "initiator");
	assert_string_equal(view.effect, "drops");
	assert_string_equal(view.scope, "export");
	assert_int_equal(view.flags, LW_OP_GRANT);
	assert_int_equal(view.state, LW_OP_FAILED);
	assert_int_equal(view.cause, LW_NO_OP);
	assert_int_equal(view.sessions, -1);
	assert_null(view.attr);
	assert_null(view.reason);
	assert_int_equal(view.where.line, 5);

	assert_int_equal(lw_plan_op(plan, 1, &view), 0);
	assert_string_equal(view.attr, "password");
	assert_string_equal(view.old, "old");
	assert_string_equal(view.new_, "hush");
	assert_null(view.to);
	assert_int_equal(view.where.line, 3);
	assert_int_equal(view.where.column, 29);

	assert_int_equal(lw_plan_op(plan, 2, &view), 0);
	assert_string_equal(view.old, "a");
	assert_string_equal(view.new_, "d");
	assert_int_equal(lw_plan_op(plan, 3, &view), -ENOENT);
	assert_int_equal(lw_plan_at(plan, 1), 1);
	assert_int_equal(lw_plan_at(plan, 3), LW_NO_OP);
	assert_ptr_equal(lw_plan_have(plan), plan->have);
	assert_ptr_equal(lw_plan_goal(plan), plan->goal);
	lw_plan_free(plan);
	lw_plan_free(NULL);
}

/* A program compiled against an older header gets what it knows. */
static void a_shorter_view_is_not_overrun(void **state)
{
	struct lw_plan *plan = make();
	struct {
		struct lw_op_view view;
		char guard[8];
	} small;

	(void)state;
	plan_text_op(plan, LW_DELETE, "targets/u", NULL);
	memset(&small, 0x55, sizeof(small));
	small.view.size = offsetof(struct lw_op_view, cause);
	assert_int_equal(lw_plan_op(plan, 0, &small.view), 0);
	assert_string_equal(small.view.path, "targets/u");
	assert_int_equal(small.view.size, offsetof(struct lw_op_view, cause));
	assert_int_equal(small.view.cause, 0x55555555);
	lw_plan_free(plan);
}

static void words_are_stable(void **state)
{
	(void)state;
	for (int i = 0; i < LW_VERB_COUNT_; i++)
		assert_int_equal(lw_plan_verb_find(lw_verb_name((enum lw_verb)i)), i);
	assert_string_equal(lw_verb_name(LW_SETATTR), "set");
	assert_string_equal(lw_verb_name((enum lw_verb)99), "");
	assert_int_equal(lw_plan_verb_find("explode"), -1);
	assert_int_equal(lw_plan_verb_find(NULL), -1);
	for (unsigned i = LW_OP_PENDING; i <= LW_OP_SKIPPED; i++)
		assert_int_equal(lw_plan_state_find(lw_plan_state_name(i)), (int)i);
	assert_string_equal(lw_plan_phase_name(LW_PHASE_PIVOT), "pivot");
	assert_string_equal(lw_plan_effect_name(17), "");
	assert_null(lw_plan_reason_name(99));
}

static void each_allocation_may_fail(void **state)
{
	struct lw_plan *plan = make();
	struct lw_op_view view = { .size = sizeof(view) };

	(void)state;
	plan_text_op(plan, LW_CREATE, NULL, "boxes/b/d")->reason = LW_WHY_HALF;
	plan_text_value(plan, LW_CHVAL, "targets/t", "user", "alice old", "alice new");
	for (unsigned n = 1;; n++) {
		char *text = NULL;
		int r;

		for (size_t i = 0; i < 4; i++)
			lw_str_done(&plan->scratch[i]);
		alloc_fault_arm(n);
		r = lw_plan_print(plan, 0, &text);
		if (!r)
			r = lw_plan_op(plan, 1, &view);
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
		cmocka_unit_test(nothing_to_do),
		cmocka_unit_test(create_shows_what_is_given_with_it),
		cmocka_unit_test(replace_shows_referents_and_what_it_carries),
		cmocka_unit_test(a_swap_by_the_same_shows_only_what_changes),
		cmocka_unit_test(delete_names_the_block_that_does_not_list),
		cmocka_unit_test(values),
		cmocka_unit_test(odd_values_stay_on_one_line),
		cmocka_unit_test(odd_paths_too),
		cmocka_unit_test(secrets_are_hidden_unless_asked_for),
		cmocka_unit_test(move_shows_both_ends),
		cmocka_unit_test(a_cause_is_named),
		cmocka_unit_test(every_reason_has_words),
		cmocka_unit_test(brackets_say_what_closing_means),
		cmocka_unit_test(fences_and_settles_only_with_verbose),
		cmocka_unit_test(colours_only_on_request),
		cmocka_unit_test(sessions_are_counted_when_known),
		cmocka_unit_test(only_the_first_sessions_are_named),
		cmocka_unit_test(referrers_are_counted_once),
		cmocka_unit_test(the_summary_counts),
		cmocka_unit_test(an_export_that_is_off_or_goes_needs_no_note),
		cmocka_unit_test(kept_nodes_have_no_line),
		cmocka_unit_test(one_operation_looked_at),
		cmocka_unit_test(a_shorter_view_is_not_overrun),
		cmocka_unit_test(words_are_stable),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
