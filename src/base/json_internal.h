/* SPDX-License-Identifier: Apache-2.0 */
/* How the parts of the JSON reader share a document. For src/base/json_*.c only. */
#ifndef LW_BASE_JSON_INTERNAL_H
#define LW_BASE_JSON_INTERNAL_H

#include "base/json.h"

/*
 * Strings lie in one pool: a length of four bytes, the bytes, a NUL. A string is known by the offset of its bytes, so 0 is
 * none.
 */
struct lw_json_value {
	uint8_t type;	 /* enum lw_json_type */
	bool truth;	 /* of a BOOL */
	bool is_indexed; /* an OBJECT whose members are in the index */
	uint32_t place;	 /* offset in the source */
	uint32_t key_place;
	uint32_t key;  /* in the pool; 0 outside of objects */
	uint32_t data; /* in the pool for STRING, NUMBER; first child for ARRAY, OBJECT */
	uint32_t next;
	uint32_t parent;
};

/*
 * Members of large objects by (object, key). Small objects are searched one by one, so most documents have no index.
 * Open addressing, LW_JSON_NONE: free slot.
 */
struct lw_json_slot {
	uint32_t hash;
	uint32_t value;
};

struct lw_json_index {
	struct lw_json_slot *slots;
	uint32_t size, count;
	uint32_t seed;
};

/* From so many members on an object is indexed. */
#define LW_JSON_INDEXED_FROM 17

struct lw_json {
	struct lw_json_value *values;
	uint32_t count, cap;
	char *pool;
	uint32_t pool_len, pool_cap;
	uint32_t *lines; /* offsets at which lines begin */
	uint32_t lines_count, lines_cap;
	struct lw_json_index index;
};

/* The string at an offset of the pool, and its length. */
const char *lw_json_pool_text(const struct lw_json *json, uint32_t offset, size_t *ret_len);

/** lw_json_index_find() - the member of an indexed object with this key, or LW_JSON_NONE. */
uint32_t lw_json_index_find(const struct lw_json *json, uint32_t object, const char *key,
			    size_t len);

/** lw_json_index_add() - put a member (its parent and key are set, the key is new there) into the index; 0 or -ENOMEM. */
int lw_json_index_add(struct lw_json *json, uint32_t member);

/** lw_json_find_len() - lw_json_find() for keys with NULs. */
uint32_t lw_json_find_len(const struct lw_json *json, uint32_t object, const char *key, size_t len);

/* Where the line of the last reported problem began; lines from 0. */
struct lw_json_told {
	uint32_t at, line, start;
};

/* The reader's cursor. Parts of the reader return 0, -EINVAL after reporting, or -ENOMEM. */
struct lw_json_reader {
	const char *text;
	uint32_t len, at;
	uint32_t depth;
	struct lw_json_options options;
	const char *file;
	struct lw_report *report;
	struct lw_json *json;
	struct lw_json_told told;
	bool ended;  /* the member that the options name was met */
	bool failed; /* a duplicate key was reported; reading goes on for the sake of the others */
};

/**
 * lw_json_fail() - report a problem at an offset of the text. @hint: may be NULL.
 *
 * What stands in the text is shown by at most one character: it may be a secret. Returns -EINVAL, or -ENOMEM.
 */
int lw_json_fail(struct lw_json_reader *r, uint32_t place, enum lw_code code, const char *hint,
		 const char *format, ...) LW_PRINTF(5, 6);

/** lw_json_fail_expected() - "expected <what>, found <what stands at the cursor>". */
int lw_json_fail_expected(struct lw_json_reader *r, const char *expected);

/** lw_json_read_string() - decode the string whose opening quote is at the cursor. */
int lw_json_read_string(struct lw_json_reader *r, uint32_t *ret);

/** lw_json_read_number() - check and keep the number at the cursor. */
int lw_json_read_number(struct lw_json_reader *r, uint32_t *ret);

#endif
