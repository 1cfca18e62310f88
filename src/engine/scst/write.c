/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one way to write to SCST. Most commands are queued: the writer sleeps up to 15 s, then the kernel says EAGAIN and
 * goes on. What became of it is in one cell for the whole of SCST, last_sysfs_mgmt_res, which reads EAGAIN while anything
 * is under way and then keeps the last verdict, whoever's it was. So it is read only after a command of ours got EAGAIN,
 * never after one that succeeded or failed by itself. A write that was interrupted goes on as well.
 */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/num.h"
#include "engine/scst/exec.h"

#define RESULT "last_sysfs_mgmt_res"
#define USUAL_DEADLINE 300 /* seconds */

static void sleep_ms(unsigned ms)
{
	struct timespec ts = { ms / 1000, (long)(ms % 1000) * 1000000 };

	nanosleep(&ts, NULL);
}

/* "0" or "-17"; the cell of a kernel that says something else is of no use. */
static int verdict(struct lw_executor *x, struct lw_error *error)
{
	const char *text = lw_str_text(&x->value);
	size_t len = strcspn(text, "\n");
	uint64_t number;

	if (len && *text == '-' && lw_parse_u64(text + 1, len - 1, LW_NUM_DEC, &number) &&
	    number > 0 && number < 4096)
		return -(int)number;
	if (len == 1 && *text == '0')
		return 0;
	return lw_error_set(error, -EPROTO, LW_CODE_IO, RESULT ": \"%.*s\" is no result", (int)len,
			    text);
}

static bool stopped(const struct lw_executor *x)
{
	return x->options.stopped && x->options.stopped(x->options.arg);
}

/* Waits for the verdict on a command of ours that the kernel is still at. */
static int wait_for(struct lw_executor *x, const char *path, unsigned deadline,
		    struct lw_error *error)
{
	uint64_t end = lw_now_ms() + (uint64_t)deadline * 1000;
	int r;

	for (unsigned pause = 50;; pause = pause < 500 ? pause * 2 : 1000) {
		r = lw_kt_read(x->kt, RESULT, &x->value, error);
		if (r >= 0) {
			r = verdict(x, error);
			return r < 0 && r != -EPROTO ? lw_kt_fail(error, r, path) : r;
		}
		if (r != -EAGAIN && r != -EINTR)
			return r;
		if (stopped(x))
			return lw_error_set(
				error, -ECANCELED, LW_CODE_BUSY,
				"%s: not waited for any longer; the kernel is still at it", path);
		if (lw_now_ms() >= end)
			return lw_error_set(error, -ETIMEDOUT, LW_CODE_BUSY,
					    "%s: no result after %u s; the kernel is still at it",
					    path, deadline);
		sleep_ms(pause);
	}
}

int scst_write(struct lw_executor *x, const char *path, const char *text, size_t len,
	       unsigned deadline, struct lw_error *error)
{
	int r = lw_kt_write(x->kt, path, text, len, error);

	if (r != -EAGAIN && r != -EINTR)
		return r;
	if (!deadline)
		deadline = x->options.deadline ? x->options.deadline : USUAL_DEADLINE;
	return wait_for(x, path, deadline, error);
}

bool scst_adrift(int r)
{
	return r == -ETIMEDOUT || r == -ECANCELED;
}

int scst_exists(struct lw_executor *x, const char *path, struct lw_error *error)
{
	struct lw_kt_stat st;
	int r = lw_kt_stat(x->kt, path, &st, error);

	if (r == -ENOENT || r == -ENOTDIR || r == -ENODEV)
		return 0;
	return r < 0 ? r : 1;
}
