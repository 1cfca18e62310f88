/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a plan. What appears in JSON is stable (docs/PLAN.md). */
#include <string.h>

#include "base/mem.h"
#include "model/plan/plan_show.h"
#include "model/tree/secret.h"

static const char *const verb_names[] = {
	[LW_CREATE] = "create",	  [LW_DELETE] = "delete", [LW_SETATTR] = "set",
	[LW_ADDVAL] = "addval",	  [LW_DELVAL] = "delval", [LW_CHVAL] = "chval",
	[LW_REPLACE] = "replace", [LW_MOVE] = "move",	  [LW_CLOSE] = "close",
	[LW_OPEN] = "open",	  [LW_SETTLE] = "settle", [LW_FENCE] = "fence",
};
static_assert(LW_ARRAY_LEN(verb_names) == LW_VERB_COUNT_, "each verb has its word");

static const char *const effect_names[] = {
	[LW_EFFECT_NONE] = "none",
	[LW_EFFECT_DISTURBS] = "disturbs",
	[LW_EFFECT_DROPS] = "drops",
	[LW_EFFECT_LOSES] = "loses",
};

static const char *const scope_names[] = {
	[LW_SCOPE_NODE] = "node",
	[LW_SCOPE_EXPORT] = "export",
	[LW_SCOPE_REFERRERS] = "referrers",
	[LW_SCOPE_ENGINE] = "engine",
};

static const char *const phase_names[] = {
	[LW_PHASE_PREPARE] = "prepare", [LW_PHASE_DISABLE] = "disable",
	[LW_PHASE_NARROW] = "narrow",	[LW_PHASE_PIVOT] = "pivot",
	[LW_PHASE_WIDEN] = "widen",	[LW_PHASE_ENABLE] = "enable",
	[LW_PHASE_CLEAN] = "clean",
};

static const char *const state_names[] = {
	[LW_OP_PENDING] = "pending",
	[LW_OP_DONE] = "done",
	[LW_OP_FAILED] = "failed",
	[LW_OP_SKIPPED] = "skipped",
};

/* @text: a clause behind "because"; NULL where one is composed or none is needed. */
static const struct {
	const char *name, *text;
} reasons[] = {
	[LW_WHY_ASKED] = { NULL, NULL },
	[LW_WHY_UNLISTED] = { "unlisted", NULL },
	[LW_WHY_RESET] = { "reset", "the file does not name it" },
	[LW_WHY_RECREATE] = { "recreate", "it is re-created" },
	[LW_WHY_ATTR] = { "attribute", "an attribute can be given at creation only" },
	[LW_WHY_REF] = { "reference", "what it refers to cannot be swapped in place" },
	[LW_WHY_REFERENT] = { "referent", "what it refers to is re-created" },
	[LW_WHY_PARENT] = { "parent", "its parent is re-created" },
	[LW_WHY_ORDER] = { "order", "order counts among its siblings" },
	[LW_WHY_HALF] = { "half", "it was never completed" },
	[LW_WHY_CARRIED] = { "carried", "it keeps what it had" },
	[LW_WHY_REWRITTEN] = { "rewritten", "another write changes it" },
	[LW_WHY_INACTIVE] = { "inactive", "it must be off for the change" },
	[LW_WHY_UNREFERENCED] = { "unreferenced", "what it refers to can be changed only while "
						  "nothing refers to it" },
	[LW_WHY_SPARE] = { "spare", "two values are swapped" },
	[LW_WHY_BRACKET] = { "bracket", "no order of the changes is safe while it is open" },
	[LW_WHY_SWITCH] = { "switch", "it is off while it is re-created" },
	[LW_WHY_UNSAFE] = { "unsafe", "no order is safe in which it is swapped in place" },
};
static_assert(LW_ARRAY_LEN(reasons) == LW_WHY_COUNT_, "each reason has its words");

#define NAME_OF(table, n) ((n) < LW_ARRAY_LEN(table) ? (table)[n] : "")

const char *lw_verb_name(enum lw_verb verb)
{
	return NAME_OF(verb_names, (unsigned)verb);
}

const char *lw_plan_effect_name(unsigned effect)
{
	return NAME_OF(effect_names, effect);
}

const char *lw_plan_scope_name(unsigned scope)
{
	return NAME_OF(scope_names, scope);
}

const char *lw_plan_phase_name(unsigned phase)
{
	return NAME_OF(phase_names, phase);
}

const char *lw_plan_state_name(unsigned state)
{
	return NAME_OF(state_names, state);
}

const char *lw_plan_reason_name(unsigned reason)
{
	return reason < LW_WHY_COUNT_ ? reasons[reason].name : NULL;
}

static int find_name(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; name && i < count; i++)
		if (!strcmp(names[i], name))
			return (int)i;
	return -1;
}

int lw_plan_verb_find(const char *name)
{
	return find_name(verb_names, LW_ARRAY_LEN(verb_names), name);
}

int lw_plan_state_find(const char *name)
{
	return find_name(state_names, LW_ARRAY_LEN(state_names), name);
}

static void add_cause_name(struct plan_spot spot, uint16_t attr, struct lw_str *out)
{
	lw_str_add(out, " (");
	lw_secret_name(lw_tree_attr_name(spot.tree, node_at(spot.tree, spot.node)->kind, attr),
		       out);
	lw_str_add_char(out, ')');
}

/* "a is re-created (blocksize)", "a goes": what happens to the object of the operation that forces another. */
static void add_fate(const struct lw_plan *plan, const struct op *cause, struct lw_str *out)
{
	bool anew = cause->goal && (cause->verb == LW_DELETE || cause->verb == LW_CREATE);
	struct plan_spot spot = lw_plan_spot(plan, cause);

	lw_tree_path(spot.tree, spot.node, out);
	if (cause->verb == LW_CREATE && cause->reason == LW_WHY_ASKED)
		lw_str_add(out, " is created");
	else if (anew)
		lw_str_add(out, " is re-created");
	else if (cause->verb == LW_DELETE)
		lw_str_add(out, " goes");
	else
		lw_str_add(out, " is changed");
	if (cause->attr != NO_ATTR && (cause->reason == LW_WHY_ATTR || op_of_value(cause)))
		add_cause_name(spot, cause->attr, out);
}

/* The attribute of the referent that can be changed only without referrers. */
static bool add_unreferenced(const struct lw_plan *plan, const struct op *op, struct lw_str *out)
{
	struct plan_spot spot = lw_plan_spot(plan, op);
	lw_node to = lw_node_ref(spot.tree, spot.node);

	if (!to || op->attr == NO_ATTR)
		return false;
	lw_str_addf(out, "%s of ",
		    lw_tree_attr_name(plan->goal, node_at(spot.tree, to)->kind, op->attr));
	lw_tree_path(spot.tree, to, out);
	lw_str_add(out, " can be changed only while nothing refers to it");
	return true;
}

static void add_bracket(const struct lw_plan *plan, const struct op *op, struct lw_str *out)
{
	const char *note = op_kind(plan, op)->bracket_note;

	lw_str_add(out, reasons[LW_WHY_BRACKET].text);
	if (note)
		lw_str_addf(out, ": %s", note);
}

void lw_plan_because(const struct lw_plan *plan, const struct op *op, struct lw_str *out)
{
	const struct op *cause = op->cause < plan->nop ? &plan->ops[op->cause] : NULL;
	struct plan_spot spot = lw_plan_spot(plan, op);

	switch (op->reason) {
	case LW_WHY_ATTR:
		if (op->attr == NO_ATTR)
			break;
		lw_str_addf(out, "%s can be given at creation only",
			    lw_tree_attr_name(plan->goal, node_at(spot.tree, spot.node)->kind,
					      op->attr));
		return;
	case LW_WHY_BRACKET:
		add_bracket(plan, op, out);
		return;
	case LW_WHY_UNREFERENCED:
		if (add_unreferenced(plan, op, out))
			return;
		break;
	case LW_WHY_ASKED:
	case LW_WHY_UNLISTED:
	case LW_WHY_RECREATE:
	case LW_WHY_REFERENT:
	case LW_WHY_PARENT:
	case LW_WHY_REWRITTEN:
		if (!cause)
			break;
		add_fate(plan, cause, out);
		return;
	default:
		break;
	}
	if (op->reason < LW_WHY_COUNT_ && reasons[op->reason].text)
		lw_str_add(out, reasons[op->reason].text);
}
