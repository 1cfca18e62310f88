/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words as scst_conf_lex.c reads them back, and, where that is possible, scstadmin, too: no quotes where none are needed,
 * \# even inside quotes, [\GROUP. What it cannot read however it is written: braces that are no block's; with blanks, a '"',
 * or a backslash at the end; without, a '"' at both ends.
 */
#include "format/scst_conf_internal.h"

#include <errno.h>
#include <string.h>

/* Blanks, what ends a statement, what is refused outside quotes. */
static bool needs_quotes(unsigned char c)
{
	return c <= ' ' || c == ';' || c == 0x7f;
}

/* "[GROUP x": scstadmin would take the whole file for one of SCST 1.x. */
static bool is_section(const char *text, size_t len, size_t i)
{
	size_t n = i && text[i - 1] == '[' ? lw_conf_section(text + i, len - i) : 0;

	return n && i + n < len && (unsigned char)text[i + n] <= ' ';
}

/* Whether a backslash goes before text[@i], which is no NUL. */
static bool needs_escape(const char *text, size_t len, size_t i)
{
	return strchr("#\\\"{}", text[i]) || is_section(text, len, i);
}

int lw_conf_quote(const char *text, size_t len, bool quoted, struct lw_str *out)
{
	size_t run = 0;

	/* A value that begins with '=' would look like a mistake. */
	quoted = quoted || !len || text[0] == '=';
	if (len > CONF_WORD_MAX)
		return -EINVAL;
	for (size_t i = 0; i < len; i++) {
		if (!text[i] || text[i] == '\n')
			return -EINVAL;
		quoted = quoted || needs_quotes((unsigned char)text[i]);
	}

	if (quoted)
		lw_str_add_char(out, '"');
	for (size_t i = 0; i < len; i++) {
		if (!needs_escape(text, len, i))
			continue;
		lw_str_add_bytes(out, text + run, i - run);
		lw_str_add_char(out, '\\');
		run = i;
	}
	lw_str_add_bytes(out, text + run, len - run);
	if (quoted)
		lw_str_add_char(out, '"');
	return 0;
}

bool lw_conf_name_misread(const struct conf_words *words, const struct lw_kind_spec *kind,
			  const char *name, size_t len)
{
	return memchr(name, '=', len) || name[0] == '[' ||
	       !strncmp(name, CONF_BOM, strlen(CONF_BOM)) ||
	       lw_conf_keyword_any_case(words, name, len) || lw_conf_is_capitals(name, len) ||
	       lw_conf_instance_of(kind, name, len) >= 0;
}
