/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sessions are nodes below their export, which refer to the set of units that they see: a container, or the export for its own
 * set. The scope of an operation says where to look: those that see the set, all of the export, those of the exports of
 * whatever refers to the node, or everybody.
 *
 * Whatever is asked for is a few runs of one list, sorted by export and set. Only the runs of a node's referrers can be many:
 * they are laid down once, so that no operation costs more than a search.
 */
#include "model/plan/sessions.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

/* What is sorted: sessions (to is 0), and sets that hold a reference to a node. */
struct key {
	uint32_t to, export_node, set, node;
};

static int order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int r = order(a->to, b->to);

	if (!r)
		r = order(a->export_node, b->export_node);
	if (!r)
		r = order(a->set, b->set);
	return r ? r : order(a->node, b->node);
}

struct keys {
	struct key *list;
	uint32_t len, cap;
};

static int add_key(struct keys *keys, const struct key *key)
{
	if (lw_grow(&keys->list, &keys->cap, (uint64_t)keys->len + 1, sizeof(*keys->list)) < 0)
		return -ENOMEM;
	keys->list[keys->len++] = *key;
	return 0;
}

static int collect(const struct lw_tree *have, struct keys *keys,
		   bool (*is_one)(const struct lw_tree *have, lw_node n, struct key *ret))
{
	struct key key;

	for (lw_node n = 1; n < have->nnode; n++)
		if (!(node_at(have, n)->flags & LW_NODE_DEAD) && is_one(have, n, &key) &&
		    add_key(keys, &key) < 0)
			return -ENOMEM;
	if (keys->len)
		qsort(keys->list, keys->len, sizeof(*keys->list), by_key);
	return 0;
}

static bool is_session(const struct lw_tree *have, lw_node n, struct key *ret)
{
	*ret = (struct key){ 0, node_at(have, n)->parent, lw_node_ref(have, n), n };
	return node_kind(have, n)->flags & LW_K_SESSION;
}

static bool is_grant(const struct lw_tree *have, lw_node n, struct key *ret)
{
	*ret = (struct key){ lw_node_ref(have, n), lw_tree_export(have, n),
			     node_at(have, n)->parent, 0 };
	return ret->to && ret->export_node && node_kind(have, n)->access & LW_ROLE_GRANT;
}

/* How many sessions stand before those of this export that see this set; set 0 are those of which it is not known. */
static uint32_t before(const struct lw_plan *plan, lw_node export_node, lw_node set)
{
	struct key key = { 0, export_node, set, 0 };
	uint32_t low = 0, high = plan->nsession;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		struct key there;

		(void)is_session(plan->have, plan->sessions[mid], &there);
		if (by_key(&there, &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Appends the sessions [first, end), if there are any, to the runs of one selection. */
static void add_run(struct session_run *runs, uint32_t *n, uint32_t first, uint32_t end)
{
	uint32_t upto = *n ? runs[*n - 1].upto : 0;

	if (end > first)
		runs[(*n)++] = (struct session_run){ first, upto + end - first };
}

/* Those of an export whose set is not known: they may see each. */
static void add_unknown(const struct lw_plan *plan, lw_node x, struct session_run *runs,
			uint32_t *n)
{
	add_run(runs, n, before(plan, x, 0), before(plan, x, 1));
}

static void add_set(const struct lw_plan *plan, lw_node x, lw_node set, struct session_run *runs,
		    uint32_t *n)
{
	add_run(runs, n, before(plan, x, set), before(plan, x, set + 1));
}

bool lw_plan_anybody_sees(const struct lw_plan *plan, lw_node export_node, lw_node set)
{
	return before(plan, export_node, 0) < before(plan, export_node, 1) ||
	       before(plan, export_node, set) < before(plan, export_node, set + 1);
}

/* The runs of the sessions that see one node: each set once, and of each export those of which it is not known once. */
static uint32_t lay_runs(struct lw_plan *plan, const struct key *sets, uint32_t nset)
{
	struct session_run *runs = plan->watchers + plan->watched[sets->to];
	uint32_t n = 0;

	for (uint32_t i = 0; i < nset; i++) {
		const struct key *key = &sets[i];
		bool same = i && key[-1].export_node == key->export_node;

		if (!same)
			add_unknown(plan, key->export_node, runs, &n);
		if (!same || key[-1].set != key->set)
			add_set(plan, key->export_node, key->set, runs, &n);
	}
	return n;
}

static int index_watchers(struct lw_plan *plan)
{
	uint32_t nhave = plan->have->nnode, at = 0, n = 0;
	struct keys keys = { NULL, 0, 0 };
	int r = collect(plan->have, &keys, is_grant);

	plan->watched = lw_calloc((size_t)nhave + 1, sizeof(*plan->watched));
	plan->watchers = lw_calloc((size_t)keys.len * 2 + 1, sizeof(*plan->watchers));
	if (!plan->watched || !plan->watchers)
		r = -ENOMEM;
	for (lw_node to = 0; to < nhave && r == 0; to++) {
		uint32_t end = at;

		plan->watched[to] = n;
		while (end < keys.len && keys.list[end].to == to)
			end++;
		if (end > at)
			n += lay_runs(plan, &keys.list[at], end - at);
		at = end;
	}
	if (r == 0)
		plan->watched[nhave] = n;
	free(keys.list);
	return r;
}

int lw_plan_index_sessions(struct lw_plan *plan)
{
	struct keys keys = { NULL, 0, 0 };
	int r = collect(plan->have, &keys, is_session);

	plan->sessions = lw_calloc((size_t)keys.len + 1, sizeof(*plan->sessions));
	if (!plan->sessions)
		r = -ENOMEM;
	for (uint32_t i = 0; i < keys.len && r == 0; i++)
		plan->sessions[plan->nsession++] = keys.list[i].node;
	free(keys.list);
	return r < 0 || !plan->nsession ? r : index_watchers(plan);
}

/* The node of have that the operation is about, or stands below: new nodes count by their nearest old ancestor. */
static lw_node old_node(const struct lw_plan *plan, const struct op *op)
{
	lw_node goal = op->goal;

	if (op->have)
		return op->have;
	while (goal && !plan->standing[goal])
		goal = node_at(plan->goal, goal)->parent;
	return goal ? plan->standing[goal] : 0;
}

/* The set of units that a change of this node shows in; 0 when all sets of the export may be concerned. */
static lw_node set_of(const struct lw_plan *plan, const struct op *op, lw_node n)
{
	const struct lw_kind_spec *kind = op_kind(plan, op);
	lw_node set = op->have ? node_at(plan->have, n)->parent : n;

	if (!(kind->access & LW_ROLE_GRANT) || kind->flags & LW_K_PORTAL)
		return 0;
	return node_kind(plan->have, set)->access & (LW_ROLE_CONTAINER | LW_ROLE_EXPORT) ? set : 0;
}

/* Those that an operation concerns. */
struct selection {
	const struct session_run *runs;
	uint32_t n;
	struct session_run own[2];
};

static void select_sessions(const struct lw_plan *plan, const struct op *op, struct selection *s)
{
	lw_node n, x, set;

	*s = (struct selection){ .runs = s->own };
	if (!plan->nsession || op->effect == LW_EFFECT_NONE)
		return;
	n = old_node(plan, op);
	x = n ? lw_tree_export(plan->have, n) : 0;
	set = n && op->scope == LW_SCOPE_NODE ? set_of(plan, op, n) : 0;
	if (op->scope == LW_SCOPE_ENGINE) {
		add_run(s->own, &s->n, 0, plan->nsession);
	} else if (op->scope == LW_SCOPE_REFERRERS) {
		s->runs = plan->watchers + plan->watched[n];
		s->n = plan->watched[n + 1] - plan->watched[n];
	} else if (x && set) {
		add_unknown(plan, x, s->own, &s->n);
		add_set(plan, x, set, s->own, &s->n);
	} else if (x) {
		add_run(s->own, &s->n, before(plan, x, 0), before(plan, x + 1, 0));
	}
}

void lw_plan_each_session(const struct lw_plan *plan, const struct op *op,
			  bool (*each)(lw_node session, void *arg), void *arg)
{
	struct selection s;
	uint32_t done = 0;

	select_sessions(plan, op, &s);
	for (uint32_t i = 0; i < s.n; i++)
		for (uint32_t k = s.runs[i].first; done < s.runs[i].upto; k++, done++)
			if (!each(plan->sessions[k], arg))
				return;
}

static uint32_t count(const struct selection *s)
{
	return s->n ? s->runs[s->n - 1].upto : 0;
}

int lw_plan_sessions(const struct lw_plan *plan, const struct op *op)
{
	struct selection s;

	if (!plan->sessions_known)
		return -1;
	select_sessions(plan, op, &s);
	return (int)count(&s);
}

const char *lw_plan_session(const struct lw_plan *plan, uint32_t op, unsigned n)
{
	uint32_t low = 0, high;
	struct selection s;

	if (!plan || op >= plan->nop || !plan->sessions_known)
		return NULL;
	select_sessions(plan, &plan->ops[op], &s);
	if (n >= count(&s))
		return NULL;
	high = s.n - 1; /* the run that goes beyond n */
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (s.runs[mid].upto <= n)
			low = mid + 1;
		else
			high = mid;
	}
	n -= low ? s.runs[low - 1].upto : 0;
	return lw_node_name(plan->have, plan->sessions[s.runs[low].first + n]);
}
