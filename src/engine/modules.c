/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/modules.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	X(kmod_module_get_path) \
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

/* Opened when the first module is missing; why it cannot be, for all that follow. */
struct kmod {
	struct kmod_calls calls;
	struct kmod_ctx *context;
	struct lw_error why;
	bool tried;
};

static int open_context(struct kmod *kmod)
{
	int r;

	if (kmod->tried)
		return kmod->why.err;
	kmod->tried = true;
	r = open_kmod(&kmod->calls, &kmod->why);
	if (r < 0)
		return r;
	kmod->context = kmod->calls.kmod_new(NULL, NULL);
	if (!kmod->context)
		return lw_error_memory(&kmod->why);
	kmod->calls.kmod_set_log_priority(kmod->context, 0); /* failures are told here, and once */
	return 0;
}

static void close_context(struct kmod *kmod)
{
	if (kmod->context)
		kmod->calls.kmod_unref(kmod->context);
	if (kmod->calls.library)
		dlclose(kmod->calls.library);
}

static bool is_there(const struct kmod *kmod, struct kmod_module *module)
{
	int state = kmod->calls.kmod_module_get_initstate(module);

	return state == KMOD_MODULE_BUILTIN || state == KMOD_MODULE_LIVE;
}

/* One that is there already and has not brought its part will not do so now. */
static int see_to(struct kmod *kmod, const char *name, bool load)
{
	const struct kmod_calls *calls = &kmod->calls;
	struct kmod_module *found = NULL;
	int r = calls->kmod_module_new_from_name(kmod->context, name, &found);

	if (r >= 0 && !is_there(kmod, found) && load)
		r = calls->kmod_module_probe_insert_module(found, KMOD_PROBE_APPLY_BLACKLIST, NULL,
							   NULL, NULL, NULL);
	else if (r >= 0 && !load && (is_there(kmod, found) || !calls->kmod_module_get_path(found)))
		r = -ENOENT;
	if (found)
		calls->kmod_module_unref(found);
	return r > 0 ? 0 : r;
}

/* 0 where it is loaded, or could be; else why not. */
static int try(struct kmod *kmod, const struct lw_module *module, bool load, struct lw_error *why)
{
	int r = open_context(kmod);

	if (r < 0) {
		*why = kmod->why;
		return r;
	}
	r = see_to(kmod, module->name, load);
	if (r < 0) {
		lw_error_errno(why, r, "the kernel module %s, which %s needs, cannot be loaded",
			       module->name, module->because);
		lw_error_hint(why, "modprobe %s may say more", module->name);
	}
	return r;
}
#else
struct kmod {
	bool tried;
};

static int try(struct kmod *kmod, const struct lw_module *module, bool load, struct lw_error *why)
{
	(void)load;
	kmod->tried = true;
	return lw_error_set(why, -ENOPKG, LW_CODE_UNSUPPORTED,
			    "the kernel module %s is not loaded, and this lunward loads none",
			    module->name);
}

static void close_context(struct kmod *kmod)
{
	(void)kmod;
}
#endif

struct loading {
	struct kmod kmod;
	const char *root;
	enum lw_modules_how how;
	const struct lw_module_told *told;
	struct lw_error *error;
};

static bool has_brought(const struct loading *loading, const struct lw_module *module)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s/%s", loading->root, module->brings);
	return !lw_str_bad(&path) && access(lw_str_text(&path), F_OK) == 0;
}

static int take(void *arg, const struct lw_module *module)
{
	struct loading *loading = arg;
	struct lw_error why = LW_ERROR_INIT;
	bool load = loading->how == LW_MODULES_LOAD;
	int r = -ENOENT;

	if (has_brought(loading, module))
		return 0;
	/* Whether the engine itself is there is seen by who opens it. */
	if (!load && !*module->brings)
		return 0;
	if (loading->how != LW_MODULES_NONE)
		r = try(&loading->kmod, module, load, &why);
	if (!module->required || (load && r >= 0))
		return 0;
	if (r < 0 && !*module->brings) {
		*loading->error = why;
		return r;
	}
	return loading->told->told(loading->told->arg, module, r < 0 ? why.message : NULL);
}

int lw_modules_load(const struct lw_engine *engine, const char *root, const struct lw_tree *want,
		    enum lw_modules_how how, const struct lw_module_told *told,
		    struct lw_error *error)
{
	struct loading loading = { .root = root, .how = how, .told = told, .error = error };
	const struct lw_module_sink sink = { take, &loading };
	int r = engine->modules ? engine->modules(want, &sink) : 0;

	close_context(&loading.kmod);
	return r;
}
