/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that were read and are to be closed, many with one call: the numbers of those that are opened one after the other
 * follow each other. Nothing but what was given away here is ever closed, whatever else the program opens meanwhile.
 */
#ifndef LW_KTREE_CLOSING_H
#define LW_KTREE_CLOSING_H

#include <pthread.h>

#define LW_CLOSING_MAX 256

struct lw_closing {
	pthread_mutex_t mutex;
	unsigned count;
	int fds[LW_CLOSING_MAX];
};

void lw_closing_init(struct lw_closing *closing);
void lw_closing_done(struct lw_closing *closing);

/* Gives a file away; negative ones are no files. */
void lw_closing_add(struct lw_closing *closing, int fd);

/* Closes what there is. */
void lw_closing_flush(struct lw_closing *closing);

#endif
