/* SPDX-License-Identifier: Apache-2.0 */
/* Trees as JSON, in the shape of docs/TREE.md: the words that writer and reader share. */
#ifndef LW_MODEL_TREE_JSON_H
#define LW_MODEL_TREE_JSON_H

#include "base/json.h"
#include "model/tree/tree.h"

#define TREE_JSON_VERSION 1

extern const char *const tree_json_depths[LW_DEPTH_FULL + 1];
extern const char *const tree_json_origins[LW_FROM_OBSERVED + 1];
extern const char *const tree_json_states[LW_FIXED + 1]; /* SET has none: it is a value */

/* Flags that are written, each a bit and a word; ended by word NULL. */
struct tree_json_flag {
	uint8_t flag;
	const char *word;
};
extern const struct tree_json_flag tree_json_node_flags[];
extern const struct tree_json_flag tree_json_attr_flags[];

/*
 * lw_tree_read_json() with the vocabularies that @find knows. The model does not know any: the room that does stands behind
 * the public function.
 */
int lw_tree_parse_json(const struct lw_schema *(*find)(const char *name), const char *name,
		       const char *text, size_t len, const struct lw_tree *share,
		       struct lw_tree **ret, struct lw_report *report);

/* A tree that stands within a larger text: that text, read, and which value of it is the tree. */
struct lw_tree_text {
	const char *name, *text;
	size_t len;
	const struct lw_json *json;
	uint32_t value;
};

/* The same, of a text that has been read. */
int lw_tree_from_json(const struct lw_schema *(*find)(const char *name),
		      const struct lw_tree_text *from, const struct lw_tree *share,
		      struct lw_tree **ret, struct lw_report *report);

#endif
