/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

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

bool front_next_pair(const char **at, struct front_pair *ret)
{
	size_t len, key;

	while (*at && **at == ',')
		++*at;
	if (!*at || !**at)
		return false;
	len = strcspn(*at, ",");
	key = strcspn(*at, ",=");
	ret->name = strndup(*at, key);
	ret->value = key < len ? strndup(*at + key + 1, len - key - 1) : strdup("1");
	*at += len;
	if (ret->name && ret->value)
		return true;
	front_pair_done(ret);
	(void)cli_memory();
	return false;
}

void front_pair_done(struct front_pair *pair)
{
	free(pair->name);
	free(pair->value);
}
