/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of the reader share: nodes in tree_json_read.c, attributes and simple values in tree_json_attrs.c. */
#ifndef LW_MODEL_TREE_JSON_READER_H
#define LW_MODEL_TREE_JSON_READER_H

#include "base/json.h"
#include "model/tree/tree_internal.h"
#include "model/tree/tree_json.h"

struct reader {
	const struct lw_json *json;
	uint32_t top; /* the value that is the tree */
	struct lw_tree *tree;
	struct lw_report *report;
	const char *file;
	uint16_t source;
	uint8_t depth; /* of nodes that do not say it */
	size_t errors;
};

/* Reports a mistake at a value's place (that of its key, if it is a member), about a node if @n is not 0. */
LW_PRINTF(6, 7)
void reader_fail(struct reader *r, uint32_t value, lw_node n, enum lw_code code, const char *hint,
		 const char *format, ...);
/* A member that nobody asked for. */
void reader_fail_key(struct reader *r, uint32_t value, lw_node n, const char *expected);

/* What a value is, in words; and whether it is what it must be: reported if it is something else. */
const char *reader_type(const struct reader *r, uint32_t value);
bool reader_is(struct reader *r, uint32_t value, lw_node n, enum lw_json_type type,
	       const char *what);

/* The text of a string, number or truth value; NULL for anything else. */
const char *reader_text(const struct reader *r, uint32_t value, size_t *ret_len);
/* The number of a word in a table (NULL entries are no words); -1, reported, if it is none. */
int reader_word(struct reader *r, uint32_t value, lw_node n, const char *what,
		const char *const *words, unsigned count);
uint8_t reader_flags(struct reader *r, uint32_t list, lw_node n,
		     const struct tree_json_flag *table);

/* Byte offset of a value in the text, for lw_tree_place_node(). */
uint32_t reader_offset(const struct reader *r, uint32_t value);

/* All attributes of a node, from the object that holds them. */
void reader_attrs(struct reader *r, lw_node n, uint32_t attrs);

#endif
