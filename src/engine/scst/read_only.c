/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a device can be written to is what every plan must know, and seldom declared. Its LUNs tell as well: one that can
 * be written to is of a device that can, since SCST makes those of a read-only device read-only. So a device is asked only when
 * no LUN has told: of a thousand exported devices that is a thousand files less.
 */
#include <string.h>

#include "engine/scst/reader.h"

static const char read_only[] = "read_only";

bool scst_lun_tells(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec)
{
	return spec->flags & LW_A_ALWAYS_READ && !strcmp(spec->name, read_only) &&
	       lw_kind_in(SCST_DEVICES, node_at(reader->tree, node)->kind) &&
	       !scst_declared(reader, node, spec, spec->name);
}

/* The attribute's number; -1 where the device has none, or it is known. */
static int unknown(const struct lw_tree *tree, lw_node device)
{
	int def = lw_kind_attr(node_kind(tree, device), read_only, strlen(read_only));
	unsigned count = 0;

	return def < 0 || lw_tree_attr_run(tree, device, (unsigned)def, &count) ? -1 : def;
}

int scst_told_by_lun(struct scst_reader *reader, lw_node lun)
{
	const struct scst_value writable = { "0", 1, false };
	const char *value = lw_node_value(reader->tree, lun, read_only);
	lw_node device = lw_node_ref(reader->tree, lun);
	int def = device && value && !strcmp(value, "0") ? unknown(reader->tree, device) : -1;

	return def < 0 ? 0 : scst_put(reader, device, (uint16_t)def, &writable, 0);
}

/* One that was deleted meanwhile was there a moment ago, and so it stays. */
static int ask_device(struct scst_reader *reader, lw_node device)
{
	const char *name = lw_node_name(reader->tree, device);
	size_t outer = reader->object;
	int def = unknown(reader->tree, device), r;

	if (def < 0)
		return 0;
	r = scst_enter(reader, "devices");
	if (!r)
		r = scst_enter(reader, name);
	reader->object = reader->path.len;
	if (!r)
		r = scst_attr(reader, device, (uint16_t)def, read_only, 0);
	lw_kt_cut(&reader->path, 0);
	reader->object = outer;
	return r == SCST_GONE ? 0 : r;
}

int scst_ask_devices(struct scst_reader *reader, lw_node root)
{
	const struct lw_tree *tree = reader->tree;
	int r = 0;

	if (!reader->asked)
		return 0;
	for (lw_node handler = lw_node_first(tree, root); handler && !r;
	     handler = lw_node_next(tree, handler))
		for (lw_node device = lw_node_first(tree, handler); device && !r;
		     device = lw_node_next(tree, device))
			if (lw_kind_in(SCST_DEVICES, node_at(tree, device)->kind))
				r = ask_device(reader, device);
	return r;
}
