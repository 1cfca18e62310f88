/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of targets and initiators. The iSCSI fabric makes a directory of any name, so that a mistyped one shows only when
 * nobody can log in; fabrics without a network take no name whose type they do not know.
 */
#include <string.h>

#include "base/mem.h"
#include "model/tree/tree.h"
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema/words.h"

/* Small letters, digits, '-', '.', ':', and what is beyond ASCII. */
static bool has_good_characters(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name < 0x80 && !strchr("-.:0123456789", *name) &&
		    (*name < 'a' || *name > 'z'))
			return false;
	return true;
}

static void check_iscsi_name(const struct lw_tree *tree, lw_node node, const char *so_what,
			     struct lw_report *report)
{
	const char *name = lw_node_name(tree, node);
	struct lw_word word = { name, strlen(name) };

	/* What is no name at all was told by its type. */
	if (!lw_word_has(word, "/") && !(lw_is_iscsi_name(name) && has_good_characters(name)))
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_INVALID,
			       "names look like iqn.2024-05.net.example:disks, without _",
			       "%s is no iSCSI name: %s", name, so_what);
}

void lw_lio_check_iscsi_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	check_iscsi_name(tree, node, "initiators may refuse it", report);
	lw_lio_check_portals(tree, node, report);
}

void lw_lio_check_acl(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	if (lw_node_kind(tree, lw_node_parent(tree, node)) == LIO_TPG)
		check_iscsi_name(tree, node, "hardly any initiator can have it", report);
}

/* The type of a name as the fabrics of this machine see it; NULL if they do not know it. */
static const char *type_of(const char *name)
{
	static const char *const types[] = { "naa.", "fc.", "iqn." };

	for (size_t i = 0; i < LW_ARRAY_LEN(types); i++)
		if (!strncmp(name, types[i], strlen(types[i])))
			return types[i];
	return NULL;
}

void lw_lio_check_loopback_target(const struct lw_tree *tree, uint32_t node,
				  struct lw_report *report)
{
	const char *name = lw_node_name(tree, node);
	struct lw_word word = { name, strlen(name) };

	if (!lw_word_has(word, "/") && !type_of(name))
		lw_tree_report(
			tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID, NULL,
			"%s is no name of a target here: it has to begin with naa., fc. or iqn.",
			name);
}

/* Both ends are on this machine, and of one type. */
void lw_lio_check_nexus(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *nexus = lw_node_value(tree, node, "nexus");
	const char *type = type_of(lw_node_name(tree, lw_node_parent(tree, node)));
	uint16_t def = lw_tree_attr_def_find(tree, LIO_LOOPBACK_TPG, "nexus", strlen("nexus"));
	unsigned count;

	if (nexus && type && type_of(nexus) != type)
		lw_tree_report(tree, node, lw_tree_attr_run(tree, node, def, &count), report,
			       LW_ERROR, LW_CODE_INVALID, NULL,
			       "nexus has to begin with %s, as the name of its target", type);
}
