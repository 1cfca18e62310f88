/* SPDX-License-Identifier: Apache-2.0 */
/* Beginning, end, and the record of what was seen. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define LOG_MAX (8 * 1024 * 1024)
#define LOG_DATA_MAX 400 /* bytes shown of one command */

struct sim *sim_new(const struct sim_env *env)
{
	struct sim *sim = calloc(1, sizeof(*sim));

	if (!sim)
		return NULL;
	if (env)
		sim->env = *env;
	sim->next_ino = 2;
	if (sim_core_load(sim) || sim->broken) {
		sim_free(sim);
		return NULL;
	}
	return sim;
}

static void devices_free(struct sim *sim)
{
	while (sim->devices && sim->devices->child)
		sim_device_free(sim, sim->devices->child->obj);
}

void sim_free(struct sim *sim)
{
	if (!sim)
		return;
	sim_reset(sim);
	sim_work_free(sim);
	while (sim->all_targets)
		sim_target_free(sim, sim->all_targets);
	devices_free(sim);
	sim_remove(sim, sim->root);
	sim_remove(sim, sim->opened);
	while (sim->backings) {
		struct sim_backing *backing = sim->backings;

		sim->backings = backing->next;
		free(backing);
	}
	while (sim->traces) {
		struct sim_trace *trace = sim->traces;

		sim->traces = trace->next;
		free(trace);
	}
	free(sim->files_root);
	free(sim->hash);
	lw_str_done(&sim->log);
	free(sim);
}

/* Nothing asked for any more, nothing seen yet. The tree stays. */
void sim_reset(struct sim *sim)
{
	sim->eagain = SIM_NEVER;
	sim->fault_ops = sim->kill_ops = 0;
	sim->fault_fired = false;
	sim_delays_free(sim);
	memset(sim->counts, 0, sizeof(sim->counts));
	lw_str_clear(&sim->log);
	sim->log_lost = 0;
}

void sim_log_write(struct sim *sim, const char *path, const char *data, size_t len, int result)
{
	if (sim->log.len > LOG_MAX) {
		sim->log_lost++;
		return;
	}
	lw_str_add_shown(&sim->log, path, strlen(path));
	lw_str_add_char(&sim->log, '\t');
	lw_str_add_shown(&sim->log, data, len < LOG_DATA_MAX ? len : LOG_DATA_MAX);
	if (result)
		lw_str_addf(&sim->log, "\t=> %s\n", sim_errno_name(result));
	else
		lw_str_addf(&sim->log, "\t=> ok %zu\n", len);
}

void sim_summary(const struct sim *sim, struct lw_str *ret)
{
	static const char *const names[SIM_OPS] = { "list", "read", "write", "readlink", "stat" };

	for (int op = 0; op < SIM_OPS; op++)
		lw_str_addf(ret, "%s %lu\n", names[op], sim->counts[op]);
	lw_str_addf(ret, "fault %s\n",
		    sim->fault_fired ? "fired"
		    : sim->fault_ops ? "waits"
				     : "none");
	lw_str_addf(ret, "pending %s\n", sim->works ? "yes" : "no");
	lw_str_addf(ret, "left out %lu\n\n", sim->log_lost);
	lw_str_add_bytes(ret, lw_str_text(&sim->log), sim->log.len);
}

unsigned long sim_count(const struct sim *sim, enum sim_op op)
{
	return sim->counts[op];
}

bool sim_fault_fired(const struct sim *sim)
{
	return sim->fault_fired;
}
