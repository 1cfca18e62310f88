/* SPDX-License-Identifier: Apache-2.0 */
/* lunward status: which engines are here, who works at them, and what waits for somebody. */
#include <errno.h>
#include <string.h>

#include "base/json.h"
#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

/* ---- for people */

static void add_key(struct lw_str *out, const char *key)
{
	lw_str_addf(out, "%-14s", key);
}

/* What the kernel, or another program, says is one line here. */
static void add_text(struct lw_str *out, const char *text)
{
	lw_str_add_shown(out, text, strlen(text));
}

static void add_engine(struct lw_str *out, const struct lw_status *s)
{
	add_key(out, s->title);
	if (!s->here) {
		add_text(out, s->why ? s->why : "it is not here");
		lw_str_add_char(out, '\n');
		return;
	}
	if (s->version) {
		add_text(out, s->version);
		lw_str_add(out, ", ");
	}
	lw_str_addf(out, "at %s\n", s->root);
	if (s->daemon) {
		add_key(out, "daemon");
		lw_str_addf(out, "%s %s\n", s->daemon,
			    s->daemon_runs ? "runs" : "is not there: iSCSI targets cannot be made");
	}
	add_key(out, "I/O");
	if (s->pauses)
		lw_str_addf(out, "paused %u times, %u of them by lunward\n", s->pauses,
			    s->pauses_ours);
	else
		lw_str_add(out, "runs\n");
}

static void add_apply(struct lw_str *out, const struct lw_status_apply *apply)
{
	lw_str_addf(out, "%llu", (unsigned long long)apply->id);
	if (apply->time) {
		lw_str_add(out, ", ");
		cli_time_add(apply->time, out);
	}
	if (apply->command) {
		lw_str_add(out, ": ");
		add_text(out, apply->command);
	}
}

static void add_lock(struct lw_str *out, const struct lw_status *s)
{
	add_key(out, "lock");
	if (!s->lock_pid) {
		lw_str_add(out, "nobody has it\n");
		return;
	}
	lw_str_addf(out, "process %llu", (unsigned long long)s->lock_pid);
	if (s->lock_command) {
		lw_str_add(out, ": ");
		add_text(out, s->lock_command);
	}
	lw_str_add_char(out, '\n');
}

static void add_open(struct lw_str *out, const struct lw_status *s)
{
	if (!s->open.id)
		return;
	add_key(out, s->open_runs ? "at work" : "interrupted");
	add_apply(out, &s->open);
	lw_str_add_char(out, '\n');
	if (!s->open_runs && !s->pending_id)
		lw_str_addf(out,
			    "  hint: the next apply begins from there; lunward rollback %llu "
			    "undoes what was done\n",
			    (unsigned long long)s->open.id);
}

static void add_pending(struct lw_str *out, const struct lw_status *s)
{
	if (!s->pending_id)
		return;
	add_key(out, "to confirm");
	if (s->pending_waits)
		lw_str_addf(out, "%llu, %u s left\n  hint: lunward confirm keeps what it did\n",
			    (unsigned long long)s->pending_id, s->pending_left);
	else
		cli_pending_add(s->pending_id, out);
}

static void add_lines(struct lw_str *out, const struct lw_status *s)
{
	add_engine(out, s);
	if (!s->state_known) {
		add_key(out, "applies");
		lw_str_add(out, "not known: the state folder cannot be looked at\n");
		return;
	}
	add_lock(out, s);
	add_open(out, s);
	add_pending(out, s);
	add_key(out, "in force");
	if (s->in_force.id)
		add_apply(out, &s->in_force);
	else
		lw_str_add(out, "nothing that lunward knows of");
	lw_str_add_char(out, '\n');
}

/* ---- for programs */

static void put_text(struct lw_json_writer *w, const char *key, const char *text)
{
	lw_json_put_key(w, key);
	lw_json_put_string(w, text);
}

static void put_number(struct lw_json_writer *w, const char *key, uint64_t number)
{
	lw_json_put_key(w, key);
	lw_json_put_u64(w, number);
}

static void put_bool(struct lw_json_writer *w, const char *key, bool value)
{
	lw_json_put_key(w, key);
	lw_json_put_bool(w, value);
}

static void put_daemon(struct lw_json_writer *w, const struct lw_status *s)
{
	lw_json_put_key(w, "daemon");
	if (!s->daemon) {
		lw_json_put_null(w);
		return;
	}
	lw_json_put_object_begin(w);
	put_text(w, "name", s->daemon);
	put_bool(w, "runs", s->daemon_runs);
	lw_json_put_object_end(w);
}

static void put_pauses(struct lw_json_writer *w, const struct lw_status *s)
{
	lw_json_put_key(w, "pauses");
	lw_json_put_object_begin(w);
	put_number(w, "all", s->pauses);
	put_number(w, "ours", s->pauses_ours);
	lw_json_put_object_end(w);
}

static void put_lock(struct lw_json_writer *w, const struct lw_status *s)
{
	lw_json_put_key(w, "lock");
	if (!s->lock_pid) {
		lw_json_put_null(w);
		return;
	}
	lw_json_put_object_begin(w);
	put_number(w, "pid", s->lock_pid);
	put_text(w, "command", s->lock_command);
	lw_json_put_object_end(w);
}

/* @runs: NULL: nothing is said of that. */
static void put_apply(struct lw_json_writer *w, const char *key,
		      const struct lw_status_apply *apply, const bool *runs)
{
	lw_json_put_key(w, key);
	if (!apply->id) {
		lw_json_put_null(w);
		return;
	}
	lw_json_put_object_begin(w);
	put_number(w, "id", apply->id);
	lw_json_put_key(w, "time");
	lw_json_put_i64(w, apply->time);
	put_text(w, "command", apply->command);
	if (runs)
		put_bool(w, "runs", *runs);
	lw_json_put_object_end(w);
}

static void put_pending(struct lw_json_writer *w, const struct lw_status *s)
{
	lw_json_put_key(w, "pending");
	if (!s->pending_id) {
		lw_json_put_null(w);
		return;
	}
	lw_json_put_object_begin(w);
	put_number(w, "id", s->pending_id);
	put_bool(w, "waits", s->pending_waits);
	put_number(w, "left", s->pending_left);
	lw_json_put_object_end(w);
}

static void put_engine(struct lw_json_writer *w, const struct lw_status *s)
{
	lw_json_put_object_begin(w);
	put_text(w, "name", s->engine);
	put_text(w, "title", s->title);
	put_bool(w, "here", s->here);
	put_text(w, "why", s->why);
	put_text(w, "root", s->root);
	put_text(w, "engine_version", s->version);
	put_daemon(w, s);
	put_pauses(w, s);
	put_text(w, "state", s->state);
	put_bool(w, "state_known", s->state_known);
	put_lock(w, s);
	put_apply(w, "open", &s->open, &s->open_runs);
	put_pending(w, s);
	put_apply(w, "in_force", &s->in_force, NULL);
	lw_json_put_object_end(w);
}

static void add_json(struct lw_str *out, const struct lw_status *s, struct lw_report *report)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	put_text(&w, "lunward", "status");
	put_number(&w, "version", 1);
	lw_json_put_key(&w, "engines");
	lw_json_put_array_begin(&w);
	put_engine(&w, s);
	lw_json_put_array_end(&w);
	lw_json_put_key(&w, "problems");
	lw_json_put_array_begin(&w);
	cli_problems_json(&w, report);
	lw_json_put_array_end(&w);
	lw_json_put_object_end(&w);
	lw_str_add_char(out, '\n');
}

static int print(const struct cli_args *args, const struct lw_status *status,
		 struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	int r;

	if (cli_json(args))
		add_json(&out, status, report);
	else
		add_lines(&out, status);
	r = cli_json(args) ? CLI_DONE : cli_problems_say(args, report);
	if (!r)
		r = cli_out(&out);
	return r ? r : status->here ? CLI_DONE : CLI_ABSENT;
}

int cmd_status(const struct cli_args *args)
{
	struct lw_system_options options = cli_system_options(args, "scst");
	struct lw_report *report = lw_report_new();
	struct lw_status *status = NULL;
	int r = report ? lw_status_read(&options, &status, report) : -ENOMEM;

	if (r < 0)
		r = r == -ENOMEM ? cli_memory() : cli_refuse(args, report, CLI_INVALID);
	else
		r = print(args, status, report);
	lw_status_free(status);
	lw_report_free(report);
	return r;
}
