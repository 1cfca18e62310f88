/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All mistakes that can be seen in one tree, at once. Rules are rows of a table; each is linear over the tree. What a single
 * value's type refuses was told by lw_tree_canon() and is not told again.
 *
 * Nodes that nobody declared (read from a kernel, kept by a merge) are only looked at for what they have in common with
 * others, references and uniqueness, and there a mistake is that of the declared node.
 */
#include "model/check/check.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"

void check_error(struct check *check, lw_node n, const struct attr *attr, enum lw_code code,
		 const char *hint, const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	check->errors++;
	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	lw_tree_report(check->tree, n, attr, check->report, LW_ERROR, code, hint, "%s",
		       lw_str_text(&text));
}

/* Hooks report by themselves; a report that is not there counts nothing, so one is lent to them. */
static int run_hook(struct check *check, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(check->tree, n);
	size_t before;

	if (!kind->hooks.check)
		return 0;
	before = lw_report_count(check->report, LW_ERROR);
	kind->hooks.check(check->tree, n, check->report);
	check->errors += lw_report_count(check->report, LW_ERROR) - before;
	return 0;
}

static const struct rule {
	int (*run)(struct check *check, lw_node node);
	bool kept; /* looks at nodes that nobody declared, too */
} rules[] = {
	{ check_names, false }, { check_refs, true },	{ check_required, false },
	{ check_attrs, false }, { check_unique, true }, { run_hook, false },
};

static int check_node(struct check *check, lw_node n)
{
	bool declared = node_declared(check->tree, n);
	int r = 0;

	for (unsigned i = 0; i < LW_ARRAY_LEN(rules) && r >= 0; i++) {
		if (declared || rules[i].kept)
			r = rules[i].run(check, n);
	}
	return r;
}

static bool is_required(const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_REQUIRED;
}

static int run(struct check *check)
{
	const struct lw_tree *tree = check->tree;
	int r = check_unique_init(check);

	if (r >= 0)
		r = lw_pick(&check->required, tree->schema, is_required);
	for (lw_node n = 1; n < tree->nnode && r >= 0; n++) {
		if (!(node_at(tree, n)->flags & LW_NODE_DEAD))
			r = check_node(check, n);
	}
	return r < 0 ? r : check_generated(check);
}

int lw_tree_check(const struct lw_tree *tree, struct lw_report *report)
{
	struct lw_report *lent = NULL;
	struct check check = { .tree = tree, .report = report };
	int r;

	if (!tree)
		return -EINVAL;
	if (!report)
		check.report = lent = lw_report_new();
	r = check.report ? run(&check) : -ENOMEM;
	check_unique_done(&check);
	lw_picked_done(&check.required);
	if (check.resolver)
		lw_resolver_done(check.resolver);
	free(check.resolver);
	lw_report_free(lent);
	if (r < 0)
		return r;
	return check.errors ? -EINVAL : 0;
}
