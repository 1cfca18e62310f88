/* SPDX-License-Identifier: Apache-2.0 */
/* Words that somebody may have meant. */
#ifndef LW_MODEL_NEAREST_H
#define LW_MODEL_NEAREST_H

#include "model/schema/schema.h"

/*
 * lw_edits(); LW_FAR when it is more than a typing mistake (a third of the word, two at most), or the words are long.
 */
#define LW_FAR 100
unsigned lw_distance(const char *a, const char *b);

/* The attribute of the kind that @name is probably meant to be; NULL if it looks like none. */
const char *lw_nearest_attr(const struct lw_kind_spec *kind, const char *name);
/* Among the names of all kinds that a file calls @word, which have their own. NULL word: none. */
const char *lw_nearest_only(const struct lw_schema *schema, const char *word, const char *name);

#endif
