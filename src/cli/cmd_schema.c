/* SPDX-License-Identifier: Apache-2.0 */
/* lunward schema: what may stand in a configuration, out of the tables that everything else works by. */
#include <string.h>

#include "cli/output.h"
#include "cli/schema.h"
#include "cli/suggest.h"

const char *const cli_vocabularies[] = { "scst", "lio", NULL };

static int find_schema(const char *name, const struct lw_schema **ret)
{
	struct cli_suggest suggest;
	LW_AUTO_STR struct lw_str words = LW_STR_INIT;

	*ret = lw_schema_find(name);
	if (*ret)
		return CLI_DONE;
	cli_suggest_start(&suggest, name);
	for (const char *const *each = cli_vocabularies; *each; each++)
		cli_suggest_word(&suggest, *each);
	lw_str_add_shown(&words, name, strlen(name));
	cli_suggest_hint(&suggest, "", &words);
	cli_say("no such vocabulary: %s", lw_str_text(&words));
	return CLI_INVALID;
}

static int find_kind(const struct lw_schema *schema, const char *name, int *ret)
{
	struct cli_suggest suggest;
	LW_AUTO_STR struct lw_str words = LW_STR_INIT;

	*ret = lw_schema_kind_find(schema, name);
	if (*ret >= 0)
		return CLI_DONE;
	cli_suggest_start(&suggest, name);
	for (unsigned i = 0; i < schema->nkind; i++)
		cli_suggest_word(&suggest, schema->kinds[i].name);
	lw_str_add_shown(&words, name, strlen(name));
	cli_suggest_hint(&suggest, "", &words);
	cli_say("%s has no such kind: %s", schema->name, lw_str_text(&words));
	return CLI_INVALID;
}

int cmd_schema(const struct cli_args *args)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	const struct lw_schema *schema = NULL;
	bool all = cli_has(args, CLI_OPT_VERBOSE);
	int kind = -1;
	int r = CLI_DONE;

	if (args->operand_count > 0)
		r = find_schema(args->operand[0], &schema);
	if (!r && args->operand_count > 1)
		r = find_kind(schema, args->operand[1], &kind);
	if (r)
		return r;
	if (cli_json(args))
		cli_schema_json(&out, schema, kind, all);
	else if (!schema)
		cli_schema_list(&out);
	else if (kind < 0)
		cli_schema_kinds(&out, schema);
	else
		cli_schema_kind(&out, schema, (unsigned)kind, all);
	return cli_out(&out);
}
