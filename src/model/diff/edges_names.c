/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names that only one node of a scope may have: whoever goes makes room before whoever comes. Where names are no obstacle, a
 * way in that wanders from one export to another is there before it goes here.
 */
#include <errno.h>

#include "model/diff/diff.h"
#include "model/tree/claims.h"

static struct claim name_claim(const struct lw_tree *tree, lw_node n, lw_node scope)
{
	return (struct claim){
		scope, claims_space_of_name(tree, n), node_at(tree, n)->name, n, NO_OP, 0
	};
}

/*
 * Some names exclude others that are not equal (a wildcard portal). Who has such a kind of name claims, instead of the name,
 * what all that it may exclude have in common: all of them together, wildcards once more, and the others by what they share
 * without a wildcard. So whoever comes is compared with few: a wildcard with all, another one with its equals and wildcards.
 */
static bool may_overlap(const struct lw_kind_spec *kind)
{
	return kind->unique && kind->hooks.overlaps && kind->order != LW_ORDER_SIGNIFICANT;
}

#define OVERLAP_ALL (CLAIMS_SPACE_FREE + 1)
#define OVERLAP_WILD (OVERLAP_ALL + LW_KIND_MAX)
#define OVERLAP_EXACT (OVERLAP_WILD + LW_KIND_MAX)

static struct claim overlap_claim(const struct lw_tree *tree, lw_node n, lw_node scope,
				  uint32_t space)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	uint32_t exact = 0, rough = 0;

	if (kind->hooks.overlap_keys)
		kind->hooks.overlap_keys(tree, n, &exact, &rough);
	return (struct claim){ .scope = scope,
			       .space = space + claims_space_of_name(tree, n),
			       .value = space == OVERLAP_EXACT ? exact : rough,
			       .holder = n,
			       .with = NO_OP };
}

/* Whether the name excludes others that are not like it. */
static bool is_wild(const struct lw_tree *tree, lw_node n)
{
	return node_kind(tree, n)->hooks.overlaps(tree, n, NULL, 0);
}

/*
 * What an optional reference by name may mean: while a node of that name is there, the kernel takes it for a reference to that
 * node. Who means something elsewhere waits until it is gone.
 */
#define MEANT_BY_NAME CLAIMS_SPACE_FREE

static struct claim meaning_claim(const struct lw_tree *tree, lw_node n)
{
	return (struct claim){ 1, MEANT_BY_NAME, node_at(tree, n)->name, n, NO_OP, 0 };
}

static uint64_t meant_by_name(const struct lw_schema *schema)
{
	uint64_t kinds = 0;

	for (unsigned k = 0; k < schema->nkind; k++)
		if (schema->kinds[k].flags & LW_K_REF_OPTIONAL)
			kinds |= schema->kinds[k].ref_kinds;
	return kinds;
}

static int release_name(struct diff *d, struct claims *t, lw_node h, lw_node scope)
{
	bool overlaps = may_overlap(node_kind(d->have, h));
	struct claim claim = overlaps ? overlap_claim(d->have, h, scope, OVERLAP_ALL)
				      : name_claim(d->have, h, scope);
	int r;

	claim.with = d->del_op[h];
	r = claims_add(t, &claim);
	if (r < 0 || !overlaps)
		return r;
	claim = overlap_claim(d->have, h, scope,
			      is_wild(d->have, h) ? OVERLAP_WILD : OVERLAP_EXACT);
	claim.with = d->del_op[h];
	return claims_add(t, &claim);
}

static int release(struct diff *d, struct claims *t, lw_node h, uint64_t meant)
{
	const struct lw_kind_spec *kind = node_kind(d->have, h);
	lw_node scope = kind->unique ? claims_scope_of_name(d->have, h, kind->unique) : 0;
	struct claim claim = meaning_claim(d->have, h);
	int r = 0;

	claim.with = d->del_op[h];
	if (lw_kind_in(meant, node_at(d->have, h)->kind))
		r = claims_add(t, &claim);
	if (r < 0 || !scope || !d->to_goal[scope])
		return r;
	return release_name(d, t, h, d->to_goal[scope]);
}

static int take_meaning(struct diff *d, const struct claims *t, lw_node g)
{
	struct claim key = meaning_claim(d->goal, g);
	const struct claim *c = NULL;

	if (!(node_kind(d->goal, g)->flags & LW_K_REF_OPTIONAL) ||
	    !(node_at(d->goal, g)->flags & LW_NODE_UNRESOLVED))
		return 0;
	while ((c = claims_next(t, &key, c)))
		if (diff_edge(d, c->with, d->make_op[g], LW_EDGE_HARD) < 0)
			return -ENOMEM;
	return 0;
}

/* After whoever else gives up what is claimed with this key: @all, or those whose names overlap. */
static int take_after(struct diff *d, const struct claims *t, const struct claim *key, bool all)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, key->holder);
	lw_node g = key->holder;
	const struct claim *c = NULL;

	while ((c = claims_next(t, key, c))) {
		if (d->to_goal[c->holder] == g)
			continue;
		if (!all && !kind->hooks.overlaps(d->have, c->holder, d->goal, g))
			continue;
		if (diff_edge(d, c->with, d->make_op[g], LW_EDGE_EXCL) < 0)
			return -ENOMEM;
	}
	return 0;
}

static int take_name(struct diff *d, const struct claims *t, lw_node g)
{
	const struct lw_kind_spec *kind = node_kind(d->goal, g);
	lw_node scope = kind->unique ? claims_scope_of_name(d->goal, g, kind->unique) : 0;
	struct claim key = name_claim(d->goal, g, scope);
	int r;

	if (!scope)
		return 0;
	if (!may_overlap(kind))
		return take_after(d, t, &key, true);
	if (is_wild(d->goal, g)) {
		key = overlap_claim(d->goal, g, scope, OVERLAP_ALL);
		return take_after(d, t, &key, false);
	}
	key = overlap_claim(d->goal, g, scope, OVERLAP_EXACT);
	r = take_after(d, t, &key, false);
	key = overlap_claim(d->goal, g, scope, OVERLAP_WILD);
	return r ? r : take_after(d, t, &key, false);
}

/* The export that the portal stands below, if it is there now and stays; as it is in the goal. */
static lw_node lasting_export(const struct diff *d, lw_node have_portal, lw_node goal_portal)
{
	lw_node x = diff_export(d, have_portal, goal_portal);

	return x && d->to_have[x] && !(d->mark[x] & GOAL_RECREATE) ? x : 0;
}

static int add_way_in(struct diff *d, struct claims *t, lw_node g)
{
	lw_node x = lasting_export(d, 0, g);

	if (!(node_kind(d->goal, g)->flags & LW_K_PORTAL) || !x || d->to_have[g])
		return 0;
	return claims_add(t, &(struct claim){ 1, node_at(d->goal, g)->kind,
					      node_at(d->goal, g)->name, g, d->make_op[g], 0 });
}

static int keep_way_in(struct diff *d, const struct claims *t, lw_node h)
{
	const struct node *node = node_at(d->have, h);
	lw_node scope = claims_scope_of_name(d->have, h, node_kind(d->have, h)->unique);
	struct claim key = { 1, node->kind, node->name, 0, 0, 0 };
	lw_node x = lasting_export(d, h, 0);
	const struct claim *c = NULL;

	/* While the export is off nobody comes that way, and no failure elsewhere may keep it off. */
	if (!diff_visible(d, x) || d->decide[x] & DECIDE_BRACKET || d->to_goal[h])
		return 0;
	/* One that is there before is enough, and one scope has the name at most once. */
	while ((c = claims_next(t, &key, c))) {
		const struct lw_kind_spec *kind = node_kind(d->goal, c->holder);

		if (!scope ||
		    claims_scope_of_name(d->goal, c->holder, kind->unique) != d->to_goal[scope])
			return diff_edge(d, c->with, d->del_op[h], LW_EDGE_SOFT);
	}
	return 0;
}

/* What replaces a way in exists before it goes. */
static int edges_ways_in(struct diff *d)
{
	struct claims t = { .len = 0 };
	int r = 0;

	for (lw_node g = 2; g < d->ngoal && r == 0; g++)
		if (diff_makes(d, g))
			r = add_way_in(d, &t, g);
	for (lw_node h = 2; t.len && h < d->nhave && r == 0; h++)
		if (diff_takes(d, h))
			r = keep_way_in(d, &t, h);
	claims_done(&t);
	return r;
}

int diff_edges_names(struct diff *d)
{
	uint64_t meant = meant_by_name(d->have->schema);
	struct claims t = { .len = 0 };
	int r = edges_ways_in(d);

	for (lw_node h = 2; h < d->nhave && r == 0; h++)
		if (diff_takes(d, h))
			r = release(d, &t, h, meant);
	for (lw_node g = 2; t.len && g < d->ngoal && r == 0; g++) {
		if (!diff_makes(d, g))
			continue;
		r = take_meaning(d, &t, g);
		if (r == 0)
			r = take_name(d, &t, g);
	}
	claims_done(&t);
	return r;
}
