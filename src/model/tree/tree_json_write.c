/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree as JSON (docs/TREE.md). Equal trees give equal texts: attributes stand in the order of the vocabulary, those that it
 * does not know behind them by name. Children stay in their order, as that may mean something.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "model/tree/secret.h"
#include "model/tree/tree_internal.h"
#include "model/tree/tree_json.h"

struct writer {
	const struct lw_tree *tree;
	struct lw_json_writer json;
	bool secrets;
	bool bad;	    /* memory was short for something that is not the text itself */
	struct lw_str text; /* scratch */
	uint16_t *order;    /* scratch: numbers of attributes */
	uint32_t order_cap;
};

static void put_flags(struct writer *w, const struct tree_json_flag *table, unsigned flags)
{
	bool any = false;

	for (; table->word; table++) {
		if (!(flags & table->flag))
			continue;
		if (!any) {
			lw_json_put_key(&w->json, "flags");
			lw_json_put_array_begin(&w->json);
		}
		any = true;
		lw_json_put_string(&w->json, table->word);
	}
	if (any)
		lw_json_put_array_end(&w->json);
}

/* ---- attributes */

static unsigned written_flags(const struct writer *w, lw_node n, const struct attr *attr)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(w->tree, node_at(w->tree, n)->kind, attr->def);
	unsigned flags = attr->flags &
			 (LW_ATTR_SECRET | LW_ATTR_KEYED | LW_ATTR_GENERATED | LW_ATTR_CARRIED);

	if (lw_attr_is_secret(w->tree->schema, spec,
			      lw_tree_attr_name(w->tree, node_at(w->tree, n)->kind, attr->def)))
		flags &= (unsigned)~LW_ATTR_SECRET;
	return flags;
}

static void put_text(struct writer *w, lw_node n, const struct attr *attr)
{
	if (w->secrets || !(attr->flags & LW_ATTR_SECRET)) {
		lw_json_put_string(&w->json, tree_text(w->tree, attr->value));
		return;
	}
	lw_str_clear(&w->text);
	tree_mask(w->tree, n, attr, &w->text);
	w->bad |= lw_str_bad(&w->text);
	lw_json_put_string(&w->json, lw_str_text(&w->text));
}

/* The name of an attribute; quotes may have made it one word with a secret. */
static void put_name(struct writer *w, lw_node n, const struct attr *attr)
{
	const char *name = lw_tree_attr_name(w->tree, node_at(w->tree, n)->kind, attr->def);

	if (w->secrets || !(attr->flags & LW_ATTR_SECRET)) {
		lw_json_put_key(&w->json, name);
		return;
	}
	lw_str_clear(&w->text);
	lw_secret_name(name, &w->text);
	w->bad |= lw_str_bad(&w->text);
	lw_json_put_key(&w->json, lw_str_text(&w->text));
}

/* One instance: its text, or an object where there is more to say. */
static void put_instance(struct writer *w, lw_node n, const struct attr *attr)
{
	unsigned flags = written_flags(w, n, attr);

	if (attr->state == LW_SET && !flags) {
		put_text(w, n, attr);
		return;
	}
	lw_json_put_object_begin(&w->json);
	if (attr->state == LW_SET || attr->state == LW_FIXED) {
		lw_json_put_key(&w->json, "value");
		put_text(w, n, attr);
	}
	if (attr->state != LW_SET) {
		lw_json_put_key(&w->json, "state");
		lw_json_put_string(&w->json, tree_json_states[attr->state]);
	}
	put_flags(w, tree_json_attr_flags, flags);
	lw_json_put_object_end(&w->json);
}

static const char *name_of(const struct writer *w, lw_node n, unsigned at)
{
	return lw_tree_attr_name(w->tree, node_at(w->tree, n)->kind,
				 node_attrs(w->tree, n)[at].def);
}

/* Insertion sort by name, stable: what the vocabulary does not know is a handful, and mostly sorted already. */
static void sort_unknown(const struct writer *w, lw_node n, unsigned first, unsigned count)
{
	for (unsigned i = first + 1; i < count; i++) {
		uint16_t moving = w->order[i];
		unsigned at = i;

		while (at > first &&
		       strcmp(name_of(w, n, w->order[at - 1]), name_of(w, n, moving)) > 0) {
			w->order[at] = w->order[at - 1];
			at--;
		}
		w->order[at] = moving;
	}
}

static bool make_order(struct writer *w, lw_node n)
{
	unsigned count = node_at(w->tree, n)->nattr, known = 0;

	if (lw_grow(&w->order, &w->order_cap, count, sizeof(*w->order)) < 0) {
		w->bad = true;
		return false;
	}
	for (unsigned i = 0; i < count; i++) {
		w->order[i] = (uint16_t)i;
		if (node_attrs(w->tree, n)[i].def < node_kind(w->tree, n)->nattr)
			known = i + 1;
	}
	sort_unknown(w, n, known, count);
	return true;
}

static void put_attrs(struct writer *w, lw_node n)
{
	const struct attr *attrs = node_attrs(w->tree, n);
	unsigned count = node_at(w->tree, n)->nattr, end;

	if (!count || !make_order(w, n))
		return;
	lw_json_put_key(&w->json, "attributes");
	lw_json_put_object_begin(&w->json);
	for (unsigned i = 0; i < count; i = end) {
		for (end = i + 1;
		     end < count && attrs[w->order[end]].def == attrs[w->order[i]].def;)
			end++;
		put_name(w, n, &attrs[w->order[i]]);
		if (end - i > 1)
			lw_json_put_array_begin(&w->json);
		for (unsigned k = i; k < end; k++)
			put_instance(w, n, &attrs[w->order[k]]);
		if (end - i > 1)
			lw_json_put_array_end(&w->json);
	}
	lw_json_put_object_end(&w->json);
}

/* ---- nodes */

/* The referent's path, or the name that was not found. A path without '/' gets one in front, to be known as a path. */
static void put_ref(struct writer *w, lw_node n)
{
	const char *name = lw_node_ref_name(w->tree, n);
	lw_node to = lw_node_ref(w->tree, n);

	if (!to && (!name || (node_kind(w->tree, n)->flags & LW_K_REF_IS_NAME &&
			      !strcmp(name, lw_node_name(w->tree, n)))))
		return;
	lw_json_put_key(&w->json, "ref");
	if (!to) {
		lw_json_put_string(&w->json, name);
		return;
	}
	lw_str_clear(&w->text);
	lw_tree_path(w->tree, to, &w->text);
	w->bad |= lw_str_bad(&w->text);
	name = lw_str_text(&w->text);
	if (!strchr(name, '/')) {
		lw_str_clear(&w->text);
		lw_str_add_char(&w->text, '/');
		lw_tree_path(w->tree, to, &w->text);
	}
	lw_json_put_string(&w->json, lw_str_text(&w->text));
}

static void put_head(struct writer *w, lw_node n)
{
	const struct node *node = node_at(w->tree, n);

	lw_json_put_key(&w->json, "kind");
	lw_json_put_string(&w->json, node_kind(w->tree, n)->name);
	if (!(node_kind(w->tree, n)->flags & LW_K_SINGLETON)) {
		lw_json_put_key(&w->json, "name");
		lw_json_put_string(&w->json, tree_text(w->tree, node->name));
	}
	put_ref(w, n);
	if (node->depth != node_at(w->tree, 1)->depth) {
		lw_json_put_key(&w->json, "depth");
		lw_json_put_string(&w->json, tree_json_depths[node->depth]);
	}
}

/* What every node has, the root too. Recursion is as deep as the vocabulary's kinds nest: a handful. */
static void put_body(struct writer *w, lw_node n)
{
	const struct node *node = node_at(w->tree, n);

	if (node->origin != LW_FROM_DECLARED) {
		lw_json_put_key(&w->json, "origin");
		lw_json_put_string(&w->json, tree_json_origins[node->origin]);
	}
	put_flags(w, tree_json_node_flags, node->flags);
	put_attrs(w, n);
	if (!node->first)
		return;
	lw_json_put_key(&w->json, "children");
	lw_json_put_array_begin(&w->json);
	for (lw_node child = node->first; child; child = node_at(w->tree, child)->next) {
		lw_json_put_object_begin(&w->json);
		put_head(w, child);
		put_body(w, child);
		lw_json_put_object_end(&w->json);
	}
	lw_json_put_array_end(&w->json);
}

static bool has_secrets(const struct lw_tree *tree)
{
	for (lw_node n = 1; n; n = lw_tree_walk(tree, 1, n)) {
		for (unsigned i = 0; i < node_at(tree, n)->nattr; i++) {
			const struct attr *attr = node_attrs(tree, n) + i;

			if (attr->flags & LW_ATTR_SECRET &&
			    (attr->state == LW_SET || attr->state == LW_FIXED))
				return true;
		}
	}
	return false;
}

static void put_tree(struct writer *w)
{
	lw_json_put_object_begin(&w->json);
	lw_json_put_key(&w->json, "lunward");
	lw_json_put_string(&w->json, "tree");
	lw_json_put_key(&w->json, "version");
	lw_json_put_u64(&w->json, TREE_JSON_VERSION);
	lw_json_put_key(&w->json, "schema");
	lw_json_put_string(&w->json, w->tree->schema->name);
	if (!w->secrets && has_secrets(w->tree)) {
		lw_json_put_key(&w->json, "masked");
		lw_json_put_bool(&w->json, true);
	}
	if (node_at(w->tree, 1)->depth != LW_DEPTH_ASKED) {
		lw_json_put_key(&w->json, "depth");
		lw_json_put_string(&w->json, tree_json_depths[node_at(w->tree, 1)->depth]);
	}
	put_body(w, 1);
	lw_json_put_object_end(&w->json);
}

int lw_tree_write_json(const struct lw_tree *tree, unsigned flags, char **ret)
{
	struct lw_str out = LW_STR_INIT;
	struct writer w = { .tree = tree, .secrets = flags & LW_JSON_SECRETS, .text = LW_STR_INIT };
	char *text;

	if (!tree || !ret)
		return -EINVAL;
	lw_json_writer_init(&w.json, &out, LW_JSON_INDENT);
	put_tree(&w);
	lw_str_add_char(&out, '\n');
	lw_str_done(&w.text);
	free(w.order);
	if (w.bad) {
		lw_str_done(&out);
		return -ENOMEM;
	}
	text = lw_str_take(&out);
	if (!text)
		return -ENOMEM;
	*ret = text;
	return 0;
}
