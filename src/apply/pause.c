/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pause of all I/O, and who lifts it: the engine when its bracket is over, the guardian when we die, the next holder of the
 * lock when both were killed. Only as many are lifted as a mark in the state folder says are ours, on the boot of an open
 * journal, and not beyond the number that there was before.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/num.h"

#define MARK "paused"

static int file_path(const struct lw_system *system, struct lw_str *out)
{
	lw_str_addf(out, "%s/%s", system->root, system->engine->pause_file);
	return lw_str_bad(out) ? -ENOMEM : 0;
}

unsigned lw_pauses(struct lw_system *system)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	uint64_t count = 0;

	if (!system->engine->pause_file || !system->kt ||
	    lw_kt_read(system->kt, system->engine->pause_file, &text, NULL) < 0)
		return 0;
	return lw_parse_u64(lw_str_text(&text), strcspn(lw_str_text(&text), "\n"), LW_NUM_DEC,
			    &count) &&
			       count < 1000
		       ? (unsigned)count
		       : 0;
}

int lw_pause_check(const struct lw_system *system, unsigned pauses, bool suspend,
		   struct lw_report *report)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_problem problem = LW_PROBLEM_INIT;

	if (suspend && !system->engine->pause) {
		lw_error_set(&error, -EOPNOTSUPP, LW_CODE_UNSUPPORTED, "%s cannot pause all I/O",
			     system->engine->schema->title);
		lw_tell(report, &error);
		return -EOPNOTSUPP;
	}
	if (!pauses)
		return 0;
	lw_error_set(&error, -EBUSY, LW_CODE_BUSY,
		     "%s/%s is %u: somebody else has paused all I/O%s", system->root,
		     system->engine->pause_file, pauses, suspend ? "; nothing was changed" : "");
	lw_error_hint(&error,
		      "who is sure that nobody needs it lifts one pause by writing %s there",
		      system->engine->pause_lift);
	if (suspend) {
		lw_tell(report, &error);
		return -EBUSY;
	}
	problem.severity = LW_WARNING;
	problem.code = error.code;
	problem.message = error.message;
	problem.hint = error.hint;
	lw_report_add(report, &problem);
	return 0;
}

/* How many pauses are ours stands in a file while there are some; the next boot begins without pauses. */
static int mark(struct lw_system *system, unsigned ours, struct lw_error *error)
{
	char text[16];

	snprintf(text, sizeof(text), "%u\n", ours);
	return lw_state_note(&system->state, MARK, ours ? text : NULL, error);
}

static unsigned marked(const struct lw_system *system)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	uint64_t ours = 0;

	if (lw_state_read(&system->state, MARK, &text, NULL) < 0 ||
	    !lw_parse_u64(lw_str_text(&text), strcspn(lw_str_text(&text), "\n"), LW_NUM_DEC, &ours))
		return 0;
	return ours < UINT_MAX ? (unsigned)ours : 0;
}

static int start_guardian(struct lw_system *system, struct lw_error *error)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	struct lw_guarded what = {
		.lift = system->engine->pause_lift,
		.before = lw_pauses(system),
		.dir = system->state.dir,
		.mark = MARK,
		.lock = system->lock,
	};

	if (file_path(system, &path) < 0)
		return lw_error_memory(error);
	what.path = lw_str_text(&path);
	return lw_guardian_start(&system->guardian, &what, error);
}

/* All must be in place before it comes. */
static int begins(struct lw_system *system, struct lw_error *error)
{
	int r = 0;

	/* A view of this process dies with it. */
	if (!system->guardian.pid && !system->given)
		r = start_guardian(system, error);
	if (r >= 0)
		r = mark(system, system->paused + 1, error);
	if (r < 0)
		return r;
	r = lw_guardian_tell(&system->guardian, 1, error);
	if (r < 0)
		(void)mark(system, system->paused, NULL);
	else
		system->paused++;
	return r;
}

/* It is gone; where one of the two cannot be told, the other is. */
static int is_over(struct lw_system *system, struct lw_error *error)
{
	int r, told;

	if (!system->paused)
		return 0;
	r = mark(system, --system->paused, error);
	told = lw_guardian_tell(&system->guardian, -1, r < 0 ? NULL : error);
	return r < 0 ? r : told;
}

int lw_pause_hold(void *arg, int change, struct lw_error *error)
{
	return change > 0 ? begins(arg, error) : is_over(arg, error);
}

void lw_pause_done(struct lw_system *system, bool adrift)
{
	lw_guardian_stop(&system->guardian, adrift);
	system->paused = 0;
}

/* Which boot this is: what was paused before another one is paused no more. */
static int boot_id(struct lw_str *out)
{
	char text[64] = "";
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof(text) - 1);

	if (fd >= 0)
		close(fd);
	lw_str_add_bytes(out, text, n > 0 ? strcspn(text, "\n") : 0);
	return lw_str_bad(out) ? -ENOMEM : 0;
}

int lw_pause_facts(const struct lw_system *system, unsigned pauses, struct lw_journal *journal)
{
	LW_AUTO_STR struct lw_str boot = LW_STR_INIT;
	char number[16];

	if (!system->engine->pause_file)
		return 0;
	/* One of an earlier boot says nothing any more. */
	(void)lw_state_note(&system->state, MARK, NULL, NULL);
	snprintf(number, sizeof(number), "%u", pauses);
	if (boot_id(&boot) < 0 || lw_journal_set_fact(journal, FACT_BOOT, lw_str_text(&boot)) < 0 ||
	    lw_journal_set_fact(journal, FACT_PAUSES, number) < 0)
		return -ENOMEM;
	return 0;
}

static bool same_boot(const struct lw_journal *journal)
{
	const char *then = lw_journal_fact(journal, FACT_BOOT);
	LW_AUTO_STR struct lw_str now = LW_STR_INIT;

	return then && *then && boot_id(&now) == 0 && !strcmp(then, lw_str_text(&now));
}

static int lift(struct lw_system *system, unsigned before, struct lw_error *error)
{
	const char *text = system->engine->pause_lift;
	int r = 0;

	for (unsigned count = lw_pauses(system); count > before && r >= 0; count--)
		r = lw_kt_write(system->kt, system->engine->pause_file, text, strlen(text), error);
	return r;
}

unsigned lw_pauses_of(struct lw_system *system, const struct lw_journal *journal)
{
	const char *text = lw_journal_fact(journal, FACT_PAUSES);
	unsigned ours = marked(system), now = ours ? lw_pauses(system) : 0;
	uint64_t before;

	if (!text || !same_boot(journal) ||
	    !lw_parse_u64(text, strlen(text), LW_NUM_DEC, &before) || before >= now)
		return 0;
	return now - (unsigned)before < ours ? now - (unsigned)before : ours;
}

/* A journal that cannot be read is told of when a plan is made; it lifts nothing. */
int lw_pause_heal(struct lw_system *system, struct lw_error *error)
{
	struct lw_journal *journal = NULL;
	unsigned ours;
	int r;

	if (!system->engine->pause_file || lw_record_open(system, NULL, &journal, NULL) < 0 ||
	    !journal)
		return 0;
	ours = lw_pauses_of(system, journal);
	r = 0;
	if (ours) {
		lw_log(system->log, LW_LOG_WARNING,
		       "lifting a pause of all I/O that apply %llu left behind when its program "
		       "died",
		       (unsigned long long)lw_record_id(journal));
		r = lift(system, lw_pauses(system) - ours, error);
		/* Once is enough: what is paused from now on is somebody else's. */
		if (r >= 0)
			r = mark(system, 0, error);
	}
	lw_journal_free(journal);
	return r;
}
