/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of one object, one after the other. */
#ifndef LW_CLI_SCSTADMIN_SET_H
#define LW_CLI_SCSTADMIN_SET_H

#include "cli/scstadmin/attrs.h"

enum front_set_how { FRONT_SET_VALUE, FRONT_ADD_VALUE, FRONT_REMOVE_VALUE };

/* An object, and what is to be done to an attribute of it. */
struct front_setting {
	struct front *front;
	enum front_object object;
	const char *name; /* of the object */
	enum front_set_how how;
	const char *attr, *value;
};

/* Does it, and says why it cannot be done to standard error. 0, or -errno. */
int front_do_set(const struct front_setting *s);

/* Prints what is done: the text of the kind, or @text. */
void front_say_set(const struct front_setting *s, const char *text);

/* Appends the value as it may be seen. */
void front_show_value(const struct front_setting *s, struct lw_str *out);

#endif
