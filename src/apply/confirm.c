/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/confirm.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/lock.h"
#include "apply/system.h"
#include "base/clock.h"
#include "base/fail.h"
#include "base/num.h"

#define PENDING "pending"
#define POLL_MS 100

/* "ID PID END": the end by the clock that all programs of one boot share. */
static int write_pending(struct lw_system *system, uint64_t id, uint64_t end,
			 struct lw_error *error)
{
	char text[96];
	int len = snprintf(text, sizeof(text), "%llu %d %llu\n", (unsigned long long)id,
			   (int)getpid(), (unsigned long long)end);

	return lw_state_write(&system->state, PENDING, text, (size_t)len, error);
}

/* A number of the text, which is left standing behind it. */
static bool take_number(const char **at, uint64_t *ret)
{
	size_t len = strcspn(*at, " \n");

	if (!lw_parse_u64(*at, len, LW_NUM_DEC, ret))
		return false;
	*at += len;
	*at += **at == ' ';
	return true;
}

/* 0; -ENOENT when there is no such file. */
static int parse_pending(const struct lw_state *state, uint64_t *ret_id, uint64_t *ret_pid,
			 uint64_t *ret_end)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const char *at;
	int r = state->dir < 0 ? -ENOENT : lw_state_read(state, PENDING, &text, NULL);

	if (r < 0)
		return r;
	at = lw_str_text(&text);
	if (!take_number(&at, ret_id) || !take_number(&at, ret_pid) || !take_number(&at, ret_end))
		return -EINVAL;
	return 0;
}

int lw_pending_read(const struct lw_state *state, struct lw_pending *ret)
{
	uint64_t id, pid, end, now = lw_now_ms();
	int r = parse_pending(state, &id, &pid, &end);

	*ret = (struct lw_pending){ .id = 0 };
	if (r < 0)
		return r;
	ret->id = id;
	/* A number may be somebody else's by now, and after a start of the machine it is: who waits holds the lock. */
	ret->waiting = pid && (uint64_t)lw_lock_holder(state) == pid;
	ret->left = ret->waiting && end > now ? (unsigned)((end - now + 999) / 1000) : 0;
	return 0;
}

/* Only a file that is gone is somebody's word: one that cannot be read is none, nor one that went with its folder. */
static bool is_confirmed(const struct lw_state *state)
{
	uint64_t unused;

	return parse_pending(state, &unused, &unused, &unused) == -ENOENT &&
	       lw_state_is_there(state);
}

static void tell(const struct lw_apply_options *options, uint64_t left_ms)
{
	struct lw_progress progress = { .size = sizeof(progress) };

	progress.confirm_within = (unsigned)((left_ms + 999) / 1000);
	if (options->progress)
		options->progress(options->arg, &progress);
}

/* Whoever takes the file away decides: 0 when it was somebody else, who confirmed it in the last moment. */
static int give_up(struct lw_system *system, uint64_t id, bool stopped, unsigned seconds,
		   struct lw_error *error)
{
	if (lw_state_is_there(&system->state) && lw_state_take(&system->state, PENDING, NULL) == 0)
		return 0;
	return lw_error_set(error, -ETIMEDOUT, LW_CODE_GONE,
			    stopped ? "told to stop while apply %llu waited %u s to be confirmed"
				    : "nobody confirmed apply %llu within %u s",
			    (unsigned long long)id, seconds);
}

int lw_confirm_wait(struct lw_system *system, uint64_t id, const struct lw_apply_options *options,
		    struct lw_error *error)
{
	uint64_t end = lw_now_ms() + (uint64_t)options->confirm_within * 1000;
	struct timespec pause = { 0, POLL_MS * 1000000L };
	int r;

	tell(options, (uint64_t)options->confirm_within * 1000);
	r = write_pending(system, id, end, error);
	while (r >= 0 && !is_confirmed(&system->state)) {
		uint64_t now = lw_now_ms();
		bool stopped = options->stopped && options->stopped(options->arg);

		if (now >= end || stopped)
			return give_up(system, id, stopped, options->confirm_within, error);
		tell(options, end - now);
		nanosleep(&pause, NULL);
	}
	return r;
}

void lw_pending_forget(const struct lw_state *state)
{
	(void)lw_state_remove(state, PENDING, NULL);
}

uint64_t lw_system_pending(struct lw_system *system, bool *ret_waiting)
{
	struct lw_state looked = { .dir = -1 };
	struct lw_pending now = { .id = 0 };

	/* Who only asks makes no folder. */
	if (system && lw_state_look(system->state_dir, system->engine->name, &looked, NULL) >= 0)
		(void)lw_pending_read(&looked, &now);
	lw_state_close(&looked);
	if (ret_waiting)
		*ret_waiting = now.waiting;
	return now.id;
}

int lw_confirm(struct lw_system *system, struct lw_error *error)
{
	bool waiting = false;
	uint64_t id;
	int r;

	if (!system)
		return -EINVAL;
	r = lw_system_recall(system, error);
	if (r < 0)
		return r;
	id = lw_system_pending(system, &waiting);
	if (!id)
		return lw_error_set(error, -ENOENT, LW_CODE_MISSING,
				    "nothing waits to be confirmed");
	if (!waiting) {
		lw_error_set(error, -ESRCH, LW_CODE_GONE,
			     "apply %llu waited to be confirmed, but its program is gone",
			     (unsigned long long)id);
		lw_error_hint(error, "what it applied is in force; lunward rollback %llu undoes it",
			      (unsigned long long)id);
		(void)lw_state_remove(&system->state, PENDING, NULL);
		return -ESRCH;
	}
	r = lw_state_take(&system->state, PENDING, error);
	if (r == 0)
		return lw_error_set(error, -ENOENT, LW_CODE_MISSING,
				    "apply %llu waits no more: it has just been decided",
				    (unsigned long long)id);
	return r < 0 ? r : 0;
}
