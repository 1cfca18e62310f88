/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "base/mem.h"
#include "model/tree/saved.h"
#include "test_schema.h"
#include "tree_text.h"

/* The test vocabulary, and a copier that makes a unit for each device by itself. */
enum { T_COPIER = T_NKIND, T_COPY, T_WITH_COPIER };
static struct lw_kind_spec kinds[T_WITH_COPIER];
static const struct lw_schema schema = { "copier", "for tests", kinds, T_WITH_COPIER };

static int make_schema(void **state)
{
	(void)state;
	memcpy(kinds, test_schema.kinds, T_NKIND * sizeof(kinds[0]));
	kinds[T_COPIER] = kinds[T_BOX];
	kinds[T_COPIER].name = "copier";
	kinds[T_COPIER].dir = "copiers";
	kinds[T_COPY] = kinds[T_LUN];
	kinds[T_COPY].name = "copy";
	kinds[T_COPY].parents = LW_KIND(T_COPIER);
	kinds[T_COPY].match = LW_MATCH_REF;
	kinds[T_COPY].settle = true;
	return 0;
}

static struct lw_tree *observed(const char *text)
{
	struct lw_tree *tree = tree_text_make(&schema, NULL, text);

	for (lw_node n = 1; n < tree->nnode; n++)
		node_at(tree, n)->origin = LW_FROM_OBSERVED;
	lw_tree_set_depth_all(tree, LW_DEPTH_FULL);
	return tree;
}

static void mark(struct lw_tree *tree, const char *path, const char *attr)
{
	lw_tree_attr_named(tree, lw_tree_find_path(tree, path), attr)->flags |= LW_ATTR_KEYED;
}

static void expect(const char *text, bool all, const char *saved)
{
	struct lw_tree *tree = observed(text);

	assert_int_equal(lw_tree_to_saved(tree, all), 0);
	tree_text_expect(tree, saved);
	assert_int_equal(lw_node_depth(tree, 1), LW_DEPTH_ASKED);
	lw_tree_free(tree);
}

static void what_a_fresh_object_has_is_not_said(void **state)
{
	(void)state;
	expect("boxes/b threads=1\n"
	       "boxes/b/a active=1 blocksize=512 file=/a comment=mine serial=S-a\n"
	       "boxes/b/c active=1 blocksize=4096 file=/c serial=mine\n",
	       false,
	       "boxes/b\n"
	       "boxes/b/a comment=mine file=/a\n"
	       "boxes/b/c blocksize=4096 file=/c serial=mine\n");
	expect("boxes/b threads=1\nboxes/b/a blocksize=512 file=/a\n", true,
	       "boxes/b threads=1\nboxes/b/a blocksize=512 file=/a\n");
}

static void what_nobody_knows_is_said_where_it_is_marked(void **state)
{
	struct lw_tree *tree = observed("boxes/b/a file=/a naa=0x1 size=5 other=1 another=2\n");

	(void)state;
	mark(tree, "boxes/b/a", "size");
	mark(tree, "boxes/b/a", "other");
	assert_int_equal(lw_tree_to_saved(tree, false), 0);
	tree_text_expect(tree, "boxes/b\nboxes/b/a file=/a size=5 other=1\n");
	assert_int_equal(
		lw_tree_attr_named(tree, lw_tree_find_path(tree, "boxes/b/a"), "size")->flags, 0);
	lw_tree_free(tree);
}

static void what_cannot_be_declared_is_never_said(void **state)
{
	const char *text = "targets/t enabled=1 user+='a b' user+='c d' portal~ alias!\n"
			   "targets/t/sessions/s -> targets/t\n";

	(void)state;
	expect(text, true, "targets/t enabled=1 user+='a b' user+='c d'\n");
	expect(text, false, "targets/t enabled=1 user+='a b' user+='c d'\n");
}

static void switches_are_said_also_when_off(void **state)
{
	(void)state;
	expect("targets/t enabled=0 id=0\n", false, "targets/t enabled=0\n");
}

static void containers_that_hold_nothing_go(void **state)
{
	(void)state;
	expect("boxes/b threads=1\nboxes/c threads=2\n", false, "boxes/c threads=2\n");
	expect("boxes/b threads=1\n", true, "boxes/b threads=1\n");
}

static void what_is_made_by_itself_goes_while_each_has_one(void **state)
{
	(void)state;
	expect("boxes/b/a file=/a\nboxes/b/c file=/c\n"
	       "copiers/x/luns/3 -> boxes/b/c\ncopiers/x/luns/5 -> boxes/b/a\n",
	       false, "boxes/b\nboxes/b/a file=/a\nboxes/b/c file=/c\n");
	expect("boxes/b/a file=/a\nboxes/b/c file=/c\ncopiers/x/luns/3 -> boxes/b/c\n", false,
	       "boxes/b\nboxes/b/a file=/a\nboxes/b/c file=/c\n"
	       "copiers/x\ncopiers/x/luns/3 -> boxes/b/c\n");
	expect("boxes/b/a file=/a\n"
	       "copiers/x/luns/3 -> boxes/b/a\ncopiers/x/luns/4 -> boxes/b/a\n",
	       false,
	       "boxes/b\nboxes/b/a file=/a\n"
	       "copiers/x\ncopiers/x/luns/3 -> boxes/b/a\ncopiers/x/luns/4 -> boxes/b/a\n");
	/* Where something is said of their place, they are listed with it. */
	expect("boxes/b/a file=/a\ncopiers/x threads=7\ncopiers/x/luns/3 -> boxes/b/a\n", false,
	       "boxes/b\nboxes/b/a file=/a\ncopiers/x threads=7\ncopiers/x/luns/3 -> boxes/b/a\n");
	expect("copiers/x threads=1\n", false, "");
}

static void each_allocation_may_fail(void **state)
{
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_tree *tree = observed("boxes/b/a file=/a serial=S-a\n"
						"copiers/x/luns/3 -> boxes/b/a\n");
		int r;

		alloc_fault_arm(n);
		r = lw_tree_to_saved(tree, false);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_tree_free(tree);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_fresh_object_has_is_not_said),
		cmocka_unit_test(what_nobody_knows_is_said_where_it_is_marked),
		cmocka_unit_test(what_cannot_be_declared_is_never_said),
		cmocka_unit_test(switches_are_said_also_when_off),
		cmocka_unit_test(containers_that_hold_nothing_go),
		cmocka_unit_test(what_is_made_by_itself_goes_while_each_has_one),
		cmocka_unit_test(each_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, make_schema, NULL);
}
