/* SPDX-License-Identifier: Apache-2.0 */
/* lunward schema: what may stand in a configuration, out of the tables that everything else works by. */
#include <assert.h>
#include <string.h>
#include <strings.h>

#include "cli/output.h"
#include "cli/schema.h"
#include "cli/suggest.h"

static_assert(LW_KIND_MAX <= 64, "a set of kinds is one number");

static int find_schema(const char *name, const struct lw_schema **ret)
{
	struct cli_suggest suggest;

	*ret = lw_schema_find(name);
	if (*ret)
		return CLI_DONE;
	cli_suggest_start(&suggest, name);
	for (unsigned n = 0; lw_schema_at(n); n++)
		cli_suggest_word(&suggest, lw_schema_name(lw_schema_at(n)));
	return cli_no_such(&suggest, "vocabulary", "'lunward schema' lists the vocabularies");
}

static bool is_word(const struct lw_kind_spec *kind, const char *typed)
{
	return !strcasecmp(kind->name, typed) || (kind->word && !strcasecmp(kind->word, typed));
}

static int no_such_kind(const struct lw_schema *schema, const char *typed)
{
	LW_AUTO_STR struct lw_str what = LW_STR_INIT, hint = LW_STR_INIT;
	struct cli_suggest suggest;

	cli_suggest_start(&suggest, typed);
	for (unsigned i = 0; i < schema->nkind; i++)
		cli_suggest_word(&suggest, schema->kinds[i].name);
	for (unsigned i = 0; i < schema->nkind; i++)
		if (schema->kinds[i].word)
			cli_suggest_word(&suggest, schema->kinds[i].word);
	lw_str_addf(&what, "kind or keyword of %s", schema->name);
	lw_str_addf(&hint, "'lunward schema %s' lists them", schema->name);
	return cli_no_such(&suggest, lw_str_text(&what), lw_str_text(&hint));
}

/* A kind's own name is that kind; a keyword, however it is spelled, is every kind that is declared by it. */
static int find_kinds(const struct lw_schema *schema, const char *typed, uint64_t *ret)
{
	int exact = lw_schema_kind_find(schema, typed);

	*ret = 0;
	if (exact >= 0)
		*ret = UINT64_C(1) << exact;
	for (unsigned i = 0; exact < 0 && i < schema->nkind; i++)
		if (is_word(&schema->kinds[i], typed))
			*ret |= UINT64_C(1) << i;
	return *ret ? CLI_DONE : no_such_kind(schema, typed);
}

static void add_kinds(struct lw_str *out, const struct lw_schema *schema, uint64_t kinds, bool all)
{
	for (unsigned i = 0; i < schema->nkind; i++) {
		if (!(kinds >> i & 1))
			continue;
		if (out->len)
			lw_str_add_char(out, '\n');
		cli_schema_kind(out, schema, i, all);
	}
}

int cmd_schema(const struct cli_args *args)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	const struct lw_schema *schema = NULL;
	bool all = cli_has(args, CLI_OPT_VERBOSE);
	uint64_t kinds = UINT64_MAX;
	int r = CLI_DONE;

	if (args->operand_count > 0)
		r = find_schema(args->operand[0], &schema);
	if (!r && args->operand_count > 1)
		r = find_kinds(schema, args->operand[1], &kinds);
	if (r)
		return r;
	if (cli_json(args))
		cli_schema_json(&out, schema, kinds, all);
	else if (!schema)
		cli_schema_list(&out);
	else if (args->operand_count < 2)
		cli_schema_kinds(&out, schema);
	else
		add_kinds(&out, schema, kinds, all);
	return cli_out(&out);
}
