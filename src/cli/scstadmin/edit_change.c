/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/scstadmin/attrs.h"
#include "cli/scstadmin/edit.h"
#include "model/schema/schema.h"
#include "model/tree/tree.h"

#define NO_DEVICE 20
#define NO_GROUP 60
#define SAME_DEVICE 91
#define OTHER_GROUP 138

static int refuse(struct front_editing *e, int code)
{
	e->code = code;
	return -ECANCELED;
}

/* ---- what must be there, and must not */

static int missing(struct front_editing *e, enum front_object first)
{
	bool parent = first != e->edit->object;

	return refuse(e, parent && e->edit->missing ? e->edit->missing
						    : front_objects[first].code.missing);
}

static lw_node find_device(struct front_editing *e, const struct lw_tree *tree)
{
	bool member = e->edit->object == FRONT_OBJECT_DGRP_DEVICE;

	return front_find_device(tree, member ? e->name : e->front->value[FRONT_DEVICE]);
}

static bool needs_device(enum front_object object)
{
	return object == FRONT_OBJECT_LUN || object == FRONT_OBJECT_GROUP_LUN ||
	       object == FRONT_OBJECT_DGRP_DEVICE;
}

/* The child of @top that the language calls so and that holds the object; 0: none. */
static lw_node holder_of(const struct front_editing *e, const struct lw_tree *tree, lw_node top,
			 const char *called)
{
	const char *word = front_objects[e->edit->object].word;

	for (lw_node c = top ? lw_node_first(tree, top) : 0; c; c = lw_node_next(tree, c))
		if (front_is(tree, c, called) && front_child(tree, c, word, e->name))
			return c;
	return 0;
}

/* An initiator is in one group of a target; who has it already, is asked before anything else. */
static bool is_elsewhere(struct front_editing *e, const struct lw_tree *tree)
{
	enum front_object first;
	lw_node target, holder;

	if (e->edit->object != FRONT_OBJECT_INITIATOR)
		return false;
	target = front_find(e->front, tree, FRONT_OBJECT_TARGET, e->front->value[FRONT_TARGET],
			    &first);
	holder = holder_of(e, tree, target, "GROUP");
	if (!holder)
		return false;
	free(e->elsewhere);
	e->elsewhere = strdup(lw_node_name(tree, holder));
	return true;
}

/* The node in which the object is to be made; 0 after refusing. */
static lw_node place(struct front_editing *e, const struct lw_tree *tree)
{
	const struct front_object_row *row = &front_objects[e->edit->object];
	enum front_object first = FRONT_SCST;
	lw_node parent = front_find(e->front, tree, row->parent,
				    e->front->value[front_objects[row->parent].by], &first);

	if (is_elsewhere(e, tree))
		return 0;
	if (!parent)
		missing(e, first);
	else if (front_child(tree, parent, row->word, e->name))
		refuse(e, row->code.exists);
	else if (needs_device(e->edit->object) && !find_device(e, tree))
		refuse(e, NO_DEVICE);
	else if (e->edit->object == FRONT_OBJECT_DGRP_DEVICE &&
		 holder_of(e, tree, lw_tree_root(tree), "DEVICE_GROUP"))
		refuse(e, OTHER_GROUP);
	return e->code ? 0 : parent;
}

/* Only then there is a mgmt file. */
bool front_is_virtual(const struct front *front)
{
	lw_node driver = front_child(front->tree, lw_tree_root(front->tree), "TARGET_DRIVER",
				     front->value[FRONT_DRIVER]);
	char **offers = driver ? front_offers(front, driver, NULL, FRONT_CREATE) : NULL;
	bool found = offers;

	free(offers);
	return found || !driver;
}

/* What can be given is asked of the mgmt file. */
bool front_gives_bad(const struct front *front, enum front_object object)
{
	enum front_object parent = front_objects[object].parent, first;
	bool lun = object == FRONT_OBJECT_LUN || object == FRONT_OBJECT_GROUP_LUN;
	const char *at = front->value[FRONT_ATTRIBUTES], *below = lun ? "luns" : NULL;
	lw_node n = front_find(front, front->tree, parent, front->value[front_objects[parent].by],
			       &first);
	LW_AUTO_FREE char **names = n ? front_offers(front, n, below, FRONT_CREATE) : NULL;
	LW_AUTO_FREE char **values = n ? front_offers(front, n, below, FRONT_TARGET_VALUES) : NULL;
	struct front_pair pair;
	bool bad = false;

	while (names && front_next_pair(&at, &pair)) {
		bad |= !front_offered(names, pair.name) && !front_offered(values, pair.name);
		front_pair_done(&pair);
	}
	return bad;
}

/* ---- the change */

static void set_attributes(const struct front *front, struct lw_tree *tree, lw_node n)
{
	const char *at = front->value[FRONT_ATTRIBUTES];
	struct front_pair pair;

	while (front_next_pair(&at, &pair)) {
		lw_tree_add_value(tree, n, pair.name, pair.value, strlen(pair.value), LW_NO_OFFSET);
		front_pair_done(&pair);
	}
}

static void refer(const struct front_editing *e, struct lw_tree *tree, lw_node n)
{
	const struct lw_kind_spec *kind = lw_kind(lw_tree_schema(tree), lw_node_kind(tree, n));
	lw_node device =
		needs_device(e->edit->object) ? find_device((struct front_editing *)e, tree) : 0;

	if (device)
		lw_tree_refer(tree, n, device);
	else if (kind->flags & LW_K_REF_IS_NAME)
		lw_tree_refer_name(tree, n, e->name, strlen(e->name));
}

static int make(struct front_editing *e, struct lw_tree *tree)
{
	const struct front_object_row *row = &front_objects[e->edit->object];
	lw_node parent = place(e, tree), n;
	int kind;

	if (!parent)
		return -ECANCELED;
	kind = lw_schema_child_kind(lw_tree_schema(tree), lw_node_kind(tree, parent), row->word,
				    e->name, strlen(e->name));
	n = kind < 0 ? 0 : lw_tree_add(tree, parent, (unsigned)kind, e->name, strlen(e->name));
	if (!n)
		return refuse(e, row->code.add);
	refer(e, tree, n);
	set_attributes(e->front, tree, n);
	return 0;
}

static int remove_object(struct front_editing *e, struct lw_tree *tree)
{
	enum front_object first = e->edit->object;
	lw_node n = front_find(e->front, tree, e->edit->object, e->name, &first);

	if (!n && first == FRONT_OBJECT_DGRP_DEVICE && !find_device(e, tree))
		return refuse(e, NO_DEVICE);
	if (!n)
		return missing(e, first);
	lw_tree_delete(tree, n);
	return 0;
}

static int move(struct front_editing *e, struct lw_tree *tree)
{
	const struct front_object_row *row = &front_objects[e->edit->object];
	enum front_object first = e->edit->object;
	lw_node from = front_find(e->front, tree, FRONT_OBJECT_GROUP, e->front->value[FRONT_GROUP],
				  &first);
	lw_node to =
		front_child(tree, lw_node_parent(tree, from), "GROUP", e->front->value[FRONT_TO]);
	lw_node n = front_child(tree, from, row->word, e->name);
	unsigned kind;

	if (!from)
		return missing(e, first);
	if (!to)
		return refuse(e, NO_GROUP);
	if (!n)
		return refuse(e, row->code.missing);
	if (front_child(tree, to, row->word, e->name))
		return refuse(e, row->code.exists);
	kind = lw_node_kind(tree, n);
	lw_tree_delete(tree, n);
	return lw_tree_add(tree, to, kind, e->name, strlen(e->name)) ? 0 : -ENOMEM;
}

static int replace(struct front_editing *e, struct lw_tree *tree)
{
	enum front_object first = e->edit->object;
	lw_node n = front_find(e->front, tree, e->edit->object, e->name, &first);
	lw_node device = find_device(e, tree);

	if (!n)
		return missing(e, first);
	if (!device)
		return refuse(e, NO_DEVICE);
	if (lw_node_ref(tree, n) == device)
		return refuse(e, SAME_DEVICE);
	lw_tree_refer(tree, n, device);
	/* What is not said again is as in a new one. */
	lw_tree_set_state(tree, n, "read_only", LW_DEFAULT);
	set_attributes(e->front, tree, n);
	return 0;
}

static int empty(struct front_editing *e, struct lw_tree *tree)
{
	enum front_object first = e->edit->object;
	lw_node n = front_find(e->front, tree, e->edit->object, e->name, &first);
	lw_node next;

	if (!n)
		return missing(e, first);
	for (lw_node c = lw_node_first(tree, n); c; c = next) {
		next = lw_node_next(tree, c);
		if (front_is(tree, c, e->edit->word))
			lw_tree_delete(tree, c);
	}
	return 0;
}

int front_change(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	static int (*const changes[])(struct front_editing * e, struct lw_tree * tree) = {
		[FRONT_MAKE] = make,	   [FRONT_REMOVE] = remove_object, [FRONT_MOVE] = move,
		[FRONT_REPLACE] = replace, [FRONT_EMPTY] = empty,
	};
	struct front_editing *e = arg;

	(void)report;
	return changes[e->edit->how](e, tree);
}
