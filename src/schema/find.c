/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "schema/schema.h"

static const struct lw_schema *const vocabularies[] = { &lw_schema_scst, &lw_schema_lio };

const struct lw_schema *lw_schema_at(unsigned n)
{
	return n < sizeof(vocabularies) / sizeof(vocabularies[0]) ? vocabularies[n] : NULL;
}

const struct lw_schema *lw_schema_find(const char *name)
{
	for (size_t i = 0; i < sizeof(vocabularies) / sizeof(vocabularies[0]); i++)
		if (name && !strcmp(vocabularies[i]->name, name))
			return vocabularies[i];
	return NULL;
}
