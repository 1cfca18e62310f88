/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A storage engine as the rest of lunward sees it: a name, a vocabulary, and a reader that turns the
 * kernel's objects into a tree. It reaches the kernel through the view it is given and in no other
 * way. The public header of the room, lunward/engine.h, offers what can be done without one.
 */
#ifndef LW_ENGINE_ENGINE_H
#define LW_ENGINE_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "ktree/ktree.h"
#include "lunward/engine.h"
#include "lunward/plan.h"

/**
 * struct lw_engine_read_options - how much is read.
 * @size:  of this struct
 * @depth: LW_DEPTH_NAME: names and references only; LW_DEPTH_ASKED: also what the two below ask for, and what every plan
 *         must know (switches, access, numbers that only one may have); LW_DEPTH_FULL: all that is configuration
 * @ask:   trees of which the attributes are asked for, node by node; NULL-terminated, may be NULL
 * @whole: a tree whose nodes of LW_DEPTH_ASKED are read whole, and those of LW_DEPTH_FULL with all below; may be NULL
 * @flags: enum lw_read_flags
 * @identity: where no attributes are read, those that initiators know an object by all the same
 */
struct lw_engine_read_options {
	size_t size;
	enum lw_depth depth;
	unsigned flags;
	const struct lw_tree *const *ask;
	const struct lw_tree *whole;
	bool identity;
};
#define LW_ENGINE_READ_OPTIONS_INIT \
	{ \
		sizeof(struct lw_engine_read_options), LW_DEPTH_FULL, 0, NULL, NULL, false \
	}

/**
 * struct lw_command_sink - takes the commands of an operation, one after the other.
 * @take: gets one write: a file below the engine's root, and the text; a negative value stops and is returned
 */
struct lw_command_sink {
	int (*take)(void *arg, const char *path, const char *text, size_t len);
	void *arg;
};

/**
 * struct lw_module - a kernel module that a configuration needs.
 * @because: the handler or driver whose it is
 * @brings:  its path below the engine's root: where that is, nothing need be loaded. Empty: the engine itself
 */
struct lw_module {
	const char *name;
	bool required;
	const char *because, *brings;
};

/** struct lw_module_sink - takes one module after the other; a negative value stops and is returned */
struct lw_module_sink {
	int (*take)(void *arg, const struct lw_module *module);
	void *arg;
};

/**
 * struct lw_execute_options - how a plan is carried out.
 * @deadline: seconds that one operation may take; 0: the engine's usual
 * @stopped:  asked while waiting: true gives up the wait (the kernel goes on); may be NULL
 * @hold:     told before all I/O is paused (+1), and after it goes on (-1), so that somebody can lift the pause if we die;
 *            a negative value refuses the first, and is not heard of the second. After a pause that the kernel is still at
 *            there is no second; may be NULL
 */
struct lw_execute_options {
	size_t size;
	unsigned deadline;
	bool (*stopped)(void *arg);
	int (*hold)(void *arg, int change, struct lw_error *error);
	void *arg;
};
#define LW_EXECUTE_OPTIONS_INIT \
	{ \
		sizeof(struct lw_execute_options), 0, NULL, NULL, NULL \
	}

/**
 * struct lw_engine_state - what an engine says of itself; texts are empty where it says nothing.
 * @version: in words
 * @daemon:  the program that it needs for some of its targets; @daemon_runs: whether it is there
 */
struct lw_engine_state {
	char version[128];
	char daemon[32];
	bool daemon_runs;
};

#define LW_EXECUTE_LACKED 1

/* One plan being carried out; the engine's own. */
struct lw_executor;

struct lw_engine {
	size_t size;
	const char *name; /* "scst" */
	const char *root; /* of its tree: "/sys/kernel/scst_tgt" */
	const char
		*witness; /* what is always there, below the root of such a tree and of no other */
	const struct lw_schema *schema;
	/* The file that says how often all I/O is paused, and what takes one pause away; NULL: no such thing. */
	const char *pause_file, *pause_lift;

	/*
	 * Reads what is there into @tree, a new tree of the schema. Objects that vanish meanwhile are
	 * left out. What is impossible (a LUN that is no number) is left out and said in @report (may
	 * be NULL). Any other failure is one of the whole: -errno, @error names the path, and the tree
	 * is of no use. @options may be NULL.
	 */
	int (*read)(struct lw_ktree *kt, const struct lw_engine_read_options *options,
		    struct lw_tree *tree, struct lw_report *report, struct lw_error *error);

	/*
	 * The files of an object: see lw_system_files(). The second writes one, and waits for what becomes of it.
	 */
	int (*files)(struct lw_ktree *kt, const struct lw_file_query *query,
		     struct lw_error *error);
	int (*act)(struct lw_ktree *kt, const struct lw_tree *tree, lw_node node, const char *file,
		   const char *text, struct lw_error *error);

	/* What it says of itself, in a few accesses; what cannot be read is left empty. */
	void (*state)(struct lw_ktree *kt, struct lw_engine_state *ret);

	/* The kernel modules that a configuration needs, in the order in which they are loaded. Pure. */
	int (*modules)(const struct lw_tree *want, const struct lw_module_sink *sink);

	/*
	 * Takes out of the plan what its new objects would be given at their creation and this kernel
	 * does not know, unless it protects; tells each in @report. Returns 0 or -ENOMEM. May be NULL.
	 */
	int (*fit)(struct lw_ktree *kt, struct lw_plan *plan, struct lw_report *report);

	/*
	 * The writes that an operation of a plan is, in their order; none for what only orders or is
	 * implied. Pure. Returns 0, what the sink said, -EINVAL for what the kernel's language cannot
	 * say, or -ENOMEM.
	 */
	int (*commands)(struct lw_plan *plan, uint32_t op, const struct lw_command_sink *sink,
			struct lw_error *error);

	/*
	 * Carrying out a plan: begin, execute each operation in an order that the scheduler allows, end
	 * on every way out. execute() returns 0 when the kernel is as the operation wants it, also if
	 * it was so before; LW_EXECUTE_LACKED when it is so but for attributes that this kernel does not
	 * have, and that nothing hangs on: @error says which, and end() takes them out of the plan's
	 * goal; else -errno, @error with the command and the kernel's words. end() lifts what an
	 * operation that failed left temporary; it frees in any case.
	 */
	int (*begin)(struct lw_ktree *kt, struct lw_plan *plan,
		     const struct lw_execute_options *options, struct lw_executor **ret,
		     struct lw_error *error);
	int (*execute)(struct lw_executor *x, uint32_t op, struct lw_error *error);
	int (*end)(struct lw_executor *x, struct lw_error *error);

	/*
	 * All I/O paused once around all operations, and going on after them: makes many of them quicker. Commands that run
	 * have @seconds to end, else -EBUSY and nothing is paused. What cannot be done meanwhile lifts the pause for that
	 * time, by itself. end() lifts it, too. NULL where there is no pause_file.
	 */
	int (*pause)(struct lw_executor *x, unsigned seconds, struct lw_error *error);
	int (*resume)(struct lw_executor *x, struct lw_error *error);
};

/*
 * Appends the text of a command of this operation as it may be shown: secrets hidden, one line. @secrets: show them, too.
 */
void lw_command_shown(const struct lw_plan *plan, uint32_t op, const char *text, size_t len,
		      bool secrets, struct lw_str *out);

/*
 * Appends what was written to a file, or read from it, as it may be shown: one line, cut where it is long, secrets hidden by
 * their names.
 */
void lw_access_shown(const struct lw_schema *schema, const char *path, const char *text, size_t len,
		     struct lw_str *out);

/* Whether a path is @root, or below it. */
bool lw_engine_is_below(const char *path, size_t len, const char *root);

/* The engine below whose root the path is; NULL if there is none. */
const struct lw_engine *lw_engine_of_path(const char *path, size_t len);

/* The engine of a vocabulary; NULL if there is none. */
const struct lw_engine *lw_engine_of_schema(const struct lw_schema *schema);

/* The n-th engine, NULL past the last. */
const struct lw_engine *lw_engine_at(size_t n);

#endif
