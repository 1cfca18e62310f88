/* SPDX-License-Identifier: Apache-2.0 */
#include "base/ascii.h"

#include <string.h>

bool lw_is_word(const char *text, size_t len, const char *word)
{
	for (size_t i = 0; i < len; i++) {
		if (!word[i] || lw_lower(word[i]) != lw_lower(text[i]))
			return false;
	}
	return !word[len];
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein with swapped neighbours; three rows of the table are enough. */
static unsigned align(const char *a, size_t la, const char *b, size_t lb)
{
	unsigned rows[3][LW_EDITS_WORD + 1];
	unsigned *two = rows[0], *one = rows[1], *row = rows[2];

	for (size_t j = 0; j <= lb; j++)
		one[j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		unsigned *spare = two;

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= lb; j++) {
			bool same = lw_lower(a[i - 1]) == lw_lower(b[j - 1]);

			row[j] = least(least(one[j], row[j - 1]) + 1, one[j - 1] + !same);
			if (i > 1 && j > 1 && lw_lower(a[i - 1]) == lw_lower(b[j - 2]) &&
			    lw_lower(a[i - 2]) == lw_lower(b[j - 1]))
				row[j] = least(row[j], two[j - 2] + 1);
		}
		two = one;
		one = row;
		row = spare;
	}
	return one[lb];
}

unsigned lw_edits(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);

	return la > LW_EDITS_WORD || lb > LW_EDITS_WORD ? LW_EDITS_WORD + 1 : align(a, la, b, lb);
}
