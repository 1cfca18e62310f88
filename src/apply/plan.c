/* SPDX-License-Identifier: Apache-2.0 */
/* From what is wanted to a plan against what is there now. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/mem.h"
#include "model/merge/merge.h"
#include "model/plan/plan.h"

/* What merge is given beside what is wanted and what is there. */
struct past {
	struct lw_tree *last;
	struct lw_journal *journal; /* of an interrupted apply */
};

static void past_done(struct past *past)
{
	lw_tree_free(past->last);
	lw_journal_free(past->journal);
}

static int past_read(struct lw_system *system, const struct lw_tree *share, struct past *ret,
		     struct lw_report *report)
{
	int r = lw_record_open(system, share, &ret->journal, report);

	return r < 0 ? r : lw_record_last(system, share, &ret->last, report);
}

/* What a plan is made from: the configuration and the past, or an edit; and how much of the kernel must be known. */
struct making {
	struct lw_system *system;
	const struct lw_tree *want;
	const struct lw_merge_options *options;
	struct past past;
	/* From what is there to what shall be there, checked. @ret_declared: NULL where all of the configuration counts. */
	int (*make)(const struct making *m, const struct lw_tree *have, struct lw_tree **ret,
		    struct lw_tree **ret_declared, struct lw_report *report);
	const struct lw_edit *edit;
	struct lw_tree *whole; /* what a plan touches: to be read whole before it is carried out */
	bool all;
	bool sessions;
};

static int read_for(const struct making *m, struct lw_tree **ret, struct lw_report *report)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	const struct lw_tree *ask[5] = { m->want };
	unsigned n = 1;

	if (m->past.last)
		ask[n++] = m->past.last;
	if (m->past.journal)
		ask[n++] = m->past.journal->goal;
	if (m->whole)
		ask[n++] = m->whole;
	options.depth = m->all ? LW_DEPTH_FULL : LW_DEPTH_ASKED;
	options.flags = m->sessions ? LW_READ_SESSIONS : 0;
	options.ask = ask;
	options.whole = m->whole;
	return lw_system_read_some(m->system, m->want, &options, ret, report);
}

static int make_goal(const struct making *m, const struct lw_tree *have, struct lw_tree **ret,
		     struct lw_tree **ret_declared, struct lw_report *report)
{
	struct lw_merge_options options = *m->options;
	struct lw_tree *possible = NULL;
	int r = lw_resolve(m->system, m->want, have, &possible, report);

	options.last = m->past.last;
	options.journal = m->past.journal ? m->past.journal->goal : NULL;
	options.possible = true;
	if (r >= 0)
		r = lw_merge_declared(possible, have, &options, ret,
				      options.only ? ret_declared : NULL, report);
	lw_tree_free(possible);
	return r < 0 ? r : lw_tree_check(*ret, report);
}

static int plan_once(const struct making *m, struct lw_plan **ret, struct lw_report *report)
{
	struct lw_tree *have = NULL, *goal = NULL, *declared = NULL;
	int r = read_for(m, &have, report);

	if (r >= 0)
		r = m->make(m, have, &goal, &declared, report);
	if (r < 0) {
		lw_tree_free(have);
		lw_tree_free(goal);
		lw_tree_free(declared);
		return r;
	}
	r = lw_diff(have, goal, ret, report);
	if (r >= 0)
		(*ret)->declared = LW_TAKE(declared);
	lw_tree_free(declared);
	if (r >= 0 && m->system->engine->fit)
		r = m->system->engine->fit(m->system->kt, *ret, report);
	return r;
}

/* The node of the path in @whole, with those above it; 0 when memory is short. */
static lw_node whole_node(struct lw_tree *whole, const struct lw_tree *have, lw_node node)
{
	lw_node parent, there = lw_tree_counterpart(have, node, whole);
	const char *name = lw_node_name(have, node);

	if (there)
		return there;
	parent = whole_node(whole, have, lw_node_parent(have, node));
	if (!parent)
		return 0;
	there = lw_tree_add(whole, parent, lw_node_kind(have, node), name, strlen(name));
	lw_tree_set_depth(whole, there, LW_DEPTH_NAME);
	return there;
}

static int deepen_node(struct lw_tree *whole, const struct lw_tree *have, lw_node node,
		       enum lw_depth depth, bool *ret_more)
{
	lw_node there = whole_node(whole, have, node);

	if (!there)
		return -ENOMEM;
	if (node_at(whole, there)->depth >= depth)
		return 0;
	lw_tree_set_depth(whole, there, depth);
	*ret_more = true;
	return 0;
}

/* Whether a node that the kernel makes by itself can be made by hand depends on what it refers to. */
static int deepen_referent(struct lw_tree *whole, const struct lw_plan *plan, const struct op *op,
			   bool *ret_more)
{
	lw_node to = op->goal && node_kind(plan->goal, op->goal)->settle
			     ? lw_node_ref(plan->goal, op->goal)
			     : 0;
	lw_node have = to ? plan->standing[to] : 0;

	return have ? deepen_node(whole, plan->have, have, LW_DEPTH_ASKED, ret_more) : 0;
}

struct deepening {
	struct lw_tree *whole;
	const struct lw_plan *plan;
	bool *more;
};

static int ask_for(struct deepening *deepening, lw_node there, int def)
{
	struct attr *attr;
	unsigned count;

	if (lw_tree_attr_run(deepening->whole, there, (uint16_t)def, &count))
		return 0;
	attr = lw_tree_put(deepening->whole, there, (uint16_t)def);
	if (!attr)
		return -ENOMEM;
	attr->state = LW_DEFAULT;
	*deepening->more = true;
	return 0;
}

/* There may be a thousand of them beside one path: of each the attribute that follows, and the one that says so. */
static int deepen_moved(void *arg, lw_node have)
{
	struct deepening *deepening = arg;
	const struct lw_kind_spec *kind = node_kind(deepening->plan->have, have);
	int def = lw_kind_bound_attr(kind);
	const char *by = kind->attrs[def].bound_by;
	lw_node there = whole_node(deepening->whole, deepening->plan->have, have);
	int r = there ? ask_for(deepening, there, def) : -ENOMEM;

	return r < 0 ? r : ask_for(deepening, there, lw_kind_attr(kind, by, strlen(by)));
}

/* What the plan overwrites is to be known whole, what it deletes with all below: else there is no way back. */
static int deepen(struct making *m, const struct lw_plan *plan, bool *ret_more)
{
	struct deepening deepening = { .plan = plan, .more = ret_more };
	int r = 0;

	*ret_more = false;
	if (!m->whole) {
		m->whole = lw_tree_new_sharing(lw_tree_schema(m->want), m->want);
		lw_tree_set_depth(m->whole, lw_tree_root(m->whole), LW_DEPTH_NAME);
	}
	if (!m->whole)
		return -ENOMEM;
	deepening.whole = m->whole;
	for (uint32_t i = 0; i < plan->nop && !r; i++) {
		const struct op *op = &plan->ops[i];
		lw_node have = op->have ? op->have : op->goal ? plan->standing[op->goal] : 0;
		bool goes = op->verb == LW_DELETE || op->verb == LW_CREATE;

		if (have && op->verb != LW_FENCE)
			r = deepen_node(m->whole, plan->have, have,
					goes ? LW_DEPTH_FULL : LW_DEPTH_ASKED, ret_more);
		if (!r)
			r = deepen_referent(m->whole, plan, op, ret_more);
		if (!r)
			r = lw_plan_each_moved(plan, op, deepen_moved, &deepening);
	}
	return r;
}

/*
 * Few files tell whether there is anything to do. Only when there is, what the plan touches is read whole, and who is logged
 * in; then the plan is made anew, until it touches nothing that is not known.
 */
static int plan_until_known(struct making *m, struct lw_plan **ret, struct lw_report *report)
{
	bool more = true;
	int r = 0;

	while (more && !r) {
		struct lw_report *said = lw_report_new();
		struct lw_plan *plan = NULL;

		r = said ? plan_once(m, &plan, said) : -ENOMEM;
		more = false;
		if (!r && lw_plan_changes(plan) && !m->all)
			r = deepen(m, plan, &more);
		more = more ||
		       (!r && lw_plan_changes(plan) && !m->sessions && !plan->sessions_known);
		m->sessions |= more;
		if (!more || r < 0)
			lw_tell_all(report, said);
		if (!more && !r)
			*ret = plan;
		else
			lw_plan_free(plan);
		lw_report_free(said);
	}
	return r;
}

int lw_system_plan(struct lw_system *system, const struct lw_tree *want,
		   const struct lw_merge_options *options, struct lw_plan **ret,
		   struct lw_report *report)
{
	struct lw_merge_options known = LW_MERGE_OPTIONS_INIT;
	struct making making = {
		.system = system, .want = want, .options = &known, .make = make_goal
	};
	size_t before = lw_report_count(report, LW_ERROR);
	int r;

	if (!system || !want || !ret || (options && options->size < sizeof(options->size)))
		return -EINVAL;
	/* A caller of an earlier version knows fewer. */
	if (options)
		memcpy(&known, options,
		       options->size < sizeof(known) ? options->size : sizeof(known));
	known.size = sizeof(known);
	/* Where nothing is to be left, all is touched. */
	making.sessions = known.prune_all && !lw_node_first(want, lw_tree_root(want));
	making.all = known.full || making.sessions;
	r = past_read(system, want, &making.past, report);
	if (r >= 0)
		r = plan_until_known(&making, ret, report);
	past_done(&making.past);
	lw_tree_free(making.whole);
	return lw_tell_memory(report, before, r);
}

/* ---- one change, whatever is declared */

static int make_edited(const struct making *m, const struct lw_tree *have, struct lw_tree **ret,
		       struct lw_tree **ret_declared, struct lw_report *report)
{
	(void)ret_declared;
	return lw_edited(have, m->edit, ret, report);
}

int lw_system_plan_edit(struct lw_system *system, const struct lw_edit *edit, struct lw_plan **ret,
			struct lw_report *report)
{
	struct making making = { .system = system, .edit = edit, .make = make_edited };
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_tree *nothing;
	int r;

	if (!system || !edit || !edit->change || !ret)
		return -EINVAL;
	/* Names are read, and what every plan must know; the rest once it shows what is touched. */
	nothing = lw_tree_new(lw_system_schema(system));
	if (!nothing)
		return lw_tell_memory(report, before, -ENOMEM);
	making.want = nothing;
	r = plan_until_known(&making, ret, report);
	lw_tree_free(making.whole);
	lw_tree_free(nothing);
	return lw_tell_memory(report, before, r);
}
