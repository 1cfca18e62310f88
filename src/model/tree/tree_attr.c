/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The attributes of a node lie together in one pool, sorted by def: a run. A tree that is built node by node only ever
 * appends. A run that must grow elsewhere moves to the end of the pool with half its size as slack; what it leaves is marked
 * free (ATTR_FREE) and may be taken by the run before it. So no order of building is worse than linear.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "model/tree/secret.h"
#include "model/tree/tree_internal.h"

static uint32_t def_of_extra(const struct lw_tree *tree, unsigned kind, uint32_t extra)
{
	return lw_kind(tree->schema, kind)->nattr + extra;
}

static uint32_t extra_slot(const struct lw_tree *tree, uint32_t name)
{
	return lw_hash_bytes(&name, sizeof(name), tree->seed) & tree->extra_mask;
}

static void put_extra(struct lw_tree *tree, uint32_t i)
{
	uint32_t at = extra_slot(tree, tree->extra[i]);

	while (tree->extra_slots[at])
		at = (at + 1) & tree->extra_mask;
	tree->extra_slots[at] = (uint16_t)(i + 1);
}

int tree_extra_index(struct lw_tree *tree)
{
	uint32_t size = 8;
	uint16_t *slots;

	while (size < (uint64_t)tree->nextra * 4)
		size *= 2;
	slots = lw_calloc(size, sizeof(*slots));
	if (!slots)
		return -ENOMEM;
	free(tree->extra_slots);
	tree->extra_slots = slots;
	tree->extra_mask = size - 1;
	for (uint32_t i = 0; i < tree->nextra; i++)
		put_extra(tree, i);
	return 0;
}

static int add_extra(struct lw_tree *tree, uint32_t name)
{
	if (lw_grow(&tree->extra, &tree->extra_cap, (uint64_t)tree->nextra + 1,
		    sizeof(*tree->extra)) < 0)
		return -ENOMEM;
	if ((!tree->extra_slots || tree->nextra * 2 > tree->extra_mask) &&
	    tree_extra_index(tree) < 0)
		return -ENOMEM;
	tree->extra[tree->nextra] = name;
	put_extra(tree, tree->nextra++);
	return 0;
}

static uint16_t find_extra(const struct lw_tree *tree, unsigned kind, uint32_t name)
{
	uint32_t at = tree->nextra ? extra_slot(tree, name) : 0;

	for (; tree->nextra && tree->extra_slots[at]; at = (at + 1) & tree->extra_mask) {
		uint32_t i = tree->extra_slots[at] - UINT32_C(1), def = def_of_extra(tree, kind, i);

		if (tree->extra[i] == name)
			return def < ATTR_FREE ? (uint16_t)def : UINT16_MAX;
	}
	return UINT16_MAX;
}

uint16_t lw_tree_attr_def_find(const struct lw_tree *tree, unsigned kind, const char *name,
			       size_t len)
{
	int known = lw_kind_attr(lw_kind(tree->schema, kind), name, len);
	uint32_t off;

	if (known >= 0)
		return (uint16_t)known;
	if (!tree->nextra)
		return UINT16_MAX;
	off = lw_strings_find(tree->strings, name, len);
	return off == LW_STRINGS_NONE ? UINT16_MAX : find_extra(tree, kind, off);
}

uint16_t lw_tree_attr_def(struct lw_tree *tree, unsigned kind, const char *name, size_t len)
{
	uint16_t def = lw_tree_attr_def_find(tree, kind, name, len);
	uint32_t off;

	if (def != UINT16_MAX)
		return def;
	off = tree_intern(tree, name, len);
	if (off == LW_STRINGS_NONE)
		return UINT16_MAX;
	if (def_of_extra(tree, kind, tree->nextra) >= ATTR_FREE) {
		tree_fail(tree, -E2BIG);
		return UINT16_MAX;
	}
	if (add_extra(tree, off) < 0) {
		tree_fail(tree, -ENOMEM);
		return UINT16_MAX;
	}
	return (uint16_t)def_of_extra(tree, kind, tree->nextra - 1);
}

const char *lw_tree_attr_name(const struct lw_tree *tree, unsigned kind, uint16_t def)
{
	const struct lw_attr_spec *spec = lw_tree_attr_spec(tree, kind, def);

	if (spec)
		return spec->name;
	return tree_text(tree, tree->extra[def - lw_kind(tree->schema, kind)->nattr]);
}

const struct lw_attr_spec *lw_tree_attr_spec(const struct lw_tree *tree, unsigned kind,
					     uint16_t def)
{
	const struct lw_kind_spec *spec = lw_kind(tree->schema, kind);

	return def < spec->nattr ? &spec->attrs[def] : NULL;
}

/* First instance whose def is not below @def: its number in the run. */
static unsigned lower_bound(const struct lw_tree *tree, lw_node n, uint32_t def)
{
	const struct attr *attrs = node_attrs(tree, n);
	unsigned low = 0, high = node_at(tree, n)->nattr;

	/* Files are mostly written in one order and tables in another; but a kernel's tree is read sorted. */
	if (high && attrs[high - 1].def < def)
		return high;
	while (low < high) {
		unsigned mid = low + (high - low) / 2;

		if (attrs[mid].def < def)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct attr *lw_tree_attr_run(const struct lw_tree *tree, lw_node n, uint16_t def, unsigned *count)
{
	struct attr *attrs;
	unsigned first, nattr;

	*count = 0;
	n = node_valid(tree, n);
	attrs = node_attrs(tree, n);
	nattr = node_at(tree, n)->nattr;
	first = lower_bound(tree, n, def);
	if (first == nattr || attrs[first].def != def)
		return NULL;
	/* Nearly always there is one; of thousands the last is not looked for one by one. */
	*count = 1;
	if (first + 1 < nattr && attrs[first + 1].def == def)
		*count = lower_bound(tree, n, (uint32_t)def + 1) - first;
	return attrs + first;
}

/* Among those that the vocabulary knows. It is sorted by name and a run by def, so the run is sorted by name, too. */
static struct attr *find_known(const struct lw_tree *tree, lw_node n, const char *name)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	struct attr *attrs = node_attrs(tree, n), *found = NULL;
	unsigned low = 0, high = node_at(tree, n)->nattr;

	while (low < high) {
		unsigned mid = low + (high - low) / 2;
		bool known = attrs[mid].def < kind->nattr;
		int order = known ? strcmp(kind->attrs[attrs[mid].def].name, name) : 1;

		if (!order)
			found = &attrs[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return found;
}

struct attr *lw_tree_attr_named(const struct lw_tree *tree, lw_node n, const char *name)
{
	unsigned kind, nattr, count;
	struct attr *found;
	uint16_t def;

	n = node_valid(tree, n);
	kind = node_at(tree, n)->kind;
	nattr = node_at(tree, n)->nattr;
	found = find_known(tree, n, name);
	if (found || !nattr ||
	    node_attrs(tree, n)[nattr - 1].def < lw_kind(tree->schema, kind)->nattr)
		return found;
	def = lw_tree_attr_def_find(tree, kind, name, strlen(name));
	return def == UINT16_MAX ? NULL : lw_tree_attr_run(tree, n, def, &count);
}

static void mark_free(struct lw_tree *tree, uint32_t first, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		tree->attrs[first + i] = (struct attr){ .def = ATTR_FREE };
}

static int pool_room(struct lw_tree *tree, uint32_t more)
{
	int r = lw_grow(&tree->attrs, &tree->attr_cap, (uint64_t)tree->nattr + more,
			sizeof(*tree->attrs));

	return r < 0 ? tree_fail(tree, r) : 0;
}

/* Makes the slot behind the node's run the node's own, moving the run if somebody else is there. */
static int run_room(struct lw_tree *tree, lw_node n)
{
	struct node *node = node_at(tree, n);
	uint32_t end = node->attrs + node->nattr;
	uint32_t slack = node->nattr / 2;

	if (end < tree->nattr && tree->attrs[end].def == ATTR_FREE)
		return 0;
	if (!node->nattr)
		node->attrs = end = tree->nattr;
	if (end == tree->nattr) {
		if (pool_room(tree, 1) < 0)
			return -ENOMEM;
		tree->nattr++;
		return 0;
	}

	if (pool_room(tree, node->nattr + 1 + slack) < 0)
		return -ENOMEM;
	memcpy(tree->attrs + tree->nattr, tree->attrs + node->attrs,
	       node->nattr * sizeof(struct attr));
	mark_free(tree, node->attrs, node->nattr);
	node->attrs = tree->nattr;
	tree->nattr += node->nattr + 1 + slack;
	mark_free(tree, tree->nattr - slack - 1, slack + 1);
	return 0;
}

static uint8_t secret_flag(const struct lw_tree *tree, unsigned kind, uint16_t def)
{
	const struct lw_attr_spec *spec = lw_tree_attr_spec(tree, kind, def);

	return lw_attr_is_secret(tree->schema, spec, lw_tree_attr_name(tree, kind, def))
		       ? LW_ATTR_SECRET
		       : 0;
}

struct attr *lw_tree_put(struct lw_tree *tree, lw_node n, uint16_t def)
{
	struct attr *attr;
	unsigned at;

	if (!node_usable(tree, n) || def == ATTR_FREE)
		return NULL;
	if (node_at(tree, n)->nattr == UINT16_MAX) {
		tree_fail(tree, -E2BIG);
		return NULL;
	}
	at = lower_bound(tree, n, (uint32_t)def + 1);
	if (run_room(tree, n) < 0)
		return NULL;

	attr = node_attrs(tree, n) + at;
	memmove(attr + 1, attr, (node_at(tree, n)->nattr - at) * sizeof(*attr));
	node_at(tree, n)->nattr++;
	*attr = (struct attr){ .def = def,
			       .flags = secret_flag(tree, node_at(tree, n)->kind, def) };
	if (at && attr[-1].def == def) {
		attr[-1].flags |= LW_ATTR_REPEATED;
		attr->flags |= LW_ATTR_REPEATED;
	}
	return attr;
}

int lw_tree_refused(const struct lw_tree *tree)
{
	return tree->status < 0 ? tree->status : -EINVAL;
}

void tree_attr_cut(struct lw_tree *tree, lw_node n, unsigned at, unsigned count)
{
	struct node *node = node_at(tree, n);
	struct attr *attrs = node_attrs(tree, n);

	memmove(attrs + at, attrs + at + count, (node->nattr - at - count) * sizeof(*attrs));
	node->nattr -= (uint16_t)count;
	mark_free(tree, node->attrs + node->nattr, count);

	/* The one that is left of several is no longer one of several. */
	if (at && (at == node->nattr || attrs[at].def != attrs[at - 1].def) &&
	    (at == 1 || attrs[at - 2].def != attrs[at - 1].def))
		attrs[at - 1].flags &= (uint8_t)~LW_ATTR_REPEATED;
	if (at < node->nattr && (!at || attrs[at - 1].def != attrs[at].def) &&
	    (at + 1 == node->nattr || attrs[at + 1].def != attrs[at].def))
		attrs[at].flags &= (uint8_t)~LW_ATTR_REPEATED;
}

void lw_tree_strip(struct lw_tree *tree, lw_node n)
{
	if (!node_usable(tree, n))
		return;
	tree_attr_cut(tree, n, 0, node_at(tree, n)->nattr);
	lw_tree_refer(tree, n, 0);
}

void lw_tree_drop(struct lw_tree *tree, lw_node n, uint16_t def)
{
	struct attr *run;
	unsigned count;

	if (!node_usable(tree, n))
		return;
	run = lw_tree_attr_run(tree, n, def, &count);
	if (count)
		tree_attr_cut(tree, n, (unsigned)(run - node_attrs(tree, n)), count);
}
