/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The program under the name scstadmin: the command line and the words that scripts written for that tool expect, over the
 * same library as everything else here. scstadmin(1) says what differs.
 */
#ifndef LW_CLI_SCSTADMIN_H
#define LW_CLI_SCSTADMIN_H

#include <stdbool.h>

#include "base/str.h"
#include "cli/live.h"

/* The order of the table of options. */
enum front_option_id {
	FRONT_CONFIG,
	FRONT_CHECK_CONFIG,
	FRONT_WRITE_CONFIG,
	FRONT_CLEAR_CONFIG,
	FRONT_LIST_HANDLER,
	FRONT_LIST_DEVICE,
	FRONT_LIST_DGRP,
	FRONT_LIST_TGRP,
	FRONT_LIST_DRIVER,
	FRONT_LIST_TARGET,
	FRONT_LIST_GROUP,
	FRONT_LIST_SESSIONS,
	FRONT_LIST_SCST_ATTR,
	FRONT_LIST_HND_ATTR,
	FRONT_LIST_DEV_ATTR,
	FRONT_LIST_DRV_ATTR,
	FRONT_LIST_TGT_ATTR,
	FRONT_LIST_GRP_ATTR,
	FRONT_LIST_LUN_ATTR,
	FRONT_LIST_INIT_ATTR,
	FRONT_LIST_DGRP_ATTR,
	FRONT_LIST_TGRP_ATTR,
	FRONT_LIST_TTGT_ATTR,
	FRONT_SET_SCST_ATTR,
	FRONT_SET_HND_ATTR,
	FRONT_SET_DEV_ATTR,
	FRONT_SET_DRV_ATTR,
	FRONT_SET_DGRP_ATTR,
	FRONT_SET_TGRP_ATTR,
	FRONT_SET_TTGT_ATTR,
	FRONT_SET_TGT_ATTR,
	FRONT_SET_GRP_ATTR,
	FRONT_SET_LUN_ATTR,
	FRONT_SET_INIT_ATTR,
	FRONT_ADD_DRV_ATTR,
	FRONT_ADD_TGT_ATTR,
	FRONT_REM_DRV_ATTR,
	FRONT_REM_TGT_ATTR,
	FRONT_OPEN_DEV,
	FRONT_CLOSE_DEV,
	FRONT_RESYNC_DEV,
	FRONT_ADD_DGRP,
	FRONT_REM_DGRP,
	FRONT_ADD_DGRP_DEV,
	FRONT_REM_DGRP_DEV,
	FRONT_ADD_TGRP,
	FRONT_REM_TGRP,
	FRONT_ADD_TGRP_TGT,
	FRONT_REM_TGRP_TGT,
	FRONT_ADD_TARGET,
	FRONT_REM_TARGET,
	FRONT_ADD_GROUP,
	FRONT_REM_GROUP,
	FRONT_ADD_INIT,
	FRONT_REM_INIT,
	FRONT_MOVE_INIT,
	FRONT_CLEAR_INITS,
	FRONT_ADD_LUN,
	FRONT_REM_LUN,
	FRONT_REPLACE_LUN,
	FRONT_CLEAR_LUNS,
	FRONT_ENABLE_TARGET,
	FRONT_DISABLE_TARGET,
	FRONT_ISSUE_LIP,
	FRONT_DUMP_ATTRS,
	FRONT_HANDLER,
	FRONT_DEVICE,
	FRONT_ATTRIBUTES,
	FRONT_DRIVER,
	FRONT_TARGET,
	FRONT_GROUP,
	FRONT_TO,
	FRONT_DEV_GROUP,
	FRONT_TGT_GROUP,
	FRONT_CONT_ON_ERR,
	FRONT_DEBUG,
	FRONT_FORCE,
	FRONT_HELP,
	FRONT_HELP_SHORT,
	FRONT_LIP,
	FRONT_NO_LIP,
	FRONT_NONKEY,
	FRONT_NOPROMPT,
	FRONT_ROOT,
	FRONT_STATE,
	FRONT_OPTION_COUNT_
};

enum front_takes { FRONT_NOTHING, FRONT_MAY, FRONT_MUST };

struct front;

#define FRONT_NEEDS_MAX 4

struct front_option {
	const char *name;
	enum front_takes takes;
	int (*run)(struct front *front, const char *argument); /* NULL: says how, not what */
	const char *shown; /* with its argument, for the help; NULL: not shown */
	const char *help;
	bool query; /* several may be asked at once */
	/* Options that must be there, too, up to the first 0, which nothing needs; and the sentence that asks for them. */
	enum front_option_id needs[FRONT_NEEDS_MAX];
	const char *ask;
};

extern const struct front_option front_options[FRONT_OPTION_COUNT_];

/* A command line, and what the operations share. */
struct front {
	const char *value[FRONT_OPTION_COUNT_]; /* NULL: not given; "" without an argument */
	struct cli_args args; /* the same, for what is shared with the other commands */
	struct lw_system *system;
	int current; /* the operation at work */
	struct lw_tree
		*tree; /* what is there, with sessions: read for the first query; NULL before */
};

static inline bool front_has(const struct front *front, enum front_option_id option)
{
	return front->value[option];
}

/*
 * front_parse() - one dash or two, any unique beginning of a name, in any case; "-name value" and "-name=value". Returns 0;
 * 1 after saying what is wrong.
 */
int front_parse(char **argv, struct front *ret);

int front_help(void);

/* To standard output. */
void front_print(const char *format, ...) LW_PRINTF(1, 2);

/* What an operation returns that ends the program there and then, with 1. */
#define FRONT_FATAL (-1)
/* The same, with 0: there is nothing to do, and it is said. */
#define FRONT_OVER (-2)

/* The words for it. */
int front_fatal(const char *message);

/* Whether the user wants to go on; -noprompt says so, the end of input does not. */
bool front_agreed(const struct front *front);

/* What an error of SCST is told as: a warning; nothing ends by it. */
void front_warn(const char *message);

/* The operations: each returns its exit code, or FRONT_FATAL. */
int front_config(struct front *front, const char *file);
int front_check_config(struct front *front, const char *file);
int front_clear_config(struct front *front, const char *argument);
int front_write_config(struct front *front, const char *file);
int front_edit(struct front *front, const char *argument);
int front_set(struct front *front, const char *argument);
int front_switch(struct front *front, const char *argument);
int front_values(struct front *front, const char *argument);
int front_resync(struct front *front, const char *argument);
int front_issue_lip(struct front *front, const char *argument);
int front_dump(struct front *front, const char *argument);

/* What the lists print. */
int front_list_handlers(struct front *front, const char *handler);
int front_list_devices(struct front *front, const char *device);
int front_list_dgrps(struct front *front, const char *name);
int front_list_tgrps(struct front *front, const char *name);
int front_list_drivers(struct front *front, const char *driver);
int front_list_targets(struct front *front, const char *target);
int front_list_groups(struct front *front, const char *group);
int front_list_sessions(struct front *front, const char *argument);
int front_list_attrs(struct front *front, const char *name);

/* Prompt, lock, and the line that says that something begins. Returns 0, 1 when the answer was no, or FRONT_FATAL. */
int front_begin(struct front *front, bool asks);

/* "name=value" of -attributes, one after the other from *@at on; false past the last. A name alone has the value "1". */
struct front_pair {
	char *name, *value;
};
bool front_next_pair(const char **at, struct front_pair *ret);
void front_pair_done(struct front_pair *pair);

/* With -lip: initialises the loops of Fibre Channel targets, of one or (@target NULL) of all. 0 or 1. */
int front_lip(struct front *front, const char *driver, const char *target);

/* What is there by name, with sessions; NULL after saying why it cannot be read. */
const struct lw_tree *front_tree(struct front *front);

/* Whether the language calls a node so. */
bool front_is(const struct lw_tree *tree, lw_node n, const char *word);

/*
 * The children that the language calls @word, and a 0; to be freed. NULL when memory is short. By name; or by number, those
 * that have one.
 */
enum front_order { FRONT_BY_NAME, FRONT_BY_NUMBER };
lw_node *front_children(const struct lw_tree *tree, lw_node parent, const char *word,
			enum front_order order);

/* The child of that word and name; 0: none. A name that is "" or NULL names none. */
lw_node front_child(const struct lw_tree *tree, lw_node parent, const char *word, const char *name);

/* Whether it is who is logged in. */
bool front_is_session(const struct lw_tree *tree, lw_node n);

/* The name of the device that a LUN is. */
const char *front_device_of(const struct lw_tree *tree, lw_node lun);

/* The folder of SCST in the kernel's tree. */
const char *front_root(const struct front *front);

/* What is in a group, a device group, a target group, as the lists show it. 0 or 1. */
int front_print_group(const struct lw_tree *tree, lw_node group);
int front_print_dgrp(const struct lw_tree *tree, lw_node group);
int front_print_tgrp(const struct lw_tree *tree, lw_node group);

/* The whole program. */
int front_main(char **argv);

#endif
