/* SPDX-License-Identifier: Apache-2.0 */
/* The simulator as a backend of ktree: tests that need speed more than a mounted file system. */
#ifndef SIM_KTREE_SIM_H
#define SIM_KTREE_SIM_H

#include "ktree/ktree.h"
#include "sim.h"

/**
 * lw_kt_sim_open() - a view of @sim's tree, to be freed by lw_kt_close().
 * @sim: borrowed; between accesses it may be controlled by sim_control(), by the thread that does the accesses
 *
 * For several threads at once: one goes in at a time, and a command that is kept waiting keeps the others waiting too.
 */
int lw_kt_sim_open(struct sim *sim, struct lw_ktree **ret);

#endif
