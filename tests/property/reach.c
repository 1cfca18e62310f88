/* SPDX-License-Identifier: Apache-2.0 */
#include "reach.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct names reach_backings, reach_exports;

unsigned names_index(struct names *names, const char *name, unsigned max)
{
	name = text_of(name);
	for (unsigned i = 0; i < names->count; i++)
		if (names->name[i] == name)
			return i;
	if (names->count == max) {
		fprintf(stderr, "no number left for %s\n", name);
		abort();
	}
	names->name[names->count] = name;
	return names->count++;
}

void reach_clear(struct reach *r)
{
	memset(r, 0, sizeof(*r));
}

void reach_add(struct reach *r, unsigned export, unsigned client, unsigned unit, unsigned backing,
	       bool write)
{
	uint64_t bits = UINT64_C(1) << backing;

	if (unit >= REACH_UNITS)
		abort();
	r->unit[export][client][unit] |= write ? bits | bits << 32 : bits;
}

void reach_join(struct reach *r, const struct reach *other)
{
	uint64_t *to = &r->unit[0][0][0];
	const uint64_t *from = &other->unit[0][0][0];

	for (size_t i = 0; i < sizeof(*r) / sizeof(*to); i++)
		to[i] |= from[i];
}

static bool within(const uint64_t *a, const uint64_t *b, size_t n)
{
	uint64_t excess = 0;

	for (size_t i = 0; i < n; i++)
		excess |= a[i] & ~b[i];
	return !excess;
}

bool reach_within(const struct reach *r, const struct reach *bound)
{
	return within(&r->unit[0][0][0], &bound->unit[0][0][0], sizeof(*r) / sizeof(uint64_t));
}

bool reach_export_within(const struct reach *r, const struct reach *bound, unsigned export)
{
	return within(&r->unit[export][0][0], &bound->unit[export][0][0],
		      sizeof(r->unit[export]) / sizeof(uint64_t));
}

enum { EXCESS_LINES = 12 };

/* One line for each backing; returns how many there were, and prints the first few of all. */
static unsigned print_unit(uint64_t excess, uint64_t allowed, const char *where, unsigned lines)
{
	for (unsigned b = 0; b < reach_backings.count; b++) {
		bool read = excess >> b & 1, write = excess >> (b + 32) & 1;

		if (!read && !write)
			continue;
		if (lines++ < EXCESS_LINES)
			fprintf(stderr, "    %s: may %s %s%s\n", where, write ? "write" : "read",
				reach_backings.name[b], allowed >> b & 1 ? " (may read it)" : "");
	}
	return lines;
}

static unsigned print_client(const struct reach *r, const struct reach *bound, unsigned e,
			     unsigned c, const char *who, unsigned lines)
{
	char where[256];

	for (unsigned u = 0; u < REACH_UNITS; u++) {
		uint64_t allowed = bound->unit[e][c][u];

		snprintf(where, sizeof(where), "%s at %s, unit %u", who, reach_exports.name[e], u);
		lines = print_unit(r->unit[e][c][u] & ~allowed, allowed, where, lines);
	}
	return lines;
}

void reach_print_excess(const struct reach *r, const struct reach *bound,
			void (*client)(unsigned, char *, size_t))
{
	unsigned lines = 0;
	char who[128];

	for (unsigned e = 0; e < REACH_EXPORTS; e++) {
		for (unsigned c = 0; c < REACH_CLIENTS; c++) {
			client(c, who, sizeof(who));
			lines = print_client(r, bound, e, c, who, lines);
		}
	}
	if (lines > EXCESS_LINES)
		fprintf(stderr, "    and %u more\n", lines - EXCESS_LINES);
}

static bool matches(const char *pattern, const char *name)
{
	for (; *pattern; pattern++, name++) {
		if (*pattern == '*') {
			for (;; name++) {
				if (matches(pattern + 1, name))
					return true;
				if (!*name)
					return false;
			}
		}
		if (!*name || (*pattern != '?' &&
			       tolower((unsigned char)*pattern) != tolower((unsigned char)*name)))
			return false;
	}
	return !*name;
}

bool pattern_matches(const char *pattern, const char *name)
{
	if (*pattern == '!')
		return !matches(pattern + 1, name);
	return matches(pattern, name);
}
