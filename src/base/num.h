/* SPDX-License-Identifier: Apache-2.0 */
/* The one way a number is read from text: all of it, or not at all; no blanks, no overflow, no locale. */
#ifndef LW_BASE_NUM_H
#define LW_BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which notations count. With LW_NUM_OCT a leading 0 means octal ("010" is 8, "08" is refused); without it, nothing. */
enum lw_num_flags {
	LW_NUM_DEC = 1 << 0,
	LW_NUM_HEX = 1 << 1, /* 0x or 0X in front */
	LW_NUM_OCT = 1 << 2,
};

/** lw_parse_u64() - the @len bytes at @text as a number without sign; false if they are none: *@ret is untouched then. */
bool lw_parse_u64(const char *text, size_t len, unsigned base_flags, uint64_t *ret);

/** lw_parse_i64() - the same with an optional '-' in front (never '+'). */
bool lw_parse_i64(const char *text, size_t len, unsigned base_flags, int64_t *ret);

#endif
