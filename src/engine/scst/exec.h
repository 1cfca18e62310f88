/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files that carry out operations share. One thread at a time: SCST has one result cell for all queued work, so two
 * commands under way could not be told apart.
 */
#ifndef LW_ENGINE_SCST_EXEC_H
#define LW_ENGINE_SCST_EXEC_H

#include "engine/scst/command.h"

/* Parameters that a mgmt file offers, as its own text says. */
struct scst_offer {
	char *path;  /* of the mgmt file */
	char *names; /* " a b c " */
	bool silent; /* it explains nothing at all */
};

/* An attribute of the goal that this kernel does not have. */
struct scst_lack {
	lw_node node;
	uint16_t def;
};

struct lw_executor {
	struct lw_ktree *kt;
	struct lw_plan *plan;
	struct lw_execute_options options;
	struct scst_offer *offers;
	uint32_t noffer, offer_cap;
	uint8_t *made; /* by goal node: was made by us; NULL: nothing was */
	struct scst_lack *lacks;
	uint32_t nlack, lack_cap;
	unsigned held;	     /* how often we have suspended I/O */
	unsigned around;     /* seconds of the one around everything; 0: there is none */
	bool copies_busy;    /* copy_manager was waited for, in vain */
	struct lw_str value; /* the file at hand */
};

/* ---- write.c */

/*
 * One command, and what became of it: written once, and where the kernel says that it goes on working, waited for. @deadline:
 * seconds, 0 for the usual. -ETIMEDOUT and -ECANCELED: nobody knows, the kernel is still at it.
 */
int scst_write(struct lw_executor *x, const char *path, const char *text, size_t len,
	       unsigned deadline, struct lw_error *error);

/* Of a result of scst_write(): the kernel is still at it, and nothing may overlap. */
bool scst_adrift(int r);

/* Whether a path is there: 1, 0, or a negative errno. */
int scst_exists(struct lw_executor *x, const char *path, struct lw_error *error);

/* ---- pause.c */

/* Of a bracket: pauses all I/O, letting running commands end for so long, or takes one pause away. */
int scst_pause_io(struct lw_executor *x, const char *seconds, struct lw_error *error);
int scst_resume_io(struct lw_executor *x, struct lw_error *error);

/* ---- learn.c */

/* Whether the mgmt file offers a parameter of this name: 1, 0, or a negative errno. Asked once a file. */
int scst_offers(struct lw_executor *x, const char *mgmt, const char *name, struct lw_error *error);
void scst_offers_done(struct lw_executor *x);

/* ---- lacking.c: attributes that this kernel does not have */

/* The object of the operation is new: what its directory does not hold now, it never will. */
int scst_made(struct lw_executor *x, const struct op *op, struct lw_error *error);

/*
 * The first: a write that the kernel refused with @err was to an attribute that it does not have, of an object that is there.
 * The second: the object is new, and nothing hangs on the attribute with this value.
 */
bool scst_no_such_file(struct lw_executor *x, const char *path, int err);
bool scst_may_lack(struct lw_executor *x, const struct op *op, const char *path, const char *text);

/* It is told, and taken out of the goal at the end. */
int scst_lack(struct lw_executor *x, const struct op *op, const char *path, struct lw_str *told,
	      struct lw_error *error);
void scst_lacks_done(struct lw_executor *x);

/* ---- copies.c: copy_manager, which gives numbers by itself */

/* Waits a moment until it has nothing to do. */
void scst_wait_for_copies(struct lw_executor *x);

/* Makes the LUN of an operation, whatever number its device has got meanwhile. */
int scst_create_copy_lun(struct lw_executor *x, const struct op *op, struct lw_error *error);

/* ---- hint.c */

/* Adds what to do about an operation of which the kernel refused a write to @path with @err, where it is known. */
void scst_hint(struct lw_executor *x, const struct op *op, const char *path, int err,
	       struct lw_error *error);

/* ---- sessions.c */

/* How many sessions a target has, or a negative errno. */
int scst_sessions(struct lw_executor *x, const char *target, struct lw_error *error);

/* Ends the sessions of a target that goes, and waits until they are gone. */
int scst_end_sessions(struct lw_executor *x, const char *target, unsigned deadline,
		      struct lw_error *error);

#endif
