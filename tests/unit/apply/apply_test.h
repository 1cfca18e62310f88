/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of a test's own, with a state folder in it. */
#ifndef APPLY_TEST_H
#define APPLY_TEST_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "apply/state.h"

struct folder {
	char top[32];
	struct lw_state state;
};

/** folder_begin(), folder_end() - as setup and teardown of cmocka. */
int folder_begin(void **state);
int folder_end(void **state);

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_begin, folder_end)

#endif
