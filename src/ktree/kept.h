/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The file that took the last command, kept open: a thousand LUNs are a thousand commands to one and the same file, and sysfs
 * obeys each write(2) to it, wherever its offset is. One that was deleted meanwhile says ENODEV, though another of its name may
 * be there: who keeps a file knows that nothing else makes and deletes objects now.
 */
#ifndef LW_KTREE_KEPT_H
#define LW_KTREE_KEPT_H

#include <pthread.h>

#include "ktree/ktree.h"

struct lw_kept {
	pthread_mutex_t mutex;
	char path[LW_KT_PATH_MAX + 1];
	int fd; /* -1: none, or somebody has it */
};

void lw_kept_init(struct lw_kept *kept);
void lw_kept_done(struct lw_kept *kept);

/* The file of this path, now the caller's; -1 when another one is kept, or none. */
int lw_kept_take(struct lw_kept *kept, const char *path);

/* Gives a file away, to be kept in place of the one before. */
void lw_kept_put(struct lw_kept *kept, const char *path, int fd);

#endif
