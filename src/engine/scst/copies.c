/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copy_manager gives each new device a LUN by itself, with the next number of a counter that nobody can set. A configuration
 * that names a number gets it: what else the device has there goes, and who sits on the number by chance moves behind the
 * last one, unless nobody could put it there.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/fail.h"
#include "base/num.h"
#include "engine/scst/exec.h"

#define LUN_MAX 16383
#define QUIET_MS 1000
#define QUIET_POLL_MS 10

struct copies {
	struct lw_executor *x;
	const char *device; /* whose number it shall be */
	uint64_t number;
	struct lw_str luns; /* path of the directory */
	struct lw_kt_list list;
	uint64_t last;	 /* largest number in use */
	unsigned others; /* numbers that the device has beside it */
	bool ours, taken;
	char squatter[LW_KT_NAME_MAX + 1]; /* who else has the number */
	struct lw_error *error;
};

/*
 * copy_manager asks each device that it gets, or whose identifiers change, who it is. Were the device given to it again before
 * it answered, the kernel would count two answers to one question, and warn with a trace; were it taken away, the answer
 * would be kept for a unit that is gone. So it finishes its questions first; a long copy is waited for once, and no more.
 */
void scst_wait_for_copies(struct lw_executor *x)
{
	static const char commands[] =
		"targets/copy_manager/copy_manager_tgt/sessions/copy_manager_sess/commands";
	const struct timespec pause = { 0, QUIET_POLL_MS * 1000000L };

	for (unsigned waited = 0; waited < QUIET_MS && !x->copies_busy; waited += QUIET_POLL_MS) {
		if (lw_kt_read(x->kt, commands, &x->value, NULL) < 0 ||
		    lw_str_text(&x->value)[0] == '0')
			return;
		nanosleep(&pause, NULL);
	}
	x->copies_busy = true;
}

static int command(struct copies *c, const char *format, ...) LW_PRINTF(2, 3);

static int command(struct copies *c, const char *format, ...)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT, text = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	lw_str_addf(&path, "%s/mgmt", lw_str_text(&c->luns));
	if (lw_str_bad(&path) || lw_str_bad(&text))
		return lw_error_memory(c->error);
	scst_wait_for_copies(c->x);
	return scst_write(c->x, lw_str_text(&path), lw_str_text(&text), text.len, 0, c->error);
}

/* The device of a LUN; a LUN that vanishes has none. */
static int device_at(struct copies *c, const char *name, const char **ret)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	const char *slash;
	int r;

	lw_str_addf(&path, "%s/%s/device", lw_str_text(&c->luns), name);
	if (lw_str_bad(&path))
		return lw_error_memory(c->error);
	r = lw_kt_readlink(c->x->kt, lw_str_text(&path), &c->x->value, c->error);
	if (r == -ENOENT || r == -ENODEV) {
		*ret = "";
		return 0;
	}
	slash = strrchr(lw_str_text(&c->x->value), '/');
	*ret = slash ? slash + 1 : lw_str_text(&c->x->value);
	return r;
}

static int look(struct copies *c)
{
	int r = lw_kt_list(c->x->kt, lw_str_text(&c->luns), &c->list, c->error);

	for (uint32_t i = 0; i < c->list.count && r >= 0; i++) {
		const struct lw_kt_entry *entry = &c->list.entries[i];
		const char *device = "";
		uint64_t number;

		if (entry->type != LW_KT_DIR ||
		    !lw_parse_u64(entry->name, entry->len, LW_NUM_DEC, &number))
			continue;
		if (number > c->last && number < LUN_MAX)
			c->last = number;
		if (number != c->number)
			continue;
		r = device_at(c, entry->name, &device);
		c->taken = *device;
		c->ours = c->taken && !strcmp(device, c->device);
		if (c->taken && !c->ours)
			snprintf(c->squatter, sizeof(c->squatter), "%s", device);
	}
	return r;
}

/* A unit of a device that cannot be written: only the kernel gives it one, in the moment in which it is made. */
static bool is_for_good(struct copies *c)
{
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;

	lw_str_addf(&path, "%s/%llu/read_only", lw_str_text(&c->luns),
		    (unsigned long long)c->number);
	return !lw_str_bad(&path) &&
	       lw_kt_read(c->x->kt, lw_str_text(&path), &c->x->value, NULL) >= 0 &&
	       lw_str_text(&c->x->value)[0] == '1';
}

static int add(struct copies *c, const char *device, uint64_t number)
{
	return command(c, "add %s %llu", device, (unsigned long long)number);
}

/* Whoever sits on the number goes behind the last one. */
static int evict(struct copies *c)
{
	int r = command(c, "del %llu", (unsigned long long)c->number);

	return r < 0 ? r : add(c, c->squatter, ++c->last);
}

/* Calls @each for every number that the device has but the wanted one. */
static int each_other(struct copies *c, int (*each)(struct copies *c, uint64_t number))
{
	int r = 0;

	for (uint32_t i = 0; i < c->list.count && r >= 0; i++) {
		const struct lw_kt_entry *entry = &c->list.entries[i];
		const char *device = "";
		uint64_t number;

		if (entry->type != LW_KT_DIR ||
		    !lw_parse_u64(entry->name, entry->len, LW_NUM_DEC, &number) ||
		    number == c->number)
			continue;
		r = device_at(c, entry->name, &device);
		if (r >= 0 && !strcmp(device, c->device))
			r = each(c, number);
	}
	return r;
}

static int drop(struct copies *c, uint64_t number)
{
	return command(c, "del %llu", (unsigned long long)number);
}

static int count(struct copies *c, uint64_t number)
{
	(void)number;
	c->others++;
	return 0;
}

/* The number cannot be had. Any will do, and the kernel has mostly given the device one. */
static int take_any(struct copies *c)
{
	int r = each_other(c, count);

	return r < 0 || c->others ? r : add(c, c->device, ++c->last);
}

static int take_number(struct copies *c)
{
	int r = look(c);

	if (r >= 0 && c->taken && !c->ours && is_for_good(c))
		return take_any(c);
	if (r >= 0 && c->taken && !c->ours)
		r = evict(c);
	if (r >= 0 && !c->ours)
		r = add(c, c->device, c->number);
	/* What the kernel gave it by itself. */
	return r < 0 ? r : each_other(c, drop);
}

int scst_create_copy_lun(struct lw_executor *x, const struct op *op, struct lw_error *error)
{
	const struct lw_tree *goal = x->plan->goal;
	lw_node device = lw_node_ref(goal, op->goal);
	const char *name = lw_node_name(goal, op->goal);
	struct copies c = {
		.x = x,
		.device = device ? lw_node_name(goal, device) : lw_node_ref_name(goal, op->goal),
		.luns = LW_STR_INIT,
		.list = LW_KT_LIST_INIT,
		.error = error,
	};
	int r;

	if (!lw_parse_u64(name, strlen(name), LW_NUM_DEC, &c.number))
		return lw_error_set(error, -EINVAL, LW_CODE_INVALID, "%s is no LUN", name);
	scst_path(goal, node_at(goal, op->goal)->parent, &c.luns);
	lw_str_add(&c.luns, "/luns");
	r = lw_str_bad(&c.luns) ? lw_error_memory(error) : take_number(&c);
	lw_str_done(&c.luns);
	lw_kt_list_done(&c.list);
	return r < 0 ? r : 0;
}
