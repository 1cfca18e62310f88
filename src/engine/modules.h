/* SPDX-License-Identifier: Apache-2.0 */
/* Loading kernel modules, with what they depend on. */
#ifndef LW_ENGINE_MODULES_H
#define LW_ENGINE_MODULES_H

#include "engine/engine.h"

/* What is done about modules whose part of the engine's tree is missing. */
enum lw_modules_how {
	LW_MODULES_LOAD,
	LW_MODULES_LOOK, /* whether they could be loaded */
	LW_MODULES_NONE	 /* they are told as missing */
};

/**
 * struct lw_module_told - told of each required module whose part is missing: one that was not loaded.
 * @told: @why NULL: it could be (LW_MODULES_LOOK); returns 0 or -ENOMEM
 */
struct lw_module_told {
	int (*told)(void *arg, const struct lw_module *module, const char *why);
	void *arg;
};

/*
 * Sees to the modules of a configuration whose part is missing below @root. That an optional one cannot be loaded is no news.
 * That the engine's own cannot is an error; where the engine is there, what another one would bring is not, and @told hears of
 * it. Where the library was built without libkmod, nothing is loaded.
 */
int lw_modules_load(const struct lw_engine *engine, const char *root, const struct lw_tree *want,
		    enum lw_modules_how how, const struct lw_module_told *told,
		    struct lw_error *error);

#endif
