/* SPDX-License-Identifier: Apache-2.0 */
/* A small tree, and short ways to build more of it. */
#ifndef SMALL_TREE_H
#define SMALL_TREE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "lunward/tree.h"
#include "model/tree/tree.h"
#include "test_schema.h"

static inline lw_node add(struct lw_tree *t, lw_node parent, unsigned kind, const char *name)
{
	return lw_tree_add(t, parent, kind, name, strlen(name));
}

static inline void set(struct lw_tree *t, lw_node n, const char *attr, const char *value)
{
	lw_tree_set(t, n, attr, value, strlen(value), LW_NO_OFFSET);
}

static inline void add_value(struct lw_tree *t, lw_node n, const char *attr, const char *value)
{
	lw_tree_add_value(t, n, attr, value, strlen(value), LW_NO_OFFSET);
}

static inline void refer(struct lw_tree *t, lw_node n, const char *name)
{
	lw_tree_refer_name(t, n, name, strlen(name));
}

static inline struct lw_tree *new_tree(void)
{
	struct lw_tree *t = lw_tree_new(&test_schema);

	assert_non_null(t);
	return t;
}

/* A box with devices a and b, a target with a LUN, a group with a mapped LUN and an initiator. */
struct fixture {
	struct lw_tree *t;
	lw_node box, a, b, target, lun, group, map, initiator;
};

static inline struct fixture small(void)
{
	struct fixture f = { .t = new_tree() };

	f.box = add(f.t, 1, T_BOX, "file");
	f.a = add(f.t, f.box, T_DEVICE, "a");
	f.b = add(f.t, f.box, T_DEVICE, "b");
	f.target = add(f.t, 1, T_TARGET, "iqn.x");
	f.lun = add(f.t, f.target, T_LUN, "0");
	f.group = add(f.t, f.target, T_GROUP, "g");
	f.map = add(f.t, f.group, T_MAP, "3");
	f.initiator = add(f.t, f.group, T_INITIATOR, "host1");
	refer(f.t, f.lun, "a");
	refer(f.t, f.map, "0");
	assert_int_equal(lw_tree_status(f.t), 0);
	return f;
}

static inline void assert_path(const struct lw_tree *t, lw_node n, const char *want)
{
	char *path = lw_node_path(t, n);

	assert_string_equal(path, want);
	assert_int_equal(lw_tree_find_path(t, path), n);
	free(path);
}

#endif
