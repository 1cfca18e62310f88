/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One object added, or attributes of one set: a configuration that names nothing but the way to it, applied so that nothing
 * else is touched (no_remove).
 */
#include <errno.h>
#include <string.h>

#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/scstadmin.h"
#include "model/schema/schema.h"

#define LEVELS_MAX 4

enum edit_what { EDIT_ADD, EDIT_SET, EDIT_SWITCH };

/* A level of the way from the top to the object: its keyword, and the option that names it. */
struct level {
	const char *word;
	enum front_option_id option;
	bool may; /* passed over when the option is not there */
};

struct edit {
	enum front_option_id option;
	enum edit_what what;
	const char *label;
	struct level way[LEVELS_MAX]; /* the last is the object */
	const char *value;	      /* EDIT_SWITCH */
	bool asks;
};

#define DRIVER \
	{ \
		.word = "TARGET_DRIVER", .option = FRONT_DRIVER \
	}
#define TARGET \
	{ \
		.word = "TARGET", .option = FRONT_TARGET \
	}
#define DEV_GROUP \
	{ \
		.word = "DEVICE_GROUP", .option = FRONT_DEV_GROUP \
	}

/* clang-format off */
static const struct edit edits[] = {
	{ .option = FRONT_OPEN_DEV, .what = EDIT_ADD, .label = "device",
	  .way = { { .word = "HANDLER", .option = FRONT_HANDLER }, { .word = "DEVICE", .option = FRONT_OPEN_DEV } } },
	{ .option = FRONT_ADD_DGRP, .what = EDIT_ADD, .label = "device group",
	  .way = { { .word = "DEVICE_GROUP", .option = FRONT_ADD_DGRP } } },
	{ .option = FRONT_ADD_DGRP_DEV, .what = EDIT_ADD, .label = "device",
	  .way = { DEV_GROUP, { .word = "DEVICE", .option = FRONT_ADD_DGRP_DEV } } },
	{ .option = FRONT_ADD_TGRP, .what = EDIT_ADD, .label = "target group",
	  .way = { DEV_GROUP, { .word = "TARGET_GROUP", .option = FRONT_ADD_TGRP } } },
	{ .option = FRONT_ADD_TGRP_TGT, .what = EDIT_ADD, .label = "target",
	  .way = { DEV_GROUP, { .word = "TARGET_GROUP", .option = FRONT_TGT_GROUP },
		   { .word = "TARGET", .option = FRONT_ADD_TGRP_TGT } } },
	{ .option = FRONT_ADD_TARGET, .what = EDIT_ADD, .label = "target",
	  .way = { DRIVER, { .word = "TARGET", .option = FRONT_ADD_TARGET } } },
	{ .option = FRONT_ADD_GROUP, .what = EDIT_ADD, .label = "group",
	  .way = { DRIVER, TARGET, { .word = "GROUP", .option = FRONT_ADD_GROUP } } },
	{ .option = FRONT_ADD_INIT, .what = EDIT_ADD, .label = "initiator",
	  .way = { DRIVER, TARGET, { .word = "GROUP", .option = FRONT_GROUP },
		   { .word = "INITIATOR", .option = FRONT_ADD_INIT } } },
	{ .option = FRONT_ADD_LUN, .what = EDIT_ADD, .label = "LUN",
	  .way = { DRIVER, TARGET, { .word = "GROUP", .option = FRONT_GROUP, .may = true },
		   { .word = "LUN", .option = FRONT_ADD_LUN } } },
	{ .option = FRONT_ENABLE_TARGET, .what = EDIT_SWITCH, .label = "target",
	  .way = { DRIVER, { .word = "TARGET", .option = FRONT_ENABLE_TARGET } }, .value = "1" },
	{ .option = FRONT_DISABLE_TARGET, .what = EDIT_SWITCH, .label = "target",
	  .way = { DRIVER, { .word = "TARGET", .option = FRONT_DISABLE_TARGET } }, .value = "0", .asks = true },
	{ .option = FRONT_SET_SCST_ATTR, .what = EDIT_SET, .label = "SCST",
	  .way = { { .word = NULL } }, .asks = true },
	{ .option = FRONT_SET_DEV_ATTR, .what = EDIT_SET, .label = "device",
	  .way = { { .word = "HANDLER", .option = FRONT_HANDLER }, { .word = "DEVICE", .option = FRONT_SET_DEV_ATTR } }, .asks = true },
	{ .option = FRONT_SET_DRV_ATTR, .what = EDIT_SET, .label = "driver",
	  .way = { { .word = "TARGET_DRIVER", .option = FRONT_SET_DRV_ATTR } }, .asks = true },
	{ .option = FRONT_SET_TGT_ATTR, .what = EDIT_SET, .label = "target",
	  .way = { DRIVER, { .word = "TARGET", .option = FRONT_SET_TGT_ATTR } }, .asks = true },
	{ .option = FRONT_SET_GRP_ATTR, .what = EDIT_SET, .label = "group",
	  .way = { DRIVER, TARGET, { .word = "GROUP", .option = FRONT_SET_GRP_ATTR } }, .asks = true },
	{ .option = FRONT_SET_TGRP_ATTR, .what = EDIT_SET, .label = "target group",
	  .way = { DEV_GROUP, { .word = "TARGET_GROUP", .option = FRONT_SET_TGRP_ATTR } }, .asks = true },
};
/* clang-format on */

static const struct edit *edit_of(const struct front *front)
{
	for (size_t i = 0; i < sizeof(edits) / sizeof(edits[0]); i++)
		if ((int)edits[i].option == front->current)
			return &edits[i];
	return NULL;
}

/* ---- the configuration that says only this */

static int missing(const char *word, const char *name)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "No such %s '%s' exists.", word, name);
	return front_fatal(lw_str_text(&text));
}

static int exists(const struct edit *edit, const char *name)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "The %s '%s' already exists.", edit->label, name);
	return front_fatal(lw_str_text(&text));
}

/* A device is named alone: its handler is that which has it. */
static const char *handler_of(const struct lw_tree *tree, const char *device)
{
	for (lw_node h = lw_node_first(tree, lw_tree_root(tree)); h; h = lw_node_next(tree, h))
		if (front_child(tree, h, "DEVICE", device) &&
		    !strcmp(lw_kind(lw_tree_schema(tree), lw_node_kind(tree, h))->word, "HANDLER"))
			return lw_node_name(tree, h);
	return "";
}

static lw_node add(struct lw_tree *want, lw_node parent, const struct level *level,
		   const char *name)
{
	int kind;

	if (!name)
		return 0;
	kind = lw_schema_child_kind(lw_tree_schema(want), lw_node_kind(want, parent), level->word,
				    name, strlen(name));
	return kind < 0 ? 0 : lw_tree_add(want, parent, (unsigned)kind, name, strlen(name));
}

static void refer(const struct front *front, struct lw_tree *want, lw_node n)
{
	const struct lw_kind_spec *kind = lw_kind(lw_tree_schema(want), lw_node_kind(want, n));
	const char *name =
		kind->flags & LW_K_REF_IS_NAME ? lw_node_name(want, n) : front->value[FRONT_DEVICE];

	if (kind->ref_kinds && name)
		lw_tree_refer_name(want, n, name, strlen(name));
}

/* The way to the object, which must be there; the object itself, if it is to be added, must not. */
static int build(struct front *front, const struct edit *edit, struct lw_tree *want, lw_node *ret)
{
	const struct lw_tree *tree = front_tree(front);
	lw_node there = lw_tree_root(tree), n = lw_tree_root(want);

	if (!tree)
		return FRONT_FATAL;
	for (unsigned i = 0; i < LEVELS_MAX && edit->way[i].word; i++) {
		const struct level *level = &edit->way[i];
		bool last = level->option == edit->option;
		const char *name = front->value[level->option];

		if (!name && level->option == FRONT_HANDLER)
			name = handler_of(tree, front->value[edit->option]);
		if (!name && level->may)
			continue;
		there = front_child(tree, there, level->word, name);
		if (last && edit->what == EDIT_ADD ? there : !there)
			return there ? exists(edit, name) : missing(level->word, name ? name : "");
		n = add(want, n, level, name);
		if (!n)
			return missing(level->word, name);
	}
	if (edit->what == EDIT_ADD)
		refer(front, want, n);
	*ret = n;
	return 0;
}

/* "a=1,b": b alone is 1. */
static void set_attributes(const struct front *front, struct lw_tree *want, lw_node n)
{
	const char *at = front->value[FRONT_ATTRIBUTES];

	while (at && *at) {
		LW_AUTO_STR struct lw_str name = LW_STR_INIT;
		size_t len = strcspn(at, ","), key = strcspn(at, ",=");

		lw_str_add_bytes(&name, at, key);
		if (key < len)
			lw_tree_add_value(want, n, lw_str_text(&name), at + key + 1, len - key - 1,
					  LW_NO_OFFSET);
		else if (len)
			lw_tree_add_value(want, n, lw_str_text(&name), "1", 1, LW_NO_OFFSET);
		at += len + (at[len] == ',');
	}
}

/* ---- carried out */

static int carry_out(struct front *front, const struct edit *edit, struct lw_tree *want)
{
	struct lw_merge_options options = LW_MERGE_OPTIONS_INIT;
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_plan *plan = NULL;
	size_t done = 0;
	int r = report ? lw_tree_canon(want, report) : -ENOMEM;

	options.no_remove = true;
	if (r >= 0)
		r = lw_tree_resolve(want);
	if (r >= 0)
		r = lw_system_plan(front->system, want, &options, &plan, report);
	lw_str_addf(&command, "scstadmin -%s %s", front_options[edit->option].name,
		    front->value[edit->option]);
	if (r >= 0 && front_takes_away(plan))
		r = -EBUSY;
	if (r < 0)
		(void)cli_problems_say(&front->args, report);
	else
		r = front_carry_out(front, NULL, plan, lw_str_text(&command), &done);
	lw_plan_free(plan);
	lw_report_free(report);
	if (r)
		return front_fatal("The requested change was not made.");
	if (edit->what == EDIT_SET)
		front_print("\t-> Done, %zu change(s) made.\n", done);
	else
		front_print("\t-> Done.\n");
	return 0;
}

int front_edit(struct front *front, const char *argument)
{
	const struct edit *edit = edit_of(front);
	struct lw_tree *want;
	lw_node n = 0;
	int r = 0;

	(void)argument;
	if (edit->asks && !front_agreed(front))
		return 0;
	if (cli_system_lock(&front->args, front->system))
		return FRONT_FATAL;
	want = lw_tree_new(lw_system_schema(front->system));
	if (!want)
		return cli_memory();
	front_print("\n-> Making requested changes.\n");
	r = build(front, edit, want, &n);
	if (!r && edit->what == EDIT_SWITCH)
		lw_tree_set(want, n, "enabled", edit->value, strlen(edit->value), LW_NO_OFFSET);
	else if (!r)
		set_attributes(front, want, n);
	if (!r)
		r = carry_out(front, edit, want);
	lw_tree_free(want);
	return r;
}
