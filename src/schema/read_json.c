/* SPDX-License-Identifier: Apache-2.0 */
/* Stands here because it needs the vocabularies: a text names the one that it is written in. */
#include "model/tree/tree_json.h"
#include "schema/schema.h"

int lw_tree_read_json(const char *name, const char *text, size_t len, const struct lw_tree *share,
		      struct lw_tree **ret, struct lw_report *report)
{
	return lw_tree_parse_json(lw_schema_find, name, text, len, share, ret, report);
}
