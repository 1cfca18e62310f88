/* SPDX-License-Identifier: Apache-2.0 */
/* The instances of one multi-valued attribute as a set to look values up in (this room only). */
#ifndef LW_MODEL_VALUES_H
#define LW_MODEL_VALUES_H

#include "model/tree/tree.h"

struct value_set {
	const struct lw_tree *tree;
	const struct attr *values;
	unsigned count;
	bool inplace;	 /* values of one first word are one entry (a user and his password) */
	uint32_t *slots; /* index into values plus one, by hash of the entry */
	uint32_t mask;
};

/* @values must stay where they are. Returns 0 or -ENOMEM. */
int value_set_init(struct value_set *set, const struct lw_tree *tree,
		   const struct lw_attr_spec *spec, const struct attr *values, unsigned count);
void value_set_done(struct value_set *set);

/* The member that is this value, or else stands for the same entry; UINT32_MAX if there is none. */
uint32_t value_set_find(const struct value_set *set, uint32_t value);

#endif
