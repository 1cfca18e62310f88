/* SPDX-License-Identifier: Apache-2.0 */
#include "model/tree/claims.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

#define FIRST_BUCKETS 16

/* Bytes of a usual text: offsets that differ by less may share a bucket. */
#define TEXT_USUAL 8

/* Kinds, and below them the attributes of each. */
#define SPACE_ATTRS (UINT32_C(1) << 16)

/*
 * Values are counted on from a place that scope and space decide: they are offsets of texts, and nodes that follow each other
 * mostly have texts that do, so the table is walked, not jumped about in. Two values of one scope that share a bucket lie as
 * many bytes apart as there are buckets, or more: whoever wants many to collide needs a file that grows with the square.
 */
static uint32_t *bucket_of(const struct claims *t, const struct claim *claim)
{
	uint32_t key[2] = { claim->scope, claim->space };

	return &t->bucket[(lw_hash_bytes(key, sizeof(key), t->seed) + claim->value / TEXT_USUAL) &
			  (t->nbucket - 1)];
}

static void link_claim(struct claims *t, uint32_t i, uint32_t *bucket)
{
	t->list[i].next = *bucket;
	*bucket = i;
}

/* As many buckets as claims, or more. Linking all again in order keeps the latest of each key in front. */
static int more_buckets(struct claims *t)
{
	uint32_t n = t->nbucket ? t->nbucket * 2 : FIRST_BUCKETS;
	uint32_t *grown = n ? lw_calloc(n, sizeof(*grown)) : NULL;

	if (!grown)
		return -ENOMEM;
	if (!t->bucket) {
		t->seed = lw_hash_seed(t);
		t->len = 1;
	}
	free(t->bucket);
	t->bucket = grown;
	t->nbucket = n;
	for (uint32_t i = 1; i < t->len; i++)
		link_claim(t, i, bucket_of(t, &t->list[i]));
	return 0;
}

/* Room for one more claim, in the list and among the buckets. */
static int room(struct claims *t)
{
	if (t->len >= t->nbucket && more_buckets(t) < 0)
		return -ENOMEM;
	return lw_grow(&t->list, &t->cap, (uint64_t)t->len + 1, sizeof(*t->list)) < 0 ? -ENOMEM : 0;
}

/* The first claim of this key in the chain that begins with claim @i. */
static const struct claim *find(const struct claims *t, uint32_t i, const struct claim *key)
{
	for (; i; i = t->list[i].next) {
		const struct claim *c = &t->list[i];

		if (c->scope == key->scope && c->space == key->space && c->value == key->value)
			return c;
	}
	return NULL;
}

int claims_add(struct claims *t, const struct claim *claim)
{
	if (room(t) < 0)
		return -ENOMEM;
	t->list[t->len] = *claim;
	link_claim(t, t->len++, bucket_of(t, claim));
	return 0;
}

int claims_add_first(struct claims *t, const struct claim *claim, struct claim *ret)
{
	const struct claim *had;
	uint32_t *bucket;

	if (room(t) < 0)
		return -ENOMEM;
	bucket = bucket_of(t, claim);
	had = find(t, *bucket, claim);
	if (had) {
		*ret = *had;
		return 1;
	}
	t->list[t->len] = *claim;
	link_claim(t, t->len++, bucket);
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
	return find(t, after ? after->next : t->nbucket ? *bucket_of(t, key) : 0, key);
}

static lw_node scope_from(const struct lw_tree *tree, lw_node n, lw_node export,
			  enum lw_unique unique)
{
	switch (unique) {
	case LW_UNIQUE_EXPORT:
		return export;
	case LW_UNIQUE_TARGET:
		return export ? node_at(tree, export)->parent : 0;
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

lw_node claims_scope_of_name(const struct lw_tree *tree, lw_node n, enum lw_unique unique)
{
	return scope_from(tree, n, lw_tree_export(tree, node_at(tree, n)->parent), unique);
}

lw_node claims_scope_of_value(const struct lw_tree *tree, lw_node n, enum lw_unique unique)
{
	return scope_from(tree, n, lw_tree_export(tree, n), unique);
}

uint32_t claims_space_of_name(const struct lw_tree *tree, lw_node n)
{
	uint64_t with = node_kind(tree, n)->unique_with;

	return with ? (uint32_t)__builtin_ctzll(with) : node_at(tree, n)->kind;
}

uint32_t claims_space_of_attr(struct claims *t, const struct lw_schema *schema,
			      const struct lw_attr_spec *spec)
{
	struct claims_space *known = &t->known[(uintptr_t)spec / sizeof(*spec) % CLAIMS_KNOWN];

	if (known->spec == spec)
		return known->space;
	*known = (struct claims_space){ spec, 0 };
	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);
		int at = lw_kind_attr(kind, spec->name, strlen(spec->name));

		if (at >= 0 && kind->attrs[at].unique == spec->unique) {
			known->space = SPACE_ATTRS * (k + 1) + (uint32_t)at;
			break;
		}
	}
	return known->space;
}
