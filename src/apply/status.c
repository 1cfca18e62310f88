/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is going on: looked at from outside, with no lock taken, nothing made and nothing healed. What may not be seen (another
 * user's state folder) is told as not known.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "apply/lock.h"
#include "apply/system.h"
#include "apply/tell.h"
#include "apply/confirm.h"
#include "base/arena.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/num.h"

struct looking {
	struct lw_status status; /* first: what the caller holds */
	struct lw_arena texts;
	struct lw_system system; /* only looked through */
};

static const char *keep(struct looking *l, const char *text)
{
	return text && *text ? lw_arena_strdup(&l->texts, text, strlen(text)) : NULL;
}

/* The words of a command line; NULL when its process is gone, or not ours to look at. */
static const char *command_of(struct looking *l, uint64_t pid)
{
	char path[64], text[4096];
	ssize_t len;
	int fd;

	snprintf(path, sizeof(path), "/proc/%llu/cmdline", (unsigned long long)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	len = fd < 0 ? 0 : read(fd, text, sizeof(text) - 1);
	if (fd >= 0)
		close(fd);
	if (len <= 0)
		return NULL;
	for (ssize_t i = 0; i + 1 < len; i++)
		text[i] = text[i] ? text[i] : ' ';
	text[len] = '\0';
	return keep(l, text);
}

static void take_entry(struct looking *l, const struct lw_journal *journal,
		       struct lw_status_apply *ret)
{
	ret->id = lw_record_id(journal);
	ret->time = (int64_t)lw_record_number(journal, FACT_TIME);
	ret->command = keep(l, lw_journal_fact(journal, FACT_COMMAND));
}

/* The apply at work, or the one that a dead program left. */
static void look_at_journal(struct looking *l, struct lw_report *report)
{
	struct lw_journal *journal = NULL;
	uint64_t pid;

	if (lw_record_about(&l->system, 0, &journal, report) < 0 || !journal)
		return;
	take_entry(l, journal, &l->status.open);
	pid = lw_record_number(journal, FACT_PID);
	l->status.open_runs = pid && l->status.lock_pid == pid;
	l->status.pauses_ours = lw_pauses_of(&l->system, journal);
	lw_journal_free(journal);
}

static void look_at_history(struct looking *l, struct lw_report *report)
{
	struct lw_journal *entry = NULL;
	uint64_t id = 0;

	if (lw_record_before(&l->system, UINT64_MAX, &id, report) < 0 || !id)
		return;
	l->status.in_force.id = id;
	if (lw_record_about(&l->system, id, &entry, report) == 0)
		take_entry(l, entry, &l->status.in_force);
	lw_journal_free(entry);
}

static void look_at_state(struct looking *l, struct lw_report *report)
{
	struct lw_pending pending;

	l->status.lock_pid = (uint64_t)lw_lock_holder(&l->system.state);
	if (l->status.lock_pid)
		l->status.lock_command = command_of(l, l->status.lock_pid);
	(void)lw_pending_read(&l->system.state, &pending);
	l->status.pending_id = pending.id;
	l->status.pending_waits = pending.waiting;
	l->status.pending_left = pending.left;
	look_at_journal(l, report);
	look_at_history(l, report);
}

static void look_at_engine(struct looking *l)
{
	struct lw_engine_state state = { .version = "" };

	if (l->system.engine->state)
		l->system.engine->state(l->system.kt, &state);
	l->status.version = keep(l, state.version);
	l->status.daemon = keep(l, state.daemon);
	l->status.daemon_runs = state.daemon_runs;
	l->status.pauses = lw_pauses(&l->system);
}

static int look(struct looking *l, const struct lw_system_options *options,
		struct lw_report *report)
{
	const struct lw_engine *engine = l->system.engine;
	const char *root = options->root ? options->root : engine->root;
	struct lw_error error = LW_ERROR_INIT;
	int r = lw_system_view(engine, root, &l->system.kt, &error);

	if (r >= 0 && lw_system_attend(&l->system, options, &error) < 0)
		return -ENOMEM;

	l->status.here = r >= 0;
	l->status.why = r < 0 ? keep(l, error.message) : NULL;
	l->status.why_hint = r < 0 ? keep(l, error.hint) : NULL;
	l->status.engine = engine->name;
	l->status.title = engine->schema->title;
	l->status.root = keep(l, root);
	if (r >= 0)
		look_at_engine(l);
	r = lw_state_look(options->state, engine->name, &l->system.state, &error);
	l->status.state_known = r >= 0 || r == -ENOENT;
	l->status.state = keep(l, l->system.state.path);
	if (r >= 0)
		look_at_state(l, report);
	else if (r != -ENOENT)
		lw_tell(report, &error);
	return r == -ENOMEM ? r : 0;
}

int lw_status_read(const struct lw_system_options *options, struct lw_status **ret,
		   struct lw_report *report)
{
	size_t before = lw_report_count(report, LW_ERROR);
	struct lw_error error = LW_ERROR_INIT;
	const struct lw_engine *engine;
	struct looking *l;
	int r;

	if (!options || !ret)
		return -EINVAL;
	engine = lw_engine_named(options->engine, &error);
	if (!engine) {
		lw_tell(report, &error);
		return -EINVAL;
	}
	l = lw_calloc(1, sizeof(*l));
	if (!l)
		return lw_tell_memory(report, before, -ENOMEM);
	l->status.size = sizeof(l->status);
	l->system = (struct lw_system){ .engine = engine, .lock = -1, .state = { .dir = -1 } };
	lw_arena_init(&l->texts);
	r = look(l, options, report);
	lw_kt_close(l->system.kt);
	free(l->system.log);
	lw_state_close(&l->system.state);
	if (r < 0) {
		lw_status_free(&l->status);
		return lw_tell_memory(report, before, r);
	}
	*ret = &l->status;
	return 0;
}

void lw_status_free(struct lw_status *status)
{
	struct looking *l = (struct looking *)status;

	if (!l)
		return;
	lw_arena_done(&l->texts);
	free(l);
}
