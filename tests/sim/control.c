/* SPDX-License-Identifier: Apache-2.0 */
/* Commands about the world around SCST. The table below is what README.md lists. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define WORDS_MAX 6

struct call {
	struct sim *sim;
	char *word[WORDS_MAX]; /* "" for what was not given */
	size_t count;	       /* without the command itself */
	struct lw_str *why;
};

static int refuse(struct call *call, int err, const char *why)
{
	if (call->why)
		lw_str_add(call->why, why);
	return err;
}

static int number(struct call *call, const char *text, uint64_t preset, uint64_t *ret)
{
	*ret = preset;
	if (!*text)
		return 0;
	return sim_unsigned(text, ret) ? refuse(call, -EINVAL, "not a number") : 0;
}

/* ---- modules and machines */

static int do_load(struct call *call)
{
	bool default_target = strcmp(call->word[1], "no-default-target") != 0;
	int err = sim_handler_load(call->sim, call->word[0]);

	if (err == -ENOENT)
		err = sim_driver_load(call->sim, call->word[0], default_target);
	return err;
}

static int do_unload(struct call *call)
{
	int err = sim_handler_unload(call->sim, call->word[0]);

	return err == -ENOENT ? sim_driver_unload(call->sim, call->word[0]) : err;
}

static int do_daemon(struct call *call)
{
	bool up = !strcmp(call->word[0], "up");

	if (!up && strcmp(call->word[0], "down"))
		return refuse(call, -EINVAL, "up or down");
	if (!sim_driver_node(call->sim, "iscsi"))
		return refuse(call, -ENODEV, "iscsi-scst is not loaded");
	sim_iscsi_daemon(call->sim, up);
	return 0;
}

static int do_disk(struct call *call)
{
	uint64_t type;
	int err = number(call, call->word[1], 0, &type);

	return err ? err : sim_disk_add(call->sim, call->word[0], (int)type);
}

static int do_nodisk(struct call *call)
{
	return sim_disk_del(call->sim, call->word[0]);
}

static int do_user(struct call *call)
{
	uint64_t type;
	int err = number(call, call->word[1], 0, &type);

	return err ? err : sim_user_add(call->sim, call->word[0], (int)type);
}

static int do_nouser(struct call *call)
{
	return sim_user_del(call->sim, call->word[0]);
}

static int do_port(struct call *call)
{
	return sim_port_add(call->sim, call->word[0], call->word[1], call->word[2]);
}

static int do_noport(struct call *call)
{
	return sim_port_del(call->sim, call->word[0], call->word[1]);
}

/* ---- initiators */

static int do_login(struct call *call)
{
	struct sim_target *target = sim_target_find(call->sim, call->word[0], call->word[1]);

	if (!target)
		return refuse(call, -ENOENT, "no such target");
	return sim_login(call->sim, target, call->word[2],
			 call->count > 3 ? call->word[3] : "127.0.0.1");
}

static int do_logout(struct call *call)
{
	struct sim_target *target = sim_target_find(call->sim, call->word[0], call->word[1]);
	struct sim_node *node =
		target ? sim_child(call->sim, target->sessions_node, call->word[2]) : NULL;

	if (!node)
		return refuse(call, -ENOENT, "no such session");
	sim_session_free(call->sim, node->obj);
	return 0;
}

/* ---- what devices stand on */

static int backing(struct call *call, char kind, int err)
{
	uint64_t size;
	int bad = number(call, err ? "" : call->word[1], 0, &size);

	if (bad)
		return bad;
	return sim_backing_set(call->sim, call->word[0], kind, size, !strcmp(call->word[2], "thin"),
			       err);
}

static int do_file(struct call *call)
{
	return backing(call, 'f', 0);
}

static int do_block(struct call *call)
{
	return backing(call, 'b', 0);
}

static int do_dir(struct call *call)
{
	return backing(call, 'd', 0);
}

static int do_char(struct call *call)
{
	return backing(call, 'c', 0);
}

static int do_broken(struct call *call)
{
	int err = *call->word[1] ? sim_errno(call->word[1]) : -ENOENT;

	return err ? backing(call, 'f', err) : refuse(call, -EINVAL, "no such errno");
}

static int do_files(struct call *call)
{
	char *root = sim_strdup(call->sim, call->word[0]);

	if (!root)
		return -ENOMEM;
	if (!strcmp(root, "/"))
		*root = '\0';
	free(call->sim->files_root);
	call->sim->files_root = root;
	return 0;
}

/* ---- what goes wrong */

static int do_eagain(struct call *call)
{
	struct sim *sim = call->sim;
	bool nth = !strcmp(call->word[0], "nth");
	uint64_t n = 0, polls;
	int err = nth ? number(call, call->word[1], 0, &n) : 0;

	if (!err)
		err = number(call, call->word[nth ? 2 : 1], 0, &polls);
	if (err)
		return err;
	if (!nth && strcmp(call->word[0], "all") && strcmp(call->word[0], "never"))
		return refuse(call, -EINVAL, "never, all or nth");
	sim->eagain = nth ? SIM_NTH : !strcmp(call->word[0], "all") ? SIM_ALL : SIM_NEVER;
	sim->eagain_nth = (unsigned)n;
	sim->eagain_polls = (unsigned)polls;
	return 0;
}

/* Bits of enum sim_op; 0 for what is none. */
static unsigned ops_of(const char *name)
{
	static const char *const ops[] = { "list", "read", "write", "readlink", "stat" };

	for (unsigned op = 0; op < SIM_OPS; op++)
		if (!strcmp(name, ops[op]))
			return 1U << op;
	return !strcmp(name, "any") ? (1U << SIM_OPS) - 1 : 0;
}

static int do_fault(struct call *call)
{
	struct sim *sim = call->sim;
	unsigned ops = ops_of(call->word[0]);
	uint64_t n;
	int err = number(call, call->word[1], 0, &n), fault = sim_errno(call->word[2]);

	if (err || !ops || !fault)
		return err ? err : refuse(call, -EINVAL, "fault OP N ERRNO");
	sim->fault_ops = ops;
	sim->fault_in = n;
	sim->fault_err = fault;
	sim->fault_fired = false;
	return 0;
}

static int do_kill(struct call *call)
{
	struct sim *sim = call->sim;
	unsigned ops = ops_of(call->word[0]);
	bool after = !strcmp(call->word[2], "after");
	const char *last = call->word[after ? 3 : 2];
	bool group = !strcmp(last, "group");
	uint64_t n;
	int err = number(call, call->word[1], 0, &n);

	if (err || !ops || (*last && !group) || (after && ops != 1U << SIM_WRITE) ||
	    call->count > 3U + after)
		return err ? err
			   : refuse(call, -EINVAL,
				    "kill OP N [group], or kill write N after [group]");
	sim->kill_ops = ops;
	sim->kill_in = n;
	sim->kill_after = after;
	sim->kill_group = group;
	return 0;
}

/* What the recorded machine took: creation next to nothing, removal a grace period or two of the kernel. */
static int delays_recorded(struct sim *sim)
{
	static const struct {
		const char *class, *word;
		unsigned ms;
	} rows[] = {
		{ "handler", "del_device", 20 }, { "luns", "del", 11 },
		{ "luns", "replace", 11 },	 { "luns", "clear", 11 },
		{ "ini_groups", "*", 40 },	 { "initiators", "*", 40 },
		{ "driver", "del_target", 60 },
	};
	int err = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows) && !err; i++)
		err = sim_delay_set(sim, rows[i].class, "mgmt", rows[i].word, rows[i].ms);
	return err;
}

static int do_delay(struct call *call)
{
	uint64_t ms;
	int err;

	if (!strcmp(call->word[0], "none")) {
		sim_delays_free(call->sim);
		return 0;
	}
	if (!strcmp(call->word[0], "recorded"))
		return delays_recorded(call->sim);
	err = call->count == 4 ? number(call, call->word[3], 0, &ms) : -EINVAL;
	if (err)
		return refuse(call, err, "delay CLASS ATTRIBUTE WORD MS, * being any");
	return sim_delay_set(call->sim, call->word[0], call->word[1], call->word[2], ms);
}

static int do_reset(struct call *call)
{
	sim_reset(call->sim);
	return 0;
}

/* ---- states to begin with */

static const char *const handler_modules[] = { "scst_vdisk", "scst_disk",    "scst_cdrom",
					       "scst_tape",  "scst_changer", "scst_processor",
					       "scst_raid",  "scst_modisk",  "scst_user" };

static int load_handlers(struct sim *sim)
{
	int err = 0;

	for (size_t i = 0; i < sizeof(handler_modules) / sizeof(*handler_modules) && !err; i++)
		err = sim_handler_load(sim, handler_modules[i]);
	return err;
}

/* As the recordings 00 to 04 are called; "fresh" is what most want: all modules, the daemon, no target. */
static int do_state(struct call *call)
{
	static const char *const states[] = { "core-only", "handlers", "drivers", "daemon",
					      "fresh" };
	struct sim *sim = call->sim;
	size_t wanted = 0;
	int err = 0;

	while (wanted < 5 && strcmp(states[wanted], call->word[0]))
		wanted++;
	if (wanted == 5)
		return refuse(call, -EINVAL, "core-only, handlers, drivers, daemon or fresh");
	if (wanted >= 1)
		err = load_handlers(sim);
	if (!err && wanted >= 2)
		err = sim_driver_load(sim, "scst_local", wanted != 4);
	if (!err && wanted >= 2)
		err = sim_driver_load(sim, "iscsi-scst", false);
	if (!err && wanted >= 3)
		sim_iscsi_daemon(sim, true);
	return err;
}

static const struct {
	const char *name;
	size_t min, max; /* words behind it */
	int (*run)(struct call *call);
} commands[] = {
	{ "block", 2, 3, do_block },   { "broken", 1, 2, do_broken }, { "char", 1, 1, do_char },
	{ "daemon", 1, 1, do_daemon }, { "delay", 1, 4, do_delay },   { "dir", 1, 1, do_dir },
	{ "disk", 1, 2, do_disk },     { "eagain", 1, 3, do_eagain }, { "fault", 3, 3, do_fault },
	{ "file", 2, 2, do_file },     { "files", 1, 1, do_files },   { "kill", 2, 4, do_kill },
	{ "load", 1, 2, do_load },     { "login", 3, 4, do_login },   { "logout", 3, 3, do_logout },
	{ "nodisk", 1, 1, do_nodisk }, { "noport", 2, 2, do_noport }, { "nouser", 1, 1, do_nouser },
	{ "port", 2, 3, do_port },     { "reset", 0, 0, do_reset },   { "state", 1, 1, do_state },
	{ "unload", 1, 1, do_unload }, { "user", 1, 2, do_user },
};

static int dispatch(struct call *call, const char *name)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		if (strcmp(commands[i].name, name))
			continue;
		if (call->count < commands[i].min || call->count > commands[i].max)
			return refuse(call, -EINVAL, "too many words or too few");
		return commands[i].run(call);
	}
	return refuse(call, -EINVAL, "no such command");
}

int sim_control(struct sim *sim, const char *command, struct lw_str *why)
{
	char *copy = strdup(command), *at = copy, *name;
	struct call call = { .sim = sim, .why = why };
	int err;

	if (!copy)
		return -ENOMEM;
	name = strtok_r(copy, " \t\n", &at);
	for (char *word; name && (word = strtok_r(NULL, " \t\n", &at)); call.count++)
		if (call.count < WORDS_MAX)
			call.word[call.count] = word;
	for (size_t i = call.count; i < WORDS_MAX; i++)
		call.word[i] = (char *)"";
	err = name ? dispatch(&call, name) : refuse(&call, -EINVAL, "no command");
	free(copy);
	return err;
}
