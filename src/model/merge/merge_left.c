/* SPDX-License-Identifier: Apache-2.0 */
/* What the configuration applied last named, and this one passes over. */
#include <string.h>

#include "model/merge/merge_internal.h"

static bool has_children(const struct lw_tree *tree, lw_node n)
{
	return node_at(tree, n)->first;
}

void lw_merge_say_left(struct merge *m)
{
	const struct lw_tree *last = m->last, *have = m->source[MERGE_HAVE];

	/* Of two files the one names all that is there: that would be no news. */
	if (!have || !last || !m->options.possible || m->options.prune_all || m->part)
		return;
	for (lw_node c = node_at(last, lw_tree_root(last))->first; c; c = node_at(last, c)->next) {
		const struct node *node = node_at(last, c);
		const struct lw_kind_spec *kind = node_kind(last, c);
		const char *name = tree_text(last, node->name);
		lw_node there;

		if (merge_dead(last, c) ||
		    (kind->origin == LW_KIND_MODULE && !has_children(last, c)))
			continue;
		there = lw_tree_find(have, lw_tree_root(have), node->kind, name, strlen(name));
		if (!there ||
		    lw_tree_find(m->want, lw_tree_root(m->want), node->kind, name, strlen(name)))
			continue;
		/* One of several device groups goes. */
		if (!lw_tree_find(m->goal, lw_tree_root(m->goal), node->kind, name, strlen(name)))
			continue;
		lw_tree_report(have, there, NULL, m->report, LW_NOTE, LW_CODE_NONE,
			       "--prune=all takes away what is not named",
			       "%s %s was applied last and is not named any more: it is left alone",
			       kind->label, name);
	}
}
