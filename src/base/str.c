/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define STR_FIRST 64

void lw_str_done(struct lw_str *s)
{
	free(s->data);
	*s = (struct lw_str)LW_STR_INIT;
}

void lw_str_clear(struct lw_str *s)
{
	s->len = 0;
	s->bad = false;
	if (s->data)
		s->data[0] = '\0';
}

/* Room for @more bytes and the NUL. Kept out of line: the callers' fast paths are a compare and a copy. */
static __attribute__((noinline)) bool str_grow(struct lw_str *s, size_t more)
{
	size_t most = PTRDIFF_MAX;
	size_t cap;
	char *data;

	if (s->bad)
		return false;
	if (more >= most - s->len) {
		s->bad = true;
		return false;
	}

	cap = s->cap < most / 2 ? s->cap + s->cap / 2 : most;
	if (cap < s->len + more + 1)
		cap = s->len + more + 1;
	if (cap < STR_FIRST)
		cap = STR_FIRST;
	data = realloc(s->data, cap);
	if (!data) {
		s->bad = true;
		return false;
	}
	s->data = data;
	s->cap = cap;
	return true;
}

void lw_str_add_bytes(struct lw_str *s, const char *bytes, size_t len)
{
	if (__builtin_expect(s->bad || len >= s->cap - s->len, 0) && !str_grow(s, len))
		return;

	if (len)
		memcpy(s->data + s->len, bytes, len);
	s->len += len;
	s->data[s->len] = '\0'; /* NOLINT(clang-analyzer-core.NullDereference): grown above */
}

void lw_str_add(struct lw_str *s, const char *text)
{
	lw_str_add_bytes(s, text, strlen(text));
}

void lw_str_add_char(struct lw_str *s, char c)
{
	lw_str_add_bytes(s, &c, 1);
}

void lw_str_add_u64(struct lw_str *s, uint64_t number)
{
	char digits[20]; /* of 2^64 - 1 */
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	lw_str_add_bytes(s, digits + at, sizeof(digits) - at);
}

void lw_str_addf(struct lw_str *s, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	lw_str_vaddf(s, format, args);
	va_end(args);
}

/* Most texts fit what is there already: format in place, and only if that was too small, grow and format again. */
void lw_str_vaddf(struct lw_str *s, const char *format, va_list args)
{
	va_list again;
	int n;

	if (s->bad || (s->cap == s->len && !str_grow(s, 0)))
		return;

	va_copy(again, args);
	n = vsnprintf(s->data + s->len, s->cap - s->len, format, args);
	if (n < 0)
		s->bad = true;
	else if ((size_t)n >= s->cap - s->len && str_grow(s, (size_t)n))
		n = vsnprintf(s->data + s->len, s->cap - s->len, format, again);
	va_end(again);

	if (n < 0)
		s->bad = true;
	if (!s->bad)
		s->len += (size_t)n;
	else if (s->data)
		s->data[s->len] = '\0';
}

/* C0 and DEL, and C1 (U+0080 to U+009F, C2 80 to C2 9F in UTF-8): some terminals obey those too. */
static bool is_control(const char *p, size_t n)
{
	unsigned char first = (unsigned char)p[0];

	if (n == 1)
		return first < 0x20 || first == 0x7f;
	return n == 2 && first == 0xc2 && (unsigned char)p[1] < 0xa0;
}

void lw_str_add_shown(struct lw_str *s, const char *text, size_t len)
{
	size_t run = 0; /* where the bytes that go out as they are began */
	size_t at = 0;

	while (at < len) {
		size_t n = lw_utf8_sequence(text + at, len - at);

		if (n && !is_control(text + at, n)) {
			at += n;
			continue;
		}
		lw_str_add_bytes(s, text + run, at - run);
		for (run = at + (n ? n : 1); at < run; at++)
			lw_str_addf(s, "\\x%02x", (unsigned char)text[at]);
	}
	lw_str_add_bytes(s, text + run, len - run);
}

const char *lw_str_text(const struct lw_str *s)
{
	return s->data ? s->data : "";
}

bool lw_str_bad(const struct lw_str *s)
{
	return s->bad;
}

char *lw_str_take(struct lw_str *s)
{
	char *data = NULL;

	/* A string that nobody appended to is "" for its new owner, not an error. */
	if (!s->bad && !s->data)
		lw_str_add_bytes(s, "", 0);
	if (!s->bad) {
		data = s->data;
		s->data = NULL;
	}
	lw_str_done(s);
	return data;
}
