/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a tree: read or refused; what was read is written, read again, and written the same. Then canon and check. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lunward/tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct lw_tree *read_text(const char *text, size_t len)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = NULL;
	int r = lw_tree_read_json("fuzz", text, len, NULL, &tree, report);

	/* A tree or a mistake, never both, never neither. */
	if (!tree != !!r || (r < 0) != (lw_report_count(report, LW_ERROR) > 0))
		abort();
	lw_report_free(report);
	return tree;
}

static char *write_text(const struct lw_tree *tree, unsigned flags)
{
	char *text = NULL;

	if (lw_tree_write_json(tree, flags, &text) < 0)
		abort();
	return text;
}

/* Every node is found by its path, or by that path another one that looks the same. */
static void check_paths(const struct lw_tree *tree, lw_node node)
{
	char *path = lw_node_path(tree, node);
	lw_node found = lw_tree_find_path(tree, path);
	char *same = lw_node_path(tree, found);

	if (!found || strcmp(path, same) != 0)
		abort();
	free(path);
	free(same);
	for (lw_node n = lw_node_first(tree, node); n; n = lw_node_next(tree, n))
		check_paths(tree, n);
}

/* Canonical is canonical: once more changes nothing. */
static void check_canon(struct lw_tree *tree)
{
	struct lw_report *report = lw_report_new();
	int r = lw_tree_canon(tree, report);
	char *once = write_text(tree, LW_JSON_SECRETS), *twice;

	if (lw_tree_canon(tree, NULL) != r)
		abort();
	twice = write_text(tree, LW_JSON_SECRETS);
	if (strcmp(once, twice) != 0)
		abort();
	if (lw_tree_resolve(tree) < 0)
		abort();
	r = lw_tree_check(tree, report);
	if (lw_tree_check(tree, NULL) != r)
		abort();
	free(once);
	free(twice);
	lw_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lw_tree *tree = read_text((const char *)data, size);

	if (tree) {
		char *once = write_text(tree, LW_JSON_SECRETS);
		struct lw_tree *again = read_text(once, strlen(once));
		char *twice = again ? write_text(again, LW_JSON_SECRETS) : NULL;

		if (!twice || strcmp(once, twice) != 0 || lw_tree_size(tree) != lw_tree_size(again))
			abort();
		free(write_text(tree, 0));
		check_paths(tree, lw_tree_root(tree));
		check_canon(tree);
		free(once);
		free(twice);
		lw_tree_free(again);
		lw_tree_free(tree);
	}
	return 0;
}
