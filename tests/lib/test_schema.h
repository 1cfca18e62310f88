/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small vocabulary for tests: one kind for each thing that a real one can say, in the shape of a target engine.
 *
 *	/ ─┬─ boxes/B ── DEVICE			devices live in boxes (modules)
 *	   ├─ targets/T ─┬─ luns/N -> device	target: an export with a switch; port: the same by hardware (hw0, hw1)
 *	   │             ├─ portals/P
 *	   │             ├─ sessions/S -> group or target
 *	   │             └─ groups/G ─┬─ luns/N -> device
 *	   │                          ├─ maps/N -> lun of the same target
 *	   │                          └─ initiators/I
 *	   ├─ dgroups/D ─┬─ devices/DEVICE	called like the device that they mean
 *	   │             └─ targets/TARGET	the same, but nobody need be there
 *	   └─ settings				without a name
 */
#ifndef TEST_SCHEMA_H
#define TEST_SCHEMA_H

#include "model/schema/schema.h"

enum {
	T_ROOT,
	T_BOX,
	T_DEVICE,
	T_TARGET,
	T_PORT,
	T_LUN,
	T_PORTAL,
	T_GROUP,
	T_INITIATOR,
	T_MAP,
	T_DGROUP,
	T_DG_DEVICE,
	T_DG_TARGET,
	T_SETTINGS,
	T_SESSION,
	T_NKIND
};

extern const struct lw_schema test_schema;

#endif
