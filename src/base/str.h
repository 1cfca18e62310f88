/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A string that grows. Out of memory is sticky: appends after it do nothing, and the owner asks once at the end
 * (lw_str_bad()). Always NUL-terminated once anything was appended; may hold NULs of its own.
 */
#ifndef LW_BASE_STR_H
#define LW_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdarg.h>

#include "lunward/error.h"

struct lw_str {
	char *data; /* NULL while empty and never grown */
	size_t len, cap;
	bool bad; /* an allocation failed; the text is incomplete */
};
/* clang-format off */
#define LW_STR_INIT { NULL, 0, 0, false }
/* clang-format on */
#define LW_AUTO_STR __attribute__((cleanup(lw_str_done)))

void lw_str_done(struct lw_str *s);
void lw_str_clear(struct lw_str *s);
void lw_str_add(struct lw_str *s, const char *text);
void lw_str_add_bytes(struct lw_str *s, const char *bytes, size_t len);
void lw_str_add_char(struct lw_str *s, char c);
void lw_str_add_u64(struct lw_str *s, uint64_t number); /* decimal */
void lw_str_addf(struct lw_str *s, const char *format, ...) LW_PRINTF(2, 3);
void lw_str_vaddf(struct lw_str *s, const char *format, va_list args) LW_PRINTF(2, 0);
/*
 * Appends with control characters, DEL and invalid UTF-8 as \xNN, for messages and paths: one line whatever the name holds.
 */
void lw_str_add_shown(struct lw_str *s, const char *text, size_t len);
/* Never NULL: "" while empty. */
const char *lw_str_text(const struct lw_str *s);
bool lw_str_bad(const struct lw_str *s);
/* Gives the heap string away (caller frees); NULL if bad. The string is empty afterwards. */
char *lw_str_take(struct lw_str *s);

#endif
