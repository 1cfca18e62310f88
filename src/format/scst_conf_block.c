/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A statement that declares an object: a keyword, a name, for a LUN what it refers to, and perhaps a block.
 *
 * The same object twice: handlers and drivers merge, as they are places and not things; what only grants or lists (a LUN,
 * an initiator, a group's member) may be said again if it says the same; two devices, targets or groups of one name are a
 * mistake, of which scstadmin would silently keep the last.
 */
#include "format/scst_conf_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "model/tree/tree.h"

struct declaration {
	int keyword;
	unsigned kind;
	const struct lw_kind_spec *spec;
	const char *word;	/* the keyword */
	const char *name, *ref; /* ref NULL: none */
	size_t name_len, ref_len;
	char number[24]; /* the name of a kind that is numbered */
};

const char *lw_conf_did_you_mean(struct conf_reader *reader, int keyword)
{
	const struct conf_word *word = &reader->lex.words[0];
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	lw_str_addf(&hint, "did you mean %s?%s", reader->words.keywords[keyword].text,
		    lw_conf_is_capitals(word->text, word->len) ? "" : " keywords are upper case");
	return lw_conf_shown(&reader->say, lw_str_text(&hint), hint.len);
}

/* ---- the words behind the keyword */

static const char *what_it_refers_to(const struct conf_reader *reader,
				     const struct lw_kind_spec *spec)
{
	for (unsigned k = 0; k < reader->words.schema->nkind; k++)
		if (lw_kind_in(spec->ref_kinds, k))
			return reader->words.schema->kinds[k].label;
	return "what it refers to";
}

static void refuse_count(struct conf_reader *reader, const struct declaration *decl,
			 unsigned wanted)
{
	struct conf_lex *lex = &reader->lex;

	if (lex->nword > wanted + 1)
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->words[wanted + 1].at,
				  wanted ? "quote a name that holds blanks" : NULL,
				  "expected '{' or a newline after %s",
				  wanted == 0	? decl->word
				  : wanted == 1 ? "the name"
						: "the device");
	else if (lex->nword == 2)
		lw_conf_lex_error(
			lex, LW_CODE_SYNTAX, lex->last_end, NULL, "expected a %s after '%s %s'",
			what_it_refers_to(reader, decl->spec), decl->word,
			lw_conf_shown(&reader->say, lex->words[1].text, lex->words[1].len));
	else
		lw_conf_lex_error(
			lex, LW_CODE_SYNTAX, lex->last_end, NULL, "expected a %s after '%s'",
			decl->spec->order == LW_ORDER_NUMBER ? "number" : "name", decl->word);
}

/*
 * LUN 0x10 and LUN 16 are one: numbers are kept in one spelling. A leading 0 is decimal here as in scstadmin's own output,
 * but the kernel, which sees the text that scstadmin passes on, takes it for octal.
 */
static void read_number(struct conf_reader *reader, struct declaration *decl)
{
	const struct conf_word *word = &reader->lex.words[1];
	uint64_t number;

	if (!lw_parse_u64(word->text, word->len, LW_NUM_DEC | LW_NUM_HEX, &number)) {
		lw_conf_lex_error(&reader->lex, LW_CODE_SYNTAX, word->at, NULL,
				  "expected a number after '%s', found '%s'", decl->word,
				  lw_conf_shown(&reader->say, word->text, word->len));
		return;
	}
	if (word->text[0] != '0' || word->len == 1)
		return; /* its own canonical spelling */
	if ((word->text[1] | 0x20) == 'x')
		lw_conf_warn(
			&reader->say, LW_CODE_SYNTAX, word->at, "write it as a decimal number",
			"%s %s is read as %s %llu; scstadmin would not find it again in the kernel",
			decl->word, lw_conf_shown(&reader->say, word->text, word->len), decl->word,
			(unsigned long long)number);
	else
		lw_conf_warn(
			&reader->say, LW_CODE_SYNTAX, word->at, "write it without the leading 0",
			"%s %s is read as a decimal number; the kernel would read an octal one",
			decl->word, lw_conf_shown(&reader->say, word->text, word->len));
	snprintf(decl->number, sizeof(decl->number), "%llu", (unsigned long long)number);
	decl->name = decl->number;
	decl->name_len = strlen(decl->number);
}

/* Some people name a device by its file: scstadmin drops the folder with a warning. So do we, also in what refers to it. */
static void strip_dev(struct conf_reader *reader, const struct conf_word *word, const char **name,
		      size_t *len)
{
	size_t n = strlen(CONF_DEV);

	if (word->quoted || *len <= n || memcmp(*name, CONF_DEV, n) != 0)
		return;
	*name += n;
	*len -= n;
	lw_conf_warn(&reader->say, LW_CODE_SYNTAX, word->at,
		     "a device's name is no path: write it without /dev/",
		     "device '%s' is read as '%s'",
		     lw_conf_shown(&reader->say, word->text, word->len),
		     lw_conf_shown(&reader->say, *name, *len));
}

/* Fills names in; false when something was refused. */
static bool read_names(struct conf_reader *reader, struct declaration *decl)
{
	struct conf_lex *lex = &reader->lex;
	unsigned wanted = lw_conf_kind_words(decl->spec);

	if (lex->nword != wanted + 1) {
		refuse_count(reader, decl, wanted);
		return false;
	}
	for (unsigned i = 1; i <= wanted; i++)
		if (!lex->words[i].len)
			lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->words[i].at, NULL,
					  "a name cannot be empty");
	if (lex->broken)
		return false;

	decl->name = "";
	if (wanted >= 1) {
		decl->name = lex->words[1].text;
		decl->name_len = lex->words[1].len;
	}
	if (wanted == 2) {
		decl->ref = lex->words[2].text;
		decl->ref_len = lex->words[2].len;
	}
	if (decl->spec->order == LW_ORDER_NUMBER && wanted)
		read_number(reader, decl);
	if (!lex->broken && lw_kind_in(reader->words.naming_device, decl->kind)) {
		if (decl->ref)
			strip_dev(reader, &lex->words[2], &decl->ref, &decl->ref_len);
		else
			strip_dev(reader, &lex->words[1], &decl->name, &decl->name_len);
	}
	return !lex->broken;
}

/* ---- the node */

static bool same_ref(const struct conf_reader *reader, lw_node node, const struct declaration *decl)
{
	const char *old = lw_node_ref_name(reader->tree, node);

	if (!decl->ref || !old)
		return true;
	return strlen(old) == decl->ref_len && !memcmp(old, decl->ref, decl->ref_len);
}

/* The node of that name that is there already: returned to be continued, or 0 when that is a mistake. */
static lw_node repeat(struct conf_reader *reader, const struct declaration *decl, lw_node old)
{
	struct conf_say *say = &reader->say;
	uint32_t at = reader->lex.words[0].at;
	unsigned line = lw_node_where(reader->tree, old).line;
	const char *name = lw_conf_shown(say, decl->name, decl->name_len);
	const char *ref;

	if (decl->spec->origin == LW_KIND_MODULE || (decl->spec->flags & LW_K_SINGLETON))
		return old;

	if (!same_ref(reader, old, decl)) {
		ref = lw_node_ref_name(reader->tree, old);
		lw_conf_error(say, LW_CODE_CONFLICT, at, NULL, "%s %s is '%s' already, in line %u",
			      decl->word, name, lw_conf_shown(say, ref, strlen(ref)), line);
		return 0;
	}
	if (decl->spec->ref_kinds || (decl->spec->access & LW_ROLE_MATCHER)) {
		lw_conf_warn(say, LW_CODE_CONFLICT, at, NULL, "%s %s stands in line %u already",
			     decl->word, name, line);
		return old;
	}
	lw_conf_error(say, LW_CODE_CONFLICT, at,
		      "make one block of the two: scstadmin would forget the first",
		      "%s %s is declared in line %u already", decl->word, name, line);
	return 0;
}

static lw_node declare(struct conf_reader *reader, struct declaration *decl)
{
	lw_node parent = conf_top(reader)->node;
	struct lw_tree *tree = reader->tree;
	lw_node node, old;
	uint32_t name;

	if (!read_names(reader, decl) || !parent)
		return 0;
	name = lw_tree_intern(tree, decl->name, decl->name_len);
	node = lw_tree_add_interned(tree, parent, decl->kind, name);
	if (!node) {
		old = lw_tree_find_interned(tree, parent, decl->kind, name);
		return old ? repeat(reader, decl, old) : 0;
	}

	reader->declared++;
	lw_tree_place_node(tree, node, reader->say.source, reader->lex.words[0].at);
	if (decl->ref)
		lw_tree_refer_name(tree, node, decl->ref, decl->ref_len);
	else if (decl->spec->ref_kinds)
		lw_tree_refer_name(tree, node, decl->name, decl->name_len);
	return node;
}

/* ---- the statement */

/* Any kind of the keyword, so that a misplaced block's content is still looked at. */
static int any_kind(const struct conf_reader *reader, int keyword)
{
	return __builtin_ctzll(reader->words.keywords[keyword].kinds);
}

/* Adds "copy_manager_tgt": the names that a child of @parent with the keyword can have. */
static void add_names(const struct conf_reader *reader, unsigned parent, int keyword,
		      struct lw_str *out)
{
	const struct lw_schema *schema = reader->words.schema;

	for (unsigned k = 0; k < schema->nkind; k++) {
		if (!lw_kind_in(reader->words.keywords[keyword].kinds, k) ||
		    !lw_kind_in(schema->kinds[k].parents, parent))
			continue;
		for (const char *const *only = schema->kinds[k].only; only && *only; only++)
			lw_str_addf(out, "%s'%s'", out->len ? " or " : "", *only);
	}
}

/* Each child of the block with this keyword is of a kind that has its name from the kernel. */
static void refuse_name(struct conf_reader *reader, const struct declaration *decl)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_word *name = &lex->words[1];
	const struct conf_frame *top = conf_top(reader);
	LW_AUTO_STR struct lw_str names = LW_STR_INIT;

	add_names(reader, (unsigned)top->kind, decl->keyword, &names);
	if (lex->nword < 2)
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->last_end, NULL,
				  "expected a name after '%s': %s", decl->word,
				  lw_str_text(&names));
	else
		lw_conf_lex_error(lex, LW_CODE_INVALID, name->at, NULL,
				  "%s cannot hold a %s '%s', only %s", lw_conf_label(reader, top),
				  decl->word, lw_conf_shown(&reader->say, name->text, name->len),
				  lw_str_text(&names));
}

void lw_conf_block(struct conf_reader *reader, int keyword, enum conf_end end)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_word *name = lex->nword > 1 ? &lex->words[1] : NULL;
	struct declaration decl = { .keyword = keyword,
				    .word = reader->words.keywords[keyword].text };
	const struct conf_frame *top = conf_top(reader);
	lw_node node = 0;
	int kind;

	if (top->kind == CONF_NO_KIND) {
		kind = CONF_NO_KIND;
	} else if (!lw_conf_may_hold(&reader->words, (unsigned)top->kind, keyword) &&
		   !lw_conf_misplaced(reader, keyword)) {
		kind = any_kind(reader, keyword);
	} else {
		top = conf_top(reader);
		kind = lw_conf_child_kind(&reader->words, (unsigned)top->kind, keyword,
					  name ? name->text : "", name ? name->len : 0);
		if (kind == CONF_NO_KIND)
			refuse_name(reader, &decl);
	}

	if (kind != CONF_NO_KIND && !lex->broken) {
		decl.kind = (unsigned)kind;
		decl.spec = lw_kind(reader->words.schema, decl.kind);
		node = declare(reader, &decl);
	}
	if (end == CONF_END_OPEN)
		lw_conf_open(reader, kind, node, decl.word);
}

void lw_conf_block_unknown(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_word *word = &lex->words[0];
	const struct conf_frame *top = conf_top(reader);
	const char *hint = NULL;
	int near = -1;

	if (top->kind != CONF_NO_KIND && !lex->broken) {
		near = lw_conf_keyword_near(&reader->words, (unsigned)top->kind, word->text,
					    word->len);
		if (near >= 0)
			hint = lw_conf_keyword(&reader->words, word->text, word->len) < 0
				       ? lw_conf_did_you_mean(reader, near)
				       : "a keyword stands without quotes";
		if (lw_kind_attr(lw_kind(reader->words.schema, (unsigned)top->kind), word->text,
				 word->len) >= 0)
			lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->brace_at, NULL,
					  "'%s' is an attribute and has no block",
					  lw_conf_shown(&reader->say, word->text, word->len));
		else
			lw_conf_lex_error(lex, LW_CODE_UNKNOWN, word->at, hint,
					  "'%s' is no keyword, but a block follows",
					  lw_conf_shown_name(reader, word));
	}
	/* Broken by now: it declares nothing, but what is in the block is read as what was probably meant. */
	if (near >= 0 && lw_conf_may_hold(&reader->words, (unsigned)top->kind, near))
		lw_conf_block(reader, near, CONF_END_OPEN);
	else
		lw_conf_open(reader, CONF_NO_KIND, 0, NULL);
}
