/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An engine as the property tests see it: a generator of states, and an abstract kernel that holds one, executes operations
 * with the refusals recorded from the real kernel, and says what each client reaches.
 */
#ifndef PROPERTY_MODEL_H
#define PROPERTY_MODEL_H

#include "model/plan/plan.h"
#include "reach.h"
#include "world.h"

struct model {
	const char *name; /* of the vocabulary */
	/* A valid state. */
	void (*random)(struct world *w, struct rng *rng);
	/* A valid state not far from the one given. */
	void (*mutate)(struct world *w, struct rng *rng);
	/*
	 * Performs an operation as the kernel would: 0 or -errno. Operations that nobody executes (implied ones, fences,
	 * settling) are not given here. @why: what was refused; left alone on success.
	 */
	int (*exec)(struct world *kernel, const struct lw_plan *plan, uint32_t op,
		    const char **why);
	/*
	 * Begins an operation, and dies in the middle. False when it leaves nothing behind. NULL:
	 * operations are done or not.
	 */
	bool (*half)(struct world *kernel, const struct lw_plan *plan, uint32_t op);
	void (*reach)(const struct world *kernel, struct reach *r);
	void (*client)(unsigned client, char *text, size_t len);
	/* The name under which reach() files an export. */
	const char *(*export_name)(const struct lw_tree *tree, lw_node node);
	/* What is left of the state when the program that ran the plan dies: nobody holds I/O back any more. */
	void (*killed)(struct world *kernel);
	/* Somebody else makes a backing and an export of it, open to everybody. */
	void (*foreign)(struct world *kernel);
	/* Gives a state what the kernel itself sees to: identifiers, views that follow from others. */
	void (*settle)(struct world *w);
};

extern const struct model scst_model, lio_model;

/* Ends a function of a kernel that has a `why`. */
#define REFUSE(err, text) (*why = (text), -(err))

/* What a kernel needs to know of an operation, looked up once. */
struct request {
	enum lw_verb verb;
	const struct lw_tree *tree; /* where the node is described: the goal, else have */
	lw_node node;
	obj_id parent; /* of the object, existing */
	obj_id id;     /* the object; 0 when it does not exist */
	unsigned kind;
	const char *name;
	const char *attr, *value, *old;
	const char *ref;  /* name of the referent that the goal asks for */
	lw_node ref_node; /* that referent in @tree; 0 when it is only a name */
};

/* 0, or -ENOENT when the parent of the object does not exist. */
int request_make(struct request *rq, const struct world *kernel, const struct lw_plan *plan,
		 uint32_t op);
/* Value of an attribute as the request's node declares it; NULL when it says nothing. */
const char *request_value(const struct request *rq, const char *attr);
/* Gives a new object what the vocabulary says is given at creation. */
void request_at_create(const struct request *rq, struct world *kernel, obj_id id);

#endif
