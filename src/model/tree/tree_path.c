/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths: the names from the root down, as people and reports see them ("targets/iscsi/iqn.../luns/0").
 *
 *	path = parent's path "/" dir "/" name		dir is left out by kinds without one, the name by singletons
 *
 * A path leads back to its node, whatever the names are. So in a name '/' and '\', control characters and bytes that are not
 * UTF-8 become \xNN; the empty name, which only a mistake makes, is \x00 (no name holds a NUL); and where a name stands right
 * behind its parent, one that looks like the dir of another kind there gets its first byte escaped.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/tree/tree_internal.h"

/* Whether a parent of this kind holds a kind with this dir. */
static bool is_dir(const struct lw_schema *schema, unsigned parent, const char *text, size_t len)
{
	for (unsigned i = LW_KIND_ROOT + 1; i < schema->nkind; i++) {
		const struct lw_kind_spec *kind = lw_kind(schema, i);

		if (kind->dir && lw_kind_in(kind->parents, parent) &&
		    !strncmp(kind->dir, text, len) && !kind->dir[len])
			return true;
	}
	return false;
}

static void add_byte(struct lw_str *out, char byte)
{
	lw_str_addf(out, "\\x%02x", (unsigned char)byte);
}

/* Path element of a name: escaped so that it is one line and one element. */
static void add_name(const struct lw_tree *tree, lw_node n, struct lw_str *out)
{
	const struct node *node = node_at(tree, n);
	const char *name = tree_text(tree, node->name);
	size_t len = strlen(name);

	if (!len) {
		lw_str_add(out, "\\x00");
		return;
	}
	if (!node_kind(tree, n)->dir &&
	    is_dir(tree->schema, node_at(tree, node->parent)->kind, name, len)) {
		add_byte(out, *name++);
		len--;
	}
	while (len) {
		size_t plain = strcspn(name, "/\\");

		lw_str_add_shown(out, name, plain);
		name += plain;
		len -= plain;
		if (len) {
			add_byte(out, *name++);
			len--;
		}
	}
}

void lw_tree_path(const struct lw_tree *tree, lw_node n, struct lw_str *out)
{
	const struct node *node = node_at(tree, node_valid(tree, n));
	const struct lw_kind_spec *kind;

	if (n == 1)
		lw_str_add(out, "/");
	if (!node->parent)
		return;

	/* As deep as the vocabulary's kinds nest: a handful. */
	if (node->parent != 1) {
		lw_tree_path(tree, node->parent, out);
		lw_str_add_char(out, '/');
	}
	kind = node_kind(tree, n);
	if (kind->dir)
		lw_str_add(out, kind->dir);
	if (kind->dir && !(kind->flags & LW_K_SINGLETON))
		lw_str_add_char(out, '/');
	if (!(kind->flags & LW_K_SINGLETON))
		add_name(tree, n, out);
}

char *lw_node_path(const struct lw_tree *tree, lw_node node)
{
	struct lw_str path = LW_STR_INIT;

	if (!tree)
		return NULL;
	lw_tree_path(tree, node, &path);
	return lw_str_take(&path);
}

/* Appends a path element as the bytes it stands for; a backslash that starts no \xNN is itself. */
static void unescape(const char *text, size_t len, struct lw_str *out)
{
	while (len) {
		uint64_t byte;
		char hex[4];
		size_t plain = strcspn(text, "\\");

		if (plain > len)
			plain = len;
		lw_str_add_bytes(out, text, plain);
		text += plain;
		len -= plain;
		if (!len)
			break;
		if (len >= 4 && text[1] == 'x') {
			memcpy(hex, (const char[]){ '0', 'x', text[2], text[3] }, sizeof(hex));
			if (lw_parse_u64(hex, sizeof(hex), LW_NUM_HEX, &byte)) {
				lw_str_add_char(out, (char)byte);
				text += 4;
				len -= 4;
				continue;
			}
		}
		lw_str_add_char(out, *text++);
		len--;
	}
}

/* What is left of a path, and its next element. */
struct walk {
	const char *at; /* NULL at the end */
	const char *elem;
	size_t len;
};

static bool next_elem(struct walk *walk)
{
	if (!walk->at)
		return false;
	walk->elem = walk->at;
	walk->len = strcspn(walk->at, "/");
	walk->at = walk->at[walk->len] ? walk->at + walk->len + 1 : NULL;
	return true;
}

/* The child of @parent that is called as the path's element says. Only an escaped one needs memory. */
static int find_child(const struct lw_tree *tree, lw_node parent, unsigned k, const char *elem,
		      size_t len, lw_node *ret)
{
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	if (!memchr(elem, '\\', len)) {
		*ret = lw_tree_find(tree, parent, k, elem, len);
		return 0;
	}
	unescape(elem, len, &name);
	if (lw_str_bad(&name))
		return -ENOMEM;
	if (name.len == 1 && !name.data[0])
		lw_str_clear(&name);
	*ret = lw_tree_find(tree, parent, k, lw_str_text(&name), name.len);
	return 0;
}

/* The child of @parent of this kind that the path names next, 0 if there is none; advances @walk only when it is there. */
static int step_kind(const struct lw_tree *tree, lw_node parent, unsigned k, struct walk *walk,
		     lw_node *ret)
{
	const struct lw_kind_spec *kind = lw_kind(tree->schema, k);
	struct walk ahead = *walk;
	int r;

	*ret = 0;
	if (!lw_kind_in(kind->parents, node_at(tree, parent)->kind))
		return 0;
	if (kind->dir && (!next_elem(&ahead) || strlen(kind->dir) != ahead.len ||
			  memcmp(kind->dir, ahead.elem, ahead.len) != 0))
		return 0;
	/* Where a dir may stand, a name that looks like one is escaped. */
	if (kind->flags & LW_K_SINGLETON)
		ahead.len = 0;
	else if (!next_elem(&ahead) ||
		 (!kind->dir &&
		  is_dir(tree->schema, node_at(tree, parent)->kind, ahead.elem, ahead.len)))
		return 0;
	r = find_child(tree, parent, k, ahead.elem, ahead.len, ret);
	if (*ret)
		*walk = ahead;
	return r;
}

/*
 * The node below @parent that the rest of the path names. Kinds with names first: a singleton may have the same dir (SCST's
 * ALUA and its device groups). Where a mistake gave two nodes one path, the way may lead below either: so both are tried.
 */
static int find_below(const struct lw_tree *tree, lw_node parent, struct walk walk, lw_node *ret)
{
	const struct lw_schema *schema = tree->schema;
	int r = 0;

	*ret = walk.at ? 0 : parent;
	for (unsigned pass = 0; walk.at && pass < 2; pass++) {
		for (unsigned k = LW_KIND_ROOT + 1; k < schema->nkind && !*ret && r >= 0; k++) {
			bool single = lw_kind(schema, k)->flags & LW_K_SINGLETON;
			struct walk ahead = walk;
			lw_node child = 0;

			if (single == (pass == 1))
				r = step_kind(tree, parent, k, &ahead, &child);
			if (child)
				r = find_below(tree, child, ahead, ret);
		}
	}
	return r;
}

int tree_find_path(const struct lw_tree *tree, const char *path, lw_node *ret)
{
	struct walk walk = { .at = *path == '/' ? path + 1 : path, .elem = "" };

	*ret = 0;
	if (!*path)
		return 0;
	if (!strcmp(path, "/"))
		walk.at = NULL;
	return find_below(tree, 1, walk, ret);
}

lw_node lw_tree_find_path(const struct lw_tree *tree, const char *path)
{
	lw_node found;

	if (!tree || !path)
		return 0;
	return tree_find_path(tree, path, &found) < 0 ? 0 : found;
}

lw_node lw_tree_counterpart(const struct lw_tree *tree, lw_node node, const struct lw_tree *other)
{
	const char *name;
	lw_node parent;

	if (node == lw_tree_root(tree))
		return lw_tree_root(other);
	parent = lw_tree_counterpart(tree, node_at(tree, node)->parent, other);
	name = lw_node_name(tree, node);
	return parent ? lw_tree_find(other, parent, node_at(tree, node)->kind, name, strlen(name))
		      : 0;
}
