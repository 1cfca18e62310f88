/* SPDX-License-Identifier: Apache-2.0 */
/* SCST, below /sys/kernel/scst_tgt. */
#ifndef LW_ENGINE_SCST_SCST_H
#define LW_ENGINE_SCST_SCST_H

#include "engine/engine.h"

extern const struct lw_engine lw_engine_scst;

#endif
