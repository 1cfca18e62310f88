/* SPDX-License-Identifier: Apache-2.0 */
/* An operation in a kernel's terms: which object, which attribute, which value. */
#include <errno.h>
#include <string.h>

#include "model.h"

static const char *value_text(const struct lw_plan *plan, uint32_t value)
{
	return value == NO_VALUE ? NULL : tree_text(plan->goal, value);
}

static bool described_by_have(const struct op *op)
{
	switch (op->verb) {
	case LW_DELETE:
	case LW_MOVE:
		return op->have;
	default:
		return !op->goal;
	}
}

/* Other operations use the field to say which attribute is the reason. */
static bool writes_attribute(const struct op *op)
{
	return op->verb == LW_SETATTR || op->verb == LW_ADDVAL || op->verb == LW_DELVAL ||
	       op->verb == LW_CHVAL;
}

int request_make(struct request *rq, const struct world *kernel, const struct lw_plan *plan,
		 uint32_t n)
{
	const struct op *op = &plan->ops[n];
	int parent = 0;

	memset(rq, 0, sizeof(*rq));
	rq->verb = op->verb;
	rq->tree = described_by_have(op) ? plan->have : plan->goal;
	rq->node = described_by_have(op) ? op->have : op->goal;
	rq->kind = lw_node_kind(rq->tree, rq->node);
	rq->name = text_of(lw_node_name(rq->tree, rq->node));
	if (writes_attribute(op))
		rq->attr = text_of(lw_tree_attr_name(rq->tree, rq->kind, op->attr));
	rq->value = text_of(value_text(plan, op->new_value));
	rq->old = text_of(value_text(plan, op->old_value));
	if (op->goal) {
		rq->ref_node = lw_node_ref(plan->goal, op->goal);
		rq->ref = text_of(rq->ref_node ? lw_node_name(plan->goal, rq->ref_node)
					       : lw_node_ref_name(plan->goal, op->goal));
	}

	if (lw_node_parent(rq->tree, rq->node)) {
		parent = world_locate(kernel, rq->tree, lw_node_parent(rq->tree, rq->node));
		if (parent < 0)
			return -ENOENT;
		rq->id = world_find(kernel, (obj_id)parent, rq->kind, rq->name);
	}
	rq->parent = (obj_id)parent;
	return 0;
}

const char *request_value(const struct request *rq, const char *attr)
{
	return text_of(lw_node_value(rq->tree, rq->node, attr));
}

void request_at_create(const struct request *rq, struct world *kernel, obj_id id)
{
	struct lw_attr_view view = { .size = sizeof(view) };
	const struct lw_kind_spec *kind = lw_kind(kernel->schema, rq->kind);

	for (unsigned n = 0; !lw_node_attr(rq->tree, rq->node, n, &view); n++) {
		int def = lw_kind_attr(kind, view.name, strlen(view.name));

		if (view.state != LW_SET || def < 0 || !(kind->attrs[def].flags & LW_A_AT_CREATE))
			continue;
		if (view.multi)
			world_add_value(kernel, id, view.name, view.value);
		else
			world_set(kernel, id, view.name, view.value);
	}
}
