/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plan.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "lunward/plan.h"

static unsigned print_flags(const struct cli_args *args)
{
	unsigned flags = 0;

	if (cli_has(args, CLI_OPT_VERBOSE))
		flags |= LW_PLAN_VERBOSE;
	if (cli_has(args, CLI_OPT_SHOW_SECRETS))
		flags |= LW_PLAN_SECRETS;
	if (cli_json(args))
		flags |= LW_PLAN_JSON;
	else if (cli_colour(args, STDOUT_FILENO))
		flags |= LW_PLAN_COLOUR;
	return flags;
}

/* Where the plan's text goes on its way out. */
struct sink {
	int failed;	    /* what cli_out_bytes() returned, and has said */
	struct lw_str tail; /* JSON only: what was not printed yet */
};

static int give(void *arg, const char *text, size_t len)
{
	struct sink *sink = arg;

	sink->failed = cli_out_bytes(text, len);
	return sink->failed ? -EIO : 0;
}

/* How the JSON of a plan ends. It is kept back, because the problems go in before. */
static const char end[] = "\n}\n";
#define END (sizeof(end) - 1)

static int give_json(void *arg, const char *text, size_t len)
{
	struct sink *sink = arg;
	char kept[END];
	int r = 0;

	lw_str_add_bytes(&sink->tail, text, len);
	if (lw_str_bad(&sink->tail))
		return -ENOMEM;
	if (sink->tail.len <= END)
		return 0;
	len = sink->tail.len - END;
	r = give(arg, lw_str_text(&sink->tail), len);
	memcpy(kept, lw_str_text(&sink->tail) + len, END);
	lw_str_clear(&sink->tail);
	lw_str_add_bytes(&sink->tail, kept, END);
	return r;
}

static int print_problems(const struct sink *sink, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	assert(!strcmp(lw_str_text(&sink->tail), end));
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	w.depth = 1;
	w.more = true;
	lw_json_put_key(&w, "problems");
	lw_json_put_array_begin(&w);
	cli_problems_json(&w, report);
	lw_json_put_array_end(&w);
	lw_json_put_key(&w, "unlisted");
	lw_json_put_u64(&w, lw_report_lost(report));
	lw_json_put_object_end(&w);
	lw_str_add_char(&out, '\n');
	return cli_out(&out);
}

static int print_writes(const struct cli_args *args, struct lw_plan *plan)
{
	int r;

	if (cli_json(args)) {
		cli_say("--writes and -o json do not go together");
		return CLI_INVALID;
	}
	r = cli_plan_print_writes(args, plan);
	if (r)
		return r;
	return lw_plan_changes(plan) ? CLI_CHANGES : CLI_DONE;
}

int cli_plan_show(const struct cli_args *args, struct lw_plan *plan, struct lw_report *report)
{
	struct sink sink = { 0 };
	int r;

	if (!cli_json(args) && cli_problems_say(args, report))
		return CLI_FAILED;
	if (cli_has(args, CLI_OPT_WRITES))
		return print_writes(args, plan);
	r = lw_plan_write(plan, print_flags(args), cli_json(args) ? give_json : give, &sink);
	if (r < 0)
		r = sink.failed ? sink.failed : cli_memory();
	else if (cli_json(args))
		r = print_problems(&sink, report);
	lw_str_done(&sink.tail);
	if (r)
		return r;
	return lw_plan_changes(plan) ? CLI_CHANGES : CLI_DONE;
}

int cli_plan_print(const struct cli_args *args, struct cli_input in[2], struct lw_report *report)
{
	struct lw_tree *have = LW_TAKE(in[0].tree), *goal = LW_TAKE(in[1].tree);
	struct lw_plan *plan = NULL;
	int r;

	r = lw_diff(have, goal, &plan, report);
	if (r == -ENOMEM)
		return cli_memory();
	if (r < 0)
		return cli_refuse(args, report, r == -ELOOP ? CLI_FAILED : CLI_INVALID);
	r = cli_plan_show(args, plan, report);
	lw_plan_free(plan);
	return r;
}
