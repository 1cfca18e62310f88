/* SPDX-License-Identifier: Apache-2.0 */
/* The hooks of the SCST vocabulary: what no column can say. All pure. */
#ifndef LW_SCHEMA_SCST_HOOKS_H
#define LW_SCHEMA_SCST_HOOKS_H

#include "model/schema/schema.h"

struct attr;

/* scst_fresh.c: ids that the kernel makes of setup_id and the device's name. */
bool lw_scst_device_fresh(const struct lw_tree *tree, uint32_t node, unsigned attr,
			  struct lw_str *out);
/* Where reservations of a device are kept unless somebody says otherwise. */
void lw_scst_pr_file_default(const char *device, struct lw_str *out);

/* scst_fold.c: a LUN of a read-only device is read-only; an empty pr_file_name is the default one. */
int lw_scst_lun_canon(struct lw_tree *tree, uint32_t node);
int lw_scst_device_canon(struct lw_tree *tree, uint32_t node);
/* Names of devices are no attributes of their handler, and those of device groups none of all of them. */
int lw_scst_handler_canon(struct lw_tree *tree, uint32_t node);
int lw_scst_alua_canon(struct lw_tree *tree, uint32_t node);
/* The number of a member that is a target of this node is that target's. */
int lw_scst_member_canon(struct lw_tree *tree, uint32_t node);

/* scst_overlap.c: whether some initiator's name can match in both groups. */
bool lw_scst_groups_overlap(const struct lw_tree *tree_a, uint32_t a, const struct lw_tree *tree_b,
			    uint32_t b);
/* Whether some name matches both patterns; true when that is not known. */
bool lw_scst_patterns_overlap(const char *a, const char *b);
/* Whether every name that matches @name matches @pattern, too; false when that is not known. */
bool lw_scst_pattern_covers(const char *pattern, const char *name);

/* scst_check.c */
void lw_scst_check_name(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_scst_check_device(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_scst_check_foreign(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
/* The attribute as it stands in the tree (the first of several), for its place; NULL if it does not. */
const struct attr *lw_scst_attr(const struct lw_tree *tree, uint32_t node, const char *name);

/* scst_check_targets.c */
void lw_scst_check_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_scst_check_iscsi_driver(const struct lw_tree *tree, uint32_t node,
				struct lw_report *report);
void lw_scst_check_iscsi_target(const struct lw_tree *tree, uint32_t node,
				struct lw_report *report);
void lw_scst_check_group(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_scst_check_qla_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
void lw_scst_check_tg_target(const struct lw_tree *tree, uint32_t node, struct lw_report *report);

#endif
