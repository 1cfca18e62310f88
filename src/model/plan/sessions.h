/* SPDX-License-Identifier: Apache-2.0 */
/* Which live sessions an operation concerns. Only for plans whose have tree was read with its sessions. */
#ifndef LW_MODEL_SESSIONS_H
#define LW_MODEL_SESSIONS_H

#include "model/plan/plan.h"

/*
 * Calls @each for every session (a node of have) that the effect of @op concerns, once, until it returns false: by export, and
 * in it by the set that they see. An operation without effect concerns nobody.
 */
void lw_plan_each_session(const struct lw_plan *plan, const struct op *op,
			  bool (*each)(lw_node session, void *arg), void *arg);

/* How many; -1 when sessions are not known. */
int lw_plan_sessions(const struct lw_plan *plan, const struct op *op);

/* Whether some session of an export (of have) sees the set, or may. Only when sessions are known. */
bool lw_plan_anybody_sees(const struct lw_plan *plan, lw_node export_node, lw_node set);

/* Indexes the sessions of have. Returns 0 or -ENOMEM. */
int lw_plan_index_sessions(struct lw_plan *plan);

#endif
