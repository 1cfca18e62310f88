/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>
#include <strings.h>

#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

/* clang-format off */
const struct front_option front_options[FRONT_OPTION_COUNT_] = {
	[FRONT_CONFIG] = { "config", FRONT_MAY, front_config, "-config [FILE]",
		"bring SCST into the state of FILE (/etc/scst.conf)" },
	[FRONT_CHECK_CONFIG] = { "check_config", FRONT_MAY, front_check_config, "-check_config [FILE]",
		"look for mistakes in FILE (/etc/scst.conf)" },
	[FRONT_WRITE_CONFIG] = { "write_config", FRONT_MUST, front_write_config, "-write_config FILE",
		"write the running state to FILE" },
	[FRONT_CLEAR_CONFIG] = { "clear_config", FRONT_NOTHING, front_clear_config, "-clear_config",
		"take away all that is configured; needs -force",
		.needs = FRONT_BIT(FRONT_FORCE), .needed = "-force" },
	[FRONT_LIST_HANDLER] = { "list_handler", FRONT_MAY, front_list_handlers, "-list_handler [HANDLER]",
		"list handlers, or the devices of one", .query = true },
	[FRONT_LIST_DEVICE] = { "list_device", FRONT_MAY, front_list_devices, "-list_device [DEVICE]",
		"list devices, or the attributes of one", .query = true },
	[FRONT_LIST_DGRP] = { "list_dgrp", FRONT_MAY, front_list_dgrps, "-list_dgrp [GROUP]",
		"list device groups, or what is in one", .query = true },
	[FRONT_LIST_TGRP] = { "list_tgrp", FRONT_MAY, front_list_tgrps, "-list_tgrp [GROUP]",
		"list the target groups of -dev_group, or the targets of one", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP), .needed = "-dev_group" },
	[FRONT_LIST_DRIVER] = { "list_driver", FRONT_MAY, front_list_drivers, "-list_driver [DRIVER]",
		"list target drivers, or the targets of one", .query = true },
	[FRONT_LIST_TARGET] = { "list_target", FRONT_MAY, front_list_targets, "-list_target [TARGET]",
		"list targets, or what is in one of -driver", .query = true },
	[FRONT_LIST_GROUP] = { "list_group", FRONT_MAY, front_list_groups, "-list_group [GROUP]",
		"list groups with LUNs and initiators, of -driver and -target", .query = true },
	[FRONT_LIST_SESSIONS] = { "list_sessions", FRONT_NOTHING, front_list_sessions, "-list_sessions",
		"list who is logged in", .query = true },
	[FRONT_LIST_SCST_ATTR] = { "list_scst_attr", FRONT_NOTHING, front_list_scst_attr, "-list_scst_attr",
		"list the attributes of SCST", .query = true },
	[FRONT_LIST_HND_ATTR] = { "list_hnd_attr", FRONT_MUST, front_list_hnd_attr, "-list_hnd_attr HANDLER",
		"of a handler", .query = true },
	[FRONT_LIST_DEV_ATTR] = { "list_dev_attr", FRONT_MUST, front_list_dev_attr, "-list_dev_attr DEVICE",
		"of a device", .query = true },
	[FRONT_LIST_DRV_ATTR] = { "list_drv_attr", FRONT_MUST, front_list_drv_attr, "-list_drv_attr DRIVER",
		"of a target driver", .query = true },
	[FRONT_LIST_TGT_ATTR] = { "list_tgt_attr", FRONT_MUST, front_list_tgt_attr, "-list_tgt_attr TARGET",
		"of a target of -driver", .query = true, .needs = FRONT_BIT(FRONT_DRIVER), .needed = "-driver" },
	[FRONT_LIST_GRP_ATTR] = { "list_grp_attr", FRONT_MUST, front_list_grp_attr, "-list_grp_attr GROUP",
		"of a group of -driver -target", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET), .needed = "-driver, -target and group" },
	[FRONT_LIST_LUN_ATTR] = { "list_lun_attr", FRONT_MUST, front_list_lun_attr, "-list_lun_attr LUN",
		"of a LUN of -driver -target [-group]", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET), .needed = "-driver and -target" },
	[FRONT_LIST_INIT_ATTR] = { "list_init_attr", FRONT_MUST, front_list_init_attr, "-list_init_attr NAME",
		"of an initiator of -driver -target -group", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_GROUP),
		.needed = "-driver, -target and -group" },
	[FRONT_LIST_DGRP_ATTR] = { "list_dgrp_attr", FRONT_MUST, front_list_dgrp_attr, "-list_dgrp_attr GROUP",
		"of a device group", .query = true },
	[FRONT_LIST_TGRP_ATTR] = { "list_tgrp_attr", FRONT_MUST, front_list_tgrp_attr, "-list_tgrp_attr GROUP",
		"of a target group of -dev_group", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP), .needed = "-dev_group" },
	[FRONT_LIST_TTGT_ATTR] = { "list_ttgt_attr", FRONT_MUST, front_list_ttgt_attr, "-list_ttgt_attr TARGET",
		"of a target of -dev_group -tgt_group", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_TGT_GROUP), .needed = "-dev_group and -tgt_group" },
	[FRONT_OPEN_DEV] = { "open_dev", FRONT_MUST, front_edit, "-open_dev DEVICE",
		"make a device of -handler", .needs = FRONT_BIT(FRONT_HANDLER),
		.needed = "-handler" },
	[FRONT_ADD_DGRP] = { "add_dgrp", FRONT_MUST, front_edit, "-add_dgrp GROUP",
		"add a device group" },
	[FRONT_ADD_DGRP_DEV] = { "add_dgrp_dev", FRONT_MUST, front_edit, "-add_dgrp_dev DEVICE",
		"add a device to -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP),
		.needed = "-dev_group" },
	[FRONT_ADD_TGRP] = { "add_tgrp", FRONT_MUST, front_edit, "-add_tgrp GROUP",
		"add a target group to -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP),
		.needed = "-dev_group" },
	[FRONT_ADD_TGRP_TGT] = { "add_tgrp_tgt", FRONT_MUST, front_edit, "-add_tgrp_tgt TARGET",
		"add a target to -dev_group -tgt_group", .needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_TGT_GROUP),
		.needed = "-dev_group and -tgt_group" },
	[FRONT_ADD_TARGET] = { "add_target", FRONT_MUST, front_edit, "-add_target TARGET",
		"add a target to -driver", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_ADD_GROUP] = { "add_group", FRONT_MUST, front_edit, "-add_group GROUP",
		"add a group to -driver -target", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET),
		.needed = "-driver and -target" },
	[FRONT_ADD_INIT] = { "add_init", FRONT_MUST, front_edit, "-add_init NAME",
		"add an initiator to -driver -target -group", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_GROUP),
		.needed = "-driver -target and -group" },
	[FRONT_ADD_LUN] = { "add_lun", FRONT_MUST, front_edit, "-add_lun LUN",
		"give -device a number in -driver -target [-group]", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_DEVICE),
		.needed = "-driver -target and -device" },
	[FRONT_ENABLE_TARGET] = { "enable_target", FRONT_MUST, front_edit, "-enable_target TARGET",
		"switch a target of -driver on", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_DISABLE_TARGET] = { "disable_target", FRONT_MUST, front_edit, "-disable_target TARGET",
		"switch a target of -driver off", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_SET_SCST_ATTR] = { "set_scst_attr", FRONT_NOTHING, front_edit, "-set_scst_attr",
		"set -attributes of SCST", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_DEV_ATTR] = { "set_dev_attr", FRONT_MUST, front_edit, "-set_dev_attr DEVICE",
		"of a device", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_DRV_ATTR] = { "set_drv_attr", FRONT_MUST, front_edit, "-set_drv_attr DRIVER",
		"of a target driver", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_TGT_ATTR] = { "set_tgt_attr", FRONT_MUST, front_edit, "-set_tgt_attr TARGET",
		"of a target of -driver", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-driver and -attributes" },
	[FRONT_SET_GRP_ATTR] = { "set_grp_attr", FRONT_MUST, front_edit, "-set_grp_attr GROUP",
		"of a group of -driver -target", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-driver -target and -attributes" },
	[FRONT_SET_TGRP_ATTR] = { "set_tgrp_attr", FRONT_MUST, front_edit, "-set_tgrp_attr GROUP",
		"of a target group of -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-dev_group and -attributes" },
	[FRONT_HANDLER] = { "handler", FRONT_MUST, NULL, "-handler HANDLER", "of this handler" },
	[FRONT_DEVICE] = { "device", FRONT_MUST, NULL, "-device DEVICE", "the device of a LUN" },
	[FRONT_ATTRIBUTES] = { "attributes", FRONT_MUST, NULL, "-attributes A=V,...", "values; A alone is 1" },
	[FRONT_DRIVER] = { "driver", FRONT_MUST, NULL, "-driver DRIVER", "of this target driver" },
	[FRONT_TARGET] = { "target", FRONT_MUST, NULL, "-target TARGET", "of this target" },
	[FRONT_GROUP] = { "group", FRONT_MUST, NULL, "-group GROUP", "of this group" },
	[FRONT_DEV_GROUP] = { "dev_group", FRONT_MUST, NULL, "-dev_group GROUP", "of this device group" },
	[FRONT_TGT_GROUP] = { "tgt_group", FRONT_MUST, NULL, "-tgt_group GROUP", "of this target group" },
	[FRONT_CONT_ON_ERR] = { "cont_on_err", FRONT_NOTHING, NULL, "-cont_on_err",
		"do the rest though something of FILE cannot be had" },
	[FRONT_FORCE] = { "force", FRONT_NOTHING, NULL, "-force",
		"take away, too, and make anew; without it things are only added and changed" },
	[FRONT_HELP] = { "help", FRONT_NOTHING, NULL, "-h, -help", "print this" },
	[FRONT_HELP_SHORT] = { "h", FRONT_NOTHING, NULL, NULL, NULL },
	[FRONT_LIP] = { "lip", FRONT_NOTHING, NULL, NULL, NULL },
	[FRONT_NO_LIP] = { "no_lip", FRONT_NOTHING, NULL, NULL, NULL },
	[FRONT_NONKEY] = { "nonkey", FRONT_NOTHING, NULL, "-nonkey",
		"write what need not be restored, too" },
	[FRONT_NOPROMPT] = { "noprompt", FRONT_NOTHING, NULL, "-noprompt", "do not ask" },
	[FRONT_ROOT] = { "root", FRONT_MUST, NULL, "-root FOLDER",
		"where the kernel tree is (/sys/kernel/scst_tgt)" },
	[FRONT_STATE] = { "state", FRONT_MUST, NULL, "-state FOLDER",
		"where journal and history are (/var/lib/lunward)" },
};
/* clang-format on */

int front_help(void)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	lw_str_add(&out, "Usage: scstadmin OPTION...\n\n");
	for (unsigned i = 0; i < FRONT_OPTION_COUNT_; i++)
		if (front_options[i].shown)
			lw_str_addf(&out, "  %-24s %s\n", front_options[i].shown,
				    front_options[i].help);
	lw_str_add(&out,
		   "\nOne or two dashes; a name may be cut short as long as it is the only one "
		   "that begins so.\n");
	return cli_out(&out);
}

/* The option that is called so, or begins so alone; -1 after saying that there is none. */
static int find(const char *name, size_t len)
{
	int found = -1;

	for (int i = 0; i < FRONT_OPTION_COUNT_; i++)
		if (!strncasecmp(front_options[i].name, name, len) && !front_options[i].name[len])
			return i;
	for (int i = 0; i < FRONT_OPTION_COUNT_; i++) {
		if (strncasecmp(front_options[i].name, name, len) != 0)
			continue;
		if (found >= 0) {
			cli_say("Option %.*s is ambiguous (%s, %s)", (int)len, name,
				front_options[found].name, front_options[i].name);
			return -1;
		}
		found = i;
	}
	if (found < 0)
		cli_say("Unknown option: %.*s", (int)len, name);
	return found;
}

/* Moves @argv over what it has read; 0 or 1. */
static int parse_one(char ***argv, struct front *ret)
{
	const char *word = **argv + ((**argv)[1] == '-' ? 2 : 1);
	const char *value = strchr(word, '=');
	int id = find(word, value ? (size_t)(value - word) : strlen(word));

	if (id < 0)
		return 1;
	++*argv;
	if (value && front_options[id].takes == FRONT_NOTHING) {
		cli_say("Option %s does not take an argument", front_options[id].name);
		return 1;
	}
	if (value)
		value++;
	else if (front_options[id].takes == FRONT_MUST && **argv)
		value = *(*argv)++;
	else if (front_options[id].takes == FRONT_MAY && **argv && (**argv)[0] != '-')
		value = *(*argv)++;
	if (!value && front_options[id].takes == FRONT_MUST) {
		cli_say("Option %s requires an argument", front_options[id].name);
		return 1;
	}
	ret->value[id] = value ? value : "";
	return 0;
}

int front_parse(char **argv, struct front *ret)
{
	while (*argv) {
		/* A word that belongs to no option has never meant anything. */
		if ((*argv)[0] != '-' || !(*argv)[1]) {
			argv++;
			continue;
		}
		if (parse_one(&argv, ret))
			return 1;
	}
	return 0;
}
