/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Carrying out operations: the commands that command.c says, and what only shows while working. An operation has succeeded
 * when the kernel is as it wants it, whoever did it: a deletion that finds nothing, a creation whose answer came too late.
 */
#include "engine/scst/execute.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "engine/scst/exec.h"
#include "schema/scst_kinds.h"

int scst_begin(struct lw_ktree *kt, struct lw_plan *plan, const struct lw_execute_options *options,
	       struct lw_executor **ret, struct lw_error *error)
{
	const struct lw_execute_options usual = LW_EXECUTE_OPTIONS_INIT;
	struct lw_executor *x = lw_calloc(1, sizeof(*x));

	if (!x)
		return lw_error_memory(error);
	x->kt = kt;
	x->plan = plan;
	x->options = options ? *options : usual;
	*ret = x;
	return 0;
}

/* Each pause for itself: one that cannot be lifted keeps no other. */
int scst_end(struct lw_executor *x, struct lw_error *error)
{
	int r = 0;

	for (unsigned left = x->held; left; left--) {
		int one = scst_resume_io(x, r < 0 ? NULL : error);

		r = r < 0 ? r : one;
	}
	scst_offers_done(x);
	scst_lacks_done(x);
	lw_str_done(&x->value);
	free(x);
	return r;
}

/* ---- one operation */

/* As much of a command as a message has room for beside the reason. */
#define SHOWN_MAX 250

struct run {
	struct lw_executor *x;
	uint32_t number;
	const struct op *op;
	struct lw_str lacked; /* names of attributes */
	struct lw_error *error;
};

static int offers(void *arg, const char *mgmt, const char *name, struct lw_error *error)
{
	const struct run *run = arg;

	return scst_offers(run->x, mgmt, name, error);
}

/* The kernel's words, with the command that they are about; its secrets hidden. */
static int tell(const struct run *run, const char *path, const char *text, size_t len, int r)
{
	LW_AUTO_STR struct lw_str shown = LW_STR_INIT;
	char words[sizeof(run->error->message)];

	if (!run->error)
		return r;
	snprintf(words, sizeof(words), "%s", run->error->message);
	lw_command_shown(run->x->plan, run->number, text, len, false, &shown);
	lw_error_set(run->error, r, run->error->code, "\"%.*s%s\" > %s", SHOWN_MAX,
		     lw_str_text(&shown), shown.len > SHOWN_MAX ? "..." : "", words);
	lw_error_object(run->error, path);
	scst_hint(run->x, run->op, path, r, run->error);
	return r;
}

static int take(void *arg, const char *path, const char *text, size_t len)
{
	struct run *run = arg;
	int r = scst_write(run->x, path, text, len, run->op->deadline, run->error);

	if (scst_no_such_file(run->x, path, r) && scst_may_lack(run->x, run->op, path, text))
		return scst_lack(run->x, run->op, path, &run->lacked, run->error);
	return r < 0 ? tell(run, path, text, len, r) : 0;
}

static int say(struct run *run)
{
	const struct scst_dialect dialect = { offers, run };
	const struct lw_command_sink sink = { take, run };

	return scst_say(run->x->plan, run->number, &dialect, &sink, run->error);
}

/* Whether the operation's object is there now. */
static int is_there(const struct run *run)
{
	const struct lw_plan *plan = run->x->plan;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	if (run->op->verb == LW_DELETE)
		scst_path(plan->have, run->op->have, &path);
	else
		scst_path(plan->goal, run->op->goal, &path);
	if (lw_str_bad(&path))
		return -ENOMEM;
	return scst_exists(run->x, lw_str_text(&path), NULL);
}

/* A group with a session in it cannot go; without initiators, its sessions fall back to the target's own units. */
static int empty_group(const struct run *run)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	scst_path(run->x->plan->have, run->op->have, &path);
	lw_str_add(&path, "/initiators/mgmt");
	return lw_str_bad(&path) ? lw_error_memory(run->error)
				 : take((void *)run, lw_str_text(&path), "clear", 5);
}

static int end_and_delete(struct run *run, const char *target)
{
	int r = scst_end_sessions(run->x, target, run->op->deadline, run->error);

	return r < 0 ? r : say(run);
}

/*
 * A session ends when its commands have, and these wait for us as long as all is paused. So the pause around everything is
 * lifted meanwhile. It only makes the rest quicker: where it cannot be had again, the rest goes on without.
 */
static int unmake_export(struct run *run)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	unsigned seconds = run->x->around;
	int r;

	scst_path(run->x->plan->have, run->op->have, &path);
	if (lw_str_bad(&path))
		return lw_error_memory(run->error);
	r = seconds ? scst_sessions(run->x, lw_str_text(&path), run->error) : 0;
	if (r <= 0)
		return r < 0 ? r : end_and_delete(run, lw_str_text(&path));
	r = scst_resume(run->x, run->error);
	if (r < 0)
		return r;
	r = end_and_delete(run, lw_str_text(&path));
	if (!scst_adrift(r))
		(void)scst_pause(run->x, seconds, NULL);
	return r;
}

/* What the operation wants of the unit's read_only. */
static bool wants_read_only(const struct run *run)
{
	const char *value = lw_node_value(run->x->plan->goal, run->op->goal, "read_only");

	return value && !strcmp(value, "1");
}

static int not_read_only(const struct run *run, const char *path)
{
	const struct lw_tree *goal = run->x->plan->goal;
	LW_AUTO_STR struct lw_str mgmt = LW_STR_INIT, text = LW_STR_INIT;

	/* Better no unit than one that can be written. */
	scst_mgmt_path(goal, run->op->goal, &mgmt);
	lw_str_addf(&text, "del %s", lw_node_name(goal, run->op->goal));
	if (!lw_str_bad(&mgmt) && !lw_str_bad(&text))
		(void)scst_write(run->x, lw_str_text(&mgmt), lw_str_text(&text), text.len, 0, NULL);
	lw_error_set(run->error, -EIO, LW_CODE_PARTIAL,
		     "%s: was asked to be 1 and is not; the unit was taken away again", path);
	lw_error_object(run->error, path);
	lw_error_hint(run->error, "does this SCST know the parameter read_only of a LUN?");
	return -EIO;
}

/* A unit that shall be read-only is seen to be before anything else happens. */
static int check_read_only(const struct run *run)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int r;

	if (node_at(run->x->plan->goal, run->op->goal)->kind != SCST_LUN || !wants_read_only(run))
		return 0;
	scst_path(run->x->plan->goal, run->op->goal, &path);
	lw_str_add(&path, "/read_only");
	if (lw_str_bad(&path))
		return lw_error_memory(run->error);
	r = lw_kt_read(run->x->kt, lw_str_text(&path), &run->x->value, run->error);
	if (r < 0)
		return r;
	return lw_str_text(&run->x->value)[0] == '1' ? 0 : not_read_only(run, lw_str_text(&path));
}

static int unmake(struct run *run)
{
	unsigned kind = node_at(run->x->plan->have, run->op->have)->kind;
	int r;

	if (lw_kind_in(SCST_DEVICES | LW_KIND(SCST_CM_LUN), kind))
		scst_wait_for_copies(run->x);
	r = lw_kind_in(SCST_EXPORTS, kind) ? unmake_export(run) : say(run);
	if (r == -EBUSY && kind == SCST_GROUP) {
		r = empty_group(run);
		if (r >= 0)
			r = say(run);
	}
	return r < 0 && is_there(run) == 0 ? 0 : r;
}

static int make(struct run *run)
{
	int r;

	if (node_at(run->x->plan->goal, run->op->goal)->kind == SCST_CM_LUN)
		return scst_create_copy_lun(run->x, run->op, run->error);
	r = say(run);
	if (r == -ETIMEDOUT && is_there(run) == 1)
		r = 0;
	if (r >= 0)
		r = scst_made(run->x, run->op, run->error);
	return r < 0 ? r : check_read_only(run);
}

/*
 * SCST takes the old unit away before it adds the new one, and commands that come in between fail. While all I/O is paused none
 * does. What shall be read-only is seen to be before it goes on.
 */
static int replace(struct run *run)
{
	bool pauses = scst_swap_pauses(run->op) && !run->x->held;
	int r = pauses ? scst_pause_io(run->x, SCST_USUAL_DRAIN, run->error) : 0, resumed = 0;

	if (r < 0)
		return r;
	r = say(run);
	if (r >= 0)
		r = check_read_only(run);
	if (pauses)
		resumed = scst_resume_io(run->x, r < 0 ? NULL : run->error);
	return r < 0 ? r : resumed;
}

/* New logins are kept out first, then all I/O stops. */
static int close_export(struct run *run)
{
	int r = say(run);

	return r < 0 ? r : scst_pause_io(run->x, SCST_USUAL_DRAIN, run->error);
}

static int open_export(struct run *run)
{
	int r = scst_resume_io(run->x, run->error);

	return r < 0 ? r : say(run);
}

static int execute(struct run *run)
{
	switch (run->op->verb) {
	case LW_CREATE:
		return make(run);
	case LW_DELETE:
		return unmake(run);
	case LW_REPLACE:
		return replace(run);
	case LW_CLOSE:
		return close_export(run);
	case LW_OPEN:
		return open_export(run);
	default:
		return say(run);
	}
}

static int tell_lacked(const struct run *run)
{
	lw_error_set(run->error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED,
		     "%s: this kernel has no such attribute; it is not set",
		     lw_str_text(&run->lacked));
	return LW_EXECUTE_LACKED;
}

int scst_execute(struct lw_executor *x, uint32_t op, struct lw_error *error)
{
	struct run run = { x, op, &x->plan->ops[op], LW_STR_INIT, error };
	int r;

	if (run.op->flags & LW_OP_IMPLIED)
		return 0;
	r = execute(&run);
	if (r >= 0 && run.lacked.len)
		r = tell_lacked(&run);
	lw_str_done(&run.lacked);
	return r;
}
