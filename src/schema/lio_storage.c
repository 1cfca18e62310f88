/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Storage objects. What a fresh one says depends on what it is kept on: the constants here hold for regular files; on a
 * block device the device decides.
 */
#include <inttypes.h>
#include <string.h>

#include "base/num.h"
#include "model/tree/tree.h"
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema/schema.h"

#define MODEL_ALIAS_MAX 15
#define FILEIO_MAX_BYTES (8u << 20) /* of one command */

static const struct {
	const char *attr, *fresh;
} on_file[] = {
	{ "is_nonrot", "0" },
	{ "max_unmap_block_desc_count", "1" },
	{ "max_unmap_lba_count", "8192" },
	{ "max_write_same_len", "4096" },
	{ "unmap_granularity", "1" },
	{ "unmap_granularity_alignment", "0" },
};

static const char *product(unsigned kind)
{
	switch (kind) {
	case LIO_FILEIO:
		return "FILEIO";
	case LIO_IBLOCK:
		return "IBLOCK";
	case LIO_RAMDISK:
		return "RAMDISK-MCP";
	case LIO_USER:
		return "TCMU device";
	default:
		return NULL;
	}
}

static bool is_on(const struct lw_tree *tree, lw_node node, const char *attr)
{
	const char *value = lw_node_value(tree, node, attr);

	return value && !strcmp(value, "1");
}

static bool fresh_product(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	const char *name = lw_node_name(tree, node);
	const char *fixed = product(lw_node_kind(tree, node));

	if (is_on(tree, node, "emulate_model_alias"))
		lw_str_add_bytes(out, name, strnlen(name, MODEL_ALIAS_MAX));
	else if (fixed)
		lw_str_add(out, fixed);
	return fixed != NULL;
}

/*
 * A new object has blocks of 512 bytes and as many sectors as the kernel takes at once. With larger blocks it takes fewer, so
 * that this number can neither be written nor come back.
 */
static bool fresh_optimal(const struct lw_tree *tree, lw_node node, struct lw_str *out)
{
	const char *block = lw_node_value(tree, node, "block_size");

	if (block && strcmp(block, "512") != 0)
		return false;
	lw_str_addf(out, "%u", FILEIO_MAX_BYTES / 512);
	return true;
}

bool lw_lio_storage_fresh(const struct lw_tree *tree, uint32_t node, unsigned attr,
			  struct lw_str *out)
{
	unsigned kind = lw_node_kind(tree, node);
	const char *what = lw_kind(&lw_schema_lio, kind)->attrs[attr].name;
	const char *path;

	if (!strcmp(what, "product_id"))
		return fresh_product(tree, node, out);
	if (kind != LIO_FILEIO)
		return false;
	if (!strcmp(what, "optimal_sectors"))
		return fresh_optimal(tree, node, out);
	if (!strcmp(what, "emulate_write_cache")) {
		lw_str_add(out, is_on(tree, node, "write_back") ? "1" : "0");
		return true;
	}
	path = lw_node_value(tree, node, "udev_path");
	if (!path || !strncmp(path, "/dev/", 5))
		return false;
	for (size_t i = 0; i < sizeof(on_file) / sizeof(on_file[0]); i++) {
		if (!strcmp(what, on_file[i].attr)) {
			lw_str_add(out, on_file[i].fresh);
			return true;
		}
	}
	return false;
}

/* After a change of block_size the old optimal_sectors stays, but can no longer be written. */
static void check_optimal(const struct lw_tree *tree, lw_node node, struct lw_report *report)
{
	const char *optimal = lw_node_value(tree, node, "optimal_sectors");
	const char *block = lw_node_value(tree, node, "block_size");
	uint64_t sectors, bytes = 512;

	if (!optimal || !lw_parse_u64(optimal, strlen(optimal), LW_NUM_DEC, &sectors))
		return;
	if (block && (!lw_parse_u64(block, strlen(block), LW_NUM_DEC, &bytes) || !bytes))
		return;
	if (sectors > FILEIO_MAX_BYTES / bytes)
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, NULL,
			       "optimal_sectors %" PRIu64 " is more than 8 MiB: at most %" PRIu64
			       " blocks of %" PRIu64,
			       sectors, FILEIO_MAX_BYTES / bytes, bytes);
}

void lw_lio_check_storage(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *name = lw_node_name(tree, node);

	if (!strcmp(name, "hba_info") || !strcmp(name, "hba_mode"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID,
			       "choose another name",
			       "a storage object cannot be named %s: the kernel keeps a file of "
			       "that name there",
			       name);
	if (lw_node_kind(tree, node) != LIO_FILEIO)
		return;
	check_optimal(tree, node, report);
	if (!lw_node_value(tree, node, "size") && lw_node_value(tree, node, "udev_path") &&
	    strncmp(lw_node_value(tree, node, "udev_path"), "/dev/", 5))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID, NULL,
			       "a storage object on a file needs a size");
}
