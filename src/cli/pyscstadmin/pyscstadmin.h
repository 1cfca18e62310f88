/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The program under the name pyscstadmin: the options, words and exit codes that scripts written for that tool expect, over the
 * same library as everything else here. pyscstadmin(1) says what differs.
 */
#ifndef LW_CLI_PYSCSTADMIN_H
#define LW_CLI_PYSCSTADMIN_H

#include "cli/option.h"

/* The order of the table of options. */
enum py_option_id {
	PY_CONFIG,
	PY_CHECK_CONFIG,
	PY_CLEAR_CONFIG,
	PY_SUSPEND,
	PY_TIMEOUT,
	PY_LOG_LEVEL,
	PY_ROOT,
	PY_STATE,
	PY_VERSION,
	PY_HELP,
	PY_OPTION_COUNT_
};

/* A command line; NULL: not given, "" for an option without argument. */
struct py_args {
	const char *value[PY_OPTION_COUNT_];
};

/* py_parse() - any unique beginning of a name, "-name value" and "-name=value". CLI_DONE; CLI_INVALID after saying why. */
int py_parse(char **argv, struct py_args *ret);

int py_help(void);

/* The whole program. */
int py_main(char **argv);

#endif
