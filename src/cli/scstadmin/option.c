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
		"take away all that is configured; needs -force" },
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
			lw_str_addf(&out, "  %-22s %s\n", front_options[i].shown,
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

	for (int i = 0; i < FRONT_OPTION_COUNT_; i++) {
		if (strncasecmp(front_options[i].name, name, len) != 0)
			continue;
		if (!front_options[i].name[len])
			return i;
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
