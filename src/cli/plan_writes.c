/* SPDX-License-Identifier: Apache-2.0 */
/* A plan as the writes that it is: one line each, file TAB text, as the kernel would get them. */
#include <errno.h>
#include <string.h>

#include "cli/output.h"
#include "cli/plan.h"
#include "cli/problem.h"
#include "engine/engine.h"
#include "model/plan/plan.h"

struct printing {
	struct lw_plan *plan;
	uint32_t number;
	const struct lw_engine *engine;
	bool secrets; /* may be shown */
	struct lw_str out;
};

static int take(void *arg, const char *path, const char *text, size_t len)
{
	struct printing *p = arg;

	lw_str_add_shown(&p->out, path, strlen(path));
	lw_str_add_char(&p->out, '\t');
	lw_command_shown(p->plan, p->number, text, len, p->secrets, &p->out);
	lw_str_add_char(&p->out, '\n');
	return lw_str_bad(&p->out) ? -ENOMEM : 0;
}

static int print_op(struct printing *p, uint32_t number)
{
	const struct lw_command_sink sink = { take, p };
	struct lw_error error = LW_ERROR_INIT;
	int r;

	p->number = number;
	lw_str_clear(&p->out);
	r = p->engine->commands(p->plan, number, &sink, &error);
	if (r == -ENOMEM)
		return cli_memory();
	if (r < 0) {
		cli_say("%s", error.message);
		return CLI_INVALID;
	}
	return p->out.len ? cli_out(&p->out) : CLI_DONE;
}

int cli_plan_print_writes(const struct cli_args *args, struct lw_plan *plan)
{
	struct printing p = {
		.plan = plan,
		.engine = lw_engine_of_schema(lw_tree_schema(plan->goal)),
		.secrets = cli_has(args, CLI_OPT_SHOW_SECRETS),
		.out = LW_STR_INIT,
	};
	int r = CLI_DONE;

	if (!p.engine || !p.engine->commands) {
		cli_say("the writes of %s are not known yet", lw_tree_schema(plan->goal)->title);
		return CLI_INVALID;
	}
	for (size_t n = 0; n < lw_plan_count(plan) && !r; n++)
		r = print_op(&p, lw_plan_at(plan, n));
	lw_str_done(&p.out);
	return r;
}
