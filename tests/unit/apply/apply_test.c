/* SPDX-License-Identifier: Apache-2.0 */
#include "apply_test.h"

#include <stdlib.h>
#include <string.h>

int folder_begin(void **state)
{
	struct folder *folder = calloc(1, sizeof(*folder));

	assert_non_null(folder);
	strcpy(folder->top, "/tmp/apply-XXXXXX");
	assert_non_null(mkdtemp(folder->top));
	assert_int_equal(lw_state_open(folder->top, "scst", &folder->state, NULL), 0);
	*state = folder;
	return 0;
}

int folder_end(void **state)
{
	struct folder *folder = *state;
	LW_AUTO_STR struct lw_str remove = LW_STR_INIT;

	lw_state_close(&folder->state);
	lw_str_addf(&remove, "rm -rf %s", folder->top);
	assert_int_equal(system(lw_str_text(&remove)), 0);
	free(folder);
	return 0;
}
