/* SPDX-License-Identifier: Apache-2.0 */
/* lunward completion: which script, and the words that all of them offer. */
#include <string.h>

#include "cli/completion.h"
#include "cli/output.h"
#include "cli/suggest.h"

void cli_completion_kinds(struct lw_str *out, const struct lw_schema *schema)
{
	for (unsigned k = 0; k < lw_schema_kind_count(schema); k++)
		lw_str_addf(out, "%s%s", k ? " " : "", lw_schema_kind_name(schema, k));
}

static bool named_before(unsigned vocabulary, const char *name)
{
	for (unsigned n = 0; n < vocabulary; n++)
		if (lw_schema_kind_find(lw_schema_at(n), name) >= 0)
			return true;
	return false;
}

/* What can only be observed is no configuration. */
void cli_completion_every_kind(struct lw_str *out)
{
	for (unsigned n = 0; lw_schema_at(n); n++)
		for (unsigned k = 0; k < lw_schema_at(n)->nkind; k++)
			if (lw_schema_at(n)->kinds[k].origin != LW_KIND_OBSERVED &&
			    !named_before(n, lw_schema_at(n)->kinds[k].name))
				lw_str_addf(out, "%s%s", out->len ? " " : "",
					    lw_schema_at(n)->kinds[k].name);
}

/* An attribute as it is met on the way through all vocabularies. */
struct place {
	unsigned vocabulary, kind, attr;
};

static bool same_place(const struct place *a, const struct place *b)
{
	return a->vocabulary == b->vocabulary && a->kind == b->kind && a->attr == b->attr;
}

/* The next attribute that is configuration; NULL behind the last one. */
static const char *next_attribute(struct place *at)
{
	for (const struct lw_schema *schema; (schema = lw_schema_at(at->vocabulary));
	     at->vocabulary++) {
		for (; at->kind < lw_schema_kind_count(schema); at->kind++) {
			while (at->attr < lw_schema_attr_count(schema, at->kind)) {
				struct lw_attr_info info =
					cli_attr_info(schema, at->kind, at->attr++);

				if (cli_is_configuration(&info))
					return info.name;
			}
			at->attr = 0;
		}
		at->kind = 0;
	}
	return NULL;
}

static bool met_before(const char *name, const struct place *end)
{
	struct place at = { 0 };
	const char *other;

	while ((other = next_attribute(&at)) && !same_place(&at, end))
		if (!strcmp(other, name))
			return true;
	return false;
}

/* Many kinds share a name; it is said where it is met first. */
void cli_completion_attributes(struct lw_str *out)
{
	struct place at = { 0 };
	const char *name;

	while ((name = next_attribute(&at)))
		if (!met_before(name, &at))
			lw_str_addf(out, "%s%s", out->len ? " " : "", name);
}

int cmd_completion(const struct cli_args *args)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	const char *shell = args->operand[0];

	if (!strcmp(shell, "bash")) {
		cli_completion_bash(&out);
	} else if (!strcmp(shell, "zsh")) {
		cli_completion_zsh(&out);
	} else {
		lw_str_add(&out, "lunward: completion knows bash and zsh, not ");
		cli_typed_quote(&out, shell);
		lw_str_add_char(&out, '\n');
		return cli_say_lines(&out) ? CLI_FAILED : CLI_INVALID;
	}
	return cli_out(&out);
}
