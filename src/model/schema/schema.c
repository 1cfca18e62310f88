/* SPDX-License-Identifier: Apache-2.0 */
/* Look-ups in a vocabulary's tables, and the public, read-only view of them. */
#include "model/schema/schema.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mem.h"

int lw_kind_attr(const struct lw_kind_spec *kind, const char *name, size_t len)
{
	unsigned low = 0, high = kind->nattr;

	while (low < high) {
		unsigned mid = low + (high - low) / 2;
		const char *row = kind->attrs[mid].name;
		int order = strncmp(row, name, len);

		if (!order && row[len])
			order = 1;
		if (!order)
			return (int)mid;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

int lw_kind_attr_flag(const struct lw_kind_spec *kind, uint32_t flag)
{
	for (unsigned i = 0; i < kind->nattr; i++) {
		if (kind->attrs[i].flags & flag)
			return (int)i;
	}
	return -1;
}

int lw_kind_path_attr(const struct lw_kind_spec *kind)
{
	for (int def = 0; def < kind->nattr; def++)
		if (kind->attrs[def].drops)
			return def;
	return -1;
}

uint64_t lw_schema_path_parents(const struct lw_schema *schema)
{
	uint64_t parents = 0;

	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind_path_attr(lw_kind(schema, k)) >= 0)
			parents |= lw_kind(schema, k)->parents;
	return parents;
}

int lw_kind_bound_attr(const struct lw_kind_spec *kind)
{
	for (int def = 0; def < kind->nattr; def++)
		if (kind->attrs[def].bound_by)
			return def;
	return -1;
}

bool lw_value_drops(const struct lw_attr_spec *spec, const char *value)
{
	const char *const *word = spec->drops;

	while (*word && strcmp(*word, value) != 0)
		word++;
	return *word;
}

static bool protects(const struct lw_attr_spec *spec, const char *value)
{
	if (spec->guards && !strcmp(spec->guards, value))
		return true;
	if (spec->drops && lw_value_drops(spec, value))
		return true;
	return spec->access != LW_ACC_NONE && spec->access != LW_ACC_GRANTS;
}

bool lw_value_protects(const struct lw_schema *schema, const struct lw_attr_spec *spec,
		       const char *name, const char *value)
{
	if (spec)
		return protects(spec, value);
	for (unsigned k = 0; k < schema->nkind; k++) {
		int def = lw_kind_attr(lw_kind(schema, k), name, strlen(name));

		if (def >= 0 && protects(&lw_kind(schema, k)->attrs[def], value))
			return true;
	}
	return false;
}

bool lw_given_at_create(const struct lw_attr_spec *spec, const char *value)
{
	if (spec->when == LW_WHEN_CREATE)
		return true;
	if (!(spec->flags & LW_A_AT_CREATE))
		return false;
	return !spec->late || (*value && !strpbrk(value, spec->late));
}

static bool is_text(const char *row, const char *text, size_t len)
{
	return !strncmp(row, text, len) && !row[len];
}

/* Whether the `only` list of a kind holds the name. */
static bool only_holds(const struct lw_kind_spec *kind, const char *name, size_t len)
{
	for (const char *const *only = kind->only; only && *only; only++) {
		if (is_text(*only, name, len))
			return true;
	}
	return false;
}

int lw_schema_child_kind(const struct lw_schema *schema, unsigned parent, const char *word,
			 const char *name, size_t len)
{
	int any = -1;

	for (unsigned i = LW_KIND_ROOT + 1; i < schema->nkind; i++) {
		const struct lw_kind_spec *kind = lw_kind(schema, i);

		if (!lw_kind_in(kind->parents, parent))
			continue;
		if (word && (!kind->word || strcmp(kind->word, word) != 0))
			continue;
		if (only_holds(kind, name, len))
			return (int)i;
		if (!kind->only && any < 0)
			any = (int)i;
	}
	return any;
}

static bool has_kind(const struct lw_schema *schema, unsigned kind)
{
	return schema && kind < schema->nkind;
}

const char *lw_schema_name(const struct lw_schema *schema)
{
	return schema ? schema->name : NULL;
}

unsigned lw_schema_kind_count(const struct lw_schema *schema)
{
	return schema ? schema->nkind : 0;
}

const char *lw_schema_kind_name(const struct lw_schema *schema, unsigned kind)
{
	return has_kind(schema, kind) ? lw_kind(schema, kind)->name : NULL;
}

int lw_schema_kind_find(const struct lw_schema *schema, const char *name)
{
	for (unsigned i = 0; name && has_kind(schema, i); i++) {
		if (!strcmp(lw_kind(schema, i)->name, name))
			return (int)i;
	}
	return -1;
}

const char *lw_schema_kind_help(const struct lw_schema *schema, unsigned kind)
{
	if (!has_kind(schema, kind))
		return NULL;
	return lw_kind(schema, kind)->help ? lw_kind(schema, kind)->help : "";
}

const char *lw_schema_title(const struct lw_schema *schema)
{
	return schema ? schema->title : NULL;
}

const char *lw_schema_kind_word(const struct lw_schema *schema, unsigned kind)
{
	return has_kind(schema, kind) ? lw_kind(schema, kind)->word : NULL;
}

bool lw_schema_may_hold(const struct lw_schema *schema, unsigned parent, unsigned child)
{
	return has_kind(schema, parent) && has_kind(schema, child) && child != LW_KIND_ROOT &&
	       lw_kind_in(lw_kind(schema, child)->parents, parent);
}

unsigned lw_schema_attr_count(const struct lw_schema *schema, unsigned kind)
{
	return has_kind(schema, kind) ? lw_kind(schema, kind)->nattr : 0;
}

static const char *const when_names[] = {
	[LW_WHEN_ANY] = "any",
	[LW_WHEN_CREATE] = "create",
	[LW_WHEN_DISABLED] = "disabled",
	[LW_WHEN_ENABLED] = "enabled",
	[LW_WHEN_UNREFERENCED] = "unreferenced",
	[LW_WHEN_INACTIVE] = "inactive",
	[LW_WHEN_NEVER] = "never",
};
static_assert(LW_ARRAY_LEN(when_names) == LW_WHEN_NEVER + 1, "every write class has a name");

/* What becomes of an attribute that a file no longer names. */
static const char *unnamed(const struct lw_attr_spec *spec)
{
	switch ((enum lw_absent)spec->absent) {
	case LW_ABSENT_OFF:
		return "off";
	case LW_ABSENT_KEEP:
		return "stays";
	case LW_ABSENT_RESET:
		break;
	}
	return spec->reading == LW_READ_FORCED || spec->when == LW_WHEN_NEVER ? "stays" : "default";
}

int lw_schema_attr(const struct lw_schema *schema, unsigned kind, unsigned attr,
		   struct lw_attr_info *ret)
{
	const struct lw_attr_spec *spec;
	struct lw_attr_info info;
	size_t size = ret ? ret->size : 0;

	if (!schema || !ret)
		return -EINVAL;
	if (attr >= lw_schema_attr_count(schema, kind))
		return -ENOENT;

	spec = &lw_kind(schema, kind)->attrs[attr];
	info = (struct lw_attr_info){
		.size = size,
		.name = spec->name,
		.type = spec->type ? spec->type->name : "text",
		.when = when_names[spec->when],
		.fresh = spec->fresh,
		.help = spec->help ? spec->help : "",
		.multi = spec->flags & LW_A_MULTI,
		.secret = spec->flags & LW_A_SECRET,
		.identity = spec->flags & LW_A_IDENTITY,
		.words = spec->words,
		.min = spec->min,
		.max = spec->max,
		.max_len = spec->max_len,
		.since = spec->since,
		.unnamed = unnamed(spec),
	};
	/* A caller that was compiled against a shorter struct gets the part that it knows. */
	memcpy(ret, &info, size < sizeof(info) ? size : sizeof(info));
	return 0;
}
