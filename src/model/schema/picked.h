/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes that have something in common, found once in the tables so that nobody looks at every row for every node. */
#ifndef LW_MODEL_PICKED_H
#define LW_MODEL_PICKED_H

#include "model/schema/schema.h"

/* All zero is empty. Those of kind k are def[start[k]] .. def[start[k + 1] - 1]. */
struct lw_picked {
	uint16_t *def;
	uint32_t start[LW_KIND_MAX + 1];
};

/* The attributes that @picks wants, of all kinds. 0 or -ENOMEM; to be given to lw_picked_done() in both cases. */
int lw_pick(struct lw_picked *ret, const struct lw_schema *schema,
	    bool (*picks)(const struct lw_attr_spec *spec));
void lw_picked_done(struct lw_picked *picked);

#endif
