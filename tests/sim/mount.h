/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The simulator mounted, so that programs that know nothing of it meet a /sys/kernel/scst_tgt. Below the mount point lie
 * scst_tgt/, the tree, and control, to which commands about the world outside are written. One in a process.
 */
#ifndef MOUNT_H
#define MOUNT_H

#include <stdbool.h>

struct sim;

/** mount_sim() - a new simulator in which time is that of the clock; NULL when memory is short. */
struct sim *mount_sim(void);
/** mount_serve() - returns when it is unmounted or a signal asks for it. 0, or 1 when it could not be mounted. */
int mount_serve(const char *folder, bool foreground);
void mount_end(void);

#endif
