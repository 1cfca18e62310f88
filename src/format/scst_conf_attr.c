/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A statement that gives an attribute: a name and at most one value.
 *
 * No message here shows a value: it may be a secret, most of all where a password with a blank was not quoted.
 */
#include "format/scst_conf_internal.h"

#include <errno.h>
#include <string.h>

#include "model/schema/nearest.h"
#include "model/tree/secret.h"
#include "model/tree/tree.h"

/* ---- hints */

/* What the first word makes one think of; NULL when nothing. */
static const char *name_hint(struct conf_reader *reader, const struct conf_word *name)
{
	unsigned kind = (unsigned)conf_top(reader)->kind;
	int near;

	if (name->quoted)
		return lw_conf_keyword(&reader->words, name->text, name->len) < 0
			       ? NULL
			       : "a keyword stands without quotes";
	if (lw_kind_attr(lw_kind(reader->words.schema, kind), name->text, name->len) >= 0)
		return NULL;
	near = lw_conf_keyword_near(&reader->words, kind, name->text, name->len);
	return near < 0 ? NULL : lw_conf_did_you_mean(reader, near);
}

const char *lw_conf_shown_name(struct conf_reader *reader, const struct conf_word *name)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	lw_str_add_bytes(&text, name->text, name->len);
	lw_secret_name(lw_str_text(&text), &shown);
	return lw_conf_shown(&reader->say, lw_str_text(&shown), shown.len);
}

static const char *capitals_hint(struct conf_reader *reader, const struct conf_word *name)
{
	unsigned kind = (unsigned)conf_top(reader)->kind;
	int near = lw_conf_keyword_near(&reader->words, kind, name->text, name->len);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;
	const char *attr;

	if (near >= 0)
		return lw_conf_did_you_mean(reader, near);
	lw_str_add_bytes(&text, name->text, name->len);
	attr = lw_distance(CONF_HW_TARGET, lw_str_text(&text)) < LW_FAR
		       ? CONF_HW_TARGET
		       : lw_nearest_attr(lw_kind(reader->words.schema, kind), lw_str_text(&text));
	if (!attr)
		return "quote it if it is the name of an attribute";
	lw_str_addf(&hint, "did you mean %s?", attr);
	return lw_conf_shown(&reader->say, lw_str_text(&hint), hint.len);
}

/*
 * "Target x" and "TARGTE x", without a block: any name may be an attribute's, but one that only its case keeps from being a
 * keyword is none, nor is one in capitals. Read as attributes, they would be a warning, and the objects would be gone. Who
 * means an attribute quotes it.
 */
static bool refuse_as_keyword(struct conf_reader *reader, const struct conf_word *name)
{
	struct conf_lex *lex = &reader->lex;
	unsigned kind = (unsigned)conf_top(reader)->kind;
	int near;

	if (name->quoted)
		return false;
	if (lw_conf_is_capitals(name->text, name->len)) {
		lw_conf_lex_error(lex, LW_CODE_UNKNOWN, name->at, capitals_hint(reader, name),
				  "'%s' is no keyword", lw_conf_shown_name(reader, name));
		return true;
	}
	if (lex->nword > 2 || !lw_conf_keyword_any_case(&reader->words, name->text, name->len))
		return false;
	near = lw_conf_keyword_near(&reader->words, kind, name->text, name->len);
	lw_conf_lex_error(
		lex, LW_CODE_SYNTAX, name->at, "quote it if it is the name of an attribute",
		"'%s' is no keyword: keywords are upper case: %s", lw_conf_shown_name(reader, name),
		near < 0 ? "" : reader->words.keywords[near].text);
	return true;
}

/* ---- setting */

struct assignment {
	struct conf_word name;
	uint32_t value; /* interned */
	uint16_t def;
	const struct lw_attr_spec *spec; /* NULL: not in the table */
	bool is_flag;			 /* the bare word, not the attribute's own name */
};

/* Number of the attribute in the table; -1 if the table does not name it. */
static int find_known(struct conf_reader *reader, const struct conf_word *name)
{
	return lw_conf_attr_find(&reader->words, (unsigned)conf_top(reader)->kind, name->text,
				 name->len);
}

/*
 * Number in the tree of an attribute that the table does not name; UINT16_MAX when it can hold no more names. In dumps of a
 * running system, instances of a multi-valued attribute carry the kernel's number, which means nothing and will not come back.
 */
static uint16_t find_unknown(struct conf_reader *reader, unsigned kind,
			     const struct conf_word *name)
{
	const struct lw_kind_spec *spec = lw_kind(lw_tree_schema(reader->tree), kind);
	int attr = -1;

	if (!name->quoted)
		attr = lw_conf_instance_of(spec, name->text, name->len);
	if (attr < 0)
		return lw_tree_attr_def(reader->tree, kind, name->text, name->len);
	lw_conf_warn(&reader->say, LW_CODE_SYNTAX, name->at,
		     "leave the number away: the kernel numbers the instances itself",
		     "'%s' is read as one more '%s'", lw_conf_shown_name(reader, name),
		     spec->attrs[attr].name);
	return (uint16_t)attr;
}

/* A tree that is full says so in its status; here the place is known, too. */
static void tell_full(struct conf_reader *reader, uint32_t at)
{
	if (lw_tree_status(reader->tree) == -E2BIG)
		lw_conf_error(&reader->say, LW_CODE_LIMIT, at, NULL,
			      "too many attributes: nothing behind this is read");
	reader->stop = true;
}

/* Whether the node has no value for a plain attribute yet. */
static bool check_plain(struct conf_reader *reader, const struct assignment *set)
{
	struct conf_say *say = &reader->say;
	const struct attr *old;
	const char *name;
	unsigned count, line;

	old = lw_tree_attr_run(reader->tree, conf_top(reader)->node, set->def, &count);
	if (!old)
		return true;
	name = lw_conf_shown_name(reader, &set->name);
	line = lw_conf_place(say, old->src - 1).line;
	if (old->value != set->value)
		lw_conf_error(say, LW_CODE_CONFLICT, set->name.at,
			      "keep one of the two: scstadmin would write both, in any order",
			      "'%s' has another value in line %u", name, line);
	else if (!set->is_flag && reader->lex.text[old->src - 1] != CONF_HW_TARGET[0])
		lw_conf_warn(say, LW_CODE_CONFLICT, set->name.at, NULL,
			     "'%s' has the same value in line %u already", name, line);
	return false;
}

/* Whether a multi-valued attribute does not have this instance yet. */
static bool check_multi(struct conf_reader *reader, const struct assignment *set)
{
	struct conf_seen instance = { conf_top(reader)->node, set->value, set->name.at, set->def };
	const struct conf_seen *old = lw_conf_seen(reader, &instance);

	if (!old)
		return reader->status >= 0;
	lw_conf_warn(&reader->say, LW_CODE_CONFLICT, set->name.at, NULL,
		     "this '%s' stands in line %u already", set->spec->name,
		     lw_conf_place(&reader->say, old->at).line);
	return false;
}

/* @known: its number in the table of the block's kind, -1 if it has none. */
static void assign(struct conf_reader *reader, struct assignment set, int known, const char *value,
		   size_t len)
{
	const struct conf_frame *top = conf_top(reader);
	const struct conf_word *name = &set.name;
	struct attr *attr;

	set.def = known >= 0 ? (uint16_t)known : find_unknown(reader, (unsigned)top->kind, name);
	if (set.def == UINT16_MAX) {
		tell_full(reader, name->at);
		return;
	}
	if (!top->node)
		return;

	set.spec = lw_tree_attr_spec(reader->tree, (unsigned)top->kind, set.def);
	set.value = lw_tree_intern(reader->tree, value, len);
	if (!(set.spec && (set.spec->flags & LW_A_MULTI) ? check_multi(reader, &set)
							 : check_plain(reader, &set)))
		return;
	attr = lw_tree_put(reader->tree, top->node, set.def);
	if (!attr) {
		tell_full(reader, name->at);
		return;
	}
	attr->value = set.value;
	attr->src = name->at + 1;
	attr->state = LW_SET;
}

/* ---- the statement */

/* key=value, key = value: both are common, and neither is what the language says. */
static bool refuse_equals(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_word *name = &lex->words[0], *value = &lex->words[1];
	const char *equals = memchr(name->text, '=', name->len);
	const char *hint =
		"write the name, a blank and the value; quote a name or value that holds a '='";

	if (!name->quoted && equals)
		lw_conf_lex_error(
			lex, LW_CODE_SYNTAX,
			name->at + (name->copied ? 0 : (uint32_t)(equals - name->text)), hint,
			"expected a blank after '%s', found '='",
			lw_conf_shown(&reader->say, name->text, (size_t)(equals - name->text)));
	else if (lex->nword > 1 && !value->quoted && value->len == 1 && value->text[0] == '=')
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, value->at, hint,
				  "expected a value, found '='");
	else if (lex->nword == 2 && !value->quoted && value->len && value->text[0] == '=' &&
		 !value->copied)
		lw_conf_warn(&reader->say, LW_CODE_SYNTAX, value->at,
			     "quote the value if that is meant", "the value begins with '='");
	return lex->broken;
}

static void refuse_surplus(struct conf_reader *reader)
{
	const struct conf_word *name = &reader->lex.words[0];
	const char *hint = name_hint(reader, name);

	lw_conf_lex_error(&reader->lex, LW_CODE_SYNTAX, reader->lex.words[2].at,
			  hint ? hint : "quote a value that holds blanks",
			  "expected a newline after the value of '%s'",
			  lw_conf_shown_name(reader, name));
}

/* A user whose secret is missing: check says so, and what a line break tore off must not be taken for a name and shown. */
static bool is_half_secret(struct conf_reader *reader, int known)
{
	const struct lw_schema *schema = reader->words.schema;
	const struct conf_word *name = &reader->lex.words[0], *value = &reader->lex.words[1];
	const struct lw_attr_spec *spec =
		known < 0 ? NULL : &lw_kind(schema, (unsigned)conf_top(reader)->kind)->attrs[known];
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_add_bytes(&text, name->text, name->len);
	if (lw_str_bad(&text))
		reader->status = -ENOMEM;
	if (!lw_attr_is_secret(schema, spec, lw_str_text(&text)) ||
	    (spec && !(spec->flags & LW_A_INPLACE)))
		return false;
	return reader->lex.nword < 2 ||
	       (!memchr(value->text, ' ', value->len) && !memchr(value->text, '\t', value->len));
}

static bool refuse_torn(struct conf_reader *reader, int known)
{
	struct conf_lex *lex = &reader->lex;
	bool torn = reader->half_secret && known < 0 && lex->nword == 1;

	reader->half_secret = is_half_secret(reader, known);
	if (torn)
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, lex->words[0].at,
				  "a user and the secret are one value, in quotes and in one line",
				  "this seems to belong to the value in the line above");
	return torn;
}

void lw_conf_attr(struct conf_reader *reader)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_word *name = &lex->words[0], *value = &lex->words[1];
	struct assignment set = { .name = *name };
	int known;

	if (lex->broken || conf_top(reader)->kind == CONF_NO_KIND || refuse_equals(reader))
		return;
	known = find_known(reader, name);
	if (refuse_torn(reader, known))
		return;
	if (!name->len)
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, name->at, NULL,
				  "expected the name of an attribute");
	else if (known < 0 && refuse_as_keyword(reader, name))
		return;
	else if (lex->nword > 2)
		refuse_surplus(reader);
	else if (lex->nword > 1)
		assign(reader, set, known, value->text, value->len);
	else
		assign(reader, set, known, "", 0);
}

bool lw_conf_is_hw_target(const struct conf_word *word)
{
	return !word->quoted && word->len == strlen(CONF_HW_TARGET) &&
	       !memcmp(word->text, CONF_HW_TARGET, word->len);
}

bool lw_conf_may_be_hardware(const struct lw_kind_spec *kind)
{
	return (kind->access & LW_ROLE_EXPORT) ||
	       lw_kind_attr(kind, CONF_HW_TARGET_ATTR, strlen(CONF_HW_TARGET_ATTR)) >= 0;
}

static uint64_t hardware_kinds(const struct lw_schema *schema)
{
	uint64_t kinds = 0;

	for (unsigned k = 0; k < schema->nkind; k++) {
		if (lw_conf_may_be_hardware(&schema->kinds[k]))
			kinds |= LW_KIND(k);
	}
	return kinds;
}

void lw_conf_hw_target(struct conf_reader *reader, enum conf_end end)
{
	struct conf_lex *lex = &reader->lex;
	const struct conf_frame *top = conf_top(reader);
	uint64_t holders = hardware_kinds(reader->words.schema);
	struct assignment set = { .name = lex->words[0], .is_flag = true };
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;

	if (top->kind != CONF_NO_KIND && !lw_kind_in(holders, (unsigned)top->kind)) {
		lw_conf_elsewhere(reader, holders, &where);
		lw_conf_lex_error(lex, LW_CODE_SYNTAX, set.name.at, NULL,
				  CONF_HW_TARGET " cannot stand %s%s, only %s",
				  reader->depth ? "in " : "at ", lw_conf_label(reader, top),
				  lw_str_text(&where));
	} else if (lex->nword > 1 || end == CONF_END_OPEN) {
		lw_conf_lex_error(lex, LW_CODE_SYNTAX,
				  lex->nword > 1 ? lex->words[1].at : lex->brace_at, NULL,
				  "expected a newline after " CONF_HW_TARGET);
	}
	if (end == CONF_END_OPEN)
		lw_conf_open(reader, CONF_NO_KIND, 0, NULL);
	if (lex->broken || conf_top(reader)->kind == CONF_NO_KIND)
		return;

	set.name.text = CONF_HW_TARGET_ATTR;
	set.name.len = strlen(CONF_HW_TARGET_ATTR);
	assign(reader, set, find_known(reader, &set.name), CONF_HW_TARGET_VALUE,
	       strlen(CONF_HW_TARGET_VALUE));
}
