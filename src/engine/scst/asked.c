/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is read of a large kernel tree. A plan compares what somebody declared, and must know of everything who may get at it;
 * what it will overwrite or delete is read whole before that happens. The rest, most of it, is never opened.
 */
#include <string.h>

#include "engine/scst/reader.h"

/* What every plan must know of an attribute's node, declared or not. */
static bool always(const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_ALWAYS_READ || spec->access != LW_ACC_NONE ||
	       (spec->unique != LW_UNIQUE_NO && spec->unique_while != LW_WHILE_ADVISED);
}

enum lw_depth scst_depth(const struct scst_reader *reader, lw_node node)
{
	const struct lw_tree *tree = reader->tree;
	lw_node parent, there;

	if (!reader->attrs)
		return LW_DEPTH_NAME;
	if (!reader->asked)
		return LW_DEPTH_FULL;
	if (!reader->whole)
		return LW_DEPTH_ASKED;
	/* Below what goes, all is read: it goes, too. */
	for (parent = node; parent; parent = lw_node_parent(tree, parent)) {
		there = lw_tree_counterpart(tree, parent, reader->whole);
		if (there &&
		    (node_at(reader->whole, there)->depth == LW_DEPTH_FULL ||
		     (parent == node && node_at(reader->whole, there)->depth == LW_DEPTH_ASKED)))
			return LW_DEPTH_FULL;
	}
	return LW_DEPTH_ASKED;
}

static bool holds(const struct lw_tree *tree, lw_node node, const char *name)
{
	uint16_t def = lw_tree_attr_def_find(tree, lw_node_kind(tree, node), name, strlen(name));
	unsigned count = 0;

	return def != UINT16_MAX && lw_tree_attr_run(tree, node, def, &count);
}

bool scst_asks(const struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
	       const char *name)
{
	if (!reader->asked || node_at(reader->tree, node)->depth == LW_DEPTH_FULL ||
	    (spec && always(spec)))
		return true;
	for (const struct lw_tree *const *ask = reader->ask; ask && *ask; ask++) {
		lw_node there = lw_tree_counterpart(reader->tree, node, *ask);

		if (there && holds(*ask, there, spec ? spec->name : name))
			return true;
	}
	return false;
}

bool scst_asks_fact(const struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec)
{
	if (spec->flags & LW_A_COUNTER)
		return reader->counters;
	if (lw_node_kind(reader->tree, node) == SCST_SESSION)
		return reader->agreed && spec->reading != LW_READ_WRITE_ONLY;
	return !reader->attrs && reader->identity && spec->flags & LW_A_IDENTITY;
}

/* Whether one of the trees names an attribute of the node that the vocabulary does not. */
static bool asks_for_unknown(const struct scst_reader *reader, lw_node node)
{
	for (const struct lw_tree *const *ask = reader->ask; ask && *ask; ask++) {
		lw_node there = lw_tree_counterpart(reader->tree, node, *ask);
		const struct node *at = there ? node_at(*ask, there) : NULL;

		if (at && at->nattr &&
		    (*ask)->attrs[at->attrs + at->nattr - 1].def >= node_kind(*ask, there)->nattr)
			return true;
	}
	return false;
}

bool scst_needs_no_list(const struct scst_reader *reader, lw_node node)
{
	const struct node *at = node_at(reader->tree, node);

	return reader->asked && at->depth != LW_DEPTH_FULL &&
	       lw_kind_in(SCST_DEVICES | LW_KIND(SCST_LUN) | LW_KIND(SCST_CM_LUN), at->kind) &&
	       !asks_for_unknown(reader, node);
}
