/* SPDX-License-Identifier: Apache-2.0 */
/* Giving attributes values and states, by name. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree_internal.h"

/*
 * def and value of an attribute to be set. Both texts may lie in the tree's own pool, which moves when something is added:
 * so the one that is interned second is copied first if interning the first can move it.
 */
struct to_set {
	uint16_t def;
	uint32_t value;
};

static bool intern_both(struct lw_tree *tree, lw_node n, const char *attr, const char *value,
			size_t len, struct to_set *ret)
{
	unsigned kind = node_at(tree, n)->kind;
	size_t attr_len = strlen(attr);
	LW_AUTO_STR struct lw_str name = LW_STR_INIT;

	ret->def = lw_tree_attr_def_find(tree, kind, attr, attr_len);
	if (ret->def == UINT16_MAX)
		lw_str_add_bytes(&name, attr, attr_len);
	if (lw_str_bad(&name)) {
		tree_fail(tree, -ENOMEM);
		return false;
	}
	ret->value = tree_intern(tree, value, len);
	if (ret->value == LW_STRINGS_NONE)
		return false;
	if (ret->def == UINT16_MAX)
		ret->def = lw_tree_attr_def(tree, kind, lw_str_text(&name), attr_len);
	return ret->def != UINT16_MAX;
}

/* A node that can be changed, and texts; what is no text is remembered like one that cannot be kept. */
static bool settable(struct lw_tree *tree, lw_node n, const char *attr, const char *value)
{
	if (!node_usable(tree, n))
		return false;
	if (!attr || !value)
		tree_fail(tree, -EINVAL);
	return attr && value;
}

static void fill(struct attr *attr, uint32_t value, uint32_t offset)
{
	attr->value = value;
	attr->state = LW_SET;
	attr->src = offset + 1; /* LW_NO_OFFSET becomes 0 */
}

/* Leaves one instance of @def, the first, without a value; makes it if there is none. */
static struct attr *only_one(struct lw_tree *tree, lw_node n, uint16_t def)
{
	unsigned count;
	struct attr *run = lw_tree_attr_run(tree, n, def, &count);

	if (count > 1)
		lw_tree_drop(tree, n, def);
	if (count != 1)
		return lw_tree_put(tree, n, def);
	run->flags &= LW_ATTR_SECRET;
	run->value = run->src = 0;
	return run;
}

void lw_tree_set(struct lw_tree *tree, lw_node n, const char *attr, const char *value, size_t len,
		 uint32_t offset)
{
	struct attr *instance;
	struct to_set set;

	if (!settable(tree, n, attr, value) || !intern_both(tree, n, attr, value, len, &set))
		return;
	instance = only_one(tree, n, set.def);
	if (instance)
		fill(instance, set.value, offset);
}

void lw_tree_add_value(struct lw_tree *tree, lw_node n, const char *attr, const char *value,
		       size_t len, uint32_t offset)
{
	struct attr *instance;
	unsigned count;
	struct to_set set;

	if (!settable(tree, n, attr, value) || !intern_both(tree, n, attr, value, len, &set))
		return;

	/* What was said without a value (DEFAULT, ABSENT) ends with the first value. */
	instance = lw_tree_attr_run(tree, n, set.def, &count);
	if (!count || instance->state == LW_SET)
		instance = lw_tree_put(tree, n, set.def);
	if (instance)
		fill(instance, set.value, offset);
}

/* Takes one instance out of a run: all go, and those that are left are put again. An empty set is a set, too. */
static void drop_instance(struct lw_tree *tree, lw_node node, uint16_t def, unsigned gone)
{
	unsigned count, left = 0;
	const struct attr *run = lw_tree_attr_run(tree, node, def, &count);
	LW_AUTO_FREE struct attr *kept = lw_calloc(count, sizeof(*kept));

	if (!kept) {
		tree_fail(tree, -ENOMEM);
		return;
	}
	for (unsigned i = 0; i < count; i++)
		if (i != gone)
			kept[left++] = run[i];
	lw_tree_drop(tree, node, def);
	for (unsigned i = 0; i < left; i++) {
		struct attr *attr = lw_tree_put(tree, node, def);

		if (attr)
			*attr = kept[i];
	}
	if (!left) {
		struct attr *none = lw_tree_put(tree, node, def);

		if (none)
			none->state = LW_DEFAULT;
	}
}

void lw_tree_remove_value(struct lw_tree *tree, lw_node n, const char *attr, const char *value,
			  size_t len)
{
	uint16_t def;
	unsigned count;
	const struct attr *run;

	if (!settable(tree, n, attr, value))
		return;
	def = lw_tree_attr_def_find(tree, node_at(tree, n)->kind, attr, strlen(attr));
	run = def == UINT16_MAX ? NULL : lw_tree_attr_run(tree, n, def, &count);
	for (unsigned i = 0; run && i < count; i++) {
		const char *text = tree_text(tree, run[i].value);

		if (run[i].state == LW_SET && strlen(text) == len && !memcmp(text, value, len)) {
			drop_instance(tree, n, def, i);
			return;
		}
	}
}

void lw_tree_set_state(struct lw_tree *tree, lw_node n, const char *attr, enum lw_attr_state state)
{
	struct attr *instance;
	uint16_t def;

	if (!settable(tree, n, attr, "") || state == LW_SET || state == LW_FIXED)
		return;
	if (state == LW_UNKNOWN) {
		def = lw_tree_attr_def_find(tree, node_at(tree, n)->kind, attr, strlen(attr));
		if (def != UINT16_MAX)
			lw_tree_drop(tree, n, def);
		return;
	}

	def = lw_tree_attr_def(tree, node_at(tree, n)->kind, attr, strlen(attr));
	if (def == UINT16_MAX)
		return;
	instance = only_one(tree, n, def);
	if (instance)
		instance->state = (uint8_t)state;
}
