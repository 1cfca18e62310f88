/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Canonical spelling: what is equal looks equal afterwards. In this order:
 *
 *	names, values	as the type of each spells them; what a type refuses stays and is reported
 *	instances	of one attribute that are equal become one
 *	aliases		become the attribute that they are another name of
 *	hooks		what a kind knows beyond single values, once the values of all nodes are canonical
 *
 * Nodes that nobody declared (read from a kernel, kept) only give warnings: the kernel has them, whatever we think of it.
 */
#include "model/check/canon.h"

#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "model/check/fold.h"

static enum lw_severity severity_of(struct canon *canon, lw_node n)
{
	if (!node_declared(canon->tree, n))
		return LW_WARNING;
	canon->errors++;
	return LW_ERROR;
}

/* A secret as `show` prints it, without --show-secrets. */
static const char *masked_hint(const struct lw_tree *tree, lw_node n, const struct attr *attr)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(tree, node_at(tree, n)->kind, attr->def);
	const char *text = tree_text(tree, attr->value);
	size_t len = strlen(text);

	if (!spec || !(spec->flags & LW_A_SECRET) || len < 3 || strcmp(text + len - 3, "***") ||
	    (len > 3 && text[len - 4] != ' '))
		return NULL;
	return "this text was masked when it was printed: print it again with --show-secrets";
}

int canon_refused(struct canon *canon, lw_node n, const struct attr *attr)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	/* Of a secret that is not as it should be, nobody knows which word is the secret. */
	if (attr->flags & LW_ATTR_SECRET)
		lw_str_add(&shown, "***");
	else
		tree_quote_value(canon->tree, n, attr, &shown);
	lw_tree_report(canon->tree, n, attr, canon->report, severity_of(canon, n), canon->why.code,
		       masked_hint(canon->tree, n, attr), "%s: %s is not legal: expected %s",
		       lw_tree_attr_name(canon->tree, node_at(canon->tree, n)->kind, attr->def),
		       lw_str_text(&shown), canon->why.message);
	return lw_str_bad(&shown) ? -ENOMEM : 0;
}

int canon_conflict(struct canon *canon, lw_node n, const struct attr *attr, const char *hint,
		   const char *text)
{
	lw_tree_report(canon->tree, n, attr, canon->report, severity_of(canon, n), LW_CODE_CONFLICT,
		       hint, "%s", text);
	return 0;
}

/* ---- names */

static int name_refused(struct canon *canon, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(canon->tree, n);
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;

	tree_quote(&shown, lw_node_name(canon->tree, n));
	lw_tree_report(canon->tree, n, NULL, canon->report, severity_of(canon, n), canon->why.code,
		       NULL, "%s %s: %s is not legal: expected %s", kind->label,
		       kind->key.name ? kind->key.name : "name", lw_str_text(&shown),
		       canon->why.message);
	return lw_str_bad(&shown) ? -ENOMEM : 0;
}

/* Two spellings of one name. The later of the two is the mistake. */
static int name_twice(struct canon *canon, lw_node n, uint32_t name)
{
	const struct node *node = node_at(canon->tree, n);
	lw_node other = lw_tree_find_interned(canon->tree, node->parent, node->kind, name);
	lw_node later = other > n ? other : n, earlier = other > n ? n : other;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "%s ", node_kind(canon->tree, n)->label);
	tree_quote(&text, lw_node_name(canon->tree, later));
	lw_str_add(&text, " is the same as ");
	tree_quote(&text, lw_node_name(canon->tree, earlier));
	lw_str_add(&text, ": ");
	tree_where(canon->tree, earlier, NULL, &text);
	if (lw_str_bad(&text))
		return -ENOMEM;
	return canon_conflict(canon, later, NULL, NULL, lw_str_text(&text));
}

/* A reference that says the node's own name says the new one, too. */
static void rename_own_ref(struct node *node, const struct lw_kind_spec *kind, uint32_t old)
{
	if (kind->flags & LW_K_REF_IS_NAME && node->flags & LW_NODE_UNRESOLVED && node->ref == old)
		node->ref = node->name;
}

/* ASCII letters become small. */
static void lower(struct lw_str *text)
{
	for (size_t i = 0; i < text->len; i++)
		text->data[i] = lw_lower(text->data[i]);
}

static int canon_name(struct canon *canon, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(canon->tree, n);
	uint32_t old = node_at(canon->tree, n)->name, name;
	size_t len = lw_strings_len(canon->tree->strings, old);
	int r;

	if (kind->flags & LW_K_SINGLETON || (!kind->key.type && !(kind->flags & LW_K_NAME_ICASE)))
		return 0;
	lw_str_clear(&canon->text);
	r = lw_value_canon(&kind->key, tree_text(canon->tree, old), len, &canon->text, &canon->why);
	if (r < 0)
		return name_refused(canon, n);
	if (lw_str_bad(&canon->text))
		return -ENOMEM;
	if (kind->flags & LW_K_NAME_ICASE)
		lower(&canon->text);
	if (canon->text.len == len &&
	    !memcmp(lw_str_text(&canon->text), tree_text(canon->tree, old), len))
		return 0;

	name = tree_intern(canon->tree, lw_str_text(&canon->text), canon->text.len);
	if (name == LW_STRINGS_NONE)
		return -ENOMEM;
	if (lw_tree_rename(canon->tree, n, name) == -EEXIST)
		return name_twice(canon, n, name);
	rename_own_ref(node_at(canon->tree, n), kind, old);
	/* The engine must be able to say the name as the kernel has it. */
	if (kind->flags & LW_K_NAME_ICASE && !node_at(canon->tree, n)->loc)
		node_at(canon->tree, n)->loc = old;
	return 0;
}

/* ---- all */

static int canon_node(struct canon *canon, lw_node n)
{
	int r = n == 1 ? 0 : canon_name(canon, n);

	if (r >= 0)
		r = canon_attrs(canon, n);
	return r;
}

/* Hooks may add attributes, not nodes. */
int lw_tree_fold(struct lw_tree *tree)
{
	for (lw_node n = 1; n < tree->nnode; n++) {
		const struct lw_kind_spec *kind = node_kind(tree, n);
		int r;

		if (!kind->hooks.canon || node_at(tree, n)->flags & LW_NODE_DEAD)
			continue;
		r = kind->hooks.canon(tree, n);
		if (r < 0)
			return r;
	}
	return 0;
}

static uint64_t kinds_with_alias(const struct lw_schema *schema)
{
	uint64_t kinds = 0;

	for (unsigned k = 0; k < schema->nkind; k++) {
		for (unsigned i = 0; i < lw_kind(schema, k)->nattr; i++) {
			if (lw_kind(schema, k)->attrs[i].alias)
				kinds |= LW_KIND(k);
		}
	}
	return kinds;
}

int lw_tree_canon(struct lw_tree *tree, struct lw_report *report)
{
	struct canon canon = {
		.tree = tree,
		.report = report,
		.text = LW_STR_INIT,
		.why = LW_ERROR_INIT,
	};
	int r = 0;

	if (!tree)
		return -EINVAL;
	canon.with_alias = kinds_with_alias(tree->schema);
	for (lw_node n = 1; r >= 0 && n < tree->nnode; n++) {
		if (!(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = canon_node(&canon, n);
	}
	if (r >= 0)
		r = lw_tree_fold(tree);
	lw_str_done(&canon.text);
	if (r < 0)
		return tree_fail(tree, r);
	return canon.errors ? -EINVAL : 0;
}
