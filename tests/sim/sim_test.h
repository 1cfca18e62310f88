/* SPDX-License-Identifier: Apache-2.0 */
/* Short words for the tests of the simulator. Each fails the test when the answer is another. */
#ifndef SIM_SIM_TEST_H
#define SIM_SIM_TEST_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim.h"

/** sim_start() - the state "fresh". sim_stop() - the end of it. As setup and teardown of cmocka. */
int sim_start(void **state);
int sim_stop(void **state);

void control(struct sim *sim, const char *command);
/** put() - one write; @want: 0 or a negative errno. */
void put(struct sim *sim, const char *path, const char *data, int want);
void see(struct sim *sim, const char *path, const char *want);
void see_link(struct sim *sim, const char *path, const char *want);
/** see_error() - reading fails so. */
void see_error(struct sim *sim, const char *path, int want);
bool there(struct sim *sim, const char *path);

#endif
