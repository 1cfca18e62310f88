/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree in canonical form: two trees that say the same give the same bytes. Order is that of numbers where a kind is
 * numbered, that of the tree where order means something (groups: the first that matches counts), else that of names.
 *
 * What the language cannot say is an error that names the object, never a gap in the text.
 */
#include "format/scst_conf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "base/num.h"
#include "format/scst_conf_internal.h"
#include "lunward/format.h"
#include "model/tree/secret.h"
#include "model/tree/tree.h"
#include "schema/schema.h"

/* ---- what cannot be written */

int lw_conf_refuse(const struct conf_writer *w, lw_node node, const char *attr, const char *why)
{
	LW_AUTO_FREE char *path = lw_node_path(w->tree, node);
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	if (!path)
		return lw_error_memory(w->err);
	lw_secret_name(attr ? attr : "", &name);
	if (attr)
		lw_error_set(w->err, -EINVAL, LW_CODE_UNSUPPORTED,
			     "scst.conf cannot hold %s, attribute %s: %s", path, lw_str_text(&name),
			     why);
	else
		lw_error_set(w->err, -EINVAL, LW_CODE_UNSUPPORTED, "scst.conf cannot hold %s: %s",
			     path, why);
	lw_error_object(w->err, path);
	return -EINVAL;
}

static int add_word(struct conf_writer *w, lw_node node, const char *text, bool quoted)
{
	lw_str_add_char(&w->out, ' ');
	if (lw_conf_quote(text, strlen(text), quoted, &w->out) < 0)
		return lw_conf_refuse(w, node, NULL, CONF_WHY_BYTES);
	return 0;
}

void lw_conf_indent(struct conf_writer *w, unsigned depth)
{
	while (depth--)
		lw_str_add_char(&w->out, '\t');
}

/* ---- children */

/* Devices before what refers to them, LUNs before the groups that narrow them: the order in which people read. */
static unsigned rank_of(const char *word)
{
	static const char *const words[] = {
		"ALUA", "HANDLER",   "DEVICE", "TARGET_DRIVER", "TARGET",
		"LUN",	"INITIATOR", "GROUP",  "DEVICE_GROUP",	"TARGET_GROUP",
	};
	unsigned rank = 0;

	while (rank < LW_ARRAY_LEN(words) && strcmp(words[rank], word) != 0)
		rank++;
	return rank;
}

static int compare_children(const void *left, const void *right)
{
	const struct conf_child *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int describe_child(struct conf_writer *w, lw_node node, uint64_t place,
			  struct conf_child *child)
{
	const struct lw_kind_spec *kind = lw_kind(w->words.schema, lw_node_kind(w->tree, node));
	const char *name = lw_node_name(w->tree, node);

	*child = (struct conf_child){ .node = node, .rank = rank_of(kind->word), .name = name };
	if (kind->order == LW_ORDER_SIGNIFICANT)
		child->number = place;
	if (kind->order == LW_ORDER_NUMBER &&
	    !lw_parse_u64(name, strlen(name), LW_NUM_DEC | LW_NUM_HEX, &child->number))
		return lw_conf_refuse(w, node, NULL, "its name is not a number");
	return 0;
}

/* Pushes those children that the language has a word for; what only exists while it runs (sessions) has none. */
static int collect_children(struct conf_writer *w, lw_node node)
{
	uint32_t first = w->nchild;
	int r;

	for (lw_node c = lw_node_first(w->tree, node); c; c = lw_node_next(w->tree, c)) {
		if (!lw_kind(w->words.schema, lw_node_kind(w->tree, c))->word)
			continue;
		if (lw_grow(&w->children, &w->child_cap, (uint64_t)w->nchild + 1,
			    sizeof(*w->children)) < 0)
			return lw_error_memory(w->err);
		r = describe_child(w, c, w->nchild, &w->children[w->nchild]);
		if (r < 0)
			return r;
		w->nchild++;
	}
	if (w->nchild > first)
		qsort(w->children + first, w->nchild - first, sizeof(*w->children),
		      compare_children);
	return 0;
}

static int write_ref(struct conf_writer *w, lw_node node)
{
	lw_node ref = lw_node_ref(w->tree, node);
	const char *name = ref ? lw_node_name(w->tree, ref) : lw_node_ref_name(w->tree, node);

	if (!name || !name[0])
		return lw_conf_refuse(w, node, NULL, "it refers to nothing");
	return add_word(w, node, name, !strncmp(name, CONF_DEV, strlen(CONF_DEV)));
}

/* The keyword and what belongs to it, without a newline. */
static int write_header(struct conf_writer *w, const struct conf_child *child, unsigned depth)
{
	unsigned parent = lw_node_kind(w->tree, lw_node_parent(w->tree, child->node));
	unsigned number = lw_node_kind(w->tree, child->node);
	const struct lw_kind_spec *kind = lw_kind(w->words.schema, number);
	int keyword = lw_conf_keyword(&w->words, kind->word, strlen(kind->word));
	unsigned words = lw_conf_kind_words(kind);
	int r = 0;

	if (keyword < 0 || lw_conf_child_kind(&w->words, parent, keyword, child->name,
					      strlen(child->name)) != (int)number)
		return lw_conf_refuse(w, child->node, NULL,
				      "under this name it would be read as another kind of object");
	lw_conf_indent(w, depth);
	lw_str_add(&w->out, kind->word);
	if (words && !child->name[0])
		return lw_conf_refuse(w, child->node, NULL, "it has no name");
	if (words && kind->order == LW_ORDER_NUMBER)
		lw_str_addf(&w->out, " %llu", (unsigned long long)child->number);
	else if (words)
		r = add_word(
			w, child->node, child->name,
			lw_kind_in(w->words.naming_device, lw_node_kind(w->tree, child->node)) &&
				!strncmp(child->name, CONF_DEV, strlen(CONF_DEV)));
	if (r >= 0 && words == 2)
		r = write_ref(w, child->node);
	return r;
}

static int write_content(struct conf_writer *w, lw_node node, unsigned depth);

static int write_child(struct conf_writer *w, const struct conf_child *child, unsigned depth)
{
	const struct lw_kind_spec *kind =
		lw_kind(w->words.schema, lw_node_kind(w->tree, child->node));
	size_t header, opened;
	int r;

	if (!depth && w->out.len)
		lw_str_add_char(&w->out, '\n');
	r = write_header(w, child, depth);
	if (r < 0)
		return r;
	header = w->out.len;
	lw_str_add(&w->out, " {\n");
	opened = w->out.len;
	r = write_content(w, child->node, depth + 1);
	if (r < 0 || lw_str_bad(&w->out))
		return r;

	/* An empty block says that a handler or driver is needed; elsewhere it says nothing. */
	if (w->out.len == opened && kind->origin != LW_KIND_MODULE) {
		w->out.len = header;
	} else {
		lw_conf_indent(w, depth);
		lw_str_add_char(&w->out, '}');
	}
	lw_str_add_char(&w->out, '\n');
	return 0;
}

static int write_content(struct conf_writer *w, lw_node node, unsigned depth)
{
	uint32_t first = w->nchild, end;
	struct conf_child child;
	int r;

	r = lw_conf_write_values(w, node, depth);
	if (r >= 0)
		r = collect_children(w, node);
	end = w->nchild;
	for (uint32_t i = first; r >= 0 && i < end; i++) {
		if (i > first && !compare_children(&w->children[i - 1], &w->children[i]))
			return lw_conf_refuse(w, w->children[i].node, NULL,
					      "it would be there twice");
		child = w->children[i]; /* the stack may move */
		r = write_child(w, &child, depth);
	}
	w->nchild = first;
	return r;
}

int lw_scst_conf_write(const struct lw_tree *tree, unsigned flags, char **ret, struct lw_error *err)
{
	struct conf_writer w = { .tree = tree, .flags = flags, .err = err };
	char *text = NULL;
	int r;

	if (lw_tree_schema(tree) != &lw_schema_scst)
		return lw_error_set(
			err, -ENOTSUP, LW_CODE_UNSUPPORTED,
			"scst.conf holds only configurations of SCST, and this one is for %s",
			lw_tree_schema(tree)->name);
	lw_conf_words_init(&w.words, lw_tree_schema(tree));
	r = write_content(&w, lw_tree_root(tree), 0);
	if (r >= 0) {
		text = lw_str_take(&w.out);
		r = text ? 0 : lw_error_memory(err);
	}
	lw_str_done(&w.out);
	free(w.children);
	free(w.values);
	if (r >= 0)
		*ret = text;
	return r;
}
