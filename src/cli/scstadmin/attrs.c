/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of attributes. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"
#include "model/tree/tree.h"

#define USUAL_ROOT "/sys/kernel/scst_tgt"

struct row {
	const char *name, *value;
	bool key;
};

static int compare_rows(const void *left, const void *right)
{
	const struct row *a = left, *b = right;
	int r = strcmp(a->name, b->name);

	return r ? r : strcmp(a->value, b->value);
}

/* The mode of its file says so; what several files hold can be written as a whole, through mgmt. */
static bool is_writable(const struct front *front, lw_node n, const char *name)
{
	LW_AUTO_FREE char *path = lw_node_path(front->tree, n);
	LW_AUTO_STR struct lw_str file = LW_STR_INIT;
	const char *root = front->value[FRONT_ROOT];
	struct stat st;

	lw_str_addf(&file, "%s/%s/%s", root ? root : USUAL_ROOT, path ? path : "", name);
	if (!path || lw_str_bad(&file) || stat(lw_str_text(&file), &st) < 0)
		return true;
	return st.st_mode & S_IWUSR;
}

/* Those to be shown, sorted; *ret_count of them. NULL when memory is short. */
static struct row *rows_of(const struct lw_tree *tree, lw_node n, bool all, unsigned *ret_count)
{
	const struct node *node = node_at(tree, n);
	struct row *rows = lw_calloc(node->nattr + 1u, sizeof(*rows));
	unsigned count = 0;

	for (unsigned i = 0; rows && i < node->nattr; i++) {
		const struct attr *attr = &tree->attrs[node->attrs + i];
		bool key = attr->flags & LW_ATTR_KEYED;

		if ((attr->state == LW_SET || attr->state == LW_FIXED) && (key || all))
			rows[count++] = (struct row){
				lw_tree_attr_name(tree, node->kind, attr->def),
				tree_text(tree, attr->value),
				key,
			};
	}
	if (rows)
		qsort(rows, count, sizeof(*rows), compare_rows);
	*ret_count = count;
	return rows;
}

static void print_rule(size_t width)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_add_char(&line, '\t');
	while (width--)
		lw_str_add_char(&line, '-');
	lw_str_add_char(&line, '\n');
	(void)cli_out(&line);
}

int front_print_attrs(const struct front *front, lw_node n, bool all)
{
	unsigned count, width[2] = { 9, 5 };
	LW_AUTO_FREE struct row *rows = rows_of(front->tree, n, all, &count);
	const char *before = "";

	if (!rows)
		return cli_memory();
	for (unsigned i = 0; i < count; i++) {
		if (strlen(rows[i].name) > width[0])
			width[0] = (unsigned)strlen(rows[i].name);
		if (strlen(rows[i].value) > width[1])
			width[1] = (unsigned)strlen(rows[i].value);
	}
	front_print("\t%-*s     %-*s     %-9s     %-3s\n", (int)width[0], "Attribute",
		    (int)width[1], "Value", "Writable", "KEY");
	print_rule(width[0] + width[1] + 27);
	for (unsigned i = 0; i < count; i++) {
		front_print("\t%-*s     %-*s     %-9s     %-3s\n", (int)width[0],
			    strcmp(before, rows[i].name) ? rows[i].name : "", (int)width[1],
			    rows[i].value[0] ? rows[i].value : "<not set>",
			    is_writable(front, n, rows[i].name) ? "Yes" : "No",
			    rows[i].key ? "Yes" : "No");
		before = rows[i].name;
	}
	if (!count)
		front_print("\t(none)\n");
	return 0;
}

/* ---- the queries */

static int print_or_miss(const struct front *front, lw_node n, const char *what, const char *name)
{
	if (!front->tree)
		return FRONT_FATAL;
	if (n)
		return front_print_attrs(front, n, front_has(front, FRONT_NONKEY));
	front_print("No such %s '%s' exists.\n", what, name);
	return 0;
}

/* What the options name; 0: none. */
static lw_node top(struct front *front, const char *word, const char *name)
{
	const struct lw_tree *tree = front_tree(front);

	return tree ? front_child(tree, lw_tree_root(tree), word, name) : 0;
}

static lw_node target_of(struct front *front, const char *name)
{
	lw_node driver = top(front, "TARGET_DRIVER", front->value[FRONT_DRIVER]);

	return front_child(front->tree, driver, "TARGET", name);
}

static lw_node group_of(struct front *front, const char *name)
{
	/* Looked up first: only then there is a tree. */
	lw_node target = target_of(front, front->value[FRONT_TARGET]);

	return front_child(front->tree, target, "GROUP", name);
}

static lw_node target_group_of(struct front *front, const char *name)
{
	lw_node group = top(front, "DEVICE_GROUP", front->value[FRONT_DEV_GROUP]);

	return front_child(front->tree, group, "TARGET_GROUP", name);
}

static lw_node device_of(struct front *front, const char *name)
{
	const struct lw_tree *tree = front_tree(front);
	lw_node found = 0;

	for (lw_node h = tree ? lw_node_first(tree, lw_tree_root(tree)) : 0; h && !found;
	     h = lw_node_next(tree, h))
		if (node_kind(tree, h)->word && !strcmp(node_kind(tree, h)->word, "HANDLER"))
			found = front_child(tree, h, "DEVICE", name);
	return found;
}

int front_list_scst_attr(struct front *front, const char *argument)
{
	const struct lw_tree *tree = front_tree(front);

	return print_or_miss(front, tree ? lw_tree_root(tree) : 0, "engine", argument);
}

int front_list_hnd_attr(struct front *front, const char *name)
{
	return print_or_miss(front, top(front, "HANDLER", name), "handler", name);
}

int front_list_dev_attr(struct front *front, const char *name)
{
	return print_or_miss(front, device_of(front, name), "device", name);
}

int front_list_drv_attr(struct front *front, const char *name)
{
	return print_or_miss(front, top(front, "TARGET_DRIVER", name), "driver", name);
}

int front_list_tgt_attr(struct front *front, const char *name)
{
	return print_or_miss(front, target_of(front, name), "target", name);
}

int front_list_grp_attr(struct front *front, const char *name)
{
	return print_or_miss(front, group_of(front, name), "group", name);
}

int front_list_lun_attr(struct front *front, const char *name)
{
	const char *group = front->value[FRONT_GROUP];
	lw_node set = group ? group_of(front, group) : target_of(front, front->value[FRONT_TARGET]);

	return print_or_miss(front, front_child(front->tree, set, "LUN", name), "LUN", name);
}

int front_list_init_attr(struct front *front, const char *name)
{
	lw_node group = group_of(front, front->value[FRONT_GROUP]);

	return print_or_miss(front, front_child(front->tree, group, "INITIATOR", name), "initiator",
			     name);
}

int front_list_dgrp_attr(struct front *front, const char *name)
{
	return print_or_miss(front, top(front, "DEVICE_GROUP", name), "device group", name);
}

int front_list_tgrp_attr(struct front *front, const char *name)
{
	return print_or_miss(front, target_group_of(front, name), "target group", name);
}

int front_list_ttgt_attr(struct front *front, const char *name)
{
	lw_node group = target_group_of(front, front->value[FRONT_TGT_GROUP]);

	return print_or_miss(front, front_child(front->tree, group, "TARGET", name), "target",
			     name);
}
