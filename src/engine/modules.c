/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/modules.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

#ifdef HAVE_KMOD
#include <libkmod.h>

struct loading {
	struct kmod_ctx *kmod;
	struct lw_error *error;
};

static bool is_there(struct kmod_module *module)
{
	int state = kmod_module_get_initstate(module);

	return state == KMOD_MODULE_BUILTIN || state == KMOD_MODULE_LIVE;
}

static int load(void *arg, const struct lw_module *module)
{
	struct loading *loading = arg;
	struct kmod_module *found = NULL;
	int r = kmod_module_new_from_name(loading->kmod, module->name, &found);

	if (r >= 0 && !is_there(found))
		r = kmod_module_probe_insert_module(found, KMOD_PROBE_APPLY_BLACKLIST, NULL, NULL,
						    NULL, NULL);
	if (found)
		kmod_module_unref(found);
	if (r >= 0 || !module->required)
		return 0;
	lw_error_errno(loading->error, r, "the kernel module %s, which %s needs, cannot be loaded",
		       module->name, module->because);
	lw_error_hint(loading->error, "modprobe %s may say more", module->name);
	return r;
}

int lw_modules_load(const struct lw_engine *engine, const struct lw_tree *want,
		    struct lw_error *error)
{
	struct loading loading = { kmod_new(NULL, NULL), error };
	const struct lw_module_sink sink = { load, &loading };
	int r;

	if (!loading.kmod)
		return lw_error_memory(error);
	kmod_set_log_priority(loading.kmod, 0); /* failures are told here, and once */
	r = engine->modules ? engine->modules(want, &sink) : 0;
	kmod_unref(loading.kmod);
	return r;
}
#else
int lw_modules_load(const struct lw_engine *engine, const struct lw_tree *want,
		    struct lw_error *error)
{
	(void)engine;
	(void)want;
	(void)error;
	return 0;
}
#endif
