/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that a kernel makes by itself where none is said, against those that are: to initiators two of one are one disk, and
 * the kernel may refuse to make the one that has nothing said. Asked when all that is said has been claimed.
 */
#include <errno.h>
#include <string.h>

#include "model/check/check.h"

static void report_made(struct check *check, lw_node maker, const struct claim *had,
			const struct lw_attr_spec *spec)
{
	const struct attr *attr = node_attrs(check->tree, had->holder) + had->with;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;

	tree_quote_value(check->tree, had->holder, attr, &value);
	tree_where(check->tree, maker, NULL, &where);
	lw_tree_report(check->tree, had->holder, attr, check->report, LW_WARNING, LW_CODE_CONFLICT,
		       "declare one for that, too, and make that before this one has it",
		       "%s %s is what the kernel makes for %s, which declares none", spec->name,
		       lw_str_text(&value), lw_str_text(&where));
}

/* @made: scratch. */
static int check_value(struct check *check, lw_node n, uint16_t def, struct lw_str *made)
{
	const struct lw_tree *tree = check->tree;
	const struct lw_kind_spec *kind = node_kind(tree, n);
	const struct lw_attr_spec *spec = &kind->attrs[def];
	struct claim key = { claims_scope_of_value(tree, n, spec->unique),
			     claims_space_of_attr(&check->claims, tree->schema, spec),
			     0,
			     n,
			     0,
			     0 };
	const struct claim *had;
	unsigned count;
	const struct attr *run = lw_tree_attr_run(tree, n, def, &count);

	if (run && run->state != LW_DEFAULT)
		return 0;
	lw_str_clear(made);
	if (!kind->hooks.fresh(tree, n, def, made))
		return 0;
	if (lw_str_bad(made))
		return -ENOMEM;
	key.value = lw_strings_find(tree->strings, lw_str_text(made), made->len);
	had = key.value == LW_STRINGS_NONE ? NULL : claims_next(&check->claims, &key, NULL);
	if (had && had->holder != n)
		report_made(check, n, had, spec);
	return 0;
}

static bool is_made(const struct lw_attr_spec *spec)
{
	return spec->unique && !spec->fresh && spec->flags & LW_A_IDENTITY;
}

int check_generated(struct check *check)
{
	const struct lw_tree *tree = check->tree;
	LW_AUTO_STR struct lw_str made = LW_STR_INIT;
	int r = 0;

	for (lw_node n = 2; n < tree->nnode && r == 0; n++) {
		const struct lw_kind_spec *kind = node_kind(tree, n);

		if (!kind->hooks.fresh || node_at(tree, n)->flags & LW_NODE_DEAD)
			continue;
		for (uint16_t def = 0; def < kind->nattr && r == 0; def++)
			if (is_made(&kind->attrs[def]))
				r = check_value(check, n, def, &made);
	}
	return r;
}
