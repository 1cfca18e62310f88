/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The members of large objects, all in one table. It answers "is this key there already" while reading, which would be
 * quadratic otherwise, and look-ups afterwards. The hash is keyed by chance: keys come from strangers.
 */
#include "base/json_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

#define INDEX_FIRST 64

static uint32_t hash_of(const struct lw_json *json, uint32_t object, const char *key, size_t len)
{
	return lw_hash_bytes(key, len, json->index.seed + object);
}

static void put(struct lw_json_index *index, struct lw_json_slot slot)
{
	uint32_t i = slot.hash & (index->size - 1);

	while (index->slots[i].value != LW_JSON_NONE)
		i = (i + 1) & (index->size - 1);
	index->slots[i] = slot;
}

static int resize(struct lw_json_index *index, uint32_t size)
{
	struct lw_json_index grown = { .size = size, .count = index->count, .seed = index->seed };

	grown.slots = lw_calloc(size, sizeof(*grown.slots));
	if (!grown.slots)
		return -ENOMEM;
	for (uint32_t i = 0; i < size; i++)
		grown.slots[i].value = LW_JSON_NONE;
	for (uint32_t i = 0; i < index->size; i++) {
		if (index->slots[i].value != LW_JSON_NONE)
			put(&grown, index->slots[i]);
	}
	if (!index->slots)
		grown.seed = lw_hash_seed(grown.slots);
	free(index->slots);
	*index = grown;
	return 0;
}

uint32_t lw_json_index_find(const struct lw_json *json, uint32_t object, const char *key,
			    size_t len)
{
	const struct lw_json_index *index = &json->index;
	uint32_t hash = hash_of(json, object, key, len);

	for (uint32_t i = hash & (index->size - 1);; i = (i + 1) & (index->size - 1)) {
		const struct lw_json_slot *slot = &index->slots[i];
		size_t have_len;
		const char *have;

		if (slot->value == LW_JSON_NONE)
			return LW_JSON_NONE;
		if (slot->hash != hash || json->values[slot->value].parent != object)
			continue;
		have = lw_json_pool_text(json, json->values[slot->value].key, &have_len);
		if (have_len == len && !memcmp(have, key, len))
			return slot->value;
	}
}

int lw_json_index_add(struct lw_json *json, uint32_t member)
{
	struct lw_json_index *index = &json->index;
	const struct lw_json_value *v = &json->values[member];
	struct lw_json_slot slot = { .value = member };
	const char *key;
	size_t len;

	/* At most half full, so that a search always ends, and soon. The values are far fewer than 2^30. */
	if (index->count >= index->size / 2) {
		int r = resize(index, index->size ? index->size * 2 : INDEX_FIRST);

		if (r < 0)
			return r;
	}
	key = lw_json_pool_text(json, v->key, &len);
	slot.hash = hash_of(json, v->parent, key, len);
	put(index, slot);
	index->count++;
	return 0;
}
