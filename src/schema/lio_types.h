/* SPDX-License-Identifier: Apache-2.0 */
/* Types of values that only LIO has. */
#ifndef LW_SCHEMA_LIO_TYPES_H
#define LW_SCHEMA_LIO_TYPES_H

#include "model/schema/type.h"

extern const struct lw_type lw_lio_name;   /* storage object, group: no blank, no '/' */
extern const struct lw_type lw_lio_wwn;	   /* target or initiator: the same in lower case */
extern const struct lw_type lw_lio_portal; /* address:port, IPv6 in brackets */
extern const struct lw_type lw_lio_bool;   /* what the kernel takes for a boolean: y, N, on, true */
extern const struct lw_type lw_lio_path; /* absolute path without comma: control separates there */
/* Some of words, a comma between, in any order. */
extern const struct lw_type lw_lio_list;
/* One of words, or its place in the list; shown as place. */
extern const struct lw_type lw_lio_index;
/* Size in bytes, rounded to pages of 4096, one at least. */
extern const struct lw_type lw_lio_pages;
extern const struct lw_type lw_lio_off_or; /* 0, or a number within min..max */
extern const struct lw_type lw_lio_auth;   /* one line of at most max_len bytes, but not NULL */

#endif
