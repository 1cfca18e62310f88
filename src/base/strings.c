/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two arrays. The buffer holds the strings, each with its NUL, back to back in the order they came. The table holds offsets
 * (0: free slot), open addressing, linear probing; beside each offset one byte of its hash, so that a probe that meets
 * another string is nearly always settled without touching the buffer.
 *
 * The table has any size, not a power of two: the slot is hash * size / 2^32. That lets it grow by half, and the load stays
 * between 0.47 and 0.7: 7 to 11 bytes a string (5 a slot), where a table of pointers and hashes that doubles needs up to 46.
 * A full hash is not kept: on growing, the buffer is read once from front to back, the order that memory likes best.
 *
 * Invariants:
 *   S1  buffer[0] is NUL and stands for ""; "" is never in the table.
 *   S2  used <= UINT32_MAX, so no offset equals LW_STRINGS_NONE.
 *   S3  count <= size * 0.7, so that a probe always ends at a free slot.
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
	uint32_t *slots;	/* offsets; the tags lie behind them in the same allocation */
	uint8_t *tags;
	uint32_t size, count;
	uint32_t seed;
	uint32_t refs;
};

static uint32_t slot_of(const struct lw_strings *pool, uint32_t hash)
{
	return (uint32_t)((uint64_t)hash * pool->size >> 32);
}

/* The slot comes from the high bits of the hash, the tag from the low ones: they say different things. */
static uint8_t tag_of(uint32_t hash)
{
	return (uint8_t)hash;
}

static uint32_t free_slot(const struct lw_strings *pool, uint32_t hash)
{
	uint32_t i = slot_of(pool, hash);

	while (pool->slots[i]) {
		if (++i == pool->size)
			i = 0;
	}
	return i;
}

static void put(struct lw_strings *pool, uint32_t slot, uint32_t hash, uint32_t offset)
{
	pool->slots[slot] = offset;
	pool->tags[slot] = tag_of(hash);
}

/* A table of @size slots with all strings of the buffer in it; the old one stays when memory is short. */
static bool table_resize(struct lw_strings *pool, uint32_t size)
{
	uint32_t *slots = lw_calloc(size, sizeof(*slots) + sizeof(*pool->tags));
	uint32_t at = 1;

	if (!slots)
		return false;
	free(pool->slots);
	pool->slots = slots;
	pool->tags = (uint8_t *)(slots + size);
	pool->size = size;

	while (at < pool->used) {
		size_t len = strlen(pool->buffer + at);
		uint32_t hash = lw_hash_bytes(pool->buffer + at, len, pool->seed);

		put(pool, free_slot(pool, hash), hash, at);
		at += (uint32_t)len + 1;
	}
	return true;
}

static bool table_room(struct lw_strings *pool)
{
	uint64_t size = (uint64_t)pool->size + pool->size / 2;

	if (((uint64_t)pool->count + 1) * 10 <= (uint64_t)pool->size * 7)
		return true;
	return table_resize(pool, size < UINT32_MAX ? (uint32_t)size : UINT32_MAX);
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

static uint32_t lookup(const struct lw_strings *pool, const char *bytes, size_t len, uint32_t hash)
{
	uint32_t i = slot_of(pool, hash);
	uint32_t offset;

	while ((offset = pool->slots[i])) {
		if (pool->tags[i] == tag_of(hash) && equals(pool, offset, bytes, len))
			return offset;
		if (++i == pool->size)
			i = 0;
	}
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
	uint32_t hash, offset;

	if (!len)
		return 0;
	if (len >= UINT32_MAX || memchr(bytes, '\0', len))
		return LW_STRINGS_NONE;

	hash = lw_hash_bytes(bytes, len, pool->seed);
	offset = lookup(pool, bytes, len, hash);
	if (offset != LW_STRINGS_NONE)
		return offset;

	/* The table first: its growing reads the buffer, which must hold no string that is not counted. */
	offset = pool->used;
	if (!table_room(pool) || !append(pool, bytes, len))
		return LW_STRINGS_NONE;
	put(pool, free_slot(pool, hash), hash, offset);
	pool->count++;
	return offset;
}

uint32_t lw_strings_find(const struct lw_strings *pool, const char *bytes, size_t len)
{
	if (!len)
		return 0;
	if (len >= UINT32_MAX || memchr(bytes, '\0', len))
		return LW_STRINGS_NONE;
	return lookup(pool, bytes, len, lw_hash_bytes(bytes, len, pool->seed));
}

const char *lw_strings_text(const struct lw_strings *pool, uint32_t offset)
{
	return pool->buffer + offset;
}

size_t lw_strings_len(const struct lw_strings *pool, uint32_t offset)
{
	return strlen(pool->buffer + offset);
}

uint32_t lw_strings_count(const struct lw_strings *pool)
{
	return pool->count;
}
