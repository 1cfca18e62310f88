/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The way back: snapshots laid over what is there, the newest first. Each layer builds the next tree from two: for a
 * node that the snapshot touched its attributes count, for any other those of the tree below. Children that the
 * snapshot knows come in its order, the others behind them; what the plan had made is left out, unless somebody else
 * refers to it by now.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "model/journal/snapshot.h"

struct layer {
	const struct lw_tree *now, *snap;
	struct lw_tree *out;
	struct lw_report *report;
	uint32_t *now_of;  /* by snapshot node */
	uint32_t *snap_of; /* by node of now */
	uint8_t *dropped;  /* by node of now */
	uint32_t *out_of_now, *out_of_snap;
};

static bool touched(const struct layer *l, lw_node s)
{
	const struct node *node = node_at(l->snap, s);

	return s && node->origin == LW_FROM_DECLARED && !(node->flags & LW_NODE_TEMPORARY);
}

static bool live(const struct lw_tree *tree, lw_node n)
{
	return !(node_at(tree, n)->flags & LW_NODE_DEAD);
}

/* Nodes that are matched by what they refer to are its shadows: they go with it, hold nothing, and their names mean nothing. */
static bool shadow(const struct lw_tree *tree, lw_node n)
{
	return node_kind(tree, n)->match == LW_MATCH_REF;
}

/* A shadow of which the snapshot tells the referent: as it was, or as the plan made it. */
static bool told_shadow(const struct layer *l, lw_node s)
{
	return shadow(l->snap, s) &&
	       (touched(l, s) || node_at(l->snap, s)->flags & LW_NODE_TEMPORARY);
}

/* What a snapshot node refers to, as it is there now; parents and referents were paired before, or are found by path. */
static lw_node referent_now(const struct layer *l, lw_node s)
{
	lw_node to = lw_node_ref(l->snap, s);
	const char *name = lw_node_ref_name(l->snap, s);

	return to ? l->now_of[to] : name ? lw_tree_find_path(l->now, name) : 0;
}

/* By referent: the shadows that it has now. A device that was being made anew can have two. */
struct shadows {
	uint32_t *first, *next;
};

static void list_shadows(const struct layer *l, struct shadows *shadows)
{
	for (lw_node n = 2; n < l->now->nnode; n++) {
		lw_node to = live(l->now, n) && shadow(l->now, n) ? lw_node_ref(l->now, n) : 0;

		if (!to)
			continue;
		shadows->next[n] = shadows->first[to];
		shadows->first[to] = n;
	}
}

static void pair_shadow(struct layer *l, lw_node s, const struct shadows *shadows, bool same_name)
{
	const struct node *node = node_at(l->snap, s);
	lw_node to = told_shadow(l, s) ? referent_now(l, s) : 0;

	for (lw_node n = to ? shadows->first[to] : 0; n; n = shadows->next[n]) {
		bool same = node_at(l->now, n)->name == node->name;

		if (l->snap_of[n] || node_at(l->now, n)->parent != l->now_of[node->parent] ||
		    (same_name && !same))
			continue;
		if ((touched(l, s) && !same) || l->now_of[s]) {
			l->dropped[n] = 1;
			continue;
		}
		l->now_of[s] = n;
		l->snap_of[n] = s;
	}
}

/*
 * A shadow that is called otherwise now gives way to the one that the snapshot tells of; one of the same name is it.
 * What the plan made goes, whatever it is called by now.
 */
static int pair_shadows(struct layer *l)
{
	LW_AUTO_FREE uint32_t *first = lw_calloc(l->now->nnode, sizeof(*first));
	LW_AUTO_FREE uint32_t *next = lw_calloc(l->now->nnode, sizeof(*next));
	struct shadows shadows = { first, next };

	if (!first || !next)
		return -ENOMEM;
	list_shadows(l, &shadows);
	for (lw_node s = 2; s < l->snap->nnode; s++)
		pair_shadow(l, s, &shadows, true);
	for (lw_node s = 2; s < l->snap->nnode; s++)
		pair_shadow(l, s, &shadows, false);
	return 0;
}

static void drop_made(struct layer *l)
{
	for (lw_node n = 2; n < l->now->nnode; n++) {
		lw_node s = l->snap_of[n];

		l->dropped[n] |= l->dropped[node_at(l->now, n)->parent] ||
				 (s && node_at(l->snap, s)->flags & LW_NODE_TEMPORARY);
	}
}

static int pair(struct layer *l)
{
	l->now_of[1] = l->snap_of[1] = 1;
	for (lw_node s = 2; s < l->snap->nnode; s++) {
		const struct node *node = node_at(l->snap, s);
		lw_node parent = l->now_of[node->parent];

		if (parent && live(l->snap, s) && !told_shadow(l, s))
			l->now_of[s] =
				lw_tree_find_interned(l->now, parent, node->kind, node->name);
		if (l->now_of[s])
			l->snap_of[l->now_of[s]] = s;
	}
	return pair_shadows(l);
}

/* Whether the node will refer to what it refers to now. */
static lw_node stays_referring(const struct layer *l, lw_node n)
{
	return l->dropped[n] || !live(l->now, n) || touched(l, l->snap_of[n]) ||
			       node_kind(l->now, n)->origin == LW_KIND_OBSERVED || shadow(l->now, n)
		       ? 0
		       : lw_node_ref(l->now, n);
}

static void say_kept(const struct layer *l, lw_node n, lw_node referrer)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_tree_path(l->now, referrer, &path);
	lw_tree_report(l->now, n, NULL, l->report, LW_NOTE, LW_CODE_NONE, NULL,
		       "%s %s was not there then; it is kept, because %s refers to it by now",
		       node_kind(l->now, n)->label, tree_text(l->now, node_at(l->now, n)->name),
		       lw_str_text(&path));
}

/* What somebody else uses by now is not taken away. As many rounds as references follow each other. */
static void keep_used(struct layer *l)
{
	bool again = true;

	while (again) {
		again = false;
		for (lw_node n = 2; n < l->now->nnode; n++) {
			lw_node to = stays_referring(l, n);

			if (!to || !l->dropped[to])
				continue;
			say_kept(l, to, n);
			for (lw_node c = to; c; c = lw_tree_walk(l->now, to, c))
				l->dropped[c] = 0;
			for (lw_node a = to; a; a = node_at(l->now, a)->parent)
				l->dropped[a] = 0;
			again = true;
		}
	}
}

static int put(struct layer *l, lw_node out, const struct lw_tree *from, const struct attr *attr,
	       uint8_t state)
{
	unsigned kind = node_at(l->out, out)->kind;
	const char *name = lw_tree_attr_name(from, kind, attr->def);
	uint16_t def = lw_tree_attr_def(l->out, kind, name, strlen(name));
	struct attr *to = def == UINT16_MAX ? NULL : lw_tree_put(l->out, out, def);

	if (!to)
		return lw_tree_refused(l->out);
	to->state = state;
	to->value = state == LW_SET ? attr->value : 0;
	to->src = 0;
	to->flags = attr->flags;
	return 0;
}

static const struct attr *attr_no(const struct lw_tree *tree, lw_node n, unsigned i)
{
	return &tree->attrs[node_at(tree, n)->attrs + i];
}

/* Whether a tree says of an attribute what it is, or shall be. */
static bool says(const struct lw_tree *tree, lw_node n, unsigned kind, const char *name)
{
	uint16_t def = lw_tree_attr_def_find(tree, kind, name, strlen(name));
	unsigned count = 0;
	const struct attr *run = def == UINT16_MAX ? NULL : lw_tree_attr_run(tree, n, def, &count);

	return count && (run->state == LW_SET || run->state == LW_DEFAULT);
}

/* Where the node must be made again, what its kernel gave it then comes by itself once more. */
static int put_snapped(struct layer *l, lw_node out, lw_node s, const struct attr *attr)
{
	struct attr as_it_was = *attr;

	if (node_at(l->snap, s)->flags & LW_NODE_SHOWN && !(attr->flags & LW_ATTR_KEYED))
		as_it_was.flags |= LW_ATTR_GENERATED;
	return put(l, out, l->snap, &as_it_was, attr->state);
}

/* The attributes as they were; what was not known then is as it is now. */
static int put_attrs(struct layer *l, lw_node out, lw_node n, lw_node s)
{
	unsigned kind = node_at(l->out, out)->kind;
	bool whole = touched(l, s) && node_at(l->snap, s)->depth == LW_DEPTH_FULL;
	int r = 0;

	for (unsigned i = 0; touched(l, s) && i < node_at(l->snap, s)->nattr && !r; i++) {
		const struct attr *attr = attr_no(l->snap, s, i);

		if (attr->state == LW_SET || attr->state == LW_DEFAULT)
			r = put_snapped(l, out, s, attr);
	}
	for (unsigned i = 0; n && i < node_at(l->now, n)->nattr && !r; i++) {
		const struct attr *attr = attr_no(l->now, n, i);
		const char *name = lw_tree_attr_name(l->now, kind, attr->def);

		if (touched(l, s) && says(l->snap, s, kind, name))
			continue;
		if (!whole)
			r = put(l, out, l->now, attr, attr->state);
		else if (attr->state == LW_SET &&
			 !(i && attr_no(l->now, n, i - 1)->def == attr->def))
			r = put(l, out, l->now, attr, LW_DEFAULT);
	}
	return r;
}

static void drop_shadows(struct layer *l)
{
	for (lw_node n = 2; n < l->now->nnode; n++) {
		lw_node to = live(l->now, n) && shadow(l->now, n) && !touched(l, l->snap_of[n])
				     ? lw_node_ref(l->now, n)
				     : 0;

		if (to && l->dropped[to])
			l->dropped[n] = 1;
	}
}

static bool name_taken(const struct layer *l, lw_node out, lw_node n, const struct node *from,
		       uint32_t name)
{
	lw_node there = n ? lw_tree_find_interned(l->now, n, from->kind, name) : 0;

	return (there && !l->dropped[there]) ||
	       lw_tree_find_interned(l->out, out, from->kind, name);
}

/* A shadow whose name is taken by now has another number. */
static lw_node add_shadow(struct layer *l, lw_node out, lw_node n, const struct node *from)
{
	uint32_t name = from->name;
	char text[16];

	for (unsigned i = 0; name_taken(l, out, n, from, name); i++) {
		int len = snprintf(text, sizeof(text), "%u", i);

		name = lw_tree_intern(l->out, text, (size_t)len);
		if (lw_tree_status(l->out))
			return 0;
	}
	return lw_tree_add_interned(l->out, out, from->kind, name);
}

static int build_children(struct layer *l, lw_node out, lw_node n, lw_node s);

static int build(struct layer *l, lw_node parent, lw_node n, lw_node s)
{
	const struct node *from = n ? node_at(l->now, n) : node_at(l->snap, s);
	bool again = !n && shadow(l->snap, s);
	lw_node out = again ? add_shadow(l, parent, l->now_of[node_at(l->snap, s)->parent], from)
			    : lw_tree_add_interned(l->out, parent, from->kind, from->name);
	struct node *node;
	int r;

	if (!out)
		return -ENOMEM;
	node = node_at(l->out, out);
	node->depth = n ? from->depth : node_at(l->snap, s)->depth;
	node->origin = touched(l, s)			       ? LW_FROM_DECLARED
		       : n && from->origin > LW_FROM_REFERENCE ? from->origin
							       : LW_FROM_KEPT;
	node->flags |= from->flags & LW_NODE_ORDER_UNKNOWN;
	if (n)
		l->out_of_now[n] = out;
	if (s)
		l->out_of_snap[s] = out;
	r = put_attrs(l, out, n, s);
	return r ? r : build_children(l, out, n, s);
}

static bool touched_below(const struct layer *l, lw_node s)
{
	for (lw_node c = s; c; c = lw_tree_walk(l->snap, s, c))
		if (touched(l, c))
			return true;
	return false;
}

static void say_lost(const struct layer *l, lw_node s)
{
	lw_tree_report(l->snap, s, NULL, l->report, LW_WARNING, LW_CODE_GONE, NULL,
		       "%s %s has vanished meanwhile: what was below it cannot be brought back",
		       node_kind(l->snap, s)->label, tree_text(l->snap, node_at(l->snap, s)->name));
}

static int build_children(struct layer *l, lw_node out, lw_node n, lw_node s)
{
	int r = 0;

	for (lw_node c = s ? node_at(l->snap, s)->first : 0; c && !r;
	     c = node_at(l->snap, c)->next) {
		lw_node now = l->now_of[c];

		if (now ? !l->dropped[now] : touched(l, c))
			r = build(l, out, now, c);
		else if (!now && touched_below(l, c))
			say_lost(l, c);
	}
	for (lw_node c = n ? node_at(l->now, n)->first : 0; c && !r; c = node_at(l->now, c)->next)
		if (!l->snap_of[c] && !l->dropped[c])
			r = build(l, out, c, 0);
	return r;
}

/* The reference as the tree that counts for the node has it; a node that is in neither by now is named by its path. */
static int refer(struct layer *l, lw_node out, const struct lw_tree *from, lw_node n,
		 const uint32_t *out_of)
{
	const char *name = lw_node_ref_name(from, n);
	lw_node to = lw_node_ref(from, n);
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	/* What the plan made was not there, so it was something elsewhere of this name. */
	if (to && node_at(from, to)->flags & LW_NODE_TEMPORARY &&
	    node_kind(from, n)->flags & LW_K_REF_OPTIONAL) {
		to = 0;
		name = lw_node_name(from, n);
	}
	if (to && out_of[to]) {
		lw_tree_refer(l->out, out, out_of[to]);
	} else if (to && node_kind(from, n)->origin != LW_KIND_OBSERVED) {
		lw_tree_path(from, to, &path);
		if (lw_str_bad(&path))
			return -ENOMEM;
		lw_tree_refer_name(l->out, out, path.data, path.len);
	} else if (name) {
		lw_tree_refer_name(l->out, out, name, strlen(name));
	}
	return 0;
}

static int refer_all(struct layer *l)
{
	int r = 0;

	for (lw_node s = 2; s < l->snap->nnode && !r; s++)
		if (l->out_of_snap[s] && touched(l, s))
			r = refer(l, l->out_of_snap[s], l->snap, s, l->out_of_snap);
	for (lw_node n = 2; n < l->now->nnode && !r; n++)
		if (l->out_of_now[n] && !touched(l, l->snap_of[n]))
			r = refer(l, l->out_of_now[n], l->now, n, l->out_of_now);
	if (!r)
		r = lw_tree_resolve(l->out);
	for (lw_node n = 2; n < l->out->nnode && !r; n++)
		if (shadow(l->out, n) && live(l->out, n) && !lw_node_ref(l->out, n))
			lw_tree_remove(l->out, n);
	return r;
}

static int lay_over(struct layer *l)
{
	int r;

	l->out = lw_tree_new_sharing(l->now->schema, l->now);
	l->now_of = lw_calloc(l->snap->nnode, sizeof(uint32_t));
	l->out_of_snap = lw_calloc(l->snap->nnode, sizeof(uint32_t));
	l->snap_of = lw_calloc(l->now->nnode, sizeof(uint32_t));
	l->out_of_now = lw_calloc(l->now->nnode, sizeof(uint32_t));
	l->dropped = lw_calloc(l->now->nnode, 1);
	if (!l->out || !l->now_of || !l->out_of_snap || !l->snap_of || !l->out_of_now ||
	    !l->dropped)
		return -ENOMEM;
	r = pair(l);
	if (r < 0)
		return r;
	drop_made(l);
	keep_used(l);
	drop_shadows(l);
	l->out_of_now[1] = l->out_of_snap[1] = 1;
	node_at(l->out, 1)->depth = node_at(l->now, 1)->depth;
	r = put_attrs(l, 1, 1, 1);
	if (!r)
		r = build_children(l, 1, 1, 1);
	if (!r)
		r = refer_all(l);
	return r ? r : lw_tree_status(l->out);
}

static void layer_done(struct layer *l)
{
	free(l->now_of);
	free(l->out_of_snap);
	free(l->snap_of);
	free(l->out_of_now);
	free(l->dropped);
}

int lw_snapshot_goal(const struct lw_tree *have, const struct lw_tree *const *snapshots,
		     size_t count, struct lw_tree **ret, struct lw_report *report)
{
	struct lw_tree *goal = lw_tree_copy(have);

	for (size_t i = 0; goal && i < count; i++) {
		struct lw_tree *own = snapshots[i]->strings == have->strings
					      ? NULL
					      : lw_tree_adopt(snapshots[i], have);
		struct layer l = { .now = goal,
				   .snap = own ? own : snapshots[i],
				   .report = report };
		int r = l.snap->strings == have->strings ? lay_over(&l) : -ENOMEM;

		layer_done(&l);
		lw_tree_free(own);
		lw_tree_free(goal);
		goal = l.out;
		if (r < 0) {
			if (r == -E2BIG)
				lw_tree_report_full(goal, report);
			lw_tree_free(goal);
			return r;
		}
	}
	if (!goal)
		return -ENOMEM;
	*ret = goal;
	return 0;
}
