/* SPDX-License-Identifier: Apache-2.0 */
#include "random_tree.h"

#include "model/tree/tree.h"
#include "schema/schema.h"

struct text {
	char bytes[24];
	size_t len;
};

/* Bytes that mean something to somebody, more often than others; never NUL or newline. */
static char random_byte(uint64_t *state)
{
	static const char special[] = "#\\\"{}*; \t\r=[]\x01\x7f\xef\xbb\xbf/'0aA";
	uint32_t n = next_random(state);
	char c = (char)(n >> 8);

	if (n % 3)
		return special[(n >> 8) % (sizeof(special) - 1)];
	return c == '\0' || c == '\n' ? 'x' : c;
}

static struct text random_text(uint64_t *state, size_t least)
{
	static const char *const words[] = { "LUN",	  "lun",	   "HW_TARGET",
					     "hw_target", "IncomingUser1", "vdisk_fileio",
					     "/dev/sda",  "[GROUP",	   "{",
					     "}" };
	struct text text = { .len = 0 };
	uint32_t n = next_random(state);

	if (n % 8 == 0) {
		snprintf(text.bytes, sizeof(text.bytes), "%s", words[(n >> 8) % 10]);
		text.len = strlen(text.bytes);
		return text;
	}
	text.len = least + (n >> 8) % 12;
	for (size_t i = 0; i < text.len; i++)
		text.bytes[i] = random_byte(state);
	return text;
}

/* Values of one node: a plain attribute has one, a multi-valued one several that differ. */
static void add_attrs(struct lw_tree *tree, lw_node node, uint64_t *state)
{
	const struct lw_kind_spec *kind = node_kind(tree, node);
	unsigned count = next_random(state) % 4;

	for (unsigned i = 0; i < count; i++) {
		struct text name = random_text(state, 1), value = random_text(state, 0);
		const struct lw_attr_spec *spec = NULL;

		if (kind->nattr && next_random(state) % 2)
			spec = &kind->attrs[next_random(state) % kind->nattr];
		name.bytes[name.len] = '\0';
		if (!spec || !(spec->flags & LW_A_MULTI)) {
			lw_tree_set(tree, node, spec ? spec->name : name.bytes, value.bytes,
				    value.len, LW_NO_OFFSET);
			continue;
		}
		lw_tree_set_state(tree, node, spec->name, LW_UNKNOWN);
		for (unsigned n = 0; n < 3; n++) {
			value.bytes[0] = (char)('a' + n);
			lw_tree_add_value(tree, node, spec->name, value.bytes,
					  value.len + !value.len, LW_NO_OFFSET);
		}
	}
}

static const char *random_only(const struct lw_kind_spec *kind, uint64_t *state)
{
	unsigned count = 0;

	while (kind->only[count])
		count++;
	return kind->only[next_random(state) % count];
}

static struct text random_name(const struct lw_kind_spec *kind, uint64_t *state)
{
	struct text name = random_text(state, 1);

	if (kind->flags & LW_K_SINGLETON)
		name.len = 0;
	else if (kind->order == LW_ORDER_NUMBER)
		name.len = (size_t)snprintf(name.bytes, sizeof(name.bytes), "%u",
					    next_random(state) % 40);
	else if (kind->only)
		name.len = (size_t)snprintf(name.bytes, sizeof(name.bytes), "%s",
					    random_only(kind, state));
	return name;
}

static void add_child(struct lw_tree *tree, lw_node parent, unsigned number, uint64_t *state)
{
	const struct lw_kind_spec *kind = &lw_schema_scst.kinds[number];
	struct text name = random_name(kind, state), ref = random_text(state, 1);
	lw_node node;

	if (lw_schema_child_kind(&lw_schema_scst, lw_node_kind(tree, parent), kind->word,
				 name.bytes, name.len) != (int)number)
		return;
	node = lw_tree_add(tree, parent, number, name.bytes, name.len);
	if (!node)
		return;
	if (kind->ref_kinds && kind->flags & LW_K_REF_IS_NAME)
		lw_tree_refer_name(tree, node, name.bytes, name.len);
	else if (kind->ref_kinds)
		lw_tree_refer_name(tree, node, ref.bytes, ref.len);
	add_attrs(tree, node, state);
}

struct lw_tree *random_tree(uint64_t *state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	unsigned wanted = next_random(state) % 30;

	add_attrs(tree, lw_tree_root(tree), state);
	for (unsigned tries = 0; tries < 40 * wanted && lw_tree_size(tree) < wanted; tries++) {
		lw_node parent = 1 + next_random(state) % (uint32_t)lw_tree_size(tree);
		unsigned kind = 1 + next_random(state) % (lw_schema_scst.nkind - 1);

		if (lw_schema_scst.kinds[kind].word &&
		    lw_schema_may_hold(&lw_schema_scst, lw_node_kind(tree, parent), kind))
			add_child(tree, parent, kind, state);
	}
	assert_int_equal(lw_tree_resolve(tree), 0);
	assert_int_equal(lw_tree_status(tree), 0);
	return tree;
}

/* ---- comparing */

static bool has_value(const struct lw_tree *tree, lw_node node, const struct lw_attr_view *want)
{
	struct lw_attr_view view = { .size = sizeof(view) };

	for (unsigned n = 0; n < lw_node_attr_count(tree, node); n++) {
		assert_int_equal(lw_node_attr(tree, node, n, &view), 0);
		if (!strcmp(view.name, want->name) && !strcmp(view.value, want->value))
			return true;
	}
	return false;
}

static void compare_attrs(const struct lw_tree *a, lw_node left, const struct lw_tree *b,
			  lw_node right)
{
	struct lw_attr_view view = { .size = sizeof(view) };

	assert_int_equal(lw_node_attr_count(a, left), lw_node_attr_count(b, right));
	for (unsigned n = 0; n < lw_node_attr_count(a, left); n++) {
		assert_int_equal(lw_node_attr(a, left, n, &view), 0);
		if (!has_value(b, right, &view))
			fail_msg("%s lost its %s \"%s\"", lw_node_name(a, left), view.name,
				 view.value);
	}
}

static const char *ref_name(const struct lw_tree *tree, lw_node node)
{
	lw_node ref = lw_node_ref(tree, node);
	const char *name = ref ? lw_node_name(tree, ref) : lw_node_ref_name(tree, node);

	return name ? name : "";
}

/* The next sibling whose kind is one where order counts. */
static lw_node ordered(const struct lw_tree *tree, lw_node node)
{
	while (node && node_kind(tree, node)->order != LW_ORDER_SIGNIFICANT)
		node = lw_node_next(tree, node);
	return node;
}

static unsigned compare_children(const struct lw_tree *a, lw_node left, const struct lw_tree *b,
				 lw_node right)
{
	lw_node x = ordered(a, lw_node_first(a, left)), y = ordered(b, lw_node_first(b, right));
	unsigned count = 0;

	for (lw_node c = lw_node_first(a, left); c; c = lw_node_next(a, c))
		count++;
	for (lw_node c = lw_node_first(b, right); c; c = lw_node_next(b, c))
		count--;
	for (; x && y; x = ordered(a, lw_node_next(a, x)), y = ordered(b, lw_node_next(b, y)))
		assert_string_equal(lw_node_name(a, x), lw_node_name(b, y));
	return count;
}

void assert_trees_equal(const struct lw_tree *a, const struct lw_tree *b)
{
	assert_int_equal(lw_tree_size(a), lw_tree_size(b));
	for (lw_node n = lw_tree_root(a); n; n = lw_tree_walk(a, lw_tree_root(a), n)) {
		char *path = lw_node_path(a, n);
		lw_node twin = n == lw_tree_root(a) ? lw_tree_root(b) : lw_tree_find_path(b, path);

		if (!twin)
			fail_msg("%s is lost", path);
		free(path);
		assert_int_equal(lw_node_kind(a, n), lw_node_kind(b, twin));
		assert_string_equal(lw_node_name(a, n), lw_node_name(b, twin));
		assert_string_equal(ref_name(a, n), ref_name(b, twin));
		compare_attrs(a, n, b, twin);
		assert_int_equal(compare_children(a, n, b, twin), 0);
	}
}
