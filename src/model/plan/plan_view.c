/* SPDX-License-Identifier: Apache-2.0 */
/* The plan from outside: counting and looking at operations. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/plan/plan_show.h"
#include "model/plan/sessions.h"

void lw_plan_free(struct lw_plan *plan)
{
	if (!plan)
		return;
	for (size_t i = 0; i < LW_ARRAY_LEN(plan->scratch); i++)
		lw_str_done(&plan->scratch[i]);
	lw_tree_free(plan->have);
	lw_tree_free(plan->goal);
	lw_tree_free(plan->declared);
	free(plan->ops);
	free(plan->edges);
	free(plan->order);
	free(plan->counterpart);
	free(plan->standing);
	free(plan->sessions);
	free(plan->watchers);
	free(plan->watched);
	free(plan->notes);
	lw_plan_forget_after(plan);
	free(plan);
}

size_t lw_plan_count(const struct lw_plan *plan)
{
	return plan ? plan->nop : 0;
}

size_t lw_plan_changes(const struct lw_plan *plan)
{
	size_t count = 0;

	if (!plan)
		return 0;
	for (uint32_t i = 0; i < plan->nop; i++)
		count += !lw_plan_silent(&plan->ops[i]) && !(plan->ops[i].flags & LW_OP_IMPLIED);
	return count;
}

uint32_t lw_plan_at(const struct lw_plan *plan, size_t n)
{
	return plan && n < plan->nop ? plan->order[n] : LW_NO_OP;
}

const struct lw_tree *lw_plan_have(const struct lw_plan *plan)
{
	return plan ? plan->have : NULL;
}

const struct lw_tree *lw_plan_goal(const struct lw_plan *plan)
{
	return plan ? plan->goal : NULL;
}

struct plan_spot lw_plan_spot(const struct lw_plan *plan, const struct op *op)
{
	/* A move starts where the matcher is; everything else is shown where it ends. */
	bool goal = op->goal && !(op->verb == LW_MOVE && op->have);

	return goal ? (struct plan_spot){ plan->goal, op->goal }
		    : (struct plan_spot){ plan->have, op->have };
}

static struct lw_place nowhere(void)
{
	return (struct lw_place){ NULL, 0, 0 };
}

/* Only the file's own lines count: a kept node was copied from somewhere else. */
static struct lw_place node_place(const struct lw_tree *goal, lw_node n)
{
	return n && node_at(goal, n)->origin == LW_FROM_DECLARED ? lw_node_where(goal, n)
								 : nowhere();
}

/* The block that no longer lists it: the nearest ancestor that the file has. The file as a whole is no place. */
static struct lw_place parent_place(const struct lw_plan *plan, lw_node have)
{
	struct lw_place place = nowhere();

	for (lw_node n = have ? node_at(plan->have, have)->parent : 0; n > 1 && !place.line;
	     n = node_at(plan->have, n)->parent)
		place = node_place(plan->goal, plan->counterpart[n]);
	return place;
}

/*
 * The instance that the operation writes; the only one stands for all. Operations of one set are mostly looked at in the order
 * of its instances, so the search begins where the last one ended.
 */
static const struct attr *instance_of(struct lw_plan *plan, const struct op *op)
{
	unsigned count = 0;
	const struct attr *run = lw_tree_attr_run(plan->goal, op->goal, op->attr, &count);

	if (count > 1 && op->new_value == NO_VALUE)
		return NULL;
	for (unsigned i = 0; i < count; i++) {
		unsigned at = (plan->last_instance + i) % count;

		/* One that the kernel turned out to lack is no longer set, but was asked for there. */
		if ((run[at].state != LW_SET && run[at].state != LW_UNKNOWN) ||
		    (run[at].value != op->new_value && count > 1))
			continue;
		plan->last_instance = at;
		return run[at].src ? &run[at] : NULL;
	}
	return NULL;
}

static struct lw_place value_place(struct lw_plan *plan, const struct op *op)
{
	const struct node *node = node_at(plan->goal, op->goal);
	const struct attr *attr;

	if (node->origin != LW_FROM_DECLARED)
		return nowhere();
	attr = instance_of(plan, op);
	if (attr) {
		struct lw_place place = lw_tree_place(plan->goal, node->file, attr->src);

		if (place.line)
			return place;
	}
	return lw_node_where(plan->goal, op->goal);
}

struct lw_place lw_plan_where(struct lw_plan *plan, const struct op *op)
{
	if (!op->goal)
		return parent_place(plan, op->have);
	if (op_of_value(op))
		return value_place(plan, op);
	return node_place(plan->goal, op->goal);
}

/* A caller that was compiled against a shorter struct gets the part that it knows; the size stays his. */
static void give(void *ret, size_t size, const void *view, size_t known)
{
	memcpy(ret, view, size < known ? size : known);
	memcpy(ret, &size, sizeof(size));
}

static void view_kind(const struct lw_plan *plan, const struct op *op, struct lw_op_view *view)
{
	struct plan_spot spot = lw_plan_spot(plan, op);

	view->kind = spot.node ? op_kind(plan, op)->name : "";
	view->kind_number = spot.node ? node_at(spot.tree, spot.node)->kind : 0;
}

static const char *value_text(const struct lw_tree *tree, uint32_t value)
{
	return value == NO_VALUE ? NULL : tree_text(tree, value);
}

static void view_values(const struct lw_plan *plan, const struct op *op, struct lw_op_view *view)
{
	struct plan_value own;

	if (op_of_value(op)) {
		struct plan_spot spot = lw_plan_spot(plan, op);

		view->attr =
			lw_tree_attr_name(spot.tree, node_at(spot.tree, spot.node)->kind, op->attr);
		view->old = value_text(spot.tree, op->old_value);
		view->new_ = value_text(spot.tree, op->new_value);
		lw_plan_value_own(plan, op, &own);
		view->is_default = own.is_default;
		view->is_unknown = own.unknown;
		view->is_secret = own.secret;
		return;
	}
	if ((op->verb == LW_REPLACE || op->verb == LW_DELETE) && op->have)
		view->old = lw_plan_referent(plan->have, op->have);
	if ((op->verb == LW_REPLACE || op->verb == LW_CREATE) && op->goal)
		view->new_ = lw_plan_referent(plan->goal, op->goal);
}

static int view_texts(struct lw_plan *plan, const struct op *op, struct lw_op_view *view)
{
	struct plan_spot spot = lw_plan_spot(plan, op);

	for (size_t i = 0; i < LW_ARRAY_LEN(plan->scratch); i++)
		lw_str_clear(&plan->scratch[i]);
	if (spot.node)
		lw_tree_path(spot.tree, spot.node, &plan->scratch[0]);
	if (op->verb == LW_MOVE && op->goal)
		lw_tree_path(plan->goal, node_at(plan->goal, op->goal)->parent, &plan->scratch[1]);
	lw_plan_because(plan, op, &plan->scratch[2]);
	for (size_t i = 0; i < LW_ARRAY_LEN(plan->scratch); i++)
		if (lw_str_bad(&plan->scratch[i]))
			return -ENOMEM;
	view->path = lw_str_text(&plan->scratch[0]);
	view->to = op->verb == LW_MOVE ? lw_str_text(&plan->scratch[1]) : NULL;
	view->reason = plan->scratch[2].len ? lw_str_text(&plan->scratch[2]) : NULL;
	return 0;
}

int lw_plan_op(struct lw_plan *plan, uint32_t number, struct lw_op_view *ret)
{
	struct lw_op_view view = LW_OP_VIEW_INIT;
	size_t size = ret ? ret->size : 0;
	const struct op *op;
	int r;

	if (!plan || !ret)
		return -EINVAL;
	if (number >= plan->nop)
		return -ENOENT;
	op = &plan->ops[number];
	view.verb = (enum lw_verb)op->verb;
	view.flags = op->flags;
	view.have = op->have;
	view.goal = op->goal;
	view_kind(plan, op, &view);
	view.effect = lw_plan_effect_name(op->effect);
	view.scope = lw_plan_scope_name(op->scope);
	view.effect_level = (enum lw_effect)op->effect;
	view.scope_level = (enum lw_scope)op->scope;
	view.phase = (enum lw_phase)op->phase;
	view.lock = (enum lw_lock)op->lock;
	view.deadline = op->deadline;
	view.reason_word = lw_plan_reason_name(op->reason);
	view.cause = op->cause;
	view.where = lw_plan_where(plan, op);
	view.state = (enum lw_op_state)op->state;
	view.sessions = lw_plan_sessions(plan, op);
	view_values(plan, op, &view);
	r = view_texts(plan, op, &view);
	if (r < 0)
		return r;
	give(ret, size, &view, sizeof(view));
	return 0;
}

int lw_plan_with(struct lw_plan *plan, uint32_t number, size_t n, struct lw_attr_view *ret)
{
	struct lw_attr_view view = LW_ATTR_VIEW_INIT;
	struct plan_value value;
	unsigned at = 0;

	if (!plan || !ret)
		return -EINVAL;
	if (number >= plan->nop)
		return -ENOENT;
	if (plan->ops[number].verb != LW_CREATE && plan->ops[number].verb != LW_REPLACE)
		return -ENOENT;
	do {
		if (!lw_plan_value_next(plan, &plan->ops[number], &at, &value))
			return -ENOENT;
	} while (value.is_ref || n--);
	view.name = value.name;
	view.value = value.now;
	view.state = LW_SET;
	view.known = true;
	view.secret = value.secret;
	give(ret, ret->size, &view, sizeof(view));
	return 0;
}

int lw_plan_summary(struct lw_plan *plan, struct lw_summary *ret)
{
	struct lw_summary summary = LW_SUMMARY_INIT;
	struct plan_counts c;

	if (!plan || !ret)
		return -EINVAL;
	if (lw_plan_counts(plan, &c) < 0)
		return -ENOMEM;
	summary.create = c.create;
	summary.change = c.change;
	summary.remove = c.remove;
	summary.recreate = c.recreate;
	summary.disturbs = c.effect[LW_EFFECT_DISTURBS];
	summary.drops = c.effect[LW_EFFECT_DROPS];
	summary.loses = c.effect[LW_EFFECT_LOSES];
	give(ret, ret->size, &summary, sizeof(summary));
	return 0;
}

static int find_notes(struct lw_plan *plan)
{
	if (plan->notes)
		return 0;
	plan->notes = lw_plan_narrowed(plan);
	if (!plan->notes)
		return -ENOMEM;
	while (plan->notes[plan->nnote])
		plan->nnote++;
	return 0;
}

int lw_plan_note(struct lw_plan *plan, size_t n, struct lw_note_view *ret)
{
	struct lw_note_view view = LW_NOTE_VIEW_INIT;
	struct lw_str *path;

	if (!plan || !ret)
		return -EINVAL;
	if (find_notes(plan) < 0)
		return -ENOMEM;
	if (n >= plan->nnote)
		return -ENOENT;
	path = &plan->scratch[3];
	lw_str_clear(path);
	lw_tree_path(plan->have, plan->notes[n], path);
	if (lw_str_bad(path))
		return -ENOMEM;
	view.have = plan->notes[n];
	view.path = lw_str_text(path);
	view.text = LW_PLAN_NARROWED_TEXT;
	give(ret, ret->size, &view, sizeof(view));
	return 0;
}
