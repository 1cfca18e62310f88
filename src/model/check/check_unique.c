/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may be there once: names and values in the scope that their rows say, initiators in the groups of one target, paths.
 *
 * Every node claims what it has, in the order of the tree; one hash table finds the claim that was there before. A space says
 * what kind of thing is claimed, so that a device's name and a target's number never meet.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/check/check.h"

enum space_base {
	SPACE_NAME = 0,
	SPACE_MATCHER = 1 << 8,
	SPACE_PATH = 1 << 9,
	SPACE_ATTR = 1 << 10
};

/* Per kind: what its nodes claim. Made once from the tables, so that most nodes cost a look at two zeros. */
struct check_spaces {
	struct {
		uint8_t path; /* lowest kind whose paths look the same, plus one; 0: nobody else's do */
		bool attrs; /* has unique attributes */
	} kind[LW_KIND_MAX];
	const struct lw_attr_spec
		*spec; /* the last one whose space was asked for: nodes of a kind come in rows */
	uint32_t space;
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
	check->slots = lw_calloc(64, sizeof(*check->slots));
	if (!check->spaces || !check->slots)
		return -ENOMEM;
	check->mask = 63;
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
	free(check->claims);
	free(check->slots);
}

/* ---- claims */

static uint32_t claim_hash(const struct check *check, const struct claim *claim)
{
	return tree_index_hash(check->tree, claim->scope, claim->space, claim->value);
}

static int room(struct check *check)
{
	uint64_t size = (uint64_t)check->mask + 1;
	uint32_t *grown;

	if (((uint64_t)check->nclaim + 1) * 2 <= size)
		return 0;
	if (size > UINT32_MAX / 2)
		return -ENOMEM;
	grown = lw_calloc(size * 2, sizeof(*grown));
	if (!grown)
		return -ENOMEM;
	free(check->slots);
	check->slots = grown;
	check->mask = (uint32_t)(size * 2 - 1);
	for (uint32_t i = 0; i < check->nclaim; i++) {
		uint32_t at = claim_hash(check, &check->claims[i]) & check->mask;

		while (grown[at])
			at = (at + 1) & check->mask;
		grown[at] = i + 1;
	}
	return 0;
}

/* Adds a claim: 0, -ENOMEM; or 1 when it was there already, with who had it first in *@ret. */
static int add_claim(struct check *check, const struct claim *claim, struct claim *ret)
{
	uint32_t at;
	int r = room(check);

	if (r < 0)
		return r;
	for (at = claim_hash(check, claim) & check->mask; check->slots[at];
	     at = (at + 1) & check->mask) {
		const struct claim *had = &check->claims[check->slots[at] - 1];

		if (had->value == claim->value && had->scope == claim->scope &&
		    had->space == claim->space) {
			*ret = *had;
			return 1;
		}
	}
	if (lw_grow(&check->claims, &check->claim_cap, (uint64_t)check->nclaim + 1,
		    sizeof(*check->claims)) < 0)
		return -ENOMEM;
	check->claims[check->nclaim++] = *claim;
	check->slots[at] = check->nclaim;
	return 0;
}

/* The later of two is the mistake; but if only one of them was declared, that one is. False: neither was. */
static bool who_is_wrong(const struct check *check, struct claim *first, struct claim *second)
{
	const struct claim swap = *first;

	if (!node_declared(check->tree, second->node)) {
		if (!node_declared(check->tree, first->node))
			return false;
		*first = *second;
		*second = swap;
	}
	return true;
}

static void add_where(const struct check *check, const struct claim *claim, struct lw_str *out)
{
	const struct attr *attr = claim->attr == CLAIM_NAME
					  ? NULL
					  : node_attrs(check->tree, claim->node) + claim->attr;

	tree_where(check->tree, claim->node, attr, out);
	if (!node_declared(check->tree, claim->node))
		lw_str_add(out, ", which is kept");
}

/* ---- scopes */

/* The node whose subtree @scope means for @n; the root when there is no such. */
static lw_node scope_of(const struct lw_tree *tree, lw_node n, unsigned scope, bool of_name)
{
	lw_node export;

	if (scope == LW_UNIQUE_ENGINE)
		return 1;
	if (scope == LW_UNIQUE_TOP) {
		while (node_at(tree, n)->parent > 1)
			n = node_at(tree, n)->parent;
		return n;
	}
	/* An export's own name is unique among others. */
	export = lw_tree_export(tree, of_name ? node_at(tree, n)->parent : n);
	if (scope == LW_UNIQUE_TARGET)
		export = node_at(tree, export)->parent;
	return export ? export : 1;
}

/* ---- names */

static unsigned lowest_kind(uint64_t kinds)
{
	return (unsigned)__builtin_ctzll(kinds);
}

static int claim_name(struct check *check, lw_node n, uint32_t space, lw_node scope,
		      const char *words)
{
	struct claim claim = { space, scope, node_at(check->tree, n)->name, n, CLAIM_NAME }, first;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int r = add_claim(check, &claim, &first);

	if (r <= 0)
		return r;
	if (!who_is_wrong(check, &first, &claim))
		return 1;
	lw_str_addf(&text, "%s ", node_kind(check->tree, claim.node)->label);
	tree_quote(&text, lw_node_name(check->tree, claim.node));
	lw_str_addf(&text, " %s: ", words);
	add_where(check, &first, &text);
	check_error(check, claim.node, NULL, LW_CODE_CONFLICT, NULL, "%s", lw_str_text(&text));
	return 1;
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
			       scope_of(tree, n, LW_UNIQUE_EXPORT, true),
			       "is already in another group of the same target");
	if (!r && kind->unique)
		r = claim_name(check, n,
			       SPACE_NAME + lowest_kind(kind->unique_with ? kind->unique_with
									  : LW_KIND(k)),
			       scope_of(tree, n, kind->unique, true), "is there already");
	if (!r && check->spaces->kind[k].path)
		r = claim_name(check, n, SPACE_PATH + check->spaces->kind[k].path,
			       node_at(tree, n)->parent, "is there already");
	return r < 0 ? r : 0;
}

/* ---- values */

/* Attributes of one name and scope share a space, whatever kind they are of: targets of all drivers count together. */
static uint32_t attr_space(struct check *check, const struct lw_attr_spec *spec)
{
	const struct lw_schema *schema = check->tree->schema;

	if (check->spaces->spec == spec)
		return check->spaces->space;
	check->spaces->spec = spec;
	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = lw_kind(schema, k);
		int at = lw_kind_attr(kind, spec->name, strlen(spec->name));

		if (at >= 0 && kind->attrs[at].unique == spec->unique) {
			check->spaces->space = SPACE_ATTR + (k << 16) + (uint32_t)at;
			break;
		}
	}
	return check->spaces->space;
}

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

static int claim_value(struct check *check, lw_node n, unsigned at, const struct lw_attr_spec *spec)
{
	const struct lw_tree *tree = check->tree;
	const struct attr *attr = node_attrs(tree, n) + at;
	struct claim claim = { attr_space(check, spec), scope_of(tree, n, spec->unique, false),
			       attr->value, n, at };
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct claim first;
	int r;

	if (is_exempt(check, n, attr, spec))
		return 0;
	r = add_claim(check, &claim, &first);
	if (r <= 0 || first.node == n || !who_is_wrong(check, &first, &claim))
		return r < 0 ? r : 0;
	attr = node_attrs(tree, claim.node) + claim.attr;
	lw_str_addf(&text, "%s ",
		    lw_tree_attr_name(tree, node_at(tree, claim.node)->kind, attr->def));
	tree_quote_value(tree, claim.node, attr, &text);
	lw_str_add(&text, " is taken by ");
	add_where(check, &first, &text);
	if (spec->unique_while == LW_WHILE_ADVISED)
		lw_tree_report(tree, claim.node, attr, check->report, LW_WARNING, LW_CODE_CONFLICT,
			       NULL, "%s", lw_str_text(&text));
	else
		check_error(check, claim.node, attr, LW_CODE_CONFLICT, NULL, "%s",
			    lw_str_text(&text));
	return 0;
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
