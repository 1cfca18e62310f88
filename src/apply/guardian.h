/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A child that stands by while all I/O is paused. If we die, however, it lifts our pauses and nobody else's; it holds our lock
 * until it has, since a lock lives as long as the open file. It keeps no other file of ours open: who reads what we print, or
 * talks to a program that uses us, is not kept waiting by it.
 */
#ifndef LW_APPLY_GUARDIAN_H
#define LW_APPLY_GUARDIAN_H

#include <stdbool.h>
#include <sys/types.h>

#include "lunward/error.h"

struct lw_guardian {
	pid_t pid; /* 0: none */
	int pipe;
	unsigned owes; /* pauses that it knows of */
};

/*
 * What it looks after. @path: the file whose number says how many pauses there are; @lift: what is written to take one away;
 * @before: how many there were that are not ours; @mark: the file in @dir that says that some are; @lock: what holds our lock.
 */
struct lw_guarded {
	const char *path, *lift;
	unsigned before;
	int dir;
	const char *mark;
	int lock;
};

int lw_guardian_start(struct lw_guardian *guardian, const struct lw_guarded *what,
		      struct lw_error *error);

/* Tells it that a pause comes (+1), or has gone (-1). */
int lw_guardian_tell(struct lw_guardian *guardian, int change, struct lw_error *error);

/*
 * Sends it home. It lifts what is still ours: nothing, unless we gave up on a command. @adrift: that one may pause all I/O yet;
 * so the mark stays where fewer could be lifted than are ours. One that has nothing to lift and does not go is killed.
 */
void lw_guardian_stop(struct lw_guardian *guardian, bool adrift);

/* The number in the file; 0 if it says none. */
unsigned lw_guardian_count(int fd);

#endif
