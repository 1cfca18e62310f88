/* SPDX-License-Identifier: Apache-2.0 */
/* A world as a tree, and a tree as a world. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/tree/tree.h"
#include "world.h"

struct build {
	const struct world *w;
	struct lw_tree *tree;
	struct tree_how how;
	lw_node node[WORLD_OBJECTS];
};

/* Objects below @parent in order of creation. */
static unsigned children(const struct world *w, obj_id parent, obj_id *list)
{
	unsigned n = 0;

	for (obj_id id = 0; (id = world_next(w, id, parent, -1));) {
		unsigned at = n++;

		for (; at && w->obj[list[at - 1]].made > w->obj[id].made; at--)
			list[at] = list[at - 1];
		list[at] = id;
	}
	return n;
}

static bool ordered(const struct world *w, obj_id id)
{
	return lw_kind(w->schema, w->obj[id].kind)->order == LW_ORDER_SIGNIFICANT;
}

/* Random order, but those whose order counts keep their places among themselves. */
static void mix(struct build *b, obj_id *list, unsigned n)
{
	unsigned place[WORLD_OBJECTS], kept = 0;
	obj_id mixed[WORLD_OBJECTS];

	rng_shuffle(b->how.shuffle, place, n);
	for (unsigned i = 0; i < n; i++)
		mixed[i] = list[place[i]];
	for (unsigned i = 0; i < n; i++) {
		if (!ordered(b->w, mixed[i]))
			continue;
		while (!ordered(b->w, list[kept]))
			kept++;
		mixed[i] = list[kept++];
	}
	memcpy(list, mixed, n * sizeof(*list));
}

static bool is_multi(const struct build *b, const struct object *o, const char *attr)
{
	int def = lw_kind_attr(lw_kind(b->w->schema, o->kind), attr, strlen(attr));

	return def >= 0 && lw_kind(b->w->schema, o->kind)->attrs[def].flags & LW_A_MULTI;
}

static void build_attrs(struct build *b, obj_id id)
{
	const struct object *o = &b->w->obj[id];
	unsigned place[WORLD_ATTRS];

	for (unsigned i = 0; i < o->nattr; i++)
		place[i] = i;
	if (b->how.shuffle)
		rng_shuffle(b->how.shuffle, place, o->nattr);
	for (unsigned i = 0; i < o->nattr; i++) {
		const struct attribute *a = &o->attr[place[i]];

		if (is_multi(b, o, a->name))
			lw_tree_add_value(b->tree, b->node[id], a->name, a->value, strlen(a->value),
					  LW_NO_OFFSET);
		else
			lw_tree_set(b->tree, b->node[id], a->name, a->value, strlen(a->value),
				    LW_NO_OFFSET);
	}
}

static bool constant_fresh(const struct build *b, const struct object *o, const char *attr)
{
	int def = lw_kind_attr(lw_kind(b->w->schema, o->kind), attr, strlen(attr));

	return def >= 0 && lw_kind(b->w->schema, o->kind)->attrs[def].fresh;
}

/* Left out are attributes that say what a fresh object would have. */
static void build_terse(struct build *b, obj_id id)
{
	const struct object *o = &b->w->obj[id];

	for (unsigned i = 0; i < o->nattr; i++) {
		const struct attribute *a = &o->attr[i];
		uint16_t def = lw_tree_attr_def(b->tree, o->kind, a->name, strlen(a->name));
		uint32_t fresh;

		if (b->how.terse == TERSE_CONSTANT && !constant_fresh(b, o, a->name))
			continue;
		if (lw_tree_fresh(b->tree, b->node[id], def, &fresh) &&
		    !strcmp(tree_text(b->tree, fresh), a->value))
			lw_tree_drop(b->tree, b->node[id], def);
	}
}

/* DEFAULT for every attribute that could be configured and is not. */
static void spell_out(struct build *b, obj_id id)
{
	const struct lw_kind_spec *kind = lw_kind(b->w->schema, b->w->obj[id].kind);

	for (unsigned n = 0; n < kind->nattr; n++) {
		const struct lw_attr_spec *spec = &kind->attrs[n];

		if (spec->when == LW_WHEN_NEVER || spec->alias || spec->reading == LW_READ_FORCED ||
		    spec->reading == LW_READ_VOLATILE || spec->flags & LW_A_REQUIRED ||
		    world_get(b->w, id, spec->name))
			continue;
		lw_tree_set_state(b->tree, b->node[id], spec->name, LW_DEFAULT);
	}
}

static void build_children(struct build *b, obj_id parent)
{
	obj_id list[WORLD_OBJECTS];
	unsigned n = children(b->w, parent, list);

	if (b->how.shuffle)
		mix(b, list, n);
	for (unsigned i = 0; i < n; i++) {
		const struct object *o = &b->w->obj[list[i]];
		lw_node node =
			lw_tree_add(b->tree, b->node[parent], o->kind, o->name, strlen(o->name));

		if (!node) {
			fprintf(stderr, "the tree refuses %s %s\n",
				lw_schema_kind_name(b->w->schema, o->kind), o->name);
			abort();
		}
		b->node[list[i]] = node;
		lw_tree_set_depth(b->tree, node, b->how.declared ? LW_DEPTH_ASKED : LW_DEPTH_FULL);
		if (o->half)
			node_at(b->tree, node)->flags |= LW_NODE_HALF;
		build_attrs(b, list[i]);
		if (b->how.spelled)
			spell_out(b, list[i]);
		build_children(b, list[i]);
	}
}

static void refer(struct build *b)
{
	for (obj_id id = 0; (id = world_next(b->w, id, WORLD_ANY, -1));) {
		const struct object *o = &b->w->obj[id];

		if (o->ref)
			lw_tree_refer(b->tree, b->node[id], b->node[o->ref]);
		else if (o->ref_name)
			lw_tree_refer_name(b->tree, b->node[id], o->ref_name, strlen(o->ref_name));
	}
}

static void finish(struct build *b)
{
	struct lw_report *report = b->how.report ? b->how.report : lw_report_new();

	/* A kernel knows what it refers to: a remote member stays remote, whatever came here since. */
	if ((b->how.declared && lw_tree_resolve(b->tree) < 0) || lw_tree_status(b->tree) < 0)
		abort();
	if (lw_tree_canon(b->tree, report) < 0 && !b->how.report) {
		for (size_t i = 0; i < lw_report_size(report); i++)
			fprintf(stderr, "canon: %s\n", lw_report_get(report, i)->message);
		abort();
	}
	if (!b->how.report)
		lw_report_free(report);
}

struct lw_tree *world_tree(const struct world *w, const struct tree_how *how)
{
	struct build b = { .w = w };

	if (how)
		b.how = *how;
	b.tree = b.how.share ? lw_tree_new_sharing(w->schema, b.how.share) : lw_tree_new(w->schema);
	if (!b.tree)
		abort();
	b.node[0] = lw_tree_root(b.tree);
	lw_tree_set_depth(b.tree, b.node[0], b.how.declared ? LW_DEPTH_ASKED : LW_DEPTH_FULL);
	build_attrs(&b, 0);
	if (b.how.spelled)
		spell_out(&b, 0);
	build_children(&b, 0);
	refer(&b);
	for (obj_id id = 0; b.how.terse && id < w->used; id++)
		if (w->obj[id].live)
			build_terse(&b, id);
	finish(&b);
	return b.tree;
}

static void load_attrs(struct world *w, obj_id id, const struct lw_tree *tree, lw_node node)
{
	struct lw_attr_view view = { .size = sizeof(view) };

	for (unsigned n = 0; !lw_node_attr(tree, node, n, &view); n++) {
		if (view.state != LW_SET)
			continue;
		if (view.multi)
			world_add_value(w, id, view.name, view.value);
		else
			world_set(w, id, view.name, view.value);
	}
}

static void load_children(struct world *w, obj_id parent, const struct lw_tree *tree, lw_node top,
			  lw_node *node)
{
	for (lw_node n = lw_node_first(tree, top); n; n = lw_node_next(tree, n)) {
		obj_id id = world_add(w, parent, lw_node_kind(tree, n), lw_node_name(tree, n));

		node[id] = n;
		load_attrs(w, id, tree, n);
		load_children(w, id, tree, n, node);
	}
}

void world_load(struct world *w, const struct lw_tree *tree)
{
	lw_node node[WORLD_OBJECTS];

	world_init(w, lw_tree_schema(tree));
	load_attrs(w, 0, tree, lw_tree_root(tree));
	load_children(w, 0, tree, lw_tree_root(tree), node);
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
		lw_node ref = lw_node_ref(tree, node[id]);
		int at = ref ? world_locate(w, tree, ref) : 0;

		w->obj[id].ref = (uint16_t)(at > 0 ? at : 0);
		w->obj[id].ref_name = text_of(lw_node_ref_name(tree, node[id]));
	}
}

/* Some kinds are known by what they refer to: their names are up to the kernel. */
static obj_id find_referrer(const struct world *w, obj_id parent, unsigned kind, int ref)
{
	for (obj_id id = 0; ref > 0 && (id = world_next(w, id, parent, (int)kind));)
		if (w->obj[id].ref == ref)
			return id;
	return 0;
}

int world_locate(const struct world *w, const struct lw_tree *tree, lw_node node)
{
	lw_node up = lw_node_parent(tree, node);
	unsigned kind = lw_node_kind(tree, node);
	int parent;
	obj_id id;

	if (!node)
		return -1;
	if (!up)
		return 0;
	parent = world_locate(w, tree, up);
	if (parent < 0)
		return -1;
	if (lw_kind(w->schema, kind)->match == LW_MATCH_REF)
		id = find_referrer(w, (obj_id)parent, kind,
				   world_locate(w, tree, lw_node_ref(tree, node)));
	else
		id = world_find(w, (obj_id)parent, kind, lw_node_name(tree, node));
	return id ? (int)id : -1;
}

static bool has_twins(const struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		for (obj_id twin = id;
		     (twin = world_next(w, twin, w->obj[id].parent, w->obj[id].kind));)
			if (w->obj[twin].name == w->obj[id].name)
				return true;
	return false;
}

bool world_valid(const struct world *w)
{
	if (has_twins(w))
		return false;

	struct lw_tree *tree = world_tree(w, NULL);
	struct lw_report *report = lw_report_new();
	int r;

	if (!report)
		abort();
	r = lw_tree_check(tree, report);
	if (r < 0 && getenv("LW_TEST_WHY"))
		for (size_t i = 0; i < lw_report_size(report); i++)
			fprintf(stderr, "check: %s: %s\n", lw_report_get(report, i)->object,
				lw_report_get(report, i)->message);
	lw_report_free(report);
	lw_tree_free(tree);
	return r == 0;
}
