/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "schema/words.h"

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

struct lw_word lw_word_trim(const char *text, size_t len)
{
	while (len && blank(*text)) {
		text++;
		len--;
	}
	while (len && blank(text[len - 1]))
		len--;
	return (struct lw_word){ text, len };
}

static bool among(char c, const char *chars)
{
	return c && strchr(chars, c);
}

unsigned lw_words_split(const char *text, size_t len, const char *separators, struct lw_word *ret,
			unsigned max)
{
	unsigned n = 0;
	size_t i = 0;

	for (;;) {
		size_t start;

		while (i < len && among(text[i], separators))
			i++;
		if (i == len)
			return n;
		start = i;
		while (i < len && !among(text[i], separators))
			i++;
		if (n < max)
			ret[n] = (struct lw_word){ text + start, i - start };
		n++;
	}
}

bool lw_word_is(struct lw_word word, const char *text)
{
	return strlen(text) == word.len && !memcmp(word.text, text, word.len);
}

bool lw_word_is_icase(struct lw_word word, const char *lower)
{
	size_t i = 0;

	while (i < word.len && lower[i] && lw_lower(word.text[i]) == lower[i])
		i++;
	return i == word.len && !lower[i];
}

bool lw_word_has(struct lw_word word, const char *chars)
{
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.text[i];

		if (c <= ' ' || c == 0x7f || strchr(chars, c))
			return true;
	}
	return false;
}

char lw_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool lw_is_hex(char c)
{
	c = lw_lower(c);
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}
