/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two arrays. The buffer holds the strings, each with its NUL, back to back in the order they came. The table holds offsets
 * (0: free slot), open addressing, linear probing; beside each offset one byte of its hash, so that a probe that meets
 * another string is nearly always settled without touching the buffer.
 *
 * The table doubles at a load of 0.7: 7 to 14 bytes a string (5 a slot), where a table of pointers and hashes needs up to
 * 46. A full hash is not kept: on growing, the buffer is read once from front to back, the order that memory likes best.
 * Growing by half instead saves a byte a string on average and takes a third longer, most of it in pages touched for the
 * first time.
 *
 * Invariants:
 *   S1  buffer[0] is NUL and stands for ""; "" is never in the table.
 *   S2  used <= UINT32_MAX, so no offset equals LW_STRINGS_NONE.
 *   S3  size is a power of two and count <= size * 0.7, so that a probe always ends at a free slot. 2^31 slots suffice:
 *       4 GiB hold fewer than 2^30 distinct strings.
 */
#include "base/strings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

#define TABLE_FIRST 64
#define BUFFER_FIRST 1024

struct lw_strings {
	char *buffer;
	uint32_t used, cap;
	uint32_t *slots; /* offsets; the tags lie behind them in the same allocation */
	uint8_t *tags;
	uint32_t size, count;
	uint32_t seed;
	uint32_t refs;
};

/* The slot comes from the low bits of the hash, the tag from the high ones: they say different things. */
static uint32_t slot_of(const struct lw_strings *pool, uint32_t hash)
{
	return hash & (pool->size - 1);
}

static uint8_t tag_of(uint32_t hash)
{
	return (uint8_t)(hash >> 24);
}

static void put(struct lw_strings *pool, uint32_t slot, uint32_t hash, uint32_t offset)
{
	pool->slots[slot] = offset;
	pool->tags[slot] = tag_of(hash);
}

/* Puts strings known to be absent, a few at a time: their slots are far apart, so their cache misses should overlap. */
#define BATCH 16

static void put_batch(struct lw_strings *pool, const uint32_t *hashes, const uint32_t *offsets,
		      unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		uint32_t slot = slot_of(pool, hashes[i]);

		while (pool->slots[slot])
			slot = (slot + 1) & (pool->size - 1);
		put(pool, slot, hashes[i], offsets[i]);
	}
}

/* Fills an empty table with all strings of the buffer. */
static void put_all(struct lw_strings *pool)
{
	uint32_t hashes[BATCH], offsets[BATCH];
	unsigned n = 0;
	size_t len;

	for (uint32_t at = 1; at < pool->used; at += (uint32_t)len + 1) {
		len = strlen(pool->buffer + at);
		offsets[n] = at;
		hashes[n] = lw_hash_bytes(pool->buffer + at, len, pool->seed);
		__builtin_prefetch(&pool->slots[slot_of(pool, hashes[n])], 1);
		__builtin_prefetch(&pool->tags[slot_of(pool, hashes[n])], 1);
		if (++n == BATCH) {
			put_batch(pool, hashes, offsets, n);
			n = 0;
		}
	}
	put_batch(pool, hashes, offsets, n);
}

/* The old table stays when memory is short. */
static bool table_resize(struct lw_strings *pool, uint32_t size)
{
	uint32_t *slots = lw_calloc(size, sizeof(*slots) + sizeof(*pool->tags));

	if (!slots)
		return false;
	free(pool->slots);
	pool->slots = slots;
	pool->tags = (uint8_t *)(slots + size);
	pool->size = size;
	put_all(pool);
	return true;
}

static bool table_is_full(const struct lw_strings *pool)
{
	return ((uint64_t)pool->count + 1) * 10 > (uint64_t)pool->size * 7;
}

struct lw_strings *lw_strings_new(void)
{
	struct lw_strings *pool = lw_calloc(1, sizeof(*pool));

	if (!pool)
		return NULL;
	pool->refs = 1;
	pool->seed = lw_hash_seed(pool);
	if (lw_grow(&pool->buffer, &pool->cap, BUFFER_FIRST, 1) < 0)
		return lw_strings_unref(pool);
	pool->buffer[0] = '\0';
	pool->used = 1;
	if (!table_resize(pool, TABLE_FIRST))
		return lw_strings_unref(pool);
	return pool;
}

struct lw_strings *lw_strings_ref(struct lw_strings *pool)
{
	pool->refs++;
	return pool;
}

struct lw_strings *lw_strings_unref(struct lw_strings *pool)
{
	if (!pool || --pool->refs)
		return NULL;
	free(pool->buffer);
	free(pool->slots);
	free(pool);
	return NULL;
}

static bool equals(const struct lw_strings *pool, uint32_t offset, const char *bytes, size_t len)
{
	/* The comparison, NUL included, must stay within what is used; @bytes has no NUL, so it ends at the first one. */
	return len < pool->used - offset && !memcmp(pool->buffer + offset, bytes, len) &&
	       !pool->buffer[offset + len];
}

/* The offset of a string, or LW_STRINGS_NONE with the free slot where it belongs in *@ret_slot. */
static uint32_t lookup(const struct lw_strings *pool, const char *bytes, size_t len, uint32_t hash,
		       uint32_t *ret_slot)
{
	uint32_t slot = slot_of(pool, hash);
	uint32_t offset;

	while ((offset = pool->slots[slot])) {
		if (pool->tags[slot] == tag_of(hash) && equals(pool, offset, bytes, len))
			return offset;
		slot = (slot + 1) & (pool->size - 1);
	}
	*ret_slot = slot;
	return LW_STRINGS_NONE;
}

/* Appends to the buffer; @bytes may lie in it and move with it. */
static bool append(struct lw_strings *pool, const char *bytes, size_t len)
{
	uintptr_t start = (uintptr_t)pool->buffer;
	uintptr_t inside = (uintptr_t)bytes - start;
	bool is_inside = (uintptr_t)bytes >= start && inside < pool->used;

	if (lw_grow(&pool->buffer, &pool->cap, (uint64_t)pool->used + len + 1, 1) < 0)
		return false;
	memcpy(pool->buffer + pool->used, is_inside ? pool->buffer + inside : bytes, len);
	pool->used += (uint32_t)len;
	pool->buffer[pool->used++] = '\0';
	return true;
}

uint32_t lw_strings_intern(struct lw_strings *pool, const char *bytes, size_t len)
{
	uint32_t hash, offset, slot = 0;

	if (!len)
		return 0;
	if (len >= UINT32_MAX || memchr(bytes, '\0', len))
		return LW_STRINGS_NONE;

	hash = lw_hash_bytes(bytes, len, pool->seed);
	offset = lookup(pool, bytes, len, hash, &slot);
	if (offset != LW_STRINGS_NONE)
		return offset;

	/* The table grows first: it takes all that is in the buffer, which must not hold the new string yet. */
	if (table_is_full(pool)) {
		if (!table_resize(pool, pool->size * 2))
			return LW_STRINGS_NONE;
		(void)lookup(pool, bytes, len, hash, &slot);
	}
	offset = pool->used;
	if (!append(pool, bytes, len))
		return LW_STRINGS_NONE;
	put(pool, slot, hash, offset);
	pool->count++;
	return offset;
}

uint32_t lw_strings_find(const struct lw_strings *pool, const char *bytes, size_t len)
{
	uint32_t slot = 0;

	if (!len)
		return 0;
	if (len >= UINT32_MAX || memchr(bytes, '\0', len))
		return LW_STRINGS_NONE;
	return lookup(pool, bytes, len, lw_hash_bytes(bytes, len, pool->seed), &slot);
}

const char *lw_strings_text(const struct lw_strings *pool, uint32_t offset)
{
	return pool->buffer + offset;
}

size_t lw_strings_len(const struct lw_strings *pool, uint32_t offset)
{
	return strlen(pool->buffer + offset);
}
