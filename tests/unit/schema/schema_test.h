/* SPDX-License-Identifier: Apache-2.0 */
/* What every test of this room begins with: cmocka wants these headers before its own. */
#ifndef SCHEMA_TEST_H
#define SCHEMA_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lunward/tree.h"
#include "schema/schema.h"

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

/* What a value becomes, or NULL when it is refused; the caller frees it. @why may be NULL. */
char *canon_of(const struct lw_attr_spec *spec, const char *text, struct lw_error *why);

/*
 * Rows of what is written and what it becomes (NULL: refused). What it becomes stays as it is, and a refusal says what is
 * legal without repeating the value.
 */
struct value_row {
	const char *text, *want;
};
void check_values(const struct lw_attr_spec *spec, const struct value_row *rows, unsigned count);
#define EXPECT_VALUES(spec, ...) \
	do { \
		const struct value_row rows_[] = { __VA_ARGS__ }; \
		check_values(&(spec), rows_, ARRAY_LEN(rows_)); \
	} while (0)

/* The row of an attribute; fails the test when the table has none. */
const struct lw_attr_spec *row_of(const struct lw_schema *schema, const char *kind,
				  const char *attr);
unsigned kind_of(const struct lw_schema *schema, const char *kind);

/* Adds a child; fails the test when that is not possible. */
lw_node add_node(struct lw_tree *tree, lw_node parent, unsigned kind, const char *name);
void set_value(struct lw_tree *tree, lw_node node, const char *attr, const char *value);

/* Runs the kind's check and compares the messages, one a line, "error: " or "warning: " first. */
void check_says(const struct lw_tree *tree, lw_node node, const char *want);

/* Fresh value by column or hook, "?" when nobody knows; the caller frees it. */
char *fresh_of(const struct lw_tree *tree, lw_node node, const char *attr);

/* The same on every machine, so that a failure comes back. */
static inline uint32_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

#endif
