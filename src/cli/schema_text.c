/* SPDX-License-Identifier: Apache-2.0 */
/* A vocabulary for people: aligned columns. */
#include <inttypes.h>
#include <string.h>

#include "cli/schema.h"

/* The type in a word, or all that is legal: "0..65535", "active|standby". */
static void add_type(struct lw_str *out, const struct lw_attr_spec *spec)
{
	if (spec->words) {
		for (const char *const *word = spec->words; *word; word++)
			lw_str_addf(out, "%s%s", word == spec->words ? "" : "|", *word);
	} else if (spec->min != spec->max) {
		lw_str_addf(out, "%" PRId64 "..%" PRId64, spec->min, spec->max);
	} else {
		lw_str_add(out, spec->type->name);
	}
}

struct columns {
	size_t name, type, when, fresh, unnamed;
};

static size_t wider(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t type_width(const struct lw_attr_spec *spec)
{
	LW_AUTO_STR struct lw_str type = LW_STR_INIT;

	add_type(&type, spec);
	return type.len;
}

static void pad_to(struct lw_str *out, size_t start, size_t column)
{
	/* Short of memory, the text does not grow. */
	do
		lw_str_add_char(out, ' ');
	while (out->len - start < column && !lw_str_bad(out));
}

static const char *shown_fresh(const struct lw_attr_info *info)
{
	if (!info->fresh)
		return "-";
	return *info->fresh ? info->fresh : "\"\"";
}

static struct columns measure(const struct lw_schema *schema, unsigned kind, bool all)
{
	struct columns c = { .name = strlen("ATTRIBUTE"),
			     .type = strlen("TYPE"),
			     .when = strlen("WHEN"),
			     .fresh = strlen("DEFAULT"),
			     .unnamed = strlen("UNNAMED") };

	for (unsigned i = 0; i < lw_schema_attr_count(schema, kind); i++) {
		struct lw_attr_info info = cli_attr_info(schema, kind, i);

		if (!all && !cli_is_configuration(&info))
			continue;
		c.name = wider(c.name, strlen(info.name));
		c.type = wider(c.type, type_width(&lw_kind(schema, kind)->attrs[i]));
		c.when = wider(c.when, strlen(info.when));
		c.fresh = wider(c.fresh, strlen(shown_fresh(&info)));
	}
	return c;
}

static void add_row(struct lw_str *out, const struct columns *c, const struct lw_attr_info *info,
		    const struct lw_attr_spec *spec, const char *unnamed)
{
	size_t start = out->len;

	lw_str_add(out, info->name);
	pad_to(out, start, c->name + 2);
	start = out->len;
	add_type(out, spec);
	pad_to(out, start, c->type + 2);
	start = out->len;
	lw_str_add(out, info->when);
	pad_to(out, start, c->when + 2);
	start = out->len;
	lw_str_add(out, shown_fresh(info));
	pad_to(out, start, c->fresh + 2);
	start = out->len;
	lw_str_add(out, unnamed);
	pad_to(out, start, c->unnamed + 2);
	lw_str_addf(out, "%s%s%s%s", info->help ? info->help : "", info->multi ? " (several)" : "",
		    info->secret ? " (secret)" : "", info->identity ? " (identity)" : "");
	if (spec->since)
		lw_str_addf(out, " (since %s)", spec->since);
	lw_str_add_char(out, '\n');
}

static void add_heads(struct lw_str *out, const struct columns *c)
{
	static const struct lw_type type = { .name = "TYPE" };
	static const struct lw_attr_spec spec = { .type = &type };
	struct lw_attr_info info = {
		.name = "ATTRIBUTE",
		.when = "WHEN",
		.fresh = "DEFAULT",
		.help = "MEANING",
	};

	add_row(out, c, &info, &spec, "UNNAMED");
}

static void add_holders(struct lw_str *out, const struct lw_schema *schema, unsigned kind)
{
	bool first = true;

	for (unsigned i = 0; i < lw_schema_kind_count(schema); i++) {
		if (!lw_schema_may_hold(schema, i, kind))
			continue;
		lw_str_addf(out, "%s%s", first ? "" : ", ", lw_schema_kind_name(schema, i));
		first = false;
	}
}

static void add_held(struct lw_str *out, const struct lw_schema *schema, unsigned kind)
{
	bool first = true;

	for (unsigned i = 0; i < lw_schema_kind_count(schema); i++) {
		if (!lw_schema_may_hold(schema, kind, i))
			continue;
		lw_str_addf(out, "%s%s", first ? "  holds " : ", ", lw_schema_kind_name(schema, i));
		first = false;
	}
	if (!first)
		lw_str_add_char(out, '\n');
}

static unsigned count_attrs(const struct lw_schema *schema, unsigned kind, bool all)
{
	unsigned n = 0;

	for (unsigned i = 0; i < lw_schema_attr_count(schema, kind); i++) {
		struct lw_attr_info info = cli_attr_info(schema, kind, i);

		n += all || cli_is_configuration(&info);
	}
	return n;
}

/* Instead of a table without rows. */
static void add_none(struct lw_str *out, const struct lw_schema *schema, unsigned kind, bool all)
{
	if (all || !count_attrs(schema, kind, true))
		lw_str_add(out, "It has no attributes.\n");
	else
		lw_str_add(out, "It has no attributes that can be configured; --verbose lists what "
				"the kernel tells.\n");
}

void cli_schema_kind(struct lw_str *out, const struct lw_schema *schema, unsigned kind, bool all)
{
	const struct lw_kind_spec *spec = lw_kind(schema, kind);
	struct columns c = measure(schema, kind, all);

	lw_str_addf(out, "%s: %s\n", spec->name, spec->help);
	if (kind != LW_KIND_ROOT) {
		lw_str_addf(out, "  %s%swithin ", spec->word ? spec->word : "",
			    spec->word ? " " : "");
		add_holders(out, schema, kind);
		lw_str_add_char(out, '\n');
	}
	add_held(out, schema, kind);
	lw_str_add_char(out, '\n');
	if (!count_attrs(schema, kind, all)) {
		add_none(out, schema, kind, all);
		return;
	}
	add_heads(out, &c);
	for (unsigned i = 0; i < lw_schema_attr_count(schema, kind); i++) {
		struct lw_attr_info info = cli_attr_info(schema, kind, i);

		if (all || cli_is_configuration(&info))
			add_row(out, &c, &info, &spec->attrs[i], info.unnamed);
	}
}

void cli_schema_kinds(struct lw_str *out, const struct lw_schema *schema)
{
	size_t name = 0, word = 0;

	for (unsigned i = 0; i < schema->nkind; i++) {
		name = wider(name, strlen(schema->kinds[i].name));
		word = wider(word, schema->kinds[i].word ? strlen(schema->kinds[i].word) : 1);
	}
	for (unsigned i = 0; i < schema->nkind; i++) {
		size_t start = out->len;

		lw_str_add(out, schema->kinds[i].name);
		pad_to(out, start, name + 2);
		start = out->len;
		lw_str_add(out, schema->kinds[i].word ? schema->kinds[i].word : "-");
		pad_to(out, start, word + 2);
		lw_str_addf(out, "%s\n", schema->kinds[i].help);
	}
}

void cli_schema_list(struct lw_str *out)
{
	for (unsigned n = 0; lw_schema_at(n); n++)
		lw_str_addf(out, "%-6s%s\n", lw_schema_at(n)->name, lw_schema_at(n)->title);
}
