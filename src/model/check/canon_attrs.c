/* SPDX-License-Identifier: Apache-2.0 */
/* Canonical attributes of one node: values, equal instances, aliases. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/check/canon.h"

/* ---- values */

static struct canon_seen *seen_slot(struct canon *canon, unsigned kind, uint16_t def)
{
	return &canon->seen[(kind * 7 + def) % CANON_SEEN];
}

/*
 * The canonical spelling of a text, interned: 1, with *@ret the text's own offset before, or 0. 0 when the type refuses it,
 * with canon->why. -ENOMEM. @text may lie in the string pool: it is read before anything is added.
 */
static int spell(struct canon *canon, const struct lw_attr_spec *spec, const char *text, size_t len,
		 uint32_t *ret)
{
	uint32_t off;

	lw_str_clear(&canon->text);
	if (lw_value_canon(spec, text, len, &canon->text, &canon->why) < 0)
		return 0;
	if (lw_str_bad(&canon->text))
		return -ENOMEM;
	/* Most values are canonical: then *ret, the text's own offset, stays, and nothing is looked up. */
	if (canon->text.len == len && *ret && !memcmp(lw_str_text(&canon->text), text, len))
		return 1;
	off = tree_intern(canon->tree, lw_str_text(&canon->text), canon->text.len);
	if (off == LW_STRINGS_NONE)
		return -ENOMEM;
	*ret = off;
	return 1;
}

static int canon_value(struct canon *canon, lw_node n, struct attr *attr)
{
	struct lw_tree *tree = canon->tree;
	unsigned kind = node_at(tree, n)->kind;
	const struct lw_attr_spec *spec = lw_tree_attr_spec(tree, kind, attr->def);
	struct canon_seen *seen = seen_slot(canon, kind, attr->def);
	uint32_t value = attr->value;
	int r;

	if (attr->state != LW_SET || !spec || !spec->type)
		return 0;
	if (seen->valid && seen->kind == kind && seen->def == attr->def &&
	    seen->value == attr->value)
		return 0;
	r = spell(canon, spec, tree_text(tree, attr->value),
		  lw_strings_len(tree->strings, attr->value), &value);
	if (r < 0)
		return r;
	if (!r)
		return canon_refused(canon, n, attr);
	attr->value = value;
	*seen = (struct canon_seen){
		.value = value, .def = attr->def, .kind = (uint8_t)kind, .valid = true
	};
	return 0;
}

/* ---- equal instances */

static int by_value(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

static int report_twice(struct canon *canon, lw_node n, const struct attr *attr)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	if (!node_declared(canon->tree, n))
		return 0;
	tree_quote_value(canon->tree, n, attr, &text);
	if (lw_str_bad(&text))
		return -ENOMEM;
	lw_tree_report(canon->tree, n, attr, canon->report, LW_WARNING, LW_CODE_NONE, NULL,
		       "%s: %s is there twice; once is enough",
		       lw_tree_attr_name(canon->tree, node_at(canon->tree, n)->kind, attr->def),
		       lw_str_text(&text));
	return 0;
}

/* Of instances with equal values the first stays. @keys: (value, number in the run), as many as there are instances. */
static int collapse_sorted(struct canon *canon, lw_node n, unsigned first, unsigned count,
			   uint64_t *keys)
{
	struct attr *run = node_attrs(canon->tree, n) + first;
	unsigned kept = 0;
	int r = 0;

	for (unsigned i = 0; i < count; i++)
		keys[i] = (uint64_t)run[i].value << 32 | i;
	qsort(keys, count, sizeof(*keys), by_value);
	for (unsigned i = 1; i < count; i++) {
		struct attr *attr = &run[(uint32_t)keys[i]];

		if (keys[i] >> 32 != keys[i - 1] >> 32 || attr->state != LW_SET)
			continue;
		if (r >= 0)
			r = report_twice(canon, n, attr);
		attr->state = LW_UNKNOWN; /* until the end of this function: gone */
	}
	for (unsigned i = 0; i < count; i++) {
		if (run[i].state != LW_UNKNOWN)
			run[kept++] = run[i];
	}
	if (kept < count)
		tree_attr_cut(canon->tree, n, first + kept, count - kept);
	return r;
}

static int collapse(struct canon *canon, lw_node n, unsigned first, unsigned count)
{
	LW_AUTO_FREE uint64_t *keys = lw_calloc(count, sizeof(*keys));

	return keys ? collapse_sorted(canon, n, first, count, keys) : -ENOMEM;
}

/* Number of instances of the attribute at @first. */
static unsigned run_length(const struct lw_tree *tree, lw_node n, unsigned first)
{
	const struct attr *attrs = node_attrs(tree, n);
	unsigned end = first + 1;

	while (end < node_at(tree, n)->nattr && attrs[end].def == attrs[first].def)
		end++;
	return end - first;
}

/* ---- aliases */

/* The alias's value in terms of the real attribute, interned; as spell(). */
static int unalias(struct canon *canon, const struct lw_attr_spec *alias,
		   const struct lw_attr_spec *real, uint32_t value, uint32_t *ret)
{
	const char *text = tree_text(canon->tree, value);
	char number[24];
	uint64_t amount;
	int len;

	if (alias->factor <= 1)
		return spell(canon, real, text, strlen(text), ret);
	if (!lw_parse_u64(text, strlen(text), LW_NUM_DEC | LW_NUM_HEX, &amount) ||
	    amount > UINT64_MAX / alias->factor) {
		lw_error_set(&canon->why, -EINVAL, LW_CODE_INVALID, "a number up to %" PRIu64,
			     UINT64_MAX / alias->factor);
		return 0;
	}
	len = snprintf(number, sizeof(number), "%" PRIu64, amount * alias->factor);
	return spell(canon, real, number, (size_t)len, ret);
}

static int alias_conflict(struct canon *canon, lw_node n, const struct attr *alias,
			  const struct attr *real)
{
	struct lw_tree *tree = canon->tree;
	unsigned kind = node_at(tree, n)->kind;
	struct lw_place place = lw_tree_place(tree, node_at(tree, n)->file, real->src);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "%s ", lw_tree_attr_name(tree, kind, alias->def));
	tree_quote_value(tree, n, alias, &text);
	lw_str_addf(&text, " contradicts %s ", lw_tree_attr_name(tree, kind, real->def));
	if (real->state == LW_SET)
		tree_quote_value(tree, n, real, &text);
	else
		lw_str_add(&text, "by default");
	if (place.line)
		lw_str_addf(&text, " (%s:%u:%u)", place.file, place.line, place.column);
	if (lw_str_bad(&text))
		return -ENOMEM;
	return canon_conflict(canon, n, alias, "both are names of one thing: keep one",
			      lw_str_text(&text));
}

/* Whether both say the same: an alias of coarser grain (MiB) is rounded down where somebody wrote down what a kernel shows. */
static bool agree(const struct lw_tree *tree, const struct lw_attr_spec *spec,
		  const struct attr *alias, uint32_t value, const struct attr *real)
{
	const char *fine = tree_text(tree, real->value), *coarse = tree_text(tree, alias->value);
	uint64_t exact, rounded;

	if (real->state != LW_SET || real->value == value)
		return real->state == LW_SET;
	return spec->factor > 1 &&
	       lw_parse_u64(fine, strlen(fine), LW_NUM_DEC | LW_NUM_HEX, &exact) &&
	       lw_parse_u64(coarse, strlen(coarse), LW_NUM_DEC | LW_NUM_HEX, &rounded) &&
	       exact / spec->factor == rounded;
}

/* Folds the alias's first instance into the real attribute. 1: done, the instance may go; 0: it stays; -ENOMEM. */
static int fold_one(struct canon *canon, lw_node n, uint16_t alias_def, uint16_t real_def)
{
	struct lw_tree *tree = canon->tree;
	unsigned kind = node_at(tree, n)->kind, count;
	struct attr alias = *lw_tree_attr_run(tree, n, alias_def, &count);
	struct attr *real = lw_tree_attr_run(tree, n, real_def, &count);
	uint32_t value = 0;
	int r = 1;

	if (alias.state == LW_SET)
		r = unalias(canon, lw_tree_attr_spec(tree, kind, alias_def),
			    lw_tree_attr_spec(tree, kind, real_def), alias.value, &value);
	if (r < 0)
		return r;
	if (!r)
		return canon_refused(canon, n, &alias);
	if (real) {
		/* A kernel shows both: only what somebody wrote can contradict itself. */
		if (alias.state != LW_SET || !node_declared(tree, n) ||
		    agree(tree, lw_tree_attr_spec(tree, kind, alias_def), &alias, value, real))
			return 1;
		return alias_conflict(canon, n, &alias, real);
	}
	if (alias.state != LW_SET && alias.state != LW_DEFAULT)
		return 1;
	real = lw_tree_put(tree, n, real_def);
	if (!real)
		return lw_tree_refused(tree);
	real->value = value;
	real->src = alias.src;
	real->state = alias.state;
	real->flags |= alias.flags & (uint8_t)~LW_ATTR_REPEATED;
	return 1;
}

static int fold_alias(struct canon *canon, lw_node n, uint16_t alias_def, uint16_t real_def)
{
	unsigned count = 1;

	while (count) {
		int r = fold_one(canon, n, alias_def, real_def);
		const struct attr *run;

		if (r <= 0)
			return r;
		run = lw_tree_attr_run(canon->tree, n, alias_def, &count);
		tree_attr_cut(canon->tree, n, (unsigned)(run - node_attrs(canon->tree, n)), 1);
		count--;
	}
	return 0;
}

/* Whether the type of the attribute takes the value that it has: else it was reported and is left alone. */
static bool is_legal(struct canon *canon, lw_node n, const struct attr *attr)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(canon->tree, node_at(canon->tree, n)->kind, attr->def);
	const char *text = tree_text(canon->tree, attr->value);

	lw_str_clear(&canon->text);
	return attr->state != LW_SET ||
	       lw_value_canon(spec, text, strlen(text), &canon->text, NULL) >= 0;
}

/* The node's first attribute whose number is @from or more and that is another name of one; NULL if there is none. */
static const struct attr *next_alias(const struct lw_tree *tree, lw_node n, unsigned from)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	const struct attr *attr = node_attrs(tree, n), *end = attr + node_at(tree, n)->nattr;

	for (; attr < end && attr->def < kind->nattr; attr++)
		if (attr->def >= from && kind->attrs[attr->def].alias)
			return attr;
	return NULL;
}

static int fold_aliases(struct canon *canon, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(canon->tree, n);
	const struct attr *alias;
	unsigned from = 0;

	/* By number, not by place: what is folded moves the others. */
	while ((alias = next_alias(canon->tree, n, from))) {
		const char *name = kind->attrs[alias->def].alias;
		uint16_t def = alias->def;
		int real, r;

		from = def + 1U;
		if (!is_legal(canon, n, alias))
			continue;
		real = lw_kind_attr(kind, name, strlen(name));
		r = real < 0 ? 0 : fold_alias(canon, n, def, (uint16_t)real);
		if (r < 0)
			return r;
	}
	return 0;
}

int canon_attrs(struct canon *canon, lw_node n)
{
	struct attr *attrs = node_attrs(canon->tree, n);
	bool repeated = false;
	int r = 0;

	/* Values change, the run does not. */
	for (unsigned i = 0; r >= 0 && i < node_at(canon->tree, n)->nattr; i++) {
		r = canon_value(canon, n, &attrs[i]);
		repeated |= attrs[i].flags & LW_ATTR_REPEATED;
	}
	for (unsigned i = 0; repeated && r >= 0 && i < node_at(canon->tree, n)->nattr;
	     i += run_length(canon->tree, n, i)) {
		unsigned count = run_length(canon->tree, n, i);

		if (count > 1)
			r = collapse(canon, n, i, count);
	}
	if (r >= 0 && lw_kind_in(canon->with_alias, node_at(canon->tree, n)->kind))
		r = fold_aliases(canon, n);
	return r;
}
