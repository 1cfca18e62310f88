/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>
#include <strings.h>

#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

/* clang-format off */
const struct front_option front_options[FRONT_OPTION_COUNT_] = {
	[FRONT_CONFIG] = { .name = "config", .takes = FRONT_MAY, .run = front_config,
		.shown = "-config [FILE]",
		.help = "bring SCST into the state of FILE (/etc/scst.conf)" },
	[FRONT_CHECK_CONFIG] = { .name = "check_config", .takes = FRONT_MAY, .run = front_check_config,
		.shown = "-check_config [FILE]",
		.help = "look for mistakes in FILE (/etc/scst.conf)" },
	[FRONT_WRITE_CONFIG] = { .name = "write_config", .takes = FRONT_MUST, .run = front_write_config,
		.shown = "-write_config FILE",
		.help = "write the running state to FILE" },
	[FRONT_CLEAR_CONFIG] = { .name = "clear_config", .takes = FRONT_NOTHING, .run = front_clear_config,
		.shown = "-clear_config",
		.help = "take away all that is configured; needs -force",
		.needs = FRONT_BIT(FRONT_FORCE), .needed = "-force" },
	[FRONT_LIST_HANDLER] = { .name = "list_handler", .takes = FRONT_MAY, .run = front_list_handlers,
		.shown = "-list_handler [HANDLER]",
		.help = "list handlers, or the devices of one", .query = true },
	[FRONT_LIST_DEVICE] = { .name = "list_device", .takes = FRONT_MAY, .run = front_list_devices,
		.shown = "-list_device [DEVICE]",
		.help = "list devices, or the attributes of one", .query = true },
	[FRONT_LIST_DGRP] = { .name = "list_dgrp", .takes = FRONT_MAY, .run = front_list_dgrps,
		.shown = "-list_dgrp [GROUP]",
		.help = "list device groups, or what is in one", .query = true },
	[FRONT_LIST_TGRP] = { .name = "list_tgrp", .takes = FRONT_MAY, .run = front_list_tgrps,
		.shown = "-list_tgrp [GROUP]",
		.help = "list the target groups of -dev_group, or the targets of one", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP), .needed = "-dev_group" },
	[FRONT_LIST_DRIVER] = { .name = "list_driver", .takes = FRONT_MAY, .run = front_list_drivers,
		.shown = "-list_driver [DRIVER]",
		.help = "list target drivers, or the targets of one", .query = true },
	[FRONT_LIST_TARGET] = { .name = "list_target", .takes = FRONT_MAY, .run = front_list_targets,
		.shown = "-list_target [TARGET]",
		.help = "list targets, or what is in one of -driver", .query = true },
	[FRONT_LIST_GROUP] = { .name = "list_group", .takes = FRONT_MAY, .run = front_list_groups,
		.shown = "-list_group [GROUP]",
		.help = "list groups with LUNs and initiators, of -driver and -target", .query = true },
	[FRONT_LIST_SESSIONS] = { .name = "list_sessions", .takes = FRONT_NOTHING, .run = front_list_sessions,
		.shown = "-list_sessions",
		.help = "list who is logged in", .query = true },
	[FRONT_LIST_SCST_ATTR] = { .name = "list_scst_attr", .takes = FRONT_NOTHING, .run = front_list_scst_attr,
		.shown = "-list_scst_attr",
		.help = "list the attributes of SCST", .query = true },
	[FRONT_LIST_HND_ATTR] = { .name = "list_hnd_attr", .takes = FRONT_MUST, .run = front_list_hnd_attr,
		.shown = "-list_hnd_attr HANDLER",
		.help = "of a handler", .query = true },
	[FRONT_LIST_DEV_ATTR] = { .name = "list_dev_attr", .takes = FRONT_MUST, .run = front_list_dev_attr,
		.shown = "-list_dev_attr DEVICE",
		.help = "of a device", .query = true },
	[FRONT_LIST_DRV_ATTR] = { .name = "list_drv_attr", .takes = FRONT_MUST, .run = front_list_drv_attr,
		.shown = "-list_drv_attr DRIVER",
		.help = "of a target driver", .query = true },
	[FRONT_LIST_TGT_ATTR] = { .name = "list_tgt_attr", .takes = FRONT_MUST, .run = front_list_tgt_attr,
		.shown = "-list_tgt_attr TARGET",
		.help = "of a target of -driver", .query = true, .needs = FRONT_BIT(FRONT_DRIVER), .needed = "-driver" },
	[FRONT_LIST_GRP_ATTR] = { .name = "list_grp_attr", .takes = FRONT_MUST, .run = front_list_grp_attr,
		.shown = "-list_grp_attr GROUP",
		.help = "of a group of -driver -target", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET), .needed = "-driver, -target and group" },
	[FRONT_LIST_LUN_ATTR] = { .name = "list_lun_attr", .takes = FRONT_MUST, .run = front_list_lun_attr,
		.shown = "-list_lun_attr LUN",
		.help = "of a LUN of -driver -target [-group]", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET), .needed = "-driver and -target" },
	[FRONT_LIST_INIT_ATTR] = { .name = "list_init_attr", .takes = FRONT_MUST, .run = front_list_init_attr,
		.shown = "-list_init_attr NAME",
		.help = "of an initiator of -driver -target -group", .query = true,
		.needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_GROUP),
		.needed = "-driver, -target and -group" },
	[FRONT_LIST_DGRP_ATTR] = { .name = "list_dgrp_attr", .takes = FRONT_MUST, .run = front_list_dgrp_attr,
		.shown = "-list_dgrp_attr GROUP",
		.help = "of a device group", .query = true },
	[FRONT_LIST_TGRP_ATTR] = { .name = "list_tgrp_attr", .takes = FRONT_MUST, .run = front_list_tgrp_attr,
		.shown = "-list_tgrp_attr GROUP",
		.help = "of a target group of -dev_group", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP), .needed = "-dev_group" },
	[FRONT_LIST_TTGT_ATTR] = { .name = "list_ttgt_attr", .takes = FRONT_MUST, .run = front_list_ttgt_attr,
		.shown = "-list_ttgt_attr TARGET",
		.help = "of a target of -dev_group -tgt_group", .query = true,
		.needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_TGT_GROUP), .needed = "-dev_group and -tgt_group" },
	[FRONT_OPEN_DEV] = { .name = "open_dev", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-open_dev DEVICE",
		.help = "make a device of -handler", .needs = FRONT_BIT(FRONT_HANDLER),
		.needed = "-handler" },
	[FRONT_ADD_DGRP] = { .name = "add_dgrp", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_dgrp GROUP",
		.help = "add a device group" },
	[FRONT_ADD_DGRP_DEV] = { .name = "add_dgrp_dev", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_dgrp_dev DEVICE",
		.help = "add a device to -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP),
		.needed = "-dev_group" },
	[FRONT_ADD_TGRP] = { .name = "add_tgrp", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_tgrp GROUP",
		.help = "add a target group to -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP),
		.needed = "-dev_group" },
	[FRONT_ADD_TGRP_TGT] = { .name = "add_tgrp_tgt", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_tgrp_tgt TARGET",
		.help = "add a target to -dev_group -tgt_group", .needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_TGT_GROUP),
		.needed = "-dev_group and -tgt_group" },
	[FRONT_ADD_TARGET] = { .name = "add_target", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_target TARGET",
		.help = "add a target to -driver", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_ADD_GROUP] = { .name = "add_group", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_group GROUP",
		.help = "add a group to -driver -target", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET),
		.needed = "-driver and -target" },
	[FRONT_ADD_INIT] = { .name = "add_init", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_init NAME",
		.help = "add an initiator to -driver -target -group", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_GROUP),
		.needed = "-driver -target and -group" },
	[FRONT_ADD_LUN] = { .name = "add_lun", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-add_lun LUN",
		.help = "give -device a number in -driver -target [-group]", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_DEVICE),
		.needed = "-driver -target and -device" },
	[FRONT_ENABLE_TARGET] = { .name = "enable_target", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-enable_target TARGET",
		.help = "switch a target of -driver on", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_DISABLE_TARGET] = { .name = "disable_target", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-disable_target TARGET",
		.help = "switch a target of -driver off", .needs = FRONT_BIT(FRONT_DRIVER),
		.needed = "-driver" },
	[FRONT_SET_SCST_ATTR] = { .name = "set_scst_attr", .takes = FRONT_NOTHING, .run = front_edit,
		.shown = "-set_scst_attr",
		.help = "set -attributes of SCST", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_DEV_ATTR] = { .name = "set_dev_attr", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-set_dev_attr DEVICE",
		.help = "of a device", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_DRV_ATTR] = { .name = "set_drv_attr", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-set_drv_attr DRIVER",
		.help = "of a target driver", .needs = FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-attributes" },
	[FRONT_SET_TGT_ATTR] = { .name = "set_tgt_attr", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-set_tgt_attr TARGET",
		.help = "of a target of -driver", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-driver and -attributes" },
	[FRONT_SET_GRP_ATTR] = { .name = "set_grp_attr", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-set_grp_attr GROUP",
		.help = "of a group of -driver -target", .needs = FRONT_BIT(FRONT_DRIVER) | FRONT_BIT(FRONT_TARGET) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-driver -target and -attributes" },
	[FRONT_SET_TGRP_ATTR] = { .name = "set_tgrp_attr", .takes = FRONT_MUST, .run = front_edit,
		.shown = "-set_tgrp_attr GROUP",
		.help = "of a target group of -dev_group", .needs = FRONT_BIT(FRONT_DEV_GROUP) | FRONT_BIT(FRONT_ATTRIBUTES),
		.needed = "-dev_group and -attributes" },
	[FRONT_HANDLER] = { .name = "handler", .takes = FRONT_MUST, .run = NULL,
		.shown = "-handler HANDLER",
		.help = "of this handler" },
	[FRONT_DEVICE] = { .name = "device", .takes = FRONT_MUST, .run = NULL,
		.shown = "-device DEVICE",
		.help = "the device of a LUN" },
	[FRONT_ATTRIBUTES] = { .name = "attributes", .takes = FRONT_MUST, .run = NULL,
		.shown = "-attributes A=V,...",
		.help = "values; A alone is 1" },
	[FRONT_DRIVER] = { .name = "driver", .takes = FRONT_MUST, .run = NULL,
		.shown = "-driver DRIVER",
		.help = "of this target driver" },
	[FRONT_TARGET] = { .name = "target", .takes = FRONT_MUST, .run = NULL,
		.shown = "-target TARGET",
		.help = "of this target" },
	[FRONT_GROUP] = { .name = "group", .takes = FRONT_MUST, .run = NULL,
		.shown = "-group GROUP",
		.help = "of this group" },
	[FRONT_DEV_GROUP] = { .name = "dev_group", .takes = FRONT_MUST, .run = NULL,
		.shown = "-dev_group GROUP",
		.help = "of this device group" },
	[FRONT_TGT_GROUP] = { .name = "tgt_group", .takes = FRONT_MUST, .run = NULL,
		.shown = "-tgt_group GROUP",
		.help = "of this target group" },
	[FRONT_CONT_ON_ERR] = { .name = "cont_on_err", .takes = FRONT_NOTHING, .run = NULL,
		.shown = "-cont_on_err",
		.help = "do the rest though something of FILE cannot be had" },
	[FRONT_FORCE] = { .name = "force", .takes = FRONT_NOTHING, .run = NULL,
		.shown = "-force",
		.help = "take away, too, and make anew; without it things are only added and changed" },
	[FRONT_HELP] = { .name = "help", .takes = FRONT_NOTHING, .run = NULL,
		.shown = "-h, -help",
		.help = "print this" },
	[FRONT_HELP_SHORT] = { .name = "h", .takes = FRONT_NOTHING, .run = NULL,
		.shown = NULL,
		.help = NULL },
	[FRONT_LIP] = { .name = "lip", .takes = FRONT_NOTHING, .run = NULL,
		.shown = NULL,
		.help = NULL },
	[FRONT_NO_LIP] = { .name = "no_lip", .takes = FRONT_NOTHING, .run = NULL,
		.shown = NULL,
		.help = NULL },
	[FRONT_NONKEY] = { .name = "nonkey", .takes = FRONT_NOTHING, .run = NULL,
		.shown = "-nonkey",
		.help = "write what need not be restored, too" },
	[FRONT_NOPROMPT] = { .name = "noprompt", .takes = FRONT_NOTHING, .run = NULL,
		.shown = "-noprompt",
		.help = "do not ask" },
	[FRONT_ROOT] = { .name = "root", .takes = FRONT_MUST, .run = NULL,
		.shown = "-root FOLDER",
		.help = "where the kernel tree is (/sys/kernel/scst_tgt)" },
	[FRONT_STATE] = { .name = "state", .takes = FRONT_MUST, .run = NULL,
		.shown = "-state FOLDER",
		.help = "where journal and history are (/var/lib/lunward)" },
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
	else if (**argv && (front_options[id].takes == FRONT_MUST ||
			    (front_options[id].takes == FRONT_MAY && (**argv)[0] != '-')))
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
