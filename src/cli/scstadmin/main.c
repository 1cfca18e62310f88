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

#define USUAL_ROOT "/sys/kernel/scst_tgt"

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

void front_warn(const char *message)
{
	front_print("\n\nWARNING: Received the following error:\n\n\t%s\n\n", message);
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

int front_begin(struct front *front, bool asks)
{
	if (asks && !front_agreed(front))
		return 1;
	if (cli_system_lock(&front->args, front->system))
		return FRONT_FATAL;
	front_print("\n-> Making requested changes.\n");
	return 0;
}

const char *front_root(const struct front *front)
{
	return front->value[FRONT_ROOT] ? front->value[FRONT_ROOT] : USUAL_ROOT;
}

/* All that an operation needs beside itself; asks for what is missing. */
static bool is_complete(const struct front *front, int id)
{
	const struct front_option *option = &front_options[id];

	for (unsigned i = 0; i < FRONT_NEEDS_MAX && option->needs[i]; i++) {
		if (front->value[option->needs[i]])
			continue;
		front_print("%s\n", option->ask);
		return false;
	}
	return true;
}

/* Whether there is at most one operation, or nothing but queries, and nothing missing; says so otherwise. */
static bool is_sound(const struct front *front, bool *ret_any)
{
	unsigned changes = 0, queries = 0;

	for (int i = 0; i < FRONT_OPTION_COUNT_; i++) {
		if (!front_options[i].run || !front->value[i])
			continue;
		changes += !front_options[i].query;
		queries |= front_options[i].query;
	}
	*ret_any = changes || queries;
	if (changes + queries > 1) {
		front_print("Please specify only one non-query operation at a time.\n");
		return false;
	}
	for (int i = 0; i < FRONT_OPTION_COUNT_; i++)
		if (front_options[i].run && front->value[i] && !is_complete(front, i))
			return false;
	return true;
}

static int run_all(struct front *front)
{
	int r = 0;

	for (int i = 0; i < FRONT_OPTION_COUNT_ && r >= 0; i++)
		if (front_options[i].run && front->value[i]) {
			front->current = i;
			r = front_options[i].run(front, front->value[i]);
		}
	return r;
}

/* As scripts know it: what perl ends with when the folder of SCST is not there. */
#define NOT_HERE 2

static int run(struct front *front, bool any)
{
	int r = 0;

	front->args.value[CLI_OPT_AS] = "scst.conf";
	front->args.value[CLI_OPT_ROOT] = front->value[FRONT_ROOT];
	front->args.value[CLI_OPT_STATE] = front->value[FRONT_STATE];
	if (cli_system_open(&front->args, "scst", NULL, &front->system)) {
		cli_say("Failed to obtain SCST version information. Are the SCST modules loaded?");
		return NOT_HERE;
	}
	front_print("\nCollecting current configuration: done.\n\n");
	if (any)
		r = run_all(front);
	else
		front_print("No valid operations specified.\n");
	lw_tree_free(front->tree);
	lw_system_close(front->system);
	if (r == FRONT_OVER)
		return 0;
	if (r == FRONT_FATAL || !any)
		return 1;
	front_print("\nAll done.\n");
	return r;
}

int front_main(char **argv)
{
	struct front front = { .system = NULL };
	bool any;

	if (front_parse(argv, &front))
		return 1;
	if (front_has(&front, FRONT_HELP) || front_has(&front, FRONT_HELP_SHORT))
		return front_help();
	if (geteuid() && !front_has(&front, FRONT_ROOT)) {
		cli_say("This program must run as root.");
		return NOT_ROOT;
	}
	return is_sound(&front, &any) ? run(&front, any) : 1;
}
