/* SPDX-License-Identifier: Apache-2.0 */
#include "model/diff/claims.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

static uint32_t claim_hash(const struct claim *claim)
{
	uint32_t key[3] = { claim->scope, claim->space, claim->value };

	return lw_hash_bytes(key, sizeof(key), 0);
}

int claims_add(struct claims *t, const struct claim *claim)
{
	if (!t->len)
		t->len = 1;
	if (lw_grow(&t->list, &t->cap, (uint64_t)t->len + 1, sizeof(*t->list)) < 0)
		return -ENOMEM;
	t->list[t->len++] = *claim;
	return 0;
}

int claims_index(struct claims *t)
{
	uint32_t size = 16;

	while (size < t->len)
		size *= 2;
	t->bucket = lw_calloc(size, sizeof(*t->bucket));
	if (!t->bucket)
		return -ENOMEM;
	t->mask = size - 1;
	for (uint32_t i = 1; i < t->len; i++) {
		uint32_t b = claim_hash(&t->list[i]) & t->mask;

		t->list[i].next = t->bucket[b];
		t->bucket[b] = i;
	}
	return 0;
}

void claims_done(struct claims *t)
{
	free(t->list);
	free(t->bucket);
}

const struct claim *claims_next(const struct claims *t, const struct claim *key,
				const struct claim *after)
{
	uint32_t i = after ? after->next : t->bucket[claim_hash(key) & t->mask];

	for (; i; i = t->list[i].next) {
		const struct claim *c = &t->list[i];

		if (c->scope == key->scope && c->space == key->space && c->value == key->value)
			return c;
	}
	return NULL;
}

lw_node claims_scope(const struct lw_tree *tree, lw_node n, enum lw_unique unique)
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

uint32_t claims_space(const char *text)
{
	return text ? lw_hash_bytes(text, strlen(text), 1) : 0;
}
