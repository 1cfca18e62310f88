/* SPDX-License-Identifier: Apache-2.0 */
/* A vocabulary for programs; the shape stands in lunward-schema(1). */
#include <string.h>

#include "base/json.h"
#include "cli/schema.h"

static void put_text(struct lw_json_writer *w, const char *key, const char *text)
{
	lw_json_put_key(w, key);
	lw_json_put_string(w, text);
}

static void put_bool(struct lw_json_writer *w, const char *key, bool value)
{
	lw_json_put_key(w, key);
	lw_json_put_bool(w, value);
}

static void put_limits(struct lw_json_writer *w, const struct lw_attr_spec *spec)
{
	if (spec->words) {
		lw_json_put_key(w, "words");
		lw_json_put_array_begin(w);
		for (const char *const *word = spec->words; *word; word++)
			lw_json_put_string(w, *word);
		lw_json_put_array_end(w);
	}
	if (spec->min != spec->max) {
		lw_json_put_key(w, "min");
		lw_json_put_i64(w, spec->min);
		lw_json_put_key(w, "max");
		lw_json_put_i64(w, spec->max);
	}
}

static void put_attr(struct lw_json_writer *w, const struct lw_attr_info *info,
		     const struct lw_attr_spec *spec)
{
	lw_json_put_object_begin(w);
	put_text(w, "name", info->name);
	put_text(w, "type", info->type);
	put_limits(w, spec);
	put_text(w, "when", info->when);
	put_text(w, "default", info->fresh);
	put_text(w, "unnamed", info->unnamed);
	put_text(w, "since", spec->since);
	put_bool(w, "several", info->multi);
	put_bool(w, "secret", info->secret);
	put_bool(w, "identity", info->identity);
	put_text(w, "help", info->help);
	lw_json_put_object_end(w);
}

static void put_kind(struct lw_json_writer *w, const struct lw_schema *schema, unsigned kind,
		     bool all)
{
	const struct lw_kind_spec *spec = lw_kind(schema, kind);

	lw_json_put_object_begin(w);
	put_text(w, "name", spec->name);
	put_text(w, "keyword", spec->word);
	put_text(w, "help", spec->help);
	lw_json_put_key(w, "within");
	lw_json_put_array_begin(w);
	for (unsigned i = 0; i < schema->nkind; i++)
		if (lw_schema_may_hold(schema, i, kind))
			lw_json_put_string(w, lw_schema_kind_name(schema, i));
	lw_json_put_array_end(w);
	lw_json_put_key(w, "attributes");
	lw_json_put_array_begin(w);
	for (unsigned i = 0; i < lw_schema_attr_count(schema, kind); i++) {
		struct lw_attr_info info = cli_attr_info(schema, kind, i);

		if (all || cli_is_configuration(&info))
			put_attr(w, &info, &spec->attrs[i]);
	}
	lw_json_put_array_end(w);
	lw_json_put_object_end(w);
}

static void put_schema(struct lw_json_writer *w, const struct lw_schema *schema, uint64_t kinds,
		       bool all)
{
	lw_json_put_object_begin(w);
	put_text(w, "name", schema->name);
	put_text(w, "title", schema->title);
	lw_json_put_key(w, "kinds");
	lw_json_put_array_begin(w);
	for (unsigned i = 0; i < schema->nkind; i++)
		if (kinds >> i & 1)
			put_kind(w, schema, i, all);
	lw_json_put_array_end(w);
	lw_json_put_object_end(w);
}

void cli_schema_json(struct lw_str *out, const struct lw_schema *schema, uint64_t kinds, bool all)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	put_text(&w, "lunward", "schema");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "vocabularies");
	lw_json_put_array_begin(&w);
	for (unsigned n = 0; lw_schema_at(n); n++)
		if (!schema || schema == lw_schema_at(n))
			put_schema(&w, lw_schema_at(n), kinds, all);
	lw_json_put_array_end(&w);
	lw_json_put_object_end(&w);
	lw_str_add_char(out, '\n');
}
