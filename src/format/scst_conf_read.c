/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reader: one pass over the statements. After a mistake it goes on with the next statement, so that all mistakes of a
 * file are told at once; a tree comes out only if there was none.
 */
#include "format/scst_conf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "format/scst_conf_internal.h"
#include "model/tree/tree.h"
#include "schema/schema.h"

/* "[HANDLER vdisk]": the language of SCST 1.x, which scstadmin converts on the fly. It says too little to be sure of it. */
static bool is_procfs_era(const struct conf_word *word)
{
	return !word->quoted && word->len > 1 && word->text[0] == '[' &&
	       lw_conf_section(word->text + 1, word->len - 1) == word->len - 1;
}

static void read_statement(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	enum conf_end end = lw_conf_lex_statement(lex);
	const struct conf_word *first = &lex->words[0];
	int keyword = first->quoted ? -1 : lw_conf_keyword(&reader->words, first->text, first->len);

	if (lw_str_bad(&lex->scratch)) {
		reader->status = -ENOMEM;
		return;
	}
	if (is_procfs_era(first)) {
		lw_conf_lex_error(
			lex, LW_CODE_UNSUPPORTED, first->at,
			"let the scstadmin of that installation write a new one: scstadmin "
			"-write_config FILE",
			"this is a configuration file of SCST 1.x (procfs), another language");
		reader->stop = true;
		return;
	}
	if (end == CONF_END_CLOSE)
		lw_conf_refuse_text_before(lex);
	reader->status = lw_conf_differences(lex, end);
	if (reader->status < 0)
		return;

	if (keyword >= 0)
		lw_conf_block(reader, keyword, end);
	else if (lw_conf_is_hw_target(first))
		lw_conf_hw_target(reader, end);
	else if (end == CONF_END_OPEN)
		lw_conf_block_unknown(reader);
	else
		lw_conf_attr(reader);
}

/* A '{' that no statement stands before. */
static void read_stray(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;

	lex->nword = 0;
	lex->brace_at = lex->at;
	lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->at, NULL,
			  "expected a keyword and a name before '{'");
	lex->at++;
	lw_conf_open(reader, CONF_NO_KIND, 0, NULL);
}

static bool had_enough(struct conf_reader *reader)
{
	const char *hint = reader->declared ? NULL : "is this scst.conf? no object is declared";
	unsigned most = reader->declared ? CONF_ERRORS_MAX : CONF_ERRORS_FOREIGN;

	if (reader->say.errors < most)
		return reader->stop || reader->status < 0 || lw_tree_status(reader->tree) < 0;
	lw_conf_say(&reader->say,
		    (struct conf_problem){ LW_NOTE, LW_CODE_LIMIT, reader->lex.at, hint },
		    "%u mistakes: nothing behind this is read", reader->say.errors);
	reader->stop = true;
	return true;
}

static bool starts_as_utf16(const struct conf_lex *lex)
{
	return lex->len >= 2 &&
	       (!memcmp(lex->text, "\xff\xfe", 2) || !memcmp(lex->text, "\xfe\xff", 2));
}

/* Neither a program, nor an image, nor a text in UTF-16 is told line by line. */
static bool is_no_text(struct conf_reader *reader)
{
	const char *text = reader->lex.text, *nul = memchr(text, '\0', reader->lex.len);

	if (nul)
		lw_conf_error(&reader->say, LW_CODE_SYNTAX, (uint32_t)(nul - text),
			      starts_as_utf16(&reader->lex)
				      ? "it seems to be UTF-16: save it as UTF-8"
				      : "scst.conf is plain text, in ASCII or UTF-8",
			      "this is no text: here stands a NUL byte");
	return nul;
}

static void read_all(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	bool told = false; /* the line has a mistake already; what follows on it is no news */
	int c;

	while (!had_enough(reader)) {
		lex->broken = false;
		c = lw_conf_lex_skip(lex);
		if (c < 0)
			break;
		told = told && lex->text_on_line;
		lex->broken = told;
		lex->quiet = conf_top(reader)->kind == CONF_NO_KIND;
		if (c == '}')
			lw_conf_close(reader);
		else if (c == '{')
			read_stray(reader);
		else
			read_statement(reader);
		told = lex->broken;
	}
	if (!reader->stop && reader->status >= 0)
		lw_conf_finish(reader);
}

static size_t bom_len(const char *text, size_t len)
{
	size_t bom = strlen(CONF_BOM);

	return len >= bom && !memcmp(text, CONF_BOM, bom) ? bom : 0;
}

static int read_into(struct lw_tree *tree, const char *name, const char *text, size_t len,
		     struct lw_report *report)
{
	struct conf_reader *reader = calloc(1, sizeof(*reader));
	size_t bom = bom_len(text, len);
	int r;

	if (!reader)
		return -ENOMEM;
	reader->tree = tree;
	reader->say = (struct conf_say){ .report = report, .name = name, .tree = tree };
	/* The mark is left away before places are counted: it takes no column. */
	text += bom;
	len -= bom;
	reader->say.source = lw_tree_add_source(tree, name, text, len);
	reader->frames[0] = (struct conf_frame){ .kind = LW_KIND_ROOT, .node = lw_tree_root(tree) };
	lw_conf_lex_init(&reader->lex, &reader->say, text, len);
	lw_conf_words_init(&reader->words, lw_tree_schema(tree));

	/* Attributes of the top level are places in the root's source. */
	lw_tree_place_node(tree, lw_tree_root(tree), reader->say.source, 0);
	r = lw_tree_status(tree);
	if (r >= 0) {
		if (is_no_text(reader))
			reader->stop = true;
		else if (bom)
			lw_conf_warn(&reader->say, LW_CODE_SYNTAX, 0, "save the file without it",
				     "the text begins with a byte order mark; scstadmin takes it "
				     "for a part of the first word");
		read_all(reader);
		r = reader->status < 0 ? reader->status : lw_tree_status(tree);
	}
	if (r != -ENOMEM && reader->say.errors)
		r = -EINVAL;

	free(reader->seen);
	lw_conf_lex_done(&reader->lex);
	free(reader);
	return r;
}

int lw_scst_conf_read(const char *name, const char *text, size_t len, const struct lw_tree *share,
		      struct lw_tree **ret, struct lw_report *report)
{
	struct lw_tree *tree;
	int r;

	tree = share ? lw_tree_new_sharing(&lw_schema_scst, share) : lw_tree_new(&lw_schema_scst);
	if (!tree)
		return -ENOMEM;
	r = read_into(tree, name, text, len, report);
	if (r >= 0)
		r = lw_tree_resolve(tree);
	if (r < 0) {
		lw_tree_free(tree);
		return r;
	}
	*ret = tree;
	return 0;
}
