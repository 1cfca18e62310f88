/* SPDX-License-Identifier: Apache-2.0 */
#include "model/schema/picked.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

static size_t count_all(const struct lw_schema *schema)
{
	size_t count = 0;

	for (unsigned k = 0; k < schema->nkind; k++)
		count += lw_kind(schema, k)->nattr;
	return count;
}

int lw_pick(struct lw_picked *ret, const struct lw_schema *schema,
	    bool (*picks)(const struct lw_attr_spec *spec))
{
	uint32_t n = 0;

	ret->def = lw_calloc(count_all(schema), sizeof(*ret->def));
	if (!ret->def)
		return -ENOMEM;
	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		for (uint16_t i = 0; i < kind->nattr; i++)
			if (picks(&kind->attrs[i]))
				ret->def[n++] = i;
		ret->start[k + 1] = n;
	}
	return 0;
}

void lw_picked_done(struct lw_picked *picked)
{
	free(picked->def);
}
