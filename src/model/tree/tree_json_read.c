/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON to a tree: what lw_tree_write_json() wrote, and what people write by hand, so numbers and truth values are texts, too,
 * and almost everything may be left out. Every mistake is told with its place; nodes know theirs.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/ascii.h"
#include "model/tree/tree_json_reader.h"

/* A tree is a few levels deep, each two of JSON; the rest is room for what vocabularies may come. */
#define DEPTH_MAX 256
#define VALUES_MAX (UINT32_C(64) << 20)
#define BYTES_MAX (UINT32_C(1) << 30)

/* ---- kinds */

static bool only_holds(const struct lw_kind_spec *kind, const char *name)
{
	for (const char *const *only = kind->only; only && *only; only++) {
		if (!strcmp(*only, name))
			return true;
	}
	return false;
}

/* The kind that @word is the label of, among the children of @parent: as lw_schema_child_kind(). -1: none, -2: several. */
static int kind_by_label(const struct lw_schema *schema, unsigned parent, const char *word,
			 const char *name)
{
	int found = -1;

	for (unsigned k = LW_KIND_ROOT + 1; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (!lw_kind_in(kind->parents, parent) ||
		    !lw_is_word(word, strlen(word), kind->label))
			continue;
		if (only_holds(kind, name))
			return (int)k;
		if (!kind->only)
			found = found == -1 ? (int)k : -2;
	}
	return found;
}

static void fail_kind(struct reader *r, lw_node parent, uint32_t value, const char *word,
		      bool several)
{
	const struct lw_schema *schema = r->tree->schema;
	unsigned above = node_at(r->tree, parent)->kind;
	LW_AUTO_STR struct lw_str list = LW_STR_INIT;
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	for (unsigned k = LW_KIND_ROOT + 1; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (lw_kind_in(kind->parents, above) &&
		    (!several || lw_is_word(word, strlen(word), kind->label)))
			lw_str_addf(&list, "%s%s", list.len ? ", " : "", kind->name);
	}
	tree_quote(&shown, word);
	reader_fail(r, value, parent, several ? LW_CODE_CONFLICT : LW_CODE_UNKNOWN, NULL,
		    "kind %s %s: expected %s%s", lw_str_text(&shown),
		    several ? "can be several" : "is not known here",
		    list.len > 0 ? "one of " : "no child at all", lw_str_text(&list));
}

/* The kind of a child; -1, reported, if it cannot be told. */
static int read_kind(struct reader *r, lw_node parent, uint32_t object, const char *name)
{
	const struct lw_schema *schema = r->tree->schema;
	unsigned above = node_at(r->tree, parent)->kind;
	uint32_t value = lw_json_find(r->json, object, "kind");
	const char *word;
	int kind;

	if (value == LW_JSON_NONE) {
		reader_fail(r, object, parent, LW_CODE_MISSING, NULL, "a node needs a kind");
		return -1;
	}
	if (!reader_is(r, value, parent, LW_JSON_STRING, "kind"))
		return -1;
	word = lw_json_text(r->json, value, NULL);
	kind = lw_schema_kind_find(schema, word);
	if (kind < 0 || !lw_schema_may_hold(schema, above, (unsigned)kind))
		kind = kind_by_label(schema, above, word, name);
	if (kind < 0)
		fail_kind(r, parent, value, word, kind == -2);
	return kind;
}

/* ---- nodes */

static void read_node(struct reader *r, lw_node parent, uint32_t object);

/* depth, origin, flags, attributes, children: what the root has, too. */
static void read_body(struct reader *r, lw_node n, uint32_t object)
{
	uint32_t value;
	int word;

	node_at(r->tree, n)->depth = r->depth;
	for (uint32_t m = lw_json_first(r->json, object); m != LW_JSON_NONE;
	     m = lw_json_next(r->json, m)) {
		const char *key = lw_json_key(r->json, m, NULL);

		if (!strcmp(key, "depth")) {
			word = reader_word(r, m, n, "depth", tree_json_depths, LW_DEPTH_FULL + 1);
			if (word >= 0)
				node_at(r->tree, n)->depth = (uint8_t)word;
		} else if (!strcmp(key, "origin")) {
			word = reader_word(r, m, n, "origin", tree_json_origins,
					   LW_FROM_OBSERVED + 1);
			if (word >= 0)
				node_at(r->tree, n)->origin = (uint8_t)word;
		} else if (!strcmp(key, "flags")) {
			node_at(r->tree, n)->flags |= reader_flags(r, m, n, tree_json_node_flags);
		}
	}

	/* Attributes first: the order of members means nothing, and so the order of what is unknown does not either. */
	value = lw_json_find(r->json, object, "attributes");
	if (value != LW_JSON_NONE)
		reader_attrs(r, n, value);
	value = lw_json_find(r->json, object, "children");
	if (value == LW_JSON_NONE || !reader_is(r, value, n, LW_JSON_ARRAY, "children"))
		return;
	for (value = lw_json_first(r->json, value); value != LW_JSON_NONE;
	     value = lw_json_next(r->json, value))
		read_node(r, n, value);
}

static void read_ref(struct reader *r, lw_node n, uint32_t object)
{
	uint32_t value = lw_json_find(r->json, object, "ref");
	const char *text;
	size_t len;

	if (value == LW_JSON_NONE)
		return;
	text = lw_json_type(r->json, value) == LW_JSON_BOOL ? NULL : reader_text(r, value, &len);
	if (!text)
		reader_fail(r, value, n, LW_CODE_INVALID, NULL,
			    "ref must be a path or a name, not %s", reader_type(r, value));
	else
		lw_tree_refer_name(r->tree, n, text, len);
}

/* Why lw_tree_add() refused; nothing is said when memory is short. */
static void fail_add(struct reader *r, lw_node parent, uint32_t object, unsigned kind,
		     const char *name, size_t len)
{
	const char *label = lw_kind(r->tree->schema, kind)->label;
	lw_node other = lw_tree_find(r->tree, parent, kind, name, len);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (lw_kind(r->tree->schema, kind)->flags & LW_K_SINGLETON && len) {
		reader_fail(r, object, parent, LW_CODE_INVALID, NULL, "%s has no name", label);
	} else if (other) {
		lw_str_add(&text, label);
		lw_str_add(&text, len ? " " : "");
		if (len)
			tree_quote(&text, name);
		lw_str_add(&text, " is there already: ");
		tree_where(r->tree, other, NULL, &text);
		reader_fail(r, object, parent, LW_CODE_CONFLICT, NULL, "%s", lw_str_text(&text));
	}
}

/* A member that is none of @members is a mistake; @known are those that one writes. */
static void check_keys(struct reader *r, lw_node parent, uint32_t object,
		       const char *const *members, const char *known)
{
	for (uint32_t m = lw_json_first(r->json, object); m != LW_JSON_NONE;
	     m = lw_json_next(r->json, m)) {
		const char *key = lw_json_key(r->json, m, NULL);
		const char *const *member = members;

		while (*member && strcmp(*member, key) != 0)
			member++;
		if (!*member)
			reader_fail_key(r, m, parent, known);
	}
}

static bool check_members(struct reader *r, lw_node parent, uint32_t object)
{
	static const char *const members[] = { "kind",	"name",	      "ref",	  "depth", "origin",
					       "flags", "attributes", "children", NULL };

	if (lw_json_type(r->json, object) != LW_JSON_OBJECT) {
		reader_fail(r, object, parent, LW_CODE_INVALID, NULL,
			    "a node must be an object, not %s", reader_type(r, object));
		return false;
	}
	check_keys(r, parent, object, members,
		   "kind, name, ref, depth, origin, flags, attributes or children");
	return true;
}

static void read_node(struct reader *r, lw_node parent, uint32_t object)
{
	uint32_t value = lw_json_find(r->json, object, "name");
	const char *name = "";
	size_t len = 0;
	lw_node n;
	int kind;

	if (!check_members(r, parent, object))
		return;
	if (value != LW_JSON_NONE) {
		name = lw_json_type(r->json, value) == LW_JSON_BOOL ? NULL
								    : reader_text(r, value, &len);
		if (!name) {
			reader_fail(r, value, parent, LW_CODE_INVALID, NULL,
				    "name must be a string or a number, not %s",
				    reader_type(r, value));
			return;
		}
	}
	kind = read_kind(r, parent, object, name);
	if (kind < 0)
		return;
	if (value == LW_JSON_NONE &&
	    !(lw_kind(r->tree->schema, (unsigned)kind)->flags & LW_K_SINGLETON)) {
		reader_fail(r, object, parent, LW_CODE_MISSING, NULL, "%s needs a name",
			    lw_kind(r->tree->schema, (unsigned)kind)->label);
		return;
	}
	n = lw_tree_add(r->tree, parent, (unsigned)kind, name, len);
	if (!n) {
		fail_add(r, parent, value == LW_JSON_NONE ? object : value, (unsigned)kind, name,
			 len);
		return;
	}
	lw_tree_place_node(r->tree, n, r->source, reader_offset(r, object));
	read_ref(r, n, object);
	read_body(r, n, object);
}

/* ---- the whole */

static void check_top_members(struct reader *r)
{
	static const char *const members[] = { "lunward",  "version", "schema", "masked",
					       "depth",	   "origin",  "flags",	"attributes",
					       "children", NULL };

	check_keys(r, 0, r->top, members,
		   "lunward, version, schema, depth, attributes or children");
}

/* A member of the whole; the whole itself where it is missing, so that a mistake has a place. */
static uint32_t top_member(const struct reader *r, const char *key)
{
	uint32_t value = lw_json_find(r->json, r->top, key);

	return value == LW_JSON_NONE ? r->top : value;
}

/* The vocabulary, once it is clear that this is a tree that we can read; NULL, reported, otherwise. */
static const struct lw_schema *read_top(struct reader *r,
					const struct lw_schema *(*find)(const char *name))
{
	uint32_t what = top_member(r, "lunward"), version = top_member(r, "version");
	uint32_t masked = top_member(r, "masked"), name = top_member(r, "schema");
	const char *text = lw_json_text(r->json, what, NULL);
	const struct lw_schema *schema;
	bool is_masked = true;
	uint64_t number;

	if (!text || strcmp(text, "tree") != 0) {
		reader_fail(r, what, 0, LW_CODE_INVALID, NULL,
			    "this is no tree: expected an object with \"lunward\": \"tree\"");
		return NULL;
	}
	if (!lw_json_u64(r->json, version, &number) || number != TREE_JSON_VERSION) {
		reader_fail(r, version, 0, LW_CODE_UNSUPPORTED, NULL,
			    "only version %d of this format is known", TREE_JSON_VERSION);
		return NULL;
	}
	if (masked != r->top && (!lw_json_bool(r->json, masked, &is_masked) || is_masked)) {
		reader_fail(r, masked, 0, LW_CODE_INVALID,
			    "write it with its secrets, or fill them in and remove \"masked\"",
			    "the secrets are masked, so this is not the whole tree");
		return NULL;
	}
	text = lw_json_text(r->json, name, NULL);
	schema = text ? find(text) : NULL;
	if (!schema)
		reader_fail(r, name, 0, LW_CODE_UNKNOWN, NULL,
			    "\"schema\" must name a vocabulary that is known");
	return schema;
}

/* 0 when the tree is whole; else -ENOMEM, or -EINVAL with a problem. */
static int read_tree(struct reader *r, const char *text, size_t len)
{
	uint32_t depth = lw_json_find(r->json, r->top, "depth");
	const char *word = lw_json_text(r->json, depth, NULL);

	r->source = lw_tree_add_source(r->tree, r->file, text, len);
	r->depth = LW_DEPTH_ASKED;
	for (unsigned i = 0; word && i <= LW_DEPTH_FULL; i++) {
		if (!strcmp(word, tree_json_depths[i]))
			r->depth = (uint8_t)i;
	}
	check_top_members(r);
	lw_tree_place_node(r->tree, 1, r->source, reader_offset(r, r->top));
	read_body(r, 1, r->top);
	if (lw_tree_status(r->tree) == -ENOMEM || lw_tree_resolve(r->tree) < 0)
		return -ENOMEM;
	if (lw_tree_status(r->tree) < 0)
		reader_fail(r, r->top, 0, LW_CODE_LIMIT, NULL, "the tree is too large");
	return r->errors ? -EINVAL : 0;
}

int lw_tree_from_json(const struct lw_schema *(*find)(const char *name),
		      const struct lw_tree_text *from, const struct lw_tree *share,
		      struct lw_tree **ret, struct lw_report *report)
{
	struct reader r = {
		.json = from->json, .top = from->value, .report = report, .file = from->name
	};
	const struct lw_schema *schema = read_top(&r, find);
	int err;

	if (!schema)
		return -EINVAL;
	r.tree = share ? lw_tree_new_sharing(schema, share) : lw_tree_new(schema);
	if (!r.tree)
		return -ENOMEM;
	err = read_tree(&r, from->text, from->len);
	if (err < 0) {
		lw_tree_free(r.tree);
		return err;
	}
	*ret = r.tree;
	return 0;
}

/* NOLINTNEXTLINE(readability-function-size): one parameter more than the public function behind which it stands */
int lw_tree_parse_json(const struct lw_schema *(*find)(const char *name), const char *name,
		       const char *text, size_t len, const struct lw_tree *share,
		       struct lw_tree **ret, struct lw_report *report)
{
	static const struct lw_json_options options = {
		.flags = LW_JSON_BYTES,
		.max_depth = DEPTH_MAX,
		.max_values = VALUES_MAX,
		.max_bytes = BYTES_MAX,
	};
	LW_AUTO_JSON struct lw_json *json = NULL;
	int err;

	if (!name || (!text && len) || !ret)
		return -EINVAL;
	err = lw_json_parse(text, len, &options, name, report, &json);
	if (err < 0)
		return err;
	return lw_tree_from_json(find,
				 &(struct lw_tree_text){ .name = name,
							 .text = text,
							 .len = len,
							 .json = json,
							 .value = LW_JSON_ROOT },
				 share, ret, report);
}
