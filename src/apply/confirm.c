/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An apply that waits for somebody's word: who cut himself off cannot give it, and everything goes back. While it waits there
 * is a file `pending`; to confirm is to take that away. One that is there though nobody waits was left by a program that died.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "apply/system.h"
#include "base/clock.h"
#include "base/fail.h"
#include "base/num.h"

#define PENDING "pending"
#define POLL_MS 100

static int write_pending(struct lw_system *system, uint64_t id, struct lw_error *error)
{
	char text[64];
	int len = snprintf(text, sizeof(text), "%llu %d\n", (unsigned long long)id, (int)getpid());

	return lw_state_write(&system->state, PENDING, text, (size_t)len, error);
}

/* The apply that waits; 0 if none does. */
static uint64_t pending(struct lw_system *system, pid_t *ret_pid)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	uint64_t id, pid;
	const char *at;
	size_t len;

	if (lw_system_remember(system, NULL) < 0 ||
	    lw_state_read(&system->state, PENDING, &text, NULL) < 0)
		return 0;
	at = lw_str_text(&text);
	len = strcspn(at, " ");
	if (!lw_parse_u64(at, len, LW_NUM_DEC, &id) || at[len] != ' ')
		return 0;
	at += len + 1;
	if (!lw_parse_u64(at, strcspn(at, "\n"), LW_NUM_DEC, &pid) || pid > INT32_MAX)
		return 0;
	*ret_pid = (pid_t)pid;
	return id;
}

static void tell(const struct lw_apply_options *options, uint64_t left_ms)
{
	struct lw_progress progress = { .size = sizeof(progress) };

	progress.confirm_within = (unsigned)((left_ms + 999) / 1000);
	if (options->progress)
		options->progress(options->arg, &progress);
}

int lw_confirm_wait(struct lw_system *system, uint64_t id, const struct lw_apply_options *options,
		    struct lw_error *error)
{
	uint64_t end = lw_now_ms() + (uint64_t)options->confirm_within * 1000;
	struct timespec pause = { 0, POLL_MS * 1000000L };
	pid_t pid;
	int r;

	tell(options, (uint64_t)options->confirm_within * 1000);
	r = write_pending(system, id, error);
	while (r >= 0 && pending(system, &pid) == id) {
		uint64_t now = lw_now_ms();

		if (now >= end || (options->stopped && options->stopped(options->arg))) {
			r = lw_error_set(error, -ETIMEDOUT, LW_CODE_GONE,
					 "nobody confirmed apply %llu within %u s",
					 (unsigned long long)id, options->confirm_within);
			break;
		}
		tell(options, end - now);
		nanosleep(&pause, NULL);
	}
	(void)lw_state_remove(&system->state, PENDING, NULL);
	return r;
}

void lw_confirm_forget(struct lw_system *system)
{
	(void)lw_state_remove(&system->state, PENDING, NULL);
}

uint64_t lw_system_pending(struct lw_system *system, bool *ret_waiting)
{
	pid_t pid = 0;
	uint64_t id = system ? pending(system, &pid) : 0;

	if (ret_waiting)
		*ret_waiting = id && (kill(pid, 0) == 0 || errno == EPERM);
	return id;
}

int lw_confirm(struct lw_system *system, struct lw_error *error)
{
	bool waiting = false;
	uint64_t id = lw_system_pending(system, &waiting);

	if (!id)
		return lw_error_set(error, -ENOENT, LW_CODE_MISSING,
				    "nothing waits to be confirmed");
	if (!waiting) {
		lw_error_set(error, -ESRCH, LW_CODE_GONE,
			     "apply %llu waited to be confirmed, but its program is gone",
			     (unsigned long long)id);
		lw_error_hint(error, "what it applied is in force; lunward rollback undoes it");
		return -ESRCH;
	}
	return lw_state_remove(&system->state, PENDING, error);
}
