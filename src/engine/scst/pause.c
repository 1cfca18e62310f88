/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pause of all I/O: for a bracket, and once around a whole plan. Pauses nest. Each is told beforehand to somebody who
 * lifts it should we die.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "engine/scst/exec.h"
#include "engine/scst/execute.h"

static int hold(struct lw_executor *x, int change, struct lw_error *error)
{
	return x->options.hold ? x->options.hold(x->options.arg, change, error) : 0;
}

int scst_pause_io(struct lw_executor *x, const char *seconds, struct lw_error *error)
{
	int r = hold(x, 1, error);

	if (r < 0)
		return r;
	r = scst_write(x, "suspend", seconds, strlen(seconds), 0, error);
	if (scst_adrift(r))
		return r; /* it may still come: who lifts it should we die, stays */
	if (r < 0) {
		(void)hold(x, -1, NULL);
		lw_error_hint(error,
			      "some command did not end in time; nothing was changed by this");
		return r;
	}
	x->held++;
	return 0;
}

int scst_resume_io(struct lw_executor *x, struct lw_error *error)
{
	int r;

	if (!x->held)
		return 0;
	r = scst_write(x, "suspend", SCST_RESUME, strlen(SCST_RESUME), 0, error);
	if (r < 0)
		return r;
	x->held--;
	/* All I/O goes on, whatever becomes of the books. */
	(void)hold(x, -1, NULL);
	return 0;
}

int scst_pause(struct lw_executor *x, unsigned seconds, struct lw_error *error)
{
	char text[16];
	int r;

	snprintf(text, sizeof(text), "%u", seconds);
	r = scst_pause_io(x, text, error);
	if (r >= 0)
		x->around = seconds;
	return r;
}

int scst_resume(struct lw_executor *x, struct lw_error *error)
{
	int r = x->around ? scst_resume_io(x, error) : 0;

	if (r >= 0)
		x->around = 0;
	return r;
}
