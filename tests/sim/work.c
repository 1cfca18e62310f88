/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The queue behind most writes. The kernel hands the command to a thread and lets the writer wait for 15 seconds; if it is
 * not done by then the writer gets EAGAIN and the command goes on. Here that happens when a delay is that long, or on
 * demand; what remains to be done waits in sim->works.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define WAIT_MAX 15000 /* milliseconds a writer is kept waiting */
#define POLL_MS 1000   /* how far our own clock moves when somebody asks and it is not done yet */
#define MGMT_HANG_MS 15500 /* adding a device called "mgmt" */
#define START_US 3600	   /* starting a thread of SCST's own */
#define STOP_US 120	   /* and ending one */

char *sim_strdup(struct sim *sim, const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		sim->broken = true;
	return copy;
}

uint64_t sim_now(const struct sim *sim)
{
	return sim->env.now ? sim->env.now(sim->env.ctx) : sim->clock;
}

int sim_wait(struct sim *sim, uint64_t ms)
{
	if (ms && sim->env.sleep)
		return sim->env.sleep(sim->env.ctx, ms);
	sim->clock += ms;
	return 0;
}

/* ---- delays */

int sim_delay_set(struct sim *sim, const char *class, const char *attr, const char *word,
		  uint64_t ms)
{
	struct sim_delay *delay = calloc(1, sizeof(*delay));

	if (!delay)
		return -ENOMEM;
	delay->class = sim_strdup(sim, class);
	delay->attr = sim_strdup(sim, attr);
	delay->word = sim_strdup(sim, word);
	delay->ms = ms;
	delay->next = sim->delays;
	sim->delays = delay;
	return 0;
}

void sim_delays_free(struct sim *sim)
{
	while (sim->delays) {
		struct sim_delay *delay = sim->delays;

		sim->delays = delay->next;
		free(delay->class);
		free(delay->attr);
		free(delay->word);
		free(delay);
	}
}

static bool fits(const char *rule, const char *text, size_t len)
{
	return !strcmp(rule, "*") || (strlen(rule) == len && !strncmp(rule, text, len));
}

static uint64_t threads_delay(const struct sim_node *node, const char *data)
{
	int64_t now = sim_value_int(node, "threads"), wanted;

	if (sim_number(data, &wanted) || wanted < 1 || wanted > INT32_MAX)
		return 0;
	return (uint64_t)(wanted > now ? (wanted - now) * START_US : (now - wanted) * STOP_US) /
	       1000;
}

uint64_t sim_delay_of(const struct sim *sim, const struct sim_node *node,
		      const struct sim_attr *attr, const char *data)
{
	const char *class = node->class ? node->class->name : "";
	const char *word = data + strspn(data, " \t\n");
	size_t len = strcspn(word, " \t\n=");

	if (attr->flags & SIM_Q && (sim->hung || (node->class == &sim_class_device &&
						  ((const struct sim_device *)node->obj)->damaged)))
		return SIM_FOR_EVER;
	for (const struct sim_delay *delay = sim->delays; delay; delay = delay->next)
		if (fits(delay->class, class, strlen(class)) &&
		    fits(delay->attr, attr->name, strlen(attr->name)) &&
		    fits(delay->word, word, len))
			return delay->ms;
	if (node == sim->root && !strcmp(attr->name, "threads"))
		return threads_delay(node, data);
	if (node->parent == sim->handlers && fits("add_device", word, len)) {
		const char *name = word + len + strspn(word + len, " \t\n=");

		if (fits("mgmt", name, strcspn(name, " \t\n=")))
			return MGMT_HANG_MS;
	}
	return 0;
}

/* ---- works */

static int run(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data)
{
	return attr->store ? attr->store(sim, node, attr, data)
			   : sim_attr_store(sim, node, attr, data);
}

static void work_run(struct sim *sim, struct sim_work *work)
{
	struct sim_found found;
	int err = sim_find(sim, work->path, &found);

	/* What it was meant for may be gone: the kernel takes that for done. */
	sim->last = err || !found.attr ? 0 : run(sim, found.node, found.attr, work->data);
	free(work->path);
	free(work->data);
	free(work);
}

/* @answer: what the writer is told meanwhile. */
static int work_new(struct sim *sim, const char *path, const char *data, uint64_t due, int answer)
{
	struct sim_work **end = &sim->works, *work = calloc(1, sizeof(*work));

	if (!work)
		return -ENOMEM;
	work->path = sim_strdup(sim, path);
	work->data = sim_strdup(sim, data);
	work->due = due;
	work->polls = due ? 0 : sim->eagain_polls;
	while (*end)
		end = &(*end)->next;
	*end = work;
	return answer;
}

void sim_work_done(struct sim *sim)
{
	struct sim_work **at = &sim->works;

	while (*at) {
		struct sim_work *work = *at;

		if (work->due ? work->due > sim_now(sim) : work->polls) {
			at = &work->next;
			continue;
		}
		*at = work->next;
		work_run(sim, work);
	}
}

int sim_work_poll(struct sim *sim)
{
	if (!sim->works)
		return 0;
	for (struct sim_work *work = sim->works; work; work = work->next)
		if (work->polls)
			work->polls--;
	if (!sim->env.now)
		sim->clock += POLL_MS;
	return -EAGAIN;
}

void sim_work_free(struct sim *sim)
{
	while (sim->works) {
		struct sim_work *work = sim->works;

		sim->works = work->next;
		free(work->path);
		free(work->data);
		free(work);
	}
}

static bool eagain_wanted(struct sim *sim)
{
	if (sim->eagain != SIM_NTH)
		return sim->eagain == SIM_ALL;
	if (sim->eagain_nth--)
		return false;
	sim->eagain = SIM_NEVER;
	return true;
}

int sim_queue(struct sim *sim, const char *path, char *data, uint64_t delay)
{
	struct sim_found found;
	uint64_t start;
	bool again;
	int err;

	sim->hung |= delay == SIM_FOR_EVER;
	start = sim_now(sim);
	err = sim_wait(sim, delay > WAIT_MAX ? WAIT_MAX : delay);
	if (err || delay > WAIT_MAX)
		return work_new(sim, path, data, start + delay, err ? err : -EAGAIN);
	again = eagain_wanted(sim);
	if (again && sim->eagain_polls)
		return work_new(sim, path, data, 0, -EAGAIN);
	/* Others may have been here while we waited. */
	err = sim_find(sim, path, &found);
	sim->last = err || !found.attr ? 0 : run(sim, found.node, found.attr, data);
	return again ? -EAGAIN : sim->last;
}
