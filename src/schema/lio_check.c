/* SPDX-License-Identifier: Apache-2.0 */
/* Mistakes in LIO configurations that need more than one value to see. */
#include <string.h>

#include "base/num.h"
#include "model/tree/tree.h"
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"

static bool is(const struct lw_tree *tree, lw_node node, const char *attr, const char *value)
{
	const char *text = lw_node_value(tree, node, attr);

	return text && !strcmp(text, value);
}

/* The kernel refuses a state that the group does not support, or any without implicit access. */
void lw_lio_check_alua_group(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	static const struct {
		const char *state, *support, *usual;
	} states[] = {
		{ "0", "alua_support_active_optimized", "1" },
		{ "1", "alua_support_active_nonoptimized", "1" },
		{ "2", "alua_support_standby", "1" },
		{ "3", "alua_support_unavailable", "1" },
		{ "4", "alua_support_lba_dependent", "0" },
		{ "14", "alua_support_offline", "1" },
		{ "15", "alua_support_transitioning", "1" },
	};
	const char *state = lw_node_value(tree, node, "alua_access_state"), *support;

	if (!strcmp(lw_node_name(tree, node), "default_tg_pt_gp"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID,
			       "leave it out: LUNs that are in no group are in it",
			       "default_tg_pt_gp is the kernel's own group and cannot be made");
	if (!state)
		return;
	if (is(tree, node, "alua_access_type", "0") || is(tree, node, "alua_access_type", "2"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT,
			       "alua_access_type 1 or 3 has it",
			       "alua_access_state needs implicit access");
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (strcmp(state, states[i].state))
			continue;
		support = lw_node_value(tree, node, states[i].support);
		if (!strcmp(support ? support : states[i].usual, "0"))
			lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_CONFLICT, NULL,
				       "alua_access_state %s needs %s 1", state, states[i].support);
		return;
	}
	lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID, NULL,
		       "alua_access_state is 0 to 4, 14 or 15");
}

/* Somebody has to have a name when names are asked for. */
void lw_lio_check_tpg(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *userid = lw_node_value(tree, node, "userid");
	bool any = userid && *userid;

	if (!is(tree, node, "authentication", "1") || !is(tree, node, "enable", "1"))
		return;
	for (lw_node acl = lw_node_first(tree, node); acl && !any; acl = lw_node_next(tree, acl)) {
		if (lw_node_kind(tree, acl) != LIO_ACL)
			continue;
		userid = lw_node_value(tree, acl, "userid");
		any = (userid && *userid) || is(tree, acl, "authentication", "0");
	}
	if (!any)
		lw_tree_report(tree, node, NULL, report, LW_WARNING, LW_CODE_AUTH,
			       "set userid and password here or in an ACL, or authentication 0",
			       "authentication is on but there is no user: nobody can log in");
}

void lw_lio_check_lun_alua(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	lw_node group = lw_node_ref(tree, node);
	lw_node storage = lw_node_ref(tree, lw_node_parent(tree, node));

	if (group && storage && lw_node_parent(tree, group) != storage)
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID, NULL,
			       "the ALUA group belongs to another storage object than the LUN");
}
