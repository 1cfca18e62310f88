/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of an object as its files show them, counters and all; and what can be given that is no file yet. */
#ifndef LW_CLI_SCSTADMIN_ATTRS_H
#define LW_CLI_SCSTADMIN_ATTRS_H

#include "cli/scstadmin/object.h"

struct front_attr {
	char *name;
	unsigned instance; /* IncomingUser1: 1 */
	char *value;	   /* NULL: cannot be read */
	bool key, writable;
};

/* Sorted by name, then instance. */
struct front_attrs {
	struct front_attr *rows;
	uint32_t count, cap;
	char *levels; /* "a, b, c": what can be traced; NULL: nothing is said of it */
};

/* Reads them; @object FRONT_OBJECT_COUNT_ for a session. 0, or -errno after saying why. */
int front_attrs_read(const struct front *front, lw_node n, enum front_object object,
		     struct front_attrs *ret);
void front_attrs_done(struct front_attrs *attrs);

/* A table of them; @all: also those that need not be restored. */
void front_print_attrs(const struct front_attrs *attrs, bool all);

/* What a mgmt file says can be given. */
enum front_offer { FRONT_CREATE, FRONT_DRIVER_VALUES, FRONT_TARGET_VALUES };

/*
 * The names, sorted, and a NULL, in one allocation; NULL when there is no such mgmt file, so that nothing can be made or added.
 * @below: folder of the mgmt file ("luns"), NULL for the object's own.
 */
char **front_offers(const struct front *front, lw_node n, const char *below,
		    enum front_offer offer);
bool front_offered(char *const *names, const char *name);

#endif
