/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All that is wrong with a text, in one list. The texts of a problem are copied into an arena, so an entry can be handed out
 * as it is. A flood (a binary file given as a configuration) costs nothing beyond the first LW_REPORT_MAX of a severity.
 */
#include "lunward/error.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

#define SEVERITIES (LW_ERROR + 1)

struct entry {
	struct lw_problem problem;
	uint32_t file_rank; /* place of the file among all files, as first seen */
	uint32_t arrival;
};

struct lw_report {
	struct lw_arena arena;
	struct entry *entries;
	uint32_t count, cap;
	const char **files; /* each name once, in the arena; NULL is a name too: that of no file */
	uint32_t files_count, files_cap;
	size_t seen[SEVERITIES];
	size_t kept[SEVERITIES];
};

struct lw_report *lw_report_new(void)
{
	return lw_calloc(1, sizeof(struct lw_report));
}

void lw_report_free(struct lw_report *report)
{
	if (!report)
		return;
	lw_arena_done(&report->arena);
	free(report->entries);
	free(report->files);
	free(report);
}

static bool same_name(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Copies *@text into the arena in place; false when memory is short. */
static bool keep_text(struct lw_report *report, const char **text)
{
	if (!*text)
		return true;
	*text = lw_arena_strdup(&report->arena, *text, strlen(*text));
	return *text;
}

static bool keep_file(struct lw_report *report, struct entry *entry)
{
	const char *name = entry->problem.file;
	uint32_t i = report->files_count;

	/* From the end: problems of one file come in a row. */
	while (i && !same_name(report->files[i - 1], name))
		i--;
	if (!i) {
		if (lw_grow(&report->files, &report->files_cap, (uint64_t)report->files_count + 1,
			    sizeof(*report->files)) < 0)
			return false;
		if (!keep_text(report, &name))
			return false;
		report->files[report->files_count++] = name;
		i = report->files_count;
	}
	entry->problem.file = report->files[i - 1];
	entry->file_rank = i - 1;
	return true;
}

static bool keep(struct lw_report *report, const struct lw_problem *problem)
{
	struct entry entry = { .problem = *problem, .arrival = report->count };

	if (lw_grow(&report->entries, &report->cap, (uint64_t)report->count + 1, sizeof(entry)) < 0)
		return false;
	if (!keep_file(report, &entry) || !keep_text(report, &entry.problem.object) ||
	    !keep_text(report, &entry.problem.message) || !keep_text(report, &entry.problem.hint))
		return false;
	report->entries[report->count++] = entry;
	return true;
}

void lw_report_add(struct lw_report *report, const struct lw_problem *problem)
{
	struct lw_problem ours = { 0 };

	if (!report || !problem)
		return;

	/* What the caller's struct does not have yet is absent, what ours does not have yet is not understood. */
	memcpy(&ours, problem, problem->size < sizeof(ours) ? problem->size : sizeof(ours));
	ours.size = sizeof(ours);
	if ((unsigned)ours.severity >= SEVERITIES)
		ours.severity = LW_ERROR;
	/* Who formatted the words and has none had no memory for them. */
	if (!ours.message)
		ours.message = "";
	else if (!*ours.message)
		ours.message = "memory is short";

	report->seen[ours.severity]++;
	if (report->kept[ours.severity] < LW_REPORT_MAX && keep(report, &ours))
		report->kept[ours.severity]++;
}

size_t lw_report_count(const struct lw_report *report, enum lw_severity severity)
{
	return report && (unsigned)severity < SEVERITIES ? report->seen[severity] : 0;
}

size_t lw_report_lost(const struct lw_report *report)
{
	size_t lost = 0;

	for (unsigned i = 0; report && i < SEVERITIES; i++)
		lost += report->seen[i] - report->kept[i];
	return lost;
}

size_t lw_report_size(const struct lw_report *report)
{
	return report ? report->count : 0;
}

static int order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int r;

	r = order(a->file_rank, b->file_rank);
	if (!r)
		r = order(a->problem.line, b->problem.line);
	if (!r)
		r = order(a->problem.column, b->problem.column);
	return r ? r : order(a->arrival, b->arrival);
}

void lw_report_sort(struct lw_report *report)
{
	if (report && report->count)
		qsort(report->entries, report->count, sizeof(*report->entries), compare);
}

const struct lw_problem *lw_report_get(const struct lw_report *report, size_t n)
{
	return report && n < report->count ? &report->entries[n].problem : NULL;
}
