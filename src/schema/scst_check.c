/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mistakes that need more than one value to see. Errors are what the kernel would refuse half-way through an apply or what
 * would damage it; warnings are what it takes although it is hardly meant.
 */
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "model/tree/tree.h"
#include "schema/schema.h"
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"
#include "schema/words.h"

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

void lw_scst_check_device(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	unsigned kind = lw_node_kind(tree, node);

	lw_scst_check_name(tree, node, report);
	if (kind == SCST_NULLIO_DEVICE || kind == SCST_BLOCKIO_DEVICE)
		check_multiple(tree, node, "size", report);
	if (kind != SCST_CDROM_DEVICE)
		check_multiple(tree, node, "opt_trans_len", report);
	if (kind != SCST_FILEIO_DEVICE)
		return;
	if (is_on(tree, node, "o_direct") && !is_on(tree, node, "async"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, "add async 1",
			       "o_direct 1 needs async 1");
	if (is_on(tree, node, "read_only") &&
	    (is_on(tree, node, "write_through") || is_on(tree, node, "nv_cache")))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, NULL,
			       "read_only 1 excludes write_through and nv_cache");
}

/* Some initiators see nothing of a set without LUN 0. */
static void check_lun_0(const struct lw_tree *tree, lw_node node, struct lw_report *report)
{
	bool any = false;

	for (lw_node lun = lw_node_first(tree, node); lun; lun = lw_node_next(tree, lun)) {
		if (lw_node_kind(tree, lun) != SCST_LUN)
			continue;
		if (!strcmp(lw_node_name(tree, lun), "0"))
			return;
		any = true;
	}
	if (any)
		lw_tree_report(
			tree, node, NULL, report, LW_WARNING, LW_CODE_INVALID,
			"a nullio device with dummy 1 fills the place",
			"there are LUNs but no LUN 0: some initiators will see none of them");
}

/* Patterns of the groups looked at so far. More than these are not compared: nobody writes them by hand. */
struct patterns {
	lw_node initiator[32];
	unsigned count;
};

static void note_patterns(const struct lw_tree *tree, lw_node group, struct patterns *patterns)
{
	for (lw_node i = lw_node_first(tree, group); i; i = lw_node_next(tree, i))
		if (lw_node_kind(tree, i) == SCST_INITIATOR &&
		    strpbrk(lw_node_name(tree, i), "*?!") &&
		    patterns->count < LW_ARRAY_LEN(patterns->initiator))
			patterns->initiator[patterns->count++] = i;
}

static void check_reached(const struct lw_tree *tree, lw_node initiator,
			  const struct patterns *earlier, struct lw_report *report)
{
	for (unsigned i = 0; i < earlier->count; i++) {
		const char *pattern = lw_node_name(tree, earlier->initiator[i]);

		if (!lw_scst_pattern_covers(pattern, lw_node_name(tree, initiator)))
			continue;
		lw_tree_report(
			tree, initiator, NULL, report, LW_WARNING, LW_CODE_CONFLICT,
			"groups are searched in their order, so put this group before that one",
			"nobody gets here by this name: %s of group %s matches first", pattern,
			lw_node_name(tree, lw_node_parent(tree, earlier->initiator[i])));
		return;
	}
}

/* The first group that matches wins: what a pattern of an earlier one covers is never reached. */
static void check_groups(const struct lw_tree *tree, lw_node target, struct lw_report *report)
{
	struct patterns earlier = { .count = 0 };

	for (lw_node group = lw_node_first(tree, target); group;
	     group = lw_node_next(tree, group)) {
		if (lw_node_kind(tree, group) != SCST_GROUP)
			continue;
		for (lw_node i = lw_node_first(tree, group); earlier.count && i;
		     i = lw_node_next(tree, i))
			if (lw_node_kind(tree, i) == SCST_INITIATOR)
				check_reached(tree, i, &earlier, report);
		note_patterns(tree, group, &earlier);
	}
}

void lw_scst_check_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_scst_check_name(tree, node, report);
	check_lun_0(tree, node, report);
	check_groups(tree, node, report);
}

void lw_scst_check_group(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_scst_check_name(tree, node, report);
	check_lun_0(tree, node, report);
}

/* "iqn.2024-05.net.example" with or without ":name", eui. with 16 digits, naa. with 16 or 32; lower case. */
static bool is_iscsi_name(const char *name)
{
	size_t len = strlen(name), digits;

	for (size_t i = 0; i < len; i++)
		if (lw_lower(name[i]) != name[i])
			return false;
	if (!strncmp(name, "eui.", 4) || !strncmp(name, "naa.", 4)) {
		digits = strspn(name + 4, "0123456789abcdef");
		return digits == len - 4 && (digits == 16 || (digits == 32 && *name == 'n'));
	}
	if (strncmp(name, "iqn.", 4) || strspn(name + 4, "0123456789") != 4 || name[8] != '-')
		return false;
	return strspn(name + 9, "0123456789") == 2 && name[11] == '.' && name[12];
}

static bool is_portal_pattern(const char *text)
{
	text += *text == '!';
	text += strspn(text, "0123456789abcdefABCDEF.:*?[]");
	return !*text || *text == '%';
}

void lw_scst_check_iscsi_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	struct lw_attr_view view = { .size = sizeof(view) };
	const char *name = lw_node_name(tree, node);

	lw_scst_check_target(tree, node, report);
	if (!is_iscsi_name(name))
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_INVALID,
			       "names look like iqn.2024-05.net.example:disks, in lower case",
			       "%s is no iSCSI name: initiators may refuse it", name);
	for (unsigned i = 0; !lw_node_attr(tree, node, i, &view); i++)
		if (view.value && !strcmp(view.name, "allowed_portal") &&
		    !is_portal_pattern(view.value))
			lw_tree_report(
				tree, node, NULL, report, LW_WARNING, LW_CODE_INVALID, NULL,
				"allowed_portal %s is no IP address: nobody can log in there",
				view.value);
}

/* What is on this node has its number here; the group keeps one for the others only. */
void lw_scst_check_tg_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_scst_check_name(tree, node, report);
	if (lw_node_ref(tree, node) && lw_node_value(tree, node, "rel_tgt_id"))
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_CONFLICT,
			       "set it on the target itself",
			       "rel_tgt_id is for targets of other nodes; this one is here");
}
