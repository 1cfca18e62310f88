/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of one declared node: known, possible as configuration, as many as there may be, and none forgotten. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/check/check.h"
#include "model/schema/nearest.h"
#include "model/tree/secret.h"

/* The keyword that a word all in capitals is probably meant to be; NULL if it looks like none. */
static const char *nearest_keyword(const struct lw_schema *schema, const char *name)
{
	const char *nearest = NULL;
	unsigned best = LW_FAR;

	for (const char *c = name; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			return NULL;
	for (unsigned k = 0; k < schema->nkind; k++) {
		const char *word = schema->kinds[k].word;
		unsigned distance = word ? lw_distance(word, name) : LW_FAR;

		if (distance < best) {
			best = distance;
			nearest = word;
		}
	}
	return nearest;
}

/* Below what is not known here, nobody knows which attributes there are. */
static bool is_foreign(const struct lw_tree *tree, lw_node n)
{
	while (n && !(node_kind(tree, n)->flags & LW_K_FOREIGN))
		n = node_at(tree, n)->parent;
	return n;
}

/* "a target", "an initiator"; what there is one of goes by its name: "SCST". */
static const char *article(const struct lw_kind_spec *kind)
{
	if (!kind->parents || kind->flags & LW_K_SINGLETON)
		return "";
	return strchr("AEIOaeio", kind->label[0]) ? "an " : "a ";
}

/* What leads to a file elsewhere, or to none, is no name of an attribute, whatever the kernel knows. */
static bool is_no_name(const struct lw_tree *tree, lw_node n, const struct attr *attr)
{
	const char *name = lw_tree_attr_name(tree, node_at(tree, n)->kind, attr->def);

	return strpbrk(name, "/\n\r\t") || !strcmp(name, ".") || !strcmp(name, "..") ||
	       name[lw_secret_name_len(name)];
}

static void no_name(struct check *check, lw_node n, const struct attr *attr)
{
	const char *name = lw_tree_attr_name(check->tree, node_at(check->tree, n)->kind, attr->def);
	bool quoted = name[lw_secret_name_len(name)];
	LW_AUTO_STR struct lw_str seen = LW_STR_INIT, shown = LW_STR_INIT;

	lw_secret_name(name, &seen);
	tree_quote(&shown, lw_str_text(&seen));
	check_error(check, n, attr, LW_CODE_INVALID, quoted ? "quote the value alone" : NULL,
		    "%s cannot be the name of an attribute: %s", lw_str_text(&shown),
		    quoted ? "a name holds no blank and no '='" : "that is one file");
}

/* An attribute that the vocabulary does not know is legal: a newer kernel may. But most are typing mistakes. */
static void unknown(struct check *check, lw_node n, const struct attr *attr)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	const char *name = lw_tree_attr_name(check->tree, node_at(check->tree, n)->kind, attr->def),
		   *nearest = NULL;
	LW_AUTO_STR struct lw_str seen = LW_STR_INIT;
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	/* What a full report only counts needs no words. */
	if (lw_report_count(check->report, LW_WARNING) < LW_REPORT_MAX) {
		nearest = nearest_keyword(check->tree->schema, name);
		if (!nearest)
			nearest = lw_nearest_attr(kind, name);
		lw_secret_name(name, &seen);
		tree_quote(&shown, lw_str_text(&seen));
	}
	if (nearest)
		lw_str_addf(&hint, "did you mean %s?", nearest);
	lw_tree_report(check->tree, n, attr, check->report, LW_WARNING, LW_CODE_UNKNOWN,
		       hint.len ? lw_str_text(&hint) : NULL,
		       "%s is no attribute of %s%s that is known here", lw_str_text(&shown),
		       article(kind), kind->label);
}

static void repeated(struct check *check, lw_node n, const struct attr *attr,
		     const struct attr *first)
{
	const char *name = lw_tree_attr_name(check->tree, node_at(check->tree, n)->kind, attr->def);
	struct lw_place place =
		lw_tree_place(check->tree, node_at(check->tree, n)->file, first->src);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "%s can have one value only: first ", name);
	tree_quote_value(check->tree, n, first, &text);
	if (place.line)
		lw_str_addf(&text, " (%s:%u:%u)", place.file, place.line, place.column);
	lw_str_add(&text, ", then ");
	tree_quote_value(check->tree, n, attr, &text);
	check_error(check, n, attr, LW_CODE_CONFLICT, "keep one of them", "%s", lw_str_text(&text));
}

/* ---- "user secret": each user once */

struct user {
	const char *text;
	size_t len;  /* of the first word */
	unsigned at; /* number in the run */
};

static int by_name(const void *left, const void *right)
{
	const struct user *a = left, *b = right;
	int order = strncmp(a->text, b->text, a->len < b->len ? a->len : b->len);

	if (order)
		return order;
	if (a->len != b->len)
		return a->len < b->len ? -1 : 1;
	return a->at < b->at ? -1 : 1;
}

static bool same_user(const struct user *a, const struct user *b)
{
	return a->len == b->len && !memcmp(a->text, b->text, a->len);
}

static int check_users(struct check *check, lw_node n, const struct attr *run, unsigned count)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(check->tree, node_at(check->tree, n)->kind, run->def);
	LW_AUTO_FREE struct user *users = lw_calloc(count, sizeof(*users));

	if (!users)
		return -ENOMEM;
	for (unsigned i = 0; i < count; i++) {
		users[i].text = tree_text(check->tree, run[i].value);
		users[i].len = strcspn(users[i].text, " \t");
		users[i].at = i;
	}
	qsort(users, count, sizeof(*users), by_name);
	for (unsigned i = 1; i < count; i++) {
		LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
		size_t user;

		if (!same_user(&users[i - 1], &users[i]))
			continue;
		/* Without a second word this may be a secret that somebody forgot to put a name before. */
		user = lw_secret_user(spec, users[i].text);
		lw_str_add_shown(&shown, users[i].text, user);
		check_error(check, n, &run[users[i].at], LW_CODE_CONFLICT, "keep one of them",
			    "%s: %s is there twice",
			    lw_tree_attr_name(check->tree, node_at(check->tree, n)->kind, run->def),
			    shown.len ? lw_str_text(&shown) : "***");
	}
	return 0;
}

/* ---- */

/* All instances of one attribute. */
static int check_run(struct check *check, lw_node n, const struct attr *run, unsigned count)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(check->tree, node_at(check->tree, n)->kind, run->def);

	if (!spec) {
		if (is_no_name(check->tree, n, run))
			no_name(check, n, run);
		else if (run->state != LW_FIXED && !is_foreign(check->tree, n))
			unknown(check, n, run);
		return 0;
	}
	if (spec->when == LW_WHEN_NEVER && !(spec->flags & LW_A_STATES) &&
	    (run->state == LW_SET || run->state == LW_DEFAULT))
		lw_tree_report(check->tree, n, run, check->report, LW_NOTE, LW_CODE_NONE, NULL,
			       "%s is never applied as configuration", spec->name);
	if (count == 1)
		return 0;
	if (!(spec->flags & LW_A_MULTI) || spec->flags & LW_A_SINGLE) {
		for (unsigned i = 1; i < count; i++)
			repeated(check, n, &run[i], run);
		return 0;
	}
	return spec->flags & LW_A_INPLACE ? check_users(check, n, run, count) : 0;
}

int check_attrs(struct check *check, lw_node n)
{
	const struct attr *attrs = node_attrs(check->tree, n);
	unsigned count = node_at(check->tree, n)->nattr, end;
	int r = 0;

	for (unsigned i = 0; i < count && r >= 0; i = end) {
		for (end = i + 1; end < count && attrs[end].def == attrs[i].def;)
			end++;
		r = check_run(check, n, &attrs[i], end - i);
	}
	return r;
}

int check_required(struct check *check, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	const uint32_t *range = &check->required.start[node_at(check->tree, n)->kind];

	for (uint32_t i = range[0]; i < range[1]; i++) {
		uint16_t def = check->required.def[i];
		unsigned count;
		const struct attr *run = lw_tree_attr_run(check->tree, n, def, &count);

		if (!run || (run->state != LW_SET && run->state != LW_UNREADABLE))
			check_error(check, n, NULL, LW_CODE_MISSING, NULL, "%s needs %s",
				    kind->label, kind->attrs[def].name);
	}
	return 0;
}
