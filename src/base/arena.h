/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many short texts that die together. Allocation is a pointer that moves; nothing is freed alone. Pointers stay valid, and
 * stay where they are, until lw_arena_done(). Not for two threads at once.
 */
#ifndef LW_BASE_ARENA_H
#define LW_BASE_ARENA_H

#include <stddef.h>

struct lw_arena_chunk;

struct lw_arena {
	struct lw_arena_chunk *chunks; /* the one in use first */
	char *at;		       /* next free byte of the chunk in use */
	size_t left;		       /* bytes free behind it */
	size_t next;		       /* size of the next chunk: they double up to a bound */
};
/* clang-format off */
#define LW_ARENA_INIT { NULL, NULL, 0, 0 }
/* clang-format on */

/** lw_arena_init() - an empty arena; allocates nothing yet. The same as LW_ARENA_INIT. */
void lw_arena_init(struct lw_arena *arena);

/** lw_arena_done() - free everything at once; the arena is empty and usable again. */
void lw_arena_done(struct lw_arena *arena);

/**
 * lw_arena_strdup() - a copy of @len bytes of @text with a NUL behind; packed, not aligned.
 *
 * Returns NULL when memory is short or @len is absurd; the arena stays usable.
 */
char *lw_arena_strdup(struct lw_arena *arena, const char *text, size_t len);

#endif
