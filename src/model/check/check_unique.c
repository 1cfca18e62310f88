/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may be there once: names and values in the scope that their rows say, initiators in the groups of one target, paths.
 *
 * Every node claims what it has, in the order of the tree; the table tells who had it before. A space says what kind of thing
 * is claimed, so that a device's name and a target's number never meet.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/check/check.h"

/* Spaces beside those of names and attributes, per kind. */
#define SPACE_MATCHER CLAIMS_SPACE_FREE
#define SPACE_PATH (CLAIMS_SPACE_FREE + LW_KIND_MAX)
/* Beside the space of an attribute: those alone that have the value while they are active. */
#define SPACE_ACTIVE (CLAIMS_SPACE_FREE + 3 * LW_KIND_MAX)

/* Per kind: what its nodes claim. Made once from the tables, so that most nodes cost a look at two zeros. */
struct check_spaces {
	struct {
		uint8_t path; /* lowest kind whose paths look the same, plus one; 0: nobody else's do */
		bool attrs; /* has unique attributes */
	} kind[LW_KIND_MAX];
};

/* ---- the tables, once */

static bool same_dir(const struct lw_kind_spec *a, const struct lw_kind_spec *b)
{
	return a->dir == b->dir || (a->dir && b->dir && !strcmp(a->dir, b->dir));
}

/* The first kind whose nodes can have the path of a node of kind @k; @k itself if there is no other. */
static unsigned path_family(const struct lw_schema *schema, unsigned k, unsigned *ret_members)
{
	const struct lw_kind_spec *kind = lw_kind(schema, k);
	unsigned first = LW_KIND_MAX;

	*ret_members = 0;
	for (unsigned i = LW_KIND_ROOT + 1; i < schema->nkind; i++) {
		const struct lw_kind_spec *other = lw_kind(schema, i);

		if (!(kind->parents & other->parents) || !same_dir(kind, other) ||
		    (kind->flags ^ other->flags) & LW_K_SINGLETON)
			continue;
		if (first == LW_KIND_MAX)
			first = i;
		++*ret_members;
	}
	return first;
}

int check_unique_init(struct check *check)
{
	const struct lw_schema *schema = check->tree->schema;

	check->spaces = lw_calloc(1, sizeof(*check->spaces));
	if (!check->spaces)
		return -ENOMEM;
	for (unsigned k = LW_KIND_ROOT; k < schema->nkind; k++) {
		unsigned members, first = path_family(schema, k, &members);

		check->spaces->kind[k].path = members > 1 ? (uint8_t)(first + 1) : 0;
		for (unsigned i = 0; i < lw_kind(schema, k)->nattr; i++)
			check->spaces->kind[k].attrs |=
				lw_kind(schema, k)->attrs[i].unique != LW_UNIQUE_NO;
	}
	return 0;
}

void check_unique_done(struct check *check)
{
	free(check->spaces);
	claims_done(&check->claims);
}

/* ---- claims */

/* The later of two is the mistake; but if only one of them was declared, that one is. False: neither was. */
static bool who_is_wrong(const struct check *check, struct claim *first, struct claim *second)
{
	const struct claim swap = *first;

	if (!node_declared(check->tree, second->holder)) {
		if (!node_declared(check->tree, first->holder))
			return false;
		*first = *second;
		*second = swap;
	}
	return true;
}

static void add_where(const struct check *check, const struct claim *claim, struct lw_str *out)
{
	const struct attr *attr = claim->with == CLAIM_NAME
					  ? NULL
					  : node_attrs(check->tree, claim->holder) + claim->with;

	tree_where(check->tree, claim->holder, attr, out);
	if (!node_declared(check->tree, claim->holder))
		lw_str_add(out, ", which is kept");
}

/* ---- names */

/* Tells of it, unless it is nobody's mistake; 1. */
static int name_is_taken(struct check *check, struct claim *first, struct claim *claim,
			 const char *words)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (!who_is_wrong(check, first, claim))
		return 1;
	lw_str_addf(&text, "%s ", node_kind(check->tree, claim->holder)->label);
	tree_quote(&text, lw_node_name(check->tree, claim->holder));
	lw_str_addf(&text, " %s: ", words);
	add_where(check, first, &text);
	check_error(check, claim->holder, NULL, LW_CODE_CONFLICT, NULL, "%s", lw_str_text(&text));
	return 1;
}

static int claim_name(struct check *check, lw_node n, uint32_t space, lw_node scope,
		      const char *words)
{
	struct claim claim = { scope, space, node_at(check->tree, n)->name, n, CLAIM_NAME, 0 };
	struct claim first;
	int r = claims_add_first(&check->claims, &claim, &first);

	return r <= 0 ? r : name_is_taken(check, &first, &claim, words);
}

/* One report is enough, however many rules say that the name is taken. */
static int claim_names(struct check *check, lw_node n)
{
	const struct lw_tree *tree = check->tree;
	unsigned k = node_at(tree, n)->kind;
	const struct lw_kind_spec *kind = node_kind(tree, n);
	int r = 0;

	if (kind->access & LW_ROLE_MATCHER)
		r = claim_name(check, n, SPACE_MATCHER + k,
			       claims_scope_of_name(tree, n, LW_UNIQUE_EXPORT),
			       "is already in another group of the same target");
	if (!r && kind->unique)
		r = claim_name(check, n, claims_space_of_name(tree, n),
			       claims_scope_of_name(tree, n, kind->unique), "is there already");
	if (!r && check->spaces->kind[k].path)
		r = claim_name(check, n, SPACE_PATH + check->spaces->kind[k].path,
			       node_at(tree, n)->parent, "is there already");
	return r < 0 ? r : 0;
}

/* ---- values */

static bool is_exempt(const struct check *check, lw_node n, const struct attr *attr,
		      const struct lw_attr_spec *spec)
{
	lw_node export;

	if (attr->state != LW_SET ||
	    (spec->exempt && !strcmp(tree_text(check->tree, attr->value), spec->exempt)))
		return true;
	if (spec->unique_while != LW_WHILE_ENABLED)
		return false;
	export = lw_tree_export(check->tree, n);
	return export && !lw_tree_enabled(check->tree, export);
}

/* A node that says nothing of it is active when it is made. */
static bool is_active(const struct lw_tree *tree, lw_node n)
{
	int at = lw_kind_attr_flag(node_kind(tree, n), LW_A_ACTIVE);
	unsigned count = 0;
	const struct attr *run = at < 0 ? NULL : lw_tree_attr_run(tree, n, (uint16_t)at, &count);

	return !count || run->state != LW_SET || strcmp(tree_text(tree, run->value), "0") != 0;
}

/* How the node has the value: alone among those that do so, or only as a warning to others. */
static enum lw_unique_while held(const struct check *check, lw_node n,
				 const struct lw_attr_spec *spec)
{
	if (spec->unique_while == LW_WHILE_ACTIVE && !is_active(check->tree, n))
		return LW_WHILE_ADVISED;
	return spec->unique_while;
}

/* Whether the kernel minds two holders of the value: not where one of them takes it without claiming it. */
static bool is_advised(const struct check *check, const struct claim *claim)
{
	const struct lw_tree *tree = check->tree;
	const struct attr *attr = node_attrs(tree, claim->holder) + claim->with;
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(tree, node_at(tree, claim->holder)->kind, attr->def);

	return held(check, claim->holder, spec) == LW_WHILE_ADVISED;
}

static void value_is_taken(struct check *check, struct claim *first, struct claim *claim)
{
	const struct lw_tree *tree = check->tree;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const struct attr *attr;

	if (first->holder == claim->holder || !who_is_wrong(check, first, claim))
		return;
	attr = node_attrs(tree, claim->holder) + claim->with;
	lw_str_addf(&text, "%s ",
		    lw_tree_attr_name(tree, node_at(tree, claim->holder)->kind, attr->def));
	tree_quote_value(tree, claim->holder, attr, &text);
	lw_str_add(&text, " is taken by ");
	add_where(check, first, &text);
	if (is_advised(check, claim) || is_advised(check, first))
		lw_tree_report(tree, claim->holder, attr, check->report, LW_WARNING,
			       LW_CODE_CONFLICT, NULL, "%s", lw_str_text(&text));
	else
		check_error(check, claim->holder, attr, LW_CODE_CONFLICT, NULL, "%s",
			    lw_str_text(&text));
}

static int claim_value(struct check *check, lw_node n, unsigned at, const struct lw_attr_spec *spec)
{
	const struct lw_tree *tree = check->tree;
	const struct attr *attr = node_attrs(tree, n) + at;
	struct claim claim = { .value = attr->value, .holder = n, .with = at }, first;
	int r;

	if (is_exempt(check, n, attr, spec))
		return 0;
	claim.scope = claims_scope_of_value(tree, n, spec->unique);
	claim.space = claims_space_of_attr(&check->claims, tree->schema, spec);
	/* Whoever only advises may stand before both. */
	if (held(check, n, spec) == LW_WHILE_ACTIVE) {
		struct claim alone = claim;

		alone.space += SPACE_ACTIVE;
		r = claims_add_first(&check->claims, &alone, &first);
		if (r)
			return r < 0 ? r : (value_is_taken(check, &first, &alone), 0);
	}
	r = claims_add_first(&check->claims, &claim, &first);
	if (r > 0)
		value_is_taken(check, &first, &claim);
	return r < 0 ? r : 0;
}

int check_unique(struct check *check, lw_node n)
{
	const struct lw_tree *tree = check->tree;
	unsigned k = node_at(tree, n)->kind;
	int r = n == 1 ? 0 : claim_names(check, n);

	for (unsigned i = 0; check->spaces->kind[k].attrs && i < node_at(tree, n)->nattr && r >= 0;
	     i++) {
		const struct lw_attr_spec *spec =
			lw_tree_attr_spec(tree, k, node_attrs(tree, n)[i].def);

		if (spec && spec->unique)
			r = claim_value(check, n, i, spec);
	}
	return r;
}
