/* SPDX-License-Identifier: Apache-2.0 */
/* lunward clear: nothing at all is wanted. */
#include <errno.h>
#include <string.h>

#include "cli/live.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "model/tree/tree.h"

/* What stays of a node, by name; nothing when it is as fresh. A switch says something when it is on. */
static void add_names(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	uint16_t last = UINT16_MAX;

	for (unsigned n = 0; n < node_at(tree, node)->nattr; n++) {
		const struct attr *attr = tree->attrs + node_at(tree, node)->attrs + n;
		const struct lw_attr_spec *spec =
			lw_tree_attr_spec(tree, node_at(tree, node)->kind, attr->def);
		bool off = spec && spec->flags & LW_A_ENABLE &&
			   !strcmp(tree_text(tree, attr->value), "0");

		if (attr->def == last || off || (spec && spec->flags & LW_A_STATES))
			continue;
		lw_str_addf(out, "%s%s", out->len ? ", " : "",
			    lw_tree_attr_name(tree, node_at(tree, node)->kind, attr->def));
		last = attr->def;
	}
}

/* What is no object cannot go, only be set otherwise: whoever clears to hand over wants to know of it. */
static int say_what_stays(const struct cli_args *args, struct lw_system *system)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = NULL;
	int r = report ? lw_system_saved(system, 0, &tree, report) : -ENOMEM;

	for (lw_node n = 1; r >= 0 && n < tree->nnode; n++) {
		LW_AUTO_STR struct lw_str names = LW_STR_INIT;

		if (!(node_at(tree, n)->flags & LW_NODE_DEAD))
			add_names(tree, n, &names);
		if (names.len)
			lw_tree_report(tree, n, NULL, report, LW_NOTE, LW_CODE_NONE, NULL,
				       "stays as it is: %s", lw_str_text(&names));
	}
	lw_tree_free(tree);
	if (report)
		cli_problems_say(args, report);
	lw_report_free(report);
	return r == -ENOMEM ? cli_memory() : r < 0 ? CLI_FAILED : CLI_DONE;
}

static int clear(const struct cli_args *args, struct lw_system *system, struct lw_tree *nothing,
		 struct lw_report *report)
{
	struct lw_merge_options options = cli_merge_options(args);
	struct cli_change change = { .system = system, .want = nothing, .command = "clear" };
	int r = cli_system_lock(args, system), e;

	if (r)
		return r;
	options.prune_all = true;
	e = lw_system_plan(system, nothing, &options, &change.plan, report);
	if (e < 0)
		return cli_live_failed(args, report, e);
	r = cli_change(args, &change, report);
	return r ? r : say_what_stays(args, system);
}

int cmd_clear(const struct cli_args *args)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *nothing = NULL;
	struct lw_system *system = NULL;
	int r = report ? cli_system_open(args, "scst", NULL, &system) : cli_memory();

	if (!r) {
		nothing = lw_tree_new(lw_system_schema(system));
		r = nothing ? clear(args, system, nothing, report) : cli_memory();
	}
	lw_system_close(system);
	lw_tree_free(nothing);
	lw_report_free(report);
	return r;
}
