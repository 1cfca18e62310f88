/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/scstadmin/object.h"

#include <string.h>

#include "cli/output.h"
#include "model/tree/tree.h"

/* clang-format off */
const struct front_object_row front_objects[FRONT_OBJECT_COUNT_] = {
	[FRONT_SCST] = {
		.word = NULL,
		.code = { .set = 9 },
		.set = "Setting SCST attribute '{attr}' to value '{value}'",
		.lacks = "SCST lacks the settable attribute '{attr}', ignoring.",
		.reader = "scstAttributes()",
	},
	[FRONT_OBJECT_HANDLER] = {
		.word = "HANDLER", .slot = SLOT_HANDLER, .by = FRONT_HANDLER,
		.code = { .missing = 10, .set = 19 },
		.set = "Setting handler attribute '{attr}' to value '{value}' for handler '{handler}'",
		.lacks = "Handler '{handler}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "handlerAttributes()", .absent = "Handler '{handler}' is not available",
	},
	[FRONT_OBJECT_DEVICE] = {
		.word = "DEVICE", .parent = FRONT_OBJECT_HANDLER, .slot = SLOT_DEVICE, .by = FRONT_DEVICE,
		.code = { .missing = 20, .exists = 21, .add = 22, .add_otherwise = 2, .remove = 2, .bad = 27, .set = 29 },
		.add = "Opening device '{device}' using handler '{handler}'",
		.remove = "Closing device '{device}' using handler '{handler}'",
		.set = "Setting device attribute '{attr}' to value '{value}' for device '{device}'",
		.lacks = "Device '{device}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "deviceAttributes()", .absent = "Device '{device}' is not open",
	},
	[FRONT_OBJECT_DRIVER] = {
		.word = "TARGET_DRIVER", .slot = SLOT_DRIVER, .by = FRONT_DRIVER,
		.code = { .missing = 30, .set = 39, .add_value = 35, .rem_value = 36, .bad_value = 37 },
		.set = "Setting driver attribute '{attr}' to value '{value}' for driver '{driver}'",
		.lacks = "Driver '{driver}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "driverAttributes()", .absent = "Driver '{driver}' is not available",
	},
	[FRONT_OBJECT_TARGET] = {
		.word = "TARGET", .parent = FRONT_OBJECT_DRIVER, .slot = SLOT_TARGET, .by = FRONT_TARGET,
		.code = { .missing = 40, .exists = 41, .add = 42, .remove = 43, .bad = 50, .set = 52,
			  .add_value = 45, .rem_value = 46, .bad_value = 50 },
		.add = "Creating target '{target}' for driver '{driver}'",
		.remove = "Removing virtual target '{target}' from driver '{driver}'",
		.set = "Setting target attribute '{attr}' to value '{value}' for driver/target '{driver}/{target}'",
		.lacks = "Driver/target '{driver}/{target}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "targetAttributes()", .absent = "Target '{target}' is not available",
	},
	[FRONT_OBJECT_LUN] = {
		.word = "LUN", .parent = FRONT_OBJECT_TARGET, .slot = SLOT_LUN,
		.code = { .missing = 47, .exists = 49, .add = 48, .remove = 48, .bad = 97, .set = 99 },
		.add = "Adding device '{device}' at LUN {lun} to driver/target '{driver}/{target}'",
		.remove = "Removing LUN {lun} from driver/target '{driver}/{target}'",
		.set = "Setting LUN attribute '{attr}' to value '{value}' for driver/target/LUN '{driver}/{target}/{lun}'",
		.lacks = "Driver/target/LUN '{driver}/{target}/{lun}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "lunAttributes()", .absent = "LUN '{lun}' does not exist",
	},
	[FRONT_OBJECT_GROUP] = {
		.word = "GROUP", .parent = FRONT_OBJECT_TARGET, .slot = SLOT_GROUP, .by = FRONT_GROUP,
		.code = { .missing = 60, .exists = 61, .add = 62, .remove = 63, .set = 79 },
		.add = "Adding new group '{group}' to driver/target '{driver}/{target}'",
		.remove = "Removing group '{group}' from driver/target '{driver}/{target}'",
		.set = "Setting group attribute '{attr}' to value '{value}' for group '{group}'",
		.lacks = "Driver/target/group '{driver}/{target}/{group}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "groupAttributes()", .absent = "Group '{group}' does not exist",
	},
	[FRONT_OBJECT_GROUP_LUN] = {
		.word = "LUN", .parent = FRONT_OBJECT_GROUP, .slot = SLOT_LUN,
		.code = { .missing = 70, .exists = 71, .add = 72, .remove = 73, .bad = 97, .set = 99 },
		.add = "Adding device '{device}' at LUN {lun} to driver/target/group '{driver}/{target}/{group}'",
		.remove = "Removing LUN {lun} from driver/target/group '{driver}/{target}/{group}'",
		.set = "Setting LUN attribute '{attr}' to value '{value}' for driver/target/group/LUN "
		       "'{driver}/{target}/{group}/{lun}'",
		.lacks = "Driver/target/group/LUN '{driver}/{target}/{group}/{lun}' lacks the settable attribute '{attr}', "
			 "ignoring.",
		.reader = "lunAttributes()", .absent = "LUN '{lun}' does not exist",
	},
	[FRONT_OBJECT_INITIATOR] = {
		.word = "INITIATOR", .parent = FRONT_OBJECT_GROUP, .slot = SLOT_INITIATOR,
		.code = { .missing = 80, .exists = 81, .add = 82, .remove = 83, .set = 102 },
		.add = "Adding new initiator '{initiator}' to driver/target/group '{driver}/{target}/{group}'",
		.remove = "Removing initiator '{initiator}' from driver/target/group '{driver}/{target}/{group}'",
		.set = "Setting initiator attribute '{attr}' to value '{value}' for driver/target/group/initiator "
		       "'{driver}/{target}/{group}/{initiator}'",
		.lacks = "Driver/target/group/initiator '{driver}/{target}/{group}/{initiator}' lacks the settable attribute "
			 "'{attr}', ignoring.",
		.reader = "initiatorAttributes()", .absent = "Initiator '{initiator}' does not exist",
	},
	[FRONT_OBJECT_DGRP] = {
		.word = "DEVICE_GROUP", .slot = SLOT_DGRP, .by = FRONT_DEV_GROUP,
		.code = { .missing = 120, .exists = 121, .add = 122, .remove = 123, .set = 142 },
		.add = "Adding new device group '{dgrp}'",
		.remove = "Removing device group '{dgrp}'",
		.set = "Setting Device Group attribute '{attr}' to value '{value}' for device group '{dgrp}'",
		.lacks = "Device Group '{dgrp}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "deviceGroupAttributes()", .absent = "Device group '{dgrp}' does not exist",
	},
	[FRONT_OBJECT_DGRP_DEVICE] = {
		.word = "DEVICE", .parent = FRONT_OBJECT_DGRP, .slot = SLOT_DEVICE,
		.code = { .missing = 132, .exists = 133, .add = 130, .remove = 131 },
		.add = "Adding new device group/device '{dgrp}/{device}'",
		.remove = "Removing device '{device}' from target group '{dgrp}'",
	},
	[FRONT_OBJECT_TGRP] = {
		.word = "TARGET_GROUP", .parent = FRONT_OBJECT_DGRP, .slot = SLOT_TGRP, .by = FRONT_TGT_GROUP,
		.code = { .missing = 136, .exists = 137, .add = 134, .remove = 135, .set = 152 },
		.add = "Adding new target group '{tgrp}' to device group '{dgrp}'",
		.remove = "Removing target group '{tgrp}' from device group '{dgrp}'",
		.set = "Setting Target Group attribute '{attr}' to value '{value}' for target group '{dgrp}/{tgrp}'",
		.lacks = "Target Group '{dgrp}/{tgrp}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "targetGroupAttributes()", .absent = "Target Group '{tgrp}' does not exist",
	},
	[FRONT_OBJECT_TGRP_TARGET] = {
		.word = "TARGET", .parent = FRONT_OBJECT_TGRP, .slot = SLOT_TARGET,
		.code = { .missing = 162, .exists = 163, .add = 160, .remove = 161, .set = 172 },
		.add = "Adding new target group/target '{tgrp}/{target}' to device group '{dgrp}'",
		.remove = "Removing target group/target '{tgrp}/{target}' from device group '{dgrp}'",
		.set = "Setting target attribute '{attr}' to value '{value}' for target '{dgrp}/{tgrp}/{target}'",
		.lacks = "Target '{dgrp}/{tgrp}/{target}' lacks the settable attribute '{attr}', ignoring.",
		.reader = "targetGroupTargetAttributes()", .absent = "Target '{target}' does not exist",
	},
};

static const char *const slots[SLOT_COUNT_] = {
	[SLOT_HANDLER] = "handler", [SLOT_DEVICE] = "device", [SLOT_DRIVER] = "driver", [SLOT_TARGET] = "target",
	[SLOT_GROUP] = "group", [SLOT_LUN] = "lun", [SLOT_INITIATOR] = "initiator", [SLOT_DGRP] = "dgrp",
	[SLOT_TGRP] = "tgrp", [SLOT_TO] = "to", [SLOT_ATTR] = "attr", [SLOT_VALUE] = "value",
};
/* clang-format on */

/* ---- texts */

static const char *value_of(const struct front_names *names, const char *word, size_t len)
{
	for (unsigned i = 0; i < SLOT_COUNT_; i++)
		if (strlen(slots[i]) == len && !memcmp(slots[i], word, len))
			return names->name[i] ? names->name[i] : "";
	return "";
}

void front_fill(struct lw_str *out, const char *text, const struct front_names *names)
{
	while (*text) {
		size_t plain = strcspn(text, "{"), len;

		lw_str_add_bytes(out, text, plain);
		text += plain;
		if (!*text)
			break;
		len = strcspn(++text, "}");
		lw_str_add(out, value_of(names, text, len));
		text += len + (text[len] == '}');
	}
}

void front_print_filled(const char *text, const struct front_names *names)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	front_fill(&out, text, names);
	(void)cli_out(&out);
}

/* ---- finding */

lw_node front_find_device(const struct lw_tree *tree, const char *name)
{
	lw_node found = 0;

	for (lw_node h = lw_node_first(tree, lw_tree_root(tree)); h && !found;
	     h = lw_node_next(tree, h))
		if (front_is(tree, h, "HANDLER"))
			found = front_child(tree, h, "DEVICE", name);
	return found;
}

/* These share one list of devices in the kernel: what one of them was asked for, any of them has. */
static bool is_virtual_handler(const char *name)
{
	static const char *const names[] = { "vcdrom", "vdisk_blockio", "vdisk_fileio",
					     "vdisk_nullio" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

static lw_node find_shared_device(const struct lw_tree *tree, lw_node handler, const char *name)
{
	lw_node found =
		is_virtual_handler(lw_node_name(tree, handler)) ? front_find_device(tree, name) : 0;

	return is_virtual_handler(lw_node_name(tree, lw_node_parent(tree, found))) ? found : 0;
}

lw_node front_find(const struct front *front, const struct lw_tree *tree, enum front_object object,
		   const char *name, enum front_object *ret_first)
{
	const struct front_object_row *row = &front_objects[object];
	enum front_option_id by = front_objects[row->parent].by;
	lw_node parent, found;

	if (object == FRONT_SCST)
		return lw_tree_root(tree);
	if (object == FRONT_OBJECT_DEVICE && !front->value[FRONT_HANDLER]) {
		found = front_find_device(tree, name);
	} else {
		parent = front_find(front, tree, row->parent, front->value[by], ret_first);
		if (!parent)
			return 0;
		found = front_child(tree, parent, row->word, name);
		if (!found && object == FRONT_OBJECT_DEVICE)
			found = find_shared_device(tree, parent, name);
	}
	if (!found)
		*ret_first = object;
	return found;
}

struct front_names front_names(const struct front *front, enum front_object object,
			       const char *name)
{
	struct front_names names = { .name = { [SLOT_HANDLER] = front->value[FRONT_HANDLER],
					       [SLOT_DEVICE] = front->value[FRONT_DEVICE],
					       [SLOT_DRIVER] = front->value[FRONT_DRIVER],
					       [SLOT_TARGET] = front->value[FRONT_TARGET],
					       [SLOT_GROUP] = front->value[FRONT_GROUP],
					       [SLOT_DGRP] = front->value[FRONT_DEV_GROUP],
					       [SLOT_TGRP] = front->value[FRONT_TGT_GROUP],
					       [SLOT_TO] = front->value[FRONT_TO] } };

	if (object != FRONT_SCST)
		names.name[front_objects[object].slot] = name;
	return names;
}

enum front_object front_object_of(const struct lw_tree *tree, lw_node n)
{
	lw_node parent = lw_node_parent(tree, n);

	if (!parent)
		return FRONT_SCST;
	for (unsigned i = FRONT_SCST + 1; i < FRONT_OBJECT_COUNT_; i++) {
		const char *above = front_objects[front_objects[i].parent].word;

		if (front_is(tree, n, front_objects[i].word) &&
		    (above ? front_is(tree, parent, above) : parent == lw_tree_root(tree)))
			return i;
	}
	return FRONT_OBJECT_COUNT_;
}

void front_name_node(const struct lw_tree *tree, lw_node n, struct front_names *ret)
{
	lw_node ref = lw_node_ref(tree, n);

	if (front_is(tree, n, "LUN"))
		ret->name[SLOT_DEVICE] = ref ? lw_node_name(tree, ref) : lw_node_ref_name(tree, n);
	for (; lw_node_parent(tree, n); n = lw_node_parent(tree, n)) {
		enum front_object object = front_object_of(tree, n);

		if (object != FRONT_OBJECT_COUNT_)
			ret->name[front_objects[object].slot] = lw_node_name(tree, n);
	}
}
