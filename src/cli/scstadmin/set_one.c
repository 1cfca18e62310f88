/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/problem.h"
#include "cli/scstadmin/carry.h"
#include "cli/scstadmin/set.h"
#include "model/schema/schema.h"
#include "model/tree/secret.h"
#include "model/tree/tree.h"

static lw_node find(const struct front_setting *s, const struct lw_tree *tree)
{
	enum front_object missing;

	return front_find(s->front, tree, s->object, s->name, &missing);
}

static int change(void *arg, struct lw_tree *tree, struct lw_report *report)
{
	const struct front_setting *s = arg;
	lw_node n = find(s, tree);
	size_t len = strlen(s->value);

	(void)report;
	if (!n)
		return -ENOENT;
	switch (s->how) {
	case FRONT_SET_VALUE:
		lw_tree_set(tree, n, s->attr, s->value, len, LW_NO_OFFSET);
		break;
	case FRONT_ADD_VALUE:
		lw_tree_add_value(tree, n, s->attr, s->value, len, LW_NO_OFFSET);
		break;
	case FRONT_REMOVE_VALUE:
		lw_tree_remove_value(tree, n, s->attr, s->value, len);
		break;
	}
	return 0;
}

/* What closes or makes anew something for an attribute is more than was asked for. */
static int plan_and_apply(const struct front_setting *s, struct lw_report *report)
{
	const struct lw_edit edit = { sizeof(edit), change, (void *)s };
	LW_AUTO_STR struct lw_str command = LW_STR_INIT;
	struct lw_plan *plan = NULL;
	int r = lw_system_plan_edit(s->front->system, &edit, &plan, report);

	front_command(s->front, s->front->current, s->name, &command);
	if (r >= 0 && s->how != FRONT_REMOVE_VALUE && front_takes_away(plan)) {
		cli_say("%s: cannot be changed as it stands", s->attr);
		r = -EBUSY;
	}
	if (r >= 0)
		r = front_apply(s->front, NULL, plan, lw_str_text(&command), report);
	lw_plan_free(plan);
	return r;
}

/* What is never configuration is in no plan: it acts when it is written. */
static bool is_action(const struct lw_tree *tree, lw_node n, const char *attr)
{
	const struct lw_kind_spec *kind = node_kind(tree, n);
	int def = lw_kind_attr(kind, attr, strlen(attr));

	return def >= 0 && kind->attrs[def].when == LW_WHEN_NEVER;
}

static int act(const struct front_setting *s, lw_node n)
{
	struct lw_error error = LW_ERROR_INIT;
	LW_AUTO_FREE char *path = NULL;
	int r;

	if (front_has(s->front, FRONT_DEBUG)) {
		path = lw_node_path(s->front->tree, n);
		front_say_write(s->front, path ? path : "", s->value);
		return 0;
	}
	r = lw_system_act(s->front->system, s->front->tree, n, s->attr, s->value, &error);
	if (r < 0)
		(void)cli_fail(&s->front->args, &error, 0);
	return r;
}

int front_do_set(const struct front_setting *s)
{
	lw_node n = find(s, s->front->tree);
	struct lw_report *report;
	int r;

	if (is_action(s->front->tree, n, s->attr))
		return act(s, n);
	report = lw_report_new();
	r = report ? plan_and_apply(s, report) : -ENOMEM;
	(void)cli_problems_say(&s->front->args, report);
	lw_report_free(report);
	return r;
}

void front_show_value(const struct front_setting *s, struct lw_str *out)
{
	lw_node n = find(s, s->front->tree);
	const struct lw_kind_spec *kind = node_kind(s->front->tree, n);
	int def = lw_kind_attr(kind, s->attr, strlen(s->attr));
	const struct lw_attr_spec *spec = def < 0 ? NULL : &kind->attrs[def];

	if (lw_attr_is_secret(lw_tree_schema(s->front->tree), spec, s->attr))
		lw_secret_mask(spec, s->value, out);
	else
		lw_str_add(out, s->value);
}

void front_say_set(const struct front_setting *s, const char *text)
{
	struct front_names names = front_names(s->front, s->object, s->name);
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	front_show_value(s, &value);
	names.name[SLOT_ATTR] = s->attr;
	names.name[SLOT_VALUE] = lw_str_text(&value);
	front_print("\t-> ");
	front_print_filled(text, &names);
	front_print(": done.\n");
}
