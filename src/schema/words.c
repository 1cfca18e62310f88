/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "schema/words.h"

#include "base/ascii.h"

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

bool lw_word_is_icase(struct lw_word word, const char *text)
{
	return lw_is_word(word.text, word.len, text);
}

bool lw_word_has(struct lw_word word, const char *chars)
{
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.text[i];

		if (c <= ' ' || c == 0x7f)
			return true;
	}
	for (; word.len && *chars; chars++)
		if (memchr(word.text, *chars, word.len))
			return true;
	return false;
}

bool lw_is_hex(char c)
{
	c = lw_lower(c);
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static bool is_digits(const char *text, size_t count)
{
	return strspn(text, "0123456789") == count;
}

bool lw_is_iscsi_name(const char *name)
{
	if (!strncmp(name, "eui.", 4) || !strncmp(name, "naa.", 4)) {
		size_t digits = strspn(name + 4, "0123456789abcdef");

		return !name[4 + digits] && (digits == 16 || (digits == 32 && *name == 'n'));
	}
	return !strncmp(name, "iqn.", 4) && is_digits(name + 4, 4) && name[8] == '-' &&
	       is_digits(name + 9, 2) && name[11] == '.' && name[12] && name[12] != ':';
}
