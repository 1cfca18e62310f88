/* SPDX-License-Identifier: Apache-2.0 */
#include "model/journal/journal.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/plan/plan_show.h"
#include "model/journal/snapshot.h"

void lw_journal_free(struct lw_journal *journal)
{
	if (!journal)
		return;
	lw_tree_free(journal->want);
	lw_tree_free(journal->goal);
	lw_tree_free(journal->snapshot);
	free(journal->ops);
	free(journal->temporaries);
	free(journal->facts);
	lw_arena_done(&journal->texts);
	free(journal);
}

/* A copy in the journal; NULL stays NULL. False when memory is short. */
static bool keep(struct lw_journal *journal, const char *text, const char **ret)
{
	*ret = text ? lw_arena_strdup(&journal->texts, text, strlen(text)) : NULL;
	return !text || *ret;
}

int lw_journal_temporary(struct lw_journal *journal, const char *what, const char *path,
			 const char *attr, const char *old)
{
	struct lw_journal_temporary t;

	if (!keep(journal, what, &t.what) || !keep(journal, path, &t.path) ||
	    !keep(journal, attr, &t.attr) || !keep(journal, old, &t.old))
		return -ENOMEM;
	if (lw_grow(&journal->temporaries, &journal->temporary_cap,
		    (uint64_t)journal->ntemporary + 1, sizeof(t)) < 0)
		return -ENOMEM;
	journal->temporaries[journal->ntemporary++] = t;
	return 0;
}

static struct lw_journal_fact *find_fact(const struct lw_journal *journal, const char *name)
{
	for (uint32_t i = 0; i < journal->nfact; i++)
		if (!strcmp(journal->facts[i].name, name))
			return &journal->facts[i];
	return NULL;
}

int lw_journal_set_fact(struct lw_journal *journal, const char *name, const char *value)
{
	struct lw_journal_fact *old = find_fact(journal, name), fact;

	if (!keep(journal, name, &fact.name) || !keep(journal, value, &fact.value))
		return -ENOMEM;
	if (old) {
		*old = fact;
		return 0;
	}
	if (lw_grow(&journal->facts, &journal->fact_cap, (uint64_t)journal->nfact + 1,
		    sizeof(fact)) < 0)
		return -ENOMEM;
	journal->facts[journal->nfact++] = fact;
	return 0;
}

const char *lw_journal_fact(const struct lw_journal *journal, const char *name)
{
	const struct lw_journal_fact *fact = find_fact(journal, name);

	return fact ? fact->value : NULL;
}

static int keep_path(struct lw_journal *journal, const struct lw_tree *tree, lw_node node,
		     const char **ret)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	*ret = NULL;
	if (!node)
		return 0;
	lw_tree_path(tree, node, &path);
	return !lw_str_bad(&path) && keep(journal, lw_str_text(&path), ret) ? 0 : -ENOMEM;
}

/* The value that a temporary write overwrites for good is what another write of the plan leaves; this one is put back. */
static int add_temporary(struct lw_journal *journal, const struct lw_journal_op *op)
{
	if (!(op->flags & LW_OP_TEMPORARY) || op->verb == LW_OPEN)
		return 0;
	return lw_journal_temporary(journal, lw_verb_name(op->verb), op->path, op->attr, op->old);
}

static int add_op(struct lw_journal *journal, const struct lw_plan *plan, const struct op *op,
		  const uint32_t *places)
{
	struct plan_spot spot = lw_plan_spot(plan, op);
	lw_node to = op->verb == LW_MOVE && op->goal ? node_at(plan->goal, op->goal)->parent : 0;
	struct lw_journal_op *kept = &journal->ops[journal->nop++];
	struct plan_value value;

	*kept = (struct lw_journal_op){
		.verb = (enum lw_verb)op->verb,
		.state = (enum lw_op_state)op->state,
		.flags = op->flags,
		.cause = op->cause < plan->nop ? places[op->cause] : LW_NO_OP,
	};
	lw_plan_value_own(plan, op, &value);
	if (keep_path(journal, spot.tree, spot.node, &kept->path) < 0 ||
	    keep_path(journal, plan->goal, to, &kept->to) < 0 ||
	    !keep(journal, op_of_value(op) ? value.name : NULL, &kept->attr) ||
	    !keep(journal, value.old, &kept->old) || !keep(journal, value.now, &kept->now))
		return -ENOMEM;
	return add_temporary(journal, kept);
}

static int add_plan(struct lw_journal *journal, const struct lw_plan *plan)
{
	LW_AUTO_FREE uint32_t *places = lw_plan_places(plan);
	int r = 0;

	if (!places ||
	    lw_grow(&journal->ops, &journal->op_cap, plan->nop, sizeof(*journal->ops)) < 0)
		return -ENOMEM;
	for (uint32_t i = 0; i < plan->nop && !r; i++)
		r = add_op(journal, plan, &plan->ops[plan->order[i]], places);
	return r;
}

struct lw_journal *lw_journal_new(const struct lw_tree *want, const struct lw_plan *plan)
{
	struct lw_journal *journal = lw_calloc(1, sizeof(*journal));

	if (!journal)
		return NULL;
	lw_arena_init(&journal->texts);
	journal->want = want ? lw_tree_copy(want) : NULL;
	journal->goal = lw_tree_copy(plan->goal);
	if ((want && !journal->want) || !journal->goal ||
	    lw_snapshot_make(plan, &journal->snapshot) < 0 || add_plan(journal, plan) < 0) {
		lw_journal_free(journal);
		return NULL;
	}
	return journal;
}

void lw_journal_states(struct lw_journal *journal, const struct lw_plan *plan)
{
	for (uint32_t i = 0; i < journal->nop && i < plan->nop; i++)
		journal->ops[i].state = (enum lw_op_state)plan->ops[plan->order[i]].state;
}
