/* SPDX-License-Identifier: Apache-2.0 */
/* As lw_engine.modules. */
#ifndef LW_ENGINE_SCST_MODULES_H
#define LW_ENGINE_SCST_MODULES_H

#include "engine/engine.h"
#include "model/tree/tree.h"

int scst_modules(const struct lw_tree *want, const struct lw_module_sink *sink);

#endif
