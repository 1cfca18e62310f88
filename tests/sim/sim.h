/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A simulated /sys/kernel/scst_tgt for tests and demonstrations: what SCST 3.11 showed and answered when it was recorded,
 * in memory. No FUSE, no threads and no sleeping of its own: struct sim_env says how time passes, and one caller at a time.
 *
 * Paths are relative to the tree's root, "" being the root. All accesses return 0 (a write: the bytes taken) or the negative
 * errno the kernel answers with, mode bits holding for everybody as they do in sysfs. Links are data, never followed. The
 * world around SCST (modules, logins, disks, faults) is moved by sim_control(); tests/sim/README.md lists its commands.
 */
#ifndef SIM_H
#define SIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define SIM_PAGE 4096 /* bytes of one command, and what sysfs says about the size of any file */

enum sim_op { SIM_LIST, SIM_READ, SIM_WRITE, SIM_READLINK, SIM_STAT, SIM_OPS };

struct sim_env {
	void *ctx;
	/* Called before every access; a negative errno makes it fail with that. A test may end the program here. */
	int (*before)(void *ctx, enum sim_op op, const char *path, const char *data, size_t len);
	/*
	 * Let @ms pass; others may use the simulator meanwhile. -EINTR: a signal came, the writer waits no longer (but what he
	 * asked for goes on). NULL: its own clock moves on and nobody waits.
	 */
	int (*sleep)(void *ctx, uint64_t ms);
	/* Milliseconds of some clock that never goes back. NULL together with sleep. */
	uint64_t (*now)(void *ctx);
	/*
	 * End who does this access, as the control command "kill" wants; @group: and all others of its process group. NULL: the
	 * access fails with EINTR, no more.
	 */
	void (*kill)(void *ctx, bool group);
};

struct sim_stat {
	uint64_t ino;
	uint32_t mode; /* permission bits */
	char type;     /* 'd', 'f', 'l' */
};

struct sim;

/** sim_new() - the core module loaded and nothing else. @env is copied; NULL: no hook, own clock. NULL when memory is short. */
struct sim *sim_new(const struct sim_env *env);
void sim_free(struct sim *sim);

/** sim_list() - calls @each for every name, in an order that means nothing (as the kernel's). A negative answer ends it. */
int sim_list(struct sim *sim, const char *path,
	     int (*each)(void *ctx, const char *name, const struct sim_stat *stat), void *ctx);
/** sim_read() - appends the value to @ret. */
int sim_read(struct sim *sim, const char *path, struct lw_str *ret);
/** sim_write() - one command; what is beyond SIM_PAGE is left out. Returns how much was taken. */
int sim_write(struct sim *sim, const char *path, const char *data, size_t len);
int sim_readlink(struct sim *sim, const char *path, struct lw_str *ret);
int sim_stat(struct sim *sim, const char *path, struct sim_stat *ret);
/** sim_look() - the same, but no access: not counted, not to be made to fail. */
int sim_look(struct sim *sim, const char *path, struct sim_stat *ret);

/** sim_may() - what open(2) with O_NOFOLLOW would say: 0, -ENOENT, -EISDIR, -ELOOP, -EACCES. No access is counted. */
int sim_may(struct sim *sim, const char *path, bool write);

/**
 * sim_control() - one command about the world outside ("login iscsi TARGET INITIATOR").
 * @why: appended to on failure: what was wrong; may be NULL
 */
int sim_control(struct sim *sim, const char *command, struct lw_str *why);

/** sim_summary() - appends the counts of accesses and what was written, one line a command, as in the recordings. */
void sim_summary(const struct sim *sim, struct lw_str *ret);

/** sim_count() - accesses of this kind since the start or the last "reset". */
unsigned long sim_count(const struct sim *sim, enum sim_op op);

/** sim_fault_fired() - has the fault that was asked for happened? */
bool sim_fault_fired(const struct sim *sim);

#endif
