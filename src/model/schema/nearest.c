/* SPDX-License-Identifier: Apache-2.0 */
#include "model/schema/nearest.h"

#include <string.h>

#include "base/ascii.h"

unsigned lw_distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), longer = la > lb ? la : lb;
	unsigned allowed, distance;

	if (la + 2 < lb || lb + 2 < la)
		return LW_FAR;
	allowed = longer < 3 ? 0 : longer < 6 ? 1 : 2;
	distance = lw_edits(a, b);
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
