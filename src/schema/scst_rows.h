/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the SCST tables have in common. A write is either queued, and then its verdict goes through one cell for the whole
 * engine (after EAGAIN nobody could tell whose verdict it is), or direct, and then only writes to the same object matter.
 */
#ifndef LW_SCHEMA_SCST_ROWS_H
#define LW_SCHEMA_SCST_ROWS_H

#include "schema/rows.h"
#include "schema/scst_kinds.h"
#include "schema/scst_types.h"

/* clang-format off */
#define QUEUED	.lock = LW_LOCK_ENGINE
#define DIRECT	.lock = LW_LOCK_NODE

#define R_TRACE_LEVEL	RUNTIME("trace_level", text, "what is traced in the kernel's log; debug builds only")
#define R_TYPE		FACT("type", "SCSI device type")
#define R_VERSION	FACT("version", "version of the driver")
#define R_READ_ONLY_LUN	ROW("read_only", bool, "1: initiators may not write", .fresh = "0", .when = LW_WHEN_CREATE, \
			    .flags = LW_A_AT_CREATE | LW_A_ALWAYS_READ | LW_A_VIEW, GUARDS("1"), QUEUED)
/* clang-format on */

#endif
