/* SPDX-License-Identifier: Apache-2.0 */
/* A recorded tree, read by the engine whose tree it is. */
#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "base/str.h"
#include "engine/engine.h"

static void tell(struct lw_report *report, const char *name, const struct lw_error *error)
{
	const struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = error->code,
		.file = name,
		.object = error->object[0] ? error->object : NULL,
		.message = error->message,
		.hint = error->hint[0] ? error->hint : NULL,
	};

	lw_report_add(report, &problem);
}

/* The path of the first object in the text; NULL if no line looks like one. */
static const char *first_path(const char *text, size_t len, size_t *ret_len)
{
	const char *end = text ? text + len : NULL;

	while (text < end) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		const char *stop = newline ? newline : end;
		const char *tab = NULL;

		if (*text != '#')
			tab = memchr(text, '\t', (size_t)(stop - text));
		if (tab)
			tab = memchr(tab + 1, '\t', (size_t)(stop - tab - 1));
		if (tab) {
			const char *path = tab + 1;

			tab = memchr(path, '\t', (size_t)(stop - path));
			*ret_len = (size_t)((tab ? tab : stop) - path);
			return path;
		}
		text = stop + 1;
	}
	return NULL;
}

/* Engines whose trees are known when seen, but cannot be read yet. */
static const struct {
	const char *root, *name;
} later[] = {
	{ "target", "LIO" }, /* as recorded by its own tools: from configfs down */
	{ "/sys/kernel/config/target", "LIO" },
};

static const char *later_name(const char *path, size_t len)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(later); i++)
		if (lw_engine_is_below(path, len, later[i].root))
			return later[i].name;
	return NULL;
}

static void tell_unknown(struct lw_error *error)
{
	LW_AUTO_STR struct lw_str roots = LW_STR_INIT;
	const struct lw_engine *engine;

	for (size_t i = 0; (engine = lw_engine_at(i)); i++)
		lw_str_addf(&roots, "%s%s", i ? " or " : "", engine->root);
	if (lw_str_bad(&roots))
		(void)lw_error_memory(error);
	else
		lw_error_set(error, -EINVAL, LW_CODE_UNKNOWN,
			     "no recorded kernel tree: no line has a path below %s",
			     lw_str_text(&roots));
}

static const struct lw_engine *find_engine(const char *text, size_t len, struct lw_error *error)
{
	size_t path_len = 0;
	const char *path = first_path(text, len, &path_len);
	const struct lw_engine *engine = path ? lw_engine_of_path(path, path_len) : NULL;
	const char *name = path ? later_name(path, path_len) : NULL;

	if (engine)
		return engine;
	if (name)
		lw_error_set(error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED,
			     "not yet supported: recorded %s trees", name);
	else
		tell_unknown(error);
	return NULL;
}

struct reading {
	const struct lw_engine *engine;
	struct lw_engine_read_options options;
	struct lw_report *report;
	struct lw_error error;
};

static int read_tree(struct reading *reading, struct lw_ktree *kt, const struct lw_tree *share,
		     struct lw_tree **ret)
{
	const struct lw_schema *schema = reading->engine->schema;
	struct lw_tree *tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);
	int r;

	if (!tree)
		return lw_error_memory(&reading->error);
	r = reading->engine->read(kt, &reading->options, tree, reading->report, &reading->error);
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}

/* NOLINTNEXTLINE(readability-function-size): the public signature */
int lw_recorded_read(const char *name, const char *text, size_t len, unsigned flags,
		     const struct lw_tree *share, struct lw_tree **ret, struct lw_report *report)
{
	struct reading reading = {
		.options = LW_ENGINE_READ_OPTIONS_INIT,
		.report = report,
		.error = LW_ERROR_INIT,
	};
	struct lw_ktree *kt = NULL;
	int r;

	if (!name || (!text && len) || !ret)
		return -EINVAL;
	reading.options.flags = flags;
	reading.engine = find_engine(text, len, &reading.error);
	if (!reading.engine) {
		tell(report, name, &reading.error);
		return reading.error.err;
	}
	r = lw_kt_replay_open(name, text, len, reading.engine->root, &kt, report);
	if (r == -ENOMEM)
		r = lw_error_memory(&reading.error);
	if (r >= 0)
		r = read_tree(&reading, kt, share, ret);
	lw_kt_close(kt);

	/* Mistakes in the text are in the report already. */
	if (r < 0 && reading.error.err)
		tell(report, name, &reading.error);
	return r;
}
