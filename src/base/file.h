/* SPDX-License-Identifier: Apache-2.0 */
/* Reading whole files given by an administrator (configurations, scripts, a pipe), and writing whole texts. */
#ifndef LW_BASE_FILE_H
#define LW_BASE_FILE_H

#include <stddef.h>

#include "base/str.h"
#include "lunward/error.h"

/**
 * lw_file_read_all() - read all of a file.
 * @path:      regular file, pipe or terminal; "-" is standard input, shown as "standard input" in messages
 * @max_bytes: a longer file is refused with LW_CODE_LIMIT
 * @ret:       an initialised string; its content is replaced on success and untouched on failure. NULs are kept.
 * @error:     filled on failure, the object being the path; may be NULL
 *
 * A size that the file system reports is a hint only: kernel files and growing files are read to their end.
 * Returns 0; -EISDIR for a directory; -EFBIG beyond the limit; -ENOMEM; another negative errno.
 */
int lw_file_read_all(const char *path, size_t max_bytes, struct lw_str *ret,
		     struct lw_error *error);

/** lw_write_all() - all bytes, however many writes that takes. Returns 0 or a negative errno. */
int lw_write_all(int fd, const char *bytes, size_t len);

#endif
