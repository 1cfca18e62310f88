/* SPDX-License-Identifier: Apache-2.0 */
/* Failures that come from the system: an errno becomes a code and a sentence, the same way everywhere. */
#ifndef LW_BASE_FAIL_H
#define LW_BASE_FAIL_H

#include "lunward/error.h"

/** lw_code_from_errno() - the symbolic code that fits a negative errno; LW_CODE_IO where nothing better is known. */
enum lw_code lw_code_from_errno(int err);

/**
 * lw_error_errno() - fill @error with "<text>: <the system's words for err>".
 * @err: negative errno; returned unchanged
 *
 * The number is given, not taken from errno: evaluating the other arguments may change errno.
 */
int lw_error_errno(struct lw_error *error, int err, const char *format, ...) LW_PRINTF(3, 4);

/** lw_error_memory() - fill @error for a failed allocation; returns -ENOMEM. */
int lw_error_memory(struct lw_error *error);

#endif
