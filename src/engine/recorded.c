/* SPDX-License-Identifier: Apache-2.0 */
/* A recorded tree, read by the engine whose tree it is. */
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/scst/scst.h"

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
	const char *end = text + len;

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

static bool is_below(const char *path, size_t len, const char *root)
{
	size_t n = strlen(root);

	return len >= n && !memcmp(path, root, n) && (len == n || path[n] == '/');
}

static const struct lw_engine *find_engine(const char *text, size_t len, struct lw_error *error)
{
	size_t path_len = 0;
	const char *path = first_path(text, len, &path_len);

	if (path && is_below(path, path_len, lw_engine_scst.root))
		return &lw_engine_scst;
	if (path && (is_below(path, path_len, "target") ||
		     is_below(path, path_len, "/sys/kernel/config/target")))
		lw_error_set(error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED,
			     "not yet supported: recorded LIO trees");
	else
		lw_error_set(error, -EINVAL, LW_CODE_UNKNOWN,
			     "no recorded kernel tree: no line has a path below %s",
			     lw_engine_scst.root);
	return NULL;
}

static int read_tree(const struct lw_engine *engine, struct lw_ktree *kt,
		     const struct lw_tree *share, struct lw_tree **ret, struct lw_report *report,
		     struct lw_error *error)
{
	struct lw_tree *tree =
		share ? lw_tree_new_sharing(engine->schema, share) : lw_tree_new(engine->schema);
	int r;

	if (!tree)
		return lw_error_set(error, -ENOMEM, LW_CODE_MEMORY, "out of memory");
	r = engine->read(kt, NULL, tree, report, error);
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}

int lw_engine_read_recorded(const char *name, const char *text, size_t len,
			    const struct lw_tree *share, struct lw_tree **ret,
			    struct lw_report *report)
{
	struct lw_error error = LW_ERROR_INIT;
	const struct lw_engine *engine = find_engine(text, len, &error);
	struct lw_ktree *kt = NULL;
	int r;

	if (!engine) {
		tell(report, name, &error);
		return error.err;
	}
	r = lw_kt_replay_open(name, text, len, engine->root, &kt, report);
	if (r == -ENOMEM)
		lw_error_set(&error, r, LW_CODE_MEMORY, "out of memory");
	if (r >= 0)
		r = read_tree(engine, kt, share, ret, report, &error);
	lw_kt_close(kt);

	/* Mistakes in the text are in the report already. */
	if (r < 0 && error.err)
		tell(report, name, &error);
	return r;
}
