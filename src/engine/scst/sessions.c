/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sessions of a target that goes. The kernel would wait for their end without limit, holding what every other command needs;
 * so they are ended first, and a target whose driver cannot end them is left alone.
 */
#include <errno.h>
#include <time.h>

#include "base/clock.h"
#include "base/fail.h"
#include "engine/scst/exec.h"

#define POLL_MS 100
#define USUAL_WAIT 60 /* seconds */

static int count(struct lw_executor *x, const char *path, struct lw_kt_list *ret,
		 struct lw_error *error)
{
	int r = lw_kt_list(x->kt, path, ret, error);

	return r == -ENOENT || r == -ENODEV ? 0 : r < 0 ? r : (int)ret->count;
}

/* A session may end by itself meanwhile. */
static int close_one(struct lw_executor *x, const char *sessions, const char *name,
		     struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int r;

	lw_str_addf(&path, "%s/%s", sessions, name);
	r = scst_exists(x, lw_str_text(&path), error);
	if (r <= 0)
		return r;
	lw_str_add(&path, "/force_close");
	r = lw_str_bad(&path) ? lw_error_memory(error)
			      : scst_write(x, lw_str_text(&path), "1", 1, 0, error);
	if (r != -ENOENT && r != -ENODEV)
		return r;
	lw_kt_cut(&path, path.len - sizeof("/force_close") + 1);
	r = scst_exists(x, lw_str_text(&path), error);
	if (r <= 0)
		return r;
	lw_error_set(error, -EBUSY, LW_CODE_BUSY, "%s: is logged in, and its driver cannot end it",
		     lw_str_text(&path));
	lw_error_hint(error, "let the initiator log out, then apply again");
	return -EBUSY;
}

int scst_sessions(struct lw_executor *x, const char *target, struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;

	lw_str_addf(&path, "%s/sessions", target);
	return lw_str_bad(&path) ? lw_error_memory(error)
				 : count(x, lw_str_text(&path), &list, error);
}

/* As long as one operation may take, where somebody said so. */
static unsigned wait_of(const struct lw_executor *x, unsigned deadline)
{
	return deadline ? deadline : x->options.deadline ? x->options.deadline : USUAL_WAIT;
}

int scst_end_sessions(struct lw_executor *x, const char *target, unsigned deadline,
		      struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct timespec pause = { 0, POLL_MS * 1000000L };
	uint64_t end;
	int r;

	lw_str_addf(&path, "%s/sessions", target);
	if (lw_str_bad(&path))
		return lw_error_memory(error);
	r = count(x, lw_str_text(&path), &list, error);
	for (uint32_t i = 0; i < list.count && r >= 0; i++)
		if (list.entries[i].type == LW_KT_DIR)
			r = close_one(x, lw_str_text(&path), list.entries[i].name, error);
	end = lw_now_ms() + (uint64_t)wait_of(x, deadline) * 1000;
	while (r >= 0 && (r = count(x, lw_str_text(&path), &list, error)) > 0) {
		if (lw_now_ms() >= end ||
		    (x->options.stopped && x->options.stopped(x->options.arg)))
			return lw_error_set(error, -EBUSY, LW_CODE_BUSY,
					    "%s: %d sessions were told to end and are still there",
					    target, r);
		nanosleep(&pause, NULL);
	}
	return r < 0 ? r : 0;
}
