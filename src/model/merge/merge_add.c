/* SPDX-License-Identifier: Apache-2.0 */
/*
 * With the option `no_remove` nothing goes away. What is not listed is kept (merge.c); here, what is declared gives in to what
 * is there wherever the two could only meet by taking something away for good or for a moment: a name that another node
 * holds, another referent (also where that only now turns up), a value that is given with the creation. Each time this is said.
 */
#include <errno.h>
#include <string.h>

#include "base/num.h"
#include "model/merge/merge_internal.h"
#include "model/tree/claims.h"

#define SAY(m, n, attr, ...) \
	lw_tree_report((m)->goal, n, attr, (m)->report, LW_NOTE, LW_CODE_NONE, NULL, __VA_ARGS__)

/* ---- names that only one may have */

static bool has_unique_name(const struct lw_tree *tree, lw_node n)
{
	return !merge_dead(tree, n) && node_kind(tree, n)->unique != LW_UNIQUE_NO;
}

static struct claim claim_of(const struct lw_tree *tree, lw_node n)
{
	return (struct claim){
		.scope = claims_scope_of_name(tree, n, node_kind(tree, n)->unique),
		.space = claims_space_of_name(tree, n),
		.value = node_at(tree, n)->name,
		.holder = n,
	};
}

static int claim_all(const struct lw_tree *have, struct claims *ret)
{
	int r = 0;

	for (lw_node n = 2; n < have->nnode && !r; n++) {
		struct claim claim;

		if (!has_unique_name(have, n))
			continue;
		claim = claim_of(have, n);
		r = claims_add(ret, &claim);
	}
	return r;
}

static void give_in_to_name(struct merge *m, const struct claims *there, lw_node n)
{
	struct claim key = claim_of(m->goal, n);
	const struct claim *found;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	key.scope = m->of[MERGE_HAVE][key.scope];
	found = key.scope ? claims_next(there, &key, NULL) : NULL;
	if (!found)
		return;
	lw_tree_path(m->source[MERGE_HAVE], found->holder, &path);
	SAY(m, n, NULL, "%s %s is not made: %s has its name, and stays",
	    node_kind(m->goal, n)->label, tree_text(m->goal, node_at(m->goal, n)->name),
	    lw_str_text(&path));
	lw_tree_remove(m->goal, n);
}

int lw_merge_yield_names(struct merge *m)
{
	struct claims there = { 0 };
	int r = claim_all(m->source[MERGE_HAVE], &there);

	for (lw_node n = 2; n < m->nwant && !r; n++)
		if (has_unique_name(m->goal, n) && !m->of[MERGE_HAVE][n])
			give_in_to_name(m, &there, n);
	claims_done(&there);
	return r;
}

/* ---- referents */

static void give_in_to_ref(struct merge *m, lw_node n)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	const struct node *there = node_at(have, lw_merge_there(m, n));
	bool by_name = there->flags & LW_NODE_UNRESOLVED;
	lw_node to = by_name || !there->ref ? 0 : lw_merge_counterpart(m, MERGE_HAVE, there->ref);
	const char *name;

	if (!to && !by_name)
		return;
	if (!by_name && node_at(m->goal, n)->ref == to &&
	    !(node_at(m->goal, n)->flags & LW_NODE_UNRESOLVED))
		return;
	if (by_name && node_at(m->goal, n)->flags & LW_NODE_UNRESOLVED)
		return;
	name = by_name ? tree_text(have, there->ref)
		       : tree_text(m->goal, node_at(m->goal, to)->name);
	SAY(m, n, NULL, "%s %s refers to %s%s, and stays so", node_kind(m->goal, n)->label,
	    tree_text(m->goal, node_at(m->goal, n)->name),
	    by_name ? "something elsewhere called " : "", name);
	if (by_name)
		lw_tree_refer_name(m->goal, n, name, strlen(name));
	else
		lw_tree_refer(m->goal, n, to);
}

int lw_merge_yield_refs(struct merge *m)
{
	for (lw_node n = 2; n < m->goal->nnode; n++)
		if (!merge_dead(m->goal, n) && lw_merge_there(m, n) &&
		    node_kind(m->goal, n)->match == LW_MATCH_KEY &&
		    node_kind(m->goal, n)->ref_kinds)
			give_in_to_ref(m, n);
	return lw_tree_status(m->goal);
}

/* ---- values */

/* Written as it stands: nothing is taken down for it, nothing lost by it. */
static bool changes_in_place(const struct merge *m, const struct lw_attr_spec *spec, uint32_t value,
			     uint32_t wanted)
{
	const char *from = tree_text(m->goal, value), *to = tree_text(m->goal, wanted);
	uint64_t old_number, new_number;

	if (spec->when != LW_WHEN_ANY && spec->when != LW_WHEN_ENABLED &&
	    spec->when != LW_WHEN_NEVER)
		return false;
	return !(spec->flags & LW_A_SHRINKS) ||
	       (lw_parse_u64(from, strlen(from), LW_NUM_DEC, &old_number) &&
		lw_parse_u64(to, strlen(to), LW_NUM_DEC, &new_number) && new_number >= old_number);
}

static const struct attr *run_there(const struct merge *m, lw_node n, uint16_t def, unsigned *count)
{
	const struct attr *run =
		lw_tree_attr_run(m->source[MERGE_HAVE], m->of[MERGE_HAVE][n], def, count);

	if (!run || run->state != LW_SET)
		*count = 0;
	return run;
}

/* Only a value that is known to be the wished one, or is left to diff to judge, stays in the goal. */
static void give_in_to_value(struct merge *m, lw_node n, uint16_t def,
			     const struct lw_attr_spec *spec)
{
	unsigned count, there_count;
	struct attr *attr = lw_tree_attr_run(m->goal, n, def, &count);
	const struct attr *there = run_there(m, n, def, &there_count);
	uint32_t value, wanted = attr->value;

	if (there && there->state != LW_SET && there->state != LW_DEFAULT)
		return;
	if (there_count)
		value = there->value;
	else if (!lw_tree_fresh(m->goal, n, def, &value))
		return;
	if (value == wanted || changes_in_place(m, spec, value, wanted))
		return;
	attr = lw_tree_attr_run(m->goal, n, def, &count); /* asking may have moved it */
	SAY(m, n, attr, "%s %s: %s cannot be changed in place, and stays as it is",
	    node_kind(m->goal, n)->label, tree_text(m->goal, node_at(m->goal, n)->name),
	    spec->name);
	attr->value = value;
}

static bool same_instance(const struct merge *m, const struct lw_attr_spec *spec, uint32_t a,
			  uint32_t b)
{
	const char *left = tree_text(m->goal, a), *right = tree_text(m->goal, b);
	size_t len = strcspn(left, " ");

	if (a == b || !(spec->flags & LW_A_INPLACE))
		return a == b;
	return len == strcspn(right, " ") && !memcmp(left, right, len);
}

static bool has_instance(const struct merge *m, lw_node n, uint16_t def,
			 const struct lw_attr_spec *spec, uint32_t value)
{
	unsigned count;
	const struct attr *run = lw_tree_attr_run(m->goal, n, def, &count);

	for (unsigned i = 0; i < count; i++)
		if (run[i].state == LW_SET && same_instance(m, spec, run[i].value, value))
			return true;
	return false;
}

/* One instance that is there and not declared stays; where there can only be one, the declared one gives in. */
static int keep_instance(struct merge *m, lw_node n, uint16_t def, const struct lw_attr_spec *spec,
			 struct attr there)
{
	struct attr *own;

	if (has_instance(m, n, def, spec, there.value))
		return 0;
	SAY(m, n, NULL, "%s %s: a value of %s is not declared: it stays",
	    node_kind(m->goal, n)->label, tree_text(m->goal, node_at(m->goal, n)->name),
	    spec->name);
	if (spec->flags & LW_A_SINGLE)
		lw_tree_drop(m->goal, n, def);
	own = lw_tree_put(m->goal, n, def);
	if (!own)
		return lw_tree_refused(m->goal);
	own->value = there.value;
	own->src = 0;
	own->state = LW_SET;
	own->flags |= there.flags & LW_ATTR_SECRET;
	return 0;
}

static int keep_instances(struct merge *m, lw_node n, uint16_t def, const struct lw_attr_spec *spec)
{
	unsigned count;
	int r = 0;

	run_there(m, n, def, &count);
	for (unsigned i = 0; i < count && !r; i++)
		r = keep_instance(m, n, def, spec, run_there(m, n, def, &count)[i]);
	return r;
}

static int give_in_to_values(struct merge *m, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	int r = 0;

	/* In a table's order, not the run's: values may come and go. */
	for (uint16_t def = 0; def < kind->nattr && !r; def++) {
		const struct lw_attr_spec *spec = &kind->attrs[def];
		unsigned count;
		const struct attr *run = lw_tree_attr_run(m->goal, n, def, &count);

		if (!run || run->state != LW_SET)
			continue;
		if (spec->flags & LW_A_MULTI)
			r = keep_instances(m, n, def, spec);
		else
			give_in_to_value(m, n, def, spec);
	}
	return r;
}

int lw_merge_yield_values(struct merge *m)
{
	int r = 0;

	for (lw_node n = 1; n < m->nwant && !r; n++) {
		if (merge_dead(m->goal, n) || !m->of[MERGE_HAVE][n])
			continue;
		/* Made anew is what stands in the wrong order. */
		node_at(m->goal, n)->flags |= LW_NODE_ORDER_UNKNOWN;
		r = give_in_to_values(m, n);
	}
	return r ? r : lw_tree_status(m->goal);
}
