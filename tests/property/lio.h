/* SPDX-License-Identifier: Apache-2.0 */
/* What the generator and the abstract kernel of LIO share. */
#ifndef PROPERTY_LIO_H
#define PROPERTY_LIO_H

#include "model.h"
#include "schema/lio_kinds.h"

bool lio_is_storage(unsigned kind);
/* Whether a LUN refers to the storage object: then it refuses many changes. */
bool lio_is_exported(const struct world *w, obj_id storage);
/* The TPG that an object stands below; 0 if none. */
obj_id lio_tpg(const struct world *w, obj_id id);
/* Whether two portals listen at one address. */
bool lio_portals_overlap(const char *a, const char *b);
/* Whether a portal of this name is in the way somewhere in the target. */
bool lio_portal_taken(const struct world *w, obj_id target, const char *name);

/* What the kernel makes up for a new object, or derives from other attributes. */
void lio_generate(struct world *w, obj_id id);
void lio_generate_storage(struct world *w, obj_id id);
void lio_settle(struct world *w);

int lio_set(struct world *w, const struct request *rq, const char **why);

void lio_random(struct world *w, struct rng *rng);
void lio_mutate(struct world *w, struct rng *rng);
void lio_reach(const struct world *w, struct reach *r);
void lio_client(unsigned client, char *text, size_t len);

/* The small universe: the last of each is a stranger; the last user has no name. */
enum { LIO_INITIATORS = 6, LIO_ADDRESSES = 3, LIO_USERS = 4 };
extern const char *const lio_initiators[LIO_INITIATORS];
extern const char *const lio_addresses[LIO_ADDRESSES];
extern const char *const lio_users[LIO_USERS];

#endif
