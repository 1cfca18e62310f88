/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A fresh virtual device is known by a 64-bit number: setup_id above, the CRC-32C of its name (with the final NUL, from 0,
 * not inverted) below. usn is that in hex, t10_dev_id and vend_specific_id are the same with a dash and the name, cut where
 * the kernel's buffer for t10_dev_id ends. A t10_dev_id given at creation changes neither usn nor vend_specific_id.
 * setup_id counts as it is when the device is made; while it is not known, neither are the ids.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/crc32c.h"
#include "base/num.h"
#include "lunward/tree.h"
#include "schema/scst_hooks.h"
#include "schema/schema.h"

#define PROD_ID_MAX 16
#define T10_DEV_ID_MAX 25
#define OPT_TRANS_LEN 524288

static bool setup_id(const struct lw_tree *tree, uint64_t *ret)
{
	lw_node root = lw_tree_root(tree);
	const char *value = lw_node_value(tree, root, "setup_id");

	*ret = 0;
	if (!value)
		return lw_node_state(tree, root, "setup_id") == LW_DEFAULT;
	return lw_parse_u64(value, strlen(value), LW_NUM_DEC | LW_NUM_HEX, ret);
}

static void add_cut(struct lw_str *out, const char *text, size_t max)
{
	lw_str_add_bytes(out, text, strnlen(text, max));
}

void lw_scst_pr_file_default(const char *device, struct lw_str *out)
{
	lw_str_addf(out, "/var/lib/scst/pr/%s", device);
}

/* A multiple of the block size is all that the kernel takes; what it does of itself where this is none is not known. */
static bool fresh_length(const struct lw_tree *tree, uint32_t node, struct lw_str *out)
{
	const char *text = lw_node_value(tree, node, "blocksize");
	uint64_t size;

	if (text &&
	    (!lw_parse_u64(text, strlen(text), LW_NUM_DEC, &size) || !size || OPT_TRANS_LEN % size))
		return false;
	lw_str_addf(out, "%d", OPT_TRANS_LEN);
	return true;
}

/* Of a device that is passed through. */
static bool has_threads(const struct lw_tree *tree, uint32_t node)
{
	const char *handler = lw_node_name(tree, lw_node_parent(tree, node));
	const char *end = strrchr(handler, '_');

	return !end || strcmp(end, "_perf") != 0;
}

bool lw_scst_device_fresh(const struct lw_tree *tree, uint32_t node, unsigned attr,
			  struct lw_str *out)
{
	const struct lw_kind_spec *kind = lw_kind(&lw_schema_scst, lw_node_kind(tree, node));
	const char *what = kind->attrs[attr].name, *name = lw_node_name(tree, node);
	char text[128];
	uint64_t id;

	if (!strcmp(what, "pr_file_name")) {
		lw_scst_pr_file_default(name, out);
		return true;
	}
	if (!strcmp(what, "opt_trans_len"))
		return fresh_length(tree, node, out);
	if (!strcmp(what, "threads_num")) {
		lw_str_add(out, has_threads(tree, node) ? "1" : "0");
		return true;
	}
	if (!strcmp(what, "threads_pool_type")) {
		lw_str_add(out, has_threads(tree, node) ? "per_initiator" : "Async");
		return true;
	}
	if (!strcmp(what, "prod_id")) {
		add_cut(out, name, PROD_ID_MAX);
		return true;
	}
	if (strcmp(what, "usn") && strcmp(what, "t10_dev_id") && strcmp(what, "vend_specific_id"))
		return false;
	if (!setup_id(tree, &id))
		return false;
	id = id << 32 | lw_crc32c(0, name, strlen(name) + 1);
	if (*what == 'u')
		snprintf(text, sizeof(text), "%" PRIx64, id);
	else
		snprintf(text, sizeof(text), "%" PRIx64 "-%s", id, name);
	add_cut(out, text, T10_DEV_ID_MAX);
	return true;
}
