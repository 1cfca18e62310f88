/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What scstadmin (Perl) would make of a statement. It works in steps: comments are cut, each \x becomes x, braces and newlines
 * make statements, and only what is left is split into words. So a backslash protects nothing but a '#'.
 *
 * A '#' or a brace is seen in its word (scst_conf_word.c). Here is what takes a whole statement to be seen.
 */
#include "format/scst_conf_internal.h"

#include <errno.h>
#include <string.h>

/* What \s matches. */
static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* ---- SCST 1.x */

size_t lw_conf_section(const char *text, size_t len)
{
	static const char *const sections[] = { "HANDLER", "GROUP", "ASSIGNMENT" };

	for (unsigned i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		size_t n = strlen(sections[i]);

		if (len >= n && !memcmp(text, sections[i], n))
			return n;
	}
	return 0;
}

/* m/\[(.*)\s+.*\]/ with such a name in the parentheses, quotes or not: the first '[', the last blank before the last ']'. */
static void warn_of_section(struct conf_lex *lex)
{
	const char *start = lex->text + lex->words[0].at, *end = lex->text + lex->last_end;
	const char *open = memchr(start, '[', (size_t)(end - start));
	const char *name = open ? open + 1 : end;
	const char *blank = name + lw_conf_section(name, (size_t)(end - name));

	if (blank == name || blank == end || !is_space(*blank))
		return;
	while (end > blank && end[-1] != ']')
		end--;
	if (end == blank)
		return;
	while (!is_space(*--end))
		;
	if (end == blank)
		lw_conf_lex_warn(lex, (uint32_t)(open - lex->text),
				 "put a backslash behind the '['",
				 "scstadmin takes this for a section of SCST 1.x, and the whole "
				 "file for a file of that");
}

/* ---- words */

/* Behind a '"': where the one is that closes it; NULL if none does. As "([^"\\]*(\\.[^"\\]*)*)" matches. */
static const char *closing_quote(const char *at, const char *end)
{
	for (; at < end && *at != '"'; at++)
		if (*at == '\\')
			at++;
	return at < end ? at : NULL;
}

/* Whether scstadmin finds this word at @at, where it looks for one; then goes past it. */
static bool finds_word(const char **at, const char *end, const struct conf_word *word)
{
	const char *start = *at, *close = NULL;

	if (start < end && *start == '"')
		close = closing_quote(start + 1, end);
	if (close) {
		start++;
		*at = close + 1;
	} else {
		while (*at < end && !is_space(**at))
			++*at;
		close = *at;
	}
	return (size_t)(close - start) == word->len && !memcmp(start, word->text, word->len);
}

/* The statement without its backslashes, words a blank apart. */
static void add_plain(const struct conf_lex *lex, struct lw_str *out)
{
	for (unsigned i = 0; i < lex->nword; i++) {
		const struct conf_word *word = &lex->words[i];

		lw_str_add(out, i ? " " : "");
		lw_str_add(out, word->quoted ? "\"" : "");
		lw_str_add_bytes(out, word->text, word->len);
		lw_str_add(out, word->quoted ? "\"" : "");
	}
}

static bool has_backslash(const struct conf_lex *lex)
{
	for (unsigned i = 0; i < lex->nword; i++)
		if (lex->words[i].copied)
			return true;
	return false;
}

static int warn_of_words(struct conf_lex *lex)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const char *at, *end;

	if (lex->nword > CONF_WORDS || !has_backslash(lex))
		return 0;
	add_plain(lex, &text);
	if (lw_str_bad(&text))
		return -ENOMEM;
	at = lw_str_text(&text);
	end = at + text.len;
	for (unsigned i = 0; i < lex->nword; i++, at += at < end) {
		if (finds_word(&at, end, &lex->words[i]) && (at == end || is_space(*at)))
			continue;
		lw_conf_lex_warn(lex, lex->words[i].at,
				 "do without '\"', and without a backslash at the end of a value "
				 "with blanks",
				 "scstadmin reads other words here: it drops the backslash before "
				 "it looks for quotes and blanks");
		break;
	}
	return 0;
}

/* ---- lines */

/* Whether no newline stands between the statement's last word and @at. */
static bool on_its_line(const struct conf_lex *lex, uint32_t at)
{
	return !memchr(lex->text + lex->last_end, '\n', at - lex->last_end);
}

static void warn_of_lines(struct conf_lex *lex, enum conf_end end)
{
	if (end == CONF_END_OPEN && !on_its_line(lex, lex->brace_at))
		lw_conf_lex_warn(lex, lex->brace_at, "put the '{' on the line before",
				 "scstadmin drops what is in a block whose '{' stands on the next "
				 "line");
	else if (end == CONF_END_LINE && lex->at == lex->len && on_its_line(lex, lex->len))
		lw_conf_lex_warn(lex, lex->last_end, "end it with a newline",
				 "scstadmin drops a last line that has no newline");
}

int lw_conf_differences(struct conf_lex *lex, enum conf_end end)
{
	if (lex->broken || lex->quiet)
		return 0;
	warn_of_section(lex);
	warn_of_lines(lex, end);
	return warn_of_words(lex);
}
