/* SPDX-License-Identifier: Apache-2.0 */
/* One object made, removed, moved, replaced or emptied. */
#ifndef LW_CLI_SCSTADMIN_EDIT_H
#define LW_CLI_SCSTADMIN_EDIT_H

#include "cli/scstadmin/object.h"

enum front_how { FRONT_MAKE, FRONT_REMOVE, FRONT_MOVE, FRONT_REPLACE, FRONT_EMPTY };

struct front_edit {
	enum front_option_id option;
	enum front_how how;
	enum front_object object; /* FRONT_EMPTY: what is emptied */
	const char *text;	  /* NULL: that of the object */
	const char *word;	  /* FRONT_EMPTY: what goes */
	const char *used; /* FRONT_REMOVE: says that it is not empty, and needs -force then */
	int fail;	  /* the number for a refusal; 0: that of the object */
	int missing;	  /* the number for a parent that is not there; 0: the parent's own */
	bool asks;	  /* the user, before */
	bool numbered;	  /* a failure is a warning, and its number the exit status */
	bool lips;	  /* with -lip, loops are initialised then */
};

struct front_editing {
	struct front *front;
	const struct front_edit *edit;
	const char *name; /* of the object */
	int code;	  /* why it is not done; 0 */
	char *elsewhere;  /* name of the group that has the initiator already; to be freed */
};

/* As struct lw_edit wants it; @arg: a struct front_editing. -ECANCELED: it, or what is elsewhere, says why. */
int front_change(void *arg, struct lw_tree *tree, struct lw_report *report);

/* Whether an attribute is given that cannot be given. */
bool front_gives_bad(const struct front *front, enum front_object object);

/* Whether targets of -driver come and go by command. */
bool front_is_virtual(const struct front *front);

/* Whether the object is in use or not empty; prints by whom, or what is in it. */
bool front_is_used(const struct front_editing *e);

#endif
