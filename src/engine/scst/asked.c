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

/* The nodes of the same path in the trees that ask; looked up once a node, not once an attribute. */
static const lw_node *askers(struct scst_reader *reader, lw_node node)
{
	if (reader->asker_of != node)
		for (unsigned i = 0; i < SCST_ASKERS_MAX && reader->ask[i]; i++)
			reader->askers[i] = lw_tree_counterpart(reader->tree, node, reader->ask[i]);
	reader->asker_of = node;
	return reader->askers;
}

/* Whether a node says something of an attribute: of a known one, or of whatever is called so. */
static bool holds(const struct lw_tree *tree, lw_node node, const struct lw_attr_spec *spec,
		  const char *name)
{
	uint16_t def =
		spec ? (uint16_t)(spec - node_kind(tree, node)->attrs)
		     : lw_tree_attr_def_find(tree, lw_node_kind(tree, node), name, strlen(name));
	unsigned count = 0;

	return def != UINT16_MAX && lw_tree_attr_run(tree, node, def, &count);
}

bool scst_declared(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
		   const char *name)
{
	const lw_node *there = reader->ask ? askers(reader, node) : NULL;

	for (unsigned i = 0; there && i < SCST_ASKERS_MAX && reader->ask[i]; i++)
		if (there[i] && holds(reader->ask[i], there[i], spec, name))
			return true;
	return false;
}

bool scst_asks(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
	       const char *name)
{
	return !reader->asked || node_at(reader->tree, node)->depth == LW_DEPTH_FULL ||
	       (spec && always(spec)) || scst_declared(reader, node, spec, name);
}

bool scst_asks_fact(const struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec)
{
	if (spec->flags & LW_A_COUNTER)
		return reader->counters;
	if (lw_node_kind(reader->tree, node) == SCST_SESSION)
		return reader->agreed && spec->reading != LW_READ_WRITE_ONLY;
	return !reader->attrs && reader->identity && spec->flags & LW_A_IDENTITY;
}

const char *scst_asked_unknown(struct scst_reader *reader, lw_node node, unsigned n)
{
	const lw_node *there = reader->ask ? askers(reader, node) : NULL;

	for (unsigned i = 0; there && i < SCST_ASKERS_MAX && reader->ask[i]; i++) {
		const struct lw_tree *ask = reader->ask[i];
		const struct node *at = there[i] ? node_at(ask, there[i]) : NULL;

		/* They stand behind the known ones. */
		for (unsigned k = at ? at->nattr : 0; k; k--) {
			uint16_t def = ask->attrs[at->attrs + k - 1].def;

			if (def < node_kind(ask, there[i])->nattr)
				break;
			if (!n--)
				return lw_tree_attr_name(ask, at->kind, def);
		}
	}
	return NULL;
}

bool scst_needs_no_list(struct scst_reader *reader, lw_node node)
{
	const struct node *at = node_at(reader->tree, node);

	return reader->asked && at->depth != LW_DEPTH_FULL &&
	       lw_kind_in(SCST_DEVICES | LW_KIND(SCST_LUN) | LW_KIND(SCST_CM_LUN), at->kind) &&
	       !scst_asked_unknown(reader, node, 0);
}
