/* SPDX-License-Identifier: Apache-2.0 */
/* Small steps that the types of both kernels share: blanks, words, characters. */
#ifndef LW_SCHEMA_WORDS_H
#define LW_SCHEMA_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct lw_word {
	const char *text;
	size_t len;
};

/* Without blanks (space, tab) at both ends. */
struct lw_word lw_word_trim(const char *text, size_t len);

/* Splits at characters of @separators, runs of them count once. Fills at most @max words, returns how many there are. */
unsigned lw_words_split(const char *text, size_t len, const char *separators, struct lw_word *ret,
			unsigned max);

bool lw_word_is(struct lw_word word, const char *text);

bool lw_word_is_icase(struct lw_word word, const char *text);

/* Whether the text has a blank or control byte, or one of @chars. */
bool lw_word_has(struct lw_word word, const char *chars);

bool lw_is_hex(char c);

/* "iqn.2024-05.net.example", with or without ":name"; "eui." and 16 digits; "naa." and 16 or 32. */
bool lw_is_iscsi_name(const char *name);

#endif
