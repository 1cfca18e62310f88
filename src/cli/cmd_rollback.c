/* SPDX-License-Identifier: Apache-2.0 */
/* lunward rollback: undoes what was applied. */
#include <string.h>

#include "base/num.h"
#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"

/* What goes: the newest apply that is not undone already, or all from the newest to the one that is named. */
static const struct lw_entry *find_entry(const struct lw_history *history, uint64_t id)
{
	const struct lw_entry *entry;

	for (size_t n = 0; (entry = lw_history_get(history, n)); n++)
		if (id ? entry->id == id : entry->state != LW_ENTRY_ROLLED_BACK)
			return entry;
	return id ? NULL : lw_history_get(history, 0);
}

static void note(const struct lw_history *history, const struct lw_entry *entry,
		 struct lw_report *report)
{
	const struct lw_entry *newest = lw_history_get(history, 0);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_problem problem = LW_PROBLEM_INIT;

	lw_str_addf(&text, "this undoes apply %llu", (unsigned long long)entry->id);
	if (newest->id != entry->id)
		lw_str_addf(&text, " and all since, to %llu", (unsigned long long)newest->id);
	lw_str_addf(&text, ": %s", entry->command);
	problem.severity = LW_NOTE;
	problem.message = lw_str_text(&text);
	lw_report_add(report, &problem);
}

static int find_id(const struct cli_args *args, struct lw_system *system, uint64_t *ret,
		   struct lw_report *report)
{
	const char *text = args->operand_count ? args->operand[0] : NULL;
	struct lw_history *history = NULL;
	const struct lw_entry *entry;
	int r;

	if (text && (!lw_parse_u64(text, strlen(text), LW_NUM_DEC, ret) || !*ret)) {
		cli_say("\"%s\" is no number of an apply; lunward history lists them", text);
		return CLI_INVALID;
	}
	r = lw_history_read(system, &history, report);
	if (r < 0)
		return cli_live_failed(args, report, r);
	entry = find_entry(history, *ret);
	if (entry) {
		*ret = entry->id;
		note(history, entry, report);
	}
	lw_history_free(history);
	return CLI_DONE;
}

static int rollback(const struct cli_args *args, struct lw_system *system, struct lw_report *report)
{
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	struct cli_change change = { .system = system };
	int r = cli_system_lock(args, system), e;

	if (!r)
		r = find_id(args, system, &change.undo, report);
	if (r)
		return r;
	e = lw_system_plan_back(system, change.undo, &change.plan, report);
	if (e < 0)
		return cli_live_failed(args, report, e);
	lw_str_addf(&command, "rollback %llu", (unsigned long long)change.undo);
	change.command = lw_str_text(&command);
	return cli_change(args, &change, report);
}

int cmd_rollback(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_system *system = NULL;
	int r = report ? cli_system_open(args, "scst", NULL, &system) : cli_memory();

	if (!r)
		r = rollback(args, system, report);
	lw_system_close(system);
	lw_report_free(report);
	return r;
}
