/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as scst.conf: read or refused; what was read is written, read again, and written the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lunward/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct lw_tree *read_text(const char *text, size_t len, struct lw_report *report)
{
	struct lw_tree *tree = NULL;
	int r = lw_format_read(LW_FORMAT_SCST_CONF, "fuzz", text, len, NULL, &tree, report);

	if (!tree != !!r || (r < 0) != (lw_report_count(report, LW_ERROR) > 0))
		abort();
	return tree;
}

static char *write_text(const struct lw_tree *tree)
{
	struct lw_error err = LW_ERROR_INIT;
	char *text = NULL;

	/* What the language said it can say again. */
	if (lw_format_write(LW_FORMAT_SCST_CONF, tree, LW_WRITE_SECRETS, &text, &err) < 0)
		abort();
	return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lw_report *report = lw_report_new(), *clean = lw_report_new();
	struct lw_tree *tree = read_text((const char *)data, size, report);

	if (tree) {
		char *once = write_text(tree);
		struct lw_tree *again = read_text(once, strlen(once), clean);
		char *twice = again ? write_text(again) : NULL;

		if (!twice || strcmp(once, twice) != 0 || lw_tree_size(tree) != lw_tree_size(again))
			abort();
		free(once);
		free(twice);
		lw_tree_free(again);
		lw_tree_free(tree);
	}
	lw_report_free(report);
	lw_report_free(clean);
	return 0;
}
