/* SPDX-License-Identifier: Apache-2.0 */
/* What is declared, and neither there nor ours to make. */
#include "base/str.h"
#include "model/merge/merge_internal.h"
#include "model/schema/nearest.h"

static void say_foreign(struct merge *m, lw_node n)
{
	const struct lw_kind_spec *kind = node_kind(m->goal, n);
	const char *name = tree_text(m->goal, node_at(m->goal, n)->name);
	const char *nearest = lw_nearest_only(m->goal->schema, kind->word, name);
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	if (nearest)
		lw_str_addf(&hint, "did you mean %s?", nearest);
	else
		lw_str_add(&hint, "load the module, or start the program, that makes it");
	lw_tree_report(m->goal, n, NULL, m->report, LW_WARNING, LW_CODE_PARTIAL, lw_str_text(&hint),
		       "%s %s is not there: it is left out with all in it", kind->label, name);
}

static bool asks_anything(const struct lw_tree *goal, lw_node n)
{
	return node_at(goal, n)->nattr || node_at(goal, n)->first;
}

/* Handlers and drivers of other people's, whose module, or program, is not there: nobody knows what would bring them. */
static void drop_foreign(struct merge *m)
{
	for (lw_node n = 1; n < m->nwant; n++) {
		const struct lw_kind_spec *kind = node_kind(m->goal, n);

		if (kind->origin != LW_KIND_MODULE || kind->only || m->of[MERGE_HAVE][n] ||
		    merge_dead(m->goal, n))
			continue;
		if (!(kind->flags & LW_K_SINGLETON) || asks_anything(m->goal, n))
			say_foreign(m, n);
		lw_tree_remove(m->goal, n);
	}
}

/* Ports that are declared but not there: nothing can make them, but those that are made on top of another. */
bool lw_merge_missing(struct merge *m)
{
	bool all = true;

	if (m->options.possible)
		drop_foreign(m);

	for (lw_node n = 1; n < m->nwant; n++) {
		const struct lw_kind_spec *kind = node_kind(m->goal, n);

		if (kind->origin != LW_KIND_HARDWARE || m->of[MERGE_HAVE][n] ||
		    merge_dead(m->goal, n) || lw_tree_ours(m->goal, n))
			continue;
		lw_tree_report(m->goal, n, NULL, m->report,
			       lw_merge_leaves_out(m) ? LW_WARNING : LW_ERROR,
			       lw_merge_leaves_out(m) ? LW_CODE_PARTIAL : LW_CODE_MISSING,
			       "only its hardware, driver or program can make it; remove its block "
			       "if it is gone for good",
			       "%s %s is declared, but is not there", kind->label,
			       tree_text(m->goal, node_at(m->goal, n)->name));
		lw_tree_remove(m->goal, n);
		all = false;
	}
	return all || lw_merge_leaves_out(m);
}
