/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of a configuration before it is applied, and of what is left as it is because -force is not there. */
#ifndef LW_CLI_SCSTADMIN_CHECK_H
#define LW_CLI_SCSTADMIN_CHECK_H

#include "cli/scstadmin/object.h"

struct front_check {
	struct lw_tree *want;
	size_t warnings, errors;
	size_t doubled;	       /* of the errors, those that the library's check may tell of, too */
	const char *no_driver; /* a driver that is not there; NULL: all are */
};

/*
 * Compares what the file names with what is there, says what is missing, and takes out of @check->want what SCST's tool leaves
 * out: handlers that are not there, and what refers to devices that nobody has.
 */
void front_check_names(struct front *front, struct front_check *check);

/* Says of each thing that a plan with -force would take away or make anew that it stays. */
void front_say_left(const struct front *front, const struct lw_tree *want);

#endif
