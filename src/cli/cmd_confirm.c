/* SPDX-License-Identifier: Apache-2.0 */
/* lunward confirm: what was applied stays. */
#include <errno.h>

#include "base/json.h"
#include "cli/live.h"
#include "cli/output.h"

static int print(const struct cli_args *args, uint64_t id)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	if (!cli_json(args))
		return CLI_DONE;
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	lw_json_put_key(&w, "lunward");
	lw_json_put_string(&w, "confirmed");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "id");
	lw_json_put_u64(&w, id);
	lw_json_put_object_end(&w);
	lw_str_add_char(&out, '\n');
	return cli_out(&out);
}

int cmd_confirm(const struct cli_args *args)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_system *system = NULL;
	int r = cli_system_open(args, "scst", NULL, &system), e;
	uint64_t id;

	if (r)
		return r;
	id = lw_system_pending(system, NULL);
	e = lw_confirm(system, &error);
	r = e < 0 ? cli_fail(args, &error, CLI_FAILED) : print(args, id);
	lw_system_close(system);
	return r;
}
