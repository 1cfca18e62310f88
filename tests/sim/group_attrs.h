/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes that stand in a target's directory for its own LUNs and in each group's for the group's. */
#ifndef SIM_GROUP_ATTRS_H
#define SIM_GROUP_ATTRS_H

#include "internal.h"

int sim_check_cpu_mask(const char *data, struct lw_str *ret);
int sim_check_io_grouping(const char *data, struct lw_str *ret);

/* clang-format off */
#define SIM_GROUP_ROWS \
	{ .name = "addr_method", .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_PREFIX, .init = "PERIPHERAL", \
	  .words = "FLAT PERIPHERAL LUN" }, \
	{ .name = "black_hole", .mode = 0644, .format = SIM_PREFIX, .init = "0", .words = "0 1 2 3 4" }, \
	{ .name = "cpu_mask", .mode = 0644, .flags = SIM_Q | SIM_CHECK | SIM_SAME, .key = SIM_KEY_DIFF, .init = "3", \
	  .check = sim_check_cpu_mask }, \
	{ .name = "io_grouping_type", .mode = 0644, .flags = SIM_Q | SIM_CHECK | SIM_SAME, .key = SIM_KEY_DIFF, \
	  .init = "auto", .check = sim_check_io_grouping }
/* clang-format on */

#endif
