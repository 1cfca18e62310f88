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

const char *lw_nearest_only(const struct lw_schema *schema, const char *word, const char *name)
{
	const char *nearest = NULL;
	unsigned best = LW_FAR;

	for (unsigned k = 0; word && k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (!kind->only || !kind->word || strcmp(kind->word, word) != 0)
			continue;
		for (const char *const *only = kind->only; *only; only++) {
			unsigned distance = lw_distance(*only, name);

			if (distance < best) {
				best = distance;
				nearest = *only;
			}
		}
	}
	return nearest;
}
