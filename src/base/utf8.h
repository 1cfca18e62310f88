/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is a valid character here;
 * who must not see one asks for it.
 */
#ifndef LW_BASE_UTF8_H
#define LW_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** lw_utf8_sequence() - bytes of the valid sequence that starts at @text: 1 to 4; 0 if none does or @len is 0. */
size_t lw_utf8_sequence(const char *text, size_t len);

/** lw_utf8_valid() - is all of @text valid? The empty text is. */
bool lw_utf8_valid(const char *text, size_t len);

/**
 * lw_utf8_cut() - the longest prefix of at most @max bytes that does not split a sequence.
 *
 * Returns its length: @len if that fits, else @max or up to three less. Text that is not UTF-8 is cut at @max.
 */
size_t lw_utf8_cut(const char *text, size_t len, size_t max);

/** lw_utf8_encode() - write @code point (valid, not a surrogate) into @ret; returns the number of bytes, 1 to 4. */
size_t lw_utf8_encode(uint32_t code, char ret[4]);

#endif
