/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mistakes that need more than one value to see: names, devices, handlers and drivers. Errors are what the kernel would refuse
 * half-way through an apply or what would damage it; warnings are what it takes although it is hardly meant.
 */
#include <inttypes.h>
#include <string.h>

#include "base/num.h"
#include "base/str.h"
#include "model/schema/nearest.h"
#include "model/tree/tree.h"
#include "schema/schema.h"
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"

#define COMMAND_MAX 4096 /* bytes, a page */

const struct attr *lw_scst_attr(const struct lw_tree *tree, uint32_t node, const char *name)
{
	const struct attr *attr = lw_tree_attr_named(tree, node, name);

	return attr && attr->state == LW_SET ? attr : NULL;
}

static bool is_on(const struct lw_tree *tree, lw_node node, const char *attr)
{
	const char *value = lw_node_value(tree, node, attr);

	return value && !strcmp(value, "1");
}

static bool number_of(const struct lw_tree *tree, lw_node node, const char *attr, uint64_t *ret)
{
	const char *value = lw_node_value(tree, node, attr);

	return value && lw_parse_u64(value, strlen(value), LW_NUM_DEC | LW_NUM_HEX, ret);
}

/*
 * Objects stand in one directory with the files of what holds them. A device named mgmt makes the kernel delete its
 * handler's mgmt file; other such names are refused with a trace in its log.
 */
void lw_scst_check_name(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *name = lw_node_name(tree, node);
	const struct lw_kind_spec *kind = lw_kind(&lw_schema_scst, lw_node_kind(tree, node));
	const struct lw_kind_spec *parent =
		lw_kind(&lw_schema_scst, lw_node_kind(tree, lw_node_parent(tree, node)));

	if (strcmp(name, "mgmt") && (kind->dir || lw_kind_attr(parent, name, strlen(name)) < 0))
		return;
	lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_DANGEROUS, "choose another name",
		       "%s cannot be named %s: the kernel keeps a file of that name there",
		       kind->label, name);
}

static void check_multiple(const struct lw_tree *tree, lw_node node, const char *attr,
			   struct lw_report *report)
{
	uint64_t value, block = 512;

	if (!number_of(tree, node, attr, &value))
		return;
	(void)number_of(tree, node, "blocksize", &block);
	if (block && value % block)
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID, NULL,
			       "%s %" PRIu64 " is not a multiple of the block size, %" PRIu64, attr,
			       value, block);
}

/* Nothing may refer to the device then, and copy_manager refers to each device that SCST plays as soon as it is made. */
static void check_pr_file(const struct lw_tree *tree, lw_node node, struct lw_report *report)
{
	const struct attr *attr = lw_scst_attr(tree, node, "pr_file_name");
	LW_AUTO_STR struct lw_str usual = LW_STR_INIT;

	if (!attr)
		return;
	lw_scst_pr_file_default(lw_node_name(tree, node), &usual);
	if (!strcmp(lw_node_value(tree, node, "pr_file_name"), lw_str_text(&usual)))
		return;
	lw_tree_report(tree, node, attr, report, LW_WARNING, LW_CODE_UNSUPPORTED,
		       "load the module scst with auto_cm_assignment=0",
		       "pr_file_name cannot be set while copy_manager has a LUN of the device, as "
		       "it has of every new one");
}

/* The command that makes the device must not be longer than what the kernel takes at once. */
static void check_command(const struct lw_tree *tree, lw_node node, struct lw_report *report)
{
	const struct lw_kind_spec *kind = lw_kind(&lw_schema_scst, lw_node_kind(tree, node));
	size_t len = strlen("add_device ") + strlen(lw_node_name(tree, node));

	for (uint16_t def = 0; def < kind->nattr; def++) {
		const struct lw_attr_spec *spec = &kind->attrs[def];
		const char *value =
			spec->flags & LW_A_AT_CREATE ? lw_node_value(tree, node, spec->name) : NULL;

		if (value)
			len += strlen(spec->name) + strlen(value) + strlen("=; ");
	}
	if (len > COMMAND_MAX)
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_LIMIT, NULL,
			       "a command of %zu bytes would make this %s, and the kernel takes %d",
			       len, kind->label, COMMAND_MAX);
}

void lw_scst_check_device(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	unsigned kind = lw_node_kind(tree, node);

	lw_scst_check_name(tree, node, report);
	if (kind == SCST_NULLIO_DEVICE || kind == SCST_BLOCKIO_DEVICE)
		check_multiple(tree, node, "size", report);
	if (kind != SCST_CDROM_DEVICE)
		check_multiple(tree, node, "opt_trans_len", report);
	check_pr_file(tree, node, report);
	check_command(tree, node, report);
	if (kind != SCST_FILEIO_DEVICE)
		return;
	if (is_on(tree, node, "o_direct") && !is_on(tree, node, "async"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, "add async 1",
			       "o_direct 1 needs async 1");
	if (is_on(tree, node, "o_direct") && is_on(tree, node, "zero_copy"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, NULL,
			       "o_direct 1 excludes zero_copy");
	if (is_on(tree, node, "read_only") &&
	    (is_on(tree, node, "write_through") || is_on(tree, node, "nv_cache")))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, NULL,
			       "read_only 1 excludes write_through and nv_cache");
}

/* A device that a program plays stands in a handler of its own name. */
static bool is_program(const struct lw_tree *tree, lw_node handler)
{
	lw_node device = lw_node_first(tree, handler);

	return device && !lw_node_next(tree, device) &&
	       !strcmp(lw_node_name(tree, device), lw_node_name(tree, handler));
}

/* A handler or driver of somebody else's is legal; most likely it is a typing mistake, and then all below is never made. */
void lw_scst_check_foreign(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const struct lw_kind_spec *kind = lw_kind(&lw_schema_scst, lw_node_kind(tree, node));
	const char *nearest = lw_nearest_only(tree->schema, kind->word, lw_node_name(tree, node));
	LW_AUTO_STR struct lw_str hint = LW_STR_INIT;

	if (is_program(tree, node))
		return;
	if (nearest)
		lw_str_addf(&hint, "did you mean %s?", nearest);
	lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_UNKNOWN,
		       hint.len ? lw_str_text(&hint) : NULL, "no %s of this name is known here",
		       kind->label);
}
