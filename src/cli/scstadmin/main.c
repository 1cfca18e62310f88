/* SPDX-License-Identifier: Apache-2.0 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

/* As scripts know it. */
#define NOT_ROOT 255

void front_print(const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	(void)cli_out(&text); /* cli_out_close() sees what was lost */
}

int front_fatal(const char *message)
{
	front_print("\n\nFATAL: Received the following error:\n\n\t%s\n\n", message);
	return FRONT_FATAL;
}

bool front_agreed(const struct front *front)
{
	char answer[16] = "";

	if (front_has(front, FRONT_NOPROMPT))
		return true;
	front_print("Performing this action may result in lost or corrupt data, are you sure you "
		    "wish to continue (y/[n]) ? ");
	if (fgets(answer, sizeof(answer), stdin)) {
		answer[strcspn(answer, "\n")] = '\0';
		if (!strcasecmp(answer, "y") || !strcasecmp(answer, "yes"))
			return true;
	}
	front_print("Aborting action.\n");
	return false;
}

/* All that an operation needs beside itself; says what is missing. */
static bool is_complete(const struct front *front, int id)
{
	for (int i = 0; i < FRONT_OPTION_COUNT_; i++) {
		if (!(front_options[id].needs & FRONT_BIT(i)) || front->value[i])
			continue;
		front_print("Please specify %s with -%s.\n", front_options[id].needed,
			    front_options[id].name);
		return false;
	}
	return true;
}

/* Whether there is one operation, or nothing but queries, and nothing missing; says so otherwise. */
static bool is_sound(const struct front *front)
{
	unsigned changes = 0, queries = 0;

	for (int i = 0; i < FRONT_OPTION_COUNT_; i++) {
		if (!front_options[i].run || !front->value[i])
			continue;
		changes += !front_options[i].query;
		queries |= front_options[i].query;
	}
	if (changes + queries > 1)
		front_print("Please specify only one non-query operation at a time.\n");
	else if (!changes && !queries)
		front_print("No valid operations specified.\n");
	if (changes + queries != 1)
		return false;
	for (int i = 0; i < FRONT_OPTION_COUNT_; i++)
		if (front_options[i].run && front->value[i] && !is_complete(front, i))
			return false;
	return true;
}

static int run_all(struct front *front)
{
	int r = 0;

	for (int i = 0; i < FRONT_OPTION_COUNT_ && r != FRONT_FATAL; i++)
		if (front_options[i].run && front->value[i]) {
			front->current = i;
			r = front_options[i].run(front, front->value[i]);
		}
	return r;
}

static int run(struct front *front)
{
	int r;

	front->args.value[CLI_OPT_AS] = "scst.conf";
	front->args.value[CLI_OPT_ROOT] = front->value[FRONT_ROOT];
	front->args.value[CLI_OPT_STATE] = front->value[FRONT_STATE];
	front_print("\nCollecting current configuration: ");
	if (cli_system_open(&front->args, "scst", NULL, &front->system)) {
		front_fatal("SCST cannot be reached.");
		return 1;
	}
	front_print("done.\n\n");
	r = run_all(front);
	lw_tree_free(front->tree);
	lw_system_close(front->system);
	if (r == FRONT_FATAL)
		return 1;
	front_print("\nAll done.\n");
	return r;
}

int front_main(char **argv)
{
	struct front front = { .system = NULL };

	if (front_parse(argv, &front))
		return 1;
	if (front_has(&front, FRONT_HELP) || front_has(&front, FRONT_HELP_SHORT))
		return front_help();
	if (geteuid() && !front_has(&front, FRONT_ROOT)) {
		cli_say("This program must run as root.");
		return NOT_ROOT;
	}
	return is_sound(&front) ? run(&front) : 1;
}
