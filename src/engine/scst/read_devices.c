/* SPDX-License-Identifier: Apache-2.0 */
/*
 * handlers/ and devices/. A device is configuration once a handler has it, so devices are found by the
 * links in their handlers' directories; a SCSI device that nobody assigned stands in devices/ only.
 */
#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "engine/scst/reader.h"

/* The handler's links, each followed to devices/. A link whose device is not there is none of a device. */
static int handler_body(struct scst_reader *reader, lw_node handler, const struct lw_kt_list *list)
{
	const struct lw_schema *schema = lw_tree_schema(reader->tree);
	LW_AUTO_STR struct lw_str back = LW_STR_INIT;
	size_t object = reader->object;
	int r;

	lw_str_add_bytes(&back, lw_str_text(&reader->path), reader->path.len);
	lw_kt_cut(&reader->path, 0);
	reader->object = 0;
	r = lw_str_bad(&back) ? lw_error_memory(&reader->why) : scst_enter(reader, "devices");
	for (uint32_t i = 0; i < list->count && !r; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];

		if (entry->type != LW_KT_LINK)
			continue;
		r = scst_object(reader, handler,
				lw_schema_child_kind(schema, lw_node_kind(reader->tree, handler),
						     "DEVICE", entry->name, entry->len),
				entry, NULL);
	}
	lw_kt_cut(&reader->path, 0);
	lw_str_add_bytes(&reader->path, lw_str_text(&back), back.len);
	reader->object = object;
	/* Around a device in devices/ is the root, not the handler. */
	return r == SCST_GONE ? scst_unloaded(reader) : r;
}

int scst_read_handlers(struct scst_reader *reader, lw_node root)
{
	return scst_objects(reader, root, "handlers", "HANDLER", handler_body);
}

/* Device names are unique among all handlers; a handler's devices are all of one kind. */
static lw_node find_device(const struct lw_tree *tree, const char *name)
{
	size_t len = strlen(name);
	lw_node handler, first, device;

	for (handler = lw_node_first(tree, lw_tree_root(tree)); handler;
	     handler = lw_node_next(tree, handler)) {
		first = lw_node_first(tree, handler);
		if (!first || !lw_kind_in(SCST_DEVICES, lw_node_kind(tree, first)))
			continue;
		device = lw_tree_find(tree, handler, lw_node_kind(tree, first), name, len);
		if (device)
			return device;
	}
	return 0;
}

void scst_refer_device(struct scst_reader *reader, lw_node node, const char *name)
{
	lw_node device = find_device(reader->tree, name);

	if (device)
		lw_tree_refer(reader->tree, node, device);
	else
		lw_tree_refer_name(reader->tree, node, name, strlen(name));
}
