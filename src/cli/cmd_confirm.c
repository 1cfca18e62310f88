/* SPDX-License-Identifier: Apache-2.0 */
/* lunward confirm: what was applied stays. */
#include <errno.h>

#include "cli/live.h"
#include "cli/output.h"

int cmd_confirm(const struct cli_args *args)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_system *system = NULL;
	int r = cli_system_open(args, "scst", NULL, &system), e;

	if (r)
		return r;
	e = lw_confirm(system, &error);
	if (e < 0) {
		cli_say_error(&error);
		r = CLI_FAILED;
	}
	lw_system_close(system);
	return r;
}
