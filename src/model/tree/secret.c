/* SPDX-License-Identifier: Apache-2.0 */
#include "model/tree/secret.h"

#include <string.h>

#include "base/mem.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether @text holds the @len bytes of @word, letters of either case. */
static bool holds(const char *text, const char *word, size_t len)
{
	for (; *text; text++) {
		size_t n = 0;

		while (n < len && lower(text[n]) == lower(word[n]))
			n++;
		if (n == len)
			return true;
	}
	return false;
}

/* "password2" is looked for as "password". */
static size_t stem_len(const char *name)
{
	size_t len = strlen(name);

	while (len && name[len - 1] >= '0' && name[len - 1] <= '9')
		len--;
	return len ? len : strlen(name);
}

static bool looks_secret(const char *name)
{
	static const char *const words[] = { "pass", "secret", "chap", "incominguser",
					     "outgoinguser" };

	for (size_t i = 0; i < LW_ARRAY_LEN(words); i++)
		if (holds(name, words[i], strlen(words[i])))
			return true;
	return false;
}

static bool kind_has_like(const struct lw_kind_spec *kind, const char *name)
{
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];

		if (row->flags & LW_A_SECRET && holds(name, row->name, stem_len(row->name)))
			return true;
	}
	return false;
}

bool lw_attr_is_secret(const struct lw_schema *schema, const struct lw_attr_spec *spec,
		       const char *name)
{
	if (spec)
		return spec->flags & LW_A_SECRET;
	if (looks_secret(name))
		return true;
	for (unsigned k = 0; schema && k < schema->nkind; k++)
		if (kind_has_like(lw_kind(schema, k), name))
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
	return strcspn(name, " \t\r\n\v\f=");
}

void lw_secret_name(const char *name, struct lw_str *out)
{
	size_t len = lw_secret_name_len(name);

	lw_str_add_bytes(out, name, len);
	if (name[len])
		lw_str_add(out, "...");
}
