/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fail.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

/* clang-format off */
static const struct {
	int err;
	enum lw_code code;
} errno_codes[] = {
	{ 0, LW_CODE_NONE },
	{ ENOMEM, LW_CODE_MEMORY },
	{ EINVAL, LW_CODE_INVALID },
	{ ERANGE, LW_CODE_INVALID },
	{ EISDIR, LW_CODE_INVALID },
	{ EEXIST, LW_CODE_CONFLICT },
	{ ENOENT, LW_CODE_MISSING },
	{ ENOTDIR, LW_CODE_MISSING },
	{ EOPNOTSUPP, LW_CODE_UNSUPPORTED },
	{ ENOSYS, LW_CODE_UNSUPPORTED },
	{ EFBIG, LW_CODE_LIMIT },
	{ EOVERFLOW, LW_CODE_LIMIT },
	{ ENAMETOOLONG, LW_CODE_LIMIT },
	{ E2BIG, LW_CODE_LIMIT },
	{ EACCES, LW_CODE_ACCESS },
	{ EPERM, LW_CODE_ACCESS },
	{ EROFS, LW_CODE_ACCESS },
	{ EBUSY, LW_CODE_BUSY },
	{ ETXTBSY, LW_CODE_BUSY },
	{ ENODEV, LW_CODE_GONE },
	{ ENXIO, LW_CODE_GONE },
	{ ESTALE, LW_CODE_GONE },
};
/* clang-format on */

enum lw_code lw_code_from_errno(int err)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(errno_codes); i++) {
		if (errno_codes[i].err == -err)
			return errno_codes[i].code;
	}
	return LW_CODE_IO;
}

/* Not strerror(): its buffer is shared by all threads, and its words change with the locale. */
static const char *system_words(int err)
{
	const char *words = strerrordesc_np(-err);

	return words ? words : "unknown error";
}

int lw_error_errno(struct lw_error *error, int err, const char *format, ...)
{
	char text[sizeof(error->message)];
	va_list args;

	va_start(args, format);
	if (vsnprintf(text, sizeof(text), format, args) < 0)
		text[0] = '\0';
	va_end(args);

	lw_error_set(error, err, lw_code_from_errno(err), "%s", system_words(err));
	return lw_error_prefix(error, err, "%s", text);
}

int lw_error_memory(struct lw_error *error)
{
	return lw_error_set(error, -ENOMEM, LW_CODE_MEMORY, "out of memory");
}
