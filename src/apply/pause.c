/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pause of all I/O, and who lifts it: the engine when its bracket is over, the guardian when we die, the next holder of the
 * lock when both were killed. Only a pause that an open journal calls its own is lifted, on the same boot, and not beyond the
 * number that there was before.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "apply/system.h"
#include "apply/tell.h"
#include "base/fail.h"
#include "base/num.h"

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

int lw_pause_hold(void *arg, int change, struct lw_error *error)
{
	struct lw_system *system = arg;
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int r = 0;

	/* A view of this process dies with it. */
	if (!system->guardian.pid && change > 0 && !system->given) {
		if (file_path(system, &path) < 0)
			return lw_error_memory(error);
		r = lw_guardian_start(&system->guardian, lw_str_text(&path),
				      system->engine->pause_lift, lw_pauses(system), error);
	}
	return r < 0 ? r : lw_guardian_tell(&system->guardian, change, error);
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

int lw_pause_facts(struct lw_system *system, struct lw_journal *journal)
{
	LW_AUTO_STR struct lw_str boot = LW_STR_INIT;
	char number[16];

	if (!system->engine->pause_file)
		return 0;
	snprintf(number, sizeof(number), "%u", lw_pauses(system));
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
	unsigned now = lw_pauses(system);
	uint64_t before;

	if (!text || !same_boot(journal) ||
	    !lw_parse_u64(text, strlen(text), LW_NUM_DEC, &before) || before >= now)
		return 0;
	return now - (unsigned)before;
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
		r = lift(system, lw_pauses(system) - ours, error);
		/* Once is enough: what is paused from now on is somebody else's. */
		if (r >= 0 && lw_journal_set_fact(journal, FACT_BOOT, "") == 0)
			r = lw_record_again(system, journal, error);
	}
	lw_journal_free(journal);
	return r;
}
