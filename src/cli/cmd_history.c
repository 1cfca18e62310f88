/* SPDX-License-Identifier: Apache-2.0 */
/* lunward history: what was applied, the newest first. */
#include <string.h>

#include "base/json.h"
#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

static void add_lines(const struct lw_history *history, struct lw_str *out)
{
	const struct lw_entry *entry;

	for (size_t n = 0; (entry = lw_history_get(history, n)); n++) {
		lw_str_addf(out, "%4llu  ", (unsigned long long)entry->id);
		cli_time_add(entry->time, out);
		lw_str_addf(out, "  %-11s  ", lw_entry_state_name(entry->state));
		if (entry->changes == LW_CHANGES_UNKNOWN)
			lw_str_addf(out, "%13s  ", "not counted");
		else
			lw_str_addf(out, "%5zu %s  ", entry->changes,
				    entry->changes == 1 ? "change " : "changes");
		lw_str_add_shown(out, entry->command, strlen(entry->command));
		lw_str_add_char(out, '\n');
	}
}

static void put_entry(struct lw_json_writer *w, const struct lw_entry *entry)
{
	lw_json_put_object_begin(w);
	lw_json_put_key(w, "id");
	lw_json_put_u64(w, entry->id);
	lw_json_put_key(w, "time");
	lw_json_put_i64(w, entry->time);
	lw_json_put_key(w, "state");
	lw_json_put_string(w, lw_entry_state_name(entry->state));
	lw_json_put_key(w, "changes");
	if (entry->changes == LW_CHANGES_UNKNOWN)
		lw_json_put_null(w);
	else
		lw_json_put_u64(w, entry->changes);
	lw_json_put_key(w, "command");
	lw_json_put_string(w, entry->command);
	lw_json_put_object_end(w);
}

static void add_json(const struct lw_history *history, struct lw_str *out)
{
	const struct lw_entry *entry;
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	lw_json_put_key(&w, "lunward");
	lw_json_put_string(&w, "history");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "entries");
	lw_json_put_array_begin(&w);
	for (size_t n = 0; (entry = lw_history_get(history, n)); n++)
		put_entry(&w, entry);
	lw_json_put_array_end(&w);
	lw_json_put_object_end(&w);
	lw_str_add_char(out, '\n');
}

static int list(const struct cli_args *args, struct lw_system *system, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_history *history = NULL;
	int r = lw_history_read(system, &history, report);

	if (r < 0)
		return cli_live_failed(args, report, r);
	if (cli_json(args))
		add_json(history, &out);
	else
		add_lines(history, &out);
	lw_history_free(history);
	cli_problems_say(args, report);
	return cli_out(&out);
}

int cmd_history(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_system *system = NULL;
	int r = report ? cli_system_open(args, "scst", NULL, &system) : cli_memory();

	if (!r)
		r = list(args, system, report);
	lw_system_close(system);
	lw_report_free(report);
	return r;
}
