/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of this room share: reading with all messages as one text, writing, examples. */
#ifndef FORMAT_TEST_H
#define FORMAT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <cmocka.h>

#include "base/str.h"
#include "lunward/format.h"

/* Appends each problem as "c:LINE:COLUMN: severity: message (hint)" and a newline. */
void add_messages(const struct lw_report *report, struct lw_str *out);

/* Reads @text (named "c") and compares all messages. */
void expect_messages_at(const char *text, size_t len, const char *want, const char *file, int line);
#define EXPECT_MESSAGES(text, want) expect_messages_at(text, strlen(text), want, __FILE__, __LINE__)
#define EXPECT_CLEAN(text) expect_messages_at(text, strlen(text), "", __FILE__, __LINE__)

/* Reads @text, warnings allowed, and compares what is written. */
void expect_written_at(const char *text, const char *want, const char *file, int line);
#define EXPECT_WRITTEN(text, want) expect_written_at(text, want, __FILE__, __LINE__)

/* A tree, or the test fails. */
struct lw_tree *must_read(const char *text, size_t len);
char *must_write(const struct lw_tree *tree);

/* write -> read -> write gives the same bytes. */
void expect_stable(const char *text, size_t len);

/* A file of examples/, NUL-terminated; to be freed. */
char *read_example(const char *name, size_t *len);
extern const char *const examples[]; /* names, NULL-terminated */

/* A repeatable source of numbers; the same on every machine, so that a failure comes back. */
static inline uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

#endif
