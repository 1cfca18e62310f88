/* SPDX-License-Identifier: Apache-2.0 */
#ifndef PROPERTY_MUTATE_H
#define PROPERTY_MUTATE_H

#include "model/schema/schema.h"
#include "world.h"

/* What an engine knows about small changes of its states. */
struct mutation {
	uint64_t parts;	    /* kinds that come and go */
	uint64_t referrers; /* kinds that may be made to refer to something else */
	/* The object that one of this kind and name would be in the way of. */
	obj_id (*find)(const struct world *w, obj_id parent, unsigned kind, const char *name);
	/* What @source of another world refers to, here, for an object below @parent; 0: nothing. */
	obj_id (*referent)(const struct world *w, obj_id parent, const struct world *from,
			   obj_id source);
	/* A change of its own: a move, a swap, another order. */
	void (*special)(struct world *w, struct rng *rng);
};

/* One change; the result may be invalid. @other: a random state that parts are taken from. */
void mutate(struct world *w, const struct mutation *m, struct rng *rng, const struct world *other);

/* Some object of these kinds; 0 if there is none. */
obj_id some_object(const struct world *w, struct rng *rng, uint64_t kinds);

#endif
