/* SPDX-License-Identifier: Apache-2.0 */
#include "model/tree/secret.h"

#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "model/schema/nearest.h"

/* Whether @text holds @word, letters of either case. */
static bool holds(const char *text, const char *word)
{
	for (; *text; text++) {
		size_t n = 0;

		while (word[n] && lw_lower(text[n]) == lw_lower(word[n]))
			n++;
		if (!word[n])
			return true;
	}
	return false;
}

/* Long enough for every name of a vocabulary and two letters more. */
#define STEM_MAX 64

/* Of shorter words every other word is a mistyped one. */
#define MISTYPED_MIN 6

/* The letters alone: "my_Pass-word2" is looked at as "myPassword". Cut where it is too long to be a mistyped name. */
static void stem_of(const char *name, char stem[STEM_MAX])
{
	size_t len = 0;

	for (; *name && len < STEM_MAX - 1; name++)
		if ((lw_lower(*name) >= 'a' && lw_lower(*name) <= 'z'))
			stem[len++] = *name;
	stem[len] = '\0';
}

static bool looks_secret(const char *stem)
{
	static const char *const words[] = {
		"pass", "pwd", "secret", "chap", "incoming", "outgoing"
	};

	for (size_t i = 0; i < LW_ARRAY_LEN(words); i++)
		if (holds(stem, words[i]))
			return true;
	return false;
}

static bool kind_has_like(const struct lw_kind_spec *kind, const char *stem)
{
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];
		char word[STEM_MAX];

		if (!(row->flags & LW_A_SECRET))
			continue;
		stem_of(row->name, word);
		if (holds(stem, word) ||
		    (strlen(word) >= MISTYPED_MIN && lw_distance(stem, word) != LW_FAR))
			return true;
	}
	return false;
}

bool lw_attr_is_secret(const struct lw_schema *schema, const struct lw_attr_spec *spec,
		       const char *name)
{
	char stem[STEM_MAX];

	if (spec)
		return spec->flags & LW_A_SECRET;
	if (looks_secret(name))
		return true;
	stem_of(name, stem);
	if (looks_secret(stem))
		return true;
	for (unsigned k = 0; schema && k < schema->nkind; k++)
		if (kind_has_like(lw_kind(schema, k), stem))
			return true;
	return false;
}

static bool marked(const struct lw_tree *tree, lw_node n, uint16_t def)
{
	unsigned count = 0;
	const struct attr *run =
		n && def != UINT16_MAX ? lw_tree_attr_run(tree, n, def, &count) : NULL;

	for (unsigned i = 0; i < count; i++)
		if (run[i].flags & LW_ATTR_SECRET)
			return true;
	return false;
}

bool lw_secret_in(const struct lw_tree *have, lw_node h, const struct lw_tree *goal, lw_node g,
		  uint16_t def)
{
	unsigned kind = node_at(goal, g)->kind;
	const struct lw_attr_spec *spec = lw_tree_attr_spec(goal, kind, def);
	const char *name = lw_tree_attr_name(goal, kind, def);

	if (lw_attr_is_secret(goal->schema, spec, name) || marked(goal, g, def))
		return true;
	/* A name that the vocabulary does not know has a number of its own in each tree. */
	if (!spec)
		def = lw_tree_attr_def_find(have, kind, name, strlen(name));
	return marked(have, h, def);
}

size_t lw_secret_user(const struct lw_attr_spec *spec, const char *value)
{
	size_t user = strcspn(value, " \t="), gap = strspn(value + user, " \t");
	const char *secret = value + user + gap;

	if (!spec || !(spec->flags & LW_A_INPLACE) || !user || !gap || !*secret)
		return 0;
	return strpbrk(secret, " \t") ? 0 : user;
}

void lw_secret_mask(const struct lw_attr_spec *spec, const char *value, struct lw_str *out)
{
	size_t user = lw_secret_user(spec, value);

	lw_str_add_bytes(out, value, user);
	lw_str_add(out, user ? " ***" : "***");
}

size_t lw_secret_name_len(const char *name)
{
	return strcspn(name, " \t\r\n\v\f=\"'");
}

void lw_secret_name(const char *name, struct lw_str *out)
{
	size_t len = lw_secret_name_len(name);

	lw_str_add_bytes(out, name, len);
	if (name[len])
		lw_str_add(out, "...");
}
