/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names and values that only one node of a scope may have: whoever gives one up comes before whoever takes it. Releases are
 * put into one table by (scope, what, value); claims look themselves up.
 */
#include <errno.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "model/diff.h"

struct release {
	uint32_t scope, space, value; /* goal node; what kind of name or attribute; string offset */
	lw_node have;
	uint32_t op;   /* NO_OP: held by a node that keeps it */
	uint32_t next; /* of the same hash; 0 ends */
};

struct releases {
	struct release *list; /* [0] is unused */
	uint32_t len, cap;
	uint32_t *bucket;
	uint32_t mask;
};

static uint32_t release_hash(uint32_t scope, uint32_t space, uint32_t value)
{
	uint32_t key[3] = { scope, space, value };

	return lw_hash_bytes(key, sizeof(key), 0);
}

static int add_release(struct releases *t, const struct release *release)
{
	if (lw_grow(&t->list, &t->cap, (uint64_t)t->len + 1, sizeof(*t->list)) < 0)
		return -ENOMEM;
	t->list[t->len++] = *release;
	return 0;
}

static int index_releases(struct releases *t)
{
	uint32_t size = 16;

	while (size < t->len)
		size *= 2;
	t->bucket = lw_calloc(size, sizeof(*t->bucket));
	if (!t->bucket)
		return -ENOMEM;
	t->mask = size - 1;
	for (uint32_t i = 1; i < t->len; i++) {
		struct release *r = &t->list[i];
		uint32_t b = release_hash(r->scope, r->space, r->value) & t->mask;

		r->next = t->bucket[b];
		t->bucket[b] = i;
	}
	return 0;
}

/* The node within which a name or value is unique; 0 if there is none. */
static lw_node scope_of(const struct lw_tree *tree, lw_node n, enum lw_unique unique)
{
	lw_node x;

	switch (unique) {
	case LW_UNIQUE_EXPORT:
		return lw_tree_export(tree, n);
	case LW_UNIQUE_TARGET:
		x = lw_tree_export(tree, n);
		return x ? node_at(tree, x)->parent : 0;
	case LW_UNIQUE_TOP:
		while (n && node_at(tree, n)->parent != 1)
			n = node_at(tree, n)->parent;
		return n;
	case LW_UNIQUE_ENGINE:
		return 1;
	default:
		return 0;
	}
}

static uint32_t text_hash(const char *text)
{
	return text ? lw_hash_bytes(text, strlen(text), 1) : 0;
}

/* Kinds that share a space of names (devices of all handlers) count as the first of them. */
static uint32_t name_space(const struct lw_tree *tree, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);

	if (!kind->unique_with)
		return node_at(tree, n)->kind;
	return (uint32_t)__builtin_ctzll(kind->unique_with);
}

/* Some names exclude each other without being equal (a wildcard portal): these are compared one by one within the scope. */
static bool overlapping(const struct lw_kind_spec *kind)
{
	return kind->unique && kind->hooks.overlaps && kind->order != LW_ORDER_SIGNIFICANT;
}

/*
 * What an optional reference by name may mean: while a node of that name is there, the kernel takes it for a reference to that
 * node. Who means something elsewhere waits until it is gone.
 */
#define MEANT_BY_NAME UINT32_MAX

static uint64_t meant_by_name(const struct lw_schema *schema)
{
	uint64_t kinds = 0;

	for (unsigned k = 0; k < schema->nkind; k++)
		if (schema->kinds[k].flags & LW_K_REF_OPTIONAL)
			kinds |= schema->kinds[k].ref_kinds;
	return kinds;
}

static int release_meanings(struct diff *d, struct releases *t)
{
	uint64_t kinds = meant_by_name(d->have->schema);

	for (lw_node h = 2; kinds && h < d->nhave; h++) {
		struct release release = { 1, MEANT_BY_NAME, node_at(d->have, h)->name,
					   h, d->del_op[h],  0 };

		if (lw_kind_in(kinds, node_at(d->have, h)->kind) && diff_takes(d, h) &&
		    add_release(t, &release) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int claim_meaning(struct diff *d, const struct releases *t, lw_node g)
{
	uint32_t value = node_at(d->goal, g)->name;

	if (!(node_kind(d->goal, g)->flags & LW_K_REF_OPTIONAL) ||
	    !(node_at(d->goal, g)->flags & LW_NODE_UNRESOLVED))
		return 0;
	for (uint32_t i = t->bucket[release_hash(1, MEANT_BY_NAME, value) & t->mask]; i;
	     i = t->list[i].next) {
		const struct release *r = &t->list[i];

		if (r->space == MEANT_BY_NAME && r->value == value &&
		    diff_edge(d, r->op, d->make_op[g], LW_EDGE_HARD) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int release_names(struct diff *d, struct releases *t)
{
	for (lw_node h = 2; h < d->nhave; h++) {
		const struct lw_kind_spec *kind = node_kind(d->have, h);
		lw_node scope;

		if (!kind->unique || !diff_takes(d, h))
			continue;
		scope = scope_of(d->have, h, kind->unique);
		if (!scope || !d->to_goal[scope])
			continue;
		struct release release = { d->to_goal[scope],
					   name_space(d->have, h),
					   overlapping(kind) ? 0 : node_at(d->have, h)->name,
					   h,
					   d->del_op[h],
					   0 };

		if (add_release(t, &release) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int claim_name(struct diff *d, const struct releases *t, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node scope = scope_of(d->goal, g, kind->unique);
	uint32_t space = name_space(d->goal, g),
		 value = overlapping(kind) ? 0 : node_at(d->goal, g)->name;

	for (uint32_t i = t->bucket[release_hash(scope, space, value) & t->mask]; i;
	     i = t->list[i].next) {
		const struct release *r = &t->list[i];

		if (r->scope != scope || r->space != space || r->value != value ||
		    d->to_goal[r->have] == g)
			continue;
		if (overlapping(kind) && !kind->hooks.overlaps(d->have, r->have, d->goal, g))
			continue;
		if (diff_edge(d, r->op, d->make_op[g], LW_EDGE_EXCL) < 0)
			return -ENOMEM;
	}
	return 0;
}

/* Attribute values. */

static bool counts(struct diff *d, const struct lw_tree *tree, lw_node n,
		   const struct lw_attr_spec *spec)
{
	if (spec->unique_while != LW_WHILE_ENABLED ||
	    lw_kind_attr_flag(node_kind(tree, n), LW_A_ENABLE) < 0)
		return true;
	return tree == d->have ? diff_have_on(d, n) : diff_goal_on(d, n);
}

static uint32_t op_on_attr(const struct diff *d, lw_node g, uint16_t def, bool last)
{
	uint32_t found = NO_OP;

	for (uint32_t i = d->first_op[g]; i < d->last_op[g]; i++) {
		if (d->plan->ops[i].attr != def || d->plan->ops[i].verb != LW_SETATTR)
			continue;
		found = i;
		if (!last)
			break;
	}
	return found;
}

static bool is_bracket(const struct diff *d, uint32_t op)
{
	return d->plan->ops[op].verb == LW_CLOSE || d->plan->ops[op].verb == LW_OPEN;
}

/* The operation after which have's value is free. */
static uint32_t release_op(const struct diff *d, lw_node h, uint16_t def,
			   const struct lw_attr_spec *spec)
{
	lw_node g = d->to_goal[h];
	bool by_switch = spec->unique_while == LW_WHILE_ENABLED;

	if (!g)
		return by_switch && d->gone_off_op[h] != NO_OP ? d->gone_off_op[h] : d->del_op[h];
	if (by_switch && d->off_op[g] != NO_OP && !is_bracket(d, d->off_op[g]))
		return d->off_op[g];
	if (d->mark[g] & GOAL_RECREATE)
		return d->del_op[h];
	return op_on_attr(d, g, def, false);
}

static int release_value(struct diff *d, struct releases *t, lw_node h, uint16_t def)
{
	const struct lw_attr_spec *spec = &node_kind(d->have, h)->attrs[def];
	lw_node scope = scope_of(d->have, h, spec->unique);
	uint32_t value = 0;
	bool known = false;

	lw_tree_effective(d->have, h, def, &value, &known);
	if (!known || !scope || !d->to_goal[scope] || !counts(d, d->have, h, spec))
		return 0;
	if (!value || (spec->exempt && strcmp(tree_text(d->have, value), spec->exempt) == 0))
		return 0;
	struct release release = {
		d->to_goal[scope], text_hash(spec->name), value, h, release_op(d, h, def, spec), 0
	};

	return add_release(t, &release);
}

static int conflict(struct diff *d, lw_node g, const struct attr *attr, const struct release *r)
{
	struct lw_str path = LW_STR_INIT;

	lw_tree_path(d->have, r->have, &path);
	lw_tree_report(d->goal, g, attr, d->report, LW_ERROR, LW_CODE_CONFLICT,
		       "give one of the two another value in the file",
		       "%s %s is held by %s, which is left as it is",
		       lw_tree_attr_name(d->goal, node_at(d->goal, g)->kind, attr->def),
		       tree_text(d->goal, r->value), lw_str_text(&path));
	lw_str_done(&path);
	return -EINVAL;
}

/* The first write that needs the value free: the attribute's own while the node is on, else its switch or its making. */
static int claim_by(struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec,
		    uint32_t release)
{
	uint32_t set = op_on_attr(d, g, def, true), on = d->on_op[g];
	bool by_switch = spec->unique_while == LW_WHILE_ENABLED;
	int r = 0;

	if (by_switch && on != NO_OP && !is_bracket(d, on))
		return diff_edge(d, release, on, LW_EDGE_EXCL);
	if (set != NO_OP)
		r = diff_edge(d, release, set, LW_EDGE_EXCL);
	if (r == 0 && diff_makes(d, g))
		r = diff_edge(d, release, d->make_op[g], LW_EDGE_EXCL);
	return r;
}

static int claim_value(struct diff *d, const struct releases *t, lw_node g, uint16_t def)
{
	const struct lw_attr_spec *spec = &node_kind(d->goal, g)->attrs[def];
	lw_node scope = scope_of(d->goal, g, spec->unique);
	uint32_t space = text_hash(spec->name);
	unsigned count;
	const struct attr *attr = lw_tree_attr_run(d->goal, g, def, &count);

	if (!attr || attr->state != LW_SET || !scope || !counts(d, d->goal, g, spec))
		return 0;
	for (uint32_t i = t->bucket[release_hash(scope, space, attr->value) & t->mask]; i;
	     i = t->list[i].next) {
		const struct release *r = &t->list[i];

		if (r->scope != scope || r->space != space || r->value != attr->value ||
		    d->to_goal[r->have] == g)
			continue;
		if (r->op == NO_OP)
			return conflict(d, g, attr, r);
		if (claim_by(d, g, def, spec, r->op) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int each_unique_attr(struct diff *d, const struct lw_tree *tree, struct releases *t,
			    int (*each)(struct diff *d, struct releases *t, lw_node n,
					uint16_t def))
{
	for (lw_node n = 2; n < tree->nnode; n++) {
		const struct lw_kind_spec *kind = node_kind(tree, n);

		if (node_at(tree, n)->flags & LW_NODE_DEAD)
			continue;
		for (uint16_t def = 0; def < kind->nattr; def++) {
			int r = kind->attrs[def].unique ? each(d, t, n, def) : 0;

			if (r < 0)
				return r;
		}
	}
	return 0;
}

static int claim(struct diff *d, struct releases *t, lw_node n, uint16_t def)
{
	return claim_value(d, t, n, def);
}

int diff_edges_unique(struct diff *d)
{
	struct releases t = { .len = 1 };
	int r = release_names(d, &t);

	if (r == 0)
		r = release_meanings(d, &t);
	if (r == 0)
		r = each_unique_attr(d, d->have, &t, release_value);
	if (r == 0 && t.len > 1)
		r = index_releases(&t);
	for (lw_node g = 2; t.len > 1 && g < d->ngoal && r == 0; g++) {
		if (!diff_makes(d, g))
			continue;
		r = claim_meaning(d, &t, g);
		if (r == 0 && node_kind(d->goal, g)->unique)
			r = claim_name(d, &t, g);
	}
	if (r == 0 && t.len > 1)
		r = each_unique_attr(d, d->goal, &t, claim);
	free(t.list);
	free(t.bucket);
	return r;
}
