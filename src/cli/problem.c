/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/problem.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/log.h"
#include "cli/output.h"

static const struct {
	const char *name, *colour;
} severities[] = {
	[LW_NOTE] = { "note", "\033[36m" },
	[LW_WARNING] = { "warning", "\033[35m" },
	[LW_ERROR] = { "error", "\033[31m" },
};
static_assert(LW_ARRAY_LEN(severities) == LW_ERROR + 1, "each severity has a name");

static void add_shown(struct lw_str *out, const char *text)
{
	lw_str_add_shown(out, text, strlen(text));
}

/* "store.conf:3:5: ", "store.conf: ", or our own name when no text is to blame. */
static void add_place(struct lw_str *out, const struct lw_problem *problem)
{
	/* A script's unset variable gives an empty name. */
	if (problem->file && !problem->file[0])
		lw_str_add(out, "\"\"");
	else
		add_shown(out, problem->file ? problem->file : "lunward");
	lw_str_add_char(out, ':');
	if (problem->line)
		lw_str_addf(out, "%u:", problem->line);
	if (problem->line && problem->column)
		lw_str_addf(out, "%u:", problem->column);
	lw_str_add_char(out, ' ');
}

/* An object that has no place in a text is named, unless the words do so. */
static void add_object(struct lw_str *out, const struct lw_problem *problem)
{
	LW_AUTO_STR struct lw_str object = LW_STR_INIT;

	if (problem->line || !problem->object)
		return;
	add_shown(&object, problem->object);
	out->bad |= object.bad;
	if (strstr(problem->message, problem->object) ||
	    strstr(problem->message, lw_str_text(&object)))
		return;
	lw_str_addf(out, "%s: ", lw_str_text(&object));
}

static void add_problem(struct lw_str *out, const struct lw_problem *problem, bool colour)
{
	if (colour)
		lw_str_add(out, "\033[1m");
	add_place(out, problem);
	if (colour)
		lw_str_addf(out, "\033[0m%s", severities[problem->severity].colour);
	lw_str_add(out, severities[problem->severity].name);
	lw_str_add(out, colour ? ":\033[0m " : ": ");
	add_object(out, problem);
	add_shown(out, problem->message);
	lw_str_add_char(out, '\n');
	if (problem->hint) {
		lw_str_add(out, "  hint: ");
		add_shown(out, problem->hint);
		lw_str_add_char(out, '\n');
	}
}

int cli_problems_say(const struct cli_args *args, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	bool colour = cli_colour(args, STDERR_FILENO);

	lw_report_sort(report);
	for (size_t i = 0; i < lw_report_size(report); i++)
		if (cli_log_says(args, lw_report_get(report, i)->severity))
			add_problem(&out, lw_report_get(report, i), colour);
	if (lw_report_lost(report))
		lw_str_addf(&out, "lunward: and %zu more\n", lw_report_lost(report));
	return cli_say_lines(&out);
}

void cli_tally_add(struct cli_tally *tally, const struct lw_report *report)
{
	tally->errors += lw_report_count(report, LW_ERROR);
	tally->warnings += lw_report_count(report, LW_WARNING);
	tally->notes += lw_report_count(report, LW_NOTE);
	tally->unlisted += lw_report_lost(report);
}

static void add_count(struct lw_str *out, size_t count, const char *name)
{
	if (!count)
		return;
	lw_str_addf(out, "%s%zu %s%s", out->len ? ", " : "", count, name, count == 1 ? "" : "s");
}

void cli_tally_say(const struct cli_tally *tally)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;

	add_count(&out, tally->errors, "error");
	add_count(&out, tally->warnings, "warning");
	if (out.len)
		cli_say("%s", lw_str_text(&out));
}

static void put_place(struct lw_json_writer *w, const char *key, uint32_t number)
{
	lw_json_put_key(w, key);
	if (number)
		lw_json_put_u64(w, number);
	else
		lw_json_put_null(w);
}

static void put_text(struct lw_json_writer *w, const char *key, const char *text)
{
	lw_json_put_key(w, key);
	lw_json_put_string(w, text);
}

void cli_problems_json(struct lw_json_writer *w, struct lw_report *report)
{
	lw_report_sort(report);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *problem = lw_report_get(report, i);

		lw_json_put_object_begin(w);
		put_text(w, "severity", severities[problem->severity].name);
		put_text(w, "code", lw_code_name(problem->code));
		put_text(w, "file", problem->file);
		put_place(w, "line", problem->line);
		put_place(w, "column", problem->column);
		put_text(w, "object", problem->object);
		put_text(w, "message", problem->message);
		put_text(w, "hint", problem->hint);
		lw_json_put_object_end(w);
	}
}

void cli_tally_json(struct lw_json_writer *w, const struct cli_tally *tally)
{
	lw_json_put_object_begin(w);
	lw_json_put_key(w, "errors");
	lw_json_put_u64(w, tally->errors);
	lw_json_put_key(w, "warnings");
	lw_json_put_u64(w, tally->warnings);
	lw_json_put_key(w, "notes");
	lw_json_put_u64(w, tally->notes);
	lw_json_put_key(w, "unlisted");
	lw_json_put_u64(w, tally->unlisted);
	lw_json_put_object_end(w);
}

static int refuse_json(struct lw_report *report, const struct cli_tally *tally, int code)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;
	int r;

	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	put_text(&w, "lunward", "error");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "problems");
	lw_json_put_array_begin(&w);
	cli_problems_json(&w, report);
	lw_json_put_array_end(&w);
	lw_json_put_key(&w, "summary");
	cli_tally_json(&w, tally);
	lw_json_put_object_end(&w);
	lw_str_add_char(&out, '\n');
	r = cli_out(&out);
	return r ? r : code;
}

int cli_refuse(const struct cli_args *args, struct lw_report *report, int code)
{
	struct cli_tally tally = { 0 };

	cli_tally_add(&tally, report);
	if (cli_json(args))
		return refuse_json(report, &tally, code);
	if (cli_problems_say(args, report))
		return CLI_FAILED;
	cli_tally_say(&tally);
	return code;
}
