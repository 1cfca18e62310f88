/* SPDX-License-Identifier: Apache-2.0 */
/* lunward show --facts: what is so, beside what is configured. */
#include "cli/show_facts.h"

#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

static const struct {
	const char *word;
	enum lw_fact_flags flag;
} groups[] = {
	{ "identity", LW_FACTS_IDENTITY },
	{ "counters", LW_FACTS_COUNTERS },
	{ "sessions", LW_FACTS_SESSIONS },
};

static unsigned asked_for(const struct cli_args *args)
{
	unsigned which = 0;

	for (const char *const *word = args->list[CLI_OPT_FACTS]; word && *word; word++)
		for (size_t i = 0; i < LW_ARRAY_LEN(groups); i++)
			if (!strcmp(groups[i].word, *word))
				which |= groups[i].flag;
	return which;
}

static const char *word_of(enum lw_fact_flags group)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(groups); i++)
		if (groups[i].flag == group)
			return groups[i].word;
	return "";
}

static void add_lines(const struct lw_facts *facts, struct lw_str *out)
{
	const struct lw_fact *fact;

	for (size_t n = 0; (fact = lw_facts_get(facts, n)); n++) {
		lw_str_addf(out, "%s %s ", fact->path, fact->name);
		lw_str_add_shown(out, fact->value, strlen(fact->value));
		lw_str_add_char(out, '\n');
	}
}

static void put_text(struct lw_json_writer *w, const char *key, const char *text)
{
	lw_json_put_key(w, key);
	lw_json_put_string(w, text);
}

static void put_fact(struct lw_json_writer *w, const struct lw_fact *fact)
{
	lw_json_put_object_begin(w);
	put_text(w, "id", fact->id);
	put_text(w, "kind", fact->kind);
	put_text(w, "path", fact->path);
	put_text(w, "group", word_of(fact->group));
	put_text(w, "name", fact->name);
	put_text(w, "value", fact->value);
	lw_json_put_object_end(w);
}

static void add_json(const struct lw_facts *facts, struct lw_str *out)
{
	const struct lw_fact *fact;
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	put_text(&w, "lunward", "facts");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "facts");
	lw_json_put_array_begin(&w);
	for (size_t n = 0; (fact = lw_facts_get(facts, n)); n++)
		put_fact(&w, fact);
	lw_json_put_array_end(&w);
	lw_json_put_object_end(&w);
	lw_str_add_char(out, '\n');
}

int cli_show_facts(const struct cli_args *args, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_facts *facts = NULL;
	struct lw_system *system = NULL;
	int r = cli_system_open(args, "scst", NULL, &system), e;

	if (r)
		return r;
	e = lw_facts_read(system, asked_for(args), &facts, report);
	if (e < 0)
		r = cli_live_failed(args, report, e);
	else
		r = cli_problems_say(args, report);
	if (!r && cli_json(args))
		add_json(facts, &out);
	else if (!r)
		add_lines(facts, &out);
	if (!r)
		r = cli_out(&out);
	lw_facts_free(facts);
	lw_system_close(system);
	return r;
}
