/* SPDX-License-Identifier: Apache-2.0 */
/* References: there, of the right kind, in the right place. */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/check/check.h"

/* What people call the things that a kind may refer to: the label of the first. */
static const char *meant(const struct check *check, lw_node n)
{
	const struct lw_schema *schema = check->tree->schema;

	for (unsigned k = 0; k < schema->nkind; k++) {
		if (lw_kind_in(node_kind(check->tree, n)->ref_kinds, k))
			return lw_kind(schema, k)->label;
	}
	return "object";
}

static int make_resolver(struct check *check)
{
	const struct lw_schema *schema = check->tree->schema;
	uint64_t kinds = 0;
	int r;

	if (check->resolver)
		return 0;
	check->resolver = lw_calloc(1, sizeof(*check->resolver));
	if (!check->resolver)
		return -ENOMEM;
	for (unsigned k = 0; k < schema->nkind; k++) {
		if (lw_kind(schema, k)->ref_kinds)
			kinds |= LW_KIND(k);
	}
	r = lw_resolver_init(check->resolver, check->tree, kinds);
	return r;
}

/* Two that may not be called the same: which is told of them, and is no fault of who refers to them. */
static bool told_as_taken(const struct check *check, lw_node one, lw_node other)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, one);
	unsigned k = node_at(check->tree, other)->kind;

	if (!node_declared(check->tree, one) && !node_declared(check->tree, other))
		return false;
	return kind->unique == LW_UNIQUE_ENGINE &&
	       (lw_kind_in(kind->unique_with, k) || node_at(check->tree, one)->kind == k);
}

/* A name that led to nothing: to nothing at all, or to two things. */
static int unresolved(struct check *check, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	const char *text = lw_node_ref_name(check->tree, n);
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	lw_node one, other;
	int r;

	tree_quote(&shown, text);
	if (!kind->ref_kinds) {
		check_error(check, n, NULL, LW_CODE_INVALID, NULL,
			    "%s cannot refer to anything, but names %s", kind->label,
			    lw_str_text(&shown));
		return 0;
	}
	r = make_resolver(check);
	if (r < 0)
		return r;
	(void)lw_resolver_find(check->resolver, n, text, &one, &other);
	if (check->resolver->bad)
		return -ENOMEM;
	if (other && told_as_taken(check, one, other))
		return 0;
	if (other) {
		lw_str_clear(&shown);
		tree_quote(&shown, text);
		lw_str_add(&shown, " could be ");
		tree_where(check->tree, one, NULL, &shown);
		lw_str_add(&shown, " or ");
		tree_where(check->tree, other, NULL, &shown);
		check_error(check, n, NULL, LW_CODE_CONFLICT, "name it by its path", "%s %s",
			    meant(check, n), lw_str_text(&shown));
	} else if (!(kind->flags & LW_K_REF_OPTIONAL)) {
		check_error(check, n, NULL, LW_CODE_MISSING, NULL, "there is no %s %s%s",
			    meant(check, n), lw_str_text(&shown),
			    kind->flags & LW_K_REF_LOCAL ? " in the same target" : "");
	}
	return 0;
}

/* Live sessions, what hardware made, and what was only half made need not refer to anything. */
static bool may_lack(const struct check *check, lw_node n)
{
	const struct node *node = node_at(check->tree, n);
	const struct lw_kind_spec *kind = node_kind(check->tree, n);

	return kind->flags & (LW_K_REF_OPTIONAL | LW_K_SESSION) || node->flags & LW_NODE_HALF ||
	       !node_declared(check->tree, n);
}

static void resolved(struct check *check, lw_node n, lw_node to)
{
	const struct lw_tree *tree = check->tree;
	const struct lw_kind_spec *kind = node_kind(tree, n);
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;

	if (!lw_kind_in(kind->ref_kinds, node_at(tree, to)->kind)) {
		tree_where(tree, to, NULL, &where);
		check_error(check, n, NULL, LW_CODE_INVALID, NULL, "%s cannot refer to %s",
			    kind->label, lw_str_text(&where));
	} else if (kind->flags & LW_K_REF_LOCAL &&
		   lw_tree_export(tree, n) != lw_tree_export(tree, to)) {
		tree_where(tree, to, NULL, &where);
		check_error(check, n, NULL, LW_CODE_INVALID, NULL,
			    "%s refers to %s, which is not in the same target", kind->label,
			    lw_str_text(&where));
	}
}

int check_refs(struct check *check, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	lw_node to = lw_node_ref(check->tree, n);

	if (lw_node_ref_name(check->tree, n))
		return unresolved(check, n);
	if (to)
		resolved(check, n, to);
	else if (kind->ref_kinds && !may_lack(check, n))
		check_error(check, n, NULL, LW_CODE_MISSING, NULL, "%s refers to no %s",
			    kind->label, meant(check, n));
	return 0;
}
