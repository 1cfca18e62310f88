/* SPDX-License-Identifier: Apache-2.0 */
/* The hooks of the LIO vocabulary. All pure. */
#ifndef LW_SCHEMA_LIO_HOOKS_H
#define LW_SCHEMA_LIO_HOOKS_H

#include "model/schema/schema.h"

/* lio_portal.c: whether the kernel refuses one of the two in a target because of the other; @b 0: of any of another name. */
bool lw_lio_portals_overlap(const struct lw_tree *tree_a, uint32_t a, const struct lw_tree *tree_b,
			    uint32_t b);

void lw_lio_portal_keys(const struct lw_tree *tree, uint32_t node, uint32_t *exact,
			uint32_t *rough);

/* Portals of a target that a wildcard of it covers. */
void lw_lio_check_portals(const struct lw_tree *tree, uint32_t target, struct lw_report *report);

/* lio_names.c */
void lw_lio_check_iscsi_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_lio_check_loopback_target(const struct lw_tree *tree, uint32_t node,
				  struct lw_report *report);
void lw_lio_check_acl(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_lio_check_nexus(const struct lw_tree *tree, uint32_t node, struct lw_report *report);

/* lio_storage.c */
bool lw_lio_storage_fresh(const struct lw_tree *tree, uint32_t node, unsigned attr,
			  struct lw_str *out);
void lw_lio_check_storage(const struct lw_tree *tree, uint32_t node, struct lw_report *report);

/* lio_check.c */
void lw_lio_check_alua_group(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_lio_check_tpg(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_lio_check_lun_alua(const struct lw_tree *tree, uint32_t node, struct lw_report *report);

#endif
