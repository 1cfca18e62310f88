/* SPDX-License-Identifier: Apache-2.0 */
/* What the generator and the abstract kernel of SCST share. */
#ifndef PROPERTY_SCST_H
#define PROPERTY_SCST_H

#include "model.h"
#include "schema/scst_kinds.h"

bool scst_is_device(unsigned kind);
bool scst_is_target(unsigned kind);
/* The device of this name, whatever its handler; 0 if there is none. */
obj_id scst_device(const struct world *w, const char *name);
/* The target of this name, whatever its driver; 0 if there is none. */
obj_id scst_target(const struct world *w, const char *name);
/* Whether another device has open what is behind this one, so that it cannot. */
bool scst_is_open(const struct world *w, obj_id device);
/* What the kernel makes up for a new device: identifiers from its name and setup_id. */
void scst_generate_ids(struct world *w, obj_id device);
/* The copy manager gets a unit for every device; numbers come from a counter. */
void scst_copy_units(struct world *w);
bool scst_enabled(const struct world *w, obj_id target);
/* A LUN that refers to a device which is read-only is so itself. */
void scst_fold_read_only(struct world *w, obj_id lun);
/* Generates and folds wherever it is missing; members of port groups become local or remote. */
void scst_settle(struct world *w);

/* Attributes: scst_attrs.c */
int scst_set(struct world *w, const struct request *rq, const char **why);
int scst_values(struct world *w, const struct request *rq, const char **why);
int scst_enable(struct world *w, obj_id target, bool on, const char **why);

void scst_random(struct world *w, struct rng *rng);
void scst_mutate(struct world *w, struct rng *rng);
void scst_reach(const struct world *w, struct reach *r);
void scst_client(unsigned client, char *text, size_t len);

/* The small universe: 5 names of initiators and one that no state knows, and so on. */
enum { SCST_INITIATORS = 6, SCST_PORTALS = 3, SCST_USERS = 4 };
extern const char *const scst_initiators[SCST_INITIATORS];
extern const char *const scst_portals[SCST_PORTALS];
extern const char *const scst_users[SCST_USERS];

#endif
