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
#include "small_tree.h"

/* ---- nodes */

static void new_tree_has_only_its_root(void **state)
{
	struct lw_tree *t = new_tree();

	(void)state;
	assert_int_equal(lw_tree_root(t), 1);
	assert_int_equal(lw_tree_size(t), 1);
	assert_int_equal(lw_tree_status(t), 0);
	assert_ptr_equal(lw_tree_schema(t), &test_schema);
	assert_int_equal(lw_node_kind(t, 1), T_ROOT);
	assert_string_equal(lw_node_name(t, 1), "");
	assert_int_equal(lw_node_parent(t, 1), 0);
	lw_tree_free(t);
	lw_tree_free(NULL);
}

static void children_keep_the_order_they_came_in(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_int_equal(lw_node_first(f.t, 1), f.box);
	assert_int_equal(lw_node_next(f.t, f.box), f.target);
	assert_int_equal(lw_node_next(f.t, f.target), 0);
	assert_int_equal(lw_node_first(f.t, f.box), f.a);
	assert_int_equal(lw_node_next(f.t, f.a), f.b);
	assert_int_equal(lw_node_parent(f.t, f.b), f.box);
	assert_int_equal(lw_tree_size(f.t), 9);
	lw_tree_free(f.t);
}

static void add_refuses_what_the_vocabulary_refuses(void **state)
{
	struct fixture f = small();
	size_t size = lw_tree_size(f.t);

	(void)state;
	assert_int_equal(add(f.t, 1, T_LUN, "0"), 0);	     /* a LUN of nobody */
	assert_int_equal(add(f.t, f.box, T_DEVICE, "a"), 0); /* twice */
	assert_int_equal(add(f.t, 1, T_ROOT, "x"), 0);
	assert_int_equal(add(f.t, 1, T_NKIND, "x"), 0);
	assert_int_equal(add(f.t, 0, T_BOX, "x"), 0);
	assert_int_equal(add(f.t, 4711, T_BOX, "x"), 0);
	assert_int_equal(add(f.t, 1, T_SETTINGS, "x"), 0); /* a singleton has no name */
	assert_int_not_equal(add(f.t, 1, T_SETTINGS, ""), 0);
	assert_int_equal(add(f.t, 1, T_SETTINGS, ""), 0);
	assert_int_equal(lw_tree_size(f.t), size + 1);
	assert_int_equal(lw_tree_status(f.t), 0);
	lw_tree_free(f.t);
}

static void name_with_a_nul_is_remembered_as_a_failure(void **state)
{
	struct lw_tree *t = new_tree();

	(void)state;
	assert_int_equal(lw_tree_add(t, 1, T_BOX, "a\0b", 3), 0);
	assert_int_equal(lw_tree_status(t), -EINVAL);
	lw_tree_free(t);
}

static void find_tells_kind_parent_and_name_apart(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "b", 1), f.b);
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "bx", 1), f.b); /* @len counts */
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "c", 1), 0);
	assert_int_equal(lw_tree_find(f.t, f.box, T_LUN, "b", 1), 0);
	assert_int_equal(lw_tree_find(f.t, 1, T_DEVICE, "b", 1), 0);
	lw_tree_free(f.t);
}

/* A wrong guess, whatever it is, only costs the look-up. */
static void guess_does_not_matter(void **state)
{
	struct fixture f = small();
	uint32_t b = node_at(f.t, f.b)->name;

	(void)state;
	for (lw_node guess = 0; guess < f.t->nnode + 2; guess++) {
		assert_int_equal(lw_tree_find_near(f.t, guess, f.box, T_DEVICE, b), f.b);
		assert_int_equal(lw_tree_find_near(f.t, guess, 1, T_DEVICE, b), 0);
		assert_int_equal(lw_tree_find_near(f.t, guess, f.box, T_LUN, b), 0);
	}
	lw_tree_remove(f.t, f.b);
	assert_int_equal(lw_tree_find_near(f.t, f.b, f.box, T_DEVICE, b), 0);
	lw_tree_free(f.t);
}

static void node_0_reads_as_empty(void **state)
{
	struct fixture f = small();
	struct lw_attr_view view = { .size = sizeof(view) };
	lw_node none[] = { 0, 4711 };

	(void)state;
	for (unsigned i = 0; i < 2; i++) {
		assert_string_equal(lw_node_name(f.t, none[i]), "");
		assert_int_equal(lw_node_first(f.t, none[i]), 0);
		assert_int_equal(lw_node_next(f.t, none[i]), 0);
		assert_int_equal(lw_node_parent(f.t, none[i]), 0);
		assert_int_equal(lw_node_ref(f.t, none[i]), 0);
		assert_null(lw_node_ref_name(f.t, none[i]));
		assert_null(lw_node_value(f.t, none[i], "file"));
		assert_int_equal(lw_node_state(f.t, none[i], "file"), LW_UNKNOWN);
		assert_int_equal(lw_node_attr_count(f.t, none[i]), 0);
		assert_int_equal(lw_node_attr(f.t, none[i], 0, &view), -ENOENT);
		assert_int_equal(lw_node_where(f.t, none[i]).line, 0);
		set(f.t, none[i], "file", "/x");
		add_value(f.t, none[i], "file", "/x");
		lw_tree_set_state(f.t, none[i], "file", LW_DEFAULT);
		lw_tree_set_depth(f.t, none[i], LW_DEPTH_FULL);
		lw_tree_refer(f.t, none[i], f.a);
		refer(f.t, none[i], "a");
		lw_tree_place_node(f.t, none[i], 0, 1);
		lw_tree_remove(f.t, none[i]);
		assert_int_equal(lw_node_attr_count(f.t, none[i]), 0);
	}
	lw_tree_free(f.t);
}

static void rename_moves_the_node_in_the_index(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_int_equal(lw_tree_rename(f.t, f.a, lw_tree_intern(f.t, "b", 1)), -EEXIST);
	assert_int_equal(lw_tree_rename(f.t, f.a, lw_tree_intern(f.t, "z", 1)), 0);
	assert_int_equal(lw_tree_rename(f.t, f.a, lw_tree_intern(f.t, "z", 1)), 0);
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "z", 1), f.a);
	assert_int_equal(lw_tree_find(f.t, f.box, T_DEVICE, "a", 1), 0);
	assert_int_equal(lw_tree_rename(f.t, 1, 0), -EINVAL);
	assert_int_equal(lw_tree_rename(f.t, 4711, 0), -EINVAL);
	lw_tree_free(f.t);
}

static void remove_takes_all_below_along(void **state)
{
	struct fixture f = small();

	(void)state;
	lw_tree_remove(f.t, f.group);
	assert_int_equal(lw_tree_size(f.t), 6);
	assert_int_equal(lw_node_next(f.t, f.lun), 0);
	assert_int_equal(lw_tree_find(f.t, f.target, T_GROUP, "g", 1), 0);
	assert_int_equal(lw_tree_find(f.t, f.group, T_INITIATOR, "host1", 5), 0);
	assert_int_equal(add(f.t, f.group, T_INITIATOR, "x"), 0);

	/* The place is free again, and the new child comes last. */
	lw_node again = add(f.t, f.target, T_GROUP, "g");

	assert_int_not_equal(again, 0);
	assert_int_not_equal(again, f.group);
	assert_int_equal(lw_node_next(f.t, f.lun), again);

	/* Who refers to it refers to nothing. */
	assert_int_equal(lw_tree_resolve(f.t), 0);
	assert_int_equal(lw_node_ref(f.t, f.lun), f.a);
	lw_tree_remove(f.t, f.a);
	assert_int_equal(lw_node_ref(f.t, f.lun), 0);
	lw_tree_remove(f.t, f.a);
	lw_tree_remove(f.t, 1);
	assert_int_equal(lw_tree_size(f.t), 6);
	lw_tree_free(f.t);
}

static void delete_takes_along_what_goes_by_itself(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_int_equal(lw_tree_resolve(f.t), 0);
	lw_tree_delete(f.t, f.a);
	assert_int_equal(lw_node_next(f.t, f.a), f.b);
	assert_int_equal(lw_tree_find(f.t, f.target, T_LUN, "0", 1), 0);
	/* What it blocks stays, and refers to nothing. */
	assert_int_equal(lw_tree_find(f.t, f.group, T_MAP, "3", 1), f.map);
	assert_int_equal(lw_node_ref(f.t, f.map), 0);
	assert_int_equal(lw_tree_size(f.t), 7);
	lw_tree_delete(f.t, f.a);
	lw_tree_delete(f.t, 1);
	lw_tree_delete(f.t, 4711);
	assert_int_equal(lw_tree_size(f.t), 7);
	lw_tree_free(f.t);
}

/* Any order of removing leaves the others in their order; the list is what a plain array says. */
static void remove_in_any_order_keeps_the_list(void **state)
{
	enum { N = 40 };
	unsigned seed = 1;

	(void)state;
	for (unsigned round = 0; round < 60; round++) {
		struct lw_tree *t = new_tree();
		lw_node box = add(t, 1, T_BOX, "x"), node[N];
		bool gone[N] = { false };

		for (unsigned i = 0; i < N; i++) {
			char name[16];

			snprintf(name, sizeof(name), "t%u", i);
			node[i] = add(t, 1, T_TARGET, name);
			if (i % 3 == 0)
				add(t, node[i], T_GROUP, "below");
		}
		for (unsigned k = 0; k < N; k++) {
			unsigned i = round == 0	  ? k
				     : round == 1 ? N - 1 - k
						  : (seed = seed * 1103515245 + 12345) >> 16;
			lw_node at = lw_node_next(t, box);

			lw_tree_remove(t, node[i % N]);
			if (node[i % N] == at)
				at = lw_node_next(t, box);
			gone[i % N] = true;
			at = lw_node_next(t, box);
			for (unsigned j = 0; j < N; j++) {
				if (gone[j])
					continue;
				assert_int_equal(at, node[j]);
				at = lw_node_next(t, at);
			}
			assert_int_equal(at, 0);
			if (k == N / 2) {
				lw_node late = add(t, 1, T_TARGET, "late");

				assert_int_not_equal(late, 0);
				lw_tree_remove(t, late);
			}
		}
		lw_tree_free(t);
	}
}

static void loop_may_remove_what_it_stands_on(void **state)
{
	struct lw_tree *t = new_tree();
	unsigned left = 0;
	lw_node box = add(t, 1, T_BOX, "x");

	(void)state;
	for (char c = 'a'; c <= 'z'; c++)
		lw_tree_add(t, box, T_DEVICE, &c, 1);
	for (lw_node n = lw_node_first(t, box); n; n = lw_node_next(t, n)) {
		if (strchr("aeiou", *lw_node_name(t, n)))
			lw_tree_remove(t, n);
	}
	for (lw_node n = lw_node_first(t, box); n; n = lw_node_next(t, n))
		left++;
	assert_int_equal(left, 21);
	lw_tree_free(t);
}

static void walk_visits_every_node_once_parents_first(void **state)
{
	struct fixture f = small();
	lw_node want[] = { f.target, f.lun, f.group, f.map, f.initiator, 0 };
	lw_node n = f.target;
	unsigned all = 0;

	(void)state;
	for (unsigned i = 0; i < 6; i++) {
		assert_int_equal(n, want[i]);
		if (n)
			n = lw_tree_walk(f.t, f.target, n);
	}
	for (n = 1; n; n = lw_tree_walk(f.t, 1, n))
		all++;
	assert_int_equal(all, lw_tree_size(f.t));
	lw_tree_free(f.t);
}

/* ---- attributes */

static void set_replaces_and_add_value_collects(void **state)
{
	struct fixture f = small();

	(void)state;
	set(f.t, f.target, "user", "alice secretsecret");
	set(f.t, f.target, "user", "bob secretsecret");
	assert_int_equal(lw_node_attr_count(f.t, f.target), 1);
	add_value(f.t, f.target, "user", "carol secretsecret");
	add_value(f.t, f.target, "user", "dave secretsecret");
	assert_int_equal(lw_node_attr_count(f.t, f.target), 3);
	assert_string_equal(lw_node_value(f.t, f.target, "user"), "bob secretsecret");
	set(f.t, f.target, "user", "eve secretsecret");
	assert_int_equal(lw_node_attr_count(f.t, f.target), 1);
	assert_string_equal(lw_node_value(f.t, f.target, "user"), "eve secretsecret");
	lw_tree_free(f.t);
}

static void values_go_one_by_one_to_an_empty_set(void **state)
{
	struct fixture f = small();

	(void)state;
	add_value(f.t, f.target, "user", "alice secretsecret");
	add_value(f.t, f.target, "user", "bob secretsecret");
	add_value(f.t, f.target, "user", "carol secretsecret");
	lw_tree_remove_value(f.t, f.target, "user", "bob secretsecret", 16);
	lw_tree_remove_value(f.t, f.target, "user", "nobody", 6);
	lw_tree_remove_value(f.t, f.target, "nosuch", "nobody", 6);
	assert_int_equal(lw_node_attr_count(f.t, f.target), 2);
	assert_string_equal(lw_node_value(f.t, f.target, "user"), "alice secretsecret");
	lw_tree_remove_value(f.t, f.target, "user", "alice secretsecret", 18);
	assert_string_equal(lw_node_value(f.t, f.target, "user"), "carol secretsecret");
	lw_tree_remove_value(f.t, f.target, "user", "carol secretsecret", 18);
	assert_int_equal(lw_node_state(f.t, f.target, "user"), LW_DEFAULT);
	lw_tree_free(f.t);
}

static void states_and_values_exclude_each_other(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_UNKNOWN);
	lw_tree_set_state(f.t, f.a, "mode", LW_ABSENT);
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_ABSENT);
	assert_null(lw_node_value(f.t, f.a, "mode"));
	set(f.t, f.a, "mode", "fast");
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_SET);
	lw_tree_set_state(f.t, f.a, "mode", LW_DEFAULT);
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_DEFAULT);
	add_value(f.t, f.a, "mode", "safe");
	assert_int_equal(lw_node_attr_count(f.t, f.a), 1);
	assert_string_equal(lw_node_value(f.t, f.a, "mode"), "safe");
	lw_tree_set_state(f.t, f.a, "mode", LW_SET); /* says nothing */
	assert_string_equal(lw_node_value(f.t, f.a, "mode"), "safe");
	lw_tree_set_state(f.t, f.a, "mode", LW_UNKNOWN);
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_UNKNOWN);
	assert_int_equal(lw_node_attr_count(f.t, f.a), 0);
	lw_tree_set_state(f.t, f.a, "never heard of", LW_UNKNOWN);
	lw_tree_free(f.t);
}

static void missing_in_a_full_node_is_default(void **state)
{
	struct fixture f = small();

	(void)state;
	set(f.t, f.a, "mode", "fast");
	lw_tree_set_depth(f.t, f.a, LW_DEPTH_FULL);
	assert_int_equal(lw_node_depth(f.t, f.a), LW_DEPTH_FULL);
	assert_int_equal(lw_node_state(f.t, f.a, "mode"), LW_SET);
	assert_int_equal(lw_node_state(f.t, f.a, "naa"), LW_DEFAULT);
	assert_int_equal(lw_node_state(f.t, f.a, "who knows"), LW_DEFAULT);
	lw_tree_set_depth(f.t, f.a, LW_DEPTH_NAME);
	assert_int_equal(lw_node_state(f.t, f.a, "naa"), LW_UNKNOWN);
	lw_tree_free(f.t);
}

static void attributes_unknown_to_the_vocabulary_are_kept(void **state)
{
	struct fixture f = small();
	struct lw_attr_view view = { .size = sizeof(view) };

	(void)state;
	set(f.t, f.a, "new_in_7.3", "on");
	set(f.t, f.b, "new_in_7.4", "off");
	set(f.t, f.target, "new_in_7.3", "there, too");
	set(f.t, f.a, "mode", "fast");
	assert_string_equal(lw_node_value(f.t, f.a, "new_in_7.3"), "on");
	assert_string_equal(lw_node_value(f.t, f.target, "new_in_7.3"), "there, too");
	assert_null(lw_node_value(f.t, f.b, "new_in_7.3"));
	assert_int_equal(lw_node_attr(f.t, f.a, 1, &view), 0);
	assert_string_equal(view.name, "new_in_7.3");
	assert_false(view.known);
	assert_int_equal(lw_node_attr(f.t, f.a, 0, &view), 0);
	assert_string_equal(view.name, "mode");
	assert_true(view.known);
	assert_int_equal(lw_node_attr(f.t, f.a, 2, &view), -ENOENT);
	lw_tree_free(f.t);
}

static void views_say_what_is_multi_and_secret(void **state)
{
	struct fixture f = small();
	struct lw_attr_view view = { .size = sizeof(view) };
	struct {
		size_t size;
		const char *name;
		char guard[64];
	} older = { .size = 16 };

	(void)state;
	set(f.t, f.target, "user", "alice secretsecret");
	add_value(f.t, f.target, "odd", "1");
	add_value(f.t, f.target, "odd", "2");
	assert_int_equal(lw_node_attr(f.t, f.target, 0, &view), 0);
	assert_true(view.multi);
	assert_true(view.secret);
	assert_int_equal(lw_node_attr(f.t, f.target, 2, &view), 0);
	assert_true(view.multi);
	assert_false(view.secret);
	assert_string_equal(view.value, "2");

	memset(older.guard, 'x', sizeof(older.guard));
	assert_int_equal(lw_node_attr(f.t, f.target, 0, (struct lw_attr_view *)&older), 0);
	assert_string_equal(older.name, "user");
	assert_int_equal(older.guard[0], 'x');
	lw_tree_free(f.t);
}

static void texts_of_the_tree_itself_may_be_set_again(void **state)
{
	struct fixture f = small();
	char long_name[300];

	(void)state;
	memset(long_name, 'n', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	set(f.t, f.a, long_name, "a value that is long enough to be seen when it is gone");
	for (unsigned i = 0; i < 250; i++) {
		/* Suffixes of texts that lie in the pool, each new: the pool moves under them now and then. */
		const char *name = lw_tree_attr_name(
			f.t, T_DEVICE, lw_tree_attr_def_find(f.t, T_DEVICE, long_name, 299));
		const char *value = lw_node_value(f.t, f.a, long_name);

		lw_tree_set(f.t, f.b, name + i, value, i % 50, LW_NO_OFFSET);
		assert_memory_equal(lw_node_value(f.t, f.b, long_name + i),
				    "a value that is long enough to be seen when it is gone",
				    i % 50);
	}
	assert_int_equal(lw_node_attr_count(f.t, f.b), 250);
	lw_tree_free(f.t);
}

/* Attributes given to many nodes in turn, in any order, dropped and given again: each node has what a plain array says. */
static void interleaved_building_mixes_nothing_up(void **state)
{
	enum { NODES = 17, ATTRS = 23 };
	static int value[NODES][ATTRS];
	struct lw_tree *t = new_tree();
	lw_node node[NODES];
	unsigned seed = 7;
	char name[16], text[16];

	(void)state;
	memset(value, 0, sizeof(value));
	for (unsigned i = 0; i < NODES; i++) {
		snprintf(name, sizeof(name), "t%u", i);
		node[i] = add(t, 1, T_TARGET, name);
	}
	for (int step = 1; step < 20000; step++) {
		unsigned n, a;

		seed = seed * 1103515245 + 12345;
		n = (seed >> 16) % NODES;
		a = (seed >> 8) % ATTRS;
		snprintf(name, sizeof(name), "attr%u", a);
		snprintf(text, sizeof(text), "%d", step);
		if (step % 3) {
			set(t, node[n], name, text);
			value[n][a] = step;
		} else {
			lw_tree_set_state(t, node[n], name, LW_UNKNOWN);
			value[n][a] = 0;
		}
	}
	for (unsigned i = 0; i < NODES * ATTRS; i++) {
		const char *got;

		snprintf(name, sizeof(name), "attr%u", i % ATTRS);
		got = lw_node_value(t, node[i / ATTRS], name);
		assert_int_equal(got ? atoi(got) : 0, value[i / ATTRS][i % ATTRS]);
	}
	/* Room that runs leave is used again: the pool is no larger than a few times what is in it. */
	assert_true(t->nattr < NODES * ATTRS * 6);
	lw_tree_free(t);
}

static void node_holds_65535_instances_and_no_more(void **state)
{
	struct fixture f = small();
	unsigned count;

	(void)state;
	for (unsigned i = 0; i <= 65535; i++)
		add_value(f.t, f.target, "portal", i % 2 ? "10.0.0.1" : "10.0.0.2");
	assert_int_equal(lw_node_attr_count(f.t, f.target), 65535);
	assert_int_equal(lw_tree_status(f.t), -E2BIG);
	assert_non_null(lw_tree_attr_run(
		f.t, f.target, lw_tree_attr_def_find(f.t, T_TARGET, "portal", 6), &count));
	assert_int_equal(count, 65535);
	lw_tree_free(f.t);
}

static void too_many_unknown_names_are_refused(void **state)
{
	struct fixture f = small();
	char name[16];

	(void)state;
	for (unsigned i = 0; i < 65535; i++) {
		snprintf(name, sizeof(name), "x%u", i);
		if (lw_tree_attr_def(f.t, T_DEVICE, name, strlen(name)) == UINT16_MAX)
			break;
	}
	assert_int_equal(lw_tree_status(f.t), -E2BIG);
	assert_int_equal(lw_tree_attr_def_find(f.t, T_DEVICE, "x7", 2),
			 test_schema.kinds[T_DEVICE].nattr + 7);
	lw_tree_free(f.t);
}

/* ---- what counts */

static void assert_effective(struct lw_tree *t, lw_node n, const char *attr,
			     enum lw_attr_state state, const char *value)
{
	uint16_t def = lw_tree_attr_def(t, lw_node_kind(t, n), attr, strlen(attr));
	uint32_t off;
	bool known;

	assert_int_equal(lw_tree_effective(t, n, def, &off, &known), state);
	assert_int_equal(known, value != NULL);
	if (value)
		assert_string_equal(lw_strings_text(t->strings, off), value);
}

static void effective_value_is_own_or_fresh(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_effective(f.t, f.a, "mode", LW_UNKNOWN, NULL);
	set(f.t, f.a, "mode", "fast");
	assert_effective(f.t, f.a, "mode", LW_SET, "fast");
	lw_tree_set_state(f.t, f.a, "mode", LW_DEFAULT);
	assert_effective(f.t, f.a, "mode", LW_DEFAULT, "safe");
	lw_tree_set_state(f.t, f.a, "serial", LW_DEFAULT);
	assert_effective(f.t, f.a, "serial", LW_DEFAULT, "S-a"); /* the hook */
	lw_tree_set_state(f.t, f.a, "naa", LW_DEFAULT);
	assert_effective(f.t, f.a, "naa", LW_DEFAULT, NULL); /* nobody knows */
	lw_tree_set_state(f.t, f.a, "naa", LW_ABSENT);
	assert_effective(f.t, f.a, "naa", LW_ABSENT, NULL);
	lw_tree_set_state(f.t, f.a, "naa", LW_UNREADABLE);
	assert_effective(f.t, f.a, "naa", LW_UNREADABLE, NULL);
	lw_tree_set_depth(f.t, f.a, LW_DEPTH_FULL);
	assert_effective(f.t, f.a, "vendor", LW_DEFAULT, "TEST");
	assert_effective(f.t, f.a, "unheard", LW_DEFAULT, NULL);
	lw_tree_free(f.t);
}

static void export_is_on_when_its_switch_is(void **state)
{
	struct fixture f = small();

	(void)state;
	assert_false(lw_tree_enabled(f.t, f.target));
	set(f.t, f.target, "enabled", "1");
	assert_true(lw_tree_enabled(f.t, f.target));
	set(f.t, f.target, "enabled", "0");
	assert_false(lw_tree_enabled(f.t, f.target));
	lw_tree_set_state(f.t, f.target, "enabled", LW_DEFAULT);
	assert_false(lw_tree_enabled(f.t, f.target));
	lw_tree_set_state(f.t, f.target, "enabled", LW_ABSENT);
	assert_true(lw_tree_enabled(f.t, f.target)); /* no switch in this kernel */
	assert_true(lw_tree_enabled(f.t, f.box));    /* no switch at all */
	assert_int_equal(lw_tree_export(f.t, f.initiator), f.target);
	assert_int_equal(lw_tree_export(f.t, f.target), f.target);
	assert_int_equal(lw_tree_export(f.t, f.a), 0);
	lw_tree_free(f.t);
}

/* ---- memory */

/* Builds with everything; 0 or the tree's status. */
static int build(void)
{
	struct lw_tree *t = lw_tree_new(&test_schema), *copy;
	char name[16];
	lw_node box;
	int r;

	if (!t)
		return -ENOMEM;
	lw_tree_place_node(t, 1, lw_tree_add_source(t, "x", "1\n2", 3), 1);
	box = add(t, 1, T_BOX, "file");
	for (unsigned i = 0; i < 40; i++) {
		lw_node n;

		snprintf(name, sizeof(name), "d%u", i);
		n = add(t, box, T_DEVICE, name);
		set(t, n, "file", name);
		set(t, n, name, "unknown");
		set(t, box, name, "late");
		add_value(t, n, "file", name);
		lw_tree_set_state(t, n, "mode", LW_ABSENT);
	}
	box = add(t, 1, T_TARGET, "t");
	refer(t, add(t, box, T_LUN, "0"), "d7");
	r = lw_tree_resolve(t);
	if (!r)
		r = lw_tree_status(t);
	if (!r) {
		char *path = lw_node_path(t, box);

		r = path ? 0 : -ENOMEM;
		free(path);
	}
	if (!r) {
		copy = lw_tree_copy(t);
		r = copy ? 0 : -ENOMEM;
		lw_tree_free(copy);
	}
	if (!r) {
		struct lw_tree *host = lw_tree_new(&test_schema);

		copy = host ? lw_tree_adopt(t, host) : NULL;
		r = copy ? 0 : -ENOMEM;
		lw_tree_free(copy);
		lw_tree_free(host);
	}
	if (!r) {
		copy = lw_tree_new_sharing(&test_schema, t);
		if (!copy)
			r = -ENOMEM;
		for (lw_node n = 1; copy && (n = lw_tree_walk(t, 1, n)) && !r;) {
			lw_node parent = lw_node_parent(t, n);

			parent = parent == 1
					 ? 1
					 : lw_tree_find_interned(copy, 1, lw_node_kind(t, parent),
								 t->nodes[parent].name);
			if (!lw_tree_copy_node(copy, parent, t, n))
				r = lw_tree_status(copy);
		}
		if (!r)
			r = lw_tree_status(copy);
		lw_tree_free(copy);
	}
	lw_tree_free(t);
	return r;
}

static void every_allocation_may_fail(void **state)
{
	(void)state;
	for (unsigned n = 1;; n++) {
		bool fired;
		int r;

		alloc_fault_arm(n);
		r = build();
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		if (!fired) {
			assert_true(n > 20);
			break;
		}
	}
}

/* What could not be added leaves the tree whole: it can be read, and grows again. */
static void tree_survives_a_failed_add(void **state)
{
	(void)state;
	for (unsigned n = 1; n < 60; n++) {
		struct lw_tree *t = new_tree();
		char name[16];
		unsigned seen = 0;
		lw_node box;

		alloc_fault_arm(n);
		box = add(t, 1, T_BOX, "file");
		for (unsigned i = 0; i < 200; i++) {
			snprintf(name, sizeof(name), "d%u", i);
			set(t, add(t, box, T_DEVICE, name), "file", name);
		}
		alloc_fault_disarm();
		for (lw_node d = 2; d < t->nnode; d++) {
			if (lw_node_kind(t, d) != T_DEVICE)
				continue;
			seen++;
			assert_int_equal(lw_tree_find_interned(t, box, T_DEVICE, t->nodes[d].name),
					 d);
			if (lw_node_value(t, d, "file"))
				assert_string_equal(lw_node_value(t, d, "file"),
						    lw_node_name(t, d));
		}
		assert_int_equal(lw_tree_status(t), alloc_fault_fired() ? -ENOMEM : 0);
		assert_true(seen >= 199 || !box);
		lw_tree_free(t);
	}
}

/* Building and removing: neither depends on how many siblings there are. */
static double build_and_remove(unsigned count)
{
	struct lw_tree *t = new_tree();
	char name[32], file[64];
	lw_node box = add(t, 1, T_BOX, "file");
	double from = cost_now();

	for (unsigned i = 0; i < count; i++) {
		int len = snprintf(name, sizeof(name), "disk%06u", i);
		int flen = snprintf(file, sizeof(file), "/srv/disks/%s.img", name);
		lw_node n = lw_tree_add(t, box, T_DEVICE, name, (size_t)len);

		lw_tree_set(t, n, "blocksize", "512", 3, LW_NO_OFFSET);
		lw_tree_set(t, n, "file", file, (size_t)flen, LW_NO_OFFSET);
		lw_tree_set(t, n, "mode", "fast", 4, LW_NO_OFFSET);
	}
	assert_int_equal(lw_tree_status(t), 0);
	assert_int_equal(lw_tree_size(t), count + 2);
	assert_int_equal(t->nattr, 3 * count);
	assert_int_equal(lw_tree_find(t, box, T_DEVICE, "disk001234", 10), 2 + 1235);

	/* A long row in the middle goes, then every second one. */
	for (lw_node n = lw_node_first(t, box); n; n = lw_node_next(t, n)) {
		if (n > count / 4 && n < count / 2)
			lw_tree_remove(t, n);
	}
	for (lw_node n = lw_node_first(t, box); n; n = lw_node_next(t, n)) {
		if (n % 2)
			lw_tree_remove(t, n);
	}
	from = cost_now() - from;
	lw_tree_free(t);
	return from;
}

static void building_and_removing_are_linear(void **state)
{
	(void)state;
	assert_linear(build_and_remove, 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_tree_has_only_its_root),
		cmocka_unit_test(children_keep_the_order_they_came_in),
		cmocka_unit_test(add_refuses_what_the_vocabulary_refuses),
		cmocka_unit_test(name_with_a_nul_is_remembered_as_a_failure),
		cmocka_unit_test(find_tells_kind_parent_and_name_apart),
		cmocka_unit_test(guess_does_not_matter),
		cmocka_unit_test(node_0_reads_as_empty),
		cmocka_unit_test(rename_moves_the_node_in_the_index),
		cmocka_unit_test(remove_takes_all_below_along),
		cmocka_unit_test(delete_takes_along_what_goes_by_itself),
		cmocka_unit_test(remove_in_any_order_keeps_the_list),
		cmocka_unit_test(loop_may_remove_what_it_stands_on),
		cmocka_unit_test(walk_visits_every_node_once_parents_first),
		cmocka_unit_test(set_replaces_and_add_value_collects),
		cmocka_unit_test(values_go_one_by_one_to_an_empty_set),
		cmocka_unit_test(states_and_values_exclude_each_other),
		cmocka_unit_test(missing_in_a_full_node_is_default),
		cmocka_unit_test(attributes_unknown_to_the_vocabulary_are_kept),
		cmocka_unit_test(views_say_what_is_multi_and_secret),
		cmocka_unit_test(texts_of_the_tree_itself_may_be_set_again),
		cmocka_unit_test(interleaved_building_mixes_nothing_up),
		cmocka_unit_test(node_holds_65535_instances_and_no_more),
		cmocka_unit_test(too_many_unknown_names_are_refused),
		cmocka_unit_test(effective_value_is_own_or_fresh),
		cmocka_unit_test(export_is_on_when_its_switch_is),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(tree_survives_a_failed_add),
		cmocka_unit_test(building_and_removing_are_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
