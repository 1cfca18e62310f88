/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One hash table a tree: from (parent, kind, name) to the node. Open addressing over handles, linear probing, a power of two;
 * the hash itself lies in the node, so growing and deleting never compute it again. Beside each handle is one byte of it, so
 * that a probe that meets another node is nearly always settled without touching that node. Load stays below 3/4.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

/* The slot comes from the low bits of the hash, the tag from the high ones: they say different things. */
static uint8_t tag_of(uint32_t hash)
{
	return (uint8_t)(hash >> 24);
}

/* An empty table of @size slots; the old one stays when memory is short. */
static int start(struct lw_tree *tree, uint64_t size)
{
	uint32_t *slots = lw_calloc(size, sizeof(*slots) + sizeof(*tree->index_tags));

	if (!slots)
		return -ENOMEM;
	free(tree->index);
	tree->index = slots;
	tree->index_tags = (uint8_t *)(slots + size);
	tree->index_mask = (uint32_t)(size - 1);
	tree->index_used = 0;
	return 0;
}

int tree_index_init(struct lw_tree *tree)
{
	return start(tree, INDEX_FIRST);
}

static void put(struct lw_tree *tree, uint32_t slot, lw_node node)
{
	tree->index[slot] = node;
	tree->index_tags[slot] = tag_of(node_at(tree, node)->hash);
}

int tree_index_rebuild(struct lw_tree *tree, uint64_t size)
{
	if (size > UINT32_MAX / 2 + UINT64_C(1))
		return -E2BIG;
	if (start(tree, size) < 0)
		return -ENOMEM;
	for (lw_node n = 2; n < tree->nnode; n++)
		if (!(node_at(tree, n)->flags & LW_NODE_DEAD))
			tree_index_add(tree, n);
	return 0;
}

/* Makes room for one more entry. */
int tree_index_room(struct lw_tree *tree)
{
	uint64_t size = (uint64_t)tree->index_mask + 1;

	if (((uint64_t)tree->index_used + 1) * 4 <= size * 3)
		return 0;
	return tree_index_rebuild(tree, size * 2);
}

int tree_index_copy(struct lw_tree *into, const struct lw_tree *from)
{
	size_t size = (size_t)from->index_mask + 1;

	if (start(into, size) < 0)
		return -ENOMEM;
	memcpy(into->index, from->index, size * (sizeof(*from->index) + sizeof(*from->index_tags)));
	into->index_used = from->index_used;
	return 0;
}

void tree_index_add(struct lw_tree *tree, lw_node node)
{
	uint32_t slot = node_at(tree, node)->hash & tree->index_mask;

	while (tree->index[slot])
		slot = (slot + 1) & tree->index_mask;
	put(tree, slot, node);
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
			put(tree, hole, tree->index[at]);
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

		if (tree->index_tags[slot] == tag_of(hash) && node->hash == hash &&
		    node->parent == parent && node->name == name && node->kind == kind)
			return n;
		slot = (slot + 1) & tree->index_mask;
	}
	return 0;
}
