/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each client may reach: for every client (initiator, portal and user name together), every export and every unit
 * number the set of backings behind it, read and write apart. Write access counts as more than read access.
 *
 * Invariant M3 compares such sets: at every step of a plan each client reaches at most what old and new state allow.
 */
#ifndef PROPERTY_REACH_H
#define PROPERTY_REACH_H

#include "world.h"

enum { REACH_EXPORTS = 6, REACH_CLIENTS = 76, REACH_UNITS = 4, REACH_NAMES = 32 };

struct reach {
	/* Bit n: may read backing n; bit 32 + n: may write it. */
	uint64_t unit[REACH_EXPORTS][REACH_CLIENTS][REACH_UNITS];
};

/* Numbers for names, in order of their first use. Stops the program when there are more than @max. */
struct names {
	const char *name[REACH_NAMES];
	unsigned count;
};
unsigned names_index(struct names *names, const char *name, unsigned max);

/* The backings and exports seen so far in this program. */
extern struct names reach_backings, reach_exports;

void reach_clear(struct reach *r);
void reach_add(struct reach *r, unsigned export, unsigned client, unsigned unit, unsigned backing,
	       bool write);
void reach_join(struct reach *r, const struct reach *other);
bool reach_within(const struct reach *r, const struct reach *bound);
bool reach_export_within(const struct reach *r, const struct reach *bound, unsigned export);
/* Says what is in @r, but not in @bound; @client gives words for a client. */
void reach_print_excess(const struct reach *r, const struct reach *bound,
			void (*client)(unsigned, char *, size_t));

/* Whether a pattern with * and ? and a leading ! matches, whatever the case. */
bool pattern_matches(const char *pattern, const char *name);

#endif
