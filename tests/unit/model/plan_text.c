/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "plan_text.h"
#include "tree_text.h"

struct lw_plan *plan_text_new(const struct lw_schema *schema, const char *have, const char *goal)
{
	struct lw_plan *plan = calloc(1, sizeof(*plan));

	assert_non_null(plan);
	plan->have = tree_text_make(schema, NULL, have);
	plan->goal = tree_text_make(schema, plan->have, goal);
	plan->nedge = 1;
	plan->counterpart = calloc(plan->have->nnode, sizeof(*plan->counterpart));
	plan->standing = calloc(plan->goal->nnode, sizeof(*plan->standing));
	assert_true(plan->counterpart && plan->standing);
	for (lw_node n = 1; n < plan->have->nnode; n++) {
		char *path = lw_node_path(plan->have, n);

		plan->counterpart[n] = lw_tree_find_path(plan->goal, path);
		if (plan->counterpart[n])
			plan->standing[plan->counterpart[n]] = n;
		free(path);
	}
	return plan;
}

static lw_node find(const struct lw_tree *tree, const char *path)
{
	lw_node node = path ? lw_tree_find_path(tree, path) : 0;

	assert_true(node || !path);
	return node;
}

struct op *plan_text_op(struct lw_plan *plan, enum lw_verb verb, const char *have, const char *goal)
{
	struct op *op;
	uint32_t cap = plan->nop;

	assert_int_equal(lw_grow(&plan->ops, &plan->op_cap, plan->nop + 1, sizeof(*plan->ops)), 0);
	assert_int_equal(lw_grow(&plan->order, &cap, plan->nop + 1, sizeof(*plan->order)), 0);
	op = &plan->ops[plan->nop];
	*op = (struct op){
		.have = find(plan->have, have),
		.goal = find(plan->goal, goal),
		.old_value = NO_VALUE,
		.new_value = NO_VALUE,
		.cause = LW_NO_OP,
		.attr = NO_ATTR,
		.verb = (uint8_t)verb,
	};
	plan->order[plan->nop] = plan->nop;
	plan->nop++;
	return op;
}

struct op *plan_text_value(struct lw_plan *plan, enum lw_verb verb, const char *path,
			   const char *attr, const char *old, const char *now)
{
	bool there = lw_tree_find_path(plan->have, path),
	     wanted = lw_tree_find_path(plan->goal, path);
	struct op *op = plan_text_op(plan, verb, there ? path : NULL, wanted ? path : NULL);
	struct lw_tree *tree = wanted ? plan->goal : plan->have;
	unsigned kind = lw_node_kind(tree, wanted ? op->goal : op->have);

	op->attr = lw_tree_attr_def(tree, kind, attr, strlen(attr));
	if (old)
		op->old_value = lw_tree_intern(tree, old, strlen(old));
	if (now)
		op->new_value = lw_tree_intern(tree, now, strlen(now));
	return op;
}
