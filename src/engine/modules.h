/* SPDX-License-Identifier: Apache-2.0 */
/* Loading kernel modules, with what they depend on. */
#ifndef LW_ENGINE_MODULES_H
#define LW_ENGINE_MODULES_H

#include "engine/engine.h"

/*
 * Loads what the configuration needs and is neither loaded nor built in. An optional one that cannot be loaded is no news; a
 * required one is an error. Where the library was built without libkmod, nothing is loaded.
 */
int lw_modules_load(const struct lw_engine *engine, const struct lw_tree *want,
		    struct lw_error *error);

#endif
