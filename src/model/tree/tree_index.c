/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One hash table a tree: from (parent, kind, name) to the node. Open addressing over handles, linear probing, a power of two;
 * the hash itself lies in the node, so growing and deleting never compute it again. Load stays below 3/4.
 */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

#define INDEX_FIRST 16

/* Names are offsets into the string pool, so they are hashed as numbers. The seed keeps a file's author from aiming. */
uint32_t tree_index_hash(const struct lw_tree *tree, lw_node parent, unsigned kind, uint32_t name)
{
	uint64_t x = (uint64_t)parent << 32 | name;

	x ^= ((uint64_t)tree->seed << 8 | kind) * UINT64_C(0x9e3779b97f4a7c15);
	x ^= x >> 32;
	x *= UINT64_C(0xd6e8feb86659fd93);
	x ^= x >> 32;
	x *= UINT64_C(0xd6e8feb86659fd93);
	return (uint32_t)(x >> 32);
}

int tree_index_init(struct lw_tree *tree)
{
	tree->index = lw_calloc(INDEX_FIRST, sizeof(*tree->index));
	if (!tree->index)
		return -ENOMEM;
	tree->index_mask = INDEX_FIRST - 1;
	tree->index_used = 0;
	return 0;
}

static void put(struct lw_tree *tree, lw_node node)
{
	uint32_t slot = node_at(tree, node)->hash & tree->index_mask;

	while (tree->index[slot])
		slot = (slot + 1) & tree->index_mask;
	tree->index[slot] = node;
}

/* Makes room for one more entry. */
int tree_index_room(struct lw_tree *tree)
{
	uint64_t size = (uint64_t)tree->index_mask + 1;
	uint32_t *old = tree->index;
	uint32_t *grown;

	if (((uint64_t)tree->index_used + 1) * 4 <= size * 3)
		return 0;
	if (size > UINT32_MAX / 2)
		return -E2BIG;
	grown = lw_calloc(size * 2, sizeof(*grown));
	if (!grown)
		return -ENOMEM;

	tree->index = grown;
	tree->index_mask = (uint32_t)(size * 2 - 1);
	for (uint64_t i = 0; i < size; i++) {
		if (old[i])
			put(tree, old[i]);
	}
	free(old);
	return 0;
}

void tree_index_add(struct lw_tree *tree, lw_node node)
{
	put(tree, node);
	tree->index_used++;
}

/* Takes an entry out and moves those behind it up, so that no probe ends too early; no tombstones. */
void tree_index_del(struct lw_tree *tree, lw_node node)
{
	uint32_t mask = tree->index_mask;
	uint32_t hole = node_at(tree, node)->hash & mask;
	uint32_t at;

	while (tree->index[hole] != node) {
		if (!tree->index[hole])
			return;
		hole = (hole + 1) & mask;
	}
	for (at = (hole + 1) & mask; tree->index[at]; at = (at + 1) & mask) {
		uint32_t home = node_at(tree, tree->index[at])->hash & mask;

		/* It may move into the hole unless that lies before its home. */
		if (((at - home) & mask) >= ((at - hole) & mask)) {
			tree->index[hole] = tree->index[at];
			hole = at;
		}
	}
	tree->index[hole] = 0;
	tree->index_used--;
}

lw_node tree_index_find(const struct lw_tree *tree, uint32_t hash, lw_node parent, unsigned kind,
			uint32_t name)
{
	uint32_t slot = hash & tree->index_mask;
	lw_node n;

	while ((n = tree->index[slot])) {
		const struct node *node = node_at(tree, n);

		if (node->hash == hash && node->parent == parent && node->name == name &&
		    node->kind == kind)
			return n;
		slot = (slot + 1) & tree->index_mask;
	}
	return 0;
}
