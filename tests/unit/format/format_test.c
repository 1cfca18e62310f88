/* SPDX-License-Identifier: Apache-2.0 */
#include "format_test.h"

#include <libgen.h>

const char *const examples[] = {
	"alua.conf",	"chap.conf", "fc-ports.conf", "file-disk.conf", "groups.conf",
	"ha-pair.conf", NULL
};

static const char *const severities[] = {
	[LW_NOTE] = "note",
	[LW_WARNING] = "warning",
	[LW_ERROR] = "error",
};

void add_messages(const struct lw_report *report, struct lw_str *out)
{
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		lw_str_addf(out, "%s:%u:%u: %s: %s", p->file, p->line, p->column,
			    severities[p->severity], p->message);
		if (p->hint)
			lw_str_addf(out, " (%s)", p->hint);
		lw_str_add_char(out, '\n');
	}
}

void expect_messages_at(const char *text, size_t len, const char *want, const char *file, int line)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree = NULL;
	int r;

	r = lw_format_read(LW_FORMAT_SCST_CONF, "c", text, len, NULL, &tree, report);
	lw_report_sort(report);
	add_messages(report, &got);
	_assert_true(r == (lw_report_count(report, LW_ERROR) ? -EINVAL : 0), "result", file, line);
	_assert_true(!tree == !!r, "a tree comes out of a text without errors only", file, line);
	if (strcmp(lw_str_text(&got), want) != 0)
		print_error("--- text\n%s\n--- got\n%s--- want\n%s---\n", text, lw_str_text(&got),
			    want);
	_assert_string_equal(lw_str_text(&got), want, file, line);
	lw_tree_free(tree);
	lw_report_free(report);
}

void expect_written_at(const char *text, const char *want, const char *file, int line)
{
	struct lw_tree *tree = must_read(text, strlen(text));
	char *got = must_write(tree);

	if (strcmp(got, want) != 0)
		print_error("--- got\n%s--- want\n%s---\n", got, want);
	_assert_string_equal(got, want, file, line);
	free(got);
	lw_tree_free(tree);
}

struct lw_tree *must_read(const char *text, size_t len)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree = NULL;

	if (lw_format_read(LW_FORMAT_SCST_CONF, "c", text, len, NULL, &tree, report) < 0) {
		add_messages(report, &got);
		fail_msg("--- text\n%.*s\n--- refused\n%s", (int)len, text, lw_str_text(&got));
	}
	lw_report_free(report);
	return tree;
}

char *must_write(const struct lw_tree *tree)
{
	struct lw_error err = LW_ERROR_INIT;
	char *text = NULL;

	if (lw_format_write(LW_FORMAT_SCST_CONF, tree, LW_WRITE_SECRETS, &text, &err) < 0)
		fail_msg("not written: %s", err.message);
	return text;
}

void expect_stable(const char *text, size_t len)
{
	struct lw_tree *first = must_read(text, len);
	char *once = must_write(first);
	struct lw_tree *second = must_read(once, strlen(once));
	char *twice = must_write(second);

	assert_string_equal(once, twice);
	free(once);
	free(twice);
	lw_tree_free(first);
	lw_tree_free(second);
}

char *read_example(const char *name, size_t *len)
{
	char here[] = __FILE__, path[4096];
	char *text = calloc(1, 65536);
	FILE *file;

	snprintf(path, sizeof(path), "%s/../../../examples/%s", dirname(here), name);
	file = fopen(path, "re");
	if (!file)
		fail_msg("%s: %s", path, strerror(errno));
	*len = fread(text, 1, 65535, file);
	fclose(file);
	return text;
}
