/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/system.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/lock.h"
#include "apply/run.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/mem.h"
#include "engine/modules.h"
#include "model/tree/saved.h"

#define AWAIT_MS 10000
#define AWAIT_STEP_MS 50
/* How often a tree that does not fit together is read anew. */
#define READ_AGAIN 5

const struct lw_engine *lw_engine_named(const char *name, struct lw_error *error)
{
	LW_AUTO_STR struct lw_str known = LW_STR_INIT;
	const struct lw_engine *engine;

	for (size_t i = 0; (engine = lw_engine_at(i)); i++) {
		if (name && !strcmp(engine->name, name))
			return engine;
		lw_str_addf(&known, "%s%s", i ? ", " : "", engine->name);
	}
	lw_error_set(error, -EINVAL, LW_CODE_UNKNOWN, "no such engine: %s", name ? name : "none");
	lw_error_hint(error, "engines: %s", lw_str_text(&known));
	return NULL;
}

int lw_system_view(const struct lw_engine *engine, const char *root, struct lw_ktree **ret,
		   struct lw_error *error)
{
	int r = lw_kt_real_open(root, ret, error);
	struct lw_kt_stat st;

	if (r >= 0 && lw_kt_stat(*ret, engine->witness, &st, NULL) == -ENOENT) {
		const char *own = strrchr(engine->root, '/') + 1;

		lw_error_set(error, -ENODEV, LW_CODE_MISSING,
			     "%s is not here: %s is something else, without a file %s",
			     engine->schema->title, root, engine->witness);
		lw_error_object(error, root);
		if (lw_kt_stat(*ret, own, &st, NULL) == 0)
			lw_error_hint(error, "did you mean %s/%s?", root, own);
		return -ENODEV;
	}
	if (r == -ENOENT || r == -ENOTDIR) {
		lw_error_set(error, -ENODEV, LW_CODE_MISSING, "%s is not here: there is no %s",
			     engine->schema->title, root);
		lw_error_hint(error, "load its kernel modules, or name another place with --root");
		return -ENODEV;
	}
	return r;
}

/* A module makes its part of the tree a moment after it was loaded. */
static void await(const char *root)
{
	struct timespec pause = { 0, AWAIT_STEP_MS * 1000000L };

	for (unsigned n = 0; n < AWAIT_MS / AWAIT_STEP_MS && access(root, F_OK) < 0; n++)
		nanosleep(&pause, NULL);
}

static int note_missing(void *arg, const struct lw_module *module, const char *why)
{
	struct lw_system *system = arg;
	struct lw_missing *missing;

	if (lw_grow(&system->missing, &system->missing_cap, (uint64_t)system->nmissing + 1,
		    sizeof(*missing)) < 0)
		return -ENOMEM;
	missing = &system->missing[system->nmissing];
	*missing = (struct lw_missing){ .path = strdup(module->brings), .comes = !why };
	if (!missing->path)
		return -ENOMEM;
	snprintf(missing->why, sizeof(missing->why), "%s", why ? why : "");
	system->nmissing++;
	return 0;
}

static int load_modules(const struct lw_system_options *options, struct lw_system *system,
			struct lw_error *error)
{
	const struct lw_engine *engine = system->engine;
	const struct lw_module_told told = { note_missing, system };
	bool elsewhere = strcmp(system->root, engine->root) != 0;
	enum lw_modules_how how = elsewhere	       ? LW_MODULES_NONE
				  : options->load_none ? LW_MODULES_LOOK
						       : LW_MODULES_LOAD;
	int r;

	if (!options->load)
		return 0;
	r = lw_modules_load(engine, system->root, options->load, how, &told, error);
	if (r == -ENOMEM)
		return lw_error_memory(error);
	/* Nothing of the engine is here at all: that is the news. */
	if (r < 0 && access(engine->root, F_OK) < 0)
		return lw_error_prefix(error, -ENODEV, "%s is not here", engine->schema->title);
	if (how == LW_MODULES_LOAD && r >= 0)
		await(engine->root);
	return r;
}

int lw_system_attend(struct lw_system *system, const struct lw_system_options *options,
		     struct lw_error *error)
{
	system->log = lw_calloc(1, sizeof(*system->log));
	if (!system->log)
		return lw_error_memory(error);
	*system->log = (struct lw_log){ .take = options->log,
					.arg = options->log_arg,
					.level = options->log_level,
					.schema = system->engine->schema };
	system->bare = system->kt;
	return lw_log_view(system->log, system->bare, &system->kt, error);
}

static int open_system(const struct lw_system_options *options, const struct lw_engine *engine,
		       struct lw_ktree *kt, struct lw_system *system, struct lw_error *error)
{
	int r = 0;

	system->engine = engine;
	system->lock = -1;
	system->state.dir = -1;
	system->kt = kt;
	system->given = kt;
	system->grace_ms = LW_RUN_GRACE_MS;
	system->root = strdup(options->root ? options->root : engine->root);
	if (options->files ||
	    (!kt && !strcmp(options->root ? options->root : engine->root, engine->root)))
		system->files = strdup(options->files ? options->files : "");
	system->state_dir = options->state ? strdup(options->state) : NULL;
	if (!system->root || (options->files && !system->files) ||
	    (options->state && !system->state_dir))
		return lw_error_memory(error);
	if (!kt)
		r = load_modules(options, system, error);
	if (!kt && r >= 0)
		r = lw_system_view(engine, system->root, &system->kt, error);
	return r < 0 ? r : lw_system_attend(system, options, error);
}

int lw_system_open_view(const struct lw_system_options *options, struct lw_ktree *kt,
			struct lw_system **ret, struct lw_error *error)
{
	struct lw_system_options known = LW_SYSTEM_OPTIONS_INIT;
	const struct lw_engine *engine;
	struct lw_system *system;
	int r;

	/* A caller of an earlier version knows fewer. */
	memcpy(&known, options, options->size < sizeof(known) ? options->size : sizeof(known));
	engine = lw_engine_named(known.engine, error);
	system = engine ? lw_calloc(1, sizeof(*system)) : NULL;

	if (!system) {
		lw_kt_close(kt);
		return engine ? lw_error_memory(error) : -EINVAL;
	}
	r = open_system(&known, engine, kt, system, error);
	if (r < 0) {
		lw_system_close(system);
		return r;
	}
	*ret = system;
	return 0;
}

int lw_system_open(const struct lw_system_options *options, struct lw_system **ret,
		   struct lw_error *error)
{
	return options && ret ? lw_system_open_view(options, NULL, ret, error) : -EINVAL;
}

void lw_system_close(struct lw_system *system)
{
	if (!system)
		return;
	lw_system_unlock(system);
	lw_guardian_stop(&system->guardian, false);
	/* A command that does not come back has the view for itself. */
	if (!system->lost)
		lw_kt_close(system->kt);
	free(system->log);
	lw_state_close(&system->state);
	for (uint32_t i = 0; i < system->nmissing; i++)
		free(system->missing[i].path);
	free(system->missing);
	free(system->state_dir);
	free(system->root);
	free(system->files);
	free(system);
}

const struct lw_schema *lw_system_schema(const struct lw_system *system)
{
	return system ? system->engine->schema : NULL;
}

int lw_system_remember(struct lw_system *system, struct lw_error *error)
{
	if (system->state.dir >= 0)
		return 0;
	return lw_state_open(system->state_dir, system->engine->name, &system->state, error);
}

int lw_system_recall(struct lw_system *system, struct lw_error *error)
{
	int r;

	if (system->state.dir >= 0)
		return 0;
	r = lw_state_look(system->state_dir, system->engine->name, &system->state, error);
	if (r != -ENOENT)
		return r;
	lw_state_close(&system->state);
	return 0;
}

int lw_system_lock(struct lw_system *system, unsigned seconds, struct lw_error *error)
{
	int r;

	if (!system)
		return -EINVAL;
	if (system->lock >= 0)
		return 0;
	r = lw_system_remember(system, error);
	if (r >= 0)
		r = lw_lock_take(&system->state, seconds, &system->lock, error);
	if (r >= 0)
		r = lw_pause_heal(system, error);
	if (r < 0)
		lw_system_unlock(system);
	return r;
}

void lw_system_unlock(struct lw_system *system)
{
	if (!system || system->lock < 0)
		return;
	close(system->lock);
	system->lock = -1;
}

int lw_system_ready(const struct lw_system *system, struct lw_error *error)
{
	if (system->lock < 0)
		return lw_error_set(error, -ENOLCK, LW_CODE_INTERNAL, "the lock is not held");
	if (!system->lost)
		return 0;
	lw_error_set(error, -EBUSY, LW_CODE_BUSY,
		     "the kernel is still at a command that it does not come back from");
	lw_error_hint(error, "look at the kernel's log; when it has recovered, apply again");
	return -EBUSY;
}

/* A node that leads to what was not read: made behind the reader's back, or gone meanwhile. */
static bool is_loose(const struct lw_tree *tree, lw_node n)
{
	return (node_at(tree, n)->flags & (LW_NODE_DEAD | LW_NODE_UNRESOLVED)) ==
		       LW_NODE_UNRESOLVED &&
	       !(node_kind(tree, n)->flags & (LW_K_REF_OPTIONAL | LW_K_SESSION));
}

static bool is_torn(const struct lw_tree *tree)
{
	for (lw_node n = 2; n < tree->nnode; n++)
		if (is_loose(tree, n))
			return true;
	return false;
}

/* What is left is as it was when the things were read that others refer to. */
static void cut_loose(struct lw_tree *tree, struct lw_report *report)
{
	for (lw_node n = 2; n < tree->nnode; n++) {
		if (!is_loose(tree, n))
			continue;
		lw_tree_report(tree, n, NULL, report, LW_WARNING, LW_CODE_GONE,
			       "somebody else is changing things",
			       "left out: it leads to %s, which was not there",
			       lw_node_ref_name(tree, n));
		lw_tree_remove(tree, n);
	}
}

static int read_once(struct lw_system *system, const struct lw_tree *share,
		     const struct lw_engine_read_options *options, struct lw_tree **ret,
		     struct lw_report *report)
{
	const struct lw_schema *schema = lw_system_schema(system);
	struct lw_error error = LW_ERROR_INIT;
	struct lw_tree *tree;
	int r;

	tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);
	r = tree ? system->engine->read(system->kt, options, tree, report, &error)
		 : lw_error_memory(&error);
	if (r < 0)
		lw_tell(report, &error);
	if (r >= 0)
		r = lw_tree_canon(tree, report);
	if (r >= 0)
		r = lw_tree_resolve(tree);
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}

/* While somebody else is at work, what is read in one part does not fit what is read in another: then once more. */
int lw_system_read_some(struct lw_system *system, const struct lw_tree *share,
			const struct lw_engine_read_options *options, struct lw_tree **ret,
			struct lw_report *report)
{
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_tree *tree = NULL;
	int r;

	for (unsigned tries = 0;; tries++) {
		struct lw_report *said = lw_report_new();
		bool again;

		r = said ? read_once(system, share, options, &tree, said) : -ENOMEM;
		again = !r && tries < READ_AGAIN && is_torn(tree);
		if (!again)
			lw_tell_all(report, said);
		lw_report_free(said);
		if (!again)
			break;
		lw_tree_free(tree);
	}
	if (r < 0)
		return lw_tell_memory(report, before, r);
	cut_loose(tree, report);
	*ret = tree;
	return 0;
}

int lw_system_read(struct lw_system *system, const struct lw_tree *share, unsigned flags,
		   struct lw_tree **ret, struct lw_report *report)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;

	if (!system || !ret)
		return -EINVAL;
	options.flags = flags & LW_READ_SESSIONS;
	if (flags & LW_READ_NAMES)
		options.depth = LW_DEPTH_NAME;
	return lw_system_read_some(system, share, &options, ret, report);
}

int lw_system_saved(struct lw_system *system, unsigned flags, struct lw_tree **ret,
		    struct lw_report *report)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_tree *tree = NULL;
	int r;

	if (!system || !ret)
		return -EINVAL;
	r = lw_system_read(system, NULL, 0, &tree, report);
	if (r < 0)
		return r;
	r = lw_tree_to_saved(tree, flags & LW_SAVED_ALL);
	if (r < 0) {
		lw_error_memory(&error);
		lw_tell(report, &error);
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}
