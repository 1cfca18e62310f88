/* SPDX-License-Identifier: Apache-2.0 */
/* The engines: one row each. */
#include <stdbool.h>
#include <string.h>

#include "base/mem.h"
#include "engine/engine.h"
#include "engine/scst/scst.h"

static const struct lw_engine *const engines[] = { &lw_engine_scst };

const struct lw_engine *lw_engine_at(size_t n)
{
	return n < LW_ARRAY_LEN(engines) ? engines[n] : NULL;
}

bool lw_engine_is_below(const char *path, size_t len, const char *root)
{
	size_t n = strlen(root);

	return len >= n && !memcmp(path, root, n) && (len == n || path[n] == '/');
}

const struct lw_engine *lw_engine_of_schema(const struct lw_schema *schema)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(engines); i++)
		if (engines[i]->schema == schema)
			return engines[i];
	return NULL;
}

const struct lw_engine *lw_engine_of_path(const char *path, size_t len)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(engines); i++)
		if (lw_engine_is_below(path, len, engines[i]->root))
			return engines[i];
	return NULL;
}
