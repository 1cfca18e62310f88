/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the option `only` selects, in each of the trees: a word is a kind's name or what a language calls kinds, and means every
 * object of these; or it is the path of an object, and means that one with all below.
 */
#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "model/merge/merge_internal.h"
#include "model/schema/nearest.h"

/* A kind's own name means that kind alone. What nobody can declare cannot be selected. */
static uint64_t kinds_called(const struct lw_schema *schema, const char *word)
{
	size_t len = strlen(word);
	uint64_t kinds = 0;

	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (kind->origin == LW_KIND_OBSERVED)
			continue;
		if (!strcmp(kind->name, word))
			return LW_KIND(k);
		if (lw_is_word(word, len, kind->name) ||
		    (kind->word && lw_is_word(word, len, kind->word)))
			kinds |= LW_KIND(k);
	}
	return kinds;
}

static uint64_t all_kinds(const struct merge *m)
{
	uint64_t kinds = 0;

	for (const char *const *word = m->options.only; *word; word++)
		kinds |= kinds_called(m->want->schema, *word);
	return kinds;
}

/* Below a selected path everything is selected; a parent's handle is always smaller than its child's. */
static int pick_in(const struct merge *m, const struct lw_tree *tree, uint64_t kinds, uint8_t **ret)
{
	uint8_t *picked = tree ? lw_calloc(tree->nnode, 1) : NULL;

	*ret = picked;
	if (!tree)
		return 0;
	if (!picked)
		return -ENOMEM;
	for (const char *const *word = m->options.only; *word; word++)
		if (!kinds_called(tree->schema, *word))
			picked[lw_tree_find_path(tree, *word)] = PART_BELOW;
	picked[0] = PART_NOT;
	for (lw_node n = 1; n < tree->nnode; n++) {
		if (picked[node_at(tree, n)->parent] == PART_BELOW)
			picked[n] = PART_BELOW;
		else if (!picked[n] && lw_kind_in(kinds, node_at(tree, n)->kind))
			picked[n] = PART_PICKED;
	}
	return 0;
}

/* ---- words that select nothing */

/* What was taken out, because it cannot be made here, was declared all the same. */
static bool has_dead(const struct lw_tree *tree, const char *path)
{
	bool found = false;

	for (lw_node n = 1; n < tree->nnode && !found; n++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;

		if (!merge_dead(tree, n))
			continue;
		lw_tree_path(tree, n, &text);
		found = !strcmp(lw_str_text(&text), path);
	}
	return found;
}

static bool has_kind(const struct lw_tree *tree, uint64_t kinds)
{
	for (lw_node n = 1; n < tree->nnode; n++)
		if (lw_kind_in(kinds, node_at(tree, n)->kind))
			return true;
	return false;
}

static bool selects(const struct merge *m, const char *word)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	uint64_t kinds = kinds_called(m->want->schema, word);

	if (kinds)
		return has_kind(m->want, kinds) || has_kind(have, kinds);
	return lw_tree_find_path(m->want, word) || lw_tree_find_path(have, word) ||
	       has_dead(m->want, word);
}

/* The nearest word so far. */
struct nearest {
	const char *word;
	struct lw_str text;
	unsigned distance;
};

static void offer(struct nearest *near, const char *typed, const char *known, const char *whole)
{
	unsigned distance = lw_distance(known, typed);

	if (distance >= near->distance)
		return;
	near->distance = distance;
	lw_str_clear(&near->text);
	lw_str_add(&near->text, whole);
}

static void offer_kinds(struct nearest *near, const struct lw_schema *schema)
{
	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);

		if (kind->origin == LW_KIND_OBSERVED)
			continue;
		offer(near, near->word, kind->name, kind->name);
		if (kind->word)
			offer(near, near->word, kind->word, kind->word);
	}
}

/* Paths that differ in their last element alone: the whole is too long to be compared, and nobody mistypes all of it. */
static void offer_paths(struct nearest *near, const struct lw_tree *tree)
{
	const char *slash = strrchr(near->word, '/');
	size_t up = slash ? (size_t)(slash + 1 - near->word) : 0;

	for (lw_node n = lw_tree_walk(tree, 1, 1); n; n = lw_tree_walk(tree, 1, n)) {
		LW_AUTO_STR struct lw_str path = LW_STR_INIT;
		const char *text;

		lw_tree_path(tree, n, &path);
		text = lw_str_text(&path);
		if (path.len > up && !strncmp(text, near->word, up) && !strchr(text + up, '/'))
			offer(near, near->word + up, text + up, text);
	}
}

static void tell(const struct merge *m, const char *word)
{
	const struct lw_tree *have = m->source[MERGE_HAVE];
	bool kind = kinds_called(m->want->schema, word);
	struct nearest near = { word, LW_STR_INIT, LW_FAR };
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT, text = LW_STR_INIT, hint = LW_STR_INIT;
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = kind ? LW_CODE_MISSING : LW_CODE_UNKNOWN,
	};

	lw_str_add_shown(&shown, word, strlen(word));
	if (kind)
		lw_str_addf(&text,
			    "nothing is selected by %s: neither the configuration nor what is "
			    "there has one",
			    lw_str_text(&shown));
	else
		lw_str_addf(&text,
			    "nothing is selected by %s: it is no kind of object, and no path in "
			    "the configuration or in what is there",
			    lw_str_text(&shown));
	if (!kind) {
		offer_kinds(&near, m->want->schema);
		offer_paths(&near, m->want);
		offer_paths(&near, have);
	}
	if (near.text.len)
		lw_str_addf(&hint, "did you mean %s?", lw_str_text(&near.text));
	else if (!kind)
		lw_str_addf(&hint, "lunward schema %s lists the kinds; a path is what plans print",
			    m->want->schema->name);
	problem.message = lw_str_text(&text);
	problem.hint = hint.len ? lw_str_text(&hint) : NULL;
	lw_report_add(m->report, &problem);
	lw_str_done(&near.text);
}

static int check_words(const struct merge *m)
{
	int r = 0;

	for (const char *const *word = m->options.only; *word; word++)
		if (!selects(m, *word)) {
			tell(m, *word);
			r = -EINVAL;
		}
	return r;
}

int lw_merge_pick(struct merge *m)
{
	uint64_t kinds = all_kinds(m);
	int r = m->source[MERGE_HAVE] ? check_words(m) : 0;

	if (!r)
		r = pick_in(m, m->want, kinds, &m->part);
	for (unsigned i = 0; i < MERGE_SOURCES && !r; i++)
		r = pick_in(m, m->source[i], kinds, &m->picked[i]);
	if (!r)
		r = pick_in(m, m->last, kinds, &m->last_picked);
	return r;
}
