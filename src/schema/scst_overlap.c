/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Groups are searched in the order of their creation and the first match wins, so that the order of two groups counts when
 * some initiator can match in both. Names are patterns: * any text, ? one character, ! in front: whatever does not match the
 * rest; case does not count.
 *
 * Two patterns without ! have a name in common exactly when the product of their automata can reach its end, which is a walk
 * over a table of positions. With ! the answer is true unless it is plain that nothing is left.
 */
#include <string.h>
#include <strings.h>

#include "lunward/tree.h"
#include "base/ascii.h"
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"
#include "schema/words.h"

/* Longer patterns are not compared; the kernel takes none. */
#define GLOB_MAX 256

static bool plain(const char *pattern)
{
	return !strpbrk(pattern, "*?");
}

static bool same_char(char a, char b)
{
	return a == '?' || b == '?' || lw_lower(a) == lw_lower(b);
}

/* What stands before the first wildcard of either: most names differ here. */
static bool beginnings_differ(const char *a, const char *b)
{
	for (; *a && *b && *a != '*' && *b != '*'; a++, b++)
		if (!same_char(*a, *b))
			return true;
	return false;
}

/* Whether the patterns have a text in common; exact. Row i of the table: a from position i on, against every tail of b. */
static bool globs_meet(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);
	bool row_store[2][GLOB_MAX], *row = row_store[0], *below = row_store[1];

	if (la >= GLOB_MAX || lb >= GLOB_MAX)
		return true;
	if (beginnings_differ(a, b))
		return false;
	memset(row_store, 0, sizeof(row_store));
	for (size_t i = la + 1; i-- > 0;) {
		bool *swap = row;

		row = below;
		below = swap;
		for (size_t j = lb + 1; j-- > 0;) {
			if (i == la && j == lb)
				row[j] = true;
			else if (i < la && a[i] == '*')
				row[j] = below[j] || (j < lb && row[j + 1]);
			else if (j < lb && b[j] == '*')
				row[j] = row[j + 1] || (i < la && below[j]);
			else
				row[j] = i < la && j < lb && same_char(a[i], b[j]) && below[j + 1];
		}
	}
	return row[0];
}

/* Every text matches: it holds nothing but stars, at least one. */
static bool matches_all(const char *pattern)
{
	return *pattern && strspn(pattern, "*") == strlen(pattern);
}

bool lw_scst_patterns_overlap(const char *a, const char *b)
{
	const char *swap;

	if (*b == '!') {
		swap = a;
		a = b;
		b = swap;
	}
	if (*a != '!')
		return plain(a) && plain(b) ? !strcasecmp(a, b) : globs_meet(a, b);
	/* Without a's rest. */
	if (matches_all(a + 1) || (*b == '!' && matches_all(b + 1)))
		return false;
	if (*b == '!')
		return true;
	if (!strcasecmp(a + 1, b))
		return false;
	return plain(b) ? !globs_meet(a + 1, b) : true;
}

bool lw_scst_pattern_covers(const char *pattern, const char *name)
{
	bool inverted = *pattern == '!';

	pattern += inverted;
	if (*name == '!' || !plain(name))
		return inverted ? !*pattern : matches_all(pattern);
	return strlen(name) < GLOB_MAX && strlen(pattern) < GLOB_MAX &&
	       globs_meet(pattern, name) != inverted;
}

bool lw_scst_groups_overlap(const struct lw_tree *tree_a, uint32_t a, const struct lw_tree *tree_b,
			    uint32_t b)
{
	for (lw_node i = lw_node_first(tree_a, a); i; i = lw_node_next(tree_a, i)) {
		if (lw_node_kind(tree_a, i) != SCST_INITIATOR)
			continue;
		for (lw_node j = lw_node_first(tree_b, b); j; j = lw_node_next(tree_b, j))
			if (lw_node_kind(tree_b, j) == SCST_INITIATOR &&
			    lw_scst_patterns_overlap(lw_node_name(tree_a, i),
						     lw_node_name(tree_b, j)))
				return true;
	}
	return false;
}
