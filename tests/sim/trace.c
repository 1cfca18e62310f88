/* SPDX-License-Identifier: Apache-2.0 */
/* trace_level: one mask a module, so the files of one module's handlers are one value. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct token {
	const char *name;
	uint32_t bit;
};

/* In the order in which the kernel shows them. */
static const struct token tokens[] = {
	{ "out_of_mem", 0x100 }, { "minor", 0x200 },	    { "sg", 0x80 },
	{ "mem", 0x40 },	 { "buff", 0x20 },	    { "entryexit", 0x10 },
	{ "pid", 0x8 },		 { "line", 0x4 },	    { "function", 0x2 },
	{ "debug", 0x1 },	 { "special", 0x2000 },	    { "scsi", 0x1000 },
	{ "mgmt", 0x400 },	 { "mgmt_dbg", 0x800 },	    { "flow_control", 0x4000 },
	{ "pr", 0x8000 },	 { "retry", 0x80000000 },   { "scsi_serializing", 0x40000000 },
	{ "block", 0x10000 },	 { "order", 0x20000000 },   { "d_write", 0x10000000 },
	{ "conn", 0x8000000 },	 { "conn_dbg", 0x4000000 }, { "iov", 0x2000000 },
	{ "pdu", 0x1000000 },	 { "net_page", 0x800000 },  { NULL, 0 },
};

#define TRACE_DEFAULT (0x100 | 0x8 | 0x2000 | 0x400)

/* Tokens that only some modules have, as their help says. */
static const struct {
	const char *module, *help;
} extras[] = {
	{ "scst_vdisk", ", order" },
	{ "iscsi-scst", ", d_write, conn, conn_dbg, iov, pdu, net_page" },
};

static const char *module_of(const struct sim *sim, const struct sim_node *node)
{
	if (node->parent == sim->handlers)
		return node->obj ? ((const struct sim_handler *)node->obj)->module : node->name;
	return node->parent ? ((const struct sim_driver *)node->obj)->module : "scst";
}

/* NULL: memory is short. */
static struct sim_trace *trace_of(struct sim *sim, const struct sim_node *node)
{
	const char *module = module_of(sim, node);
	struct sim_trace *trace = sim->traces;

	while (trace && strcmp(trace->module, module))
		trace = trace->next;
	if (trace)
		return trace;
	trace = calloc(1, sizeof(*trace));
	if (!trace) {
		sim->broken = true;
		return NULL;
	}
	*trace = (struct sim_trace){ sim->traces, module, TRACE_DEFAULT };
	sim->traces = trace;
	return trace;
}

void sim_show_trace(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		    struct lw_str *ret)
{
	const struct sim_trace *trace = trace_of(sim, node);
	const char *extra = "";
	bool first = true;

	(void)attr;
	if (!trace)
		return;
	for (const struct token *token = tokens; token->name; token++) {
		if (!(trace->mask & token->bit))
			continue;
		lw_str_addf(ret, "%s%s", first ? "" : " | ", token->name);
		first = false;
	}
	for (size_t i = 0; i < sizeof(extras) / sizeof(*extras); i++)
		if (!strcmp(extras[i].module, trace->module))
			extra = extras[i].help;
	lw_str_addf(ret,
		    "\n\n\nUsage:\n"
		    "\techo \"all|none|default\" >trace_level\n"
		    "\techo \"value DEC|0xHEX|0OCT\" >trace_level\n"
		    "\techo \"add|del TOKEN\" >trace_level\n"
		    "\nwhere TOKEN is one of [function, line, pid, out_of_mem, special, scsi, "
		    "mgmt, minor, "
		    "scsi_serializing, retry, pr%s]\n",
		    extra);
}

static uint32_t bit_of(const char *name)
{
	for (const struct token *token = tokens; token->name; token++)
		if (sim_same_word(name, token->name))
			return token->bit;
	return 0;
}

int sim_store_trace(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data)
{
	struct sim_trace *trace = trace_of(sim, node);
	const char *action = sim_lexem(&data), *what = sim_lexem(&data);
	uint64_t value;

	(void)attr;
	if (!trace)
		return -ENOMEM;
	if (sim_same_word(action, "all"))
		trace->mask = UINT32_MAX;
	else if (sim_same_word(action, "none") || sim_same_word(action, "null"))
		trace->mask = 0;
	else if (sim_same_word(action, "default"))
		trace->mask = TRACE_DEFAULT;
	else if (sim_same_word(action, "value") && !sim_unsigned(what, &value))
		trace->mask = (uint32_t)value;
	else if (sim_same_word(action, "add") && bit_of(what))
		trace->mask |= bit_of(what);
	else if (sim_same_word(action, "del") && bit_of(what))
		trace->mask &= ~bit_of(what);
	else
		return -EINVAL;
	return 0;
}
