/* SPDX-License-Identifier: Apache-2.0 */
/* A journal from JSON. Written by us and yet not believed: a file may be cut, or somebody may have edited it. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "model/journal/journal_json.h"
#include "model/plan/plan_show.h"
#include "model/tree/tree_json.h"

/* As a tree of 100,000 LUNs, three times, with a plan that makes all of it. */
#define BYTES_MAX (UINT32_C(1) << 30)
#define VALUES_MAX (UINT32_C(1) << 26)
#define DEPTH_MAX 300

struct reader {
	const struct lw_schema *(*find)(const char *name);
	const char *name, *text;
	size_t len;
	const struct lw_tree *share;
	struct lw_json *json;
	struct lw_report *report;
	struct lw_journal *journal;
	const char *until; /* the member from which on nothing is read; NULL: none */
	bool wrong;	   /* a mistake was reported */
	bool memory;	   /* memory was short */
};

static void fail(struct reader *r, uint32_t value, enum lw_code code, const char *format, ...)
	LW_PRINTF(4, 5);

static void fail(struct reader *r, uint32_t value, enum lw_code code, const char *format, ...)
{
	struct lw_problem problem = {
		.size = sizeof(problem), .severity = LW_ERROR, .code = code, .file = r->name
	};
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	lw_json_place(r->json, value, &problem.line, &problem.column);
	problem.message = lw_str_text(&text);
	lw_report_add(r->report, &problem);
	r->wrong = true;
}

/* A text member; NULL where it is missing. It must not hold a NUL: the journal keeps C strings. */
static const char *text_member(struct reader *r, uint32_t object, const char *key, bool required)
{
	uint32_t value = lw_json_find(r->json, object, key);
	const char *text = lw_json_text(r->json, value, NULL), *kept;

	if (value == LW_JSON_NONE && !required)
		return NULL;
	if (!text) {
		fail(r, value == LW_JSON_NONE ? object : value, LW_CODE_INVALID,
		     "\"%s\" must be a string", key);
		return NULL;
	}
	kept = lw_arena_strdup(&r->journal->texts, text, strlen(text));
	if (!kept)
		r->memory = true;
	return kept;
}

static int word_member(struct reader *r, uint32_t object, const char *key,
		       int (*find)(const char *))
{
	const char *word = text_member(r, object, key, true);
	int n = find(word);

	if (word && n < 0)
		fail(r, lw_json_find(r->json, object, key), LW_CODE_UNKNOWN,
		     "\"%s\" is no %s that is known here", word, key);
	return n < 0 ? 0 : n;
}

static unsigned flags_member(struct reader *r, uint32_t object)
{
	uint32_t list = lw_json_find(r->json, object, "flags");
	unsigned flags = 0;

	if (list != LW_JSON_NONE && lw_json_type(r->json, list) != LW_JSON_ARRAY)
		fail(r, list, LW_CODE_INVALID, "\"flags\" must be a list");
	for (uint32_t v = lw_json_first(r->json, list); v != LW_JSON_NONE;
	     v = lw_json_next(r->json, v)) {
		const char *word = lw_json_text(r->json, v, NULL);
		const struct journal_flag *f = journal_flags;

		while (f->word && !(word && !strcmp(word, f->word)))
			f++;
		if (!f->word)
			fail(r, v, LW_CODE_UNKNOWN, "no flag that is known here");
		flags |= f->flag;
	}
	return flags;
}

static uint32_t cause_member(struct reader *r, uint32_t object)
{
	uint32_t value = lw_json_find(r->json, object, "cause");
	uint64_t cause = LW_NO_OP;

	if (value != LW_JSON_NONE && (!lw_json_u64(r->json, value, &cause) || cause >= LW_NO_OP))
		fail(r, value, LW_CODE_INVALID, "\"cause\" must be the number of an operation");
	return (uint32_t)cause;
}

static void read_op(struct reader *r, uint32_t object)
{
	struct lw_journal *journal = r->journal;
	struct lw_journal_op op = {
		.verb = (enum lw_verb)word_member(r, object, "verb", lw_plan_verb_find),
		.state = (enum lw_op_state)word_member(r, object, "state", lw_plan_state_find),
		.flags = flags_member(r, object),
		.cause = cause_member(r, object),
		.path = text_member(r, object, "path", false),
		.to = text_member(r, object, "to", false),
		.attr = text_member(r, object, "attribute", false),
		.old = text_member(r, object, "old", false),
		.now = text_member(r, object, "new", false),
	};

	if (lw_grow(&journal->ops, &journal->op_cap, (uint64_t)journal->nop + 1, sizeof(op)) < 0)
		r->memory = true;
	else
		journal->ops[journal->nop++] = op;
}

static void read_temporary(struct reader *r, uint32_t object)
{
	struct lw_journal *journal = r->journal;
	struct lw_journal_temporary t = {
		.what = text_member(r, object, "what", true),
		.path = text_member(r, object, "path", true),
		.attr = text_member(r, object, "attribute", false),
		.old = text_member(r, object, "old", false),
	};

	if (lw_grow(&journal->temporaries, &journal->temporary_cap,
		    (uint64_t)journal->ntemporary + 1, sizeof(t)) < 0)
		r->memory = true;
	else
		journal->temporaries[journal->ntemporary++] = t;
}

/* Facts are their maker's: any name will do. */
static void read_facts(struct reader *r)
{
	uint32_t facts = lw_json_find(r->json, LW_JSON_ROOT, "about");

	if (facts != LW_JSON_NONE && lw_json_type(r->json, facts) != LW_JSON_OBJECT)
		fail(r, facts, LW_CODE_INVALID, "\"about\" must be an object");
	for (uint32_t v = lw_json_first(r->json, facts); v != LW_JSON_NONE;
	     v = lw_json_next(r->json, v)) {
		const char *value = lw_json_text(r->json, v, NULL);

		if (!value)
			fail(r, v, LW_CODE_INVALID, "what \"about\" holds must be strings");
		else if (lw_journal_set_fact(r->journal, lw_json_key(r->json, v, NULL), value) < 0)
			r->memory = true;
	}
}

static void read_list(struct reader *r, const char *key, void (*read)(struct reader *, uint32_t))
{
	uint32_t list = lw_json_find(r->json, LW_JSON_ROOT, key);

	if (lw_json_type(r->json, list) != LW_JSON_ARRAY)
		fail(r, list == LW_JSON_NONE ? LW_JSON_ROOT : list, LW_CODE_INVALID,
		     "\"%s\" must be a list", key);
	for (uint32_t v = lw_json_first(r->json, list); v != LW_JSON_NONE && !r->memory;
	     v = lw_json_next(r->json, v)) {
		if (lw_json_type(r->json, v) == LW_JSON_OBJECT)
			read(r, v);
		else
			fail(r, v, LW_CODE_INVALID, "\"%s\" must be a list of objects", key);
	}
}

static struct lw_tree *parse_tree(struct reader *r, uint32_t value)
{
	const struct lw_tree_text from = { .name = r->name ? r->name : "journal",
					   .text = r->text,
					   .len = r->len,
					   .json = r->json,
					   .value = value };
	struct lw_tree *tree = NULL;
	int result = lw_tree_from_json(r->find, &from, r->share, &tree, r->report);

	r->memory |= result == -ENOMEM;
	r->wrong |= result == -EINVAL;
	return result ? NULL : tree;
}

static struct lw_tree *read_tree(struct reader *r, const char *key, bool required)
{
	uint32_t value = lw_json_find(r->json, LW_JSON_ROOT, key);
	struct lw_tree *tree;

	if (!required && lw_json_type(r->json, value) == LW_JSON_NULL)
		return NULL;
	if (value == LW_JSON_NONE || r->memory) {
		if (!r->memory)
			fail(r, LW_JSON_ROOT, LW_CODE_MISSING, "\"%s\" is missing", key);
		return NULL;
	}
	tree = parse_tree(r, value);
	if (!tree)
		return NULL;
	if (r->share && r->share->schema != tree->schema) {
		fail(r, value, LW_CODE_CONFLICT,
		     "\"%s\" is of the vocabulary %s, the others are of %s", key,
		     lw_schema_name(tree->schema), lw_schema_name(r->share->schema));
		lw_tree_free(tree);
		return NULL;
	}
	if (!r->share)
		r->share = tree;
	return tree;
}

static bool is_journal(struct reader *r)
{
	uint32_t mark = lw_json_find(r->json, LW_JSON_ROOT, "lunward");
	uint32_t version = lw_json_find(r->json, LW_JSON_ROOT, "version");
	const char *text = lw_json_text(r->json, mark, NULL);
	uint64_t number = 0;

	if (!text || strcmp(text, "journal") != 0)
		fail(r, mark == LW_JSON_NONE ? LW_JSON_ROOT : mark, LW_CODE_INVALID,
		     "this is no journal");
	else if (!lw_json_u64(r->json, version, &number) || number != JOURNAL_VERSION)
		fail(r, version == LW_JSON_NONE ? LW_JSON_ROOT : version, LW_CODE_UNSUPPORTED,
		     "only version %d of the journal is known", JOURNAL_VERSION);
	return !r->wrong;
}

/* A cause that is no operation would be looked up later. */
static void check_causes(struct reader *r)
{
	for (uint32_t i = 0; i < r->journal->nop; i++)
		if (r->journal->ops[i].cause != LW_NO_OP &&
		    r->journal->ops[i].cause >= r->journal->nop)
			fail(r, LW_JSON_ROOT, LW_CODE_INVALID,
			     "operation %u is caused by one that is not there", i);
}

static bool is_until(const struct reader *r, const char *member)
{
	return r->until && !strcmp(r->until, member);
}

static int read_all(struct reader *r)
{
	struct lw_journal *journal = r->journal;

	if (!is_journal(r))
		return -EINVAL;
	read_facts(r);
	if (!r->until)
		journal->goal = read_tree(r, "goal", true);
	if (!is_until(r, "want"))
		journal->want = read_tree(r, "want", false);
	if (!r->until) {
		journal->snapshot = read_tree(r, "snapshot", true);
		read_list(r, "operations", read_op);
		read_list(r, "temporaries", read_temporary);
		check_causes(r);
	}
	return r->memory ? -ENOMEM : r->wrong ? -EINVAL : 0;
}

/* Members are looked for by name, wherever they stand; as we write them, what was wanted is in front of all that is large. */
static int parse(struct reader *r)
{
	struct lw_json_options options = { .flags = LW_JSON_BYTES,
					   .max_depth = DEPTH_MAX,
					   .max_bytes = BYTES_MAX,
					   .max_values = VALUES_MAX,
					   .until = r->until };
	const char *last = is_until(r, "want") ? "about" : "want";
	int result = lw_json_parse(r->text, r->len, &options, r->name, r->report, &r->json);

	if (result < 0 || !r->until || lw_json_find(r->json, LW_JSON_ROOT, last) != LW_JSON_NONE)
		return result;
	lw_json_free(r->json);
	options.until = NULL;
	return lw_json_parse(r->text, r->len, &options, r->name, r->report, &r->json);
}

static int read_text(struct reader *r, struct lw_journal **ret)
{
	int result = parse(r);

	if (result < 0)
		return result;
	r->journal = lw_calloc(1, sizeof(*r->journal));
	result = -ENOMEM;
	if (r->journal) {
		lw_arena_init(&r->journal->texts);
		result = read_all(r);
	}
	lw_json_free(r->json);
	if (result < 0) {
		lw_journal_free(r->journal);
		return result;
	}
	*ret = r->journal;
	return 0;
}

/* NOLINTNEXTLINE(readability-function-size): as lw_tree_parse_json(), whose callers it shares; @until: as in struct reader */
static int read_until(const struct lw_schema *(*find)(const char *name), const char *name,
		      const char *text, size_t len, const struct lw_tree *share,
		      struct lw_journal **ret, struct lw_report *report, const char *until)
{
	struct reader r = { .find = find,
			    .name = name,
			    .text = text,
			    .len = len,
			    .share = share,
			    .report = report,
			    .until = until };

	return read_text(&r, ret);
}

/* NOLINTNEXTLINE(readability-function-size): as above */
int lw_journal_read(const struct lw_schema *(*find)(const char *name), const char *name,
		    const char *text, size_t len, const struct lw_tree *share,
		    struct lw_journal **ret, struct lw_report *report)
{
	return read_until(find, name, text, len, share, ret, report, NULL);
}

/* NOLINTNEXTLINE(readability-function-size): as above */
int lw_journal_read_want(const struct lw_schema *(*find)(const char *name), const char *name,
			 const char *text, size_t len, const struct lw_tree *share,
			 struct lw_journal **ret, struct lw_report *report)
{
	return read_until(find, name, text, len, share, ret, report, "goal");
}

/* NOLINTNEXTLINE(readability-function-size): as above */
int lw_journal_read_about(const struct lw_schema *(*find)(const char *name), const char *name,
			  const char *text, size_t len, const struct lw_tree *share,
			  struct lw_journal **ret, struct lw_report *report)
{
	return read_until(find, name, text, len, share, ret, report, "want");
}
