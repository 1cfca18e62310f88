/* SPDX-License-Identifier: Apache-2.0 */
/* As lw_engine.begin, execute and end; pause.c: pause and resume; lacking.c: fit. */
#ifndef LW_ENGINE_SCST_EXECUTE_H
#define LW_ENGINE_SCST_EXECUTE_H

#include "engine/engine.h"

int scst_begin(struct lw_ktree *kt, struct lw_plan *plan, const struct lw_execute_options *options,
	       struct lw_executor **ret, struct lw_error *error);
int scst_execute(struct lw_executor *x, uint32_t op, struct lw_error *error);
int scst_fit(struct lw_ktree *kt, struct lw_plan *plan, struct lw_report *report);
int scst_end(struct lw_executor *x, struct lw_error *error);
int scst_pause(struct lw_executor *x, unsigned seconds, struct lw_error *error);
int scst_resume(struct lw_executor *x, struct lw_error *error);

#endif
