/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of replaying and reading recorded trees, for any bytes:
 *   - a text is replayed, or refused with at least one mistake told;
 *   - what is listed can be asked for by its name, and is of the type that the listing says;
 *   - reading SCST from it gives a tree without a bad status, or an error told in the report.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "engine/engine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void walk(struct lw_ktree *kt, struct lw_str *path)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	size_t mark = path->len;

	if (lw_kt_list(kt, lw_str_text(path), &list, NULL) < 0)
		return;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct lw_kt_entry *entry = &list.entries[i];
		struct lw_kt_stat st;

		check(lw_kt_join(path, entry->name, entry->len) == 0);
		check(lw_kt_stat(kt, lw_str_text(path), &st, NULL) == 0 && st.type == entry->type);
		(void)lw_kt_read(kt, lw_str_text(path), &value, NULL);
		(void)lw_kt_readlink(kt, lw_str_text(path), &value, NULL);
		check(lw_kt_write(kt, lw_str_text(path), "1", 1, NULL) < 0);
		if (entry->type == LW_KT_DIR)
			walk(kt, path);
		lw_kt_cut(path, mark);
	}
}

static void replay(const char *text, size_t size)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	struct lw_ktree *kt = NULL;
	int r = lw_kt_replay_open("input", text, size, "", &kt, report);

	check(r == 0 || (r == -EINVAL && lw_report_count(report, LW_ERROR)));
	if (r == 0)
		walk(kt, &path);
	lw_kt_close(kt);
	lw_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lw_report *report = lw_report_new();
	const char *text = size ? (const char *)data : "";
	struct lw_tree *tree = NULL;
	int r;

	r = lw_recorded_read("input", text, size, size & LW_READ_SESSIONS, NULL, &tree, report);
	check(r <= 0 && (r == 0) == (tree != NULL));
	check((r < 0) == (lw_report_count(report, LW_ERROR) > 0));
	check(!tree || lw_tree_status(tree) == 0);
	lw_tree_free(tree);
	lw_report_free(report);
	replay(text, size);
	return 0;
}
