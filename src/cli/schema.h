/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the schema command share. */
#ifndef LW_CLI_SCHEMA_H
#define LW_CLI_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "model/schema/schema.h"

static inline struct lw_attr_info cli_attr_info(const struct lw_schema *schema, unsigned kind,
						unsigned attr)
{
	struct lw_attr_info info = { .size = sizeof(info) };

	(void)lw_schema_attr(schema, kind, attr, &info);
	return info;
}

/* Facts, counters and actions are no configuration. */
static inline bool cli_is_configuration(const struct lw_attr_info *info)
{
	return strcmp(info->when, "never") != 0;
}

/* Append the vocabularies; the kinds of one; one kind with its attributes, @all: also those that are no configuration. */
void cli_schema_list(struct lw_str *out);
void cli_schema_kinds(struct lw_str *out, const struct lw_schema *schema);
void cli_schema_kind(struct lw_str *out, const struct lw_schema *schema, unsigned kind, bool all);

/* Appends the JSON document; @schema NULL: of all vocabularies; @kinds: bit set of those to list. */
void cli_schema_json(struct lw_str *out, const struct lw_schema *schema, uint64_t kinds, bool all);

#endif
