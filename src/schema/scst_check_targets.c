/* SPDX-License-Identifier: Apache-2.0 */
/* Mistakes in targets, in the groups below them, and in the groups that targets are members of: see scst_check.c. */
#include <string.h>

#include "base/mem.h"
#include "base/ascii.h"
#include "base/num.h"
#include "model/tree/tree.h"
#include "schema/schema.h"
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"
#include "schema/scst_types.h"
#include "schema/words.h"

static bool is_value(const struct lw_tree *tree, lw_node node, const char *attr, const char *text)
{
	const char *value = lw_node_value(tree, node, attr);

	return value && !strcmp(value, text);
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
	unsigned kind = lw_node_kind(tree, node);

	lw_scst_check_name(tree, node, report);
	check_lun_0(tree, node, report);
	check_groups(tree, node, report);
	if ((kind == SCST_ISCSI_TARGET || kind == SCST_LOCAL_TARGET) &&
	    is_value(tree, node, "hw_target", "1"))
		lw_tree_report(tree, node, lw_scst_attr(tree, node, "hw_target"), report,
			       LW_WARNING, LW_CODE_CONFLICT, "remove it",
			       "HW_TARGET is for ports that exist by hardware");
}

void lw_scst_check_group(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_scst_check_name(tree, node, report);
	check_lun_0(tree, node, report);
}

/* In small letters, too: initiators fold what they are told, the kernel does not. */
static bool is_exact_iscsi_name(const char *name)
{
	for (const char *c = name; *c; c++)
		if (lw_lower(*c) != *c)
			return false;
	return lw_is_iscsi_name(name);
}

/* Four numbers up to 255, of which a pattern may leave some or parts open. */
static bool is_ipv4_pattern(const char *text)
{
	bool pattern = strpbrk(text, "*?");
	unsigned parts = 1;

	for (;; parts++) {
		size_t len = strcspn(text, "."), digits = strspn(text, "0123456789");
		uint64_t value;

		if (!len || (digits == len &&
			     (!lw_parse_u64(text, len, LW_NUM_DEC, &value) || value > 255)))
			return false;
		if (!text[len])
			break;
		text += len + 1;
	}
	return pattern ? parts <= 4 : parts == 4;
}

static bool is_portal_pattern(const char *text)
{
	size_t len;

	text += *text == '!';
	len = strspn(text, "0123456789abcdefABCDEF.:*?[]");
	if (text[len] && text[len] != '%')
		return false;
	return strpbrk(text, ":[]") || !strpbrk(text, "0123456789.") || is_ipv4_pattern(text);
}

static void check_portals(const struct lw_tree *tree, lw_node node, struct lw_report *report)
{
	const struct lw_kind_spec *kind = lw_kind(&lw_schema_scst, lw_node_kind(tree, node));
	int def = lw_kind_attr(kind, "allowed_portal", strlen("allowed_portal"));
	unsigned count = 0;
	const struct attr *run = lw_tree_attr_run(tree, node, (uint16_t)def, &count);

	for (unsigned i = 0; i < count; i++) {
		const char *text = tree_text(tree, run[i].value);

		if (run[i].state == LW_SET && !is_portal_pattern(text))
			lw_tree_report(
				tree, node, &run[i], report, LW_WARNING, LW_CODE_INVALID, NULL,
				"allowed_portal %s is no IP address: nobody can log in there",
				text);
	}
}

/* A driver that does not say that it is on is off. */
void lw_scst_check_iscsi_driver(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const struct attr *attr = lw_scst_attr(tree, node, "enabled");
	lw_node target = lw_node_first(tree, node);

	if (attr && !is_value(tree, node, "enabled", "0"))
		return;
	while (target && !is_value(tree, target, "enabled", "1"))
		target = lw_node_next(tree, target);
	if (target)
		lw_tree_report(tree, node, attr, report, LW_WARNING, LW_CODE_CONFLICT,
			       "write enabled 1 into its own block, too",
			       "nobody can log in to its targets: the driver is off");
}

void lw_scst_check_iscsi_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *name = lw_node_name(tree, node);

	lw_scst_check_target(tree, node, report);
	if (!is_exact_iscsi_name(name))
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_INVALID,
			       "names look like iqn.2024-05.net.example:disks, in lower case",
			       "%s is no iSCSI name: initiators may refuse it", name);
	check_portals(tree, node, report);
}

/* The driver makes no virtual port on one that is off. */
static void check_host_is_on(const struct lw_tree *tree, lw_node port, const struct attr *parent,
			     struct lw_report *report)
{
	const char *name = tree_text(tree, parent->value);
	lw_node host =
		lw_tree_find(tree, lw_node_parent(tree, port), SCST_QLA_TARGET, name, strlen(name));

	if (host && !is_value(tree, host, "enabled", "1"))
		lw_tree_report(tree, port, parent, report, LW_WARNING, LW_CODE_CONFLICT,
			       "write enabled 1 into the block of that port",
			       "%s, which it is made on, is off: the kernel will refuse it", name);
}

/* With parent_host it is made (NPIV), and the kernel wants all three names; without, it is there when its hardware is. */
void lw_scst_check_qla_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const struct attr *parent = lw_scst_attr(tree, node, "parent_host");
	const struct attr *name = lw_scst_attr(tree, node, "node_name");

	lw_scst_check_target(tree, node, report);
	if (parent && !name)
		lw_tree_report(tree, node, parent, report, LW_ERROR, LW_CODE_MISSING, NULL,
			       "a port with parent_host (NPIV) needs node_name");
	if (parent)
		check_host_is_on(tree, node, parent, report);
	if (name && !parent && !is_value(tree, node, "hw_target", "1"))
		lw_tree_report(tree, node, name, report, LW_WARNING, LW_CODE_MISSING,
			       "add parent_host for an NPIV port, HW_TARGET for one that exists",
			       "node_name alone makes no port");
	if (!lw_scst_is_wwn(lw_node_name(tree, node), strlen(lw_node_name(tree, node))))
		lw_tree_report(tree, node, NULL, report, parent ? LW_ERROR : LW_WARNING,
			       LW_CODE_INVALID, "names look like 21:00:00:24:ff:00:00:01",
			       "%s is no world wide port name", lw_node_name(tree, node));
}

static void add_where(const struct lw_tree *tree, lw_node node, const struct attr *attr,
		      struct lw_str *out)
{
	struct lw_place place = { NULL, 0, 0 };

	if (attr)
		place = lw_tree_place(tree, node_at(tree, node)->file, attr->src);
	lw_tree_path(tree, node, out);
	if (place.line)
		lw_str_addf(out, " (%s:%u:%u)", place.file, place.line, place.column);
}

/* What is on this node has its number here (lw_scst_member_canon() saw to it); the group keeps one for the others only. */
void lw_scst_check_tg_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_node target = lw_node_ref(tree, node);
	const char *number = lw_node_value(tree, node, "rel_tgt_id");
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;

	lw_scst_check_name(tree, node, report);
	if (number && !strcmp(number, "0"))
		number = NULL;
	if (!target && !number)
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_MISSING,
			       "a target of another node has its rel_tgt_id in a block here",
			       "there is no target of this name, and no number says which port of "
			       "another node is meant");
	if (!target || !number)
		return;
	add_where(tree, target, lw_scst_attr(tree, target, "rel_tgt_id"), &where);
	lw_tree_report(tree, node, lw_scst_attr(tree, node, "rel_tgt_id"), report, LW_ERROR,
		       LW_CODE_CONFLICT, "the number of a target that is here stands there",
		       "rel_tgt_id %s is not that of %s", number, lw_str_text(&where));
}
