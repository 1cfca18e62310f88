/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations: a state of which somebody declares a part. */
#include <string.h>

#include "expect.h"

static bool is_required(const struct world *w, obj_id id, const char *attr)
{
	const struct lw_kind_spec *kind = lw_kind(w->schema, w->obj[id].kind);
	int def = lw_kind_attr(kind, attr, strlen(attr));

	return def >= 0 && kind->attrs[def].flags & LW_A_REQUIRED;
}

static void forget_attrs(struct world *want, obj_id id, struct rng *rng)
{
	for (unsigned i = want->obj[id].nattr; i--;) {
		const char *name = want->obj[id].attr[i].name;

		if (rng_chance(rng, 30) && !is_required(want, id, name)) {
			world_unset(want, id, name);
			i = want->obj[id].nattr;
		}
	}
}

void some_configuration(struct world *want, const struct world *goal, struct rng *rng)
{
	*want = *goal;
	for (obj_id id = 0; (id = world_next(want, id, WORLD_ANY, -1));) {
		unsigned percent = want->obj[id].parent ? 6 : 20;

		if (rng_chance(rng, percent))
			world_remove(want, id);
	}
	world_drop_dangling(want);
	forget_attrs(want, 0, rng);
	for (obj_id id = 0; (id = world_next(want, id, WORLD_ANY, -1));)
		forget_attrs(want, id, rng);
}
