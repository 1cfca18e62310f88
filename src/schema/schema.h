/* SPDX-License-Identifier: Apache-2.0 */
/* The vocabularies that we know. Each is a constant table; lw_schema_find() finds one by name. */
#ifndef LW_SCHEMA_SCHEMA_H
#define LW_SCHEMA_SCHEMA_H

#include "model/schema/schema.h"

extern const struct lw_schema
	lw_schema_scst; /* SCST below /sys/kernel/scst_tgt; kinds: schema/scst_kinds.h */
extern const struct lw_schema lw_schema_lio; /* LIO below configfs; kinds: schema/lio_kinds.h */

#endif
