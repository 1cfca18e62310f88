/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/modules.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

#ifdef HAVE_KMOD
#include <dlfcn.h>
#include <libkmod.h>

/*
 * The library is opened when a module is missing, not linked: with what it needs itself, it would double the time that the
 * program takes to start.
 */
#define KMOD_CALLS(X) \
	X(kmod_new) \
	X(kmod_unref) \
	X(kmod_set_log_priority) \
	X(kmod_module_new_from_name) \
	X(kmod_module_unref) \
	X(kmod_module_get_initstate) \
	X(kmod_module_probe_insert_module)

struct kmod_calls {
	void *library;
#define X(name) __typeof__(&(name)) name;
	KMOD_CALLS(X)
#undef X
};

static int open_kmod(struct kmod_calls *ret, struct lw_error *error)
{
	void *library = dlopen("libkmod.so.2", RTLD_NOW | RTLD_LOCAL);
	bool whole = library;

#define X(name) \
	if (whole) { \
		void *symbol = dlsym(library, #name); \
\
		memcpy(&ret->name, &symbol, sizeof(symbol)); \
		whole = symbol; \
	}
	KMOD_CALLS(X)
#undef X
	ret->library = library;
	if (whole)
		return 0;
	if (library)
		dlclose(library);
	lw_error_set(error, -ENOPKG, LW_CODE_UNSUPPORTED,
		     "kernel modules cannot be loaded: libkmod.so.2 is not here");
	lw_error_hint(error, "load them with modprobe, or install libkmod2");
	return -ENOPKG;
}

struct loading {
	struct kmod_calls calls;
	struct kmod_ctx *kmod;
	struct lw_error *error;
};

static bool is_there(const struct loading *loading, struct kmod_module *module)
{
	int state = loading->calls.kmod_module_get_initstate(module);

	return state == KMOD_MODULE_BUILTIN || state == KMOD_MODULE_LIVE;
}

static int load(void *arg, const struct lw_module *module)
{
	struct loading *loading = arg;
	const struct kmod_calls *calls = &loading->calls;
	struct kmod_module *found = NULL;
	int r = calls->kmod_module_new_from_name(loading->kmod, module->name, &found);

	if (r >= 0 && !is_there(loading, found))
		r = calls->kmod_module_probe_insert_module(found, KMOD_PROBE_APPLY_BLACKLIST, NULL,
							   NULL, NULL, NULL);
	if (found)
		calls->kmod_module_unref(found);
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
	struct loading loading = { .error = error };
	const struct lw_module_sink sink = { load, &loading };
	int r = open_kmod(&loading.calls, error);

	if (r < 0)
		return r;
	loading.kmod = loading.calls.kmod_new(NULL, NULL);
	if (!loading.kmod) {
		dlclose(loading.calls.library);
		return lw_error_memory(error);
	}
	loading.calls.kmod_set_log_priority(loading.kmod, 0); /* failures are told here, and once */
	r = engine->modules ? engine->modules(want, &sink) : 0;
	loading.calls.kmod_unref(loading.kmod);
	dlclose(loading.calls.library);
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
