/* SPDX-License-Identifier: Apache-2.0 */
#include "model/schema/nearest.h"

#include <string.h>

#define WORD_MAX 63

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein with swapped neighbours; three rows of the table are enough. */
static unsigned align(const char *a, size_t la, const char *b, size_t lb)
{
	unsigned rows[3][WORD_MAX + 1];
	unsigned *two = rows[0], *one = rows[1], *row = rows[2];

	for (size_t j = 0; j <= lb; j++)
		one[j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		unsigned *spare = two;

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= lb; j++) {
			bool same = lower(a[i - 1]) == lower(b[j - 1]);

			row[j] = least(least(one[j], row[j - 1]) + 1, one[j - 1] + !same);
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
			    lower(a[i - 2]) == lower(b[j - 1]))
				row[j] = least(row[j], two[j - 2] + 1);
		}
		two = one;
		one = row;
		row = spare;
	}
	return one[lb];
}

unsigned lw_distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), longer = la > lb ? la : lb;
	unsigned allowed, distance;

	if (longer > WORD_MAX || la + 2 < lb || lb + 2 < la)
		return LW_FAR;
	allowed = longer < 3 ? 0 : longer < 6 ? 1 : 2;
	distance = align(a, la, b, lb);
	return distance <= allowed ? distance : LW_FAR;
}

const char *lw_nearest_attr(const struct lw_kind_spec *kind, const char *name)
{
	const char *nearest = NULL;
	unsigned best = LW_FAR;

	for (unsigned i = 0; i < kind->nattr; i++) {
		unsigned distance = lw_distance(kind->attrs[i].name, name);

		if (distance < best) {
			best = distance;
			nearest = kind->attrs[i].name;
		}
	}
	return nearest;
}
