/* SPDX-License-Identifier: Apache-2.0 */
/* Instances of multi-valued attributes that were read: one look-up each, instead of a walk over all of the node's. */
#include "format/scst_conf_internal.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

#define FIRST_SIZE 64 /* a power of two, as all sizes */

static bool is_same(const struct conf_seen *a, const struct conf_seen *b)
{
	return a->node == b->node && a->value == b->value && a->def == b->def;
}

/* Values are numbers of texts in a pool: to aim them at one slot, one would have to choose where in it they come to lie. */
static uint32_t hash(const struct conf_seen *key)
{
	uint64_t h = key->node * UINT64_C(0x9e3779b97f4a7c15);

	h = (h ^ key->value) * UINT64_C(0xbf58476d1ce4e5b9);
	h = (h ^ (h >> 31) ^ key->def) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)(h >> 32);
}

/* Where the instance is, or the free slot for it. */
static struct conf_seen *slot(struct conf_seen *table, uint32_t size, const struct conf_seen *key)
{
	uint32_t i = hash(key) & (size - 1);

	while (table[i].node && !is_same(&table[i], key))
		i = (i + 1) & (size - 1);
	return &table[i];
}

static int grow(struct conf_reader *reader)
{
	uint32_t size = reader->seen_size ? 2 * reader->seen_size : FIRST_SIZE;
	struct conf_seen *table = lw_calloc(size, sizeof(*table));

	if (!table)
		return -ENOMEM;
	for (uint32_t i = 0; i < reader->seen_size; i++) {
		if (reader->seen[i].node)
			*slot(table, size, &reader->seen[i]) = reader->seen[i];
	}
	free(reader->seen);
	reader->seen = table;
	reader->seen_size = size;
	return 0;
}

const struct conf_seen *lw_conf_seen(struct conf_reader *reader, const struct conf_seen *instance)
{
	struct conf_seen *entry;

	if (2 * reader->seen_used >= reader->seen_size && grow(reader) < 0) {
		reader->status = -ENOMEM;
		return NULL;
	}
	entry = slot(reader->seen, reader->seen_size, instance);
	if (entry->node)
		return entry;
	*entry = *instance;
	reader->seen_used++;
	return NULL;
}
