/* SPDX-License-Identifier: Apache-2.0 */
/* scst-sim: the simulator as a program, for programs that know nothing of it. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "mount.h"
#include "sim.h"

static const char usage[] =
	"usage: scst-sim [--foreground] [--state NAME] [--files FOLDER] [--control COMMAND]... "
	"FOLDER\n"
	"\n"
	"Mounts a simulated SCST: FOLDER/scst_tgt is its tree, FOLDER/control takes commands and\n"
	"tells what was seen. Ends when it is unmounted or told to by a signal.\n"
	"\n"
	"  --state NAME       core-only, handlers, drivers, daemon, fresh (the default)\n"
	"  --files FOLDER     backing files are looked for below it (/)\n"
	"  --control COMMAND  a command to begin with\n"
	"  --foreground       stay in the foreground\n";

struct options {
	const char *state, *files;
	bool foreground;
};

static int control_or_say(struct sim *sim, const char *first, const char *second)
{
	LW_AUTO_STR struct lw_str command = LW_STR_INIT, why = LW_STR_INIT;
	int err;

	lw_str_addf(&command, "%s%s", first, second);
	err = sim_control(sim, lw_str_text(&command), &why);
	if (err)
		fprintf(stderr, "scst-sim: %s: %s %s\n", lw_str_text(&command), strerror(-err),
			lw_str_text(&why));
	return err;
}

/* Control commands come in their order behind the state, wherever --state stands: two passes, the first without @sim. */
static int parse(int argc, char **argv, struct options *options, struct sim *sim)
{
	static const struct option known[] = {
		{ "foreground", no_argument, NULL, 'f' },
		{ "state", required_argument, NULL, 's' },
		{ "files", required_argument, NULL, 'r' },
		{ "control", required_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};

	optind = 1;
	for (int option; (option = getopt_long(argc, argv, "fh", known, NULL)) != -1;) {
		if (option == 'f')
			options->foreground = true;
		else if (option == 's')
			options->state = optarg;
		else if (option == 'r')
			options->files = optarg;
		else if (option == 'c' && sim && control_or_say(sim, "", optarg))
			return 1;
		else if (option == 'h' || option == '?') {
			fputs(usage, option == 'h' ? stdout : stderr);
			return option == 'h' ? -1 : 2;
		}
	}
	if (optind + 1 != argc) {
		fputs(usage, stderr);
		return 2;
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct options options = { .state = "fresh", .files = "/" };
	struct sim *sim = NULL;
	int err = parse(argc, argv, &options, NULL);

	if (err)
		return err < 0 ? 0 : err;
	sim = mount_sim();
	if (!sim) {
		fputs("scst-sim: out of memory\n", stderr);
		return 1;
	}
	err = control_or_say(sim, "state ", options.state) ||
	      control_or_say(sim, "files ", options.files) || parse(argc, argv, &options, sim);
	if (!err)
		err = mount_serve(argv[optind], options.foreground);
	mount_end();
	return err;
}
