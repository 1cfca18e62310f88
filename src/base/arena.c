/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST 2048
#define CHUNK_MOST (256 * 1024)

struct lw_arena_chunk {
	struct lw_arena_chunk *next;
	char data[];
};

void lw_arena_init(struct lw_arena *arena)
{
	*arena = (struct lw_arena)LW_ARENA_INIT;
}

void lw_arena_done(struct lw_arena *arena)
{
	while (arena->chunks) {
		struct lw_arena_chunk *next = arena->chunks->next;

		free(arena->chunks);
		arena->chunks = next;
	}
	lw_arena_init(arena);
}

static struct lw_arena_chunk *chunk_new(size_t size)
{
	if (size > PTRDIFF_MAX - sizeof(struct lw_arena_chunk))
		return NULL;
	return malloc(sizeof(struct lw_arena_chunk) + size);
}

/* A long text gets a chunk of its own, behind the one in use, whose rest stays available. */
static char *alloc_alone(struct lw_arena *arena, size_t size)
{
	struct lw_arena_chunk *chunk = chunk_new(size);

	if (!chunk)
		return NULL;
	if (arena->chunks) {
		chunk->next = arena->chunks->next;
		arena->chunks->next = chunk;
	} else {
		chunk->next = NULL;
		arena->chunks = chunk;
	}
	return chunk->data;
}

static char *alloc_slow(struct lw_arena *arena, size_t size)
{
	size_t chunk_size = arena->next ? arena->next : CHUNK_FIRST;
	struct lw_arena_chunk *chunk;

	if (size > chunk_size / 4)
		return alloc_alone(arena, size);

	chunk = chunk_new(chunk_size);
	if (!chunk)
		return NULL;
	chunk->next = arena->chunks;
	arena->chunks = chunk;
	arena->at = chunk->data + size;
	arena->left = chunk_size - size;
	arena->next = chunk_size < CHUNK_MOST ? chunk_size * 2 : CHUNK_MOST;
	return chunk->data;
}

static char *alloc(struct lw_arena *arena, size_t size)
{
	char *ret = arena->at;

	if (size > arena->left)
		return alloc_slow(arena, size);
	arena->at += size;
	arena->left -= size;
	return ret;
}

char *lw_arena_strdup(struct lw_arena *arena, const char *text, size_t len)
{
	char *ret = len < SIZE_MAX ? alloc(arena, len + 1) : NULL;

	if (!ret)
		return NULL;
	if (len)
		memcpy(ret, text, len);
	ret[len] = '\0';
	return ret;
}
