/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The types of values that every vocabulary needs. What only one engine has stands beside its tables.
 *
 * Numbers are decimal, whatever zeros stand in front, or hexadecimal behind 0x; never octal. min and max of the row bound
 * them; both 0 means whatever fits 64 bits. max_len bounds the canonical spelling in bytes.
 */
#ifndef LW_MODEL_TYPE_H
#define LW_MODEL_TYPE_H

#include "model/schema/schema.h"

/* Any text, up to max_len bytes; newlines at its end do not count, blanks do. */
extern const struct lw_type lw_type_text;
/* Text, too, where whoever takes the value strips it: blanks at both ends do not count. */
extern const struct lw_type lw_type_stripped;
extern const struct lw_type lw_type_bool; /* 0 or 1 */
extern const struct lw_type lw_type_uint; /* decimal or 0x, within min..max; shown decimal */
extern const struct lw_type lw_type_int;  /* like uint, may be negative */
/* Number, decimal or 0x; shown 0x and lower case, no leading zeros. */
extern const struct lw_type lw_type_hex;
extern const struct lw_type lw_type_word;  /* one of words; case counts */
extern const struct lw_type lw_type_iword; /* one of words; any case, shown as in the table */
/*
 * Absolute path, repeated slashes made one; without max_len no blank, '=' or ';', which end a word of SCST's commands;
 * with max_len any byte but control bytes.
 */
extern const struct lw_type lw_type_path;
/* Bytes, decimal or 0x; K M G T P suffixes are powers of 1024; shown decimal. */
extern const struct lw_type lw_type_size;
extern const struct lw_type lw_type_yesno; /* Yes or No, case counts */

#endif
