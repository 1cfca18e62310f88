/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signals that ask a program to end while it changes a kernel: it begins nothing more. A second one is the impatient one and
 * has its usual effect. What was ignored when the program began (nohup, a job in the background) stays ignored.
 */
#ifndef LW_CLI_STOP_H
#define LW_CLI_STOP_H

#include <stdbool.h>

/*
 * From here to cli_stop_end(). @deaf: a terminal that goes away ends nothing, as the change is one that somebody must confirm
 * who may just have cut himself off.
 */
void cli_stop_begin(bool deaf);
void cli_stop_end(void);

/* Whether one came; for the @stopped of lw_apply(). */
bool cli_stopped(void *unused);

#endif
