/* SPDX-License-Identifier: Apache-2.0 */
/*
 * device_groups/: which devices have which ALUA state through which target ports. A port of this node
 * is a link to its target; one of another node, known by name only, is a directory with its number.
 */
#include <string.h>

#include "engine/scst/reader.h"

/* The target that a link ".../targets/DRIVER/TARGET" leads to; 0 if we have none there. */
static lw_node find_target(const struct lw_tree *tree, const char *link)
{
	static const char dir[] = "/targets/";
	const struct lw_schema *schema = lw_tree_schema(tree);
	const char *driver = strstr(link, dir), *target;
	lw_node node;
	size_t len;
	int kind;

	if (!driver)
		return 0;
	driver += strlen(dir);
	len = strcspn(driver, "/");
	target = driver + len + (driver[len] == '/');
	kind = lw_schema_child_kind(schema, LW_KIND_ROOT, "TARGET_DRIVER", driver, len);
	node = kind < 0 ? 0 : lw_tree_find(tree, lw_tree_root(tree), (unsigned)kind, driver, len);
	if (!node)
		return 0;
	len = strlen(target);
	kind = lw_schema_child_kind(schema, (unsigned)kind, "TARGET", target, len);
	return kind < 0 ? 0 : lw_tree_find(tree, node, (unsigned)kind, target, len);
}

/* A local target whose own node is missing was made after we read targets/: it stays a name. */
static int read_local(struct scst_reader *reader, lw_node group, const struct lw_kt_entry *entry)
{
	const struct lw_kt_list no_files = LW_KT_LIST_INIT;
	lw_node node, target;
	const char *name;
	int r;

	r = scst_link_name(reader, entry->name, &name);
	if (r)
		return r;
	target = find_target(reader->tree, lw_str_text(&reader->value));
	r = scst_add(reader, group, SCST_TG_TARGET, entry, &node);
	if (r < 0 || !node)
		return r;
	if (target)
		lw_tree_refer(reader->tree, node, target);
	else
		lw_tree_refer_name(reader->tree, node, entry->name, entry->len);
	return scst_attrs(reader, node, &no_files);
}

/* The name stays a name, also when this node has a target of that name now: the kernel does not look again. */
static int remote_body(struct scst_reader *reader, lw_node node, const struct lw_kt_list *list)
{
	const char *name = lw_node_name(reader->tree, node);

	(void)list;
	lw_tree_refer_name(reader->tree, node, name, strlen(name));
	return 0;
}

static int target_group_body(struct scst_reader *reader, lw_node group,
			     const struct lw_kt_list *list)
{
	int r = 0;

	for (uint32_t i = 0; i < list->count && !r; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];

		if (entry->type == LW_KT_LINK)
			r = read_local(reader, group, entry);
		else if (entry->type == LW_KT_DIR)
			r = scst_object(reader, group, SCST_TG_TARGET, entry, remote_body);
	}
	return r;
}

static int read_group_devices(struct scst_reader *reader, lw_node group)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	size_t mark = reader->path.len;
	lw_node node;
	int r;

	r = scst_enter(reader, "devices");
	if (!r)
		r = scst_list(reader, &list);
	for (uint32_t i = 0; i < list.count && !r; i++) {
		const struct lw_kt_entry *entry = &list.entries[i];

		if (entry->type != LW_KT_LINK)
			continue;
		r = scst_add(reader, group, SCST_DG_DEVICE, entry, &node);
		if (!r && node)
			scst_refer_device(reader, node, entry->name);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}

static int device_group_body(struct scst_reader *reader, lw_node group,
			     const struct lw_kt_list *list)
{
	int r;

	(void)list;
	r = read_group_devices(reader, group);
	if (!r)
		r = scst_objects(reader, group, "target_groups", "TARGET_GROUP", target_group_body);
	return r;
}

int scst_read_device_groups(struct scst_reader *reader, lw_node root)
{
	return scst_objects(reader, root, "device_groups", "DEVICE_GROUP", device_group_body);
}
