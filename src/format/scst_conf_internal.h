/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of the scst.conf reader and writer, from the bottom up:
 *
 *	say	messages with a place; counts errors and knows when it was enough
 *	word	bytes to words
 *	lex	words to statements
 *	differ	what scstadmin would make of a statement
 *	words	the keywords, by data: which kind a keyword means under which parent
 *	seen	which instances of multi-valued attributes were read
 *	attr	a statement that gives an attribute
 *	brace	blocks: opening, closing, and what to make of misplaced braces
 *	block	a statement that declares an object
 *	read	the loop over all statements
 *	quote	how a word must be written so that lex reads the same bytes
 *	values	attributes in canonical form
 *	write	a tree in canonical form
 */
#ifndef LW_FORMAT_SCST_CONF_INTERNAL_H
#define LW_FORMAT_SCST_CONF_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "model/schema/schema.h"
#include "lunward/error.h"
#include "lunward/tree.h"

#define CONF_WORD_MAX 65536    /* bytes of one word */
#define CONF_DEPTH_MAX 16      /* blocks within blocks; the language itself needs five */
#define CONF_ERRORS_MAX 100    /* then nobody reads on... */
#define CONF_ERRORS_FOREIGN 20 /* ...sooner where no object was declared: it is another language */
#define CONF_KEYWORDS_MAX 32

/* ---- say */

struct conf_say {
	struct lw_report *report;
	const char *name;	    /* of the text */
	const struct lw_tree *tree; /* knows where lines begin */
	uint16_t source;	    /* the text's number there */
	unsigned errors;
	char shown[4][96]; /* names in the message being made */
	unsigned nshown;
};

struct conf_problem {
	enum lw_severity severity;
	enum lw_code code;
	uint32_t at;	  /* byte offset in the text */
	const char *hint; /* NULL: none */
};

void lw_conf_say(struct conf_say *say, struct conf_problem problem, const char *format, ...)
	LW_PRINTF(3, 4);
#define lw_conf_error(say, code, at, hint, ...) \
	lw_conf_say(say, (struct conf_problem){ LW_ERROR, code, at, hint }, __VA_ARGS__)
#define lw_conf_warn(say, code, at, hint, ...) \
	lw_conf_say(say, (struct conf_problem){ LW_WARNING, code, at, hint }, __VA_ARGS__)

/*
 * A name as a message shows it: one line, cut if long. The result is good until four more names were shown. Never for a
 * value: it may be a secret.
 */
const char *lw_conf_shown(struct conf_say *say, const char *text, size_t len);
struct lw_place lw_conf_place(const struct conf_say *say, uint32_t at);

/* ---- lex */

struct conf_word {
	/* In the input, or in scratch when something was escaped; not NUL-terminated. */
	const char *text;
	uint32_t len;
	uint32_t at, end; /* where it stands in the input */
	bool quoted;
	bool copied; /* in scratch, from this offset on */
	uint32_t scratch;
};

#define CONF_WORDS 4 /* no statement has more than three; the fourth is there to be pointed at */

enum conf_end {
	CONF_END_LINE, /* a newline, or the end of the text */
	CONF_END_OPEN, /* '{', consumed */
	CONF_END_CLOSE /* '}', not consumed */
};

struct conf_lex {
	struct conf_say *say;
	const char *text;
	uint32_t len, at;
	struct conf_word words[CONF_WORDS];
	unsigned nword;	   /* may be more than CONF_WORDS: the rest was read and dropped */
	uint32_t last_end; /* end of the statement's last word, dropped ones included */
	uint32_t brace_at; /* of the last '{' consumed */
	struct lw_str scratch;
	bool broken; /* this statement's mistake was told: nothing more of it */
	bool quiet;  /* inside a block that makes no sense: only braces count */
	bool no_quotes; /* after an unclosed quote: the rest of the line is read as if there were none */
	bool text_on_line; /* a word stands before, on this line */
};

void lw_conf_lex_init(struct conf_lex *lex, struct conf_say *say, const char *text, size_t len);
void lw_conf_lex_done(struct conf_lex *lex);
/* Goes to the next word or brace, over blanks, comments and newlines. Returns its first byte; -1 at the end of the text. */
int lw_conf_lex_skip(struct conf_lex *lex);
/* The same, but stays on the line: -1 also at its end. */
int lw_conf_lex_skip_blank(struct conf_lex *lex);
/* Reads the words of a statement. A '{' that opens the next line with text belongs to it. */
enum conf_end lw_conf_lex_statement(struct conf_lex *lex);
/* At a word's first byte: reads it. */
void lw_conf_lex_word(struct conf_lex *lex);
/* A warning, unless a mistake was told. */
void lw_conf_lex_warn(struct conf_lex *lex, uint32_t at, const char *hint, const char *message);
/* Tells of a mistake in the statement, once. */
void lw_conf_lex_error(struct conf_lex *lex, enum lw_code code, uint32_t at, const char *hint,
		       const char *format, ...) LW_PRINTF(5, 6);

/* ---- differ */

/* Warns where scstadmin would read the statement in @lex, which ended like that, as something else. 0 or -ENOMEM. */
int lw_conf_differences(struct conf_lex *lex, enum conf_end end);
/* Length of the name at the beginning of @text that behind a '[' began a section of SCST 1.x; 0 if there is none. */
size_t lw_conf_section(const char *text, size_t len);

/* ---- words */

#define CONF_NO_KIND (-1)

struct conf_keyword {
	const char *text;
	size_t len;
	uint64_t kinds;	  /* all kinds with this word */
	uint64_t parents; /* all that may hold one of them */
};

/* An attribute that was looked up lately. */
struct conf_recent {
	uint16_t attr;
	uint8_t kind;
};

#define CONF_RECENT 64

struct conf_words {
	const struct lw_schema *schema;
	struct conf_keyword keywords[CONF_KEYWORDS_MAX];
	unsigned count;
	uint64_t naming_device; /* kinds of which the name, or what it refers to, is a device's */
	struct conf_recent recent[CONF_RECENT];
	/* Kind below a parent; scst_conf_words.c says what is not a kind. */
	int16_t child[LW_KIND_MAX][CONF_KEYWORDS_MAX];
};

void lw_conf_words_init(struct conf_words *words, const struct lw_schema *schema);
/* Number of a keyword; -1 for a word that is none. */
int lw_conf_keyword(const struct conf_words *words, const char *text, size_t len);
/* The keyword that was probably meant, best one that @parent may hold; -1 if none is near. */
int lw_conf_keyword_near(const struct conf_words *words, unsigned parent, const char *text,
			 size_t len);
/* Whether the word differs from a keyword at most by case. */
bool lw_conf_keyword_any_case(const struct conf_words *words, const char *text, size_t len);
/* Written as keywords are, in capitals and underscores: no attribute of SCST is called like that. */
bool lw_conf_is_capitals(const char *text, size_t len);
/* Kind of the child of @parent that a keyword and a name declare; CONF_NO_KIND if @parent holds no such thing. */
int lw_conf_child_kind(const struct conf_words *words, unsigned parent, int keyword,
		       const char *name, size_t len);
bool lw_conf_may_hold(const struct conf_words *words, unsigned parent, int keyword);
/* "in TARGET or GROUP", "at the top level" */
void lw_conf_holders(const struct conf_words *words, uint64_t kinds, struct lw_str *out);
/* Words that follow the keyword: 0, 1 (a name), 2 (a name and what it refers to). */
unsigned lw_conf_kind_words(const struct lw_kind_spec *kind);
/* The attribute of which "IncomingUser1", itself in no table, is an instance: its number; -1 for any other name. */
int lw_conf_instance_of(const struct lw_kind_spec *kind, const char *name, size_t len);
/* As lw_kind_attr(); the same few attributes come again and again, so those that came lately are tried first. */
int lw_conf_attr_find(struct conf_words *words, unsigned kind, const char *name, size_t len);

#define CONF_BOM "\xef\xbb\xbf" /* some editors begin a file with this */
#define CONF_DEV "/dev/"	/* some name a device by its file */

/* A bare word that stands for an attribute with a value. */
#define CONF_HW_TARGET "HW_TARGET"
#define CONF_HW_TARGET_ATTR "hw_target"
#define CONF_HW_TARGET_VALUE "1"
/* Kinds that it may stand in: those with the attribute, and exports of drivers that nobody knows. */
bool lw_conf_may_be_hardware(const struct lw_kind_spec *kind);

/* ---- reader */

struct conf_frame {
	int kind;		 /* CONF_NO_KIND: nobody knows what this block is */
	lw_node node;		 /* 0: what stands in the block is checked, but not kept */
	const char *keyword;	 /* NULL: the text itself, or a block without one */
	uint32_t name, name_end; /* where the name stands; equal if there is none */
	uint32_t at;		 /* the statement that opened it */
	uint32_t brace;		 /* its '{' */
};

/* One instance of a multi-valued attribute. */
struct conf_seen {
	uint32_t node;	/* never 0 */
	uint32_t value; /* interned */
	uint32_t at;
	uint16_t def;
};

struct conf_reader {
	struct conf_lex lex;
	struct conf_say say;
	struct conf_words words;
	struct lw_tree *tree;
	struct conf_frame frames[CONF_DEPTH_MAX];
	unsigned depth; /* the innermost block is frames[depth]; frames[0] is the text itself */
	struct conf_frame closed; /* the last block that was closed at... */
	uint32_t closed_at;	  /* ...this place... */
	unsigned closed_depth;	  /* ...and depth; 0: none yet */
	unsigned declared;	  /* objects */
	unsigned implied;	  /* blocks taken as closed although their '}' is missing */
	bool stop;
	bool half_secret; /* the last attribute was a user without a secret, which may stand in the next line */
	int status;		/* -ENOMEM: no memory outside the tree */
	struct conf_seen *seen; /* a hash table */
	uint32_t seen_used, seen_size;
};

static inline struct conf_frame *conf_top(struct conf_reader *reader)
{
	return &reader->frames[reader->depth];
}

/* A word that is, or should be, a name: quotes may have made one word of it and a secret. As lw_conf_shown(). */
const char *lw_conf_shown_name(struct conf_reader *reader, const struct conf_word *name);

/* "TARGET iqn.2026-11.com.example:a", "the top level": as lw_conf_shown(). */
const char *lw_conf_label(struct conf_reader *reader, const struct conf_frame *frame);
/* A hint that names a keyword instead of the statement's first word; same storage. */
const char *lw_conf_did_you_mean(struct conf_reader *reader, int keyword);

/* The equal instance that was seen before; NULL if there is none: then this one is kept. NULL and status -ENOMEM. */
const struct conf_seen *lw_conf_seen(struct conf_reader *reader, const struct conf_seen *instance);

/* The statement in reader->lex gives an attribute. */
void lw_conf_attr(struct conf_reader *reader);
/* It is the bare word that stands for one. */
void lw_conf_hw_target(struct conf_reader *reader, enum conf_end end);
bool lw_conf_is_hw_target(const struct conf_word *word);

/* It declares an object with this keyword; broken statements still open their block. */
void lw_conf_block(struct conf_reader *reader, int keyword, enum conf_end end);
/* Its first word is no keyword, but a '{' follows. */
void lw_conf_block_unknown(struct conf_reader *reader);

/* Opens a block whose '{' was just read. */
void lw_conf_open(struct conf_reader *reader, int kind, lw_node node, const char *keyword);
/* At a '}'. */
void lw_conf_close(struct conf_reader *reader);
/* A '}' follows on a line that holds text: the one that was just read. */
void lw_conf_refuse_text_before(struct conf_lex *lex);
/* Where something may stand that cannot stand in the innermost block: "in TARGET", and what this block is if that is one. */
void lw_conf_elsewhere(const struct conf_reader *reader, uint64_t holders, struct lw_str *out);
/* A keyword where it may not stand is told. True if that shows a misplaced brace before it: then the innermost block is now
 * one that may hold it. */
bool lw_conf_misplaced(struct conf_reader *reader, int keyword);
/* At the end of the text. */
void lw_conf_finish(struct conf_reader *reader);

/* ---- quote */

/*
 * Appends a word as the reader reads it back; @quoted puts quotes around it even where none are needed (a quoted word is
 * never a keyword, nor a path to be shortened). -EINVAL for what no quoting can express: NUL, newline, too long.
 */
int lw_conf_quote(const char *text, size_t len, bool quoted, struct lw_str *out);
/* Whether the name of an attribute that is in no table would be read as something else if it had no quotes. */
bool lw_conf_name_misread(const struct conf_words *words, const struct lw_kind_spec *kind,
			  const char *name, size_t len);

/* ---- write */

struct conf_value {
	const char *name, *value;
	const struct lw_attr_spec *spec; /* NULL: not in the table */
	bool hw_target;			 /* there is a bare word for its usual value */
	bool secret;			 /* masked unless LW_WRITE_SECRETS */
};

struct conf_child {
	lw_node node;
	unsigned rank;	  /* of the keyword */
	uint64_t number;  /* by this first: of numbered kinds, or the place among siblings */
	const char *name; /* then by this */
};

struct conf_writer {
	const struct lw_tree *tree;
	struct conf_words words;
	unsigned flags;
	struct lw_str out;
	struct lw_error *err;
	struct conf_child *children; /* a stack: those of the nodes being written */
	uint32_t nchild, child_cap;
	struct conf_value *values; /* of one node */
	uint32_t nvalue, value_cap;
};

/* Why a word cannot be written. */
#define CONF_WHY_BYTES "a newline, or more than 65536 bytes, cannot be written"

/* Fills the writer's error and returns -EINVAL; @attr NULL: it is the object itself. */
int lw_conf_refuse(const struct conf_writer *writer, lw_node node, const char *attr,
		   const char *why);
void lw_conf_indent(struct conf_writer *writer, unsigned depth);
/* The node's attributes, a line each. */
int lw_conf_write_values(struct conf_writer *writer, lw_node node, unsigned depth);

#endif
