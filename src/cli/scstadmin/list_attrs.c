/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of the attributes of one object, and of what can be given to those that are made in it. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/attrs.h"

struct query {
	enum front_option_id option;
	enum front_object object;
};

/* clang-format off */
static const struct query queries[] = {
	{ FRONT_LIST_DEVICE, FRONT_OBJECT_DEVICE },
	{ FRONT_LIST_SCST_ATTR, FRONT_SCST },
	{ FRONT_LIST_HND_ATTR, FRONT_OBJECT_HANDLER },
	{ FRONT_LIST_DEV_ATTR, FRONT_OBJECT_DEVICE },
	{ FRONT_LIST_DRV_ATTR, FRONT_OBJECT_DRIVER },
	{ FRONT_LIST_TGT_ATTR, FRONT_OBJECT_TARGET },
	{ FRONT_LIST_GRP_ATTR, FRONT_OBJECT_GROUP },
	{ FRONT_LIST_LUN_ATTR, FRONT_OBJECT_LUN },
	{ FRONT_LIST_INIT_ATTR, FRONT_OBJECT_INITIATOR },
	{ FRONT_LIST_DGRP_ATTR, FRONT_OBJECT_DGRP },
	{ FRONT_LIST_TGRP_ATTR, FRONT_OBJECT_TGRP },
	{ FRONT_LIST_TTGT_ATTR, FRONT_OBJECT_TGRP_TARGET },
};

/*
 * What can be given, behind the attributes of an object. @driver: the mgmt file is that of the target's driver. @expected:
 * that there is nothing to be given ends the list with 1, as scripts know it.
 */
struct offer {
	enum front_object object;
	bool driver, expected;
	const char *below;
	enum front_offer offer;
	const char *heading;
};

static const struct offer offers[] = {
	{ FRONT_OBJECT_HANDLER, false, true, NULL, FRONT_CREATE,
	  "\n\tDevice CREATE attributes available\n\t----------------------------------\n" },
	{ FRONT_OBJECT_DRIVER, false, false, NULL, FRONT_DRIVER_VALUES,
	  "\n\tDynamic attributes available\n\t----------------------------\n" },
	{ FRONT_OBJECT_DRIVER, false, true, NULL, FRONT_CREATE,
	  "\n\tTarget CREATE attributes available:\n\t-----------------------------------\n" },
	{ FRONT_OBJECT_TARGET, true, false, NULL, FRONT_TARGET_VALUES,
	  "\n\tDynamic attributes available\n\t----------------------------\n" },
	{ FRONT_OBJECT_TARGET, false, true, "luns", FRONT_CREATE,
	  "\n\tLUN CREATE attributes available\n\t-------------------------------\n" },
	{ FRONT_OBJECT_GROUP, false, true, "luns", FRONT_CREATE,
	  "\n\tLUN CREATE attributes available\n\t-------------------------------\n" },
	{ FRONT_OBJECT_GROUP, false, true, "initiators", FRONT_CREATE,
	  "\n\tInitiator CREATE attributes available\n\t-------------------------------------\n" },
};
/* clang-format on */

static int print_offer(const struct front *front, const struct offer *offer, lw_node n)
{
	lw_node where = offer->driver ? lw_node_parent(front->tree, n) : n;
	char **names = front_offers(front, where, offer->below, offer->offer);
	bool nothing = names && !*names;

	if (names && *names)
		front_print("%s", offer->heading);
	for (unsigned i = 0; names && names[i]; i++)
		front_print("\t%s\n", names[i]);
	free(names);
	return offer->expected && nothing;
}

static int print_offers(const struct front *front, enum front_object object, lw_node n)
{
	int r = 0;

	for (unsigned i = 0; !r && i < sizeof(offers) / sizeof(offers[0]); i++)
		if (offers[i].object == object)
			r = print_offer(front, &offers[i], n);
	return r;
}

static enum front_object object_of(const struct front *front)
{
	enum front_object object = FRONT_SCST;

	for (unsigned i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		if ((int)queries[i].option == front->current)
			object = queries[i].object;
	return object == FRONT_OBJECT_LUN && front_has(front, FRONT_GROUP) ? FRONT_OBJECT_GROUP_LUN
									   : object;
}

static int cannot_read(const struct front *front, enum front_object object,
		       enum front_object missing, const char *name)
{
	const struct front_names names = front_names(front, object, name);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "%s: ", front_objects[object].reader);
	front_fill(&text, front_objects[missing].absent, &names);
	front_warn(lw_str_text(&text));
	return 1;
}

/* An initiator has no attributes; these are the words that scripts have always met then. */
static int has_none(const struct front *front, lw_node n)
{
	LW_AUTO_FREE char *path = lw_node_path(front->tree, n);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "initiatorAttributes(): Unable to read directory '%s/%s': %s",
		    front_root(front), path ? path : "", "Bad file descriptor");
	front_warn(lw_str_text(&text));
	return 1;
}

int front_list_attrs(struct front *front, const char *name)
{
	enum front_object object = object_of(front), missing = object;
	const struct lw_tree *tree = front_tree(front);
	struct front_attrs attrs = { 0 };
	lw_node n;
	int r;

	if (!tree)
		return FRONT_FATAL;
	n = front_find(front, tree, object, name, &missing);
	if (!n)
		return cannot_read(front, object, missing, name);
	if (object == FRONT_OBJECT_INITIATOR)
		return has_none(front, n);
	r = front_attrs_read(front, n, object, &attrs);
	if (r >= 0 && !attrs.count && object == FRONT_OBJECT_DGRP)
		front_print("No such device group '%s' found or device group as no attributes.\n",
			    name);
	else if (r >= 0)
		front_print_attrs(&attrs, front_has(front, FRONT_NONKEY));
	front_attrs_done(&attrs);
	return r < 0 ? 1 : print_offers(front, object, n);
}
