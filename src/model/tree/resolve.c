/* SPDX-License-Identifier: Apache-2.0 */
/*
 * References by name become references to nodes. A text with '/' that is the path of a fitting node means that node. Else it
 * is a name, looked up among all nodes of the kinds that the referrer may mean: in the whole tree, or below its own export.
 * A name that fits two nodes means none: guessing would put the wrong disk behind a LUN.
 *
 * The index has one entry for each (set of kinds, export or none, name); the sets are those of the kinds that refer, a
 * handful. Names that are not found as they stand are tried once more in the canonical spelling of each kind meant.
 */
#include "model/tree/resolve.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

struct resolve_slot {
	uint32_t name, scope;
	lw_node node;  /* 0: free slot */
	lw_node other; /* another node of that name */
	uint32_t set;
};

static uint32_t slot_hash(const struct lw_tree *tree, uint32_t set, uint32_t scope, uint32_t name)
{
	return tree_index_hash(tree, scope, set, name);
}

/* The slot of the key, or the free one where it belongs. */
static struct resolve_slot *find_slot(const struct lw_resolver *resolver, uint32_t set,
				      uint32_t scope, uint32_t name)
{
	uint32_t at = slot_hash(resolver->tree, set, scope, name) & resolver->mask;
	struct resolve_slot *slot;

	for (;; at = (at + 1) & resolver->mask) {
		slot = &resolver->slots[at];
		if (!slot->node || (slot->name == name && slot->scope == scope && slot->set == set))
			return slot;
	}
}

static uint32_t scope_of(const struct lw_resolver *resolver, unsigned set, lw_node n)
{
	return resolver->sets[set].local ? lw_tree_export(resolver->tree, n) : 0;
}

static void add_node(struct lw_resolver *resolver, unsigned set, lw_node n)
{
	uint32_t name = node_at(resolver->tree, n)->name;
	uint32_t scope = scope_of(resolver, set, n);
	struct resolve_slot *slot = find_slot(resolver, set, scope, name);

	if (!slot->node)
		*slot = (struct resolve_slot){
			.name = name, .scope = scope, .set = set, .node = n
		};
	else if (!slot->other)
		slot->other = n;
}

static void make_sets(struct lw_resolver *resolver, uint64_t kinds)
{
	const struct lw_schema *schema = resolver->tree->schema;

	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);
		bool local = kind->flags & LW_K_REF_LOCAL;
		unsigned i = 0;

		if (!lw_kind_in(kinds, k))
			continue;
		while (i < resolver->nset && (resolver->sets[i].kinds != kind->ref_kinds ||
					      resolver->sets[i].local != local))
			i++;
		if (i == resolver->nset)
			resolver->sets[resolver->nset++] =
				(struct resolve_set){ kind->ref_kinds, local };
		resolver->set_of[k] = (uint8_t)i;
	}
}

/* Calls for each living node and each set that its kind is in; NULL only counts. */
static uint64_t each_entry(struct lw_resolver *resolver,
			   void (*add)(struct lw_resolver *, unsigned, lw_node))
{
	const struct lw_tree *tree = resolver->tree;
	uint64_t count = 0;

	for (lw_node n = 2; n < tree->nnode; n++) {
		if (node_at(tree, n)->flags & LW_NODE_DEAD)
			continue;
		for (unsigned i = 0; i < resolver->nset; i++) {
			if (!lw_kind_in(resolver->sets[i].kinds, node_at(tree, n)->kind))
				continue;
			count++;
			if (add)
				add(resolver, i, n);
		}
	}
	return count;
}

int lw_resolver_init(struct lw_resolver *resolver, const struct lw_tree *tree, uint64_t kinds)
{
	uint64_t size = 16, count;

	*resolver = (struct lw_resolver){ .tree = tree };
	make_sets(resolver, kinds);
	count = each_entry(resolver, NULL);
	while (size < count * 2)
		size *= 2;
	if (size > UINT32_MAX)
		return -ENOMEM;
	resolver->slots = lw_calloc(size, sizeof(*resolver->slots));
	if (!resolver->slots)
		return -ENOMEM;
	resolver->mask = (uint32_t)(size - 1);
	each_entry(resolver, add_node);
	return 0;
}

void lw_resolver_done(struct lw_resolver *resolver)
{
	free(resolver->slots);
	resolver->slots = NULL;
}

static lw_node find_name(const struct lw_resolver *resolver, lw_node n, const char *text,
			 size_t len, lw_node *ret_one, lw_node *ret_other)
{
	unsigned set = resolver->set_of[node_at(resolver->tree, n)->kind];
	uint32_t name = lw_strings_find(resolver->tree->strings, text, len);
	const struct resolve_slot *slot;

	if (name == LW_STRINGS_NONE)
		return 0;
	slot = find_slot(resolver, set, scope_of(resolver, set, n), name);
	if (slot->other) {
		*ret_one = slot->node;
		*ret_other = slot->other;
		return 0;
	}
	return slot->node;
}

static lw_node find_path(struct lw_resolver *resolver, lw_node n, const char *text)
{
	const struct lw_tree *tree = resolver->tree;
	unsigned set = resolver->set_of[node_at(tree, n)->kind];
	lw_node to;

	if (tree_find_path(tree, text, &to) < 0)
		resolver->bad = true;
	if (!to || !lw_kind_in(resolver->sets[set].kinds, node_at(tree, to)->kind))
		return 0;
	return scope_of(resolver, set, to) == scope_of(resolver, set, n) ? to : 0;
}

/* Canonical spelling of @text as a name of this kind, as lw_tree_canon() gives it; false when it is none or no other. */
static bool respell(const struct lw_kind_spec *kind, const char *text, struct lw_str *out)
{
	struct lw_error why = LW_ERROR_INIT;

	lw_str_clear(out);
	if (lw_value_canon(&kind->key, text, strlen(text), out, &why) < 0)
		return false;
	for (size_t i = 0; kind->flags & LW_K_NAME_ICASE && i < out->len; i++) {
		if (out->data[i] >= 'A' && out->data[i] <= 'Z')
			out->data[i] += 'a' - 'A';
	}
	return lw_str_bad(out) || strcmp(lw_str_text(out), text) != 0;
}

/* A referent of another spelling: LUN 0x10 is 16. Two kinds that find two nodes are as ambiguous as one. */
static lw_node find_respelt(struct lw_resolver *resolver, lw_node n, const char *text,
			    lw_node *ret_one, lw_node *ret_other)
{
	const struct lw_schema *schema = resolver->tree->schema;
	unsigned set = resolver->set_of[node_at(resolver->tree, n)->kind];
	LW_AUTO_STR struct lw_str other = LW_STR_INIT;
	lw_node found = 0;

	for (unsigned k = 0; k < schema->nkind; k++) {
		lw_node to;

		if (!lw_kind_in(resolver->sets[set].kinds, k) ||
		    !respell(lw_kind(schema, k), text, &other))
			continue;
		resolver->bad |= lw_str_bad(&other);
		to = find_name(resolver, n, lw_str_text(&other), other.len, ret_one, ret_other);
		if (*ret_other)
			return 0;
		if (found && to && to != found) {
			*ret_one = found;
			*ret_other = to;
			return 0;
		}
		if (to)
			found = to;
	}
	return found;
}

lw_node lw_resolver_find(struct lw_resolver *resolver, lw_node n, const char *text,
			 lw_node *ret_one, lw_node *ret_other)
{
	lw_node to = 0;

	*ret_one = *ret_other = 0;
	if (strchr(text, '/'))
		to = find_path(resolver, n, text);
	if (!to)
		to = find_name(resolver, n, text, strlen(text), ret_one, ret_other);
	if (!to && !*ret_other)
		to = find_respelt(resolver, n, text, ret_one, ret_other);
	return to;
}

/* A node whose reference is still a name; those that are called like their referent say so first. */
static bool is_open(struct lw_tree *tree, lw_node n)
{
	struct node *node = node_at(tree, n);

	if (node->flags & (LW_NODE_DEAD | LW_NODE_APART) || !node_kind(tree, n)->ref_kinds)
		return false;
	if (node_kind(tree, n)->flags & LW_K_REF_IS_NAME && !node->ref) {
		node->ref = node->name;
		node->flags |= LW_NODE_UNRESOLVED;
	}
	return node->flags & LW_NODE_UNRESOLVED;
}

int lw_tree_resolve(struct lw_tree *tree)
{
	struct lw_resolver resolver;
	uint64_t kinds = 0;
	int r;

	if (!tree)
		return -EINVAL;
	for (lw_node n = 2; n < tree->nnode; n++) {
		if (is_open(tree, n))
			kinds |= LW_KIND(node_at(tree, n)->kind);
	}
	if (!kinds)
		return 0;

	r = lw_resolver_init(&resolver, tree, kinds);
	if (r < 0)
		return tree_fail(tree, r);
	for (lw_node n = 2; n < tree->nnode; n++) {
		lw_node to, one, other;

		if (!(node_at(tree, n)->flags & LW_NODE_UNRESOLVED) || !is_open(tree, n))
			continue;
		to = lw_resolver_find(&resolver, n, tree_text(tree, node_at(tree, n)->ref), &one,
				      &other);
		if (to)
			lw_tree_refer(tree, n, to);
	}
	lw_resolver_done(&resolver);
	return resolver.bad ? tree_fail(tree, -ENOMEM) : 0;
}
