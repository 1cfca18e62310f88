/* SPDX-License-Identifier: Apache-2.0 */
/* What stands below a target: LUNs, groups with LUNs and initiators of their own, sessions. */
#include <stdlib.h>
#include <string.h>

#include "engine/scst/reader.h"

/* ---- LUNs */

static int lun_body(struct scst_reader *reader, lw_node lun, const struct lw_kt_list *list)
{
	const char *device;
	int r;

	(void)list;
	r = scst_link_name(reader, "device", &device);
	if (r)
		return r;
	scst_refer_device(reader, lun, device);
	return scst_told_by_lun(reader, lun);
}

/* In the order of their numbers: 2 before 10. Names that are no numbers are left out later. */
static int by_number(const void *a, const void *b)
{
	const struct lw_kt_entry *x = a, *y = b;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return strcmp(x->name, y->name);
}

int scst_read_luns(struct scst_reader *reader, lw_node holder)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	int kind = lw_node_kind(reader->tree, holder) == SCST_CM_TARGET ? SCST_CM_LUN : SCST_LUN;
	size_t mark = reader->path.len;
	int r;

	r = scst_enter(reader, "luns");
	if (!r)
		r = scst_list(reader, &list);
	if (list.count)
		qsort(list.entries, list.count, sizeof(*list.entries), by_number);
	for (uint32_t i = 0; i < list.count && !r; i++) {
		if (list.entries[i].type == LW_KT_DIR)
			r = scst_object(reader, holder, kind, &list.entries[i], lun_body);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}

/* ---- groups */

/* An initiator is a file that is called like it, and says nothing else. */
static int read_initiators(struct scst_reader *reader, lw_node group)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	size_t mark = reader->path.len;
	lw_node node;
	int r;

	r = scst_enter(reader, "initiators");
	if (!r)
		r = scst_list(reader, &list);
	for (uint32_t i = 0; i < list.count && !r; i++) {
		const struct lw_kt_entry *entry = &list.entries[i];

		if (entry->type == LW_KT_FILE && strcmp(entry->name, "mgmt") != 0)
			r = scst_add(reader, group, SCST_INITIATOR, entry, &node);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}

static int group_body(struct scst_reader *reader, lw_node group, const struct lw_kt_list *list)
{
	int r;

	(void)list;
	r = scst_read_luns(reader, group);
	if (!r)
		r = read_initiators(reader, group);
	return r;
}

static int by_inode(const void *a, const void *b)
{
	const struct lw_kt_entry *x = a, *y = b;

	return (x->ino > y->ino) - (x->ino < y->ino);
}

/*
 * An initiator sees the first group that matches it, first as they were created. The directory is
 * listed in the order of a hash table, but inode numbers of sysfs rise with creation. Returns whether
 * the order is known.
 */
static bool sort_groups(struct lw_kt_list *list)
{
	uint32_t groups = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		if (list->entries[i].type == LW_KT_DIR)
			list->entries[groups++] = list->entries[i];
	}
	list->count = groups;
	for (uint32_t i = 0; i < groups; i++) {
		if (!list->entries[i].ino)
			return groups < 2;
	}
	if (groups)
		qsort(list->entries, groups, sizeof(*list->entries), by_inode);
	return true;
}

int scst_read_groups(struct scst_reader *reader, lw_node target)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	const struct lw_schema *schema = lw_tree_schema(reader->tree);
	unsigned kind = lw_node_kind(reader->tree, target);
	size_t mark = reader->path.len;
	int r;

	r = scst_enter(reader, "ini_groups");
	if (!r)
		r = scst_list(reader, &list);
	if (!r && !sort_groups(&list))
		node_at(reader->tree, target)->flags |= LW_NODE_ORDER_UNKNOWN;
	for (uint32_t i = 0; i < list.count && !r; i++) {
		const struct lw_kt_entry *entry = &list.entries[i];

		r = scst_object(
			reader, target,
			lw_schema_child_kind(schema, kind, "GROUP", entry->name, entry->len), entry,
			group_body);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}

/* ---- sessions */

/* The link "luns" says whose LUNs the session sees: ../../luns or ../../ini_groups/GROUP/luns. */
static int session_body(struct scst_reader *reader, lw_node session, const struct lw_kt_list *list)
{
	static const char to_groups[] = "../../ini_groups/";
	lw_node seen = lw_node_parent(reader->tree, session);
	const char *name, *text;
	int r;

	(void)list;
	r = scst_link_name(reader, "luns", &name);
	if (r)
		return r;
	text = lw_str_text(&reader->value);
	if (!strncmp(text, to_groups, strlen(to_groups))) {
		text += strlen(to_groups);
		seen = lw_tree_find(reader->tree, seen, SCST_GROUP, text, strcspn(text, "/"));
	}
	/* A group made after we listed them: nobody knows what it is. */
	if (seen)
		lw_tree_refer(reader->tree, session, seen);
	return 0;
}

/* The names of a local target's sessions are configuration: one of its attributes, and whoever wants them back names them. */
static int put_session_names(struct scst_reader *reader, lw_node target,
			     const struct lw_kt_list *list)
{
	static const char name[] = "session_name";
	int known = lw_kind_attr(node_kind(reader->tree, target), name, strlen(name));
	int r = 0;

	if (!reader->attrs || known < 0)
		return 0;
	for (uint32_t i = 0; i < list->count && !r; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];
		const struct scst_value value = { entry->name, entry->len, true };

		if (entry->type == LW_KT_DIR)
			r = scst_put(reader, target, (uint16_t)known, &value, 0);
	}
	return r;
}

int scst_read_sessions(struct scst_reader *reader, lw_node target)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	size_t mark = reader->path.len;
	int r;

	reader->unseen |= !reader->sessions;
	if (!reader->sessions && lw_node_kind(reader->tree, target) != SCST_LOCAL_TARGET)
		return 0;
	r = scst_enter(reader, "sessions");
	if (!r)
		r = scst_list(reader, &list);
	if (!r)
		r = put_session_names(reader, target, &list);
	for (uint32_t i = 0; i < list.count && reader->sessions && !r; i++) {
		if (list.entries[i].type == LW_KT_DIR)
			r = scst_object(reader, target, SCST_SESSION, &list.entries[i],
					session_body);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}
