/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A journal as JSON:
 *
 *	{ "lunward": "journal", "version": 1, "about": { "command": "apply x.conf" },
 *	  "want": TREE or null, "goal": TREE, "snapshot": TREE,
 *	  "operations": [ { "verb": "set", "path": "targets/t", "attribute": "alias", "old": "a", "new": "b",
 *			    "state": "pending", "flags": [ "secret" ], "cause": 3 } ],
 *	  "temporaries": [ { "what": "suspend", "path": "/", "attribute": "suspend", "old": "0" } ] }
 *
 * Trees are in the shape of docs/TREE.md. Members that have nothing to say are left out; cause is a place, from 0.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "model/journal/journal_json.h"
#include "model/plan/plan_show.h"

const struct journal_flag journal_flags[] = {
	{ LW_OP_IMPLIED, "implied" }, { LW_OP_TEMPORARY, "temporary" },
	{ LW_OP_GRANT, "grant" },     { LW_OP_DEGRADED, "degraded" },
	{ LW_OP_SECRET, "secret" },   { LW_OP_CARRIED, "carried" },
	{ LW_OP_LATE, "late" },	      { 0, NULL },
};

static void put_text(struct lw_json_writer *w, const char *key, const char *text)
{
	if (!text)
		return;
	lw_json_put_key(w, key);
	lw_json_put_string(w, text);
}

static void put_op(struct lw_json_writer *w, const struct lw_journal_op *op)
{
	lw_json_put_object_begin(w);
	put_text(w, "verb", lw_verb_name(op->verb));
	put_text(w, "path", op->path);
	put_text(w, "to", op->to);
	put_text(w, "attribute", op->attr);
	put_text(w, "old", op->old);
	put_text(w, "new", op->now);
	put_text(w, "state", lw_plan_state_name(op->state));
	if (op->flags) {
		lw_json_put_key(w, "flags");
		lw_json_put_array_begin(w);
		for (const struct journal_flag *f = journal_flags; f->word; f++)
			if (op->flags & f->flag)
				lw_json_put_string(w, f->word);
		lw_json_put_array_end(w);
	}
	if (op->cause != LW_NO_OP) {
		lw_json_put_key(w, "cause");
		lw_json_put_u64(w, op->cause);
	}
	lw_json_put_object_end(w);
}

static void put_temporary(struct lw_json_writer *w, const struct lw_journal_temporary *t)
{
	lw_json_put_object_begin(w);
	put_text(w, "what", t->what);
	put_text(w, "path", t->path);
	put_text(w, "attribute", t->attr);
	put_text(w, "old", t->old);
	lw_json_put_object_end(w);
}

static void add_facts(struct lw_str *out, const struct lw_journal *journal)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_COMPACT);
	lw_json_put_object_begin(&w);
	for (uint32_t i = 0; i < journal->nfact; i++)
		put_text(&w, journal->facts[i].name, journal->facts[i].value);
	lw_json_put_object_end(&w);
}

/* Trees come as finished texts; the lists stand between them as pieces of their own. */
static int add_tree(struct lw_str *out, const char *key, const struct lw_tree *tree)
{
	char *text = NULL;

	lw_str_addf(out, "\"%s\": ", key);
	if (tree && lw_tree_write_json(tree, LW_JSON_SECRETS, &text) < 0)
		return -ENOMEM;
	lw_str_add(out, text ? text : "null");
	lw_str_add(out, ",\n");
	free(text);
	return 0;
}

static void add_ops(struct lw_str *out, const struct lw_journal *journal)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_COMPACT);
	lw_json_put_array_begin(&w);
	for (uint32_t i = 0; i < journal->nop; i++)
		put_op(&w, &journal->ops[i]);
	lw_json_put_array_end(&w);
}

static void add_temporaries(struct lw_str *out, const struct lw_journal *journal)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_COMPACT);
	lw_json_put_array_begin(&w);
	for (uint32_t i = 0; i < journal->ntemporary; i++)
		put_temporary(&w, &journal->temporaries[i]);
	lw_json_put_array_end(&w);
}

int lw_journal_write(const struct lw_journal *journal, char **ret)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	char *text;
	int r;

	lw_str_addf(&out, "{\n\"lunward\": \"journal\",\n\"version\": %d,\n", JOURNAL_VERSION);
	lw_str_add(&out, "\"about\": ");
	add_facts(&out, journal);
	lw_str_add(&out, ",\n");
	r = add_tree(&out, "want", journal->want);
	if (!r)
		r = add_tree(&out, "goal", journal->goal);
	if (!r)
		r = add_tree(&out, "snapshot", journal->snapshot);
	if (r < 0)
		return r;
	lw_str_add(&out, "\"operations\": ");
	add_ops(&out, journal);
	lw_str_add(&out, ",\n\"temporaries\": ");
	add_temporaries(&out, journal);
	lw_str_add(&out, "\n}\n");
	text = lw_str_take(&out);
	if (!text)
		return -ENOMEM;
	*ret = text;
	return 0;
}
