/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SIM_SESSION_ATTRS_H
#define SIM_SESSION_ATTRS_H

#include "internal.h"

extern const struct sim_class sim_class_session, sim_class_session_lun, sim_class_latency,
	sim_class_connection;

/* The same counters stand in targets (to be read) and in sessions (a write resets them). */
/* clang-format off */
#define SIM_COUNTER(name_, mode_) { .name = name_, .mode = mode_, .flags = SIM_RESET, .init = "0" }
#define SIM_COUNTER_ROWS(mode_) \
	SIM_COUNTER("bidi_cmd_count", mode_), SIM_COUNTER("bidi_io_count_kb", mode_), \
	SIM_COUNTER("bidi_unaligned_cmd_count", mode_), SIM_COUNTER("none_cmd_count", mode_), \
	SIM_COUNTER("read_cmd_count", mode_), SIM_COUNTER("read_io_count_kb", mode_), \
	SIM_COUNTER("read_unaligned_cmd_count", mode_), SIM_COUNTER("unknown_cmd_count", mode_), \
	SIM_COUNTER("write_cmd_count", mode_), SIM_COUNTER("write_io_count_kb", mode_), \
	SIM_COUNTER("write_unaligned_cmd_count", mode_)
#define SIM_DIF_CHECKS(where_) \
	{ .name = "dif_checks_failed", .where = where_, .mode = 0644, .flags = SIM_RESET, \
	  .init = "\tapp\tref\tguard\ntgt\t0\t0\t0\nscst\t0\t0\t0\ndev\t0\t0\t0" }
/* clang-format on */

#endif
