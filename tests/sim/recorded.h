/* SPDX-License-Identifier: Apache-2.0 */
/* Recordings of the real kernel (tests/traces/scst), and the simulator held against them. */
#ifndef SIM_RECORDED_H
#define SIM_RECORDED_H

#include "sim.h"

/* A recorded tree: "mode TAB type TAB path TAB content" by path. */
struct recorded;

struct recorded *recorded_new(void);
void recorded_free(struct recorded *tree);
/** recorded_load() - NAME.txt is a whole tree and replaces what there is; NAME.changes changes it. Fails the test. */
void recorded_load(struct recorded *tree, const char *name);
/** recorded_compare() - every node of both. Returns how many differ, each printed unless @quiet. */
unsigned recorded_compare(struct recorded *tree, struct sim *sim, bool quiet);

/** replay_writes() - what NAME.writes says, each answer compared. Returns how many differ, each printed. */
unsigned replay_writes(struct sim *sim, const char *name);

/** recorded_file() - a whole file of tests/traces/scst, to be freed; fails the test. NULL if it is not there and may not be. */
char *recorded_file(const char *name, const char *suffix, bool must);
/** recorded_unescape() - \n \t \\ \xNN, in place; returns the length. */
size_t recorded_unescape(char *text);

#endif
