/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of keywords and names, letters of either case alike. Not <ctype.h> or strcasecmp(): what is the same word must not
 * depend on the locale.
 */
#ifndef LW_BASE_ASCII_H
#define LW_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline char lw_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the @len bytes of @text are @word. */
bool lw_is_word(const char *text, size_t len, const char *word);

/*
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other; more than
 * any word is long if one of them is longer than LW_EDITS_WORD.
 */
#define LW_EDITS_WORD 63
unsigned lw_edits(const char *a, const char *b);

#endif
