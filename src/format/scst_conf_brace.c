/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks: what is open, and what to make of braces that do not match. One brace too few or too many must not drown its
 * cause in a flood of errors, so a keyword that cannot stand where it does is looked at twice: if indentation and the
 * vocabulary say that a block before it should have been closed, or should not, reading goes on as if it had been so.
 */
#include "format/scst_conf_internal.h"

#include <string.h>

const char *lw_conf_label(struct conf_reader *reader, const struct conf_frame *frame)
{
	LW_AUTO_STR struct lw_str label = LW_STR_INIT;

	if (frame == &reader->frames[0])
		return "the top level";
	/* What stands before a brace without a keyword may be anything, a user and his secret too. */
	lw_str_add(&label, frame->keyword ? frame->keyword : "a block");
	if (frame->keyword && frame->name_end > frame->name) {
		lw_str_add_char(&label, ' ');
		lw_str_add_bytes(&label, reader->lex.text + frame->name,
				 frame->name_end - frame->name);
	}
	return lw_conf_shown(&reader->say, lw_str_text(&label), label.len);
}

static unsigned line_of(struct conf_reader *reader, uint32_t at)
{
	return lw_conf_place(&reader->say, at).line;
}

static unsigned column_of(struct conf_reader *reader, uint32_t at)
{
	return lw_conf_place(&reader->say, at).column;
}

void lw_conf_open(struct conf_reader *reader, int kind, lw_node node, const char *keyword)
{
	const struct conf_lex *lex = &reader->lex;
	struct conf_frame *frame;

	if (reader->depth + 1 == CONF_DEPTH_MAX) {
		lw_conf_error(&reader->say, LW_CODE_LIMIT, lex->brace_at, NULL,
			      "more than %u blocks within each other: nothing behind this is read",
			      CONF_DEPTH_MAX - 1);
		reader->stop = true;
		return;
	}
	frame = &reader->frames[++reader->depth];
	*frame = (struct conf_frame){
		.kind = kind,
		.node = node,
		.keyword = keyword,
		.at = lex->nword ? lex->words[0].at : lex->brace_at,
		.brace = lex->brace_at,
	};
	if (lex->nword > 1) {
		frame->name = lex->words[1].at;
		frame->name_end = lex->words[1].end;
	}
}

void lw_conf_refuse_text_before(struct conf_lex *lex)
{
	lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at,
			  "put the '}' on a line of its own: scstadmin drops what stands before it",
			  "expected a newline before '}'");
}

/* Text must not stand before a '}' on its line, but for the block's own header. */
static void check_before(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;

	if (lex->text_on_line && !(reader->depth && conf_top(reader)->brace >= lex->last_end))
		lw_conf_refuse_text_before(lex);
}

static void check_after(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	int c = lw_conf_lex_skip_blank(lex);

	if (c >= 0 && c != '}')
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at, NULL,
				  "expected a newline after '}'");
}

static void refuse_extra(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;

	if (reader->implied) {
		reader->implied--;
	} else if (!reader->closed_depth) {
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at, NULL,
				  "this '}' closes nothing: no block is open");
	} else {
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at,
				  "scstadmin ends the file here, without a word",
				  "this '}' closes nothing: %s, opened in line %u, is closed in "
				  "line %u already",
				  lw_conf_label(reader, &reader->closed),
				  line_of(reader, reader->closed.at),
				  line_of(reader, reader->closed_at));
	}
}

void lw_conf_close(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;

	if (reader->depth) {
		check_before(reader);
		reader->closed = *conf_top(reader);
		reader->closed_at = lex->at;
		reader->closed_depth = reader->depth--;
	} else {
		refuse_extra(reader);
	}
	lex->at++;
	check_after(reader);
}

/* A '}' is missing: a block around may hold the keyword, and this is indented no deeper than what is still open in it. */
static bool close_implied(struct conf_reader *reader, int keyword)
{
	unsigned column = column_of(reader, reader->lex.words[0].at);
	unsigned depth = reader->depth;

	while (depth && column <= column_of(reader, reader->frames[depth].at)) {
		depth--;
		if (reader->frames[depth].kind == CONF_NO_KIND)
			return false;
		if (lw_conf_may_hold(&reader->words, (unsigned)reader->frames[depth].kind,
				     keyword)) {
			reader->implied += reader->depth - depth;
			reader->depth = depth;
			return true;
		}
	}
	return false;
}

/* A '}' too many: the block that was closed last could have held the keyword, and this is indented deeper than it. */
static bool is_reopened(struct conf_reader *reader, int keyword)
{
	return reader->closed_depth == reader->depth + 1 && reader->closed.kind != CONF_NO_KIND &&
	       lw_conf_may_hold(&reader->words, (unsigned)reader->closed.kind, keyword) &&
	       column_of(reader, reader->lex.words[0].at) > column_of(reader, reader->closed.at);
}

/* Whether a block around the innermost one may hold the keyword, so that a '}' may be missing. */
static bool is_held_around(const struct conf_reader *reader, int keyword)
{
	for (unsigned i = reader->depth; i--;) {
		int kind = reader->frames[i].kind;

		if (kind == CONF_NO_KIND ||
		    lw_conf_may_hold(&reader->words, (unsigned)kind, keyword))
			return true;
	}
	return false;
}

static void hint_at_braces(struct conf_reader *reader, int keyword, bool reopened,
			   struct lw_str *hint)
{
	if (reopened)
		lw_str_addf(hint, "%s of line %u was closed in line %u: is there a '}' too many?",
			    lw_conf_label(reader, &reader->closed),
			    line_of(reader, reader->closed.at), line_of(reader, reader->closed_at));
	else if (is_held_around(reader, keyword))
		lw_str_addf(hint, "is the '}' of %s missing?",
			    lw_conf_label(reader, conf_top(reader)));
}

/* GROUP is for TARGETs, but not for each: there is more than one kind of them. */
void lw_conf_elsewhere(const struct conf_reader *reader, uint64_t holders, struct lw_str *out)
{
	const struct lw_schema *schema = reader->words.schema;
	const struct conf_frame *top = &reader->frames[reader->depth];

	lw_conf_holders(&reader->words, holders, out);
	for (unsigned k = 0; top->keyword && k < schema->nkind; k++) {
		const char *word = schema->kinds[k].word;

		if (!lw_kind_in(holders, k) || !word || strcmp(word, top->keyword) != 0)
			continue;
		lw_str_addf(out, "; this one is of another kind: %s",
			    schema->kinds[top->kind].help);
		return;
	}
}

static void refuse_place(struct conf_reader *reader, int keyword, const char *hint)
{
	const struct conf_keyword *word = &reader->words.keywords[keyword];
	const struct conf_frame *top = conf_top(reader);
	uint32_t at = reader->lex.words[0].at;
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;

	lw_conf_elsewhere(reader, word->parents, &where);
	if (reader->depth)
		lw_conf_lex_error(&reader->lex, LW_CODE_SYNTAX, at, hint,
				  "%s cannot stand in %s (opened in line %u), only %s", word->text,
				  lw_conf_label(reader, top), line_of(reader, top->at),
				  lw_str_text(&where));
	else
		lw_conf_lex_error(&reader->lex, LW_CODE_SYNTAX, at, hint,
				  "%s cannot stand at the top level, only %s", word->text,
				  lw_str_text(&where));
}

bool lw_conf_misplaced(struct conf_reader *reader, int keyword)
{
	bool reopened = is_reopened(reader, keyword);
	bool was_broken = reader->lex.broken;
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	hint_at_braces(reader, keyword, reopened, &hint);
	refuse_place(reader, keyword, hint.len ? lw_str_text(&hint) : NULL);
	if (reopened)
		reader->frames[++reader->depth] = reader->closed;
	else if (!close_implied(reader, keyword))
		return false;
	reader->lex.broken = was_broken;
	return true;
}

void lw_conf_finish(struct conf_reader *reader)
{
	const struct conf_frame *top = conf_top(reader);
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	if (!reader->depth)
		return;
	if (reader->depth > 1)
		lw_str_addf(&hint, "%s of line %u around it is open, too",
			    lw_conf_label(reader, top - 1), line_of(reader, top[-1].at));
	lw_conf_error(
		&reader->say, LW_CODE_SYNTAX, reader->lex.len, hint.len ? lw_str_text(&hint) : NULL,
		"expected '}' before the end of the text: %s, opened in line %u, is not closed",
		lw_conf_label(reader, top), line_of(reader, top->at));
}
