/* SPDX-License-Identifier: Apache-2.0 */
/* From words to statements: what lies between words, where a statement ends, what belongs to it. */
#include "format/scst_conf_internal.h"

#include <string.h>

void lw_conf_lex_init(struct conf_lex *lex, struct conf_say *say, const char *text, size_t len)
{
	*lex = (struct conf_lex){ .say = say, .text = text, .len = (uint32_t)len };
}

void lw_conf_lex_done(struct conf_lex *lex)
{
	lw_str_done(&lex->scratch);
}

void lw_conf_lex_error(struct conf_lex *lex, enum lw_code code, uint32_t at, const char *hint,
		       const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	if (!lex->broken && !lex->quiet) {
		va_start(args, format);
		lw_str_vaddf(&text, format, args);
		va_end(args);
		lw_conf_error(lex->say, code, at, hint, "%s", lw_str_text(&text));
	}
	lex->broken = true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* A comment up to the newline. */
static void skip_comment(struct conf_lex *lex)
{
	const char *start = lex->text + lex->at;
	const char *end = memchr(start, '\n', lex->len - lex->at);

	if (lex->at && !is_blank(start[-1]) && start[-1] != '\n')
		lw_conf_lex_warn(lex, lex->at, "put a blank before it",
				 "scstadmin deletes the character before this comment, too");
	lex->at = end ? (uint32_t)(end - lex->text) : lex->len;
}

int lw_conf_lex_skip_blank(struct conf_lex *lex)
{
	const char *text = lex->text;
	uint32_t at = lex->at, len = lex->len;

	while (at < len && is_blank(text[at]))
		at++;
	lex->at = at;
	if (at < len && text[at] == '#')
		skip_comment(lex);
	if (lex->at == lex->len || lex->text[lex->at] == '\n')
		return -1;
	return (unsigned char)lex->text[lex->at];
}

int lw_conf_lex_skip(struct conf_lex *lex)
{
	int c;

	while ((c = lw_conf_lex_skip_blank(lex)) < 0 && lex->at < lex->len) {
		lex->at++;
		lex->text_on_line = false;
	}
	return c;
}

static enum conf_end read_words(struct conf_lex *lex)
{
	int c;

	while ((c = lw_conf_lex_skip_blank(lex)) >= 0) {
		if (c == '}')
			return CONF_END_CLOSE;
		if (c == '{')
			return CONF_END_OPEN;
		lw_conf_lex_word(lex);
	}
	return CONF_END_LINE;
}

/* Only now does scratch stay where it is. */
static void settle_words(struct conf_lex *lex)
{
	for (unsigned i = 0; i < lex->nword && i < CONF_WORDS; i++) {
		struct conf_word *word = &lex->words[i];

		if (word->copied)
			word->text = lw_str_text(&lex->scratch) + word->scratch;
	}
}

/* What is wrong with the lines between is no matter of the statement. */
static bool next_line_opens(struct conf_lex *lex)
{
	bool broken = lex->broken, opens;

	lex->broken = false;
	opens = lw_conf_lex_skip(lex) == '{';
	lex->broken = broken;
	return opens;
}

enum conf_end lw_conf_lex_statement(struct conf_lex *lex)
{
	enum conf_end end;

	lex->nword = 0;
	lex->last_end = lex->at;
	lex->no_quotes = false;
	lw_str_clear(&lex->scratch);

	end = read_words(lex);
	settle_words(lex);
	if (end == CONF_END_LINE && next_line_opens(lex))
		end = CONF_END_OPEN;
	if (end == CONF_END_OPEN)
		lex->brace_at = lex->at++;
	return end;
}
