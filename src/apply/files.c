/* SPDX-License-Identifier: Apache-2.0 */
/* Files of an object as they stand: shown, and written where they are no configuration. */
#include <errno.h>

#include "apply/system.h"
#include "base/fail.h"

int lw_system_files(struct lw_system *system, const struct lw_file_query *query,
		    struct lw_error *error)
{
	if (!system || !query || !query->tree || !query->node || !query->give)
		return -EINVAL;
	if (!system->engine->files)
		return lw_error_set(error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED,
				    "%s: files cannot be shown yet", system->engine->name);
	return system->engine->files(system->kt, query, error);
}

int lw_system_act(struct lw_system *system, const struct lw_tree *tree, lw_node node,
		  const char *file, const char *text, struct lw_error *error)
{
	int r;

	if (!system || !tree || !node || !file || !text)
		return -EINVAL;
	r = lw_system_ready(system, error);
	if (r < 0)
		return r;
	if (!system->engine->act)
		return lw_error_set(error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED,
				    "%s: files cannot be written so yet", system->engine->name);
	return system->engine->act(system->kt, tree, node, file, text, error);
}
