/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LW_ENGINE_SCST_FILES_H
#define LW_ENGINE_SCST_FILES_H

#include "engine/engine.h"

/* As in struct lw_engine. */
int scst_files(struct lw_ktree *kt, const struct lw_file_query *query, struct lw_error *error);
int scst_act(struct lw_ktree *kt, const struct lw_tree *tree, lw_node node, const char *file,
	     const char *text, struct lw_error *error);

#endif
