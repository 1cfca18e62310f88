/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of drivers and targets that come from several files. */
#ifndef SIM_TARGET_ATTRS_H
#define SIM_TARGET_ATTRS_H

#include "internal.h"

#define SIM_REL_ID_MAX 65535
#define SIM_DIF_CAPABILITIES \
	"dif_supported, hw_dif_type1_supported, hw_dif_type2_supported, hw_dif_type3_supported"

/* With SIM_ISCSI of enum sim_where_target: the daemon runs, so that the driver shows what only it knows. */
#define SIM_DAEMON (1 << 5)

extern const struct sim_class sim_class_target, sim_class_driver;

/* target.c */
void sim_show_rel_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     struct lw_str *ret);
int sim_store_rel_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     char *data);
void sim_show_enabled(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret);
int sim_store_enabled(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data);

/* port.c */
void sim_show_hw_target(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			struct lw_str *ret);
void sim_show_node_name(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			struct lw_str *ret);
int sim_store_node_name(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data);

/* iscsi.c */
void sim_show_open_state(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret);
int sim_store_isns(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data);
int sim_check_digest(const char *data, struct lw_str *ret);

/* clang-format off */
#define SIM_ISCSI_DRIVER_ROWS \
	{ .name = "enabled", .where = SIM_DAEMON, .mode = 0644, .flags = SIM_BLANK2, .format = SIM_BOOL, .init = "0" }, \
	{ .name = "iSNSServer", .where = SIM_DAEMON, .mode = 0644, .flags = SIM_BLANK2, .key = SIM_KEY_FILLED, \
	  .store = sim_store_isns }, \
	{ .name = "internal_portal", .where = SIM_DAEMON, .mode = 0644, .flags = SIM_BLANK2, .key = SIM_KEY_FILLED }, \
	{ .name = "isns_entity_name", .where = SIM_DAEMON, .mode = 0644 }, \
	{ .name = "link_local", .where = SIM_DAEMON, .mode = 0644, .flags = SIM_BLANK2, .key = SIM_KEY_DIFF, \
	  .format = SIM_BOOL, .init = "1" }, \
	{ .name = "open_state", .where = SIM_ISCSI, .mode = 0444, .show = sim_show_open_state }
/* clang-format on */

#endif
