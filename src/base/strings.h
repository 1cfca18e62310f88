/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An interning pool: every distinct string is kept once and known by a 32-bit offset. Equal strings share the offset, so
 * comparing two names of one pool is comparing two numbers, and a tree of a million nodes holds numbers instead of pointers.
 * Nothing is removed: the pool lives as long as the last tree that refers to it.
 *
 * Offsets stay; addresses do not: the buffer grows by realloc. One thread at a time, references included.
 */
#ifndef LW_BASE_STRINGS_H
#define LW_BASE_STRINGS_H

#include <stddef.h>
#include <stdint.h>

struct lw_strings;

/* No string: out of memory, pool full, or not there. No offset ever has this value. */
#define LW_STRINGS_NONE UINT32_MAX

/** lw_strings_new() - a pool that holds "" at offset 0, with one reference; NULL when memory is short. */
struct lw_strings *lw_strings_new(void);

/** lw_strings_ref() - one more reference; returns @pool. */
struct lw_strings *lw_strings_ref(struct lw_strings *pool);

/** lw_strings_unref() - drop a reference; the last one frees the pool. NULL is fine. Returns NULL. */
struct lw_strings *lw_strings_unref(struct lw_strings *pool);

/**
 * lw_strings_intern() - the offset of a string, added if it is new.
 * @bytes: any bytes but NUL; may point into the pool itself
 *
 * Returns LW_STRINGS_NONE when memory is short, when the pool would pass 4 GiB, or when a NUL is in @bytes. The pool is
 * unharmed then.
 */
uint32_t lw_strings_intern(struct lw_strings *pool, const char *bytes, size_t len);

/** lw_strings_find() - the offset of a string if it is there, else LW_STRINGS_NONE; adds nothing. */
uint32_t lw_strings_find(const struct lw_strings *pool, const char *bytes, size_t len);

/** lw_strings_text() - the string at an offset that lw_strings_intern() gave; valid until the next intern. */
const char *lw_strings_text(const struct lw_strings *pool, uint32_t offset);

/** lw_strings_len() - its length in bytes. */
size_t lw_strings_len(const struct lw_strings *pool, uint32_t offset);

#endif
