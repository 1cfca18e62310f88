/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kinds of objects that the options name: how they are found in a tree, and what is said, and returned, about each. The
 * words and numbers are those that scripts know.
 */
#ifndef LW_CLI_SCSTADMIN_OBJECT_H
#define LW_CLI_SCSTADMIN_OBJECT_H

#include "cli/scstadmin/scstadmin.h"

enum front_object {
	FRONT_SCST,
	FRONT_OBJECT_HANDLER,
	FRONT_OBJECT_DEVICE,
	FRONT_OBJECT_DRIVER,
	FRONT_OBJECT_TARGET,
	FRONT_OBJECT_LUN,
	FRONT_OBJECT_GROUP,
	FRONT_OBJECT_GROUP_LUN,
	FRONT_OBJECT_INITIATOR,
	FRONT_OBJECT_DGRP,
	FRONT_OBJECT_DGRP_DEVICE,
	FRONT_OBJECT_TGRP,
	FRONT_OBJECT_TGRP_TARGET,
	FRONT_OBJECT_COUNT_
};

/* What a text may name, by "{word}". */
enum front_slot {
	SLOT_HANDLER,
	SLOT_DEVICE,
	SLOT_DRIVER,
	SLOT_TARGET,
	SLOT_GROUP,
	SLOT_LUN,
	SLOT_INITIATOR,
	SLOT_DGRP,
	SLOT_TGRP,
	SLOT_TO,
	SLOT_ATTR,
	SLOT_VALUE,
	SLOT_COUNT_
};

struct front_names {
	const char *name[SLOT_COUNT_]; /* NULL reads as "" */
};

/* Numbers: what front_error_text() has words for. */
struct front_codes {
	int missing, exists;
	int add, remove, bad; /* could not be made, removed; an attribute that cannot be given */
	int add_otherwise; /* could not be made, and the kernel does not call it invalid; 0: as add */
	int set, add_value, rem_value, bad_value;
};

struct front_object_row {
	const char *word; /* in the language; NULL: SCST itself */
	enum front_object parent;
	enum front_slot slot;
	enum front_option_id by; /* the option that names it as the parent of another */
	struct front_codes code;
	const char *add, *remove, *set; /* what is being done */
	const char *lacks;		/* no such attribute */
	const char *reader, *absent;	/* why its attributes cannot be read */
};

/* What is done to several kinds. */
#define FRONT_MOVING "Moving initiator '{initiator}' from group '{group}' to group '{to}'"
#define FRONT_REPLACING \
	"Replacing device at LUN {lun} with device '{device}' in driver/target/group " \
	"'{driver}/{target}/{group}'"
#define FRONT_ADDING_DRIVER_VALUE \
	"Adding driver attribute '{attr}' with value '{value}' for driver '{driver}'"
#define FRONT_ADDING_TARGET_VALUE \
	"Adding target attribute '{attr}' with value '{value}' for driver/target " \
	"'{driver}/{target}'"
#define FRONT_REMOVING_DRIVER_VALUE \
	"Removing dynamic attribute '{attr}' with value '{value}' for driver '{driver}'"
#define FRONT_REMOVING_TARGET_VALUE \
	"Removing dynamic attribute '{attr}' with value '{value}' for driver/target " \
	"'{driver}/{target}'"

extern const struct front_object_row front_objects[FRONT_OBJECT_COUNT_];

/* Appends a text, its "{word}"s replaced. */
void front_fill(struct lw_str *out, const char *text, const struct front_names *names);
/* The same, to standard output. */
void front_print_filled(const char *text, const struct front_names *names);

/* The object of a kind that is called @name, below what the options name; 0: none. @ret_first: of the first that is missing. */
lw_node front_find(const struct front *front, const struct lw_tree *tree, enum front_object object,
		   const char *name, enum front_object *ret_first);

/* The device of this name, of whatever handler; 0: none. */
lw_node front_find_device(const struct lw_tree *tree, const char *name);

/* The object's names, as the options say. */
struct front_names front_names(const struct front *front, enum front_object object,
			       const char *name);

/* A node's kind of object, and its names, borrowed from the tree; FRONT_OBJECT_COUNT_ for what has no row. */
enum front_object front_object_of(const struct lw_tree *tree, lw_node n);
void front_name_node(const struct lw_tree *tree, lw_node n, struct front_names *ret);

/* Whether a device is a LUN somewhere; copy_manager's come and go by themselves. */
bool front_is_exported(const struct lw_tree *tree, lw_node device);

/* A driver or target is switched on or off. */
const char *front_switch_text(enum front_object object, bool on);

/* The words for a number; NULL when there are none. */
const char *front_error_text(int code);

/*
 * What came of an operation, 0 or a number: what that means is printed. Returns FRONT_FATAL when it ends the program, else the
 * exit code.
 */
int front_outcome(const struct front *front, int code);

#endif
