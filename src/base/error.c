/* SPDX-License-Identifier: Apache-2.0 */
/*
 * struct lw_error lives in the caller, who may have been compiled against an older, shorter one. So each field is touched
 * only if it lies within error->size, and texts are made in storage of our own first: arguments may point into the very
 * error that is being filled.
 */
#include "lunward/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "base/utf8.h"

#define HAS(error, field) \
	((error)->size >= offsetof(struct lw_error, field) + sizeof((error)->field))

/* clang-format off */
static const char *const code_names[] = {
	[LW_CODE_NONE] = "NONE",
	[LW_CODE_INTERNAL] = "INTERNAL",
	[LW_CODE_MEMORY] = "MEMORY",
	[LW_CODE_SYNTAX] = "SYNTAX",
	[LW_CODE_INVALID] = "INVALID",
	[LW_CODE_UNKNOWN] = "UNKNOWN",
	[LW_CODE_CONFLICT] = "CONFLICT",
	[LW_CODE_MISSING] = "MISSING",
	[LW_CODE_UNSUPPORTED] = "UNSUPPORTED",
	[LW_CODE_DANGEROUS] = "DANGEROUS",
	[LW_CODE_LIMIT] = "LIMIT",
	[LW_CODE_IO] = "IO",
	[LW_CODE_ACCESS] = "ACCESS",
	[LW_CODE_AUTH] = "AUTH",
	[LW_CODE_BUSY] = "BUSY",
	[LW_CODE_GONE] = "GONE",
	[LW_CODE_PARTIAL] = "PARTIAL",
};
/* clang-format on */
_Static_assert(LW_ARRAY_LEN(code_names) == LW_CODE_COUNT_, "every code has a name");

const char *lw_code_name(enum lw_code code)
{
	if ((unsigned)code >= LW_CODE_COUNT_)
		code = LW_CODE_INTERNAL;
	return code_names[code];
}

/* Copies a text into a field; what does not fit is cut between characters and ends in "...". */
static void put(char *field, size_t size, const char *text, size_t len)
{
	static const char dots[] = "...";
	size_t kept = len;

	if (len >= size)
		kept = lw_utf8_cut(text, len, size - sizeof(dots));
	memmove(field, text, kept);
	field[kept] = '\0';
	if (kept < len)
		memcpy(field + kept, dots, sizeof(dots));
}

/*
 * Formats into @buf; returns the length, which never reaches @size. Longer text comes back filling the buffer to the brim,
 * so that put(), whose fields are smaller, sees that it does not fit.
 */
static LW_PRINTF(3, 0) size_t format_text(char *buf, size_t size, const char *format, va_list args)
{
	int n = format ? vsnprintf(buf, size, format, args) : -1;

	if (n < 0)
		n = snprintf(buf, size, "(a message that cannot be formatted)");
	return (size_t)n < size ? (size_t)n : size - 1;
}

/* The longest field, and enough beyond it that a cut is seen and does not split a character. */
#define TEXT_MAX (sizeof(((struct lw_error *)0)->message) + 8)

int lw_error_set(struct lw_error *error, int err, enum lw_code code, const char *format, ...)
{
	char text[TEXT_MAX];
	va_list args;
	size_t len;

	if (!error)
		return err;

	va_start(args, format);
	len = format_text(text, sizeof(text), format, args);
	va_end(args);

	if (HAS(error, err))
		error->err = err;
	if (HAS(error, code))
		error->code = code;
	if (HAS(error, message))
		put(error->message, sizeof(error->message), text, len);
	if (HAS(error, object))
		error->object[0] = '\0';
	if (HAS(error, hint))
		error->hint[0] = '\0';
	return err;
}

int lw_error_prefix(struct lw_error *error, int err, const char *format, ...)
{
	char text[2 * TEXT_MAX];
	va_list args;
	size_t len, more;

	if (!error)
		return err;
	if (HAS(error, err))
		error->err = err;
	if (HAS(error, code) && error->code == LW_CODE_NONE)
		error->code = lw_code_from_errno(err);
	if (!HAS(error, message))
		return err;

	va_start(args, format);
	len = format_text(text, TEXT_MAX, format, args);
	va_end(args);

	/* Nothing to put it in front of: it is the message. */
	more = strnlen(error->message, sizeof(error->message));
	if (more) {
		/* NOLINTNEXTLINE(bugprone-not-null-terminated-result): the message follows */
		memcpy(text + len, ": ", 2);
		memcpy(text + len + 2, error->message, more);
		len += 2 + more;
	}
	put(error->message, sizeof(error->message), text, len);
	return err;
}

void lw_error_object(struct lw_error *error, const char *object)
{
	if (error && HAS(error, object))
		put(error->object, sizeof(error->object), object ? object : "",
		    object ? strlen(object) : 0);
}

void lw_error_hint(struct lw_error *error, const char *format, ...)
{
	char text[TEXT_MAX];
	va_list args;
	size_t len;

	if (!error || !HAS(error, hint))
		return;

	va_start(args, format);
	len = format_text(text, sizeof(text), format, args);
	va_end(args);
	put(error->hint, sizeof(error->hint), text, len);
}
