/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON as RFC 8259 has it, and nothing more.
 *
 * The reader takes a whole text from memory and refuses, with line, column and what was expected: comments, trailing commas,
 * NaN, leading zeros, duplicate keys, invalid UTF-8, lone surrogates, control characters in strings, a byte order mark,
 * anything after the value. Every value knows where it stood. Numbers stay text until somebody asks for one kind.
 *
 * The writer streams into a struct lw_str.
 *
 * Bytes that are not UTF-8. Kernel names may hold any byte, JSON strings may not. The writer turns each byte that is no part
 * of valid UTF-8 into a lone low surrogate, 0x80 to 0xff into \udc80 to \udcff, as Python's "surrogateescape" does. Under
 * LW_JSON_BYTES the reader turns exactly these back; without it they are refused as the lone surrogates they are. What the
 * writer wrote, the reader so gives back byte by byte.
 */
#ifndef LW_BASE_JSON_H
#define LW_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "lunward/error.h"

enum lw_json_type {
	LW_JSON_ABSENT, /* the type of LW_JSON_NONE */
	LW_JSON_NULL,
	LW_JSON_BOOL,
	LW_JSON_NUMBER,
	LW_JSON_STRING,
	LW_JSON_ARRAY,
	LW_JSON_OBJECT,
	LW_JSON_TYPE_COUNT_
};

/** lw_json_type_name() - for messages: "an object", "a number", "nothing" for LW_JSON_ABSENT. */
const char *lw_json_type_name(enum lw_json_type type);

/* ---- reader */

enum lw_json_flags {
	LW_JSON_NUL = 1 << 0,	/* allow \u0000 in strings: they are then more than C strings */
	LW_JSON_BYTES = 1 << 1, /* turn \udc80 to \udcff into the bytes 0x80 to 0xff */
};

/* 0 in a limit means its default. */
struct lw_json_options {
	unsigned flags;
	/* Arrays and objects in each other; default 64, at most LW_JSON_DEPTH_MAX. */
	uint32_t max_depth;
	uint32_t max_values; /* default 4 Mi */
	uint32_t max_bytes;  /* of text; default 64 MiB, never more than 1 GiB */
	/* Nothing from the root's member of that name on is looked at, whatever it is; NULL: all is read. */
	const char *until;
};
#define LW_JSON_DEPTH_MAX 512

/* A parsed text; owns all its strings and needs the text no more. Constant: any number of threads may read it. */
struct lw_json;

/* A value is its number in the document. The value of the whole text is 0; numbers grow in the order of the text. */
#define LW_JSON_ROOT 0
#define LW_JSON_NONE UINT32_MAX

/**
 * lw_json_parse() - read one JSON text.
 * @options: NULL means all defaults and no flags
 * @file:    name of the text in the report; may be NULL
 * @report:  gets each problem; may be NULL. Duplicate keys are all reported; at anything else reading ends.
 * @ret:     a new document, freed by lw_json_free(); untouched on failure
 *
 * Returns 0; -EINVAL with at least one problem in @report; -ENOMEM, of which the report says nothing.
 */
int lw_json_parse(const char *text, size_t len, const struct lw_json_options *options,
		  const char *file, struct lw_report *report, struct lw_json **ret);

/** lw_json_free() - NULL is fine. */
void lw_json_free(struct lw_json *json);
void lw_json_freep(struct lw_json **json);
#define LW_AUTO_JSON __attribute__((cleanup(lw_json_freep)))

/*
 * All of these take LW_JSON_NONE for a value, which is absent, has no children and no place, so that look-ups can be
 * chained and tested once at the end.
 */
enum lw_json_type lw_json_type(const struct lw_json *json, uint32_t value);

/** lw_json_find() - the member @key of an object; LW_JSON_NONE if there is none or @value is no object. */
uint32_t lw_json_find(const struct lw_json *json, uint32_t value, const char *key);

/** lw_json_first() - first element or member of an array or object; LW_JSON_NONE if there is none. */
uint32_t lw_json_first(const struct lw_json *json, uint32_t value);

/** lw_json_next() - what follows @value in its array or object; LW_JSON_NONE at the end. */
uint32_t lw_json_next(const struct lw_json *json, uint32_t value);

/** lw_json_parent() - the array or object that holds @value; LW_JSON_NONE for the root. */
uint32_t lw_json_parent(const struct lw_json *json, uint32_t value);

/** lw_json_key() - key of a member, NUL-terminated; NULL if @value is no member. @ret_len may be NULL. */
const char *lw_json_key(const struct lw_json *json, uint32_t value, size_t *ret_len);

/** lw_json_text() - decoded text of a string, NUL-terminated; NULL if @value is no string. @ret_len may be NULL. */
const char *lw_json_text(const struct lw_json *json, uint32_t value, size_t *ret_len);

/** lw_json_number() - a number as it was written, NUL-terminated; NULL if @value is no number. @ret_len may be NULL. */
const char *lw_json_number(const struct lw_json *json, uint32_t value, size_t *ret_len);

/** lw_json_bool(), _u64() - false if @value is not that, or written with fraction or exponent, or too large. */
bool lw_json_bool(const struct lw_json *json, uint32_t value, bool *ret);
bool lw_json_u64(const struct lw_json *json, uint32_t value, uint64_t *ret);

/** lw_json_place() - where a value began: line and column (in bytes), from 1; 0 and 0 for LW_JSON_NONE. */
void lw_json_place(const struct lw_json *json, uint32_t value, uint32_t *ret_line,
		   uint32_t *ret_column);

/** lw_json_key_place() - where the key of a member began; that of the value if it is no member. */
void lw_json_key_place(const struct lw_json *json, uint32_t value, uint32_t *ret_line,
		       uint32_t *ret_column);

/* ---- writer */

enum lw_json_style {
	LW_JSON_COMPACT, /* no white space at all */
	LW_JSON_INDENT,	 /* two blanks a level; no newline after the last line */
};

/*
 * Caller's storage, nothing to free. The caller keeps the grammar: keys in objects only, every begin with its end. Whether
 * memory ran out is asked of the string (lw_str_bad()).
 */
struct lw_json_writer {
	struct lw_str *out;
	enum lw_json_style style;
	uint32_t depth;
	bool more;  /* something stands before, on this level: a comma is due */
	bool keyed; /* a key was just written: the value goes behind it */
};

void lw_json_writer_init(struct lw_json_writer *w, struct lw_str *out, enum lw_json_style style);

void lw_json_put_object_begin(struct lw_json_writer *w);
void lw_json_put_object_end(struct lw_json_writer *w);
void lw_json_put_array_begin(struct lw_json_writer *w);
void lw_json_put_array_end(struct lw_json_writer *w);

/** lw_json_put_key() - a member's key, any bytes; its value follows. */
void lw_json_put_key(struct lw_json_writer *w, const char *key);
void lw_json_put_key_len(struct lw_json_writer *w, const char *key, size_t len);

/** lw_json_put_string() - a string of any bytes, NULs too with _len. A NULL pointer is written as null. */
void lw_json_put_string(struct lw_json_writer *w, const char *text);
void lw_json_put_string_len(struct lw_json_writer *w, const char *text, size_t len);

void lw_json_put_u64(struct lw_json_writer *w, uint64_t number);
void lw_json_put_i64(struct lw_json_writer *w, int64_t number);
void lw_json_put_bool(struct lw_json_writer *w, bool value);
void lw_json_put_null(struct lw_json_writer *w);

/** lw_json_put_number() - a number as text, which the caller knows to be one. */
void lw_json_put_number(struct lw_json_writer *w, const char *text, size_t len);

/** lw_json_put_value() - a parsed value with all that is in it. */
void lw_json_put_value(struct lw_json_writer *w, const struct lw_json *json, uint32_t value);

#endif
