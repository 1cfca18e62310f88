/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One word. No allocation for a word that is written plainly: it points into the text.
 * No byte is NUL: such a text was refused as a whole.
 *
 * scstadmin cuts at every '#' that has no backslash in front, together with the character before it, and takes braces for
 * braces inside quotes, too. Here a '#' begins a comment only where a word could begin, and quotes protect everything but
 * the backslash; where the two readings differ, a warning says so.
 */
#include "format/scst_conf_internal.h"

#include <string.h>

enum { PLAIN, BLANK, NEWLINE, HASH, QUOTE, BACKSLASH, OPEN, CLOSE, SEMICOLON, CONTROL };

#define CONTROLS_1_8 [1 ... 8] = CONTROL, [11] = CONTROL, [12] = CONTROL
#define CONTROLS_REST [14 ... 31] = CONTROL, [127] = CONTROL

static const uint8_t bare_class[256] = {
	CONTROLS_1_8,	    CONTROLS_REST,    [' '] = BLANK, ['\t'] = BLANK,
	['\r'] = BLANK,	    ['\n'] = NEWLINE, ['#'] = HASH,  ['"'] = QUOTE,
	['\\'] = BACKSLASH, ['{'] = OPEN,     ['}'] = CLOSE, [';'] = SEMICOLON,
};

static const uint8_t quoted_class[256] = {
	CONTROLS_1_8,  CONTROLS_REST,	   ['\r'] = CONTROL, ['\n'] = NEWLINE, ['#'] = HASH,
	['"'] = QUOTE, ['\\'] = BACKSLASH, ['{'] = OPEN,     ['}'] = CLOSE,
};

static const char needed_escapes[] = "#\\\"{}*";

/* Where in a word the first byte of a sort stands that people should know of; 0: nowhere, as a text begins with none. */
struct places {
	uint32_t hash, brace, control;
};

static void note_place(uint32_t *place, uint32_t at)
{
	if (!*place)
		*place = at;
}

/* To scstadmin a '#' is plain behind each backslash, even one that another one in front has made plain. */
static void note_hash(struct places *places, const struct conf_lex *lex)
{
	if (!lex->at || lex->text[lex->at - 1] != '\\')
		note_place(&places->hash, lex->at);
}

void lw_conf_lex_warn(struct conf_lex *lex, uint32_t at, const char *hint, const char *message)
{
	if (!lex->broken && !lex->quiet)
		lw_conf_warn(lex->say, LW_CODE_SYNTAX, at, hint, "%s", message);
}

static void refuse_control(struct conf_lex *lex, uint32_t at)
{
	lw_conf_lex_error(lex, LW_CODE_SYNTAX, at, "inside quotes it would be kept",
			  "control byte 0x%02x", (unsigned char)lex->text[at]);
}

static void keep_run(struct conf_lex *lex, struct conf_word *word, uint32_t run)
{
	lw_str_add_bytes(&lex->scratch, lex->text + run, lex->at - run);
	word->copied = true;
}

/* Nothing but the carriage returns of a foreign line end follows. */
static bool at_line_end(const struct conf_lex *lex, uint32_t at)
{
	while (at < lex->len && lex->text[at] == '\r')
		at++;
	return at == lex->len || lex->text[at] == '\n';
}

/* "[\GROUP x]": at a backslash that keeps scstadmin from taking the file for one of SCST 1.x. */
static bool hides_section(const struct conf_lex *lex, uint32_t at)
{
	return at && lex->text[at - 1] == '[' &&
	       lw_conf_section(lex->text + at + 1, lex->len - at - 1);
}

/* At a backslash: appends what it stands for to scratch and goes past it. */
static void read_escape(struct conf_lex *lex, bool quoted, struct places *places)
{
	uint32_t at = lex->at;
	unsigned char c;

	if (at_line_end(lex, at + 1)) {
		lex->at = at + 1;
		if (!quoted)
			lw_conf_lex_error(lex, LW_CODE_SYNTAX, at, "a statement ends with its line",
					  "a backslash at the end of a line continues nothing");
		return;
	}

	lex->at = at + 2;
	c = (unsigned char)lex->text[at + 1];
	if (bare_class[c] == CONTROL && !quoted)
		refuse_control(lex, at + 1);
	else if (c == '{' || c == '}')
		note_place(&places->brace, at + 1);
	else if (!strchr(needed_escapes, c) && !hides_section(lex, at))
		lw_conf_lex_warn(
			lex, at, "write \\\\ for a backslash",
			"this backslash is dropped: only # \\ \" { } * can stand behind one");
	lw_str_add_char(&lex->scratch, (char)c);
}

static void warn_of_places(struct conf_lex *lex, const struct conf_word *word,
			   const struct places *places)
{
	if (places->hash && word->quoted)
		lw_conf_lex_warn(
			lex, places->hash, "write \\#",
			"# in quotes is part of the value; scstadmin cuts here and deletes the "
			"character before");
	else if (places->hash)
		lw_conf_lex_warn(lex, places->hash,
				 "write \\# for a literal #, or a blank before a comment",
				 "# inside a word is read as part of it; scstadmin cuts here and "
				 "deletes the character before");
	if (places->brace)
		lw_conf_lex_warn(
			lex, places->brace, "scstadmin knows no spelling for it: do without",
			"this brace is part of the value; scstadmin takes it for a block's");
	if (places->control)
		lw_conf_lex_warn(lex, places->control, NULL,
				 "a control byte in quotes is part of the value");
}

/* One byte of a bare word that is more than a letter; false where the word ends. */
static bool bare_special(struct conf_lex *lex, struct conf_word *word, uint32_t *run,
			 struct places *places)
{
	switch (bare_class[(unsigned char)lex->text[lex->at]]) {
	case HASH:
		note_hash(places, lex);
		break;
	case QUOTE:
		break;
	case SEMICOLON:
		lw_conf_lex_error(
			lex, LW_CODE_SYNTAX, lex->at,
			"end the statement with a newline, or quote the value that holds it",
			"expected a blank or a newline, found ';'");
		break;
	case CONTROL:
		refuse_control(lex, lex->at);
		break;
	case BACKSLASH:
		keep_run(lex, word, *run);
		read_escape(lex, false, places);
		*run = lex->at;
		return true;
	default:
		return !bare_class[(unsigned char)lex->text[lex->at]];
	}
	lex->at++;
	return true;
}

/* Where the first byte stands that @special says is more than a letter; the end of the text if there is none. */
static uint32_t skip_letters(const struct conf_lex *lex, const uint8_t *special)
{
	const char *text = lex->text;
	uint32_t at = lex->at, len = lex->len;

	while (at < len && !special[(unsigned char)text[at]])
		at++;
	return at;
}

static void read_bare(struct conf_lex *lex, struct conf_word *word)
{
	uint32_t run = lex->at;
	struct places places = { 0, 0, 0 };

	do {
		lex->at = skip_letters(lex, bare_class);
	} while (lex->at < lex->len && bare_special(lex, word, &run, &places));

	if (word->copied)
		keep_run(lex, word, run);
	else
		word->len = lex->at - run;
	warn_of_places(lex, word, &places);
}

/* One byte in quotes that needs a look; false at the closing quote, or where it is missing. */
static bool quoted_special(struct conf_lex *lex, struct conf_word *word, uint32_t *run,
			   struct places *places)
{
	switch (quoted_class[(unsigned char)lex->text[lex->at]]) {
	case QUOTE:
	case NEWLINE:
		return false;
	case BACKSLASH:
		keep_run(lex, word, *run);
		read_escape(lex, true, places);
		*run = lex->at;
		return true;
	case HASH:
		note_hash(places, lex);
		break;
	case CONTROL:
		note_place(&places->control, lex->at);
		break;
	default:
		note_place(&places->brace, lex->at);
	}
	lex->at++;
	return true;
}

static void check_after_quote(struct conf_lex *lex)
{
	unsigned class =
		lex->at < lex->len ? bare_class[(unsigned char)lex->text[lex->at]] : NEWLINE;

	if (class != BLANK && class != NEWLINE && class != OPEN && class != CLOSE && class != HASH)
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at,
				  "write \\\" for a quote inside quotes",
				  "expected a blank or a newline after the closing quote");
}

static void read_quoted(struct conf_lex *lex, struct conf_word *word)
{
	uint32_t run = ++lex->at;
	struct places places = { 0, 0, 0 };

	word->quoted = true;
	do {
		lex->at = skip_letters(lex, quoted_class);
	} while (lex->at < lex->len && quoted_special(lex, word, &run, &places));

	if (lex->at == lex->len || lex->text[lex->at] == '\n') {
		/* The rest of the line is read again as if it had no quotes: a '{' at its end still counts. */
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, word->at,
				  "a value ends on the line it begins on",
				  "this quote is not closed");
		lex->no_quotes = true;
		lex->at = word->at + 1;
		word->copied = false;
		return;
	}

	if (word->copied)
		keep_run(lex, word, run);
	else
		word->len = lex->at - run;
	lex->at++;
	warn_of_places(lex, word, &places);
	check_after_quote(lex);
}

void lw_conf_lex_word(struct conf_lex *lex)
{
	struct conf_word word = { .at = lex->at, .scratch = (uint32_t)lex->scratch.len };

	if (lex->text[lex->at] == '"' && !lex->no_quotes)
		read_quoted(lex, &word);
	else
		read_bare(lex, &word);

	word.end = lex->at;
	if (word.copied)
		word.len = (uint32_t)lex->scratch.len - word.scratch;
	else
		word.text = lex->text + word.at + word.quoted;
	if (word.len > CONF_WORD_MAX)
		lw_conf_lex_error(lex, LW_CODE_LIMIT, word.at, NULL,
				  "a word of %u bytes; the limit is %u", word.len, CONF_WORD_MAX);

	if (lex->nword < CONF_WORDS)
		lex->words[lex->nword] = word;
	lex->nword++;
	lex->last_end = word.end;
	lex->text_on_line = true;
}
