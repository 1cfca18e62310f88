/* SPDX-License-Identifier: Apache-2.0 */
/* A plan shown, asked about, and carried out. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"
#include "cli/live.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/plan.h"
#include "cli/problem.h"
#include "cli/stop.h"

/* ---- the bar */

#define BAR 30

/* How far it is, shown while it lasts; only on a terminal, but for what somebody must do. */
struct showing {
	bool bar;
	bool told; /* that it waits to be confirmed */
};

static void show_bar(const struct lw_progress *p)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;
	size_t full = p->total ? p->done * BAR / p->total : BAR;

	lw_str_addf(&line, "\r\033[K%s[", p->rolling_back ? "back " : "");
	for (size_t i = 0; i < BAR; i++)
		lw_str_add_char(&line, i < full ? '#' : '.');
	if (p->confirm_within)
		lw_str_addf(&line, "] %u s left for 'lunward confirm'", p->confirm_within);
	else
		lw_str_addf(&line, "] %zu/%zu", p->done, p->total);
	if (p->path)
		lw_str_addf(&line, " %s %.60s", p->verb, p->path);
	cli_say_at_once(&line);
}

static void progress(void *arg, const struct lw_progress *p)
{
	struct showing *showing = arg;
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	if (showing->bar) {
		show_bar(p);
	} else if (p->confirm_within && !showing->told) {
		lw_str_addf(&line,
			    "lunward: all is done; it goes back in %u s unless 'lunward confirm' "
			    "follows\n",
			    p->confirm_within);
		cli_say_at_once(&line);
	}
	showing->told |= p->confirm_within;
}

static void progress_end(void)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_add(&line, "\r\033[K");
	cli_say_at_once(&line);
}

/* ---- the question */

static int ask(const struct cli_args *args)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;
	char answer[8] = "";

	if (cli_has(args, CLI_OPT_YES))
		return CLI_DONE;
	if (!isatty(STDIN_FILENO)) {
		cli_say("nobody can be asked here: say --yes to apply this");
		return CLI_INVALID;
	}
	lw_str_add(&line, "Apply this? [y/N] ");
	cli_say_lines(&line);
	if (fgets(answer, sizeof(answer), stdin) && (*answer == 'y' || *answer == 'Y'))
		return CLI_DONE;
	cli_say("nothing was changed");
	return CLI_FAILED;
}

/* ---- what came of it */

/* Behind an end that nobody can have wanted. */
static void say_what_next(uint64_t id)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_addf(&line,
		    "  hint: the same again goes on from here; lunward rollback %llu undoes what "
		    "was done\n",
		    (unsigned long long)id);
	cli_say_lines(&line);
}

static void say_outcome(const struct lw_outcome *outcome)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_addf(&line, "%zu %s done", outcome->done,
		    outcome->done == 1 ? "operation" : "operations");
	if (outcome->failed)
		lw_str_addf(&line, ", %zu failed", outcome->failed);
	if (outcome->skipped)
		lw_str_addf(&line, ", %zu not begun", outcome->skipped);
	if (outcome->rolled_back)
		lw_str_add(&line, outcome->left ? "; on the way back something was left"
						: "; everything is as it was before");
	if (outcome->id)
		lw_str_addf(&line, " (%llu in lunward history)", (unsigned long long)outcome->id);
	cli_say("%s", lw_str_text(&line));
	if (outcome->id && outcome->done &&
	    (outcome->left || outcome->failed || outcome->skipped) &&
	    !(outcome->rolled_back && !outcome->left))
		say_what_next(outcome->id);
}

/* What came of it, behind the plan: a document of its own. */
static int outcome_json(const struct lw_outcome *outcome, int code, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;
	const struct {
		const char *key;
		uint64_t number;
	} counts[] = { { "version", 1 },
		       { "exit", (uint64_t)code },
		       { "id", outcome->id },
		       { "done", outcome->done },
		       { "failed", outcome->failed },
		       { "skipped", outcome->skipped },
		       { "left", outcome->left } };

	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	lw_json_put_key(&w, "lunward");
	lw_json_put_string(&w, "outcome");
	for (size_t i = 0; i < LW_ARRAY_LEN(counts); i++) {
		lw_json_put_key(&w, counts[i].key);
		lw_json_put_u64(&w, counts[i].number);
	}
	lw_json_put_key(&w, "rolled_back");
	lw_json_put_bool(&w, outcome->rolled_back);
	lw_json_put_key(&w, "problems");
	lw_json_put_array_begin(&w);
	cli_problems_json(&w, report);
	lw_json_put_array_end(&w);
	lw_json_put_key(&w, "unlisted");
	lw_json_put_u64(&w, lw_report_lost(report));
	lw_json_put_object_end(&w);
	lw_str_add_char(&out, '\n');
	/* Who asked does not know what came of it, and it is not as it was. */
	if (cli_out(&out))
		return outcome->done && !outcome->rolled_back ? CLI_PARTLY : CLI_FAILED;
	return code;
}

static int exit_code(const struct cli_change *change, const struct lw_outcome *outcome, int r)
{
	if (r >= 0)
		return change->partial ? CLI_PARTLY : CLI_DONE;
	if (outcome->rolled_back && !outcome->left)
		return CLI_FAILED;
	return outcome->done ? CLI_PARTLY : CLI_FAILED;
}

/* Seconds of which there must be some. */
static bool some_seconds(const struct cli_args *args, enum cli_option_id option, const char *why,
			 unsigned *ret)
{
	if (!cli_seconds(args, option, 0, ret))
		return false;
	if (!args->value[option] || *ret)
		return true;
	cli_say("--%s: %s", cli_options[option].name, why);
	return false;
}

static enum lw_on_error policy_of(const char *word)
{
	static const struct {
		const char *word;
		enum lw_on_error policy;
	} policies[] = { { "rollback", LW_ON_ERROR_ROLLBACK },
			 { "stop", LW_ON_ERROR_STOP },
			 { "continue", LW_ON_ERROR_CONTINUE } };

	for (size_t i = 0; word && i < LW_ARRAY_LEN(policies); i++)
		if (!strcmp(word, policies[i].word))
			return policies[i].policy;
	return LW_ON_ERROR_ROLLBACK;
}

static bool options_of(const struct cli_args *args, const struct cli_change *change,
		       struct lw_apply_options *ret)
{
	ret->command = change->command;
	ret->undo = change->undo;
	ret->stopped = cli_stopped;
	ret->on_error = policy_of(args->value[CLI_OPT_ON_ERROR]);
	ret->progress = progress;
	return some_seconds(args, CLI_OPT_SUSPEND,
			    "commands that are running need a second at least to end",
			    &ret->suspend) &&
	       some_seconds(args, CLI_OPT_CONFIRM_WITHIN,
			    "nobody can confirm it within no time; leave it out to apply for good",
			    &ret->confirm_within) &&
	       some_seconds(args, CLI_OPT_TIMEOUT, "the kernel needs a second at least to answer",
			    &ret->deadline);
}

static int carry_out(const struct cli_args *args, const struct cli_change *change,
		     const struct lw_apply_options *options, struct lw_outcome *outcome,
		     struct lw_report *report)
{
	struct lw_apply_options shown = *options;
	/* Lines that come one by one say it better. */
	struct showing showing = { .bar = isatty(STDERR_FILENO) &&
					  cli_log_level(args) < LW_LOG_INFO };
	int r;

	shown.arg = &showing;
	cli_stop_begin(options->confirm_within > 0);
	r = lw_apply(change->system, change->want, change->plan, &shown, outcome, report);
	cli_stop_end();
	if (showing.bar)
		progress_end();
	return r;
}

int cli_carry_out(const struct cli_args *args, const struct cli_change *change,
		  struct lw_outcome *outcome, struct lw_report *report)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;

	return options_of(args, change, &options)
		       ? carry_out(args, change, &options, outcome, report)
		       : -EINVAL;
}

static int apply(const struct cli_args *args, const struct cli_change *change,
		 struct lw_apply_options *options, struct lw_report *report)
{
	struct lw_outcome outcome = LW_OUTCOME_INIT;
	int r = carry_out(args, change, options, &outcome, report);

	r = exit_code(change, &outcome, r);
	if (cli_json(args))
		return outcome_json(&outcome, r, report);
	cli_problems_say(args, report);
	say_outcome(&outcome);
	return r;
}

static int nothing_to_do(const struct cli_args *args, const struct cli_change *change,
			 struct lw_report *report)
{
	const struct lw_outcome nothing = LW_OUTCOME_INIT;
	int code = change->partial ? CLI_PARTLY : CLI_DONE;

	return cli_json(args) ? outcome_json(&nothing, code, report) : code;
}

/* Of the apply as a whole, which no operation of the plan tells. */
static void note_suspend(const struct lw_apply_options *options, struct lw_plan *plan,
			 struct lw_report *report)
{
	struct lw_problem problem = LW_PROBLEM_INIT;

	if (!options->suspend || !lw_plan_changes(plan))
		return;
	problem.severity = LW_NOTE;
	problem.message = "all I/O of the engine is paused while this is carried out: every "
			  "session is disturbed";
	lw_report_add(report, &problem);
}

int cli_change(const struct cli_args *args, struct cli_change *change, struct lw_report *report)
{
	struct lw_apply_options options = LW_APPLY_OPTIONS_INIT;
	struct lw_report *after = lw_report_new();
	int r = after ? CLI_DONE : cli_memory();

	if (!r && !options_of(args, change, &options))
		r = CLI_INVALID;
	if (!r) {
		note_suspend(&options, change->plan, report);
		r = cli_plan_show(args, change->plan, report);
	}
	if (r == CLI_CHANGES)
		r = ask(args);
	else if (r == CLI_DONE)
		r = nothing_to_do(args, change, after);
	if (r == CLI_DONE && lw_plan_changes(change->plan))
		r = apply(args, change, &options, after);
	lw_report_free(after);
	lw_plan_free(change->plan);
	change->plan = NULL;
	return r;
}
