/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/mem.h"
#include "engine/engine.h"
#include "engine/scst/scst.h"

static const struct lw_engine *const engines[] = { &lw_engine_scst };

const struct lw_engine *lw_engine_find(const char *name)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(engines); i++) {
		if (name && !strcmp(engines[i]->name, name))
			return engines[i];
	}
	return NULL;
}
