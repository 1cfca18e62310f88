/* SPDX-License-Identifier: Apache-2.0 */
/* Which languages there are, and how a text tells which one it is. */
#include "lunward/format.h"

#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "format/scst_conf.h"

static const char *const names[] = {
	[LW_FORMAT_UNKNOWN] = "unknown",
	[LW_FORMAT_SCST_CONF] = "scst.conf",
	[LW_FORMAT_TREE_JSON] = "tree",
	[LW_FORMAT_RECORDED] = "recorded",
};
_Static_assert(LW_ARRAY_LEN(names) == LW_FORMAT_COUNT_, "every format has a name");

const char *lw_format_name(enum lw_format format)
{
	return (unsigned)format < LW_FORMAT_COUNT_ ? names[format] : names[LW_FORMAT_UNKNOWN];
}

enum lw_format lw_format_find(const char *name)
{
	for (unsigned i = LW_FORMAT_UNKNOWN + 1; name && i < LW_FORMAT_COUNT_; i++)
		if (!strcmp(names[i], name))
			return (enum lw_format)i;
	return LW_FORMAT_UNKNOWN;
}

/* "0755 d /sys/kernel/scst_tgt", with tabs: mode, type, path. */
static bool is_recorded_line(const char *line, size_t len)
{
	if (len < 8 || line[4] != '\t' || line[6] != '\t' || line[7] != '/')
		return false;
	for (unsigned i = 0; i < 4; i++)
		if (line[i] < '0' || line[i] > '7')
			return false;
	return line[5] >= 'a' && line[5] <= 'z';
}

static size_t line_len(const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);

	return end ? (size_t)(end - text) + 1 : len;
}

static size_t blank_len(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && strchr(" \t\r\n", text[n]) && text[n])
		n++;
	return n;
}

enum lw_format lw_format_guess(const char *text, size_t len)
{
	size_t n;

	if (!text)
		len = 0;
	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		text += 3;
		len -= 3;
	}

	/* A statement of scst.conf never begins with a brace, so the reader of JSON may explain what is wrong. */
	n = blank_len(text, len);
	if (n < len && text[n] == '{')
		return LW_FORMAT_TREE_JSON;

	while (len && (*text == '#' || *text == '\n')) {
		n = line_len(text, len);
		text += n;
		len -= n;
	}
	return is_recorded_line(text, len) ? LW_FORMAT_RECORDED : LW_FORMAT_SCST_CONF;
}

static int refuse_recorded(const char *name, struct lw_report *report)
{
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = LW_CODE_UNSUPPORTED,
		.file = name,
		.message = "this is a recorded kernel tree, not a configuration",
		.hint = "give it to an engine as what it finds instead of a kernel",
	};

	lw_report_add(report, &problem);
	return -ENOTSUP;
}

/* NOLINTNEXTLINE(readability-function-size): the public signature */
int lw_format_read(enum lw_format format, const char *name, const char *text, size_t len,
		   const struct lw_tree *share, struct lw_tree **ret, struct lw_report *report)
{
	if (!name || (!text && len) || !ret)
		return -EINVAL;
	if (len > LW_FORMAT_MAX)
		return -E2BIG;
	if (!text)
		text = "";
	if (format == LW_FORMAT_UNKNOWN)
		format = lw_format_guess(text, len);

	switch (format) {
	case LW_FORMAT_SCST_CONF:
		return lw_scst_conf_read(name, text, len, share, ret, report);
	case LW_FORMAT_TREE_JSON:
		return lw_tree_read_json(name, text, len, share, ret, report);
	case LW_FORMAT_RECORDED:
		return refuse_recorded(name, report);
	default:
		return -EINVAL;
	}
}

int lw_format_write(enum lw_format format, const struct lw_tree *tree, unsigned flags, char **ret,
		    struct lw_error *err)
{
	int r;

	if (!tree || !ret)
		return lw_error_set(err, -EINVAL, LW_CODE_INVALID,
				    "there is no tree to be written");
	switch (format) {
	case LW_FORMAT_SCST_CONF:
		return lw_scst_conf_write(tree, flags, ret, err);
	case LW_FORMAT_TREE_JSON:
		r = lw_tree_write_json(tree, flags & LW_WRITE_SECRETS ? LW_JSON_SECRETS : 0, ret);
		return r == -ENOMEM ? lw_error_memory(err) : r;
	default:
		return lw_error_set(err, -ENOTSUP, LW_CODE_UNSUPPORTED,
				    "nothing can be written as %s", lw_format_name(format));
	}
}
